//! Cleans up text as other programs hand it over: from the clipboard, by dragging, or from older records.

/// The text without controls, which a screen shows as boxes, paper as gaps, and no file may hold. What breaks a line or a page
/// elsewhere breaks the line; Word's hyphen that does not break is a hyphen, and its hyphen that shows only at the end of a line is
/// nothing; other controls keep apart what stands beside them. Code points that are no characters are nothing, too, and so is a
/// text that holds nothing else.
#[must_use]
pub fn tidied(text: &str) -> String {
    let is_tidy = |character| tidied_char(character) == Some(character);
    if text.chars().all(is_tidy) {
        return text.to_owned();
    }
    if !text.chars().any(is_tidy) {
        return String::new();
    }
    text.chars().filter_map(tidied_char).collect()
}

fn tidied_char(character: char) -> Option<char> {
    Some(match character {
        '\t' | '\n' | '\r' => character,
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{1e}' => '-',
        '\u{1f}' | '\u{fdd0}'..='\u{fdef}' => return None,
        _ if u32::from(character) & 0xfffe == 0xfffe => return None,
        _ if character.is_control() => ' ',
        _ => character,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_become_what_they_stand_for() {
        for (text, tidy) in [
            ("04 hội nghị\u{b}1.245 lượt\u{c}98,7%", "04 hội nghị\n1.245 lượt\n98,7%"),
            ("một\u{85}hai\u{2028}ba\u{2029}bốn", "một\nhai\nba\nbốn"),
            ("59\u{1e}NQ/TW, ban\u{1f}hành", "59-NQ/TW, banhành"),
            ("12\u{0}34\u{1c}56\u{1d}78\u{7f}90\u{9f}12", "12 34 56 78 90 12"),
            ("a\u{ffff}b\u{fdd0}c\u{1fffe}", "abc"),
            ("\u{1}\u{b}\u{1e}", ""),
            ("\n", "\n"),
            ("một\thai\r\nba\u{a0}bốn\u{ad} năm\u{200b}", "một\thai\r\nba\u{a0}bốn\u{ad} năm\u{200b}"),
        ] {
            assert_eq!(tidied(text), tidy, "{text:?}");
        }
    }
}
