//! What became of things, as codes for programs. They are the same in every language; the words for people are made from them.

use crate::kind::Kind;
use crate::line::{Cause, ContainerKind, Outcome, Remark, Unread, Utf16File};
use crate::verdict::{self, Supersession, Verdict, Why};
use exchange::{Damage, Refusal};

/// That a thing is refused; [`cause`] says why.
pub const REFUSED: &str = "refused";

/// That a thing is held.
pub const HELD: &str = "held";

/// That a record of a bundle is of a kind that is not known.
pub const OTHER_RECORD: &str = "other-record";

/// That a record of a bundle ends before its end.
pub const CUT_RECORD: &str = "cut-record";

/// That a file is of a newer version of the format.
pub const NEWER_VERSION: &str = "newer-version";

/// That a file is of another directive.
pub const OTHER_DIRECTIVE: &str = "other-directive";

/// What became of a thing.
#[must_use]
pub fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Container { kind, .. } => match kind {
            ContainerKind::Zip => "zip",
            ContainerKind::Gzip => "gzip",
            ContainerKind::Mail => "mail",
            ContainerKind::Bundle => "bundle",
        },
        Outcome::Skipped { .. } => "skipped",
        Outcome::Held { .. } => HELD,
        Outcome::KeptUnread(Unread::Record(_)) => OTHER_RECORD,
        Outcome::KeptUnread(Unread::NewerFile(_)) => NEWER_VERSION,
        Outcome::KeptUnread(Unread::NewerBundle(_)) => "newer-bundle",
        Outcome::Aside { .. } => OTHER_DIRECTIVE,
        Outcome::Refused { .. } => REFUSED,
    }
}

/// Why a thing is refused.
#[must_use]
pub fn cause(cause: &Cause) -> &'static str {
    match cause {
        Cause::Empty => "empty",
        Cause::Zeros => "zeros",
        Cause::Unreadable => "unreadable",
        Cause::WrongKind(kind) => of_kind(*kind),
        Cause::TooLarge { .. } => "too-large",
        Cause::File(refusal) => of_refusal(refusal),
        Cause::Sample => "sample",
        Cause::LostLetters(_) => "lost-letters",
        Cause::Utf16(Utf16File::Whole) => "utf-16",
        Cause::Utf16(Utf16File::Changed) => "utf-16-changed",
        Cause::Utf16(Utf16File::Other) => "utf-16-other",
        Cause::UnusualRatio { .. } => "unusual-ratio",
        Cause::SumTooLarge { .. } => "sum-too-large",
        Cause::TooManyMembers { .. } => "too-many-members",
        Cause::NestedTooDeep { .. } => "nested-too-deep",
        Cause::Encrypted => "encrypted",
        Cause::Method { .. } => "packing-method",
        Cause::CutShort => "cut",
        Cause::CutRecord => CUT_RECORD,
        Cause::CutBundle { .. } => "cut-bundle",
        Cause::Broken => "broken",
        Cause::BadRecord => "bad-record",
        Cause::Overlapping(_) => "overlapping",
        Cause::Checksum => "checksum",
        Cause::NoMembers => "no-members",
    }
}

fn of_refusal(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Json(error) => of_json(&error.cause),
        Refusal::OtherFormat(_) => "other-format",
        Refusal::BadVersion(_) => "bad-version",
        Refusal::NewerVersion(_) => NEWER_VERSION,
        Refusal::Damaged { damage: Damage::Digest { .. } | Damage::NotCanonical, .. } => "changed",
        Refusal::OtherDirective(_) => OTHER_DIRECTIVE,
        Refusal::Mismatch(_) => "mismatch",
        Refusal::NoAssessment => "no-assessment",
    }
}

