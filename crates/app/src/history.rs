//! The history of the drafts (lịch sử): states that are kept before something replaces them, and once an hour of work.
//!
//! This decides which states are kept and which go. A snapshot's key says everything about it except its content, so that the
//! stores can list the history without reading it.

use domain::assessment::Assessment;
use domain::date::Moment;
use std::rc::Rc;

/// Snapshots kept of one draft.
pub const MOST_OF_A_DRAFT: usize = 20;
/// Bytes of text kept of one draft: as much as one file may hold.
pub const MOST_BYTES_OF_A_DRAFT: usize = 2 << 20;
/// Bytes of text kept of all drafts.
pub const MOST_BYTES: usize = 8 << 20;
/// Work on a draft after which its state is kept, in milliseconds.
const HOUR_MS: u64 = 3_600_000;

/// The event before which a state was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Before a file was imported.
    Import,
    /// Before a file replaced the draft.
    Replace,
    /// Before the draft was deleted.
    Delete,
    /// Before a new draft was started from it.
    StartFrom,
    /// Before another state was restored.
    Restore,
    /// Before an entry of the register was removed.
    RemoveEvidence,
    /// Automatically, after an hour of work.
    Hourly,
}

impl Reason {
    /// All of them, with their names in a key.
    const NAMES: [(Self, &str); 7] = [
        (Self::Import, "import"),
        (Self::Replace, "replace"),
        (Self::Delete, "delete"),
        (Self::StartFrom, "start-from"),
        (Self::Restore, "restore"),
        (Self::RemoveEvidence, "remove-evidence"),
        (Self::Hourly, "hourly"),
    ];

    /// Whether the event removes something.
    fn is_before_a_loss(self) -> bool {
        !matches!(self, Self::StartFrom | Self::Hourly)
    }
}

/// What is known of a kept state without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The draft that it is a state of.
    pub draft: String,
    /// Its id; part of its address.
    pub id: String,
    /// Its number among all snapshots on the machine: a higher one is newer, whatever the clock says.
    pub number: u64,
    /// When it was taken.
    pub at: Moment,
    /// Why the state was kept.
    pub reason: Reason,
    /// The bytes of its text.
    pub bytes: usize,
    /// The number of edits of the assessment up to then.
    pub revision: u32,
}

impl Snapshot {
    /// Its key in the stores, such that [`Snapshot::from_key`] leads back.
    #[must_use]
    pub fn key(&self) -> String {
        let name = Reason::NAMES.iter().find(|(reason, _)| *reason == self.reason).map_or("", |(_, name)| name);
        let numbers =
            [self.number.to_string(), self.at.0.to_string(), self.bytes.to_string(), self.revision.to_string()];
        let [number, at, bytes, revision] = numbers.each_ref().map(String::as_str);
        [&self.draft, &self.id, number, at, name, bytes, revision].join("/")
    }

    /// What a key says; nothing if it is not a key of a snapshot.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let mut parts = key.rsplitn(7, '/');
        let revision = parts.next()?.parse().ok()?;
        let bytes = parts.next()?.parse().ok()?;
        let name = parts.next()?;
        let reason = Reason::NAMES.iter().find(|(_, other)| *other == name)?.0;
        let at = Moment(parts.next()?.parse().ok()?);
        let number = parts.next()?.parse().ok()?;
        let id = parts.next()?.to_owned();
        Some(Self { draft: parts.next()?.to_owned(), id, number, at, reason, bytes, revision })
    }
}

/// A kept state, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The snapshot, by its id.
    pub id: String,
    /// Its content; nothing where it is damaged.
    pub assessment: Option<Rc<Assessment>>,
}

/// The history that is on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// The id of the draft.
    pub draft: String,
    /// The kept states of it; nothing while they are being read.
    pub states: Option<Vec<Read>>,
}

/// What is known of the kept states of all drafts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    pub(super) index: Vec<Snapshot>,
    /// Texts, by key, that the store refused: they last as long as the page.
    pub(super) unstored: Vec<(String, String)>,
    /// The history that is on the screen.
    pub(super) opened: Option<Opened>,
}

impl History {
    /// The history that these keys describe.
    pub(super) fn of_keys(keys: &[String]) -> Self {
        Self { index: keys.iter().filter_map(|key| Snapshot::from_key(key)).collect(), ..Self::default() }
    }

    /// The snapshots of a draft, the newest first.
    #[must_use]
    pub fn of(&self, draft: &str) -> Vec<&Snapshot> {
        let mut found: Vec<&Snapshot> = Vec::new();
        for snapshot in self.index.iter().filter(|snapshot| snapshot.draft == draft) {
            let at = found.partition_point(|other| other.number > snapshot.number);
            found.insert(at, snapshot);
        }
        found
    }

