//! Files that hold hostile texts wherever a file holds a text, sealed as the product seals its own.

#![allow(clippy::indexing_slicing, reason = "a field that is written to is made where it is missing")]

use super::Payload;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The requirements of a unit that takes part in every task.
const REQUIREMENTS: [&str; 15] = [
    "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.2.1", "2.2.2", "2.2.3", "2.2.4", "2.2.5", "2.2.6", "2.3", "3.1", "3.2",
];
/// The long texts of an answer: where they are in it, and what their fields are called.
const AREAS: [(&str, &str); 5] = [
    ("results", "results"),
    ("limitations", "limitations"),
    ("causes/objective", "causes-objective"),
    ("causes/subjective", "causes-subjective"),
    ("noEvidenceReason", "no-evidence-reason"),
];
/// The texts of an entry of the register.
const ENTRY: [&str; 5] = ["number", "issuer", "summary", "section", "url"];

/// What the fields of an assessment hold, by their ids on the page.
pub type Texts = Vec<(String, String)>;

/// An assessment of the unit `unit` that holds every payload in every kind of field, and what each field holds. Those of
/// another `turn` than the first hold them in other places, and once in the register.
pub fn assessment(unit: &str, payloads: &[Payload], turn: usize) -> (Value, Texts) {
    let mut payloads: Vec<&Payload> = payloads.iter().collect();
    let turn = turn.min(payloads.len());
    payloads.rotate_left(turn);
    let (heavy, light): (Vec<&Payload>, Vec<&Payload>) = payloads.iter().copied().partition(|one| one.is_heavy());
    let light: Vec<&str> = light.iter().map(|one| one.text.as_str()).collect();
    let mut texts = Texts::new();
    let mut whole = general(unit, &light, &mut texts);
    whole["answers"] = answers(&light, &heavy, &mut texts);
    whole["evidence"] = register(&payloads, turn == 0, &mut texts);
    (whole, texts)
}

fn general(unit: &str, light: &[&str], texts: &mut Texts) -> Value {
    let line = light.join(" ¦ ");
    let area = light.join("\n");
    for (id, text) in [
        ("unit-name", unit),
        ("period-label", &line),
        ("prepared-by-name", &line),
        ("prepared-by-position", &line),
        ("prepared-by-contact", &line),
        ("overall", &area),
        ("proposal-h0", &area),
    ] {
        texts.push((id.to_owned(), text.to_owned()));
    }
    json!({
        "unit": { "group": "quan-huyen-uy", "name": unit },
        "revision": 1, "createdAt": "2024-06-20T01:00:00Z", "updatedAt": "2024-07-01T00:15:00Z",
        "optedIn": ["2", "3"], "period": { "label": line },
        "preparedBy": { "name": line, "position": line, "contact": line },
        "overall": area, "proposals": [{ "id": "h0", "text": area, "to": unit }],
        "replies": [{ "remark": unit, "text": unit }],
    })
}

/// In the first requirement every text in every field; in the others one that is long in each.
fn answers(light: &[&str], heavy: &[&Payload], texts: &mut Texts) -> Value {
    let all = light.join("\n");
    let mut heavy = heavy.iter();
    let mut answers = Map::new();
    for (index, requirement) in REQUIREMENTS.iter().enumerate() {
        let mut answer = json!({ "status": "done" });
        for (place, name) in AREAS {
            let text = if index == 0 { Some(all.clone()) } else { heavy.next().map(|one| one.text.clone()) };
            let Some(text) = text else { continue };
            texts.push((format!("answer-{requirement}-{name}"), text.clone()));
            match place.split_once('/') {
                Some((outer, inner)) => answer[outer][inner] = text.into(),
                None => answer[place] = text.into(),
            }
        }
        if index == 1 {
            answer["evidence"] = (0..light.len()).step_by(8).map(id).collect();
        }
        if index == 2 {
            answer["nextSteps"] = steps(requirement, light, texts);
        }
        answers.insert((*requirement).to_owned(), answer);
    }
    answers.into()
}

fn steps(requirement: &str, light: &[&str], texts: &mut Texts) -> Value {
    let mut step = |(index, text): (usize, &&str)| {
        let id = id(index);
        // In all three they would be more than a file takes.
        let other = if index % 2 == 0 { "owner" } else { "result" };
        for field in ["task", other] {
            texts.push((format!("step-{requirement}-{id}-{field}"), (*text).to_owned()));
        }
        json!({ "id": id, "task": text, other: text, "due": "2024-09-30", "doneAt": "2024-09-29" })
    };
    light.iter().enumerate().map(&mut step).collect()
}

