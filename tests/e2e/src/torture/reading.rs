//! The browser is ended with `kill -9` while the board takes files in: what it said it had taken in is there afterwards, whole and once.

use super::chance::Chance;
use crate::{
    Engine, Page, Server, Upload, has,
    pool::TemporaryHome,
    product,
    wait::{Look, until},
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fmt, path::PathBuf, time::Duration};

const SAMPLE: &str = include_str!("../../../fixtures/v2-sample.json");
const TAKEN: &str = include_str!("taken.js");
const KEPT: &str = include_str!("kept.js");

/// How many files are chosen at once.
const FILES: usize = 900;
/// The end comes so many milliseconds after they were chosen.
const END_AFTER_MS: (u64, u64) = (0, 1500);

/// What came of all runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    browser: String,
    runs: u32,
    /// How many ended in the midst of the reading.
    in_the_midst: u32,
    /// How many files the board had said it had taken in, in all runs.
    promised: usize,
    /// How many were there.
    kept: usize,
    /// A line for each run that went wrong.
    pub faults: Vec<String>,
}

impl fmt::Display for Readings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { browser, runs, in_the_midst, promised, kept, faults } = self;
        write!(
            f,
            "{browser}: {runs} runs, {in_the_midst} ended in the midst; said to be taken in {promised}, there {kept}; faults {}",
            faults.len()
        )
    }
}

/// Starts a browser on the built product and ends it `runs` times while it reads. `told` hears of every run.
pub fn readings(
    engine: Engine,
    (runs, seed): (u32, u64),
    wk_launch: PathBuf,
    told: impl FnMut(&str),
) -> Result<Readings> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Server::serve(crate::paths::dist()?)?;
        let home = TemporaryHome::new(wk_launch);
        let mut page = Page::start(engine, home.get(), server).await?;
        ended_while_reading(&mut page, (runs, seed), told).await
    })
}

/// Ends the browser of `page` `runs` times while it reads, on one profile. `told` hears of every run.
async fn ended_while_reading(
    page: &mut Page,
    (runs, seed): (u32, u64),
    mut told: impl FnMut(&str),
) -> Result<Readings> {
    let mut chance = Chance::new(seed);
    let mut readings = Readings { browser: page.browser(), ..Readings::default() };
    let files = (0..FILES).map(file).collect::<Result<Vec<Upload>>>()?;
    page.server.put(super::EMPTY, "<!doctype html><title>empty</title>");
    for run in 1..=runs {
        let what = || format!("run {run} of seed {seed}");
        let (gathering, promised) = begun(page, run, &files, &mut chance).await.with_context(what)?;
        page.restart().await?;
        let found = kept(page, &gathering).await.with_context(what)?;
        let fault = fault(page, &gathering, promised, &found).await.with_context(what)?;
        readings.runs += 1;
        readings.in_the_midst += u32::from(!found.is_empty() && found.len() < FILES);
        readings.promised += promised;
        readings.kept += found.len();
        let line = format!("run {run}: said to be taken in {promised}, there {}", found.len());
        told(&match &fault {
            Some(fault) => format!("{line}: WRONG, {fault}"),
            None => line,
        });
        readings.faults.extend(fault.map(|fault| format!("run {run}: {fault}")));
    }
    Ok(readings)
}

/// An assessment file of a unit of its own.
fn file(number: usize) -> Result<Upload> {
    let mut document: Value = serde_json::from_str(SAMPLE)?;
    let fields = document.as_object_mut().context("no object")?;
    fields.remove("sha256");
    let assessment = fields.get_mut("assessments").and_then(|all| all.get_mut(0)?.as_object_mut());
    let assessment = assessment.context("no assessment")?;
    for name in ["sample", "basedOn"] {
        assessment.remove(name);
    }
    assessment.insert("unit".into(), json!({ "group": "quan-huyen-uy", "name": format!("Chi bộ {number}") }));
    assessment.insert("draftId".into(), format!("draft{number}").into());
    assessment.insert("overall".into(), "Việc rà soát được thực hiện đúng thời hạn. ".repeat(200).into());
    // Names are ASCII, so that their order is the canonical one.
    let digest = Sha256::digest(serde_json::to_string(&fields)?.as_bytes());
    fields.insert("sha256".into(), format!("{digest:x}").into());
    Ok(Upload::json(&format!("{number}.json"), serde_json::to_string(&document)?))
}

/// Begins a gathering and ends the browser while it takes the files in: its id, and how many files the board had said it had taken in.
async fn begun(page: &Page, run: u32, files: &[Upload], chance: &mut Chance) -> Result<(String, usize)> {
    page.open("#/tong-hop").await?;
    page.fill("Tên đợt", &format!("Đợt {run}")).await?;
    page.click("button", "Lập đợt mới").await?;
    page.by_role("heading", format!("Đợt {run}").as_str()).await?;
    page.sees("chưa có tệp").await?;
    let address = page.script("return location.hash", &[]).await?;
    let gathering = address.as_str().and_then(|hash| hash.rsplit('/').next()).context("no address")?.to_owned();
    page.server.take_told();
    product::play(page, "taken.js", TAKEN).await?;
    page.choose_files(has("Thêm tệp"), files).await?;
    tokio::time::sleep(Duration::from_millis(chance.between(END_AFTER_MS.0, END_AFTER_MS.1))).await;
    page.kill();
    let promised = page.server.take_told().iter().filter_map(|told| told.parse().ok()).max();
    Ok((gathering, promised.unwrap_or(0)))
}

/// What the store has of the gathering: the names of things, and whether they are whole.
async fn kept(page: &Page, gathering: &str) -> Result<Vec<(String, bool)>> {
    page.visit(&page.server.url(super::EMPTY)).await?;
    let script = format!("return (async (...arguments) => {{ {KEPT} }})(...arguments)");
    let found = page.script(&script, &[json!(gathering)]).await?;
    serde_json::from_value(found).context("the store has something else")
}

/// What is wrong with what is there, where something is.
async fn fault(page: &Page, gathering: &str, promised: usize, found: &[(String, bool)]) -> Result<Option<String>> {
    if found.len() < promised {
        return Ok(Some(format!("{} of {promised} that were taken in are there", found.len())));
    }
    if let Some((name, _)) = found.iter().find(|(_, is_whole)| !is_whole) {
        return Ok(Some(format!("{name} is torn")));
    }
    let names: BTreeSet<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    if names.len() < found.len() {
        return Ok(Some("a file is there twice".to_owned()));
    }
    page.open(&format!("#/tong-hop/{gathering}")).await?;
    let told = match found.len() {
        0 => "chưa có tệp".to_owned(),
        files => format!("Đã lưu {files} tệp"),
    };
    let seen = until("all that is there on the board", async || {
        let text = page.text().await?;
        Ok(if text.contains(&told) { Look::Found(()) } else { Look::NotYet(text.chars().take(300).collect()) })
    });
    Ok(seen.await.err().map(|error| format!("{error:#}")))
}

/// Runs it on a page of a test, and fails it where a promise was not kept.
pub async fn reads_hold(page: &mut Page, runs: u32, seed: u64) -> Result<()> {
    let engine = page.engine();
    let readings = ended_while_reading(page, (runs, seed), |run| println!("{engine} reading {run}")).await?;
    println!("{engine} reading: {readings}");
    ensure!(readings.faults.is_empty(), "{}", readings.faults.join("\n"));
    Ok(())
}
