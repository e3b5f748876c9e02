//! How a document differs from what its type asks for.

use super::place::{prepend, push_index, push_key};
use std::fmt;

/// A value is not what the type that it is read into asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// How the value differs.
    pub kind: MismatchKind,
    /// The path from the root of what was read, as in [`super::DocumentPlace`].
    pub path: String,
}

/// In what way a value differs from what its type asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MismatchKind {
    /// Something else stands where this belongs.
    WrongType {
        /// The type that belongs here.
        expected: Expected,
    },
    /// The text is none of the values that are possible here.
    UnknownValue {
        /// The text, or what its type says against it.
        found: String,
    },
    /// The object at the path lacks a field that it must have.
    Missing {
        /// The field's name.
        field: &'static str,
    },
    /// The integer is too small or too large.
    OutOfRange,
    /// The object at the path has a field that its type does not know.
    Unknown {
        /// The field's name.
        field: String,
    },
}

/// What belongs in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A whole number without fraction or exponent.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A list.
    List,
    /// An object.
    Object,
    /// None of the above: the type asks for what this format does not have, such as a fraction.
    Other,
}

/// A mismatch on its way out. Boxed, because it is handed on at every field: the smaller it is, the smaller is all of
/// that code.
#[derive(Debug)]
pub struct BoxedMismatch(pub(super) Box<Mismatch>);

impl BoxedMismatch {
    #[cold]
    pub(super) fn new(kind: MismatchKind) -> Self {
        Self(Box::new(Mismatch { kind, path: String::new() }))
    }

    pub(super) fn wrong(expected: Expected) -> Self {
        Self::new(MismatchKind::WrongType { expected })
    }

    #[cold]
    pub(super) fn in_field(mut self, key: &str) -> Self {
        let mut step = String::new();
        push_key(&mut step, key);
        prepend(step, &mut self.0.path);
        self
    }

    #[cold]
    pub(super) fn in_item(mut self, index: usize) -> Self {
        let mut step = String::new();
        push_index(&mut step, index);
        prepend(step, &mut self.0.path);
        self
    }
}

impl fmt::Display for BoxedMismatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.path)
    }
}

impl std::error::Error for BoxedMismatch {}
