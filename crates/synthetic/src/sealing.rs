//! Files that this product does not write, of other versions and with other content, each with a correct digest.

use exchange::{Damage, Refusal};
use json::{Json, Limits, Map};

/// The member that holds the digest.
const SHA256: &str = "sha256";

/// A file as a document whose fields can be changed.
pub(crate) fn opened(file: &[u8]) -> Map<Json> {
    match json::read(file, &Limits::FILE) {
        Ok(Json::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// The file of a document, under a digest that fits, and the digest.
pub(crate) fn sealed(mut fields: Map<Json>, directive: &str) -> (Vec<u8>, String) {
    fields.insert(SHA256.to_owned(), Json::String(String::new()));
    // Whoever reads it says which digest it should hold.
    let digest = match exchange::read(&bytes(&fields), directive) {
        Err(Refusal::Damaged { damage: Damage::Digest { computed, .. }, .. }) => computed,
        _ => String::new(),
    };
    fields.insert(SHA256.to_owned(), Json::String(digest.clone()));
    (bytes(&fields), digest)
}

fn bytes(fields: &Map<Json>) -> Vec<u8> {
    (json::canonical(&Json::Object(fields.clone())) + "\n").into_bytes()
}

/// Makes a document one of version 1: drafts had no ids, no file said what it descended from, and the proposals were one text.
pub(crate) fn to_version_1(fields: &mut Map<Json>) {
    fields.insert("version".to_owned(), Json::Number("1".to_owned()));
    let Some(Json::Array(assessments)) = fields.get_mut("assessments") else { return };
    for assessment in assessments {
        let Json::Object(assessment) = assessment else { continue };
        assessment.remove("draftId");
        assessment.remove("basedOn");
        if let Some(Json::Array(rows)) = assessment.remove("proposals") {
            let texts: Vec<&str> = rows.iter().filter_map(|row| row.get("text").and_then(Json::as_str)).collect();
            assessment.insert("proposals".to_owned(), Json::String(texts.join("\n")));
        }
    }
}

/// A document in lines, as an editor lays it out, with line ends of Windows where asked.
pub(crate) fn laid_out(fields: &Map<Json>, line_end: &str) -> Vec<u8> {
    let mut text = String::new();
    lay_out(&Json::Object(fields.clone()), 0, line_end, &mut text);
    text.push_str(line_end);
    text.into_bytes()
}

fn lay_out(json: &Json, depth: usize, line_end: &str, text: &mut String) {
    let indent = |text: &mut String, depth: usize| {
        text.push_str(line_end);
        text.push_str(&"  ".repeat(depth));
    };
    match json {
        Json::Array(items) if !items.is_empty() => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                indent(text, depth + 1);
                lay_out(item, depth + 1, line_end, text);
            }
            indent(text, depth);
            text.push(']');
        }
        Json::Object(fields) if !fields.is_empty() => {
            text.push('{');
            for (at, (key, value)) in fields.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                indent(text, depth + 1);
                text.push_str(&json::canonical(&Json::String(key.clone())));
                text.push_str(": ");
                lay_out(value, depth + 1, line_end, text);
            }
            indent(text, depth);
            text.push('}');
        }
        other => text.push_str(&json::canonical(other)),
    }
}
