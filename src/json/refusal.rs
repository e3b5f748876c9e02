//! What a document is refused for, before anything of it is believed.

use super::place::Place;

/// Why a document is refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Why.
    pub cause: Cause,
    /// Where.
    pub place: Place,
}

/// Why a document is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// More bytes than are allowed.
    TooLarge {
        /// Its bytes.
        size: usize,
        /// The bytes allowed.
        limit: usize,
    },
    /// It is in UTF-16 or UTF-32, not in UTF-8.
    Utf16,
    /// A byte that is no UTF-8.
    NotUtf8,
    /// A character that JSON does not have here.
    NotJson,
    /// The document ends before its value does.
    UnexpectedEnd,
    /// Something follows the value.
    TrailingContent,
    /// An object has this key twice.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// More lists and objects within one another than are allowed.
    TooDeep {
        /// The depth allowed.
        limit: usize,
    },
    /// More values than are allowed, or than a document of its size may have.
    TooManyNodes {
        /// The number allowed.
        limit: usize,
    },
    /// A longer text than is allowed.
    TextTooLong {
        /// The bytes allowed.
        limit: usize,
    },
    /// A text holds a character that it must not, or must only hold escaped.
    ForbiddenCharacter {
        /// Its code point.
        code: u32,
    },
    /// A text holds half of a surrogate pair.
    LoneSurrogate {
        /// Its code unit.
        code: u32,
    },
}

/// Whether a text in a file must not hold this character: the controls U+0000 to U+001F but tab, line feed and carriage
/// return, and the code points that are no characters.
#[must_use]
pub fn is_forbidden(character: char) -> bool {
    let code = u32::from(character);
    (code < 0x20 && !matches!(character, '\t' | '\n' | '\r'))
        || (0xFDD0..=0xFDEF).contains(&code)
        || code & 0xFFFE == 0xFFFE
}
