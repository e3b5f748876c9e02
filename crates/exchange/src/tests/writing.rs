//! What an exported file holds.

use super::{ID, MORNING, OFFSET, at, directive, exported, full, nfc, only, opened, parsed, sealed, text, tree};
use crate::envelope::{SHA256, digest, digest_of_canonical};
use crate::{ExportFile, Oversize, Refusal, clean_text, export, export_all};
use domain::assessment::{Answer, Assessment, Causes, Evidence, NextStep, Status};
use domain::date::Moment;
use json::{Cause, Json, Limits};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

#[test]
fn export_read_export_gives_the_same_bytes() {
    let first = exported(&full());
    let read = only(first.text.as_bytes());
    assert_eq!(read, full());
    assert_eq!(exported(&read), first);
    assert!(first.oversize.is_empty() && !first.is_oversize);
}

#[test]
fn the_digest_is_that_of_all_but_itself() {
    let file = exported(&full());
    let field = format!(",\"sha256\":\"{}\"", file.sha256);
    let rest = file.text.trim_end().replace(&field, "");
    assert_eq!(rest.len() + field.len() + 1, file.text.len());
    let digest: String = Sha256::digest(rest).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, file.sha256);
}

#[test]
fn the_name_has_the_day_on_the_wall_clock() {
    let name = |moment, offset| export(&directive(), &full(), moment, offset, &nfc).name;
    let file = exported(&full());
    let digits = file.sha256.get(..8).unwrap();
    assert_eq!(file.name, format!("1022-CV-TU_Quan-uy-Ninh-Kieu_2024-07-01_{digits}.json"));
    let late = Moment(MORNING.0 + 16 * 3_600_000);
    assert!(name(late, OFFSET).contains("_2024-07-01_"));
    assert!(name(Moment(late.0 + 3_600_000), OFFSET).contains("_2024-07-02_"));
    assert!(name(Moment(late.0 + 3_600_000), 0).contains("_2024-07-01_"));
    assert_eq!(file.mark().file_name, file.name);
    assert_eq!(file.mark().at, "2024-07-01T00:30:00Z");
}

