//! The report upwards (báo cáo tổng hợp): the generated text, with the officer's changes laid over it.

use crate::issues::Issues;
use crate::model::{Model, Open};
use domain::directive::Directive;
use gathering::levels::{Named, with_levels};
use gathering::settled::Settled;
use gathering::statements::{Alike, Matter, Under, issues};
use gathering::summary::Summary;
use report::compose;
use report::document::Document;
use report::edits::merge;
use report::figures::{Figures, Input};
use report::stamp::Stamp;

/// The report upwards.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportView {
    /// The gathering's id.
    pub id: String,
    /// What there is to be seen.
    pub shown: ReportShown,
    /// How many files that count cannot be read: what they say in words is missing.
    pub unread: usize,
    /// Of how many paragraphs that were rewritten what lies beneath has changed since, or is gone.
    pub changed: usize,
}

/// What there is to be seen of a report.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportShown {
    /// No cut-off day (ngày chốt số liệu) is set, as of which it could speak.
    NoCutOff,
    /// The gathering is still being opened, or something is being taken in.
    Waiting,
    /// What units say is being read: so many files, of how many.
    Reading(usize, usize),
    /// The report.
    Document(Box<Document>),
}

impl ReportView {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let shown = if open.settings.cut_off.date().is_none() {
            ReportShown::NoCutOff
        } else if let Some(document) = open.document(model) {
            ReportShown::Document(Box::new(document))
        } else if open.said.is_of(&open.count) {
            let (read, all) = open.said.progress();
            ReportShown::Reading(read, all)
        } else {
            ReportShown::Waiting
        };
        let changed = match &shown {
            ReportShown::Document(document) => document.changed_beneath(),
            _ => 0,
        };
        Some(Self { id: open.settings.id.clone(), shown, unread: open.said.unread(), changed })
    }
}

impl Open {
    /// The report, with what the officer rewrote; none while it cannot be put together.
    #[must_use]
    pub fn document(&self, model: &Model) -> Option<Document> {
        let directive = &model.directive;
        let (alike, steps) = self.said.of(&self.count)?;
        let tagged = Issues::of(&self.notes);
        let units = &self.count.units;
        let under = |row, subject, item: &str| tagged.under(directive, units, row, subject, item);
        let issues = if tagged.joins_annex() { issues(alike, &under) } else { issues(alike, &|_, _, _| Vec::new()) };
        let summary = self.with_levels(alike, directive, &under);
        let chosen = tagged.chosen(directive, units, &summary.units);
        let stamp = Stamp::of(&self.taken, &self.count.standing, &Settled::of(&self.decisions));
        let input = Input {
            figures: Figures { summary: &summary, ..self.count.figures() },
            basis: self.settings.basis(directive),
            name: &self.settings.name,
            is_sample: self.settings.sample,
            roster_as_of: &model.roster.as_of,
            stamp: &stamp,
            issues: &issues,
            steps,
            chosen: &chosen,
            profile: &model.profile,
            particulars: &self.settings.report,
        };
        Some(merge(compose::document(&input).ok()?, &self.edits))
    }

    /// The numbers, with the levels that the officer named for proposals that name none.
    fn with_levels<'a>(
        &self,
        alike: &[Alike],
        directive: &Directive,
        under: &dyn Fn(u32, Matter, &str) -> Vec<Under<'a>>,
    ) -> Summary {
        let open = u32::try_from(directive.proposal_levels.len()).unwrap_or(u32::MAX);
        let mut named = Vec::new();
        for group in alike.iter().filter(|group| group.subject == Matter::Proposal(open)) {
            for (unit, item) in &group.said {
                let level = under(*unit, group.subject, item).into_iter().find_map(|one| one.level);
                let of_row = self.count.units.rows.get(*unit as usize).map(|row| row.group);
                named.extend(level.zip(of_row).map(|(level, group)| Named { unit: *unit, group, level }));
            }
        }
        with_levels(&self.count.summary, open, &named)
    }
}
