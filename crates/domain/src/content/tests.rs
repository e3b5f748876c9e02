//! A directive and a roster that a portal gives: what is refused, and where; and the schemas that describe them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

use super::{ContentCause, ContentError, ContentName, read};
use crate::directive::Directive;
use crate::roster::Roster;
use json::MismatchKind;
use serde_json::{Value, json};
#[cfg(feature = "schema")]
use std::path::Path;

const DIRECTIVE: &str = include_str!("../../../../tests/fixtures/other-directive.json");
const ROSTER: &str = include_str!("../../../../tests/fixtures/other-roster.json");

fn directive() -> Value {
    serde_json::from_str(DIRECTIVE).unwrap()
}

fn roster() -> Value {
    serde_json::from_str(ROSTER).unwrap()
}

fn given(directive: &Value, roster: &Value) -> Result<(Directive, Roster), (ContentName, ContentCause, String)> {
    read(Some(directive.to_string().as_bytes()), Some(roster.to_string().as_bytes())).map_err(|fault| {
        let path = fault.path().to_owned();
        (fault.name, fault.cause, path)
    })
}

#[test]
fn the_built_in_data_pass_the_checks_of_those_that_are_given() {
    let directive = include_bytes!("../../../../content/directive.json");
    let roster = include_bytes!("../../../../content/roster.json");
    assert_eq!(read(Some(directive), Some(roster)), read(None, None));
    assert!(read(Some(directive), None).is_ok());
    assert_eq!(crate::sample::DIRECTIVE, Directive::built_in().unwrap().id);
}

#[test]
fn another_directive_with_other_units_is_taken() {
    let (directive, roster) = given(&directive(), &roster()).unwrap();
    assert_eq!((directive.id.as_str(), directive.tasks.len()), ("27/KH-UBND", 5));
    assert_eq!(serde_json::from_str::<Directive>(DIRECTIVE).unwrap(), directive);
    assert_eq!(serde_json::from_str::<Roster>(ROSTER).unwrap(), roster);
    assert!(roster.units.iter().all(|unit| Roster::built_in().unwrap().unit(&unit.id).is_none()));
}

#[test]
fn one_of_the_two_alone_is_checked_as_well_and_a_text_that_is_no_json_is_told_by_its_path() {
    let mut empty = directive();
    empty["tasks"][0]["requirements"] = json!([]);
    let fault = read(Some(empty.to_string().as_bytes()), None).unwrap_err();
    assert_eq!(fault.name, ContentName::Directive);
    let fault = read(None, Some(b"{\"units\":[1,x]}")).unwrap_err();
    assert_eq!((fault.name, fault.path()), (ContentName::Roster, "units[1]"));
}

#[test]
fn a_clause_may_begin_its_task_and_another_may_follow_at_once() {
    let mut directive = directive();
    let requirement = |id: &str, text: &str| {
        let clause = json!({"kind": "verbatim", "text": text});
        json!({"id": id, "kind": "editorial", "title": "Việc", "clause": clause})
    };
    directive["tasks"][0]["text"] = "Một hai".into();
    directive["tasks"][0]["roles"] = json!([]);
    directive["tasks"][0]["requirements"] = json!([requirement("x.1", "Một"), requirement("x.2", " hai")]);
    let told = given(&directive, &roster()).map(|_| ());
    assert_eq!(told, Ok(()));
}

#[test]
fn one_to_nine_tasks_are_taken() {
    let five = directive();
    for count in 1..=10 {
        let mut directive = five.clone();
        let tasks: Vec<Value> = (1..=count)
            .map(|number| {
                let (id, one) = (number.to_string(), format!("{number}. Làm việc thứ {number} cho xong."));
                let clause = json!({"kind": "verbatim", "text": format!("việc thứ {number}")});
                let requirement = json!({"id": format!("{id}.1"), "kind": "editorial", "title": "Việc", "clause": clause});
                json!({"id": id, "kind": "verbatim", "headline": "Việc", "text": one, "roles": [], "requirements": [requirement]})
            })
            .collect();
        directive["document"]["body"] = tasks.iter().map(|task| json!({"task": task["id"]})).collect();
        directive["tasks"] = Value::Array(tasks);
        match given(&directive, &roster()) {
            Ok((directive, _)) => assert_eq!((directive.tasks.len(), count < 10), (count, true)),
            Err(fault) => {
                assert_eq!(fault, (ContentName::Directive, ContentCause::TooManyTasks, "tasks".to_owned()));
                assert_eq!(count, 10);
            }
        }
    }
}

