//! Units × requirements (từng đơn vị): what each unit says about each requirement.

use super::overview::is_missing;
use super::register::groups;
use crate::filter::{PAGE, UnitsFilter, UnitsStatus, unit_rows};
use crate::issues::{Issues, Ordered};
use crate::model::{Model, Open};
use domain::assessment::Status;
use gathering::summary::Cell;
use gathering::unit_set::UnitSet;

/// Units × requirements.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitsView {
    /// The gathering's id.
    pub id: String,
    /// What was asked of it, with the issue as it is listed.
    pub filter: UnitsFilter,
    /// The groups: id, name.
    pub groups: Vec<(String, String)>,
    /// The requirements: id, title.
    pub requirements: Vec<(String, String)>,
    /// The issues, in their order: id, requirement, wording.
    pub issues: Vec<(String, String, String)>,
    /// The tasks, each with how many requirements it has.
    pub tasks: Vec<(String, usize)>,
    /// How many units the filter shows.
    pub shown: usize,
    /// The page that is shown, from 0.
    pub page: usize,
    /// The rows of that page.
    pub rows: Vec<UnitRow>,
}

/// A unit's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit's id.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// The name of its group.
    pub group: String,
    /// Whether anything of it counts.
    pub counts: bool,
    /// Whether it is to report and has not.
    pub is_missing: bool,
    /// What it says of each requirement.
    pub marks: Vec<Mark>,
}

/// What a unit says of a requirement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Its status; the outer is none where the requirement is not in its scope by the directive, or nothing of it counts.
    pub status: Option<Option<Status>>,
    /// Whether it tells of limitations or difficulties.
    pub limitations: bool,
    /// Whether a step is overdue.
    pub overdue: bool,
}

/// All kinds of units, in the order in which they are offered.
pub const STATUSES: [UnitsStatus; 7] = [
    UnitsStatus::Done,
    UnitsStatus::InProgress,
    UnitsStatus::NotStarted,
    UnitsStatus::Unanswered,
    UnitsStatus::WithLimitations,
    UnitsStatus::WithOverdueSteps,
    UnitsStatus::Missing,
];

impl UnitsView {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let filter = &model.units_filter;
        let rows = unit_rows(open, &model.directive, filter);
        let page = filter.page.min(rows.len().saturating_sub(1) / PAGE);
        let requirements: Vec<(String, String)> =
            model.directive.requirements().map(|(_, one)| (one.id.clone(), one.title.clone())).collect();
        let missing: UnitSet =
            open.count.register.iter().filter(|line| is_missing(line)).map(|line| line.unit).collect();
        let shown = rows.iter().skip(page * PAGE).take(PAGE);
        // It may have been joined with another since, or taken away.
        let issue = Issues::of(&open.notes).get(&filter.issue).map(|(id, _)| id.to_owned()).unwrap_or_default();
        Some(Self {
            id: open.settings.id.clone(),
            filter: UnitsFilter { issue, ..filter.clone() },
            issues: issues(model, open),
            groups: groups(open),
            tasks: model.directive.tasks.iter().map(|task| (task.id.clone(), task.requirements.len())).collect(),
            shown: rows.len(),
            page,
            rows: shown.filter_map(|unit| row(open, *unit, requirements.len(), &missing)).collect(),
            requirements,
        })
    }
}

fn issues(model: &Model, open: &Open) -> Vec<(String, String, String)> {
    let all = Issues::of(&open.notes).in_order(&model.directive, &open.count.units, &open.count.summary.units);
    let named = |one: Ordered<'_>| (one.id.to_owned(), one.issue.requirement.clone(), one.issue.wording.clone());
    all.into_iter().map(named).collect()
}

fn row(open: &Open, unit: u32, requirements: usize, missing: &UnitSet) -> Option<UnitRow> {
    let row = open.count.units.rows.get(unit as usize)?;
    let group = open.count.units.groups.get(row.group as usize).map(|group| group.name.clone()).unwrap_or_default();
    let cell = |requirement| open.count.summary.cells.get(&(requirement, row.group));
    let mark = |requirement| cell(requirement).map(|cell| mark(cell, unit)).unwrap_or_default();
    Some(UnitRow {
        unit: row.id.clone(),
        name: row.name.clone(),
        group,
        counts: open.count.summary.units.has(unit),
        is_missing: missing.has(unit),
        marks: (0..).take(requirements).map(mark).collect(),
    })
}

fn mark(cell: &Cell, unit: u32) -> Mark {
    let statuses = [
        (&cell.done, Some(Status::Done)),
        (&cell.in_progress, Some(Status::InProgress)),
        (&cell.not_started, Some(Status::NotStarted)),
        (&cell.out_of_scope, Some(Status::OutOfScope)),
        (&cell.unanswered, None),
    ];
    let status = statuses.into_iter().find(|(units, _)| units.has(unit)).map(|(_, status)| status);
    let overdue = cell.steps_overdue.units().binary_search_by_key(&unit, |(unit, _)| *unit).is_ok();
    Mark { status, limitations: cell.limitations.has(unit), overdue }
}
