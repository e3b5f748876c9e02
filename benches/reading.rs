//! What reading a file costs at its worst: time, and memory as a multiple of the file.
//!
//! `cargo bench --no-default-features --bench reading` prints a line a file. The files are as hard on the reader as its
//! limits let them be: most of them are accepted, and some are refused as late as can be. `docs/reliability.md` has the
//! figures. With `-- FOLDER` it also writes the files there, to be opened in a browser.

#![allow(unsafe_code, reason = "an allocator that counts is one")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "not the product")]

use directive_assessment::exchange::{self, Incoming, Refusal};
use directive_assessment::json::{Json, Limits, Map, canonical, read};
use sha2::{Digest, Sha256};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;

/// Counts the bytes that are in use, and the most that were.
struct Counting;

static USED: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let used = USED.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(used, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        USED.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const ID: &str = "1022-CV/TU";
const SAMPLE: &[u8] = include_bytes!("../tests/fixtures/v1-sample.json");

/// The released sample, changed and sealed anew.
fn file(change: impl FnOnce(&mut Map<Json>)) -> Vec<u8> {
    let mut document = read(SAMPLE, &Limits::STORE).unwrap();
    let Json::Object(fields) = &mut document else { panic!("an object") };
    fields.remove("sha256");
    change(fields);
    let digest: String = Sha256::digest(canonical(&document)).iter().map(|byte| format!("{byte:02x}")).collect();
    let Json::Object(fields) = &mut document else { panic!("an object") };
    fields.insert("sha256".to_owned(), Json::String(digest));
    (canonical(&document) + "\n").into_bytes()
}

/// The only assessment of an envelope.
fn assessment(envelope: &mut Map<Json>) -> &mut Map<Json> {
    let Some(Json::Array(assessments)) = envelope.get_mut("assessments") else { panic!("a list") };
    let Some(Json::Object(assessment)) = assessments.first_mut() else { panic!("an object") };
    assessment
}

fn parsed(text: &str) -> Json {
    read(text.as_bytes(), &Limits::STORE).unwrap()
}

/// `count` members in the place of a field, each with the text in which `#` is its number.
fn members(count: usize, key: &dyn Fn(usize) -> String, value: &str) -> Json {
    let value = parsed(value);
    Json::Object((0..count).map(|number| (key(number), value.clone())).collect())
}

fn list(count: usize, item: &str) -> Json {
    Json::Array(vec![parsed(item); count])
}

fn text(bytes: usize) -> String {
    format!("\"{}\"", "a".repeat(bytes))
}

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

/// Prints the figures of a file, and tells whether they are within what it may cost.
#[allow(clippy::cast_precision_loss, reason = "figures to look at")]
fn measure(name: &str, bytes: &[u8]) -> bool {
    let before = USED.load(Relaxed);
    MOST.store(before, Relaxed);
    let result = opened(bytes);
    let peak = MOST.load(Relaxed) - before;
    let verdict = if result.is_ok() { "accepted" } else { "refused" };
    drop(result);
    let mut best = f64::MAX;
    for _ in 0..5 {
        let started = Instant::now();
        drop(opened(bytes));
        best = best.min(started.elapsed().as_secs_f64() * 1000.0);
    }
    // The file itself is in memory while it is read.
    let held_bytes = peak + bytes.len();
    let held = held_bytes as f64;
    let (times, megabytes) = (held / bytes.len() as f64, held / 1e6);
    println!("{name:48} {:>9} B {verdict:8} {best:>8.1} ms {megabytes:>7.2} MB {times:>6.1} ×", bytes.len());
    held_bytes <= most(bytes.len())
}

fn main() {
    let files: Vec<_> = [single(), many(), refused()].into_iter().flatten().collect();
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    for (number, (name, bytes)) in files.iter().enumerate() {
        let is_within = measure(name, bytes);
        if let Some(folder) = &folder {
            std::fs::write(format!("{folder}/{number:02}.json"), bytes).expect("the folder takes the files");
        }
        assert!(is_within, "{name} takes more memory than it may");
    }
}
