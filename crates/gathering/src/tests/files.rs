//! Single files: what each one is, and what is said about it.

use super::{V1, assessment, changed, directive, export, file, is_held, line, lines, page, refused, utf16};
use crate::kind::Kind;
use crate::limits::{MOST_CONTAINER, MOST_FILE, MOST_PAGE};
use crate::line::{Cause, Line, Outcome, Place, Remark, Unread, Utf16File};
use crate::reading::refused_unread;
use domain::assessment::Assessment;
use domain::directive::Directive;
use exchange::Refusal;
use json::Json;

fn held(line: &Line) -> (Vec<String>, &[Remark]) {
    let Outcome::Held { assessments, remarks, .. } = &line.outcome else { panic!("{line:?}") };
    (assessments.iter().map(|received| received.facts.unit.name.clone()).collect(), remarks)
}

#[test]
fn a_file_is_held_with_its_bytes_and_what_it_says() {
    let bytes = file("Quận ủy Ninh Kiều");
    let found = line("x.json", &bytes);
    let Outcome::Held { sha256, assessments, remarks } = &found.outcome else { panic!("{found:?}") };
    assert_eq!((found.name.as_str(), found.size, &found.bytes), ("x.json", bytes.len() as u64, &bytes));
    assert!(remarks.is_empty() && found.receipt.is_none());
    let received = &assessments[0];
    assert_eq!((&*received.key.sha256, received.key.index), (&**sha256, 0));
    assert!(str::from_utf8(&bytes).unwrap().contains(&format!("\"sha256\":\"{sha256}\"")));
    assert_eq!(received.exported_at, "2024-07-01T00:30:00Z");
    assert_eq!((&*received.directive, &*received.edition), ("1022-CV/TU", directive().edition.as_str()));
    assert_eq!((received.facts.revision, received.facts.answers.len()), (7, 1));
    assert!(!received.resaved);
}

/// 18, 19, 29: the name is nothing.
#[test]
fn copies_under_any_name_are_the_same_file() {
    let bytes = file("A");
    let key = |name: &str| {
        let found = line(name, &bytes);
        let Outcome::Held { sha256, .. } = found.outcome else { panic!("{found:?}") };
        sha256
    };
    let first = key("x.json");
    for name in
        ["x (1).json", "x - Copy.json", "x - Bản sao.json", "x.json.txt", "x.json.html", "x", "x.zip", "x.pdf", ""]
    {
        assert_eq!(key(name), first, "{name}");
    }
}

/// 20
#[test]
fn a_page_is_read_for_the_file_in_it() {
    let bytes = file("A <b>");
    let found = line("x.html", &page(&bytes));
    assert_eq!(held(&found).1, [Remark::FromPage]);
    assert_eq!(found.bytes, bytes);
    assert_eq!(refused(b"<!doctype html><p>1022-CV/TU</p>"), Cause::WrongKind(Kind::Page));
    let half = page(&bytes[..100]);
    assert!(matches!(refused(&half), Cause::File(Refusal::Json(_))));
}

/// 22
#[test]
fn a_file_that_an_editor_saved_anew_is_held_with_a_remark() {
    let bytes = file("A");
    let text = str::from_utf8(&bytes).unwrap();
    let with_mark = line("x.json", format!("\u{feff}{text}").as_bytes());
    assert_eq!(held(&with_mark).1, []);
    for other in [text.replace('\n', "\r\n"), text.replace("\"assessments\":", "\"assessments\" :\r\n  ")] {
        let found = line("x.json", other.as_bytes());
        assert!(matches!(held(&found).1, [Remark::Resaved(_)]), "{found:?}");
        assert_eq!(found.bytes, other.as_bytes());
        let Outcome::Held { assessments, .. } = found.outcome else { panic!() };
        assert!(assessments[0].resaved);
    }
}

/// 22: what was changed, and where.
#[test]
fn a_changed_or_cut_file_is_refused_with_place_cause_and_what_can_be_read() {
    let bytes = file("A");
    let text = str::from_utf8(&bytes).unwrap();
    let other = line("x.json", text.replace("Đã quán triệt.", "Chưa quán triệt.").as_bytes());
    let Outcome::Refused {
        cause: Cause::File(Refusal::Damaged { .. }),
        place: Some(Place::Document(place)),
        readable: 1,
    } = &other.outcome
    else {
        panic!("{other:?}")
    };
    assert_eq!(place.path, "sha256");
    assert!(!other.bytes.is_empty());
    let cut = line("x.json", &bytes[..bytes.len() - 20]);
    let Outcome::Refused { cause: Cause::File(Refusal::Json(_)), place: Some(Place::Document(_)), readable: 1 } =
        cut.outcome
    else {
        panic!("{cut:?}")
    };
    let hopeless = line("x.json", &bytes[..20]);
    assert!(matches!(hopeless.outcome, Outcome::Refused { readable: 0, .. }), "{hopeless:?}");
}

