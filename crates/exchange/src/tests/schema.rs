//! The JSON Schemas are those that the types give, and a file fits its own.

use super::{REMARKS_V1, V2};
use crate::{Envelope, Returned};
use serde_json::{Map, Value};
use std::path::Path;

fn generated() -> Value {
    schemars::schema_for!(Envelope).to_value()
}

fn generated_of_remarks() -> Value {
    schemars::schema_for!(Returned).to_value()
}

/// `UPDATE=1 cargo test -p domain -p exchange --features schema schema` writes them anew.
#[test]
fn the_committed_schemas_are_those_of_the_types() {
    is_committed(&generated(), "directive-assessment.v2.json");
    is_committed(&generated_of_remarks(), "directive-remarks.v1.json");
}

fn is_committed(schema: &Value, name: &str) {
    let schema = serde_json::to_string_pretty(schema).unwrap() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &schema).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    assert!(committed == schema, "the types have changed: see the description of this test");
}

/// Optional fields that no sample can hold beside the others.
const LATER: [&str; 1] = ["covers"];

/// Checks a value against the parts of JSON Schema that the types give; none other may come up unnoticed.
fn check(root: &Value, schema: &Value, value: &Value, path: &str) {
    for (keyword, rule) in schema.as_object().unwrap() {
        match (keyword.as_str(), value) {
            (
                "$schema" | "$defs" | "title" | "description" | "format" | "minimum" | "pattern" | "minItems"
                | "maxItems",
                _,
            ) => {}
            ("$ref", _) => {
                check(root, root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap(), value, path)
            }
            ("type", _) => {
                let found = match value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(_) => "integer",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                assert_eq!(rule, found, "{path}");
            }
            ("const", _) => assert_eq!(rule, value, "{path}"),
            ("enum", _) => assert!(rule.as_array().unwrap().contains(value), "{path}"),
            ("oneOf", _) => {
                let fits = |option: &&Value| option["const"] == *value;
                assert_eq!(rule.as_array().unwrap().iter().filter(fits).count(), 1, "{path}");
            }
            ("items", Value::Array(items)) => items.iter().for_each(|item| check(root, rule, item, path)),
            ("required", Value::Object(fields)) => {
                assert!(
                    rule.as_array().unwrap().iter().all(|key| fields.contains_key(key.as_str().unwrap())),
                    "{path}"
                );
            }
            ("properties", Value::Object(fields)) => {
                let rules: &Map<String, Value> = rule.as_object().unwrap();
                let others = schema.get("additionalProperties");
                for (key, field) in fields {
                    let rule = rules.get(key).or(others).unwrap_or_else(|| panic!("{path}.{key} is not described"));
                    check(root, rule, field, &format!("{path}.{key}"));
                }
                let is_there = |key: &String| fields.contains_key(key) || LATER.contains(&key.as_str());
                assert!(rules.keys().all(is_there), "the sample lacks a field of {path}");
            }
            ("additionalProperties", Value::Object(fields)) if schema.get("properties").is_none() => {
                fields.iter().for_each(|(key, field)| check(root, rule, field, &format!("{path}.{key}")));
            }
            (keyword, _) => panic!("{path}: {keyword}"),
        }
    }
}

#[test]
fn the_released_sample_fits_the_schema() {
    let schema = generated();
    let mut sample: Value = serde_json::from_slice(V2).unwrap();
    // The second answer has a status alone; that the rest of it is absent is what the format asks for.
    sample["assessments"][0]["answers"].as_object_mut().unwrap().remove("1.2");
    check(&schema, &schema, &sample, "");
}

#[test]
fn the_released_remarks_fit_their_schema() {
    let schema = generated_of_remarks();
    let mut sample: Value = serde_json::from_slice(REMARKS_V1).unwrap();
    // The others are about all of a requirement, or of the assessment: what they lack is absent.
    sample["remarks"].as_array_mut().unwrap().truncate(1);
    check(&schema, &schema, &sample, "");
}
