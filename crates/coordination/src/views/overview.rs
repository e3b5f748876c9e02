//! The first screen (toàn cảnh): who has sent a report, and how far each requirement has come.

use super::waiting::{WaitsFor, waiting};
use crate::model::{Model, Open};
use gathering::measures::Measure;
use gathering::percent::Percent;
use gathering::register::{RegisterLine, Timing};
use gathering::summary::Cell;

/// The first screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The gathering's id.
    pub id: String,
    /// Whether anything was received yet.
    pub is_empty: bool,
    /// The first of those who have not reported, and how many there are beyond.
    pub missing: Vec<(String, String)>,
    /// How many more have not reported.
    pub more_missing: usize,
    /// The measures of each group that is to report.
    pub groups: Vec<GroupMeasure>,
    /// Of all.
    pub all: Measure,
    /// What waits for a decision.
    pub waiting: Vec<(WaitsFor, usize)>,
    /// The tasks, each with how many requirements it has.
    pub tasks: Vec<(String, usize)>,
    /// The requirements, with the numbers of all groups.
    pub requirements: Vec<RequirementNumbers>,
    /// Groups × requirements.
    pub matrix: Vec<MatrixRow>,
}

/// The measures of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupMeasure {
    /// The group's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its measures.
    pub measure: Measure,
}

/// What units say of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementNumbers {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The numbers.
    pub numbers: Numbers,
}

/// A group's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// The group's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The numbers by requirement.
    pub cells: Vec<Numbers>,
}

/// How many units say what, in the fixed order: done, in progress, not started, unanswered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Đã thực hiện.
    pub done: u32,
    /// Đang thực hiện.
    pub in_progress: u32,
    /// Chưa thực hiện.
    pub not_started: u32,
    /// Chưa trả lời.
    pub unanswered: u32,
    /// With limitations or difficulties (hạn chế, khó khăn).
    pub limitations: u32,
}

impl Numbers {
    fn of(cell: &Cell) -> Self {
        Self {
            done: cell.done.len(),
            in_progress: cell.in_progress.len(),
            not_started: cell.not_started.len(),
            unanswered: cell.unanswered.len(),
            limitations: cell.limitations.len(),
        }
    }

    /// In how many units' scope the requirement lies.
    #[must_use]
    pub fn in_scope(&self) -> u32 {
        self.done + self.in_progress + self.not_started + self.unanswered
    }

    /// The rate of those that have done it; none where it is in nobody's scope.
    #[must_use]
    pub fn rate(&self) -> Option<Percent> {
        Percent::of(self.done, self.in_scope())
    }

    /// The four numbers in their order.
    #[must_use]
    pub fn in_order(&self) -> [u32; 4] {
        [self.done, self.in_progress, self.not_started, self.unanswered]
    }
}

/// So many of those who have not reported are named on the first screen.
const NAMED: usize = 12;

impl Overview {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let (count, directive) = (&open.count, &model.directive);
        let groups = || count.units.groups.iter().zip(0..);
        let measured = count.units.groups.iter().zip(&count.measures.groups);
        let requirements = || (0_u32..).zip(directive.requirements());
        let missing: Vec<&RegisterLine> = count.register.iter().filter(|line| is_missing(line)).collect();
        Some(Self {
            id: open.settings.id.clone(),
            is_empty: open.things.is_empty(),
            missing: missing.iter().take(NAMED).filter_map(|line| named(open, line.unit)).collect(),
            more_missing: missing.len().saturating_sub(NAMED),
            groups: measured
                .filter(|(_, measure)| measure.expected > 0)
                .map(|(group, measure)| GroupMeasure {
                    id: group.id.clone(),
                    name: group.name.clone(),
                    measure: *measure,
                })
                .collect(),
            all: count.measures.all,
            waiting: waiting(open),
            tasks: directive.tasks.iter().map(|task| (task.id.clone(), task.requirements.len())).collect(),
            requirements: requirements()
                .map(|(at, (_, one))| RequirementNumbers {
                    id: one.id.clone(),
                    title: one.title.clone(),
                    numbers: Numbers::of(&count.summary.cell(at, None)),
                })
                .collect(),
            matrix: groups()
                .map(|(group, place)| MatrixRow {
                    id: group.id.clone(),
                    name: group.name.clone(),
                    cells: requirements()
                        .map(|(at, _)| count.summary.cells.get(&(at, place)).map(Numbers::of).unwrap_or_default())
                        .collect(),
                })
                .collect(),
        })
    }
}

/// Whether a unit is to report and has not, whether or not its time is over.
#[must_use]
pub fn is_missing(line: &RegisterLine) -> bool {
    matches!(line.timing, Timing::Missing { .. } | Timing::Extended { .. })
}

fn named(open: &Open, unit: u32) -> Option<(String, String)> {
    open.count.units.rows.get(unit as usize).map(|row| (row.id.clone(), row.name.clone()))
}
