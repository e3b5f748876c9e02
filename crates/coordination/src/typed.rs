//! What is being typed in a field (chữ đang gõ), as it is kept until the field is left.
//!
//! It is no change yet: nothing is counted, put together or drawn anew for it. When the field is left, it is taken, which is one change
//! and one step that can be undone. Where the page ends before that, it is taken when the gathering is opened the next time. So words are
//! on the disk while they are typed, and a day that is half typed sets nothing while somebody is at it.

use json::{TextChoice, Unknown, choice, record};
use report::particular::Particular;

/// A field, and what is typed in it.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// What the field is for.
    pub of: TypedOf,
    /// The id of a unit's row, where it is about one.
    #[optional]
    pub unit: String,
    /// The requirement that a remark is about; empty where it is about the whole.
    #[optional]
    pub requirement: String,
    /// The digest of the file that a remark is about.
    #[optional]
    pub about: String,
    /// The id: of the note, of the paragraph, of the issue, the name of a field beside a button, or around the text of the report. A new remark is given one with its first letters.
    #[optional]
    pub id: String,
    /// What is generated for a paragraph, beneath the officer's words.
    #[optional]
    pub base: String,
    /// What stands in the field.
    #[optional]
    pub text: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// What a field is for.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TypedOf {
    /// The name of the gathering.
    #[default]
    Name,
    /// The first day of the period.
    From,
    /// The deadline.
    Deadline,
    /// The cut-off day.
    CutOff,
    /// Who takes the decisions on this machine.
    Officer,
    /// A remark for a unit.
    Remark,
    /// A paragraph of the report upwards.
    Paragraph,
    /// The wording of an issue.
    Wording,
    /// When a unit's report was received.
    Received,
    /// Number and symbol of its signed report.
    Number,
    /// The date of that.
    Dated,
    /// Until when it has time.
    Until,
    /// Why it has, or need not report.
    Reason,
    /// A field of what stands around the text of the report: the id names it.
    Particular,
    /// Something that a button beside the field is for: until that is pressed it only stands there.
    Beside,
}

impl Typed {
    /// A field of the gathering's settings.
    #[must_use]
    pub fn setting(of: TypedOf) -> Self {
        Self { of, ..Self::default() }
    }

    /// A field of what stands around the text of the report.
    #[must_use]
    pub fn particular(field: Particular) -> Self {
        Self { id: field.id().to_owned(), ..Self::setting(TypedOf::Particular) }
    }

    /// Which of those fields it is.
    pub(crate) fn of_particular(&self) -> Option<Particular> {
        let at = Particular::NAMES.iter().position(|name| *name == self.id)?;
        Particular::ALL.get(at).copied()
    }

    /// A field of what the register says of the unit of that row.
    #[must_use]
    pub fn of_unit(of: TypedOf, unit: &str) -> Self {
        Self { unit: unit.to_owned(), ..Self::setting(of) }
    }

    /// A remark for a unit: new, or the one of that note in other words.
    #[must_use]
    pub fn remark(unit: &str, requirement: &str, about: &str, note: Option<&str>) -> Self {
        Self {
            requirement: requirement.to_owned(),
            about: about.to_owned(),
            id: note.unwrap_or_default().to_owned(),
            ..Self::of_unit(TypedOf::Remark, unit)
        }
    }

    /// A paragraph of the report, and what is generated beneath it.
    #[must_use]
    pub fn paragraph(id: &str, base: &str) -> Self {
        Self { id: id.to_owned(), base: base.to_owned(), ..Self::setting(TypedOf::Paragraph) }
    }

    /// The wording of the issue of that id.
    #[must_use]
    pub fn wording(issue: &str) -> Self {
        Self { id: issue.to_owned(), ..Self::setting(TypedOf::Wording) }
    }

    /// A field beside a button; the name tells it from others of its gathering.
    #[must_use]
    pub fn beside(name: &str) -> Self {
        Self { id: name.to_owned(), ..Self::setting(TypedOf::Beside) }
    }

    /// The same field with that text in it.
    #[must_use]
    pub fn with(&self, text: String) -> Self {
        Self { text, ..self.clone() }
    }

    /// What tells its field from all others. The note of a remark is no part of it: a new one has none before its first letter.
    #[must_use]
    pub fn key(&self) -> String {
        let Self { of, unit, requirement, about, id, .. } = self;
        let id = if *of == TypedOf::Remark { "" } else { id };
        let of = TypedOf::NAMES.get(*of as usize).copied().unwrap_or_default();
        [of, unit, requirement, about, id].join("\n")
    }
}
