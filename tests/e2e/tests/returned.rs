//! The coordinating body's file with remarks: opened, answered, and the answers in the unit's next file.

use e2e::hostile::{self, payloads};
use e2e::prelude::*;
use e2e::product;
use e2e::{Download, archive};
use serde_json::{Value, json};

const BODY: &str = "Ban Tuyên giáo Thành ủy";

/// A draft with a status at 1.1 and what was exported of it; the page is at the list of drafts.
async fn sent(page: &Page) -> Result<Value> {
    product::begin(page).await?;
    product::requirement(page, "1.1").await?.click("radio", "Đang thực hiện").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    page.click("link", "Tự đánh giá").await?;
    page.by_role("region", "Bản nháp trên máy này").await?;
    product::assessment(&file)
}

async fn choose(page: &Page, name: &str, bytes: impl Into<Vec<u8>>) -> Result<()> {
    page.choose_files(has("Chọn tệp đã xuất"), &[Upload::json(name, bytes)]).await
}

async fn exported_again(page: &Page) -> Result<Download> {
    page.click("link", "Kiểm tra và xuất").await?;
    product::export(page).await
}

async fn remarks_are_answered_and_the_next_file_has_the_answers(page: &Page) -> Result<()> {
    let assessment = sent(page).await?;
    let first = [
        json!({ "id": "r1", "requirement": "1.1", "field": "results", "text": "Nêu số liệu." }),
        json!({ "id": "r2", "text": "Bổ sung kiến nghị." }),
    ];
    // It is told by what is in it, in an archive too.
    let file = archive("bao-cao.txt", hostile::remarks(&assessment, BODY, &first).as_bytes())?;
    page.choose_files(has("Chọn tệp đã xuất"), &[Upload::new("a.zip", "application/zip", file)]).await?;
    let review = page.inside("region", "Xem trước tệp").await?;
    review.sees("2 nhận xét").await?;
    review.sees(BODY).await?;
    page.axe_is_clean().await?;
    review.click("button", has("Nhận vào bản nháp")).await?;
    page.sees("2 nhận xét chờ trả lời.").await?;
    page.sees("2 nhận xét chờ trả lời").await?;
    page.axe_is_clean().await?;

    page.click("button", "Yêu cầu 1.1 – Kết quả").await?;
    page.focus_is("textbox", "Trả lời nhận xét").await?;
    page.type_text("Đã bổ sung: 12 lớp.").await?;
    let card = product::requirement(page, "1.1").await?;
    card.sees("Nêu số liệu.").await?;
    card.sees("đã trả lời").await?;
    page.axe_is_clean().await?;
    product::is_saved(page).await?;
    page.reload().await?;
    product::requirement(page, "1.1").await?.holds("Trả lời nhận xét", "Đã bổ sung: 12 lớp.").await?;

    let next = exported_again(page).await?;
    page.sees("1 nhận xét chờ trả lời").await?;
    let answered = product::assessment(&next)?;
    let wanted = json!([{ "remark": "r1", "text": "Đã bổ sung: 12 lớp." }]);
    ensure!(answered.get("replies") == Some(&wanted), "{answered}");
    ensure!(!next.text()?.contains("Nêu số liệu."), "{}", next.text()?);

    // A later file ends one remark, and says another in other words.
    let at = "2024-07-05T01:05:00Z";
    let done = json!({ "id": "r1", "requirement": "1.1", "text": "Nêu số liệu.", "state": "done", "at": at });
    page.click("link", "Tự đánh giá").await?;
    let second = [done, json!({ "id": "r2", "text": "Nêu kiến nghị với Trung ương.", "at": at })];
    choose(page, "b.json", hostile::remarks(&assessment, BODY, &second)).await?;
    page.inside("region", "Xem trước tệp").await?.click("button", has("Nhận vào bản nháp")).await?;
    page.sees("Nêu kiến nghị với Trung ương.").await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    let card = product::requirement(page, "1.1").await?;
    card.sees("xong").await?;
    card.sees("Đã bổ sung: 12 lớp.").await?;
    page.click("button", "Hoàn tác").await?;
    card.sees("đã trả lời").await
}

async fn remarks_wait_for_the_draft_that_they_are_about(page: &Page) -> Result<()> {
    let assessment = sent(page).await?;
    let other = json!({ "unit": assessment.get("unit"), "draftId": "another" });
    let remark = json!({ "id": "r1", "requirement": "1.1", "text": "Nêu số liệu." });
    choose(page, "a.json", hostile::remarks(&other, BODY, &[remark])).await?;
    let review = page.inside("region", "Xem trước tệp").await?;
    review.sees("Không bản nháp nào ở đây là bản được nhận xét").await?;
    review.gone("button", has("Nhận vào")).await?;
    review.click("button", "Không nhập").await?;
    page.gone("region", "Xem trước tệp").await
}

async fn hostile_remarks_are_texts(page: &Page) -> Result<()> {
    let assessment = sent(page).await?;
    let payloads = payloads()?;
    let texts: Vec<&str> = hostile::one_of_each(&payloads).filter(|text| !text.trim().is_empty()).collect();
    let (first, _) = texts.split_first().context("payloads")?;
    let remark =
        |(index, text): (usize, &&str)| json!({ "id": format!("h{index}"), "requirement": "1.1", "text": text });
    let remarks: Vec<Value> = texts.iter().enumerate().map(remark).collect();
    choose(page, "a.json", hostile::remarks(&assessment, first, &remarks)).await?;
    let review = page.inside("region", "Xem trước tệp").await?;
    review.sees(&format!("{} nhận xét", texts.len())).await?;
    hostile::texts_only(page, "the review").await?;
    review.click("button", has("Nhận vào bản nháp")).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.inside("region", "Nội dung cần bổ sung").await?.sees("nhận xét chờ trả lời").await?;
    hostile::texts_only(page, "what waits").await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    hostile::texts_only(page, "the requirement").await
}

e2e::tests!(
    remarks_are_answered_and_the_next_file_has_the_answers,
    remarks_wait_for_the_draft_that_they_are_about,
    hostile_remarks_are_texts,
);
