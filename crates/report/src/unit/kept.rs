//! What is kept of a unit's report beside its assessment.

use crate::around::Particulars;
use crate::edits::Edits;
use json::{Json, Unknown, read_as, record, written};

/// What is kept of a unit's report with the draft of its assessment. All of it may be absent.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What stands around the text.
    #[optional]
    pub particulars: Particulars,
    /// The paragraphs that were rewritten.
    #[optional]
    pub edits: Edits,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

impl Kept {
    /// Takes what was kept out of a draft's record.
    ///
    /// # Errors
    /// Where it is of another form, as a newer version may have it: then it is to be left as it is.
    pub fn read(json: Json) -> Result<Self, json::Mismatch> {
        read_as(json)
    }

    /// As it is kept; nothing where there is nothing to keep.
    #[must_use]
    pub fn write(self) -> Option<Json> {
        (self != Self::default()).then(|| written(self))
    }
}
