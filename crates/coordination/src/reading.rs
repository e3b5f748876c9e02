//! Reads a thing, in the worker or in the page: something that was just chosen, or a file that was stored before.

use crate::note::Note;
use crate::rewrite::Rewrite;
use crate::settings::Settings;
use crate::thing::{JOINED, ThingLine};
use crate::wire::{self, Found};
use gathering::bytes::{In, Out};
use gathering::decisions::Decision;
use gathering::line::{Line, Outcome, Unread};
use gathering::portions::Portion;
use gathering::ports::Ports;
use gathering::reading;
use json::{Json, Limits, Value};

/// The name under which files that were kept are read again, several at once (`wire::packed`). No file of a person's can have it.
pub const KEPT: &str = "\0kept";

/// The name under which lines of a bundle are read ([`records_question`]), likewise.
pub const RECORDS: &str = "\0records";

/// The kinds of records in a bundle that are joined with what is here.
pub const DECISION: &str = "decision";
/// See [`DECISION`].
pub const REWRITE: &str = "rewrite";
/// See [`DECISION`].
pub const NOTE: &str = "note";
/// See [`DECISION`].
pub const SETTINGS: &str = "settings";

/// What is asked under the name [`RECORDS`], of a portion of a bundle whose records lie in so many containers.
#[must_use]
pub fn records_question(portion: &Portion, depth: u32) -> Vec<u8> {
    let mut out = Out(Vec::with_capacity(portion.bytes.len() + 8));
    out.number(portion.line);
    out.number(depth);
    out.0.extend_from_slice(&portion.bytes);
    out.0
}

/// Reads what was chosen under that name, about the directive of that id: what `wire::read` reads. It never fails. Of files that were
/// kept ([`KEPT`]) there is one line each, in their order, and their bytes are not handed back. Of lines of a bundle ([`RECORDS`]) there is
/// one each, too.
#[must_use]
pub fn read_thing(name: &str, bytes: &[u8], directive: &str, ports: &Ports<'_>) -> Vec<u8> {
    let mut found = Found::default();
    if name == KEPT {
        for file in wire::packed_files(bytes).unwrap_or_default() {
            match first_line(file, directive, ports) {
                Some(line) => take(&mut found, line),
                None => found.lines.push(ThingLine::default()),
            }
        }
        found.files.clear();
    } else if name == RECORDS {
        let mut from = In(bytes);
        if let Some((line, depth)) = from.number().zip(from.number()) {
            reading::read_records((line, from.0), depth, directive, ports, &mut |line| take(&mut found, line));
        }
    } else {
        reading::read(name, bytes, directive, ports, &mut |line| take(&mut found, line));
    }
    wire::written(found)
}

/// The line of a file that was kept: whatever else it says it is, it was one file.
fn first_line(file: &[u8], directive: &str, ports: &Ports<'_>) -> Option<Line> {
    let mut first = None;
    reading::read("", file, directive, ports, &mut |line| {
        first.get_or_insert(line);
    });
    first
}

fn take(found: &mut Found, line: Line) {
    let mut told = ThingLine::of(&line);
    let at = u32::try_from(found.lines.len()).unwrap_or(u32::MAX);
    match line.outcome {
        Outcome::Held { assessments, .. } => {
            found.received.extend(assessments.into_iter().map(|received| (at, received)));
        }
        Outcome::KeptUnread(Unread::Record(kind)) if is_joined(found, &kind, &line.bytes) => {
            JOINED.clone_into(&mut told.outcome);
            told.kept = false;
        }
        _ => {}
    }
    if told.kept {
        found.files.push((at, line.bytes));
    }
    found.lines.push(told);
}

/// Takes a decision, a note, what was rewritten or settings out of the record of a bundle.
fn is_joined(found: &mut Found, kind: &str, record: &[u8]) -> bool {
    match kind {
        DECISION => within(record, kind).map(|decision: Decision| found.decisions.push(decision)).is_some(),
        REWRITE => within(record, kind).map(|rewrite: Rewrite| found.rewrites.push(rewrite)).is_some(),
        NOTE => within(record, kind).map(|note: Note| found.notes.push(note)).is_some(),
        SETTINGS => within(record, kind).map(|settings: Settings| found.settings.push(settings)).is_some(),
        _ => false,
    }
}

/// What stands in the field of that name, which must be the only one.
fn within<T: Value + Default>(record: &[u8], name: &str) -> Option<T> {
    let Json::Object(mut fields) = json::read(record, &Limits::STORE).ok()? else { return None };
    let inside = fields.remove(name)?;
    if fields.is_empty() { json::read_as(inside).ok() } else { None }
}
