//! Archives of every make.

use super::zip::{Entry, archive, packed, stored, unicode_path};
use super::{assessment, cause, directive, export, file, is_held, line, lines, page, refused, varied};
use crate::kind::Kind;
use crate::limits::{MOST_FILE, MOST_MEMBERS, MOST_NESTED};
use crate::line::{Cause, ContainerKind, Line, Outcome, Place, Remark};
use domain::assessment::Assessment;
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;

/// The only member of an archive.
fn member(entry: Entry) -> Line {
    let [container, member] = lines("x.zip", &archive(&[entry])).try_into().unwrap();
    assert_eq!(container.outcome, Outcome::Container { kind: ContainerKind::Zip, members: 1 });
    member
}

fn has(line: &Line, remark: &Remark) -> bool {
    let Outcome::Held { remarks, .. } = &line.outcome else { panic!("{line:?}") };
    remarks.contains(remark)
}

/// 1, 2: a Windows that writes names in its own code page.
#[test]
fn a_name_without_unicode_is_shown_as_vietnamese_and_said_to_be_guessed() {
    let found = member(packed(b"Qu\xe2\xf2n\\\xf0\xf5n vi\xf2.json", &file("A")));
    assert_eq!(found.name, "Quận/đơn vị.json");
    assert!(has(&found, &Remark::NameGuessed));
    assert_eq!(found.raw_name.as_deref(), Some(b"Qu\xe2\xf2n\\\xf0\xf5n vi\xf2.json".as_slice()));
}

/// 1: the field of Info-ZIP tells the name, but only of the name for which it was written.
#[test]
fn a_name_beside_the_name_counts_if_it_is_for_it() {
    let raw = b"Qu\xe2\xf2n.json";
    let with = |extra| member(Entry { extra, ..packed(raw, &file("A")) });
    let right = with(unicode_path(raw, "Quận Ô Môn.json"));
    assert_eq!(right.name, "Quận Ô Môn.json");
    assert!(!has(&right, &Remark::NameGuessed));
    assert_eq!(with(unicode_path(b"renamed.json", "Quận Ô Môn.json")).name, "Quận.json");
    let lossy = Entry { extra: unicode_path(b"Qu_n.json", "Quận.json"), ..packed(b"Qu_n.json", &file("A")) };
    assert_eq!(member(lossy).name, "Quận.json");
}

/// 3, 4: a Mac and Linux write UTF-8 without saying so; a Mac takes the letters apart.
#[test]
fn a_name_in_utf8_is_taken_and_composed() {
    for flags in [0, 0x800] {
        let found = member(Entry { flags, ..packed("Qua\u{323}\u{302}n Ninh Kiều.json", &file("A")) });
        assert_eq!(found.name, "Quận Ninh Kiều.json");
        assert!(!has(&found, &Remark::NameGuessed));
    }
}

/// 5
#[test]
fn system_files_are_one_line_and_folders_none() {
    let found = lines(
        "x.zip",
        &archive(&[
            stored("d/", b""),
            packed("d/a.json", &file("A")),
            stored("__MACOSX/d/._a.json", b"\0\x05\x16\x07"),
            stored("d/.DS_Store", b"\0\0\0\x01Bud1"),
            stored("d/Thumbs.db", b"x"),
            stored("d/~$b.docx", b"x"),
        ]),
    );
    let [container, held, skipped] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(container.outcome, Outcome::Container { kind: ContainerKind::Zip, members: 5 });
    assert!(is_held(held));
    let Outcome::Skipped { files: 4, names } = &skipped.outcome else { panic!("{skipped:?}") };
    assert_eq!(names[1], "d/.DS_Store");
    assert!(matches!(line("Thumbs.db", b"x").outcome, Outcome::Skipped { files: 1, .. }));
}

/// 6
#[test]
fn archives_in_archives_are_opened_twice() {
    let mut bytes = archive(&[packed("a.json", &file("A"))]);
    for depth in 1..=MOST_NESTED {
        bytes = archive(&[stored("inner.zip", &bytes)]);
        let found = lines("x.zip", &bytes);
        assert!(is_held(found.last().unwrap()), "{depth}");
    }
    let found = lines("x.zip", &archive(&[stored("inner.zip", &bytes), packed("b.json", &file("B"))]));
    let refused: Vec<&Line> = found.iter().filter(|line| matches!(line.outcome, Outcome::Refused { .. })).collect();
    assert_eq!(cause(refused[0]), Cause::NestedTooDeep { limit: MOST_NESTED });
    // One that is refused stops nothing.
    assert!(is_held(found.last().unwrap()) && refused.len() == 1);
}

