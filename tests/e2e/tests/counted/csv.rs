//! Reads a table that the board has handed out.

use e2e::prelude::*;
use std::collections::BTreeMap;
use std::mem;

/// A line of a table, by the names of its columns.
pub(crate) struct Row(BTreeMap<String, String>);

impl Row {
    pub(crate) fn get(&self, column: &str) -> Result<&str> {
        self.0
            .get(column)
            .map(String::as_str)
            .with_context(|| format!("no column {column:?} among {:?}", self.0.keys()))
    }

    pub(crate) fn number(&self, column: &str) -> Result<u64> {
        let cell = self.get(column)?;
        cell.parse().with_context(|| format!("{column}: {cell:?}"))
    }

    pub(crate) fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(column, cell)| (column.as_str(), cell.as_str()))
    }
}

/// The lines below the heads.
pub(crate) fn rows(text: &str) -> Result<Vec<Row>> {
    let mut lines = lines(text.trim_start_matches('\u{feff}')).into_iter();
    let heads = lines.next().context("an empty table")?;
    let row = |cells: Vec<String>| {
        ensure!(cells.len() == heads.len(), "{} cells below {} heads: {cells:?}", cells.len(), heads.len());
        Ok(Row(heads.iter().cloned().zip(cells).collect()))
    };
    lines.map(row).collect()
}

/// RFC 4180: a quoted cell may hold commas and ends of lines, and a quote twice for one.
fn lines(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => cell.push(letter),
            ',' => line.push(mem::take(&mut cell)),
            '\r' => {}
            '\n' => {
                line.push(mem::take(&mut cell));
                lines.push(mem::take(&mut line));
            }
            _ => cell.push(letter),
        }
    }
    lines
}
