//! What was gathered as a workbook, of the same tables as the report and the board's lists.

use crate::document::{Document, Footer};
use crate::plain;
use crate::texts::workbook as texts;
use crate::workbook::{Sheet, SheetRow, SheetTable, Value, Workbook};
use gathering::table::{Cell, Column, Heading, NOTHING, Table, TableRow, Words};

/// A workbook of the report's tables, of the board's lists (units × requirements, what was received), and of what they are as of. The
/// lists need words that the report has none of.
#[must_use]
pub fn in_workbook(name: &str, document: &Document, lists: &[Table], words: &dyn Words) -> Workbook {
    let report = |heading: Heading| document.tables().find(|table| table.heading == heading);
    let list = |heading: Heading| lists.iter().find(|table| table.heading == heading);
    let of = |name: &str, table: Option<&Table>| table.map(|table| sheet(name, table, words));
    let issues = |name: &str, has: fn(&Table, &TableRow) -> bool, without: Column| {
        report(Heading::Issues).map(|table| sheet(name, &only(table, has, without), words))
    };
    let facts = facts(name, document);
    let overview = of(texts::OVERVIEW, report(Heading::Measures)).map(|sheet| Sheet { facts, ..sheet });
    let sheets = [
        overview,
        of(texts::REGISTER, report(Heading::Register)),
        of(texts::REQUIREMENTS, report(Heading::Requirements)),
        of(texts::MATRIX, list(Heading::Units)),
        issues(texts::DIFFICULTIES, is_difficulty, Column::Level),
        issues(texts::PROPOSALS, |table, row| !is_difficulty(table, row), Column::Requirement),
        of(texts::STEPS, report(Heading::Steps)),
        of(texts::FILES, list(Heading::Files)),
    ];
    let marks = plain::marks(document).into_iter().map(str::to_owned).collect();
    let title = if name.is_empty() { texts::TITLE.to_owned() } else { [texts::TITLE, " – ", name].concat() };
    Workbook { title, marks, sheets: sheets.into_iter().flatten().collect() }
}

/// By what somebody can tell of what the workbook was made.
fn facts(name: &str, document: &Document) -> Vec<(String, String)> {
    let mut facts = vec![(texts::GATHERING, name.to_owned()), (texts::MARK, plain::marks(document).join(", "))];
    if let Some(Footer { roster_as_of, cut_off, files, digest }) = &document.footer {
        let roster = if roster_as_of.is_empty() { NOTHING.to_owned() } else { roster_as_of.to_display() };
        facts.extend([
            (texts::CUT_OFF, cut_off.to_display()),
            (texts::ROSTER, roster),
            (texts::COUNTED, crate::texts::number(*files)),
            (texts::DIGEST, digest.clone()),
        ]);
    }
    facts.into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
}

/// Of difficulties and proposals, which stand in one table, the difficulties are those of a requirement.
fn is_difficulty(table: &Table, row: &TableRow) -> bool {
    let at = table.columns.iter().position(|column| *column == Column::Requirement);
    at.and_then(|at| row.cells.get(at)).is_some_and(|cell| *cell != Cell::Empty)
}

/// Some of the rows of a table, numbered anew, without the column that says nothing of them.
fn only(table: &Table, has: fn(&Table, &TableRow) -> bool, without: Column) -> Table {
    let keeps: Vec<bool> = table.columns.iter().map(|column| *column != without).collect();
    let kept = |cell: (Cell, &bool)| cell.1.then_some(cell.0);
    let row = |(number, row): (u32, &TableRow)| {
        let numbered = row.cells.iter().zip(&table.columns).map(|(cell, column)| match column {
            Column::Number => Cell::Number(number),
            _ => cell.clone(),
        });
        TableRow { is_total: row.is_total, cells: numbered.zip(&keeps).filter_map(kept).collect() }
    };
    Table {
        heading: table.heading,
        columns: table.columns.iter().copied().filter(|column| *column != without).collect(),
        sums: table.sums.clone(),
        rows: (1..).zip(table.rows.iter().filter(|row| has(table, row))).map(row).collect(),
        requirements: table.requirements.clone(),
    }
}

fn sheet(name: &str, table: &Table, words: &dyn Words) -> Sheet {
    let columns = table.columns.iter().map(|column| table.column_name(*column, words)).collect();
    let row = |row: &TableRow| SheetRow {
        is_total: row.is_total,
        values: row.cells.iter().map(|cell| value(cell, words)).collect(),
    };
    // Whose row it is stays in sight.
    let whose = [Column::Unit, Column::File, Column::Requirement, Column::Group];
    let fixed = table.columns.iter().position(|column| whose.contains(column)).map_or(0, |at| at + 1);
    let rows = SheetTable {
        columns,
        fixed: u32::try_from(fixed).unwrap_or_default(),
        rows: table.rows.iter().map(row).collect(),
    };
    Sheet { name: name.to_owned(), facts: Vec::new(), rows }
}

/// What stands in a cell: what can be counted with stays what it is.
fn value(cell: &Cell, words: &dyn Words) -> Value {
    match cell {
        Cell::Empty => Value::Empty,
        Cell::Number(number) => Value::Number(*number),
        Cell::Count(units) => Value::Number(units.len()),
        Cell::Percent(Some(rate)) => Value::Rate(*rate),
        Cell::Date(Some(day)) => Value::Day(*day),
        cell => match cell.to_display(words) {
            text if text.is_empty() => Value::Empty,
            text => Value::Text(text),
        },
    }
}
