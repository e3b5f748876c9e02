//! The units that pass a filter.

use super::register_rows::is_of_group;
use super::words::Sought;
use super::{UnitsFilter, UnitsOrder, UnitsStatus};
use crate::issues::Issues;
use crate::model::Open;
use domain::directive::Directive;
use domain::fold::fold;
use gathering::summary::Cell;
use gathering::unit_counts::UnitCounts;
use gathering::unit_set::UnitSet;
use std::cmp::Reverse;

/// The units that a filter shows, by their places in the rows of the units, in the order that is asked for.
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
    let mut rows: Vec<u32> = (0..).take(units.rows.len()).filter(is_shown).collect();
    in_order(&mut rows, open, directive, filter);
    rows
}

/// Those that are in no order to each other stay as in the roster.
fn in_order(rows: &mut [u32], open: &Open, directive: &Directive, filter: &UnitsFilter) {
    let units = &open.count.units.rows;
    let each: fn(&Cell, &mut dyn FnMut(u32, u32)) = match filter.order {
        UnitsOrder::Roster => return,
        UnitsOrder::Name => {
            return rows.sort_by_cached_key(|row| units.get(*row as usize).map(|row| fold(&row.name)));
        }
        UnitsOrder::Unanswered => |cell, add| cell.unanswered.iter().for_each(|unit| add(unit, 1)),
        UnitsOrder::Limitations => |cell, add| cell.limitations.iter().for_each(|unit| add(unit, 1)),
        UnitsOrder::Overdue => {
            |cell, add| cell.steps_overdue.units().iter().for_each(|(unit, count)| add(*unit, *count))
        }
    };
    let mut counts = vec![0_u32; units.len()];
    let mut add = |unit: u32, count: u32| {
        if let Some(sum) = counts.get_mut(unit as usize) {
            *sum = sum.saturating_add(count);
        }
    };
    cells(open, directive, &filter.requirement).for_each(|cell| each(cell, &mut add));
    rows.sort_by_key(|row| Reverse(counts.get(*row as usize).copied()));
}

/// What is counted of a requirement, or of all.
fn cells<'a>(open: &'a Open, directive: &Directive, requirement: &str) -> impl Iterator<Item = &'a Cell> {
    let all = (0..).zip(directive.requirements());
    let meant: Vec<u32> = all
        .filter(|(_, (_, one))| requirement.is_empty() || one.id == requirement)
        .map(|(at, _): (u32, _)| at)
        .collect();
    open.count.summary.cells.iter().filter(move |((at, _), _)| meant.contains(at)).map(|(_, cell)| cell)
}

/// The units with a status at a requirement, or at any.
fn with_status(open: &Open, directive: &Directive, requirement: &str, status: UnitsStatus) -> UnitSet {
    let count = &open.count;
    if status == UnitsStatus::Missing {
        return (0..).take(count.units.rows.len()).filter(|row| !count.summary.units.has(*row)).collect();
    }
    let mut all = UnitSet::default();
    cells(open, directive, requirement).for_each(|cell| all.union(&of_cell(cell, status)));
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