    /// The content of a snapshot of the draft whose history is on the screen.
    #[must_use]
    pub fn content(&self, draft: &str, id: &str) -> Option<Rc<Assessment>> {
        let opened = self.opened.as_ref().filter(|opened| opened.draft == draft)?;
        opened.states.as_ref()?.iter().find(|state| state.id == id)?.assessment.clone()
    }

    /// Whether a snapshot lasts only as long as the page.
    #[must_use]
    pub fn is_unstored(&self, snapshot: &Snapshot) -> bool {
        let key = snapshot.key();
        self.unstored.iter().any(|(other, _)| *other == key)
    }

    pub(super) fn next_number(&self) -> u64 {
        self.index.iter().map(|snapshot| snapshot.number).max().map_or(1, |highest| highest.saturating_add(1))
    }

    /// Whether work on a draft that was begun `since` is to be kept now. A clock that jumps back counts as time gone by.
    pub(super) fn is_due(&self, draft: &str, since: Moment, now: Moment) -> bool {
        let last = self.of(draft).first().map_or(since, |newest| newest.at);
        now.0.abs_diff(last.0) >= HOUR_MS
    }

    /// Takes a snapshot into the index. Returns those that go for it; nothing where it is not to be kept, because an
    /// automatic one says nothing new.
    pub(super) fn take(&mut self, new: Snapshot) -> Option<Vec<Snapshot>> {
        let newest = self.of(&new.draft).first().copied();
        let same = newest.filter(|newest| newest.revision == new.revision && newest.bytes == new.bytes).cloned();
        if same.is_some() && new.reason == Reason::Hourly {
            return None;
        }
        // The same state twice would push another one out: the later reason takes its place.
        let mut dropped: Vec<Snapshot> = Vec::new();
        if let Some(same) = same {
            self.forget(&same);
            dropped.push(same);
        }
        let draft = new.draft.clone();
        self.index.push(new);
        while self.is_over(Some(&draft)) {
            let Some(oldest) = self.oldest(Some(&draft)) else { break };
            self.forget(&oldest);
            dropped.push(oldest);
        }
        while self.is_over(None) {
            let Some(oldest) = self.oldest(None) else { break };
            self.forget(&oldest);
            dropped.push(oldest);
        }
        Some(dropped)
    }

    fn is_over(&self, draft: Option<&str>) -> bool {
        let of = self.index.iter().filter(|snapshot| draft.is_none_or(|draft| snapshot.draft == draft));
        let (count, bytes) =
            of.fold((0, 0_usize), |(count, bytes), snapshot| (count + 1, snapshot.bytes.saturating_add(bytes)));
        match draft {
            Some(_) => count > MOST_OF_A_DRAFT || bytes > MOST_BYTES_OF_A_DRAFT,
            None => bytes > MOST_BYTES,
        }
    }

    /// Drops all snapshots that may go, to make room for the drafts themselves, and returns them.
    pub(super) fn shed(&mut self) -> Vec<Snapshot> {
        let mut dropped = Vec::new();
        while let Some(oldest) = self.oldest(None) {
            self.forget(&oldest);
            dropped.push(oldest);
        }
        dropped
    }

    /// The oldest that may go: never the newest of a draft, nor the last one before a loss of its kind.
    fn oldest(&self, draft: Option<&str>) -> Option<Snapshot> {
        let of = self.index.iter().filter(|snapshot| draft.is_none_or(|draft| snapshot.draft == draft));
        of.filter(|snapshot| !self.is_needed(snapshot)).min_by_key(|snapshot| snapshot.number).cloned()
    }

    fn is_needed(&self, snapshot: &Snapshot) -> bool {
        let mut later = self
            .index
            .iter()
            .filter(|other| other.draft == snapshot.draft && other.number > snapshot.number)
            .peekable();
        let is_newest = later.peek().is_none();
        is_newest || (snapshot.reason.is_before_a_loss() && !later.any(|other| other.reason == snapshot.reason))
    }

    fn forget(&mut self, snapshot: &Snapshot) {
        let key = snapshot.key();
        self.index.retain(|other| other != snapshot);
        self.unstored.retain(|(other, _)| *other != key);
    }

    /// Forgets everything about a draft.
    pub(super) fn forget_draft(&mut self, draft: &str) {
        self.index.retain(|snapshot| snapshot.draft != draft);
        self.unstored.retain(|(key, _)| Snapshot::from_key(key).is_none_or(|snapshot| snapshot.draft != draft));
    }
}

#[cfg(test)]
mod tests;
