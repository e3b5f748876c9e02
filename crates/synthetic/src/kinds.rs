//! Outcomes without their details: what an expectation names, and what is compared with it.

use exchange::Refusal;
use gathering::kind::Kind;
use gathering::line::{Cause, ContainerKind, Outcome, Remark, Unread, Utf16File};
use gathering::verdict::{self, Supersession, Verdict, Why};

/// What became of a physical thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// It is a container with that many members.
    Container(ContainerKind, u32),
    /// So many files of the system were passed over.
    Skipped(u32),
    /// It is held.
    Held,
    /// It is a file of a newer version.
    NewerFile,
    /// It is a bundle of a newer version.
    NewerBundle,
    /// It is a record of a bundle of a kind that is not known.
    OtherRecord,
    /// It speaks of another directive.
    Aside,
    /// It is refused.
    Refused(CauseKind),
}

/// Why a thing is refused.
#[allow(
    missing_docs,
    reason = "each is that of `gathering::line::Cause`, and of `exchange::Refusal`, with the same name"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CauseKind {
    Empty,
    Zeros,
    Unreadable,
    WrongKind(Kind),
    TooLarge,
    Json,
    OtherFormat,
    BadVersion,
    Damaged,
    Mismatch,
    NoAssessment,
    /// Causes of a refusal that are outcomes of their own.
    OtherRefusal,
    Sample,
    LostLetters,
    Utf16Whole,
    Utf16Changed,
    Utf16Other,
    UnusualRatio,
    SumTooLarge,
    TooManyMembers,
    NestedTooDeep,
    Encrypted,
    Method,
    CutShort,
    Broken,
    Overlapping,
    Checksum,
    NoMembers,
    CutRecord,
    CutBundle,
    BadRecord,
}

/// What there is to know of a file that is held.
#[allow(missing_docs, reason = "each is that of `gathering::line::Remark` with the same name")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemarkKind {
    Resaved,
    FromPage,
    FromMail,
    NameGuessed,
    SamplesLeftOut(u32),
}

/// What becomes of an assessment.
#[allow(missing_docs, reason = "each is that of `gathering::verdict` with the same name")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerdictKind {
    Only,
    /// It replaced that many.
    Latest(u32),
    /// It is one of that many parts that count.
    Part(u32),
    Chosen,
    /// It descends from the one that was chosen.
    ChosenLater,
    SupersededByChain,
    SupersededBySame,
    SupersededByChoice,
    Duplicate,
    LeftOut,
    Sample,
    OtherDirective,
    OtherEdition,
    EarlierPeriod,
    UnitUnknown,
    UnitClaimedTwice,
    FormerUnit,
    OtherView,
    TwoDrafts,
    SeparateWays,
    PartsOverlap,
    PartAfterWhole,
    CoversNothing,
    ChosenTwice,
    AfterChoice,
}

impl LineKind {
    /// What became of a thing.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Container { kind, members } => Self::Container(*kind, *members),
            Outcome::Skipped { files, .. } => Self::Skipped(*files),
            Outcome::Held { .. } => Self::Held,
            Outcome::KeptUnread(Unread::NewerFile(_)) => Self::NewerFile,
            Outcome::KeptUnread(Unread::NewerBundle(_)) => Self::NewerBundle,
            Outcome::KeptUnread(Unread::Record(_)) => Self::OtherRecord,
            Outcome::Aside { .. } => Self::Aside,
            Outcome::Refused { cause, .. } => Self::Refused(CauseKind::of(cause)),
        }
    }
}

