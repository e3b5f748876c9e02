//! The way through a draft: where links land, what a small screen shows, and the way to the directive and back.

use e2e::prelude::*;
use e2e::product::{self, UNIT};

const SIZES: [(u32, u32); 4] = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)];

/// Opens the sample, which has an answer in each of its requirements. Returns the draft's id.
async fn open_sample(page: &Page) -> Result<String> {
    page.open("#/tu-danh-gia").await?;
    page.click("button", "Mở bản mẫu").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    product::draft(page).await
}

async fn focus_is_at(page: &Page, id: &str) -> Result<()> {
    eventually(format!("the focus at #{id}"), async || Ok(page.focused().await?.id == id)).await
}

/// How far the top of an element is below the bar, in CSS pixels.
const BELOW_BAR: &str = "const root = document.querySelector('directive-assessment').shadowRoot;
    const top = (selector) => root.querySelector(selector).getBoundingClientRect();
    return top(arguments[0]).top - top('.top').bottom";

async fn lands_below_the_bar(page: &Page, heading: &str, at: &str) -> Result<()> {
    let look = async || page.script(BELOW_BAR, &[heading.into()]).await?.as_f64().context("a place");
    let found = eventually(format!("{heading} below the bar {at}"), async || Ok((0.0..80.0).contains(&look().await?)));
    if found.await.is_err() {
        bail!("{heading} is {} px below the bar {at}", look().await?);
    }
    Ok(())
}

async fn links_to_a_requirement_land_with_its_heading_below_the_bar(page: &Page) -> Result<()> {
    let draft = open_sample(page).await?;
    for (width, height) in SIZES {
        page.viewport(width, height).await?;
        for id in ["1.2", "1.4", "1.3"] {
            let heading = format!("#requirement-{}-title", id.replace('.', "\\."));
            let address = product::address(&draft, &format!("yeu-cau/{id}"));
            // Within the form, and from nothing, as from a bookmark.
            page.open(&product::address(&draft, "ket-luan")).await?;
            page.by_role("heading", "Đánh giá chung, kiến nghị").await?;
            page.open(&address).await?;
            lands_below_the_bar(page, &heading, &format!("at {width} px")).await?;
            page.visit("about:blank").await?;
            page.open(&address).await?;
            lands_below_the_bar(page, &heading, &format!("at {width} px, from nothing")).await?;
        }
    }
    Ok(())
}

const CLAUSE: &str = "#clause-1\\.3";

async fn who_looks_a_clause_up_comes_back_to_the_very_field(page: &Page) -> Result<()> {
    open_sample(page).await?;
    for (width, height) in SIZES {
        page.viewport(width, height).await?;
        let card = product::requirement(page, "1.3").await?;
        let field = card.by_role("textbox", "Hạn chế, khó khăn").await?;
        field.click().await?;
        card.unfold(has("gắn với Nghị quyết số 59-NQ/TW")).await?;
        card.click("link", "Xem trong công văn: yêu cầu 1.3").await?;
        page.focus_is("link", has("gắn với Nghị quyết số 59-NQ/TW ngày 05/8/2020 của Bộ Chính trị “Về xây dựng và phát triển thành phố Cần Thơ đến năm 2030, tầm nhìn đến năm 2045”, Nghị quyết")).await?;
        let is_seen = "const root = document.querySelector('directive-assessment').shadowRoot;
            const [clause, bar] = [arguments[0], '.top'].map((at) => root.querySelector(at).getBoundingClientRect());
            return clause.top >= bar.bottom && clause.bottom <= innerHeight && root.querySelector(arguments[0]).matches('.on')";
        eventually("the clause in sight, and marked", async || {
            Ok(page.script(is_seen, &[CLAUSE.into()]).await? == true)
        })
        .await?;
        page.click("link", has("Về yêu cầu 1.3")).await?;
        focus_is_at(page, "answer-1.3-limitations").await?;
        // The same by the tab, and by the browser's way back.
        page.click("link", "Công văn").await?;
        page.by_role("article", has("1022-CV/TU")).await?;
        page.click("link", "Tự đánh giá").await?;
        focus_is_at(page, "answer-1.3-limitations").await?;
        page.click("link", "Công văn").await?;
        page.by_role("article", has("1022-CV/TU")).await?;
        page.back().await?;
        focus_is_at(page, "answer-1.3-limitations").await?;
    }
    Ok(())
}

