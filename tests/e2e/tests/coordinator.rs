//! The coordinating officer's job: a gathering of what units send, reported truthfully and still there after a restart.

use e2e::prelude::*;
use e2e::product::{self, UNIT};
use e2e::{Download, Name};

const RESULTS: &str = "Đã mở 12 lớp quán triệt cho 1.245 lượt đảng viên.";
const GATHERING: &str = "6 tháng đầu năm 2024";

/// A unit fills its assessment and exports it.
async fn exported(page: &Page) -> Result<Download> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.click("radio", "Đã thực hiện").await?;
    card.fill("Kết quả", RESULTS).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    product::export(page).await
}

async fn new_gathering(page: &Page, name: &str) -> Result<()> {
    page.open("#/tong-hop").await?;
    page.fill("Tên đợt", name).await?;
    page.click("button", "Lập đợt mới").await?;
    page.by_role("heading", name).await?;
    Ok(())
}

async fn view(page: &Page, link: &str, heading: impl Into<Name>) -> Result<()> {
    page.inside("navigation", "Các phần của đợt tổng hợp").await?.click("link", has(link)).await?;
    page.by_role("heading", heading).await?;
    Ok(())
}

async fn what_a_unit_exports_is_gathered_and_is_there_again(page: &Page) -> Result<()> {
    let file = exported(page).await?;
    new_gathering(page, GATHERING).await?;
    page.sees("Chưa nhận tệp nào").await?;
    let cut = file.bytes.get(..file.bytes.len() / 2).unwrap_or_default();
    let files = [
        Upload::json("bao-cao.json", file.bytes.clone()),
        Upload::json("bao-cao (1).json", file.bytes.clone()),
        Upload::json("cut.json", cut),
        Upload::new("bao-cao.pdf", "application/pdf", b"%PDF-1.4\n".to_vec()),
    ];
    page.choose_files(has("Thêm tệp"), &files).await?;
    page.sees("Đã nhận 4 tệp").await?;
    page.sees("Đã lưu 4 tệp trên máy này").await?;
    page.axe_is_clean().await?;
    are_told(page).await?;
    page.reload().await?;
    page.sees("Đã lưu 4 tệp trên máy này").await?;
    are_told(page).await?;

    view(page, "Thiết lập", "Thiết lập").await?;
    page.axe_is_clean().await?;
    page.click("button", "Xuất thành một tệp").await?;
    let bundle = page.downloaded("").await?;
    new_gathering(page, "Đợt của đồng nghiệp").await?;
    page.choose_files(has("Thêm tệp"), &[Upload::new("goi", "", bundle.bytes)]).await?;
    view(page, "Từng đơn vị", "Từng đơn vị").await?;
    page.click("link", UNIT).await?;
    page.sees(RESULTS).await
}

/// The view is no wider than a narrow window, and has nothing that axe finds.
async fn is_sound(page: &Page) -> Result<()> {
    let wide = "return document.documentElement.scrollWidth - innerWidth";
    let over = page.script(wide, &[]).await?;
    ensure!(over.as_i64() <= Some(0), "the page is {over} pixels wider than its window");
    page.axe_is_clean().await
}

/// What became of each thing is said, and what the unit wrote can be read.
async fn are_told(page: &Page) -> Result<()> {
    view(page, "Tệp đã nhận", "Tệp đã nhận").await?;
    for told in ["Tệp duy nhất của đơn vị.", "Trùng", "Đây là bản in (PDF)."] {
        page.sees(told).await?;
    }
    page.axe_is_clean().await?;
    view(page, "Từng đơn vị", "Từng đơn vị").await?;
    page.axe_is_clean().await?;
    page.click("link", UNIT).await?;
    page.sees(RESULTS).await?;
    page.axe_is_clean().await
}

/// The sample shows every view with something in it, on a narrow screen too.
async fn the_sample_opens_with_one_click(page: &Page) -> Result<()> {
    page.viewport(360, 800).await?;
    page.open("#/tong-hop").await?;
    is_sound(page).await?;
    page.click("button", "Xem đợt mẫu").await?;
    page.sees("BẢN MẪU").await?;
    page.sees("chưa rõ của đơn vị nào").await?;
    is_sound(page).await?;
    let begins = "const view = document.querySelector('directive-assessment').shadowRoot.querySelector('.board-view');
        return (view.getBoundingClientRect().top + scrollY) / innerHeight";
    let begins = page.script(begins, &[]).await?;
    ensure!(begins.as_f64() < Some(0.5), "the content begins at {begins} of the screen");
    view(page, "Tình hình gửi", "Tình hình gửi báo cáo").await?;
    page.by_role("textbox", "Danh sách để chép").await?;
    is_sound(page).await?;
    page.viewport(768, 1024).await?;
    let cut = "const table = document.querySelector('directive-assessment').shadowRoot.querySelector('table.lines');
        return table.getBoundingClientRect().right - table.parentElement.getBoundingClientRect().right";
    let cut = page.script(cut, &[]).await?;
    ensure!(cut.as_f64() <= Some(1.0), "{cut} pixels of the register are out of sight");
    page.viewport(360, 800).await?;
    view(page, "Từng đơn vị", "Từng đơn vị").await?;
    is_sound(page).await?;
    page.click("link", "Quận ủy Thốt Nốt").await?;
    page.by_role("heading", "Quận ủy Thốt Nốt").await?;
    is_sound(page).await?;
    view(page, "Tệp đã nhận", "Tệp đã nhận").await?;
    is_sound(page).await?;
    view(page, "Đọc và trả lời", has("1.1")).await?;
    is_sound(page).await?;
    view(page, "Báo cáo", "Báo cáo tổng hợp").await?;
    page.sees("Căn cứ Công văn 1022-CV/TU").await?;
    is_sound(page).await?;
    view(page, "Thiết lập", "Thiết lập").await?;
    is_sound(page).await
}

