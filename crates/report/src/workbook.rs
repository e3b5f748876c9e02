//! A workbook as plain data, in its last words: what a file for spreadsheets is written from, wherever that is done.

use domain::date::Date;
use gathering::percent::Percent;

/// A workbook (sổ tính).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// What it is called among the properties of a file.
    pub title: String,
    /// What each page is marked as when it is printed, such as a draft (dự thảo).
    pub marks: Vec<String>,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet (trang tính).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What stands on its tab.
    pub name: String,
    /// What stands above its tables, in two columns; a sheet with nothing there begins with the names of its columns, and can be filtered.
    pub facts: Vec<(String, String)>,
    /// What is in it.
    pub rows: SheetTable,
}

/// The rows of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetTable {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// How many columns at the beginning stay where they are when the others are moved.
    pub fixed: u32,
    /// The rows, each with a value for each column.
    pub rows: Vec<SheetRow>,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Whether it is a sum.
    pub is_total: bool,
    /// Its values.
    pub values: Vec<Value>,
}

/// What stands in a cell of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(u32),
    /// A rate.
    Rate(Percent),
    /// A day.
    Day(Date),
}
