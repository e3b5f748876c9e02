//! How letters look, and how wide they are.

use domain::fold::fold;
use report::profile::Letters;

/// What is said of letters.
pub(super) fn looks(letters: &Letters) -> String {
    let mut looks = String::new();
    if letters.bold {
        looks.push_str("<w:b/><w:bCs/>");
    }
    if letters.italic {
        looks.push_str("<w:i/><w:iCs/>");
    }
    looks.push_str(&size(letters.size));
    if letters.underlined {
        looks.push_str("<w:u w:val=\"single\"/>");
    }
    looks
}

/// A size in points; it is written in half points.
pub(super) fn size(points: u32) -> String {
    let half = points * 2;
    format!("<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>")
}

/// How wide a text in bold letters is, in twentieths of a point: a rule is as long as the text above it.
pub(super) fn width(text: &str, points: u32) -> u32 {
    let sum: u32 = text.chars().map(width_of).sum();
    // Letters are measured in thousandths of their size.
    sum.saturating_mul(points) / 50
}

/// The letters of Times bold. Marks make none of them wider.
fn width_of(character: char) -> u32 {
    let base = fold(character.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(character);
    if character.is_uppercase() {
        return match base {
            'i' => 389,
            'j' => 500,
            's' => 556,
            'f' | 'p' => 611,
            'b' | 'e' | 'l' | 't' | 'z' => 667,
            'g' | 'h' | 'k' | 'o' | 'q' => 778,
            'm' => 944,
            'w' => 1000,
            _ => 722,
        };
    }
    match base {
        ' ' | '\u{a0}' | '.' | ',' => 250,
        'i' | 'j' | 'l' => 278,
        'f' | 't' | '-' => 333,
        's' => 389,
        'c' | 'e' | 'r' | 'z' => 444,
        'b' | 'd' | 'h' | 'k' | 'n' | 'p' | 'q' | 'u' => 556,
        'w' => 722,
        'm' => 833,
        _ => 500,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_it_is_printed() {
        // Measured with the font, whose letters may stand nearer to some others.
        for (text, measured) in [("ĐẢNG CỘNG SẢN VIỆT NAM", 13_742), ("Độc lập - Tự do - Hạnh phúc", 12_224)]
        {
            let width = width(text, 1000) / 20;
            assert!(width.abs_diff(measured) < measured / 100, "{text}: {width}");
        }
    }
}
