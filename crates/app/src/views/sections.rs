//! The sections of a draft (các phần): their order, and what stands in which.

use crate::model::Model;
use crate::route::{Route, Section};
use domain::assessment::Assessment;
use domain::checks::Finding;
use domain::field::{Field, FormPlace};
use domain::scope::scope;

/// Where the person is on the way through a draft from requirement to requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The section before this one.
    pub before: Option<Section>,
    /// The requirement, or the section that has none.
    pub here: Section,
    /// Its place among the requirements of its task, from 1, and how many they are.
    pub of: Option<(usize, usize)>,
    /// The section after this one.
    pub after: Option<Section>,
}

impl Model {
    /// The sections of a draft in the order in which they are filled in; the print is separate.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        let tasks = self.directive.tasks.iter().map(|task| Section::Task(task.id.clone()));
        let rest = [Section::Evidence, Section::Closing, Section::Export, Section::Report];
        [Section::Overview, Section::General].into_iter().chain(tasks).chain(rest).collect()
    }

    /// The sections before and after one: tasks that do not concern the unit are passed over.
    #[must_use]
    pub fn neighbours(&self, section: &Section, assessment: &Assessment) -> (Option<Section>, Option<Section>) {
        beside(&self.sections_for(section, assessment), section)
    }

    /// The sections that are walked through: without the tasks that do not concern the unit, but for the one that is shown.
    fn sections_for(&self, shown: &Section, assessment: &Assessment) -> Vec<Section> {
        let mut sections = self.sections();
        sections.retain(|other| {
            let task = if let Section::Task(id) = other { self.directive.task(id) } else { None };
            let is_in = |task| scope(task, &assessment.unit, &assessment.opted_in).is_in();
            other == shown || task.is_none_or(is_in)
        });
        sections
    }

    /// Where the person is on the way from requirement to requirement: at the one that the address names, else at that of the
    /// field that they were in last, else at the first of the task.
    #[must_use]
    pub fn walk(&self, assessment: &Assessment) -> Walk {
        let section = if let Route::Draft(_, section) = &self.route { section.clone() } else { Section::Overview };
        let shown = self.shown_section(&section);
        let requirements = |section: &Section| {
            let task = if let Section::Task(id) = section { self.directive.task(id) } else { None };
            task.into_iter().flat_map(|task| &task.requirements).map(|one| one.id.clone()).collect::<Vec<_>>()
        };
        let of_task = requirements(&shown);
        let named = if let Section::Requirement(id) = &section { Some(id.clone()) } else { None };
        let entered = || self.requirement_at(&FormPlace::Field(self.last_field.clone()?));
        let id = named.or_else(entered).filter(|id| of_task.contains(id)).or_else(|| of_task.first().cloned());
        let at = id.as_ref().and_then(|id| of_task.iter().position(|other| other == id));
        let here = id.map_or(shown.clone(), Section::Requirement);
        let mut steps = Vec::new();
        for section in self.sections_for(&shown, assessment) {
            let ids = requirements(&section);
            if ids.is_empty() {
                steps.push(section);
            }
            steps.extend(ids.into_iter().map(Section::Requirement));
        }
        let (before, after) = beside(&steps, &here);
        Walk { before, here, of: at.map(|at| (at + 1, of_task.len())), after }
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
    pub fn section_of(&self, place: &FormPlace) -> Section {
        if let Some(requirement) = self.requirement_at(place) {
            return self.shown_section(&Section::Requirement(requirement));
        }
        match place {
            FormPlace::Register | FormPlace::Field(Field::Evidence(..)) => Section::Evidence,
            FormPlace::SelfRating | FormPlace::Proposals | FormPlace::ProposalTo(_) => Section::Closing,
            FormPlace::Field(Field::Overall | Field::Proposal(_) | Field::Reply(_)) => Section::Closing,
            FormPlace::OptIn(task) => Section::Task(task.clone()),
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

/// The one before and the one after.
fn beside(sections: &[Section], section: &Section) -> (Option<Section>, Option<Section>) {
    let Some(at) = sections.iter().position(|other| other == section) else { return (None, None) };
    let neighbour = |at: Option<usize>| sections.get(at?).cloned();
    (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)))
}
