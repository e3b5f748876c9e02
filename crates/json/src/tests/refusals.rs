//! What reading refuses, and where it locates the cause.

use crate::read::{place_of_byte, place_of_path};
use crate::{Cause, DocumentPlace, Json, Limits, read};

fn place(line: u32, column: u32, path: &str) -> DocumentPlace {
    DocumentPlace { line, column, path: path.to_owned() }
}

fn refused(bytes: &[u8], cause: Cause, line: u32, column: u32, path: &str) {
    let error = read(bytes, &Limits::FILE).unwrap_err();
    let shown = String::from_utf8_lossy(bytes);
    assert_eq!((error.cause, error.place), (cause, place(line, column, path)), "{shown}");
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    for (text, line, column, path) in [
        ("<html>", 1, 1, ""),
        ("{\"a\": tru}", 1, 7, "a"),
        ("{\"a\":\n [1,\n  x]}", 3, 3, "a[1]"),
        ("{'a': 1}", 1, 2, ""),
        ("{\"a\" 1}", 1, 6, "a"),
        ("{\"a\":1,}", 1, 8, ""),
        ("[1,]", 1, 4, "[1]"),
        ("[1 2]", 1, 4, ""),
        ("[01]", 1, 3, "[0]"),
        ("[-]", 1, 3, "[0]"),
        ("[1.]", 1, 4, "[0]"),
        ("[.5]", 1, 2, "[0]"),
        ("[1e]", 1, 4, "[0]"),
        ("[+1]", 1, 2, "[0]"),
        ("[NaN]", 1, 2, "[0]"),
        ("[\"\\x\"]", 1, 3, "[0]"),
        ("[\"\\u12G4\"]", 1, 3, "[0]"),
        ("[\u{a0}1]", 1, 2, "[0]"),
        ("// no\n1", 1, 1, ""),
    ] {
        refused(text.as_bytes(), Cause::NotJson, line, column, path);
    }
}

#[test]
fn a_document_that_was_cut_is_refused_at_its_end() {
    for (text, column, path) in [
        ("", 1, ""),
        (" ", 2, ""),
        ("[", 2, ""),
        ("[1,", 4, "[1]"),
        ("{\"ế\"", 5, "[\"ế\"]"),
        ("{\"a\":\"ế", 8, "a"),
        ("{\"a\":\"\\u1", 7, "a"),
        ("{\"a\":-", 7, "a"),
    ] {
        refused(text.as_bytes(), Cause::UnexpectedEnd, 1, column, path);
    }
}

#[test]
fn another_encoding_is_refused() {
    let units = "{\"a\":1}".encode_utf16();
    let little: Vec<u8> = units.clone().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = units.flat_map(u16::to_be_bytes).collect();
    refused(&little, Cause::Utf16, 1, 1, "");
    refused(&big, Cause::Utf16, 1, 1, "");
    refused(&[b"\xFF\xFE".as_slice(), &little].concat(), Cause::Utf16, 1, 1, "");
    refused(&[b"\xFE\xFF".as_slice(), &big].concat(), Cause::Utf16, 1, 1, "");
    refused(b"{\0\0\0", Cause::Utf16, 1, 1, "");
    refused(b"[1,\n\"a\xFF\"]", Cause::NotUtf8, 2, 3, "[1]");
    refused(b"[1]\xC0", Cause::NotUtf8, 1, 4, "");
    // An overlong form and a surrogate in UTF-8.
    refused(b"[\"\xC0\x80\"]", Cause::NotUtf8, 1, 3, "[0]");
    refused(b"[\"\xED\xA0\x80\"]", Cause::NotUtf8, 1, 3, "[0]");
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(read(b"\xEF\xBB\xBF1", &Limits::FILE), Ok(Json::Number("1".to_owned())));
    refused(b"\xEF\xBB\xBF]", Cause::NotJson, 1, 1, "");
    refused(b"\xEF\xBB\xBF\xEF\xBB\xBF1", Cause::NotJson, 1, 1, "");
}

