//! Texts as an attacker would write them, files full of them, and the check of a page that shows them.

mod file;
mod page;

pub use file::{Texts, archive, assessment, record, remarks, sealed, sealed_about};
pub use page::{are_held, composed, fields_hold, press_button, shows, shows_on_pages, texts_only, titled, turns_page};

use anyhow::{Context, Result};
use serde_json::Value;

const PAYLOADS: &str = include_str!("payloads.jsonl");

/// A longer text would make a file too large in which each stands many times.
const HEAVY: usize = 2_000;

/// A text of an attacker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    /// What it tries, such as `markup` or `bidi`.
    pub kind: String,
    /// The text.
    pub text: String,
}

impl Payload {
    /// Whether a file has room for it a few times only.
    pub fn is_heavy(&self) -> bool {
        self.text.len() > HEAVY
    }
}

/// All payloads, in the order of their file.
pub fn payloads() -> Result<Vec<Payload>> {
    PAYLOADS.lines().map(|line| payload(line).with_context(|| format!("no payload: {line}"))).collect()
}

/// The first payload of each kind.
pub fn one_of_each(payloads: &[Payload]) -> impl Iterator<Item = &str> {
    let is_first = |index: &usize| {
        let (before, rest) = payloads.split_at(*index);
        rest.first().is_some_and(|one| before.iter().all(|other| other.kind != one.kind))
    };
    (0..payloads.len()).filter(is_first).filter_map(|index| payloads.get(index)).map(|one| one.text.as_str())
}

/// A line: a kind and a text, and what is to be added to it how many times.
fn payload(line: &str) -> Option<Payload> {
    let line: Value = serde_json::from_str(line).ok()?;
    let text = |name: &str| line.get(name).map_or(Some(""), Value::as_str);
    let times = line.get("times").map_or(Some(0), Value::as_u64)?;
    let added = text("add")?.repeat(usize::try_from(times).ok()?);
    Some(Payload { kind: text("kind")?.to_owned(), text: [text("text")?, &added].concat() })
}

/// Leaves out what the product itself says in an assessment that it exports: which draft it is, and from which files it goes on.
pub fn leave_out_own_words(assessment: &mut Value) {
    if let Some(fields) = assessment.as_object_mut() {
        fields.retain(|name, _| !["draftId", "basedOn"].contains(&name.as_str()));
    }
}

/// A text as a file may hold it: a control is what it stands for, or a space; a text of nothing else is nothing.
pub fn in_a_file(text: &str) -> String {
    let one = |one: char| match one {
        '\n' | '\t' | '\r' => Some(one),
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{1e}' => Some('-'),
        '\u{1f}' | '\u{fffe}' | '\u{ffff}' => None,
        one if one.is_control() => Some(' '),
        one => Some(one),
    };
    if text.chars().all(|letter| one(letter) != Some(letter)) {
        return String::new();
    }
    text.chars().filter_map(one).collect()
}

/// Every text in a document, in its order.
pub fn leaves<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => into.push(text),
        Value::Array(items) => items.iter().for_each(|item| leaves(item, into)),
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(key, _)| *key);
            fields.into_iter().for_each(|(_, field)| leaves(field, into));
        }
        _ => {}
    }
}
