//! Writing drafts into the stores, and conflicts with what other windows have written there.

use crate::draft::Draft;
use crate::host::{HostError, HostEvent};
use crate::model::Model;
use crate::msg::Effect;
use crate::notice::{NoticeKind, Undo};
use crate::route::Route;
use crate::saving::{Begun, Saving};
use domain::field::Field;
use exchange::record::{self, CopyKind};
use storage::{Report, StoreFault, Stored, StoredRecord, Write, WriteOutcome};

impl Model {
    pub(super) fn save(&mut self, id: &str, out: &mut Vec<Effect>) {
        let first = self.draft(id).and_then(|draft| draft.after.clone());
        if let Some(first) = first.filter(|first| self.draft(first).is_some_and(|first| first.saving.is_on_no_disk())) {
            out.push(Effect::SaveTimer(id.to_owned(), AFTER_MS));
            return self.save(&first, out);
        }
        let Some(begun) = self.editable(id).and_then(|draft| draft.saving.begin_write()) else { return };
        let Some(write) = self.write_of(id, begun) else { return };
        if let Some(draft) = self.draft_mut(id) {
            draft.write = write.number;
        }
        out.push(Effect::Write(write));
    }

    /// Writes every draft that is not on disk, without waiting for its timer.
    pub(super) fn flush(&mut self, out: &mut Vec<Effect>) {
        let ids: Vec<String> = self.drafts.iter().map(|draft| draft.id.clone()).collect();
        for id in ids {
            self.save(&id, out);
        }
    }

    /// The person asks for it: what is not on disk is written at once, and the end of that is told.
    pub(super) fn save_now(&mut self, out: &mut Vec<Effect>) {
        self.is_save_awaited = true;
        self.flush(out);
        self.tell_saved();
    }

    /// Tells those who wait that everything is saved, once it is. The bar reports what goes wrong.
    fn tell_saved(&mut self) {
        let is_dirty = |draft: &Draft| draft.newer.is_none() && draft.saving.is_dirty();
        if !self.is_save_awaited || self.drafts.iter().any(is_dirty) {
            return;
        }
        self.is_save_awaited = false;
        self.notices.retain(|notice| !matches!(notice.kind, NoticeKind::Saved(_)));
        let time = self.time_of_day(self.clock.now);
        self.notify(NoticeKind::Saved(time), None);
    }

    /// The page is hidden or left.
    pub(super) fn leave(&mut self, out: &mut Vec<Effect>) {
        let ids: Vec<String> = self.drafts.iter().map(|draft| draft.id.clone()).collect();
        for id in ids {
            if let Some(begun) = self.editable(&id).and_then(|draft| draft.saving.begin_leaving()) {
                out.extend(self.write_of(&id, begun).map(Effect::Leave));
                self.save(&id, out);
            }
        }
    }

    fn write_of(&mut self, id: &str, begun: Begun) -> Option<Write> {
        // A store that is brought up to the other gets what that has, to the letter.
        let is_new = begun.generation > begun.known;
        if is_new && self.draft(id)?.writer.is_empty() {
            self.writers += 1;
            let writer = [&self.window, "w", &self.writers.to_string()].concat();
            self.draft_mut(id)?.writer = writer;
        }
        self.writes += 1;
        let number = self.writes;
        let record = self.draft(id)?.record(begun.generation);
        Some(Write {
            id: id.to_owned(),
            number,
            writer: record.writer.clone(),
            expected: begun.expected,
            follows: self.draft(id)?.follows.clone(),
            base: (self.draft(id)?.base, self.draft(id)?.written_by.clone()),
            known: begun.known,
            generation: begun.generation,
            text: record::to_text(&record, &self.directive.id, &self.directive.edition),
            aside: self.copy_id(id),
        })
    }

    pub(super) fn written(&mut self, id: &str, number: u64, outcome: WriteOutcome, out: &mut Vec<Effect>) {
        // An answer to a write of what stood here under this id before says nothing of what stands here now.
        if self.draft(id).is_none_or(|draft| draft.write != number) {
            return;
        }
        match outcome {
            WriteOutcome::Answered(report) => self.answered(id, report, out),
            WriteOutcome::Conflict(record) => self.conflict(id, record, out),
        }
    }

