//! Removes a draft from every store: exactly what the person saw exported or deleted, and nothing newer.

use super::ports::{Change, Entry, Journal, Keys, Mirror, Snapshots};
use super::protocol::Stores;
use super::records::{StoreFault, is_of, is_snapshot_of};
use domain::assessment::Assessment;
use exchange::record::{self, StoredDraft};
use std::cell::Cell;

/// A draft to be removed, as this window knows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doomed {
    /// The draft, by its id.
    pub id: String,
    /// The name under which this window writes it; empty where it has not.
    pub writer: String,
    /// The highest generation that this window knows a store to have.
    pub known: u64,
    /// The highest generation under which this window has sent anything of it to a store.
    pub sent: u64,
    /// What the journal has, as far as this window knows: the generation, and under which name a window wrote it.
    pub journal: (u64, String),
    /// The content that may go: it was exported, or the person has deleted it.
    pub assessment: Box<Assessment>,
    /// What was kept of its report, which goes with it.
    pub report: String,
}

/// The result of a removal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemovalOutcome {
    /// Nothing of it is left; the stores were read again to make sure.
    Done,
    /// A store has something of it that is newer, or that this version cannot judge; that stays.
    Newer,
    /// The journal could not be reached: nothing was removed.
    Nothing,
    /// What could be reached was removed; one store refuses, so something may be left in it.
    Left,
}

impl Doomed {
    /// Whether a record of the journal may go: it holds what may go, or the state that this window goes on from. What is damaged or
    /// of a newer version may hold anything.
    fn covers(&self, text: &str) -> bool {
        record::from_text(text).is_ok_and(|found| self.is_known(&found))
    }

    /// The same for a record of the mirror, which may be some states behind the journal.
    fn covers_in_mirror(&self, text: &str) -> bool {
        let is_behind = |found: &StoredDraft| found.generation < self.known && found.ahead_of.is_none();
        record::from_text(text).is_ok_and(|found| self.is_known(&found) || is_behind(&found))
    }

    fn is_known(&self, found: &StoredDraft) -> bool {
        let is_own = !self.writer.is_empty() && found.writer == self.writer && found.generation <= self.sent;
        let is_before =
            found.ahead_of.is_none() && (found.generation, &found.writer) == (self.journal.0, &self.journal.1);
        is_own || is_before || (found.assessment == *self.assessment && found.report == self.report)
    }
}

impl<J: Journal, M: Mirror, S: Snapshots> Stores<J, M, S> {
    /// Removes a draft and the given other drafts. Others of which a store has a newer state stay.
    pub async fn remove_all(&self, doomed: &Doomed, others: &[Doomed]) -> RemovalOutcome {
        let mut removed = self.remove(doomed).await;
        if matches!(removed, RemovalOutcome::Newer | RemovalOutcome::Nothing) {
            return removed;
        }
        for other in others {
            if matches!(self.remove(other).await, RemovalOutcome::Nothing | RemovalOutcome::Left) {
                removed = RemovalOutcome::Left;
            }
        }
        removed
    }

    /// Removes everything of a draft, unless a store has something newer; then checks whether anything is left.
    pub async fn remove(&self, doomed: &Doomed) -> RemovalOutcome {
        let first = self.empty(doomed).await;
        if first != RemovalOutcome::Done || self.is_clean(&doomed.id).await {
            return first;
        }
        // A write that was under way in another window came after it.
        match self.empty(doomed).await {
            RemovalOutcome::Done if !self.is_clean(&doomed.id).await => RemovalOutcome::Left,
            RemovalOutcome::Nothing => RemovalOutcome::Left,
            again => again,
        }
    }

    async fn empty(&self, doomed: &Doomed) -> RemovalOutcome {
        let id = &doomed.id;
        let is_later = |text: Option<String>| text.is_some_and(|text| !doomed.covers_in_mirror(&text));
        if is_later(self.mirror.read(id)) {
            return RemovalOutcome::Newer;
        }
        let is_stopped = Cell::new(false);
        let decide = |found: &[(String, Entry)]| {
            is_stopped.set(found.iter().any(|(key, (_, text))| key == id && !doomed.covers(text)));
            let gone = found.iter().filter(|_| !is_stopped.get());
            gone.map(|(key, _)| Change::Delete(key.clone())).collect()
        };
        let journal = self.journal.change(&Keys::Where(&|key| is_of(key, id)), &decide).await;
        let mut is_left = match journal {
            Ok(()) if is_stopped.get() => return RemovalOutcome::Newer,
            Ok(()) => false,
            Err(_) if self.journal.is_absent() => false,
            Err(StoreFault::Refused) => true,
            Err(_) => return RemovalOutcome::Nothing,
        };
        self.note_removal(id);
        if is_later(self.mirror.read(id)) {
            return RemovalOutcome::Newer;
        }
        match self.mirror.read_all() {
            Ok(records) => {
                for (key, _) in records.iter().filter(|(key, _)| is_of(key, id)) {
                    is_left |= self.mirror.remove(key).is_err();
                }
            }
            Err(_) => is_left = true,
        }
        let history = self.snapshots.change(&|key| is_snapshot_of(key, id), None).await;
        is_left |= history.is_err() && !self.snapshots.is_absent();
        if is_left { RemovalOutcome::Left } else { RemovalOutcome::Done }
    }

    /// Whether no store has anything of a draft. A store that cannot be read may have something.
    async fn is_clean(&self, id: &str) -> bool {
        let is_of = |key: &str| is_of(key, id);
        let in_journal = self.journal.read(&Keys::Where(&is_of)).await.map(|found| !found.is_empty());
        let in_mirror = self.mirror.read_all().map(|found| found.iter().any(|(key, _)| is_of(key)));
        let in_history = self.snapshots.keys().await.map(|keys| keys.iter().any(|key| is_snapshot_of(key, id)));
        let is_empty = |found: Result<bool, StoreFault>, is_absent: bool| !found.unwrap_or(!is_absent);
        is_empty(in_journal, self.journal.is_absent())
            && is_empty(in_mirror, false)
            && is_empty(in_history, self.snapshots.is_absent())
    }
}
