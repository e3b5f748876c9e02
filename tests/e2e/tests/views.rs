//! The views: their addresses, the links between clause and requirement, searching, the two languages.

use e2e::prelude::*;
use e2e::product::{self, UNIT};

async fn focus_is_at(page: &Page, id: &str) -> Result<()> {
    eventually(format!("the focus at #{id}"), async || Ok(page.focused().await?.id == id)).await
}

async fn every_view_has_its_address(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    product::is_saved(page).await?;
    let sections = [
        ("tong-quan", "Tổng quan"),
        ("chung", "Phần chung"),
        ("nhiem-vu/1", "Nhiệm vụ 1"),
        ("nhiem-vu/2", "Nhiệm vụ 2"),
        ("tai-lieu", "Danh mục tài liệu kiểm chứng (0)"),
        ("ket-luan", "Đánh giá chung, kiến nghị"),
        ("xuat", "Kiểm tra và xuất tệp"),
        ("ban-in", "Tự đánh giá việc thực hiện Công văn 1022-CV/TU"),
    ];
    for (section, title) in sections {
        let here = product::address(&draft, section);
        // From nothing, as from a bookmark.
        page.visit("about:blank").await?;
        page.open(&here).await?;
        page.by_role("heading", has(title)).await?;
        page.route_is(&here).await?;
        focus_is_at(page, "view-title").await?;
    }
    page.visit("about:blank").await?;
    page.open(&product::address(&draft, "yeu-cau/1.3")).await?;
    focus_is_at(page, "requirement-1.3").await?;

    page.visit("about:blank").await?;
    page.open("#/cong-van/1.3").await?;
    focus_is_at(page, "card-1.3").await?;
    page.by_role("button", "Xem trong văn bản").await?;
    page.open("#/cong-van/2").await?;
    focus_is_at(page, "card-2").await?;

    for lost in ["#/tu-danh-gia/khongcos/nhiem-vu/1", "#/tu-danh-gia"] {
        page.visit("about:blank").await?;
        page.open(lost).await?;
        page.by_role("heading", "Tự đánh giá").await?;
        page.inside("region", "Bản nháp trên máy này").await?.by_role("link", UNIT).await?;
    }
    page.open("#/khong-co").await?;
    page.by_role("article", has("1022-CV/TU")).await.map(drop)
}

async fn back_and_forward_walk_through_the_views(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.fill("Kết quả", "Đã làm.").await?;
    product::go_to(page, "Đánh giá chung, kiến nghị").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.by_role("heading", "Kiểm tra và xuất tệp").await?;
    page.click("link", "Công văn").await?;
    page.by_role("article", has("1022-CV/TU")).await?;
    for (section, title) in
        [("xuat", "Kiểm tra và xuất tệp"), ("ket-luan", "Đánh giá chung, kiến nghị"), ("nhiem-vu/1", "Nhiệm vụ 1")]
    {
        page.back().await?;
        page.route_is(&product::address(&draft, section)).await?;
        page.focus_is("heading", title).await?;
    }
    product::requirement(page, "1.1").await?.holds("Kết quả", "Đã làm.").await?;
    page.back().await?;
    page.by_role("article", has("1022-CV/TU")).await?;
    page.forward().await?;
    page.focus_is("heading", "Nhiệm vụ 1").await?;
    page.forward().await?;
    page.focus_is("heading", "Đánh giá chung, kiến nghị").await
}

const CLAUSE: &str = "đặc biệt là Nghị quyết số 45/2022/QH15 của Quốc hội";

async fn clauses_and_requirements_lead_to_each_other(page: &Page) -> Result<()> {
    page.open("").await?;
    product::choose_unit(page, product::UNIT_TYPED, UNIT).await?;
    let sheet = page.inside("article", "Công văn 1022-CV/TU").await?;
    sheet.click("link", CLAUSE).await?;
    page.route_is("#/cong-van/1.2").await?;
    focus_is_at(page, "card-1.2").await?;
    let card = page.inside("article", matches("^Nhiệm vụ 1:")).await?;
    card.click("button", "Xem trong văn bản").await?;
    page.focus_is("link", CLAUSE).await?;
    card.click("button", "Tự đánh giá").await?;
    let requirement = product::requirement(page, "1.2").await?;
    // A line of the clause stands in the form; opened, it leads on.
    requirement.unfold(has(CLAUSE)).await?;
    requirement.click("link", "Xem trong công văn: yêu cầu 1.2").await?;
    page.route_is("#/cong-van/1.2").await?;
    page.focus_is("link", CLAUSE).await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("link", "Sửa trong phần tự đánh giá").await?;
    focus_is_at(page, "requirement-1.2").await
}

const DIRECTIVE: &str = include_str!("../../fixtures/1022-cv-tu.txt");
const MARKS: &str =
    "return [...document.querySelector('directive-assessment').shadowRoot.querySelectorAll('.sheet mark')]
    .map((mark) => [mark.textContent.toLowerCase(), mark.classList.contains('current')])";

