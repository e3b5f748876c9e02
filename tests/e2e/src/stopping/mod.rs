//! The program ends in the middle of its work: by a panic that a test asks for at one of its messages, effects or drawings, or by
//! an exception that no part of it catches. From then on nothing is written; the page says so and offers the drafts; after a reload
//! they are what the stores had.
//!
//! This needs the build with failpoints, see `crates/app/src/failpoints.rs`.

mod kinds;
mod story;

use crate::{
    Engine, Page, Server, eventually,
    pool::TemporaryHome,
    product::{self, Record, Stored},
    wait_up_to,
};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    path::PathBuf,
    pin::pin,
    time::Duration,
};
use story::Promises;
pub use story::Story;

const FAILPOINTS: &str = include_str!("../js/failpoints.js");
/// A page of the server without the product.
const EMPTY: &str = "empty.html";
/// Longer than the longest time that the product lets pass before a save, and between two tries of one that failed.
const BEYOND_A_SAVE_MS: u64 = 600;
const BEYOND_A_RETRY_MS: u64 = 3300;
/// The build with failpoints is slow to start.
const PATIENCE: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// By a panic, which reports itself.
    Panic,
    /// By an exception that goes through it, which it cannot tell of.
    Exception,
}

/// What the stores hold in the stories, made by the product itself in this browser.
#[derive(Debug)]
pub struct Rig {
    draft: String,
    /// Three states of it, each going on from the one before: its text is [`story::WORDS`], so many of them.
    states: Vec<Value>,
    /// The file of the second state.
    file: Vec<u8>,
}

/// The results of all pairs of a story and a place.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// The browser, with its version.
    pub browser: String,
    /// How many there were, by where the end was.
    pub pairs: BTreeMap<String, u32>,
    /// Kinds of messages and effects that no story has driven, though no reason is known.
    pub missing: Vec<String>,
    /// A line for each that went wrong.
    pub faults: Vec<String>,
}

impl Summary {
    /// Whether the promise was kept everywhere.
    pub fn is_clean(&self) -> bool {
        self.missing.is_empty() && self.faults.is_empty()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { browser, pairs, missing, faults } = self;
        let each: Vec<String> = pairs.iter().map(|(what, number)| format!("{number} {what}")).collect();
        let (sum, each) = (pairs.values().sum::<u32>(), each.join(", "));
        write!(f, "{browser}: {sum} pairs ({each}), {} kinds not driven, {} faults", missing.len(), faults.len())
    }
}

/// Which of the pairs of a story and a place are played; by itself all of them.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The name of the only story that is played, with all that it passes.
    pub story: Option<String>,
    /// What the place must hold, such as `message ReadAgain`.
    pub place: Option<String>,
}

impl Selection {
    fn is_everything(&self) -> bool {
        self.story.is_none() && self.place.is_none()
    }

    fn stories(&self) -> Result<Vec<Story>> {
        let Some(name) = &self.story else { return Ok(Story::ALL.to_vec()) };
        let story = Story::ALL.into_iter().find(|story| format!("{story:?}") == *name);
        Ok(vec![story.with_context(|| format!("no story is called {name}, there are {:?}", Story::ALL))?])
    }

    fn holds(&self, place: &str) -> bool {
        self.place.as_ref().is_none_or(|part| place.contains(part))
    }
}

/// Starts a browser, plays every chosen story once to see what it passes, and then once for each chosen place, where the program
/// ends. `told` hears of every pair.
pub fn alone(engine: Engine, wk_launch: PathBuf, choice: &Selection, mut told: impl FnMut(&str)) -> Result<Summary> {
    let stories = choice.stories()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Server::serve(crate::paths::failpoints()?)?;
        let home = TemporaryHome::new(wk_launch);
        let mut page = Page::start(engine, home.get(), server).await?;
        let mut summary = Summary { browser: page.browser(), ..Summary::default() };
        let rig = Rig::begin(&page).await?;
        let mut places = rig.places(&page, &stories).await?;
        if choice.is_everything() {
            summary.missing = kinds::missing(engine, &places.iter().map(|(place, _)| place.clone()).collect());
        }
        places.retain(|(place, _)| choice.holds(place));
        ensure!(!places.is_empty(), "no story passes such a place");
        for (place, stories) in places {
            let what = place.split(' ').next().unwrap_or_default().to_owned();
            for end in [End::Panic, End::Exception] {
                // At an effect it would go through the message that asked for it.
                if end == End::Exception && ["before", "after"].contains(&what.as_str()) {
                    continue;
                }
                let (mut line, mut outcome) = (String::new(), Ok(()));
                for story in &stories {
                    line = format!("{story:?}, {end:?} {place}");
                    outcome = rig.stops(&page, *story, &place, end).await;
                    // On a machine that is busy a story may have come by chance to where another comes each time.
                    if !outcome.as_ref().is_err_and(|error| error.is::<NotReached>()) {
                        break;
                    }
                    told(&format!("{line}: {NotReached}"));
                }
                match outcome {
                    Ok(()) => told(&line),
                    Err(error) => {
                        told(&format!("WRONG {line}: {error:#}"));
                        summary.faults.push(format!("{line}: {error:#}"));
                        page.restart().await?;
                    }
                }
                let kind = if end == End::Panic { what.clone() } else { format!("{what} by an exception") };
                *summary.pairs.entry(kind).or_default() += 1;
            }
        }
        Ok(summary)
    })
}

