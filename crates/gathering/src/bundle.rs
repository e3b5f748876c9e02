//! A bundle (gói): what one gathering has received, in one file, for another to take in.
//!
//! It is NDJSON in UTF-8: each line is a canonical JSON object (RFC 8785) and ends with a line feed.
//!
//! 1. The first line is the [`Head`]: `{"format":"directive-gathering","version":1,…}`.
//! 2. Each line after it is a record: an object with one field, which names its kind. `{"file":{"envelope":{…},"name":"…"}}` is an
//!    assessment file: its content as JSON, so that the digest in it holds it together, and [`FileRecord`] around it. A reader
//!    keeps records of kinds that it does not know.
//! 3. The last line is `{"end":{"records":n}}`, with the number of the records between. Where it is missing, the bundle was cut.
//!
//! A new kind of record needs no new version; what changes the meaning of the known ones does.

use crate::limits::MOST_RECORDS;
use crate::receipt::Receipt;
use json::{Cause, Json, Limits, Map, ReadError, Unknown, record};

/// What the field `format` of a bundle's head says.
pub const FORMAT: &str = "directive-gathering";

/// The version that this product writes.
pub const VERSION: u32 = 1;

/// The first line of a bundle.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Always `directive-gathering`; set by [`write`].
    pub format: String,
    /// The version of the format; set by [`write`].
    pub version: u32,
    /// The name of the gathering that it is of.
    #[optional]
    pub name: String,
    /// When it was written, `yyyy-mm-ddThh:mm:ssZ`.
    #[optional]
    pub exported_at: String,
    /// The id of the directive that is reported on.
    #[optional]
    pub directive: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// What stands around an assessment file in a bundle. The file itself is the field `envelope` beside these.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRecord {
    /// The name under which it was received, cleaned for showing.
    #[optional]
    pub name: String,
    /// How it came.
    #[optional]
    pub receipt: Receipt,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// The last line of a bundle.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct End {
    /// How many records there are.
    records: u64,
    /// What a newer version wrote here.
    unknown: Unknown,
}

/// The kinds of records, as their fields are called.
const FILE: &str = "file";
const END: &str = "end";
const ENVELOPE: &str = "envelope";

/// What a line may cost: a file, and what stands around it.
pub(crate) const LINE: Limits = Limits {
    bytes: Limits::FILE.bytes + 100_000,
    depth: Limits::FILE.depth + 2,
    nodes: Limits::FILE.nodes + 100,
    ..Limits::FILE
};

/// The most letters of a gathering's name, so that the head is told by the first bytes.
const LONGEST_NAME: usize = 200;

/// What is written into a bundle.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// An assessment file.
    File {
        /// Its name.
        name: &'a str,
        /// How it came.
        receipt: Option<&'a Receipt>,
        /// Its bytes, as they are kept.
        file: &'a [u8],
    },
    /// A record of another kind, as it stands in its line.
    Other(Json),
}

/// The first line of a bundle.
#[must_use]
pub fn head_line(head: Head) -> String {
    let name = head.name.chars().take(LONGEST_NAME).collect();
    line(&json::written(Head { format: FORMAT.to_owned(), version: VERSION, name, ..head }))
}

/// The line of an assessment file; nothing, where its bytes are no JSON. Where they are known to be canonical, and a line feed, they
/// are not read again. A byte order mark before them is left out.
#[must_use]
pub fn file_line(name: &str, receipt: Option<&Receipt>, file: &[u8], is_canonical: bool) -> Option<String> {
    const EMPTY: &str = "{\"file\":{\"envelope\":null";
    let around = |envelope: Json| {
        let receipt = receipt.cloned().unwrap_or_default();
        let mut around = json::written(FileRecord { name: name.to_owned(), receipt, ..FileRecord::default() });
        if let Json::Object(fields) = &mut around {
            fields.insert(ENVELOPE.to_owned(), envelope);
        }
        line(&with_field(FILE, around))
    };
    let file = json::read::without_bom(file);
    let text = str::from_utf8(file).ok().filter(|_| is_canonical).and_then(|text| text.strip_suffix('\n'));
    if let Some(text) = text
        && let Some(rest) = around(Json::Null).strip_prefix(EMPTY)
    {
        return Some(["{\"file\":{\"envelope\":", text, rest].concat());
    }
    json::read(file, &Limits::FILE).ok().map(around)
}

/// The last line of a bundle of so many records.
#[must_use]
pub fn end_line(records: u64) -> String {
    line(&with_field(END, json::written(End { records, ..End::default() })))
}

/// Writes a bundle, line by line. Returns the names of files that are no JSON, and so are not in it.
pub fn write<'a>(head: Head, pieces: impl Iterator<Item = Piece<'a>>, out: &mut dyn FnMut(&str)) -> Vec<String> {
    out(&head_line(head));
    let mut left_out = Vec::new();
    let mut records = 0;
    for piece in pieces {
        let text = match piece {
            Piece::File { name, receipt, file } => file_line(name, receipt, file, false).ok_or(name),
            Piece::Other(json) => Ok(line(&json)),
        };
        match text {
            Ok(text) => {
                out(&text);
                records += 1;
            }
            Err(name) => left_out.push(name.to_owned()),
        }
    }
    out(&end_line(records));
    left_out
}

