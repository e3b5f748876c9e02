//! What must hold after every step, and after every restart.

use super::{Story, Window, content, words_in, words_of};
use crate::machine::Page;
use app::Draft;
use app::notice::NoticeKind;
use app::saving::SaveState;
use domain::assessment::{Assessment, Evidence, NextStep};
use exchange::{self, record};
use std::collections::BTreeSet;
use storage::{is_quarantined, quarantine_id};

impl Story {
    /// Never an older generation over a newer one, and never anything over what nobody here can read.
    pub(super) fn note_what_was_taken(&mut self) {
        let taken = std::mem::take(&mut self.machine.0.borrow_mut().taken);
        for taken in taken.into_iter().filter(|taken| !is_quarantined(&taken.id)) {
            let new = record::from_text(&taken.text).expect("a whole record");
            self.held.insert(content(&new.assessment));
            let Some(before) = taken.before else { continue };
            let is_kept = || self.machine.0.borrow().mirror.values().any(|text| *text == before);
            let Ok(old) = record::from_text(&before) else {
                assert!(!self.newer.contains_key(&taken.id), "{} was written by another release", taken.id);
                let kept = quarantine_id(&taken.id, &before);
                let disk = self.machine.0.borrow();
                let is_kept = disk.journal.contains_key(&kept)
                    || disk.mirror.contains_key(&kept)
                    || disk.removed.iter().any(|(key, _)| *key == kept);
                assert!(is_kept, "{}: a damaged record was written over", taken.id);
                continue;
            };
            let (old_generation, generation) = (old.generation, new.generation);
            assert!(generation >= old_generation, "{}: {generation} over {old_generation}", taken.id);
            assert!(
                generation > old_generation || old.writer == new.writer || old.is_same_state(&new) || is_kept(),
                "{}: two windows under generation {generation}: {:?} over {:?}",
                taken.id,
                (&new.writer, new.ahead_of, content(&new.assessment)),
                (&old.writer, old.ahead_of, content(&old.assessment)),
            );
        }
        self.keeps_what_it_cannot_read();
    }

    fn keeps_what_it_cannot_read(&self) {
        let disk = self.machine.0.borrow();
        for (id, text) in &self.newer {
            // The browser may have emptied one of the stores since.
            let is_there = disk.journal.get(id).is_some_and(|(_, there)| there == text)
                || disk.mirror.get(id).is_some_and(|there| there == text);
            assert!(is_there, "{id}: another release's record is gone or was changed");
        }
        for (id, text) in &self.damaged {
            let is_there = disk.journal.values().any(|(_, there)| there == text)
                || disk.mirror.values().any(|there| there == text)
                || disk.removed.iter().any(|(key, removed)| removed == text && is_quarantined(key));
            assert!(is_there, "{id}: a damaged record is gone");
        }
    }

    pub(super) fn keeps_its_promises(&mut self) {
        for Window { page, .. } in &self.windows {
            let model = page.runtime.model();
            let ids: BTreeSet<&String> = model.drafts.iter().map(|draft| &draft.id).collect();
            assert_eq!(ids.len(), model.drafts.len(), "two drafts of one id");
            let own = model.drafts.iter().filter(|draft| draft.copy.is_some()).map(|draft| &draft.id);
            for id in own {
                if self.copies.insert(id.clone()) {
                    self.counts.note("copy");
                }
            }
            for draft in model.drafts.iter().filter(|draft| draft.newer.is_none()) {
                has_ids_of_its_own(draft);
                if let SaveState::Saved(_) = draft.saving.state() {
                    let content = content(&draft.assessment);
                    assert!(self.held.contains(&content), "{}: called saved and in no store: {content}", draft.id);
                    for word in words_in(&content) {
                        if self.saved.insert(word) {
                            self.counts.note("word acknowledged");
                        }
                    }
                }
                if draft.exported.is_some() && draft.touched.is_empty() {
                    self.counts.note("unchanged since export");
                    assert!(self.is_as_exported(draft), "{} is called unchanged since its export", draft.id);
                }
            }
        }
        self.count_removals();
    }

