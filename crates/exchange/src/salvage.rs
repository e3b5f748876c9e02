//! What can still be read of a file that is refused because it was changed or cut.

use super::FORMAT;
use super::migrate::proposals_to_rows;
use super::read::Refusal;
use domain::assessment::Assessment;
use json::{self, Cause, Json, Limits, Map, ReadError};

/// What can be read of a damaged file: to look at, and to import as a new draft, never replacing another.
#[derive(Clone, Debug, PartialEq)]
pub struct Salvage {
    /// The assessments, at least one. What the last one lacks may never have been there, or be lost.
    pub assessments: Vec<Assessment>,
    /// Where the reading had to end; nothing, where all was read and only differs from what was exported.
    pub cut: Option<ReadError>,
    /// What would have followed there, if it was filled in.
    pub lost: Vec<Lost>,
}

/// A part of an assessment that a cut may have taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Answers to the requirements after the last one that was read.
    Answers,
    /// The day that the figures speak of.
    AsOf,
    /// The register of documents, or its end.
    Register,
    /// The overall assessment.
    Overall,
    /// The period.
    Period,
    /// Who prepared it.
    PreparedBy,
    /// The proposals, or their end.
    Proposals,
    /// The answers to remarks, or their end.
    Replies,
    /// The self-rating.
    SelfRating,
    /// Whose assessment it is.
    Unit,
}

/// The parts in the order of a file, each by its key.
const PARTS: [(&str, Lost); 10] = [
    ("answers", Lost::Answers),
    ("asOf", Lost::AsOf),
    ("evidence", Lost::Register),
    ("overall", Lost::Overall),
    ("period", Lost::Period),
    ("preparedBy", Lost::PreparedBy),
    ("proposals", Lost::Proposals),
    ("replies", Lost::Replies),
    ("selfRating", Lost::SelfRating),
    ("unit", Lost::Unit),
];

/// What can be read of a file that was refused so, taken out of the refusal where that holds it; nothing, where it is
/// refused for another reason than damage.
#[must_use]
pub fn salvage(refusal: &mut Refusal, bytes: &[u8]) -> Option<Salvage> {
    match refusal {
        Refusal::Damaged { readable, .. } => {
            let assessments = readable.take()?.envelope.assessments;
            Some(Salvage { assessments, cut: None, lost: Vec::new() })
        }
        Refusal::Json(error) if is_damage(&error.cause) => start_of(bytes),
        _ => None,
    }
}

fn is_damage(cause: &Cause) -> bool {
    !matches!(
        cause,
        Cause::TooLarge { .. }
            | Cause::Utf16
            | Cause::TooDeep { .. }
            | Cause::TooManyNodes { .. }
            | Cause::TextTooLong { .. }
    )
}

/// A file's start. Its keys are in their order, so that the assessments come before what names the format.
fn start_of(bytes: &[u8]) -> Option<Salvage> {
    let (document, cut) = json::read_start(bytes, &Limits::FILE)?;
    let Json::Object(mut envelope) = document else { return None };
    let is_ours = envelope.get("format").is_none_or(|format| format.as_str() == Some(FORMAT));
    let Some(Json::Array(mut items)) = envelope.remove("assessments").filter(|_| is_ours) else { return None };
    let mut lost = Vec::new();
    // After the list of assessments nothing of them can be missing.
    if cut.place.path.starts_with("assessments")
        && let Some(Json::Object(last)) = items.last()
    {
        let end = last.keys().next_back().cloned().unwrap_or_default();
        lost.extend(PARTS.iter().filter(|(key, _)| *key >= end.as_str()).map(|(_, part)| *part));
    }
    items.iter_mut().for_each(mend);
    // An assessment of which nothing but its beginning was read is none.
    items.retain(|item| item.get("answers").is_some() || item.get("evidence").is_some());
    let assessments: Vec<Assessment> = items.into_iter().map(|item| json::read_as(item).ok()).collect::<Option<_>>()?;
    (!assessments.is_empty()).then_some(Salvage { assessments, cut: Some(cut), lost })
}

/// Fills in what an assessment and its rows must have, and leaves out rows of which nothing was read.
fn mend(assessment: &mut Json) {
    // The version stands behind the assessments, and is gone with the end.
    proposals_to_rows(assessment);
    let Json::Object(fields) = assessment else { return };
    let nothing = || Json::String(String::new());
    let fill = |fields: &mut Map<Json>, key: &str, value: Json| {
        if !fields.contains_key(key) {
            fields.insert(key.to_owned(), value);
        }
    };
    fill(fields, "revision", Json::Number("0".into()));
    fill(fields, "createdAt", nothing());
    fill(fields, "updatedAt", nothing());
    fill(fields, "unit", Json::Object(Map::new()));
    if let Some(Json::Object(unit)) = fields.get_mut("unit") {
        fill(unit, "group", nothing());
        fill(unit, "name", nothing());
    }
    for (list, id) in [("evidence", "id"), ("proposals", "id"), ("replies", "remark")] {
        if let Some(rows) = fields.get_mut(list) {
            mend_rows(rows, id);
        }
    }
    if let Some(Json::Object(answers)) = fields.get_mut("answers") {
        for answer in answers.values_mut() {
            if let Json::Object(answer) = answer
                && let Some(steps) = answer.get_mut("nextSteps")
            {
                mend_rows(steps, "id");
            }
        }
    }
}

/// The id of a row whose own was cut off; no product gives such a one.
const CUT: &str = "cut";

fn mend_rows(rows: &mut Json, id: &str) {
    let Json::Array(rows) = rows else { return };
    rows.retain_mut(|row| match row {
        Json::Object(row) if row.is_empty() => false,
        Json::Object(row) => {
            if !row.contains_key(id) {
                row.insert(id.to_owned(), Json::String(CUT.to_owned()));
            }
            true
        }
        _ => true,
    });
}
