//! The result of a reading as bytes, on its way from the worker to the page, which may have a memory of its own.
//!
//! The format is our own: the facts of ten thousand files arrive together, and as JSON they would cost more than everything after
//! that. Both ends are of one release. Numbers are little-endian; texts and lists begin with their length.

mod facts;

use crate::note::Note;
use crate::rewrite::Rewrite;
use crate::settings::Settings;
use crate::thing::ThingLine;
use gathering::bytes::{In, Out};
use gathering::decisions::Decision;
use gathering::received::Received;
use json::{Fields, Limits, Record};

/// What was found in a thing, or in files that were kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// A line for each thing in it.
    pub lines: Vec<ThingLine>,
    /// The assessments, each with its line.
    pub received: Vec<(u32, Received)>,
    /// The bytes that are to be kept, each with its line.
    pub files: Vec<(u32, Vec<u8>)>,
    /// The decisions in bundles.
    pub decisions: Vec<Decision>,
    /// What was rewritten in reports, in bundles.
    pub rewrites: Vec<Rewrite>,
    /// The notes in bundles.
    pub notes: Vec<Note>,
    /// The settings in bundles.
    pub settings: Vec<Settings>,
}

impl Found {
    /// Adds what was found behind it in the same thing.
    pub fn add(&mut self, other: Self) {
        let behind = u32::try_from(self.lines.len()).unwrap_or(u32::MAX);
        let Self { lines, received, files, decisions, rewrites, notes, settings } = other;
        self.lines.extend(lines);
        self.received.extend(received.into_iter().map(|(line, one)| (line.saturating_add(behind), one)));
        self.files.extend(files.into_iter().map(|(line, bytes)| (line.saturating_add(behind), bytes)));
        self.decisions.extend(decisions);
        self.rewrites.extend(rewrites);
        self.notes.extend(notes);
        self.settings.extend(settings);
    }
}

/// What there is little of, as JSON.
#[derive(Default)]
struct Few {
    lines: Vec<ThingLine>,
    decisions: Vec<Decision>,
    rewrites: Vec<Rewrite>,
    notes: Vec<Note>,
    settings: Vec<Settings>,
}

impl Record for Few {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("lines", &mut self.lines);
        fields.optional("decisions", &mut self.decisions);
        fields.optional("rewrites", &mut self.rewrites);
        fields.optional("notes", &mut self.notes);
        fields.optional("settings", &mut self.settings);
    }
}

/// With what the bytes begin: other bytes are no such thing.
const BEGINNING: &[u8] = b"found 1\n";

/// What was found, as bytes.
#[must_use]
pub fn written(found: Found) -> Vec<u8> {
    let mut out = Out(BEGINNING.to_vec());
    let Found { lines, received, files, decisions, rewrites, notes, settings } = found;
    let few = Few { lines, decisions, rewrites, notes, settings };
    out.text(&json::canonical(&json::written(few)));
    out.list(&received, |out, (line, received)| {
        out.number(*line);
        facts::write(out, received);
    });
    out.list(&files, |out, (line, bytes)| {
        out.number(*line);
        out.bytes(bytes);
    });
    out.0
}

/// What was found, out of the bytes of [`written`]; nothing where they are not all there, or others.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Found> {
    let mut from = In(bytes.strip_prefix(BEGINNING)?);
    let few: Few = json::read_as(json::read(from.bytes()?, &Limits::STORE).ok()?).ok()?;
    let received = from.list(|from| Some((from.number()?, facts::read(from)?)))?;
    let files = from.list(|from| Some((from.number()?, from.bytes()?.to_vec())))?;
    let is_all = from.0.is_empty();
    let Few { lines, decisions, rewrites, notes, settings } = few;
    is_all.then_some(Found { lines, received, files, decisions, rewrites, notes, settings })
}

/// Several files in one: what [`packed_files`] takes apart.
#[must_use]
pub fn packed(files: &[&[u8]]) -> Vec<u8> {
    let mut out = Out::default();
    out.list(files, |out, file| out.bytes(file));
    out.0
}

/// The files of [`packed`]; nothing where they are not all there.
#[must_use]
pub fn packed_files(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut from = In(bytes);
    // A list gives out nothing that it borrows.
    let count = from.number()?;
    let files = (0..count).map(|_| from.bytes()).collect::<Option<Vec<_>>>()?;
    from.0.is_empty().then_some(files)
}

#[cfg(test)]
mod tests;
