//! Journal and mirror together, as the saving machine knows them.

use super::journal::{Journal, Written};
use super::mirror::Mirror;
use super::snapshots::{self, Snapshots};
use crate::app::msg::{Loaded, StoredRecord, WriteOutcome, aside_id};
use crate::app::removing::Removed;
use crate::app::saving::{Fault, Report};
use crate::exchange::record;
use crate::json::Map;
use std::cell::RefCell;

/// What the key of a record that cannot be read begins with.
const UNREADABLE: &str = "unreadable-";

/// Where the drafts on one directive are kept.
pub struct Stores {
    journal: Journal,
    mirror: Mirror,
    snapshots: Snapshots,
    /// Ids of the drafts removed in this session; none is used again.
    removed: RefCell<Vec<String>>,
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
    pub async fn write(&self, id: &str, expected: u64, generation: u64, text: &str) -> WriteOutcome {
        let journal = match self.journal.write(id, expected, generation, text).await {
            Ok(Written::Conflict(found, theirs)) => return WriteOutcome::Conflict(found, theirs),
            Ok(Written::Done) => Ok(()),
            Err(fault) => Err(fault),
        };
        if self.is_removed(id) {
            // It was removed while this write was under way: nothing of it must come back.
            let _ = self.journal.remove(&|key| key == id, &|_| false).await;
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
        if self.is_removed(id) {
            return;
        }
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
        let mut is_clean = self.is_clean(id).await;
        for other in others {
            is_clean &= self.is_clean(other).await;
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

impl Stores {
    /// Keeps a copy of a record that cannot be read, under an id of its own, before its place is written again.
    pub async fn quarantine(&self, id: &str, text: &str) {
        let id = [UNREADABLE, id].concat();
        let in_journal = self.journal.write(&id, 0, 1, text).await.is_ok();
        if !in_journal {
            // Where neither takes it, the record is still shown, and can be downloaded, in this session.
            let _ = self.mirror.write(&id, text);
        }
    }
}

/// Whether a key is that of a draft, of what a window has put beside it, or of a copy that cannot be read.
fn is_of(key: &str, id: &str) -> bool {
    key == id || key == aside_id(id) || key.strip_prefix(UNREADABLE).is_some_and(|rest| rest.starts_with(id))
}

/// The generation of a record, if it can be read.
fn generation_of(text: &str) -> Option<u64> {
    record::from_text(text).ok().map(|draft| draft.generation)
}
