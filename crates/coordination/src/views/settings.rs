//! The settings (thiết lập): name, days, and which units report.

use crate::model::Model;
use crate::settings::{RosterView, Settings};
use domain::date::DateText;
use json::TextChoice;
use report::particular::Particular;

/// What can be set of a gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    /// What it is about, as it is kept.
    pub settings: Settings,
    /// What is odd about the days.
    pub remarks: Vec<DayRemark>,
    /// What stands around the text of the report.
    pub around: Vec<Around>,
    /// Whether the roster has units that became part of others, so that there is something to choose.
    pub has_former: bool,
    /// Whether its removal was asked for once.
    pub is_asked: bool,
}

/// A field of what stands around the text of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// Which one.
    pub field: Particular,
    /// What was filled in, or what follows by rule.
    pub text: String,
    /// Whether what follows by rule stands there again once it is emptied.
    pub has_rule: bool,
}

/// What is odd about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRemark {
    /// The first day of the period is no day that exists.
    From,
    /// Nor is the deadline.
    Deadline,
    /// Nor is the cut-off day.
    CutOff,
    /// The deadline is before the first day of the period.
    DeadlineBeforeFrom,
}

impl SettingsView {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let settings = &model.open.as_ref()?.settings;
        let is_before = |one: &DateText, other: &DateText| one.date().zip(other.date()).is_some_and(|(a, b)| a < b);
        let found = [
            (settings.from.is_wrong(), DayRemark::From),
            (settings.deadline.is_wrong(), DayRemark::Deadline),
            (settings.cut_off.is_wrong(), DayRemark::CutOff),
            (is_before(&settings.deadline, &settings.from), DayRemark::DeadlineBeforeFrom),
        ];
        let by_rule = model.around_by_rule();
        // There is one way in which it can look.
        let fields = Particular::ALL.iter().filter(|field| **field != Particular::Profile);
        let around = fields.map(|field| Around {
            field: *field,
            text: settings.report.shown(*field, &by_rule).to_owned(),
            has_rule: field.follows(&by_rule),
        });
        Some(Self {
            settings: settings.clone(),
            around: around.collect(),
            remarks: found.into_iter().filter(|(is_odd, _)| *is_odd).map(|(_, remark)| remark).collect(),
            is_asked: model.removal.as_ref() == Some(&settings.id),
            has_former: settings.roster_view == RosterView::Former
                || model.roster.units.iter().any(|unit| !unit.successors.is_empty()),
        })
    }
}
