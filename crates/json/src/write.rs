//! Canonical writing: one value, one text (RFC 8785).

use super::map::{Map, merged};
use super::value::Json;

/// The canonical text of a value: no white space, keys in the order of their UTF-16 code units, the fewest escapes.
/// A number is written with the text that it has; [`super::is_canonical_number`] tells whether that is canonical.
#[must_use]
pub fn canonical(json: &Json) -> String {
    let mut text = String::new();
    write_canonical(json, &mut |piece| text.push_str(piece));
    text
}

/// Writes the text that [`canonical`] gives piece by piece, for who needs it but once: it may take more memory than
/// the value.
pub fn write_canonical(json: &Json, out: &mut dyn FnMut(&str)) {
    match json {
        Json::Null => out("null"),
        Json::Bool(true) => out("true"),
        Json::Bool(false) => out("false"),
        Json::Number(text) => out(text),
        Json::String(text) => write_text(text, out),
        Json::Array(items) => {
            let mut before = "[";
            for item in items {
                out(before);
                write_canonical(item, out);
                before = ",";
            }
            out(if items.is_empty() { "[]" } else { "]" });
        }
        Json::Object(fields) => write_object(fields, out),
    }
}

fn write_object(fields: &Map<Json>, out: &mut dyn FnMut(&str)) {
    let mut before = "{";
    let mut write_field = |key: &str, value: &Json| {
        out(before);
        write_text(key, out);
        out(":");
        write_canonical(value, out);
        before = ",";
    };
    // The map's order is that of code points, which differs from UTF-16's only beyond the basic plane.
    if fields.keys().any(|key| key.bytes().any(|byte| byte >= 0xF0)) {
        for (key, value) in by_utf16(fields) {
            write_field(key, value);
        }
    } else {
        for (key, value) in fields.iter() {
            write_field(key, value);
        }
    }
    out(if fields.is_empty() { "{}" } else { "}" });
}

/// By merging ever longer runs: the standard sort would cost bytes, and a file can be made to have thousands of fields far
/// from their places.
fn by_utf16(fields: &Map<Json>) -> Vec<&(String, Json)> {
    let mut sorted: Vec<&(String, Json)> = fields.entries().iter().collect();
    let mut run = 1;
    while run < sorted.len() {
        let mut longer = Vec::with_capacity(sorted.len());
        for pair in sorted.chunks(2 * run) {
            let (one, other) = pair.split_at(run.min(pair.len()));
            let is_before = |one: &&(String, _), other: &&(String, _)| one.0.encode_utf16().lt(other.0.encode_utf16());
            longer.append(&mut merged(pair.len(), one.iter().copied(), other.iter().copied(), &is_before));
        }
        sorted = longer;
        run *= 2;
    }
    sorted
}

/// Writes a text between quotation marks.
pub(super) fn write_text(text: &str, out: &mut dyn FnMut(&str)) {
    out("\"");
    let mut plain = text;
    while let Some((at, byte)) = plain.bytes().enumerate().find(|(_, byte)| matches!(byte, b'"' | b'\\' | 0..0x20)) {
        // Such a byte is a character of its own.
        out(plain.get(..at).unwrap_or_default());
        write_escape(byte, out);
        plain = plain.get(at + 1..).unwrap_or_default();
    }
    out(plain);
    out("\"");
}

fn write_escape(byte: u8, out: &mut dyn FnMut(&str)) {
    let escape = match byte {
        b'"' => "\\\"",
        b'\\' => "\\\\",
        b'\x08' => "\\b",
        b'\t' => "\\t",
        b'\n' => "\\n",
        b'\x0c' => "\\f",
        b'\r' => "\\r",
        _ => {
            out(if byte < 16 { "\\u000" } else { "\\u001" });
            let digit = usize::from(byte % 16);
            "0123456789abcdef".get(digit..=digit).unwrap_or_default()
        }
    };
    out(escape);
}
