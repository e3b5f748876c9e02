//! What the officer notes while reading (ghi chép của người tổng hợp), as it is stored and as it appears in a bundle.

use crate::issue::{Issue, IssueOrder, Tag};
use domain::assessment::RequirementId;
use exchange::remark::{Remark, RemarkState};
use json::{Unknown, record};

/// One note: one of its parts says what it is. Where a newer version wrote something else here, it is only kept. Where nothing is here at
/// all, the note was taken away: that stays, so that it does not come back with a colleague's bundle.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// Its id, the same on all machines.
    pub id: String,
    /// When it was last changed, `yyyy-mm-ddThh:mm:ssZ`; to be shown.
    pub at: String,
    /// How often it was changed: of two of one id the higher holds.
    pub revision: u32,
    /// What is said to a unit (nhận xét gửi đơn vị).
    #[optional]
    pub remark: Option<UnitRemark>,
    /// That something was read (đã đọc).
    #[optional]
    pub read: Option<HasRead>,
    /// What several units say, in the officer's wording (vấn đề).
    #[optional]
    pub issue: Option<Issue>,
    /// That something is about an issue (gắn vấn đề).
    #[optional]
    pub tag: Option<Tag>,
    /// In which order issues stand.
    #[optional]
    pub order: Option<IssueOrder>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// A remark on a unit's assessment.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitRemark {
    /// The id of the unit's row.
    pub unit: String,
    /// The remark, as it stands in the returned file.
    pub remark: Remark,
    /// When it was handed out in a returned file, `yyyy-mm-ddThh:mm:ssZ`; empty where it was not.
    #[optional]
    pub sent_at: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// That what a unit says of a requirement was read.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HasRead {
    /// The id of the unit's row.
    pub unit: String,
    /// The requirement.
    pub requirement: RequirementId,
    /// The digest of the file that it was read in: what a later file says was not read.
    pub sha256: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// How far a remark has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkStage {
    /// It was written and not handed out (mới).
    New,
    /// It was handed out (đã gửi).
    Sent,
    /// A file of the unit answers it (đơn vị đã trả lời).
    Answered,
    /// Nothing more is asked (xong).
    Done,
}

impl Note {
    /// What is left of the note of that id once it was taken away.
    #[must_use]
    pub fn removed(id: String) -> Self {
        Self { id, ..Self::default() }
    }

    /// Whether it was taken away.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        let Self { remark, read, issue, tag, order, unknown, .. } = self;
        let is_empty = remark.is_none() && read.is_none() && issue.is_none() && tag.is_none() && order.is_none();
        is_empty && unknown.0.is_empty()
    }
}

impl UnitRemark {
    /// Whether it was written and not handed out.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.stage(false) == RemarkStage::New
    }

    /// How far it has come; `is_answered` is whether a file of the unit answers it.
    #[must_use]
    pub fn stage(&self, is_answered: bool) -> RemarkStage {
        match (self.remark.state, self.sent_at.is_empty()) {
            (RemarkState::Done, _) => RemarkStage::Done,
            (RemarkState::Sent, _) if is_answered => RemarkStage::Answered,
            (RemarkState::Sent, false) => RemarkStage::Sent,
            (RemarkState::Sent, true) => RemarkStage::New,
        }
    }
}
