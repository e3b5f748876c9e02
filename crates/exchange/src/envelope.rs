//! What surrounds the assessments in a file.

use super::APP_VERSION;
use super::draft::DraftPart;
use domain::assessment::{Assessment, EnvelopeUnknown};
use json::{self, Json, Unknown, record};
use sha2::{Digest, Sha256};
use std::ops::Range;

/// What the field `format` says.
pub const FORMAT: &str = "directive-assessment";

/// The version that this product writes.
pub const VERSION: u32 = 2;

/// A file with the self-assessments of one unit or several.
///
/// It is canonical JSON (RFC 8785) and a line feed, in UTF-8. What was not filled in is absent. Fields that a reader does
/// not know are kept and written again.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schema", schemars(title = "Directive self-assessment, version 2"))]
pub struct Envelope {
    /// Always `directive-assessment`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
    pub format: String,
    /// The version of the format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = VERSION)))]
    pub version: u32,
    /// The version of the product that wrote it.
    pub app: String,
    /// When it was written, `yyyy-mm-ddThh:mm:ssZ`.
    pub exported_at: String,
    /// The directive that is reported on.
    pub directive: DirectiveRef,
    /// The assessments; at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub assessments: Vec<Assessment>,
    /// In a stored record only: the state of the draft on its machine.
    #[optional]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub draft: Option<DraftPart>,
    /// SHA-256, in lower-case hexadecimal, of the canonical text (without the final line feed) of everything but this.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[0-9a-f]{64}$")))]
    pub sha256: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// Which directive, and which edition of its data.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectiveRef {
    /// Its number and symbol, such as `1022-CV/TU`.
    pub id: String,
    /// The edition of its data.
    pub edition: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

impl Envelope {
    /// An envelope of this version, to be sealed.
    pub(super) fn new(directive: &str, edition: &str, exported_at: String, around: &EnvelopeUnknown) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            app: APP_VERSION.to_owned(),
            exported_at,
            directive: DirectiveRef {
                id: directive.to_owned(),
                edition: edition.to_owned(),
                unknown: around.directive.clone(),
            },
            assessments: Vec::new(),
            draft: None,
            sha256: String::new(),
            unknown: around.envelope.clone(),
        }
    }
}

/// The member that holds the digest.
pub(super) const SHA256: &str = "sha256";

/// The digest of an envelope, whatever digest it holds itself.
pub(super) fn digest(envelope: &mut Json) -> String {
    let Json::Object(fields) = &mut *envelope else { return String::new() };
    let held = fields.remove(SHA256);
    let mut hash = Sha256::new();
    json::write_canonical(envelope, &mut |piece| hash.update(piece));
    let digest = hexadecimal(&hash.finalize());
    if let (Json::Object(fields), Some(held)) = (envelope, held) {
        fields.insert(SHA256.to_owned(), held);
    }
    digest
}

/// The same, from the canonical bytes of an envelope and a line feed, in which the member that holds the digest stands there.
pub(super) fn digest_of_canonical(bytes: &[u8], seal: Option<Range<usize>>) -> String {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let Range { start, end } = seal.unwrap_or(0..0);
    let (before, after) = (bytes.get(..start).unwrap_or_default(), bytes.get(end..).unwrap_or_default());
    // A comma goes with it: the one before it, or where it comes first the one behind it.
    let (before, after) = match (before.strip_suffix(b","), after.strip_prefix(b",")) {
        (Some(before), _) => (before, after),
        (None, Some(after)) => (before, after),
        (None, None) => (before, after),
    };
    hexadecimal(&Sha256::new().chain_update(before).chain_update(after).finalize())
}

/// SHA-256 of a text, in lower-case hexadecimal.
pub(super) fn digest_of_text(text: &str) -> String {
    hexadecimal(&Sha256::digest(text))
}

fn hexadecimal(hash: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16);
    hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
}

/// The text of a file, with its digest in it, and the digest.
pub(super) fn seal(mut envelope: Json) -> (String, String) {
    let digest = digest(&mut envelope);
    if let Json::Object(fields) = &mut envelope {
        fields.insert(SHA256.to_owned(), Json::String(digest.clone()));
    }
    let mut text = json::canonical(&envelope);
    text.push('\n');
    (text, digest)
}
