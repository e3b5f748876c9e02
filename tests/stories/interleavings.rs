//! Up to four windows on one draft, in every order that chance finds: edits, timers, stores that answer late or never,
//! that refuse, lose everything or come back, windows that are left, killed and opened, clocks that jump. After every
//! step the saving machine must have kept what it promises.
//!
//! `INTERLEAVINGS=1000000` tries so many steps; `INTERLEAVINGS_SEED=…` begins with a round that failed.

use crate::machine::{Machine, Page};
use crate::ports::Verdict;
use directive_assessment::app::notice::NoticeKind;
use directive_assessment::app::saving::SaveState;
use directive_assessment::app::{Draft, Edit, Msg, Route, Section};
use directive_assessment::domain::field::{AnswerField, Field};
use directive_assessment::exchange::record;
use directive_assessment::storage::Fault;
use std::collections::BTreeSet;
use std::env;

const STEPS_IN_A_ROUND: u32 = 250;

#[test]
fn no_order_of_events_breaks_a_promise() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let steps = number("INTERLEAVINGS").unwrap_or(10_000);
    let first = number("INTERLEAVINGS_SEED").unwrap_or(1);
    let mut done = Counts::default();
    let mut seed = first;
    while done.steps < steps {
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
    assert!(done.acknowledged > steps / 50 && done.copies > steps / 500 && done.taken_over > steps / 500, "{done:?}");
    assert!(done.restarts > steps / 500 && done.evictions > steps / 2000 && done.refusals > steps / 200, "{done:?}");
}

/// What has happened, so that it is known that it did.
#[derive(Debug, Default)]
struct Counts {
    steps: u64,
    edits: u64,
    acknowledged: u64,
    copies: u64,
    taken_over: u64,
    restarts: u64,
    evictions: u64,
    refusals: u64,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.steps += other.steps;
        self.edits += other.edits;
        self.acknowledged += other.acknowledged;
        self.copies += other.copies;
        self.taken_over += other.taken_over;
        self.restarts += other.restarts;
        self.evictions += other.evictions;
        self.refusals += other.refusals;
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
}

/// A window, with the field that the person is in and what is drawn in it, as `ui::field` keeps it.
struct Window {
    page: Page,
    field: Option<(Field, String)>,
    told_copies: usize,
}

struct Story {
    machine: Machine,
    chance: Chance,
    windows: Vec<Window>,
    /// Records on their way to a window that has heard of another's write.
    news: Vec<(usize, Msg)>,
    counts: Counts,
    /// Every state of the draft that a store has taken.
    held: BTreeSet<String>,
    /// The words that a window has called saved.
    saved: BTreeSet<String>,
    copies: BTreeSet<String>,
}

fn fields() -> [Field; 2] {
    ["1.1", "1.2"].map(|id| Field::Answer(id.into(), AnswerField::Results))
}