/// Of what is no JSON that can be taken: a file that ends too early was mostly not copied to its end, one with foreign bytes saved in a
/// code page; for the rest it is all the same to whoever asks for the original.
fn of_json(cause: &json::Cause) -> &'static str {
    match cause {
        json::Cause::UnexpectedEnd => "cut-file",
        json::Cause::NotUtf8 | json::Cause::Utf16 => "not-utf-8",
        json::Cause::TooLarge { .. }
        | json::Cause::TooDeep { .. }
        | json::Cause::TooManyNodes { .. }
        | json::Cause::TextTooLong { .. } => "too-much",
        json::Cause::NotJson
        | json::Cause::TrailingContent
        | json::Cause::DuplicateKey { .. }
        | json::Cause::ForbiddenCharacter { .. }
        | json::Cause::LoneSurrogate { .. } => "not-json",
    }
}

/// Of what is not read; by the kinds that differ in what to do about them.
fn of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Word => "word",
        Kind::Excel => "excel",
        Kind::PowerPoint => "powerpoint",
        Kind::OpenDocument | Kind::Office => "office",
        Kind::EncryptedOffice => "encrypted-office",
        Kind::Pdf => "pdf",
        Kind::Picture => "picture",
        Kind::Media => "media",
        Kind::Rar => "rar",
        Kind::SevenZip => "7z",
        Kind::OtherArchive(_) => "other-archive",
        Kind::OutlookMessage => "outlook-message",
        Kind::OutlookAttachments => "outlook-attachments",
        Kind::Page => "page",
        Kind::Shortcut => "shortcut",
        Kind::Program => "program",
        Kind::Text => "text",
        Kind::Empty => "empty",
        Kind::Zeros => "zeros",
        Kind::Json | Kind::Bundle | Kind::Zip | Kind::Gzip | Kind::Mail | Kind::Utf16 | Kind::Other => "wrong-kind",
    }
}

/// What there is to know of a file that is held.
#[must_use]
pub fn remark(remark: &Remark) -> &'static str {
    match remark {
        Remark::Resaved(_) => "resaved",
        Remark::FromPage => "from-page",
        Remark::FromMail => "from-mail",
        Remark::NameGuessed => "name-guessed",
        Remark::SamplesLeftOut(_) => "samples-left-out",
    }
}

/// What becomes of an assessment, and why; the second is empty where there is nothing to tell apart.
#[must_use]
pub fn verdict(verdict: &Verdict) -> (&'static str, &'static str) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_asks_for_another_doing_has_a_code_of_its_own() {
        let method = Cause::Method { id: 9, name: None };
        let causes = [
            Cause::Empty,
            Cause::Zeros,
            Cause::Unreadable,
            Cause::Sample,
            Cause::LostLetters(1),
            Cause::Utf16(Utf16File::Whole),
            Cause::Utf16(Utf16File::Changed),
            Cause::Utf16(Utf16File::Other),
            Cause::Encrypted,
            method,
            Cause::CutShort,
            Cause::Broken,
            Cause::CutRecord,
            Cause::CutBundle { expected: None, found: 0 },
            Cause::BadRecord,
            Cause::Checksum,
            Cause::NoMembers,
            Cause::File(Refusal::NoAssessment),
            Cause::File(Refusal::OtherFormat(String::new())),
            Cause::File(Refusal::too_large(3_000_000)),
        ];
        let kinds = [
            Kind::Word,
            Kind::Excel,
            Kind::PowerPoint,
            Kind::Office,
            Kind::EncryptedOffice,
            Kind::Pdf,
            Kind::Picture,
            Kind::Media,
            Kind::Rar,
            Kind::SevenZip,
            Kind::OtherArchive(""),
            Kind::OutlookMessage,
            Kind::OutlookAttachments,
            Kind::Page,
            Kind::Shortcut,
            Kind::Program,
            Kind::Text,
            Kind::Other,
        ];
        let all = causes.iter().map(cause).chain(kinds.map(|kind| cause(&Cause::of_kind(kind))));
        let codes: Vec<&str> = all.collect();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "{codes:?}");
    }
}
