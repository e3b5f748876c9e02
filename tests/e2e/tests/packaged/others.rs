//! Other tools that people build with, in one engine: what they do to the page is the same in all.

use crate::applications::application;
use e2e::prelude::*;
use e2e::product;

/// Both put styles of their own into the page, and make markup of texts.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; object-src 'none'; \
    base-uri 'none'; report-uri /__csp";

async fn react_in_strict_mode(page: &Page) -> Result<()> {
    application(page, "react-strict").await
}

async fn svelte(page: &Page) -> Result<()> {
    application(page, "svelte").await
}

async fn lit(page: &Page) -> Result<()> {
    application(page, "lit").await
}

/// Goes on with the answer to requirement 1.1, and expects these words in it.
async fn still_holds(page: &Page, words: &str) -> Result<()> {
    page.ready().await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", matches("^Tự đánh giá")).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", words).await
}

/// A script goes from page to page in the place of the browser: it puts the body of the next into that of this one.
async fn from_page_to_page(page: &Page, name: &str) -> Result<()> {
    page.server.policy(POLICY);
    page.visit(&page.server.url(&format!("{name}/index.html"))).await?;
    page.ready().await?;
    page.script("window.isSamePage = true", &[]).await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    let words = "Viết ngay trước khi sang trang";
    product::requirement(page, "1.1").await?.fill("Kết quả", words).await?;
    page.click("link", "Sang trang hai").await?;
    page.by_role("heading", "Trang hai").await?;
    page.gone("article", any()).await?;
    page.click("link", "Sang trang một").await?;
    still_holds(page, words).await?;
    page.back().await?;
    page.by_role("heading", "Trang hai").await?;
    page.back().await?;
    page.by_role("heading", "Trang một").await?;
    still_holds(page, words).await?;
    ensure!(page.script("return window.isSamePage", &[]).await? == true, "the browser has loaded a page");
    Ok(())
}

async fn htmx(page: &Page) -> Result<()> {
    from_page_to_page(page, "htmx").await
}

async fn turbo(page: &Page) -> Result<()> {
    from_page_to_page(page, "turbo").await
}

e2e::tests!(packaged in chromium: react_in_strict_mode, svelte, lit, htmx, turbo);
