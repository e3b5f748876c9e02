//! The board's lists as tables: units × requirements, and what was received. They are not part of the report.

use crate::annexes::{numbered, plain_table, whose};
use crate::basis::Basis;
use crate::register::RegisterLine;
use crate::summary::{Cell as Numbers, Summary};
use crate::table::{Cell, Column, Heading, Table};
use crate::unit_counts::UnitCounts;
use crate::units::Units;
use crate::verdict::Verdict;
use domain::assessment::Status;
use domain::date::Date;

/// Units × requirements, in the order of `rows`, which are places in the rows of the units. A requirement out of a unit's scope, and
/// one of a unit of which nothing counts, is left empty.
#[must_use]
pub fn units(rows: &[u32], lines: &[RegisterLine], summary: &Summary, units: &Units, basis: &Basis<'_>) -> Table {
    let requirements: Vec<String> = basis.directive.requirements().map(|(_, one)| one.id.clone()).collect();
    let places = 0..u32::try_from(requirements.len()).unwrap_or(u32::MAX);
    let mut timings = vec![Cell::Empty; units.rows.len()];
    for line in lines {
        if let Some(timing) = timings.get_mut(line.unit as usize) {
            *timing = Cell::Timing(line.timing);
        }
    }
    let cells = |unit: &u32| {
        let (name, group) = whose(*unit, units);
        let of_group = units.rows.get(*unit as usize).map_or(0, |row| row.group);
        let numbers: Vec<&Numbers> =
            places.clone().filter_map(|at| summary.cells.get(&(at, of_group))).filter(|of| is_in(of, *unit)).collect();
        let answer = |at| summary.cells.get(&(at, of_group)).map_or(Cell::Empty, |of| answer(of, *unit));
        let limitations = numbers.iter().filter(|of| of.limitations.has(*unit)).count();
        let overdue = numbers.iter().map(|of| count(&of.steps_overdue, *unit)).sum();
        let mut cells = vec![name, group, timings.get(*unit as usize).cloned().unwrap_or(Cell::Empty)];
        cells.extend(places.clone().map(answer));
        if summary.units.has(*unit) {
            cells.extend([Cell::Number(u32::try_from(limitations).unwrap_or(u32::MAX)), Cell::Number(overdue)]);
        } else {
            cells.extend([Cell::Empty, Cell::Empty]);
        }
        cells
    };
    let mut columns = vec![Column::Number, Column::Unit, Column::Group, Column::Timing];
    columns.extend(places.clone().map(Column::Answer));
    columns.extend([Column::Limitations, Column::StepsOverdue]);
    let rows = numbered(rows.iter().map(cells));
    Table { requirements, ..plain_table(Heading::Units, columns, rows) }
}

/// Whether a unit is one of those in whose scope the requirement lies.
fn is_in(numbers: &Numbers, unit: u32) -> bool {
    [&numbers.done, &numbers.in_progress, &numbers.not_started, &numbers.unanswered].iter().any(|set| set.has(unit))
}

fn answer(numbers: &Numbers, unit: u32) -> Cell {
    let answers = [
        (&numbers.done, Some(Status::Done)),
        (&numbers.in_progress, Some(Status::InProgress)),
        (&numbers.not_started, Some(Status::NotStarted)),
        (&numbers.out_of_scope, Some(Status::OutOfScope)),
        (&numbers.unanswered, None),
    ];
    let said = answers.into_iter().find(|(set, _)| set.has(unit));
    said.map_or(Cell::Empty, |(_, answer)| Cell::Answer(answer))
}

/// How many of something a unit has.
fn count(counts: &UnitCounts, unit: u32) -> u32 {
    let at = counts.units().binary_search_by_key(&unit, |(other, _)| *other).ok();
    at.and_then(|at| counts.units().get(at)).map_or(0, |(_, count)| *count)
}

/// A line of what was received: of a file that holds several assessments, one for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileLine {
    /// The name of the file.
    pub name: String,
    /// The name of what it lies in; empty where it was chosen itself.
    pub container: String,
    /// What became of it, as a code.
    pub outcome: String,
    /// Why it was refused, as a code; empty where it was not.
    pub cause: String,
    /// The unit, by its place in the rows; none where that is not known …
    pub unit: Option<u32>,
    /// … and the name that the file gives.
    pub unit_name: String,
    /// The day on which it was received, where that is known.
    pub received_on: Option<Date>,
    /// What becomes of the assessment; none where there is none.
    pub verdict: Option<Verdict>,
}

/// What was received, line by line.
#[must_use]
pub fn files(lines: &[FileLine], units: &Units) -> Table {
    let columns = vec![
        Column::Number,
        Column::File,
        Column::Container,
        Column::Outcome,
        Column::Unit,
        Column::ReportedOn,
        Column::Verdict,
    ];
    let cells = |line: &FileLine| {
        vec![
            Cell::Text(line.name.clone()),
            Cell::Text(line.container.clone()),
            Cell::Outcome(line.outcome.clone(), line.cause.clone()),
            line.unit.map_or_else(|| Cell::Text(line.unit_name.clone()), |unit| whose(unit, units).0),
            line.verdict.as_ref().map_or(Cell::Empty, |_| Cell::Date(line.received_on)),
            line.verdict.clone().map_or(Cell::Empty, Cell::Verdict),
        ]
    };
    plain_table(Heading::Files, columns, numbered(lines.iter().map(cells)))
}

#[cfg(test)]
mod tests;
