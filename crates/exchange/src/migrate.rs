//! Migrates files of released versions to the version that the types describe.

use super::envelope::VERSION;
use json::{Json, Map, is_canonical_number};

/// The version that a document says it has.
pub(super) enum Version {
    /// One that this product reads.
    Known(u32),
    /// One of a newer product: its number, as written.
    Newer(String),
    /// None that the format ever had.
    Bad,
}

/// The version of a document whose format has `newest` as its last: a whole number from 1, and never guessed from its form.
pub(super) fn version(document: &Json, newest: u32) -> Version {
    match document.get("version") {
        Some(Json::Number(text)) if is_canonical_number(text) && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            match text.parse() {
                Ok(0) => Version::Bad,
                Ok(version) if version <= newest => Version::Known(version),
                _ => Version::Newer(text.clone()),
            }
        }
        _ => Version::Bad,
    }
}

/// Brings a document of a known version to the form of [`VERSION`], one version at a time. The samples of the released versions
/// in `tests/fixtures/` hold that it does.
pub(super) fn migrate(document: &mut Json, from: u32) {
    let Json::Object(fields) = document else { return };
    if from < 2 {
        if let Some(Json::Array(assessments)) = fields.get_mut("assessments") {
            assessments.iter_mut().for_each(proposals_to_rows);
        }
        if let Some(draft) = fields.get_mut("draft") {
            go_on_from_export(draft);
        }
    }
    if from < VERSION {
        fields.insert("version".to_owned(), Json::Number(VERSION.to_string()));
    }
}

/// From version 1: of the files that had led to a draft its record told the last.
fn go_on_from_export(draft: &mut Json) {
    let export = draft.get("exported").and_then(|mark| mark.get("sha256")).cloned();
    if let (Json::Object(draft), Some(digest)) = (draft, export) {
        draft.insert("basedOn".to_owned(), Json::Array(vec![digest]));
    }
}

/// From version 1: what is proposed was one text, and nobody said to whom it goes.
pub(super) fn proposals_to_rows(assessment: &mut Json) {
    let Json::Object(fields) = assessment else { return };
    if let Some(proposals @ Json::String(_)) = fields.get_mut("proposals") {
        let text = std::mem::replace(proposals, Json::Array(Vec::new()));
        let id = Json::String("p1".to_owned());
        let row: Map<Json> = [("id".to_owned(), id), ("text".to_owned(), text)].into();
        *proposals = Json::Array(vec![Json::Object(row)]);
    }
}
