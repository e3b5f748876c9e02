//! Error codes of refusals, for programs.

use super::read::Refusal;
use json::Cause;

impl Refusal {
    /// A name for programs, which stays the same when the words for people change.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json(error) => of_cause(&error.cause),
            Self::OtherFormat(_) => "other-format",
            Self::BadVersion(_) => "bad-version",
            Self::NewerVersion(_) => "newer-version",
            Self::Damaged { .. } => "damaged",
            Self::OtherDirective(_) => "other-directive",
            Self::Mismatch(_) => "wrong-content",
            Self::NoAssessment => "no-assessment",
        }
    }
}

fn of_cause(cause: &Cause) -> &'static str {
    match cause {
        Cause::TooLarge { .. } => "too-large",
        Cause::Utf16 => "utf-16",
        Cause::NotUtf8 => "not-utf-8",
        Cause::NotJson => "not-json",
        Cause::UnexpectedEnd => "cut-off",
        Cause::TrailingContent => "trailing-content",
        Cause::DuplicateKey { .. } => "duplicate-key",
        Cause::TooDeep { .. } => "too-deep",
        Cause::TooManyNodes { .. } => "too-many-values",
        Cause::TextTooLong { .. } => "text-too-long",
        Cause::ForbiddenCharacter { .. } => "forbidden-character",
        Cause::LoneSurrogate { .. } => "lone-surrogate",
    }
}
