//! Text without marks and case, for searching and comparing Vietnamese.

/// `text` in lower case and without marks: `đ` is `d`, `ủy` and `uỷ` are both `uy`, however they are encoded.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// Whether the two are the same without marks and case. Nothing is made of them: one of them may be long, and the others many.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    one.chars().filter_map(fold_char).eq(other.chars().filter_map(fold_char))
}

/// What a character is without case and mark; nothing for a combining mark.
///
/// A table of what Vietnamese uses, precomposed and combining, and not the whole of Unicode: that would weigh more than
/// the rest of the search. Typographic quotes, dashes and spaces, and digits of full width, are what a keyboard has.
pub(super) fn fold_char(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | '\u{1ea0}'..='\u{1eb7}' => 'a',
        'È'..='Ë' | 'è'..='ë' | '\u{1eb8}'..='\u{1ec7}' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | '\u{1ec8}'..='\u{1ecb}' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | '\u{1ecc}'..='\u{1ee3}' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | '\u{1ee4}'..='\u{1ef1}' => 'u',
        'Ý' | 'ý' | 'ÿ' | '\u{1ef2}'..='\u{1ef9}' => 'y',
        'Đ' | 'đ' | 'Ð' | 'ð' => 'd',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '‐'..='―' => '-',
        '\u{a0}' => ' ',
        '－'..='９' => char::from_u32(u32::from(c) - 0xfee0)?,
        _ => c.to_ascii_lowercase(),
    })
}

/// Whether a character is a letter or a digit, of whatever writing: it is no blank, no punctuation and no sign. By the blocks of
/// Unicode, and not by its tables, for the same reason.
pub fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        // Punctuation, signs and arrows; those of Chinese; the forms of other characters; what nobody has named.
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{e000}'..='\u{f8ff}' => false,
        '\u{fe00}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{ffff}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_the_place_of_the_mark_do_not_matter() {
        for (text, folded) in [
            ("Ủy ban", "uy ban"),
            ("Uỷ ban", "uy ban"),
            ("HÒA", "hoa"),
            ("hoà", "hoa"),
            ("Đảng đoàn", "dang doan"),
            ("“Về”", "\"ve\""),
            ("2020 – 2025", "2020 - 2025"),
            ("‘Về’\u{a0}việc", "'ve' viec"),
            ("１５－９／２．０", "15-9/2.0"),
        ] {
            assert_eq!(fold(text), folded);
            assert!(is_same(text, folded) && !is_same(text, &[folded, "x"].concat()) && !is_same("", folded));
        }
    }

    #[test]
    fn letters_and_digits_make_words_and_nothing_else_does() {
        for c in "aZ09ỦđýΩЖ字한é０".chars() {
            assert!(is_of_word(c), "{c:?}");
        }
        for c in " .-_\u{a0}«»×÷–“”…‹›→\u{200b}\u{2028}、。，！\u{feff}\u{e000}".chars() {
            assert!(!is_of_word(c), "{c:?}");
        }
    }

    #[test]
    fn every_vietnamese_vowel_folds_to_its_letter_in_both_encodings() {
        let rows = [
            ("a", "aàáảãạăằắẳẵặâầấẩẫậ"),
            ("e", "eèéẻẽẹêềếểễệ"),
            ("i", "iìíỉĩị"),
            ("o", "oòóỏõọôồốổỗộơờớởỡợ"),
            ("u", "uùúủũụưừứửữự"),
            ("y", "yỳýỷỹỵ"),
            ("d", "dđ"),
        ];
        for (base, letters) in rows {
            for letter in letters.chars() {
                for text in [letter.to_string(), letter.to_uppercase().to_string()] {
                    assert_eq!(fold(&text), base, "{text}");
                }
            }
        }
        assert_eq!(fold("u\u{31b}\u{309}y Đa\u{309}ng e\u{302}\u{301}"), "uy dang e");
    }
}
