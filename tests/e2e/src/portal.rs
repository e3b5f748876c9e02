//! A page of a portal with the element in it, written by the test.

use crate::{
    Page,
    wait::{Look, until},
};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU32, Ordering};

/// Where the page of the portal stands, from the root.
pub const HOST: &str = "/portal/host.html";

/// Remembers the element's events, and answers them as the test wants.
const LISTEN: &str = include_str!("js/listen.js");

/// Loads the element.
pub const EMBED: &str = "<script type=\"module\" src=\"tu-danh-gia/embed.js\"></script>";

/// The beginning of a script in the page: the program that runs the elements of the page, with its `memory`.
pub const PROGRAM: &str = "const { version } = await (await fetch('/portal/tu-danh-gia/files.json')).json();
    const program = await import(`/portal/tu-danh-gia/directive-assessment.js?${version}`);
    const { memory } = await program.default();
";

/// Opens a page of the portal with `head` (beside the element's script) and `body`.
pub async fn open(page: &Page, head: &str, body: &str) -> Result<()> {
    serve(page, &format!("{EMBED}{head}"), body);
    page.visit(&page.server.url_at(HOST)).await
}

/// Puts a page of the portal on the server.
pub fn serve(page: &Page, head: &str, body: &str) {
    page.server.put("/portal/listen.js", LISTEN);
    let html = format!(
        "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Cổng thông tin</title><script src=\"listen.js\"></script>{head}</head><body>{body}</body></html>"
    );
    page.server.put(HOST, html);
}

/// What the portal's page was told since it was asked last: the events' names and details.
pub async fn told(page: &Page) -> Result<Vec<Value>> {
    let told = page.script("return JSON.stringify(window.told.splice(0))", &[]).await?;
    Ok(serde_json::from_str(told.as_str().unwrap_or("[]"))?)
}

/// Waits until the portal's page gets an event, and returns it. Earlier ones are forgotten, later ones are not.
pub async fn hears(page: &Page, name: &str) -> Result<Value> {
    let hear = "const at = window.told.findIndex(({ name }) => name === arguments[0]);
        return JSON.stringify(at < 0 ? { before: window.told } : { heard: window.told.splice(0, at + 1).pop() })";
    until(format!("the event {name:?}"), async || {
        let answer = page.script(hear, &[json!(name)]).await?;
        let mut answer: Value = serde_json::from_str(answer.as_str().unwrap_or("{}"))?;
        let heard = answer.get_mut("heard").map(Value::take);
        Ok(heard.map_or_else(|| Look::NotYet(answer.to_string()), Look::Found))
    })
    .await
}

/// Runs the body of an async function in the realm of the page itself. `el` is its first element of the product.
pub async fn run(page: &Page, body: &str) -> Result<Value> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("/portal/run-{}.js", COUNT.fetch_add(1, Ordering::Relaxed));
    let script = format!(
        "window.ran = null; (async () => {{ const el = document.querySelector('directive-assessment'); {body} }})().then(
            (value) => (window.ran = JSON.stringify({{ value: value ?? null }})),
            ({{ code, message, path }}) => (window.ran = JSON.stringify({{ error: {{ code, message, path }} }})));"
    );
    crate::product::play(page, &name, &script).await?;
    let ran = until("the end of a script", async || {
        let ran = page.script("return window.ran", &[]).await?;
        Ok(ran.as_str().map_or_else(|| Look::NotYet("it runs".into()), |ran| Look::Found(ran.to_owned())))
    })
    .await?;
    serde_json::from_str(&ran).context("no answer")
}

/// What such a body returns.
pub async fn value(page: &Page, body: &str) -> Result<Value> {
    match run(page, body).await? {
        Value::Object(mut ran) if ran.contains_key("value") => Ok(ran.remove("value").unwrap_or_default()),
        failed => bail!("{body}: {failed}"),
    }
}

/// What such a body rejects with.
pub async fn error(page: &Page, body: &str) -> Result<Value> {
    match run(page, body).await? {
        Value::Object(mut ran) if ran.contains_key("error") => Ok(ran.remove("error").unwrap_or_default()),
        done => bail!("{body}: {done}"),
    }
}
