//! What the stores have of one draft, made out: which of the two records is the draft, and what becomes of the other.

use super::msg::{StoredRecord, is_quarantined};
use crate::exchange::Refusal;
use crate::exchange::record::{self, StoredDraft};

/// A draft in the stores.
#[derive(Default)]
pub(super) struct Stored {
    /// The draft: the higher generation of the two records.
    pub(super) best: Option<StoredDraft>,
    /// The journal's generation; 0 where it has none.
    pub(super) journal: u64,
    /// The highest generation of the two.
    pub(super) highest: u64,
    /// Whether both stores have the draft as it is.
    pub(super) is_level: bool,
    /// The mirror's record, where two windows have gone different ways and each of the stores has one of them.
    pub(super) split: Option<StoredDraft>,
    /// What could be read of records that are damaged, and is not in `best`.
    pub(super) recovered: Vec<StoredDraft>,
    /// Whether the journal has a record that is not as it was written.
    pub(super) is_journal_damaged: bool,
    /// Whether the mirror has.
    pub(super) is_mirror_damaged: bool,
    /// Whether the draft was put aside by a window that could not write in the place of another draft.
    pub(super) is_aside: bool,
    /// Whether a newer version of the product wrote one of the records, and what this version knows of it.
    pub(super) newer: Option<Option<StoredDraft>>,
}

impl Stored {
    pub(super) fn of(record: &StoredRecord) -> Self {
        let mut stored =
            Self { journal: record.journal.as_ref().map_or(0, |(generation, _)| *generation), ..Self::default() };
        let journal = record.journal.as_ref().and_then(|(_, text)| stored.read(text, true));
        let mirror = record.mirror.as_ref().and_then(|text| stored.read(text, false));
        let generation = |draft: &Option<StoredDraft>| draft.as_ref().map_or(0, |draft| draft.generation);
        stored.highest = stored.journal.max(generation(&journal)).max(generation(&mirror));
        match (journal, mirror) {
            (Some(journal), Some(mirror)) => stored.choose(journal, mirror),
            (journal, mirror) => stored.best = journal.or(mirror),
        }
        stored.is_aside = stored.best.as_ref().is_some_and(|best| best.id != record.id);
        for draft in stored.best.iter_mut().chain(&mut stored.split).chain(&mut stored.recovered) {
            draft.id.clone_from(&record.id);
        }
        if let Some(best) = &stored.best {
            stored.recovered.retain(|draft| !draft.is_same_state(best));
        }
        if stored.recovered.first() == stored.recovered.get(1) {
            stored.recovered.truncate(1);
        }
        stored
    }

    fn read(&mut self, text: &str, is_journal: bool) -> Option<StoredDraft> {
        match record::from_text(text) {
            Ok(draft) => return Some(draft),
            Err(Refusal::NewerVersion(_)) => self.newer = Some(record::from_newer(text)),
            Err(refusal) => {
                if is_journal {
                    self.is_journal_damaged = true;
                } else {
                    self.is_mirror_damaged = true;
                }
                self.recovered.extend(record::from_damaged(refusal));
            }
        }
        None
    }

    /// The higher generation wins where one record follows from the other. Where that cannot be told, both are somebody's
    /// work: the mirror's was never in the journal, and the journal has gone on without it; or the journal was emptied, and
    /// a window that did not know has begun it anew.
    fn choose(&mut self, journal: StoredDraft, mirror: StoredDraft) {
        let is_same = journal.is_same_state(&mirror);
        let follows = match mirror.ahead_of {
            Some(ahead_of) => ahead_of == self.journal,
            None => mirror.generation < journal.generation,
        };
        let is_split = !is_same && !follows && journal.writer != mirror.writer;
        self.is_level = is_same && journal.generation == mirror.generation;
        if !is_split && mirror.generation > journal.generation {
            self.best = Some(mirror);
        } else {
            self.best = Some(journal);
            self.split = is_split.then_some(mirror);
        }
    }

    /// Whether the record is one that was put away for being damaged.
    pub(super) fn is_put_away(record: &StoredRecord) -> bool {
        is_quarantined(&record.id)
    }
}
