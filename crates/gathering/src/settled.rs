//! Which decisions hold, and which do not because two people decided differently.

use crate::decisions::{Arrival, Choice, Claim, Decision, Decisions, LeftOut, SignedReport, Subject, Term};
use crate::received::Key;
use std::collections::BTreeSet;

/// What holds of the decisions, to be looked up by its subject.
#[derive(Debug, Default)]
pub struct Settled<'a> {
    /// The subjects in order, each with the decisions whose place no other takes, and that say something.
    subjects: Vec<(Subject, Vec<&'a Decision>)>,
}

/// A subject on which people decided differently, and neither knew of the other's decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict<'a> {
    /// What it is about.
    pub subject: Subject,
    /// The decisions, by their ids.
    pub decisions: Vec<&'a Decision>,
}

impl<'a> Settled<'a> {
    /// What holds. The order of the decisions does not matter.
    #[must_use]
    pub fn of(decisions: &'a Decisions) -> Self {
        let mut ordered: Vec<&Decision> = decisions.list.iter().collect();
        ordered.sort_by_key(|decision| (&decision.id, &decision.at, &decision.by));
        let replaced: BTreeSet<(&str, &str)> = ordered
            .iter()
            .flat_map(|decision| decision.replaces.iter().map(|other| (decision.id.as_str(), other.as_str())))
            .filter(|(one, other)| one != other)
            .collect();
        let mut about: Vec<(Subject, &Decision)> = Vec::new();
        for decision in ordered {
            about.extend(decision.subjects().into_iter().map(|subject| (subject, decision)));
        }
        // A stable sort: the decisions on a subject stay in the order of their ids.
        about.sort_by(|one, other| one.0.cmp(&other.0));
        let groups = about.chunk_by(|one, other| one.0 == other.0);
        let subjects = groups.filter_map(|group| {
            let all: Vec<&Decision> = group.iter().map(|(_, decision)| *decision).collect();
            let mut last = last(all, &replaced);
            last.retain(|decision| !decision.says_nothing());
            Some((group.first()?.0.clone(), last))
        });
        Self { subjects: subjects.collect() }
    }

    /// The decisions on a subject whose place no other takes, by their ids. What was taken back is none.
    #[must_use]
    pub fn on(&self, subject: &Subject) -> &[&'a Decision] {
        let found = self.subjects.binary_search_by(|(other, _)| other.cmp(subject)).ok();
        found.and_then(|at| self.subjects.get(at)).map_or(&[], |(_, decisions)| decisions)
    }

    /// The decision that holds on a subject: of several from which the same follows, the first by its id. None where people decided
    /// differently.
    #[must_use]
    pub fn one(&self, subject: &Subject) -> Option<&'a Decision> {
        let decisions = self.on(subject);
        let first = *decisions.first()?;
        decisions.iter().all(|other| first.agrees(other, subject)).then_some(first)
    }

    /// The ids of the decisions that hold on any subject.
    #[must_use]
    pub fn holding(&self) -> BTreeSet<&'a str> {
        self.subjects.iter().filter_map(|(subject, _)| Some(self.one(subject)?.id.as_str())).collect()
    }

    /// Where people decided differently, or for different reasons.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict<'a>> {
        let is_open = |subject: &Subject, decisions: &[&Decision]| {
            decisions.first().is_some_and(|first| decisions.iter().any(|other| !first.says_the_same(other, subject)))
        };
        let open = self.subjects.iter().filter(|(subject, decisions)| is_open(subject, decisions));
        open.map(|(subject, decisions)| Conflict { subject: subject.clone(), decisions: decisions.clone() }).collect()
    }

    /// The id of the unit that a claim was said to be.
    #[must_use]
    pub fn unit_of(&self, claim: &Claim) -> Option<&'a str> {
        Some(&self.one(&claim.subject())?.unit_is.as_ref()?.unit)
    }

    /// All claims that were said to be units.
    pub fn units(&self) -> impl Iterator<Item = (&'a Claim, &'a str)> {
        let claims = self.subjects.iter().filter(|(subject, _)| matches!(subject, Subject::Claim(..)));
        claims.filter_map(|(subject, _)| {
            let said = self.one(subject)?.unit_is.as_ref()?;
            Some((&said.claim, said.unit.as_str()))
        })
    }

    /// All choices of files that hold, each with the id of its decision. Where two people made the same for a unit, both are there.
    pub fn choices(&self) -> impl Iterator<Item = (&'a str, &'a Choice)> {
        let choices = self.subjects.iter().filter(|(subject, _)| matches!(subject, Subject::Choice(_)));
        let held = choices.filter(|(subject, _)| self.one(subject).is_some());
        held.flat_map(|(_, decisions)| decisions)
            .filter_map(|decision| Some((decision.id.as_str(), decision.choice.as_ref()?)))
    }

    /// Why a file is left out, and the id of the decision.
    #[must_use]
    pub fn left_out(&self, key: &Key) -> Option<(&'a str, &'a LeftOut)> {
        let decision = self.one(&Subject::LeftOut(key.clone()))?;
        Some((&decision.id, decision.left_out.as_ref()?))
    }

    /// When a file was received.
    #[must_use]
    pub fn arrival_of_file(&self, key: &Key) -> Option<&'a Arrival> {
        self.one(&Subject::ArrivalOfFile(key.clone()))?.arrival.as_ref()
    }

    /// When the report of the unit with this id was received.
    #[must_use]
    pub fn arrival_of_unit(&self, unit: &str) -> Option<&'a Arrival> {
        self.one(&Subject::ArrivalOfUnit(unit.to_owned()))?.arrival.as_ref()
    }

    /// The signed report of the unit with this id.
    #[must_use]
    pub fn report(&self, unit: &str) -> Option<&'a SignedReport> {
        self.one(&Subject::Report(unit.to_owned()))?.report.as_ref()
    }

    /// The term of the unit with this id.
    #[must_use]
    pub fn term(&self, unit: &str) -> Option<&'a Term> {
        self.one(&Subject::Term(unit.to_owned()))?.term.as_ref()
    }
}

/// Those whose place no other of them takes; all, where each takes another's.
fn last<'a>(all: Vec<&'a Decision>, replaced: &BTreeSet<(&str, &str)>) -> Vec<&'a Decision> {
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    for decision in &all {
        // Whichever list is the shorter: a batch may take the place of thousands, and thousands may be about one file.
        if all.len() <= decision.replaces.len() {
            let others = all.iter().map(|other| other.id.as_str());
            gone.extend(others.filter(|other| replaced.contains(&(decision.id.as_str(), *other))));
        } else {
            gone.extend(decision.replaces.iter().map(String::as_str).filter(|other| *other != decision.id));
        }
    }
    let last: Vec<&Decision> = all.iter().filter(|decision| !gone.contains(decision.id.as_str())).copied().collect();
    if last.is_empty() { all } else { last }
}

#[cfg(test)]
mod tests;
