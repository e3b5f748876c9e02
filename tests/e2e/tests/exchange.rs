//! Drafts and files: several drafts, deleting and bringing back, the sample, importing.

use e2e::prelude::*;
use e2e::product::{self, UNIT};
use e2e::{Download, Scope};
use serde_json::Value;

const OTHER: &str = "Huyện ủy Cờ Đỏ";
const TEXT: &str = "Đã tổ chức 04 hội nghị quán triệt.";

async fn drafts(page: &Page) -> Result<Scope> {
    page.inside("region", "Bản nháp trên máy này").await
}

/// Waits until the list of drafts has these units, whatever their order.
async fn has_drafts(page: &Page, units: &[&str]) -> Result<()> {
    let mut wanted = units.to_vec();
    wanted.sort_unstable();
    let list = drafts(page).await?;
    eventually(format!("drafts of {wanted:?}"), async || {
        let mut found = Vec::new();
        // Beside each stands the link to its history.
        for link in list.all_by_role("link", matches("^(?!Lịch sử)")).await? {
            found.push(link.text().await?);
        }
        found.sort_unstable();
        Ok(found == wanted)
    })
    .await
}

/// A draft of [`UNIT`] with a text and its file; the page is at the list of drafts.
async fn a_draft_and_its_file(page: &Page) -> Result<Download> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.click("radio", "Đang thực hiện").await?;
    card.fill("Kết quả", TEXT).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    page.click("link", "Tự đánh giá").await?;
    has_drafts(page, &[UNIT]).await?;
    Ok(file)
}

fn upload(file: &Download) -> Upload {
    Upload::json(&file.name, file.bytes.clone())
}

async fn holds_results(page: &Page, text: &str) -> Result<()> {
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", text).await
}

async fn keeps_two_drafts_and_brings_deleted_ones_back(page: &Page) -> Result<()> {
    page.open("#/tu-danh-gia").await?;
    page.sees("Chưa có bản nháp nào").await?;
    product::choose_unit(page, "co do", OTHER).await?;
    page.click("button", "Bắt đầu").await?;
    page.focus_is("heading", "Phần chung").await?;
    page.click("link", "Tự đánh giá").await?;
    product::choose_unit(page, "ninh kieu", UNIT).await?;
    page.click("button", "Bắt đầu").await?;
    page.by_role("heading", "Phần chung").await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    let card = product::requirement(page, "1.1").await?;
    card.fill("Kết quả", TEXT).await?;
    card.click("button", "Thêm việc").await?;
    card.fill("Việc", "Mở thêm 02 lớp").await?;
    page.click("link", "Tự đánh giá").await?;
    has_drafts(page, &[UNIT, OTHER]).await?;
    product::choose_unit(page, "ninh kieu", UNIT).await?;
    page.sees("Quận ủy Ninh Kiều đã có bản nháp trên máy này").await?;
    page.by_role("link", "Mở bản đang làm").await?;

    page.click("button", "Xóa bản nháp của Quận ủy Ninh Kiều").await?;
    has_drafts(page, &[OTHER]).await?;
    page.sees("Đã xóa bản nháp của Quận ủy Ninh Kiều").await?;
    page.click("button", "Hoàn tác").await?;
    has_drafts(page, &[UNIT, OTHER]).await?;

    page.click("button", "Xóa bản nháp của Quận ủy Ninh Kiều").await?;
    has_drafts(page, &[OTHER]).await?;
    product::is_saved(page).await?;
    page.reload().await?;
    has_drafts(page, &[OTHER]).await?;
    page.unfold("Đã xóa (1)").await?;
    page.click("button", "Khôi phục bản nháp của Quận ủy Ninh Kiều").await?;
    has_drafts(page, &[UNIT, OTHER]).await?;
    drafts(page).await?.click("link", UNIT).await?;
    holds_results(page, TEXT).await?;

    page.click("link", "Tự đánh giá").await?;
    page.click("button", "Làm kỳ mới từ bản này: Quận ủy Ninh Kiều").await?;
    page.sees("Đã tạo bản mới của Quận ủy Ninh Kiều").await?;
    holds_results(page, "").await?;
    product::requirement(page, "1.1").await?.holds("Việc", "Mở thêm 02 lớp").await?;
    page.click("link", "Tự đánh giá").await?;
    has_drafts(page, &[UNIT, UNIT, OTHER]).await?;

    page.click("button", "Xóa bản nháp của Huyện ủy Cờ Đỏ").await?;
    page.unfold("Đã xóa (1)").await?;
    page.click("button", "Xóa hẳn bản nháp của Huyện ủy Cờ Đỏ khỏi máy này").await?;
    page.sees_no("Đã xóa (1)").await?;
    // Who leaves before that finds it again: nothing is removed by halves.
    eventually("the draft gone from the stores", async || {
        Ok(product::records(page).await?.iter().all(|record| !record.text.contains(OTHER)))
    })
    .await?;
    page.reload().await?;
    has_drafts(page, &[UNIT, UNIT]).await?;
    page.sees_no("Đã xóa (").await
}

