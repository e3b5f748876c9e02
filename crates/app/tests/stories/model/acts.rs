//! What happens at random.

use super::{Story, Window, fields, words_of, words_on};
use crate::machine::{Page, READ_AGAIN};
use crate::ports::Verdict;
use app::msg::{HistoryMsg, ImportChoice, RemovalMsg};
use app::views::history::history_rows;
use app::{Draft, Edit, Msg, Route, Section};
use domain::field::{EvidenceField, Field, StepField};
use exchange::merge::MergeChoice;
use exchange::record;
use std::collections::BTreeSet;
use storage::{StoreFault, is_quarantined};

impl Story {
    pub(super) fn opens(&mut self) {
        let page = if self.chance.percent(30) { self.machine.open_slowly() } else { self.machine.open() };
        page.gate.close();
        let first =
            page.runtime.model().drafts.iter().find(|draft| draft.newer.is_none()).map(|draft| draft.id.clone());
        if let Some(id) = first {
            page.send(Msg::Go(Route::Draft(id, Section::General)));
        }
        self.windows.push(Window { page, field: None });
    }

    pub(super) fn step(&mut self) {
        self.counts.note("step");
        let window = self.chance.below(self.windows.len());
        match self.chance.below(240) {
            0..34 => self.types(window),
            34..44 => self.leaves_the_field(window),
            44..70 => self.timer(window),
            70..116 => self.store_goes_on(window),
            116..130 => self.hears(window),
            130..150 => self.news_comes(),
            150..155 => self.windows[window].page.send(Msg::Hidden),
            155..160 => self.fault(),
            160..162 => self.clock_jumps(),
            162..165 => self.is_killed(window),
            165..167 => self.evicts(),
            167..169 => self.restarts(),
            169..172 => self.goes_to_another_draft(window),
            172..175 => self.begins(window),
            175..180 => self.deletes_or_brings_back(window),
            180..184 => self.removes_for_good(window),
            184..190 => self.exports(window),
            190..202 => self.exports_and_removes(window),
            202..211 => self.edits_rows(window),
            211..227 => self.undoes(window),
            227..231 => self.imports(window),
            231..235 => self.restores(window),
            235..237 => self.another_release_writes(),
            _ => self.damages(),
        }
        self.note_what_was_taken();
    }

    fn word(&mut self) -> String {
        self.words += 1;
        format!("w{}x", self.words)
    }

    fn types(&mut self, window: usize) {
        let at = self.chance.below(2);
        let word = self.word();
        let Window { page, field } = &mut self.windows[window];
        let Some(draft) = open_draft(page) else { return };
        if field.is_none() {
            let entered = fields()[at].clone();
            let shown = page.assessment().text(&entered);
            page.send(Msg::Entered(draft.clone(), entered.clone()));
            *field = Some((entered, shown));
        }
        if let Some((field, shown)) = field {
            *shown += &format!(" {word}");
            page.send(Msg::Edit(draft, Edit::Text(field.clone(), shown.clone())));
        }
    }

    pub(super) fn leaves_the_field(&mut self, window: usize) {
        self.windows[window].field = None;
        self.windows[window].page.send(Msg::Left);
    }

    /// An act of the person's, at the end of which words may be gone because they wanted it so.
    fn acts(&mut self, window: usize, act: impl FnOnce(&Page)) {
        self.leaves_the_field(window);
        let page = &self.windows[window].page;
        let before = words_on(page);
        act(page);
        let after = words_on(page);
        self.given_up.extend(before.difference(&after).cloned());
    }

