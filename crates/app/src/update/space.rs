//! When the browser is asked to keep the drafts' storage, and when the room in it is checked.

use crate::model::Model;
use crate::msg::Effect;
use storage::Report;

/// Time between two looks, in milliseconds.
const LOOK_MS: u64 = 600_000;

impl Model {
    /// After a write: asks once, after the first save of real work, that the stores be kept; looks at the room now and then.
    pub(super) fn watch_space(&mut self, id: &str, report: Report, out: &mut Vec<Effect>) {
        let Some(draft) = self.draft(id) else { return };
        let is_real = draft.assessment.revision > 0 && !draft.assessment.sample;
        let now = self.clock.now;
        if is_real && report.journal.is_ok() && !self.asked_to_keep {
            self.asked_to_keep = true;
            self.save_settings(out);
            out.push(Effect::AskToKeep);
        }
        let is_due = self.looked_at.is_none_or(|last| now.0.abs_diff(last.0) >= LOOK_MS);
        if is_due || report.journal.is_err() {
            self.looked_at = Some(now);
            out.push(Effect::LookAtSpace);
        }
    }
}
