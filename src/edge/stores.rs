//! Journal and mirror together, as the saving machine knows them.

use super::journal::{Journal, Written};
use super::mirror::Mirror;
use crate::app::mirroring::{Mirroring, Shelf};
use crate::app::msg::{Loaded, StoredRecord, Write, WriteOutcome};
use crate::app::saving::Report;
use crate::json::Map;
use std::cell::RefCell;

/// Where the drafts on one directive are kept.
pub struct Stores {
    journal: Journal,
    mirror: Mirror,
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
        Loaded { seed, records, report: Some(report), settings: self.mirror.settings() }
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
        if self.removed.borrow().contains(&write.id) {
            // It was removed while this write was under way: nothing of it must come back.
            let _ = self.journal.remove(&write.id).await;
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
        self.mirroring.put_at_once(&self.mirror, write);
    }

    /// Keeps the journal's record of that draft, which cannot be read, when its place is written again.
    pub fn quarantine(&self, id: String) {
        self.damaged.borrow_mut().insert(id, ());
    }

    /// Keeps the settings.
    pub fn save_settings(&self, text: &str) {
        self.mirror.save_settings(text);
    }

    /// Removes every record of a draft.
    pub async fn remove(&self, id: &str) {
        self.removed.borrow_mut().push(id.to_owned());
        self.mirror.remove(id);
        // A record that cannot be removed is found again, as deleted, at the next start.
        let _ = self.journal.remove(id).await;
    }
}
