//! How a record is written to the journal, the mirror and the history, read back, and given up.

use super::mirroring::Mirroring;
use super::ports::{Change, Entry, Journal, Keys, Mirror, Snapshots};
use super::records::{Loaded, Report, StoreFault, StoredRecord, Write, WriteOutcome, is_snapshot_of, quarantine_id};
use exchange::{Refusal, record};
use json::Map;
use std::cell::RefCell;

/// The stores of the drafts on one directive, as one window writes them.
pub struct Stores<J, M, S> {
    pub(super) journal: J,
    pub(super) mirror: M,
    pub(super) snapshots: S,
    mirroring: Mirroring,
    /// What this window last wrote into the journal, by draft: if it is still there, it need not be compared.
    written: RefCell<Map<String>>,
    /// How often a draft of that id was removed in this session.
    removals: RefCell<Map<u32>>,
}

/// What is at the place in the journal where a record is to be written.
enum Standing {
    /// Nothing, or the state that the record follows from.
    Free,
    /// The same, in a record that cannot be read, which is kept beside.
    Damaged,
    /// Something that this window does not know, or nothing where there should be something.
    Another(Option<Entry>),
}

impl<J: Journal, M: Mirror, S: Snapshots> Stores<J, M, S> {
    /// The stores behind these ports.
    pub fn new(journal: J, mirror: M, snapshots: S) -> Self {
        let (mirroring, written, removals) = Default::default();
        Self { journal, mirror, snapshots, mirroring, written, removals }
    }

    /// The port of the journal, for uses that the rules do not cover.
    pub fn journal(&self) -> &J {
        &self.journal
    }

    /// The port of the mirror, for uses that the rules do not cover.
    pub fn mirror(&self) -> &M {
        &self.mirror
    }

    /// The port of the history, for uses that the rules do not cover.
    pub fn snapshots(&self) -> &S {
        &self.snapshots
    }

    /// Reads everything that is there.
    pub async fn load(&self) -> Loaded {
        let journal = self.journal.read(&Keys::Where(&|_| true)).await;
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
        let is_journal_unread = report.journal.is_err();
        let whole = |(id, record)| StoredRecord { id, is_journal_unread, ..record };
        let records = records.into_iter().map(whole).collect();
        // A history that cannot be read is no reason to keep anybody from working.
        let snapshots = self.snapshots.keys().await.unwrap_or_default();
        Loaded { records, report: Some(report), settings: self.mirror.settings(), snapshots }
    }

    /// What both stores have of a draft now.
    pub async fn read(&self, id: &str) -> StoredRecord {
        let journal = self.journal.read(&Keys::One(id)).await;
        let is_journal_unread = journal.is_err();
        let journal = journal.unwrap_or_default().pop().map(|(_, entry)| entry);
        StoredRecord { id: id.to_owned(), journal, mirror: self.mirror.read(id), is_journal_unread }
    }

    /// Writes a record into both, the journal first. Success is reported only for what was read back from a store.
    pub async fn write(&self, write: &Write) -> WriteOutcome {
        let removals = self.removals_of(&write.id);
        if self.mirroring.is_ahead(&self.mirror, write) {
            return WriteOutcome::Conflict(self.read(&write.id).await);
        }
        let journal = match self.write_journal(write).await {
            Ok(Some(another)) => return self.conflict(write, another, false),
            Ok(None) => Ok(()),
            Err(fault) => Err(fault),
        };
        if self.removals_of(&write.id) != removals {
            return self.take_back(write).await;
        }
        match self.mirroring.put(&self.mirror, write, journal.is_ok()) {
            Some(mirror) => WriteOutcome::Answered(Report { journal, mirror }),
            None => self.conflict(write, None, journal.is_err()),
        }
    }

