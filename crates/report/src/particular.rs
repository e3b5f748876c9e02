//! The fields of what stands around the text.

use crate::around::Particulars;
use crate::typed::{in_lines, one_line};
use json::{TextChoice, choice};

/// A field of what stands around the text, in the order in which they are asked for.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Particular {
    /// The id of the profile (thể thức).
    #[default]
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
    /// Its name among the fields of a page.
    #[must_use]
    pub fn id(self) -> &'static str {
        let found = Self::ALL.iter().zip(Self::NAMES).find(|(one, _)| **one == self);
        found.map(|(_, name)| *name).unwrap_or_default()
    }

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

    /// Whether what follows by rule stands in it once it is emptied.
    #[must_use]
    pub fn follows(self, by_rule: &Particulars) -> bool {
        self != Self::Superior && !self.text(by_rule).is_empty()
    }

    /// Where its text is kept.
    fn text_mut(self, of: &mut Particulars) -> &mut String {
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

impl Particulars {
    /// What stands in a field: what was filled in, or what follows by rule.
    #[must_use]
    pub fn shown<'a>(&'a self, field: Particular, by_rule: &'a Self) -> &'a str {
        let filled = field.text(self);
        let is_emptied = field == Particular::Superior && self.no_superior;
        if filled.is_empty() && !is_emptied { field.text(by_rule) } else { filled }
    }

    /// Fills a field in. What is filled in as it stands there anyway is not filled in: it goes on following the rule. Of what was pasted
    /// no controls are left.
    pub fn fill(&mut self, field: Particular, text: String, by_rule: &Self) {
        let tidy = if field.has_lines() { in_lines } else { one_line };
        let text = tidy(&text);
        let is_by_rule = field != Particular::Profile && tidy(field.text(by_rule)) == text;
        if field == Particular::Superior {
            self.no_superior = text.is_empty() && !is_by_rule;
        }
        *field.text_mut(self) = if is_by_rule { String::new() } else { text };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_tidied_and_follows_the_rule_where_it_says_the_same() {
        let by_rule =
            Particulars { issuer: "BAN  A".into(), recipients: "Như trên\nLưu".into(), ..Particulars::default() };
        let filled = |field: Particular, text: &str| {
            let mut all = Particulars::default();
            all.fill(field, text.to_owned(), &by_rule);
            (field.text(&all).to_owned(), all.no_superior)
        };
        for (field, text, kept) in [
            (Particular::Position, " Phó\u{b}Trưởng\u{1}ban ", "Phó Trưởng ban"),
            (Particular::Addressees, "Ban A;\u{b}Ban\u{2}B\r\n", "Ban A;\nBan B"),
            (Particular::Issuer, "BAN A ", ""),
            (Particular::Recipients, "Như trên\u{b}Lưu\n", ""),
        ] {
            assert_eq!(filled(field, text), (kept.to_owned(), false), "{text:?}");
        }
        let with_superior = Particulars { superior: "BỘ".into(), ..Particulars::default() };
        let mut all = Particulars::default();
        all.fill(Particular::Superior, " \u{1}".to_owned(), &with_superior);
        assert!(all.no_superior && all.shown(Particular::Superior, &with_superior).is_empty());
    }
}
