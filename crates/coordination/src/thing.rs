//! What is known of a thing that was taken in: the lines that its reading gave, as they are stored, sent from the worker and shown.

use domain::date::{Date, Moment};
use exchange::Refusal;
use gathering::codes;
use gathering::kind::Kind;
use gathering::line::{Cause, Line, Outcome, Place, Remark, Unread};
use gathering::received::Received;
use json::{Unknown, record};
use std::borrow::Borrow;

/// A thing that was chosen, with all that lay in it: a file, an archive, a mail, a bundle. It is taken in as a whole or not at all.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thing {
    /// Its id, unique in its gathering; random, so that two windows never make the same.
    pub id: String,
    /// When it was taken in, `yyyy-mm-ddThh:mm:ssZ`; to be shown, never to be compared.
    pub at: String,
    /// Its lines, itself first, each container before what lies in it. A line is named by its place here.
    pub lines: Vec<ThingLine>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// One line: what became of a physical thing. The words for people are made of the codes, in whichever language.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThingLine {
    /// Its name for people, within its container.
    pub name: String,
    /// How many containers it lies in.
    #[optional]
    pub depth: u32,
    /// The line of the container that it lies in, plus one; 0 for the thing itself.
    #[optional]
    pub parent: u32,
    /// Its bytes.
    #[optional]
    pub size: u64,
    /// What became of it: a code of `gathering::codes::outcome`.
    pub outcome: String,
    /// Why it was refused: a code of `gathering::codes::cause`; empty where it was not.
    #[optional]
    pub cause: String,
    /// What the outcome or the cause speaks of, where it speaks of something: a number (bytes, letters, members, files that were skipped; of
    /// a damaged file, the assessments that can be read in part) …
    #[optional]
    pub number: u64,
    /// … the most that there may be, or as many as there should be …
    #[optional]
    pub limit: u64,
    /// … a word (a version, a directive's id, a method, a member's name, a kind of record, names of files that were skipped) …
    #[optional]
    pub word: String,
    /// … and where it is: `3:17` is line and column from 1, `@17` a byte from 0, anything else a path into the document; empty where it is
    /// the whole.
    #[optional]
    pub place: String,
    /// The remarks on a file that is held: codes of `gathering::codes::remark`.
    #[optional]
    pub remarks: Vec<String>,
    /// What the file is known by: the digest that it holds; empty where nothing is held.
    #[optional]
    pub sha256: String,
    /// How many assessments of it are held.
    #[optional]
    pub assessments: u32,
    /// Whether its bytes are kept (see `records`).
    #[optional]
    pub kept: bool,
    /// Whether the bytes that are kept are known to be canonical.
    #[optional]
    pub canonical: bool,
    /// Who sent it, and when, as a mail says; empty where none does.
    #[optional]
    pub sender: String,
    /// When it was sent, `yyyy-mm-ddThh:mm:ssZ`, as a mail says.
    #[optional]
    pub sent: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// An assessment of a thing that was taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The thing's id, and the line in it.
    pub thing: String,
    /// The line, by its place in the thing.
    pub line: u32,
    /// What it says, in short.
    pub received: Received,
}

impl ThingLine {
    /// The day on which a mail says that it was sent, as it was in Cần Thơ.
    #[must_use]
    pub fn sent_on(&self) -> Option<Date> {
        Some(Moment::from_iso(&self.sent)?.civil(7 * 60).0)
    }
}

impl Borrow<Received> for Taken {
    fn borrow(&self) -> &Received {
        &self.received
    }
}

/// That a record of a bundle, a decision or the settings, was joined with those that are here: a further outcome.
pub const JOINED: &str = "joined";

/// That what was kept of a thing can no longer be read from the store: a further cause.
pub const LOST: &str = "lost";

/// That the person stopped before the rest of a bundle was read: likewise.
pub const STOPPED: &str = "stopped";

