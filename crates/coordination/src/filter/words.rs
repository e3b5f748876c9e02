//! Searching for words without regard to marks.

use domain::fold::fold;
use gathering::fold::{bare, spelled};
use gathering::units::Units;

/// Words that are looked for.
pub(super) struct Sought {
    /// As they begin words in the name of a unit.
    beginnings: Vec<String>,
    /// As they stand in the name of a file.
    parts: Vec<String>,
}

impl Sought {
    pub(super) fn of(text: &str) -> Self {
        Self {
            beginnings: spelled(text).iter().map(|word| bare(word)).collect(),
            parts: fold(text).split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// Whether nothing is looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.beginnings.is_empty() && self.parts.is_empty()
    }

    /// Whether each begins a word of this name, as [`spelling`] gives it.
    pub(super) fn begin_words_of(&self, name: &str) -> bool {
        self.begin(name.split(' '))
    }

    /// Whether each begins a word of the name of this row.
    pub(super) fn begin_words_of_row(&self, units: &Units, row: u32) -> bool {
        self.is_empty() || self.begin(units.spelled(row).iter().map(String::as_str))
    }

    fn begin<'a>(&self, words: impl Iterator<Item = &'a str> + Clone) -> bool {
        self.beginnings.iter().all(|sought| words.clone().any(|word| begins(word, sought)))
    }

    /// Whether each stands in this name, as [`fold`] gives it.
    pub(super) fn stand_in(&self, name: &str) -> bool {
        self.parts.iter().all(|sought| name.contains(sought.as_str()))
    }
}

/// Whether a spelled word begins so, marks and tone aside. Nothing is made of it: there are tens of thousands.
fn begins(word: &str, sought: &str) -> bool {
    let is_number = word.bytes().all(|letter| letter.is_ascii_digit());
    let mut letters = word.chars().filter(|letter| is_number || !letter.is_ascii_digit());
    sought.chars().all(|wanted| letters.next() == Some(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use gathering::fold::spelling;

    #[test]
    fn beginnings_of_words_are_enough_and_marks_may_be_left_out() {
        let name = spelling("Ủy ban nhân dân xã Long Mỹ 12");
        for sought in ["", "  ", "long my", "Lóng", "UBND", "uỷ ban", "dan xa", "12", "1", "l"] {
            assert!(Sought::of(sought).begin_words_of(&name), "{sought}");
        }
        for sought in ["ong", "long my 2", "hội", "2"] {
            assert!(!Sought::of(sought).begin_words_of(&name), "{sought}");
        }
        let name = fold("1022_Quận-Ô-Môn_3f2a.json");
        assert!(Sought::of("quan o mon").stand_in(&name));
        assert!(Sought::of("3F2A .json").stand_in(&name));
        assert!(!Sought::of("ninh").stand_in(&name));
    }
}
