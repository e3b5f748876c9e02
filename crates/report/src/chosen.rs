//! What an officer chose for the report (nội dung đưa vào báo cáo), as it is stored.

use domain::date::DateText;
use json::{Unknown, record};

pub use gathering::excerpt::ExcerptKind;

/// What was chosen, in the order in which it is to stand in the report.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// All of it.
    #[optional]
    pub list: Vec<Excerpt>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// Something that units say, in the officer's wording. Those of one kind that are spelled alike are one issue (vấn đề) in the report.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// Its id, unique among those of all officers; made with it, never shown.
    pub id: String,
    /// Of what it speaks.
    pub kind: ExcerptKind,
    /// The id of the requirement that it was said of; empty for proposals.
    #[optional]
    pub requirement: String,
    /// The words, as the officer edited them.
    pub text: String,
    /// Ids of the units that say it. Empty where the officer says it. Where none of the units counts any more, it is left out.
    #[optional]
    pub units: Vec<String>,
    /// Of a proposal: the id of the level that decides (cấp có thẩm quyền); empty where that is open.
    #[optional]
    pub level: String,
    /// Of a next step: who leads it (chủ trì).
    #[optional]
    pub owner: String,
    /// Of a next step: by when (thời hạn).
    #[optional]
    pub due: DateText,
    /// Of a next step: when it was done; whatever stands there says that it was.
    #[optional]
    pub done_at: DateText,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}
