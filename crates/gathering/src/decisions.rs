//! What people decided (quyết định của người tổng hợp), as plain data.
//!
//! A decision concerns one or more subjects. It names the decisions that it replaces. So a later decision can be told from one that
//! another officer made at the same time, without a clock and in whatever order the two are joined.
//!
//! No decision is ever changed. One that says nothing takes back what it replaces. Of one that is undone the id stays
//! ([`Decision::removed`]), and what it replaced holds again.

use crate::fold::spelling;
use crate::received::Key;
use domain::assessment::UnitRef;
use domain::date::DateText;
use json::{Unknown, choice, record};
use std::collections::BTreeSet;

/// The decisions of a gathering. Their order means nothing.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// All of them, those too whose place others have taken.
    #[optional]
    pub list: Vec<Decision>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// A decision: one of its parts says what was decided. Where a newer version wrote something else here, it is only kept. Where nothing is
/// here at all, the decision was removed: that stays, so that it does not come back with a colleague's bundle.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// Its id, unique among those of all officers.
    pub id: String,
    /// When it was taken, `yyyy-mm-ddThh:mm:ssZ`; to be shown, never to be compared.
    pub at: String,
    /// Who took it.
    #[optional]
    pub by: String,
    /// Ids of the decisions about the same that it takes the place of.
    #[optional]
    pub replaces: Vec<String>,
    /// That a typed unit is one of the roster, or one of its own.
    #[optional]
    pub unit_is: Option<UnitIs>,
    /// Which files of a unit count.
    #[optional]
    pub choice: Option<Choice>,
    /// That a file is left out.
    #[optional]
    pub left_out: Option<LeftOut>,
    /// When something was received, and by which way.
    #[optional]
    pub arrival: Option<Arrival>,
    /// Which signed report a unit sent.
    #[optional]
    pub report: Option<SignedReport>,
    /// That a unit has more time, or need not report.
    #[optional]
    pub term: Option<Term>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// The unit that a file claims to be of, in the file's words.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The unit's id; empty where its name was typed.
    #[optional]
    pub id: String,
    /// The id of its group.
    pub group: String,
    /// Its name.
    pub name: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// An assessment among all that were received.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRef {
    /// The digest that its file holds.
    pub sha256: String,
    /// Its place among the assessments of the file, from 0.
    pub index: u32,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// That a claim is a unit's.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitIs {
    /// What files say.
    pub claim: Claim,
    /// The id of the unit: of the roster, or of a unit that is not in it ([`own_id`]).
    pub unit: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// Which files of a unit count.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The unit's id.
    pub unit: String,
    /// The files that count: one, or several parts of one draft.
    pub files: Vec<FileRef>,
    /// The files that it was chosen over. A file that is not among them came later, and is not passed over.
    #[optional]
    pub over: Vec<FileRef>,
    /// Why.
    #[optional]
    pub reason: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// That a file is left out.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// The file.
    pub file: FileRef,
    /// Why.
    pub reason: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// When something was received (ngày nhận): set for a batch, and corrected for one by a later decision.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// The files that came.
    #[optional]
    pub files: Vec<FileRef>,
    /// Ids of the units whose report came, with or without a file; such as on paper.
    #[optional]
    pub units: Vec<String>,
    /// On which day.
    #[optional]
    pub on: DateText,
    /// By which way; absent where that was not said.
    #[optional]
    pub way: Option<Way>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// By which way something came.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// By mail (thư điện tử).
    #[default]
    Mail,
    /// By a messenger (tin nhắn).
    Chat,
    /// On a data carrier (USB).
    Stick,
    /// On paper (bản giấy).
    Paper,
}

