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

    /// Keeps with a draft what the other program has made of its report.
    pub(super) fn keep_report(&mut self, id: &str, kept: String, out: &mut Vec<Effect>) {
        if let Some(draft) = self.editable(id).filter(|draft| draft.report != kept) {
            draft.report = kept;
            self.edited(id, out);
        }
    }
}
