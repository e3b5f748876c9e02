//! What an assessment says, in short: enough for every number of the board and for finding it again.

use domain::assessment::{Assessment, Status, UnitRef};
use domain::date::Date;

/// What an assessment says, in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whose it is.
    pub unit: UnitRef,
    /// The draft that it is a state of; empty where its file does not say so.
    pub draft_id: String,
    /// The digests of the files that it takes the place of, the last first.
    pub based_on: Vec<String>,
    /// How many edits led to it.
    pub revision: u32,
    /// Whether it is the sample.
    pub sample: bool,
    /// The day that its figures speak of.
    pub as_of: Option<Date>,
    /// The requirements that it speaks of; none where it speaks of all.
    pub covers: Vec<String>,
    /// Of each requirement that it answers, in the order of their ids.
    pub answers: Vec<AnswerFacts>,
    /// Ids of the tasks, out of the unit's scope by the directive, in which it takes part.
    pub opted_in: Vec<String>,
    /// To which level each of its proposals goes; empty where that is open.
    pub proposals: Vec<String>,
}

/// What an answer says, in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerFacts {
    /// The requirement, by its id.
    pub requirement: String,
    /// How far it is met.
    pub status: Option<Status>,
    /// Whether it tells of limitations or difficulties.
    pub has_limitations: bool,
    /// When its next steps are due, and on which day they were done.
    pub steps: Vec<StepFacts>,
}

/// The dates of a next step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepFacts {
    /// By when.
    pub due: Option<Date>,
    /// Whether it is said to be done.
    pub is_done: bool,
}

impl Facts {
    /// What an assessment says.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        let answers = assessment.answers.iter().map(|(requirement, answer)| AnswerFacts {
            requirement: requirement.clone(),
            status: answer.status,
            has_limitations: !answer.limitations.trim().is_empty(),
            steps: answer
                .next_steps
                .iter()
                .map(|step| StepFacts { due: step.due.date(), is_done: !step.done_at.is_empty() })
                .collect(),
        });
        Self {
            unit: assessment.unit.clone(),
            draft_id: assessment.draft_id.clone(),
            based_on: assessment.based_on.clone(),
            revision: assessment.revision,
            sample: assessment.sample,
            as_of: assessment.as_of.date(),
            covers: assessment.covered().to_vec(),
            answers: answers.collect(),
            opted_in: assessment.opted_in.clone(),
            proposals: assessment.proposals.iter().map(|one| one.to.clone()).collect(),
        }
    }
}