/// A story ended before it came to the place.
#[derive(Debug)]
struct NotReached;

impl fmt::Display for NotReached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the story ended before it came there")
    }
}

impl std::error::Error for NotReached {}

impl Rig {
    /// Has the product make the states.
    pub async fn begin(page: &Page) -> Result<Self> {
        page.allow("");
        wait_up_to(PATIENCE);
        serve(page, None)?;
        let draft = product::begin(page).await?;
        let mut rig = Self { draft, states: Vec::new(), file: Vec::new() };
        for word in story::WORDS {
            let field = product::requirement(page, "1.1").await?.field("Kết quả").await?;
            field.focus().await?;
            page.type_text(word).await?;
            product::is_saved(page).await?;
            rig.states.push(page.script("return rig.state()", &[]).await?);
            if rig.states.len() == 2 {
                let file = "return document.querySelector('directive-assessment').exportFile({ download: false })
                    .then((file) => file.text())";
                rig.file = page.script(file, &[]).await?.as_str().context("a file")?.into();
            }
        }
        Ok(rig)
    }

    /// Plays these stories without a fault. Returns each place that the program passes, with those of them that lead there.
    async fn places(&self, page: &Page, stories: &[Story]) -> Result<Vec<(String, Vec<Story>)>> {
        let mut places: Vec<(String, Vec<Story>)> = Vec::new();
        for &story in stories {
            let mut seen = self.passed(page, story).await;
            if seen.is_err() && page.engine() == Engine::WebKit {
                // See `comes_up`.
                seen = self.passed(page, story).await;
            }
            let seen = seen.with_context(|| format!("{story:?}"))?;
            for place in seen {
                match places.iter_mut().find(|(known, _)| *known == place) {
                    Some((_, stories)) => stories.push(story),
                    None => places.push((place, vec![story])),
                }
            }
        }
        Ok(places)
    }

    /// Plays a story without a fault. Returns the places that it passes.
    async fn passed(&self, page: &Page, story: Story) -> Result<Vec<String>> {
        self.prepare(page, story, None).await?;
        story.act(page, self, &Promises::default()).await?;
        Ok(serde_json::from_value(page.script("return rig.seen", &[]).await?)?)
    }

    /// Plays a story up to the place where the program ends, and holds what is promised then.
    pub async fn stops(&self, page: &Page, story: Story, place: &str, end: End) -> Result<()> {
        let promises = Promises::default();
        self.prepare(page, story, Some((place, end))).await.context("before the story")?;
        let acted = until_it_stops(page, story.act(page, self, &promises)).await;
        let is_shown = eventually("the panel", async || Ok(page.script(CAUSE, &[]).await? == "stopped")).await;
        if let Err(error) = is_shown {
            let left = page.script("return rig.at", &[]).await?;
            if acted.is_ok() && left == place {
                return Err(NotReached.into());
            }
            bail!("{error:#}; to be passed: {left}; the story: {acted:?}");
        }
        let kept = self.hands_out_what_is_kept(page).await.context("the panel")?;
        writes_nothing(page, story, end, &kept).await.context("in the panel's time")?;
        self.is_kept(page, &kept, &promises.into_promised()).await.context("after the reload")
    }

    /// The stores as the story needs them, the page that it begins on, and the fault.
    async fn prepare(&self, page: &Page, story: Story, fault: Option<(&str, End)>) -> Result<()> {
        serve(page, None)?;
        page.visit(&page.server.url(EMPTY)).await?;
        let reset = "return rig.reset(arguments[0], arguments[1]).then(() => null)";
        page.script(reset, &[story.state(self), json!(story.history(self))]).await?;
        page.server.take_told();
        if story.begins_with_the_start() {
            return serve(page, fault);
        }
        page.open(&story.route(self)).await?;
        product::is_in_sync(page).await?;
        is_at_rest(page).await?;
        let (at, throws) = fault.map_or(("", false), |(place, end)| (place, end == End::Exception));
        let arm = "rig.seen.length = 0; [rig.at, rig.throws] = arguments";
        page.script(arm, &[json!(at), json!(throws)]).await.map(drop)
    }

