//! What many tests of the product do alike, in the product's own words.

use crate::{
    Download, Page, Scope, matches, paths,
    wait::{Look, eventually, until},
};
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// The unit that most tests work for, and how an officer types it.
pub const UNIT: &str = "Quận ủy Ninh Kiều";
/// The same without marks.
pub const UNIT_TYPED: &str = "ninh kieu";

/// A file of the built product.
pub fn file(name: &str) -> Result<Vec<u8>> {
    let path = paths::dist()?.join(name);
    std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// The text of a file of an npm package, such as a script that pages of others use.
pub fn npm_file(path: &str) -> Result<String> {
    paths::npm_file(path)
}

/// Chooses a unit in the choice labelled "Đơn vị", typed without marks.
pub async fn choose_unit(scope: &Scope, typed: &str, unit: &str) -> Result<()> {
    scope.fill("Đơn vị", typed).await?;
    scope.click("option", unit).await
}

/// Opens the page, reads it as [`UNIT`] and begins the assessment of task 1. Returns the draft's id.
pub async fn begin(page: &Page) -> Result<String> {
    page.open("").await?;
    begin_here(page).await?;
    draft(page).await
}

/// The same on the page, or in the frame, that is open.
pub async fn begin_here(scope: &Scope) -> Result<()> {
    choose_unit(scope, UNIT_TYPED, UNIT).await?;
    scope.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    scope.by_role("heading", "Nhiệm vụ 1").await.map(drop)
}

/// Waits until a draft is open, and returns its id.
pub async fn draft(page: &Page) -> Result<String> {
    until("the address of a draft", async || {
        let route = page.route().await?;
        let id = route.strip_prefix("#/tu-danh-gia/").and_then(|rest| rest.split('/').next());
        Ok(match id {
            Some(id) if !id.is_empty() => Look::Found(id.to_owned()),
            _ => Look::NotYet(route),
        })
    })
    .await
}

/// The address of a part of a draft, such as `nhiem-vu/1`.
pub fn address(draft: &str, section: &str) -> String {
    format!("#/tu-danh-gia/{draft}/{section}")
}

/// The card of a requirement in the form, such as 1.2.
pub async fn requirement(scope: &Scope, id: &str) -> Result<Scope> {
    scope.inside("article", matches(format!("^{} ", id.replace('.', "\\.")))).await
}

/// The contents of the form.
pub async fn contents(page: &Page) -> Result<Scope> {
    page.inside("navigation", "Bản tự đánh giá").await
}

/// Goes to a section of the form by its contents.
pub async fn go_to(page: &Page, section: &str) -> Result<()> {
    contents(page).await?.click("link", matches(format!("^{section}( |$)"))).await?;
    page.by_role("heading", matches(format!("^{section}( |$)"))).await.map(drop)
}

/// Waits until the page says that all of it is saved, in this session.
pub async fn is_saved(page: &Page) -> Result<()> {
    until("\"Đã lưu … trên máy này\"", async || {
        let state = save_state(page).await?;
        let is_saved = (state.starts_with("Đã lưu ") && state.contains(':'))
            || (state.starts_with("Saved ") && state.contains(':'));
        Ok(if is_saved { Look::Found(()) } else { Look::NotYet(state) })
    })
    .await
}

/// Waits until nothing is on its way to the stores, and no store refuses.
pub async fn is_in_sync(page: &Page) -> Result<()> {
    until("nothing to be saved", async || {
        let state = save_state(page).await?;
        let is_in_sync = ["Đã lưu", "Chưa có gì để lưu"].iter().any(|start| state.starts_with(start));
        Ok(if is_in_sync { Look::Found(()) } else { Look::NotYet(state) })
    })
    .await
}

/// What the page says of saving; one that has stopped, why it has.
async fn save_state(page: &Page) -> Result<String> {
    let look = "const root = document.querySelector('directive-assessment')?.shadowRoot;
        return (root?.querySelector('#save-state') ?? root?.querySelector('.failure') ?? document.body).textContent";
    Ok(page.script(look, &[]).await?.as_str().unwrap_or_default().to_owned())
}

/// Does what leads to another page, and waits until the product is ready in that one.
pub async fn into_another_page(page: &Page, act: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
    page.script("window.isLeft = true", &[]).await?;
    act().await?;
    let is_there = "return !window.isLeft
        && Boolean(document.querySelector('directive-assessment')?.shadowRoot?.querySelector('[data-ready]'))";
    eventually("another page", async || Ok(page.script(is_there, &[]).await.is_ok_and(|is| is == true))).await
}

/// Exports from the export's section, which must be shown.
pub async fn export(page: &Page) -> Result<Download> {
    page.click("button", "Xuất tệp").await?;
    page.downloaded(".json").await
}

/// Saves the draft that is open as one HTML file, from the view that is printed, and comes back to where the page was.
pub async fn save_page(page: &Page) -> Result<Download> {
    let here = page.script("return location.hash", &[]).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.click("link", "Xem bản in, lưu HTML").await?;
    page.click("button", "Lưu thành một tệp HTML").await?;
    let copy = page.downloaded(".html").await?;
    page.script("location.hash = arguments[0]", &[here]).await?;
    Ok(copy)
}

/// The one assessment in an exported file.
pub fn assessment(file: &Download) -> Result<Value> {
    let content: Value = serde_json::from_slice(&file.bytes).context("the file is not JSON")?;
    content.pointer("/assessments/0").cloned().context("no assessment in the file")
}

/// Runs a script in the realm of the page itself, where it can replace what the product calls. It comes from the server,
/// as the security policy wants it.
pub async fn play(page: &Page, name: &str, script: &str) -> Result<()> {
    page.server.put(name, script);
    let load = "return new Promise((done, fail) => {
        const script = document.createElement('script');
        script.src = window.__scriptAddress(arguments[0]);
        script.onload = () => done(null);
        script.onerror = () => fail(new Error(`no ${arguments[0]}`));
        document.head.append(script);
    })";
    page.script(load, &[json!(name)]).await.map(drop)
}

