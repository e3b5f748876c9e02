//! The units that pass a filter.

use super::register_rows::is_of_group;
use super::words::Sought;
use super::{UnitsFilter, UnitsStatus};
use crate::issues::Issues;
use crate::model::Open;
use domain::directive::Directive;
use gathering::summary::Cell;
use gathering::unit_counts::UnitCounts;
use gathering::unit_set::UnitSet;

/// The units that a filter shows, by their places in the rows of the units, in the order of the roster.
#[must_use]
pub fn unit_rows(open: &Open, directive: &Directive, filter: &UnitsFilter) -> Vec<u32> {
    let (units, sought) = (&open.count.units, Sought::of(&filter.words));
    let with_status = filter.status.map(|status| with_status(open, directive, &filter.requirement, status));
    let issues = Issues::of(&open.notes);
    let with_issue = issues.get(&filter.issue).map(|(id, _)| issues.units(id, units, &open.count.summary.units));
    let is_shown = |row: &u32| {
        with_status.as_ref().is_none_or(|set| set.has(*row))
            && with_issue.as_ref().is_none_or(|set| set.has(*row))
            && is_of_group(units, *row, &filter.group)
            && sought.begin_words_of_row(units, *row)
    };
    (0..).take(units.rows.len()).filter(is_shown).collect()
}

/// The units with a status at a requirement, or at any.
fn with_status(open: &Open, directive: &Directive, requirement: &str, status: UnitsStatus) -> UnitSet {
    let count = &open.count;
    if status == UnitsStatus::Missing {
        return (0..).take(count.units.rows.len()).filter(|row| !count.summary.units.has(*row)).collect();
    }
    let ids = (0..).zip(directive.requirements());
    let meant: Vec<u32> = ids
        .filter(|(_, (_, one))| requirement.is_empty() || one.id == requirement)
        .map(|(at, _): (u32, _)| at)
        .collect();
    let mut all = UnitSet::default();
    for ((at, _), cell) in &count.summary.cells {
        if meant.contains(at) {
            all.union(&of_cell(cell, status));
        }
    }
    all
}

fn of_cell(cell: &Cell, status: UnitsStatus) -> UnitSet {
    let of = |counts: &UnitCounts| counts.units().iter().map(|(unit, _)| *unit).collect();
    match status {
        UnitsStatus::Done => cell.done.clone(),
        UnitsStatus::InProgress => cell.in_progress.clone(),
        UnitsStatus::NotStarted => cell.not_started.clone(),
        UnitsStatus::Unanswered => cell.unanswered.clone(),
        UnitsStatus::WithLimitations => cell.limitations.clone(),
        UnitsStatus::WithOverdueSteps => of(&cell.steps_overdue),
        UnitsStatus::Missing => UnitSet::default(),
    }
}
