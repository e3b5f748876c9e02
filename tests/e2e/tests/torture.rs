//! What was typed is still there: after a browser was killed, a page crashed, a store was emptied, and with several windows side by
//! side. `cargo xtask torture` does the first two at full size.

use e2e::Window;
use e2e::prelude::*;
use e2e::product::{self, Stored};
use e2e::torture::{Attack, holds, reads_hold};

const SEED: u64 = 1022;
const KILLS: u32 = 5;
const CRASHES: u32 = 3;
const READINGS: u32 = 2;
const TEXT: &str = "Ủy ban nhân dân quận rà soát 17 nội dung thuộc thẩm quyền.";

async fn a_killed_browser_loses_half_a_second_at_most(page: &mut Page) -> Result<()> {
    holds(page, Attack::Kill, KILLS, SEED).await
}

async fn a_crashed_page_loses_half_a_second_at_most(page: &mut Page) -> Result<()> {
    holds(page, Attack::Crash, CRASHES, SEED).await
}

async fn a_browser_that_is_killed_while_it_reads_has_what_it_took_in(page: &mut Page) -> Result<()> {
    reads_hold(page, READINGS, SEED).await
}

const EMPTY_JOURNAL: &str = "return new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase('directive-assessment/1022-CV/TU');
    request.onsuccess = () => done(null);
    request.onerror = request.onblocked = () => fail(new Error('the journal is in use'));
})";
const EMPTY_MIRROR: &str = "localStorage.clear()";

async fn an_emptied_journal_is_healed(page: &mut Page) -> Result<()> {
    is_healed(page, EMPTY_JOURNAL).await
}

async fn an_emptied_mirror_is_healed(page: &mut Page) -> Result<()> {
    is_healed(page, EMPTY_MIRROR).await
}

/// A browser that needs room may empty one of the stores.
async fn is_healed(page: &mut Page, evict: &str) -> Result<()> {
    let draft = product::begin(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", TEXT).await?;
    product::is_saved(page).await?;
    page.server.put("empty.html", "<!doctype html><title>empty</title>");
    page.visit(&page.server.url("empty.html")).await?;
    page.script(evict, &[]).await?;
    let left = product::stored(page).await?;
    ensure!(left.len() == 1, "one store has the draft: {left:?}");
    page.open(&product::address(&draft, "nhiem-vu/1")).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await?;
    // Without a key being pressed.
    eventually("the draft in both stores", async || {
        let stored = product::stored(page).await?;
        let has = |store: &str| stored.iter().any(|one| one.store == store && one.results() == Some(TEXT));
        Ok(has("journal") && has("mirror"))
    })
    .await
}

/// Three windows on one draft, typed into by turns. A window shows what another has saved, except in the field that the
/// person is in; so what is typed goes on from what the field shows, or into a copy. Either way each text that a window has
/// called saved stays the beginning of a record.
async fn windows_side_by_side_lose_nothing(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    let here = product::address(&draft, "nhiem-vu/1");
    product::is_saved(page).await?;
    let mut windows = vec![page.window().await?];
    for _ in 0..2 {
        windows.push(page.new_window().await?);
        page.open(&here).await?;
        product::requirement(page, "1.1").await?.holds("Kết quả", "").await?;
    }
    let mut saved: Vec<String> = Vec::new();
    for turn in ["Một. ", "Hai. ", "Ba. "] {
        for (number, window) in windows.iter().enumerate().rev() {
            page.switch_to(window).await?;
            let added = format!("{} {turn}", ["Thứ nhất", "Thứ nhì", "Thứ ba"].get(number).unwrap_or(&""));
            let card = product::requirement(page, "1.1").await?;
            // Key by key: typing into an element would first take the focus from it, and bring the field up to date.
            card.field("Kết quả").await?.focus().await?;
            page.type_text(&added).await?;
            product::is_saved(page).await?;
            let text = card.value_of("Kết quả").await?;
            ensure!(text.ends_with(&added), "{text:?} does not end with what was typed, {added:?}");
            saved.push(text);
            let stored = product::stored(page).await?;
            for text in &saved {
                ensure!(is_kept(&stored, text), "{text:?} was called saved, and begins no record of {stored:?}");
            }
        }
    }
    copies_are_told(page, &windows).await
}

/// Each window whose words went on in a copy says so, and there are as many drafts as that makes.
async fn copies_are_told(page: &Page, windows: &[Window]) -> Result<()> {
    let mut told = 0;
    for window in windows {
        page.switch_to(window).await?;
        told += page.text().await?.matches("đã được sửa ở một cửa sổ khác").count();
    }
    println!("{told} copies");
    page.open("#/tu-danh-gia").await?;
    let drafts = page.inside("region", "Bản nháp trên máy này").await?;
    eventually("a draft for each", async || Ok(drafts.all_by_role("link", product::UNIT).await?.len() == 1 + told))
        .await
}

/// Whether the journal has a draft that begins with that text.
fn is_kept(stored: &[Stored], text: &str) -> bool {
    let is_it = |one: &Stored| one.store == "journal" && one.results().is_some_and(|found| found.starts_with(text));
    stored.iter().any(is_it)
}

e2e::tests!(
    a_killed_browser_loses_half_a_second_at_most,
    a_crashed_page_loses_half_a_second_at_most,
    a_browser_that_is_killed_while_it_reads_has_what_it_took_in,
    an_emptied_journal_is_healed,
    an_emptied_mirror_is_healed,
    windows_side_by_side_lose_nothing,
);
