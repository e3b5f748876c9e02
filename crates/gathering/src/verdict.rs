//! What becomes of an assessment that was received, and why.

use crate::received::Key;
use domain::date::Date;

/// What becomes of an assessment that was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It counts, alone or with other parts (được tính).
    Counts(Why),
    /// Another one has taken its place (đã có bản mới hơn).
    Superseded {
        /// The one that did.
        by: Key,
        /// How that is known.
        how: Supersession,
    },
    /// The same content came more than once (trùng).
    Duplicate {
        /// The one that stands for all.
        of: Key,
    },
    /// It is put aside (để riêng).
    Aside(Cause),
    /// A person left it out (không tính).
    LeftOut {
        /// The id of the decision.
        decision: String,
        /// Why.
        reason: String,
    },
}

/// Why an assessment counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is the only one of its unit.
    Only,
    /// It has taken the place of so many others.
    Latest {
        /// How many.
        of: u32,
    },
    /// It is one of several parts of a draft, none of which speaks of the same.
    Part {
        /// How many parts count.
        parts: u32,
        /// Of how many requirements all of them speak.
        covered: u32,
        /// How many requirements concern the unit.
        required: u32,
    },
    /// A person chose it, or the one that it has taken the place of since.
    Chosen {
        /// The id of the decision.
        decision: String,
        /// Whether it came after the choice.
        is_later: bool,
    },
}

/// How it is known that one has taken the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supersession {
    /// Its file names the other's among those that led to it, or names one that does.
    Chain,
    /// Both say the same.
    SameContent,
    /// A person chose it over the other.
    Chosen {
        /// The id of the decision.
        decision: String,
    },
}

/// Why an assessment is put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It is the sample (bản mẫu), which never counts.
    Sample,
    /// It reports on another directive.
    OtherDirective,
    /// It reports on another edition of the directive's data.
    OtherEdition,
    /// Its figures are of an earlier period (kỳ trước).
    EarlierPeriod {
        /// The day that they speak of.
        as_of: Date,
    },
    /// Nobody knows whose it is (chưa rõ đơn vị).
    UnitUnknown,
    /// It has the id of a unit, files with that id have different names, and this name is not the unit's.
    UnitClaimedTwice,
    /// It is of a unit that became a part of these rows.
    FormerUnit {
        /// The rows.
        rows: Vec<u32>,
    },
    /// It is of a unit that is not in this view.
    OtherView,
    /// The unit sent two drafts, neither of which came of the other.
    TwoDrafts,
    /// Two people went separate ways from one draft.
    SeparateWays,
    /// Another part of the draft speaks of the same requirement, and neither came of the other.
    PartsOverlap,
    /// It is a part that came of a whole which counts.
    PartAfterWhole {
        /// The whole.
        whole: Key,
    },
    /// It is a part of requirements that the directive does not have.
    CoversNothing,
    /// Several were chosen of which only one can count.
    ChosenTwice,
    /// It came after a person had chosen another one, and did not come of that.
    AfterChoice {
        /// The id of the decision.
        decision: String,
    },
}

impl Verdict {
    /// Whether it counts.
    #[must_use]
    pub fn counts(&self) -> bool {
        matches!(self, Self::Counts(_))
    }

    /// Whether a person has to decide.
    #[must_use]
    pub fn awaits_decision(&self) -> bool {
        matches!(self, Self::Aside(cause) if cause.awaits_decision())
    }
}

impl Cause {
    /// Whether a person has to decide. What is of another directive, edition, period or view is not in question here, the sample never
    /// counts, and a part after a whole changes nothing unless a person wants it to.
    #[must_use]
    pub fn awaits_decision(&self) -> bool {
        match self {
            Self::UnitUnknown
            | Self::UnitClaimedTwice
            | Self::TwoDrafts
            | Self::SeparateWays
            | Self::PartsOverlap
            | Self::ChosenTwice
            | Self::AfterChoice { .. } => true,
            Self::Sample
            | Self::OtherDirective
            | Self::OtherEdition
            | Self::EarlierPeriod { .. }
            | Self::FormerUnit { .. }
            | Self::OtherView
            | Self::PartAfterWhole { .. }
            | Self::CoversNothing => false,
        }
    }
}
