//! The ports: the little that the rules need from each store. They decide nothing.

use super::records::StoreFault;

/// A record of the journal: its generation and its text.
pub type Entry = (u64, String);

/// Selects records.
pub enum Keys<'a> {
    /// The one of that id.
    One(&'a str),
    /// Those with the wanted ids.
    Where(&'a dyn Fn(&str) -> bool),
}

impl Keys<'_> {
    /// Whether the record of that id is selected.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        match self {
            Self::One(one) => *one == id,
            Self::Where(is_wanted) => is_wanted(id),
        }
    }
}

/// What becomes of a record of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A record is written under that id.
    Put(String, Entry),
    /// The record of that id is removed.
    Delete(String),
}

/// What becomes of the records that were found.
pub type Decide<'a> = dyn Fn(&[(String, Entry)]) -> Vec<Change> + 'a;

/// The journal (IndexedDB in the browser): slow, but authoritative. What it has confirmed is on the disk.
#[allow(async_fn_in_trait, reason = "there is one thread, and no future that would have to leave it")]
pub trait Journal {
    /// Whether there is no such store here, so that nothing can be in it. A store that exists but cannot be opened is not absent.
    fn is_absent(&self) -> bool;

    /// The records.
    ///
    /// # Errors
    /// Where they cannot be read.
    async fn read(&self, keys: &Keys<'_>) -> Result<Vec<(String, Entry)>, StoreFault>;

    /// Reads the records and does with them what `decide` says, in one transaction: all of it or nothing, and nothing of another
    /// window's in between. `decide` may be asked again, where the first transaction came to nothing.
    ///
    /// # Errors
    /// Where that fails; whether anything was changed is then not known.
    async fn change(&self, keys: &Keys<'_>, decide: &Decide<'_>) -> Result<(), StoreFault>;
}

/// The mirror (localStorage in the browser): it answers at once, and other windows write into it without asking.
pub trait Mirror {
    /// Whether it can be read at all.
    fn is_there(&self) -> bool;

    /// The text of that id.
    fn read(&self, id: &str) -> Option<String>;

    /// All texts, by id.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn read_all(&self) -> Result<Vec<(String, String)>, StoreFault>;

    /// Writes a text and reads it back. A write that fails leaves the old text.
    ///
    /// # Errors
    /// Where the store does not take it.
    fn write(&self, id: &str, text: &str) -> Result<(), StoreFault>;

    /// Removes a text.
    ///
    /// # Errors
    /// Where the store refuses.
    fn remove(&self, id: &str) -> Result<(), StoreFault>;

    /// The person's settings, if any were kept.
    fn settings(&self) -> Option<String>;
}

/// The history: states of drafts, as texts under keys that say the rest.
#[allow(async_fn_in_trait, reason = "there is one thread, and no future that would have to leave it")]
pub trait Snapshots {
    /// Whether there is no such store here, as with [`Journal::is_absent`].
    fn is_absent(&self) -> bool;

    /// The keys of all of them.
    ///
    /// # Errors
    /// Where they cannot be read.
    async fn keys(&self) -> Result<Vec<String>, StoreFault>;

    /// The keys and texts of those that are wanted.
    ///
    /// # Errors
    /// Where they cannot be read.
    async fn read(&self, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<(String, String)>, StoreFault>;

    /// Removes some and writes one, both or neither.
    ///
    /// # Errors
    /// Where the store does not take it.
    async fn change(&self, dropped: &dyn Fn(&str) -> bool, put: Option<(&str, &str)>) -> Result<(), StoreFault>;
}
