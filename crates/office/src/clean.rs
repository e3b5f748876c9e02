//! Characters that no XML can hold (XML 1.0, production 2, `Char`).

use std::borrow::Cow;

/// What stands in their place, so that a reader sees that something is missing.
const REPLACEMENT: &str = "\u{fffd}";

/// Counts what is replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleaner {
    /// How many characters were replaced.
    pub replaced: u32,
}

impl Cleaner {
    /// A text with each character replaced that no XML can hold.
    pub fn clean<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        let wrong = text.chars().filter(|character| !is_allowed(*character)).count();
        if wrong == 0 {
            return Cow::Borrowed(text);
        }
        self.replaced = self.replaced.saturating_add(u32::try_from(wrong).unwrap_or(u32::MAX));
        Cow::Owned(text.replace(|character| !is_allowed(character), REPLACEMENT))
    }
}

fn is_allowed(character: char) -> bool {
    // A `char` is no surrogate.
    !matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced_and_counted_and_all_else_stays() {
        let allowed =
            |scalar: u32| matches!(scalar, 0x9 | 0xa | 0xd | 0x20..=0xd7ff | 0xe000..=0xfffd | 0x1_0000..=0x10_ffff);
        for character in (0..=0x10_ffff).filter_map(char::from_u32) {
            let (mut cleaner, text) = (Cleaner::default(), character.to_string());
            let cleaned = cleaner.clean(&text).into_owned();
            if allowed(u32::from(character)) {
                assert_eq!((cleaned, cleaner.replaced), (text, 0));
            } else {
                assert_eq!((cleaned.as_str(), cleaner.replaced), ("\u{fffd}", 1), "{character:?}");
            }
        }
        let mut cleaner = Cleaner::default();
        assert_eq!(cleaner.clean("ă\0b\u{ffff}"), "ă\u{fffd}b\u{fffd}");
        assert_eq!(cleaner.clean("\u{b}"), "\u{fffd}");
        assert_eq!(cleaner.replaced, 3);
    }
}
