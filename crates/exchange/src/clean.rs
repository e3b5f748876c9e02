//! Cleans typed text for a file.

use domain::assessment::{Answer, Assessment, Evidence, NextStep, Proposal, Reply};
use domain::ids::Ids;
use domain::tidy::tidied;
use json::{self, Json};
use std::rc::Rc;

/// A text as a file may hold it: without the characters that reading refuses, in whose place stands what they mean, and
/// normalised by `nfc` to Unicode's form NFC.
#[must_use]
pub fn clean_text(text: &str, nfc: &dyn Fn(&str) -> String) -> String {
    // First, because what is dropped may stand between a letter and its mark.
    nfc(&tidied(text))
}

/// An assessment as a file holds it: its texts clean, and without what was left empty.
///
/// The texts come first, because a row of nothing but a control is empty once that is gone.
#[must_use]
pub fn clean(assessment: &Assessment, nfc: &dyn Fn(&str) -> String) -> Assessment {
    let mut clean = with_texts(assessment, &|text| clean_text(text, nfc));
    leave_out_empty(&mut clean);
    clean
}

/// An assessment from elsewhere, or of another day, with its texts [tidied]: what no field can show right does not come in.
#[must_use]
pub fn tidy(assessment: &Assessment) -> Assessment {
    with_texts(assessment, &tidied)
}

fn with_texts(assessment: &Assessment, of: &dyn Fn(&str) -> String) -> Assessment {
    let mut json = json::written(assessment.clone());
    change_texts(&mut json, of);
    // Another text in the place of a text cannot make it unreadable; should it ever, the assessment stays as it is.
    let mut changed: Assessment = json::read_as(json).unwrap_or_else(|_| assessment.clone());
    changed.around = Rc::clone(&assessment.around);
    changed
}

/// Replaces each of the texts.
pub(super) fn change_texts(json: &mut Json, of: &dyn Fn(&str) -> String) {
    match json {
        Json::String(text) => *text = of(text),
        Json::Array(items) => items.iter_mut().for_each(|item| change_texts(item, of)),
        Json::Object(fields) => fields.values_mut().for_each(|field| change_texts(field, of)),
        _ => {}
    }
}

/// Leaves out rows that have only an id, references to evidence that is not in the register, and empty answers.
fn leave_out_empty(assessment: &mut Assessment) {
    let Assessment { answers, evidence: register, proposals, replies, .. } = assessment;
    proposals.retain(|one| *one != Proposal { id: one.id.clone(), ..Proposal::default() });
    replies.retain(|one| *one != Reply { remark: one.remark.clone(), ..Reply::default() });
    register.retain(|entry| *entry != Evidence { id: entry.id.clone(), ..Evidence::default() });
    let known = Ids::of(register.iter().map(|entry| &entry.id));
    for answer in answers.values_mut() {
        answer.next_steps.retain(|step| *step != NextStep { id: step.id.clone(), ..NextStep::default() });
        answer.evidence.retain(|id| known.has(id));
    }
    answers.retain(|_, answer| *answer != Answer::default());
}
