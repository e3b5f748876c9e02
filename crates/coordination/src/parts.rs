//! The parts of what a unit says, one by one: each can be tagged and chosen.

use crate::issue::Statement;
use domain::assessment::Assessment;
use domain::date::DateText;
use gathering::excerpt::ExcerptKind;

/// What stands in the place of a requirement's id where the proposals are read (đề xuất, kiến nghị).
pub const PROPOSALS: &str = "de-xuat";

/// A part of what a unit says, by which it is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Of what it speaks.
    pub kind: ExcerptKind,
    /// The id of the next step or the proposal; empty for all else.
    pub item: String,
}

/// A part with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidPart {
    /// Which it is.
    pub part: Part,
    /// The words.
    pub text: String,
    /// Of a proposal: the level that the unit names; empty where it left that open.
    pub level: String,
    /// Of a next step: who leads it.
    pub owner: String,
    /// Of a next step: by when.
    pub due: DateText,
    /// Of a next step: when it was done.
    pub done_at: DateText,
}

impl Part {
    /// The statement that it is, of a unit at a requirement.
    #[must_use]
    pub fn statement(&self, unit: &str, requirement: &str) -> Statement {
        let requirement = if self.kind == ExcerptKind::Proposal { "" } else { requirement };
        Statement {
            unit: unit.to_owned(),
            requirement: requirement.to_owned(),
            kind: self.kind,
            item: self.item.clone(),
        }
    }
}

/// What an assessment says of a requirement, part by part, in the order in which it is read; of [`PROPOSALS`] its proposals.
#[must_use]
pub fn parts(assessment: &Assessment, requirement: &str) -> Vec<SaidPart> {
    let said = |kind, item: &str, text: &str| SaidPart {
        part: Part { kind, item: item.to_owned() },
        text: text.trim().to_owned(),
        ..SaidPart::default()
    };
    let mut all = Vec::new();
    if requirement == PROPOSALS {
        let proposals = assessment.proposals.iter();
        all.extend(
            proposals.map(|one| SaidPart { level: one.to.clone(), ..said(ExcerptKind::Proposal, &one.id, &one.text) }),
        );
    } else if let Some(answer) = assessment.answers.get(requirement) {
        all.extend([
            said(ExcerptKind::Result, "", &answer.results),
            said(ExcerptKind::Limitation, "", &answer.limitations),
            said(ExcerptKind::ObjectiveCause, "", &answer.causes.objective),
            said(ExcerptKind::SubjectiveCause, "", &answer.causes.subjective),
        ]);
        all.extend(answer.next_steps.iter().map(|step| SaidPart {
            owner: step.owner.clone(),
            due: step.due.clone(),
            done_at: step.done_at.clone(),
            ..said(ExcerptKind::Step, &step.id, &step.task)
        }));
    }
    all.retain(|one| !one.text.is_empty());
    all
}
