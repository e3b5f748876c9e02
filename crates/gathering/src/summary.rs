//! The numbers of the board (số liệu tổng hợp): for each requirement and group, with the units that each number counts.
//!
//! A summary can be made of any share of the units, anywhere. Merging summaries gives the same result in every order and grouping,
//! so units can be counted on several threads or machines. Each unit belongs in one share, with everything of it that counts. A
//! unit that is in two shares with the same answers is counted once.

use crate::basis::Basis;
use crate::facts::{AnswerFacts, Facts};
use crate::percent::Percent;
use crate::received::Received;
use crate::standing::Standing;
use crate::step_state::StepState;
use crate::unit_counts::UnitCounts;
use crate::unit_set::UnitSet;
use crate::units::Units;
use domain::assessment::Status;
use domain::date::Date;
use domain::directive::Directive;
use domain::ids::Ids;
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// What counts of one unit.
#[derive(Clone, Debug)]
pub struct Counted<'a> {
    /// The unit, by its place in the rows.
    pub unit: u32,
    /// Its group.
    pub group: u32,
    /// Its id in the roster, by which the directive may name it; empty where it is not there.
    pub roster_id: &'a str,
    /// What it says: one assessment, or the parts of one.
    pub facts: Vec<&'a Facts>,
}

impl Counted<'_> {
    /// The requirements in its scope. A part of a report may answer what another part says that the unit takes part in.
    #[must_use]
    pub fn scope(&self, basis: &Basis<'_>) -> UnitSet {
        let opted_in: Vec<String> = self.facts.iter().flat_map(|facts| facts.opted_in.iter().cloned()).collect();
        basis.in_scope(self.roster_id, &opted_in)
    }
}

/// What counts of all units.
#[must_use]
pub fn counted<'a, One: Borrow<Received>>(
    received: &'a [One],
    standing: &Standing,
    units: &'a Units,
) -> Vec<Counted<'a>> {
    let of_row = |((unit, row), files): ((u32, &crate::units::Row), &crate::standing::RowStanding)| {
        let owner = standing.owners.get(*files.counting.first()? as usize).copied().flatten();
        let facts = files.counting.iter().filter_map(|at| Some(&received.get(*at as usize)?.borrow().facts)).collect();
        Some(Counted { unit, group: row.group, roster_id: units.roster_id(owner), facts })
    };
    (0..).zip(&units.rows).zip(&standing.rows).filter_map(of_row).collect()
}

/// The numbers of some units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The units that are counted.
    pub units: UnitSet,
    /// By requirement, by its place in the directive, and by group.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Proposals (đề xuất, kiến nghị) by level, by its place in the directive, and by group. What names no level of the directive is
    /// open, and stands at the place after the last.
    pub proposals: BTreeMap<(u32, u32), UnitCounts>,
}

/// What the units of a group say of a requirement: only those in whose scope it lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Đã thực hiện.
    pub done: UnitSet,
    /// Đang thực hiện.
    pub in_progress: UnitSet,
    /// Chưa thực hiện.
    pub not_started: UnitSet,
    /// Without a status (chưa trả lời).
    pub unanswered: UnitSet,
    /// Out of scope by the unit's own statement (tự xác định không thuộc phạm vi); in no denominator.
    pub out_of_scope: UnitSet,
    /// Those that tell of limitations or difficulties (hạn chế, khó khăn).
    pub limitations: UnitSet,
    /// Those that tell of objective causes (nguyên nhân khách quan).
    pub objective_causes: UnitSet,
    /// Those that tell of subjective causes (nguyên nhân chủ quan).
    pub subjective_causes: UnitSet,
    /// Next steps (nhiệm vụ, giải pháp) that are done.
    pub steps_done: UnitCounts,
    /// Those that are not done and were due before the cut-off day (quá hạn).
    pub steps_overdue: UnitCounts,
    /// Those that are not done and are not overdue.
    pub steps_open: UnitCounts,
    /// Those that are not done and have no day.
    pub steps_undated: UnitCounts,
}

impl Cell {
    /// In how many units' scope the requirement lies: done, in progress, not started and unanswered together.
    #[must_use]
    pub fn in_scope(&self) -> u32 {
        self.done.len() + self.in_progress.len() + self.not_started.len() + self.unanswered.len()
    }

    /// How many of those have done it; none where it is in nobody's scope.
    #[must_use]
    pub fn rate_done(&self) -> Option<Percent> {
        Percent::of(self.done.len(), self.in_scope())
    }

    /// All next steps.
    #[must_use]
    pub fn steps(&self) -> u32 {
        let all = [&self.steps_done, &self.steps_overdue, &self.steps_open, &self.steps_undated];
        all.into_iter().fold(0, |sum, tally| sum.saturating_add(tally.total()))
    }

