//! The page around the element: its outline, its encoding, its policy and what it prints stay its own.

#![allow(clippy::indexing_slicing, reason = "a JSON value that lacks what is asked for answers with null")]

use e2e::portal::{self, hears, told, value};
use e2e::prelude::*;
use e2e::product;
use serde_json::{Value, json};

const TAG: &str = "<directive-assessment></directive-assessment>";
const PORTAL: &str = "<header>Cổng thông tin</header><main><h1>Tự đánh giá</h1><directive-assessment routing=\"hash\"></directive-assessment></main>\
    <footer>Chân trang</footer>";

/// The landmarks of the views that have the name of the view, and the levels of their headings, in order.
const OUTLINE: &str = "const all = (selector) => [...el.shadowRoot.querySelectorAll(selector)];
    return {
      main: all('main').length,
      regions: all('section[aria-labelledby=view-title]').length,
      levels: all('h1, h2, h3, h4').map((one) => Number(one.getAttribute('aria-level') ?? one.localName[1])),
    }";

/// Whether the views stand in the page's outline from this level.
async fn begins_at(page: &Page, level: u64) -> Result<()> {
    let outline = value(page, OUTLINE).await?;
    let levels = outline["levels"].as_array().context("no levels")?;
    ensure!(outline["main"] == 0 && outline["regions"] == 1, "{outline}");
    ensure!(levels.iter().filter_map(Value::as_u64).min() == Some(level), "{outline}");
    Ok(())
}

async fn in_a_page_of_others_it_has_no_main_and_no_first_heading(page: &Page) -> Result<()> {
    portal::open(page, "", PORTAL).await?;
    page.ready().await?;
    begins_at(page, 2).await?;
    page.axe_is_clean().await?;
    page.click("link", "Tự đánh giá").await?;
    page.click("button", "Mở bản mẫu").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    let draft = value(page, "return location.hash.split('/')[2]").await?;
    for section in ["chung", "nhiem-vu/1", "tai-lieu", "ket-luan", "xuat", "ban-in"] {
        let address = product::address(draft.as_str().context("no draft")?, section);
        value(page, &format!("location.hash = '{address}'")).await?;
        eventually(format!("the view of {section}"), async || {
            Ok(value(page, "return location.hash").await? == address.as_str())
        })
        .await?;
        eventually(format!("levels in {section}"), async || Ok(begins_at(page, 2).await.is_ok())).await?;
        page.axe_is_clean().await?;
    }
    value(page, "el.headingLevel = 4").await?;
    eventually("other levels", async || Ok(begins_at(page, 4).await.is_ok())).await?;
    // What it does not know is as if nothing were said.
    value(page, "el.setAttribute('heading-level', 'x')").await?;
    eventually("the first levels", async || Ok(begins_at(page, 2).await.is_ok())).await?;
    value(page, "el.setAttribute('heading-level', '1')").await?;
    eventually("the page's own outline", async || {
        let outline = value(page, OUTLINE).await?;
        Ok(outline["main"] == 1 && outline["regions"] == 0 && outline["levels"][0] == 1)
    })
    .await
}

/// What is set in one go is one change, in whatever order a framework sets it.
async fn a_unit_may_come_with_its_roster(page: &Page) -> Result<()> {
    portal::open(page, "", TAG).await?;
    page.ready().await?;
    let mut roster = serde_json::from_slice::<Value>(include_bytes!("../../../content/roster.json"))?;
    let units = roster["units"].as_array_mut().context("no units")?;
    let mut new = units.first().context("no unit")?.clone();
    new["id"] = "ban-moi".into();
    new["name"] = "Ban mới".into();
    units.push(new);
    let set = format!("el.unit = 'ban-moi'; el.roster = {roster}; await el.ready; return el.unit");
    ensure!(value(page, &set).await? == "ban-moi");
    let told = told(page).await?;
    ensure!(!told.iter().any(|event| event["name"] == "error"), "{told:?}");
    Ok(())
}

async fn names_and_values_may_be_as_frameworks_write_them(page: &Page) -> Result<()> {
    portal::open(page, "", "<directive-assessment storagekey=\"b\" headingLevel=\"3\"></directive-assessment>").await?;
    page.ready().await?;
    ensure!(value(page, "return [el.storageKey, el.headingLevel]").await? == json!(["b", "3"]));
    // Whoever comes after the event is told as well.
    ensure!(value(page, "return (await el.ready) === el").await? == true);
    value(page, "el.setAttribute('directive', { id: 'x' })").await?;
    let error = hears(page, "error").await?;
    ensure!(error["code"] == "directive-invalid", "{error}");
    page.sees("element.directive = …").await?;
    let refused = portal::error(page, "await el.ready").await?;
    ensure!(refused["code"] == "directive-invalid", "{refused}");
    Ok(())
}

async fn moved_within_the_page_it_goes_on(page: &Page) -> Result<()> {
    portal::open(page, "", &format!("<div id=\"one\">{TAG}</div><div id=\"two\"></div>")).await?;
    page.ready().await?;
    if value(page, "return 'moveBefore' in Element.prototype").await? == false {
        return Ok(());
    }
    page.field("Đơn vị").await?.click().await?;
    page.type_text("ninh").await?;
    value(page, "two.moveBefore(el, null)").await?;
    page.type_text(" kieu").await?;
    ensure!(page.field("Đơn vị").await?.value().await? == "ninh kieu", "the focus was lost");
    ensure!(value(page, "return el.parentNode.id").await? == "two");
    Ok(())
}

