//! Made-up files, decisions and gatherings for tests.
#![allow(clippy::unwrap_used, reason = "tests")]

use crate::basis::Basis;
use crate::decisions::{Choice, Claim, Decision, Decisions, FileRef, LeftOut, UnitIs};
use crate::facts::{AnswerFacts, Facts};
use crate::received::{Key, Received};
use crate::settled::Settled;
use crate::standing::{Standing, standing};
use crate::succession::View;
use crate::units::Units;
use domain::assessment::{Status, UnitRef};
use domain::date::Date;
use domain::directive::Directive;
use domain::roster::Roster;

pub(crate) fn directive() -> Directive {
    Directive::built_in().unwrap()
}

pub(crate) fn roster() -> Roster {
    Roster::built_in().unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

pub(crate) fn key(name: &str) -> Key {
    Key { sha256: name.into(), index: 0 }
}

/// A file with this digest, of this unit, a state of this draft, based on the files with those digests. What it says is its own.
pub(crate) fn file(name: &str, unit: &str, draft: &str, based_on: &[&str]) -> Received {
    let mut content = [1; 16];
    content.iter_mut().zip(name.bytes()).for_each(|(byte, other)| *byte = other);
    let roster = roster();
    let name_of_unit = roster.unit(unit).map(|unit| unit.name.clone()).unwrap_or_default();
    Received {
        key: key(name),
        directive: "1022-CV/TU".into(),
        edition: directive().edition.as_str().into(),
        facts: Facts {
            unit: UnitRef { id: unit.into(), name: name_of_unit, ..UnitRef::default() },
            draft_id: draft.into(),
            based_on: based_on.iter().map(|digest| (*digest).to_owned()).collect(),
            content,
            ..Facts::default()
        },
        ..Received::default()
    }
}

/// The same, as a part that speaks of these requirements alone.
pub(crate) fn part(name: &str, unit: &str, draft: &str, based_on: &[&str], covers: &[&str]) -> Received {
    let mut part = file(name, unit, draft, based_on);
    part.facts.covers = covers.iter().map(|id| (*id).to_owned()).collect();
    part
}

/// The same, of a unit whose name was typed.
pub(crate) fn typed(name: &str, group: &str, unit: &str) -> Received {
    let mut typed = file(name, "", name, &[]);
    typed.facts.unit = UnitRef { group: group.into(), name: unit.into(), ..UnitRef::default() };
    typed
}

pub(crate) fn answer(requirement: &str, status: Option<Status>) -> AnswerFacts {
    AnswerFacts { requirement: requirement.into(), status, ..AnswerFacts::default() }
}

pub(crate) fn left_out(id: &str, file: &str) -> Decision {
    let left_out = LeftOut { file: FileRef::of(&key(file)), reason: "test".into(), ..LeftOut::default() };
    Decision { id: id.into(), left_out: Some(left_out), ..Decision::default() }
}

pub(crate) fn choice(id: &str, unit: &str, files: &[&str], over: &[&str]) -> Decision {
    let files_of = |names: &[&str]| names.iter().map(|name| FileRef::of(&key(name))).collect();
    let choice = Choice { unit: unit.into(), files: files_of(files), over: files_of(over), ..Choice::default() };
    Decision { id: id.into(), choice: Some(choice), ..Decision::default() }
}

pub(crate) fn unit_is(id: &str, claim: Claim, unit: &str) -> Decision {
    let unit_is = UnitIs { claim, unit: unit.into(), ..UnitIs::default() };
    Decision { id: id.into(), unit_is: Some(unit_is), ..Decision::default() }
}

pub(crate) fn decided(decisions: &[Decision]) -> Decisions {
    let mut all = Decisions::default();
    for decision in decisions {
        all.decide(decision.clone());
    }
    all
}

/// What becomes of files under decisions, with all else as it comes.
pub(crate) fn stand(received: &[Received], decisions: &Decisions) -> (Standing, Units) {
    stand_in(received, decisions, &roster(), View::Current, None)
}

pub(crate) fn stand_in(
    received: &[Received],
    decisions: &Decisions,
    roster: &Roster,
    view: View,
    from: Option<Date>,
) -> (Standing, Units) {
    let (settled, directive) = (Settled::of(decisions), directive());
    let units = Units::of(roster, view, &settled);
    let basis = Basis { from, ..Basis::of(&directive) };
    (standing(received, &settled, &units, &basis), units)
}
