//! Writes changes: tracks what is on its way to the store, and what the store refused and will be written with the next change.
//!
//! A change that failed stays on the screen and is never called saved. If the same thing was changed again, only the later change
//! is written.

use crate::msg::{Change, Effect};
use std::collections::BTreeMap;
use storage::StoreFault;

/// What a change is of: the gathering, and what in it.
type Subject = (String, Of);

/// Of what in a gathering a change is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Of {
    Settings,
    /// The decision of that id.
    Decision(String),
    /// The paragraph of that id.
    Rewrite(String),
    /// The note of that id.
    Note(String),
    /// What is typed in the field of that key.
    Typed(String),
}

/// The changes of some subjects.
type Changes = BTreeMap<Subject, Change>;

/// What is to be written.
#[derive(Debug, Default)]
pub(crate) struct Saving {
    number: u32,
    /// What is on its way, in order.
    under_way: Vec<(u32, Changes)>,
    /// The gatherings whose removal is on its way.
    removals: Vec<(u32, String)>,
    /// What the store did not take.
    unwritten: Changes,
    fault: Option<StoreFault>,
    /// The last write that was begun when what was pending was kept besides.
    left: Option<u32>,
}

/// What a store's answer was about.
#[derive(Debug, PartialEq)]
pub(crate) enum Answered {
    /// Changes; where the store takes writes again, what it did not take before is written now.
    Changes(Option<Effect>),
    /// The removal of the gathering of that id.
    Removal(String),
    /// Nothing that was asked for.
    Nothing,
}

impl Saving {
    /// Writes changes, and with them what the store did not take before.
    pub(crate) fn write(&mut self, changes: Vec<Change>) -> Effect {
        changes.into_iter().for_each(|change| self.add(change));
        let changes = std::mem::take(&mut self.unwritten);
        let list = changes.values().cloned().collect();
        self.number = self.number.wrapping_add(1);
        self.under_way.push((self.number, changes));
        Effect::Write(self.number, list)
    }

    /// A change that is written with the next.
    pub(crate) fn add(&mut self, change: Change) {
        if let Some(subject) = subject(&change) {
            self.unwritten.insert(subject, change);
        }
    }

    /// Writes what no write has taken along.
    pub(crate) fn write_rest(&mut self) -> Option<Effect> {
        (!self.unwritten.is_empty()).then(|| self.write(Vec::new()))
    }

    /// Removes a gathering, with all that was still to be written of it.
    pub(crate) fn remove(&mut self, gathering: String) -> Effect {
        self.unwritten.retain(|(of, _), _| *of != gathering);
        self.number = self.number.wrapping_add(1);
        self.removals.push((self.number, gathering.clone()));
        Effect::Write(self.number, vec![Change::NoGathering(gathering)])
    }

    /// Takes the store's answer to a write.
    pub(crate) fn written(&mut self, number: u32, outcome: Result<(), StoreFault>) -> Answered {
        if let Some(at) = self.removals.iter().position(|(other, _)| *other == number) {
            return Answered::Removal(self.removals.remove(at).1);
        }
        let Some(at) = self.under_way.iter().position(|(other, _)| *other == number) else { return Answered::Nothing };
        let (_, changes) = self.under_way.remove(at);
        let Err(fault) = outcome else {
            let again = self.write_rest();
            if again.is_some() {
                // What was kept besides is on the disk only with these.
                self.left = self.left.map(|_| self.number);
            }
            self.fault = self.fault.filter(|_| !self.under_way.is_empty());
            return Answered::Changes(again);
        };
        self.fault = Some(fault);
        let later = self.under_way.get(at..).unwrap_or_default();
        for (subject, change) in changes {
            let is_passed = later.iter().any(|(_, changes)| changes.contains_key(&subject))
                || self.removals.iter().any(|(_, gathering)| *gathering == subject.0);
            if !is_passed {
                self.unwritten.entry(subject).or_insert(change);
            }
        }
        Answered::Changes(None)
    }

    /// Whether something is on its way.
    pub(crate) fn is_under_way(&self) -> bool {
        !self.under_way.is_empty() || !self.removals.is_empty()
    }

    /// Whether the gathering of that id is being removed.
    pub(crate) fn is_removing(&self, gathering: &str) -> bool {
        self.removals.iter().any(|(_, other)| other == gathering)
    }

    /// All that may not be on the disk.
    pub(crate) fn pending(&self) -> impl Iterator<Item = &Change> {
        self.under_way.iter().flat_map(|(_, changes)| changes.values()).chain(self.unwritten.values())
    }

    /// The page may be about to go: what is to be kept besides, if anything.
    pub(crate) fn leave(&mut self) -> Option<Effect> {
        // What is being removed must not come back with it.
        let stays = |change: &&Change| subject(change).is_some_and(|(gathering, _)| !self.is_removing(&gathering));
        let pending: Vec<Change> = self.pending().filter(stays).cloned().collect();
        if pending.is_empty() {
            return None;
        }
        self.left = Some(self.number);
        Some(Effect::Leave(pending))
    }

