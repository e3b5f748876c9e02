//! What an assessment says, in short: enough for every number on the board, and to find the assessment again.

use domain::assessment::{Assessment, Status, UnitRef};
use domain::date::Date;
use sha2::{Digest, Sha256};

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
    /// The ids of the remarks that it answers (nhận xét đã trả lời).
    pub replies: Vec<String>,
    /// Tells what it says from what others say: a digest of all of it but for which draft it is, how it came about, and when. Where two
    /// have the same, no number depends on which of them counts.
    pub content: [u8; 16],
}

/// What an answer says, in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerFacts {
    /// The requirement, by its id.
    pub requirement: String,
    /// How far it is met.
    pub status: Option<Status>,
    /// Whether it tells of limitations or difficulties (hạn chế, khó khăn).
    pub has_limitations: bool,
    /// Whether it tells of objective causes (nguyên nhân khách quan).
    pub has_objective_causes: bool,
    /// Whether it tells of subjective causes (nguyên nhân chủ quan).
    pub has_subjective_causes: bool,
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
            has_limitations: is_told(&answer.limitations),
            has_objective_causes: is_told(&answer.causes.objective),
            has_subjective_causes: is_told(&answer.causes.subjective),
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
            replies: assessment
                .replies
                .iter()
                .filter(|reply| is_told(&reply.text))
                .map(|reply| reply.remark.clone())
                .collect(),
            content: content(assessment),
        }
    }
}

fn is_told(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The first half of the SHA-256 of the canonical text of what an assessment says.
fn content(assessment: &Assessment) -> [u8; 16] {
    let said = Assessment {
        draft_id: String::new(),
        based_on: Vec::new(),
        revision: 0,
        created_at: String::new(),
        updated_at: String::new(),
        completeness: None,
        ..assessment.clone()
    };
    let mut hash = Sha256::new();
    json::write_canonical(&json::written(said), &mut |piece| hash.update(piece));
    let (mut half, whole) = ([0; 16], hash.finalize());
    half.iter_mut().zip(whole).for_each(|(byte, other)| *byte = other);
    half
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::*;
    use domain::assessment::{Answer, Causes, NextStep, Proposal};
    use domain::date::DateText;

    fn assessment() -> Assessment {
        let step = |due: &str, done: &str| NextStep {
            due: DateText::from_typed(due),
            done_at: DateText::from_typed(done),
            ..NextStep::default()
        };
        let mut assessment = Assessment { draft_id: "d".into(), revision: 7, ..Assessment::default() };
        let answer = assessment.answers.or_default("1.2".into());
        *answer = Answer {
            status: Some(Status::InProgress),
            limitations: " \n".into(),
            causes: Causes { objective: "vốn".into(), ..Causes::default() },
            next_steps: vec![step("01/07/2024", "khoảng tháng 7"), step("sớm", "")],
            ..Answer::default()
        };
        assessment.proposals = vec![Proposal { to: "central".into(), ..Proposal::default() }, Proposal::default()];
        assessment
    }

    #[test]
    fn blanks_tell_nothing_and_a_day_that_is_none_still_says_that_a_step_was_done() {
        let facts = Facts::of(&assessment());
        let answer = &facts.answers[0];
        assert_eq!((answer.requirement.as_str(), answer.status), ("1.2", Some(Status::InProgress)));
        assert_eq!(
            (answer.has_limitations, answer.has_objective_causes, answer.has_subjective_causes),
            (false, true, false)
        );
        let july = Date::from_iso("2024-07-01");
        let steps = [StepFacts { due: july, is_done: true }, StepFacts { due: None, is_done: false }];
        assert_eq!(answer.steps, steps);
        assert_eq!(facts.proposals, ["central", ""]);
    }

    #[test]
    fn the_content_is_what_it_says_and_not_how_it_came_about() {
        let content = |change: &dyn Fn(&mut Assessment)| {
            let mut changed = assessment();
            change(&mut changed);
            Facts::of(&changed).content
        };
        let same = Facts::of(&assessment()).content;
        assert_ne!(same, [0; 16]);
        assert_eq!(same, content(&|one| one.draft_id = "e".into()));
        assert_eq!(same, content(&|one| (one.revision, one.updated_at) = (9, "2024-07-01T00:00:00Z".into())));
        assert_eq!(same, content(&|one| one.based_on = vec!["ab".into()]));
        assert_ne!(same, content(&|one| one.overall = "x".into()));
        assert_ne!(same, content(&|one| one.answers.or_default("1.2".into()).results = "x".into()));
        assert_ne!(same, content(&|one| one.covers = vec!["1.2".into()]));
    }
}
