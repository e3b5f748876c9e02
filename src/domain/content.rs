//! Reading the content data: those that are built in, and those that a portal gives in their place.

use super::content_check::{Checked, check_directive, check_roster};
use super::directive::Directive;
use super::roster::Roster;
use crate::json::{self, Json, Limits, Mismatch, ReadError, Value};

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

/// Reads content data.
///
/// # Errors
/// The first thing that is wrong with them.
pub fn parse<T: Value + Default>(bytes: &[u8]) -> Result<T, ContentError> {
    let mut json = json::read(bytes, &Limits::CONTENT).map_err(ContentError::Json)?;
    if let Json::Object(fields) = &mut json {
        // For editors.
        fields.remove("$schema");
    }
    json::read_as(json).map_err(ContentError::Shape)
}

/// Reads the directive and the roster that somebody gave, each of which may be the built-in one.
///
/// # Errors
/// The first thing that is wrong with either, or with both together.
pub fn read(directive: Option<&[u8]>, roster: Option<&[u8]>) -> Result<(Directive, Roster), Box<ContentFault>> {
    // Of those that are built in a test holds what is checked here.
    let is_given = directive.is_some() || roster.is_some();
    let directive = directive.map_or_else(Directive::built_in, parse);
    let directive = directive.map_err(|error| unreadable(ContentName::Directive, error))?;
    let roster = roster.map_or_else(Roster::built_in, parse);
    let roster = roster.map_err(|error| unreadable(ContentName::Roster, error))?;
    if is_given {
        named(ContentName::Roster, check_roster(&roster))?;
        named(ContentName::Directive, check_directive(&directive, &roster))?;
    }
    Ok((directive, roster))
}

fn unreadable(name: ContentName, error: ContentError) -> Box<ContentFault> {
    Box::new(ContentFault { name, cause: ContentCause::Unreadable(error), path: String::new() })
}

fn named(name: ContentName, checked: Checked) -> Result<(), Box<ContentFault>> {
    checked.map_err(|wrong| {
        let (cause, path) = *wrong;
        Box::new(ContentFault { name, cause, path })
    })
}

impl Directive {
    /// The directive that the product is made for.
    ///
    /// # Errors
    /// None, as the tests of the data hold.
    pub fn built_in() -> Result<Self, ContentError> {
        parse(include_bytes!("../content/directive.json"))
    }
}

impl Roster {
    /// The units as of the day of the directive.
    ///
    /// # Errors
    /// None, as the tests of the data hold.
    pub fn built_in() -> Result<Self, ContentError> {
        parse(include_bytes!("../content/roster.json"))
    }
}
