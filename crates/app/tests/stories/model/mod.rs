//! Up to four windows, and whatever can happen to their drafts, in random order: typing, timers; stores that answer late, falsely
//! or never, that refuse, lose everything or come back; drafts started before the stores were read, deleted, brought back, removed
//! for good, exported to a slow host and removed, merged, replaced, restored, and all of it undone; records that are damaged, or
//! that another release has written; windows that are left, killed and opened; clocks that jump.
//!
//! Anything can happen between two operations on the journal and the history. What one call does in the mirror is one step, since
//! the browser answers it at once.
//!
//! `INTERLEAVINGS=1000000` runs that many steps; `INTERLEAVINGS_SEED=…` starts with a round that failed.

mod acts;
mod promises;

use crate::machine::{Machine, Page};
use app::{Draft, Msg};
use domain::assessment::Assessment;
use domain::field::{AnswerField, Field};
use exchange::record::{self, StoredDraft};
use std::collections::{BTreeMap, BTreeSet};
use std::env;

const STEPS_IN_A_ROUND: u32 = 250;

#[test]
fn no_order_of_events_breaks_a_promise() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let steps = number("INTERLEAVINGS").unwrap_or(10_000);
    let mut seed = number("INTERLEAVINGS_SEED").unwrap_or(1);
    let mut done = Counts::default();
    while done.of("step") < steps {
        println!("seed {seed}");
        let mut story = Story::new(seed);
        for _ in 0..STEPS_IN_A_ROUND {
            story.step();
            story.keeps_its_promises();
        }
        story.comes_to_rest();
        story.has_lost_nothing();
        done.add(&story.counts);
        seed += 1;
    }
    println!("{done:?}");
    if steps < 10_000 {
        return;
    }
    // A test of things that do not happen proves nothing.
    for (what, at_least) in [
        ("word acknowledged", steps / 100),
        ("copy", steps / 1000),
        ("taken over", steps / 1000),
        ("restart", steps / 500),
        ("eviction", steps / 10_000),
        ("refusal", steps / 200),
        ("begun early", steps / 2000),
        ("removed for good", steps / 2000),
        ("removed after export", steps / 5000),
        ("removal stopped", steps / 10_000),
        ("export", steps / 200),
        ("unchanged since export", steps / 500),
        ("undo", steps / 500),
        ("import", steps / 500),
        ("restored state", steps / 2000),
        ("newer record", steps / 2000),
        ("damaged record", steps / 2000),
    ] {
        assert!(done.of(what) >= at_least, "{what}: {done:?}");
    }
}

/// What has happened, so that it is known that it did.
#[derive(Debug, Default)]
struct Counts(BTreeMap<&'static str, u64>);

impl Counts {
    fn note(&mut self, what: &'static str) {
        *self.0.entry(what).or_default() += 1;
    }

    fn of(&self, what: &str) -> u64 {
        self.0.get(what).copied().unwrap_or_default()
    }

    fn add(&mut self, other: &Self) {
        for (what, count) in &other.0 {
            *self.0.entry(what).or_default() += count;
        }
    }
}

/// The splitmix64 generator.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((bits ^ (bits >> 31)) % end as u64).unwrap()
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    fn one_of<T>(&mut self, mut all: Vec<T>) -> Option<T> {
        if all.is_empty() {
            return None;
        }
        let at = self.below(all.len());
        Some(all.swap_remove(at))
    }
}

/// A window, with the field that the person is in and what is drawn in it, as `views::field` keeps it.
struct Window {
    page: Page,
    field: Option<(Field, String)>,
}

struct Story {
    machine: Machine,
    chance: Chance,
    windows: Vec<Window>,
    /// Records on their way to a window that has heard of another's write.
    news: Vec<(usize, Msg)>,
    counts: Counts,
    words: u64,
    /// Every content of a draft that a store has taken.
    held: BTreeSet<String>,
    /// The words that a window has called saved.
    saved: BTreeSet<String>,
    /// The words that a person has taken out by an act of theirs.
    given_up: BTreeSet<String>,
    copies: BTreeSet<String>,
    /// The records that another release has written.
    newer: BTreeMap<String, String>,
    /// The records that were damaged, and the draft of each.
    damaged: Vec<(String, String)>,
}

impl Story {
    fn new(seed: u64) -> Self {
        let machine = Machine::new();
        let page = machine.open();
        page.begins("Quận ủy Ninh Kiều");
        page.wait(1000);
        drop(page);
        let mut story = Self {
            machine,
            chance: Chance(seed),
            windows: Vec::new(),
            news: Vec::new(),
            counts: Counts::default(),
            words: 0,
            held: BTreeSet::new(),
            saved: BTreeSet::new(),
            given_up: BTreeSet::new(),
            copies: BTreeSet::new(),
            newer: BTreeMap::new(),
            damaged: Vec::new(),
        };
        story.note_what_was_taken();
        for _ in 0..2 + story.chance.below(3) {
            story.opens();
        }
        story
    }
}

fn fields() -> [Field; 2] {
    ["1.1", "1.2"].map(|id| Field::Answer(id.into(), AnswerField::Results))
}

/// The content of a draft, whoever edited it when.
fn content(assessment: &Assessment) -> String {
    let assessment = Assessment { revision: 0, updated_at: String::new(), ..assessment.clone() };
    record::to_text(&StoredDraft { assessment, ..StoredDraft::default() }, "", "")
}

/// The words that were typed, `w12x` and the like.
fn words_in(text: &str) -> impl Iterator<Item = String> + '_ {
    let is_word = |word: &&str| {
        let number = word.strip_prefix('w').and_then(|rest| rest.strip_suffix('x'));
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
    };
    text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(is_word).map(str::to_owned)
}

fn words_of(draft: &Draft) -> BTreeSet<String> {
    match &draft.newer {
        Some(record) => {
            let texts = record.journal.iter().map(|(_, text)| text).chain(&record.mirror);
            texts.flat_map(|text| words_in(text)).collect()
        }
        None => words_in(&content(&draft.assessment)).collect(),
    }
}

fn words_on(page: &Page) -> BTreeSet<String> {
    page.runtime.model().drafts.iter().flat_map(words_of).collect()
}