async fn finds_without_marks(page: &Page) -> Result<()> {
    page.open("").await?;
    let find = page.inside("search", any()).await?;
    let field = "Tìm trong công văn (không cần gõ dấu)";
    let said = find.by_role("status", any()).await?;
    let says = async |words: &str| eventually(words, async || Ok(said.text().await? == words)).await;
    let marks = async || -> Result<Vec<(String, bool)>> { Ok(serde_json::from_value(page.script(MARKS, &[]).await?)?) };
    let document = DIRECTIVE.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    // With or without marks, with the mark on the other letter, in capitals.
    let queries = [("thanh uy", "thành ủy"), ("NGHỊ QUYẾT", "nghị quyết"), ("uỷ ban", "ủy ban"), ("uy ban", "ủy ban")];
    for (query, words) in queries {
        find.fill(field, query).await?;
        let places = document.matches(words).count();
        says(&format!("{places} chỗ")).await?;
        let found = marks().await?;
        ensure!(found.len() == places && found.iter().all(|(text, _)| text == words), "{query}: {found:?}");
    }
    page.press("Enter").await?;
    says("1/2 chỗ").await?;
    find.click("button", "Chỗ trước").await?;
    says("2/2 chỗ").await?;
    ensure!(marks().await?.last().is_some_and(|(_, is_current)| *is_current));
    find.fill(field, "không có đâu").await?;
    says("Không có").await?;
    page.press("Escape").await?;
    find.holds(field, "").await?;
    eventually("no marks", async || Ok(marks().await?.is_empty())).await
}

/// Words with Vietnamese letters that do not say that they are Vietnamese. An attribute cannot say so of a part of it: the
/// unit's name may stand in one.
const UNMARKED: &str = "const root = document.querySelector('directive-assessment').shadowRoot;
const vietnamese = /[\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u00ff\\u0102\\u0103\\u0110\\u0111\\u0128\\u0129\\u0168\\u0169\\u01a0\\u01a1\\u01af\\u01b0\\u1ea0-\\u1ef9]/;
const found = [];
const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
    const node = walk.currentNode;
    const element = node.nodeType === 3 ? node.parentElement : node;
    if (!element || element.localName === 'style') continue;
    if (element.closest('[lang]')?.lang === 'vi') continue;
    const attribute = (name) => (node.getAttribute(name) ?? '').replace(arguments[0], '');
    const texts = node.nodeType === 3 ? [node.data] : ['aria-label', 'title', 'placeholder', 'alt'].map(attribute);
    for (const text of texts) if (vietnamese.test(text)) found.push(`${element.localName}.${element.className}: ${text}`);
}
return found;";

async fn speaks_english_but_for_the_directive(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.click("radio", "Đã thực hiện").await?;
    card.click("button", "Thêm tài liệu mới").await?;
    card.fill("Liên kết", "ftp://x").await?;
    card.click("button", "Thêm việc").await?;
    page.click("button", "English").await?;
    page.by_role("heading", "Task 1").await?;
    page.by_role("button", "Tiếng Việt").await?;
    product::is_saved(page).await?;

    let sections = ["tong-quan", "chung", "nhiem-vu/1", "nhiem-vu/2", "tai-lieu", "ket-luan", "xuat", "ban-in"];
    let mut routes: Vec<String> = sections.iter().map(|section| product::address(&draft, section)).collect();
    routes.extend(["#/tu-danh-gia".to_owned(), "#/cong-van/1.2".to_owned()]);
    let mut words = Vec::new();
    for route in routes {
        page.open(&route).await?;
        page.by_role("link", "Self-assessment").await?;
        let unmarked = page.script(UNMARKED, &[UNIT.into()]).await?;
        words.extend(unmarked.as_array().into_iter().flatten().map(|word| format!("{route}: {word}")));
    }
    ensure!(words.is_empty(), "not marked as Vietnamese:\n{}", words.join("\n"));

    page.reload().await?;
    page.by_role("link", "Directive").await?;
    let sheet = page.by_role("article", "Công văn 1022-CV/TU").await?;
    ensure!(sheet.attribute("lang").await?.as_deref() == Some("vi"), "the directive's text is Vietnamese");
    page.inside("article", "Công văn 1022-CV/TU").await?.sees("Phạm Văn Hiếu").await?;
    page.click("button", "Tiếng Việt").await?;
    page.by_role("link", "Công văn").await?;
    page.reload().await?;
    page.by_role("link", "Tự đánh giá").await.map(drop)
}

/// From the top of the window to the first status that can be chosen, in CSS pixels.
const FIRST_CHOICE: &str = "scrollTo(0, 0);
    const { shadowRoot } = document.querySelector('directive-assessment');
    return shadowRoot.querySelector('.req .choice').getBoundingClientRect().top";

async fn the_form_begins_at_its_first_field(page: &Page) -> Result<()> {
    product::begin(page).await?;
    for (width, height, most) in [(1280, 800, 300.0), (360, 740, 420.0)] {
        page.viewport(width, height).await?;
        product::requirement(page, "1.1").await?.by_role("radio", "Đã thực hiện").await?;
        let top = page.script(FIRST_CHOICE, &[]).await?.as_f64().context("a place")?;
        ensure!(top <= most, "at {width} px the first choice is {top} px from the top");
    }
    Ok(())
}

e2e::tests!(
    every_view_has_its_address,
    the_form_begins_at_its_first_field,
    back_and_forward_walk_through_the_views,
    clauses_and_requirements_lead_to_each_other,
    finds_without_marks,
    speaks_english_but_for_the_directive,
);
