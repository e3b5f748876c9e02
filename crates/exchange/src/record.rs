//! A draft as the stores hold it: the same envelope, with the state of the draft on its machine beside the assessment.
//!
//! Texts are stored exactly as typed, whatever they are: the limits of an import do not apply to reading a record. The digest
//! reveals a record that was torn while it was written.

pub use super::draft::{CopyKind, CopyMark, ExportMark, OriginMark};

use super::draft::DraftPart;
use super::envelope::{Envelope, digest_of_text, seal};
use super::migrate::Version;
use super::read::{Damage, Document, Incoming, Refusal, read_document};
use super::remark::Remark;
use domain::assessment::Assessment;
use json::{self, Limits, Mismatch, MismatchKind};

/// The highest generation: the highest whole number that JSON and JavaScript hold exactly, 2^53 - 1. One save a
/// millisecond reaches it in 285,000 years.
pub const MOST_GENERATION: u64 = (1 << 53) - 1;

/// A draft as stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredDraft {
    /// Its id on its machine.
    pub id: String,
    /// Which state of it this is: the higher is the newer. At most [`MOST_GENERATION`].
    pub generation: u64,
    /// The name under which a window wrote it; empty in a record of before this was noted.
    pub writer: String,
    /// For a record that only the mirror has taken: the generation of the journal that it goes beyond.
    pub ahead_of: Option<u64>,
    /// The writer of that; empty where it is not known. A journal that was emptied may come to a generation that it had before.
    pub follows: String,
    /// The state that its window had read, by generation and writer; 0 where it had read none. The journal may have taken that
    /// one meanwhile, from that very window, which did not hear of it.
    pub base: u64,
    /// See `base`.
    pub base_writer: String,
    /// Why it exists beside another draft, if it does.
    pub copy: Option<CopyMark>,
    /// Where it came from, if it was not begun here.
    pub origin: Option<OriginMark>,
    /// Whether the person has deleted it.
    pub deleted: bool,
    /// Its last export.
    pub exported: Option<ExportMark>,
    /// The places edited since then.
    pub touched: Vec<String>,
    /// The digests of the files that led here, the last first, as its next file names them ([`Assessment::based_on`]).
    pub based_on: Vec<String>,
    /// What the coordinating body has remarked on it; no file of the unit has it.
    pub remarks: Vec<Remark>,
    /// What was kept of its report (báo cáo), as the program that shows it wrote it; empty where that is nothing. No file has it.
    pub report: String,
    /// The assessment.
    pub assessment: Assessment,
}

impl StoredDraft {
    /// Whether both hold the same for the person, whoever wrote them.
    #[must_use]
    pub fn is_same_state(&self, other: &Self) -> bool {
        self.assessment == other.assessment
            && self.deleted == other.deleted
            && self.exported == other.exported
            && self.touched == other.touched
            && self.remarks == other.remarks
            && self.report == other.report
    }
}

/// The text of a record. Where the file has the moment of its export, the record has that of the last edit, so that the
/// same state gives the same text.
#[must_use]
pub fn to_text(draft: &StoredDraft, directive: &str, edition: &str) -> String {
    let assessment = &draft.assessment;
    let mut envelope = Envelope::new(directive, edition, assessment.updated_at.clone(), &assessment.around);
    envelope.assessments.push(assessment.clone());
    envelope.draft = Some(DraftPart {
        id: draft.id.clone(),
        generation: draft.generation.min(MOST_GENERATION),
        deleted: draft.deleted,
        exported: draft.exported.clone(),
        touched: draft.touched.clone(),
        based_on: draft.based_on.clone(),
        writer: draft.writer.clone(),
        ahead_of: draft.ahead_of,
        follows: draft.follows.clone(),
        base: (draft.base > 0).then_some(draft.base),
        base_writer: draft.base_writer.clone(),
        copy: draft.copy.clone(),
        origin: draft.origin.clone(),
        remarks: draft.remarks.clone(),
        report: draft.report.clone(),
        unknown: assessment.around.draft.clone(),
    });
    seal(json::written(envelope)).0
}

/// Reads a record.
///
/// # Errors
/// Where it is damaged, is no record of a draft, or is of a newer version, which must not be overwritten.
pub fn from_text(text: &str) -> Result<StoredDraft, Refusal> {
    let (version, incoming) = read_record(text)?;
    if let Version::Newer(version) = version {
        return Err(Refusal::NewerVersion(version));
    }
    let incoming = incoming?;
    if incoming.envelope.draft.is_none() {
        let kind = MismatchKind::Missing { field: "draft" };
        return Err(Refusal::Mismatch(Mismatch { kind, path: String::new() }));
    }
    draft_of(incoming).ok_or(Refusal::NoAssessment)
}

/// No other program saves a record: where its form is another one, the store has damaged it.
fn read_record(text: &str) -> Result<Document, Refusal> {
    read_document(text.as_bytes(), &Limits::STORE, &|incoming| match incoming.resaved.take() {
        None => Ok(()),
        place => {
            let readable = Some(Box::new(std::mem::take(incoming)));
            Err(Refusal::Damaged { damage: Damage::NotCanonical, place, readable })
        }
    })
}

/// What this version knows of a record of a newer one: to be shown, never to be written.
#[must_use]
pub fn from_newer(text: &str) -> Option<StoredDraft> {
    draft_of(read_record(text).ok()?.1.ok()?)
}

/// What can be read of a damaged record all the same.
#[must_use]
pub fn from_damaged(refusal: Refusal) -> Option<StoredDraft> {
    match refusal {
        Refusal::Damaged { readable, .. } => draft_of(*readable?),
        _ => None,
    }
}

/// The same record, marked as one that the journal, still at that generation of that writer, has not taken.
#[must_use]
pub fn ahead_of(text: &str, journal: u64, follows: &str) -> Option<String> {
    let (_, incoming) = read_record(text).ok()?;
    let mut envelope = incoming.ok()?.envelope;
    let draft = envelope.draft.as_mut()?;
    draft.ahead_of = Some(journal);
    follows.clone_into(&mut draft.follows);
    Some(seal(json::written(envelope)).0)
}

/// SHA-256 of a text, in lower-case hexadecimal: a name for it.
#[must_use]
pub fn digest(text: &str) -> String {
    digest_of_text(text)
}

fn draft_of(incoming: Incoming) -> Option<StoredDraft> {
    let draft = incoming.envelope.draft.unwrap_or_default();
    Some(StoredDraft {
        id: draft.id,
        generation: draft.generation,
        writer: draft.writer,
        ahead_of: draft.ahead_of,
        follows: draft.follows,
        base: draft.base.unwrap_or_default(),
        base_writer: draft.base_writer,
        copy: draft.copy,
        origin: draft.origin,
        deleted: draft.deleted,
        exported: draft.exported,
        touched: draft.touched,
        based_on: draft.based_on,
        remarks: draft.remarks,
        report: draft.report,
        assessment: incoming.envelope.assessments.into_iter().next()?,
    })
}
