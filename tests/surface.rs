//! What `custom-elements.json` says about the element matches the code. The end-to-end tests show that it works.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

type Names = BTreeSet<String>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

/// All text in the files of a folder and the folders in it.
fn all(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        text.push_str(&if path.is_dir() { all(&path) } else { fs::read_to_string(&path).unwrap_or_default() });
    }
    text
}

/// What stands between `before` and the next `after`, wherever `before` stands.
fn between(text: &str, before: &str, after: char) -> Names {
    text.split(before).skip(1).filter_map(|rest| rest.split_once(after)).map(|(name, _)| name.to_owned()).collect()
}

fn described() -> Value {
    let manifest: Value = serde_json::from_str(&read("shell/element/custom-elements.json")).expect("JSON");
    manifest["modules"][0]["declarations"][0].clone()
}

fn names(list: &Value) -> Names {
    let names = list.as_array().expect("a list").iter().map(|one| one["name"].as_str().expect("a name").to_owned());
    names.collect()
}

fn members(kind: &str) -> Names {
    let mut members = described()["members"].clone();
    members.as_array_mut().unwrap().retain(|member| member["kind"] == kind);
    names(&members)
}

#[test]
fn the_attributes_are_those_that_are_observed() {
    let script = read("shell/element/properties.ts");
    let quoted = |start: &str, end: char| {
        let list = script.split_once(start).expect(start).1.split_once(end).unwrap().0;
        list.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Names>()
    };
    let properties = quoted("export const PROPERTIES = {", '}');
    assert_eq!(names(&described()["attributes"]), &properties | &quoted("export const OBSERVED = [", ','));
    assert!(quoted("export const FOUNDATIONS = [", ']').is_subset(&properties));
}

#[test]
fn each_attribute_has_its_property() {
    let mut fields: Names = described()["attributes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|attribute| attribute["fieldName"].as_str().unwrap().to_owned())
        .collect();
    // Every element has this one.
    fields.remove("lang");
    // It has no attribute.
    fields.insert("ready".to_owned());
    assert_eq!(members("field"), fields);
}

#[test]
fn the_methods_are_those_of_the_class() {
    let script = read("shell/element/element.ts");
    let own =
        ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback", "handleEvent", "fail"];
    let class = script.split_once("class DirectiveAssessment").unwrap().1.split_once("\n}\n").unwrap().0;
    let methods = class.lines().filter_map(|line| {
        let line = line.strip_prefix("  ")?.trim_end().strip_suffix(" {")?;
        let (name, _) = line.strip_prefix("async ").unwrap_or(line).split_once('(')?;
        let is_public = name.chars().all(char::is_alphanumeric) && !own.contains(&name);
        is_public.then(|| name.to_owned())
    });
    assert_eq!(members("method"), methods.collect());
}

#[test]
fn the_events_are_those_that_are_dispatched() {
    let sources = read("shell/element/element.ts") + &all(&root().join("src/edge"));
    let told = ["dispatch(\"", "#dispatch(\"", ".ask(\""].map(|start| between(&sources, start, '"'));
    let told = told.iter().flatten().map(|name| format!("directive-assessment-{name}"));
    assert_eq!(names(&described()["events"]), told.collect());
}

#[test]
fn the_custom_properties_are_those_that_the_styles_ask_for() {
    let styles = all(&root().join("styles"));
    let asked = styles.split("var(--da-").skip(1).map(|rest| {
        let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        format!("--da-{name}")
    });
    assert_eq!(names(&described()["cssProperties"]), asked.collect());
}

#[test]
fn the_parts_are_those_that_are_named() {
    let sources = all(&root().join("src/views")) + &all(&root().join("shell"));
    let named = &between(&sources, " part=\"", '"') | &between(&sources, ".part = \"", '"');
    assert_eq!(names(&described()["cssParts"]), named);
}

#[test]
fn the_codes_of_errors_are_all_told() {
    let events = described()["events"].clone();
    let error = events.as_array().unwrap().iter().find(|event| event["name"] == "directive-assessment-error");
    let told = error.unwrap()["description"].as_str().unwrap();
    let sources = read("crates/app/src/host.rs") + &read("crates/domain/src/content/fault.rs");
    let codes = [between(&sources, "(_) => \"", '"'), between(&sources, "ContentName::Directive => \"", '"')];
    for code in codes.iter().flatten() {
        assert!(told.contains(code.as_str()), "{code}");
    }
}