    pub(super) fn timer(&mut self, window: usize) {
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
            0..2 => Verdict::GoesAndFails(StoreFault::Broken),
            2..5 => Verdict::Fails(StoreFault::Broken),
            _ => Verdict::Goes,
        };
        page.decides(index, verdict);
    }

    fn hears(&mut self, window: usize) {
        let ids: Vec<String> = self.machine.0.borrow().journal.keys().cloned().collect();
        if let Some(id) = self.chance.one_of(ids) {
            self.news.push((window, Msg::Seen(self.machine.record(&id))));
        }
    }

    fn news_comes(&mut self) {
        if self.news.is_empty() {
            return;
        }
        let index = self.chance.below(self.news.len());
        let (window, news) = self.news.swap_remove(index);
        if let Some(Window { page, .. }) = self.windows.get(window) {
            let before = words_on(page);
            page.send(news);
            if before != words_on(page) {
                self.counts.note("taken over");
            }
        }
    }

    fn fault(&mut self) {
        let fault = [None, None, None, Some(StoreFault::Full), Some(StoreFault::Refused), Some(StoreFault::Broken)];
        let fault = fault[self.chance.below(6)];
        let is_journal = self.chance.percent(50);
        let mut disk = self.machine.0.borrow_mut();
        if fault.is_some() {
            self.counts.note("refusal");
        }
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
        self.counts.note("restart");
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
        let is_in_sync = disk.journal.len() == disk.mirror.len()
            && disk.journal.iter().all(|(id, (_, text))| disk.mirror.get(id) == Some(text));
        if !is_in_sync {
            return;
        }
        self.counts.note("eviction");
        if self.chance.percent(50) {
            disk.journal.clear();
        } else {
            disk.mirror.clear();
        }
    }

    fn goes_to_another_draft(&mut self, window: usize) {
        let ids = drafts(&self.windows[window].page, |_| true);
        if let Some(id) = self.chance.one_of(ids) {
            self.leaves_the_field(window);
            self.windows[window].page.send(Msg::Go(Route::Draft(id, Section::General)));
        }
    }

    fn begins(&mut self, window: usize) {
        self.leaves_the_field(window);
        let page = &self.windows[window].page;
        if !page.runtime.model().ready {
            self.counts.note("begun early");
        }
        if drafts(page, |_| true).len() > 6 {
            return;
        }
        let earlier = drafts(page, |draft| draft.newer.is_none() && !draft.deleted);
        match self.chance.one_of(earlier) {
            Some(id) if self.chance.percent(30) => page.send(Msg::StartFrom(id)),
            _ => page.send(Msg::StartDraft(page.unit("Quận ủy Ninh Kiều"))),
        }
    }

    fn deletes_or_brings_back(&mut self, window: usize) {
        self.leaves_the_field(window);
        let page = &self.windows[window].page;
        let ids = drafts(page, |_| true);
        let Some(id) = self.chance.one_of(ids) else { return };
        let is_deleted = page.runtime.model().draft(&id).is_some_and(|draft| draft.deleted);
        page.send(if is_deleted { Msg::RestoreDraft(id) } else { Msg::DeleteDraft(id) });
    }

    fn removes_for_good(&mut self, window: usize) {
        let ids = drafts(&self.windows[window].page, |draft| draft.deleted);
        if let Some(id) = self.chance.one_of(ids) {
            self.counts.note("removed for good");
            self.acts(window, |page| page.send(Msg::PurgeDraft(id)));
        }
    }

    fn exports(&mut self, window: usize) {
        let page = &self.windows[window].page;
        let ids = drafts(page, |_| true);
        if let Some(id) = self.chance.one_of(ids) {
            self.counts.note("export");
            page.send(if self.chance.percent(20) { Msg::SavePage(id) } else { Msg::Export(id) });
        }
    }

    fn exports_and_removes(&mut self, window: usize) {
        let page = &self.windows[window].page;
        let is_asking = page.runtime.model().removal.is_some();
        let Some(id) = open_draft(page) else { return };
        if is_asking && self.chance.percent(80) {
            // What was deleted of the unit goes with it.
            let deleted: BTreeSet<String> =
                page.runtime.model().drafts.iter().filter(|draft| draft.deleted).flat_map(words_of).collect();
            self.given_up.extend(deleted);
            page.send(Msg::Removal(RemovalMsg::Confirm));
        } else {
            page.send(Msg::Removal(RemovalMsg::Begin(id)));
        }
        for _ in 0..self.chance.below(8) {
            self.store_goes_on(window);
            self.note_what_was_taken();
        }
    }

    /// Next steps and entries of the register come and go.
    fn edits_rows(&mut self, window: usize) {
        let word = self.word();
        let page = &self.windows[window].page;
        let Some(draft) = open_draft(page) else { return };
        let assessment = page.assessment();
        let steps: Vec<String> = assessment
            .answers
            .get("1.1")
            .into_iter()
            .flat_map(|answer| &answer.next_steps)
            .map(|step| step.id.clone())
            .collect();
        let entries: Vec<String> = assessment.evidence.iter().map(|entry| entry.id.clone()).collect();
        let is_step = self.chance.percent(50);
        let old = self.chance.one_of(if is_step { steps } else { entries });
        let removed = match old.filter(|_| self.chance.percent(50)) {
            Some(id) if is_step => Some(Edit::RemoveStep("1.1".into(), id)),
            Some(id) => Some(Edit::RemoveEvidence(id)),
            None => None,
        };
        if let Some(edit) = removed {
            return self.acts(window, |page| page.send(Msg::Edit(draft, edit)));
        }
        let add = if is_step { Edit::AddStep("1.1".into()) } else { Edit::AddEvidence(Some("1.1".into())) };
        page.send(Msg::Edit(draft.clone(), add));
        let assessment = page.assessment();
        let step = assessment.answers.get("1.1").and_then(|answer| answer.next_steps.last());
        let field = match is_step {
            true => step.map(|step| Field::Step("1.1".into(), step.id.clone(), StepField::Task)),
            false => assessment.evidence.last().map(|entry| Field::Evidence(entry.id.clone(), EvidenceField::Number)),
        };
        if let Some(field) = field {
            page.send(Msg::Edit(draft, Edit::Text(field, word)));
        }
        self.leaves_the_field(window);
    }

    fn undoes(&mut self, window: usize) {
        let notices: Vec<u32> = {
            let model = self.windows[window].page.runtime.model();
            model.notices.iter().filter(|notice| notice.undo.is_some()).map(|notice| notice.id).collect()
        };
        if let Some(notice) = self.chance.one_of(notices) {
            self.counts.note("undo");
            self.acts(window, |page| page.send(Msg::Undo(notice)));
        }
    }

    fn imports(&mut self, window: usize) {
        let page = &self.windows[window].page;
        if !page.runtime.model().ready || drafts(page, |_| true).len() > 6 {
            return;
        }
        let files = self.machine.0.borrow().downloads.clone();
        let Some((name, text)) = self.chance.one_of(files) else { return };
        let choice = [
            ImportChoice::Add,
            ImportChoice::Replace,
            ImportChoice::Merge("— Từ tệp —".into()),
            ImportChoice::Merge("— Từ tệp —".into()),
            ImportChoice::StartFrom,
            ImportChoice::Cancel,
        ][self.chance.below(6)]
        .clone();
        let theirs = self.chance.percent(50);
        self.counts.note("import");
        self.acts(window, |page| {
            page.send(Msg::FileRead(name, text.into_bytes()));
            if theirs {
                page.send(Msg::Choose(None, MergeChoice::Theirs));
            }
            let reviews = page.runtime.model().reviews.len();
            for _ in 0..reviews {
                page.send(Msg::Import(choice.clone()));
            }
        });
    }

    fn restores(&mut self, window: usize) {
        let page = &self.windows[window].page;
        let Some(id) = open_draft(page) else { return };
        page.send(Msg::Go(Route::Draft(id.clone(), Section::History(None))));
        page.comes_through();
        let rows = history_rows(&page.runtime.model(), &id).unwrap_or_default();
        let Some(row) = self.chance.one_of(rows) else { return };
        self.counts.note("restored state");
        self.acts(window, |page| page.send(Msg::History(HistoryMsg::Restore(id.clone(), row.id))));
        self.windows[window].page.send(Msg::Go(Route::Draft(id, Section::General)));
    }

    /// A draft of which both stores have the same record of this version.
    fn level_draft(&mut self) -> Option<(String, u64, String)> {
        let disk = self.machine.0.borrow();
        let is_in_sync = |id: &String, text: &String| disk.mirror.get(id) == Some(text) && !is_quarantined(id);
        let level =
            disk.journal.iter().filter(|(id, (_, text))| is_in_sync(id, text) && record::from_text(text).is_ok());
        let level: Vec<_> = level.map(|(id, (generation, text))| (id.clone(), *generation, text.clone())).collect();
        drop(disk);
        self.chance.one_of(level)
    }

    /// A window of a later release goes on with a draft.
    fn another_release_writes(&mut self) {
        let Some((id, generation, text)) = self.level_draft() else { return };
        self.counts.note("newer record");
        let text = crate::newer::newer(&text, |value| {
            value["assessments"][0]["aNewField"] = "chưa biết".into();
            value["draft"]["generation"] = (generation + 1).into();
        });
        let mut disk = self.machine.0.borrow_mut();
        disk.journal.insert(id.clone(), (generation + 1, text.clone()));
        disk.mirror.insert(id.clone(), text.clone());
        self.newer.insert(id, text);
    }

    /// One of two equal records is damaged.
    fn damages(&mut self) {
        let Some((id, generation, text)) = self.level_draft() else { return };
        self.counts.note("damaged record");
        let damaged = match self.chance.percent(50) {
            true => text.get(..text.len() / 2).unwrap_or_default().to_owned(),
            false => text.replace("assessments", "assessmentz"),
        };
        let mut disk = self.machine.0.borrow_mut();
        if self.chance.percent(50) {
            disk.journal.insert(id.clone(), (generation, damaged.clone()));
        } else {
            disk.mirror.insert(id.clone(), damaged.clone());
        }
        self.damaged.push((id, damaged));
    }

    /// Everything is answered and heard, and the stores are well again.
    pub(super) fn comes_to_rest(&mut self) {
        let mut disk = self.machine.0.borrow_mut();
        (disk.journal_fault, disk.mirror_fault) = (None, None);
        drop(disk);
        for window in 0..self.windows.len() {
            self.leaves_the_field(window);
        }
        for _ in 0..20 {
            for window in 0..self.windows.len() {
                self.goes_on_to_the_end(window);
                let ids: Vec<String> = self.machine.0.borrow().journal.keys().cloned().collect();
                ids.iter().for_each(|id| self.windows[window].page.looks_at(id));
            }
        }
        self.note_what_was_taken();
        self.keeps_its_promises();
        self.shows_what_is_saved();
    }

    fn goes_on_to_the_end(&mut self, window: usize) {
        for round in 0.. {
            assert!(round < 1000, "it never comes to rest: {}", self.describe(&self.windows[window].page));
            self.timer(window);
            while !self.windows[window].page.gate.waiting().is_empty() {
                self.windows[window].page.step(0);
                self.note_what_was_taken();
                self.keeps_its_promises();
            }
            if self.windows[window].page.timers.borrow().keys().all(|timer| timer == READ_AGAIN) {
                break;
            }
        }
    }
}

