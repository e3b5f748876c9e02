//! Tells what a thing is by its first bytes, never by its name.

mod marks;
mod text;

use crate::kind::Kind;

/// How many first bytes tell the kind; only of old office documents and Outlook's messages, all are looked at.
pub const HEAD: usize = 4096;

/// The kind of a thing, of which these are the first [`HEAD`] bytes or more.
#[must_use]
pub fn kind_of(bytes: &[u8]) -> Kind {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if text.is_empty() {
        return Kind::Empty;
    }
    if bytes.first() == Some(&0) && bytes.iter().all(|byte| *byte == 0) {
        return Kind::Zeros;
    }
    let head = text.get(..HEAD).unwrap_or(text);
    marks::by_mark(bytes).unwrap_or_else(|| text::by_text(head))
}

#[cfg(test)]
mod tests;
