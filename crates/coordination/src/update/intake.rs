//! What happens while things are taken in.

use crate::intake::Step;
use crate::model::{Intake, Model, Open};
use crate::msg::{Change, Effect, SettingsEdit};
use crate::notice::NoticeKind;
use crate::settings::Settings;
use crate::update::settings::{is_filled, mark, now};
use crate::views::lookup::is_file;
use gathering::decisions::Decisions;
use report::particular::Particular;
use std::mem::take;

/// The fields around the report that a colleague's bundle brings, those together that would say something else one by one: a signature
/// (chữ ký) is one person's, a symbol one body's.
const TOGETHER: [&[Particular]; 6] = [
    &[Particular::Superior],
    &[Particular::Issuer, Particular::Symbol],
    &[Particular::Place],
    &[Particular::Addressees],
    &[Particular::Authority, Particular::Position, Particular::Name],
    &[Particular::Recipients],
];

impl Model {
    pub(super) fn intake(&mut self, id: &str, mut step: Step, out: &mut Vec<Effect>) {
        let is_at_work = matches!(step, Step::Began { .. } | Step::Portion { .. } | Step::Kept { .. });
        if is_at_work {
            self.busy = Some(id.to_owned());
        } else {
            self.busy.take_if(|busy| *busy == id);
            if let Some(doomed) = self.doomed.take_if(|doomed| *doomed == id) {
                out.push(self.saving.remove(doomed));
            }
            if self.busy.is_none() && take(&mut self.wants_earlier_sample) {
                self.make_earlier_sample(out);
            }
        }
        self.taking_in_compared(id, &step);
        let now = self.clock.now.0;
        self.put_late(id, &mut step);
        // All else that is kept for a gathering that was let go of is found when that is opened.
        let Some(open) = self.open.as_mut().filter(|open| open.settings.id == id) else { return };
        match step {
            Step::Began { things, bytes } => {
                let intake = open.intake.get_or_insert_with(|| Intake { since: now, ..Intake::default() });
                let weight = bytes.unwrap_or_default();
                intake.chosen = (intake.chosen.0.saturating_add(things), intake.chosen.1.saturating_add(weight));
                intake.is_unweighed |= bytes.is_none();
            }
            Step::Portion { bytes } => {
                if let Some(Intake { kept, .. }) = &mut open.intake {
                    kept.1 = kept.1.saturating_add(bytes);
                }
            }
            Step::Kept { things, taken, decisions, rewrites, notes, settings, bytes } => {
                let count = u32::try_from(things.len()).unwrap_or(u32::MAX);
                if let Some(Intake { kept, files, .. }) = &mut open.intake {
                    *kept = (kept.0.saturating_add(count), kept.1.saturating_add(bytes));
                    let found = things.iter().flat_map(|thing| &thing.lines).filter(|line| is_file(line)).count();
                    *files = files.saturating_add(u32::try_from(found).unwrap_or(u32::MAX));
                }
                open.take_in(things, taken);
                let is_decided = !decisions.is_empty();
                open.decisions.join(Decisions { list: decisions, ..Decisions::default() });
                if is_decided {
                    self.recount();
                } else {
                    self.recount_if_due(out);
                }
                self.join_rewrites(rewrites, out);
                self.join_notes(notes, out);
                self.adopt(settings, out);
            }
            Step::Unkept(fault) => {
                open.intake = None;
                self.notify(NoticeKind::Unkept(fault));
                self.recount();
            }
            Step::Ended { unread, cancelled } => {
                self.intake_ended(unread, cancelled, out);
                self.begin_sample_issues(out);
            }
        }
    }

    /// Puts aside what is joined with what was rewritten and set, while that is not known: the gathering is not open, or not read yet.
    fn put_late(&mut self, id: &str, step: &mut Step) {
        let is_read = |open: &Open| open.settings.id == id && open.loading.is_none();
        let Step::Kept { rewrites, settings, .. } = step else { return };
        if self.open.as_ref().is_some_and(is_read) || (rewrites.is_empty() && settings.is_empty()) {
            return;
        }
        self.late.push((id.to_owned(), take(rewrites), take(settings)));
    }

