//! A table as CSV (RFC 4180), in the form that spreadsheets open.

use crate::table::{Table, Words};

/// Characters with which a cell would begin a formula, or be read as one after them; those of full width too, which some spreadsheets take
/// for the same.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table as CSV: UTF-8 with a byte order mark, lines that end with CR LF, the names of the columns first. Where there is something to
/// be said of the table, such as that a filter was set, it stands in a line of its own before them.
///
/// No cell is a formula: one that begins like one has an apostrophe before it. So a reader who wants the text to the letter has to take
/// one apostrophe away before `=`, `+`, `-`, `@`, a tab or the end of a line.
#[must_use]
pub fn csv(table: &Table, words: &dyn Words, said: &[String]) -> String {
    let mut text = String::from('\u{feff}');
    if !said.is_empty() {
        line(&mut text, said.iter().cloned());
    }
    line(&mut text, table.columns.iter().map(|column| table.column_name(*column, words)));
    for row in &table.rows {
        line(&mut text, row.cells.iter().map(|cell| cell.to_display(words)));
    }
    text
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        field(text, &cell);
    }
    text.push_str("\r\n");
}

fn field(text: &mut String, cell: &str) {
    let apostrophe = if cell.starts_with(FORMULA) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n']) {
        text.extend(["\"", apostrophe, &cell.replace('"', "\"\""), "\""]);
    } else {
        text.extend([apostrophe, cell]);
    }
}

#[cfg(test)]
mod tests;