/// Puts `value` at a JSON pointer of the directive or the roster; a null takes away what is there.
fn spoil(document: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(fields) if value.is_null() => drop(fields.remove(key).unwrap()),
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value)),
        Value::Array(items) if value.is_null() => drop(items.remove(key.parse().unwrap())),
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        _ => panic!("nothing at {pointer}"),
    }
}

#[test]
fn what_is_wrong_with_a_directive_is_told_with_its_place() {
    use ContentCause::*;
    let unknown = |id: &str| Unknown(id.to_owned());
    let wrong = [
        ("/id", json!("27/KH UBND"), BadId, "id"),
        ("/id", json!(""), Empty, "id"),
        ("/name", json!(" "), Empty, "name"),
        ("/edition", json!("2026-02-30"), BadDate, "edition"),
        ("/document/kind", json!("editorial"), BadKind, "document.kind"),
        ("/document/body/1", Value::Null, BadParagraph, "document.body[1]"),
        ("/document/body/0/task", json!("1"), BadParagraph, "document.body[0]"),
        ("/document/body/5", Value::Null, BadParagraph, "document.body"),
        ("/tasks", json!([]), Empty, "tasks"),
        ("/tasks/0/kind", json!("editorial"), BadKind, "tasks[0].kind"),
        ("/tasks/0/headline", json!(""), Empty, "tasks[0].headline"),
        ("/tasks/0/requirements", json!([]), Empty, "tasks[0].requirements"),
        ("/tasks/0/requirements/0/id", json!("1/1"), BadId, "tasks[0].requirements[0].id"),
        ("/tasks/0/requirements/1/id", json!("1.1"), Twice, "tasks[0].requirements[1].id"),
        ("/tasks/0/requirements/1/id", json!("1"), Twice, "tasks[0].requirements[1].id"),
        ("/tasks/0/requirements/0/clause/text", json!("Mười kho"), NotInText, "tasks[0].requirements[0].clause.text"),
        ("/tasks/0/requirements/0/clause/text", json!("kho"), Ambiguous, "tasks[0].requirements[0].clause.text"),
        (
            "/tasks/0/requirements/1/clause/text",
            json!("toàn bộ sổ sách lưu trữ của đơn vị; lập danh mục"),
            Ambiguous,
            "tasks[0].requirements[1].clause.text",
        ),
        ("/tasks/0/requirements/0/clause/kind", json!("reference"), BadKind, "tasks[0].requirements[0].clause.kind"),
        ("/tasks/2/requirements/1/partOf", json!("1.1"), unknown("1.1"), "tasks[2].requirements[1].partOf"),
        ("/tasks/2/requirements/1/partOf", Value::Null, unknown(""), "tasks[2].requirements[1].partOf"),
        (
            "/tasks/1/roles/0/units/0",
            json!("quan-uy-ninh-kieu"),
            unknown("quan-uy-ninh-kieu"),
            "tasks[1].roles[0].units[0]",
        ),
        ("/tasks/1/roles/0/named", json!("Phòng không có"), NotInText, "tasks[1].roles[0].named"),
        ("/tasks/0/roles/0/units", json!(["phong-van-thu"]), BadKind, "tasks[0].roles[0].units"),
        ("/tasks/3/requirements/0/notes/0/source", json!(""), NoSource, "tasks[3].requirements[0].notes[0]"),
        ("/tasks/3/requirements/0/notes/0/asOf", json!("hôm qua"), BadDate, "tasks[3].requirements[0].notes[0].asOf"),
        ("/ratingScales/0/levels", json!([]), Empty, "ratingScales[0].levels"),
        ("/ratingScales/0/asOf", json!(""), BadDate, "ratingScales[0].asOf"),
        ("/proposalLevels/0/name", json!(" "), Empty, "proposalLevels[0].name"),
        ("/proposalLevels/1/id", json!("province"), Twice, "proposalLevels[1].id"),
        ("/proposalLevels/0/kind", json!("verbatim"), BadKind, "proposalLevels[0].kind"),
        ("/gathering", json!("7"), Unknown("7".to_owned()), "gathering"),
    ];
    for (pointer, value, cause, path) in wrong {
        let mut directive = directive();
        spoil(&mut directive, pointer, value.clone());
        let fault = given(&directive, &roster()).unwrap_err();
        assert_eq!(fault, (ContentName::Directive, cause, path.to_owned()), "{pointer}: {value}");
    }
}

