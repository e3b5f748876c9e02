//! axe finds no barrier in any view and state, light and dark, on a phone and on a desktop; each gets a picture.

use e2e::prelude::*;
use e2e::product::{self, UNIT};

/// Chromium looks at all; what differs between the others is found at two corners.
fn looks(page: &Page) -> Vec<(Colours, u32)> {
    let all = [(Colours::Light, 1280), (Colours::Dark, 360), (Colours::Light, 360), (Colours::Dark, 1280)];
    let count = if page.engine() == Engine::Chromium { 4 } else { 2 };
    all.into_iter().take(count).collect()
}

/// Opens everything that is folded, so that axe sees it, and has all of it laid out: what is left for later has a size that
/// is only guessed, and axe takes what stands beyond it for text on a white page.
const UNFOLD: &str = "const root = document.querySelector('directive-assessment').shadowRoot;
for (const details of root.querySelectorAll('details:not([open])')) details.open = true;
for (const one of root.querySelectorAll('*')) {
    if (getComputedStyle(one).contentVisibility === 'auto') one.style.contentVisibility = 'visible';
}";

/// Wider than the window, the page would have to be pushed aside to be read.
const OVERFLOW: &str = "const root = document.querySelector('directive-assessment').shadowRoot;
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width) return [];
return [...root.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => `${one.localName}.${one.className}#${one.id} reaches ${one.getBoundingClientRect().right}`);";

/// Looks at what is shown now, named for the report.
async fn look(page: &Page, name: &str, (colours, width): (Colours, u32), found: &mut Vec<String>) -> Result<()> {
    page.script(UNFOLD, &[]).await?;
    found.extend(page.axe().await?.into_iter().map(|barrier| format!("{name}, {colours:?}, {width}: {barrier}")));
    let wide = page.script(OVERFLOW, &[]).await?;
    found.extend(wide.as_array().into_iter().flatten().map(|one| format!("{name}, {colours:?}, {width}: {one}")));
    if page.engine() == Engine::Chromium {
        page.screenshot(&format!("{name}-{width}-{colours:?}")).await?;
    }
    Ok(())
}

async fn set(page: &Page, (colours, width): (Colours, u32)) -> Result<()> {
    page.colours(colours).await?;
    page.viewport(width, 800).await
}

fn none(found: &[String]) -> Result<()> {
    ensure!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
    Ok(())
}

async fn none_before_a_unit_is_chosen(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    for one in looks(page) {
        set(page, one).await?;
        page.open("#/cong-van").await?;
        page.by_role("combobox", "Đơn vị").await?;
        look(page, "directive-anyone", one, &mut found).await?;
        page.fill("Đơn vị", "uy").await?;
        page.by_role("option", UNIT).await?;
        look(page, "choice-of-unit", one, &mut found).await?;
        page.inside("search", any()).await?.fill(any(), "thanh uy").await?;
        look(page, "directive-found", one, &mut found).await?;

        page.open("#/tu-danh-gia").await?;
        page.sees("Chưa có bản nháp nào").await?;
        look(page, "drafts-none", one, &mut found).await?;
        page.drop_files(&[Upload::json("hong.json", "{\"format\":")]).await?;
        page.by_role("heading", "Không nhập được tệp").await?;
        look(page, "import-refused", one, &mut found).await?;
        page.click("button", "Đóng").await?;
        page.gone("heading", "Không nhập được tệp").await?;
    }
    none(&found)
}

/// Fills what the sample lacks: errors, advice, a status that folds fields, a choice from the register.
async fn spoil(page: &Page, sample: &str) -> Result<()> {
    page.open(&product::address(sample, "chung")).await?;
    page.fill("Đến ngày", "31/9/2024").await?;
    page.open(&product::address(sample, "tai-lieu")).await?;
    page.click("button", "Thêm tài liệu mới").await?;
    page.inside("group", has("4.")).await?.fill("Liên kết", "ftp://x").await?;
    page.open(&product::address(sample, "nhiem-vu/3")).await?;
    page.click("checkbox", has("Đơn vị có phối hợp")).await?;
    let third = product::requirement(page, "3.1").await?;
    third.click("radio", "Đã thực hiện").await?;
    third.click("button", "Thêm việc").await?;
    third.fill("Thời hạn", "31/9/2024").await?;
    third.click("button", "Chọn từ danh mục của đơn vị").await?;
    product::requirement(page, "3.2").await?.click("radio", "Không thuộc phạm vi").await?;
    product::is_saved(page).await
}

async fn none_in_the_form(page: &Page) -> Result<()> {
    page.open("#/tu-danh-gia").await?;
    page.click("button", "Mở bản mẫu").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    let sample = product::draft(page).await?;
    spoil(page, &sample).await?;
    let views = [
        ("form-general", "chung"),
        ("form-task-1", "nhiem-vu/1"),
        ("form-task-2", "nhiem-vu/2"),
        ("form-task-3", "nhiem-vu/3"),
        ("form-evidence", "tai-lieu"),
        ("form-closing", "ket-luan"),
        ("export", "xuat"),
        ("print", "ban-in"),
    ];
    let mut found = Vec::new();
    for one in looks(page) {
        set(page, one).await?;
        for (name, section) in views {
            let here = product::address(&sample, section);
            page.open(&here).await?;
            page.route_is(&here).await?;
            look(page, name, one, &mut found).await?;
        }
    }
    none(&found)
}

async fn none_with_drafts_and_files(page: &Page) -> Result<()> {
    product::begin(page).await?;
    product::requirement(page, "1.1").await?.click("radio", "Đang thực hiện").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    page.click("link", "Tự đánh giá").await?;
    page.click("button", "Làm kỳ mới từ bản này: Quận ủy Ninh Kiều").await?;
    page.by_role("heading", "Phần chung").await?;
    page.click("link", "Tự đánh giá").await?;
    // Which of the two does not matter.
    let delete = page.all_by_role("button", "Xóa bản nháp của Quận ủy Ninh Kiều").await?;
    delete.first().context("two drafts")?.click().await?;
    page.by_role("button", "Hoàn tác").await?;
    let mut found = Vec::new();
    for one in looks(page) {
        set(page, one).await?;
        page.open("#/tu-danh-gia").await?;
        page.inside("region", "Bản nháp trên máy này").await?.by_role("link", UNIT).await?;
        look(page, "drafts", one, &mut found).await?;
        page.drop_files(&[Upload::json(&file.name, file.bytes.clone())]).await?;
        page.by_role("button", "Thay bản nháp").await?;
        look(page, "import-preview", one, &mut found).await?;
        page.click("button", "Không nhập").await?;
        page.open("#/cong-van/1.2").await?;
        page.by_role("article", "Công văn 1022-CV/TU").await?;
        look(page, "directive-unit", one, &mut found).await?;
        page.click("button", "English").await?;
        page.by_role("link", "Directive").await?;
        look(page, "directive-english", one, &mut found).await?;
        page.click("button", "Tiếng Việt").await?;
        page.by_role("link", "Công văn").await?;
    }
    none(&found)
}

e2e::tests!(none_before_a_unit_is_chosen, none_in_the_form, none_with_drafts_and_files);
