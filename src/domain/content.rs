//! Reading the content data: those that are built in, and those that a portal gives in their place.

use super::directive::Directive;
use super::roster::Roster;
use crate::json::{self, Limits, Mismatch, ReadError, Value};

/// Why content data cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContentError {
    /// They are not JSON as it is read here.
    Json(ReadError),
    /// They are JSON, but not of this shape.
    Shape(Mismatch),
}

/// Reads content data.
///
/// # Errors
/// The first thing that is wrong with them.
pub fn parse<T: Value + Default>(bytes: &[u8]) -> Result<T, ContentError> {
    let json = json::read(bytes, &Limits::FILE).map_err(ContentError::Json)?;
    json::read_as(json).map_err(ContentError::Shape)
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
