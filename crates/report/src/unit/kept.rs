//! What is kept of a unit's report beside its assessment.

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

/// What a person fills in of what stands around the text. What is empty is left out, left blank, or follows by rule.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// The id of the profile (thể thức); empty for the first one.
    #[optional]
    pub profile: String,
    /// The superior body (cơ quan cấp trên).
    #[optional]
    pub superior: String,
    /// The issuing body (cơ quan ban hành); the unit's name where it is empty.
    #[optional]
    pub issuer: String,
    /// The symbol of the issuing body in the number (ký hiệu), such as `QU`.
    #[optional]
    pub symbol: String,
    /// The place before the date (địa danh).
    #[optional]
    pub place: String,
    /// To whom it is sent (kính gửi), one a line.
    #[optional]
    pub addressees: String,
    /// For whom it is signed (ký thay mặt), such as `T/M BAN THƯỜNG VỤ`.
    #[optional]
    pub authority: String,
    /// The signer's position (chức vụ).
    #[optional]
    pub position: String,
    /// The signer's name (họ tên).
    #[optional]
    pub name: String,
    /// Who gets a copy (nơi nhận), one a line.
    #[optional]
    pub recipients: String,
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
