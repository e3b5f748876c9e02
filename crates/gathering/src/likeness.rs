//! How similar two different names are.

use crate::fold::bare;

/// Letters of a name that are compared.
const MOST_LETTERS: usize = 200;

/// A name as it is compared with many others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likened {
    /// How it is spelled.
    pub spelled: Vec<String>,
    /// Its words without marks, in order, each once.
    words: Vec<String>,
    /// Its letters without marks, with a blank between the words.
    letters: Vec<char>,
    /// How many there are of each, some letters taken together.
    counts: [u8; 32],
}

impl Likened {
    /// A name that is spelled so.
    #[must_use]
    pub fn of(spelled: Vec<String>) -> Self {
        let mut words: Vec<String> = spelled.iter().map(|word| bare(word)).collect();
        let letters: Vec<char> = words.join(" ").chars().take(MOST_LETTERS).collect();
        let mut counts = [0_u8; 32];
        for letter in &letters {
            if let Some(count) = counts.get_mut(*letter as usize % 32) {
                *count += 1;
            }
        }
        words.sort_unstable();
        words.dedup();
        Self { spelled, words, letters, counts }
    }

    /// How alike the two are, from 0 to 100: by their letters without marks, or by the words that they have in common, whichever is more.
    /// 100 is the same name; two that differ in marks or tones alone have 99. Nothing, where it is less than `least`.
    #[must_use]
    pub fn likeness(&self, other: &Self, least: u32) -> Option<u32> {
        if self.spelled == other.spelled {
            return Some(100);
        }
        let by_words = by_words(&self.words, &other.words);
        let longest = self.letters.len().max(other.letters.len());
        let alike = |edits: usize| percent(longest - edits.min(longest), longest);
        // What it takes to count the edits is spared where they cannot be few enough.
        let at_most = alike(self.fewest_edits(other));
        let by_letters = if at_most >= least.max(by_words) { alike(edits(&self.letters, &other.letters)) } else { 0 };
        Some(by_letters.max(by_words).min(99)).filter(|likeness| *likeness >= least)
    }

    /// So many letters at least must be put in, taken out or changed: one that the other does not have as often.
    fn fewest_edits(&self, other: &Self) -> usize {
        let (mut here, mut there) = (0, 0);
        for (one, other) in self.counts.iter().zip(&other.counts) {
            here += usize::from(one.saturating_sub(*other));
            there += usize::from(other.saturating_sub(*one));
        }
        here.max(there)
    }
}

/// The mean of two measures: what they have in common, of both together, and of the one that has fewer words. So a name that lacks
/// the place, such as the city, is like the one that has it.
fn by_words(one: &[String], other: &[String]) -> u32 {
    let common = one.iter().filter(|word| other.binary_search(word).is_ok()).count();
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
        Likened::of(spelled(one)).likeness(&Likened::of(spelled(other)), 0).unwrap_or(0)
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
        fn nothing_is_lost_by_what_is_spared(one in "[a-e ]{0,16}", other in "[a-e ]{0,16}", least in 0_u32..=100) {
            let (first, second) = (Likened::of(spelled(&one)), Likened::of(spelled(&other)));
            let longest = first.letters.len().max(second.letters.len());
            let by_letters = percent(longest - edits(&first.letters, &second.letters), longest);
            let all = by_letters.max(by_words(&first.words, &second.words)).min(99);
            let all = if spelled(&one) == spelled(&other) { 100 } else { all };
            prop_assert_eq!(first.likeness(&second, least), Some(all).filter(|all| *all >= least));
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
