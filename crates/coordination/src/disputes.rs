//! What people decided differently (quyết định khác nhau), each matter once: where the same decisions differ on several subjects, such as the
//! day of many files, that is one matter.

use gathering::decisions::{Decision, Decisions, Subject};
use gathering::settled::Settled;
use std::mem::{discriminant, take};
use std::ptr;

/// The id of the heading of these matters, which takes the focus when one of them is settled.
pub const DISPUTES: &str = "disputes";

/// A matter on which people decided differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute<'a> {
    /// What it is about: subjects of one kind.
    pub subjects: Vec<Subject>,
    /// The decisions, by their ids.
    pub decisions: Vec<&'a Decision>,
}

/// All such matters, in the order of their subjects.
#[must_use]
pub fn disputes(decisions: &Decisions) -> Vec<Dispute<'_>> {
    among(&Settled::of(decisions))
}

/// All of them among decisions that are sorted out already.
pub(crate) fn among<'a>(settled: &Settled<'a>) -> Vec<Dispute<'a>> {
    let mut all: Vec<Dispute<'a>> = Vec::new();
    for conflict in settled.conflicts() {
        let (subject, decisions) = (conflict.subject, conflict.decisions);
        let is_of = |dispute: &&mut Dispute<'a>| {
            let is_same_kind = dispute.subjects.first().is_some_and(|one| discriminant(one) == discriminant(&subject));
            is_same_kind && are_the_same(&dispute.decisions, &decisions)
        };
        match all.iter_mut().find(is_of) {
            Some(dispute) => dispute.subjects.push(subject),
            None => all.push(Dispute { subjects: vec![subject], decisions }),
        }
    }
    all.iter_mut()
        .for_each(|dispute| dispute.decisions = without_twins(take(&mut dispute.decisions), &dispute.subjects));
    all
}

fn are_the_same(some: &[&Decision], others: &[&Decision]) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|(one, other)| ptr::eq(*one, *other))
}

/// Of several that say the same the first.
fn without_twins<'a>(decisions: Vec<&'a Decision>, subjects: &[Subject]) -> Vec<&'a Decision> {
    let mut kept: Vec<&Decision> = Vec::new();
    for decision in decisions {
        let says_the_same = |other: &&Decision| subjects.iter().all(|subject| decision.says_the_same(other, subject));
        if !kept.iter().any(says_the_same) {
            kept.push(decision);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::*;
    use domain::date::DateText;
    use gathering::decisions::{Arrival, Term};

    fn arrival(id: &str, units: &[&str], day: &str) -> Decision {
        let units = units.iter().map(|unit| (*unit).to_owned()).collect();
        let arrival = Arrival { units, on: DateText::from_typed(day), ..Arrival::default() };
        Decision { id: id.into(), arrival: Some(arrival), ..Decision::default() }
    }

    #[test]
    fn what_the_same_decisions_differ_on_is_one_matter_and_what_agrees_is_none() {
        let excused = Term { unit: "a".into(), excused: true, ..Term::default() };
        let list = vec![
            arrival("1", &["a", "b", "c"], "2024-07-01"),
            arrival("2", &["a", "b"], "2024-07-02"),
            arrival("3", &["d"], "2024-07-01"),
            arrival("4", &["d"], "2024-07-01"),
            Decision { id: "5".into(), term: Some(excused), ..Decision::default() },
        ];
        let decisions = Decisions { list, ..Decisions::default() };
        let found = disputes(&decisions);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].subjects, ["a", "b"].map(|unit| Subject::ArrivalOfUnit(unit.into())));
        assert_eq!(found[0].decisions.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    }

    #[test]
    fn of_three_of_whom_two_say_the_same_there_are_two_sides() {
        let list =
            [("1", "2024-07-01"), ("2", "2024-07-02"), ("3", "2024-07-01")].map(|(id, day)| arrival(id, &["a"], day));
        let decisions = Decisions { list: list.into(), ..Decisions::default() };
        assert_eq!(disputes(&decisions)[0].decisions.len(), 2);
    }
}
