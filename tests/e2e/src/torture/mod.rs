//! The torture rig: someone types without a pause, the browser is ended with `kill -9` at a random moment, and what it has kept is
//! compared with what was typed, when, and what the page had called saved.
//!
//! The same seed gives the same texts, pauses and moments; what the machine makes of them differs.

mod chance;
mod power;
mod reading;
mod story;
mod summary;

use crate::{
    Engine, Page, Server,
    pool::TemporaryHome,
    product::{self, Stored, address},
    typing,
    wait::{Look, until},
};
use anyhow::{Context, Result, bail, ensure};
use chance::Chance;
use power::Power;
pub use power::power_cut;
pub use reading::{readings, reads_hold};
use serde_json::{Value, json};
use std::{
    cell::RefCell,
    fmt,
    path::PathBuf,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use story::Story;
use summary::KeptDraft;
pub use summary::Summary;

const WATCH: &str = include_str!("watch.js");

/// A page of the server without the product: the stores are looked at before the product can mend anything.
const EMPTY: &str = "empty.html";
/// The requirement and the field that is typed into.
const REQUIREMENT: &str = "1.1";
const FIELD: &str = "Kết quả";
/// The most that may be lost, in milliseconds of typing.
pub const MOST_LOST_MS: u64 = 500;
/// A longer field is emptied before more is typed, so that each run is about as heavy.
const LONGEST: usize = 1500;
/// The end comes this many milliseconds after the typing began.
const END_AFTER_MS: (u64, u64) = (50, 3000);
/// Once in this many commands the person stops to think, for this many milliseconds.
const THINKS_ONCE_IN: u64 = 10;
const THINKS_MS: (u64, u64) = (20, 900);
/// A command types fewer keys than this.
const KEYS_AT_ONCE: u64 = 4;
/// A tab that ends leaves its window behind: after this many the browser is restarted.
const MOST_WINDOWS: u32 = 20;

const WORDS: &[&str] = &[
    "thành ủy",
    "Ủy ban nhân dân",
    "quận",
    "phường",
    "kết quả",
    "thực hiện",
    "nghị quyết",
    "tổ chức",
    "hội nghị",
    "quán triệt",
    "đảng viên",
    "cán bộ",
    "lượt người",
    "rà soát",
    "chuyển đổi số",
    "thủ tục hành chính",
    "tỷ lệ",
    "đạt 97,5%",
    "kế hoạch",
    "tháng 6",
    "phối hợp",
    "đường truyền",
    "được",
    "và",
    "về",
    "những",
    "việc",
    "1.245",
    "chưa",
    "tiếp tục",
];

/// How the end comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attack {
    /// Every process of the browser is ended.
    Kill,
    /// Only the processes that run its pages.
    Crash,
}

/// The same, and the cut of the power, which takes the disk with it.
enum End<'a> {
    Of(Attack),
    Cut(&'a mut Power),
}

impl End<'_> {
    /// Begins the draft that it will be the end of.
    async fn begin(&self, page: &Page) -> Result<Draft> {
        let draft = Draft::begin(page).await?;
        if let Self::Cut(power) = self {
            power.begins()?;
        }
        Ok(draft)
    }
}

impl fmt::Display for Attack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Kill => "kill",
            Self::Crash => "crash",
        })
    }
}

/// Starts a browser on the built product and ends it `runs` times. `told` hears of every run.
pub fn alone(
    (engine, attack): (Engine, Attack),
    (runs, seed): (u32, u64),
    wk_launch: PathBuf,
    told: impl FnMut(&str),
) -> Result<Summary> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Server::serve(crate::paths::dist()?)?;
        let home = TemporaryHome::new(wk_launch);
        let mut page = Page::start(engine, home.get(), server).await?;
        torture(&mut page, attack, (runs, seed), told).await
    })
}

/// Ends the browser of `page` `runs` times, on one profile. `told` hears of every run.
pub async fn torture(
    page: &mut Page,
    attack: Attack,
    (runs, seed): (u32, u64),
    told: impl FnMut(&str),
) -> Result<Summary> {
    ends(page, End::Of(attack), (runs, seed), told).await
}

async fn ends(
    page: &mut Page,
    mut end: End<'_>,
    (runs, seed): (u32, u64),
    mut told: impl FnMut(&str),
) -> Result<Summary> {
    let mut chance = Chance::new(seed);
    let mut summary = Summary { browser: page.browser(), ..Summary::default() };
    page.server.put(EMPTY, "<!doctype html><title>empty</title>");
    let mut draft = end.begin(page).await?;
    for run in 1..=runs {
        let story = draft.end_while_typing(page, &end, &mut chance, run % 2 == 0).await;
        let (story, ended) = story.with_context(|| format!("run {run} of seed {seed}"))?;
        match &mut end {
            End::Of(Attack::Crash) if run % MOST_WINDOWS != 0 => page.recover().await?,
            End::Of(Attack::Kill | Attack::Crash) => page.restart().await?,
            End::Cut(power) => {
                power.back()?;
                page.restart().await?;
            }
        }
        let found = draft.come_back(page).await.with_context(|| format!("after run {run} of seed {seed}"))?;
        let line = summary.add(&story, &found, ended);
        told(&format!("run {run}: {line}"));
        if found.text.is_none() {
            draft = end.begin(page).await?;
        }
    }
    Ok(summary)
}

