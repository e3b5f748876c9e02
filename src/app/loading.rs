//! What the stores had when the product starts: the highest generation of the two wins, and what cannot be read is set
//! aside and told.

use super::draft::Draft;
use super::model::{Lang, Model};
use super::msg::{Effect, Loaded, StoredRecord};
use super::notice::NoticeKind;
use super::saving::Saving;
use crate::domain::assessment::UnitRef;
use crate::exchange::record::{self, StoredDraft};
use crate::json::{self, Fields, Record, Unknown};

impl Model {
    pub(super) fn loaded(&mut self, loaded: Loaded, effects: &mut Vec<Effect>) {
        self.seed = loaded.seed;
        self.stores = loaded.report;
        for record in loaded.records {
            self.load_record(record, effects);
        }
        if let Some(settings) = loaded.settings {
            self.load_settings(&settings);
        }
        if !self.damaged.is_empty() {
            self.notify(NoticeKind::Unreadable(self.damaged.len()), None);
        }
        if let Some(report) = loaded.report
            && report.fault().is_none()
            && let Err(fault) = report.journal.and(report.mirror)
        {
            self.notify(NoticeKind::OneStoreOnly(fault), None);
        }
        self.ready = true;
        self.begin_at_host(effects);
    }

    fn load_record(&mut self, stored: StoredRecord, effects: &mut Vec<Effect>) {
        let journal = stored.journal.as_ref().map(|(_, text)| record::from_text(text));
        let mirror = stored.mirror.as_deref().map(record::from_text);
        let journal_generation = stored.journal.as_ref().map_or(0, |(generation, _)| *generation);
        let unread = [
            stored.journal.as_ref().filter(|_| matches!(journal, Some(Err(_)))).map(|(_, text)| text),
            stored.mirror.as_ref().filter(|_| matches!(mirror, Some(Err(_)))),
        ];
        let best = [journal.and_then(Result::ok), mirror.and_then(Result::ok)]
            .into_iter()
            .flatten()
            .max_by_key(|draft| (draft.generation, draft.assessment.revision));
        let Some(mut best) = best else {
            self.damaged.push(stored);
            return;
        };
        // A window that could not write in its draft's place has put its record aside, under another id.
        best.id.clone_from(&stored.id);
        // The next save writes over the bad record's place: its text is kept first.
        for text in unread.into_iter().flatten() {
            effects.push(Effect::Quarantine(stored.id.clone(), text.clone()));
        }
        self.take_stored(best, journal_generation, effects);
    }

    fn take_stored(&mut self, best: StoredDraft, journal_generation: u64, effects: &mut Vec<Effect>) {
        let saving = Saving::loaded(journal_generation, best.generation);
        if saving.is_dirty() {
            effects.push(Effect::SaveTimer(best.id.clone(), 0));
        }
        self.drafts.push(Draft::stored(best, saving));
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
        }
    }

    /// Keeps the language and the unit for the next visit.
    pub(super) fn save_settings(&self, effects: &mut Vec<Effect>) {
        let settings =
            Settings { lang: self.lang.tag().to_owned(), unit: self.unit.clone(), unknown: Unknown::default() };
        effects.push(Effect::SaveSettings(json::canonical(&json::written(settings))));
    }
}

/// What is kept of the person's choices, beside the drafts.
#[derive(Default)]
struct Settings {
    lang: String,
    unit: Option<UnitRef>,
    unknown: Unknown,
}

impl Record for Settings {
    fn fields(&mut self, fields: &mut Fields<'_>) {
        fields.required("lang", &mut self.lang);
        fields.optional("unit", &mut self.unit);
        fields.unknown(&mut self.unknown);
    }
}
