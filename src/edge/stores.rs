//! Journal and mirror together, as the saving machine knows them.

use super::journal::{Journal, Written};
use super::mirror::Mirror;
use super::snapshots::{self, Snapshots};
use crate::app::mirroring::{Mirroring, Shelf};
use crate::app::msg::{Loaded, StoredRecord, Write, WriteOutcome, is_of};
use crate::app::removing::Removed;
use crate::app::saving::{Fault, Report};
use crate::exchange::record;
use crate::json::Map;
use std::cell::RefCell;

/// Where the drafts on one directive are kept.
pub struct Stores {
    journal: Journal,
    mirror: Mirror,
    snapshots: Snapshots,
    /// Ids of the drafts removed in this session; none is used again.
    removed: RefCell<Vec<String>>,
    /// Ids of the drafts of which the journal's record cannot be read and is to be kept.
    damaged: RefCell<Map<()>>,
    mirroring: Mirroring,
}

impl Stores {
    /// The stores of the drafts on the directive of that id.
    #[must_use]
    pub fn new(directive: &str) -> Self {
        Self {
            journal: Journal::new(directive),
            mirror: Mirror::new(directive),
            snapshots: Snapshots::new(directive),
            removed: RefCell::default(),
            damaged: RefCell::default(),
            mirroring: Mirroring::default(),
        }
    }

    /// Reads everything that is there.
    pub async fn load(&self, seed: u64) -> Loaded {
        let journal = self.journal.read_all().await;
        let mirror = self.mirror.read_all();
        let report = Report {
            journal: journal.as_ref().map(|_| ()).map_err(|fault| *fault),
            mirror: mirror.as_ref().map(|_| ()).map_err(|fault| *fault),
        };
        let mut records: Map<StoredRecord> = Map::new();
        for (id, entry) in journal.unwrap_or_default() {
            records.or_default(id).journal = Some(entry);
        }
        for (id, text) in mirror.unwrap_or_default() {
            records.or_default(id).mirror = Some(text);
        }
        let records = records.into_iter().map(|(id, record)| StoredRecord { id, ..record }).collect();
        // A history that cannot be read is no reason to keep anybody from working.
        let snapshots = self.snapshots.keys().await.unwrap_or_default();
        Loaded { seed, records, report: Some(report), settings: self.mirror.settings(), snapshots }
    }

    /// Writes a record into both, the journal first.
    pub async fn write(&self, write: &Write) -> WriteOutcome {
        if self.mirroring.is_ahead(&self.mirror, write) {
            return WriteOutcome::Conflict(self.read(&write.id).await);
        }
        let keeps_old = self.damaged.borrow().contains_key(&write.id);
        let must_exist = Mirroring::needs_journal(&self.mirror, write);
        let journal = match self.journal.write(write, must_exist, keeps_old).await {
            Ok(Written::Gone) => return self.conflict(write, None),
            Ok(Written::Conflict(found, theirs)) => return self.conflict(write, Some((found, theirs))),
            Ok(Written::Done) => {
                self.damaged.borrow_mut().remove(&write.id);
                Ok(())
            }
            Err(fault) => Err(fault),
        };
        if self.is_removed(&write.id) {
            // It was removed while this write was under way: nothing of it must come back.
            let _ = self.journal.remove(&|key| is_of(key, &write.id), &|_| false).await;
            return WriteOutcome::Answered(Report { journal: Ok(()), mirror: Ok(()) });
        }
        match self.mirroring.put(&self.mirror, write, journal.is_ok()) {
            Some(mirror) => WriteOutcome::Answered(Report { journal, mirror }),
            None => self.conflict(write, None),
        }
    }

    fn conflict(&self, write: &Write, journal: Option<(u64, String)>) -> WriteOutcome {
        let id = write.id.clone();
        WriteOutcome::Conflict(StoredRecord { mirror: self.mirror.read(&id), id, journal })
    }

    /// What both have of a draft now.
    pub async fn read(&self, id: &str) -> StoredRecord {
        let journal = self.journal.read(id).await.ok().flatten();
        StoredRecord { id: id.to_owned(), journal, mirror: self.mirror.read(id) }
    }