/// The signed report that a unit sent (báo cáo đã ký).
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignedReport {
    /// The unit's id.
    pub unit: String,
    /// Its number and symbol (số, ký hiệu).
    #[optional]
    pub number: String,
    /// Its date (ngày).
    #[optional]
    pub date: DateText,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// A unit's term: a later deadline (được lùi hạn), or none since it is excused (được miễn).
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The unit's id.
    pub unit: String,
    /// The last day, where it was extended.
    #[optional]
    pub until: DateText,
    /// Whether it need not report.
    #[optional]
    pub excused: bool,
    /// Why.
    #[optional]
    pub reason: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// What a decision is about. Two decisions about the same exclude each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Whose a claim is: its id, its group, and its name as it is spelled.
    Claim(String, String, String),
    /// Which files of the unit with this id count.
    Choice(String),
    /// Whether a file is left out.
    LeftOut(Key),
    /// When a file was received.
    ArrivalOfFile(Key),
    /// When a unit's report was received.
    ArrivalOfUnit(String),
    /// Which signed report the unit with this id sent.
    Report(String),
    /// The term of the unit with this id.
    Term(String),
}

impl FileRef {
    /// The assessment with this key.
    #[must_use]
    pub fn of(key: &Key) -> Self {
        Self { sha256: key.sha256.to_string(), index: key.index, ..Self::default() }
    }

    /// Its key.
    #[must_use]
    pub fn key(&self) -> Key {
        Key { sha256: self.sha256.as_str().into(), index: self.index }
    }
}

impl Claim {
    /// What an assessment says of its unit.
    #[must_use]
    pub fn of(unit: &UnitRef) -> Self {
        Self { id: unit.id.clone(), group: unit.group.clone(), name: unit.name.clone(), ..Self::default() }
    }

    /// What a decision on it is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        Subject::Claim(self.id.clone(), self.group.clone(), spelling(&self.name))
    }
}

/// The id of a unit that is not in the roster: made of its group and of how its name is spelled, whoever types it. No id of a roster
/// has a blank.
#[must_use]
pub fn own_id(group: &str, name: &str) -> String {
    ["~", group, " ", &spelling(name)].concat()
}

/// The name in the id of a unit that is not in the roster, as it is spelled there.
#[must_use]
pub fn own_name(id: &str) -> &str {
    id.split_once(' ').map_or(id, |(_, name)| name)
}

impl Decision {
    /// What it is about; nothing where a newer version wrote it.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        let mut subjects = Vec::new();
        subjects.extend(self.unit_is.iter().map(|one| one.claim.subject()));
        subjects.extend(self.choice.iter().map(|one| Subject::Choice(one.unit.clone())));
        subjects.extend(self.left_out.iter().map(|one| Subject::LeftOut(one.file.key())));
        if let Some(arrival) = &self.arrival {
            subjects.extend(arrival.files.iter().map(|file| Subject::ArrivalOfFile(file.key())));
            subjects.extend(arrival.units.iter().cloned().map(Subject::ArrivalOfUnit));
        }
        subjects.extend(self.report.iter().map(|one| Subject::Report(one.unit.clone())));
        subjects.extend(self.term.iter().map(|one| Subject::Term(one.unit.clone())));
        subjects.sort_unstable();
        subjects.dedup();
        subjects
    }

    /// What is left of the decision of that id once it was removed.
    #[must_use]
    pub fn removed(id: String) -> Self {
        Self { id, ..Self::default() }
    }

    /// Whether it was removed.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        !self.parts().contains(&true) && self.unknown.0.is_empty()
    }

    /// Whether it says nothing on what it is about, such as a term without a day that excuses nobody.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        // What a newer version wrote says something.
        let is_new = |unknown: &Unknown| !unknown.0.is_empty();
        self.unit_is.as_ref().is_none_or(|one| one.unit.is_empty() && !is_new(&one.unknown))
            && self.choice.as_ref().is_none_or(|one| one.files.is_empty() && !is_new(&one.unknown))
            && self.left_out.as_ref().is_none_or(|one| one.reason.trim().is_empty() && !is_new(&one.unknown))
            && self.arrival.as_ref().is_none_or(|one| one.on.is_empty() && one.way.is_none() && !is_new(&one.unknown))
            && self
                .report
                .as_ref()
                .is_none_or(|one| one.number.trim().is_empty() && one.date.is_empty() && !is_new(&one.unknown))
            && self.term.as_ref().is_none_or(|one| one.until.is_empty() && !one.excused && !is_new(&one.unknown))
    }

    /// Which parts it has.
    fn parts(&self) -> [bool; 6] {
        let (arrival, report, term) = (self.arrival.is_some(), self.report.is_some(), self.term.is_some());
        [self.unit_is.is_some(), self.choice.is_some(), self.left_out.is_some(), arrival, report, term]
    }

    /// Whether it says the same as another one about a subject of both, with the same reason.
    #[must_use]
    pub fn says_the_same(&self, other: &Self, subject: &Subject) -> bool {
        match subject {
            Subject::Claim(..) => self.agrees(other, subject),
            Subject::Choice(_) => self.choice == other.choice,
            Subject::LeftOut(_) => self.left_out == other.left_out,
            Subject::ArrivalOfFile(_) | Subject::ArrivalOfUnit(_) => {
                let said = |one: &Self| one.arrival.as_ref().map(|arrival| (arrival.on.clone(), arrival.way));
                said(self) == said(other)
            }
            Subject::Report(_) => self.report == other.report,
            Subject::Term(_) => self.term == other.term,
        }
    }

    /// Whether the same follows from both for a subject of both, whatever their reasons.
    #[must_use]
    pub fn agrees(&self, other: &Self, subject: &Subject) -> bool {
        match subject {
            Subject::Claim(..) => {
                let unit = |one: &Self| one.unit_is.as_ref().map(|one| one.unit.clone());
                unit(self) == unit(other)
            }
            Subject::Choice(_) => {
                let files = |one: &Self| one.choice.as_ref().map(Choice::keys);
                files(self) == files(other)
            }
            Subject::LeftOut(_) => true,
            Subject::Term(_) => {
                let term = |one: &Self| one.term.as_ref().map(|term| (term.until.clone(), term.excused));
                term(self) == term(other)
            }
            Subject::ArrivalOfFile(_) | Subject::ArrivalOfUnit(_) | Subject::Report(_) => {
                self.says_the_same(other, subject)
            }
        }
    }
}

