//! The returned file: released versions open for ever, what is written can be read, and anything else is refused with its cause.

use super::{ID, MORNING, OFFSET, REMARKS_V1, V2, at, directive, nfc, parsed, sealed, text, tree};
use crate::remark::{Remark, RemarkField, RemarkState, joined};
use crate::{Damage, MOST_BYTES, MOST_REMARKS, REMARKS, Refusal, Returned, export_remarks, read, read_remarks};
use domain::assessment::UnitRef;
use json::{Cause, Json, Mismatch, MismatchKind};

const ABOUT: &str = "16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4";

fn remark(id: &str, words: &str) -> Remark {
    Remark {
        id: text(id),
        text: text(words),
        at: text("2024-07-01T00:15:00Z"),
        by: text("Ban Tuyên giáo Thành ủy"),
        about: text(ABOUT),
        ..Remark::default()
    }
}

/// What the released sample holds: every field filled in.
fn full() -> Returned {
    Returned {
        unit: UnitRef {
            id: text("quan-uy-ninh-kieu"),
            group: text("quan-huyen-uy"),
            name: text("Quận ủy Ninh Kiều"),
            ..UnitRef::default()
        },
        draft_id: text("k7m2xq4h"),
        remarks: vec![
            Remark {
                requirement: text("1.1"),
                field: Some(RemarkField::Results),
                ..remark("r1", "Đề nghị bổ sung số liệu;\nnêu rõ thời điểm.")
            },
            Remark { requirement: text("1.2"), state: RemarkState::Done, ..remark("r2", "Đã rõ.") },
            remark("r3", "Đề nghị nêu kiến nghị với Trung ương."),
        ],
        ..Returned::default()
    }
}

/// The released sample with another value in a place, sealed anew.
fn with(path: &str, value: &str) -> String {
    let mut document = tree(REMARKS_V1);
    *at(&mut document, path) = parsed(value);
    sealed(document)
}

fn refusal(file: &str) -> Refusal {
    read_remarks(file.as_bytes(), ID).unwrap_err()
}

#[test]
fn the_released_file_opens_and_is_what_is_written() {
    let returned = read_remarks(REMARKS_V1, ID).unwrap();
    assert_eq!((returned.unit.clone(), returned.remarks.clone()), (full().unit, full().remarks));
    assert_eq!(returned.draft_id, full().draft_id);
    let file = export_remarks(&directive(), &full(), MORNING, OFFSET, &nfc);
    assert_eq!(file.text, String::from_utf8_lossy(REMARKS_V1));
    assert_eq!(file.sha256, returned.sha256);
    let start = "1022-CV-TU_nhan-xet_Quan-uy-Ninh-Kieu_2024-07-01_";
    assert!(file.name.starts_with(start) && file.name.ends_with(".json"), "{}", file.name);
}

#[test]
fn texts_are_composed_and_clean_as_they_go_out() {
    let mut returned = full();
    returned.remarks[0].text = text("Vie\u{323}\u{302}t\u{0}");
    returned.unknown.0.insert(text("zzNew"), Json::Bool(true));
    let file = export_remarks(&directive(), &returned, MORNING, OFFSET, &nfc);
    let again = read_remarks(file.text.as_bytes(), ID).unwrap();
    assert_eq!(again.remarks[0].text, "Việt ");
    assert_eq!(again.unknown.0.get("zzNew"), Some(&Json::Bool(true)));
}

#[test]
fn it_is_told_by_its_format_and_neither_kind_is_taken_for_the_other() {
    assert_eq!(read(REMARKS_V1, ID), Err(Refusal::OtherFormat(text(REMARKS))));
    assert_eq!(read_remarks(V2, ID), Err(Refusal::OtherFormat(text("directive-assessment"))));
}