/// 23
#[test]
fn a_file_in_utf16_is_refused_with_what_it_is() {
    let bytes = file("Quận ủy");
    let marked = [b"\xff\xfe".as_slice(), &utf16(&bytes)].concat();
    let big: Vec<u8> = marked.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect();
    for saved in [utf16(&bytes), marked, big] {
        assert_eq!(refused(&saved), Cause::Utf16(Utf16File::Whole));
    }
    assert_eq!(refused(&utf16(&bytes[..bytes.len() - 30])), Cause::Utf16(Utf16File::Changed));
    assert_eq!(refused(&utf16(b"another text")), Cause::Utf16(Utf16File::Other));
}

/// 24: letters that the code page has become other bytes, the others a question mark.
#[test]
fn a_file_without_its_letters_is_refused_with_their_number() {
    let text = String::from_utf8(file("Quận ủy Ninh Kiều")).unwrap();
    let mut lost = 0;
    let ansi: Vec<u8> = text
        .chars()
        .map(|letter| match letter {
            'â' => 0xe2,
            'ă' => 0xe3,
            'á' => 0xe1,
            'Đ' => 0xd0,
            'ã' => b'a',
            letter if letter.is_ascii() => u8::try_from(letter).unwrap(),
            _ => {
                lost += 1;
                b'?'
            }
        })
        .collect();
    assert!(lost > 2 && !ansi.is_ascii());
    assert_eq!(refused(&ansi), Cause::LostLetters(lost));
    // Where it has none of them, what is left is ASCII.
    let ascii: Vec<u8> = ansi.iter().map(|byte| if byte.is_ascii() { *byte } else { b'?' }).collect();
    assert!(matches!(refused(&ascii), Cause::LostLetters(count) if count > lost));
}

/// 27
#[test]
fn each_assessment_of_a_file_has_its_own_key() {
    let bytes = export(directive(), &[&assessment("A"), &assessment("B"), &assessment("C")]);
    let found = line("x.json", &bytes);
    assert_eq!(held(&found).0, ["A", "B", "C"]);
    let Outcome::Held { sha256, assessments, .. } = &found.outcome else { panic!() };
    let keys: Vec<u32> = assessments.iter().map(|received| received.key.index).collect();
    assert_eq!(keys, [0, 1, 2]);
    assert!(assessments.iter().all(|received| received.key.sha256 == *sha256));
}

/// 28, 30: part of a unit's report, and a day of another period, are told for whoever joins and counts.
#[test]
fn what_a_file_covers_and_its_day_are_told() {
    let part = Assessment {
        covers: vec!["1.1".into()],
        as_of: domain::date::DateText::from_typed("30/6/2023"),
        ..assessment("A")
    };
    let found = line("x.json", &export(directive(), &[&part]));
    let Outcome::Held { assessments, .. } = &found.outcome else { panic!("{found:?}") };
    assert_eq!(assessments[0].facts.covers, ["1.1"]);
    assert_eq!(assessments[0].facts.draft_id, "k7m2xq4h");
    assert_eq!(assessments[0].facts.as_of, domain::date::Date::new(2023, 6, 30));
}

/// 35
#[test]
fn a_file_about_another_directive_is_put_aside() {
    let other = Directive { id: "99-CT/TU".into(), ..directive().clone() };
    let bytes = export(&other, &[&assessment("A")]);
    let found = line("x.json", &bytes);
    assert_eq!(found.outcome, Outcome::Aside { directive: "99-CT/TU".into() });
    assert_eq!(found.bytes, bytes);
    let newer = changed(&bytes, &|fields| {
        fields.insert("version".into(), Json::Number("3".into()));
    });
    assert_eq!(line("x.json", &newer).outcome, Outcome::Aside { directive: "99-CT/TU".into() });
    // Another edition of the same: told, for whoever counts.
    let edition = Directive { edition: "2099-01".into(), ..directive().clone() };
    let found = line("x.json", &export(&edition, &[&assessment("A")]));
    let Outcome::Held { assessments, .. } = &found.outcome else { panic!("{found:?}") };
    assert_eq!(&*assessments[0].edition, "2099-01");
}

/// 36: whatever a newer version holds, as long as it is whole.
#[test]
fn a_newer_version_is_kept_unread_and_an_older_one_read() {
    let newer = changed(&file("A"), &|fields| {
        fields.insert("version".into(), Json::Number("3".into()));
        fields.insert("assessments".into(), Json::String("another form".into()));
    });
    let found = line("x.json", &newer);
    assert_eq!(found.outcome, Outcome::KeptUnread(Unread::NewerFile("3".into())));
    assert_eq!(found.bytes, newer);
    assert!(matches!(refused(&newer[..newer.len() - 5]), Cause::File(_)));
    // The released file of version 1 is a sample.
    let older = changed(V1, &|fields| {
        let Some(Json::Array(items)) = fields.get_mut("assessments") else { panic!() };
        let Some(Json::Object(first)) = items.first_mut() else { panic!() };
        first.remove("sample");
    });
    assert!(is_held(&line("x.json", &older)));
}

