//! Reads the content data: what is built in, and what a portal gives in its place.

mod check;
mod fault;

pub use fault::{ContentCause, ContentError, ContentFault, ContentName};

use super::directive::Directive;
use super::roster::Roster;
use check::{Checked, check_directive, check_roster};
use json::{self, Json, Limits, Value};

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
        parse(include_bytes!("../../../content/directive.json"))
    }
}

impl Roster {
    /// The units as of the day of the directive.
    ///
    /// # Errors
    /// None, as the tests of the data hold.
    pub fn built_in() -> Result<Self, ContentError> {
        parse(include_bytes!("../../../content/roster.json"))
    }
}

#[cfg(test)]
mod tests;