async fn the_sample_says_so_everywhere(page: &Page) -> Result<()> {
    page.open("#/tu-danh-gia").await?;
    page.click("button", "Mở bản mẫu").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    let id = product::draft(page).await?;
    let sections = ["chung", "nhiem-vu/1", "nhiem-vu/2", "tai-lieu", "ket-luan", "ban-in", "xuat"];
    let mut routes = sections.map(|section| product::address(&id, section)).to_vec();
    routes.insert(0, "#/tu-danh-gia".to_owned());
    for route in routes {
        page.open(&route).await?;
        page.route_is(&route).await?;
        page.sees("BẢN MẪU").await.with_context(|| route.clone())?;
    }
    let file = product::export(page).await?;
    let found = product::assessment(&file)?;
    ensure!(found.get("sample") == Some(&Value::Bool(true)), "{found}");
    page.click("link", "Công văn").await?;
    page.by_role("article", has("1022-CV/TU")).await?;
    page.sees("BẢN MẪU").await?;
    page.open("#/tu-danh-gia").await?;
    page.choose_files(has("Chọn tệp đã xuất"), &[upload(&file)]).await?;
    page.inside("region", "Xem trước tệp").await?.sees("BẢN MẪU").await
}

async fn imports_only_what_was_previewed(page: &Page) -> Result<()> {
    let file = a_draft_and_its_file(page).await?;
    drafts(page).await?.click("link", UNIT).await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Đã viết lại.").await?;
    page.click("link", "Tự đánh giá").await?;

    page.choose_files(has("Chọn tệp đã xuất"), &[upload(&file)]).await?;
    page.focus_is("heading", "Xem trước tệp").await?;
    let preview = page.inside("region", "Xem trước tệp").await?;
    for part in [file.name.as_str(), UNIT, "1/4 yêu cầu", "1 đang thực hiện", "Khác bản nháp ở 1 chỗ"] {
        preview.sees(part).await?;
    }
    has_drafts(page, &[UNIT]).await?;
    preview.click("button", "Không nhập").await?;
    page.gone("region", "Xem trước tệp").await?;
    has_drafts(page, &[UNIT]).await?;

    // Dropped, wherever the person is.
    drafts(page).await?.click("link", UNIT).await?;
    holds_results(page, "Đã viết lại.").await?;
    page.drop_files(&[upload(&file)]).await?;
    page.route_is("#/tu-danh-gia").await?;
    let preview = page.inside("region", "Xem trước tệp").await?;
    has_drafts(page, &[UNIT]).await?;
    preview.click("button", "Thay bản nháp").await?;
    page.by_role("heading", "Phần chung").await?;
    holds_results(page, TEXT).await?;
    page.sees("Bản trong tệp đã thay bản nháp của Quận ủy Ninh Kiều").await?;
    page.click("button", "Hoàn tác").await?;
    has_drafts(page, &[UNIT]).await?;
    drafts(page).await?.click("link", UNIT).await?;
    holds_results(page, "Đã viết lại.").await?;

    page.click("link", "Tự đánh giá").await?;
    page.choose_files(has("Chọn tệp đã xuất"), &[upload(&file)]).await?;
    page.inside("region", "Xem trước tệp").await?.click("button", "Giữ thành hai bản").await?;
    holds_results(page, TEXT).await?;
    page.click("link", "Tự đánh giá").await?;
    has_drafts(page, &[UNIT, UNIT]).await
}

