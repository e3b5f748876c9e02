//! The settings of the open gathering.

use crate::issue::digest;
use crate::model::Model;
use crate::msg::{Change, Effect, SettingsEdit};
use crate::settings::Settings;
use crate::undo::{Changed, Reverse};
use domain::date::DateText;
use report::around::Particulars;
use report::compose::suggested;

impl Model {
    pub(super) fn edit_settings(&mut self, edit: SettingsEdit, out: &mut Vec<Effect>) {
        let Some(before) = self.set(edit, out) else { return };
        if let Some(open) = &mut self.open {
            open.undo.push(Changed::Settings, Reverse::Settings(before));
        }
    }

    /// Makes an edit, and tells what would take it back; nothing where it changes nothing. The revision rises whichever way: what another
    /// window has read is older.
    pub(super) fn set(&mut self, edit: SettingsEdit, out: &mut Vec<Effect>) -> Option<SettingsEdit> {
        let by_rule = self.around_by_rule();
        let open = self.open.as_mut()?;
        let before = now(&open.settings, &edit, &by_rule);
        if before == edit {
            return None;
        }
        match edit {
            SettingsEdit::Name(text) => text.trim().clone_into(&mut open.settings.name),
            SettingsEdit::From(text) => open.settings.from = DateText::from_typed(&text),
            SettingsEdit::Deadline(text) => open.settings.deadline = DateText::from_typed(&text),
            SettingsEdit::CutOff(text) => open.settings.cut_off = DateText::from_typed(&text),
            SettingsEdit::RosterView(view) => open.settings.roster_view = view,
            SettingsEdit::Officer(text) => text.trim().clone_into(&mut open.settings.officer),
            SettingsEdit::Report(field, text) => open.settings.report.fill(field, text, &by_rule),
        }
        if now(&open.settings, &before, &by_rule) == before {
            return None;
        }
        if is_filled(&before, &by_rule) {
            open.settings.give_up(mark(&before));
        }
        open.settings.revision = open.settings.revision.saturating_add(1);
        let settings = open.settings.clone();
        self.list(settings.clone());
        out.push(self.saving.write(vec![Change::Settings(Box::new(settings))]));
        if !matches!(before, SettingsEdit::Name(_) | SettingsEdit::Officer(_) | SettingsEdit::Report(..)) {
            self.recount();
        }
        Some(before)
    }

    /// What stands around the text of the report where the officer fills nothing in.
    pub(crate) fn around_by_rule(&self) -> Particulars {
        suggested(&self.directive, &self.profile)
    }
}

/// What the setting that an edit is about is now.
pub(super) fn now(settings: &Settings, edit: &SettingsEdit, by_rule: &Particulars) -> SettingsEdit {
    match edit {
        SettingsEdit::Name(_) => SettingsEdit::Name(settings.name.clone()),
        SettingsEdit::From(_) => SettingsEdit::From(settings.from.as_str().to_owned()),
        SettingsEdit::Deadline(_) => SettingsEdit::Deadline(settings.deadline.as_str().to_owned()),
        SettingsEdit::CutOff(_) => SettingsEdit::CutOff(settings.cut_off.as_str().to_owned()),
        SettingsEdit::RosterView(_) => SettingsEdit::RosterView(settings.roster_view),
        SettingsEdit::Officer(_) => SettingsEdit::Officer(settings.officer.clone()),
        SettingsEdit::Report(field, _) => {
            SettingsEdit::Report(*field, settings.report.shown(*field, by_rule).to_owned())
        }
    }
}

/// Whether a day or a field around the report has something that does not follow by rule.
pub(super) fn is_filled(edit: &SettingsEdit, by_rule: &Particulars) -> bool {
    match edit {
        SettingsEdit::Report(field, text) => text != field.text(by_rule),
        other => !named(other).1.is_empty(),
    }
}

/// By what it is told that a day or a field around the report had that text.
pub(super) fn mark(edit: &SettingsEdit) -> String {
    let (name, text) = named(edit);
    [name, " ", &digest(text)].concat()
}

/// The name of a day or of a field around the report, and its text; nothing of other settings.
fn named(edit: &SettingsEdit) -> (&'static str, &str) {
    match edit {
        SettingsEdit::From(day) => ("from", day),
        SettingsEdit::Deadline(day) => ("deadline", day),
        SettingsEdit::CutOff(day) => ("cutOff", day),
        SettingsEdit::Report(field, text) => (field.id(), text),
        SettingsEdit::Name(_) | SettingsEdit::RosterView(_) | SettingsEdit::Officer(_) => ("", ""),
    }
}