impl Story {
    /// What a window and the stores have of each draft, for whoever looks for a fault.
    pub(super) fn describe(&self, page: &Page) -> String {
        let model = page.runtime.model();
        let one = |draft: &Draft| {
            let record = self.machine.record(&draft.id);
            let told = |text: &String| {
                record::from_text(text).map(|found| (found.generation, found.writer, found.ahead_of)).ok()
            };
            let (journal, mirror) = (
                record.journal.map(|(generation, text)| (generation, told(&text))),
                record.mirror.map(|text| told(&text)),
            );
            format!("\n{} {:?} by {:?}\n  journal {journal:?}, mirror {mirror:?}", draft.id, draft.saving, draft.writer)
        };
        let timers = page.timers.borrow();
        model.drafts.iter().map(one).chain([format!("\n{timers:?}")]).collect()
    }
}

/// The draft that is open and can be edited.
fn open_draft(page: &Page) -> Option<String> {
    page.runtime.model().current().filter(|draft| draft.newer.is_none()).map(|draft| draft.id.clone())
}

fn drafts(page: &Page, is_wanted: impl Fn(&Draft) -> bool) -> Vec<String> {
    page.runtime.model().drafts.iter().filter(|draft| is_wanted(draft)).map(|draft| draft.id.clone()).collect()
}