    /// Takes in what was put aside of the gathering that is open now.
    pub(super) fn join_late(&mut self, id: &str, out: &mut Vec<Effect>) {
        let (late, rest): (Vec<_>, Vec<_>) = take(&mut self.late).into_iter().partition(|(of, ..)| of == id);
        self.late = rest;
        for (_, rewrites, settings) in late {
            self.join_rewrites(rewrites, out);
            self.adopt(settings, out);
        }
    }

    /// Takes over what settings in bundles say: the days and the fields around the report that are not filled in here, but for what was
    /// given up here; and of a later state of these settings all that is filled in there, or was given up. Of an earlier state of them there
    /// is nothing to take: it was otherwise since.
    fn adopt(&mut self, settings: Vec<Settings>, out: &mut Vec<Effect>) {
        let by_rule = self.around_by_rule();
        for theirs in settings {
            let Some(open) = &mut self.open else { return };
            let here = &mut open.settings;
            let is_later = theirs.id == here.id && theirs.revision > here.revision;
            if theirs.id == here.id && !is_later {
                continue;
            }
            let is_taken = |there: &SettingsEdit| {
                let mine = now(here, there, &by_rule);
                let (is_mine, is_theirs) = (is_filled(&mine, &by_rule), is_filled(there, &by_rule));
                let is_open = !is_mine && !here.given_up.contains(&mark(there));
                is_open || (is_later && (is_theirs || theirs.given_up.contains(&mark(&mine))))
            };
            let days: [fn(String) -> SettingsEdit; 3] =
                [SettingsEdit::From, SettingsEdit::Deadline, SettingsEdit::CutOff];
            let around = |fields: &&[Particular]| {
                fields.iter().map(|field| SettingsEdit::Report(*field, String::new())).collect()
            };
            let days = days.into_iter().map(|day| vec![day(String::new())]);
            let mut edits: Vec<SettingsEdit> = Vec::new();
            for fields in days.chain(TOGETHER.iter().map(around)) {
                let there: Vec<SettingsEdit> = fields.iter().map(|one| now(&theirs, one, &by_rule)).collect();
                if there.iter().all(is_taken) {
                    edits.extend(there);
                }
            }
            if is_later {
                // From now on theirs is no later state, and what was given up there is not filled in here either.
                here.revision = theirs.revision;
                theirs.given_up.into_iter().for_each(|mark| here.give_up(mark));
                out.push(self.saving.write(vec![Change::Settings(Box::new(here.clone()))]));
                edits.extend((!theirs.name.is_empty()).then_some(SettingsEdit::Name(theirs.name)));
                edits.push(SettingsEdit::RosterView(theirs.roster_view));
            }
            for edit in edits {
                self.edit_settings(edit, out);
            }
        }
    }

    fn intake_ended(&mut self, unread: u32, cancelled: bool, out: &mut Vec<Effect>) {
        let Some(open) = &mut self.open else { return };
        open.unread = unread;
        // After a refusal of the store that was said already. Something may have been kept after it.
        let (intake, is_counted) = (open.intake.take(), open.is_counted());
        if let Some(intake) = &intake {
            self.notify(NoticeKind::TakenIn { files: intake.files, unread, cancelled });
        }
        if intake.is_some() || !is_counted {
            self.count_what_came(out);
        }
    }

    pub(super) fn cancel_intake(&mut self, out: &mut Vec<Effect>) {
        if self.open.as_ref().is_some_and(|open| open.intake.is_some()) {
            out.push(Effect::CancelIntake);
        }
    }

    pub(super) fn read_again(&mut self, out: &mut Vec<Effect>) {
        let is_unread = |open: &mut Open| take(&mut open.unread) > 0;
        if self.open.as_mut().is_some_and(is_unread) {
            out.push(Effect::ReadAgain);
        }
    }
}
