//! Each limit of a file, from both sides: what is just within it is accepted, and what is just beyond it is refused for that
//! reason.

use super::{V2, at, exported, full, opened, sealed, text, tree, v2_with};
use crate::{ExportFile, MOST_BYTES, Refusal};
use domain::assessment::Assessment;
use json::{Cause, Json, Map, Unknown};

/// The released sample with something that a newer version might have written beside the assessments, sealed.
fn with_unknown(value: Json) -> String {
    let mut document = tree(V2);
    *at(&mut document, "zzNew") = value;
    sealed(document)
}

fn cause(file: &[u8]) -> Option<Cause> {
    match opened(file) {
        Ok(_) => None,
        Err(Refusal::Json(error)) => Some(error.cause),
        Err(other) => panic!("{other:?}"),
    }
}

/// Forty texts of so many letters together.
fn texts(letters: usize) -> Json {
    let text = |letters| Json::String("a".repeat(letters));
    Json::Array((0..40).map(|number| text(letters / 40 + if number == 0 { letters % 40 } else { 0 })).collect())
}

#[test]
fn two_million_bytes() {
    let others = with_unknown(texts(0)).len();
    let largest = with_unknown(texts(MOST_BYTES - others));
    assert_eq!((largest.len(), cause(largest.as_bytes())), (2_000_000, None));
    let larger = with_unknown(texts(MOST_BYTES - others + 1));
    assert_eq!(cause(larger.as_bytes()), Some(Cause::TooLarge { size: 2_000_001, limit: 2_000_000 }));
}

#[test]
fn twenty_thousand_values() {
    let others = count(&tree(with_unknown(Json::Array(Vec::new())).as_bytes()));
    let numbers = |count: usize| with_unknown(Json::Array(vec![Json::Number(text("0")); count]));
    assert_eq!(cause(numbers(20_000 - others).as_bytes()), None);
    assert_eq!(cause(numbers(20_001 - others).as_bytes()), Some(Cause::TooManyNodes { limit: 20_000 }));
}