/// What was typed into a draft.
fn typed(draft: &Draft) -> String {
    fields().map(|field| draft.assessment.text(&field)).join("|")
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
            held: BTreeSet::new(),
            saved: BTreeSet::new(),
            copies: BTreeSet::new(),
        };
        for _ in 0..2 + story.chance.below(3) {
            story.opens();
        }
        story
    }

    fn opens(&mut self) {
        let page = self.machine.open();
        page.gate.close();
        let first = page.store.model().drafts.first().map(|draft| draft.id.clone());
        if let Some(id) = first {
            page.send(Msg::Go(Route::Draft(id, Section::General)));
        }
        self.windows.push(Window { page, field: None, told_copies: 0 });
    }

    fn step(&mut self) {
        self.counts.steps += 1;
        let window = self.chance.below(self.windows.len());
        match self.chance.below(100) {
            0..18 => self.types(window),
            18..24 => self.leaves_the_field(window),
            24..38 => self.timer(window),
            38..64 => self.store_goes_on(window),
            64..74 => self.hears(window),
            74..87 => self.news_comes(),
            87..90 => self.windows[window].page.send(Msg::Hidden),
            90..93 => self.fault(),
            93..95 => self.clock_jumps(),
            95..97 => self.is_killed(window),
            97 => self.evicts(),
            98 => self.restarts(),
            _ => self.goes_to_another_draft(window),
        }
        self.note_what_was_taken();
    }

    fn types(&mut self, window: usize) {
        let at = self.chance.below(2);
        let word = format!(" w{}", self.counts.edits);
        let Window { page, field, .. } = &mut self.windows[window];
        let Some(draft) = page.store.model().current().map(|draft| draft.id.clone()) else { return };
        if field.is_none() {
            let entered = fields()[at].clone();
            let shown = page.assessment().text(&entered);
            page.send(Msg::Entered(draft.clone(), entered.clone()));
            *field = Some((entered, shown));
        }
        if let Some((field, shown)) = field {
            shown.push_str(&word);
            page.send(Msg::Edit(draft, Edit::Text(field.clone(), shown.clone())));
            self.counts.edits += 1;
        }
    }

    fn leaves_the_field(&mut self, window: usize) {
        self.windows[window].field = None;
        self.windows[window].page.send(Msg::Left);
    }

    fn timer(&mut self, window: usize) {
        let page = &self.windows[window].page;
        let next = page.timers.borrow().iter().map(|(id, due)| (*due, id.clone())).min();
        let Some((due, id)) = next else { return };
        page.timers.borrow_mut().remove(&id);
        let mut disk = self.machine.0.borrow_mut();
        disk.now = disk.now.max(due);
        drop(disk);
        page.rings(id);
    }

    fn store_goes_on(&mut self, window: usize) {
        let page = &self.windows[window].page;
        let count = page.gate.waiting().len();
        if count == 0 {
            return;
        }
        let index = self.chance.below(count);
        let verdict = match self.chance.below(100) {
            // It came through, and says that it did not.
            0..2 => Verdict::GoesAndFails(Fault::Broken),
            2..4 => Verdict::Fails(Fault::Broken),
            _ => Verdict::Goes,
        };
        page.decides(index, verdict);
    }

    fn hears(&mut self, window: usize) {
        let ids: Vec<String> = self.machine.0.borrow().journal.keys().cloned().collect();
        if !ids.is_empty() {
            let id = &ids[self.chance.below(ids.len())];
            self.news.push((window, Msg::Seen(self.machine.record(id))));
        }
    }

    fn news_comes(&mut self) {
        if self.news.is_empty() {
            return;
        }
        let index = self.chance.below(self.news.len());
        let (window, news) = self.news.swap_remove(index);
        if let Some(Window { page, .. }) = self.windows.get(window) {
            let before: Vec<String> = page.store.model().drafts.iter().map(typed).collect();
            page.send(news);
            let after: Vec<String> = page.store.model().drafts.iter().map(typed).collect();
            self.counts.taken_over += u64::from(before != after);
        }
    }

    fn fault(&mut self) {
        let fault = [None, None, None, Some(Fault::Full), Some(Fault::Refused), Some(Fault::Broken)];
        let fault = fault[self.chance.below(6)];
        let is_journal = self.chance.percent(50);
        let mut disk = self.machine.0.borrow_mut();
        self.counts.refusals += u64::from(fault.is_some());
        if is_journal {
            disk.journal_fault = fault;
        } else {
            disk.mirror_fault = fault;
        }
    }

    fn clock_jumps(&mut self) {
        const TEN_YEARS: i64 = 10 * 365 * 24 * 3_600_000;
        let forward = self.chance.percent(50);
        self.machine.0.borrow_mut().now += if forward { TEN_YEARS } else { -TEN_YEARS };
    }

    /// What was on its way to the journal may still arrive there.
    fn is_killed(&mut self, window: usize) {
        let goes_through = self.chance.percent(50);
        let killed = self.windows.remove(window);
        if goes_through && killed.page.gate.waiting().first() == Some(&"journal change") {
            killed.page.step(0);
        }
        self.news.clear();
        self.opens();
    }

    fn restarts(&mut self) {
        self.windows.clear();
        self.news.clear();
        self.counts.restarts += 1;
        let mut disk = self.machine.0.borrow_mut();
        (disk.journal_fault, disk.mirror_fault) = (None, None);
        drop(disk);
        for _ in 0..1 + self.chance.below(4) {
            self.opens();
        }
        self.note_what_was_taken();
        self.has_lost_nothing();
    }

    /// The browser clears one of the two stores. Where the other does not have all of it, there is no help.
    fn evicts(&mut self) {
        let mut disk = self.machine.0.borrow_mut();
        let is_level = disk.journal.len() == disk.mirror.len()
            && disk.journal.iter().all(|(id, (_, text))| disk.mirror.get(id) == Some(text));
        if !is_level {
            return;
        }
        self.counts.evictions += 1;
        if self.chance.percent(50) {
            disk.journal.clear();
        } else {
            disk.mirror.clear();
        }
    }

    fn goes_to_another_draft(&mut self, window: usize) {
        let ids: Vec<String> =
            self.windows[window].page.store.model().drafts.iter().map(|draft| draft.id.clone()).collect();
        if !ids.is_empty() {
            let id = ids[self.chance.below(ids.len())].clone();
            self.leaves_the_field(window);
            self.windows[window].page.send(Msg::Go(Route::Draft(id, Section::General)));
        }
    }

    /// Never an older generation over a newer one.
    fn note_what_was_taken(&mut self) {
        let taken = std::mem::take(&mut self.machine.0.borrow_mut().taken);
        for taken in taken {
            let new = record::from_text(&taken.text).expect("a whole record");
            if let Some(before) = taken.before {
                let old = record::from_text(&before).expect("a whole record");
                let is_kept = || self.machine.0.borrow().mirror.values().any(|text| *text == before);
                let (old_generation, generation) = (old.generation, new.generation);
                assert!(generation >= old_generation, "{}: {generation} over {old_generation}", taken.id);
                assert!(
                    generation > old_generation || old.writer == new.writer || old.is_same_state(&new) || is_kept(),
                    "{}: two windows under generation {generation}: {:?} over {:?}",
                    taken.id,
                    (&new.writer, new.ahead_of, fields().map(|field| new.assessment.text(&field))),
                    (&old.writer, old.ahead_of, fields().map(|field| old.assessment.text(&field))),
                );
            }
            let text = fields().map(|field| new.assessment.text(&field)).join("|");
            self.held.insert(text);
        }
    }

    fn keeps_its_promises(&mut self) {
        for Window { page, told_copies, .. } in &mut self.windows {
            let model = page.store.model();
            let own = model.drafts.iter().filter(|draft| draft.copy.is_some()).map(|draft| &draft.id);
            for id in own {
                if self.copies.insert(id.clone()) {
                    // Whoever made it was told.
                    let told = |notice: &NoticeKind| matches!(notice, NoticeKind::Forked(_) | NoticeKind::Parted(_));
                    assert!(page.notices().iter().any(told), "{id} came to be without a word: {:?}", page.notices());
                    *told_copies += 1;
                    self.counts.copies += 1;
                }
            }
            for draft in &model.drafts {
                if let SaveState::Saved(_) = draft.saving.state() {
                    let text = typed(draft);
                    assert!(self.held.contains(&text) || text == "|", "{text} is called saved and in no store");
                    let words = text.split([' ', '|']).filter(|word| !word.is_empty()).map(str::to_owned);
                    for word in words {
                        self.counts.acknowledged += u64::from(self.saved.insert(word));
                    }
                }
            }
        }
    }

    /// Everything is answered and heard, and the stores are well again.
    fn comes_to_rest(&mut self) {
        let mut disk = self.machine.0.borrow_mut();
        (disk.journal_fault, disk.mirror_fault) = (None, None);
        drop(disk);
        for window in 0..self.windows.len() {
            self.leaves_the_field(window);
        }
        for _ in 0..20 {
            for window in 0..self.windows.len() {
                loop {
                    self.timer(window);
                    while !self.windows[window].page.gate.waiting().is_empty() {
                        self.windows[window].page.step(0);
                        self.note_what_was_taken();
                        self.keeps_its_promises();
                    }
                    if self.windows[window].page.timers.borrow().is_empty() {
                        break;
                    }
                }
                let ids: Vec<String> = self.machine.0.borrow().journal.keys().cloned().collect();
                ids.iter().for_each(|id| self.windows[window].page.looks_at(id));
            }
        }
        self.note_what_was_taken();
        self.keeps_its_promises();
        for Window { page, .. } in &self.windows {
            for draft in &page.store.model().drafts {
                assert!(!draft.saving.is_dirty(), "{} does not come to rest: {:?}", draft.id, draft.saving);
                let record = self.machine.record(&draft.id);
                // The windows follow the journal; what only the mirror has comes to light at the next start.
                let Some((generation, text)) = record.journal else { continue };
                // A journal that was emptied may have begun anew under a generation that was there before.
                let is_at_least = generation >= draft.saving.generation() && self.counts.evictions == 0;
                if is_at_least || generation > draft.saving.generation() {
                    let found = record::from_text(&text).unwrap();
                    let found = fields().map(|field| found.assessment.text(&field)).join("|");
                    assert_eq!(found, typed(draft), "{}: a window does not show what is saved", draft.id);
                }
            }
        }
    }

    /// After the browser was killed each word that was called saved is in a draft.
    fn has_lost_nothing(&mut self) {
        let page = self.machine.open();
        let texts: Vec<String> = page.store.model().drafts.iter().map(typed).collect();
        let found: BTreeSet<&str> = texts.iter().flat_map(|text| text.split([' ', '|'])).collect();
        let lost: Vec<&String> = self.saved.iter().filter(|word| !found.contains(word.as_str())).collect();
        assert!(lost.is_empty(), "{lost:?} was called saved and is gone; there is {texts:?}");
        assert!(page.store.model().damaged.is_empty());
    }
}
