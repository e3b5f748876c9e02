//! What the stores had when the product started. The higher generation of the two wins; what cannot be read is put aside and
//! reported.

use crate::draft::Draft;
use crate::model::Model;
use crate::msg::Effect;
use crate::notice::{NoticeKind, PastNotice};
use crate::saving::Saving;
use domain::assessment::UnitRef;
use domain::lang::Lang;
use exchange::record::{CopyKind, CopyMark, StoredDraft};
use json::{self, Unknown, record};
use storage::{Loaded, StoreFault, Stored, StoredRecord};

impl Model {
    pub(super) fn loaded(&mut self, loaded: Loaded, effects: &mut Vec<Effect>) {
        self.stores = loaded.report;
        let mut found = LoadingFindings::default();
        for record in loaded.records {
            self.load_record(record, &mut found, effects);
        }
        if let Some(settings) = loaded.settings {
            self.load_settings(&settings);
        }
        self.drop_doubles(&mut found, effects);
        self.tell_of(found);
        if let Some(report) = loaded.report
            && report.fault().is_none()
            && let Err(fault) = report.journal.and(report.mirror)
        {
            self.notify(NoticeKind::OneStoreOnly(fault), None);
        }
        self.load_history(&loaded.snapshots);
        self.ready = true;
        effects.push(Effect::LookAtSpace);
        self.begin_at_host(effects);
        self.read_later(effects);
        for msg in std::mem::take(&mut self.early) {
            self.act(msg, effects);
        }
    }

    /// The journal had not answered, and was read again: what it has comes to light now.
    pub(super) fn read_again(&mut self, loaded: Loaded, effects: &mut Vec<Effect>) {
        if loaded.report.is_some_and(|report| report.journal.is_ok()) {
            self.stores = loaded.report;
            let before = self.drafts.len();
            for record in loaded.records {
                self.seen(record, effects);
            }
            if self.drafts.len() > before {
                self.notify(NoticeKind::Past(PastNotice::Found(self.drafts.len() - before)), None);
            }
        }
        self.read_later(effects);
    }

    fn read_later(&self, effects: &mut Vec<Effect>) {
        if self.is_journal_unread() {
            effects.push(Effect::ReadLater);
        }
    }

    /// Whether the journal has not answered, so that drafts may be in it that nobody has seen.
    #[must_use]
    pub fn is_journal_unread(&self) -> bool {
        self.stores.is_some_and(|stores| matches!(stores.journal, Err(StoreFault::Broken)))
    }

    /// What was put aside may have become a copy already: of two that say the same, one is enough.
    fn drop_doubles(&mut self, found: &mut LoadingFindings, effects: &mut Vec<Effect>) {
        for id in std::mem::take(&mut found.aside) {
            let Some(index) = self.drafts.iter().position(|draft| draft.id == id) else { continue };
            let aside = self.drafts.remove(index);
            let is_double = |draft: &Draft| {
                draft.newer.is_none() && draft.deleted == aside.deleted && draft.assessment == aside.assessment
            };
            if self.drafts.iter().any(is_double) {
                effects.push(Effect::Remove(aside.doomed(aside.assessment.clone())));
            } else {
                found.copies.push(NoticeKind::Parted(aside.assessment.unit.name.clone()));
                self.drafts.insert(index, aside);
            }
        }
    }

    fn tell_of(&mut self, found: LoadingFindings) {
        if found.healed > 0 {
            self.notify(NoticeKind::Healed(found.healed), None);
        }
        if found.newer > 0 {
            self.notify(NoticeKind::Newer(found.newer), None);
        }
        if found.damaged > 0 {
            self.notify(NoticeKind::Unreadable(found.damaged), None);
        }
        for kind in found.copies {
            self.notify(kind, None);
        }
    }

    fn load_record(&mut self, record: StoredRecord, found: &mut LoadingFindings, effects: &mut Vec<Effect>) {
        if Stored::is_put_away(&record) {
            // It was told when it was put away.
            self.damaged.push(record);
            return;
        }
        let stored = Stored::of(&record);
        if stored.newer.is_some() {
            found.newer += 1;
            self.drafts.extend(Self::newer_draft(stored, record));
            return;
        }
        let is_damaged = stored.is_journal_damaged || stored.is_mirror_damaged;
        let mut recovered = stored.recovered.into_iter();
        let is_recovered = stored.best.is_none();
        let Some(mut best) = stored.best.or_else(|| recovered.next().map(|draft| self.read_in_part(draft, found)))
        else {
            found.damaged += 1;
            self.damaged.push(record);
            return;
        };
        if is_damaged {
            found.damaged += usize::from(!is_recovered);
            self.damaged.push(put_away(&record, stored.is_journal_damaged, stored.is_mirror_damaged));
        } else if best.ahead_of.is_none() && self.is_missing(&record) {
            found.healed += 1;
        }
        let saving = Saving::stored(stored.journal, stored.highest, !stored.is_in_sync);
        // Beside what was split off, it goes on under a generation that no window has seen.
        let is_new = is_recovered || stored.is_aside || stored.split.is_some();
        let saving = if is_new { Saving::unsaved(stored.journal, stored.highest) } else { saving };
        if stored.is_aside {
            found.aside.push(best.id.clone());
            best.copy = self.copy_mark(CopyKind::Window);
        }
        if is_new || !stored.is_in_sync {
            effects.push(Effect::SaveTimer(best.id.clone(), 0));
        }
        if let Some(split) = stored.split {
            found.copies.push(NoticeKind::Parted(split.assessment.unit.name.clone()));
            self.load_copy(split, CopyKind::Window, effects);
        }
        for draft in recovered {
            found.copies.push(NoticeKind::Recovered(draft.assessment.unit.name.clone()));
            self.load_copy(draft, CopyKind::Damaged, effects);
        }
        self.drafts.push(Draft::stored(best, stored.journal_writer, saving));
    }

