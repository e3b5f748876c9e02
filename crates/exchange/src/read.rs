//! Reads a file that somebody sent: strictly, giving the place and the cause of every refusal.

use super::envelope::{Envelope, FORMAT, SHA256, VERSION, digest, digest_of_canonical};
use super::migrate::{self, Version};
use domain::assessment::{Assessment, EnvelopeUnknown};
use json::read::{Sealed, place_of_byte, place_of_path, without_bom};
use json::{self, Cause, DocumentPlace, Json, Limits, Mismatch, ReadError, is_canonical_number};
use std::rc::Rc;

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// Its content; at least one assessment.
    pub envelope: Envelope,
    /// The bytes of memory that it may take.
    pub memory: usize,
    /// Where its bytes first differ from the canonical form, if they do. Its content is what was exported all the same: another
    /// program has saved it since, with other line ends, blanks, or keys in another order.
    pub resaved: Option<DocumentPlace>,
}

impl Incoming {
    /// The assessments, at least one.
    #[must_use]
    pub fn assessments(&self) -> &[Assessment] {
        &self.envelope.assessments
    }
}

/// Why a file is refused. [`Refusal::place`] tells where the cause is.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// It is not JSON that can be taken.
    Json(ReadError),
    /// It is JSON of another format: what it says of its format, empty where it says nothing.
    OtherFormat(String),
    /// It names no version that the format ever had: what it says, empty where that is neither a number nor a text.
    BadVersion(String),
    /// A newer version of the product wrote it: the version. It may be shown (see [`read_newer`]), and must not be edited
    /// or overwritten.
    NewerVersion(String),
    /// It was changed or cut since it was written.
    Damaged {
        /// What shows that.
        damage: Damage,
        /// Where the form first differs from the canonical one; nowhere, if only the digest tells.
        place: Option<DocumentPlace>,
        /// What can be read of it all the same.
        readable: Option<Box<Incoming>>,
    },
    /// It reports on another directive: that one's id.
    OtherDirective(String),
    /// Something stands where another thing belongs.
    Mismatch(Mismatch),
    /// There is no assessment in it.
    NoAssessment,
}

/// What shows that a file is no longer as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Its bytes are not those of the canonical form, and its digest is not that of its content.
    NotCanonical,
    /// Its digest is not that of its content.
    Digest {
        /// The digest that it holds; empty where it holds none.
        found: String,
        /// The digest of its content.
        computed: String,
    },
}

impl Refusal {
    /// Refuses a file for its size in bytes, unread.
    #[must_use]
    pub fn too_large(size: u64) -> Self {
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        Self::Json(ReadError {
            cause: Cause::TooLarge { size, limit: Limits::FILE.bytes },
            place: DocumentPlace::start(),
        })
    }

    /// The path of what it speaks of in the document; empty where that is all of it.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Json(ReadError { place, .. }) | Self::Damaged { place: Some(place), .. } => &place.path,
            Self::OtherFormat(_) => "format",
            Self::BadVersion(_) | Self::NewerVersion(_) => "version",
            Self::Damaged { .. } => "sha256",
            Self::OtherDirective(_) => "directive.id",
            Self::Mismatch(mismatch) => &mismatch.path,
            Self::NoAssessment => "assessments",
        }
    }

    /// Where in the refused bytes the cause is; the start, where they lack what should say it.
    #[must_use]
    pub fn place(&self, bytes: &[u8]) -> DocumentPlace {
        match self {
            Self::Json(ReadError { place, .. }) | Self::Damaged { place: Some(place), .. } => place.clone(),
            _ => place_of_path(bytes, self.path()),
        }
    }
}

/// Reads a file about the directive of that id.
///
/// # Errors
/// The first cause of refusal, in this order: the size, the encoding, the JSON, the format, the version, the bytes and
/// the digest, a newer version, the types, the directive.
pub fn read(bytes: &[u8], directive: &str) -> Result<Incoming, Refusal> {
    let (version, incoming) = read_file(bytes, directive)?;
    match version {
        Version::Newer(version) => Err(Refusal::NewerVersion(version)),
        _ => incoming,
    }
}

/// Reads what this version knows of a file that [`read`] refuses as [`Refusal::NewerVersion`]: to be shown, never to be
/// edited or written, since what this version does not know may change the meaning of what it does.
///
/// # Errors
/// As [`read`], for another cause than the version.
pub fn read_newer(bytes: &[u8], directive: &str) -> Result<Incoming, Refusal> {
    read_file(bytes, directive)?.1
}

/// A document that is whole: its version, and what its types make of it.
pub(super) type Document = (Version, Result<Incoming, Refusal>);

fn read_file(bytes: &[u8], directive: &str) -> Result<Document, Refusal> {
    read_document(bytes, &Limits::FILE, &|incoming| {
        // A stored record that was saved as a file: what it says of the draft is of the machine that it was on.
        incoming.envelope.draft = None;
        let found = &incoming.envelope.directive.id;
        if found == directive { Ok(()) } else { Err(Refusal::OtherDirective(found.clone())) }
    })
}

