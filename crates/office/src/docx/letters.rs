//! How letters look.

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
