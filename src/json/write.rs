//! Canonical writing: one value, one text (RFC 8785).

use super::map::{Map, merged};
use super::value::Json;

/// The canonical text of a value: no white space, keys in the order of their UTF-16 code units, the fewest escapes.
/// A number is written with the text that it has; [`super::is_canonical_number`] tells whether that is canonical.
#[must_use]
pub fn canonical(json: &Json) -> String {
    let mut out = String::new();
    write_value(&mut out, json);
    out
}

fn write_value(out: &mut String, json: &Json) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(true) => out.push_str("true"),
        Json::Bool(false) => out.push_str("false"),
        Json::Number(text) => out.push_str(text),
        Json::String(text) => write_text(out, text),
        Json::Array(items) => {
            let mut before = '[';
            for item in items {
                out.push(before);
                write_value(out, item);
                before = ',';
            }
            out.push_str(if items.is_empty() { "[]" } else { "]" });
        }
        Json::Object(fields) => write_object(out, fields),
    }
}

fn write_object(out: &mut String, fields: &Map<Json>) {
    let mut before = '{';
    let mut write_field = |key: &str, value: &Json| {
        out.push(before);
        write_text(out, key);
        out.push(':');
        write_value(out, value);
        before = ',';
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
    out.push_str(if fields.is_empty() { "{}" } else { "}" });
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
pub(super) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        let short = match character {
            '"' | '\\' => character,
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{c}' => 'f',
            '\r' => 'r',
            '\0'..='\u{1f}' => {
                let code = u32::from(character);
                out.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(code % 16, 16));
                continue;
            }
            _ => {
                out.push(character);
                continue;
            }
        };
        out.push('\\');
        out.push(short);
    }
    out.push('"');
}
