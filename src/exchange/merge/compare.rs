//! The comparison, and the merge by the person's choices.

use super::{ANSWER_FIELDS, Choice, Choices, Difference, Kind, Part, Summary, align, general_fields, join, newer};
use crate::domain::assessment::{Answer, Assessment, RequirementId, SelfRating};
use crate::domain::field::{EvidenceField, Field};
use crate::json::Unknown;

/// A file's assessment beside the unit's draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The draft's assessment.
    pub mine: Assessment,
    /// The file's, with the draft's ids where both have the same row.
    pub theirs: Assessment,
    /// Where they differ: the general part, then the requirements in the order of their ids, then the register.
    pub differences: Vec<Difference>,
    /// How many places both have filled alike.
    pub same: usize,
}

impl Comparison {
    /// Compares. Of a file that covers some requirements only, nothing else is looked at.
    #[must_use]
    pub fn of(mine: &Assessment, theirs: &Assessment) -> Self {
        let theirs = align::aligned(mine, theirs);
        let mut found = Self { mine: mine.clone(), theirs, differences: Vec::new(), same: 0 };
        if found.is_whole() {
            general_fields().for_each(|field| found.text(field));
            let blank = SelfRating::default();
            let (mine, theirs) = (level(&found.mine.self_rating), level(&found.theirs.self_rating));
            found.note(Part::SelfRating, mine == level(&blank), theirs == level(&blank), mine == theirs);
        }
        found.tasks();
        for requirement in found.requirements() {
            found.answer(&requirement);
        }
        found.register();
        found.newer();
        found
    }

