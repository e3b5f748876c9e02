//! The bridge to serde's derived types.

use crate::serde_bridge::{from_json, to_json};
use crate::{Expected, Json, Limits, Map, Mismatch, MismatchKind, Unknown, canonical, read};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Form {
    name: String,
    #[serde(default)]
    pages: u8,
    #[serde(default)]
    offset: i16,
    #[serde(default)]
    is_open: bool,
    state: Option<State>,
    #[serde(default)]
    rows: Vec<Row>,
    #[serde(default)]
    by_id: BTreeMap<String, Row>,
    #[serde(default, rename = "*")]
    unknown: Unknown,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Row {
    #[serde(default)]
    text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum State {
    Begun,
    Held(Row),
    Moved { to: String },
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Mismatch> {
    from_json(&read(text.as_bytes(), &Limits::FILE).unwrap())
}

fn form(text: &str) -> Form {
    parse(text).unwrap()
}

#[test]
fn every_kind_of_field_goes_there_and_back() {
    for text in [
        r#"{"byId":{"1.2":{"text":"b"}},"isOpen":true,"name":"a","offset":-3,"pages":255,"rows":[{"text":""}]}"#,
        r#"{"byId":{},"isOpen":false,"name":"a","offset":0,"pages":0,"rows":[],"state":"begun"}"#,
        r#"{"byId":{},"isOpen":false,"name":"a","offset":0,"pages":0,"rows":[],"state":{"held":{"text":"x"}}}"#,
        r#"{"byId":{},"isOpen":false,"name":"a","offset":0,"pages":0,"rows":[],"state":{"moved":{"to":"x"}}}"#,
    ] {
        assert_eq!(canonical(&to_json(&form(text))), text);
    }
}

#[test]
fn what_is_none_is_absent() {
    assert_eq!(form(r#"{"name":"a"}"#), Form { name: "a".to_owned(), ..Form::default() });
    assert!(to_json(&Form::default()).get("state").is_none());
    assert_eq!(to_json(&Some(1)), Json::Number("1".to_owned()));
}

#[test]
fn fields_that_are_not_known_are_kept_and_merged() {
    let text = r#"{"*":1,"byId":{},"isOpen":false,"name":"a","new":{"*":null,"deep":[1.5,null]},"offset":0,"pages":0,"rows":[]}"#;
    let form = form(text);
    assert_eq!(form.unknown.0.keys().collect::<Vec<_>>(), ["*", "new"]);
    assert_eq!(canonical(&to_json(&form)), text);
    // What is known goes before what claims to be unknown.
    let claims = Unknown(Map::from([("name".to_owned(), Json::Null)]));
    assert_eq!(to_json(&Form { unknown: claims, ..form.clone() }).get("name"), to_json(&form).get("name"));
    // A struct that keeps nothing passes over them.
    assert_eq!(parse::<Row>(r#"{"text":"a","new":1,"*":2}"#), Ok(Row { text: "a".to_owned() }));
}

#[test]
fn each_mismatch_names_its_place() {
    let wrong = |expected| MismatchKind::WrongType { expected };
    let unknown = |found: &str| MismatchKind::UnknownValue { found: found.to_owned() };
    for (text, kind, path) in [
        ("[]", wrong(Expected::Object), ""),
        (r#"{"pages":1}"#, MismatchKind::Missing { field: "name" }, ""),
        (r#"{"name":null}"#, wrong(Expected::Text), "name"),
        (r#"{"name":1}"#, wrong(Expected::Text), "name"),
        (r#"{"name":["a"]}"#, wrong(Expected::Text), "name"),
        (r#"{"name":"a","pages":256}"#, MismatchKind::OutOfRange, "pages"),
        (r#"{"name":"a","pages":-1}"#, MismatchKind::OutOfRange, "pages"),
        (r#"{"name":"a","pages":99999999999999999999999}"#, MismatchKind::OutOfRange, "pages"),
        (r#"{"name":"a","offset":-32769}"#, MismatchKind::OutOfRange, "offset"),
        (r#"{"name":"a","offset":-0}"#, wrong(Expected::Integer), "offset"),
        (r#"{"name":"a","pages":1.0}"#, wrong(Expected::Integer), "pages"),
        (r#"{"name":"a","pages":1e1}"#, wrong(Expected::Integer), "pages"),
        (r#"{"name":"a","pages":"1"}"#, wrong(Expected::Integer), "pages"),
        (r#"{"name":"a","isOpen":0}"#, wrong(Expected::Boolean), "isOpen"),
        (r#"{"name":"a","rows":{}}"#, wrong(Expected::List), "rows"),
        (r#"{"name":"a","rows":[{},[]]}"#, wrong(Expected::Object), "rows[1]"),
        (r#"{"name":"a","rows":[{},{"text":false}]}"#, wrong(Expected::Text), "rows[1].text"),
        (r#"{"name":"a","byId":[]}"#, wrong(Expected::Object), "byId"),
        (r#"{"name":"a","byId":{"1.2":{"text":2}}}"#, wrong(Expected::Text), "byId[\"1.2\"].text"),
        (r#"{"name":"a","state":"ended"}"#, unknown("ended"), "state"),
        (r#"{"name":"a","state":null}"#, wrong(Expected::Text), "state"),
        (r#"{"name":"a","state":{"begun":{}}}"#, wrong(Expected::Text), "state"),
        (r#"{"name":"a","state":"held"}"#, wrong(Expected::Object), "state"),
        (r#"{"name":"a","state":{"moved":{}}}"#, MismatchKind::Missing { field: "to" }, "state.moved"),
    ] {
        assert_eq!(parse::<Form>(text), Err(Mismatch { kind, path: path.to_owned() }), "{text}");
    }
}

#[test]
fn tuples_characters_and_nested_lists_pass() {
    let value = (vec![vec![1u64], vec![]], 'ế', BTreeMap::from([("k".to_owned(), [i64::MIN, i64::MAX])]));
    assert_eq!(from_json(&to_json(&value)), Ok(value));
    assert_eq!(to_json(&u64::MAX), Json::Number("18446744073709551615".to_owned()));
}

#[test]
fn what_the_format_does_not_have_is_refused_not_guessed() {
    assert_eq!(to_json(&1.5), Json::Null);
    assert_eq!(
        parse::<f64>("1.5"),
        Err(Mismatch { kind: MismatchKind::WrongType { expected: Expected::Other }, path: String::new() })
    );
}
