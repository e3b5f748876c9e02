//! What a visitor sees before the program has loaded, and that nothing waits without need.

use crate::webmaster::{asked_for_once, let_keep};
use e2e::portal::{self, value};
use e2e::prelude::*;
use e2e::{FOLDER, Reply};

const PROGRAM: &str = "/portal/tu-danh-gia/directive-assessment_bg.wasm";

/// Waits until all of these were asked for, from the root.
async fn asked(page: &Page, paths: &[&str]) -> Result<()> {
    eventually(format!("requests for {paths:?}"), async || {
        let requests = page.server.requests();
        Ok(paths.iter().all(|path| requests.iter().any(|asked| asked.path == *path)))
    })
    .await
}

const HEIGHT: &str = "return el.offsetHeight";

async fn the_directive_can_be_read_before_the_program_is_there(page: &Page) -> Result<()> {
    page.server.reply(PROGRAM, Reply::Silence);
    let body = "<main><h1>Tự đánh giá</h1>
        <directive-assessment><a href=\"tu-danh-gia/\">Tự đánh giá</a></directive-assessment></main>";
    portal::open(page, "", body).await?;
    let article = page.inside("article", has("1022-CV/TU")).await?;
    article.sees("Ngày 11/01/2022, Quốc hội khóa XV ban hành").await?;
    ensure!(value(page, HEIGHT).await?.as_f64() > Some(900.0));
    let is_sheet = "return getComputedStyle(el.shadowRoot.querySelector('.sheet')).fontFamily";
    ensure!(value(page, is_sheet).await?.to_string().contains("Times"), "no style sheet");
    page.axe_is_clean().await
}

async fn what_the_page_gives_is_asked_for_while_the_program_comes(page: &Page) -> Result<()> {
    page.server.reply(PROGRAM, Reply::Silence);
    page.server.put("/portal/directive.json", include_str!("../../../content/directive.json"));
    page.server.put("/portal/roster.json", include_str!("../../../content/roster.json"));
    let tag = "<directive-assessment directive=\"directive.json\" roster=\"roster.json\"><p>Kế hoạch 27</p></directive-assessment>";
    portal::open(page, "", tag).await?;
    asked(page, &["/portal/directive.json", "/portal/roster.json"]).await?;
    asked(
        page,
        &["directive-assessment.js", "directive-assessment.css", "content.js"]
            .map(|file| [FOLDER, file].concat())
            .each_ref()
            .map(String::as_str),
    )
    .await?;
    // What is not the page's own directive is not shown in its place.
    ensure!(!page.server.requests().iter().any(|asked| asked.path.ends_with("prerendered.js")));
    page.sees("Kế hoạch 27").await?;
    ensure!(value(page, HEIGHT).await?.as_f64() > Some(900.0));
    Ok(())
}

/// On the product's own page: how far what is above the directive, and the foot, are from it.
const GAPS: &str = "const el = document.querySelector('directive-assessment');
    const box = (one) => one.getBoundingClientRect();
    const sheet = box(el.querySelector('main'));
    const above = el.shadowRoot?.querySelector('.failure');
    return [above ? sheet.top - box(above).bottom : 0, box(document.querySelector('footer[lang=vi]')).top - sheet.bottom];";

async fn nothing_lies_around_the_pages_own_directive(page: &Page) -> Result<()> {
    page.allow("");
    page.server.hide("sw.js");
    let is_close = async |what: &str| {
        eventually(what, async || {
            let gaps = page.script(GAPS, &[]).await?;
            Ok(gaps.as_array().is_some_and(|gaps| gaps.iter().all(|gap| gap.as_f64().is_some_and(|gap| gap < 40.0))))
        })
        .await
    };
    page.server.reply(PROGRAM, Reply::Silence);
    page.visit(&page.server.url("")).await?;
    let ground = "const { shadowRoot } = document.querySelector('directive-assessment');
        return shadowRoot ? getComputedStyle(shadowRoot.querySelector('slot').parentNode).backgroundColor : ''";
    eventually("the ground of the views", async || {
        let ground = page.script(ground, &[]).await?;
        Ok(ground.as_str().is_some_and(|ground| ground.starts_with("rgb(")))
    })
    .await?;
    is_close("the foot below the directive").await?;
    page.server.mend();
    page.server.hide(PROGRAM);
    page.visit(&page.server.url("?again")).await?;
    page.by_role("alert", any()).await?;
    is_close("the directive below the panel").await
}

/// The page's own head names the program; what is named there is what is used.
async fn the_page_asks_for_nothing_twice(page: &Page) -> Result<()> {
    // What is kept for use without a network is asked for apart.
    let_keep(page);
    page.server.hide("sw.js");
    page.allow("sw.js");
    page.open("").await?;
    asked_for_once(page)
}

async fn what_stands_below_stays_where_it_is(page: &Page) -> Result<()> {
    let head = "<script src=\"moving.js\"></script>";
    let moving = "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (moved += value)))
        .observe({ type: 'layout-shift', buffered: true });";
    page.server.put("/portal/moving.js", moving);
    portal::open(page, head, "<directive-assessment></directive-assessment><footer>Chân trang</footer>").await?;
    page.ready().await?;
    page.by_role("combobox", "Đơn vị").await?;
    // What could be read before is there once.
    ensure!(page.all_by_role("article", has("1022-CV/TU")).await?.len() == 1);
    // Only Chromium tells how much has moved.
    let moved = value(page, "return window.moved").await?;
    ensure!(moved.as_f64() <= Some(0.05), "{moved}");
    Ok(())
}

e2e::tests!(
    the_directive_can_be_read_before_the_program_is_there,
    what_the_page_gives_is_asked_for_while_the_program_comes,
    nothing_lies_around_the_pages_own_directive,
    the_page_asks_for_nothing_twice,
    what_stands_below_stays_where_it_is,
);
