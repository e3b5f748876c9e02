//! Which parts of an answer its status makes pointless. They are folded away on the screen, and never emptied.

use super::assessment::{Answer, Status};

/// A part of the answer to a requirement, as the form shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerPart {
    /// Kết quả.
    Results,
    /// Tài liệu kiểm chứng, with the reason why there is none.
    Evidence,
    /// Hạn chế, khó khăn.
    Limitations,
    /// Nguyên nhân, objective and subjective.
    Causes,
    /// Nhiệm vụ, giải pháp.
    NextSteps,
}

impl AnswerPart {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Results, Self::Evidence, Self::Limitations, Self::Causes, Self::NextSteps];

    /// Whether the status makes it pointless: what was not begun has no results, and what does not concern the unit has
    /// nothing to report. While the requirement is unanswered nothing is pointless.
    #[must_use]
    pub fn is_pointless(self, status: Option<Status>) -> bool {
        match status {
            Some(Status::OutOfScope) => true,
            Some(Status::NotStarted) => matches!(self, Self::Results | Self::Evidence),
            Some(Status::Done | Status::InProgress) | None => false,
        }
    }
}

impl Answer {
    /// How many fields of the part are filled; a list counts as one.
    #[must_use]
    pub fn filled(&self, part: AnswerPart) -> usize {
        let text = |text: &str| usize::from(!text.trim().is_empty());
        match part {
            AnswerPart::Results => text(&self.results),
            AnswerPart::Evidence => usize::from(!self.evidence.is_empty()) + text(&self.no_evidence_reason),
            AnswerPart::Limitations => text(&self.limitations),
            AnswerPart::Causes => text(&self.causes.objective) + text(&self.causes.subjective),
            AnswerPart::NextSteps => usize::from(!self.next_steps.is_empty()),
        }
    }

    /// Whether the form asks why there is no supporting document: it is "done" without any. What was once written there
    /// stays to be seen.
    #[must_use]
    pub fn asks_why_no_evidence(&self) -> bool {
        let asked = self.status == Some(Status::Done) && self.evidence.is_empty();
        asked || !self.no_evidence_reason.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Causes, NextStep};

    fn pointless(status: Option<Status>) -> Vec<AnswerPart> {
        AnswerPart::ALL.into_iter().filter(|part| part.is_pointless(status)).collect()
    }

    #[test]
    fn a_status_makes_pointless_what_it_leaves_nothing_to_say_about() {
        assert_eq!(pointless(None), []);
        assert_eq!(pointless(Some(Status::Done)), []);
        assert_eq!(pointless(Some(Status::InProgress)), []);
        assert_eq!(pointless(Some(Status::NotStarted)), [AnswerPart::Results, AnswerPart::Evidence]);
        assert_eq!(pointless(Some(Status::OutOfScope)), AnswerPart::ALL);
    }

    #[test]
    fn what_is_filled_is_counted() {
        let empty = Answer::default();
        assert!(AnswerPart::ALL.into_iter().all(|part| empty.filled(part) == 0));
        let full = Answer {
            results: "…".into(),
            limitations: " ".into(),
            causes: Causes { objective: "…".into(), subjective: "…".into(), ..Causes::default() },
            evidence: vec!["e1".into(), "e2".into()],
            no_evidence_reason: "…".into(),
            next_steps: vec![NextStep::default()],
            ..Answer::default()
        };
        assert_eq!(AnswerPart::ALL.map(|part| full.filled(part)), [1, 2, 0, 2, 1]);
    }

    #[test]
    fn why_there_is_no_evidence_is_asked_of_what_is_done_and_the_answer_stays() {
        let mut answer = Answer { status: Some(Status::Done), ..Answer::default() };
        assert!(answer.asks_why_no_evidence());
        answer.evidence.push("e1".into());
        assert!(!answer.asks_why_no_evidence());
        answer.no_evidence_reason = "Đang lập hồ sơ.".into();
        assert!(answer.asks_why_no_evidence());
        answer = Answer { status: Some(Status::InProgress), ..Answer::default() };
        assert!(!answer.asks_why_no_evidence());
    }
}