    fn answered(&mut self, id: &str, report: Report, out: &mut Vec<Effect>) {
        let now = self.clock.now;
        let Some(draft) = self.draft_mut(id) else { return };
        let before = draft.saving.report();
        let was_dirty = draft.saving.is_dirty();
        let again = draft.saving.wrote(now, report);
        if report.journal.is_ok() {
            draft.follows = draft.signature().to_owned();
        }
        let is_told = before.is_some_and(|before| before.fault() == report.fault());
        match report.fault() {
            None if was_dirty && !draft.saving.is_dirty() => out.push(Effect::Tell(HostEvent::Save(id.to_owned()))),
            Some(fault) if was_dirty && !is_told => {
                out.push(Effect::Tell(HostEvent::Error(HostError::NotSaved(fault))))
            }
            _ => {}
        }
        if let Some(milliseconds) = again {
            out.push(Effect::SaveTimer(id.to_owned(), milliseconds));
        }
        self.watch_space(id, report, out);
        if report.journal == Err(StoreFault::Full) {
            self.make_room(out);
        }
        self.tell_saved();
        let one_store = report.journal.and(report.mirror).err().filter(|_| report.fault().is_none());
        if let Some(fault) = one_store.filter(|_| before != Some(report)) {
            self.notify(NoticeKind::OneStoreOnly(fault), None);
        }
    }

    /// Another window has saved the draft since this one read it. Nothing is merged: what was edited here goes on as a
    /// copy, and the other window's state takes the draft's place.
    fn conflict(&mut self, id: &str, record: StoredRecord, out: &mut Vec<Effect>) {
        let stored = Stored::of(&record);
        let Some(draft) = self.draft_mut(id) else { return };
        // What a newer version has put beside it is not this window's own, even where the journal's record is.
        let is_own = !draft.writer.is_empty() && stored.journal_writer == draft.writer;
        // The journal was to be brought up to what was read here, and was, though it has said otherwise.
        let is_base = draft.base > draft.saving.expected()
            && stored.journal == draft.base
            && stored.journal_writer == draft.written_by;
        if (is_own || is_base) && stored.newer.is_none() {
            draft.saving.came_through(stored.journal, stored.highest);
            draft.follows.clone_from(&stored.journal_writer);
            out.push(Effect::SaveTimer(id.to_owned(), 0));
            return;
        }
        draft.saving.conflicted();
        if draft.saving.can_be_replaced() {
            return self.take_over(id, in_journal(record));
        }
        let theirs = self.theirs(stored, record);
        self.go_on_as_copy(id, theirs, out);
    }

    /// The draft as another window wrote it; what cannot be read is listed.
    fn theirs(&mut self, stored: Stored, record: StoredRecord) -> Option<Draft> {
        if stored.newer.is_some() {
            return Self::newer_draft(stored, record);
        }
        let saving = Saving::stored(stored.journal, stored.highest, false);
        if stored.best.is_none() && (record.journal.is_some() || record.mirror.is_some()) {
            self.damaged.push(record);
        }
        let follows = stored.journal_writer;
        stored.best.map(|best| Draft::stored(best, follows, saving))
    }

    /// This window's state of the draft goes on as a copy, in the views that are open; `theirs` becomes the draft.
    pub(super) fn go_on_as_copy(&mut self, id: &str, theirs: Option<Draft>, out: &mut Vec<Effect>) -> String {
        let copy_id = self.new_copy_id(id);
        let Some(index) = self.drafts.iter().position(|draft| draft.id == id) else { return copy_id };
        let mine = self.drafts.remove(index);
        self.drafts.extend(theirs.map(|theirs| Draft { views: copy_id.clone(), ..theirs }));
        let unit = mine.assessment.unit.name.clone();
        let saving = Saving::fresh(mine.saving.next_generation());
        let copy = self.copy_mark(CopyKind::Window);
        self.adopt(
            Draft { id: copy_id.clone(), base: 0, follows: String::new(), saving, copy, newer: None, ..mine },
            out,
        );
        if let Route::Draft(open, section) = &self.route
            && open == id
        {
            let route = Route::Draft(copy_id.clone(), section.clone());
            out.push(Effect::Navigate(route.clone()));
            self.route = route;
        }
        if let Some((entered, _)) = self.entered.as_mut().filter(|(entered, _)| entered == id) {
            entered.clone_from(&copy_id);
        }
        self.notices_go_along(id, &copy_id);
        out.push(Effect::Tell(HostEvent::Conflict(id.to_owned(), copy_id.clone())));
        self.notify(NoticeKind::Forked(unit), None);
        copy_id
    }

