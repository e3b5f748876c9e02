//! A draft as the stores hold it: the same envelope, with the state of the draft on its machine beside the assessment.
//!
//! Texts are stored to the letter, whatever was typed: reading a record is not bound by the limits of an import. The
//! digest tells a record that was torn in writing.

use super::envelope::{Envelope, seal};
use super::migrate::Version;
use super::read::{Refusal, read_document};
use crate::domain::assessment::Assessment;
use crate::json::{self, Fields, Limits, Mismatch, MismatchKind, Record, Unknown};
use serde::{Deserialize, Serialize};

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
    /// Whether the person has deleted it.
    pub deleted: bool,
    /// Its last export.
    pub exported: Option<ExportMark>,
    /// The places edited since then.
    pub touched: Vec<String>,
    /// The assessment.
    pub assessment: Assessment,
}

/// What is remembered of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportMark {
    /// The file's name.
    pub file_name: String,
    /// When, `yyyy-mm-ddThh:mm:ssZ`.
    pub at: String,
    /// The file's digest.
    pub sha256: String,
    /// What a newer version wrote here.
    #[serde(default, rename = "*")]
    pub unknown: Unknown,
}

/// The state of a draft, as its record holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DraftPart {
    id: String,
    generation: u64,
    deleted: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exported: Option<ExportMark>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    touched: Vec<String>,
    #[serde(default, rename = "*")]
    pub(super) unknown: Unknown,
}

impl Record for ExportMark {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("fileName", &mut self.file_name);
        fields.required("at", &mut self.at);
        fields.required("sha256", &mut self.sha256);
        fields.unknown(&mut self.unknown);
    }
}

impl Record for DraftPart {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("id", &mut self.id);
        fields.required("generation", &mut self.generation);
        fields.required("deleted", &mut self.deleted);
        fields.optional("exported", &mut self.exported);
        fields.optional("touched", &mut self.touched);
        fields.unknown(&mut self.unknown);
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
        unknown: assessment.around.draft.clone(),
    });
    seal(json::written(envelope)).0
}

/// Reads a record.
///
/// # Errors
/// Where it is damaged, is no record of a draft, or is of a newer version, which must not be overwritten.
pub fn from_text(text: &str) -> Result<StoredDraft, Refusal> {
    let (version, incoming) = read_document(text.as_bytes(), &Limits::STORE, &|_| Ok(()))?;
    if let Version::Newer(version) = version {
        return Err(Refusal::NewerVersion(version));
    }
    let envelope = incoming?.envelope;
    let (Some(draft), Some(assessment)) = (envelope.draft, envelope.assessments.into_iter().next()) else {
        let kind = MismatchKind::Missing { field: "draft" };
        return Err(Refusal::Mismatch(Mismatch { kind, path: String::new() }));
    };
    Ok(StoredDraft {
        id: draft.id,
        generation: draft.generation,
        deleted: draft.deleted,
        exported: draft.exported,
        touched: draft.touched,
        assessment,
    })
}
