//! What was typed is there again: after a browser that was killed, a page that crashed, a store that was emptied, and in
//! windows side by side. `cargo xtask torture` does the first two in the full size.

use e2e::prelude::*;
use e2e::product::{self, Stored};
use e2e::torture::{Attack, holds};

const SEED: u64 = 1022;
const KILLS: u32 = 5;
const CRASHES: u32 = 3;
const TEXT: &str = "Ủy ban nhân dân quận rà soát 17 nội dung thuộc thẩm quyền.";

async fn a_killed_browser_loses_half_a_second_at_most(page: &mut Page) -> Result<()> {
    holds(page, Attack::Kill, KILLS, SEED).await
}

async fn a_crashed_page_loses_half_a_second_at_most(page: &mut Page) -> Result<()> {
    holds(page, Attack::Crash, CRASHES, SEED).await
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

/// Three windows on one draft, typed into by turns. A window that has nothing unsaved may show what another has saved, and go on
/// from there; one that does not goes on as a draft of its own. Whatever comes about, what a window has called saved is in the
/// journal from then on, as it stood or written on.
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
    let mut promised: Vec<String> = Vec::new();
    for turn in ["Một. ", "Hai. ", "Ba. "] {
        for (window, name) in windows.iter().zip(["Thứ nhất", "Thứ nhì", "Thứ ba"]).rev() {
            page.switch_to(window).await?;
            let added = format!("{name} {turn}");
            let field = product::requirement(page, "1.1").await?.field("Kết quả").await?;
            field.type_text(&added).await?;
            product::is_saved(page).await?;
            let text = field.value().await?;
            ensure!(text.ends_with(&added), "{added:?} was typed, and the field holds {text:?}");
            let stored = product::stored(page).await?;
            ensure!(has(&stored, |kept| kept == text), "{text:?} was called saved, and is in no record of {stored:?}");
            promised.push(text);
            for text in &promised {
                let is_there = has(&stored, |kept| kept.starts_with(text.as_str()));
                ensure!(is_there, "{text:?} was called saved once, and is in no record of {stored:?}");
            }
        }
    }
    let mut told = 0;
    for window in &windows {
        page.switch_to(window).await?;
        told += usize::from(page.script(IS_TOLD, &[]).await? == true);
    }
    page.open("#/tu-danh-gia").await?;
    let drafts = page.inside("region", "Bản nháp trên máy này").await?;
    let mut ids: Vec<String> = product::stored(page).await?.into_iter().map(|one| one.id).collect();
    ids.sort();
    ids.dedup();
    eventually("all drafts in the list", async || {
        Ok(drafts.all_by_role("link", product::UNIT).await?.len() == ids.len())
    })
    .await?;
    ensure!((ids.len() == 1) == (told == 0), "{told} windows tell of a copy, and there are {} drafts", ids.len());
    Ok(())
}

const IS_TOLD: &str = "return document.querySelector('directive-assessment').shadowRoot.textContent
    .includes('đã được sửa ở một cửa sổ khác')";

/// Whether the journal has a draft with such a text.
fn has(stored: &[Stored], is_it: impl Fn(&str) -> bool) -> bool {
    stored.iter().any(|one| one.store == "journal" && one.results().is_some_and(&is_it))
}

e2e::tests!(
    a_killed_browser_loses_half_a_second_at_most,
    a_crashed_page_loses_half_a_second_at_most,
    an_emptied_journal_is_healed,
    an_emptied_mirror_is_healed,
    windows_side_by_side_lose_nothing,
);