/// The draft that is typed into, and all of it that the typing must not touch.
struct Draft {
    id: String,
    untouched: Value,
}

impl Draft {
    /// The sample: as long as a real one.
    async fn begin(page: &Page) -> Result<Self> {
        page.open("#/tu-danh-gia").await?;
        page.click("button", "Mở bản mẫu").await?;
        let id = product::draft(page).await?;
        product::is_saved(page).await?;
        let records = records(page).await?;
        let mut draft = Self { id, untouched: Value::Null };
        let record = draft.newest(&records).context("the stores have no record of the draft that was saved")?;
        draft.untouched = without_typed(record.1);
        page.open(&draft.address()).await?;
        Ok(draft)
    }

    fn address(&self) -> String {
        address(&self.id, "nhiem-vu/1")
    }

    /// Types until the end comes. Returns what was typed, and when the end came.
    async fn end_while_typing(
        &self,
        page: &Page,
        end: &End<'_>,
        chance: &mut Chance,
        thinks: bool,
    ) -> Result<(Story, SystemTime)> {
        let field = product::requirement(page, REQUIREMENT).await?.field(FIELD).await?;
        if field.value().await?.chars().count() > LONGEST {
            field.clear().await?;
            product::is_saved(page).await?;
        }
        field.focus().await?;
        let story = RefCell::new(Story::begins(field.value().await?));
        page.server.take_told();
        product::play(page, "watch.js", WATCH).await?;
        field.focus().await?;
        let end_after = Duration::from_millis(chance.between(END_AFTER_MS.0, END_AFTER_MS.1));
        tokio::select! {
            stopped = type_on(page, &story, chance, thinks) => stopped?,
            () = tokio::time::sleep(end_after) => {}
        }
        let ended = match end {
            End::Of(Attack::Kill) => page.kill(),
            End::Of(Attack::Crash) => page.crash()?,
            End::Cut(power) => power.cut(page)?,
        };
        let mut story = story.into_inner();
        for told in page.server.take_told() {
            hear(&mut story, &told)?;
        }
        Ok((story, ended))
    }

    /// What the browser has kept: first the stores, untouched, then the page.
    async fn come_back(&self, page: &Page) -> Result<KeptDraft> {
        let records = self.found_records(page).await?;
        let generations: Vec<String> =
            records.iter().map(|record| format!("{} {}", record.store, record.generation())).collect();
        let (damage, generations) = (self.damage(&records), generations.join(", "));
        if self.newest(&records).is_none() {
            return Ok(KeptDraft { text: None, damage, generations });
        }
        page.open(&self.address()).await?;
        let text = product::requirement(page, REQUIREMENT).await?.value_of(FIELD).await?;
        Ok(KeptDraft { text: Some(text), damage, generations })
    }

    /// The records; those of a browser that has just begun on the profile of one that was ended may take a moment to be there.
    async fn found_records(&self, page: &Page) -> Result<Vec<Stored>> {
        let found = until("a record of the draft", async || {
            let records = records(page).await?;
            let is_there = self.newest(&records).is_some();
            Ok(if is_there { Look::Found(records) } else { Look::NotYet("none".into()) })
        });
        match found.await {
            Ok(records) => Ok(records),
            Err(_) => records(page).await,
        }
    }

    /// What is wrong with the records, apart from the text that was being typed.
    fn damage(&self, records: &[Stored]) -> Option<String> {
        if let Some(other) = records.iter().find(|record| record.id != self.id) {
            return Some(format!("the {} has a record of {:?}", other.store, other.id));
        }
        if let Some(unread) = records.iter().find(|record| record.content.is_none()) {
            return Some(format!("the record of the {} is no JSON", unread.store));
        }
        let Some((_, newest)) = self.newest(records) else { return Some("there is no record".into()) };
        let mut changed = Vec::new();
        differences(&self.untouched, &without_typed(newest), "", &mut changed);
        (!changed.is_empty()).then(|| format!("something else of the draft has changed: {}", changed.join(", ")))
    }

    fn newest<'a>(&self, records: &'a [Stored]) -> Option<(u64, &'a Value)> {
        let mine = records.iter().filter(|record| record.id == self.id);
        mine.filter_map(|record| Some((record.generation(), record.content.as_ref()?))).max_by_key(|(age, _)| *age)
    }
}

async fn records(page: &Page) -> Result<Vec<Stored>> {
    page.visit(&page.server.url(EMPTY)).await?;
    product::stored(page).await
}

