//! What a step on one file, or on two, costs at worst.
//!
//! `cargo bench -p app --bench worst` prints a line for each pair of files: the milliseconds for reading the second one beside the
//! draft that the first one became, comparing the two, choosing, merging, checking the result, showing it in each view, typing a
//! letter and exporting. The files are the largest of their kind that are accepted. Then it measures the same at a quarter of the
//! size, and fails where a step takes more than n log n would: four times as many rows may take five times as long, but not
//! sixteen. `docs/reliability.md` has the figures. On Linux it measures processor time, so that other work on the machine does not
//! count.

#![allow(unsafe_code, reason = "an allocator that counts is one")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "not the product")]

mod hostile;

use app::msg::ImportChoice;
use app::views::{self, DraftRow};
use app::{Clock, Edit, Model, Msg, Route, Section};
use domain::changes::changes;
use domain::directive::Directive;
use domain::field::{AnswerField, EvidenceField, Field};
use domain::roster::Roster;
use exchange::merge::{MergeChoice, MergePart, not_understood};
use hostile::{assessment, file, parsed};
use json::Json;
use std::fmt::Write as _;
use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;
use storage::Loaded;

/// The fields of an assessment, each as JSON.
type Fields = Vec<(&'static str, Json)>;

/// Two files of one unit, with that many rows.
struct Pair {
    name: &'static str,
    /// Rows at the most.
    most: usize,
    mine: fn(usize) -> Fields,
    theirs: fn(usize) -> Fields,
}

fn json(count: usize, item: impl Fn(usize) -> String) -> Json {
    parsed(&format!("[{}]", (0..count).map(item).collect::<Vec<_>>().join(",")))
}

fn object(members: impl Iterator<Item = (String, String)>) -> Json {
    parsed(&format!("{{{}}}", members.map(|(key, value)| format!("\"{key}\":{value}")).collect::<Vec<_>>().join(",")))
}

/// The requirements of the built-in directive.
const REQUIREMENTS: [&str; 4] = ["1.1", "1.2", "1.3", "1.4"];

/// A long text in each place of the answers, as many as there are rows.
fn texts(count: usize, text: &str) -> Fields {
    let fields = ["results", "limitations", "noEvidenceReason"];
    let answer = |(at, id): (usize, &&str)| {
        let texts = fields.iter().enumerate().filter(|(field, _)| at * 3 + field < count);
        (
            (*id).to_owned(),
            format!("{{{}}}", texts.map(|(_, name)| format!("\"{name}\":\"{text}\"")).collect::<Vec<_>>().join(",")),
        )
    };
    vec![("answers", object(REQUIREMENTS.iter().enumerate().map(answer)))]
}

fn register(count: usize, entry: impl Fn(usize) -> String) -> Fields {
    vec![("evidence", json(count, entry))]
}

fn answers(count: usize, answer: impl Fn(usize) -> String, from: usize) -> Fields {
    vec![("answers", object((0..count).map(|at| (format!("{:07}", at * 2 + from), answer(at)))))]
}

fn steps(count: usize, step: impl Fn(usize) -> String) -> Fields {
    let steps = (0..count).map(step).collect::<Vec<_>>().join(",");
    vec![(
        "answers",
        object([("1.1".to_owned(), format!("{{\"nextSteps\":[{steps}],\"status\":\"inProgress\"}}"))].into_iter()),
    )]
}

/// A register, and all of it picked for one requirement, in an order of its own.
fn picks(count: usize, order: impl Fn(usize) -> usize) -> Fields {
    let mut fields = register(count, |at| format!("{{\"id\":\"e{at}\",\"number\":\"{at}\"}}"));
    let picks = (0..count).map(|at| format!("\"e{}\"", order(at))).collect::<Vec<_>>().join(",");
    fields.push((
        "answers",
        object([("1.1".to_owned(), format!("{{\"evidence\":[{picks}],\"status\":\"done\"}}"))].into_iter()),
    ));
    fields
}

/// Bytes of text so that a file of many rows is not refused for its density.
fn padding(bytes: usize) -> String {
    "x".repeat(bytes)
}

/// Pairs with long texts, and with long registers.
fn texts_and_registers() -> Vec<Pair> {
    vec![
        Pair {
            name: "12 texts of one letter, 64 KB each",
            most: 12,
            mine: |count| texts(count, &"a".repeat(65_000)),
            theirs: |count| texts(count, &"a".repeat(64_990)),
        },
        Pair {
            name: "12 texts of lines of one letter",
            most: 12,
            mine: |count| texts(count, &"a\\n".repeat(32_000)),
            theirs: |count| texts(count, &"a\\n".repeat(31_990)),
        },
        Pair {
            name: "6,500 entries, all of their own",
            most: 6_500,
            mine: |count| register(count, |at| format!("{{\"id\":\"e{at}\",\"number\":\"{at}/KH-{}\"}}", padding(30))),
            theirs: |count| {
                register(count, |at| format!("{{\"id\":\"f{at}\",\"number\":\"{at}/BC-{}\"}}", padding(30)))
            },
        },
        Pair {
            name: "4,900 entries that both have, each filled otherwise",
            most: 4_900,
            mine: |count| {
                register(count, |at| {
                    format!("{{\"id\":\"e{at}\",\"number\":\"{at}\",\"summary\":\"{}\"}}", padding(40))
                })
            },
            theirs: |count| {
                register(count, |at| format!("{{\"id\":\"e{at}\",\"issuer\":\"{}\",\"number\":\"{at}\"}}", padding(40)))
            },
        },
        Pair {
            name: "9,000 entries of one id",
            most: 9_000,
            mine: |count| register(count, |_| "{\"id\":\"eeeeeeeeeeeeeee\"}".into()),
            theirs: |count| register(count, |_| "{\"id\":\"eeeeeeeeeeeeeee\"}".into()),
        },
    ]
}

/// Pairs with long registers whose rows are alike, wrong or picked.
fn alike_wrong_and_picked() -> Vec<Pair> {
    vec![
        Pair {
            name: "6,500 entries of one number and date",
            most: 6_500,
            mine: |count| register(count, |at| format!("{{\"id\":\"e{at}\",\"number\":\"{}\"}}", padding(240))),
            theirs: |count| register(count, |at| format!("{{\"id\":\"f{at}\",\"number\":\"{}\"}}", padding(240))),
        },
        Pair {
            name: "4,900 entries with a date and a link that are none",
            most: 4_900,
            mine: |count| {
                register(count, |at| format!("{{\"date\":\"?{at}\",\"id\":\"e{at}\",\"url\":\"x:{}\"}}", padding(40)))
            },
            theirs: |count| {
                register(count, |at| format!("{{\"date\":\"!{at}\",\"id\":\"e{at}\",\"url\":\"y:{}\"}}", padding(40)))
            },
        },
        Pair {
            name: "4,900 entries, all picked, in another order",
            most: 4_900,
            mine: |count| picks(count, |at| at),
            theirs: |count| picks(count, |at| at * 7 % count),
        },
    ]
}

/// Pairs with many rows elsewhere.
fn rows_elsewhere() -> Vec<Pair> {
    vec![
        Pair {
            name: "6,600 next steps, none of which is alike",
            most: 6_600,
            mine: |count| steps(count, |at| format!("{{\"id\":\"s{at}\",\"task\":\"{at} {}\"}}", padding(30))),
            theirs: |count| steps(count, |at| format!("{{\"id\":\"s{at}\",\"task\":\"-{at} {}\"}}", padding(30))),
        },
        Pair {
            name: "6,600 next steps that fill each other up",
            most: 6_600,
            mine: |count| steps(count, |at| format!("{{\"id\":\"s{at}\",\"task\":\"{at} {}\"}}", padding(30))),
            theirs: |count| steps(count, |at| format!("{{\"id\":\"s{at}\",\"owner\":\"{at} {}\"}}", padding(30))),
        },
        Pair {
            name: "9,000 answers to requirements that nobody has",
            most: 9_000,
            mine: |count| answers(count, |_| format!("{{\"results\":\"{}\"}}", padding(8)), 0),
            theirs: |count| answers(count, |_| format!("{{\"results\":\"{}\"}}", padding(8)), 1),
        },
        Pair {
            name: "19,000 tasks that the unit takes part in",
            most: 19_000,
            mine: |count| vec![("optedIn", json(count, |at| format!("\"{:07}\"", at * 2)))],
            theirs: |count| vec![("optedIn", json(count, |at| format!("\"{:07}\"", at * 2 + 1)))],
        },
    ]
}

/// Pairs that are a part, or of a newer version.
fn parts_and_newer() -> Vec<Pair> {
    vec![
        Pair {
            name: "a part of 6,000 requirements",
            most: 6_000,
            mine: |count| answers(count, |_| "{\"noEvidenceReason\":\"xxxxxxxxx\"}".into(), 0),
            theirs: |count| {
                let mut fields = answers(count, |_| "{\"results\":\"xxxxxxxxxxxxxxx\"}".into(), 0);
                fields.push(("covers", json(count, |at| format!("\"{:07}\"", at * 2))));
                fields
            },
        },
        Pair {
            name: "4,500 entries with what a newer version wrote",
            most: 4_500,
            mine: |count| {
                register(count, |at| format!("{{\"id\":\"e{at}\",\"mood\":{at},\"number\":\"{at} {}\"}}", padding(30)))
            },
            theirs: |count| {
                register(count, |at| {
                    format!("{{\"id\":\"f{at}\",\"mood\":-1{at},\"number\":\"{at} {}\"}}", padding(30))
                })
            },
        },
        Pair {
            name: "19,000 fields of a newer version",
            most: 19_000,
            mine: |count| vec![("x", object((0..count).map(|at| (format!("k{:06}", at * 2), "0".into()))))],
            theirs: |count| vec![("x", object((0..count).map(|at| (format!("k{:06}", at * 2 + 1), "0".into()))))],
        },
    ]
}

fn bytes(fields: Fields) -> Vec<u8> {
    file(|envelope| {
        let assessment = assessment(envelope);
        for field in ["answers", "evidence", "sample", "completeness", "optedIn"] {
            assessment.remove(field);
        }
        for (name, value) in fields {
            assessment.insert(name.to_owned(), value);
        }
    })
}

struct Page(Model);

impl Page {
    fn send(&mut self, msg: Msg) {
        drop(self.0.update(Clock::default(), msg));
    }

    fn reads(&mut self, bytes: &[u8]) {
        self.send(Msg::FileRead("a.json".into(), bytes.to_vec()));
    }

    /// A page with the first file as its draft.
    fn with(bytes: &[u8]) -> Self {
        let model =
            Model::new(Rc::new(Directive::built_in().unwrap()), Rc::new(Roster::built_in().unwrap()), 7, str::to_owned);
        let mut page = Self(model);
        page.send(Msg::Loaded(Loaded::default()));
        page.reads(bytes);
        let found = page.0.shown_review().map(|review| format!("{:.300}", format!("{:?}", review.finding)));
        page.send(Msg::Import(ImportChoice::Add));
        assert_eq!(page.0.drafts.len(), 1, "the file is accepted: {found:?}");
        page
    }

    /// What all parts of the form ask for after a message.
    fn views(&self) {
        let Some(draft) = self.0.drafts.first() else { return };
        let of = &*draft.assessment;
        black_box(views::task_lines(&self.0, of));
        for section in self.0.sections() {
            black_box(self.0.errors_in(&section, of, 50));
            black_box(self.0.findings_in(&section, of));
        }
        for (_, requirement) in self.0.directive.requirements() {
            black_box(views::requirement(&self.0, &draft.id, &requirement.id));
        }
        black_box(views::draft_rows(&self.0, false).iter().map(|row: &DraftRow| row.progress.answered).sum::<usize>());
        black_box(not_understood(of));
        black_box(views::read_as(&self.0));
    }
}

const STEPS: [&str; 8] = ["read", "compare", "choose", "merge", "check", "views", "letter", "export"];

/// The milliseconds that this thread has worked; where the system does not tell, those that have passed.
fn worked(since: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse::<f64>().ok()).filter(|told| *told > 0.0);
    nanoseconds.map_or_else(|| since.elapsed().as_secs_f64() * 1000.0, |nanoseconds| nanoseconds / 1e6)
}

