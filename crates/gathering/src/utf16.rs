//! Text that an editor saved as "Unicode", which is UTF-16.

use crate::line::Utf16File;
use exchange::Refusal;

/// What a text in UTF-16 is. It is decoded for that alone: what it holds is no longer the file that a unit sent.
pub(crate) fn file(bytes: &[u8], directive: &str) -> Utf16File {
    let text = decoded(bytes);
    match exchange::read(text.as_bytes(), directive) {
        Ok(_) | Err(Refusal::OtherDirective(_) | Refusal::NewerVersion(_)) => Utf16File::Whole,
        Err(_) if text.contains(exchange::FORMAT) => Utf16File::Changed,
        Err(_) => Utf16File::Other,
    }
}

/// By its mark, or else by where the zeros of its first letter stand.
fn decoded(bytes: &[u8]) -> String {
    let is_little = match bytes {
        [0xff, 0xfe, ..] => true,
        [0xfe, 0xff, ..] => false,
        _ => bytes.get(1) == Some(&0),
    };
    let unit = |pair: &[u8; 2]| if is_little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) };
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.first_chunk()).map(unit);
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
