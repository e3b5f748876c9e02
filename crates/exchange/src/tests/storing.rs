//! The record of a draft returns what was typed, whatever that was, or says that it cannot.

use super::{ID, at, full, parsed, sealed, text, tree};
use crate::Refusal;
use crate::record::{
    CopyKind, CopyMark, ExportMark, MOST_GENERATION, OriginMark, StoredDraft, ahead_of, digest, from_damaged,
    from_newer, from_text, to_text,
};
use crate::remark::Remark;
use domain::assessment::{Assessment, NextStep};
use domain::date::DateText;
use json::{Expected, Json, Mismatch, MismatchKind};
use proptest::prelude::*;

fn stored(draft: &StoredDraft) -> String {
    to_text(draft, ID, "2024-06-18")
}

fn draft(assessment: Assessment) -> StoredDraft {
    StoredDraft { id: text("d1"), generation: 3, assessment, ..StoredDraft::default() }
}

#[track_caller]
fn assert_kept(draft: &StoredDraft) {
    assert!(from_text(&stored(draft)).as_ref() == Ok(draft));
}

#[test]
fn a_draft_is_read_back_as_it_was() {
    let exported = ExportMark {
        file_name: text("1022-CV-TU_x_2024-07-01_00000000.json"),
        at: text("2024-07-01T00:00:00Z"),
        sha256: text("0"),
        ..ExportMark::default()
    };
    assert_kept(&StoredDraft {
        generation: MOST_GENERATION,
        deleted: true,
        exported: Some(exported),
        touched: vec![text("f-1-2-results"), text("")],
        ..draft(full())
    });
    assert_kept(&StoredDraft::default());
    let beyond = StoredDraft { generation: u64::MAX, ..StoredDraft::default() };
    assert_eq!(from_text(&stored(&beyond)).unwrap().generation, MOST_GENERATION);
    let highest = r#""generation":9007199254740991,"#;
    assert!(stored(&beyond).contains(highest), "what JavaScript calls the largest safe whole number");
    assert_eq!(stored(&draft(full())), stored(&draft(full())), "the same state, the same text");
}

#[test]
fn rows_just_begun_and_unfinished_words_are_stored() {
    let mut assessment = full();
    assessment.evidence.push(domain::assessment::Evidence { id: text("e9"), ..Default::default() });
    let answer = assessment.answers.or_default(text("1.3"));
    answer.next_steps.push(NextStep { id: text("s9"), ..NextStep::default() });
    answer.evidence.push(text("gone"));
    answer.results = text("  Tie\u{302}\u{301} ");
    assessment.answers.or_default(text("2.1"));
    assessment.as_of = DateText::from_typed("31/2/");
    assert_kept(&draft(assessment));
}

#[test]
fn any_character_is_stored() {
    let every: String =
        (0..=0x10_FFFF).filter(|code| code % 7 == 0 || code & 0xFFFF < 0x100).filter_map(char::from_u32).collect();
    assert_kept(&draft(Assessment { overall: every, ..full() }));
    let odd = "\0\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{2028}\u{feff}\u{fdd0}\u{fffe}\u{ffff}\u{10ffff}\"\\/";
    let mut assessment = Assessment { overall: text(odd), ..full() };
    assessment.answers.or_default(text(odd)).results = text(odd);
    assert_kept(&StoredDraft { id: text(odd), touched: vec![text(odd)], ..draft(assessment) });
}

#[test]
fn any_length_is_stored() {
    assert_kept(&draft(Assessment { overall: "ế".repeat(1_500_000), ..full() }));
    let mut assessment = full();
    let step = |number: u32| NextStep { id: number.to_string(), task: text("x"), ..NextStep::default() };
    assessment.answers.or_default(text("1.1")).next_steps = (0..10_000).map(step).collect();
    assert_kept(&draft(assessment));
}

#[test]
fn a_torn_record_is_noticed() {
    let old = stored(&draft(full()));
    let new = stored(&draft(Assessment { overall: text("Tốt \\ \"kha\" 👍"), ..full() }));
    let cuts: Vec<usize> = old.char_indices().map(|(at, _)| at).collect();
    for &cut in &cuts {
        assert!(from_text(&old[..cut]).is_err(), "cut at {cut}");
        let torn = new.get(..cut).map(|start| start.to_owned() + &old[cut..]);
        let whole = |torn: &String| *torn == old || *torn == new;
        assert!(torn.is_none_or(|torn| whole(&torn) || from_text(&torn).is_err()), "torn at {cut}");
    }
    assert!(from_text("").is_err());
}

/// The file as which a draft was last exported was known then too: the next one takes its place.
#[test]
fn a_record_of_version_1_goes_on_from_its_export() {
    let exported = Some(ExportMark { sha256: text("ab12"), ..ExportMark::default() });
    let draft = StoredDraft { exported, ..draft(full()) };
    let mut document = tree(stored(&draft).as_bytes());
    *at(&mut document, "version") = parsed("1");
    *at(&mut document, "assessments/0/proposals") = parsed("\"Không\"");
    let migrated = from_text(&sealed(document)).unwrap();
    let mut expected = StoredDraft { based_on: vec![text("ab12")], ..draft };
    expected.assessment.proposals[0].to.clear();
    assert_eq!(migrated, expected);
}

#[test]
fn a_newer_record_is_left_alone() {
    let mut document = tree(stored(&draft(full())).as_bytes());
    *at(&mut document, "version") = parsed("3");
    assert_eq!(from_text(&sealed(document)), Err(Refusal::NewerVersion(text("3"))));
}

