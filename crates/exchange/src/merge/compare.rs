//! The comparison of a file's assessment with the unit's draft.

use super::{ANSWER_FIELDS, Choices, Difference, Kind, MergeChoice, MergePart, Summary, align, general_fields, newer};
use domain::assessment::{Answer, Assessment, Evidence, RequirementId, SelfRating};
use domain::changes::replies;
use domain::field::{EvidenceField, Field};
use domain::ids::{Ids, once};

/// A file's assessment beside the unit's draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The draft's assessment.
    pub mine: Assessment,
    /// The file's, with the draft's ids where both have the same row.
    pub theirs: Assessment,
    /// Where they differ: the general part, then the requirements in the order of their ids, then the register.
    pub differences: Vec<Difference>,
    /// In how many places both have the same content.
    pub same: usize,
    is_whole: bool,
}

impl Comparison {
    /// Compares. If the file covers only some requirements, nothing else is compared.
    #[must_use]
    pub fn of(mine: &Assessment, theirs: &Assessment) -> Self {
        let theirs = align::aligned(mine, theirs);
        let is_whole = theirs.covered().is_empty();
        let mut found = Comparing { mine, theirs: &theirs, is_whole, differences: Vec::new(), same: 0 };
        found.everything();
        let Comparing { differences, same, .. } = found;
        Self { mine: mine.clone(), theirs, differences, same, is_whole }
    }

    /// Whether the file covers everything.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// What a merge by these choices will do.
    #[must_use]
    pub fn summary(&self, choices: &Choices) -> Summary {
        let mut summary = Summary::default();
        for difference in &self.differences {
            let count = match (choices.of(difference), difference.kind) {
                (MergeChoice::Mine, _) => &mut summary.kept,
                (MergeChoice::Both, _) => &mut summary.joined,
                (MergeChoice::Theirs, Kind::OnlyThere) => &mut summary.added,
                (MergeChoice::Theirs, Kind::OnlyHere) => &mut summary.removed,
                (MergeChoice::Theirs, Kind::Different) => &mut summary.replaced,
            };
            *count += 1;
        }
        summary
    }
}

/// What is found during the comparison.
struct Comparing<'a> {
    mine: &'a Assessment,
    theirs: &'a Assessment,
    is_whole: bool,
    differences: Vec<Difference>,
    same: usize,
}

impl<'a> Comparing<'a> {
    fn everything(&mut self) {
        if self.is_whole {
            general_fields().for_each(|field| {
                let (mine, theirs) = (self.mine.text(&field), self.theirs.text(&field));
                self.text(field, &mine, &theirs);
            });
            self.replies();
            self.proposals();
            let blank = SelfRating::default();
            let (mine, theirs) = (level(&self.mine.self_rating), level(&self.theirs.self_rating));
            self.note(MergePart::SelfRating, mine == level(&blank), theirs == level(&blank), mine == theirs);
        }
        self.tasks();
        let blank = Answer::default();
        for requirement in self.requirements() {
            self.answer(requirement, &blank);
        }
        self.register();
        self.newer();
    }