    /// The panel has the way to load the page again, and each record that the stores hold. Returns those.
    async fn hands_out_what_is_kept(&self, page: &Page) -> Result<Vec<Record>> {
        page.by_role("button", "Tải lại").await?;
        let kept = product::records(page).await?;
        let wanted: BTreeSet<&str> = kept.iter().map(|record| record.text.as_str()).collect();
        eventually("the drafts in the panel", async || {
            let handed = page.script(HANDED, &[]).await?;
            let handed: Vec<String> = serde_json::from_value(handed)?;
            Ok(handed.iter().map(String::as_str).collect::<BTreeSet<_>>() == wanted)
        })
        .await?;
        Ok(kept)
    }

    /// After a reload each draft shows what the stores had, and what was called saved is in one of them.
    async fn is_kept(&self, page: &Page, kept: &[Record], promised: &[String]) -> Result<()> {
        for word in promised {
            ensure!(kept.iter().any(|record| record.text.contains(word.trim())), "{word:?} was called saved: {kept:?}");
        }
        serve(page, None)?;
        comes_up(page, page.reload().await).await?;
        let mut newest: BTreeMap<String, Stored> = BTreeMap::new();
        for stored in kept.iter().map(Record::read).filter(|stored| stored.content.is_some()) {
            let known = newest.get(&stored.id).map_or(0, Stored::generation);
            if stored.generation() > known {
                newest.insert(stored.id.clone(), stored);
            }
        }
        for (id, stored) in newest.into_iter().filter(|(_, stored)| !stored.is_deleted()) {
            comes_up(page, page.open(&product::address(&id, "nhiem-vu/1")).await).await?;
            let text = stored.results().unwrap_or_default();
            product::requirement(page, "1.1").await?.holds("Kết quả", text).await?;
        }
        Ok(())
    }
}

/// WebKit ends the slow build now and then with an exception of its own in a page that has just begun ("Out of bounds memory
/// access", where no code could). The page says so, and who sits before it reloads once more.
async fn comes_up(page: &Page, opened: Result<()>) -> Result<()> {
    match opened {
        Err(_) if page.engine() == Engine::WebKit => page.reload().await,
        opened => opened,
    }
}

/// Serves the product's page with the script of the faults before all others, and without the worker, which would keep it.
fn serve(page: &Page, fault: Option<(&str, End)>) -> Result<()> {
    let (at, throws) = fault.map_or(("", false), |(place, end)| (place, end == End::Exception));
    page.server.mend();
    page.server.hide("sw.js");
    page.server.put("failpoints.js", format!("const start = {};\n{FAILPOINTS}", json!({ "at": at, "throws": throws })));
    let script = "<script src=\"failpoints.js\"></script>";
    page.server.put(EMPTY, format!("<!doctype html><title>empty</title>{script}"));
    let index = fs::read_to_string(page.server.root().join("index.html"))?;
    page.server.put("index.html", index.replacen("<meta charset", &format!("{script}<meta charset"), 1));
    Ok(())
}

/// Waits until the start has come to its end, with what the browser says of the stores' room, and all of it is drawn.
async fn is_at_rest(page: &Page) -> Result<()> {
    let last = if page.engine() == Engine::WebKit { "message Loaded" } else { "message Space" };
    story::passes(page, last).await?;
    page.script("return new Promise((done) => setTimeout(() => setTimeout(() => done(null))))", &[]).await.map(drop)
}

/// Goes on until the page tells that it has stopped: then whatever the story waits for will not come.
async fn until_it_stops(page: &Page, act: impl Future<Output = Result<()>>) -> Result<()> {
    let mut act = pin!(act);
    let stopped = async {
        while !page.server.take_told().iter().any(|told| told == "stopped") {
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    };
    tokio::select! {
        acted = &mut act => acted,
        () = stopped => {
            wait_up_to(Duration::ZERO);
            let acted = act.await;
            wait_up_to(PATIENCE);
            acted
        }
    }
}

const CAUSE: &str =
    "return document.querySelector('directive-assessment')?.shadowRoot?.querySelector('.failure')?.dataset.cause ?? ''";
const HANDED: &str =
    "const links = document.querySelector('directive-assessment').shadowRoot.querySelectorAll('.failure li a');
    return Promise.all([...links].map((link) => rig.handed.get(link.href).text()))";

/// Neither time nor leaving writes anything. After a panic nothing at all was written; an exception is asked for only once it has
/// been told.
async fn writes_nothing(page: &Page, story: Story, end: End, kept: &[Record]) -> Result<()> {
    let writes = page.script("return rig.writes", &[]).await?;
    ensure!(end == End::Exception || writes == 0, "{writes} writes after the panic");
    let look = "return JSON.stringify([rig.writes, { ...localStorage }])";
    let before = page.script(look, &[]).await?;
    let time = if story.tries_again() { BEYOND_A_RETRY_MS } else { BEYOND_A_SAVE_MS };
    page.script("return rig.leave(arguments[0]).then(() => null)", &[json!(time)]).await?;
    let after = page.script(look, &[]).await?;
    ensure!(before == after, "written after it had stopped: {before} became {after}");
    let now = product::records(page).await?;
    ensure!(now == kept, "written after it had stopped: {kept:?} became {now:?}");
    Ok(())
}
