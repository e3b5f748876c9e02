//! What reading accepts, and what it refuses, with the cause and the place.

use super::{ID, V1, V2, at, exported, full, only, opened, sealed, text, tree, v2_with, v2_without};
use crate::preview::Preview;
use crate::salvage::salvage;
use crate::{Damage, MOST_BYTES, Refusal, read_newer, record};
use domain::assessment::{Assessment, Status};
use domain::date::Moment;
use json::{Cause, Expected, Mismatch, MismatchKind};

#[test]
fn the_released_sample_opens() {
    let assessment = only(V2);
    assert_eq!(assessment, full());
    assert_eq!(assessment.answers.get("1.1").unwrap().status, Some(Status::Done));
}

/// The refusal's path, and its line and column if those are worth telling.
fn refused(file: &str) -> (Refusal, String) {
    let refusal = opened(file.as_bytes()).unwrap_err();
    let place = refusal.place(file.as_bytes());
    assert_eq!(place.line, 1);
    let found = file.chars().nth(place.column as usize - 1);
    assert!(place.path.is_empty() || found.is_some(), "{place:?}");
    (refusal, place.path)
}

fn mismatch(kind: MismatchKind, path: &str) -> (Refusal, String) {
    (Refusal::Mismatch(Mismatch { kind, path: text(path) }), text(path))
}

#[test]
fn what_is_no_json_says_so() {
    for (file, cause, line, column, path) in [
        ("Kính gửi", Cause::NotJson, 1, 1, ""),
        ("{\"format\":\n \"directive-assessment\"", Cause::UnexpectedEnd, 2, 24, ""),
        ("{\"a\":1,\"a\":2}", Cause::DuplicateKey { key: text("a") }, 1, 8, "a"),
        ("{\"a\":\"\\u0000\"}", Cause::ForbiddenCharacter { code: 0 }, 1, 7, "a"),
    ] {
        let refusal = opened(file.as_bytes()).unwrap_err();
        let place = refusal.place(file.as_bytes());
        assert_eq!((place.line, place.column, place.path.as_str()), (line, column, path));
        assert!(matches!(refusal, Refusal::Json(error) if error.cause == cause), "{file}");
    }
    let large = " ".repeat(MOST_BYTES + 1);
    assert_eq!(opened(large.as_bytes()), Err(Refusal::too_large(2_000_001)));
}

#[test]
fn another_format_is_refused() {
    let other = |found: &str| Refusal::OtherFormat(text(found));
    for file in ["{}", "[]", "1", "null", "\"directive-assessment\"", "[{\"format\":\"directive-assessment\"}]"] {
        assert_eq!(refused(file), (other(""), text("")), "{file}");
    }
    assert_eq!(refused("{\"format\":\"x\"}"), (other("x"), text("format")));
    assert_eq!(refused("{\"format\":null}"), (other(""), text("format")));
    assert_eq!(
        refused(&v2_with("format", "\"Directive-assessment\"")),
        (other("Directive-assessment"), text("format"))
    );
}

/// What version 2 has and version 1 had not is empty, and the text of the proposals is one row.
#[test]
fn a_file_of_version_1_opens_for_ever() {
    let mut expected = Assessment { draft_id: text(""), based_on: Vec::new(), replies: Vec::new(), ..full() };
    expected.proposals[0].to.clear();
    let step = &mut expected.answers.get_mut("1.1").unwrap().next_steps[0];
    (step.done_at, step.result) = Default::default();
    let incoming = opened(V1).unwrap();
    assert_eq!(incoming.assessments(), [expected]);
    assert_eq!((incoming.envelope.version, incoming.resaved), (crate::VERSION, None));
    let cut = &V1[..V1.windows(12).position(|part| part == b"\"selfRating\"").unwrap()];
    let salvaged = salvage(&mut opened(cut).unwrap_err(), cut).unwrap().assessments.remove(0);
    assert_eq!(salvaged.proposals[0].text, full().proposals[0].text, "though its version is cut off");
}

