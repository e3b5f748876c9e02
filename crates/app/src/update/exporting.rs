//! Exporting a draft: never refused, and remembered.

use crate::draft::Draft;
use crate::model::Model;
use crate::msg::{Effect, ExportOutcome};
use crate::notice::NoticeKind;
use domain::assessment::{Assessment, RequirementId};
use domain::date::Moment;
use exchange::record::ExportMark;
use storage::StoredRecord;

impl Model {
    pub(super) fn export(&mut self, id: &str, out: &mut Vec<Effect>) {
        match self.draft(id) {
            // To the letter: what this version does not know of it must not be lost.
            Some(Draft { newer: Some(record), .. }) => hand_out(record, ".json", out),
            Some(draft) => out.push(Effect::Export(draft.id.clone(), draft.assessment.clone())),
            None => {}
        }
    }

    fn is_newer(&self, id: &str) -> bool {
        self.draft(id).is_some_and(|draft| draft.newer.is_some())
    }

    pub(super) fn export_portion(&mut self, id: &str, requirements: &[RequirementId], out: &mut Vec<Effect>) {
        if self.is_newer(id) {
            return self.export(id, out);
        }
        if let Some(draft) = self.draft(id).filter(|_| !requirements.is_empty()) {
            let portion = draft.assessment.portion(&self.directive, requirements);
            out.push(Effect::Export(draft.id.clone(), Box::new(portion)));
        }
    }

    pub(super) fn save_page(&mut self, id: &str, out: &mut Vec<Effect>) {
        if self.is_newer(id) {
            return self.export(id, out);
        }
        self.draw_all();
        if let Some(draft) = self.draft(id) {
            out.push(Effect::SavePage(draft.id.clone(), draft.assessment.clone()));
        }
    }

    pub(super) fn exported(&mut self, id: &str, content: &Assessment, outcome: ExportOutcome, out: &mut Vec<Effect>) {
        match outcome {
            ExportOutcome::Declined(reason) => {
                self.removal_exported(id, content, None);
                self.notify(NoticeKind::ExportDeclined(reason), None);
            }
            ExportOutcome::Failed => {
                self.removal_exported(id, content, None);
                self.notify(NoticeKind::ExportFailed, None);
            }
            ExportOutcome::Taken { mark, oversize } => {
                self.handed_out(id, content, mark, oversize, NoticeKind::Taken, out)
            }
            ExportOutcome::Done { mark, oversize } => {
                self.handed_out(id, content, mark, oversize, NoticeKind::Exported, out);
            }
        }
    }

    fn handed_out(
        &mut self,
        id: &str,
        content: &Assessment,
        mark: ExportMark,
        oversize: bool,
        kind: fn(String, String) -> NoticeKind,
        out: &mut Vec<Effect>,
    ) {
        // A file that no import takes is no reason to remove anything.
        self.removal_exported(id, content, (!oversize).then_some(&mark.file_name));
        let when = Moment::from_iso(&mark.at).unwrap_or(self.clock.now);
        let kind = kind(mark.file_name.clone(), self.wall_clock(when));
        let now = self.clock.now;
        if let Some(draft) = self.editable(id) {
            draft.mark_exported(mark, content);
            let milliseconds = draft.saving.edited(now);
            out.push(Effect::SaveTimer(id.to_owned(), milliseconds));
        }
        self.notify(kind, None);
        if oversize {
            self.notify(NoticeKind::ExportOversize, None);
        }
    }

    /// A file with a portion is no export of the draft: the rest is on this machine alone, as before.
    pub(super) fn portion_exported(&mut self, outcome: ExportOutcome) {
        let kind = match outcome {
            ExportOutcome::Declined(reason) => NoticeKind::ExportDeclined(reason),
            ExportOutcome::Failed => NoticeKind::ExportFailed,
            ExportOutcome::Taken { mark, .. } | ExportOutcome::Done { mark, .. } => {
                NoticeKind::PortionExported(mark.file_name)
            }
        };
        self.notify(kind, None);
    }

    /// That content of a draft as its file has it.
    #[must_use]
    pub fn in_a_file(&self, draft: &str, content: &Assessment) -> Assessment {
        self.draft(draft).map_or_else(|| content.clone(), |draft| draft.in_a_file(content))
    }

    /// `hh:mm dd/mm/yyyy` on the person's wall clock.
    #[must_use]
    pub fn wall_clock(&self, moment: Moment) -> String {
        let (date, hour, minute) = moment.civil(self.clock.offset_minutes);
        [time_of_day(hour, minute), date.to_display()].join(" ")
    }

    /// `hh:mm` on the person's wall clock.
    #[must_use]
    pub fn time_of_day(&self, moment: Moment) -> String {
        let (_, hour, minute) = moment.civil(self.clock.offset_minutes);
        time_of_day(hour, minute)
    }
}

fn time_of_day(hour: u8, minute: u8) -> String {
    let two = |number: u8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [two(hour), two(minute)].join(":")
}

/// Hands out what the stores have of a draft, to the letter; once, where both have the same.
pub(super) fn hand_out(record: &StoredRecord, ending: &str, out: &mut Vec<Effect>) {
    let journal = record.journal.as_ref().map(|(_, text)| text);
    let mirror = record.mirror.as_ref().filter(|mirror| Some(*mirror) != journal);
    for text in journal.into_iter().chain(mirror) {
        out.push(Effect::Download([&record.id, ending].concat(), text.clone()));
    }
}
