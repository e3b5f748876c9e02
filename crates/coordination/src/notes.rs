//! The notes of a gathering, one for each id.

use crate::issue::is_issue_id;
use crate::note::{Note, UnitRemark};
use std::collections::{BTreeMap, BTreeSet};

/// The notes of a gathering.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    by_id: BTreeMap<String, Note>,
}

impl Notes {
    /// The note of that id, unless it was taken away.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Note> {
        self.by_id.get(id).filter(|note| !note.is_removed())
    }

    /// All of them, by their ids, and those that were taken away.
    pub fn iter(&self) -> impl Iterator<Item = &Note> {
        self.by_id.values()
    }

    /// The remarks, in the order in which they were last changed.
    #[must_use]
    pub fn remarks(&self) -> Vec<(&Note, &UnitRemark)> {
        let mut remarks: Vec<_> = self.iter().filter_map(|note| Some((note, note.remark.as_ref()?))).collect();
        remarks.sort_by_key(|(note, one)| (&one.remark.at, &note.id));
        remarks
    }

    /// The digest of the file in which what a unit says of a requirement was read.
    #[must_use]
    pub fn has_read(&self, unit: &str, requirement: &str) -> Option<&str> {
        Some(&self.get(&read_id(unit, requirement))?.read.as_ref()?.sha256)
    }

    /// Whether there are issues, or were before they were taken away.
    pub(crate) fn had_issues(&self) -> bool {
        self.iter().any(|note| note.issue.is_some() || (note.is_removed() && is_issue_id(&note.id)))
    }

    /// Puts a note in the place of the one with its id.
    pub(crate) fn put(&mut self, note: Note) {
        self.by_id.insert(note.id.clone(), note);
    }

    /// The same as a later change, so that it holds wherever the other has come to: the note as it is now, and as it was before.
    pub(crate) fn change(&mut self, note: Note) -> (Note, Note) {
        let before = self.by_id.remove(&note.id).unwrap_or_else(|| Note::removed(note.id.clone()));
        let note = Note { revision: before.revision.saturating_add(1), ..note };
        self.put(note.clone());
        (note, before)
    }

    /// Takes in what was noted elsewhere. Of two of one id the more often changed one holds. Where two people changed one equally often,
    /// no words are lost: where these differ, one of them stays under an id of its own, the same on all machines; and what one of the two
    /// took away stays. What came of such pairs is handed back, to be written: nothing has it yet, and the pair would be joined again at
    /// each opening.
    pub(crate) fn join(&mut self, others: Vec<Note>) -> Vec<Note> {
        let mut joined = BTreeSet::new();
        for other in others {
            let Some(here) = self.by_id.get(&other.id) else {
                self.put(other);
                continue;
            };
            if *here == other || here.revision > other.revision {
                continue;
            }
            if here.revision < other.revision {
                self.put(other);
                continue;
            }
            let (mine, theirs) = (text(here), text(&other));
            let is_first = (here.is_removed(), &mine) <= (other.is_removed(), &theirs);
            let (first, second) = if is_first { (here.clone(), other) } else { (other, here.clone()) };
            let both = first.clone().with_choices_of(&second);
            if first.says_other_than(&second) {
                let second = second.apart(if is_first { &theirs } else { &mine });
                if self.by_id.get(&second.id).is_none_or(|known| known.revision < second.revision) {
                    joined.insert(second.id.clone());
                    self.put(second);
                }
            }
            joined.insert(both.id.clone());
            self.put(both);
        }
        joined.iter().filter_map(|id| self.by_id.get(id).cloned()).collect()
    }
}

/// The id of the note that something was read: the same for whoever reads it.
pub(crate) fn read_id(unit: &str, requirement: &str) -> String {
    ["read ", requirement, " ", unit].concat()
}

impl Note {
    /// Whether words would be lost if the other went.
    fn says_other_than(&self, other: &Self) -> bool {
        let remark = |note: &Self| note.remark.as_ref().map(|one| one.remark.text.clone());
        let issue = |note: &Self| note.issue.as_ref().map(|one| one.wording.clone());
        !other.is_removed() && (remark(self) != remark(other) || issue(self) != issue(other))
    }

    /// The same with what was chosen of the issue in the other: that it goes into the report, and what is not named here.
    fn with_choices_of(mut self, other: &Self) -> Self {
        let Some((here, there)) = self.issue.as_mut().zip(other.issue.as_ref()) else { return self };
        here.in_report |= there.in_report;
        let texts =
            [(&mut here.level, &there.level), (&mut here.owner, &there.owner), (&mut here.joined, &there.joined)];
        for (mine, theirs) in texts {
            if mine.is_empty() {
                mine.clone_from(theirs);
            }
        }
        for (mine, theirs) in [(&mut here.due, &there.due), (&mut here.done_at, &there.done_at)] {
            if mine.is_empty() {
                mine.clone_from(theirs);
            }
        }
        self
    }

    /// The same under an id that is made of its text.
    fn apart(mut self, text: &str) -> Self {
        self.id = exchange::record::digest(text).chars().take(24).collect();
        if let Some(one) = &mut self.remark {
            one.remark.id.clone_from(&self.id);
        }
        // What is tagged stays with the other one, so nobody says this: it is the officers' to join.
        if let Some(one) = &mut self.issue {
            one.in_report = false;
        }
        self
    }
}

fn text(note: &Note) -> String {
    json::canonical(&json::written(note.clone()))
}

#[cfg(test)]
mod tests;
