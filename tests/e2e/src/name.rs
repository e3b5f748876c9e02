//! How a test names what it looks for.

use serde_json::{Value, json};

/// The accessible name (or label) of an element: a plain text means exactly that name.
///
/// Runs of white space count as one space, and letters are compared in their composed form (NFC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// Exactly this.
    Is(String),
    /// This and perhaps more.
    Has(String),
    /// A JavaScript regular expression with the `u` flag.
    Matches(String),
    /// Whatever it is called.
    Any,
}

/// A name that contains `part`.
pub fn has(part: impl Into<String>) -> Name {
    Name::Has(part.into())
}

/// A name in which the JavaScript regular expression `pattern` is found.
pub fn matches(pattern: impl Into<String>) -> Name {
    Name::Matches(pattern.into())
}

/// Any name, also none.
pub fn any() -> Name {
    Name::Any
}

impl Name {
    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Is(text) => json!({ "is": text }),
            Self::Has(part) => json!({ "has": part }),
            Self::Matches(pattern) => json!({ "matches": pattern }),
            Self::Any => Value::Null,
        }
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Is(text) => write!(f, "{text:?}"),
            Self::Has(part) => write!(f, "with {part:?} in its name"),
            Self::Matches(pattern) => write!(f, "with a name like /{pattern}/"),
            Self::Any => write!(f, "of any name"),
        }
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::Is(text.to_owned())
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Self::Is(text)
    }
}

impl From<&String> for Name {
    fn from(text: &String) -> Self {
        Self::Is(text.clone())
    }
}