fn count(json: &Json) -> usize {
    1 + match json {
        Json::Array(items) => items.iter().map(count).sum(),
        Json::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// An export with something in it that a newer version wrote.
fn exported_with(value: Json) -> ExportFile {
    exported(&Assessment { unknown: Unknown([(text("zzNew"), value)].into()), ..full() })
}

/// Whether an export of this is refused when it comes in, which is told as it goes out.
fn is_refused(value: Json) -> bool {
    let file = exported_with(value);
    let is_refused = match cause(file.text.as_bytes()) {
        None => false,
        Some(Cause::TooLarge { .. } | Cause::TooManyNodes { .. }) => true,
        Some(other) => panic!("{other:?}"),
    };
    assert_eq!(file.is_oversize, is_refused, "{:?}", file.oversize);
    is_refused
}

#[test]
fn an_export_tells_of_what_an_import_refuses_and_of_nothing_else() {
    let others = exported_with(texts(0)).text.len();
    assert!(!is_refused(texts(MOST_BYTES - others)));
    assert!(is_refused(texts(MOST_BYTES - others + 1)));

    let numbers = |count| Json::Array(vec![Json::Number(text("0")); count]);
    let others = count(&tree(exported_with(numbers(0)).text.as_bytes()));
    assert!(!is_refused(numbers(20_000 - others)));
    assert!(is_refused(numbers(20_001 - others)));

    // Each object takes more memory than its bytes allow; letters and digits make up for it, eighteen and three at a time.
    let dense = |objects: usize, letters: usize, digits: usize| {
        let objects = vec![Json::Object(Map::new()); objects];
        let digits = vec![Json::Number(text("0")); digits];
        Json::Array([objects, digits, vec![Json::String("a".repeat(letters))]].concat())
    };
    let most = (1..1000).find(|objects| is_refused(dense(*objects, 0, 0))).unwrap();
    for (objects, letters, digits) in (0..4)
        .flat_map(|more| (0..60).flat_map(move |letters| (0..6).map(move |digits| (most + more, letters, digits))))
    {
        is_refused(dense(objects, letters, digits));
    }
}

#[test]
fn sixteen_levels() {
    // The document itself is one of them.
    let nested = |levels: usize| {
        with_unknown((1..levels).fold(Json::Array(Vec::new()), |inner, level| match level % 2 {
            0 => Json::Array(vec![inner]),
            _ => Json::Object(Map::from([(text("a"), inner)])),
        }))
    };
    assert_eq!(cause(nested(15).as_bytes()), None);
    assert_eq!(cause(nested(16).as_bytes()), Some(Cause::TooDeep { limit: 16 }));
}

#[test]
fn sixty_four_kibibytes_of_text_or_key() {
    for letter in ["a", "ế", "👍", "\\"] {
        let long = |bytes: usize| letter.repeat(bytes / letter.len()) + &"a".repeat(bytes % letter.len());
        let too_long = Some(Cause::TextTooLong { limit: 65_536 });
        let as_text = |bytes| with_unknown(Json::String(long(bytes)));
        assert_eq!(cause(as_text(65_536).as_bytes()), None);
        assert_eq!(cause(as_text(65_537).as_bytes()), too_long);
        let as_key = |bytes| with_unknown(Json::Object(Map::from([(long(bytes), Json::Null)])));
        assert_eq!(cause(as_key(65_536).as_bytes()), None);
        assert_eq!(cause(as_key(65_537).as_bytes()), too_long);
    }
}

#[test]
fn the_encoding_is_utf_8() {
    let file = String::from_utf8(V2.to_vec()).unwrap();
    let units: Vec<u16> = file.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    assert_eq!(cause(&little), Some(Cause::Utf16));
    assert_eq!(cause(&big), Some(Cause::Utf16));
    assert_eq!(cause(&[b"\xFF\xFE".as_slice(), &little].concat()), Some(Cause::Utf16));
    assert_eq!(cause(&[b"\xFE\xFF".as_slice(), &big].concat()), Some(Cause::Utf16));
    assert_eq!(cause(&[b"\xEF\xBB\xBF".as_slice(), V2].concat()), None, "with a byte order mark of UTF-8");
    // Windows-1258, as an old editor saves Vietnamese.
    let legacy: Vec<u8> = file.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(0xE2)).collect();
    assert_eq!(cause(&legacy), Some(Cause::NotUtf8));
}

#[test]
fn characters_that_no_text_may_hold() {
    // To the left what is just allowed, to the right its neighbour that is not.
    for (allowed, forbidden) in [
        ('\t', '\u{8}'),
        ('\n', '\u{b}'),
        ('\r', '\u{c}'),
        (' ', '\u{1f}'),
        (' ', '\0'),
        ('\u{7f}', '\u{e}'),
        ('\u{fdcf}', '\u{fdd0}'),
        ('\u{fdf0}', '\u{fdef}'),
        ('\u{fffd}', '\u{fffe}'),
        ('\u{10000}', '\u{ffff}'),
        ('\u{1fffd}', '\u{1fffe}'),
        ('\u{100000}', '\u{fffff}'),
        ('\u{10fffd}', '\u{10ffff}'),
    ] {
        let with = |letter: char| with_unknown(Json::String(letter.into()));
        assert_eq!(cause(with(allowed).as_bytes()), None, "{allowed:?}");
        let code = u32::from(forbidden);
        assert_eq!(cause(with(forbidden).as_bytes()), Some(Cause::ForbiddenCharacter { code }));
        let in_a_key = with_unknown(Json::Object(Map::from([(forbidden.into(), Json::Null)])));
        assert_eq!(cause(in_a_key.as_bytes()), Some(Cause::ForbiddenCharacter { code }));
    }
}

#[test]
fn surrogates_come_in_pairs() {
    let with = |escape: &str| with_unknown(Json::String(text("HERE"))).replace("HERE", escape);
    // A pair is no canonical writing, but a letter; half of one is nothing.
    assert!(matches!(opened(with("\\ud83d\\ude00").as_bytes()), Err(Refusal::Damaged { .. })));
    assert_eq!(cause(with("\\ud83d").as_bytes()), Some(Cause::LoneSurrogate { code: 0xD83D }));
    assert_eq!(cause(with("\\ude00").as_bytes()), Some(Cause::LoneSurrogate { code: 0xDE00 }));
    assert_eq!(cause(with("\\ude00\\ud83d").as_bytes()), Some(Cause::LoneSurrogate { code: 0xDE00 }));
}

#[test]
fn keys_come_once() {
    let file = with_unknown(super::parsed("{\"a\":1,\"b\":{\"a\":2}}"));
    assert_eq!(cause(file.as_bytes()), None);
    let key = text("a");
    assert_eq!(cause(file.replace("\"b\":", "\"a\":").as_bytes()), Some(Cause::DuplicateKey { key }));
    let key = text("version");
    let whole = file.replacen('{', "{\"version\":1,", 1);
    assert_eq!(cause(whole.as_bytes()), Some(Cause::DuplicateKey { key }));
}

#[test]
fn lists_and_objects_do_not_stand_for_one_another() {
    for (path, value) in [
        ("assessments/0", "[]"),
        ("assessments/0/unit", "[\"id\"]"),
        ("assessments/0/answers", "[]"),
        ("assessments/0/answers/1.1/causes", "[]"),
        ("assessments/0/answers/1.1/nextSteps", "{}"),
        ("assessments/0/evidence", "{\"0\":{}}"),
        ("assessments/0/evidence/0", "[]"),
        ("assessments/0/optedIn", "{}"),
        ("assessments/0/period", "[]"),
        ("assessments/0/preparedBy", "[]"),
        ("assessments/0/selfRating", "[]"),
        ("directive", "[]"),
    ] {
        assert!(matches!(opened(v2_with(path, value).as_bytes()), Err(Refusal::Mismatch(_))), "{path}");
    }
    // Where nothing is known of what belongs there, both may stand.
    for value in ["[]", "{}"] {
        assert!(opened(v2_with("assessments/0/zzNew", value).as_bytes()).is_ok());
    }
}
