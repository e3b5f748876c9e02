//! The returned file (tệp trả lại): what the coordinating body has to say to one unit about its assessment. It is a kind of file of
//! its own, read as strictly as an assessment.

use super::APP_VERSION;
use super::clean::{change_texts, clean_text};
use super::envelope::DirectiveRef;
use super::migrate::Version;
use super::name::named;
use super::read::{Refusal, Whole, read_whole};
use super::remark::Remark;
use super::write::{ExportFile, finished};
use domain::assessment::UnitRef;
use domain::date::Moment;
use domain::directive::Directive;
use json::{self, Cause, DocumentPlace, Limits, Mismatch, MismatchKind, ReadError, Unknown, record};

/// What the field `format` of such a file says.
pub const REMARKS: &str = "directive-remarks";

/// The version of the format that this product writes.
pub const REMARKS_VERSION: u32 = 1;

/// The most remarks in a file: all of them may be about one requirement, and are drawn at once.
pub const MOST_REMARKS: usize = 200;

/// The most letters of a remark's id.
const LONGEST_ID: usize = 64;

/// A file with remarks on the self-assessment of one unit.
///
/// It is canonical JSON (RFC 8785) and a line feed, in UTF-8. What was left open is absent. Fields that a reader does not know
/// are kept.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", schemars(title = "Remarks on a directive self-assessment, version 1"))]
pub struct Returned {
    /// Always `directive-remarks`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = REMARKS)))]
    pub format: String,
    /// The version of the format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = REMARKS_VERSION)))]
    pub version: u32,
    /// The version of the product that wrote it.
    pub app: String,
    /// When it was written, `yyyy-mm-ddThh:mm:ssZ`.
    pub exported_at: String,
    /// The directive that the assessment reports on.
    pub directive: DirectiveRef,
    /// The unit that it is for.
    pub unit: UnitRef,
    /// The `draftId` of the assessment; absent where that has none.
    #[optional]
    pub draft_id: String,
    /// The remarks, each id once; at least one, and at most 200.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub remarks: Vec<Remark>,
    /// SHA-256, in lower-case hexadecimal, of the canonical text (without the final line feed) of everything but this.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[0-9a-f]{64}$")))]
    pub sha256: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

impl Returned {
    /// Whether it answers to an assessment with that `draftId`, which these files led to.
    #[must_use]
    pub fn is_about(&self, draft_id: &str, based_on: &[String]) -> bool {
        let is_of_it = !draft_id.is_empty() && self.draft_id == draft_id;
        is_of_it || self.remarks.iter().any(|one| based_on.contains(&one.about))
    }
}

/// Writes the file of `returned.unit`, with its `draft_id` and `remarks`, at that moment on a wall clock so many minutes ahead of UTC.
/// What else stands in `returned` is set here, but for the fields of a newer version.
///
/// Texts are made as in [`super::export`]; whether a reader takes the remarks is up to who gives them.
#[must_use]
pub fn export_remarks(
    directive: &Directive,
    returned: &Returned,
    at: Moment,
    offset_minutes: i32,
    nfc: &dyn Fn(&str) -> String,
) -> ExportFile {
    let around = &returned.directive.unknown;
    let directive =
        DirectiveRef { id: directive.id.clone(), edition: directive.edition.clone(), unknown: around.clone() };
    let file = Returned {
        format: REMARKS.to_owned(),
        version: REMARKS_VERSION,
        app: APP_VERSION.to_owned(),
        exported_at: at.to_iso(),
        directive,
        ..returned.clone()
    };
    let (id, unit) = (file.directive.id.clone(), clean_text(&file.unit.name, nfc));
    let mut json = json::written(file);
    change_texts(&mut json, &|text| clean_text(text, nfc));
    let (day, _, _) = at.civil(offset_minutes);
    finished(json, at, &|sha256| named(&[&id, "nhan-xet", &unit], day, sha256))
}

/// Reads such a file about the directive of that id.
///
/// # Errors
/// As [`super::read`], and where there are more than [`MOST_REMARKS`], or a remark has no text, no moment, a digest or an id that is
/// none, the id of another, or a part that its requirement does not have.
pub fn read_remarks(bytes: &[u8], directive: &str) -> Result<Returned, Refusal> {
    let Whole { document, version, damage, .. } = read_whole(bytes, &Limits::FILE, REMARKS, REMARKS_VERSION)?;
    if let Some((damage, place)) = damage {
        return Err(Refusal::Damaged { damage, place, readable: None });
    }
    if let Version::Newer(version) = version {
        return Err(Refusal::NewerVersion(version));
    }
    let returned: Returned = json::read_as(document).map_err(Refusal::Mismatch)?;
    if returned.directive.id != directive {
        return Err(Refusal::OtherDirective(returned.directive.id));
    }
    check(&returned.remarks)?;
    Ok(returned)
}

fn check(remarks: &[Remark]) -> Result<(), Refusal> {
    if remarks.is_empty() {
        let kind = MismatchKind::Missing { field: "remarks" };
        return Err(Refusal::Mismatch(Mismatch { kind, path: String::new() }));
    }
    if remarks.len() > MOST_REMARKS {
        let cause = Cause::TooManyNodes { limit: MOST_REMARKS };
        return Err(Refusal::Json(ReadError { cause, place: DocumentPlace::start() }));
    }
    for (at, remark) in remarks.iter().enumerate() {
        let is_first = !remarks.iter().take(at).any(|other| other.id == remark.id);
        let fits = remark.field.is_none_or(|field| field.is_of_closing() == remark.requirement.is_empty());
        let fields = [
            ("id", &remark.id, is_plain(&remark.id) && is_first),
            ("requirement", &remark.requirement, fits),
            ("text", &remark.text, !remark.text.trim().is_empty()),
            ("at", &remark.at, Moment::from_iso(&remark.at).is_some()),
            ("about", &remark.about, is_digest(&remark.about)),
        ];
        if let Some((field, found, _)) = fields.into_iter().find(|(_, _, is_right)| !is_right) {
            let kind = MismatchKind::UnknownValue { found: found.clone() };
            let path = ["remarks[", &at.to_string(), "].", field].concat();
            return Err(Refusal::Mismatch(Mismatch { kind, path }));
        }
    }
    Ok(())
}

/// An id that can be used in an address and in the id of an element without escaping.
fn is_plain(id: &str) -> bool {
    let is_of_it = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    !id.is_empty() && id.len() <= LONGEST_ID && id.bytes().all(is_of_it)
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