    /// Writes a record where the journal still has the state that it follows from, and reads it back; what stands there instead,
    /// where it does not.
    async fn write_journal(&self, write: &Write) -> Result<Option<Option<Entry>>, StoreFault> {
        let must_exist = Mirroring::needs_journal(&self.mirror, write);
        let another = RefCell::new(None);
        let decide = |found: &[(String, Entry)]| {
            let there = found.first().map(|(_, entry)| entry);
            let standing = self.standing(there, write, must_exist);
            let put = Change::Put(write.id.clone(), (write.generation, write.text.clone()));
            another.replace(None);
            match (standing, there) {
                (Standing::Another(entry), _) => {
                    another.replace(Some(entry));
                    Vec::new()
                }
                (Standing::Damaged, Some((generation, text))) => {
                    let kept = Change::Put(quarantine_id(&write.id, text), (*generation, text.clone()));
                    vec![kept, put]
                }
                _ => vec![put],
            }
        };
        self.journal.change(&Keys::One(&write.id), &decide).await?;
        if let Some(another) = another.take() {
            return Ok(Some(another));
        }
        let found = self.journal.read(&Keys::One(&write.id)).await?.pop();
        match found {
            Some((_, (generation, text))) if generation == write.generation && text == write.text => {
                self.written.borrow_mut().insert(write.id.clone(), text);
                Ok(None)
            }
            // Another window has gone on from it.
            Some((_, (generation, _))) if generation > write.generation => Ok(None),
            _ => Err(StoreFault::Broken),
        }
    }

    fn standing(&self, there: Option<&Entry>, write: &Write, must_exist: bool) -> Standing {
        let Some((generation, text)) = there else {
            return if must_exist { Standing::Another(None) } else { Standing::Free };
        };
        let another = || Standing::Another(Some((*generation, text.clone())));
        if *generation != write.expected {
            return another();
        }
        if self.written.borrow().get(&write.id).is_some_and(|own| own == text) {
            return Standing::Free;
        }
        match record::from_text(text) {
            Ok(found) if !write.follows.is_empty() && found.writer != write.follows => another(),
            Ok(_) => Standing::Free,
            Err(Refusal::NewerVersion(_)) => another(),
            Err(_) => Standing::Damaged,
        }
    }

    fn conflict(&self, write: &Write, journal: Option<Entry>, is_journal_unread: bool) -> WriteOutcome {
        let id = write.id.clone();
        WriteOutcome::Conflict(StoredRecord { mirror: self.mirror.read(&id), id, journal, is_journal_unread })
    }

    /// The draft was removed while this write was under way: the write must not bring it back, and nothing was saved.
    async fn take_back(&self, write: &Write) -> WriteOutcome {
        let decide = |found: &[(String, Entry)]| {
            let own = found.iter().filter(|(_, (_, text))| *text == write.text);
            own.map(|(id, _)| Change::Delete(id.clone())).collect()
        };
        // What could not be taken back is found at the next start, and can be removed then.
        let _ = self.journal.change(&Keys::One(&write.id), &decide).await;
        WriteOutcome::Answered(Report { journal: Err(StoreFault::Broken), mirror: Err(StoreFault::Broken) })
    }

    /// Writes a record into the mirror at once, because the page is being left and there may be no later chance.
    pub fn leave(&self, write: &Write) {
        self.mirroring.put_at_once(&self.mirror, write);
    }

    /// Keeps a snapshot and drops others for it. Returns its text if the store refuses.
    pub async fn keep_snapshot(&self, key: &str, text: String, dropped: &[String]) -> Option<String> {
        let removals = self.removals.borrow().clone();
        let is_dropped = |key: &str| dropped.iter().any(|dropped| dropped == key);
        let is_kept = self.snapshots.change(&is_dropped, Some((key, &text))).await.is_ok();
        let removed = |draft: &str, count: u32| is_snapshot_of(key, draft) && removals.get(draft) != Some(&count);
        if self.removals.borrow().iter().any(|(draft, count)| removed(draft, *count)) {
            // Its draft was removed while this write was under way.
            let _ = self.snapshots.change(&|other| other == key, None).await;
            return None;
        }
        (!is_kept).then_some(text)
    }

    /// Removes snapshots. Those that stay are listed again at the next start.
    pub async fn drop_snapshots(&self, keys: &[String]) {
        let _ = self.snapshots.change(&|key| keys.iter().any(|dropped| dropped == key), None).await;
    }

    /// The snapshots of a draft: keys and texts.
    pub async fn read_history(&self, draft: &str) -> Vec<(String, String)> {
        self.snapshots.read(&|key| is_snapshot_of(key, draft)).await.unwrap_or_default()
    }

    fn removals_of(&self, id: &str) -> u32 {
        self.removals.borrow().get(id).copied().unwrap_or_default()
    }

    /// Notes that a draft was removed: writes of it that are under way are undone.
    pub(super) fn note_removal(&self, id: &str) {
        *self.removals.borrow_mut().or_default(id.to_owned()) += 1;
        self.written.borrow_mut().remove(id);
    }
}