/// 7
#[test]
fn a_bomb_is_stopped_whatever_it_says_of_its_size() {
    let zeros = compress_to_vec(&vec![b' '; 200_000_000], 9);
    for unpacked in [200_000_000, 10, 0] {
        let bomb = Entry { method: 8, packed: zeros.clone(), unpacked, ..stored("a.json", b"") };
        let Cause::UnusualRatio { packed, unpacked } = cause(&member(bomb)) else { panic!() };
        assert!(packed < 10_000 && zeros.len() > 190_000, "{packed} of {}", zeros.len());
        assert!(unpacked <= MOST_FILE + 1, "{unpacked}");
    }
}

#[test]
fn a_directory_that_names_more_than_is_read_is_refused() {
    let found = |count: usize| lines("x.zip", &archive(&vec![stored("a", b"x"); count])).remove(0);
    let most = usize::try_from(MOST_MEMBERS).unwrap();
    assert!(matches!(found(most).outcome, Outcome::Container { .. }));
    assert_eq!(cause(&found(most + 1)), Cause::TooManyMembers { count: MOST_MEMBERS + 1, limit: MOST_MEMBERS });
}

/// 8
#[test]
fn members_that_share_bytes_are_refused() {
    let first = packed("a.json", &file("A"));
    let second = Entry { shares: Some(0), name: b"b.json".to_vec(), ..first.clone() };
    let whole = archive(&[first.clone(), packed("b.json", &file("B"))]);
    assert_eq!(lines("x.zip", &whole).len(), 3);
    assert!(matches!(refused(&archive(&[first.clone(), second])), Cause::Overlapping(_)));
    // An entry within another, and one that goes on into the directory.
    let outer = stored("outer", &archive(std::slice::from_ref(&first)));
    let mut nested = archive(&[outer, Entry { shares: Some(0), ..first.clone() }]);
    let at = nested.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    nested[at + 42..at + 46].copy_from_slice(&35u32.to_le_bytes());
    assert!(matches!(refused(&nested), Cause::Overlapping(_)));
    let mut long = archive(&[stored("a", b"x")]);
    let at = long.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    long[at + 20..at + 24].copy_from_slice(&9u32.to_le_bytes());
    assert!(matches!(refused(&long), Cause::Overlapping(_)));
}

/// 9
#[test]
fn what_needs_a_password_is_not_opened() {
    let closed = Entry { flags: 1, ..packed("a.json", &file("A")) };
    assert_eq!(refused(&archive(&[closed.clone(), closed.clone()])), Cause::Encrypted);
    assert_eq!(refused(&archive(&[Entry { method: 99, ..closed.clone() }])), Cause::Encrypted);
    let found = lines("x.zip", &archive(&[closed, packed("b.json", &file("B"))]));
    assert_eq!(cause(&found[1]), Cause::Encrypted);
    assert!(is_held(&found[2]));
}

/// 10
#[test]
fn streamed_archives_and_those_of_64_bits_are_read() {
    for (is_streamed, is_zip64) in [(true, false), (false, true)] {
        let entry = |name: &str, unit: &str| Entry { is_streamed, is_zip64, ..packed(name, &file(unit)) };
        let found = lines("x.zip", &archive(&[entry("a.json", "A"), entry("b.json", "B")]));
        assert_eq!(found.iter().filter(|line| is_held(line)).count(), 2, "{found:?}");
    }
}

/// 11
#[test]
fn methods_that_are_not_read_are_named() {
    for (method, name) in [(9, "Deflate64"), (12, "bzip2"), (14, "LZMA"), (93, "zstd"), (95, "xz")] {
        let found = member(Entry { method, ..stored("a.json", &file("A")) });
        assert_eq!(cause(&found), Cause::Method { id: method, name: Some(name) });
    }
    assert_eq!(cause(&member(Entry { method: 77, ..stored("a", b"x") })), Cause::Method { id: 77, name: None });
}

/// 12
#[test]
fn a_name_that_leads_elsewhere_is_cleaned_for_showing() {
    for (name, shown) in [("../../a.json", "a.json"), ("C:\\Users\\a.json", "Users/a.json"), ("/a.json", "a.json")] {
        let found = member(packed(name, &file("A")));
        assert_eq!(found.name, shown);
        assert!(is_held(&found));
    }
}

