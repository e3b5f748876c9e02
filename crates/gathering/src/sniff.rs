//! Tells what a thing is, by its first bytes and never by its name.

mod marks;
mod text;

use crate::kind::Kind;

/// How many first bytes tell the kind; only of old office documents and Outlook's messages, all are looked at.
pub const HEAD: usize = 4096;

/// The kind of a thing, of which these are the first [`HEAD`] bytes or more.
#[must_use]
pub fn kind_of(bytes: &[u8]) -> Kind {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if head.trim_ascii().is_empty() || head == b"\xef\xbb\xbf" {
        return if bytes.trim_ascii().len() <= 3 { Kind::Empty } else { Kind::Text };
    }
    if head.iter().all(|byte| *byte == 0) {
        return if bytes.iter().all(|byte| *byte == 0) { Kind::Zeros } else { Kind::Other };
    }
    marks::by_mark(bytes).unwrap_or_else(|| text::by_text(head))
}

#[cfg(test)]
mod tests;
