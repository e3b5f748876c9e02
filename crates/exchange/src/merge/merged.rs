//! Merges two assessments as the person has chosen.

use super::compare::{Comparison, by_id};
use super::{Choices, Kind, MergeChoice, MergePart, join, newer};
use domain::assessment::{Answer, Assessment, RequirementId, SelfRating};
use domain::field::Field;
use domain::ids::Ids;

impl Comparison {
    /// The draft's assessment after the merge. Above what a joined text has from the file stands `mark`, a line. An entry
    /// of the register stays, and comes in, for as long as a requirement refers to it.
    #[must_use]
    pub fn merged(&self, choices: &Choices, mark: &str) -> Assessment {
        let mut merged = self.mine.clone();
        merged.answers.fill(self.theirs.answers.keys());
        let rows = (by_id(&self.mine.evidence), by_id(&self.theirs.evidence));
        let (mut leaving, mut coming, mut turned) = (Vec::new(), Vec::new(), Vec::new());
        let mut newer = MergeChoice::Mine;
        for difference in &self.differences {
            let choice = choices.of(difference);
            match &difference.part {
                MergePart::Newer => newer = choice,
                _ if choice == MergeChoice::Mine => {}
                MergePart::Entry(id) if difference.kind == Kind::OnlyHere => leaving.push(id),
                MergePart::Entry(id) => coming.push(id),
                MergePart::OptIn(task) => turned.push(task),
                part => self.put(&mut merged, &rows, part, (choice == MergeChoice::Both).then_some(mark)),
            }
        }
        self.turn(&mut merged, &turned);
        let settle = |merged: &mut Assessment| {
            merged.answers.retain(|id, answer| *answer != Answer::default() || self.mine.answers.contains_key(id));
        };
        settle(&mut merged);
        if merged != self.mine || newer != MergeChoice::Mine || !leaving.is_empty() || !coming.is_empty() {
            self.settle_register(&mut merged, &Ids::of(leaving), &Ids::of(coming));
            newer::merge(&mut merged, &newer::of_file(&self.theirs, self.is_whole()), newer, self.is_whole());
            settle(&mut merged);
            // Ids count up with the edits, and edits of both sides are in it now.
            merged.revision = merged.revision.max(self.theirs.revision);
        }
        merged
    }

    /// Puts the file's value in its place, or both, where there is a mark for that. `rows` are those of the two registers.
    fn put(&self, merged: &mut Assessment, rows: &(Ids<'_>, Ids<'_>), part: &MergePart, both: Option<&str>) {
        let blank = Answer::default();
        let theirs_of = |requirement: &RequirementId| self.theirs.answers.get(requirement).unwrap_or(&blank);
        let joined = |field: &Field, mine: &str, theirs: String| match both {
            Some(mark) => join::texts(field, mine, &theirs, mark),
            None => theirs,
        };
        match part {
            MergePart::Text(field @ Field::Evidence(id, of)) => {
                let own = rows.0.first(id).and_then(|at| merged.evidence.get_mut(at));
                let other = rows.1.first(id).and_then(|at| self.theirs.evidence.get(at));
                if let (Some(own), Some(other)) = (own, other) {
                    let text = joined(field, &own.text(*of), other.text(*of));
                    own.set_text(*of, &text);
                }
            }
            MergePart::Text(field) => {
                let text = joined(field, &merged.text(field), self.theirs.text(field));
                merged.set_text(field, &text);
            }
            MergePart::Status(requirement) => {
                merged.answers.or_default(requirement.clone()).status = theirs_of(requirement).status;
            }
            MergePart::Picks(requirement) => {
                let (own, theirs) =
                    (&mut merged.answers.or_default(requirement.clone()).evidence, &theirs_of(requirement).evidence);
                *own = if both.is_some() { join::ids(own, theirs) } else { theirs.clone() };
            }
            MergePart::Steps(requirement) => {
                let own = &mut merged.answers.or_default(requirement.clone()).next_steps;
                let theirs = &theirs_of(requirement).next_steps;
                *own = if both.is_some() { join::steps(own, theirs) } else { theirs.clone() };
            }
            MergePart::Proposals => {
                let (own, theirs) = (&mut merged.proposals, &self.theirs.proposals);
                *own = if both.is_some() { join::proposals(own, theirs) } else { theirs.clone() };
            }
            MergePart::SelfRating => {
                let theirs = self.theirs.self_rating.clone();
                merged.self_rating = SelfRating { unknown: merged.self_rating.unknown.clone(), ..theirs };
            }
            MergePart::OptIn(_) | MergePart::Entry(_) | MergePart::Newer => {}
        }
    }

    /// Takes over from the file which tasks the unit takes part in.
    fn turn(&self, merged: &mut Assessment, tasks: &[&String]) {
        if tasks.is_empty() {
            return;
        }
        let (turned, theirs) = (Ids::of(tasks.iter().copied()), Ids::of(&self.theirs.opted_in));
        let kept = merged.opted_in.iter().filter(|task| !turned.has(task));
        let mut all: Vec<&String> = kept.chain(tasks.iter().copied().filter(|task| theirs.has(task))).collect();
        all.sort_unstable();
        merged.opted_in = all.into_iter().cloned().collect();
    }

    fn settle_register(&self, merged: &mut Assessment, leaving: &Ids<'_>, coming: &Ids<'_>) {
        let Assessment { answers, evidence, .. } = merged;
        let used = Ids::of(answers.values().flat_map(|answer| &answer.evidence));
        evidence.retain(|entry| !leaving.has(&entry.id) || used.has(&entry.id));
        let new = {
            let known = by_id(evidence);
            let is_new = |id: &String| !known.has(id) && (coming.has(id) || used.has(id));
            self.theirs.evidence.iter().filter(|entry| is_new(&entry.id)).cloned().collect::<Vec<_>>()
        };
        evidence.extend(new);
        let known = by_id(evidence);
        for answer in answers.values_mut() {
            answer.evidence.retain(|id| known.has(id));
        }
    }
}
