//! One application, in each framework and bundler: the element is given all that it takes, reports what happens, is redrawn, and is
//! taken out and put back.
//!
//! All of them pass what <https://custom-elements-everywhere.com> asks of them, with this element's own attributes and properties.

#![allow(clippy::indexing_slicing, reason = "a JSON value that lacks what is asked for answers with null")]

use e2e::portal::value;
use e2e::prelude::*;
use e2e::{Reply, Scope, product};
use serde_json::json;

/// What the package itself wants of a page's policy is `'wasm-unsafe-eval'`; the frameworks have their own policies for Trusted Types.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'; \
    base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types angular e2e lit-html svelte-trusted-html vue webpack; report-uri /__csp";

/// One of each bundler.
const BUNDLED: [&str; 4] = ["react", "angular", "webpack", "esbuild"];

/// Names as elements of all kinds give them to their events.
const EVENTS: [&str; 5] = ["lowercaseevent", "kebab-event", "camelEvent", "CAPSevent", "PascalEvent"];

const PLACE: &str = "Gỡ ra, đặt lại";

async fn open(page: &Page, application: &str) -> Result<()> {
    page.server.policy(POLICY);
    page.visit(&page.server.url(&format!("{application}/"))).await?;
    page.ready().await
}

/// Goes to the answer to requirement 2.1 from the directive that the application has given.
async fn answer(page: &Page) -> Result<Scope> {
    let task = page.inside("article", matches("^Nhiệm vụ 2:")).await?;
    task.click("button", matches("^Tự đánh giá")).await?;
    page.by_role("heading", "Nhiệm vụ 2").await?;
    product::requirement(page, "2.1").await
}

/// How often the application was told of an event.
async fn heard(page: &Page, event: &str) -> Result<usize> {
    let heard = page.script("return document.getElementById('heard').textContent", &[]).await?;
    Ok(heard.as_str().unwrap_or_default().split_whitespace().filter(|name| *name == event).count())
}

async fn attributes_properties_and_children_arrive(page: &Page) -> Result<()> {
    let given = value(
        page,
        "return [el.unit, el.theme, el.lang, el.storageKey, el.getAttribute('storage-key'), el.headingLevel, el.readOnly, el.hasAttribute('readonly'),
            el.directive.id, el.roster.units.length, el.hasAttribute('directive'), el.textContent.trim()]",
    )
    .await?;
    let expected = json!([
        "phong-van-thu",
        "light",
        "vi",
        "kho",
        "kho",
        "3",
        false,
        false,
        "27/KH-UBND",
        3,
        false,
        "Đang mở, lần vẽ 0"
    ]);
    ensure!(given == expected, "{given}");
    page.click("button", "Khóa, mở").await?;
    eventually("a true property", async || value(page, "return el.readOnly").await.map(|is| is == true)).await?;
    page.click("button", "Khóa, mở").await?;
    eventually("a false property", async || value(page, "return el.readOnly").await.map(|is| is == false)).await
}

async fn events_of_every_name_arrive(page: &Page) -> Result<()> {
    for name in EVENTS {
        ensure!(heard(page, name).await? == 0);
        value(page, &format!("el.dispatchEvent(new Event('{name}'))")).await?;
        eventually(format!("the event {name}"), async || Ok(heard(page, name).await? == 1)).await?;
    }
    Ok(())
}

async fn drawing_again_changes_nothing(page: &Page, answer: &Scope, words: &str) -> Result<()> {
    value(page, "el.own = el.shadowRoot.querySelector('.app')").await?;
    for drawn in 1..=3 {
        page.click("button", "Vẽ lại").await?;
        eventually("children of the next drawing", async || {
            let is_drawn = format!("return el.textContent.trim() === 'Đang mở, lần vẽ {drawn}'");
            value(page, &is_drawn).await.map(|is| is == true)
        })
        .await?;
    }
    answer.holds("Kết quả", words).await?;
    ensure!(value(page, "return el.own === el.shadowRoot.querySelector('.app')").await? == true, "it began anew");
    ensure!(heard(page, "directive-assessment-ready").await? == 1, "it was ready again");
    Ok(())
}

