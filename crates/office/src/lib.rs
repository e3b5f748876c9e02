//! Documents for word processors (DOCX) and workbooks for spreadsheets (XLSX), written from the report's plain data.
//!
//! The same data give the same bytes, wherever and whenever they are written: nothing says who wrote a file, when, or where. What a person
//! wrote is text in it, and never a field, a link or a formula.

pub mod clean;
pub mod docx;
mod package;
#[cfg(feature = "web")]
pub mod program;
pub mod xlsx;
mod xml;

use std::fmt;

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many characters no such file can hold: `U+FFFD` stands in their place.
    pub replaced: u32,
}

/// A file that could not be written: a program's message, for programmers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl From<zip::result::ZipError> for Fault {
    fn from(error: zip::result::ZipError) -> Self {
        Self(error.to_string())
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<rust_xlsxwriter::XlsxError> for Fault {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self(error.to_string())
    }
}