    fn requirements(&self) -> Vec<&'a RequirementId> {
        if !self.is_whole {
            return once(self.theirs.covered());
        }
        let mine = &self.mine.answers;
        let mut all: Vec<&String> = mine.keys().collect();
        let others = all.len();
        all.extend(self.theirs.answers.keys().filter(|id| !mine.contains_key(id)));
        if others > 0 && others < all.len() {
            all.sort_unstable();
        }
        all
    }

    /// Notes how the two compare at a place.
    fn note(&mut self, part: MergePart, mine_is_blank: bool, theirs_is_blank: bool, is_same: bool) {
        let kind = match (mine_is_blank, theirs_is_blank) {
            (true, true) => return,
            _ if is_same => {
                self.same += 1;
                return;
            }
            (true, false) => Kind::OnlyThere,
            (false, true) => Kind::OnlyHere,
            (false, false) => Kind::Different,
        };
        self.differences.push(Difference { part, kind });
    }

    fn text(&mut self, field: Field, mine: &str, theirs: &str) {
        self.note(MergePart::Text(field), mine.is_empty(), theirs.is_empty(), mine == theirs);
    }

    fn replies(&mut self) {
        for field in replies(self.mine, self.theirs) {
            self.text(field.clone(), &self.mine.text(&field), &self.theirs.text(&field));
        }
    }

    fn proposals(&mut self) {
        let (own, others) = (&self.mine.proposals, &self.theirs.proposals);
        let is_same =
            own.len() == others.len() && own.iter().zip(others).all(|(one, other)| align::is_same_proposal(one, other));
        self.note(MergePart::Proposals, own.is_empty(), others.is_empty(), is_same);
    }

    fn tasks(&mut self) {
        let (own, others) = (&self.mine.opted_in, &self.theirs.opted_in);
        let (mine, theirs) = (Ids::of(own), Ids::of(others));
        let new = once(others).into_iter().filter(|task| !mine.has(task));
        for task in once(own).into_iter().chain(new) {
            let (mine, theirs) = (mine.has(task), theirs.has(task));
            if theirs || self.is_whole {
                self.note(MergePart::OptIn(task.clone()), !mine, !theirs, mine && theirs);
            }
        }
    }

    fn answer(&mut self, requirement: &RequirementId, blank: &Answer) {
        let mine = self.mine.answers.get(requirement).unwrap_or(blank);
        let theirs = self.theirs.answers.get(requirement).unwrap_or(blank);
        let part = MergePart::Status(requirement.clone());
        self.note(part, mine.status.is_none(), theirs.status.is_none(), mine.status == theirs.status);
        for field in ANSWER_FIELDS {
            self.text(Field::Answer(requirement.clone(), field), mine.text(field), theirs.text(field));
        }
        let (own, others) = (&mine.evidence, &theirs.evidence);
        let is_same = own == others || (Ids::of(own).has_all(others) && Ids::of(others).has_all(own));
        self.note(MergePart::Picks(requirement.clone()), own.is_empty(), others.is_empty(), is_same);
        let (own, others) = (&mine.next_steps, &theirs.next_steps);
        let is_same =
            own.len() == others.len() && own.iter().zip(others).all(|(one, other)| align::is_same_step(one, other));
        self.note(MergePart::Steps(requirement.clone()), own.is_empty(), others.is_empty(), is_same);
    }

    fn register(&mut self) {
        let (own, others) = (&self.mine.evidence, &self.theirs.evidence);
        let (mine, theirs) = (by_id(own), by_id(others));
        for (at, entry) in own.iter().enumerate() {
            if mine.first(&entry.id) != Some(at) {
                continue;
            }
            match theirs.first(&entry.id).and_then(|at| others.get(at)) {
                Some(other) => {
                    for field in EvidenceField::ALL {
                        self.text(Field::Evidence(entry.id.clone(), field), &entry.text(field), &other.text(field));
                    }
                }
                None if self.is_whole => self.note(MergePart::Entry(entry.id.clone()), false, true, false),
                None => {}
            }
        }
        for (at, entry) in others.iter().enumerate() {
            if !mine.has(&entry.id) && theirs.first(&entry.id) == Some(at) {
                self.note(MergePart::Entry(entry.id.clone()), true, false, false);
            }
        }
    }

    fn newer(&mut self) {
        let (mut mine, theirs) = (newer::unknown_of(self.mine), newer::of_file(self.theirs, self.is_whole));
        let paths = newer::paths(&theirs);
        let there = Ids::of(&paths);
        if !self.is_whole {
            mine.retain(|part| there.has(&part.path()));
        }
        let is_there = |part: &newer::UnknownPart| {
            let other = there.first(&part.path()).and_then(|at| theirs.get(at));
            other.is_some_and(|other| other.unknown == part.unknown)
        };
        let is_same = mine.len() == theirs.len() && mine.iter().all(is_there);
        self.note(MergePart::Newer, mine.is_empty(), theirs.is_empty(), is_same);
    }
}

/// The rows of a register by their ids.
pub(super) fn by_id(register: &[Evidence]) -> Ids<'_> {
    Ids::of(register.iter().map(|entry| &entry.id))
}

fn level(rating: &SelfRating) -> (&str, &str) {
    if rating.level.is_empty() { ("", "") } else { (&rating.scale, &rating.level) }
}

#[cfg(test)]
mod tests;