#[test]
fn characters_that_no_text_may_hold_are_refused_raw_and_escaped() {
    for code in (0..0x20).chain([0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1_FFFE, 0x10_FFFF]) {
        let character = char::from_u32(code).unwrap();
        let escaped: String = character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect();
        refused(format!("[\"a{character}\"]").as_bytes(), Cause::ForbiddenCharacter { code }, 1, 4, "[0]");
        let text = format!("{{\"a\":\"{escaped}\"}}");
        if matches!(character, '\t' | '\n' | '\r') {
            assert!(read(text.as_bytes(), &Limits::FILE).is_ok(), "{text}");
        } else {
            refused(text.as_bytes(), Cause::ForbiddenCharacter { code }, 1, 7, "a");
        }
        let stored = read(text.as_bytes(), &Limits::STORE).unwrap();
        assert_eq!(stored.get("a").and_then(Json::as_str), Some(character.to_string().as_str()));
    }
    for allowed in ["\u{7f}", "\u{80}", "\u{fdcf}", "\u{fdf0}", "\u{fffd}", "\u{feff}", "\u{202e}", "\u{10000}"] {
        assert!(read(format!("\"{allowed}\"").as_bytes(), &Limits::FILE).is_ok(), "{allowed:?}");
    }
}

#[test]
fn half_a_surrogate_pair_is_refused() {
    let lone = |code| Cause::LoneSurrogate { code };
    refused(br#"["\ud800"]"#, lone(0xD800), 1, 3, "[0]");
    refused(br#"["\udc00"]"#, lone(0xDC00), 1, 3, "[0]");
    refused(br#"["\ud800\ud800"]"#, lone(0xD800), 1, 3, "[0]");
    refused(br#"["\ud83dx"]"#, lone(0xD83D), 1, 3, "[0]");
    refused(br#"["\ud83d\n"]"#, lone(0xD83D), 1, 3, "[0]");
    assert_eq!(read(br#""\ud83d\uDE00""#, &Limits::FILE), Ok(Json::String("😀".to_owned())));
    assert!(read(br#""\ud800""#, &Limits::STORE).is_err());
}

#[test]
fn a_key_that_comes_twice_is_refused_however_it_is_escaped() {
    let twice = |key: &str| Cause::DuplicateKey { key: key.to_owned() };
    refused(br#"{"a":1,"b":2,"a":3}"#, twice("a"), 1, 14, "a");
    refused(br#"[{"x":{"a":1,"\u0061":1}}]"#, twice("a"), 1, 14, "[0].x.a");
    assert!(read(br#"[{"a":1},{"a":{"a":1}}]"#, &Limits::FILE).is_ok());
}

#[test]
fn what_follows_the_value_is_refused() {
    refused(b"{} {}", Cause::TrailingContent, 1, 4, "");
    refused(b"1\n\n,", Cause::TrailingContent, 3, 1, "");
    assert!(read(b" 1 \r\n\t", &Limits::FILE).is_ok());
}

#[test]
fn each_limit_is_held_on_both_sides() {
    let limits = Limits { bytes: 40, depth: 3, nodes: 6, text: 4, memory: 18, any_character: false };
    let cause = |text: &str| read(text.as_bytes(), &limits).err().map(|error| (error.cause, error.place.path));
    let path = |path: &str| path.to_owned();

    assert_eq!(cause(&format!("1{}", " ".repeat(39))), None);
    assert_eq!(cause(&format!("1{}", " ".repeat(40))), Some((Cause::TooLarge { size: 41, limit: 40 }, path(""))));

    assert_eq!(cause("[[[]]]"), None);
    assert_eq!(cause("[[{\"a\":1}],[[]]]"), None);
    assert_eq!(cause("[[[[]]]]"), Some((Cause::TooDeep { limit: 3 }, path("[0][0][0]"))));
    assert_eq!(cause("{\"a\":[{\"b\":{}}]}"), Some((Cause::TooDeep { limit: 3 }, path("a[0].b"))));

    assert_eq!(cause("[1,2,[3,4]]"), None);
    assert_eq!(cause("[1,2,[3,4,5]]"), Some((Cause::TooManyNodes { limit: 6 }, path("[2][2]"))));

    assert_eq!(cause("\"abcd\""), None);
    assert_eq!(cause("\"aế\""), None);
    assert_eq!(cause("\"\\u1ebfa\""), None, "the decoded text counts");
    assert_eq!(cause("\"abcde\""), Some((Cause::TextTooLong { limit: 4 }, path(""))));
    assert_eq!(cause("\"abế\""), Some((Cause::TextTooLong { limit: 4 }, path(""))));
    assert_eq!(cause("{\"abcde\":1}"), Some((Cause::TextTooLong { limit: 4 }, path(""))));
    assert_eq!(cause("[1234]"), None);
    assert_eq!(cause("[12345]"), Some((Cause::TextTooLong { limit: 4 }, path("[0]"))));
}

#[test]
fn the_limits_of_a_file_are_those_of_the_format() {
    let cause = |text: String| read(text.as_bytes(), &Limits::FILE).err().map(|error| error.cause);
    assert_eq!(cause(format!("1{}", " ".repeat(1_999_999))), None);
    assert_eq!(
        cause(format!("1{}", " ".repeat(2_000_000))),
        Some(Cause::TooLarge { size: 2_000_001, limit: 2_000_000 })
    );
    assert_eq!(cause("[".repeat(16) + &"]".repeat(16)), None);
    assert_eq!(cause("[".repeat(17) + &"]".repeat(17)), Some(Cause::TooDeep { limit: 16 }));
    assert_eq!(cause(format!("[1{}]", ",1".repeat(19_998))), None);
    assert_eq!(cause(format!("[1{}]", ",1".repeat(19_999))), Some(Cause::TooManyNodes { limit: 20_000 }));
    assert_eq!(cause(format!("\"{}\"", "a".repeat(65_536))), None);
    assert_eq!(cause(format!("\"{}\"", "a".repeat(65_537))), Some(Cause::TextTooLong { limit: 65_536 }));
    // Brackets without end cost no stack.
    assert_eq!(cause("[".repeat(1_000_000)), Some(Cause::TooDeep { limit: 16 }));
    assert!(read("{\"\":".repeat(300_000).as_bytes(), &Limits::STORE).is_err());
}

/// Objects cost the most, because they become types: what is free and what their bytes pay for is just reached.
#[test]
fn values_take_no_more_memory_than_their_bytes_pay_for() {
    let objects =
        |count: usize, width: usize| format!("[{}]", vec![format!("{{{}}}", " ".repeat(width)); count].join(","));
    let cause = |text: &str, limits| read(text.as_bytes(), limits).err().map(|error| error.cause);
    for (fitting, width) in [(144, 0), (156, 1)] {
        assert_eq!(cause(&objects(fitting, width), &Limits::FILE), None);
        let limit = fitting + 1;
        assert_eq!(cause(&objects(limit, width), &Limits::FILE), Some(Cause::TooManyNodes { limit }));
        assert_eq!(cause(&objects(limit, width), &Limits::STORE), None, "a record is never refused for it");
        assert_eq!(cause(&objects(limit, width), &Limits::CONTENT), None);
    }
    assert_eq!(cause(&objects(10_000, 13), &Limits::FILE), None, "an object of 16 bytes pays for itself");
    let members = (0..3000).map(|number| format!("\"{number}\":\"\"")).collect::<Vec<_>>().join(",");
    assert_eq!(cause(&format!("{{{members}}}"), &Limits::FILE), None);
    assert!(cause(&format!("[{}]", vec!["\"\""; 19_000].join(",")), &Limits::FILE).is_some());
    assert_eq!(cause(&format!("[{}]", vec!["\"a\""; 19_000].join(",")), &Limits::FILE), None);
}

#[test]
fn a_path_leads_to_its_place_and_a_byte_to_its_path() {
    let text = "{\"assessments\":\n [{\"answers\": {\"1.2\": {\"results\": \"ế\", \"a-b\": [0,\n {}]}}}]}";
    for (path, line, column) in [
        ("", 1, 1),
        ("assessments", 2, 2),
        ("assessments[0].answers[\"1.2\"].results", 2, 35),
        ("assessments[0].answers[\"1.2\"][\"a-b\"][1]", 3, 2),
    ] {
        assert_eq!(place_of_path(text.as_bytes(), path), place(line, column, path));
    }
    assert_eq!(place_of_path(text.as_bytes(), "nowhere"), place(1, 1, ""));
    let byte = text.find("{}").unwrap();
    assert_eq!(place_of_byte(text.as_bytes(), byte), place(3, 2, "assessments[0].answers[\"1.2\"][\"a-b\"][1]"));
    assert_eq!(place_of_byte(text.as_bytes(), 0), place(1, 1, ""));
}

#[test]
fn a_long_key_is_cut_in_a_path() {
    let error = read(format!("{{\"{}\":x}}", "ế".repeat(1000)).as_bytes(), &Limits::FILE).unwrap_err();
    assert_eq!(error.place.path, format!("[\"{}\"]", "ế".repeat(64)));
}
