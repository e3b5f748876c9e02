//! Kinds of text.

use crate::bundle;
use crate::kind::Kind;

/// The kind of what has no mark of its own, by its first letters.
pub(super) fn by_text(text: &[u8]) -> Kind {
    if is_utf16(text) {
        return Kind::Utf16;
    }
    match text.first() {
        Some(b'{') if bundle::is_bundle(text) => Kind::Bundle,
        Some(b'{') => Kind::Json,
        Some(b'<') if is_page(text) => Kind::Page,
        _ if is_mail(text) => Kind::Mail,
        _ if is_text(text) => Kind::Text,
        _ => Kind::Other,
    }
}

/// A text in UTF-16 without its mark: every second byte of its beginning is zero, since that is of our letters.
fn is_utf16(head: &[u8]) -> bool {
    let pairs = head.chunks_exact(2).take(8);
    let is = |zero: usize| {
        pairs.len() > 1 && pairs.clone().all(|pair| pair.iter().position(|byte| *byte == 0) == Some(zero))
    };
    is(0) || is(1)
}

/// Other documents begin with `<` as well.
fn is_page(text: &[u8]) -> bool {
    let begins = |mark: &str| text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark.as_bytes()));
    let has = |mark: &[u8]| text.windows(mark.len()).any(|window| window.eq_ignore_ascii_case(mark));
    ["<!doctype html", "<html", "<head", "<body", "<script"].iter().any(|mark| begins(mark)) || has(b"<html")
}

/// Fields that a mail has and other texts have not.
const FIELDS: [&str; 11] = [
    "from",
    "date",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "message-id",
    "x-received",
    "dkim-signature",
    "arc-seal",
    "authentication-results",
];

/// A mail begins with fields, and among them is one that only mails have. The last line may be cut off.
fn is_mail(text: &[u8]) -> bool {
    let mut fields = 0;
    let mut is_known = false;
    for line in text.split(|byte| *byte == b'\n').take(64) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if fields > 0 && line.first().is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
            continue;
        }
        let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
        if name.len() == line.len() || name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
            break;
        }
        fields += 1;
        is_known |= FIELDS.iter().any(|field| name.eq_ignore_ascii_case(field.as_bytes()));
    }
    is_known && fields > 1
}

/// Whether people can read it: no controls but those of lines. It may be in any code page.
fn is_text(text: &[u8]) -> bool {
    text.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c))
}