async fn a_policy_may_let_styles_in_by_a_nonce(page: &Page) -> Result<()> {
    let policy = "default-src 'none'; img-src 'self'; script-src 'self' 'nonce-abc' 'wasm-unsafe-eval'; style-src 'nonce-abc'; connect-src 'self'";
    page.server.policy_at(portal::HOST, policy);
    let script = "<script type=\"module\" nonce=\"abc\" src=\"tu-danh-gia/embed.js\"></script>";
    portal::serve(page, script, TAG);
    page.visit(&page.server.url_at(portal::HOST)).await?;
    page.ready().await?;
    let position = "return getComputedStyle(el.shadowRoot.querySelector('.top')).position";
    ensure!(value(page, position).await? == "sticky", "the style sheet was refused");
    Ok(())
}

/// The page's encoding is that of its own words.
async fn a_page_may_be_in_another_encoding(page: &Page) -> Result<()> {
    let html = "<!doctype html><html lang=\"vi\"><meta charset=\"windows-1258\"><title>Cong</title>
        <script type=\"module\" src=\"/portal/tu-danh-gia/embed.js\"></script><directive-assessment></directive-assessment>";
    page.server.put_foreign("/portal/host.htm", html);
    page.visit(&page.server.url_at("/portal/host.htm")).await?;
    page.ready().await?;
    ensure!(value(page, "return document.characterSet").await? == "windows-1258");
    page.by_role("article", has("Công văn 1022-CV/TU")).await?;
    let printed = "const found = [];
        for (const { cssRules } of el.shadowRoot.styleSheets) {
          const look = (rules) => { for (const rule of rules) {
            if (rule.style?.content) found.push(rule.style.content);
            if (rule.cssRules) look(rule.cssRules);
          } };
          look(cssRules);
        }
        return found.join('')";
    let printed = value(page, printed).await?.to_string();
    let sheet = String::from_utf8(product::file("directive-assessment.css")?)?;
    let foreign = |text: &str| text.chars().filter(|letter| !letter.is_ascii()).collect::<String>();
    ensure!(!foreign(&printed).is_empty(), "the style sheet prints nothing: {printed}");
    ensure!(foreign(&printed).chars().all(|letter| sheet.contains(letter)), "{printed}");
    Ok(())
}

/// What a browser would print, as soon as it is asked to: the title and the text of the frame.
const PRINTS: &str = "const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
        const { document } = get.call(this);
        const { shadowRoot } = document.querySelector('directive-assessment');
        return { print: () => (window.printed = {
          title: document.title,
          page: document.body.innerText,
          report: shadowRoot.querySelector('.report').textContent,
          sheets: document.styleSheets.length + shadowRoot.styleSheets.length,
        }) };
      } });
    window.print = () => (window.printed = 'all of the page');";

async fn the_report_is_printed_without_the_page_around_it(page: &Page) -> Result<()> {
    portal::open(page, "", PORTAL).await?;
    page.ready().await?;
    product::begin_here(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Đã mở 12 lớp.").await?;
    value(page, PRINTS).await?;
    page.press("Control+p").await?;
    eventually("something printed", async || Ok(value(page, "return window.printed").await? != Value::Null)).await?;
    let printed = value(page, "return window.printed").await?;
    let report = printed["report"].as_str().context("no report")?;
    ensure!(report.contains("Đã mở 12 lớp.") && report.contains("DỰ THẢO"), "{printed}");
    ensure!(printed["sheets"] == 2, "{printed}");
    ensure!(!printed["page"].to_string().contains("Chân trang"), "{printed}");
    ensure!(!printed["title"].to_string().is_empty(), "{printed}");
    Ok(())
}

/// The widths of the lines around what is drawn with one.
const BORDERS: &str = "return ['textarea', '.btn.main', '.req'].map((one) =>
    `${one} ${getComputedStyle(el.shadowRoot.querySelector(one)).borderTopWidth}`)";

/// An extension that darkens every page puts colours of its own in the places of ours, and has none for some of them.
async fn what_has_a_line_around_it_keeps_it_in_the_dark(page: &Page) -> Result<()> {
    page.server.put("/portal/dark.js", product::npm_file("darkreader/darkreader.js")?);
    page.server.policy_at(
        portal::HOST,
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; style-src 'self' 'unsafe-inline'",
    );
    portal::open(page, "<script src=\"dark.js\"></script>", TAG).await?;
    page.ready().await?;
    product::begin_here(page).await?;
    let before = value(page, BORDERS).await?;
    ensure!(before.to_string().matches(" 1px").count() == 3, "{before}");
    value(page, "DarkReader.setFetchMethod(window.fetch); DarkReader.enable({ brightness: 100, contrast: 90 })")
        .await?;
    eventually("the page in the dark", async || {
        let letters = "return getComputedStyle(el.shadowRoot.querySelector('h1')).color";
        let letters = value(page, letters).await?.to_string();
        Ok(letters.split(|c: char| !c.is_ascii_digit()).find_map(|number| number.parse::<u32>().ok()) > Some(180))
    })
    .await?;
    ensure!(value(page, BORDERS).await? == before, "{before}");
    Ok(())
}

e2e::tests!(
    in_a_page_of_others_it_has_no_main_and_no_first_heading,
    a_unit_may_come_with_its_roster,
    names_and_values_may_be_as_frameworks_write_them,
    moved_within_the_page_it_goes_on,
    a_policy_may_let_styles_in_by_a_nonce,
    a_page_may_be_in_another_encoding,
    the_report_is_printed_without_the_page_around_it,
    what_has_a_line_around_it_keeps_it_in_the_dark,
);
