//! What is typed in fields: it is written while it is typed, and taken when its field is left.

use crate::model::Model;
use crate::msg::{Change, Effect, SettingsEdit, Tagging};
use crate::typed::{Typed, TypedOf};
use domain::date::{Date, DateText};
use domain::tidy::tidied;
use gathering::decisions::{Arrival, Decision, SignedReport, Term};
use gathering::register::{RegisterLine, Timing};

impl Model {
    pub(super) fn typed(&mut self, typed: Typed, out: &mut Vec<Effect>) {
        if typed.of == TypedOf::Beside && typed.text.is_empty() {
            return self.take(typed, out);
        }
        let typed = self.named(typed);
        let now = self.clock.now;
        if let Some(open) = &mut self.open {
            out.push(Effect::SaveLater(open.typing.typed(typed, now)));
        }
    }

    /// Writes what was typed and is not on its way.
    pub(super) fn save_typed(&mut self, out: &mut Vec<Effect>) {
        let Some(open) = &mut self.open else { return };
        let gathering = &open.settings.id;
        let due = open.typing.due().into_iter().map(|typed| Change::Typed(gathering.clone(), Box::new(typed)));
        let changes: Vec<Change> = due.collect();
        if !changes.is_empty() {
            out.push(self.saving.write(changes));
        }
    }

    /// Nobody knows whether the page comes back: all that may not be on the disk is written, and kept at once besides.
    pub(super) fn hidden(&mut self, out: &mut Vec<Effect>) {
        self.save_typed(out);
        out.extend(self.saving.leave());
    }

    /// A field was left. What was kept of it meanwhile goes in the same write.
    pub(super) fn take(&mut self, typed: Typed, out: &mut Vec<Effect>) {
        let typed = self.named(typed);
        let Some(open) = &mut self.open else { return };
        let key = typed.key();
        // It was taken already, or is of a gathering that was left.
        if open.typing.take(&key).is_none() {
            return;
        }
        self.saving.add(Change::NoTyped(open.settings.id.clone(), key));
        // No file may hold what Word leaves in a pasted text.
        self.enact(Typed { text: tidied(&typed.text), ..typed }, out);
        out.extend(self.saving.write_rest());
    }

    /// Takes whatever is typed anywhere, but beside buttons that were not pressed.
    pub(super) fn take_typed(&mut self, out: &mut Vec<Effect>) {
        for typed in self.open.iter().flat_map(|open| open.typing.to_be_taken()).collect::<Vec<_>>() {
            self.take(typed, out);
        }
    }

    /// Gives a remark the id of its note: one that its first letters brought, whatever the field knows of it; a new one with those.
    fn named(&mut self, typed: Typed) -> Typed {
        if typed.of != TypedOf::Remark || !typed.id.is_empty() {
            return typed;
        }
        let open = self.open.as_ref();
        let known = open.and_then(|open| open.typing.of(&typed)).map(|known| known.id.clone());
        let written = || {
            let mut remarks = open?.notes.remarks().into_iter();
            let is_it = |one: &crate::note::UnitRemark| {
                one.is_new()
                    && one.unit == typed.unit
                    && one.remark.requirement == typed.requirement
                    && one.remark.about == typed.about
            };
            remarks.find(|(_, one)| is_it(one)).map(|(note, _)| note.id.clone())
        };
        let id = known.or_else(written).unwrap_or_else(|| self.fresh_id());
        Typed { id, ..typed }
    }

    /// Makes the change that was typed.
    fn enact(&mut self, typed: Typed, out: &mut Vec<Effect>) {
        match typed.of {
            TypedOf::Name => self.edit_settings(SettingsEdit::Name(typed.text), out),
            TypedOf::From => self.edit_settings(SettingsEdit::From(typed.text), out),
            TypedOf::Deadline => self.edit_settings(SettingsEdit::Deadline(typed.text), out),
            TypedOf::CutOff => self.edit_settings(SettingsEdit::CutOff(typed.text), out),
            TypedOf::Officer => self.edit_settings(SettingsEdit::Officer(typed.text), out),
            TypedOf::Particular => {
                if let Some(field) = typed.of_particular() {
                    self.edit_settings(SettingsEdit::Report(field, typed.text), out);
                }
            }
            TypedOf::Remark => self.say(typed, out),
            TypedOf::Wording => self.tagging(Tagging::Reword(typed.id, typed.text), out),
            TypedOf::Paragraph => self.take_paragraph(&typed, out),
            TypedOf::Received | TypedOf::Number | TypedOf::Dated | TypedOf::Until | TypedOf::Reason => {
                if let Some(decision) = self.corrected(typed) {
                    self.decide(decision, out);
                }
            }
            TypedOf::Beside => {}
        }
    }

    /// What the register says of a unit, with that one thing as it was typed.
    fn corrected(&self, typed: Typed) -> Option<Decision> {
        let open = self.open.as_ref()?;
        let Typed { of, unit, text, .. } = typed;
        let row = open.count.units.row_of(&unit)?;
        let line = open.count.register.iter().find(|line| line.unit == row)?;
        Some(match of {
            TypedOf::Received => {
                // Without a day nothing is noted of the unit, and its files tell again.
                let way = line.way.filter(|_| !text.trim().is_empty());
                let arrival = Arrival { units: vec![unit], on: DateText::from_typed(&text), way, ..Arrival::default() };
                Decision { arrival: Some(arrival), ..Decision::default() }
            }
            TypedOf::Number => with_report(SignedReport { number: text, ..signed(line, unit) }),
            TypedOf::Dated => with_report(SignedReport { date: DateText::from_typed(&text), ..signed(line, unit) }),
            TypedOf::Until => with_term(Term { until: DateText::from_typed(&text), ..term_of(line, unit) }),
            _ => with_term(Term { reason: text, ..term_of(line, unit) }),
        })
    }
}

fn with_report(report: SignedReport) -> Decision {
    Decision { report: Some(report), ..Decision::default() }
}

fn with_term(term: Term) -> Decision {
    Decision { term: Some(term), ..Decision::default() }
}

/// The signed report as the register has it.
fn signed(line: &RegisterLine, unit: String) -> SignedReport {
    let (number, date) = (line.report_number.clone(), day_text(line.report_date));
    SignedReport { unit, number, date, ..SignedReport::default() }
}

/// The term as the register has it.
#[must_use]
pub fn term_of(line: &RegisterLine, unit: String) -> Term {
    let until = day_text(line.due.filter(|_| line.is_extended));
    let excused = line.timing == Timing::Excused;
    Term { unit, until, excused, reason: line.reason.clone(), ..Term::default() }
}

fn day_text(day: Option<Date>) -> DateText {
    day.map(|day| DateText::from_typed(&day.to_iso())).unwrap_or_default()
}