impl ThingLine {
    /// What a line of the reading says.
    #[must_use]
    pub fn of(line: &Line) -> Self {
        let receipt = line.receipt.as_deref();
        let mut this = Self {
            name: line.name.clone(),
            depth: line.depth,
            parent: line.parent.map_or(0, |parent| parent + 1),
            size: line.size,
            outcome: codes::outcome(&line.outcome).to_owned(),
            kept: !line.bytes.is_empty(),
            sender: receipt.map(|receipt| receipt.from.clone()).unwrap_or_default(),
            sent: receipt.map(|receipt| receipt.date.clone()).unwrap_or_default(),
            ..Self::default()
        };
        match &line.outcome {
            Outcome::Container { members, .. } => this.number = u64::from(*members),
            Outcome::Skipped { files, names } => (this.number, this.word) = (u64::from(*files), names.join(", ")),
            Outcome::Held { sha256, assessments, remarks } => {
                this.sha256 = sha256.to_string();
                this.assessments = u32::try_from(assessments.len()).unwrap_or(u32::MAX);
                this.canonical = !remarks.iter().any(|remark| matches!(remark, Remark::Resaved(_)));
                this.remarks = remarks.iter().map(|remark| codes::remark(remark).to_owned()).collect();
                let left_out = |remark: &Remark| match remark {
                    Remark::SamplesLeftOut(count) => u64::from(*count),
                    _ => 0,
                };
                this.number = remarks.iter().map(left_out).sum();
            }
            Outcome::KeptUnread(Unread::NewerFile(word) | Unread::NewerBundle(word) | Unread::Record(word))
            | Outcome::Aside { directive: word } => this.word.clone_from(word),
            Outcome::Refused { cause, place, readable } => this.refused(cause, place.as_ref(), *readable),
        }
        this
    }

    fn refused(&mut self, cause: &Cause, place: Option<&Place>, readable: u32) {
        codes::cause(cause).clone_into(&mut self.cause);
        self.number = u64::from(readable);
        let is_text = matches!(cause, Cause::File(Refusal::Json(_)) | Cause::LostLetters(_));
        self.place = place.map(|place| place_text(place, is_text)).unwrap_or_default();
        match cause {
            Cause::TooLarge { size: number, limit } | Cause::TooManyMembers { count: number, limit } => {
                (self.number, self.limit) = (*number, *limit);
            }
            Cause::LostLetters(letters) => self.number = u64::from(*letters),
            Cause::UnusualRatio { unpacked, .. } => self.number = *unpacked,
            Cause::SumTooLarge { limit } => self.limit = *limit,
            Cause::NestedTooDeep { limit } => self.limit = u64::from(*limit),
            Cause::Method { id, name } => {
                (self.number, self.word) = (u64::from(*id), name.unwrap_or_default().to_owned());
            }
            Cause::CutBundle { expected, found } => (self.number, self.limit) = (*found, expected.unwrap_or(0)),
            Cause::Overlapping(word)
            | Cause::File(Refusal::OtherFormat(word) | Refusal::BadVersion(word) | Refusal::OtherDirective(word)) => {
                self.word.clone_from(word);
            }
            Cause::WrongKind(Kind::OtherArchive(name)) => (*name).clone_into(&mut self.word),
            _ => {}
        }
    }

    /// Takes what another reading says of the same bytes, and leaves how they came.
    pub fn take_outcome(&mut self, other: Self) {
        let remarks = std::mem::take(&mut self.remarks).into_iter();
        let of_way = ["from-page", "from-mail", "name-guessed"];
        let mut remarks: Vec<String> = remarks.filter(|remark| of_way.contains(&remark.as_str())).collect();
        remarks.extend(other.remarks);
        *self = Self {
            outcome: other.outcome,
            cause: other.cause,
            number: other.number,
            limit: other.limit,
            word: other.word,
            place: other.place,
            sha256: other.sha256,
            assessments: other.assessments,
            canonical: other.canonical,
            remarks,
            ..std::mem::take(self)
        };
    }

