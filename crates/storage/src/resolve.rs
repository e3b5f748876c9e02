//! Decides which of the two stored records is the draft, and what becomes of the other.

use super::records::{StoredRecord, is_quarantined};
use exchange::Refusal;
use exchange::record::{self, StoredDraft};

/// A draft in the stores.
#[derive(Default)]
pub struct Stored {
    /// The draft: the record with the higher generation.
    pub best: Option<StoredDraft>,
    /// The journal's generation, as far as it is known; 0 where it has none.
    pub journal: u64,
    /// The name under which a window wrote that; empty if not known.
    pub journal_writer: String,
    /// The highest generation of the two.
    pub highest: u64,
    /// Whether both stores have this state of the draft.
    pub is_in_sync: bool,
    /// The mirror's record, where two windows went separate ways and each store has one of the results.
    pub split: Option<StoredDraft>,
    /// What could be read of damaged records, and is not in `best`.
    pub recovered: Vec<StoredDraft>,
    /// Whether the journal has a record that is not as it was written.
    pub is_journal_damaged: bool,
    /// Whether the mirror has one.
    pub is_mirror_damaged: bool,
    /// Whether a window put the draft aside because it could not overwrite another one.
    pub is_aside: bool,
    /// Whether a newer version of the product wrote one of the records, and what this version knows of it.
    pub newer: Option<Option<StoredDraft>>,
}

impl Stored {
    /// What the two records of a draft amount to.
    #[must_use]
    pub fn of(record: &StoredRecord) -> Self {
        let mut stored =
            Self { journal: record.journal.as_ref().map_or(0, |(generation, _)| *generation), ..Self::default() };
        let journal = record.journal.as_ref().and_then(|(_, text)| stored.read(text, true));
        let mirror = record.mirror.as_ref().and_then(|text| stored.read(text, false));
        stored.journal_writer = journal.as_ref().map(|draft| draft.writer.clone()).unwrap_or_default();
        let generation = |draft: &Option<StoredDraft>| draft.as_ref().map_or(0, |draft| draft.generation);
        stored.highest = stored.journal.max(generation(&journal)).max(generation(&mirror));
        if record.is_journal_unread && record.journal.is_none() {
            // The mirror tells what the journal had when it was written.
            stored.journal = mirror.as_ref().map_or(0, |mirror| mirror.ahead_of.unwrap_or(mirror.generation));
            let follows = mirror.as_ref().filter(|mirror| mirror.ahead_of.is_none());
            stored.journal_writer = follows.map(|mirror| mirror.writer.clone()).unwrap_or_default();
        }
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
            Some(ahead_of) => {
                let is_base = mirror.base == self.journal && mirror.base_writer == self.journal_writer;
                (ahead_of == self.journal && (mirror.follows.is_empty() || mirror.follows == self.journal_writer))
                    || (mirror.base > 0 && is_base)
            }
            None => mirror.generation < journal.generation,
        };
        let is_split = !is_same && !follows && journal.writer != mirror.writer;
        self.is_in_sync = is_same && journal.generation == mirror.generation;
        if !is_split && mirror.generation > journal.generation {
            self.best = Some(mirror);
        } else {
            self.best = Some(journal);
            self.split = is_split.then_some(mirror);
        }
    }

    /// Whether the record is one that was put away for being damaged.
    pub fn is_put_away(record: &StoredRecord) -> bool {
        is_quarantined(&record.id)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use domain::assessment::Assessment;

    fn draft(says: &str, writer: &str, generation: u64, ahead_of: Option<u64>) -> StoredDraft {
        let assessment = Assessment { overall: says.into(), ..Assessment::default() };
        let (id, writer) = ("d".into(), writer.into());
        StoredDraft { id, generation, writer, ahead_of, assessment, ..StoredDraft::default() }
    }

    fn text(draft: &StoredDraft) -> String {
        record::to_text(draft, "1022-CV/TU", "2024-06-18")
    }

    /// What is the draft, and what was split off.
    fn chosen(journal: &StoredDraft, mirror: &StoredDraft) -> (String, Option<String>) {
        let journal = Some((journal.generation, text(journal)));
        let stored = Stored::of(&StoredRecord {
            id: "d".into(),
            journal,
            mirror: Some(text(mirror)),
            ..StoredRecord::default()
        });
        let says = |draft: StoredDraft| draft.assessment.overall;
        (stored.best.map(says).unwrap(), stored.split.map(says))
    }

    #[test]
    fn of_two_records_the_one_that_follows_from_the_other_is_the_draft() {
        let journal = draft("journal", "a", 5, None);
        let (alone, both) = ((String::from("mirror"), None), (String::from("journal"), Some("mirror".into())));
        assert_eq!(chosen(&journal, &draft("mirror", "b", 6, Some(5))), alone);
        assert_eq!(chosen(&journal, &draft("mirror", "b", 4, None)), ("journal".into(), None));
        assert_eq!(chosen(&journal, &draft("mirror", "b", 6, Some(4))), both);
        assert_eq!(chosen(&journal, &draft("mirror", "b", 5, None)), both);
        assert_eq!(chosen(&journal, &draft("mirror", "b", 6, None)), both);
        // One window does not go two ways.
        assert_eq!(chosen(&journal, &draft("mirror", "a", 6, None)), alone);
        assert_eq!(chosen(&journal, &draft("journal", "b", 6, None)), ("journal".into(), None));
    }

    #[test]
    fn the_stores_are_level_with_one_state_under_one_generation() {
        let is_in_sync = |mirror: &StoredDraft| {
            let journal = Some((5, text(&draft("journal", "a", 5, None))));
            Stored::of(&StoredRecord { id: "d".into(), journal, mirror: Some(text(mirror)), ..StoredRecord::default() })
                .is_in_sync
        };
        assert!(is_in_sync(&draft("journal", "a", 5, None)));
        assert!(!is_in_sync(&draft("journal", "a", 4, None)));
        assert!(!is_in_sync(&draft("mirror", "a", 5, None)));
    }

    #[test]
    fn what_is_read_of_a_damaged_record_counts_if_it_says_something_else() {
        let sound = draft("như cũ", "a", 5, None);
        let damaged = |from: &str, to: &str| Some((5, text(&sound).replace(from, to)));
        for (journal, recovered) in
            [(damaged("như cũ", "khác"), 1), (damaged("\"writer\":\"a\"", "\"writer\":\"b\""), 0)]
        {
            let stored = Stored::of(&StoredRecord {
                id: "d".into(),
                journal,
                mirror: Some(text(&sound)),
                ..StoredRecord::default()
            });
            assert!(stored.is_journal_damaged && !stored.is_mirror_damaged);
            assert_eq!(stored.recovered.len(), recovered);
            assert_eq!(stored.best.unwrap().assessment.overall, "như cũ");
        }
    }
}
