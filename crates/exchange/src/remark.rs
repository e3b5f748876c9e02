//! A remark (nhận xét) of the coordinating body on a unit's self-assessment, and how the remarks of a later file are joined to
//! those already there.

use domain::assessment::RequirementId;
use domain::date::Moment;
use domain::relevance::AnswerPart;
use json::{Unknown, choice, record};

/// What the coordinating body says of one place of an assessment, or of all of it.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// Its id, the same in every file: up to 64 of the letters `a` to `z` in either case, digits, `.`, `_` and `-`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[0-9A-Za-z._-]{1,64}$")))]
    pub id: String,
    /// The requirement that it is about; absent where it is about the whole.
    #[optional]
    pub requirement: RequirementId,
    /// The part that it is about; absent where it is about all of the requirement, or of the assessment.
    #[optional]
    #[cfg_attr(feature = "schema", schemars(with = "RemarkField"))]
    pub field: Option<RemarkField>,
    /// The words of the coordinating body; not blank.
    pub text: String,
    /// When its text or its state was last changed, `yyyy-mm-ddThh:mm:ssZ`: of two files the later one counts.
    pub at: String,
    /// Who says it: a person, or the body.
    pub by: String,
    /// Whether the unit is still to answer.
    pub state: RemarkState,
    /// The digest of the file that it is a remark on.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[0-9a-f]{64}$")))]
    pub about: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// The part of an assessment that a remark is about: of a requirement's answer, or of the closing part.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RemarkField {
    /// Mức độ thực hiện.
    #[default]
    Status,
    /// Kết quả.
    Results,
    /// Hạn chế, khó khăn.
    Limitations,
    /// Nguyên nhân khách quan.
    ObjectiveCauses,
    /// Nguyên nhân chủ quan.
    SubjectiveCauses,
    /// Tài liệu kiểm chứng.
    Evidence,
    /// Nhiệm vụ, giải pháp.
    NextSteps,
    /// Đánh giá chung.
    Overall,
    /// Đề xuất, kiến nghị.
    Proposals,
    /// Tự đánh giá mức độ thực hiện.
    SelfRating,
}

impl RemarkField {
    /// Whether it is a part of the closing part, and not of a requirement's answer.
    #[must_use]
    pub fn is_of_closing(self) -> bool {
        matches!(self, Self::Overall | Self::Proposals | Self::SelfRating)
    }

    /// The part of an answer that it is or belongs to, if it is one that the form folds or shows by itself.
    #[must_use]
    pub fn part(self) -> Option<AnswerPart> {
        Some(match self {
            Self::Results => AnswerPart::Results,
            Self::Limitations => AnswerPart::Limitations,
            Self::ObjectiveCauses | Self::SubjectiveCauses => AnswerPart::Causes,
            Self::Evidence => AnswerPart::Evidence,
            Self::NextSteps => AnswerPart::NextSteps,
            Self::Status | Self::Overall | Self::Proposals | Self::SelfRating => return None,
        })
    }
}

/// How far a remark has come, as the coordinating body sees it.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RemarkState {
    /// It was sent to the unit (đã gửi).
    #[default]
    Sent,
    /// Nothing more is asked of the unit (xong).
    Done,
}

impl Remark {
    /// What orders two states of one remark: the later change; of two at one moment that in which it is done.
    fn order(&self) -> (Option<Moment>, bool) {
        (Moment::from_iso(&self.at), self.state == RemarkState::Done)
    }
}

/// What a draft has after a file was opened: its own remarks, each in its later state, and behind them those that are new. A file
/// that was written before another and is opened after it takes nothing back.
#[must_use]
pub fn joined(own: &[Remark], file: &[Remark]) -> Vec<Remark> {
    let mut all = own.to_vec();
    for remark in file {
        match all.iter_mut().find(|mine| mine.id == remark.id) {
            Some(mine) if remark.order() < mine.order() => {}
            Some(mine) => mine.clone_from(remark),
            None => all.push(remark.clone()),
        }
    }
    all
}
