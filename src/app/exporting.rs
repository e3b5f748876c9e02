//! Exporting a draft: never refused, and remembered.

use super::model::Model;
use super::msg::{Effect, ExportOutcome};
use super::notice::NoticeKind;
use crate::domain::date::Moment;
use crate::exchange::record::ExportMark;

impl Model {
    pub(super) fn export(&mut self, id: &str, out: &mut Vec<Effect>) {
        if let Some(draft) = self.draft(id) {
            out.push(Effect::Export(draft.id.clone(), draft.assessment.clone()));
        }
    }

    pub(super) fn save_page(&mut self, id: &str, out: &mut Vec<Effect>) {
        if let Some(draft) = self.draft(id) {
            out.push(Effect::SavePage(draft.id.clone(), draft.assessment.clone()));
        }
    }

    pub(super) fn exported(&mut self, id: &str, outcome: ExportOutcome, out: &mut Vec<Effect>) {
        match outcome {
            ExportOutcome::Declined(reason) => self.notify(NoticeKind::ExportDeclined(reason), None),
            ExportOutcome::Taken(mark) => {
                let when = Moment::from_iso(&mark.at).unwrap_or(self.clock.now);
                let kind = NoticeKind::Taken(mark.file_name.clone(), self.wall_clock(when));
                self.mark_exported(id, mark, out);
                self.notify(kind, None);
            }
            ExportOutcome::Failed => self.notify(NoticeKind::ExportFailed, None),
            ExportOutcome::Done { mark, oversize } => {
                let when = Moment::from_iso(&mark.at).unwrap_or(self.clock.now);
                let kind = NoticeKind::Exported(mark.file_name.clone(), self.wall_clock(when));
                self.mark_exported(id, mark, out);
                self.notify(kind, None);
                if oversize {
                    self.notify(NoticeKind::ExportOversize, None);
                }
            }
        }
    }

    fn mark_exported(&mut self, id: &str, mark: ExportMark, out: &mut Vec<Effect>) {
        let now = self.clock.now;
        if let Some(draft) = self.draft_mut(id) {
            draft.exported = Some(mark);
            draft.touched.clear();
            let milliseconds = draft.saving.edited(now);
            out.push(Effect::SaveTimer(id.to_owned(), milliseconds));
        }
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
