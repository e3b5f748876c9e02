//! The fields of what stands around the text.

use report::unit::Particulars;

/// A field of what stands around the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Particular {
    /// The id of the profile (thể thức).
    Profile,
    /// The superior body (cơ quan cấp trên).
    Superior,
    /// The issuing body (cơ quan ban hành).
    Issuer,
    /// The symbol in the number (ký hiệu).
    Symbol,
    /// The place before the date (địa danh).
    Place,
    /// To whom it is sent (kính gửi), one a line.
    Addressees,
    /// For whom it is signed (ký thay mặt).
    Authority,
    /// The signer's position (chức vụ).
    Position,
    /// The signer's name (họ tên).
    Name,
    /// Who gets a copy (nơi nhận), one a line.
    Recipients,
}

impl Particular {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Self; 10] = [
        Self::Profile,
        Self::Superior,
        Self::Issuer,
        Self::Symbol,
        Self::Place,
        Self::Addressees,
        Self::Authority,
        Self::Position,
        Self::Name,
        Self::Recipients,
    ];

    /// Whether it takes several lines.
    #[must_use]
    pub fn has_lines(self) -> bool {
        matches!(self, Self::Addressees | Self::Recipients)
    }

    /// What stands in it.
    #[must_use]
    pub fn text(self, of: &Particulars) -> &str {
        match self {
            Self::Profile => &of.profile,
            Self::Superior => &of.superior,
            Self::Issuer => &of.issuer,
            Self::Symbol => &of.symbol,
            Self::Place => &of.place,
            Self::Addressees => &of.addressees,
            Self::Authority => &of.authority,
            Self::Position => &of.position,
            Self::Name => &of.name,
            Self::Recipients => &of.recipients,
        }
    }

    /// Where its text is kept.
    pub(crate) fn text_mut(self, of: &mut Particulars) -> &mut String {
        match self {
            Self::Profile => &mut of.profile,
            Self::Superior => &mut of.superior,
            Self::Issuer => &mut of.issuer,
            Self::Symbol => &mut of.symbol,
            Self::Place => &mut of.place,
            Self::Addressees => &mut of.addressees,
            Self::Authority => &mut of.authority,
            Self::Position => &mut of.position,
            Self::Name => &mut of.name,
            Self::Recipients => &mut of.recipients,
        }
    }
}
