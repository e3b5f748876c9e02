//! What stands around the text of an official report. Texts are as they stand on paper: in capitals where the profile has it so, with
//! blanks that do not break where a person is to write by hand.

use json::{Unknown, record};

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
    /// Whether none stands there, not even the one that follows by rule.
    #[optional]
    pub no_superior: bool,
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

/// What stands above the text. On paper two columns: superior, issuer, the profile's mark and the number on the left; motto, place and
/// date on the right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The superior body (cơ quan cấp trên); may be empty.
    pub superior: String,
    /// The issuing body (cơ quan ban hành).
    pub issuer: String,
    /// The line of the number (số, ký hiệu), with a blank for the number.
    pub number: String,
    /// The head of the Party's or the State's documents, one or two lines: those of the profile.
    pub motto: Vec<String>,
    /// Place and date (địa danh, ngày tháng năm), with blanks for the date.
    pub place_and_date: String,
}

/// To whom it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addressees {
    /// `Kính gửi:`.
    pub label: String,
    /// Who, at least one. One stands in the line of the label, several below each other.
    pub lines: Vec<String>,
}

/// What stands below the text. On paper two columns: the recipients on the left, the signature on the right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    /// Who signs.
    pub signature: Signature,
    /// Who gets a copy.
    pub recipients: Recipients,
}

/// Who signs. Between position and name is room for the signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// For whom (thẩm quyền ký), such as `T/M BAN THƯỜNG VỤ`; empty where somebody signs for the body that he leads.
    pub authority: String,
    /// The position (chức vụ); a blank where it is not known.
    pub position: String,
    /// The name (họ tên); a blank where it is not known.
    pub name: String,
}

/// Who gets a copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// `Nơi nhận:`.
    pub label: String,
    /// The lines, with their dashes and stops.
    pub lines: Vec<String>,
}

impl Head {
    /// All its lines, the left column first; one may be empty.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let left = [&self.superior, &self.issuer, &self.number];
        left.into_iter().chain(&self.motto).chain([&self.place_and_date]).map(String::as_str)
    }
}

impl Addressees {
    /// As one text: in one line, or one a line below the label.
    #[must_use]
    pub fn text(&self) -> String {
        match self.lines.as_slice() {
            [one] => [&self.label, " ", one].concat(),
            lines => [std::slice::from_ref(&self.label), lines].concat().join("\n"),
        }
    }
}

impl Signature {
    /// All its lines; one may be empty.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        [&self.authority, &self.position, &self.name].into_iter().map(String::as_str)
    }
}

impl Recipients {
    /// The label and the lines.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.label).chain(&self.lines).map(String::as_str)
    }
}