#[test]
fn what_is_wrong_with_a_roster_is_told_with_its_place() {
    use ContentCause::*;
    let wrong = [
        ("/asOf", json!(""), BadDate, "asOf"),
        ("/source", json!(""), Empty, "source"),
        ("/groups", json!([]), Empty, "groups"),
        ("/groups/1/id", json!("phong"), Twice, "groups[1].id"),
        ("/units/1/id", json!("phong-van-thu"), Twice, "units[1].id"),
        ("/units/1/id", json!("phòng 2"), BadId, "units[1].id"),
        ("/units/1/name", json!("PHONG VAN THU"), Twice, "units[1].name"),
        ("/units/1/group", json!("khac"), Unknown("khac".to_owned()), "units[1].group"),
        ("/units/1/validTo", json!("2026-13-01"), BadDate, "units[1].validTo"),
        ("/units/1/successors", json!(["khac"]), Unknown("khac".to_owned()), "units[1].successors[0]"),
        ("/units/1/code", json!("h05.1"), BadId, "units[1].code"),
    ];
    for (pointer, value, cause, path) in wrong {
        let mut roster = roster();
        spoil(&mut roster, pointer, value.clone());
        let fault = given(&directive(), &roster).unwrap_err();
        assert_eq!(fault, (ContentName::Roster, cause, path.to_owned()), "{pointer}: {value}");
    }
}

#[test]
fn a_misspelt_field_is_refused_and_not_passed_over() {
    for (pointer, path) in [("", ""), ("/document", "document"), ("/tasks/1/roles/0", "tasks[1].roles[0]")] {
        let mut directive = directive();
        directive.pointer_mut(pointer).unwrap()["note"] = json!("…");
        let (_, cause, at) = given(&directive, &roster()).unwrap_err();
        let ContentCause::Unreadable(ContentError::Shape(mismatch)) = cause else { panic!("{cause:?}") };
        assert_eq!(mismatch.kind, MismatchKind::Unknown { field: "note".to_owned() });
        assert_eq!(at, path);
    }
    let mut directive = directive();
    directive["$schema"] = json!("directive.v1.json");
    assert!(given(&directive, &roster()).is_ok(), "it tells editors what this is");
}

#[test]
fn what_is_no_json_is_told_with_line_and_column() {
    for bytes in [&b"<!doctype html>"[..], b"", b"{\"id\":", b"\xff\xfe{\0", b"{\"id\":\"a\",\"id\":\"b\"}"] {
        let fault = read(None, Some(bytes)).unwrap_err();
        assert!(matches!(fault.cause, ContentCause::Unreadable(ContentError::Json(_))), "{fault:?}");
        assert_eq!((fault.name, fault.code()), (ContentName::Roster, "roster-invalid"));
    }
}

/// `UPDATE=1 cargo test -p domain -p exchange --features schema schema` writes them anew.
#[cfg(feature = "schema")]
#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let described = |mut schema: Value| {
        schema["properties"]["$schema"] = json!({"description": "The schema, for editors.", "type": "string"});
        serde_json::to_string_pretty(&schema).unwrap() + "\n"
    };
    let schemas = [
        ("directive.v1.json", schemars::schema_for!(Directive).to_value()),
        ("roster.v1.json", schemars::schema_for!(Roster).to_value()),
    ];
    for (name, schema) in schemas {
        assert_eq!(schema["additionalProperties"], json!(false), "{name}");
        let schema = described(schema);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema").join(name);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &schema).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == schema, "the types have changed: see the description of this test");
    }
}
