//! What reading a file costs at worst: time, and memory as a multiple of the file.
//!
//! `cargo bench -p app --bench reading` prints a line for each file. The files are as hard on the reader as its limits allow: most
//! are accepted, and some are refused as late as possible. The last lines are about the other ways in: a page that holds a file,
//! and an archive, whose multiple is that of what comes out of it. `docs/reliability.md` has the figures. With `-- FOLDER` it also
//! writes the files there, to be opened in a browser.

#![allow(unsafe_code, reason = "an allocator that counts is one")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "not the product")]

use app::msg::Unpacked;
use app::{Clock, Effect, Model, Msg};
use domain::directive::Directive;
use domain::roster::Roster;
use exchange::zip::Content;
use exchange::{self, Incoming, Refusal};
use hostile::{ID, SAMPLE, assessment, file, list, members, most_used, text};
use json::{Json, Limits, Map};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Instant;
use storage::Loaded;

mod hostile;

/// Files of one assessment.
fn single() -> Vec<(&'static str, Vec<u8>)> {
    let with = |field: &str, value: Json| {
        file(|envelope| {
            assessment(envelope).insert(field.to_owned(), value);
        })
    };
    let plain = |number: usize| format!("k{number:05}");
    let padded = |number: usize| format!("{number:085}");
    let short = |number: usize| format!("{number:03x}");
    let wide = |number: usize| format!("{number:012}");
    vec![
        ("the released sample", SAMPLE.to_vec()),
        ("19,900 numbers of one digit", with("x", list(19_900, "0"))),
        ("19,900 unknown members", with("x", members(19_900, &plain, "0"))),
        ("19,900 unknown members in 2 MB", with("x", members(19_900, &padded, "0"))),
        ("19,900 empty objects", with("x", list(19_900, "{}"))),
        ("19,900 empty answers", with("answers", members(19_900, &plain, "{}"))),
        ("19,900 empty answers in 2 MB", with("answers", members(19_900, &padded, "{}"))),
        // As dense as is accepted, and denser.
        ("15,000 empty answers of 18 bytes", with("answers", members(15_000, &wide, "{}"))),
        ("4,000 empty answers", with("answers", members(4_000, &short, "{}"))),
        ("3,000 answers of five numbers", with("answers", members(3_000, &short, r#"{"":0,"a":0,"b":0,"c":0,"d":0}"#))),
        ("150 empty answers", with("answers", members(150, &short, "{}"))),
        ("19,900 empty texts", with("optedIn", list(19_900, "\"\""))),
        ("19,900 texts of a letter", with("optedIn", list(19_900, "\"a\""))),
        ("9,900 pieces of evidence of 21 bytes", with("evidence", list(9_900, &format!("{{\"id\":{}}}", text(11))))),
        ("9,900 pieces of evidence", with("evidence", list(9_900, "{\"id\":\"\"}"))),
        ("9,900 pieces of evidence in 2 MB", with("evidence", list(9_900, &format!("{{\"id\":{}}}", text(180))))),
        ("30 texts of 64 KiB", with("x", list(30, &text(65_536)))),
        ("15 texts of 64 KiB, all line feeds", with("x", list(15, &format!("\"{}\"", "\\n".repeat(65_536))))),
        ("lists within lists", with("x", list(1_600, "[[[[[[[[[[[[]]]]]]]]]]]]"))),
        (
            "keys that sort otherwise in UTF-16",
            with(
                "x",
                members(
                    19_900,
                    &|number| {
                        let first = if number % 2 == 0 { '\u{e000}' } else { '\u{10000}' };
                        format!("{first}{number:05}")
                    },
                    "0",
                ),
            ),
        ),
    ]
}

/// Files of many assessments.
fn many() -> Vec<(&'static str, Vec<u8>)> {
    const LEAST: &str = r#"{"createdAt":"","revision":0,"unit":{"group":"","name":""},"updatedAt":""}"#;
    let least = |count: usize| {
        move |envelope: &mut Map<Json>| {
            envelope.insert("assessments".to_owned(), list(count, LEAST));
        }
    };
    vec![
        ("2,800 empty assessments", file(least(2_800))),
        (
            "2,400 empty assessments, and 1.7 MB around them",
            file(|envelope| {
                least(2_400)(envelope);
                envelope.insert("x".to_owned(), list(26, &text(65_536)));
            }),
        ),
    ]
}

/// Files that are refused late.
fn refused() -> Vec<(&'static str, Vec<u8>)> {
    let members = (0..19_900).rev().map(|number| format!("\"{number:080}\":0")).collect::<Vec<_>>().join(",");
    let backwards = format!("{{\"format\":\"directive-assessment\",\"version\":1,\"x\":{{{members}}}}}");
    let twice = format!("{{\"x\":{{{members},\"{:080}\":0}}}}", 7);
    let key = "\u{1f600}".repeat(64);
    let deep = format!("{}[{}1.0]{}", format!("{{\"{key}\":").repeat(14), "0,".repeat(19_900), "}".repeat(14));
    let late = format!("{{\"format\":\"directive-assessment\",\"version\":1,\"x\":{deep}}}");
    let mut digest = file(|envelope| {
        envelope.insert("x".to_owned(), list(30, &text(65_000)));
    });
    let at = digest.len() / 2;
    *digest.get_mut(at).unwrap() = b'b';
    vec![
        ("members in the opposite order", backwards.into_bytes()),
        ("the same, and one twice", twice.into_bytes()),
        ("another form only at the end of long paths", late.into_bytes()),
        ("a byte changed amid 2 MB", digest),
        ("2 MB of opening brackets", vec![b'['; 2_000_000]),
        ("a text without end", [b"\"".as_slice(), &[b'a'; 1_999_999]].concat()),
        ("2 MB of white space", vec![b' '; 2_000_000]),
        ("a number of 2 MB", vec![b'1'; 2_000_000]),
    ]
}

/// Reads it as the product does: a refusal is also asked for its place.
fn opened(bytes: &[u8]) -> Result<Incoming, Refusal> {
    let result = exchange::read(bytes, ID);
    if let Err(refusal) = &result {
        std::hint::black_box(refusal.place(bytes));
    }
    result
}

/// What a file may cost in memory: twenty times its bytes. A file of a few KB may cost more by what is free.
fn most(bytes: usize) -> usize {
    20 * bytes + Limits::FILE.memory_for(0)
}

/// Prints the figures of a file, and tells whether they are within what it may cost. `held` are the bytes of it that are
/// in memory anyway.
#[allow(clippy::cast_precision_loss, reason = "figures to look at")]
fn measure(name: &str, bytes: usize, held: usize, times: u32, work: &dyn Fn() -> bool) -> bool {
    let (is_accepted, peak) = most_used(work);
    let verdict = if is_accepted { "accepted" } else { "refused" };
    let mut best = f64::MAX;
    for _ in 0..times {
        let started = Instant::now();
        work();
        best = best.min(started.elapsed().as_secs_f64() * 1000.0);
    }
    let held_bytes = peak + held;
    let held = held_bytes as f64;
    let (multiple, megabytes) = (held / bytes as f64, held / 1e6);
    println!("{name:60} {bytes:>9} B {verdict:8} {best:>8.1} ms {megabytes:>7.2} MB {multiple:>6.1} ×");
    held_bytes <= most(bytes)
}

/// A page of the product with nothing in it.
fn page() -> Model {
    let mut model =
        Model::new(Rc::new(Directive::built_in().unwrap()), Rc::new(Roster::built_in().unwrap()), 7, str::to_owned);
    drop(model.update(Clock::default(), Msg::Loaded(Loaded::default())));
    model
}

/// Takes a file in, and what is unpacked of it, as the product does; how much waits for a choice then.
fn takes_in(mut model: Model, name: &str, bytes: &[u8]) -> usize {
    let mut waiting = vec![Msg::FileRead(name.to_owned(), bytes.to_vec())];
    while let Some(msg) = waiting.pop() {
        for effect in model.update(Clock::default(), msg) {
            if let Effect::Unpack { name, content: Content::Plain(bytes) } = effect {
                waiting.push(Msg::Unpacked(name, Unpacked::Bytes(bytes)));
            }
        }
    }
    model.reviews.len()
}

/// A page that holds a file, and nothing else.
fn carrying(file: &[u8]) -> Vec<u8> {
    let held = String::from_utf8(file.to_vec()).unwrap().replace('<', "\\u003c");
    format!("<!doctype html><script type=\"application/json\" id=\"directive-assessment-data\">{held}</script>")
        .into_bytes()
}

/// An uncompressed archive with that many copies of the file.
fn archive(count: u16, file: &[u8]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    let size = u32::try_from(file.len()).unwrap().to_le_bytes();
    for _ in 0..count {
        let start = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let common = [[20, 0, 0, 0, 0, 0].as_slice(), &[0; 8], &size, &size, &[1, 0]].concat();
        bytes.extend([b"PK\x03\x04".as_slice(), &common, b"\0\0a", file].concat());
        directory.extend([b"PK\x01\x02\x14\x00".as_slice(), &common, &[0; 12], &start, b"a"].concat());
    }
    let (size, start) = (u32::try_from(directory.len()).unwrap(), u32::try_from(bytes.len()).unwrap());
    bytes.extend([&directory, b"PK\x05\x06\0\0\0\0".as_slice(), &count.to_le_bytes(), &count.to_le_bytes()].concat());
    bytes.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

fn main() {
    let files: Vec<_> = [single(), many(), refused()].into_iter().flatten().collect();
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    for (number, (name, bytes)) in files.iter().enumerate() {
        // The file itself is in memory while it is read.
        let is_within = measure(name, bytes.len(), bytes.len(), 5, &|| opened(bytes).is_ok());
        if let Some(folder) = &folder {
            std::fs::write(format!("{folder}/{number:02}.json"), bytes).expect("the folder takes the files");
        }
        assert!(is_within, "{name} takes more memory than it may");
    }
    for (name, bytes) in single().into_iter().chain(many()) {
        // What a page takes before it has read anything is not the file's.
        let pages = RefCell::new(Vec::new());
        let takes_in =
            |name: &str, bytes: &[u8]| pages.borrow_mut().pop().map_or(0, |page| takes_in(page, name, bytes)) > 0;
        let carrier = carrying(&bytes);
        pages.replace(vec![page(), page()]);
        let of = format!("in a page: {name}");
        let is_within = measure(&of, carrier.len(), 0, 1, &|| takes_in("a.html", &carrier));
        assert!(is_within, "{of} takes more memory than it may");
        let count = u16::try_from((19_900_000 / bytes.len()).min(200)).unwrap();
        let archive = archive(count, &bytes);
        pages.replace(vec![page(), page()]);
        let of = format!("{count} in an archive: {name}");
        let is_within = measure(&of, bytes.len() * usize::from(count), 0, 1, &|| takes_in("a.zip", &archive));
        assert!(is_within, "{of} takes more memory than it may");
    }
}
