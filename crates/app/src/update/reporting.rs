//! The report of a unit: what it is shown from, and what is kept of it.

use crate::model::Model;
use crate::msg::Effect;
use crate::report::ShownReport;
use crate::route::{Route, Section};
use json::{Json, Limits};

impl Model {
    /// What the report is to show; nothing where another section is open.
    #[must_use]
    pub fn report(&self) -> Option<ShownReport> {
        let Route::Draft(id, Section::Report) = &self.route else { return None };
        let draft = self.draft(id).filter(|draft| self.ready && !self.host.readonly && draft.newer.is_none())?;
        let draft = Box::new(draft.record(0));
        Some(ShownReport { draft, lang: self.lang, heading_level: self.host.heading_level })
    }

    /// Keeps with a draft what the other program has made of its report; an empty text where nothing is to be kept.
    pub(super) fn keep_report(&mut self, id: &str, text: &str, out: &mut Vec<Effect>) {
        let report = if text.is_empty() { None } else { json::read(text.as_bytes(), &Limits::STORE).ok() };
        let Some(draft) = self.editable(id).filter(|draft| draft.report != report) else { return };
        if report.is_none() && !text.is_empty() {
            return;
        }
        draft.report = report.filter(|report| *report != Json::Null);
        self.edited(id, out);
    }
}
