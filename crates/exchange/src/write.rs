//! Writing the file that a unit sends. It is never refused.

use super::clean::{clean, clean_text};
use super::envelope::{Envelope, seal};
use super::name::file_name;
use super::record::ExportMark;
use domain::assessment::{Assessment, Completeness};
use domain::date::Moment;
use domain::directive::Directive;
use domain::progress;
use json::limits::memory;
use json::{self, Json, Limits, Unknown};
use std::rc::Rc;

/// A written file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its digest, the one that it holds.
    pub sha256: String,
    /// When it was written.
    pub at: Moment,
    /// Where it holds more than an import takes. It is written all the same, so that nobody's text is locked in; whoever
    /// exports it is to be told that it has to be shortened to be imported.
    pub oversize: Vec<Oversize>,
    /// Whether `oversize` names anything.
    pub is_oversize: bool,
}

/// What an import would refuse for its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oversize {
    /// The file.
    File {
        /// Its bytes.
        size: usize,
    },
    /// The number of its values.
    Nodes {
        /// The number.
        count: usize,
    },
    /// A text.
    Text {
        /// Its path in the file.
        path: String,
        /// Its bytes in UTF-8.
        size: usize,
    },
}

impl ExportFile {
    /// What is remembered of it.
    #[must_use]
    pub fn mark(&self) -> ExportMark {
        ExportMark {
            file_name: self.name.clone(),
            at: self.at.to_iso(),
            sha256: self.sha256.clone(),
            unknown: Unknown::default(),
        }
    }
}

/// Writes the file of one assessment, at that moment on a wall clock that is that many minutes ahead of UTC.
///
/// Texts are normalised by `nfc` (to Unicode's form NFC), and characters that no text in a file may hold (see
/// [`super::clean_text`]) are left out; so are empty rows and answers, and references to evidence that is not in the
/// register. The same assessment at the same moment gives the same bytes.
#[must_use]
pub fn export(
    directive: &Directive,
    assessment: &Assessment,
    at: Moment,
    offset_minutes: i32,
    nfc: &dyn Fn(&str) -> String,
) -> ExportFile {
    export_all(directive, &[assessment], at, offset_minutes, nfc)
}

/// Writes several assessments into one file, as [`export`] does one. What a newer version wrote around them is that of
/// the first.
#[must_use]
pub fn export_all(
    directive: &Directive,
    assessments: &[&Assessment],
    at: Moment,
    offset_minutes: i32,
    nfc: &dyn Fn(&str) -> String,
) -> ExportFile {
    let around = assessments.first().map_or_else(Rc::default, |assessment| Rc::clone(&assessment.around));
    let mut envelope = Envelope::new(&directive.id, &directive.edition, at.to_iso(), &around);
    for assessment in assessments {
        let mut assessment = clean(assessment, nfc);
        assessment.completeness = Some(completeness(directive, &assessment));
        envelope.assessments.push(assessment);
    }
    let unit = match assessments {
        [only] if !only.covered().is_empty() => clean_text(&only.unit.name, nfc) + " mot phan",
        [only] => clean_text(&only.unit.name, nfc),
        several => several.len().to_string() + "-don-vi",
    };
    let (day, _, _) = at.civil(offset_minutes);
    finished(json::written(envelope), at, &|sha256| file_name(&directive.id, &unit, day, sha256))
}

/// The file of a document, under the name that it has by its digest.
pub(super) fn finished(json: Json, at: Moment, name: &dyn Fn(&str) -> String) -> ExportFile {
    let mut measure = Measure::default();
    measure.value(&json, false);
    let (text, sha256) = seal(json);
    let oversize = measure.oversize(text.len());
    ExportFile { name: name(&sha256), text, sha256, at, is_oversize: !oversize.is_empty(), oversize }
}

fn completeness(directive: &Directive, assessment: &Assessment) -> Completeness {
    let progress = progress::progress(directive, assessment);
    let count = |count| u32::try_from(count).unwrap_or(u32::MAX);
    Completeness { answered: count(progress.answered), in_scope: count(progress.in_scope) }
}

/// Measures a document against the limits of an import.
#[derive(Default)]
struct Measure {
    path: String,
    nodes: usize,
    memory: usize,
    texts: Vec<Oversize>,
}

impl Measure {
    fn value(&mut self, json: &Json, is_member: bool) {
        self.nodes += 1;
        let first = match json {
            Json::Object(_) => b'{',
            Json::String(_) => b'"',
            _ => 0,
        };
        self.memory += memory(first, is_member);
        let outer = self.path.len();
        match json {
            Json::String(text) if text.len() > Limits::FILE.text => {
                self.texts.push(Oversize::Text { path: self.path.clone(), size: text.len() });
            }
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    json::place::push_index(&mut self.path, index);
                    self.value(item, false);
                    self.path.truncate(outer);
                }
            }
            Json::Object(fields) => {
                for (key, field) in fields.iter() {
                    json::place::push_key(&mut self.path, key);
                    self.value(field, true);
                    self.path.truncate(outer);
                }
            }
            _ => {}
        }
    }

    fn oversize(self, size: usize) -> Vec<Oversize> {
        let mut oversize = self.texts;
        if size > Limits::FILE.bytes {
            oversize.push(Oversize::File { size });
        }
        if self.nodes > Limits::FILE.nodes || self.memory > Limits::FILE.memory_for(size) {
            oversize.push(Oversize::Nodes { count: self.nodes });
        }
        oversize
    }
}
