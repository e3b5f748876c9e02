//! Texts as an attacker would write them, in every place of the board: they are shown as texts, and handed out as texts.

#![allow(clippy::indexing_slicing, reason = "a JSON value that lacks what is asked for answers with null")]

use e2e::hostile::{self, payloads, press_button, shows, texts_only, titled};
use e2e::prelude::*;
use e2e::product::UNIT;
use e2e::{Download, Name};

/// A name that tries a little of everything, and ends with what is written from right to left.
const NAME: &str = "\u{202e}=1+1 <img src=/pwned.png onerror=window.pwned=1>{{build}} שלום";
/// A file's name that a disk takes and that reads as another.
const FILE: &str = "=\u{202e}nosj.<b>{{build}}.json";
/// Of a line that is as long as it likes.
const LONG: &str =
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww";
const ROW: &str = "quan-uy-ninh-kieu";

/// Every part of a gathering, with what one of its headings says.
const PARTS: [(&str, &str); 11] = [
    ("", "Tình hình gửi báo cáo"),
    ("/tinh-hinh-gui", "Tình hình gửi báo cáo"),
    ("/don-vi", "Từng đơn vị"),
    ("/don-vi/quan-uy-ninh-kieu", UNIT),
    ("/doc/1.1", "1.1"),
    ("/doc/de-xuat", "Đề xuất, kiến nghị"),
    ("/van-de", "Các vấn đề"),
    ("/tep", "Tệp đã nhận"),
    ("/bao-cao", "Báo cáo tổng hợp"),
    ("/so-sanh", "So sánh hai đợt"),
    ("/thiet-lap", "Thiết lập"),
];

/// The file of a unit of the roster whose texts try everything, of one that nobody knows, and an archive of names.
fn received() -> Result<(Vec<Upload>, usize)> {
    let payloads = payloads()?;
    let (mut known, _) = hostile::assessment(NAME, &payloads, 0);
    known["unit"] = serde_json::json!({ "id": ROW, "group": "quan-huyen-uy", "name": UNIT });
    let (unknown, _) = hostile::assessment(NAME, &payloads, 7);
    let names: Vec<&str> =
        hostile::one_of_each(&payloads).filter(|name| name.len() < 2_000 && !name.is_empty()).collect();
    let about: Vec<String> = names.iter().map(|name| hostile::sealed_about(name)).collect();
    let members: Vec<(&str, &str)> = names.iter().zip(&about).map(|(name, text)| (*name, text.as_str())).collect();
    let files = vec![
        Upload::json(FILE, hostile::sealed(&[known])),
        Upload::json("b.json", hostile::sealed(&[unknown])),
        Upload::new("c.zip", "application/zip", hostile::archive(&members)?),
    ];
    Ok((files, 2 + members.len()))
}

/// The cells of a table as a spreadsheet reads them.
fn cells(csv: &str) -> Vec<String> {
    let (mut cells, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    for letter in csv.trim_start_matches('\u{feff}').chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' | ';' | '\n' if !is_quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    cells
}

/// The name of a file is one that every system takes, and no cell of a table is a formula.
fn is_harmless(file: &Download) -> Result<()> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    ensure!(file.name.chars().all(is_plain) && !file.name.starts_with(['-', '.']), "{}", file.name);
    if file.name.ends_with(".csv") {
        let cells = cells(file.text()?);
        let formula = cells.iter().find(|cell| cell.trim_start().starts_with(['=', '+', '-', '@', '\t']));
        ensure!(formula.is_none() && !cells.is_empty(), "{}: {formula:?} of {}", file.name, cells.len());
    }
    Ok(())
}

async fn hands_out(page: &Page, button: impl Into<Name>, suffix: &str) -> Result<()> {
    page.click("button", button).await?;
    is_harmless(&page.downloaded(suffix).await?)
}

