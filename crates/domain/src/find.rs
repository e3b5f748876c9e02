//! Finds what a person typed in a text, ignoring marks and case.

use super::fold::fold_char;
use std::ops::Range;

/// The byte ranges of `haystack`, as it is written, in which `needle` occurs: marks and case do not matter, and a line
/// break or several spaces are one space. They do not overlap. A needle without a letter finds nothing.
#[must_use]
pub fn matches(haystack: &str, needle: &str) -> Vec<Range<usize>> {
    let needle: Vec<char> = units(needle.trim()).into_iter().map(|(c, _)| c).collect();
    let hay = units(haystack);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(window) = hay.get(from..from + needle.len()).filter(|window| !window.is_empty()) {
        let same = window.iter().map(|(c, _)| c).eq(&needle);
        if let (true, Some((_, first)), Some((_, last))) = (same, window.first(), window.last()) {
            found.push(first.start..last.end);
        }
        from += if same { needle.len() } else { 1 };
    }
    found
}

/// The folded characters of a text, each with the bytes that it stands for: its marks, and a whole run of spaces.
fn units(text: &str) -> Vec<(char, Range<usize>)> {
    let mut units: Vec<(char, Range<usize>)> = Vec::new();
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let folded = if c.is_whitespace() { Some(' ') } else { fold_char(c) };
        match (folded, units.last_mut()) {
            (None, Some((_, place))) | (Some(' '), Some((' ', place))) => place.end = end,
            (Some(folded), _) => units.push((folded, start..end)),
            (None, None) => {}
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'a>(haystack: &'a str, needle: &str) -> Vec<&'a str> {
        matches(haystack, needle).into_iter().filter_map(|place| haystack.get(place)).collect()
    }

    #[test]
    fn finds_the_text_as_it_is_written() {
        assert_eq!(found("Thành ủy, Thành uỷ, thanh uy", "THANH ỦY"), ["Thành ủy", "Thành uỷ", "thanh uy"]);
        assert_eq!(found("Đảng đoàn", "đ"), ["Đ", "đ"]);
        assert_eq!(found("Đảng đoàn", "dang d"), ["Đảng đ"]);
        assert_eq!(found("hòa hoà hoa", "hoà"), ["hòa", "hoà", "hoa"]);
        assert_eq!(found("u\u{309}y ban", "ủy"), ["u\u{309}y"]);
        assert_eq!(found("uy\u{309} ban", "ủy"), ["uy\u{309}"]);
    }

    #[test]
    fn a_line_break_is_a_space() {
        assert_eq!(found("đảng đoàn,\nđảng ủy", "đoàn, đảng"), ["đoàn,\nđảng"]);
        assert_eq!(found("a b", "  a \u{a0} b "), ["a b"]);
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        for needle in ["", "  ", "\u{301}", "zz"] {
            assert!(found("Đảng đoàn", needle).is_empty(), "{needle:?}");
        }
        assert!(found("", "a").is_empty());
    }

    proptest! {
        #[test]
        fn every_range_is_text_that_folds_like_the_needle(hay in "[aàáăằđdơờ\u{309}\u{301} \n]{0,40}", needle in "[aadoươ]{1,3}") {
            let mut end = 0;
            for place in matches(&hay, &needle) {
                prop_assert!(place.start >= end);
                end = place.end;
                let text = hay.get(place);
                prop_assert_eq!(text.map(super::super::fold::fold), Some(super::super::fold::fold(&needle)));
            }
        }
    }
}