const SAID: &str = "Đề nghị nêu rõ thời hạn và người chủ trì.";
const OWN_WORDS: &str = "Số liệu này đã đối chiếu với từng đơn vị. ";
const NAMED: &str = "Đợt báo cáo 6 tháng đầu năm 2024 của thành phố";

/// The board says that all of it is on this machine.
async fn is_saved(page: &Page) -> Result<()> {
    let state = "return document.querySelector('directive-assessment').shadowRoot.querySelector('.board-head .state').textContent";
    eventually("\"Đã lưu … trên máy này\"", async || {
        let state = page.script(state, &[]).await?;
        Ok(state.as_str().is_some_and(|state| state.starts_with("Đã lưu ")))
    })
    .await
}

async fn kill_and_reopen(page: &mut Page) -> Result<()> {
    is_saved(page).await?;
    let here = page.route().await?;
    page.kill();
    page.reopen(&here).await
}

/// Nobody leaves a field here: the browser is gone while the cursor stands in it.
async fn what_is_typed_is_there_after_the_browser_was_killed(page: &mut Page) -> Result<()> {
    wait_up_to(Duration::from_secs(20));
    page.open("#/tong-hop").await?;
    page.click("button", "Xem đợt mẫu").await?;
    page.sees("chưa rõ của đơn vị nào").await?;
    view(page, "Từng đơn vị", "Từng đơn vị").await?;
    page.click("link", "Quận ủy Thốt Nốt").await?;
    page.click("button", "Nhận xét về yêu cầu 1.1").await?;
    page.field("Nhận xét về yêu cầu 1.1").await?.type_like_unikey(SAID).await?;
    page.holds("Nhận xét về yêu cầu 1.1", SAID).await?;
    kill_and_reopen(page).await?;
    page.holds("Nhận xét về yêu cầu 1.1", SAID).await?;
    page.sees("1 mới").await?;

    view(page, "Báo cáo", "Báo cáo tổng hợp").await?;
    page.click("button", matches("^Sửa ?: Đến ngày")).await?;
    page.field("Lời của đoạn này").await?.type_text(OWN_WORDS).await?;
    kill_and_reopen(page).await?;
    page.sees(OWN_WORDS.trim()).await?;
    page.by_role("button", matches("^Lấy lại bản tự động")).await?;

    view(page, "Thiết lập", "Thiết lập").await?;
    page.fill("Hạn gửi báo cáo", "15/7").await?;
    page.field("Tên đợt").await?.type_text(NAMED).await?;
    kill_and_reopen(page).await?;
    page.by_role("heading", has(NAMED)).await?;
    page.holds("Tên đợt", NAMED).await?;
    page.holds("Hạn gửi báo cáo", "15/7").await?;
    page.axe_is_clean().await
}

/// Nor here: the window is closed with the last letter.
async fn what_is_typed_is_there_after_its_window_was_closed(page: &Page) -> Result<()> {
    new_gathering(page, GATHERING).await?;
    view(page, "Thiết lập", "Thiết lập").await?;
    let (here, route) = (page.window().await?, page.route().await?);
    let other = page.new_window().await?;
    page.switch_to(&here).await?;
    let field = page.field("Tên đợt").await?;
    field.clear().await?;
    field.type_text(NAMED).await?;
    page.close_window(&other).await?;
    page.open(&route).await?;
    page.by_role("heading", NAMED).await?;
    page.holds("Tên đợt", NAMED).await?;
    is_saved(page).await?;
    let left = "return Object.keys(localStorage).filter((key) => key.startsWith('directive-assessment-board/'))";
    let left = page.script(left, &[]).await?;
    ensure!(left == serde_json::json!([]), "{left}");
    Ok(())
}

e2e::tests!(
    what_a_unit_exports_is_gathered_and_is_there_again,
    the_sample_opens_with_one_click,
    what_is_typed_is_there_after_the_browser_was_killed,
    what_is_typed_is_there_after_its_window_was_closed,
);
