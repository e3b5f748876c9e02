//! A unit's name without the differences that typing makes.

use domain::fold::is_of_word;
use std::sync::LazyLock;

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
    spelling(name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The same with a blank between the words. A gathering asks for it tens of thousands of times at each count: it is made in one piece.
#[must_use]
pub fn spelling(name: &str) -> String {
    let mut text = Spelling { text: String::with_capacity(name.len() + 8), word: 0, tone: None };
    for letter in name.chars() {
        if !is_of_word(letter) {
            text.end_word();
        } else if letter.is_ascii() {
            text.take(letter.to_ascii_lowercase());
        } else {
            letter.to_lowercase().for_each(|letter| text.take(letter));
        }
    }
    text.end_word();
    text.text.truncate(text.text.trim_end().len());
    text.text
}

/// A word without marks and tone, of what [`spelled`] gives. A word that is a number stays one.
#[must_use]
pub fn bare(word: &str) -> String {
    if word.bytes().all(|letter| letter.is_ascii_digit()) {
        return word.to_owned();
    }
    word.chars().filter(|letter| !letter.is_ascii_digit()).collect()
}

struct Spelling {
    text: String,
    /// Where the word begins that is being spelled.
    word: usize,
    /// Its tone.
    tone: Option<char>,
}

impl Spelling {
    fn take(&mut self, letter: char) {
        match letter {
            '\0'..='\u{7f}' => self.text.push(letter),
            // A mark after the letter that it belongs to, which is the last one.
            '\u{302}' => self.text.push('6'),
            '\u{306}' => self.text.push('8'),
            '\u{31b}' => self.text.push('7'),
            '\u{301}' => self.tone = Some('1'),
            '\u{300}' => self.tone = Some('2'),
            '\u{309}' => self.tone = Some('3'),
            '\u{303}' => self.tone = Some('4'),
            '\u{323}' => self.tone = Some('5'),
            'đ' | 'ð' => self.text.push_str("d9"),
            _ => match vowel(letter) {
                Some((written, borne)) => {
                    self.text.push_str(written);
                    self.tone = borne.or(self.tone);
                }
                None => self.text.push(letter),
            },
        }
    }

    fn end_word(&mut self) {
        self.text.extend(self.tone.take());
        let word = self.text.get(self.word..).unwrap_or_default();
        if word.is_empty() {
            return;
        }
        if let Some((_, long)) = SHORT_FORMS.iter().find(|(short, _)| *short == word) {
            self.text.truncate(self.word);
            self.text.push_str(&long.join(" "));
        }
        self.text.push(' ');
        self.word = self.text.len();
    }
}

/// The letters of [`VOWELS`] that are not of ASCII, in order, each with how it is written and its tone.
static MARKED: LazyLock<Vec<(char, &'static str, Option<char>)>> = LazyLock::new(|| {
    let tones = || [None].into_iter().chain("12345".chars().map(Some));
    let letters =
        VOWELS.iter().flat_map(|(written, borne)| borne.chars().zip(tones()).map(|(one, tone)| (one, *written, tone)));
    let mut marked: Vec<_> = letters.filter(|(letter, ..)| !letter.is_ascii()).collect();
    marked.sort_unstable();
    marked
});

fn vowel(letter: char) -> Option<(&'static str, Option<char>)> {
    let at = MARKED.binary_search_by_key(&letter, |(other, ..)| *other).ok()?;
    MARKED.get(at).map(|(_, written, tone)| (*written, *tone))
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
                assert_eq!(spelling(&decomposed), spelled(name).join(" "), "{name}, in one piece");
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
