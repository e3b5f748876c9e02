//! The tables of the report, made from the counts.

use crate::basis::Basis;
use crate::measures::{Measure, Measures};
use crate::register::{RegisterLine, Timing};
use crate::statements::{Issue, Matter, Step};
use crate::summary::{Cell as Numbers, Summary};
use crate::table::{Cell, Column, Heading, Sum, Table, TableRow};
use crate::units::Units;

/// The five measures by group, and of all.
#[must_use]
pub fn measures(measures: &Measures, units: &Units) -> Table {
    let row = |name: Cell, of: &Measure| {
        let numbers = [Cell::Number(of.expected), Cell::Number(of.received), Cell::Percent(of.rate())];
        let on_time = [Cell::Number(of.on_time), Cell::Percent(of.rate_on_time())];
        [vec![name], numbers.into(), on_time.into()].concat()
    };
    let groups = units.groups.iter().zip(&measures.groups);
    let mut rows: Vec<TableRow> = groups.map(|(group, of)| plain(row(Cell::Text(group.name.clone()), of))).collect();
    rows.push(TableRow { is_total: true, cells: row(Cell::Total, &measures.all) });
    let columns =
        vec![Column::Group, Column::Expected, Column::Received, Column::Rate, Column::OnTime, Column::RateOnTime];
    plain_table(Heading::Measures, columns, rows)
}

/// Annex 1, its first table: those who have not reported, in the order of the register.
#[must_use]
pub fn missing(lines: &[RegisterLine], units: &Units) -> Table {
    let missing = lines.iter().filter(|line| matches!(line.timing, Timing::Missing { .. } | Timing::Extended { .. }));
    let columns = vec![Column::Number, Column::Unit, Column::Group, Column::Deadline, Column::Timing, Column::Note];
    let cells = |line: &RegisterLine| {
        let (unit, group) = whose(line.unit, units);
        vec![unit, group, Cell::Date(line.due), Cell::Timing(line.timing), Cell::Text(line.reason.clone())]
    };
    plain_table(Heading::Missing, columns, numbered(missing.map(cells)))
}

/// Annex 1, its second table: a line a unit, in the order of the roster.
#[must_use]
pub fn register(lines: &[RegisterLine], units: &Units) -> Table {
    let mut lines: Vec<&RegisterLine> = lines.iter().collect();
    lines.sort_by_key(|line| line.unit);
    let columns = vec![
        Column::Number,
        Column::Unit,
        Column::Group,
        Column::ReportedOn,
        Column::Timing,
        Column::ReportNumber,
        Column::ReportDate,
        Column::Note,
    ];
    let cells = |line: &RegisterLine| {
        let (unit, group) = whose(line.unit, units);
        let day = [Cell::Date(line.reported_on), Cell::Timing(line.timing)];
        let report = [Cell::Text(line.report_number.clone()), Cell::Date(line.report_date)];
        [vec![unit, group], day.into(), report.into(), vec![Cell::Text(line.reason.clone())]].concat()
    };
    plain_table(Heading::Register, columns, numbered(lines.into_iter().map(cells)))
}

/// Annex 2: of each requirement a row for each group in whose scope it lies, and their sum.
#[must_use]
pub fn requirements(summary: &Summary, units: &Units, basis: &Basis<'_>) -> Table {
    let states = [Column::Done, Column::InProgress, Column::NotStarted, Column::Unanswered];
    let columns = [&[Column::Requirement, Column::Group, Column::InScope], &states[..], &[Column::RateDone]].concat();
    let sums = vec![Sum { of: Column::InScope, parts: states.to_vec() }];
    let mut rows = Vec::new();
    for (at, (_, requirement)) in (0..).zip(basis.directive.requirements()) {
        let name = || Cell::Text([&requirement.id, " ", &requirement.title].concat());
        for (group, of) in (0..).zip(&units.groups) {
            if let Some(numbers) = summary.cells.get(&(at, group)) {
                rows.push(plain([vec![name(), Cell::Text(of.name.clone())], in_states(numbers)].concat()));
            }
        }
        let all = [vec![name(), Cell::Total], in_states(&summary.cell(at, None))].concat();
        rows.push(TableRow { is_total: true, cells: all });
    }
    Table { sums, ..plain_table(Heading::Requirements, columns, rows) }
}

