//! What became of things, in words for programs: they do not change with the language of people.

use exchange::{Damage, Refusal};
use gathering::kind::Kind;
use gathering::line::{Cause, ContainerKind, Outcome, Unread};
use gathering::verdict::{self, Supersession, Verdict, Why};

/// What became of a thing.
pub(crate) fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Container { kind, .. } => match kind {
            ContainerKind::Zip => "zip",
            ContainerKind::Gzip => "gzip",
            ContainerKind::Mail => "mail",
            ContainerKind::Bundle => "bundle",
        },
        Outcome::Skipped { .. } => "skipped",
        Outcome::Held { .. } => "held",
        Outcome::KeptUnread(Unread::Record(_)) => "other-record",
        Outcome::KeptUnread(_) => "newer-version",
        Outcome::Aside { .. } => "other-directive",
        Outcome::Refused { .. } => "refused",
    }
}

/// Why a thing is refused.
pub(crate) fn cause(cause: &Cause) -> &'static str {
    match cause {
        Cause::Empty => "empty",
        Cause::Zeros => "zeros",
        Cause::Unreadable => "unreadable",
        Cause::WrongKind(kind) => of_kind(*kind),
        Cause::TooLarge { .. } => "too-large",
        Cause::File(refusal) => of_refusal(refusal),
        Cause::Sample => "sample",
        Cause::LostLetters(_) => "lost-letters",
        Cause::Utf16(_) => "utf-16",
        Cause::UnusualRatio { .. } => "unusual-ratio",
        Cause::SumTooLarge { .. } => "sum-too-large",
        Cause::TooManyMembers { .. } => "too-many-members",
        Cause::NestedTooDeep { .. } => "nested-too-deep",
        Cause::Encrypted => "encrypted",
        Cause::Method { .. } => "packing-method",
        Cause::CutShort | Cause::CutRecord | Cause::CutBundle { .. } => "cut",
        Cause::Broken | Cause::BadRecord => "broken",
        Cause::Overlapping(_) => "overlapping",
        Cause::Checksum => "checksum",
        Cause::NoMembers => "no-members",
    }
}

fn of_refusal(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Json(_) => "not-json",
        Refusal::OtherFormat(_) => "other-format",
        Refusal::BadVersion(_) => "bad-version",
        Refusal::NewerVersion(_) => "newer-version",
        Refusal::Damaged { damage: Damage::Digest { .. } | Damage::NotCanonical, .. } => "changed",
        Refusal::OtherDirective(_) => "other-directive",
        Refusal::Mismatch(_) => "mismatch",
        Refusal::NoAssessment => "no-assessment",
    }
}

fn of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Word => "word",
        Kind::Excel => "excel",
        Kind::Pdf => "pdf",
        Kind::Picture => "picture",
        Kind::Rar => "rar",
        Kind::SevenZip => "7z",
        _ => "wrong-kind",
    }
}

/// What becomes of an assessment, and why.
pub(crate) fn verdict(verdict: &Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Counts(why) => ("counts", counts(why)),
        Verdict::Superseded { how, .. } => ("superseded", superseded(how)),
        Verdict::Duplicate { .. } => ("duplicate", ""),
        Verdict::Aside(cause) => ("aside", aside(cause)),
        Verdict::LeftOut { .. } => ("left-out", ""),
    }
}

fn counts(why: &Why) -> &'static str {
    match why {
        Why::Only => "only",
        Why::Latest { .. } => "latest",
        Why::Part { .. } => "part",
        Why::Chosen { .. } => "chosen",
    }
}

fn superseded(how: &Supersession) -> &'static str {
    match how {
        Supersession::Chain => "chain",
        Supersession::SameContent => "same-content",
        Supersession::Chosen { .. } => "chosen",
    }
}

fn aside(cause: &verdict::Cause) -> &'static str {
    match cause {
        verdict::Cause::Sample => "sample",
        verdict::Cause::OtherDirective => "other-directive",
        verdict::Cause::OtherEdition => "other-edition",
        verdict::Cause::EarlierPeriod { .. } => "earlier-period",
        verdict::Cause::UnitUnknown => "unit-unknown",
        verdict::Cause::UnitClaimedTwice => "unit-claimed-twice",
        verdict::Cause::FormerUnit { .. } => "former-unit",
        verdict::Cause::OtherView => "other-view",
        verdict::Cause::TwoDrafts => "two-drafts",
        verdict::Cause::SeparateWays => "separate-ways",
        verdict::Cause::PartsOverlap => "parts-overlap",
        verdict::Cause::PartAfterWhole { .. } => "part-after-whole",
        verdict::Cause::CoversNothing => "covers-nothing",
        verdict::Cause::ChosenTwice => "chosen-twice",
        verdict::Cause::AfterChoice { .. } => "after-choice",
    }
}
