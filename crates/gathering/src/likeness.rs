//! How similar two different names are.

use crate::fold::bare;
use std::collections::BTreeSet;

/// Letters of a name that are compared.
const MOST_LETTERS: usize = 200;

/// How alike two names are, each as it is spelled, from 0 to 100: by their letters without marks, or by the words that they have in
/// common, whichever is more. 100 is the same name; two that differ in marks or tones alone have 99.
#[must_use]
pub fn likeness(one: &[String], other: &[String]) -> u32 {
    if one == other {
        return 100;
    }
    let bare_words = |words: &[String]| words.iter().map(|word| bare(word)).collect::<Vec<String>>();
    let (one, other) = (bare_words(one), bare_words(other));
    by_letters(&one.join(" "), &other.join(" ")).max(by_words(&one, &other)).min(99)
}

/// By how few letters one is made of the other.
fn by_letters(one: &str, other: &str) -> u32 {
    let letters = |text: &str| text.chars().take(MOST_LETTERS).collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let longest = one.len().max(other.len());
    percent(longest - edits(&one, &other).min(longest), longest)
}

/// The mean of two measures: what they have in common, of both together, and of the one that has fewer words. So a name that lacks
/// the place, such as the city, is like the one that has it.
fn by_words(one: &[String], other: &[String]) -> u32 {
    let (one, other): (BTreeSet<&String>, BTreeSet<&String>) = (one.iter().collect(), other.iter().collect());
    let common = one.intersection(&other).count();
    (percent(common * 2, one.len() + other.len()) + percent(common, one.len().min(other.len()))) / 2
}

fn percent(part: usize, whole: usize) -> u32 {
    (part * 100).checked_div(whole).and_then(|percent| u32::try_from(percent).ok()).unwrap_or(0)
}

/// How many letters must be put in, taken out or changed (Levenshtein's distance).
fn edits(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.iter().enumerate() {
        let (mut diagonal, mut left) = (line, line + 1);
        for (cell, other) in row.iter_mut().skip(1).zip(other) {
            let changed = diagonal + usize::from(letter != other);
            diagonal = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::spelled;
    use proptest::prelude::*;

    fn like(one: &str, other: &str) -> u32 {
        likeness(&spelled(one), &spelled(other))
    }

    #[test]
    fn slips_missing_words_and_another_order_are_alike_and_other_units_are_less() {
        assert_eq!(like("Quận uỷ Ô Môn", "Quận ủy Ô Môn"), 100);
        assert_eq!(like("Xã Tân Hòa", "Xã Tân Hóa"), 99);
        for (typed, meant, other) in [
            ("Quan uy Ninh Kieu", "Quận ủy Ninh Kiều", "Quận ủy Bình Thủy"),
            ("Quận ủy Ning Kiều", "Quận ủy Ninh Kiều", "Huyện ủy Vĩnh Thạnh"),
            ("Ban Tuyên giáo", "Ban Tuyên giáo Thành ủy", "Ban Tổ chức Thành ủy"),
            ("Thành ủy – Ban Dân vận", "Ban Dân vận Thành ủy", "Ban Nội chính Thành ủy"),
            ("Sở Y tế", "Sở Y tế thành phố Cần Thơ", "Sở Tài chính"),
        ] {
            assert!(like(typed, meant) > 75, "{typed}: {}", like(typed, meant));
            assert!(like(typed, meant) > like(typed, other) + 10, "{typed}: {}", like(typed, other));
        }
    }

    #[test]
    fn names_without_words_are_like_nothing() {
        assert_eq!((like("", "Sở Y tế"), like("…", "Sở Y tế"), like("", "…")), (0, 0, 100));
    }

    proptest! {
        #[test]
        fn it_does_not_matter_which_comes_first(one in "[a-c ]{0,12}", other in "[a-c ]{0,12}") {
            prop_assert_eq!(like(&one, &other), like(&other, &one));
            prop_assert!(like(&one, &other) <= 100);
        }

        #[test]
        fn so_many_edits_are_counted_at_most(text in "[a-f]{0,20}", at in 0_usize..20, letter in "[x-z]") {
            let one: Vec<char> = text.chars().collect();
            let mut other = one.clone();
            other.insert(at.min(one.len()), letter.chars().next().unwrap_or('x'));
            prop_assert_eq!(edits(&one, &other), 1);
            prop_assert_eq!(edits(&one, &one), 0);
            prop_assert_eq!(edits(&one, &[]), one.len());
        }
    }
}
