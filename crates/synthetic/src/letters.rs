//! How letters of Vietnamese are written elsewhere: decomposed, and in the code page windows-1258.

/// A line for each letter: the letter, the code points of its form NFD, and its bytes in windows-1258, in hexadecimal.
const LETTERS: &str = include_str!("../texts/letters.txt");

struct Letter {
    composed: char,
    decomposed: String,
    bytes: Vec<u8>,
}

/// The letters with marks.
pub(crate) struct Letters(Vec<Letter>);

impl Letters {
    /// All of them.
    pub(crate) fn new() -> Self {
        Self(LETTERS.lines().filter_map(letter).collect())
    }

    fn find(&self, letter: char) -> Option<&Letter> {
        self.0.iter().find(|other| other.composed == letter)
    }

    /// The letter that is this byte in windows-1258, if one of ours is.
    #[cfg(test)]
    pub(crate) fn of_byte(&self, byte: u8) -> Option<char> {
        self.0.iter().find(|letter| letter.bytes == [byte]).map(|letter| letter.composed)
    }

    /// A text in Unicode's form NFD, as macOS writes names.
    pub(crate) fn decomposed(&self, text: &str) -> String {
        let mut out = String::new();
        for letter in text.chars() {
            match self.find(letter) {
                Some(found) => out.push_str(&found.decomposed),
                None => out.push(letter),
            }
        }
        out
    }

    /// A text in windows-1258, as the Explorer of a Vietnamese Windows writes names.
    pub(crate) fn in_1258(&self, text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        for letter in text.chars() {
            match self.find(letter) {
                Some(found) => out.extend(&found.bytes),
                None => out.push(u8::try_from(letter).ok().filter(u8::is_ascii).unwrap_or(b'?')),
            }
        }
        out
    }

    /// A text in a code page with few Vietnamese letters: those that take two bytes in windows-1258 are lost, each replaced by a `?`.
    pub(crate) fn with_losses(&self, text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        for letter in text.chars() {
            match self.find(letter).map(|found| found.bytes.as_slice()) {
                Some(&[byte]) => out.push(byte),
                None if letter.is_ascii() => out.push(u8::try_from(letter).unwrap_or(b'?')),
                _ => out.push(b'?'),
            }
        }
        out
    }
}

fn letter(line: &str) -> Option<Letter> {
    let mut words = line.split(' ');
    let composed = words.next()?.chars().next()?;
    let code_points =
        words.next()?.split('.').map(|point| u32::from_str_radix(point, 16).ok().and_then(char::from_u32));
    let decomposed = code_points.collect::<Option<String>>()?;
    let hexadecimal = words.next()?;
    let digits = (0..hexadecimal.len()).step_by(2).map(|at| hexadecimal.get(at..at + 2));
    let bytes = digits.map(|two| u8::from_str_radix(two?, 16).ok()).collect::<Option<Vec<u8>>>()?;
    Some(Letter { composed, decomposed, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn letters_are_written_in_other_ways() {
        let letters = Letters::new();
        let text = "Quận Ô Môn, thành ủy; Đường 3/2";
        assert_eq!(letters.decomposed(text), text.nfd().collect::<String>());
        assert_eq!(letters.in_1258("Quận"), b"Qu\xe2\xf2n");
        assert_eq!(letters.with_losses("Quận Ô"), b"Qu?n \xd4");
    }
}