    /// The draft of which a key of localStorage holds the record, if it is one.
    #[must_use]
    pub fn draft_of<'a>(&self, key: &'a str) -> Option<&'a str> {
        self.mirror.draft_of(key)
    }

    /// Writes a record into the mirror at once; see [`crate::app::Effect::Leave`].
    pub fn leave(&self, write: &Write) {
        if !self.is_removed(&write.id) {
            self.mirroring.put_at_once(&self.mirror, write);
        }
    }

    /// The page is left: nothing that it has begun may hold up another.
    pub fn let_go(&self) {
        self.journal.let_go();
        self.snapshots.let_go();
    }

    /// Keeps the journal's record of that draft, which cannot be read, when its place is written again.
    pub fn quarantine(&self, id: String) {
        self.damaged.borrow_mut().insert(id, ());
    }

    /// Keeps the settings.
    pub fn save_settings(&self, text: &str) {
        self.mirror.save_settings(text);
    }

    /// Removes everything of a draft.
    pub async fn remove(&self, id: &str) {
        // What cannot be removed is found again, as deleted, at the next start.
        let _ = self.remove_unless(id, &|_| false).await;
    }

    /// Removes everything of a draft and of the others, unless a store has a later state of it than that revision, or
    /// another of the same; then looks whether anything is left.
    pub async fn remove_all(&self, id: &str, revision: u32, updated_at: &str, others: &[String]) -> Removed {
        let is_later = |text: &str| {
            let found = record::from_text(text).map(|draft| draft.assessment);
            found.is_ok_and(|found| {
                found.revision > revision || (found.revision == revision && found.updated_at != updated_at)
            })
        };
        if self.mirror.read(id).is_some_and(|text| is_later(&text)) {
            return Removed::Newer;
        }
        match self.remove_unless(id, &is_later).await {
            Ok(false) => return Removed::Newer,
            Ok(true) => {}
            Err(_) => return Removed::Left,
        }
        for other in others {
            self.remove(other).await;
        }
        let mut is_clean = true;
        for id in others.iter().map(String::as_str).chain([id]) {
            if !self.is_clean(id).await {
                // A write that was under way came after the removal; there is no other.
                self.remove(id).await;
                is_clean &= self.is_clean(id).await;
            }
        }
        if is_clean { Removed::Done } else { Removed::Left }
    }

    async fn remove_unless(&self, id: &str, stops: &dyn Fn(&str) -> bool) -> Result<bool, Fault> {
        self.removed.borrow_mut().push(id.to_owned());
        match self.journal.remove(&|key| is_of(key, id), stops).await {
            Ok(false) => {
                self.removed.borrow_mut().retain(|removed| removed != id);
                return Ok(false);
            }
            // Where the browser has no such store, nothing is in it.
            Ok(true) | Err(Fault::Refused) => {}
            Err(fault) => return Err(fault),
        }
        self.mirror.remove(&|key| is_of(key, id));
        match self.snapshots.remove(id).await {
            Ok(()) | Err(Fault::Refused) => Ok(true),
            Err(fault) => Err(fault),
        }
    }

    /// Whether no store has anything of a draft.
    async fn is_clean(&self, id: &str) -> bool {
        let journal = self.journal.keys().await.unwrap_or_default();
        let mirror = self.mirror.read_all().unwrap_or_default();
        let snapshots = self.snapshots.keys().await.unwrap_or_default();
        !(journal.iter().any(|key| is_of(key, id))
            || mirror.iter().any(|(key, _)| is_of(key, id))
            || snapshots.iter().any(|key| snapshots::is_of(key, id)))
    }

    fn is_removed(&self, id: &str) -> bool {
        self.removed.borrow().iter().any(|removed| removed == id)
    }

    /// Keeps a snapshot; gives its text back where that is refused.
    pub async fn keep_snapshot(&self, key: &str, text: String, dropped: &[String]) -> Option<String> {
        let is_kept = self.snapshots.write(key, &text, dropped).await.is_ok();
        let removed = self.removed.borrow().iter().find(|draft| snapshots::is_of(key, draft)).cloned();
        if let Some(draft) = removed {
            // Its draft was removed while this write was under way.
            let _ = self.snapshots.remove(&draft).await;
            return None;
        }
        (!is_kept).then_some(text)
    }

    /// Removes snapshots. Those that stay are listed again at the next start.
    pub async fn drop_snapshots(&self, keys: &[String]) {
        let _ = self.snapshots.drop(keys).await;
    }

    /// The snapshots of a draft: keys and texts.
    pub async fn read_history(&self, draft: &str) -> Vec<(String, String)> {
        self.snapshots.read(draft).await.unwrap_or_default()
    }
}