#[test]
fn a_file_is_no_record() {
    let missing = |field| Mismatch { kind: MismatchKind::Missing { field }, path: text("") };
    let file = super::exported(&full()).text;
    assert_eq!(from_text(&file), Err(Refusal::Mismatch(missing("draft"))));
    let mut document = tree(stored(&draft(full())).as_bytes());
    *at(&mut document, "draft/generation") = parsed("-1");
    let negative = Mismatch { kind: MismatchKind::OutOfRange, path: text("draft.generation") };
    assert_eq!(from_text(&sealed(document.clone())), Err(Refusal::Mismatch(negative)));
    *at(&mut document, "draft") = parsed("[]");
    let list = Mismatch { kind: MismatchKind::WrongType { expected: Expected::Object }, path: text("draft") };
    assert_eq!(from_text(&sealed(document)), Err(Refusal::Mismatch(list)));
}

#[test]
fn unknown_fields_of_a_record_survive() {
    let exported = Some(ExportMark::default());
    let mut document = tree(stored(&StoredDraft { exported, ..draft(full()) }).as_bytes());
    for path in ["zzNew", "draft/zzNew", "draft/exported/zzNew", "directive/zzNew", "assessments/0/answers/1.1/zzNew"] {
        *at(&mut document, path) = parsed("[1.5,null]");
    }
    let newer = sealed(document);
    assert_eq!(newer.matches("zzNew").count(), 5);
    assert_eq!(stored(&from_text(&newer).unwrap()), newer);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_was_typed_is_read_back(
        texts in proptest::collection::vec(any::<String>(), 6),
        generation in 0..=MOST_GENERATION,
        deleted in any::<bool>(),
    ) {
        let [id, a, b, c, d, e]: [String; 6] = texts.try_into().unwrap();
        let mut assessment = Assessment { overall: a, as_of: DateText::from_typed(&b), ..full() };
        assessment.answers.or_default(c).results = d;
        let draft = StoredDraft { id, generation, deleted, touched: vec![e], ..draft(assessment) };
        prop_assert_eq!(from_text(&stored(&draft)), Ok(draft));
    }
}

#[test]
fn two_records_are_of_one_state_if_a_person_sees_no_difference() {
    let one = draft(full());
    let is_same = |other: &StoredDraft| one.is_same_state(other);
    let copy = Some(CopyMark { kind: CopyKind::Damaged, at: text("2024-07-01T00:00:00Z"), ..CopyMark::default() });
    assert!(is_same(&StoredDraft { generation: 9, writer: text("b"), ahead_of: Some(2), copy, ..one.clone() }));
    assert!(!is_same(&StoredDraft { deleted: true, ..one.clone() }));
    assert!(!is_same(&StoredDraft { exported: Some(ExportMark::default()), ..one.clone() }));
    assert!(!is_same(&StoredDraft { touched: vec![text("x")], ..one.clone() }));
    assert!(!is_same(&StoredDraft { remarks: vec![Remark::default()], ..one.clone() }));
    assert!(!is_same(&StoredDraft { assessment: Assessment::default(), ..one.clone() }));
}

#[test]
fn a_copy_s_mark_and_what_the_journal_lacks_are_read_back() {
    let copy = CopyMark { kind: CopyKind::Damaged, at: text("2024-07-01T00:00:00Z"), ..CopyMark::default() };
    let origin =
        Some(OriginMark { file_name: text("b.json"), at: text("2024-07-01T00:00:00Z"), ..OriginMark::default() });
    let (base, base_writer) = (2, text("c"));
    let kept = StoredDraft { copy: Some(copy), origin, writer: text("a"), base, base_writer, ..draft(full()) };
    assert_kept(&kept);
    let ahead = ahead_of(&stored(&kept), 7, "b").unwrap();
    assert_eq!(from_text(&ahead).unwrap(), StoredDraft { ahead_of: Some(7), follows: "b".into(), ..kept });
    assert_eq!(ahead_of("không phải bản ghi", 7, ""), None);
}

#[test]
fn remarks_are_kept_beside_the_assessment_and_in_no_file() {
    let remark = Remark { id: text("r1"), text: text("Đề nghị bổ sung số liệu."), ..Remark::default() };
    let kept = StoredDraft { remarks: vec![remark], ..draft(full()) };
    assert_kept(&kept);
    let exported = super::exported(&from_text(&stored(&kept)).unwrap().assessment).text;
    assert!(!exported.contains("Đề nghị") && exported.contains("replies"), "{exported}");
}

#[test]
fn of_a_record_that_is_newer_or_damaged_is_read_what_can_be() {
    let mut newer = parsed(&stored(&draft(full())));
    *at(&mut newer, "version") = Json::Number(text("3"));
    let newer = sealed(newer);
    assert!(matches!(from_text(&newer), Err(Refusal::NewerVersion(_))));
    assert_eq!(from_newer(&newer).unwrap().assessment.overall, full().overall);
    let damaged = stored(&draft(full())).replace("\"generation\":3", "\"generation\":4");
    assert_eq!(from_damaged(from_text(&damaged).unwrap_err()).unwrap(), StoredDraft { generation: 4, ..draft(full()) });
    assert_eq!(from_damaged(from_text("{").unwrap_err()), None);
    // Two texts are told apart by it.
    assert_eq!(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
