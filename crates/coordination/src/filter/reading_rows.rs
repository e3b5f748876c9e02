//! The units whose texts on one requirement are read one after the other.

use super::register_rows::is_of_group;
use crate::model::{Model, Open};
use crate::parts::PROPOSALS;
use crate::place::Place;
use domain::assessment::Status;
use gathering::summary::Cell;
use gathering::unit_set::UnitSet;

/// A unit in the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadRow<'a> {
    /// Its place among the rows of the units.
    pub row: u32,
    /// The id of its row.
    pub unit: &'a str,
    /// Its status at the requirement.
    pub status: Option<Status>,
    /// Whether it was read, in a file that still counts.
    pub is_read: bool,
}

/// The units of which something counts and in whose scope the requirement of the address lies, in the order of the roster; those of the
/// group that was asked for.
#[must_use]
pub fn reading_rows(model: &Model) -> Vec<ReadRow<'_>> {
    let (Some(open), Some(requirement)) = (&model.open, requirement(model)) else { return Vec::new() };
    let Some(of_row) = statuses(model, open, requirement) else { return Vec::new() };
    let units = &open.count.units;
    let rows = (0..).zip(&units.rows).filter(|(row, _)| is_of_group(units, *row, &model.reading.group));
    rows.filter_map(|(row, unit)| {
        let status = of_row(row, unit.group)?;
        let read = open.notes.has_read(&unit.id, requirement);
        let is_read = read.is_some_and(|read| counting(open, row).any(|sha256| *sha256 == *read));
        Some(ReadRow { row, unit: &unit.id, status, is_read })
    })
    .collect()
}

/// What a unit's status at a requirement is, by its row and its group; the outer is none where there is nothing to be read of it. Proposals
/// have none.
type StatusOf<'a> = Box<dyn Fn(u32, u32) -> Option<Option<Status>> + 'a>;

fn statuses<'a>(model: &Model, open: &'a Open, requirement: &str) -> Option<StatusOf<'a>> {
    let summary = &open.count.summary;
    if requirement == PROPOSALS {
        let with: UnitSet =
            summary.proposals.values().flat_map(|counts| counts.units().iter().map(|(unit, _)| *unit)).collect();
        return Some(Box::new(move |row, _| with.has(row).then_some(None)));
    }
    let (at, _) = (0..).zip(model.directive.requirements()).find(|(_, (_, one))| one.id == requirement)?;
    Some(Box::new(move |row, group| status(summary.cells.get(&(at, group))?, row)))
}

/// The requirement of the address of the reading; of an address without one the first. [`PROPOSALS`] stands there for the proposals.
pub(crate) fn requirement(model: &Model) -> Option<&str> {
    let Place::Reading(_, requirement) = &model.place else { return None };
    if requirement == PROPOSALS {
        return Some(PROPOSALS);
    }
    let mut all = model.directive.requirements().map(|(_, one)| one.id.as_str());
    if requirement.is_empty() { all.next() } else { all.find(|id| id == requirement) }
}

/// The place in the reading of the unit that is shown: the one that was asked for, else the first that was not read, else the first.
pub(crate) fn current(model: &Model, rows: &[ReadRow<'_>]) -> Option<usize> {
    let asked = rows.iter().position(|row| row.unit == model.reading.unit);
    let unread = || rows.iter().position(|row| !row.is_read);
    asked.or_else(unread).or((!rows.is_empty()).then_some(0))
}

/// The unit that is shown in the reading.
pub(crate) fn current_row(model: &Model) -> Option<ReadRow<'_>> {
    let rows = reading_rows(model);
    rows.get(current(model, &rows)?).copied()
}

/// The digests of the files of a row that count.
pub(crate) fn counting(open: &Open, row: u32) -> impl Iterator<Item = &str> {
    let standing = open.count.standing.rows.get(row as usize);
    let places = standing.into_iter().flat_map(|standing| &standing.counting);
    places.filter_map(|at| open.taken.get(*at as usize)).map(|taken| &*taken.received.key.sha256)
}

/// The status of a unit at a requirement; the outer is none where it is not in its scope, or nothing of the unit counts.
fn status(cell: &Cell, unit: u32) -> Option<Option<Status>> {
    let statuses = [
        (&cell.done, Some(Status::Done)),
        (&cell.in_progress, Some(Status::InProgress)),
        (&cell.not_started, Some(Status::NotStarted)),
        (&cell.out_of_scope, Some(Status::OutOfScope)),
        (&cell.unanswered, None),
    ];
    statuses.into_iter().find(|(units, _)| units.has(unit)).map(|(_, status)| status)
}