#[test]
fn only_a_whole_number_from_1_is_a_version() {
    for (version, found) in [
        ("0", "0"),
        ("-1", "-1"),
        ("1.0", "1.0"),
        ("1e0", "1e0"),
        ("\"1\"", "1"),
        ("null", ""),
        ("[1]", ""),
        ("1.5", "1.5"),
    ] {
        let expected = (Refusal::BadVersion(text(found)), text("version"));
        assert_eq!(refused(&v2_with("version", version)), expected, "{version}");
    }
    assert_eq!(refused(&v2_without("", "version")), (Refusal::BadVersion(text("")), text("")));
}

#[test]
fn a_newer_version_can_be_shown_but_is_not_taken_in() {
    for version in ["3", "10", "4294967295"] {
        let file = v2_with("version", version);
        assert_eq!(refused(&file), (Refusal::NewerVersion(text(version)), text("version")));
        assert_eq!(read_newer(file.as_bytes(), ID).unwrap().assessments(), [full()]);
    }
    // A number that cannot be held is newer all the same.
    assert_eq!(refused(&v2_with("version", "4294967296")).0, Refusal::NewerVersion(text("4294967296")));
    let mut document = tree(v2_with("version", "3").as_bytes());
    *at(&mut document, "assessments") = super::parsed("{}");
    let file = sealed(document);
    assert_eq!(refused(&file).0, Refusal::NewerVersion(text("3")), "though its types are others");
    let kind = MismatchKind::WrongType { expected: Expected::List };
    assert_eq!(read_newer(file.as_bytes(), ID), Err(mismatch(kind, "assessments").0));
    let damaged = v2_with("version", "3").replace("Cán bộ", "Can bo");
    assert!(matches!(opened(damaged.as_bytes()), Err(Refusal::Damaged { readable: Some(_), .. })));
}

#[test]
fn another_directive_is_refused() {
    let file = v2_with("directive/id", "\"1023-CV/TU\"");
    assert_eq!(refused(&file), (Refusal::OtherDirective(text("1023-CV/TU")), text("directive.id")));
    assert!(crate::read(file.as_bytes(), "1023-CV/TU").is_ok());
}

#[test]
fn what_does_not_fit_names_its_place() {
    let wrong = |expected| MismatchKind::WrongType { expected };
    for (path, value, kind, place) in [
        ("assessments", "{}", wrong(Expected::List), "assessments"),
        ("assessments/0", "[]", wrong(Expected::Object), "assessments[0]"),
        ("assessments/0/answers", "[]", wrong(Expected::Object), "assessments[0].answers"),
        ("assessments/0/answers/1.1", "[]", wrong(Expected::Object), "assessments[0].answers[\"1.1\"]"),
        ("assessments/0/answers/1.1/results", "null", wrong(Expected::Text), "assessments[0].answers[\"1.1\"].results"),
        (
            "assessments/0/answers/1.1/status",
            "\"finished\"",
            MismatchKind::UnknownValue { found: text("finished") },
            "assessments[0].answers[\"1.1\"].status",
        ),
        ("assessments/0/evidence/0/date", "20240701", wrong(Expected::Text), "assessments[0].evidence[0].date"),
        ("assessments/0/revision", "4294967296", MismatchKind::OutOfRange, "assessments[0].revision"),
        ("assessments/0/revision", "1.5", wrong(Expected::Integer), "assessments[0].revision"),
        ("assessments/0/sample", "\"true\"", wrong(Expected::Boolean), "assessments[0].sample"),
        ("assessments/0/completeness", "7", wrong(Expected::Object), "assessments[0].completeness"),
        ("assessments/0/unit", "{}", MismatchKind::Missing { field: "group" }, "assessments[0].unit"),
        ("directive", "\"1022-CV/TU\"", wrong(Expected::Object), "directive"),
    ] {
        assert_eq!(refused(&v2_with(path, value)), mismatch(kind, place), "{path}");
    }
    let missing = MismatchKind::Missing { field: "exportedAt" };
    assert_eq!(refused(&v2_without("", "exportedAt")), mismatch(missing, ""));
    assert_eq!(refused(&v2_with("assessments", "[]")), (Refusal::NoAssessment, text("assessments")));
}

