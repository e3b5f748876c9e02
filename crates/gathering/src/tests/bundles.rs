//! Bundles of another gathering.

use super::zip::{archive, stored};
use super::{assessment, cause, changed, directive, export, file, is_held, line, lines};
use crate::bundle::{Head, Piece, file_line, write};
use crate::limits::MOST_RECORDS;
use crate::line::{Cause, ContainerKind, Line, Outcome, Place, Unread};
use crate::receipt::Receipt;
use exchange::Refusal;
use json::{Json, Limits, Map};

pub(super) fn bundle(pieces: Vec<Piece<'_>>) -> String {
    let mut text = String::new();
    let head = Head { name: "Văn phòng Thành ủy".into(), directive: "1022-CV/TU".into(), ..Head::default() };
    assert_eq!(write(head, pieces.into_iter(), &mut |piece| text.push_str(piece)), Vec::<String>::new());
    text
}

pub(super) fn piece<'a>(name: &'a str, file: &'a [u8]) -> Piece<'a> {
    Piece::File { name, receipt: None, file }
}

pub(super) fn remark() -> Json {
    json::read(b"{\"remark\":{\"id\":\"r1\",\"text\":\"xem\"}}", &Limits::FILE).unwrap()
}

fn members(text: &str) -> Vec<Line> {
    let mut found = lines("x.ndjson", text.as_bytes());
    let container = found.remove(0);
    assert!(matches!(container.outcome, Outcome::Container { kind: ContainerKind::Bundle, .. }), "{container:?}");
    found
}

/// 48, 49
#[test]
fn what_one_gathering_writes_another_reads() {
    let (one, several) = (file("A"), export(directive(), &[&assessment("B"), &assessment("C")]));
    let receipt = Receipt { from: "a@b.vn".into(), date: "2024-07-01T00:30:00Z".into(), ..Receipt::default() };
    let text = bundle(vec![
        Piece::File { name: "a.json", receipt: Some(&receipt), file: &one },
        piece("b.json", &several),
        Piece::Other(remark()),
    ]);
    let found = members(&text);
    assert_eq!(found.len(), 3);
    assert!(is_held(&found[0]) && is_held(&found[1]));
    assert_eq!((found[0].name.as_str(), found[0].receipt.as_deref()), ("a.json", Some(&receipt)));
    // The same file, to the letter, so that it is known where both have it.
    assert_eq!((&found[0].bytes, &found[1].bytes), (&one, &several));
    assert_eq!(found[0].outcome, line("a.json", &one).outcome);
    assert_eq!(found[2].outcome, Outcome::KeptUnread(Unread::Record("remark".into())));
    assert_eq!(found[2].bytes, json::canonical(&remark()).into_bytes());
    // Each line is canonical JSON.
    for line in text.lines() {
        assert_eq!(json::canonical(&json::read(line.as_bytes(), &Limits::STORE).unwrap()), line);
    }
    assert!(text.starts_with("{\"directive\":\"1022-CV/TU\",\"format\":\"directive-gathering\",\"name\":"));
    assert!(text.ends_with("{\"end\":{\"records\":3}}\n"));
}

#[test]
fn a_file_that_another_program_saved_is_written_as_its_unit_wrote_it() {
    let original = file("A");
    let saved = String::from_utf8(original.clone()).unwrap().replace('\n', "\r\n");
    let found = members(&bundle(vec![piece("a.json", saved.as_bytes())]));
    assert_eq!(found[0].bytes, original);
    let newer = changed(&original, &|fields| {
        fields.insert("version".into(), Json::Number("3".into()));
    });
    let found = members(&bundle(vec![piece("a.json", &newer)]));
    assert_eq!(found[0].outcome, Outcome::KeptUnread(Unread::NewerFile("3".into())));
    assert_eq!(found[0].bytes, newer);
    let mut text = String::new();
    let left_out = write(Head::default(), [piece("b.pdf", b"%PDF-1.7")].into_iter(), &mut |piece| text.push_str(piece));
    assert_eq!(left_out, ["b.pdf"]);
}

/// 22
#[test]
fn a_byte_order_mark_stays_outside() {
    let original = file("A");
    let marked = [b"\xef\xbb\xbf", original.as_slice()].concat();
    let of = |bytes: &[u8], is_canonical| file_line("a.json", None, bytes, is_canonical).unwrap();
    let expected = of(&original, false);
    for (bytes, is_canonical) in [(&original, true), (&marked, true), (&marked, false)] {
        assert_eq!(of(bytes, is_canonical), expected);
    }
}