/// A document of a known format, before its types are taken.
pub(super) struct Whole {
    pub(super) document: Json,
    pub(super) memory: usize,
    pub(super) version: Version,
    /// What shows that it was changed, if it was, and where.
    pub(super) damage: Option<(Damage, Option<DocumentPlace>)>,
    /// Where its bytes differ from the canonical form, if only they do.
    resaved: Option<DocumentPlace>,
}

/// Reads a document of that format, whose newest version is that.
pub(super) fn read_whole(bytes: &[u8], limits: &Limits, format: &str, newest: u32) -> Result<Whole, Refusal> {
    let Sealed { mut document, memory, is_canonical, seal } =
        json::read::read_sealed(bytes, limits, SHA256).map_err(Refusal::Json)?;
    let found = text_of(&document, "format");
    if found != format {
        return Err(Refusal::OtherFormat(found));
    }
    let version = match migrate::version(&document, newest) {
        Version::Bad => return Err(Refusal::BadVersion(text_of(&document, "version"))),
        version => version,
    };
    let form = if is_canonical {
        Form::canonical(&document, digest_of_canonical(without_bom(bytes), seal))
    } else {
        Form::of(bytes, &mut document)
    };
    let (damage, resaved) = match form {
        Form::Changed(damage, place) => (Some((damage, place)), None),
        Form::Whole(resaved) => (None, resaved),
    };
    Ok(Whole { document, memory, version, damage, resaved })
}

/// Reads a document of this format, of which `accept` has the last word.
pub(super) fn read_document(
    bytes: &[u8],
    limits: &Limits,
    accept: &dyn Fn(&mut Incoming) -> Result<(), Refusal>,
) -> Result<Document, Refusal> {
    let Whole { mut document, memory, version, damage, resaved } = read_whole(bytes, limits, FORMAT, VERSION)?;
    if let Version::Known(version) = version {
        migrate::migrate(&mut document, version);
    }
    let incoming = typed(document, memory).and_then(|mut incoming| {
        incoming.resaved = resaved;
        accept(&mut incoming).map(|()| incoming)
    });
    match damage {
        Some((damage, place)) => Err(Refusal::Damaged { damage, place, readable: incoming.ok().map(Box::new) }),
        None => Ok((version, incoming)),
    }
}

/// What a field says, if that is a text or a number.
fn text_of(document: &Json, field: &str) -> String {
    match document.get(field) {
        Some(Json::String(text) | Json::Number(text)) => text.clone(),
        _ => String::new(),
    }
}

/// Whether a document is as this product wrote it.
enum Form {
    /// Its content is; where its bytes are not, if they are not.
    Whole(Option<DocumentPlace>),
    /// Its content is not: in what, and where, that shows.
    Changed(Damage, Option<DocumentPlace>),
}

impl Form {
    /// For a document whose bytes are canonical.
    fn canonical(document: &Json, computed: String) -> Self {
        let found = text_of(document, SHA256);
        if found == computed { Self::Whole(None) } else { Self::Changed(Damage::Digest { found, computed }, None) }
    }

    fn of(bytes: &[u8], document: &mut Json) -> Self {
        settle_numbers(document);
        let place = first_difference(without_bom(bytes), document).map(|at| place_of_byte(bytes, at));
        let (found, computed) = (text_of(document, SHA256), digest(document));
        match place {
            place if found == computed => Self::Whole(place),
            None => Self::Changed(Damage::Digest { found, computed }, None),
            place => Self::Changed(Damage::NotCanonical, place),
        }
    }
}

/// At which byte these are not the document's canonical text and a line feed.
fn first_difference(bytes: &[u8], document: &Json) -> Option<usize> {
    let mut rest = bytes;
    let mut is_same = true;
    let mut compare = |piece: &str| {
        let same = rest.iter().zip(piece.as_bytes()).take_while(|(one, other)| one == other).count();
        if is_same {
            rest = rest.get(same..).unwrap_or_default();
            is_same = same == piece.len();
        }
    };
    json::write_canonical(document, &mut compare);
    compare("\n");
    (!is_same || !rest.is_empty()).then(|| bytes.len() - rest.len())
}

/// Makes a text of each number that is not written canonically. So the canonical form differs from the bytes at just that
/// place; and what is opened of a damaged file all the same can be written again as a file that is not.
fn settle_numbers(json: &mut Json) {
    match json {
        Json::Number(text) if !is_canonical_number(text) => *json = Json::String(std::mem::take(text)),
        Json::Array(items) => items.iter_mut().for_each(settle_numbers),
        Json::Object(fields) => fields.values_mut().for_each(settle_numbers),
        _ => {}
    }
}

fn typed(document: Json, memory: usize) -> Result<Incoming, Refusal> {
    let mut envelope: Envelope = json::read_as(document).map_err(Refusal::Mismatch)?;
    if envelope.assessments.is_empty() {
        return Err(Refusal::NoAssessment);
    }
    let around = Rc::new(EnvelopeUnknown {
        envelope: envelope.unknown.clone(),
        directive: envelope.directive.unknown.clone(),
        draft: envelope.draft.as_ref().map(|draft| draft.unknown.clone()).unwrap_or_default(),
    });
    for assessment in &mut envelope.assessments {
        // Derived from the answers, and written anew with each export.
        assessment.completeness = None;
        assessment.around = Rc::clone(&around);
    }
    Ok(Incoming { envelope, memory, resaved: None })
}
