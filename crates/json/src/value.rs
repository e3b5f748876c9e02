//! A JSON value that keeps what was read.

use super::map::Map;

/// A JSON value. A number keeps its text, so that nothing is rounded on the way through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Json>),
    /// An object; its keys are unique.
    Object(Map<Json>),
}

impl Json {
    /// The field of an object; nothing where this is no object or has no such field.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.get(key),
            _ => None,
        }
    }

    /// The text, where this is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }
}

/// Fields that this version does not know, kept to be written again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown(pub Map<Json>);
