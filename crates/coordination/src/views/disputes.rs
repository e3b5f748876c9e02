//! What people decided differently, both sides of each.

use super::lookup::{Lookup, NamedUnit};
use crate::disputes::{Dispute, disputes};
use crate::model::{Model, Open};
use crate::undo::Changed;
use domain::date::{Date, DateText, Moment};
use gathering::decisions::{Choice, Decision, FileRef, Subject, Way, own_name};
use gathering::received::Key;

/// What people decided differently.
#[derive(Clone, Debug, PartialEq)]
pub struct DisputesView {
    /// The gathering's id.
    pub id: String,
    /// The matters.
    pub disputes: Vec<ShownDispute>,
}

/// A matter.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownDispute {
    /// What kind of decision it is.
    pub what: Changed,
    /// Of what, by name, each with the row of its unit, where it is a unit that has one.
    pub about: Vec<NamedUnit>,
    /// What was decided.
    pub sides: Vec<ShownSide>,
    /// What it is about.
    pub subjects: Vec<Subject>,
}

/// One side of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownSide {
    /// Who decided it; empty where that was not said.
    pub by: String,
    /// On which day, at which hour and minute.
    pub at: Option<(Date, u8, u8)>,
    /// What it says.
    pub said: Decided,
    /// The decision.
    pub decision: Decision,
}

/// What a side says.
#[derive(Clone, Debug, PartialEq)]
pub enum Decided {
    /// It is that unit's.
    Unit(String),
    /// These files count; and why.
    Files(Vec<String>, String),
    /// It is left out for that reason.
    LeftOut(String),
    /// It was received on that day, by that way.
    Arrival(DateText, Option<Way>),
    /// The number and the date of the signed report.
    Report(String, DateText),
    /// The last day, or that it is excused; and why.
    Term(DateText, bool, String),
    /// A newer version wrote it.
    Unknown,
}

impl DisputesView {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let lookup = Lookup::of(open);
        let offset = model.clock.offset_minutes;
        let shown = |one: Dispute<'_>| shown(&lookup, one, offset);
        let disputes = disputes(&open.decisions).into_iter().filter_map(shown).collect();
        Some(Self { id: open.settings.id.clone(), disputes })
    }
}

fn shown(lookup: &Lookup<'_>, dispute: Dispute<'_>, offset: i32) -> Option<ShownDispute> {
    let subject = dispute.subjects.first()?;
    let side = |decision: &&Decision| ShownSide {
        by: decision.by.clone(),
        at: Moment::from_iso(&decision.at).map(|at| at.civil(offset)),
        said: said(lookup, decision, subject),
        decision: (*decision).clone(),
    };
    Some(ShownDispute {
        what: kind(subject),
        about: dispute.subjects.iter().map(|subject| about(lookup, subject, &dispute.decisions)).collect(),
        sides: dispute.decisions.iter().map(side).collect(),
        subjects: dispute.subjects,
    })
}

fn kind(subject: &Subject) -> Changed {
    match subject {
        Subject::Claim(..) => Changed::Unit,
        Subject::Choice(_) => Changed::Choice,
        Subject::LeftOut(_) => Changed::LeftOut,
        Subject::ArrivalOfFile(_) | Subject::ArrivalOfUnit(_) => Changed::Arrival,
        Subject::Report(_) => Changed::Report,
        Subject::Term(_) => Changed::Term,
    }
}

fn about(lookup: &Lookup<'_>, subject: &Subject, decisions: &[&Decision]) -> NamedUnit {
    match subject {
        // As it was written: the subject has it as it is spelled.
        Subject::Claim(..) => {
            let name = decisions.iter().find_map(|decision| Some(decision.unit_is.as_ref()?.claim.name.clone()));
            NamedUnit { name: name.unwrap_or_default(), row: None }
        }
        Subject::LeftOut(key) | Subject::ArrivalOfFile(key) => file(lookup, key),
        Subject::Choice(unit) | Subject::ArrivalOfUnit(unit) | Subject::Report(unit) | Subject::Term(unit) => {
            named(lookup.open, unit)
        }
    }
}

/// A file, with the unit that it is of.
fn file(lookup: &Lookup<'_>, key: &Key) -> NamedUnit {
    let owner = lookup.of_key(key).and_then(|at| lookup.assessed(at)).and_then(|assessed| assessed.owner);
    NamedUnit { name: lookup.name_of(key), row: owner.and_then(|owner| owner.row) }
}

/// A unit by its id. That of one that is not in the roster ends with how its name is spelled.
fn named(open: &Open, id: &str) -> NamedUnit {
    let units = &open.count.units;
    let row = units.row_of(id).and_then(|row| units.rows.get(row as usize)).filter(|row| row.id == id);
    let member = || units.members.iter().find(|member| member.id == id).map(|member| member.name.clone());
    match row {
        Some(row) => NamedUnit { name: row.name.clone(), row: Some(row.id.clone()) },
        None => NamedUnit { name: member().unwrap_or_else(|| own_name(id).to_owned()), row: None },
    }
}

fn said(lookup: &Lookup<'_>, decision: &Decision, subject: &Subject) -> Decided {
    let said = match subject {
        Subject::Claim(..) => decision.unit_is.as_ref().map(|one| Decided::Unit(named(lookup.open, &one.unit).name)),
        Subject::Choice(_) => decision.choice.as_ref().map(|one| files(lookup, one)),
        Subject::LeftOut(_) => decision.left_out.as_ref().map(|one| Decided::LeftOut(one.reason.clone())),
        Subject::ArrivalOfFile(_) | Subject::ArrivalOfUnit(_) => {
            decision.arrival.as_ref().map(|one| Decided::Arrival(one.on.clone(), one.way))
        }
        Subject::Report(_) => decision.report.as_ref().map(|one| Decided::Report(one.number.clone(), one.date.clone())),
        Subject::Term(_) => {
            decision.term.as_ref().map(|one| Decided::Term(one.until.clone(), one.excused, one.reason.clone()))
        }
    };
    said.unwrap_or(Decided::Unknown)
}

fn files(lookup: &Lookup<'_>, choice: &Choice) -> Decided {
    let name = |file: &FileRef| lookup.name_of(&file.key());
    Decided::Files(choice.files.iter().map(name).collect(), choice.reason.clone())
}