impl Choice {
    /// The keys of the files that count, in order.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = self.files.iter().map(FileRef::key).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

impl Decisions {
    /// Takes a decision in. It takes the place of whatever was decided about the same.
    pub fn decide(&mut self, mut decision: Decision) {
        let replaced: Vec<String> = self.about(&decision).map(|other| other.id.clone()).collect();
        decision.replaces.extend(replaced);
        decision.replaces.sort_unstable();
        decision.replaces.dedup();
        self.list.push(decision);
    }

    /// The decisions that are about something that this one is about too.
    pub fn about(&self, decision: &Decision) -> impl Iterator<Item = &Decision> {
        let (subjects, parts) = (decision.subjects(), decision.parts());
        let is_of_kind = move |other: &&Decision| other.parts().iter().zip(parts).any(|(one, two)| *one && two);
        let is_about_one =
            move |other: &&Decision| other.subjects().iter().any(|one| subjects.binary_search(one).is_ok());
        // Subjects are made anew for each, of which there are thousands: first what can be told without.
        self.list.iter().filter(is_of_kind).filter(is_about_one)
    }

    /// Puts a decision in the place of whatever has its id.
    pub fn put(&mut self, decision: Decision) {
        self.list.retain(|other| other.id != decision.id);
        self.list.push(decision);
    }

    /// Takes in another officer's decisions. None is lost: two of one id that are not the same are both kept, and are a conflict.
    /// Whichever of the two takes in the other, the same comes of it. What either has removed stays removed.
    pub fn join(&mut self, other: Self) {
        if self.list.is_empty() {
            self.list = other.list;
        } else if !other.list.is_empty() {
            let text = |decision: &Decision| json::canonical(&json::written(decision.clone()));
            let all = std::mem::take(&mut self.list).into_iter().chain(other.list);
            let mut all: Vec<(String, String, Decision)> =
                all.map(|decision| (decision.id.clone(), text(&decision), decision)).collect();
            all.sort_unstable_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
            all.dedup_by(|one, other| one.1 == other.1);
            self.list = all.into_iter().map(|(_, _, decision)| decision).collect();
        }
        let removed = self.list.iter().filter(|decision| decision.is_removed());
        let removed: BTreeSet<String> = removed.map(|decision| decision.id.clone()).collect();
        self.list.retain(|decision| decision.is_removed() || !removed.contains(&decision.id));
        for (key, value) in other.unknown.0 {
            if !self.unknown.0.contains_key(&key) {
                self.unknown.0.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests;
