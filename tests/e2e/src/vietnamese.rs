//! How Vietnamese words are typed on a keyboard without Vietnamese letters.

/// The vowels, each row: without tone, then with each of the five tones.
const VOWELS: &[&str] = &[
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// The text in words (of letters alone) and what lies between them.
pub(crate) fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |letter: char| letter.is_alphabetic() == first.is_alphabetic();
        let (part, after) = rest.split_at(rest.find(|letter| !same(letter)).unwrap_or(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts
}

/// What a field shows after each key of a word: letters without marks, which get their shape at once (`e`, `ê`), and
/// the tone when the word is typed (`tiêng`, `tiếng`).
pub(crate) fn steps(word: &str) -> Vec<String> {
    let mut steps = Vec::new();
    let mut shown = String::new();
    for letter in word.chars() {
        let shaped = without_tone(letter);
        let bare = without_shape(shaped);
        if bare != shaped {
            steps.push(format!("{shown}{bare}"));
        }
        shown.push(shaped);
        steps.push(shown.clone());
    }
    if shown != word {
        steps.push(word.to_owned());
    }
    steps
}

fn without_tone(letter: char) -> char {
    let small = to_small(letter);
    let row = VOWELS.iter().find(|row| row.contains(small));
    row.and_then(|row| row.chars().next()).map_or(letter, |vowel| in_case_of(letter, vowel))
}

fn without_shape(letter: char) -> char {
    let bare = match to_small(letter) {
        'ă' | 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        _ => return letter,
    };
    in_case_of(letter, bare)
}

fn to_small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn in_case_of(model: char, letter: char) -> char {
    if model.is_uppercase() { letter.to_uppercase().next().unwrap_or(letter) } else { letter }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_gets_shapes_at_once_and_its_tone_at_the_end() {
        assert_eq!(steps("tiếng"), ["t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng"]);
        assert_eq!(steps("Đã"), ["D", "Đ", "Đa", "Đã"]);
        assert_eq!(steps("ỦY"), ["U", "UY", "ỦY"]);
        assert_eq!(steps("xin"), ["x", "xi", "xin"]);
    }

    #[test]
    fn parts_are_words_and_what_is_between() {
        assert_eq!(parts("Đã mở 12 lớp."), ["Đã", " ", "mở", " 12 ", "lớp", "."]);
        assert!(parts("").is_empty());
    }
}