/// The milliseconds of each step.
fn measure(mine: &[u8], theirs: &[u8]) -> [f64; 8] {
    let mut page = Page::with(mine);
    let mut taken = [0.0; 8];
    let mut step = 0;
    let start = Instant::now();
    let mut time = |page: &mut Page, work: &dyn Fn(&mut Page)| {
        let started = worked(start);
        work(page);
        if let Some(taken) = taken.get_mut(step) {
            *taken = worked(start) - started;
        }
        step += 1;
    };
    time(&mut page, &|page| page.reads(theirs));
    time(&mut page, &|page| drop(black_box(page.0.comparison().expect("a comparison"))));
    time(&mut page, &|page| {
        let found = page.0.comparison().expect("a comparison");
        for difference in found.differences.iter().step_by(50) {
            page.send(Msg::Choose(Some(difference.part.clone()), MergeChoice::Theirs));
        }
        page.send(Msg::Choose(Some(MergePart::SelfRating), MergeChoice::Mine));
        let Some(review) = page.0.shown_review() else { return };
        let app::review::ReviewFinding::Ready { choices, .. } = &review.finding else {
            return;
        };
        black_box(found.summary(choices));
    });
    let before = page.0.drafts.first().expect("a draft").assessment.clone();
    time(&mut page, &|page| page.send(Msg::Import(ImportChoice::Merge("— x —".into()))));
    let id = page.0.drafts.first().expect("a draft").id.clone();
    page.send(Msg::Go(Route::Draft(id.clone(), Section::Evidence)));
    page.send(Msg::Left);
    time(&mut page, &|page| {
        let of = &page.0.drafts.first().expect("a draft").assessment;
        black_box(page.0.checked(of));
        black_box(changes(of, &before));
    });
    time(&mut page, &|page| page.views());
    let last = page.0.drafts.first().and_then(|draft| draft.assessment.evidence.last()).map(|entry| entry.id.clone());
    let field =
        last.map_or(Field::Answer("1.2".into(), AnswerField::Results), |id| Field::Evidence(id, EvidenceField::Issuer));
    time(&mut page, &|page| {
        page.send(Msg::Edit(id.clone(), Edit::Text(field.clone(), "a".into())));
        page.views();
    });
    time(&mut page, &|page| {
        let draft = page.0.drafts.first().expect("a draft");
        let nfc = |text: &str| text.to_owned();
        black_box(exchange::export(&page.0.directive, &draft.assessment, page.0.clock.now, 0, &nfc));
    });
    taken
}

