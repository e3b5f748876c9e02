//! What is known of a thing that was taken in: the lines of its reading, as they are kept, sent from the worker and shown.

use domain::date::{Date, Moment};
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
    /// What the cause speaks of, where it speaks of something: a number (bytes, letters, members) …
    #[optional]
    pub number: u64,
    /// … the most that there may be …
    #[optional]
    pub limit: u64,
    /// … a word (a version, a directive's id, a method, a member's name) …
    #[optional]
    pub word: String,
    /// … and where it is: a line and a column from 1, or a path into the document, as text; empty where it is the whole.
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
