//! The response headers of a page that the service worker serves: the server's current ones or, where the server does not say, the
//! product's own; never those of another day.

use crate::offline::{TEXT, begin_kept, come_again, poison};
use e2e::prelude::*;
use e2e::{Reply, product};

const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// Whether the page's policy lets a picture of its own folder in, and one that stands in its address.
const SHOWS_PICTURES: &str = "return Promise.all([`icon.svg?${Math.random()}`,
    'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='].map((src) => new Promise((told) => {
    const picture = new Image();
    [picture.onload, picture.onerror] = [() => told(true), () => told(false)];
    picture.src = src;
})))";

/// Under no policy at all, under the product's own, and under that of a server that allows no picture.
const NO_POLICY: [bool; 2] = [true, true];
const OWN: [bool; 2] = [true, false];
const STRICT: [bool; 2] = [false, false];

async fn shows(page: &Page, wanted: [bool; 2], why: &str) -> Result<()> {
    let seen = page.script(SHOWS_PICTURES, &[]).await?;
    ensure!(seen == serde_json::json!(wanted), "{why}: {seen}");
    Ok(())
}

fn strict(page: &Page) {
    page.server.policy_at("index.html", &format!("{POLICY}; img-src 'none'"));
}

/// Not what a script has put into the cache, and without a network the product's own.
async fn heads_are_of_today(page: &mut Page) -> Result<()> {
    strict(page);
    let here = begin_kept(page).await?;
    shows(page, STRICT, "the server's policy is not the page's").await?;
    page.server.policy_at("index.html", POLICY);
    poison(page, "index.html", "").await?;
    come_again(page, &here).await?;
    shows(page, OWN, "the policy of another day is kept").await?;
    strict(page);
    come_again(page, &here).await?;
    shows(page, STRICT, "the policy of today does not come").await?;
    page.server.stop();
    come_again(page, &here).await?;
    shows(page, OWN, "without a network the policy is not the product's own").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await?;
    page.server.start()
}

async fn heads_are_of_today_from_any_server(page: &mut Page) -> Result<()> {
    page.server.policy_at("index.html", POLICY);
    let here = begin_kept(page).await?;
    // One that answers only whoever wants all of the page.
    page.server.reply_to_heads(Reply::Status(405));
    strict(page);
    come_again(page, &here).await?;
    shows(page, STRICT, "the policy of today does not come from a server that knows no HEAD").await?;
    // One that says nothing in time: what it had sent before holds no more.
    page.server.reply_to_heads(Reply::Silence);
    come_again(page, &here).await?;
    shows(page, OWN, "of a slow server, the policy of another day is kept").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await?;
    page.server.mend();
    come_again(page, &here).await?;
    shows(page, STRICT, "the policy does not come back").await?;
    page.server.no_policy_at("index.html");
    come_again(page, &here).await?;
    shows(page, NO_POLICY, "a policy is kept that the server has given up").await
}

e2e::tests!(heads_are_of_today, heads_are_of_today_from_any_server);