    /// Whether the file speaks of everything.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.theirs.covered().is_empty()
    }

    fn requirements(&self) -> Vec<RequirementId> {
        if self.is_whole() {
            let mine: Vec<String> = self.mine.answers.keys().cloned().collect();
            let theirs: Vec<String> = self.theirs.answers.keys().cloned().collect();
            let mut all: Vec<String> = Vec::new();
            for id in join::ids(&mine, &theirs) {
                all.insert(all.partition_point(|other| *other < id), id);
            }
            return all;
        }
        self.theirs.covered().to_vec()
    }

    /// Notes how the two compare at a place.
    fn note(&mut self, part: Part, mine_is_blank: bool, theirs_is_blank: bool, is_same: bool) {
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

    fn text(&mut self, field: Field) {
        let (mine, theirs) = (self.mine.text(&field), self.theirs.text(&field));
        self.note(Part::Text(field), mine.is_empty(), theirs.is_empty(), mine == theirs);
    }

    fn tasks(&mut self) {
        for task in join::ids(&self.mine.opted_in, &self.theirs.opted_in) {
            let (mine, theirs) = (self.mine.opted_in.contains(&task), self.theirs.opted_in.contains(&task));
            if theirs || self.is_whole() {
                self.note(Part::OptIn(task), !mine, !theirs, mine && theirs);
            }
        }
    }

    fn answer(&mut self, requirement: &RequirementId) {
        let answer = |of: &Assessment| of.answers.get(requirement).cloned().unwrap_or_default();
        let (mine, theirs) = (answer(&self.mine), answer(&self.theirs));
        let part = Part::Status(requirement.clone());
        self.note(part, mine.status.is_none(), theirs.status.is_none(), mine.status == theirs.status);
        for field in ANSWER_FIELDS {
            self.text(Field::Answer(requirement.clone(), field));
        }
        let is_same = join::ids(&mine.evidence, &theirs.evidence).len() == mine.evidence.len()
            && join::ids(&theirs.evidence, &mine.evidence).len() == theirs.evidence.len();
        self.note(Part::Picks(requirement.clone()), mine.evidence.is_empty(), theirs.evidence.is_empty(), is_same);
        let is_same = mine.next_steps.len() == theirs.next_steps.len()
            && mine.next_steps.iter().zip(&theirs.next_steps).all(|(one, other)| align::is_same_step(one, other));
        self.note(Part::Steps(requirement.clone()), mine.next_steps.is_empty(), theirs.next_steps.is_empty(), is_same);
    }

    fn register(&mut self) {
        let ids = |of: &Assessment| of.evidence.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>();
        let (mine, theirs) = (ids(&self.mine), ids(&self.theirs));
        for id in join::ids(&mine, &theirs) {
            match (mine.contains(&id), theirs.contains(&id)) {
                (true, true) => {
                    EvidenceField::ALL.into_iter().for_each(|field| self.text(Field::Evidence(id.clone(), field)));
                }
                (false, _) => self.note(Part::Entry(id), true, false, false),
                _ if self.is_whole() => self.note(Part::Entry(id), false, true, false),
                _ => {}
            }
        }
    }

    fn newer(&mut self) {
        let (mut mine, theirs) = (newer::unknown_of(&self.mine), self.newer_of_theirs());
        if !self.is_whole() {
            mine.retain(|(keys, _)| theirs.iter().any(|(there, _)| there == keys));
        }
        let is_same = mine.len() == theirs.len() && mine.iter().all(|part| theirs.contains(part));
        self.note(Part::Newer, mine.is_empty(), theirs.is_empty(), is_same);
    }

    /// What a newer version wrote into the part of the file that is looked at.
    fn newer_of_theirs(&self) -> Vec<(Vec<String>, Unknown)> {
        let mut all = newer::unknown_of(&self.theirs);
        if !self.is_whole() {
            all.retain(|(keys, _)| keys.first().is_some_and(|key| key == "answers" || key == "evidence"));
        }
        all
    }

    /// What a merge by these choices will do.
    #[must_use]
    pub fn summary(&self, choices: &Choices) -> Summary {
        let mut summary = Summary::default();
        for difference in &self.differences {
            let count = match (choices.of(difference), difference.kind) {
                (Choice::Mine, _) => &mut summary.kept,
                (Choice::Both, _) => &mut summary.joined,
                (Choice::Theirs, Kind::OnlyThere) => &mut summary.added,
                (Choice::Theirs, Kind::OnlyHere) => &mut summary.removed,
                (Choice::Theirs, Kind::Different) => &mut summary.replaced,
            };
            *count += 1;
        }
        summary
    }

    /// The draft's assessment after the merge. Above what a joined text has from the file stands `mark`, a line. An entry
    /// of the register stays, and comes in, for as long as a requirement refers to it.
    #[must_use]
    pub fn merged(&self, choices: &Choices, mark: &str) -> Assessment {
        let mut merged = self.mine.clone();
        let mut leaving: Vec<String> = Vec::new();
        let mut coming: Vec<String> = Vec::new();
        let mut newer = Choice::Mine;
        for difference in &self.differences {
            match (choices.of(difference), &difference.part) {
                (choice, Part::Newer) => newer = choice,
                (Choice::Mine, _) => {}
                (_, Part::Entry(id)) if difference.kind == Kind::OnlyHere => leaving.push(id.clone()),
                (_, Part::Entry(id)) => coming.push(id.clone()),
                (choice, part) => self.put(&mut merged, part, choice == Choice::Both, mark),
            }
        }
        if merged != self.mine || newer != Choice::Mine || !leaving.is_empty() || !coming.is_empty() {
            self.settle_register(&mut merged, &leaving, &coming);
            newer::merge(&mut merged, &self.newer_of_theirs(), newer, self.is_whole());
            merged.answers.retain(|id, answer| *answer != Answer::default() || self.mine.answers.contains_key(id));
            // Ids count up with the edits, and edits of both sides are in it now.
            merged.revision = merged.revision.max(self.theirs.revision);
        }
        merged
    }

    /// Puts the file's value, or both, in its place.
    fn put(&self, merged: &mut Assessment, part: &Part, both: bool, mark: &str) {
        let blank = Answer::default();
        let theirs_of = |requirement: &RequirementId| self.theirs.answers.get(requirement).unwrap_or(&blank);
        match part {
            Part::Text(field) => {
                let (mine, mut text) = (merged.text(field), self.theirs.text(field));
                if both {
                    text = join::texts(field, &mine, &text, mark);
                }
                merged.set_text(field, &text);
            }
            Part::Status(requirement) => {
                merged.answers.or_default(requirement.clone()).status = theirs_of(requirement).status;
            }
            Part::Picks(requirement) => {
                let (own, theirs) =
                    (&mut merged.answers.or_default(requirement.clone()).evidence, theirs_of(requirement));
                *own = if both { join::ids(own, &theirs.evidence) } else { theirs.evidence.clone() };
            }
            Part::Steps(requirement) => {
                let own = &mut merged.answers.or_default(requirement.clone()).next_steps;
                let theirs = &theirs_of(requirement).next_steps;
                *own = if both { join::steps(own, theirs) } else { theirs.clone() };
            }
            Part::OptIn(task) => {
                merged.opted_in.retain(|other| other != task);
                if self.theirs.opted_in.contains(task) {
                    let at = merged.opted_in.partition_point(|other| other < task);
                    merged.opted_in.insert(at, task.clone());
                }
            }
            Part::SelfRating => {
                let theirs = self.theirs.self_rating.clone();
                merged.self_rating = SelfRating { unknown: merged.self_rating.unknown.clone(), ..theirs };
            }
            Part::Entry(_) | Part::Newer => {}
        }
    }

    fn settle_register(&self, merged: &mut Assessment, leaving: &[String], coming: &[String]) {
        let used: Vec<String> = merged.answers.values().flat_map(|answer| answer.evidence.clone()).collect();
        let wanted = |id: &String, list: &[String]| list.contains(id) || used.contains(id);
        merged.evidence.retain(|entry| !leaving.contains(&entry.id) || used.contains(&entry.id));
        for entry in &self.theirs.evidence {
            if merged.evidence_by_id(&entry.id).is_none() && wanted(&entry.id, coming) {
                merged.evidence.push(entry.clone());
            }
        }
        let Assessment { answers, evidence, .. } = merged;
        for answer in answers.values_mut() {
            answer.evidence.retain(|id| evidence.iter().any(|entry| entry.id == *id));
        }
    }
}

fn level(rating: &SelfRating) -> (&str, &str) {
    if rating.level.is_empty() { ("", "") } else { (&rating.scale, &rating.level) }
}