/// 13
#[test]
fn two_members_of_one_name_are_two() {
    let found = lines("x.zip", &archive(&[packed("a.json", &file("A")), packed("a.json", &file("B"))]));
    let names = found[1..].iter().map(|line| {
        let Outcome::Held { assessments, .. } = &line.outcome else { panic!("{line:?}") };
        assessments[0].facts.unit.name.as_str()
    });
    assert_eq!(names.collect::<Vec<_>>(), ["A", "B"]);
}

/// 14
#[test]
fn an_archive_that_is_cut_is_refused_with_the_place() {
    let whole = archive(&[packed("a.json", &file("A")), stored("inner.zip", &archive(&[stored("b", &file("B"))]))]);
    for cut in 4..whole.len() {
        let found = line("x.zip", &whole[..cut]);
        let Outcome::Refused { cause: Cause::CutShort, place: Some(Place::Byte(place)), .. } = found.outcome else {
            panic!("cut at {cut}: {found:?}")
        };
        assert_eq!(place, cut as u64);
    }
}

/// 14: nothing is left out without a word, where an archive is followed by another or its directory is short of an entry.
#[test]
fn an_archive_with_more_than_it_lists_is_refused() {
    let (one, other) = (archive(&[packed("a.json", &file("A"))]), archive(&[packed("b.json", &file("B"))]));
    for rest in [&other[..], &other[..60], b"x"] {
        assert_eq!(refused(&[&one, rest].concat()), Cause::CutShort);
    }
    assert!(is_held(&lines("x.zip", &[&one, b"\r\n\0".as_slice()].concat())[1]));
    let mut short = one.clone();
    let at = short.len() - 12;
    short[at] = 2;
    assert_eq!(refused(&short), Cause::CutShort);
}

/// A file whose name ends as that of a folder.
#[test]
fn what_has_content_is_no_folder() {
    assert!(is_held(&member(packed("d/", &file("A")))));
}

#[test]
fn a_member_that_is_not_what_was_packed_is_refused() {
    let wrong = Entry { checksum: 1, ..packed("a.json", &file("A")) };
    let cut = Entry { packed: compress_to_vec(&file("A"), 6)[..50].to_vec(), ..packed("b.json", &file("A")) };
    let found = lines("x.zip", &archive(&[wrong, cut, packed("c.json", &file("C"))]));
    assert_eq!(cause(&found[1]), Cause::Checksum);
    assert_eq!(cause(&found[2]), Cause::CutShort);
    assert!(is_held(&found[3]));
}

/// 20, 25, 26, 39 within an archive: each member by its own kind.
#[test]
fn members_are_told_by_what_is_in_them() {
    let mut large = vec![b'{'];
    large.extend(varied(2_100_000));
    let mut film = b"\0\0\0\x18ftypmp42".to_vec();
    film.extend(&large);
    let word = archive(&[stored("[Content_Types].xml", b"<x/>"), stored("word/document.xml", b"<x/>")]);
    let found = lines(
        "x.zip",
        &archive(&[
            packed("a.json", &page(&file("A"))),
            packed("b.json", b"%PDF-1.7"),
            packed("c.zip", &word),
            packed("d.json", &large),
            packed("e.json", &film),
        ]),
    );
    assert!(has(&found[1], &Remark::FromPage));
    assert_eq!(cause(&found[2]), Cause::WrongKind(Kind::Pdf));
    assert_eq!(cause(&found[3]), Cause::WrongKind(Kind::Word));
    assert_eq!(cause(&found[4]), Cause::TooLarge { size: MOST_FILE + 1, limit: MOST_FILE });
    assert_eq!(cause(&found[5]), Cause::WrongKind(Kind::Media));
}

/// 25
#[test]
fn office_documents_are_refused_for_what_they_are() {
    let document = |part: &str| archive(&[stored("[Content_Types].xml", b"<x/>"), stored(part, b"<x/>")]);
    for (part, kind) in [
        ("word/document.xml", Kind::Word),
        ("xl/workbook.xml", Kind::Excel),
        ("ppt/presentation.xml", Kind::PowerPoint),
        ("x", Kind::Office),
    ] {
        assert_eq!(refused(&document(part)), Cause::WrongKind(kind));
    }
    let open = archive(&[stored("mimetype", b"application/vnd.oasis.opendocument.text"), stored("content.xml", b"")]);
    assert_eq!(refused(&open), Cause::WrongKind(Kind::OpenDocument));
    assert_eq!(refused(&document("word/document.xml")[..60]), Cause::WrongKind(Kind::Office));
    // One that lies in an archive makes that no document.
    let found = lines("x.zip", &archive(&[packed("a.docx", &document("word/x")), packed("b.json", &file("B"))]));
    assert!(is_held(&found[2]));
}

