//! How far a self-assessment has come (tiến độ): "2/4 yêu cầu".

use super::assessment::{Assessment, Status};
use super::directive::{Directive, Requirement, Task};
use super::scope::{Scope, scope};

/// How many requirements are answered, of those that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answered: they have a status.
    pub answered: usize,
    /// All that count: neither the task nor the requirement is out of the unit's scope.
    pub in_scope: usize,
}

/// The progress of one task, and how the task concerns the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskProgress {
    /// How it concerns the unit.
    pub scope: Scope,
    /// Answered: they have a status.
    pub answered: usize,
    /// All that count; none of a task that is out of scope.
    pub in_scope: usize,
}

/// The status that the assessment gives to a requirement; none while it is unanswered.
#[must_use]
pub fn status(assessment: &Assessment, requirement: &Requirement) -> Option<Status> {
    assessment.answers.get(&requirement.id).and_then(|answer| answer.status)
}

/// The progress of one task.
#[must_use]
pub fn of_task(task: &Task, assessment: &Assessment) -> TaskProgress {
    let scope = scope(task, &assessment.unit, &assessment.opted_in);
    let (mut answered, mut in_scope) = (0, 0);
    for requirement in task.requirements.iter().filter(|_| scope.is_in()) {
        let status = status(assessment, requirement);
        if status != Some(Status::OutOfScope) {
            in_scope += 1;
            answered += usize::from(status.is_some());
        }
    }
    TaskProgress { scope, answered, in_scope }
}

/// The progress of the whole.
#[must_use]
pub fn progress(directive: &Directive, assessment: &Assessment) -> Progress {
    directive.tasks.iter().map(|task| of_task(task, assessment)).fold(Progress::default(), |sum, task| Progress {
        answered: sum.answered + task.answered,
        in_scope: sum.in_scope + task.in_scope,
    })
}