/// 37
#[test]
fn the_sample_is_nobodys_report() {
    let sample = Assessment { sample: true, ..assessment("Mẫu") };
    assert_eq!(refused(&export(directive(), &[&sample])), Cause::Sample);
    let mixed = line("x.json", &export(directive(), &[&sample, &assessment("A")]));
    assert_eq!(held(&mixed), (vec!["A".to_owned()], [Remark::SamplesLeftOut(1)].as_slice()));
    let Outcome::Held { assessments, .. } = &mixed.outcome else { panic!() };
    assert_eq!(assessments[0].key.index, 1);
}

/// 15, 17, 26, 40 and other things that are not read
#[test]
fn what_is_not_read_is_refused_for_what_it_is() {
    let compound = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &utf16(b"__properties_version1.0")].concat();
    for (bytes, cause) in [
        (b"Rar!\x1a\x07\x01\0".as_slice(), Cause::WrongKind(Kind::Rar)),
        (b"7z\xbc\xaf\x27\x1c\0\x04", Cause::WrongKind(Kind::SevenZip)),
        (&compound, Cause::WrongKind(Kind::OutlookMessage)),
        (b"\x78\x9f\x3e\x22\x01\0", Cause::WrongKind(Kind::OutlookAttachments)),
        (b"%PDF-1.7\n", Cause::WrongKind(Kind::Pdf)),
        (b"\x89PNG\r\n", Cause::WrongKind(Kind::Picture)),
        (b"\x4c\0\0\0\x01\x14\x02\0", Cause::WrongKind(Kind::Shortcut)),
        (b"[InternetShortcut]\r\nURL=x", Cause::WrongKind(Kind::Shortcut)),
        ("Kính gửi".as_bytes(), Cause::WrongKind(Kind::Text)),
        (b"", Cause::Empty),
        (b"\xef\xbb\xbf", Cause::Empty),
        (&[0; 5000], Cause::Zeros),
    ] {
        assert_eq!(refused(bytes), cause);
    }
    assert!(matches!(refused(b"{\"a\":1}"), Cause::File(Refusal::OtherFormat(_))));
}

/// 39, 40
#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let json = b"{\"app\"".as_slice();
    assert_eq!(refused_unread(json, MOST_FILE), None);
    let size = MOST_FILE + 1;
    assert_eq!(refused_unread(json, size), Some(Cause::TooLarge { size, limit: MOST_FILE }));
    assert_eq!(refused_unread(b"PK\x03\x04", size), None);
    assert_eq!(refused_unread(b"<html>", MOST_PAGE), None);
    let size = MOST_CONTAINER + 1;
    assert_eq!(refused_unread(b"PK\x03\x04", size), Some(Cause::TooLarge { size, limit: MOST_CONTAINER }));
    assert_eq!(refused_unread(b"%PDF-1.7", 5_000_000), Some(Cause::WrongKind(Kind::Pdf)));
    assert_eq!(refused_unread(b"", 0), Some(Cause::Empty));
    let mut large = file("A");
    large.resize(usize::try_from(MOST_FILE).unwrap() + 1, b' ');
    assert_eq!(refused(&large), Cause::TooLarge { size: MOST_FILE + 1, limit: MOST_FILE });
}

/// 42: a thing that fails stops no other; each is read by itself.
#[test]
fn nothing_of_one_thing_reaches_another() {
    let bad: [&[u8]; 4] =
        [b"", b"PK\x03\x04 cut", b"From: a@b\r\nDate: x\r\n\r\n", b"{\"format\":\"directive-gathering\"}\n"];
    let good = file("A");
    let alone = lines("x.json", &good);
    for thing in bad {
        let _ = lines("bad", thing);
        assert_eq!(lines("x.json", &good), alone);
    }
}

/// 50
#[test]
fn the_strict_reader_has_the_last_word() {
    let text = String::from_utf8(file("A")).unwrap();
    let at = |place: &str| text.replacen('{', place, 1);
    assert!(matches!(refused(at("{\"app\":\"1\",").as_bytes()), Cause::File(Refusal::Json(_))));
    let deep = "[".repeat(100) + &"]".repeat(100);
    assert!(matches!(refused(at(&format!("{{\"aa\":{deep},")).as_bytes()), Cause::File(Refusal::Json(_))));
    // A key of a prototype is a key like any other; a formula and a turn of the direction are text like any other.
    let odd = changed(text.as_bytes(), &|fields| {
        fields.insert("__proto__".into(), Json::String("x".into()));
    });
    assert!(is_held(&line("x.json", &odd)));
    let turned = Assessment { overall: "=HYPERLINK(1) \u{202e}x".into(), ..assessment("=1+1") };
    assert_eq!(held(&line("x\u{202e}.json", &export(directive(), &[&turned]))).0, ["=1+1"]);
    assert_eq!(line("x\u{202e}gpj.json", &file("A")).name, "xgpj.json");
    assert_eq!(line("Qua\u{323}\u{302}n.json", &file("A")).name, "Quận.json");
}
