//! What reading says about a file, and whether it may say so.

use super::super::{exported, opened, sealed, tree};
use crate::{Damage, Incoming, Refusal, record};
use json::{Json, written};
use serde_json::Value;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    Accepted,
    Resaved,
    NoJson,
    OtherFormat,
    BadVersion,
    NewerVersion,
    NotCanonical,
    Digest,
    OtherDirective,
    Mismatch,
    NoAssessment,
}

impl Verdict {
    /// All of them.
    pub(super) const ALL: [Self; 11] = [
        Self::Accepted,
        Self::Resaved,
        Self::NoJson,
        Self::OtherFormat,
        Self::BadVersion,
        Self::NewerVersion,
        Self::NotCanonical,
        Self::Digest,
        Self::OtherDirective,
        Self::Mismatch,
        Self::NoAssessment,
    ];
}

/// The JSON Schema of the format.
pub(super) fn schema() -> Value {
    serde_json::from_slice(include_bytes!("../../../../../schema/directive-assessment.v2.json")).unwrap()
}

/// Reads a file and holds the verdict against what it may be.
pub(super) fn of(file: &[u8], schema: &Value) -> Verdict {
    // What a file is refused for must not be a draft's undoing either.
    let _ = record::from_text(&String::from_utf8_lossy(file));
    let refusal = match opened(file) {
        Ok(incoming) => {
            check_accepted(file, &incoming, schema);
            return if incoming.resaved.is_some() { Verdict::Resaved } else { Verdict::Accepted };
        }
        Err(refusal) => refusal,
    };
    check_place(file, &refusal);
    match refusal {
        Refusal::Json(_) => Verdict::NoJson,
        Refusal::OtherFormat(_) => Verdict::OtherFormat,
        Refusal::BadVersion(_) => Verdict::BadVersion,
        Refusal::NewerVersion(_) => Verdict::NewerVersion,
        Refusal::Damaged { damage, place, readable } => {
            if let Some(readable) = readable {
                check_written_again(&readable);
            }
            match damage {
                Damage::NotCanonical => {
                    assert!(place.is_some());
                    Verdict::NotCanonical
                }
                Damage::Digest { found, computed } => {
                    assert!(found != computed && computed.len() == 64 && place.is_none());
                    Verdict::Digest
                }
            }
        }
        Refusal::OtherDirective(_) => Verdict::OtherDirective,
        Refusal::Mismatch(_) => Verdict::Mismatch,
        Refusal::NoAssessment => Verdict::NoAssessment,
    }
}

/// What is accepted has its own digest, is canonical or said not to be, fits the schema, and loses nothing on the way through.
fn check_accepted(file: &[u8], incoming: &Incoming, schema: &Value) {
    let document = tree(file);
    let body = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    let as_written = sealed(document.clone());
    assert_eq!(tree(as_written.as_bytes()), document, "its digest is its own");
    assert_eq!(
        as_written.as_bytes() == body,
        incoming.resaved.is_none(),
        "it is as the product writes it, or told not to be"
    );
    fits(schema, schema, &serde_json::from_slice(body).unwrap(), "");

    let again = sealed(written(incoming.envelope.clone()));
    assert_eq!(without_what_is_written_anew(tree(again.as_bytes())), without_what_is_written_anew(document));
    check_written_again(incoming);
}

/// What was read can be exported, opened and exported again to the same bytes.
fn check_written_again(incoming: &Incoming) {
    for assessment in incoming.assessments() {
        let first = exported(assessment);
        match opened(first.text.as_bytes()) {
            Ok(again) => assert_eq!(exported(&again.assessments()[0]).text, first.text),
            Err(refusal) => assert!(first.is_oversize, "{refusal:?}: {}", first.text),
        }
    }
}

