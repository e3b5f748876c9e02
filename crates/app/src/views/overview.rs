//! Where a draft stands (tổng quan), as plain data: its statuses, where to go on, and which steps are promised by when.

use crate::model::Model;
use domain::assessment::{Assessment, NextStep, RequirementId, Status};
use domain::checks::Problem;
use domain::date::DateText;
use domain::field::FormPlace;
use domain::progress;
use domain::scope::scope;

/// As many next steps are listed: who has done these sees the next.
const STEPS_AT_A_TIME: usize = 100;

/// Where a draft stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// The statuses of the requirements that count, each with how many have it, those that are done first.
    pub statuses: Vec<(Option<Status>, usize)>,
    /// The next open place: the first requirement without a status, else the first of what else is open.
    pub next: Option<FormPlace>,
    /// The next steps of the requirements that count and are not done, by due date; those without one come last.
    pub steps: Vec<DueStep>,
    /// How many more steps there are.
    pub more_steps: usize,
}

/// A next step, and the requirement that it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct DueStep {
    /// The requirement that the step belongs to.
    pub requirement: RequirementId,
    /// The step as it was written.
    pub step: NextStep,
}

/// Where a draft stands.
#[must_use]
pub fn overview(model: &Model, assessment: &Assessment) -> Overview {
    let tasks = model.directive.tasks.iter();
    let in_scope = tasks.filter(|task| scope(task, &assessment.unit, &assessment.opted_in).is_in());
    let mut statuses: Vec<_> = [Some(Status::Done), Some(Status::InProgress), Some(Status::NotStarted), None]
        .into_iter()
        .map(|status| (status, 0))
        .collect();
    let mut steps: Vec<(&RequirementId, &NextStep)> = Vec::new();
    for requirement in in_scope.flat_map(|task| &task.requirements) {
        let status = progress::status(assessment, requirement);
        let Some((_, count)) = statuses.iter_mut().find(|(other, _)| *other == status) else { continue };
        *count += 1;
        for step in assessment.answers.get(&requirement.id).into_iter().flat_map(|answer| &answer.next_steps) {
            if !step.task.trim().is_empty() && step.done_at.is_empty() {
                // By insertion: each use of the standard sort adds 4 KiB.
                let at = steps.partition_point(|(_, before)| due(&before.due) <= due(&step.due));
                steps.insert(at, (&requirement.id, step));
            }
        }
    }
    let findings = model.checked(assessment);
    let unanswered = findings.iter().find(|finding| finding.problem == Problem::Unanswered);
    let next = unanswered.or_else(|| findings.first()).map(|finding| finding.place.clone());
    let more_steps = steps.len().saturating_sub(STEPS_AT_A_TIME);
    let steps = steps.into_iter().take(STEPS_AT_A_TIME);
    let steps = steps.map(|(id, step)| DueStep { requirement: id.clone(), step: step.clone() }).collect();
    Overview { statuses, next, steps, more_steps }
}

/// What orders steps: dates as they are stored, and what is no date after them.
fn due(due: &DateText) -> (bool, &str) {
    (due.date().is_none(), due.as_str())
}
