//! A file that is not as it was written is never mistaken for one that is. If another program has re-saved it, that is reported.

use super::{ID, V2, directive, exported, only, opened, sealed, text, tree, v2_with};
use crate::preview::Preview;
use crate::{Damage, Incoming, Refusal};
use json::{DocumentPlace, Json};

/// Each bit; with `EVERY_BYTE=1` each byte changed to every other.
#[test]
fn every_byte_that_changes_is_noticed() {
    let is_every = std::env::var_os("EVERY_BYTE").is_some();
    for at in 0..V2.len() {
        let mut bytes = V2.to_vec();
        let byte = bytes[at];
        let mut is_noticed = |changed: &u8| {
            bytes[at] = *changed;
            *changed == byte || is_noticed_in(&bytes)
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
    for at in 0..V2.len() {
        assert!(is_noticed_in(&V2[..at]), "cut at {at}");
        let mut bytes = V2.to_vec();
        bytes.insert(at, V2[at]);
        assert!(is_noticed_in(&bytes), "byte {at} doubled");
        bytes.drain(at..at + 2);
        assert!(is_noticed_in(&bytes), "byte {at} left out");
    }
}

/// Whether a file is refused, or said to be in another form while it holds what it held.
fn is_noticed_in(bytes: &[u8]) -> bool {
    match opened(bytes) {
        Ok(incoming) => incoming.resaved.is_some() && incoming.envelope == opened(V2).unwrap().envelope,
        Err(_) => true,
    }
}

/// Opens a file whose form and content were changed, and tells where that shows and what can be read all the same.
fn not_canonical(bytes: &[u8]) -> (DocumentPlace, Option<Box<Incoming>>) {
    match opened(bytes) {
        Err(Refusal::Damaged { damage: Damage::NotCanonical, place: Some(place), readable }) => (place, readable),
        other => panic!("{other:?}"),
    }
}

/// The fixture as other programs save it: in other forms.
fn resaved() -> Vec<(String, u32, u32, &'static str)> {
    let sample = String::from_utf8(V2.to_vec()).unwrap();
    let body = sample.trim_end();
    let value = serde_json::from_str::<serde_json::Value>(body).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    let columns = u32::try_from(body.chars().count()).unwrap();
    let last_path = "version";
    let digest = value["sha256"].as_str().unwrap();
    vec![
        (text(body), 1, columns + 1, last_path),
        (format!("{body}\r\n"), 1, columns + 1, last_path),
        (format!("{sample}\n"), 2, 1, last_path),
        (format!(" {sample}"), 1, 1, ""),
        (pretty.replace('\n', "\r\n"), 1, 2, ""),
        (pretty, 1, 2, ""),
        (sample.replace("\"revision\":7", "\"revision\": 7"), 1, 0, "assessments[0].replies[0].text"),
        (sample.replace("Cán", "C\\u00e1n"), 1, 0, "assessments[0].answers[\"1.1\"].causes.subjective"),
        (
            sample.replace(&format!(",\"sha256\":\"{digest}\""), "").replacen(
                '{',
                &format!("{{\"sha256\":\"{digest}\","),
                1,
            ),
            1,
            3,
            "",
        ),
    ]
}

#[test]
fn another_form_of_the_same_content_is_taken_and_told() {
    for (file, line, column, path) in resaved() {
        for file in [file.clone(), format!("\u{feff}{file}")] {
            let incoming = opened(file.as_bytes()).unwrap();
            let place = incoming.resaved.as_ref().unwrap();
            assert_eq!((place.line, place.path.as_str()), (line, path), "{file}");
            assert!(column == 0 || place.column == column, "{place:?} {file}");
            assert_eq!(incoming.envelope, opened(V2).unwrap().envelope, "{file}");
            let looked_at = &incoming.assessments()[0];
            assert!(Preview::of(&incoming, looked_at, &directive()).resaved);
        }
    }
    let as_exported = opened(V2).unwrap();
    assert!(!Preview::of(&as_exported, &as_exported.assessments()[0], &directive()).resaved);
}

#[test]
fn another_form_of_changed_content_is_damage_and_can_be_read() {
    for (file, line, column, path) in resaved() {
        let (place, readable) = not_canonical(file.replace("Chuyên viên", "Bí thư").as_bytes());
        assert_eq!((place.line, place.path.as_str()), (line, path), "{file}");
        let moved = path == "version";
        assert!(column == 0 || moved || place.column == column, "{place:?} {file}");
        let readable = readable.unwrap().envelope.assessments.remove(0);
        assert_eq!(readable.prepared_by.position, "Bí thư", "{file}");
    }
}

#[test]
fn a_byte_order_mark_is_no_damage() {
    assert_eq!(opened(&[b"\xEF\xBB\xBF", V2].concat()), opened(V2));
}

#[test]
fn a_number_in_another_form_is_damage_and_does_not_spoil_what_is_written_from_it() {
    for number in ["1.0", "1e5", "1E5", "-0", "0.10", "1e+05"] {
        let file = v2_with("assessments/0/unit/zzNew", number);
        let (place, readable) = not_canonical(file.as_bytes());
        assert_eq!(place.path, "assessments[0].unit.zzNew", "{number}");
        let assessment = readable.unwrap().envelope.assessments.remove(0);
        let again = exported(&assessment);
        let kept = only(again.text.as_bytes()).unit.unknown.0.get("zzNew").cloned();
        assert_eq!(kept, Some(Json::String(text(number))));
    }
    assert!(opened(v2_with("assessments/0/unit/zzNew", "-1.5e-7").as_bytes()).is_ok());
}

#[test]
fn of_a_damaged_file_that_cannot_be_read_the_damage_is_told() {
    for changed in [v2_with("assessments", "7"), v2_with("directive/id", "\"other\"")] {
        let file = changed.replacen("{\"app\"", "{ \"app\"", 1).replacen("\"exportedAt\":\"2", "\"exportedAt\":\"3", 1);
        assert_eq!(not_canonical(file.as_bytes()).1, None);
    }
}

#[test]
fn reading_takes_no_more_from_a_hostile_file_than_its_limits() {
    let mut document = tree(V2);
    if let Json::Object(fields) = &mut document {
        fields.insert(text("__proto__"), Json::Object([(text("x"), Json::Null)].into()));
        fields.insert(text("\u{202e}"), Json::Null);
    }
    let file = sealed(document);
    assert_eq!(exported(&only(file.as_bytes())).text, file, "odd names are data as any");
    assert!(crate::read(file.as_bytes(), ID).is_ok());
}
