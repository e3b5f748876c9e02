//! How a unit's name is spelled, apart from how it was typed.

use domain::fold::is_of_word;

/// The vowels of Vietnamese and, of each, how it bears the five tones: level, then acute, grave, hook, tilde, dot.
const VOWELS: [(&str, &str); 12] = [
    ("a", "aáàảãạ"),
    ("a8", "ăắằẳẵặ"),
    ("a6", "âấầẩẫậ"),
    ("e", "eéèẻẽẹ"),
    ("e6", "êếềểễệ"),
    ("i", "iíìỉĩị"),
    ("o", "oóòỏõọ"),
    ("o6", "ôốồổỗộ"),
    ("o7", "ơớờởỡợ"),
    ("u", "uúùủũụ"),
    ("u7", "ưứừửữự"),
    ("y", "yýỳỷỹỵ"),
];

/// What stands for longer words in names of units, by its spelling, and the words.
const SHORT_FORMS: [(&str, &[&str]); 14] = [
    ("tp", &["thanh2", "pho61"]),
    ("ubnd", &["uy3", "ban", "nha6n", "da6n"]),
    ("ubmttq", &["uy3", "ban", "ma8t5", "tra6n5", "to63", "quo6c1"]),
    ("ubkt", &["uy3", "ban", "kie6m3", "tra"]),
    ("hd9nd", &["ho6i5", "d9o6ng2", "nha6n", "da6n"]),
    ("hdnd", &["ho6i5", "d9o6ng2", "nha6n", "da6n"]),
    ("mttq", &["ma8t5", "tra6n5", "to63", "quo6c1"]),
    ("ld9ld9", &["lie6n", "d9oan2", "lao", "d9o6ng5"]),
    ("ldld", &["lie6n", "d9oan2", "lao", "d9o6ng5"]),
    ("lhpn", &["lie6n", "hie6p5", "phu5", "nu74"]),
    ("tncs", &["thanh", "nie6n", "co6ng5", "san3"]),
    ("hcm", &["ho62", "chi1", "minh"]),
    ("ccb", &["cu7u5", "chie6n1", "binh"]),
    ("bcs", &["ban", "can1", "su75"]),
];

/// The words of a name, each with its letters, their marks, and its tone at the end, in ASCII. The same for every encoding, case and
/// place of the tone mark, whatever stands between the words, and for the short forms that are usual in names of units.
#[must_use]
pub fn spelled(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in name.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty()) {
        let word = spelled_word(word);
        match SHORT_FORMS.iter().find(|(short, _)| *short == word) {
            Some((_, long)) => words.extend(long.iter().map(|part| (*part).to_owned())),
            None => words.push(word),
        }
    }
    words
}

/// A word without marks and tone, of what [`spelled`] gives. A word that is a number stays one.
#[must_use]
pub fn bare(word: &str) -> String {
    if word.bytes().all(|letter| letter.is_ascii_digit()) {
        return word.to_owned();
    }
    word.chars().filter(|letter| !letter.is_ascii_digit()).collect()
}

fn spelled_word(word: &str) -> String {
    let (mut text, mut tone) = (String::new(), None);
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            '\u{302}' => mark(&mut text, '6'),
            '\u{306}' => mark(&mut text, '8'),
            '\u{31b}' => mark(&mut text, '7'),
            '\u{301}' => tone = Some('1'),
            '\u{300}' => tone = Some('2'),
            '\u{309}' => tone = Some('3'),
            '\u{303}' => tone = Some('4'),
            '\u{323}' => tone = Some('5'),
            'đ' | 'ð' => text.push_str("d9"),
            _ => match vowel(letter) {
                Some((written, borne)) => {
                    text.push_str(written);
                    tone = borne.or(tone);
                }
                None => text.push(letter),
            },
        }
    }
    text.extend(tone);
    text
}

/// A mark after the letter that it belongs to, which is the last one.
fn mark(text: &mut String, mark: char) {
    text.push(mark);
}

fn vowel(letter: char) -> Option<(&'static str, Option<char>)> {
    if letter.is_ascii() && !"aeiouy".contains(letter) {
        return None;
    }
    VOWELS.iter().find_map(|(written, borne)| {
        let tone = borne.chars().position(|other| other == letter)?;
        Some((*written, char::from_digit(u32::try_from(tone).ok()?, 10).filter(|tone| *tone != '0')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_way_to_type_a_name_is_spelled_alike() {
        for same in [
            ["Thành ủy Cần Thơ", "THÀNH UỶ  CẦN THƠ ", "thành ủy\u{a0}cần thơ"],
            ["Sở Y tế TP. Cần Thơ", "Sở Y tế TP Cần Thơ", "Sở y tế thành phố Cần Thơ"],
            ["UBND phường Cái Khế", "Uỷ ban nhân dân Phường Cái Khế", "Ủy ban Nhân dân phường  Cái Khế."],
            ["Ủy ban MTTQ Việt Nam TP", "UBMTTQ Việt Nam thành phố", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố"],
            ["Đảng đoàn HĐND", "Đảng đoàn Hội đồng nhân dân", "ĐẢNG ĐOÀN – HỘI ĐỒNG NHÂN DÂN"],
            ["Hội LHPN", "Hội Liên hiệp Phụ nữ", "HỘI LIÊN HIỆP PHỤ NỮ"],
            ["Hội CCB", "Hội Cựu chiến binh", "hội cựu chiến binh"],
            ["LĐLĐ", "Liên đoàn Lao động", "LIÊN ĐOÀN LAO ĐỘNG"],
            ["Đoàn TNCS HCM", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh"],
            ["BCS đảng", "Ban cán sự đảng", "BAN CÁN SỰ ĐẢNG"],
        ] {
            for name in same {
                let decomposed: String = name.nfd().collect();
                assert_eq!(spelled(name), spelled(same[0]), "{name}");
                assert_eq!(spelled(&decomposed), spelled(same[0]), "{name}, decomposed");
            }
        }
    }

    #[test]
    fn another_tone_or_letter_is_another_name() {
        for (one, other) in [
            ("Xã Tân Hòa", "Xã Tân Hóa"),
            ("Xã Tân Hòa", "Xa Tan Hoa"),
            ("Xã Long Mỹ 1", "Xã Long Mỹ 2"),
            ("Ban", "Bàn"),
        ] {
            assert_ne!(spelled(one), spelled(other));
        }
    }

    #[test]
    fn bare_words_have_no_marks_and_numbers_stay() {
        let words: Vec<String> = spelled("Đường số 12, Ủy ban").iter().map(|word| bare(word)).collect();
        assert_eq!(words, ["duong", "so", "12", "uy", "ban"]);
    }
}