fn in_states(numbers: &Numbers) -> Vec<Cell> {
    let states = [&numbers.done, &numbers.in_progress, &numbers.not_started, &numbers.unanswered];
    let mut in_scope = crate::unit_set::UnitSet::default();
    states.iter().for_each(|state| in_scope.union(state));
    let states = states.into_iter().cloned().map(Cell::Count);
    std::iter::once(Cell::Count(in_scope)).chain(states).chain([Cell::Percent(numbers.rate_done())]).collect()
}

/// Annex 3: difficulties by requirement, then proposals by level, each with how many units say it, and which.
#[must_use]
pub fn issues(issues: &[Issue], units: &Units, basis: &Basis<'_>) -> Table {
    let columns = vec![
        Column::Number,
        Column::Requirement,
        Column::Content,
        Column::UnitCount,
        Column::UnitNames,
        Column::Level,
        Column::Note,
    ];
    let requirements: Vec<&str> = basis.directive.requirements().map(|(_, one)| one.id.as_str()).collect();
    let cells = |issue: &Issue| {
        let (requirement, level) = match issue.subject {
            Matter::Limitation(at) => (requirements.get(at as usize).map_or(Cell::Empty, text), Cell::Empty),
            Matter::Proposal(at) => {
                let level = basis.directive.proposal_levels.get(at as usize);
                (Cell::Empty, level.map_or(Cell::OpenLevel, |level| Cell::Text(level.name.clone())))
            }
        };
        let names = issue.units.iter().filter_map(|unit| Some(units.rows.get(unit as usize)?.name.clone())).collect();
        let content = Cell::Text(issue.text.clone());
        vec![requirement, content, Cell::Count(issue.units.clone()), Cell::Names(names), level, Cell::Empty]
    };
    plain_table(Heading::Issues, columns, numbered(issues.iter().map(cells)))
}

/// Annex 4: next steps, the overdue ones first, and of each state by the day that they are due, the roster and the directive.
#[must_use]
pub fn steps(steps: &[Step], units: &Units, basis: &Basis<'_>) -> Table {
    let requirements: Vec<&str> = basis.directive.requirements().map(|(_, one)| one.id.as_str()).collect();
    let mut steps: Vec<&Step> = steps.iter().collect();
    // Of each the day is read once, of a hundred thousand not some twenty times.
    steps
        .sort_by_cached_key(|step| (step.state, step.due.date(), step.unit, step.requirement, &step.task, &step.owner));
    let columns = vec![
        Column::Number,
        Column::Unit,
        Column::Requirement,
        Column::Task,
        Column::Owner,
        Column::Due,
        Column::StepState,
    ];
    let cells = |step: &Step| {
        let requirement = requirements.get(step.requirement as usize).map_or(Cell::Empty, text);
        // What was entered is shown where it is no day.
        let due = match step.due.date() {
            None if !step.due.is_empty() => Cell::Text(step.due.to_display()),
            day => Cell::Date(day),
        };
        let said = [Cell::Text(step.task.clone()), Cell::Text(step.owner.clone()), due, Cell::StepState(step.state)];
        [vec![whose(step.unit, units).0, requirement], said.into()].concat()
    };
    plain_table(Heading::Steps, columns, numbered(steps.into_iter().map(cells)))
}

fn text(text: &&str) -> Cell {
    Cell::Text((*text).to_owned())
}

/// A table of which no column adds up to another.
pub(crate) fn plain_table(heading: Heading, columns: Vec<Column>, rows: Vec<TableRow>) -> Table {
    Table { heading, columns, sums: Vec::new(), rows, requirements: Vec::new() }
}

/// A unit and its group.
pub(crate) fn whose(unit: u32, units: &Units) -> (Cell, Cell) {
    let row = units.rows.get(unit as usize);
    let group = row.and_then(|row| units.groups.get(row.group as usize)).map(|group| group.name.clone());
    let name = row.map(|row| row.name.clone()).unwrap_or_default();
    (Cell::Unit(unit, name), Cell::Text(group.unwrap_or_default()))
}

fn plain(cells: Vec<Cell>) -> TableRow {
    TableRow { is_total: false, cells }
}

/// Rows with their numbers before them.
pub(crate) fn numbered(rows: impl Iterator<Item = Vec<Cell>>) -> Vec<TableRow> {
    (1..).zip(rows).map(|(number, cells)| plain([vec![Cell::Number(number)], cells].concat())).collect()
}

#[cfg(test)]
mod tests;