const RECORDS: &str = include_str!("js/records.js");

/// A record of a draft in one of the two stores, as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// `journal` or `mirror`.
    pub store: String,
    /// The draft, by its id.
    pub id: String,
    /// What it holds.
    pub text: String,
}

impl Record {
    /// The record with its text read as JSON.
    pub fn read(&self) -> Stored {
        let Self { store, id, text } = self.clone();
        Stored { store, id, content: serde_json::from_str(&text).ok() }
    }
}

/// A record of a draft, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// `journal` or `mirror`.
    pub store: String,
    /// The draft, by its id.
    pub id: String,
    /// What it holds, if that is JSON.
    pub content: Option<Value>,
}

impl Stored {
    /// Which state of the draft it is, or 0.
    pub fn generation(&self) -> u64 {
        self.content.as_ref().and_then(|content| content.pointer("/draft/generation")?.as_u64()).unwrap_or(0)
    }

    /// The results of requirement 1.1.
    pub fn results(&self) -> Option<&str> {
        self.content.as_ref()?.pointer("/assessments/0/answers/1.1/results")?.as_str()
    }

    /// Whether the person has deleted it.
    pub fn is_deleted(&self) -> bool {
        self.content.as_ref().is_some_and(|content| content.pointer("/draft/deleted") == Some(&json!(true)))
    }
}

/// All records in the stores of the page's site, as they are.
pub async fn records(page: &Page) -> Result<Vec<Record>> {
    let found = page.script(&format!("return (async () => {{ {RECORDS} }})()"), &[]).await?;
    let records: Vec<(String, String, String)> = serde_json::from_value(found)?;
    Ok(records.into_iter().map(|(store, id, text)| Record { store, id, text }).collect())
}

/// The same, read.
pub async fn stored(page: &Page) -> Result<Vec<Stored>> {
    Ok(records(page).await?.iter().map(Record::read).collect())
}

/// Empties all stores and comes back to the bare page, as on another machine.
pub async fn fresh_profile(page: &Page) -> Result<()> {
    page.server.put("empty.html", "<!doctype html><title>empty</title>");
    page.visit(&page.server.url("empty.html")).await?;
    let empty = "localStorage.clear();
        const remove = (name) => new Promise((done, fail) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = () => done(null);
            request.onerror = () => fail(request.error);
        });
        return Promise.all(['directive-assessment/1022-CV/TU', 'directive-assessment-history/1022-CV/TU'].map(remove));";
    page.script(empty, &[]).await?;
    page.open("").await
}
