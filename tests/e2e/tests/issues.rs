//! Tagging issues and choosing for the report, with the keyboard alone.

use e2e::Name;
use e2e::prelude::*;
use e2e::product;

const LIMITATION: &str = "Còn thiếu hai biên chế làm công tác tham mưu.";

/// Follows a link, or presses a button, with the keyboard.
async fn press(page: &Page, role: &str, name: impl Into<Name>) -> Result<()> {
    page.by_role(role, name).await?.focus().await?;
    page.press("Enter").await
}

/// Waits until the text that is read has the focus.
async fn text_has_focus(page: &Page) -> Result<()> {
    eventually("the focus on the text", async || page.focused_id().await.map(|id| id.starts_with("board-read-"))).await
}

async fn view(page: &Page, link: &str, heading: impl Into<Name>) -> Result<()> {
    page.inside("navigation", "Các phần của đợt tổng hợp").await?.by_role("link", has(link)).await?.focus().await?;
    page.press("Enter").await?;
    page.by_role("heading", heading).await?;
    Ok(())
}

/// The sample is read: a new issue of the first unit's words, the second tagged with it too.
async fn letters_are_the_pickers_while_it_is_open(page: &Page) -> Result<()> {
    page.open("#/tong-hop").await?;
    press(page, "button", "Xem đợt mẫu").await?;
    page.sees("chưa rõ của đơn vị nào").await?;
    view(page, "Đọc và trả lời", has("1.1")).await?;
    press(page, "button", "Đã đọc, sang đơn vị sau").await?;
    text_has_focus(page).await?;
    page.sees("Đã đọc 1/").await?;
    page.press("t").await?;
    page.focus_is("combobox", "Tìm hoặc chọn vấn đề").await?;
    page.axe_is_clean().await?;
    page.type_text("kjbt").await?;
    page.sees("Đã đọc 1/").await?;
    page.press("Escape").await?;
    text_has_focus(page).await?;
    page.press("t").await?;
    page.focus_is("combobox", "Tìm hoặc chọn vấn đề").await?;
    page.press("Enter").await?;
    text_has_focus(page).await?;
    page.sees("1 vấn đề").await?;
    page.press("b").await?;
    page.sees("1 vấn đề, đưa vào báo cáo").await?;
    page.press("j").await?;
    page.sees("Đã đọc 2/").await?;
    text_has_focus(page).await?;
    page.press("t").await?;
    page.focus_is("combobox", "Tìm hoặc chọn vấn đề").await?;
    page.press("Enter").await?;
    text_has_focus(page).await?;
    page.sees("1 vấn đề, đưa vào báo cáo").await?;
    page.axe_is_clean().await?;
    view(page, "Các vấn đề", "Các vấn đề").await?;
    page.sees("2 đơn vị nêu").await?;
    page.axe_is_clean().await
}

/// What a unit writes is chosen while it is read, and stands in the report and in its third annex; also after a restart.
async fn what_is_chosen_stands_in_the_report(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.click("radio", "Đang thực hiện").await?;
    card.fill("Hạn chế, khó khăn", LIMITATION).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    page.open("#/tong-hop").await?;
    page.fill("Tên đợt", "Quý I").await?;
    page.click("button", "Lập đợt mới").await?;
    page.choose_files(has("Thêm tệp"), &[Upload::json("a.json", file.bytes)]).await?;
    page.sees("Đã lưu 1 tệp trên máy này").await?;
    view(page, "Đọc và trả lời", has("1.1")).await?;
    press(page, "button", "Đã đọc, sang đơn vị sau").await?;
    text_has_focus(page).await?;
    page.press("b").await?;
    page.sees("Đang chọn: Hạn chế, khó khăn (1/1), 1 vấn đề, đưa vào báo cáo").await?;
    page.reload().await?;
    page.sees("1 vấn đề, đưa vào báo cáo").await?;
    view(page, "Báo cáo", "Báo cáo tổng hợp").await?;
    page.fill("Ngày chốt số liệu", "31/07/2024").await?;
    page.press("Enter").await?;
    page.sees(&[LIMITATION.trim_end_matches('.'), " (1 đơn vị nêu; yêu cầu 1.1)."].concat()).await?;
    view(page, "Các vấn đề", "Các vấn đề").await?;
    page.sees(LIMITATION).await?;
    // An issue cannot be without words: left without any, the field shows again those that it has.
    press(page, "button", "Sửa, gộp, xóa").await?;
    let wording = page.field("Lời của vấn đề").await?;
    wording.clear().await?;
    page.by_role("button", "Xóa vấn đề").await?.focus().await?;
    page.holds("Lời của vấn đề", LIMITATION).await
}

e2e::tests!(letters_are_the_pickers_while_it_is_open, what_is_chosen_stands_in_the_report);