#[test]
fn the_place_is_that_of_the_value() {
    let file = v2_with("assessments/0/answers/1.1/results", "null");
    let place = opened(file.as_bytes()).unwrap_err().place(file.as_bytes());
    let before: String = file.chars().take(place.column as usize - 1).collect();
    assert!(before.ends_with("\"results\":"), "{before}");
}

#[test]
fn a_digest_of_other_content_is_refused_and_both_are_told() {
    let text = String::from_utf8(V2.to_vec()).unwrap();
    let file = text.replace("Chuyên viên", "Bí thư");
    let Err(Refusal::Damaged { damage: Damage::Digest { found, computed }, place: None, readable }) =
        opened(file.as_bytes())
    else {
        panic!("a change is noticed");
    };
    assert!(text.contains(&found) && !text.contains(&computed) && computed.len() == 64);
    assert_eq!(readable.unwrap().assessments()[0].prepared_by.position, "Bí thư");
    assert_eq!(refused(&file).1, "sha256");
    let missing = refused(&{
        let mut document = tree(V2);
        let json::Json::Object(fields) = &mut document else { panic!("an object") };
        fields.remove("sha256");
        json::canonical(&document) + "\n"
    });
    assert!(
        matches!(missing.0, Refusal::Damaged { damage: Damage::Digest { found, .. }, readable: None, .. } if found.is_empty())
    );
}

#[test]
fn a_requirement_that_the_directive_does_not_have_is_kept() {
    let file = v2_with("assessments/0/answers/9.9.9", "{\"status\":\"notStarted\"}");
    assert_eq!(only(file.as_bytes()).answers.get("9.9.9").unwrap().status, Some(Status::NotStarted));
}

#[test]
fn a_stored_record_that_was_saved_as_a_file_opens_without_the_state_of_the_draft() {
    let draft = record::StoredDraft { id: text("d1"), assessment: full(), ..record::StoredDraft::default() };
    let file = record::to_text(&draft, ID, "2024-06-18");
    assert_eq!(opened(file.as_bytes()).unwrap().envelope.draft, None);
    assert_eq!(exported(&only(file.as_bytes())), exported(&full()));
}

#[test]
fn the_preview_tells_what_is_in_the_file() {
    let incoming = opened(V2).unwrap();
    let preview = Preview::of(&incoming, &incoming.assessments()[0], &super::directive());
    assert_eq!((preview.unit.as_str(), preview.group.as_str()), ("Quận ủy Ninh Kiều", "quan-huyen-uy"));
    assert_eq!(preview.statuses, [1, 1, 0, 0]);
    assert_eq!((preview.progress.answered, preview.progress.in_scope), (2, 13));
    assert_eq!((preview.evidence, preview.sample, preview.app.as_str()), (1, true, "0.1.0"));
    assert_eq!(preview.exported_at, Some(super::MORNING));
    assert_eq!(preview.updated_at, Moment::from_iso("2024-07-01T00:15:00Z"));
}

#[test]
fn each_refusal_has_a_name_of_its_own_for_programs() {
    let files: [(&[u8], &str); 9] = [
        (b"x", "not-json"),
        (b"{", "cut-off"),
        (b"{}", "other-format"),
        (b"\xff\xfex", "utf-16"),
        (b"{} {}", "trailing-content"),
        (b"{\"a\":1,\"a\":1}", "duplicate-key"),
        (b"\"\\u0000\"", "forbidden-character"),
        (b"{\"format\":\"directive-assessment\",\"version\":0}", "bad-version"),
        (b"{\"format\":\"directive-assessment\",\"version\":1}", "damaged"),
    ];
    for (file, code) in files {
        assert_eq!(opened(file).unwrap_err().code(), code);
    }
}
