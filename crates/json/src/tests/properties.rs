//! What holds for every document.

use crate::read::{read_sealed, without_bom};
use crate::serde_bridge::{from_json, to_json};
use crate::{Cause, Json, Limits, Unknown, canonical, is_canonical_number, read};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeMap;

const STORE: &Limits = &Limits::STORE;

fn number() -> impl Strategy<Value = String> {
    const DECIMALS: &[&str] = &["0.1", "-1.5", "1e+21", "1e-7", "5e-324", "123456.789"];
    prop_oneof![any::<i64>().prop_map(|number| number.to_string()), select(DECIMALS).prop_map(str::to_owned)]
}

/// Text of every kind of character, with those that matter to JSON often.
fn text() -> impl Strategy<Value = String> {
    let odd = select(&['"', '\\', '/', '\n', '\0', '\u{1f}', '\u{7f}', '\u{e000}', '\u{ffff}', '\u{10000}', 'ế', 'a']);
    vec(prop_oneof![odd, any::<char>()], 0..8).prop_map(String::from_iter)
}

fn object(fields: BTreeMap<String, Json>) -> Json {
    Json::Object(fields.into_iter().collect())
}

fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        number().prop_map(Json::Number),
        text().prop_map(Json::String),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![vec(inner.clone(), 0..6).prop_map(Json::Array), btree_map(text(), inner, 0..6).prop_map(object),]
    })
}

fn has_canonical_numbers(json: &Json) -> bool {
    match json {
        Json::Number(text) => is_canonical_number(text),
        Json::Array(items) => items.iter().all(has_canonical_numbers),
        Json::Object(fields) => fields.values().all(has_canonical_numbers),
        _ => true,
    }
}

/// Text that is nearly JSON.
fn nearly_json() -> impl Strategy<Value = String> {
    const TOKENS: &[&str] = &[
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\\", "\\u", "d83d", "\\udc00", "1", "-", "0", ".5", "e+", "true",
        "nul", " ", "\n", "ế", "\u{feff}", "\u{0}",
    ];
    vec(select(TOKENS), 0..24).prop_map(|tokens| tokens.concat())
}

fn same(ours: &Json, theirs: &serde_json::Value) -> bool {
    use serde_json::Value;
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(one), Value::Bool(other)) => one == other,
        // serde_json reads a fraction to within a unit in the last place.
        (Json::Number(text), Value::Number(number)) => {
            let (ours, theirs) = (text.parse::<f64>().unwrap(), number.as_f64().unwrap());
            (ours - theirs).abs() <= ours.abs() * f64::EPSILON
        }
        (Json::String(one), Value::String(other)) => one == other,
        (Json::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(one, other)| same(one, other))
        }
        (Json::Object(ours), Value::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|(key, one)| theirs.get(key).is_some_and(|other| same(one, other)))
        }
        _ => false,
    }
}

/// Checks what reading made of some bytes.
fn check_read(bytes: &[u8]) -> Result<(), TestCaseError> {
    let strict = read(bytes, &Limits::FILE);
    let Ok(lenient) = read(bytes, STORE) else {
        prop_assert!(strict.is_err(), "a file may hold no more than a record");
        return Ok(());
    };
    if let Ok(strict) = strict {
        prop_assert_eq!(&strict, &lenient);
    }
    let sealed = read_sealed(bytes, STORE, "a").unwrap();
    let (text, bare) = (canonical(&lenient), without_bom(bytes));
    prop_assert_eq!(&sealed.document, &lenient);
    if sealed.is_canonical {
        prop_assert_eq!(bare, [text.as_bytes(), b"\n"].concat(), "called canonical");
    }
    let seal = sealed.seal.map(|place| bare.get(place).unwrap());
    prop_assert_eq!(seal.is_some(), lenient.get("a").is_some());
    if let (Some(seal), true) = (seal, sealed.is_canonical) {
        let member = ["\"a\":", &canonical(lenient.get("a").unwrap())].concat();
        prop_assert_eq!(seal, member.as_bytes());
    }
    prop_assert_eq!(canonical(&read(text.as_bytes(), STORE).unwrap()), text, "canonical bytes are a fixed point");
    match serde_json::from_slice::<serde_json::Value>(without_bom(bytes)) {
        Ok(theirs) => prop_assert!(same(&lenient, &theirs), "{:?} {:?}", lenient, theirs),
        Err(error) => prop_assert!(error.to_string().starts_with("number out of range"), "{}", error),
    }
    Ok(())
}

