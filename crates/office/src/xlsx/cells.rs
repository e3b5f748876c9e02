//! The cells of a sheet: where they stand, how wide they are, what is in them.

use super::heights;
use super::pieces::pieces;
use super::writer::Writer;
use crate::Fault;
use crate::clean::Cleaner;
use report::workbook::{SheetRow, SheetTable, Value};
use rust_xlsxwriter::ExcelDateTime;

/// Of the letters of a line so many are shown beside each other at most.
const WIDEST: usize = 60;
const NARROWEST: usize = 7;
/// What the button of a filter takes.
pub(super) const BUTTON: usize = 4;
/// What a day or a rate takes.
const TYPED: usize = 11;

/// With what a formula begins, in some spreadsheets at least.
const FORMULA: [char; 9] = ['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'];

/// A column of the data, and the columns of the sheet that it takes.
pub(super) struct Column {
    /// The first of them.
    pub(super) at: u16,
    /// How many: more than one where a text is longer than a cell can hold.
    pub(super) parts: u16,
    /// How many letters each is wide.
    pub(super) letters: usize,
}

impl Column {
    /// The width, as a spreadsheet counts it: in letters, with the room beside them.
    pub(super) fn width(&self) -> f64 {
        f64::from(u16::try_from(self.letters + 1).unwrap_or_default())
    }

    /// The first column after it.
    pub(super) fn end(&self) -> u16 {
        self.at + self.parts
    }
}

/// The columns of a sheet's rows.
pub(super) fn columns(table: &SheetTable, cleaner: &mut Cleaner) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::with_capacity(table.columns.len());
    for (at, name) in table.columns.iter().enumerate() {
        let name = cleaner.clean(name);
        let words = name.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
        let (mut widest, mut parts) = (NARROWEST.max(words + BUTTON), 1);
        for value in table.rows.iter().filter_map(|row| row.values.get(at)) {
            widest = widest.max(width(value));
            if let Value::Text(text) = value {
                parts = parts.max(pieces(text).len());
            }
        }
        let begin = columns.last().map_or(0, Column::end);
        let parts = u16::try_from(parts).unwrap_or(u16::MAX);
        columns.push(Column { at: begin, parts, letters: widest.min(WIDEST) });
    }
    columns
}

/// The letters of the longest line.
fn width(value: &Value) -> usize {
    match value {
        Value::Empty => 0,
        Value::Text(text) => text.split('\n').map(|line| line.chars().take(WIDEST).count()).max().unwrap_or_default(),
        Value::Number(number) => number.to_string().len() + 2,
        Value::Rate(_) | Value::Day(_) => TYPED,
    }
}

impl Writer<'_> {
    pub(super) fn row(&mut self, at: u32, row: &SheetRow, columns: &[Column]) -> Result<(), Fault> {
        let looks = if row.is_total { &self.looks.total } else { &self.looks.plain };
        let mut lines = 1;
        for (column, value) in columns.iter().zip(&row.values) {
            match value {
                Value::Empty => {
                    self.to.write_blank(at, column.at, &looks.text)?;
                }
                Value::Text(text) => {
                    lines = lines.max(heights::lines(text, column.letters));
                    for (part, piece) in (0..).zip(pieces(text)) {
                        self.text(at, column.at + part, piece, row.is_total)?;
                    }
                }
                Value::Number(number) => {
                    self.to.write_number_with_format(at, column.at, *number, &looks.number)?;
                }
                Value::Rate(rate) => {
                    let rate = f64::from(rate.0) / 10_000.0;
                    self.to.write_number_with_format(at, column.at, rate, &looks.rate)?;
                }
                Value::Day(day) => {
                    let (year, month, day) = day.parts();
                    let day = ExcelDateTime::from_ymd(year, month, day)?;
                    self.to.write_datetime_with_format(at, column.at, &day, &looks.day)?;
                }
            }
        }
        self.to.set_row_height(at, heights::height(lines))?;
        Ok(())
    }

    /// A text, which is one whatever it looks like. It is held by a cell.
    pub(super) fn text(&mut self, row: u32, column: u16, text: &str, is_bold: bool) -> Result<(), Fault> {
        let kinds = if is_bold { &self.looks.total } else { &self.looks.plain };
        let look = if text.starts_with(FORMULA) { &kinds.quoted } else { &kinds.text };
        let text = self.cleaner.clean(text);
        if text.is_empty() {
            self.to.write_blank(row, column, look)?;
        } else {
            self.to.write_string_with_format(row, column, &*text, look)?;
        }
        Ok(())
    }
}
