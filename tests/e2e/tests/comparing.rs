//! Two gatherings beside each other, and what two officers decided differently.

use e2e::prelude::*;

async fn view(page: &Page, link: &str, heading: &str) -> Result<()> {
    page.inside("navigation", "Các phần của đợt tổng hợp").await?.click("link", has(link)).await?;
    page.by_role("heading", heading).await?;
    Ok(())
}

/// The view is no wider than its window, and has nothing that axe finds.
async fn is_sound(page: &Page) -> Result<()> {
    let over = page.script("return document.documentElement.scrollWidth - innerWidth", &[]).await?;
    ensure!(over.as_i64() <= Some(0), "the page is {over} pixels wider than its window");
    page.axe_is_clean().await
}

/// The sample is compared with one of the period before, which is made by one click; both are there again.
async fn the_sample_is_compared_with_the_period_before(page: &Page) -> Result<()> {
    page.viewport(360, 800).await?;
    page.open("#/tong-hop").await?;
    page.click("button", "Xem đợt mẫu").await?;
    page.sees("Đã nhận 52 tệp").await?;
    view(page, "So sánh", "So sánh hai đợt").await?;
    is_sound(page).await?;
    page.click("button", "Lập đợt mẫu của kỳ trước").await?;
    page.sees("Cần thận trọng khi so sánh").await?;
    page.sees("ngày chốt số liệu: 31/01/2024 và 31/07/2024").await?;
    is_sound(page).await?;
    page.click("checkbox", "Chỉ tính những đơn vị có ở cả hai đợt").await?;
    page.click("button", "Tải bảng đang hiện (CSV)").await?;
    let table = page.downloaded("").await?;
    let text = String::from_utf8(table.bytes)?;
    let first = text.lines().next().unwrap_or_default();
    ensure!(first.contains("Năm 2023") && first.contains("có ở cả hai đợt"), "{first}");
    page.click("checkbox", "Chỉ tính những đơn vị có ở cả hai đợt").await?;
    page.viewport(1280, 900).await?;
    is_sound(page).await?;
    page.reload().await?;
    page.sees("Cần thận trọng khi so sánh").await?;
    page.click("link", "Các đợt tổng hợp").await?;
    page.by_role("link", "Năm 2023").await?;
    page.sees("19/23 đơn vị đã gửi").await?;
    is_sound(page).await
}

/// Names who gathers here, and gives the first unit of the register more time.
async fn decides(page: &Page, who: &str, until: &str) -> Result<Vec<u8>> {
    view(page, "Thiết lập", "Thiết lập").await?;
    page.fill("Người tổng hợp trên máy này", who).await?;
    view(page, "Tình hình gửi", "Tình hình gửi báo cáo").await?;
    page.click("button", "Ghi: Ban Dân vận Thành ủy").await?;
    page.fill("Được lùi hạn đến ngày", until).await?;
    page.press("Tab").await?;
    page.sees(until).await?;
    view(page, "Thiết lập", "Thiết lập").await?;
    page.click("button", "Xuất thành một tệp").await?;
    Ok(page.downloaded("").await?.bytes)
}

async fn new_gathering(page: &Page, name: &str) -> Result<()> {
    page.open("#/tong-hop").await?;
    page.fill("Tên đợt", name).await?;
    page.click("button", "Lập đợt mới").await?;
    page.by_role("heading", name).await?;
    Ok(())
}

/// A colleague's bundle says otherwise: the first screen leads to both sides, one is chosen, and that can be undone.
async fn what_two_decided_differently_is_settled(page: &Page) -> Result<()> {
    new_gathering(page, "Của đồng nghiệp").await?;
    let theirs = decides(page, "Minh", "20/07/2024").await?;
    new_gathering(page, "Của tôi").await?;
    decides(page, "Lan", "25/07/2024").await?;
    page.choose_files(has("Thêm tệp"), &[Upload::new("goi", "", theirs)]).await?;
    view(page, "Toàn cảnh", "Tình hình gửi báo cáo").await?;
    page.click("link", "1 việc hai người quyết định khác nhau").await?;
    page.by_role("heading", "Quyết định khác nhau").await?;
    for words in ["Lùi hạn đến 20/07/2024", "Lùi hạn đến 25/07/2024", "Minh", "Lan"] {
        page.sees(words).await?;
    }
    is_sound(page).await?;
    page.click("button", "Theo quyết định này: Lùi hạn đến 20/07/2024").await?;
    page.sees("Không còn việc nào").await?;
    is_sound(page).await?;
    view(page, "Tình hình gửi", "Tình hình gửi báo cáo").await?;
    page.sees("20/07/2024").await?;
    page.click("button", "Hoàn tác").await?;
    page.by_role("link", has("Quyết định khác nhau")).await?;
    Ok(())
}

e2e::tests!(the_sample_is_compared_with_the_period_before, what_two_decided_differently_is_settled);