fn with_field(name: &str, value: Json) -> Json {
    Json::Object(Map::from([(name.to_owned(), value)]))
}

fn line(json: &Json) -> String {
    json::canonical(json) + "\n"
}

/// Whether a text that begins so is a bundle, of whatever version.
pub(crate) fn is_bundle(text: &[u8]) -> bool {
    let first = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let names_it = first.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes());
    names_it && matches!(json::read(first, &Limits::FILE), Ok(head) if is_head(&head))
}

fn is_head(json: &Json) -> bool {
    json.get("format").and_then(Json::as_str) == Some(FORMAT)
}

/// A bundle that is being read.
pub(crate) struct Bundle<'a> {
    /// The lines of its records, each with its number from 1, and whether it ends with a line feed.
    pub(crate) lines: Vec<Line<'a>>,
    /// How many records its end tells of; nothing where it has no end.
    pub(crate) expected: Option<u64>,
}

/// A line of a bundle.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    /// Which, from 1.
    pub(crate) number: u32,
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
    /// Whether a line feed ends it.
    pub(crate) is_ended: bool,
}

/// Why a bundle is not opened.
pub(crate) enum Unopened {
    /// It is of a version that this product does not know.
    Newer(String),
    /// It has more records than are read: so many, at least.
    TooMany(u64),
}

/// The lines in these bytes that are not blank; the first line of all has that number.
pub(crate) fn lines(first: u32, bytes: &[u8]) -> impl Iterator<Item = Line<'_>> {
    (first..).zip(bytes.split_inclusive(|byte| *byte == b'\n')).filter_map(|(number, line)| {
        let bytes = line.trim_ascii();
        (!bytes.is_empty()).then(|| Line { number, bytes, is_ended: line.ends_with(b"\n") })
    })
}

/// Divides a bundle into its lines.
pub(crate) fn open(bytes: &[u8]) -> Result<Bundle<'_>, Unopened> {
    let mut all = lines(1, json::read::without_bom(bytes));
    let head = all.next();
    let mut lines: Vec<Line<'_>> = Vec::new();
    for line in all {
        // With the end, which is none.
        if lines.len() as u64 > MOST_RECORDS {
            return Err(Unopened::TooMany(lines.len() as u64));
        }
        lines.push(line);
    }
    known(head.map(|head| head.bytes).unwrap_or_default())?;
    let expected = lines.last().and_then(|last| end(last.bytes));
    if expected.is_some() {
        lines.pop();
    }
    Ok(Bundle { lines, expected })
}

/// Whether this is the head of a bundle of a version that is known.
///
/// # Errors
/// Where it is not.
pub(crate) fn known(head: &[u8]) -> Result<(), Unopened> {
    match json::read(head, &Limits::FILE).unwrap_or(Json::Null).get("version") {
        Some(Json::Number(version)) if *version == VERSION.to_string() => Ok(()),
        Some(Json::Number(version) | Json::String(version)) => Err(Unopened::Newer(version.clone())),
        _ => Err(Unopened::Newer(String::new())),
    }
}

/// How many records a line tells of, if it is the end of a bundle.
pub(crate) fn end(line: &[u8]) -> Option<u64> {
    let Json::Object(mut fields) = json::read(line, &LINE).ok()? else { return None };
    json::read_as(fields.remove(END)?).ok().map(|end: End| end.records)
}

/// A record of a bundle.
pub(crate) enum Record {
    /// An assessment file: what stands around it, and its bytes in canonical form, which is that in which it was written.
    File(FileRecord, Vec<u8>),
    /// One of a kind that is not known here: which.
    Other(String),
}

/// Why a line is no record, and where in it that is.
pub(crate) enum BadRecord {
    /// It ends before its end.
    Cut(ReadError),
    /// It is no JSON that can be taken.
    Json(ReadError),
    /// It is no record.
    Other,
}

/// Reads a line.
pub(crate) fn read(line: &Line<'_>) -> Result<Record, BadRecord> {
    let json = json::read(line.bytes, &LINE).map_err(|error| {
        let is_cut = !line.is_ended && matches!(error.cause, Cause::UnexpectedEnd | Cause::NotUtf8);
        if is_cut { BadRecord::Cut(error) } else { BadRecord::Json(error) }
    })?;
    let Json::Object(mut fields) = json else { return Err(BadRecord::Other) };
    let Some(file) = fields.remove(FILE) else {
        return fields.into_iter().next().map(|(kind, _)| Record::Other(kind)).ok_or(BadRecord::Other);
    };
    let Json::Object(mut file) = file else { return Err(BadRecord::Other) };
    let envelope = file.remove(ENVELOPE).ok_or(BadRecord::Other)?;
    let around = json::read_as(Json::Object(file)).map_err(|_| BadRecord::Other)?;
    let mut text = json::canonical(&envelope);
    text.push('\n');
    Ok(Record::File(around, text.into_bytes()))
}