fn best(mine: &[u8], theirs: &[u8]) -> [f64; 8] {
    let mut best = measure(mine, theirs);
    for _ in 0..4 {
        for (best, taken) in best.iter_mut().zip(measure(mine, theirs)) {
            *best = best.min(taken);
        }
    }
    best
}

/// What four times as many rows may take: n log n is 4.6 times as much for a thousand rows; the rest is for the machine.
const MOST: f64 = 7.0;
/// The system measures processor time in steps of this many milliseconds.
const GRAIN: f64 = 4.0;

#[allow(clippy::cast_precision_loss, reason = "figures to look at")]
fn main() {
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let mut line = format!("{:52}{:>9}", "milliseconds", "KB");
    STEPS.iter().for_each(|step| write!(line, "{step:>9}").unwrap());
    println!("{line}");
    let mut faults = Vec::new();
    let pairs = [texts_and_registers(), alike_wrong_and_picked(), rows_elsewhere(), parts_and_newer()];
    for Pair { name, most, mine, theirs } in pairs.into_iter().flatten().filter(|pair| pair.name.contains(&filter)) {
        let files = |count| (bytes(mine(count)), bytes(theirs(count)));
        let (own, other) = files(most);
        let whole = best(&own, &other);
        let mut line = format!("{name:52}{:>9}", (own.len() + other.len()) / 1000);
        whole.iter().for_each(|taken| write!(line, "{taken:>9.1}").unwrap());
        println!("{line}");
        let (own, other) = files(most / 4);
        let quarter = best(&own, &other);
        for ((step, whole), quarter) in STEPS.iter().zip(whole).zip(quarter) {
            if whole > MOST * (quarter + GRAIN) {
                faults.push(format!("{name}: {step} takes {whole:.1} ms, and {quarter:.1} ms for a quarter"));
            }
        }
    }
    assert!(faults.is_empty(), "grows faster than n log n:\n{}", faults.join("\n"));
}