/// A unit of its own, remarks, an issue that goes into the report, settings: whatever an officer can name.
async fn everything_is_named(page: &Page, gathering: &str) -> Result<()> {
    page.open(&[gathering, "/thiet-lap"].concat()).await?;
    page.fill("Người tổng hợp trên máy này", NAME).await?;
    page.press("Enter").await?;
    page.open(&[gathering, "/tep"].concat()).await?;
    page.click("button", has("Chờ quyết định")).await?;
    page.click("button", "Quyết định…").await?;
    texts_only(page, "what can be decided").await?;
    page.click("button", has("Là đơn vị riêng")).await?;
    page.click("button", has("Tất cả")).await?;
    page.open(&[gathering, "/don-vi/", ROW].concat()).await?;
    page.click("button", "Nhận xét về yêu cầu 1.1").await?;
    page.fill("Nhận xét về yêu cầu 1.1", &[NAME, LONG].concat()).await?;
    page.press("Tab").await?;
    hands_out(page, has("Tải tệp trả lại"), ".json").await?;
    page.open(&[gathering, "/doc/1.1"].concat()).await?;
    press_button(page, "Đã đọc, sang đơn vị sau").await?;
    let is_there = async || page.focused_id().await.map(|id| id.starts_with("board-read-"));
    eventually("the focus on the text", is_there).await?;
    page.sees("Đã đọc 1/").await?;
    page.press("b").await?;
    page.sees("1 vấn đề, đưa vào báo cáo").await?;
    page.press("t").await?;
    page.focus_is("combobox", "Tìm hoặc chọn vấn đề").await?;
    texts_only(page, "the choice of an issue").await?;
    page.press("Escape").await?;
    page.open(&[gathering, "/van-de"].concat()).await?;
    page.click("button", "Sửa, gộp, xóa").await?;
    page.fill("Lời của vấn đề", &[NAME, LONG].concat()).await?;
    page.field("Lời của vấn đề").await?.script("return arguments[0].blur()").await?;
    page.by_role("checkbox", has(LONG)).await?;
    hands_out(page, has("Tải danh sách"), ".csv").await
}

async fn every_place_of_the_board_shows_them_as_texts(page: &Page) -> Result<()> {
    wait_up_to(Duration::from_secs(45));
    page.viewport(360, 800).await?;
    page.open("#/tong-hop").await?;
    page.fill("Tên đợt", &[NAME, LONG].concat()).await?;
    page.click("button", "Lập đợt mới").await?;
    page.sees("Chưa nhận tệp nào").await?;
    let gathering = page.route().await?;
    let (files, count) = received()?;
    page.choose_files(has("Thêm tệp"), &files).await?;
    page.sees(&format!("Đã lưu {count} tệp trên máy này")).await?;
    everything_is_named(page, &gathering).await?;

    let mut faults = Vec::new();
    for (part, heading) in PARTS {
        page.open(&[&gathering, part].concat()).await?;
        titled(page, heading).await.with_context(|| part.to_owned())?;
        faults.extend(texts_only(page, part).await.err().map(|fault| format!("{fault:#}")));
        let csv = page.all_by_role("button", "Tải bảng đang hiện (CSV)").await?;
        if let Some(button) = csv.first() {
            button.click().await?;
            is_harmless(&page.downloaded(".csv").await?)?;
        }
    }
    page.open("#/tong-hop").await?;
    faults.extend(
        shows(page, "the list of gatherings", [&*[NAME, LONG].concat()]).await.err().map(|fault| format!("{fault:#}")),
    );
    ensure!(faults.is_empty(), "{}", faults.join("\n"));

    let light = payloads()?;
    let light = light.iter().filter(|one| !one.is_heavy()).map(|one| one.text.as_str());
    page.open(&[&gathering, "/don-vi/", ROW].concat()).await?;
    titled(page, UNIT).await?;
    shows(page, "a unit", light.filter(|text| hostile::in_a_file(text) == *text)).await?;
    page.open(&[&gathering, "/thiet-lap"].concat()).await?;
    hands_out(page, has("Xuất thành một tệp"), "").await
}

e2e::tests!(every_place_of_the_board_shows_them_as_texts);
