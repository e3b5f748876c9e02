//! The check of a page that shows hostile texts.

use super::Texts;
use crate::{
    Page,
    wait::{Look, until},
};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::collections::BTreeSet;

const LOOK: &str = include_str!("../js/hostile.js");

/// So many of the faults are told.
const TOLD: usize = 12;

/// Demands that there is nothing on the page but the product's own elements and texts; that no text has run, links anywhere,
/// makes the page wider than its window, turns what stands around it, or is drawn over it.
pub async fn texts_only(page: &Page, place: &str) -> Result<()> {
    let found = page.script(&format!("{LOOK}\nreturn look()"), &[]).await.with_context(|| place.to_owned())?;
    let faults: Vec<String> = serde_json::from_value(found)?;
    ensure!(faults.is_empty(), "{place}: {} faults\n{}", faults.len(), told(&faults));
    Ok(())
}

/// Demands the same, and that every one of these texts is there as a text.
pub async fn shows<'a>(page: &Page, place: &str, texts: impl IntoIterator<Item = &'a str>) -> Result<()> {
    let wanted: BTreeSet<&str> = texts.into_iter().map(str::trim).collect();
    let found = page.script(&format!("{LOOK}\nreturn [...missing(arguments[0]), ...look()]"), &[json!(wanted)]).await;
    let faults: Vec<String> = serde_json::from_value(found.with_context(|| place.to_owned())?)?;
    ensure!(faults.is_empty(), "{place}, {} texts: {} faults\n{}", wanted.len(), faults.len(), told(&faults));
    Ok(())
}

/// Demands the same of a view whose lists have pages: each text is on one of them.
pub async fn shows_on_pages<'a>(page: &Page, place: &str, texts: impl IntoIterator<Item = &'a str>) -> Result<()> {
    let mut wanted: BTreeSet<String> = texts.into_iter().map(|text| text.trim().to_owned()).collect();
    let count = wanted.len();
    loop {
        let look = format!("{LOOK}\nreturn [arguments[0].filter((text) => missing([text]).length), look()]");
        let found = page.script(&look, &[json!(wanted)]).await.with_context(|| place.to_owned())?;
        let (missing, faults): (BTreeSet<String>, Vec<String>) = serde_json::from_value(found)?;
        ensure!(faults.is_empty(), "{place}: {} faults\n{}", faults.len(), told(&faults));
        wanted = missing;
        if !turns_page(page).await? {
            break;
        }
    }
    let left: Vec<String> = wanted.into_iter().collect();
    ensure!(left.is_empty(), "{place}: {} of {count} texts are on no page\n{}", left.len(), told(&left));
    Ok(())
}

/// Goes on to the next page of each list that has one; whether there was any.
pub async fn turns_page(page: &Page) -> Result<bool> {
    let turn = "const groups = [...document.querySelector('directive-assessment').shadowRoot.querySelectorAll('.pages > [role=group]')];
        const buttons = groups.map((group) => group.querySelector('button:last-of-type'));
        const next = buttons.filter((button) => button.getAttribute('aria-disabled') !== 'true');
        next.forEach((button) => button.click());
        return next.length > 0";
    Ok(page.script(turn, &[]).await? == true)
}

/// Demands that those of the fields that are on the page, or behind its rows, hold exactly these texts, and returns the ids of those.
pub async fn fields_hold(page: &Page, texts: &Texts) -> Result<Vec<String>> {
    let look = format!(
        "{LOOK}\nreturn (async () => {{
        const [here, rows] = [differing(arguments[0]), await differingInRows(arguments[0])];
        return [here[0].concat(rows[0]), here[1].concat(rows[1])];
    }})()"
    );
    let (held, faults): (Vec<String>, Vec<String>) =
        serde_json::from_value(page.script(&look, &[json!(texts)]).await?)?;
    ensure!(faults.is_empty(), "{} fields\n{}", faults.len(), told(&faults));
    Ok(held)
}

/// Demands that all fields were held, of the register those of two rows a page.
pub fn are_held(texts: &Texts, held: &BTreeSet<String>) -> Result<()> {
    let (rows, others): (Vec<_>, Vec<_>) = texts.iter().partition(|(id, _)| id.starts_with("evidence-"));
    let left = others.iter().filter(|(id, _)| !held.contains(id)).count();
    ensure!(left == 0 && held.len() > others.len() + rows.len() / 20, "{} of {} fields", held.len(), texts.len());
    Ok(())
}

/// Waits for the view whose title contains this, with all of its document. Finding it by its role takes seconds where there are
/// thousands of fields.
pub async fn titled(page: &Page, title: &str) -> Result<()> {
    let look = "const { shadowRoot } = document.querySelector('directive-assessment');
        if (shadowRoot.querySelector('.drawing')?.textContent) return '…';
        return [...shadowRoot.querySelectorAll('h1, h2')].map((heading) => heading.textContent).join('\\n')";
    until(format!("the view {title:?}"), async || {
        let titles = page.script(look, &[]).await?.as_str().unwrap_or_default().to_owned();
        Ok(if titles.contains(title) { Look::Found(()) } else { Look::NotYet(titles) })
    })
    .await
}

/// Clicks the button with this text, as soon as it is there: also for a view of thousands of fields.
pub async fn press_button(page: &Page, text: &str) -> Result<()> {
    let click =
        "const buttons = [...document.querySelector('directive-assessment').shadowRoot.querySelectorAll('button')];
        const button = buttons.find((one) => one.textContent.trim() === arguments[0] && !one.disabled);
        button?.click();
        return Boolean(button)";
    until(format!("the button {text:?}"), async || {
        let is_pressed = page.script(click, &[json!(text)]).await? == true;
        Ok(if is_pressed { Look::Found(()) } else { Look::NotYet("none".into()) })
    })
    .await
}

/// The texts as the export writes them: in Unicode's form NFC.
pub async fn composed(page: &Page, texts: &[String]) -> Result<Vec<String>> {
    let composed = page.script("return arguments[0].map((text) => text.normalize('NFC'))", &[json!(texts)]).await?;
    Ok(serde_json::from_value(composed)?)
}

fn told(faults: &[String]) -> String {
    faults.iter().take(TOLD).map(|fault| format!("  {fault}")).collect::<Vec<_>>().join("\n")
}