    /// Says that what was kept of it can no longer be read.
    pub fn lose(&mut self) {
        self.take_outcome(Self { outcome: codes::REFUSED.to_owned(), cause: LOST.to_owned(), ..Self::default() });
        self.kept = false;
    }
}

impl Thing {
    /// Whether a line is a file that may have assessments, so that it is read again when its gathering is opened.
    #[must_use]
    pub fn is_file(line: &ThingLine) -> bool {
        let outcomes = [codes::HELD, codes::NEWER_VERSION, codes::OTHER_DIRECTIVE];
        line.kept && outcomes.contains(&line.outcome.as_str())
    }
}

/// A place, see [`ThingLine::place`]. In what is no JSON line and column lead to it, in all else the path does.
fn place_text(place: &Place, is_text: bool) -> String {
    let at = |line: u32, column: u32| [&line.to_string(), ":", &column.to_string()].concat();
    match place {
        Place::Byte(byte) => ["@", &byte.to_string()].concat(),
        Place::Record(line, within) => at(*line, within.column),
        Place::Document(within) if is_text || within.path.is_empty() => at(within.line, within.column),
        Place::Document(within) => within.path.clone(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "tests")]
    use super::*;

    fn line(outcome: Outcome, bytes: &[u8]) -> Line {
        Line {
            id: 3,
            parent: Some(0),
            depth: 1,
            name: "a.json".to_owned(),
            raw_name: None,
            size: 20,
            receipt: None,
            outcome,
            bytes: bytes.to_vec(),
        }
    }

    #[test]
    fn a_line_says_what_its_cause_speaks_of_and_where() {
        let place = |line, column, path: &str| json::DocumentPlace { line, column, path: path.to_owned() };
        let of = |cause, place| {
            let line = ThingLine::of(&line(Outcome::Refused { cause, place, readable: 2 }, b""));
            (line.cause, line.number, line.limit, line.word, line.place)
        };
        let told = |cause: &str, number, limit, word: &str, place: &str| {
            (cause.to_owned(), number, limit, word.to_owned(), place.to_owned())
        };
        assert_eq!(of(Cause::TooLarge { size: 9, limit: 8 }, None), told("too-large", 9, 8, "", ""));
        assert_eq!(
            of(Cause::LostLetters(7), Some(Place::Document(place(1, 4, "a")))),
            told("lost-letters", 7, 0, "", "1:4")
        );
        let method = Cause::Method { id: 14, name: Some("LZMA") };
        assert_eq!(of(method, Some(Place::Byte(30))), told("packing-method", 14, 0, "LZMA", "@30"));
        let bad = Cause::File(Refusal::BadVersion("0".to_owned()));
        assert_eq!(of(bad, Some(Place::Document(place(1, 90, "version")))), told("bad-version", 2, 0, "0", "version"));
        assert_eq!(of(Cause::CutRecord, Some(Place::Record(5, place(1, 7, "")))), told("cut-record", 2, 0, "", "5:7"));
    }

    #[test]
    fn another_reading_of_the_bytes_changes_nothing_of_how_they_came() {
        let mut kept = ThingLine::of(&line(Outcome::KeptUnread(Unread::NewerFile("3".to_owned())), b"{}"));
        kept.remarks = vec!["from-mail".to_owned()];
        assert!(Thing::is_file(&kept));
        let held = Outcome::Held { sha256: "ab".into(), assessments: vec![Received::default()], remarks: vec![] };
        kept.take_outcome(ThingLine::of(&Line { name: String::new(), parent: None, ..line(held, b"{}") }));
        assert_eq!((kept.name.as_str(), kept.parent, kept.depth), ("a.json", 1, 1));
        assert_eq!((kept.outcome.as_str(), kept.sha256.as_str(), kept.assessments), ("held", "ab", 1));
        assert_eq!((kept.word.as_str(), kept.remarks.as_slice()), ("", ["from-mail".to_owned()].as_slice()));
        kept.lose();
        assert_eq!((kept.cause.as_str(), kept.kept, kept.assessments), (LOST, false, 0));
    }
}