    /// The id that a copy of the draft would have: no other window makes the same, and none is used twice.
    fn copy_id(&self, id: &str) -> String {
        let numbered = |number: u32| [id, "-", &self.window, &number.to_string()].concat();
        // What was put aside under it as the page was hidden may have become a draft by way of another window.
        let mut number = self.copies;
        while self.draft(&numbered(number)).is_some() {
            number += 1;
        }
        numbered(number)
    }

    /// The same, for a copy that is made now.
    pub(super) fn new_copy_id(&mut self, id: &str) -> String {
        let copy_id = self.copy_id(id);
        self.copies += 1;
        copy_id
    }

    /// What the stores have of a draft that another window may have written.
    pub(super) fn seen(&mut self, record: StoredRecord, out: &mut Vec<Effect>) {
        if !self.ready || Stored::is_put_away(&record) {
            return;
        }
        let record = in_journal(record);
        let is_in_journal = record.journal.is_some();
        let Some(draft) = self.draft(&record.id) else {
            // One that was begun in another window.
            if is_in_journal || record.is_journal_unread {
                let draft = self.theirs(Stored::of(&record), record);
                self.drafts.extend(draft);
            }
            return;
        };
        let is_free = draft.newer.is_none() && !draft.saving.is_dirty();
        let is_gone = !is_in_journal && record.mirror.is_none() && !record.is_journal_unread;
        if is_gone && is_free && draft.deleted {
            // Removed for good elsewhere. What was not deleted before stays: here is the last of it.
            return self.forget(&record.id);
        }
        // Where the journal does not serve, the mirror is what the windows share.
        let stored = Stored::of(&record);
        // What is shown may be older than the highest that is known: where two windows have parted, it is the journal's.
        let known = if is_in_journal { draft.saving.expected() } else { draft.saving.generation() };
        if stored.highest <= known {
            return;
        }
        let knew_this = |ahead_of: u64| ahead_of >= draft.saving.expected();
        let follows = stored.best.is_some_and(|best| best.ahead_of.is_none_or(knew_this));
        let can_be_replaced = if is_in_journal { draft.saving.can_be_replaced() } else { is_free && follows };
        let id = record.id.clone();
        if can_be_replaced {
            self.take_over(&id, record);
        } else {
            // The write of what the journal does not have will meet the other's, and tell.
            out.push(Effect::SaveTimer(id, 0));
        }
    }

    /// Shows what another window has saved, where nothing was edited here. A field that has the focus keeps its text: it is
    /// behind then, and what is typed into it next is an edit of what stands in it.
    fn take_over(&mut self, id: &str, record: StoredRecord) {
        let Some(theirs) = self.theirs(Stored::of(&record), record) else { return };
        let entered = self.entered.clone().filter(|(draft, _)| draft == id);
        let Some(draft) = self.draft_mut(id) else { return };
        let is_changed = |field: &Field| draft.assessment.text(field) != theirs.assessment.text(field);
        let is_behind = entered.is_some_and(|(_, field)| is_changed(&field));
        let is_deleted = theirs.deleted && !draft.deleted;
        let unit = theirs.assessment.unit.name.clone();
        *draft = Draft { views: std::mem::take(&mut draft.views), ..theirs };
        self.is_field_behind |= is_behind;
        self.undoes_no_more(id);
        if is_deleted {
            self.notify(NoticeKind::DraftDeleted(unit), Some(Undo::Restore(id.to_owned())));
        }
    }
}

/// Milliseconds after which a draft that waits for another one asks again.
const AFTER_MS: u32 = 100;

/// What all windows agree on: the journal's record, or the mirror's where the journal has none.
fn in_journal(record: StoredRecord) -> StoredRecord {
    let mirror = record.mirror.filter(|_| record.journal.is_none());
    StoredRecord { mirror, ..record }
}