    fn count_removals(&mut self) {
        use app::notice::PastNotice;
        for Window { page, .. } in &self.windows {
            for notice in page.notices() {
                match notice {
                    NoticeKind::Past(PastNotice::Removed(..)) => self.counts.note("removed after export"),
                    NoticeKind::Past(PastNotice::RemovalStopped(_)) => self.counts.note("removal stopped"),
                    _ => {}
                }
            }
        }
    }

    /// Whether the file that the draft is marked with says what the draft says.
    fn is_as_exported(&self, draft: &Draft) -> bool {
        let Some(mark) = &draft.exported else { return false };
        let disk = self.machine.0.borrow();
        let files = disk.downloads.iter().filter(|(name, _)| *name == mark.file_name);
        let mut read = files.filter_map(|(_, text)| exchange::read(text.as_bytes(), "1022-CV/TU").ok());
        read.any(|incoming| incoming.assessments().iter().any(|file| filled(file) == filled(&draft.assessment)))
    }

    /// The windows follow the journal; what only the mirror has comes to light at the next start.
    pub(super) fn shows_what_is_saved(&self) {
        for Window { page, .. } in &self.windows {
            for draft in page.runtime.model().drafts.iter().filter(|draft| draft.newer.is_none()) {
                assert!(!draft.saving.is_dirty(), "{} does not come to rest: {:?}", draft.id, draft.saving);
                let Some((generation, text)) = self.machine.record(&draft.id).journal else { continue };
                let Ok(found) = record::from_text(&text) else { continue };
                // A journal that was emptied may have begun anew under a generation that was there before.
                let is_own = generation == draft.saving.generation() && found.writer == draft.follows;
                if is_own || generation > draft.saving.generation() {
                    let shown = content(&draft.assessment);
                    assert_eq!(
                        content(&found.assessment),
                        shown,
                        "{}: a window does not show what is saved: {}",
                        draft.id,
                        self.describe(page)
                    );
                }
            }
        }
    }

    /// After the browser was killed each word that was called saved, and that nobody has given up, is in a draft, in a copy that is
    /// listed, or in a file that was handed out.
    pub(super) fn has_lost_nothing(&mut self) {
        let page = self.machine.open();
        let mut found: BTreeSet<String> = page.runtime.model().drafts.iter().flat_map(words_of).collect();
        found.extend(listed(&page));
        for (_, text) in &self.machine.0.borrow().downloads {
            found.extend(words_in(text));
        }
        let is_lost = |word: &&String| !found.contains(*word) && !self.given_up.contains(*word);
        let lost: Vec<&String> = self.saved.iter().filter(is_lost).collect();
        assert!(lost.is_empty(), "{lost:?} was called saved and is gone");
        drop(page);
        self.note_what_was_taken();
    }
}

/// The words in records that cannot be read and are listed.
fn listed(page: &Page) -> Vec<String> {
    let model = page.runtime.model();
    let records = model.damaged.iter();
    let texts = records.flat_map(|record| record.journal.iter().map(|(_, text)| text).chain(&record.mirror));
    texts.flat_map(|text| words_in(text)).collect()
}

/// Everything in one draft has an id of its own.
fn has_ids_of_its_own(draft: &Draft) {
    let steps = draft.assessment.answers.values().flat_map(|answer| &answer.next_steps).map(|step| &step.id);
    let ids: Vec<&String> = draft.assessment.evidence.iter().map(|entry| &entry.id).chain(steps).collect();
    let different: BTreeSet<&&String> = ids.iter().collect();
    assert_eq!(different.len(), ids.len(), "{}: {ids:?}", draft.id);
}

/// What a file has of an assessment: not its empty rows.
fn filled(assessment: &Assessment) -> (Vec<String>, Vec<NextStep>, Vec<Evidence>) {
    let texts = super::fields().iter().map(|field| assessment.text(field).trim().to_owned()).collect();
    let steps = assessment.answers.values().flat_map(|answer| answer.next_steps.clone());
    let steps = steps.filter(|step| !step.task.is_empty()).collect();
    let evidence = assessment.evidence.iter().filter(|entry| !entry.number.is_empty()).cloned().collect();
    (texts, steps, evidence)
}
