//! The sections of a draft (các phần): their order, and what stands in which.

use super::model::Model;
use super::route::Section;
use crate::domain::assessment::Assessment;
use crate::domain::checks::Finding;
use crate::domain::field::{Field, Place};

impl Model {
    /// The sections of a draft in the order in which they are filled; the print stands beside them.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        let tasks = self.directive.tasks.iter().map(|task| Section::Task(task.id.clone()));
        let rest = [Section::Evidence, Section::Closing, Section::Export];
        std::iter::once(Section::General).chain(tasks).chain(rest).collect()
    }

    /// The section that is drawn for an address: a requirement stands in its task, and what the directive does not have
    /// leads to the first.
    #[must_use]
    pub fn shown_section(&self, section: &Section) -> Section {
        let task = match section {
            Section::Requirement(id) => self.directive.requirement(id).map(|(task, _)| &task.id),
            Section::Task(id) => self.directive.task(id).map(|task| &task.id),
            other => return other.clone(),
        };
        task.map_or(Section::General, |task| Section::Task(task.clone()))
    }

    /// The section in which a place stands.
    #[must_use]
    pub fn section_of(&self, place: &Place) -> Section {
        if let Some(requirement) = place.requirement() {
            return self.shown_section(&Section::Requirement(requirement.clone()));
        }
        match place {
            Place::Register | Place::Field(Field::Evidence(..)) => Section::Evidence,
            Place::SelfRating | Place::Field(Field::Overall | Field::Proposals) => Section::Closing,
            Place::OptIn(task) => Section::Task(task.clone()),
            _ => Section::General,
        }
    }

    /// What the checks found in a section; on the export, in all of them.
    #[must_use]
    pub fn findings_in(&self, section: &Section, assessment: &Assessment) -> Vec<Finding> {
        let found = self.checked(assessment);
        found.iter().filter(|finding| self.is_in(finding, section)).cloned().collect()
    }

    fn is_in(&self, finding: &Finding, section: &Section) -> bool {
        *section == Section::Export || self.section_of(&finding.place) == *section
    }

    /// How many errors there are in a section, on the export in all of them; and the first `most` of them.
    #[must_use]
    pub fn errors_in(&self, section: &Section, assessment: &Assessment, most: usize) -> (usize, Vec<Finding>) {
        let found = self.checked(assessment);
        let is_wanted = |finding: &&Finding| finding.problem.is_error() && self.is_in(finding, section);
        let errors = || found.iter().filter(is_wanted);
        (errors().count(), errors().take(most).cloned().collect())
    }
}
