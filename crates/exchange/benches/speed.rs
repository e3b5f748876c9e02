//! How fast a file is read, with every check, beside `serde_json`, which reads the same without types and without a digest.
//!
//! `cargo bench -p exchange --bench speed --profile speed` prints the speeds of both and their ratio, for a program that is built as
//! the coordinating body's are; without the profile, as the page is built. The two take turns, since machines are noisy.

#![allow(clippy::unwrap_used, reason = "not the product")]

use domain::directive::Directive;
use domain::sample;
use std::hint::black_box;
use std::time::Instant;

const TURNS: usize = 40;
const READS: usize = 100;

/// A file of the usual size: the sample's first answer for every requirement, with a paragraph more.
fn file(directive: &Directive) -> String {
    let mut assessment = sample::built_in();
    let answer = assessment.answers.values().next().unwrap().clone();
    for (_, requirement) in directive.requirements() {
        let own = assessment.answers.or_default(requirement.id.clone());
        *own = answer.clone();
        own.limitations = [answer.results.as_str(), &requirement.clause.text].join("\n");
    }
    exchange::export(directive, &assessment, domain::date::Moment(0), 0, &|text| text.to_owned()).text
}

fn seconds(work: impl Fn()) -> f64 {
    let start = Instant::now();
    (0..READS).for_each(|_| work());
    start.elapsed().as_secs_f64()
}

#[allow(clippy::cast_precision_loss, reason = "figures to look at")]
fn main() {
    let directive = Directive::built_in().unwrap();
    let file = file(&directive);
    let bytes = file.as_bytes();
    let (mut ours, mut theirs) = (f64::MAX, f64::MAX);
    for _ in 0..TURNS {
        ours = ours.min(seconds(|| drop(black_box(exchange::read(black_box(bytes), &directive.id).unwrap()))));
        theirs = theirs.min(seconds(|| {
            drop(black_box(serde_json::from_slice::<serde_json::Value>(black_box(bytes)).unwrap()));
        }));
    }
    let speed = |seconds: f64| (bytes.len() * READS) as f64 / seconds / 1e6;
    println!("a file of {} bytes", bytes.len());
    println!("read strictly, with its digest and its types: {:.0} MB/s", speed(ours));
    println!("serde_json, without types: {:.0} MB/s; ratio {:.2}", speed(theirs), theirs / ours);
}
