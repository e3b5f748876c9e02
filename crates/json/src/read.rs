//! Strict reading: whatever is not exactly right is refused with its place, before it costs memory.

use super::limits::Limits;
use super::place::DocumentPlace;
pub use super::reader::without_bom;
use super::reader::{Mode, Reader};
use super::refusal::{Cause, ReadError};
use super::value::Json;
use std::ops::Range;

/// Reads a document in UTF-8, with or without a byte order mark.
///
/// # Errors
/// The first cause of refusal, with its place.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Json, ReadError> {
    read_sealed(bytes, limits, "").map(|sealed| sealed.document)
}

/// A document that holds its own digest in one of its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The document, that member with it.
    pub document: Json,
    /// The bytes of memory that its values may take, by the reckoning of the limits.
    pub memory: usize,
    /// Whether its bytes, without a byte order mark, are known to be its canonical text and a line feed. Where keys hold characters
    /// beyond the basic plane, or texts hold controls, that is not known.
    pub is_canonical: bool,
    /// Where that member is in the bytes without a byte order mark, including its key; nothing if there is none.
    pub seal: Option<Range<usize>>,
}

/// The same as [`read`], of a document that holds its digest in the member of the name `seal`.
///
/// # Errors
/// As [`read`].
pub fn read_sealed(bytes: &[u8], limits: &Limits, seal: &str) -> Result<Sealed, ReadError> {
    let refuse = |cause| Err(ReadError { cause, place: DocumentPlace::start() });
    if bytes.len() > limits.bytes {
        return refuse(Cause::TooLarge { size: bytes.len(), limit: limits.bytes });
    }
    if is_utf16(bytes) {
        return refuse(Cause::Utf16);
    }
    let mut reader = Reader::new(bytes, limits, Mode::Plain { seal });
    match reader.document() {
        Ok(document) => Ok(Sealed {
            document,
            memory: reader.text.len() + reader.memory_taken(),
            is_canonical: reader.is_canonical,
            seal: reader.seal,
        }),
        Err(_) => Err(error(bytes, limits)),
    }
}

/// Why a document is refused, and where: it is read once more, with an eye on its paths.
fn error(bytes: &[u8], limits: &Limits) -> ReadError {
    let mut reader = Reader::new(bytes, limits, Mode::Traced);
    let cause = reader.document().err().unwrap_or(Cause::NotJson);
    ReadError { cause, place: reader.place() }
}

/// Reads what there is of a document before the first thing that refuses it: lists and objects that are open there end with
/// their last whole item. Nothing, where the document is refused as a whole.
#[must_use]
pub fn read_start(bytes: &[u8], limits: &Limits) -> Option<(Json, ReadError)> {
    if bytes.len() > limits.bytes || is_utf16(bytes) {
        return None;
    }
    let mut reader = Reader::new(bytes, limits, Mode::Tolerant);
    let start = reader.value(false).ok()?;
    Some((start, reader.cut?))
}

/// The place of the value that has this path; the start, where none has.
#[must_use]
pub fn place_of_path(bytes: &[u8], path: &str) -> DocumentPlace {
    seek(bytes, None, &|_, here| here == path)
}

/// The place of a byte, counted after the byte order mark; its path is that of the last value that begins before it.
#[must_use]
pub fn place_of_byte(bytes: &[u8], byte: usize) -> DocumentPlace {
    seek(bytes, Some(byte), &|at, _| at <= byte)
}

/// The place of the last value that is what is sought, or of a byte within it.
fn seek(bytes: &[u8], byte: Option<usize>, sought: &dyn Fn(usize, &str) -> bool) -> DocumentPlace {
    let mut reader = Reader::new(bytes, &Limits::STORE, Mode::Seeking(sought));
    // Whether the rest of the document can be read does not matter here.
    let _ = reader.document();
    let (at, path) = std::mem::take(&mut reader.found);
    DocumentPlace::of(reader.text, byte.unwrap_or(at), path)
}

/// A byte order mark of UTF-16, or a NUL beside the first character, as UTF-16 and UTF-32 have it.
fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || bytes.iter().take(2).any(|byte| *byte == 0)
}
