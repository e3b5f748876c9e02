//! The records that the stores take and return.

use exchange::record;

/// Why a store refused a write, or cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// It is full (quota, disk).
    Full,
    /// The browser refuses it here (settings, private window, sandbox).
    Refused,
    /// It failed in another way, does not answer, or returned something other than was written.
    Broken,
}

/// The result of a write in each store: the journal (IndexedDB) and the mirror (localStorage).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The journal, written with strict durability and read back.
    pub journal: Result<(), StoreFault>,
    /// The mirror, written and read back.
    pub mirror: Result<(), StoreFault>,
}

impl Report {
    /// The fault to report to the person if no store accepted the write.
    #[must_use]
    pub fn fault(self) -> Option<StoreFault> {
        match (self.journal, self.mirror) {
            (Err(journal), Err(_)) => Some(journal),
            _ => None,
        }
    }
}

/// What the stores had of all drafts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The stored records of all drafts.
    pub records: Vec<StoredRecord>,
    /// Whether each store can be read.
    pub report: Option<Report>,
    /// The settings, as they were saved.
    pub settings: Option<String>,
    /// The keys of all snapshots.
    pub snapshots: Vec<String>,
}

/// What the stores had of one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredRecord {
    /// The draft, by its id.
    pub id: String,
    /// The journal's generation and text.
    pub journal: Option<(u64, String)>,
    /// What the mirror has under that id.
    pub mirror: Option<String>,
    /// Whether the journal could not be read, so that what it has is not known.
    pub is_journal_unread: bool,
}

/// A record on its way into the stores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Write {
    /// The draft, by its id.
    pub id: String,
    /// The number of the window's write: each answer belongs to one write.
    pub number: u64,
    /// The name under which this window writes the draft.
    pub writer: String,
    /// The generation that the journal must still have, if it has any.
    pub expected: u64,
    /// The window that wrote it, under which name; empty where that is not known. A journal that was emptied begins anew, and may
    /// come to a generation that it had before.
    pub follows: String,
    /// The state that the window has read and continues, by generation and writer; 0 if it has read none.
    pub base: (u64, String),
    /// The highest generation that the window knows of.
    pub known: u64,
    /// The generation of the text.
    pub generation: u64,
    /// The record as it is to be stored.
    pub text: String,
    /// The id of the copy that it becomes if another window was faster.
    pub aside: String,
}

/// How a write ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteOutcome {
    /// Each store has answered.
    Answered(Report),
    /// Another window was faster: what the stores have now. Nothing was written.
    Conflict(StoredRecord),
}

const QUARANTINE: &str = "unreadable-";

/// The id under which an unreadable record is kept; it differs for each text.
#[must_use]
pub fn quarantine_id(id: &str, text: &str) -> String {
    let digest = record::digest(text);
    [QUARANTINE, id, "-", digest.get(..8).unwrap_or_default()].concat()
}

/// Whether the key of a record is that of the draft, or of a record of it that cannot be read. What stands beside a draft as a
/// copy is another draft.
#[must_use]
pub fn is_of(key: &str, id: &str) -> bool {
    let digest = key.strip_prefix(QUARANTINE).and_then(|rest| rest.strip_prefix(id)?.strip_prefix('-'));
    key == id || digest.is_some_and(|digest| !digest.contains('-'))
}

/// Whether that is the id of an unreadable record.
#[must_use]
pub fn is_quarantined(id: &str) -> bool {
    id.starts_with(QUARANTINE)
}

/// Whether a key is that of a snapshot of the draft.
#[must_use]
pub fn is_snapshot_of(key: &str, draft: &str) -> bool {
    key.strip_prefix(draft).is_some_and(|rest| rest.starts_with('/'))
}
