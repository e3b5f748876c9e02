//! Changes to the text and to the bytes of a file.

use super::Chance;
use json::{Json, canonical};

/// What JSON is made of, and what it is not.
const TOKENS: [&[u8]; 30] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\"a\":",
    b"\\",
    b"\\u",
    b"\\ud83d",
    b"\\udc00",
    b"\\u0000",
    b"\\x",
    b"1",
    b"-",
    b"0",
    b".5",
    b"e+",
    b"true",
    b"nul",
    b" ",
    b"\n",
    b"\xE1\xBA\xBF",
    b"\xEF\xBB\xBF",
    b"\0",
    b"\xFF\xFE",
    b"\xED\xA0\x80",
    b"\xC0\x80",
    b"\x7f",
];

/// Bytes that are no file: any at all, or of what JSON is made of.
pub(super) fn noise(chance: &mut Chance) -> Vec<u8> {
    let length = chance.below(200);
    if chance.one_in(2) {
        return (0..length).map(|_| chance.next().to_le_bytes()[0]).collect();
    }
    (0..length / 4).flat_map(|_| chance.of(&TOKENS).to_vec()).collect()
}

/// Changes some of the bytes.
pub(super) fn mutate(file: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let (at, end) = (chance.below(file.len()), chance.below(file.len()));
    let range = at.min(end)..at.max(end);
    let few = at..(at + chance.below(8)).min(file.len());
    match chance.below(9) {
        0 => file.truncate(at),
        1 => drop(file.drain(few)),
        2 => drop(file.drain(range)),
        3 => drop(file.splice(few, chance.of(&TOKENS).to_vec())),
        4 => {
            let again = file[few.clone()].to_vec();
            drop(file.splice(few.start..few.start, again));
        }
        // The beginning of one file, and the end of another.
        5 => drop(file.splice(at.., other[chance.below(other.len())..].to_vec())),
        6 => {
            let wide = String::from_utf8_lossy(file).encode_utf16().flat_map(u16::to_le_bytes).collect();
            *file = if chance.one_in(4) { wide } else { file.repeat(2) };
        }
        _ => {
            if let Some(byte) = file.get_mut(at) {
                *byte ^= 1 << chance.below(8);
            }
        }
    }
}

/// The document in another form than the canonical one: with white space, other escapes, members in another order or
/// twice, and escapes that are none.
pub(super) fn rendered(json: &Json, chance: &mut Chance) -> String {
    let mut out = String::new();
    render(json, &mut out, chance);
    out.push_str(chance.of(&["", "\n", "\n\n", "\r\n", " "]));
    out
}

fn render(json: &Json, out: &mut String, chance: &mut Chance) {
    if chance.one_in(30) {
        out.push_str(chance.of(&[" ", "\n", "\t", "\r\n", "\u{a0}"]));
    }
    match json {
        Json::String(text) => render_text(text, out, chance),
        Json::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                render(item, out, chance);
            }
            out.push(']');
        }
        Json::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            if chance.one_in(20) {
                fields.reverse();
            }
            if chance.one_in(40) {
                fields.extend_from_within(..fields.len().min(1));
            }
            out.push('{');
            for (index, (key, field)) in fields.into_iter().enumerate() {
                out.push_str(if index == 0 { "" } else { "," });
                render_text(key, out, chance);
                out.push(':');
                render(field, out, chance);
            }
            out.push('}');
        }
        other => out.push_str(&canonical(other)),
    }
}

fn render_text(text: &str, out: &mut String, chance: &mut Chance) {
    match chance.below(60) {
        0 => {
            out.push('"');
            for unit in text.encode_utf16() {
                out.push_str(&format!("\\u{unit:04X}"));
            }
            out.push('"');
        }
        1 => {
            let mut broken = canonical(&Json::String(text.to_owned()));
            let at = broken.char_indices().nth(chance.below(broken.chars().count())).map_or(0, |(at, _)| at);
            broken.insert_str(at, chance.of(&["\\", "\\u12", "\\ud800", "\\u0000", "\0", "\n", "\"", "\\/"]));
            out.push_str(&broken);
        }
        _ => out.push_str(&canonical(&Json::String(text.to_owned()))),
    }
}