async fn words_outlast_it(page: &Page) -> Result<()> {
    // Not saved yet as it is taken out.
    let words = "Đã đủ, viết ngay trước khi gỡ";
    answer(page).await?.fill("Kết quả", words).await?;
    page.click("button", PLACE).await?;
    page.gone("article", any()).await?;
    page.click("button", PLACE).await?;
    page.ready().await?;
    answer(page).await?.holds("Kết quả", words).await?;
    page.reload().await?;
    answer(page).await?.holds("Kết quả", words).await
}

/// The page with a draft in it is made of a file that the bundler has handed on.
async fn saves_a_page(page: &Page, words: &str) -> Result<()> {
    page.click("link", "Kiểm tra và xuất").await?;
    page.click("link", "Xem bản in, lưu HTML").await?;
    page.click("button", "Lưu thành một tệp HTML").await?;
    let copy = page.downloaded(".html").await?;
    ensure!(String::from_utf8_lossy(&copy.bytes).contains(words), "{} does not hold the words", copy.name);
    Ok(())
}

/// What would be printed, as soon as it is asked for: the report, and how many sheets its frame has.
const PRINTS: &str = "const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
        const { document } = get.call(this);
        const { shadowRoot } = document.querySelector('directive-assessment');
        const sheets = document.adoptedStyleSheets.length + shadowRoot.adoptedStyleSheets.length;
        return { print: () => (window.printed = [sheets, shadowRoot.querySelector('.report').textContent]) };
      } });";

async fn prints_the_report(page: &Page, words: &str) -> Result<()> {
    value(page, PRINTS).await?;
    page.press("Control+p").await?;
    eventually("something printed", async || Ok(!value(page, "return window.printed").await?.is_null())).await?;
    let printed = value(page, "return window.printed").await?;
    ensure!(printed[0] == 2 && printed[1].to_string().contains(words), "{printed}");
    Ok(())
}

pub(crate) async fn application(page: &Page, name: &str) -> Result<()> {
    open(page, name).await?;
    attributes_properties_and_children_arrive(page).await?;
    events_of_every_name_arrive(page).await?;
    let words = "Đã lập danh mục";
    let card = answer(page).await?;
    card.fill("Kết quả", words).await?;
    product::is_saved(page).await?;
    eventually("it tells of saving", async || Ok(heard(page, "directive-assessment-save").await? > 0)).await?;
    drawing_again_changes_nothing(page, &card, words).await?;
    saves_a_page(page, words).await?;
    prints_the_report(page, words).await?;
    page.reload().await?;
    answer(page).await?.holds("Kết quả", words).await?;
    page.reload().await?;
    words_outlast_it(page).await
}

async fn react(page: &Page) -> Result<()> {
    application(page, "react").await
}

async fn vue(page: &Page) -> Result<()> {
    application(page, "vue").await
}

async fn angular(page: &Page) -> Result<()> {
    application(page, "angular").await
}

async fn webpack(page: &Page) -> Result<()> {
    application(page, "webpack").await
}

async fn esbuild(page: &Page) -> Result<()> {
    application(page, "esbuild").await
}

/// Whatever becomes of the program on its way through a bundler and a server, it runs as it was released or not at all.
async fn a_changed_program_is_refused(page: &Page) -> Result<()> {
    page.allow("");
    for name in BUNDLED {
        open(page, name).await?;
        let asked = page.server.requests();
        let program = asked.iter().rev().find(|asked| asked.path.ends_with(".wasm")).context("no program")?;
        let path = program.path.clone();
        page.server.reply(&path, Reply::Bytes(b"\0asm\x01\0\0\0".to_vec()));
        page.visit(&page.server.url(&format!("{name}/"))).await?;
        page.by_role("alert", any()).await.with_context(|| name.to_owned())?;
        let is_there =
            "return Boolean(document.querySelector('directive-assessment').shadowRoot.querySelector('[data-ready]'))";
        ensure!(page.script(is_there, &[]).await? == false, "{name} runs a changed program");
    }
    Ok(())
}

e2e::tests!(packaged: react, vue, angular, webpack, esbuild, a_changed_program_is_refused);
