//! What the benchmarks share: an allocator that counts, and files made of the released sample.
#![allow(dead_code, unreachable_pub, reason = "each benchmark uses its part")]

use json::{Json, Limits, Map, canonical, read};
use sha2::{Digest, Sha256};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

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

/// What `work` makes, and the most bytes that were in use meanwhile beyond those before.
pub fn most_used<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = USED.load(Relaxed);
    MOST.store(before, Relaxed);
    let made = work();
    (made, MOST.load(Relaxed) - before)
}

pub const ID: &str = "1022-CV/TU";
pub const SAMPLE: &[u8] = include_bytes!("../../../../tests/fixtures/v2-sample.json");

/// The released sample, changed and sealed anew.
pub fn file(change: impl FnOnce(&mut Map<Json>)) -> Vec<u8> {
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
pub fn assessment(envelope: &mut Map<Json>) -> &mut Map<Json> {
    let Some(Json::Array(assessments)) = envelope.get_mut("assessments") else { panic!("a list") };
    let Some(Json::Object(assessment)) = assessments.first_mut() else { panic!("an object") };
    assessment
}

pub fn parsed(text: &str) -> Json {
    read(text.as_bytes(), &Limits::STORE).unwrap()
}

/// `count` members in the place of a field, each with the text in which `#` is its number.
pub fn members(count: usize, key: &dyn Fn(usize) -> String, value: &str) -> Json {
    let value = parsed(value);
    Json::Object((0..count).map(|number| (key(number), value.clone())).collect())
}

pub fn list(count: usize, item: &str) -> Json {
    Json::Array(vec![parsed(item); count])
}

pub fn text(bytes: usize) -> String {
    format!("\"{}\"", "a".repeat(bytes))
}