    /// What could be read of a damaged record, instead of the draft.
    fn read_in_part(&self, draft: StoredDraft, found: &mut LoadingFindings) -> StoredDraft {
        found.copies.push(NoticeKind::Recovered(draft.assessment.unit.name.clone()));
        StoredDraft { copy: self.copy_mark(CopyKind::Damaged), ..draft }
    }

    /// What was read beside a draft, as a copy of its own.
    fn load_copy(&mut self, draft: StoredDraft, kind: CopyKind, effects: &mut Vec<Effect>) {
        let id = self.new_copy_id(&draft.id);
        let saving = Saving::fresh(draft.generation);
        let copy = self.copy_mark(kind);
        let draft = Draft::stored(StoredDraft { id, copy, ..draft }, String::new(), saving);
        self.adopt(Draft { base: 0, ..draft }, effects);
    }

    pub(super) fn copy_mark(&self, kind: CopyKind) -> Option<CopyMark> {
        Some(CopyMark { kind, at: self.clock.now.to_iso(), ..CopyMark::default() })
    }

    /// Whether a store that can be read has no record of a draft that the other has.
    fn is_missing(&self, record: &StoredRecord) -> bool {
        self.stores.is_some_and(|stores| {
            (record.journal.is_none() && stores.journal.is_ok()) || (record.mirror.is_none() && stores.mirror.is_ok())
        })
    }

    /// A draft that a newer version wrote: to be read, and handed out as it is. What this version knows of it may be
    /// nothing.
    pub(super) fn newer_draft(stored: Stored, record: StoredRecord) -> Option<Draft> {
        let known = stored.newer?.or(stored.best).unwrap_or_default();
        let saving = Saving::stored(stored.journal, stored.highest, false);
        let known = StoredDraft { id: record.id.clone(), ..known };
        Some(Draft { newer: Some(Box::new(record)), ..Draft::stored(known, String::new(), saving) })
    }

    fn load_settings(&mut self, settings: &str) {
        let Ok(settings) = json::read(settings.as_bytes(), &json::Limits::STORE) else { return };
        if let Ok(settings) = json::read_as::<Settings>(settings) {
            self.lang = self.host.lang.unwrap_or_else(|| Lang::from_tag(&settings.lang));
            if self.host.unit.is_empty() {
                // Another roster may have come since.
                self.unit = settings.unit.filter(|unit| match unit.id.as_str() {
                    "" => self.roster.group(&unit.group).is_some(),
                    id => self.roster.unit(id).is_some(),
                });
            }
            self.asked_to_keep = settings.asked_to_keep;
        }
    }

    /// Keeps the language and the unit for the next visit.
    pub(super) fn save_settings(&self, effects: &mut Vec<Effect>) {
        let settings = Settings {
            lang: self.lang.tag().to_owned(),
            unit: self.unit.clone(),
            asked_to_keep: self.asked_to_keep,
            unknown: Unknown::default(),
        };
        effects.push(Effect::SaveSettings(json::canonical(&json::written(settings))));
    }
}

/// What to report about the loading.
#[derive(Default)]
struct LoadingFindings {
    damaged: usize,
    healed: usize,
    newer: usize,
    copies: Vec<NoticeKind>,
    /// Ids of the drafts that a window has put aside.
    aside: Vec<String>,
}

/// The damaged texts of a record, as they are listed from now on: the draft's place will be written again.
fn put_away(record: &StoredRecord, journal: bool, mirror: bool) -> StoredRecord {
    let journal = record.journal.clone().filter(|_| journal);
    let mirror = record.mirror.clone().filter(|_| mirror);
    StoredRecord { id: record.id.clone(), journal, mirror, ..StoredRecord::default() }
}

/// What is kept of the person's choices, beside the drafts.
#[record(open)]
#[derive(Default)]
struct Settings {
    lang: String,
    #[optional]
    unit: Option<UnitRef>,
    #[optional]
    asked_to_keep: bool,
    unknown: Unknown,
}
