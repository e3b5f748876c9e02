//! Tests of the reading as a whole: what people may hand in, and what is said about it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod archives;
mod bundles;
mod damage;
mod files;
mod mails;
mod portions;
mod zip;

use crate::line::{Cause, Line, Outcome};
use crate::ports::Ports;
use crate::reading::read;
use crate::tally::Tally;
use domain::assessment::{Answer, Assessment, Status, UnitRef};
use domain::date::Moment;
use domain::directive::Directive;
use json::{Json, Limits};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A file of version 1 as it was released.
const V1: &[u8] = include_bytes!("../../../../tests/fixtures/v1-sample.json");

const ID: &str = "1022-CV/TU";

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// Of windows-1258 what the names in these tests need.
fn decode_1258(bytes: &[u8]) -> String {
    let letters: HashMap<u8, char> = [
        (0xe2, 'â'),
        (0xe3, 'ă'),
        (0xea, 'ê'),
        (0xf0, 'đ'),
        (0xf4, 'ô'),
        (0xf5, 'ơ'),
        (0xfd, 'ư'),
        (0xcc, '\u{300}'),
        (0xec, '\u{301}'),
        (0xd2, '\u{309}'),
        (0xde, '\u{303}'),
        (0xf2, '\u{323}'),
    ]
    .into();
    let letter =
        |byte: &u8| if byte.is_ascii() { char::from(*byte) } else { letters.get(byte).copied().unwrap_or('?') };
    bytes.iter().map(letter).collect()
}

fn lines(name: &str, bytes: &[u8]) -> Vec<Line> {
    let mut lines = Vec::new();
    read(name, bytes, ID, &Ports { decode_1258: &decode_1258, nfc: &nfc }, &mut |line| lines.push(line));
    hold_together(&lines);
    lines
}

/// What holds of the lines of any thing: they are numbered, members stand under containers and are as many as those say, and what
/// became of them adds up.
fn hold_together(lines: &[Line]) {
    let mut tally = Tally::default();
    for (at, line) in lines.iter().enumerate() {
        tally.add(line);
        assert_eq!(usize::try_from(line.id), Ok(at));
        match line.parent {
            None => assert!(line.id == 0 && line.depth == 0, "{line:?}"),
            Some(parent) => {
                let parent = &lines[usize::try_from(parent).unwrap()];
                assert!(matches!(parent.outcome, Outcome::Container { .. }), "{parent:?}");
                assert!(parent.id < line.id && parent.depth + 1 == line.depth, "{line:?}");
            }
        }
        if let Outcome::Container { members, .. } = line.outcome {
            let beneath = lines.iter().filter(|other| other.parent == Some(line.id));
            let things = beneath.map(|line| if let Outcome::Skipped { files, .. } = line.outcome { files } else { 1 });
            assert_eq!(things.sum::<u32>(), members, "{line:?}");
        }
        let is_kept = !line.bytes.is_empty();
        match line.outcome {
            Outcome::Held { .. } | Outcome::KeptUnread(_) | Outcome::Aside { .. } => assert!(is_kept, "{line:?}"),
            Outcome::Refused { readable, .. } => assert_eq!(is_kept, readable > 0, "{line:?}"),
            _ => assert!(!is_kept, "{line:?}"),
        }
    }
    let sum = tally.containers + tally.skipped + tally.held + tally.unread + tally.aside + tally.refused;
    assert_eq!(usize::try_from(sum), Ok(lines.len()), "{tally:?}");
    assert_eq!(sum, tally.lines);
    assert_eq!(lines.iter().filter(|line| line.parent.is_none()).count(), 1);
}

/// The only line of a thing.
fn line(name: &str, bytes: &[u8]) -> Line {
    let [line] = lines(name, bytes).try_into().unwrap();
    line
}

/// Why the only line of a thing refuses it.
fn refused(bytes: &[u8]) -> Cause {
    cause(&line("x.json", bytes))
}

fn cause(line: &Line) -> Cause {
    let Outcome::Refused { cause, .. } = &line.outcome else { panic!("{line:?}") };
    cause.clone()
}

fn is_held(line: &Line) -> bool {
    matches!(line.outcome, Outcome::Held { .. })
}

fn directive() -> &'static Directive {
    static DIRECTIVE: LazyLock<Directive> = LazyLock::new(|| Directive::built_in().unwrap());
    &DIRECTIVE
}

/// The assessment of a unit of that name.
fn assessment(unit: &str) -> Assessment {
    let answer = Answer { status: Some(Status::Done), results: "Đã quán triệt.".into(), ..Answer::default() };
    Assessment {
        unit: UnitRef { group: "quan-huyen-uy".into(), name: unit.into(), ..UnitRef::default() },
        draft_id: "k7m2xq4h".into(),
        revision: 7,
        created_at: "2024-06-20T01:00:00Z".into(),
        updated_at: "2024-07-01T00:15:00Z".into(),
        answers: [("1.1".to_owned(), answer)].into(),
        ..Assessment::default()
    }
}

/// The file of several assessments, about a directive.
fn export(directive: &Directive, assessments: &[&Assessment]) -> Vec<u8> {
    exchange::export_all(directive, assessments, Moment(1_719_793_800_000), 420, &nfc).text.into_bytes()
}

/// The file of a unit.
fn file(unit: &str) -> Vec<u8> {
    export(directive(), &[&assessment(unit)])
}

/// A file with other fields in it, under a digest that fits.
fn changed(file: &[u8], change: &dyn Fn(&mut json::Map<Json>)) -> Vec<u8> {
    let mut document = json::read(file, &Limits::STORE).unwrap();
    let Json::Object(fields) = &mut document else { panic!("no object") };
    fields.remove("sha256");
    change(fields);
    let unsealed = json::canonical(&Json::Object(fields.clone()));
    let digest = Sha256::digest(unsealed).iter().map(|byte| format!("{byte:02x}")).collect();
    fields.insert("sha256".into(), Json::String(digest));
    (json::canonical(&document) + "\n").into_bytes()
}

fn utf16(text: &[u8]) -> Vec<u8> {
    str::from_utf8(text).unwrap().encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A page that holds a file, as `carry.js` makes it.
fn page(file: &[u8]) -> Vec<u8> {
    let held = str::from_utf8(file).unwrap().replace('<', "\\u003c");
    let start = "<!doctype html><script type=\"application/json\" id=\"directive-assessment-data\">";
    [start, &held, "</script><script>alert(1)</script>"].concat().into_bytes()
}

/// Letters without a rule that packing could find.
fn varied(count: usize) -> impl Iterator<Item = u8> {
    let mut state = 1u32;
    (0..count).map(move |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        b'a' + u8::try_from(state >> 28).unwrap()
    })
}