    /// Whether all that was kept besides is on the disk now; told once. What is written after this must not be written over by it.
    pub(crate) fn come_back(&mut self, number: u32) -> Option<Effect> {
        let is_covered = self.unwritten.is_empty() && self.under_way.iter().all(|(other, _)| *other > number);
        self.left.take_if(|left| *left <= number && is_covered).map(|_| Effect::Leave(Vec::new()))
    }

    /// Why something of the gathering of that id is not on the disk; none where all of it is, or is on its way for the first time.
    pub(crate) fn fault_of(&self, gathering: &str) -> Option<StoreFault> {
        let of_it = |changes: &Changes| changes.keys().any(|(of, _)| of == gathering);
        let is_there = of_it(&self.unwritten) || self.under_way.iter().any(|(_, changes)| of_it(changes));
        self.fault.filter(|_| is_there)
    }
}

fn subject(change: &Change) -> Option<Subject> {
    match change {
        Change::Settings(settings) => Some((settings.id.clone(), Of::Settings)),
        Change::Decision(gathering, decision) => Some((gathering.clone(), Of::Decision(decision.id.clone()))),
        Change::Rewrite(gathering, rewrite) => Some((gathering.clone(), Of::Rewrite(rewrite.paragraph.clone()))),
        Change::Note(gathering, note) => Some((gathering.clone(), Of::Note(note.id.clone()))),
        Change::Typed(gathering, typed) => Some((gathering.clone(), Of::Typed(typed.key()))),
        Change::NoTyped(gathering, key) => Some((gathering.clone(), Of::Typed(key.clone()))),
        Change::NoGathering(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gathering::decisions::Decision;

    const FULL: Result<(), StoreFault> = Err(StoreFault::Full);

    fn decision(id: &str) -> Change {
        Change::Decision("g".into(), Box::new(Decision { id: id.into(), ..Decision::default() }))
    }

    fn no_decision(id: &str) -> Change {
        Change::Decision("g".into(), Box::new(Decision::removed(id.into())))
    }

    #[test]
    fn what_failed_is_written_with_the_next() {
        let mut saving = Saving::default();
        assert_eq!(saving.write(vec![decision("a")]), Effect::Write(1, vec![decision("a")]));
        assert_eq!(saving.written(1, FULL), Answered::Changes(None));
        assert_eq!(saving.fault_of("g"), Some(StoreFault::Full));
        assert_eq!(saving.fault_of("h"), None);
        assert_eq!(saving.write(vec![decision("b")]), Effect::Write(2, vec![decision("a"), decision("b")]));
        assert_eq!(saving.fault_of("g"), Some(StoreFault::Full), "it is not on the disk yet");
        assert_eq!(saving.written(2, Ok(())), Answered::Changes(None));
        assert_eq!((saving.fault_of("g"), saving.is_under_way(), saving.pending().count()), (None, false, 0));
    }

    #[test]
    fn what_was_taken_back_meanwhile_does_not_come_back() {
        let mut saving = Saving::default();
        let _ = (saving.write(vec![decision("a"), decision("b")]), saving.write(vec![no_decision("a")]));
        assert_eq!(saving.written(1, FULL), Answered::Changes(None));
        let again = Effect::Write(3, vec![decision("b")]);
        assert_eq!(saving.written(2, Ok(())), Answered::Changes(Some(again)));
        assert_eq!(saving.fault_of("g"), Some(StoreFault::Full));
        assert_eq!(saving.written(3, Ok(())), Answered::Changes(None));
        assert_eq!(saving.fault_of("g"), None);
    }

    #[test]
    fn nothing_is_written_of_what_is_removed() {
        let mut saving = Saving::default();
        let _ = saving.write(vec![decision("a")]);
        let _ = saving.written(1, FULL);
        assert_eq!(saving.remove("g".into()), Effect::Write(2, vec![Change::NoGathering("g".into())]));
        assert!(saving.is_removing("g") && saving.pending().count() == 0);
        assert_eq!(saving.written(2, Ok(())), Answered::Removal("g".into()));
        assert_eq!(saving.written(2, Ok(())), Answered::Nothing);
    }

    #[test]
    fn what_was_kept_besides_stays_until_all_of_it_is_on_the_disk() {
        let mut saving = Saving::default();
        let _ = saving.write(vec![decision("a")]);
        assert_eq!(saving.leave(), Some(Effect::Leave(vec![decision("a")])));
        let _ = saving.write(vec![decision("b")]);
        assert_eq!(saving.written(1, FULL), Answered::Changes(None));
        assert_eq!(saving.written(2, Ok(())), Answered::Changes(Some(Effect::Write(3, vec![decision("a")]))));
        assert_eq!(saving.come_back(2), None, "the first is on its way only now");
        assert_eq!(saving.written(3, Ok(())), Answered::Changes(None));
        assert_eq!(saving.come_back(3), Some(Effect::Leave(Vec::new())));
    }
}