#[test]
fn whatever_is_no_remark_is_refused_in_its_place() {
    let unknown = |path: &str, found: &str| {
        Refusal::Mismatch(Mismatch { kind: MismatchKind::UnknownValue { found: text(found) }, path: text(path) })
    };
    assert!(read_remarks(with("remarks/2/field", "\"overall\"").as_bytes(), ID).is_ok());
    assert_eq!(refusal(&with("remarks/0/field", "\"overall\"")), unknown("remarks[0].requirement", "1.1"));
    for (path, value) in [
        ("remarks/0/id", "a b"),
        ("remarks/0/id", ""),
        ("remarks/1/id", "\u{202e}"),
        ("remarks/0/at", "hôm qua"),
        ("remarks/2/about", "16367AAC"),
        ("remarks/0/state", "new"),
        ("remarks/0/field", "general"),
    ] {
        let place = path.replacen('/', "[", 1).replacen('/', "].", 1);
        assert_eq!(
            refusal(&with(path, &format!("{value:?}").replace("\\u{202e}", "\u{202e}"))),
            unknown(&place, value)
        );
    }
    let long = "a".repeat(65);
    assert_eq!(refusal(&with("remarks/0/id", &format!("{long:?}"))), unknown("remarks[0].id", &long));
    assert!(read_remarks(with("remarks/0/id", &format!("{:?}", &long[1..])).as_bytes(), ID).is_ok());
    assert_eq!(refusal(&with("remarks/1/text", "\" \\n\"")), unknown("remarks[1].text", " \n"));
    assert_eq!(refusal(&with("remarks/2/field", "\"results\"")), unknown("remarks[2].requirement", ""));
    assert_eq!(refusal(&with("remarks/2/id", "\"r1\"")), unknown("remarks[2].id", "r1"));
    let kind = MismatchKind::Missing { field: "remarks" };
    assert_eq!(refusal(&with("remarks", "[]")), Refusal::Mismatch(Mismatch { kind, path: String::new() }));
}

#[test]
fn two_hundred_remarks() {
    let file = |count: usize| {
        let remarks = (0..count).map(|at| remark(&format!("r{at}"), "Thiếu.")).collect();
        export_remarks(&directive(), &Returned { remarks, ..full() }, MORNING, OFFSET, &nfc).text
    };
    assert_eq!(read_remarks(file(MOST_REMARKS).as_bytes(), ID).map(|file| file.remarks.len()), Ok(200));
    let Refusal::Json(error) = refusal(&file(MOST_REMARKS + 1)) else { panic!("taken") };
    assert_eq!(error.cause, Cause::TooManyNodes { limit: 200 });
}

#[test]
fn versions_directives_and_damage_are_told_apart() {
    assert_eq!(refusal(&with("version", "2")), Refusal::NewerVersion(text("2")));
    assert_eq!(refusal(&with("version", "0")), Refusal::BadVersion(text("0")));
    assert_eq!(refusal(&with("directive/id", "\"27/KH-UBND\"")), Refusal::OtherDirective(text("27/KH-UBND")));
    let changed = String::from_utf8_lossy(REMARKS_V1).replace("bổ sung", "giảm bớt");
    assert!(matches!(refusal(&changed), Refusal::Damaged { damage: Damage::Digest { .. }, readable: None, .. }));
    // Another program may have saved it.
    let resaved = String::from_utf8_lossy(REMARKS_V1).replace(",\"", ",\r\n\"");
    assert!(read_remarks(resaved.as_bytes(), ID).is_ok());
    let large = " ".repeat(MOST_BYTES + 1);
    assert!(matches!(refusal(&large), Refusal::Json(error) if matches!(error.cause, Cause::TooLarge { .. })));
}

#[test]
fn it_answers_to_the_draft_that_it_names_or_to_files_that_led_to_one() {
    let is_about = |draft: &str, based_on: &[&str]| {
        full().is_about(draft, &based_on.iter().map(|one| text(one)).collect::<Vec<_>>())
    };
    assert!(is_about("k7m2xq4h", &[]));
    assert!(is_about("other", &["x", ABOUT]));
    assert!(!is_about("other", &["x"]) && !is_about("", &[]));
    assert!(!Returned { draft_id: String::new(), ..full() }.is_about("", &[]));
}

#[test]
fn of_each_remark_the_later_state_counts_whatever_is_opened_first() {
    let later = Remark { at: text("2024-07-02T00:00:00Z"), ..remark("r1", "Đề nghị nêu thêm số lớp.") };
    let done = Remark { state: RemarkState::Done, ..later.clone() };
    let other = remark("r0", "Nhận xét khác.");
    let first = [remark("r1", "Đề nghị bổ sung."), remark("r2", "Đã rõ.")];
    let second = [other.clone(), later.clone()];
    let wanted = [later.clone(), first[1].clone(), other];
    assert_eq!(joined(&first, &second), wanted);
    assert_eq!(joined(&wanted, &first), wanted);
    assert_eq!(joined(&[], &first), first);
    let (one, other) = ([later], [done]);
    assert_eq!(joined(&one, &other), other);
    assert_eq!(joined(&other, &one), other, "not back, unless it is said later");
    let again = Remark { at: text("2024-07-03T00:00:00Z"), ..remark("r1", "Vẫn còn thiếu.") };
    let again = [again];
    assert_eq!(joined(&other, &again), again);
}
