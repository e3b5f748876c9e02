//! One line for each physical thing that was handed in, with what became of it.

use crate::kind::Kind;
use crate::receipt::Receipt;
use crate::received::Received;
use exchange::Refusal;
use json::DocumentPlace;
use std::sync::Arc;

/// A physical thing: a file that was chosen, or one that lies in an archive, a mail or a bundle.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Counts the lines of one chosen thing, from 0, in the order in which they come.
    pub id: u32,
    /// The line of the container that it lies in; nothing for what was chosen itself.
    pub parent: Option<u32>,
    /// How many containers it lies in.
    pub depth: u32,
    /// Its name for people, without its container's: cleaned of what could mislead, in Unicode's form NFC. Never a key; empty
    /// where nothing can be shown.
    pub name: String,
    /// The bytes of its name, where their code page had to be guessed: for whoever knows better.
    pub raw_name: Option<Vec<u8>>,
    /// Its bytes; of a member that was not unpacked as many as its container says.
    pub size: u64,
    /// How it came, where a mail around it or a bundle says so.
    pub receipt: Option<Arc<Receipt>>,
    /// What became of it.
    pub outcome: Outcome,
    /// The bytes that whoever called may have to store: the assessment file exactly as received (out of a page, what the
    /// page held). Of what is held, kept unread, put aside, or refused with something readable in it; else empty.
    pub bytes: Vec<u8>,
}

/// What became of a thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It holds other things, whose lines follow.
    Container {
        /// What it is.
        kind: ContainerKind,
        /// How many things lie in it directly; folders are none.
        members: u32,
    },
    /// Files of the operating system, which nobody meant to send: in one line for all that lie in one container.
    Skipped {
        /// How many.
        files: u32,
        /// The names of the first of them.
        names: Vec<String>,
    },
    /// It is whole, and its assessments are known.
    Held {
        /// The digest that it holds, in lower-case hexadecimal: what it is known by.
        sha256: Arc<str>,
        /// Its assessments, at least one; those of the sample are left out.
        assessments: Vec<Received>,
        /// What there is to know of how it came.
        remarks: Vec<Remark>,
    },
    /// It is kept as it is and counted nowhere: a newer version of the product can read it.
    KeptUnread(Unread),
    /// It is whole, and speaks of another directive: that one's id.
    Aside {
        /// The id.
        directive: String,
    },
    /// It cannot be taken.
    Refused {
        /// Why.
        cause: Cause,
        /// Where in its bytes that is; nothing where it is the whole of it.
        place: Option<Place>,
        /// How many assessments can be read in part all the same (see `exchange::salvage`).
        readable: u32,
    },
}

/// A kind of container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContainerKind {
    /// A ZIP archive.
    Zip,
    /// A gzip file.
    Gzip,
    /// A mail.
    Mail,
    /// A bundle of another gathering.
    Bundle,
}

/// What there is to know of a file that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Another program has saved it since, with the content unchanged: where its bytes first differ.
    Resaved(DocumentPlace),
    /// It stood in an HTML page.
    FromPage,
    /// It came with a mail (see [`Line::receipt`]).
    FromMail,
    /// Its name was written in an unknown code page: it is shown as Vietnamese, and may be wrong (see [`Line::raw_name`]).
    NameGuessed,
    /// So many of its assessments are the sample, and were left out.
    SamplesLeftOut(u32),
}

/// What is kept unread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// An assessment file of a newer version of the format: which.
    NewerFile(String),
    /// A bundle of a newer version: which.
    NewerBundle(String),
    /// A record in a bundle that is no file: its kind, cut after some letters.
    Record(String),
}

/// A place in a refused thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a text.
    Document(DocumentPlace),
    /// In bytes: how many stand before it, in the thing itself, or in its archive where it could not be unpacked.
    Byte(u64),
    /// In a bundle: its line, from 1, and the place in that line.
    Record(u32, DocumentPlace),
}

/// Why a thing is refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// There is nothing in it, or nothing but blanks: it may not have been copied to its end.
    Empty,
    /// All its bytes are zero, as where copying it broke off.
    Zeros,
    /// Its bytes could not be had: the device is gone, or the file has changed. Said by whoever reads files, never here.
    Unreadable,
    /// It is a thing of this kind, which is not read.
    WrongKind(Kind),
    /// It has more bytes than are read.
    TooLarge {
        /// How many bytes it has; of what was being unpacked, at least.
        size: u64,
        /// How many it may have.
        limit: u64,
    },
    /// It is an assessment file, or part of one, that is refused: why. What was readable in it is taken out.
    File(Refusal),
    /// It is the sample (bản mẫu), and nobody's report.
    Sample,
    /// It was saved in a code page that does not have all letters (as "ANSI"): so many are lost, a `?` in the place of each.
    LostLetters(u32),
    /// It was saved in UTF-16 (as "Unicode").
    Utf16(Utf16File),
    /// It would unpack to so much that no file of ours does.
    UnusualRatio {
        /// So many of its bytes in the archive were looked at.
        packed: u64,
        /// So many came of them.
        unpacked: u64,
    },
    /// The members before it took all that one chosen thing may unpack to.
    SumTooLarge {
        /// How many bytes that is.
        limit: u64,
    },
    /// It has more members than are read.
    TooManyMembers {
        /// How many, with those of the containers around it.
        count: u64,
        /// How many there may be.
        limit: u64,
    },
    /// It lies in more containers than are opened.
    NestedTooDeep {
        /// How many there may be.
        limit: u32,
    },
    /// A password is needed for it.
    Encrypted,
    /// It is packed by a method that is not read.
    Method {
        /// The method's number in the ZIP format.
        id: u16,
        /// Its name; nothing where it has none.
        name: Option<&'static str>,
    },
    /// It ends before its end: of an archive, the directory is missing.
    CutShort,
    /// It is not built as a thing of its kind is.
    Broken,
    /// Members of it share bytes: one of them.
    Overlapping(String),
    /// What was unpacked is not what was packed.
    Checksum,
    /// There is nothing in it that could be a file.
    NoMembers,
    /// A line of a bundle that ends before its end.
    CutRecord,
    /// A bundle that ends before its end: the records that its end would tell, where there is one, and those that are there.
    CutBundle {
        /// How many it should have; nothing where its end is missing.
        expected: Option<u64>,
        /// How many it has.
        found: u64,
    },
    /// A line of a bundle that is no record.
    BadRecord,
}

impl Cause {
    /// Why a thing of a kind is refused that is not read.
    #[must_use]
    pub fn of_kind(kind: Kind) -> Self {
        match kind {
            Kind::Empty => Self::Empty,
            Kind::Zeros => Self::Zeros,
            kind => Self::WrongKind(kind),
        }
    }
}

/// What a file is that was saved in UTF-16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Utf16File {
    /// An assessment file with its content unchanged.
    Whole,
    /// An assessment file with its content changed or cut.
    Changed,
    /// Something else.
    Other,
}
