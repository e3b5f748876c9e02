//! The returned file (tệp trả lại): a unit's remarks are exported, and count as sent from then on.

use crate::model::Model;
use crate::msg::{Change, Effect};
use crate::note::{Note, UnitRemark};
use crate::notice::NoticeKind;
use crate::returning;
use crate::undo::{Changed, Reverse};

impl Model {
    /// Hands out the returned file of a unit.
    pub(super) fn return_file(&mut self, unit: &str, out: &mut Vec<Effect>) {
        let Some(open) = &self.open else { return };
        let Some((returned, ids)) = returning::returned(open, unit) else { return };
        if returned.remarks.len() < ids.len() {
            return self.notify(NoticeKind::RemarkTooLong);
        }
        out.push(Effect::HandOutRemarks(open.settings.sample, Box::new(returned), ids));
    }

    /// A returned file was handed out: those of its remarks that were new are sent.
    pub(super) fn remarks_handed_out(&mut self, ids: &[String], outcome: Result<(), ()>, out: &mut Vec<Effect>) {
        self.notify(outcome.map_or(NoticeKind::NotHandedOut, |()| NoticeKind::HandedOut));
        let (Some(open), Ok(())) = (&self.open, outcome) else { return };
        let at = self.clock.now.to_iso();
        let sent = |note: &Note| {
            let one = note.remark.as_ref().filter(|one| one.sent_at.is_empty())?;
            let one = UnitRemark { sent_at: at.clone(), ..one.clone() };
            Some(Note { remark: Some(one), ..note.clone() })
        };
        let sent = ids.iter().filter_map(|id| sent(open.notes.get(id)?)).collect();
        let (changes, reverse): (Vec<Change>, Vec<Change>) = self.put_notes(sent);
        if let (Some(open), false) = (&mut self.open, changes.is_empty()) {
            open.undo.push(Changed::Sent, Reverse::Records(reverse));
            out.push(self.saving.write(changes));
        }
    }
}