fn register(payloads: &[&Payload], is_full: bool, texts: &mut Texts) -> Value {
    let mut entry = |(index, payload): (usize, &&Payload)| {
        let mut entry = json!({ "id": id(index), "date": "2024-06-30" });
        for (at, field) in ENTRY.into_iter().enumerate() {
            if (is_full && !payload.is_heavy()) || at == index % ENTRY.len() {
                texts.push((format!("evidence-{}-{field}", id(index)), payload.text.clone()));
                entry[field] = payload.text.clone().into();
            }
        }
        entry
    };
    payloads.iter().enumerate().map(&mut entry).collect()
}

fn id(index: usize) -> String {
    format!("h{index}")
}

/// The file with these assessments: canonical JSON with its digest.
pub fn sealed(assessments: &[Value]) -> String {
    seal(envelope(assessments))
}

/// The same as if it were about the document of the id `directive`.
pub fn sealed_about(directive: &str) -> String {
    let mut envelope = envelope(&[json!({})]);
    envelope["directive"]["id"] = directive.into();
    seal(envelope)
}

/// A file with remarks for the unit and the draft of an assessment, by a body of that name.
pub fn remarks(of: &Value, by: &str, remarks: &[Value]) -> String {
    let mut envelope = envelope(&[]);
    let document = envelope.as_object_mut();
    document.into_iter().for_each(|fields| drop(fields.remove("assessments")));
    envelope["format"] = "directive-remarks".into();
    envelope["version"] = 1.into();
    envelope["unit"] = of["unit"].clone();
    envelope["draftId"] = of["draftId"].clone();
    let whole = |remark: &Value| {
        let mut whole = json!({ "at": "2024-07-02T01:05:00Z", "by": by, "state": "sent", "about": "0".repeat(64) });
        for (key, value) in remark.as_object().into_iter().flatten() {
            whole[key] = value.clone();
        }
        whole
    };
    envelope["remarks"] = remarks.iter().map(whole).collect();
    seal(envelope)
}

/// The record of a draft, as a store holds it.
pub fn record(id: &str, assessment: &Value) -> String {
    let mut envelope = envelope(std::slice::from_ref(assessment));
    envelope["draft"] = json!({ "id": id, "generation": 1, "deleted": false, "writer": "w1" });
    seal(envelope)
}

fn envelope(assessments: &[Value]) -> Value {
    json!({
        "app": "0.1.0", "directive": { "edition": "2024-06-18", "id": "1022-CV/TU" }, "exportedAt": "2024-07-01T00:30:00Z",
        "format": "directive-assessment", "version": 2, "assessments": assessments,
    })
}

fn seal(mut document: Value) -> String {
    let digest = Sha256::digest(canonical(&document));
    let digest = digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    document["sha256"] = digest.into();
    canonical(&document) + "\n"
}

/// RFC 8785, for documents whose numbers are whole.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
            fields.sort_by_cached_key(|(key, _)| key.encode_utf16().collect::<Vec<_>>());
            let field = |(key, value): &(&String, &Value)| format!("{}:{}", json!(key), canonical(value));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        value => value.to_string(),
    }
}

/// An archive of files that are stored as they are, under names that are not what a system would take.
pub fn archive(files: &[(&str, &str)]) -> Result<Vec<u8>> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let start = u32::try_from(archive.len())?.to_le_bytes();
        let size = u32::try_from(content.len())?.to_le_bytes();
        // UTF-8 names, stored; no time; a sum that nobody looks at.
        let mut common = vec![20, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        common.extend(size);
        common.extend(size);
        common.extend(u16::try_from(name.len()).context("a name too long for an archive")?.to_le_bytes());
        archive.extend([b"PK\x03\x04".as_slice(), &common, &[0, 0], name.as_bytes(), content.as_bytes()].concat());
        directory.extend([b"PK\x01\x02\x14\x00".as_slice(), &common, &[0; 12], &start, name.as_bytes()].concat());
    }
    let (start, size) = (u32::try_from(archive.len())?, u32::try_from(directory.len())?);
    let count = u16::try_from(files.len())?.to_le_bytes();
    archive.extend(directory);
    archive.extend(
        [b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size.to_le_bytes(), &start.to_le_bytes(), &[0, 0]].concat(),
    );
    Ok(archive)
}