    /// Takes in all of another one.
    pub fn merge(&mut self, other: &Self) {
        self.done.union(&other.done);
        self.in_progress.union(&other.in_progress);
        self.not_started.union(&other.not_started);
        self.unanswered.union(&other.unanswered);
        self.out_of_scope.union(&other.out_of_scope);
        self.limitations.union(&other.limitations);
        self.objective_causes.union(&other.objective_causes);
        self.subjective_causes.union(&other.subjective_causes);
        self.steps_done.merge(&other.steps_done);
        self.steps_overdue.merge(&other.steps_overdue);
        self.steps_open.merge(&other.steps_open);
        self.steps_undated.merge(&other.steps_undated);
    }

    fn count(&mut self, unit: u32, answer: Option<&AnswerFacts>, cut_off: Option<Date>) {
        let status = answer.and_then(|answer| answer.status);
        let units = match status {
            Some(Status::Done) => &mut self.done,
            Some(Status::InProgress) => &mut self.in_progress,
            Some(Status::NotStarted) => &mut self.not_started,
            Some(Status::OutOfScope) => &mut self.out_of_scope,
            None => &mut self.unanswered,
        };
        units.insert(unit);
        // Whatever else stands there was written before the unit said that it does not concern it.
        let Some(answer) = answer.filter(|_| status != Some(Status::OutOfScope)) else { return };
        for (is_told, units) in [
            (answer.has_limitations, &mut self.limitations),
            (answer.has_objective_causes, &mut self.objective_causes),
            (answer.has_subjective_causes, &mut self.subjective_causes),
        ] {
            if is_told {
                units.insert(unit);
            }
        }
        let (mut done, mut overdue, mut open, mut undated) = (0, 0, 0, 0);
        for step in &answer.steps {
            *match StepState::of(step.due, step.is_done, cut_off) {
                StepState::Done => &mut done,
                StepState::Overdue => &mut overdue,
                StepState::Open => &mut open,
                StepState::Undated => &mut undated,
            } += 1;
        }
        self.steps_done.note(unit, done);
        self.steps_overdue.note(unit, overdue);
        self.steps_open.note(unit, open);
        self.steps_undated.note(unit, undated);
    }
}

impl Summary {
    /// The numbers of these units.
    #[must_use]
    pub fn of(counted: &[Counted<'_>], basis: &Basis<'_>) -> Self {
        let mut summary = Self::default();
        let levels = Ids::of(basis.directive.proposal_levels.iter().map(|level| &level.id));
        for one in counted {
            summary.count(one, basis, &levels);
        }
        summary
    }

    fn count(&mut self, one: &Counted<'_>, basis: &Basis<'_>, levels: &Ids<'_>) {
        self.units.insert(one.unit);
        let answers: Vec<&AnswerFacts> = one.facts.iter().flat_map(|facts| &facts.answers).collect();
        let ids = Ids::of(answers.iter().map(|answer| &answer.requirement));
        let requirements = requirement_ids(basis.directive);
        for requirement in one.scope(basis).iter() {
            let Some(id) = requirements.get(requirement as usize) else { continue };
            let answer = ids.first(id).and_then(|at| answers.get(at)).copied();
            self.cells.entry((requirement, one.group)).or_default().count(one.unit, answer, basis.cut_off);
        }
        let mut proposals: BTreeMap<u32, u32> = BTreeMap::new();
        for to in one.facts.iter().flat_map(|facts| &facts.proposals) {
            let level = levels.first(to).unwrap_or(basis.directive.proposal_levels.len());
            *proposals.entry(u32::try_from(level).unwrap_or(u32::MAX)).or_default() += 1;
        }
        for (level, count) in proposals {
            self.proposals.entry((level, one.group)).or_default().note(one.unit, count);
        }
    }

    /// Takes in the numbers of other units. An empty summary changes nothing.
    pub fn merge(&mut self, other: &Self) {
        self.units.union(&other.units);
        for (place, cell) in &other.cells {
            self.cells.entry(*place).or_default().merge(cell);
        }
        for (place, tally) in &other.proposals {
            self.proposals.entry(*place).or_default().merge(tally);
        }
    }

    /// What the units of one group, or of all, say of a requirement.
    #[must_use]
    pub fn cell(&self, requirement: u32, group: Option<u32>) -> Cell {
        let mut all = Cell::default();
        let of_requirement = self.cells.range((requirement, 0)..=(requirement, u32::MAX));
        for (_, cell) in of_requirement.filter(|((_, other), _)| group.is_none_or(|group| group == *other)) {
            all.merge(cell);
        }
        all
    }

    /// The proposals to a level, of all groups. The level after the last has those that are open.
    #[must_use]
    pub fn proposals_to(&self, level: u32) -> UnitCounts {
        let mut all = UnitCounts::default();
        for (_, tally) in self.proposals.range((level, 0)..=(level, u32::MAX)) {
            all.merge(tally);
        }
        all
    }
}

fn requirement_ids(directive: &Directive) -> Vec<&str> {
    directive.requirements().map(|(_, requirement)| requirement.id.as_str()).collect()
}

#[cfg(test)]
mod tests;