impl CauseKind {
    /// Why a thing is refused.
    #[must_use]
    pub fn of(cause: &Cause) -> Self {
        match cause {
            Cause::Empty => Self::Empty,
            Cause::Zeros => Self::Zeros,
            Cause::Unreadable => Self::Unreadable,
            Cause::WrongKind(kind) => Self::WrongKind(*kind),
            Cause::TooLarge { .. } => Self::TooLarge,
            Cause::File(refusal) => Self::of_file(refusal),
            Cause::Sample => Self::Sample,
            Cause::LostLetters(_) => Self::LostLetters,
            Cause::Utf16(Utf16File::Whole) => Self::Utf16Whole,
            Cause::Utf16(Utf16File::Changed) => Self::Utf16Changed,
            Cause::Utf16(Utf16File::Other) => Self::Utf16Other,
            Cause::UnusualRatio { .. } => Self::UnusualRatio,
            Cause::SumTooLarge { .. } => Self::SumTooLarge,
            Cause::TooManyMembers { .. } => Self::TooManyMembers,
            Cause::NestedTooDeep { .. } => Self::NestedTooDeep,
            Cause::Encrypted => Self::Encrypted,
            Cause::Method { .. } => Self::Method,
            Cause::CutShort => Self::CutShort,
            Cause::Broken => Self::Broken,
            Cause::Overlapping(_) => Self::Overlapping,
            Cause::Checksum => Self::Checksum,
            Cause::NoMembers => Self::NoMembers,
            Cause::CutRecord => Self::CutRecord,
            Cause::CutBundle { .. } => Self::CutBundle,
            Cause::BadRecord => Self::BadRecord,
        }
    }

    fn of_file(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::Json(_) => Self::Json,
            Refusal::OtherFormat(_) => Self::OtherFormat,
            Refusal::BadVersion(_) => Self::BadVersion,
            Refusal::Damaged { .. } => Self::Damaged,
            Refusal::Mismatch(_) => Self::Mismatch,
            Refusal::NoAssessment => Self::NoAssessment,
            Refusal::NewerVersion(_) | Refusal::OtherDirective(_) => Self::OtherRefusal,
        }
    }
}

impl RemarkKind {
    /// The remarks of a file that is held, in their order here; none of what is not.
    #[must_use]
    pub fn all_of(outcome: &Outcome) -> Vec<Self> {
        let Outcome::Held { remarks, .. } = outcome else { return Vec::new() };
        let mut kinds: Vec<Self> = remarks.iter().map(Self::of).collect();
        kinds.sort_unstable();
        kinds
    }

    fn of(remark: &Remark) -> Self {
        match remark {
            Remark::Resaved(_) => Self::Resaved,
            Remark::FromPage => Self::FromPage,
            Remark::FromMail => Self::FromMail,
            Remark::NameGuessed => Self::NameGuessed,
            Remark::SamplesLeftOut(count) => Self::SamplesLeftOut(*count),
        }
    }
}

impl VerdictKind {
    /// What becomes of an assessment.
    #[must_use]
    pub fn of(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Counts(Why::Only) => Self::Only,
            Verdict::Counts(Why::Latest { of }) => Self::Latest(*of),
            Verdict::Counts(Why::Part { parts, .. }) => Self::Part(*parts),
            Verdict::Counts(Why::Chosen { is_later: false, .. }) => Self::Chosen,
            Verdict::Counts(Why::Chosen { is_later: true, .. }) => Self::ChosenLater,
            Verdict::Superseded { how: Supersession::Chain, .. } => Self::SupersededByChain,
            Verdict::Superseded { how: Supersession::SameContent, .. } => Self::SupersededBySame,
            Verdict::Superseded { how: Supersession::Chosen { .. }, .. } => Self::SupersededByChoice,
            Verdict::Duplicate { .. } => Self::Duplicate,
            Verdict::LeftOut { .. } => Self::LeftOut,
            Verdict::Aside(cause) => Self::aside(cause),
        }
    }

    fn aside(cause: &verdict::Cause) -> Self {
        use verdict::Cause;
        match cause {
            Cause::Sample => Self::Sample,
            Cause::OtherDirective => Self::OtherDirective,
            Cause::OtherEdition => Self::OtherEdition,
            Cause::EarlierPeriod { .. } => Self::EarlierPeriod,
            Cause::UnitUnknown => Self::UnitUnknown,
            Cause::UnitClaimedTwice => Self::UnitClaimedTwice,
            Cause::FormerUnit { .. } => Self::FormerUnit,
            Cause::OtherView => Self::OtherView,
            Cause::TwoDrafts => Self::TwoDrafts,
            Cause::SeparateWays => Self::SeparateWays,
            Cause::PartsOverlap => Self::PartsOverlap,
            Cause::PartAfterWhole { .. } => Self::PartAfterWhole,
            Cause::CoversNothing => Self::CoversNothing,
            Cause::ChosenTwice => Self::ChosenTwice,
            Cause::AfterChoice { .. } => Self::AfterChoice,
        }
    }
}
