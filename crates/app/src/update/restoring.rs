//! The history of a draft: taking snapshots, showing them, and restoring one.

use crate::history::{History, Opened, Read, Reason, Snapshot};
use crate::model::Model;
use crate::msg::{Effect, HistoryMsg};
use crate::notice::{NoticeKind, PastNotice, Undo};
use crate::route::{Route, Section};
use domain::assessment::Assessment;
use domain::date::Moment;
use exchange::record::{self, StoredDraft};
use std::rc::Rc;

impl Model {
    pub(super) fn on_history(&mut self, msg: HistoryMsg, out: &mut Vec<Effect>) {
        match msg {
            HistoryMsg::Taken(key, refused) => self.snapshot_taken(key, refused, out),
            HistoryMsg::Read(draft, found) => self.history_read(draft, found),
            HistoryMsg::Restore(draft, snapshot) => self.restore(&draft, &snapshot, out),
        }
    }

    /// Keeps the state of a draft before something replaces it.
    pub(super) fn take_snapshot(&mut self, id: &str, reason: Reason, out: &mut Vec<Effect>) {
        let snapshot_id = self.fresh_id();
        let (number, at) = (self.history.next_number(), self.clock.now);
        let Some(draft) = self.draft(id).filter(|draft| draft.newer.is_none()) else { return };
        let assessment = (*draft.assessment).clone();
        let revision = assessment.revision;
        // Only its content: the same content gives the same text.
        let record = StoredDraft { id: id.to_owned(), assessment, ..StoredDraft::default() };
        let text = record::to_text(&record, &self.directive.id, &self.directive.edition);
        let snapshot =
            Snapshot { draft: id.to_owned(), id: snapshot_id, number, at, reason, bytes: text.len(), revision };
        let key = snapshot.key();
        if let Some(dropped) = self.history.take(snapshot) {
            let dropped = dropped.iter().map(Snapshot::key).collect();
            out.push(Effect::Snapshot { key, text, dropped });
        }
    }

    /// Before an edit: keeps the state that an hour of work has led to.
    pub(super) fn snapshot_if_due(&mut self, id: &str, out: &mut Vec<Effect>) {
        let now = self.clock.now;
        let Some(begun) = self.draft(id).map(|draft| Moment::from_iso(&draft.assessment.created_at)) else { return };
        if self.history.is_due(id, begun.unwrap_or(now), now) {
            self.take_snapshot(id, Reason::Hourly, out);
        }
    }

    fn snapshot_taken(&mut self, key: String, refused: Option<String>, out: &mut Vec<Effect>) {
        let Some(snapshot) = Snapshot::from_key(&key) else { return };
        if let Some(text) = refused
            && self.draft(&snapshot.draft).is_some()
        {
            if !self.history.index.contains(&snapshot) {
                // The history was read meanwhile, from where this one is not.
                self.history.index.push(snapshot.clone());
            }
            self.history.unstored.push((key, text));
        }
        if self.history.opened.as_ref().is_some_and(|opened| opened.draft == snapshot.draft) {
            out.push(Effect::ReadHistory(snapshot.draft));
        }
    }

    /// No room for a draft: what may go of the history goes, so that the next try finds some.
    pub(super) fn make_room(&mut self, out: &mut Vec<Effect>) {
        let dropped: Vec<String> = self.history.shed().iter().map(Snapshot::key).collect();
        if !dropped.is_empty() {
            out.push(Effect::DropSnapshots(dropped));
        }
    }

    /// What another window has kept or dropped shows too.
    fn history_read(&mut self, draft: String, found: Vec<(String, String)>) {
        if self.history.opened.as_ref().is_none_or(|opened| opened.draft != draft) {
            return;
        }
        self.history.index.retain(|snapshot| snapshot.draft != draft);
        let mut states = Vec::new();
        for (key, text) in found.iter().chain(&self.history.unstored) {
            let Some(snapshot) = Snapshot::from_key(key).filter(|snapshot| snapshot.draft == draft) else { continue };
            let assessment = record::from_text(text).ok().map(|record| Rc::new(record.assessment));
            states.push(Read { id: snapshot.id.clone(), assessment });
            self.history.index.push(snapshot);
        }
        self.history.opened = Some(Opened { draft, states: Some(states) });
    }

    /// Has the history read whose page is shown, and forgets what was read for another.
    pub(super) fn keep_history_open(&mut self, out: &mut Vec<Effect>) {
        let shown = match &self.route {
            Route::Draft(id, Section::History(_)) if self.ready && self.draft(id).is_some() => Some(id.clone()),
            _ => None,
        };
        if self.history.opened.as_ref().map(|opened| &opened.draft) != shown.as_ref() {
            self.history.opened = shown.clone().map(|draft| Opened { draft, states: None });
            out.extend(shown.map(Effect::ReadHistory));
        }
    }

    fn restore(&mut self, id: &str, snapshot: &str, out: &mut Vec<Effect>) {
        if self.draft(id).is_none_or(|draft| draft.newer.is_some()) {
            return;
        }
        let Some(state) = self.history.content(id, snapshot) else { return };
        let at = self.history.index.iter().find(|other| other.id == snapshot).map(|snapshot| snapshot.at);
        let Some(before) = self.put_content(id, exchange::tidy(&state), out) else { return };
        let when = at.map(|at| self.wall_clock(at)).unwrap_or_default();
        self.notify(NoticeKind::Past(PastNotice::Restored(when)), Some(Undo::Content(id.to_owned(), before)));
        self.go(Route::Draft(id.to_owned(), Section::History(None)), out);
        out.push(Effect::Focus("notices".into()));
    }

    /// Replaces a draft's content, after keeping it in the history. Returns the old content.
    pub(super) fn put_content(
        &mut self,
        id: &str,
        mut content: Assessment,
        out: &mut Vec<Effect>,
    ) -> Option<Box<Assessment>> {
        self.take_snapshot(id, Reason::Restore, out);
        let (views, now) = (self.fresh_id(), self.clock.now.to_iso());
        let draft = self.editable(id)?;
        // Edits only count up: ids of steps and entries are made from their number.
        content.revision = content.revision.max(draft.assessment.revision);
        content.count_edit(now);
        let before = std::mem::replace(&mut draft.assessment, Box::new(content));
        draft.touch_all(&before);
        // The fields begin anew: they keep their own text.
        draft.views = views;
        self.edited(id, out);
        Some(before)
    }

    /// Reads the keys of all snapshots, as the stores had them.
    pub(super) fn load_history(&mut self, keys: &[String]) {
        self.history = History::of_keys(keys);
    }
}