proptest! {
    #[test]
    fn reading_what_was_written_gives_it_back(json in json()) {
        prop_assert_eq!(read(canonical(&json).as_bytes(), STORE), Ok(json.clone()));
        let line = canonical(&json) + "\n";
        let is_exotic = line.contains("\\u") || line.chars().any(|letter| letter > '\u{ffff}');
        let is_exotic = is_exotic || !has_canonical_numbers(&json);
        prop_assert!(is_exotic || read_sealed(line.as_bytes(), STORE, "").unwrap().is_canonical, "{}", line);
        check_read(line.as_bytes())?;
        prop_assert_eq!(from_json(&json), Ok(json.clone()));
        prop_assert_eq!(to_json(&json), json);
    }

    #[test]
    fn what_another_writer_wrote_reads_the_same(json in json()) {
        let theirs: serde_json::Value = serde_json::from_str(&canonical(&json)).unwrap();
        prop_assert!(same(&json, &theirs));
        for text in [theirs.to_string(), serde_json::to_string_pretty(&theirs).unwrap()] {
            let ours = read(text.as_bytes(), STORE).unwrap();
            prop_assert!(same(&ours, &theirs));
        }
    }

    #[test]
    fn reading_never_panics(bytes in vec(any::<u8>(), 0..64), text in nearly_json()) {
        check_read(&bytes)?;
        check_read(text.as_bytes())?;
    }

    #[test]
    fn reading_never_panics_on_a_changed_document(json in json(), at in any::<Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = canonical(&json).into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes.splice(at..=at, [byte]); }
        check_read(&bytes)?;
    }

    #[test]
    fn keys_come_in_the_order_of_utf16(keys in btree_map(text(), Just(Json::Null), 0..12)) {
        let mut sorted: Vec<&String> = keys.keys().collect();
        sorted.sort_by_key(|key| key.encode_utf16().collect::<Vec<_>>());
        let fields: Vec<String> = sorted.iter().map(|key| canonical(&Json::String((*key).clone())) + ":null").collect();
        prop_assert_eq!(canonical(&object(keys.clone())), format!("{{{}}}", fields.join(",")));
    }

    #[test]
    fn a_key_that_comes_twice_is_found(keys in btree_map(text(), json(), 1..6), at in any::<Index>()) {
        let again = keys.keys().nth(at.index(keys.len())).unwrap().clone();
        let escaped: String = again.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        let mut text = canonical(&object(keys));
        text.truncate(text.len() - 1);
        let error = read(format!("{text},\"{escaped}\":0}}").as_bytes(), STORE).unwrap_err();
        prop_assert_eq!(error.cause, Cause::DuplicateKey { key: again });
    }

    /// Below 16 digits the canonical form is what is shortest, which Rust's own writing of floats gives as well.
    #[test]
    fn whole_numbers_and_short_fractions_are_canonical(whole in -99_999_999i64..99_999_999, thousandths in 1..1000) {
        prop_assert!(is_canonical_number(&whole.to_string()));
        let fraction = f64::from(thousandths) / 1000.0;
        prop_assert!(is_canonical_number(&fraction.to_string()), "{}", fraction);
        for suffix in [".0", "e5", ".10"] {
            prop_assert!(!is_canonical_number(&(whole.to_string() + suffix)));
        }
    }

    #[test]
    fn unknown_fields_survive(fields in btree_map("[a-z*]{0,3}", json(), 0..6)) {
        #[derive(serde::Serialize, serde::Deserialize)]
        struct Known {
            #[serde(default, skip_serializing_if = "String::is_empty")]
            a: String,
            #[serde(rename = "*")]
            unknown: Unknown,
        }
        let mut fields = fields;
        fields.insert("a".to_owned(), Json::String("known".to_owned()));
        let json = object(fields);
        let known: Known = from_json(&json).unwrap();
        prop_assert!(!known.unknown.0.contains_key("a"));
        prop_assert_eq!(to_json(&known), json);
    }
}