#[test]
fn an_archive_with_nothing_in_it_is_refused() {
    assert_eq!(refused(&archive(&[])), Cause::NoMembers);
    assert_eq!(refused(&archive(&[stored("d/", b"")])), Cause::NoMembers);
}

pub(super) fn gzip(flags: u8, fields: &[u8], bytes: &[u8]) -> Vec<u8> {
    let head = [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 0xff];
    let tail = [rawzip::crc32(bytes).to_le_bytes(), u32::try_from(bytes.len()).unwrap().to_le_bytes()].concat();
    [&head, fields, &compress_to_vec(bytes, 1), &tail].concat()
}

/// The board hands out its bundles packed.
#[test]
fn a_large_bundle_may_be_packed_and_chosen_and_may_lie_in_no_archive() {
    let mut chance = 1_u64;
    let mut bundle = crate::bundle::head_line(crate::bundle::Head::default());
    while bundle.len() as u64 <= crate::limits::MOST_NESTED_CONTAINER {
        bundle += "{\"other\":\"";
        for _ in 0..20_000 {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            bundle += &format!("{:x}", chance >> 40);
        }
        bundle += "\"}\n";
    }
    let bundle = gzip(0, b"", bundle.as_bytes());
    let found = lines("bundle.ndjson.gz", &bundle);
    assert!(found.len() > 100, "{:?}", found.iter().map(|line| &line.outcome).collect::<Vec<_>>());
    assert!(matches!(&found[1].outcome, Outcome::Container { kind: ContainerKind::Bundle, .. }));
    let found = lines("a.zip", &archive(&[stored("bundle.ndjson.gz", &bundle)]));
    assert!(matches!(cause(found.last().unwrap()), Cause::TooLarge { .. }));
}

#[test]
fn a_gzip_file_is_one_member() {
    let found = lines("a.json.gz", &gzip(0, b"", &file("A")));
    assert!(is_held(&found[1]) && found[1].name == "a.json");
    let all = gzip(4 | 8 | 16 | 2, b"\x02\0xxb.json\0remark\0cc", &file("A"));
    let found = lines("x", &all);
    assert!(is_held(&found[1]) && found[1].name == "b.json");
    let mut wrong = gzip(0, b"", &file("A"));
    let at = wrong.len() - 8;
    wrong[at] ^= 1;
    assert_eq!(cause(&lines("x", &wrong)[1]), Cause::Checksum);
    for cut in 2..wrong.len() {
        assert!(lines("x", &wrong[..cut]).iter().all(|line| !is_held(line)), "{cut}");
    }
}

/// Entries of all kinds.
fn entries() -> Vec<Entry> {
    let sample = Assessment { sample: true, ..assessment("Mẫu") };
    vec![
        packed("a.json", &file("A")),
        packed("a2.json", &file("A")),
        packed("b.json", &file("B")[..200]),
        packed("c.json", &export(directive(), &[&sample])),
        packed("d.pdf", b"%PDF-1.7"),
        packed("e.html", &page(&file("E"))),
        packed("f.zip", &archive(&[packed("g.json", &file("G"))])),
        Entry { flags: 1, ..packed("h.json", &file("H")) },
        stored("Thumbs.db", b"x"),
    ]
}

/// What became of each, without its place.
fn outcomes(entries: &[Entry]) -> Vec<String> {
    let found = lines("x.zip", &archive(entries));
    let outcome = |line: &Line| match &line.outcome {
        Outcome::Refused { cause, .. } => format!("{cause:?}"),
        outcome => format!("{outcome:?}"),
    };
    let mut told: Vec<String> = found.iter().map(|line| format!("{} {}", line.name, outcome(line))).collect();
    told.sort();
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_files_changes_nothing(order in Just(entries()).prop_shuffle()) {
        prop_assert_eq!(outcomes(&order), outcomes(&entries()));
    }
}