/// Where two values differ, by the place in them.
fn differences(one: &Value, other: &Value, place: &str, found: &mut Vec<String>) {
    if let (Value::Object(one), Value::Object(other)) = (one, other) {
        for name in one.keys().chain(other.keys().filter(|name| !one.contains_key(*name))) {
            let inside = |all: &serde_json::Map<String, Value>| all.get(name).cloned().unwrap_or_default();
            differences(&inside(one), &inside(other), &format!("{place}/{name}"), found);
        }
    } else if let (Value::Array(one), Value::Array(other)) = (one, other)
        && one.len() == other.len()
    {
        for (index, (one, other)) in one.iter().zip(other).enumerate() {
            differences(one, other, &format!("{place}/{index}"), found);
        }
    } else if one != other {
        found.push(place.to_owned());
    }
}

/// A record without what changes as one types: the text and its counters, and what a record says of its own writing, which
/// is another window after each start. What is not there is as good as null.
fn without_typed(record: &Value) -> Value {
    let mut rest = record.clone();
    for place in [
        "/sha256",
        "/exportedAt",
        "/draft/generation",
        "/draft/touched",
        "/draft/writer",
        "/draft/aheadOf",
        "/draft/follows",
        "/draft/base",
        "/draft/baseWriter",
        "/assessments/0/revision",
        "/assessments/0/updatedAt",
        "/assessments/0/answers/1.1/results",
    ] {
        if let Some(value) = rest.pointer_mut(place) {
            *value = json!(null);
        }
    }
    rest
}

/// Types words as Unikey does, a few keys at a time, and keeps the log. It never ends by itself.
async fn type_on(page: &Page, story: &RefCell<Story>, chance: &mut Chance, thinks: bool) -> Result<()> {
    let mut keys: Vec<char> = Vec::new();
    loop {
        let burst = usize::try_from(chance.between(1, KEYS_AT_ONCE))?;
        while keys.len() < burst {
            let text = [chance.one_of(WORDS), " "].concat();
            keys.extend(typing::unikey_keys(&text).chars());
        }
        let now: String = keys.drain(..burst).collect();
        let sent = milliseconds(SystemTime::now());
        now.chars().for_each(|key| story.borrow_mut().key(key, sent));
        typing::type_text(&page.session, &now).await?;
        if thinks && chance.once_in(THINKS_ONCE_IN) {
            tokio::time::sleep(Duration::from_millis(chance.between(THINKS_MS.0, THINKS_MS.1))).await;
        }
    }
}

/// A line of `watch.js`.
fn hear(story: &mut Story, told: &str) -> Result<()> {
    let told: Value = serde_json::from_str(told)?;
    let whole = |name: &str| told.get(name).and_then(Value::as_u64).with_context(|| format!("no {name} in {told}"));
    let number = usize::try_from(whole("number")?)?;
    let text = told.get("text").and_then(Value::as_str).context("no text")?;
    match told.get("kind").and_then(Value::as_str) {
        Some("key") => story.heard(number, whole("at")?, text),
        Some("saved") => story.saved(number, text),
        _ => bail!("{told} is not of the watch"),
    }
}

fn milliseconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

/// Runs it on a page of a test, and fails it where a promise was not kept. How much is lost hangs on how long the machine lets a
/// write take, and the machine that runs the tests may stand still for a moment: where nothing else was wrong, another series
/// decides. What is torn, or was called saved, gets no second chance.
pub async fn holds(page: &mut Page, attack: Attack, runs: u32, seed: u64) -> Result<()> {
    let first = series(page, attack, runs, seed).await?;
    let is_late_only = first.lost_too_much > 0 && first.torn == 0 && first.broken_promises == 0;
    let decisive = if is_late_only { series(page, attack, runs, seed + 1).await? } else { first };
    ensure!(decisive.is_clean(), "{decisive}\n{}", decisive.faults.join("\n"));
    Ok(())
}

async fn series(page: &mut Page, attack: Attack, runs: u32, seed: u64) -> Result<Summary> {
    let engine = page.engine();
    let summary = torture(page, attack, (runs, seed), |run| println!("{engine} {attack} {run}")).await?;
    println!("{engine} {attack}: {summary}");
    Ok(summary)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(one: &Value, other: &Value) -> Vec<String> {
        let mut found = Vec::new();
        differences(&without_typed(one), &without_typed(other), "", &mut found);
        found
    }

    #[test]
    fn only_what_is_typed_may_differ() {
        let draft = |answers: Value| json!({ "assessments": [{ "revision": 7, "answers": answers }] });
        let typed = draft(json!({ "1.1": { "results": "Có", "limitations": "Ít" } }));
        let other = draft(json!({ "1.1": { "results": "Có êm", "limitations": "Ít" } }));
        assert_eq!(changed(&typed, &other), [""; 0]);
        // An empty text is not written at all.
        let emptied = draft(json!({ "1.1": { "limitations": "Ít" } }));
        assert_eq!(changed(&typed, &emptied), [""; 0]);
        let torn = draft(json!({ "1.1": { "results": "Có" } }));
        assert_eq!(changed(&typed, &torn), ["/assessments/0/answers/1.1/limitations"]);
        assert_eq!(changed(&typed, &json!({ "assessments": [] })), ["/assessments"]);
    }
}