async fn refuses_bad_files_and_says_what_to_do(page: &Page) -> Result<()> {
    let file = a_draft_and_its_file(page).await?;
    let mut damaged = file.bytes.clone();
    let place = file.text()?.find("hội nghị").context("the typed text")?;
    *damaged.get_mut(place).context("the place")? = b'H';
    let cut = file.bytes.get(..file.bytes.len() / 2).unwrap_or_default().to_vec();
    let other_directive = file.text()?.replace("\"id\":\"1022-CV/TU\"", "\"id\":\"9-CV/TU\"");
    let refused: [(&str, Vec<u8>, &str, &str); 8] = [
        (
            "a.json",
            b"Day khong phai JSON".to_vec(),
            "Tệp không đúng dạng JSON",
            "Hãy chọn tệp .json do trang này xuất ra",
        ),
        ("b.json", damaged, "mã kiểm tra không khớp", "Hãy xin nơi gửi xuất lại"),
        ("c.json", cut, "Tệp bị cắt giữa chừng", "Hãy xin nơi gửi xuất lại"),
        ("d.json", b"{\"format\":\"other\"}".to_vec(), "Đây không phải tệp tự đánh giá", "Hãy chọn tệp .json"),
        ("e.json", vec![b' '; 2_200_000], "Tệp quá lớn: 2,2 MB", "Hãy chọn tệp .json"),
        ("f.json", other_directive.into_bytes(), "mã kiểm tra không khớp", "Hãy xin nơi gửi xuất lại"),
        ("g.json", Vec::new(), "", "Hãy"),
        ("báo cáo.pdf", b"%PDF-1.7".to_vec(), "Đây là tệp PDF", "Hãy chọn tệp .json do trang này xuất ra"),
    ];
    for (name, bytes, what, remedy) in refused {
        page.choose_files(has("Chọn tệp đã xuất"), &[Upload::json(name, bytes)]).await?;
        page.focus_is("heading", "Không nhập được tệp").await.context(name)?;
        let review = page.inside("region", "Không nhập được tệp").await?;
        let alert = review.inside("alert", any()).await?;
        for part in [name, what, remedy] {
            alert.sees(part).await?;
        }
        has_drafts(page, &[UNIT]).await?;
        review.click("button", "Đóng").await?;
        page.gone("region", "Không nhập được tệp").await?;
    }

    // Many at once are one list, which closes at once.
    let files = [Upload::json("x.json", "x"), Upload::json("y.json", "y"), Upload::json("z.txt", "z")];
    page.choose_files(has("Chọn tệp đã xuất"), &files).await?;
    page.inside("navigation", "3 tệp đang chờ xem").await?.click("button", "Đóng 3 tệp không nhập được").await?;
    page.gone("region", "Không nhập được tệp").await?;
    page.focus_is("heading", "Tự đánh giá").await?;

    // Several at once: one bad file does not stop the good one.
    let files = [Upload::json("x.json", "x"), upload(&file)];
    page.choose_files(has("Chọn tệp đã xuất"), &files).await?;
    page.inside("navigation", "2 tệp đang chờ xem").await?;
    page.inside("region", "Không nhập được tệp").await?.click("button", "Đóng").await?;
    page.inside("region", "Xem trước tệp").await?.click("button", "Giữ thành hai bản").await?;
    holds_results(page, TEXT).await
}

/// Notepad, an editor that indents, a mail program: the content is what it was, and that is said.
async fn takes_a_file_that_another_program_has_saved(page: &Page) -> Result<()> {
    let file = a_draft_and_its_file(page).await?;
    let pretty = serde_json::to_string_pretty(&serde_json::from_slice::<Value>(&file.bytes)?)?.replace('\n', "\r\n");
    let name = file.name.replace(".json", ".txt");
    page.choose_files(has("Chọn tệp đã xuất"), &[Upload::json(&name, format!("\u{feff}{pretty}"))]).await?;
    let review = page.inside("region", "Xem trước tệp").await?;
    review.sees("Tệp đã được lưu lại bằng chương trình khác; nội dung không đổi.").await?;
    review.sees("giống hệt bản nháp").await?;
    review.click("button", "Không nhập").await?;
    let changed = pretty.replace(TEXT, "Đã tổ chức 05 hội nghị.");
    page.choose_files(has("Chọn tệp đã xuất"), &[Upload::json(&name, changed)]).await?;
    page.inside("region", "Không nhập được tệp").await?.sees("mã kiểm tra không khớp").await
}

async fn a_file_goes_to_another_machine_and_back_unchanged(page: &Page) -> Result<()> {
    // The sample has something in every field.
    page.open("#/tu-danh-gia").await?;
    page.click("button", "Mở bản mẫu").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let there = product::export(page).await?;

    product::fresh_profile(page).await?;
    page.open("#/tu-danh-gia").await?;
    page.sees("Chưa có bản nháp nào").await?;
    page.choose_files(has("Chọn tệp đã xuất"), &[upload(&there)]).await?;
    page.inside("region", "Xem trước tệp").await?.click("button", "Nhập").await?;
    page.by_role("heading", "Phần chung").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let back = product::export(page).await?;

    let normal = |file: &Download| -> Result<String> {
        let mut text = file.text()?.to_owned();
        let content: Value = serde_json::from_str(&text)?;
        let based_on = content.pointer("/assessments/0/basedOn/0").and_then(Value::as_str).unwrap_or_default();
        text = text.replace(&format!("\"basedOn\":[\"{based_on}\"],"), "");
        for field in ["exportedAt", "sha256"] {
            let value = content.get(field).and_then(Value::as_str).context(field)?;
            text = text.replace(&format!("\"{field}\":\"{value}\""), field);
        }
        Ok(text)
    };
    ensure!(normal(&there)? == normal(&back)?, "{}{}", there.text()?, back.text()?);
    ensure!(back.text()?.contains("\"basedOn\":[\""), "it names the file that it goes on from");
    Ok(())
}

e2e::tests!(
    keeps_two_drafts_and_brings_deleted_ones_back,
    the_sample_says_so_everywhere,
    imports_only_what_was_previewed,
    refuses_bad_files_and_says_what_to_do,
    takes_a_file_that_another_program_has_saved,
    a_file_goes_to_another_machine_and_back_unchanged,
);
