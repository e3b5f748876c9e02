//! What can be wrong with content data that a portal gives.

use json::{Mismatch, ReadError};

/// Why content data cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContentError {
    /// They are not JSON as it is read here.
    Json(ReadError),
    /// They are JSON, but not of this shape.
    Shape(Mismatch),
}

/// Which content data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentName {
    /// The directive.
    Directive,
    /// The roster.
    Roster,
}

/// Why content data that somebody gave cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentFault {
    /// Which.
    pub name: ContentName,
    /// What is wrong.
    pub cause: ContentCause,
    /// Where, as a path such as `tasks[0].requirements[2].clause.text`; empty where the cause has a place of its own.
    pub path: String,
}

/// What is wrong with content data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContentCause {
    /// They cannot be read.
    Unreadable(ContentError),
    /// Nothing stands where something must.
    Empty,
    /// An id has other characters than letters, digits, `.`, `_` and `-`, or, of a directive, a blank; or is too long.
    BadId,
    /// The same id, or name, is there a second time.
    Twice,
    /// Nothing of that id is there.
    Unknown(String),
    /// A day is none of the calendar.
    BadDate,
    /// A directive has one to nine tasks.
    TooManyTasks,
    /// Where it comes from is not what may stand here.
    BadKind,
    /// The words do not stand in the text that they are said to be taken from.
    NotInText,
    /// The words stand in the text more than once, or overlap others.
    Ambiguous,
    /// A paragraph has a text or a task, and not both; each task stands in the document once, in its order.
    BadParagraph,
    /// A fact about something else has no source, or no day on which it held.
    NoSource,
}

impl ContentFault {
    /// A name for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.name {
            ContentName::Directive => "directive-invalid",
            ContentName::Roster => "roster-invalid",
        }
    }

    /// Where in the document, as far as a path can tell.
    #[must_use]
    pub fn path(&self) -> &str {
        match &self.cause {
            ContentCause::Unreadable(ContentError::Json(error)) => &error.place.path,
            ContentCause::Unreadable(ContentError::Shape(mismatch)) => &mismatch.path,
            _ => &self.path,
        }
    }
}