async fn a_small_screen_is_the_forms(page: &Page) -> Result<()> {
    open_sample(page).await?;
    page.viewport(360, 740).await?;
    let card = product::requirement(page, "1.2").await?;
    // Two notices: the last is shown, the other counted.
    for _ in 0..2 {
        card.click("button", "Bỏ việc 1").await?;
    }
    page.sees("và 1 mục nữa").await?;
    let height = "return document.querySelector('directive-assessment').shadowRoot.querySelector('.top').offsetHeight";
    let height = page.script(height, &[]).await?.as_f64().context("a height")?;
    ensure!(height <= 740.0 / 5.0, "the bar and the notices take {height} of 740 px");

    // Requirement by requirement, from the foot of the screen, which stays where it is.
    let foot = page.inside("navigation", "Yêu cầu trước, yêu cầu sau").await?;
    foot.sees("1.2 · 2/4").await?;
    for (link, here) in
        [("Yêu cầu 1.3", "1.3 · 3/4"), ("Yêu cầu 1.4", "1.4 · 4/4"), ("Tài liệu kiểm chứng", "Tài liệu kiểm chứng")]
    {
        let foot = page.inside("navigation", "Yêu cầu trước, yêu cầu sau").await?;
        foot.click("link", link).await?;
        let foot = page.inside("navigation", "Yêu cầu trước, yêu cầu sau").await?;
        foot.sees(here).await?;
    }
    let gap = "const foot = document.querySelector('directive-assessment').shadowRoot.querySelector('.foot');
        return innerHeight - foot.getBoundingClientRect().bottom";
    let gap = async || page.script(gap, &[]).await?.as_f64().context("a place");
    page.click("link", "Yêu cầu 1.4").await?;
    eventually("the foot at the foot", async || Ok(gap().await?.abs() < 2.0)).await?;
    page.axe_is_clean().await
}

async fn the_overview_leads_to_what_is_open(page: &Page) -> Result<()> {
    let draft = open_sample(page).await?;
    page.open("#/tu-danh-gia").await?;
    page.inside("region", "Bản nháp trên máy này").await?.click("link", "Quận ủy (ví dụ)").await?;
    page.focus_is("heading", "Tổng quan").await?;
    let due = page.inside("region", "Nhiệm vụ, giải pháp theo thời hạn").await?;
    let text = due.text().await?;
    let places = ["15/08/2024", "30/09/2024", "31/10/2024", "chưa có thời hạn"].map(|date| text.find(date));
    ensure!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
    page.axe_is_clean().await?;
    product::contents(page).await?.sees("thiếu 2").await?;
    page.click("button", "Làm tiếp: Yêu cầu 1.4 – Nguyên nhân khách quan").await?;
    focus_is_at(page, "answer-1.4-causes-objective").await?;
    page.type_text("Địa bàn rộng.").await?;
    product::contents(page).await?.sees("thiếu 1").await?;
    page.open(&product::address(&draft, "tong-quan")).await?;
    page.click("button", "Làm tiếp: Yêu cầu 1.4 – Thời hạn").await?;
    eventually("the focus at the due date", async || Ok(page.focused().await?.id.ends_with("-due"))).await?;
    page.type_text("1/12/2024").await?;
    page.open(&product::address(&draft, "tong-quan")).await?;
    page.inside("region", "Mức độ thực hiện").await?.click("link", "Kiểm tra và xuất tệp").await?;
    page.focus_is("heading", "Kiểm tra và xuất tệp").await?;
    page.sees("Gửi tệp cho Ban Tuyên giáo Thành ủy, cơ quan tổng hợp theo nhiệm vụ 3 của công văn.").await?;
    product::export(page).await?;
    product::go_to(page, "Đánh giá chung, kiến nghị").await?;
    page.fill("Đánh giá chung", "Nghiêm túc.").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.unfold("Các chỗ đã sửa").await?;
    page.click("button", "Đánh giá chung").await?;
    page.focus_is("textbox", "Đánh giá chung").await
}

async fn a_name_that_the_roster_does_not_have_is_asked_for_its_group(page: &Page) -> Result<()> {
    page.open("").await?;
    // The best match first, whatever its group; Enter takes it.
    page.fill("Đơn vị", "ninh kieu").await?;
    page.by_role("option", UNIT).await?;
    page.press("Enter").await?;
    page.focus_is("button", "Đổi đơn vị").await?;
    page.click("button", "Đổi đơn vị").await?;
    page.focus_is("combobox", "Đơn vị").await?;
    // It takes the place of the name that stands there.
    page.type_text("Sở Tài chính").await?;
    page.click("option", "Dùng tên đã gõ: Sở Tài chính").await?;
    page.by_role("group", "“Sở Tài chính” thuộc nhóm nào?").await?;
    page.press("Tab").await?;
    page.focus_is("button", has("sở, ban, ngành")).await?;
    page.press("Enter").await?;
    page.sees("Sở Tài chính").await?;
    // The unit that was chosen in the directive is the one to begin for.
    page.click("link", "Tự đánh giá").await?;
    page.click("button", "Bắt đầu").await?;
    page.by_role("heading", "Phần chung").await?;
    page.sees("Sở Tài chính").await
}

e2e::tests!(
    links_to_a_requirement_land_with_its_heading_below_the_bar,
    who_looks_a_clause_up_comes_back_to_the_very_field,
    a_small_screen_is_the_forms,
    the_overview_leads_to_what_is_open,
    a_name_that_the_roster_does_not_have_is_asked_for_its_group,
);
