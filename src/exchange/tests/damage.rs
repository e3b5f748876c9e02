//! A file that is not as it was written is never taken for one that is.

use super::{ID, V1, exported, only, opened, sealed, text, tree, v1_with};
use crate::exchange::{Damage, Incoming, Refusal};
use crate::json::{Json, Place};

/// Each bit; with `EVERY_BYTE=1` each byte changed to every other.
#[test]
fn every_byte_that_changes_is_noticed() {
    let is_every = std::env::var_os("EVERY_BYTE").is_some();
    for at in 0..V1.len() {
        let mut bytes = V1.to_vec();
        let byte = bytes[at];
        let mut is_noticed = |changed: &u8| {
            bytes[at] = *changed;
            *changed == byte || opened(&bytes).is_err()
        };
        let failed = if is_every {
            (0..=u8::MAX).find(|changed| !is_noticed(changed))
        } else {
            (0..8).map(|bit| byte ^ (1 << bit)).find(|changed| !is_noticed(changed))
        };
        assert_eq!(failed, None, "byte {at}, {byte}");
    }
}

#[test]
fn every_byte_that_is_missing_or_added_is_noticed() {
    for at in 0..V1.len() {
        assert!(opened(&V1[..at]).is_err(), "cut at {at}");
        let mut bytes = V1.to_vec();
        bytes.insert(at, V1[at]);
        assert!(opened(&bytes).is_err(), "byte {at} doubled");
        bytes.drain(at..at + 2);
        assert!(opened(&bytes).is_err(), "byte {at} left out");
    }
}

/// Opens a file that is not in the canonical form, and tells where that shows and what can be read all the same.
fn not_canonical(bytes: &[u8]) -> (Place, Option<Box<Incoming>>) {
    match opened(bytes) {
        Err(Refusal::Damaged { damage: Damage::NotCanonical, place: Some(place), readable }) => (place, readable),
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_form_of_the_same_content_is_damage_and_can_be_read() {
    let v1 = String::from_utf8(V1.to_vec()).unwrap();
    let body = v1.trim_end();
    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(body).unwrap()).unwrap();
    let columns = u32::try_from(body.chars().count()).unwrap();
    let last_path = "version";
    for (file, line, column, path) in [
        (text(body), 1, columns + 1, last_path),
        (format!("{body}\r\n"), 1, columns + 1, last_path),
        (format!("{v1}\n"), 2, 1, last_path),
        (format!(" {v1}"), 1, 1, ""),
        (pretty, 1, 2, ""),
        (v1.replace("\"revision\":7", "\"revision\": 7"), 1, 0, "assessments[0].proposals"),
        (v1.replace("Cán", "C\\u00e1n"), 1, 0, "assessments[0].answers[\"1.1\"].causes.subjective"),
        (
            v1.replacen("{\"app\":\"0.1.0\",", "{", 1).replacen("{\"assess", "{\"x\":1,\"app\":\"0.1.0\",\"assess", 1),
            1,
            3,
            "",
        ),
    ] {
        let (place, readable) = not_canonical(file.as_bytes());
        assert_eq!((place.line, place.path.as_str()), (line, path), "{file}");
        assert!(column == 0 || place.column == column, "{place:?} {file}");
        let mut readable = readable.unwrap().envelope.assessments.remove(0);
        readable.around = std::rc::Rc::default();
        assert_eq!(readable, only(V1), "{file}");
    }
}

#[test]
fn a_byte_order_mark_is_no_damage() {
    assert_eq!(opened(&[b"\xEF\xBB\xBF", V1].concat()), opened(V1));
}

#[test]
fn a_number_in_another_form_is_damage_and_does_not_spoil_what_is_written_from_it() {
    for number in ["1.0", "1e5", "1E5", "-0", "0.10", "1e+05"] {
        let file = v1_with("assessments/0/unit/zzNew", number);
        let (place, readable) = not_canonical(file.as_bytes());
        assert_eq!(place.path, "assessments[0].unit.zzNew", "{number}");
        let assessment = readable.unwrap().envelope.assessments.remove(0);
        let again = exported(&assessment);
        let kept = only(again.text.as_bytes()).unit.unknown.0.get("zzNew").cloned();
        assert_eq!(kept, Some(Json::String(text(number))));
    }
    assert!(opened(v1_with("assessments/0/unit/zzNew", "-1.5e-7").as_bytes()).is_ok());
}

#[test]
fn of_a_damaged_file_that_cannot_be_read_the_damage_is_told() {
    for changed in [v1_with("assessments", "7"), v1_with("directive/id", "\"other\"")] {
        let file = changed.replacen("{\"app\"", "{ \"app\"", 1);
        assert_eq!(not_canonical(file.as_bytes()).1, None);
    }
}

#[test]
fn reading_takes_no_more_from_a_hostile_file_than_its_limits() {
    let mut document = tree(V1);
    if let Json::Object(fields) = &mut document {
        fields.insert(text("__proto__"), Json::Object([(text("x"), Json::Null)].into()));
        fields.insert(text("\u{202e}"), Json::Null);
    }
    let file = sealed(document);
    assert_eq!(exported(&only(file.as_bytes())).text, file, "odd names are data as any");
    assert!(crate::exchange::read(file.as_bytes(), ID).is_ok());
}
