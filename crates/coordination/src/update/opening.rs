//! Opening a gathering: its content arrives in parts.

use crate::compared::CompareFilter;
use crate::filter::{FilesFilter, IssuesFilter, ReadingFilter, RegisterFilter};
use crate::model::{Model, Open};
use crate::msg::{Change, Effect, Opening};
use crate::notice::NoticeKind;
use crate::settings::Settings;
use crate::thing::{Taken, Thing};
use gathering::decisions::Decisions;
use std::collections::HashSet;
use storage::StoreFault;

impl Model {
    /// Opens a gathering, and lets go of the one that is open.
    pub(super) fn open(&mut self, settings: Settings, out: &mut Vec<Effect>) {
        self.let_go(out);
        self.register_filter = RegisterFilter::default();
        let carried = self.carried.take().filter(|(id, _)| *id == settings.id);
        self.units_filter = carried.map(|(_, filter)| filter).unwrap_or_default();
        (self.files_filter, self.issues_filter) = (FilesFilter::default(), IssuesFilter::default());
        // Keys that were switched off stay so.
        self.reading = ReadingFilter { is_without_keys: self.reading.is_without_keys, ..ReadingFilter::default() };
        out.push(Effect::Open(settings.id.clone()));
        let unsaved = self.saving.fault_of(&settings.id);
        self.open = Some(Open { settings, unsaved, loading: Some(0), ..Open::default() });
        self.recount();
    }

    pub(super) fn let_go(&mut self, out: &mut Vec<Effect>) {
        if self.open.take().is_some_and(|open| open.intake.is_some()) {
            out.push(Effect::CancelIntake);
        }
        self.wanted.clear();
        // It was compared with that one, and may be changed now.
        self.compared = None;
        self.compare_filter = CompareFilter::default();
        self.sampled.clear();
    }

    pub(super) fn opened(&mut self, part: Opening, out: &mut Vec<Effect>) {
        let Some(open) = self.open.as_mut().filter(|open| open.settings.id == part.id) else { return };
        // A part that comes late says nothing of how much is still to come.
        open.loading = open.loading.map(|_| part.all);
        open.take_in(part.things, part.taken);
        let is_decided = !part.decisions.is_empty();
        open.decisions.join(Decisions { list: part.decisions, ..Decisions::default() });
        open.typing.read(part.typed);
        part.rewrites.into_iter().for_each(|rewrite| open.put_rewrite(rewrite.known()));
        if is_decided {
            self.recount();
        } else {
            self.recount_if_due(out);
        }
        self.join_notes(part.notes, out);
    }

    pub(super) fn open_ended(&mut self, id: &str, outcome: Result<(), StoreFault>, out: &mut Vec<Effect>) {
        let Some(open) = self.open.as_mut().filter(|open| open.settings.id == id) else { return };
        if let Err(fault) = outcome {
            self.let_go(out);
            self.notify(NoticeKind::Unopened(fault));
            if self.place.gathering() == Some(id) {
                self.leave(out);
            }
            return;
        }
        open.loading = None;
        for change in self.saving.pending() {
            match change {
                Change::Decision(of, decision) if of == id => open.decisions.put((**decision).clone()),
                Change::Rewrite(of, rewrite) if of == id => open.put_rewrite((**rewrite).clone()),
                Change::Note(of, note) if of == id => open.notes.put((**note).clone()),
                Change::Typed(of, typed) if of == id => open.typing.put((**typed).clone()),
                Change::NoTyped(of, field) if of == id => drop(open.typing.take(field)),
                _ => {}
            }
        }
        self.join_late(id, out);
        let Some(open) = &self.open else { return };
        // It was made, and the browser ended before anything of it was on the disk.
        if open.settings.sample && open.things.is_empty() && self.busy.is_none() {
            let id = id.to_owned();
            out.push(if open.settings.is_before { Effect::TakeEarlierSample(id) } else { Effect::TakeSample(id) });
        }
        let left = open.typing.left();
        if left.is_empty() {
            return self.count_what_came(out);
        }
        // A page ended before its fields were left. What is typed of a unit is taken into a count that is there.
        self.recount();
        for typed in left {
            self.take(typed, out);
        }
    }

    /// Counts anew once what was not counted is half of what was: so the counting of all parts together takes no longer than a few times
    /// that of the whole.
    pub(super) fn recount_if_due(&mut self, out: &mut Vec<Effect>) {
        let Some(open) = self.open.as_ref().filter(|open| open.counting.is_none()) else { return };
        let counted = open.count.standing.verdicts.len();
        let uncounted = open.taken.len().saturating_sub(counted);
        if uncounted > 0 && uncounted >= counted / 2 {
            self.count_what_came(out);
        }
    }
}

impl Open {
    /// Takes in things and their assessments. One that is here already was read and told of at once, and is taken in once.
    pub(super) fn take_in(&mut self, things: Vec<Thing>, taken: Vec<Taken>) {
        let known: HashSet<String> = {
            let here: HashSet<&str> = self.things.iter().map(|thing| thing.id.as_str()).collect();
            things.iter().map(|thing| &thing.id).filter(|id| here.contains(id.as_str())).cloned().collect()
        };
        self.things.extend(things.into_iter().filter(|thing| !known.contains(&thing.id)));
        self.taken.extend(taken.into_iter().filter(|one| !known.contains(&one.thing)));
    }
}
