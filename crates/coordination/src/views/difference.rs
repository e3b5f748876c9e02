//! Where a text differs from an earlier one: one run of words.

/// A text, cut into what it begins and ends with as before, and what lies between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Difference<'a> {
    /// What stood there before, too.
    pub start: &'a str,
    /// What stood there before and does not now.
    pub gone: &'a str,
    /// What stands there now and did not before.
    pub new: &'a str,
    /// What stood there before, too.
    pub end: &'a str,
}

impl<'a> Difference<'a> {
    /// Between a text before and now, by whole words.
    #[must_use]
    pub fn between(before: &'a str, now: &'a str) -> Self {
        let (before, now) = (before.trim(), now.trim());
        let words = |text: &'a str| text.split_inclusive(char::is_whitespace);
        let pairs = words(before).zip(words(now));
        let start: usize = pairs.take_while(|(old, new)| old == new).map(|(word, _)| word.len()).sum();
        let (old, new) = (before.get(start..).unwrap_or_default(), now.get(start..).unwrap_or_default());
        let pairs = words(old).rev().zip(words(new).rev());
        let end: usize = pairs.take_while(|(old, new)| old == new).map(|(word, _)| word.len()).sum();
        let without_end = |text: &'a str| text.get(..text.len().saturating_sub(end)).unwrap_or_default();
        Self {
            start: now.get(..start).unwrap_or_default(),
            gone: without_end(old),
            new: without_end(new),
            end: new.get(new.len().saturating_sub(end)..).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(before: &str, now: &str) -> [String; 4] {
        let Difference { start, gone, new, end } = Difference::between(before, now);
        [start, gone, new, end].map(str::to_owned)
    }

    #[test]
    fn one_stretch_of_whole_words_is_another() {
        assert_eq!(cut("đã rà soát 14 nội dung", "đã rà soát 15 nội dung"), ["đã rà soát ", "14 ", "15 ", "nội dung"]);
        assert_eq!(cut("", "mới"), ["", "", "mới", ""]);
        assert_eq!(cut("cũ", " "), ["", "cũ", "", ""]);
        assert_eq!(cut(" như cũ\n", "như cũ"), ["như cũ", "", "", ""]);
        assert_eq!(cut("a a", "a a a"), ["a ", "", "a ", "a"]);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_two_texts(before in "[ab ề\u{301}\n]{0,12}", now in "[ab ề\u{301}\n]{0,12}") {
            let [start, gone, new, end] = cut(&before, &now);
            prop_assert_eq!([start.as_str(), &new, &end].concat(), now.trim());
            prop_assert_eq!([start.as_str(), &gone, &end].concat(), before.trim());
        }
    }
}
