//! Reading withstands files that nobody wrote: real exports changed in their structure, their text and their bytes, and bytes that
//! are no file at all.
//!
//! A case is a number, which determines everything in it. `FUZZ_CASES=1000000` sets how many there are, and `FUZZ_FROM=4711` the
//! first one, so that a failing case can be run alone.

mod bytes;
mod tree;
mod verdict;

use super::{V2, exported, full, nfc, text, tree as parsed_file};
use crate::{export_all, record};
use domain::assessment::Assessment;
use domain::content::parse;
use json::Json;
use std::collections::BTreeMap;
use std::sync::Mutex;
use verdict::Verdict;

/// Numbers that follow from a seed (SplitMix64).
pub(super) struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`, or 0 where nothing is.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap()
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn of<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }
}

/// Files as the product writes them.
fn files() -> Vec<Json> {
    let sample: Assessment = parse(include_bytes!("../../../../../content/sample.json")).unwrap();
    let stored = record::StoredDraft { id: text("d1"), generation: 3, assessment: full(), ..Default::default() };
    let both = export_all(&super::directive(), &[&full(), &sample], super::MORNING, super::OFFSET, &nfc);
    let newer = super::v2_with("assessments/0/unit/zzNew", "{\"a\":[1,-1.5e-7,null,\"\"],\"\u{202e}\":{}}");
    [
        V2,
        exported(&sample).text.as_bytes(),
        exported(&Assessment::default()).text.as_bytes(),
        both.text.as_bytes(),
        newer.as_bytes(),
        record::to_text(&stored, super::ID, "2024-06-18").as_bytes(),
    ]
    .map(parsed_file)
    .to_vec()
}

/// The bytes of a case.
fn case(number: u64, files: &[Json]) -> Vec<u8> {
    let chance = &mut Chance(number);
    if chance.one_in(20) {
        return bytes::noise(chance);
    }
    let mut document = files[chance.below(files.len())].clone();
    for _ in 0..chance.below(4) {
        tree::mutate(&mut document, files, chance);
    }
    let mut file = match chance.below(10) {
        0 => (json::canonical(&document) + "\n").into_bytes(),
        1 | 2 => bytes::rendered(&document, chance).into_bytes(),
        _ => super::sealed(document).into_bytes(),
    };
    if chance.one_in(4) {
        let other = super::sealed(files[chance.below(files.len())].clone());
        for _ in 0..=chance.below(3) {
            bytes::mutate(&mut file, other.as_bytes(), chance);
        }
    }
    if chance.one_in(16) { [b"\xEF\xBB\xBF", file.as_slice()].concat() } else { file }
}

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |value| value.parse().unwrap())
}

#[test]
fn nothing_invalid_is_accepted_and_every_refusal_names_place_and_cause() {
    let (from, cases) = (setting("FUZZ_FROM", 0), setting("FUZZ_CASES", 20_000));
    let (files, schema) = (files(), verdict::schema());
    let verdicts = Mutex::new(BTreeMap::<Verdict, u64>::new());
    std::thread::scope(|scope| {
        for first in 0..2 {
            let (files, schema, verdicts) = (&files, &schema, &verdicts);
            scope.spawn(move || {
                for number in (from + first..from + cases).step_by(2) {
                    // Whatever fails within, the case's number is told.
                    let told = std::panic::catch_unwind(|| verdict::of(&case(number, files), schema));
                    let verdict = told.unwrap_or_else(|_| panic!("FUZZ_FROM={number} FUZZ_CASES=1"));
                    *verdicts.lock().unwrap().entry(verdict).or_default() += 1;
                }
            });
        }
    });
    let verdicts = verdicts.into_inner().unwrap();
    println!("{cases} cases: {verdicts:#?}");
    if cases >= 20_000 {
        assert!(verdicts[&Verdict::Accepted] * 10 > cases, "too little is accepted to tell anything");
        let lacking: Vec<_> = Verdict::ALL.iter().filter(|verdict| !verdicts.contains_key(verdict)).collect();
        assert!(lacking.is_empty(), "no case comes to {lacking:?}");
    }
}