#[test]
fn completeness_is_written_and_dropped_on_reading() {
    let file = exported(&full());
    let document = tree(file.text.as_bytes());
    let assessment = at(&mut document.clone(), "assessments/0").clone();
    assert_eq!(assessment.get("completeness"), Some(&parsed(r#"{"answered":2,"inScope":13}"#)), "{}", file.text);
    let read = only(file.text.as_bytes());
    assert!(read.completeness.is_none() && read.unknown.0.is_empty());
}

#[test]
fn texts_are_normalised_and_hold_nothing_that_reading_refuses() {
    let typed = "Tie\u{302}\u{301}ng\u{0}Vie\u{1f}\u{323}\u{302}t\u{ffff}\u{fdd0}\t\r\n";
    let clean = "Tiếng Việt\t\r\n";
    assert_eq!(clean_text(typed, &nfc), clean);
    let mut assessment = full();
    assessment.overall = text(typed);
    assessment.unit.name = text(typed);
    assessment.answers.or_default(text("9.9")).results = text(typed);
    let file = exported(&assessment);
    assert!(file.name.contains("_Tieng-Viet_"), "{}", file.name);
    let read = only(file.text.as_bytes());
    assert_eq!((read.overall.as_str(), read.unit.name.as_str()), (clean, clean));
    assert_eq!(
        read.answers.get("9.9").unwrap().results,
        clean,
        "an answer to a requirement that this directive does not have"
    );
}

#[test]
fn what_was_left_empty_is_left_out() {
    let mut assessment = full();
    let blank_step = |id: &str| NextStep { id: text(id), ..NextStep::default() };
    let blank_evidence = |id: &str| Evidence { id: text(id), ..Evidence::default() };
    assessment.evidence.extend([blank_evidence("e2"), Evidence { summary: text("\u{0}"), ..blank_evidence("e3") }]);
    let answer = assessment.answers.get_mut("1.1").unwrap();
    answer.next_steps.extend([blank_step("s2"), NextStep { owner: text("\u{1}\u{2}"), ..blank_step("s3") }]);
    answer.evidence.extend([text("e2"), text("e3"), text("gone")]);
    let causes = Causes { objective: text("\u{7}"), ..Causes::default() };
    let empty = Answer { evidence: vec![text("e2")], next_steps: vec![blank_step("s4")], causes, ..Answer::default() };
    assessment.answers.insert(text("1.3"), empty);
    assert_eq!(exported(&assessment), exported(&full()));
}

#[test]
fn an_empty_assessment_is_a_file_too() {
    let file = exported(&Assessment::default());
    assert_eq!(only(file.text.as_bytes()), Assessment::default());
    assert!(file.name.starts_with("1022-CV-TU_2024-07-01_"), "{}", file.name);
}

#[test]
fn several_assessments_go_into_one_file() {
    let other = Assessment { overall: text("khác"), ..full() };
    let file = export_all(&directive(), &[&full(), &other], MORNING, OFFSET, &nfc);
    assert!(file.name.starts_with("1022-CV-TU_2-don-vi_"), "{}", file.name);
    assert_eq!(opened(file.text.as_bytes()).unwrap().assessments(), [full(), other]);
}

#[test]
fn a_text_that_is_too_long_is_exported_and_told() {
    let mut assessment = full();
    assessment.answers.or_default(text("1.2")).results = "ế".repeat(65_536 / 3) + "a";
    assert!(!exported(&assessment).is_oversize);
    assert!(opened(exported(&assessment).text.as_bytes()).is_ok());
    assessment.answers.or_default(text("1.2")).results.push('b');
    let file = exported(&assessment);
    let path = text("assessments[0].answers[\"1.2\"].results");
    assert_eq!(file.oversize, [Oversize::Text { path: path.clone(), size: 65_537 }]);
    assert!(file.is_oversize);
    let Err(Refusal::Json(error)) = opened(file.text.as_bytes()) else { panic!("too long") };
    assert_eq!((error.cause, error.place.path), (Cause::TextTooLong { limit: 65_536 }, path));
}

#[test]
fn a_file_that_is_too_large_is_exported_and_told() {
    let mut assessment = full();
    for number in 0..40 {
        assessment.answers.or_default(format!("x{number}")).results = "a".repeat(50_000);
    }
    let file = exported(&assessment);
    assert_eq!(file.oversize, [Oversize::File { size: file.text.len() }]);
    assert!(
        matches!(opened(file.text.as_bytes()), Err(Refusal::Json(error)) if matches!(error.cause, Cause::TooLarge { .. }))
    );

    let mut assessment = full();
    let step = |number: usize| NextStep { id: number.to_string(), task: text("x"), ..NextStep::default() };
    let base = exported(&assessment);
    assessment.answers.or_default(text("1.2")).next_steps = (0..7000).map(step).collect();
    let file = exported(&assessment);
    let [Oversize::Nodes { count }] = file.oversize.as_slice() else { panic!("{:?}", file.oversize) };
    assert!((21_000..21_100).contains(count) && base.oversize.is_empty(), "{count}");
    let has_too_many = |file: &ExportFile| matches!(opened(file.text.as_bytes()), Err(Refusal::Json(error)) if matches!(error.cause, Cause::TooManyNodes { .. }));
    assert!(has_too_many(&file));

    // Rows of one letter ask for more memory than so few bytes may: some hundreds pass, thousands are told.
    let row = |number: usize| Evidence { id: number.to_string(), url: text("x"), ..Evidence::default() };
    for (rows, passes) in [(400, true), (4000, false)] {
        assessment = full();
        assessment.evidence = (0..rows).map(row).collect();
        let file = exported(&assessment);
        assert_eq!((file.is_oversize, has_too_many(&file)), (!passes, !passes), "{rows}");
    }
}

/// Adds a field to each object of a known type.
fn add_unknown(json: &mut Json, name: &str) {
    match json {
        Json::Array(items) => items.iter_mut().for_each(|item| add_unknown(item, name)),
        Json::Object(fields) => {
            let keys: Vec<String> = fields.keys().filter(|key| *key != "completeness").cloned().collect();
            for key in keys {
                add_unknown(fields.get_mut(&key).unwrap(), &key);
            }
            if name != "answers" {
                fields.insert(text("*"), parsed("-1.5"));
                fields.insert(text("zzNew"), parsed(r#"{"deep":[null,true,1e+21,{"é":""}],"results":{}}"#));
            }
        }
        _ => {}
    }
}

#[test]
fn unknown_fields_survive_at_every_level() {
    let mut document = tree(exported(&full()).text.as_bytes());
    add_unknown(&mut document, "");
    let newer = sealed(document);
    assert_eq!(newer.matches("zzNew").count(), 14, "{newer}");
    let read = only(newer.as_bytes());
    assert_ne!(read, full());
    assert_eq!(exported(&read).text, newer);
}

#[test]
fn the_digest_of_canonical_bytes_is_that_of_the_document() {
    for document in [
        r#"{"a":[1,{"sha256":"in"}],"sha256":"ab","z":null}"#,
        r#"{"sha256":"ab","z":null}"#,
        r#"{"a":"sha256","sha256":"ab"}"#,
        r#"{"sha256":"ab"}"#,
        r#"{"a":1}"#,
        r#"{"a":{"sha256":"ab"},"b":2}"#,
    ] {
        let bytes = [document, "\n"].concat();
        let read = json::read::read_sealed(bytes.as_bytes(), &Limits::FILE, SHA256).unwrap();
        assert!(read.is_canonical, "{document}");
        let mut document = read.document;
        assert_eq!(digest_of_canonical(bytes.as_bytes(), read.seal), digest(&mut document));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Whatever was typed or pasted, the file is one that opens, and opening and exporting it changes nothing more.
    #[test]
    fn whatever_was_typed_the_file_opens(texts in proptest::collection::vec(any::<String>(), 9), status in 0usize..5) {
        let [a, b, c, d, e, f, g, h, i]: [String; 9] = texts.try_into().unwrap();
        let answer = Answer {
            status: Status::ALL.get(status).copied(),
            results: a,
            evidence: vec![b.clone(), c],
            next_steps: vec![NextStep { id: d, task: e, ..NextStep::default() }],
            ..Answer::default()
        };
        let evidence = vec![Evidence { id: b, summary: f, ..Evidence::default() }];
        let mut assessment = Assessment { evidence, overall: g, updated_at: h, ..Assessment::default() };
        assessment.unit.name = i;
        assessment.answers.insert(text("1.1"), answer);
        let file = exported(&assessment);
        let read = crate::read(file.text.as_bytes(), ID);
        prop_assert!(read.is_ok(), "{:?}", read);
        prop_assert!(file.name.is_ascii() && file.name.len() < 110, "{}", file.name);
        prop_assert_eq!(exported(&only(file.text.as_bytes())), file);
    }
}
