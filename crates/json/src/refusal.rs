//! Why a document is refused before any of it is used.

use super::place::DocumentPlace;

/// Why a document is refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong with it.
    pub cause: Cause,
    /// Where in the text that is.
    pub place: DocumentPlace,
}

/// Why a document is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// More bytes than are allowed.
    TooLarge {
        /// How many bytes it has.
        size: usize,
        /// How many bytes it may have.
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
        /// The key that occurs twice.
        key: String,
    },
    /// More lists and objects within one another than are allowed.
    TooDeep {
        /// How deep it may go.
        limit: usize,
    },
    /// More values than are allowed, or than a document of its size may have.
    TooManyNodes {
        /// How many there may be.
        limit: usize,
    },
    /// A longer text than is allowed.
    TextTooLong {
        /// How many bytes it may have.
        limit: usize,
    },
    /// A text holds a character that it must not, or must only hold escaped.
    ForbiddenCharacter {
        /// The code point of the character.
        code: u32,
    },
    /// A text holds half of a surrogate pair.
    LoneSurrogate {
        /// The code unit that stands alone.
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
