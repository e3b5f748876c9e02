//! Of what units speak in words.

use json::choice;

/// Of what something speaks that a unit says in words.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExcerptKind {
    /// A result (kết quả).
    #[default]
    Result,
    /// A limitation or difficulty (hạn chế, khó khăn).
    Limitation,
    /// An objective cause (nguyên nhân khách quan).
    ObjectiveCause,
    /// A subjective cause (nguyên nhân chủ quan).
    SubjectiveCause,
    /// A next step (nhiệm vụ, giải pháp).
    Step,
    /// A proposal (đề xuất, kiến nghị).
    Proposal,
}

impl ExcerptKind {
    /// All of them, in their order in a report.
    pub const ALL: [Self; 6] =
        [Self::Result, Self::Limitation, Self::ObjectiveCause, Self::SubjectiveCause, Self::Step, Self::Proposal];
}
