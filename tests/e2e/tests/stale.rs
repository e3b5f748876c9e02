//! A browser that still has a script or the page of a release that the server no longer has, as happens without `Cache-Control`.

use e2e::prelude::*;
use e2e::{FOLDER, NEXT, Release, portal, product};

const TAG: &str = "<directive-assessment></directive-assessment>";

/// A page of the portal was there before, and its `embed.js` is kept by the browser; then the server gets another release.
async fn portal_before(page: &Page, head: &str) -> Result<Release> {
    // What does not fit is told on the console.
    page.allow("");
    page.server.let_keep_at("embed.js");
    portal::serve(page, head, TAG);
    page.visit(&page.server.url_at(portal::HOST)).await?;
    page.ready().await?;
    let next = Release::next(page)?;
    page.server.move_to(next.folder().to_owned());
    Ok(next)
}

async fn portal_again(page: &Page) -> Result<()> {
    page.visit(&page.server.url("kiem-tra.html")).await?;
    page.visit(&page.server.url_at(portal::HOST)).await
}

/// The releases of the program that this page has asked for, in that order.
async fn asked_for(page: &Page) -> Result<Vec<String>> {
    let asked = "return performance.getEntriesByType('resource').map(({ name }) =>
        /directive-assessment\\.js\\?(\\w+)$/.exec(name)?.[1]).filter((one, index, all) => one && all.indexOf(one) === index)";
    Ok(serde_json::from_value(page.script(asked, &[]).await?)?)
}

/// The product works, with the program and the style sheet of the release that is there.
async fn works_as_the_next(page: &Page) -> Result<()> {
    page.ready().await?;
    let asked = asked_for(page).await?;
    ensure!(asked.last().is_some_and(|last| last == NEXT), "it runs one of {asked:?}");
    let style = "const links = [...document.querySelector('directive-assessment').shadowRoot.querySelectorAll('link')];
        return links.map(({ href, sheet }) => [href.split('?')[1], Boolean(sheet)])";
    let style = page.script(style, &[]).await?;
    ensure!(style == serde_json::json!([[NEXT, true]]), "the style sheet is {style}");
    product::begin_here(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Đã mở 12 lớp").await?;
    product::is_saved(page).await
}

async fn an_old_script_takes_the_parts_of_the_release_that_is_there(page: &mut Page) -> Result<()> {
    let _next = portal_before(page, portal::EMBED).await?;
    portal_again(page).await?;
    works_as_the_next(page).await?;
    ensure!(asked_for(page).await?.len() == 2, "the script was not an old one: {:?}", asked_for(page).await?);
    // It has brought the new one for the next visit; WebKit has scripts in its memory too, until it is closed.
    if page.engine() == Engine::WebKit {
        page.restart().await?;
    }
    portal_again(page).await?;
    page.ready().await?;
    ensure!(asked_for(page).await? == [NEXT], "the old script is still there: {:?}", asked_for(page).await?);
    Ok(())
}

const CAUSE: &str =
    "return document.querySelector('directive-assessment').shadowRoot?.querySelector('.failure')?.dataset.cause ?? ''";

async fn tells(page: &Page, cause: &str) -> Result<()> {
    eventually(format!("the cause {cause}"), async || Ok(page.script(CAUSE, &[]).await? == cause)).await
}

/// What the page has fixed is not replaced, and whoever runs it is told what to do.
async fn a_script_with_a_digest_is_never_replaced(page: &Page) -> Result<()> {
    let list: serde_json::Value = serde_json::from_slice(&product::file("files.json")?)?;
    let version = list.get("version").and_then(|version| version.as_str()).context("no version")?.to_owned();
    let sample = String::from_utf8(product::file("mau/phan-tu.html")?)?;
    let digest = sample.split("embed.js\" integrity=\"").nth(1).and_then(|rest| rest.split('"').next());
    let digest = digest.context("no digest in the sample")?;
    for head in [
        portal::EMBED.replace(" src", &format!(" integrity=\"{digest}\" src")),
        format!("<link rel=\"modulepreload\" href=\"tu-danh-gia/embed.js\" integrity=\"{digest}\">{}", portal::EMBED),
    ] {
        page.server.move_to(product_folder()?);
        let _next = portal_before(page, &head).await?;
        portal_again(page).await?;
        tells(page, "fixed").await?;
        page.sees("Người quản trị cần thay bằng thẻ mới").await?;
        ensure!(asked_for(page).await? == [version.as_str()], "{:?}", asked_for(page).await?);
    }
    Ok(())
}

fn product_folder() -> Result<std::path::PathBuf> {
    Ok(e2e::built_page()?.parent().context("no folder")?.to_owned())
}

/// Where more than the parts has changed, a reload is asked for, and brings all of it.
async fn a_script_that_is_too_old_asks_for_a_reload(page: &Page) -> Result<()> {
    let next = portal_before(page, portal::EMBED).await?;
    let script = std::fs::read_to_string(next.folder().join("embed.js"))?;
    let is_name = |word: &&str| word.len() == 16 && *word != NEXT && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let shell = script.split('"').find(is_name).context("the script does not name what is around its parts")?;
    page.server.put("embed.js", script.replace(shell, "0123456789abcdef"));
    portal_again(page).await?;
    tells(page, "mixed").await?;
    page.click("button", "Tải lại").await?;
    works_as_the_next(page).await
}

async fn an_old_page_is_loaded_anew(page: &Page) -> Result<()> {
    page.allow("");
    page.server.hide("sw.js");
    page.server.let_keep_at("index.html");
    page.open("").await?;
    let next = Release::next(page)?;
    let old = page.server.root().join("index.html");
    page.server.move_to(next.folder().to_owned());
    page.visit(&page.server.url("kiem-tra.html")).await?;
    page.visit(&page.server.url("")).await?;
    works_as_the_next(page).await?;
    // One that the server itself sends is not loaded again and again.
    page.script("sessionStorage.clear()", &[]).await?;
    page.server.put("index.html", std::fs::read(old)?);
    let before = visits(page);
    page.visit(&page.server.url("?again")).await?;
    page.sees("Hai phiên bản của trang bị lẫn vào nhau").await?;
    ensure!(visits(page) - before == 2, "the page was loaded {} times", visits(page) - before);
    Ok(())
}

fn visits(page: &Page) -> usize {
    page.server.requests().iter().filter(|asked| asked.path == FOLDER).count()
}

e2e::tests!(
    an_old_script_takes_the_parts_of_the_release_that_is_there,
    a_script_with_a_digest_is_never_replaced,
    a_script_that_is_too_old_asks_for_a_reload,
    an_old_page_is_loaded_anew,
);
