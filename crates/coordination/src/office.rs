//! Documents and workbooks that are handed out: what is made of them, and how far that has come.

use gathering::table::Table;
use report::document::Document;
use report::profile::Profile;
use std::rc::Rc;

/// A file of the office's programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeFile {
    /// The report upwards (DOCX).
    Document,
    /// All numbers and lists (XLSX).
    Workbook,
}

impl OfficeFile {
    /// The id of the button that makes it.
    #[must_use]
    pub fn button(self) -> &'static str {
        match self {
            Self::Document => "make-document",
            Self::Workbook => "make-workbook",
        }
    }
}

/// A file that is being made. One is made at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Making {
    /// Tells it from those before it.
    pub number: u32,
    /// Which.
    pub file: OfficeFile,
    /// The gathering's id.
    pub gathering: String,
    /// How many rows were put in, and of how many; none while what units say is being read.
    pub rows: Option<(u32, u32)>,
}

/// Of what a file is made, as plain data.
#[derive(Clone, Debug, PartialEq)]
pub struct Material {
    /// The name of the gathering.
    pub name: String,
    /// The report upwards.
    pub document: Document,
    /// How it looks.
    pub profile: Rc<Profile>,
    /// The board's lists, without a filter: units × requirements, what was received.
    pub lists: Vec<Table>,
}

/// A file could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeFault {
    /// What makes it could not be loaded, or failed.
    NotMade,
    /// The browser refused to hand it out.
    NotHandedOut,
}
