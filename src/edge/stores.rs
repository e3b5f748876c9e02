//! Journal and mirror together, as the saving machine knows them.

use super::journal::{Journal, Written};
use super::mirror::Mirror;
use crate::app::msg::{Loaded, StoredRecord, WriteOutcome, aside_id};
use crate::app::saving::Report;
use crate::exchange::record;
use crate::json::Map;
use std::cell::RefCell;

/// Where the drafts on one directive are kept.
pub struct Stores {
    journal: Journal,
    mirror: Mirror,
    /// Ids of the drafts removed in this session; none is used again.
    removed: RefCell<Vec<String>>,
}

impl Stores {
    /// The stores of the drafts on the directive of that id.
    #[must_use]
    pub fn new(directive: &str) -> Self {
        Self { journal: Journal::new(directive), mirror: Mirror::new(directive), removed: RefCell::default() }
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
    pub async fn write(&self, id: &str, expected: u64, generation: u64, text: &str) -> WriteOutcome {
        let journal = match self.journal.write(id, expected, generation, text).await {
            Ok(Written::Conflict(found, theirs)) => return WriteOutcome::Conflict(found, theirs),
            Ok(Written::Done) => Ok(()),
            Err(fault) => Err(fault),
        };
        if self.removed.borrow().iter().any(|removed| removed == id) {
            // It was removed while this write was under way: nothing of it must come back.
            let _ = self.journal.remove(id).await;
            return WriteOutcome::Answered(Report { journal: Ok(()), mirror: Ok(()) });
        }
        if journal.is_err()
            && let Some(theirs) = self.mirror.read(id)
            && let Some(found) = generation_of(&theirs)
            && found >= generation
            && theirs != text
        {
            // Without the journal the mirror is what tells that another tab went ahead.
            return WriteOutcome::Conflict(found, theirs);
        }
        WriteOutcome::Answered(Report { journal, mirror: self.mirror.write(id, text) })
    }

    /// Writes a record into the mirror at once; see [`crate::app::Effect::Mirror`].
    pub fn mirror_now(&self, id: &str, generation: u64, text: &str) {
        let theirs = self.mirror.read(id).as_deref().and_then(generation_of);
        // Whether it was taken shows at the next start: there is nobody to tell now.
        let _ = match theirs {
            Some(theirs) if theirs >= generation => self.mirror.write(&aside_id(id), text),
            _ => self.mirror.write(id, text),
        };
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

impl Stores {
    /// Keeps a copy of a record that cannot be read, under an id of its own, before its place is written again.
    pub async fn quarantine(&self, id: &str, text: &str) {
        let id = ["unreadable-", id].concat();
        let in_journal = self.journal.write(&id, 0, 1, text).await.is_ok();
        if !in_journal {
            // Where neither takes it, the record is still shown, and can be downloaded, in this session.
            let _ = self.mirror.write(&id, text);
        }
    }
}

/// The generation of a record, if it can be read.
fn generation_of(text: &str) -> Option<u64> {
    record::from_text(text).ok().map(|draft| draft.generation)
}