/// Less what is empty, which the product leaves out, and what it derives or does not take from a file.
fn without_what_is_written_anew(mut document: Json) -> Json {
    if let Json::Object(fields) = &mut document {
        fields.remove("draft");
        fields.remove("sha256");
        if let Some(Json::Array(assessments)) = fields.get_mut("assessments") {
            for assessment in assessments {
                if let Json::Object(fields) = assessment {
                    fields.remove("completeness");
                }
            }
        }
    }
    drop_empty(&mut document);
    document
}

fn drop_empty(json: &mut Json) {
    match json {
        Json::Array(items) => items.iter_mut().for_each(drop_empty),
        Json::Object(fields) => {
            fields.values_mut().for_each(drop_empty);
            fields.retain(|_, field| match field {
                Json::Array(items) => !items.is_empty(),
                Json::Object(fields) => !fields.is_empty(),
                Json::String(text) => !text.is_empty(),
                other => *other != Json::Bool(false),
            });
        }
        _ => {}
    }
}

/// The place is one within the file, and the path is that of something that is there.
fn check_place(file: &[u8], refusal: &Refusal) {
    let place = refusal.place(file);
    let text = String::from_utf8_lossy(file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file));
    let line = text.split('\n').nth(place.line as usize - 1);
    let line = line.unwrap_or_else(|| panic!("line {} is not there: {refusal:?}", place.line));
    assert!(place.column >= 1 && place.column as usize <= line.chars().count() + 1, "{place:?} {refusal:?}");
    if let Refusal::Mismatch(mismatch) = refusal {
        assert_eq!(place.path, mismatch.path);
        let is_root = place.path.is_empty();
        assert!(is_root || (place.line, place.column) != (1, 1), "{mismatch:?} leads nowhere");
    }
}

/// Whether a value is what the schema asks for. What the schema does not describe is a newer version's, and may be there.
fn fits(root: &Value, schema: &Value, value: &Value, path: &str) {
    for (keyword, rule) in schema.as_object().unwrap() {
        match (keyword.as_str(), value) {
            ("$schema" | "$defs" | "title" | "description" | "default" | "format", _) => {}
            ("$ref", _) => {
                fits(root, root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap(), value, path);
            }
            ("type", _) => assert!(is_of_type(value, rule.as_str().unwrap()), "{path} is no {rule}"),
            ("const", _) => assert_eq!(rule, value, "{path}"),
            ("oneOf", _) => assert!(rule.as_array().unwrap().iter().any(|one| one["const"] == *value), "{path}"),
            ("minimum", Value::Number(number)) => assert!(number.as_f64() >= rule.as_f64(), "{path}"),
            ("pattern", Value::String(text)) => {
                assert_eq!(rule, "^[0-9a-f]{64}$");
                assert!(text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')), "{path}");
            }
            ("minItems", Value::Array(items)) => assert!(items.len() as u64 >= rule.as_u64().unwrap(), "{path}"),
            ("items", Value::Array(items)) => items.iter().for_each(|item| fits(root, rule, item, path)),
            ("required", Value::Object(fields)) => {
                let lacks = rule.as_array().unwrap().iter().find(|key| !fields.contains_key(key.as_str().unwrap()));
                assert_eq!(lacks, None, "{path}");
            }
            ("properties", Value::Object(fields)) => {
                for (key, rule) in rule.as_object().unwrap() {
                    fields.get(key).into_iter().for_each(|field| fits(root, rule, field, &[path, ".", key].concat()));
                }
            }
            ("additionalProperties", Value::Object(fields)) => {
                fields.iter().for_each(|(key, field)| fits(root, rule, field, &[path, ".", key].concat()));
            }
            (keyword, _) => panic!("{path}: {keyword} is not looked at"),
        }
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match value {
        Value::Null => name == "null",
        Value::Bool(_) => name == "boolean",
        Value::Number(number) => name == "integer" && number.as_u64().is_some(),
        Value::String(_) => name == "string",
        Value::Array(_) => name == "array",
        Value::Object(_) => name == "object",
    }
}