/// 48
#[test]
fn of_a_bundle_that_is_cut_all_whole_lines_are_read() {
    let (a, b) = (file("A"), file("B"));
    let text = bundle(vec![piece("a.json", &a), piece("b.json", &b)]);
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
    for cut in ends[0]..text.len() - 1 {
        let Some(start) = text.get(..cut) else { continue };
        let found = members(start);
        let whole = ends[1..3].iter().filter(|end| **end <= cut + 1).count();
        assert_eq!(found.iter().filter(|line| is_held(line)).count(), whole, "cut at {cut}");
        // And it is said that something is missing.
        let last = found.last().unwrap();
        assert!(matches!(cause(last), Cause::CutRecord | Cause::CutBundle { .. }), "cut at {cut}: {last:?}");
    }
    let in_second = members(&text[..ends[1] + 100]);
    let Outcome::Refused { cause: Cause::CutRecord, place: Some(Place::Record(3, _)), .. } = in_second[1].outcome
    else {
        panic!("{in_second:?}")
    };
    let without_end = members(&text[..ends[2]]);
    assert_eq!(cause(&without_end[2]), Cause::CutBundle { expected: None, found: 2 });
    let lines: Vec<&str> = text.lines().collect();
    let without_one = members(&[lines[0], lines[1], lines[3]].join("\n"));
    assert_eq!(cause(&without_one[1]), Cause::CutBundle { expected: Some(2), found: 1 });
}

#[test]
fn a_changed_line_is_refused_with_its_place_and_stops_no_other() {
    let (a, b) = (file("A"), file("B"));
    let text = bundle(vec![piece("a.json", &a), piece("b.json", &b), piece("b2.json", &b)]);
    let changed = members(&text.replacen("Đã quán triệt", "Chưa quán triệt", 1));
    assert!(matches!(cause(&changed[0]), Cause::File(Refusal::Damaged { .. })));
    assert!(is_held(&changed[1]) && is_held(&changed[2]));
    let broken = members(&text.replacen("{\"file\"", "{file", 1));
    let Outcome::Refused { cause: Cause::File(Refusal::Json(_)), place: Some(Place::Record(2, _)), .. } =
        broken[0].outcome
    else {
        panic!("{broken:?}")
    };
    // Where a line feed ends it, it was not cut with the bundle.
    let all: Vec<&str> = text.lines().collect();
    let short = members(&[all[0], &all[1][..all[1].len() - 1], all[2], all[3], all[4]].join("\n"));
    assert!(matches!(cause(&short[0]), Cause::File(Refusal::Json(_))), "{short:?}");
    for bad in ["[]", "{}", "{\"file\":1}", "{\"file\":{\"name\":\"a\"}}", "{\"file\":{\"envelope\":{},\"name\":1}}"] {
        let lines: Vec<&str> = text.lines().collect();
        let found = members(&[lines[0], bad, lines[2], lines[3], lines[4]].join("\n"));
        assert_eq!(cause(&found[0]), Cause::BadRecord, "{bad}");
        assert!(is_held(&found[1]));
    }
}

#[test]
fn a_bundle_by_an_editor_or_in_an_archive_is_read_and_a_newer_one_kept() {
    let a = file("A");
    let text = bundle(vec![piece("a.json", &a)]);
    let by_editor = format!("\u{feff}{}", text.replace('\n', "\r\n\r\n"));
    assert!(is_held(&members(&by_editor)[0]));
    let found = lines("x.zip", &archive(&[stored("b.ndjson", text.as_bytes())]));
    assert!(is_held(&found[2]) && found[2].depth == 2);
    let newer = text.replace("\"version\":1}\n", "\"version\":2}\n");
    let found = line("x", newer.as_bytes());
    assert_eq!(found.outcome, Outcome::KeptUnread(Unread::NewerBundle("2".into())));
    assert_eq!(found.bytes, newer.as_bytes());
    assert_eq!(cause(&line("x", bundle(vec![]).as_bytes())), Cause::NoMembers);
}

#[test]
fn a_bundle_of_too_many_records_is_refused() {
    let most = usize::try_from(MOST_RECORDS).unwrap();
    let of = |records: usize| lines("x", bundle(vec![Piece::Other(remark()); records]).as_bytes());
    assert_eq!(of(most).len(), most + 1);
    assert_eq!(cause(&of(most + 1)[0]), Cause::TooManyMembers { count: MOST_RECORDS + 1, limit: MOST_RECORDS });
}

#[test]
fn kinds_of_records_are_shown_cut() {
    let kind = "k".repeat(1000);
    let other = Json::Object(Map::from([(kind.clone(), Json::Null)]));
    let found = members(&bundle(vec![Piece::Other(other)]));
    assert_eq!(found[0].outcome, Outcome::KeptUnread(Unread::Record(kind[..64].to_owned())));
}
