//! Lengths on paper, in twentieths of a point.

use crate::profile::Profile;
use domain::fold::fold;

/// Millimetres in twentieths of a point: there are 25.4 and 1440 of them to an inch.
#[must_use]
pub fn twips(millimetres: u32) -> u32 {
    millimetres.saturating_mul(14_400).saturating_add(127) / 254
}

/// How wide the text of a page is.
#[must_use]
pub fn text_width(profile: &Profile, is_across: bool) -> u32 {
    let paper = &profile.paper;
    let page = if is_across { paper.height } else { paper.width };
    twips(page).saturating_sub(twips(paper.left)).saturating_sub(twips(paper.right))
}

/// How wide a text in bold letters is. No letter is narrower there than in others of its size.
#[must_use]
pub fn width(text: &str, points: u32) -> u32 {
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
        '+' | '=' => 675,
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
