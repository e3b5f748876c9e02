//! The report of a unit: what it is shown from, and what is kept of it.

use crate::model::Model;
use crate::msg::Effect;
use crate::report::ShownReport;
use crate::route::{Route, Section};

impl Model {
    /// What the report is to show; nothing where another section is open.
    #[must_use]
    pub fn report(&self) -> Option<ShownReport> {
        let Route::Draft(id, Section::Report) = &self.route else { return None };
        let draft = self
            .draft(id)
            .filter(|draft| self.ready && !self.host.readonly && !draft.deleted && draft.newer.is_none())?;
        Some(ShownReport {
            draft: id.clone(),
            assessment: draft.assessment.clone(),
            kept: draft.report.clone(),
            lang: self.lang,
            heading_level: self.host.heading_level,
        })
    }

    /// Keeps with a draft what the other program has made of its report. Where another window has made something else of it meanwhile, both
    /// stay: this one's goes on in a copy.
    pub(super) fn keep_report(&mut self, mut id: String, base: &str, kept: String, out: &mut Vec<Effect>) {
        let Some(draft) = self.editable(&id).filter(|draft| draft.report != kept) else { return };
        if draft.report != base {
            let theirs = draft.clone();
            // The copy may be there already, and not be shown yet.
            let copy = self.current().filter(|copy| copy.report == base).map(|copy| copy.id.clone());
            id = copy.unwrap_or_else(|| self.go_on_as_copy(&id, Some(theirs), out));
        }
        if let Some(draft) = self.editable(&id) {
            draft.report = kept;
            self.edited(&id, out);
        }
    }
}
