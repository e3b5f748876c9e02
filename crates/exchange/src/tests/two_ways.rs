//! serde's derived code, which the JSON Schema describes, and the lists of fields, which the product runs, are two descriptions of
//! one format: they read and write the same.

use super::{REMARKS_V1, V2, full};
use crate::{Envelope, Returned};
use domain::assessment::Assessment;
use domain::content::parse;
use domain::directive::Directive;
use domain::roster::Roster;
use json::serde_bridge::{from_json, to_json};
use json::{Json, Limits, Value, read, read_as, written};
use serde::de::DeserializeOwned;
use std::fmt::Debug;

fn json(bytes: &[u8]) -> Json {
    read(bytes, &Limits::FILE).unwrap()
}

fn assert_read_alike<T: Value + Default + DeserializeOwned + Debug + PartialEq>(json: &Json) {
    assert_eq!(read_as::<T>(json.clone()), from_json::<T>(json));
}

/// The document, and the document with each of its values in turn taken out or changed to one of another type.
fn variations(json: &Json) -> Vec<Json> {
    let mut all = vec![json.clone()];
    match json {
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                all.extend(variations(item).into_iter().map(|item| {
                    let mut items = items.clone();
                    items[index] = item;
                    Json::Array(items)
                }));
            }
        }
        Json::Object(fields) => {
            for (key, field) in fields.iter() {
                let mut without = fields.clone();
                without.remove(key);
                all.push(Json::Object(without));
                all.extend(variations(field).into_iter().map(|field| {
                    let mut fields = fields.clone();
                    fields.insert(key.clone(), field);
                    Json::Object(fields)
                }));
            }
        }
        _ => {}
    }
    all.extend([Json::Null, Json::Bool(true), Json::Number("-1".into()), Json::String("?".into())]);
    all
}

#[test]
fn a_file_reads_alike_however_it_is_damaged() {
    for json in variations(&json(V2)) {
        assert_read_alike::<Envelope>(&json);
    }
    for json in variations(&json(REMARKS_V1)) {
        assert_read_alike::<Returned>(&json);
    }
}

#[test]
fn the_content_data_read_alike_however_they_are_damaged() {
    let directive = json(include_bytes!("../../../../content/directive.json"));
    let roster = json(include_bytes!("../../../../content/roster.json"));
    assert_read_alike::<Directive>(&directive);
    assert_read_alike::<Roster>(&roster);
    for json in variations(&directive).iter().step_by(7) {
        assert_read_alike::<Directive>(json);
    }
    for json in variations(&roster).iter().step_by(7) {
        assert_read_alike::<Roster>(json);
    }
}

#[test]
fn what_is_written_is_the_same() {
    let sample: Assessment = parse(include_bytes!("../../../../content/sample.json")).unwrap();
    for assessment in [Assessment::default(), full(), sample] {
        assert_eq!(written(assessment.clone()), to_json(&assessment));
    }
    let envelope: Envelope = read_as(json(V2)).unwrap();
    assert_eq!(written(envelope.clone()), to_json(&envelope));
    assert_eq!(written(Envelope::default()), to_json(&Envelope::default()));
    let returned: Returned = read_as(json(REMARKS_V1)).unwrap();
    assert_eq!(written(returned.clone()), to_json(&returned));
}
