//! The look at a page that shows hostile texts.

use super::Texts;
use crate::Page;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

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
    let wanted: Vec<&str> = texts.into_iter().map(str::trim).collect();
    let found = page.script(&format!("{LOOK}\nreturn missing(arguments[0])"), &[json!(wanted)]).await?;
    let faults: Vec<String> = serde_json::from_value(found)?;
    ensure!(faults.is_empty(), "{place}: {} of {} texts\n{}", faults.len(), wanted.len(), told(&faults));
    texts_only(page, place).await
}

/// Demands that those of the fields that are on the page hold exactly these texts, and returns how many are.
pub async fn fields_hold(page: &Page, texts: &Texts) -> Result<usize> {
    let found = page.script(&format!("{LOOK}\nreturn differing(arguments[0])"), &[json!(texts)]).await?;
    let (held, faults): (usize, Vec<String>) = serde_json::from_value::<(usize, Value)>(found)
        .and_then(|(held, faults)| Ok((held, serde_json::from_value(faults)?)))?;
    ensure!(faults.is_empty(), "{} fields\n{}", faults.len(), told(&faults));
    Ok(held)
}

fn told(faults: &[String]) -> String {
    faults.iter().take(TOLD).map(|fault| format!("  {fault}")).collect::<Vec<_>>().join("\n")
}
