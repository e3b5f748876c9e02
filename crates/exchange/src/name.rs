//! File names: the one that an export gets, and the ones that files come with.

use domain::date::Date;
use domain::fold::fold;
use domain::link::is_turn;

/// The most letters of a part, so that the name stays within what old systems take.
const LONGEST_PART: usize = 60;
/// The digits of the digest: enough to tell two exports of one day apart.
const DIGEST_DIGITS: usize = 8;

/// `1022-CV-TU_Quan-uy-Ninh-Kieu_2024-07-01_3f2a91c0.json`: letters that every system and every mail program takes. A
/// part of which nothing is left is left out.
#[must_use]
pub fn file_name(directive: &str, unit: &str, day: Date, sha256: &str) -> String {
    named(&[directive, unit], day, sha256)
}

/// The same of any parts.
pub(super) fn named(parts: &[&str], day: Date, sha256: &str) -> String {
    let digits = sha256.get(..DIGEST_DIGITS).unwrap_or(sha256);
    let mut name = String::new();
    for part in parts {
        let part = plain(part);
        if !part.is_empty() {
            name.push_str(&part);
            name.push('_');
        }
    }
    [&name, &*day.to_iso(), "_", digits, ".json"].concat()
}

/// `1022-CV-TU_6-thang-dau-nam-2024_tinh-hinh-gui_2024-07-01.csv`: the same for what is no assessment, of the parts that it is named
/// by, a day and an extension.
#[must_use]
pub fn name_of(parts: &[&str], day: Date, extension: &str) -> String {
    let parts = parts.iter().map(|part| plain(part)).chain([day.to_iso()]);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    [&parts.join("_"), ".", extension].concat()
}

/// The name of a unit's report for a word processor: `Bao-cao_1022-CV-TU_Quan-uy-Ninh-Kieu.docx`. It has no digest: the person goes on
/// writing in it.
#[must_use]
pub fn report_name(directive: &str, unit: &str) -> String {
    let mut name = String::from("Bao-cao");
    for part in [directive, unit].map(plain).into_iter().filter(|part| !part.is_empty()) {
        name.extend(["_", &part]);
    }
    name + ".docx"
}

/// Letters without marks, digits, and a dash between words; the case stays.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if out.len() >= LONGEST_PART {
            break;
        }
        match fold(character.encode_utf8(&mut [0; 4])).chars().next() {
            Some(letter) if letter.is_ascii_alphanumeric() => {
                out.push(if character.is_uppercase() { letter.to_ascii_uppercase() } else { letter });
            }
            Some(_) if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            // A combining mark folds to nothing and divides no word.
            _ => {}
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// A file's name as a part of a line: without what would break the line or turn its direction, and no longer than a disk
/// would take; in an archive it may be.
#[must_use]
pub fn one_line(name: &str) -> String {
    const LONGEST: usize = 255;
    name.chars().filter(|letter| !letter.is_control() && !is_turn(*letter)).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "tests")]
    use super::*;

    #[test]
    fn names_are_plain_and_bounded() {
        let day = Date::new(2024, 7, 1).expect("a day");
        let name = |unit: &str| file_name("1022-CV/TU", unit, day, "0123456789abcdef");
        assert_eq!(name("Quận ủy Ninh Kiều"), "1022-CV-TU_Quan-uy-Ninh-Kieu_2024-07-01_01234567.json");
        assert_eq!(name("Đoàn TNCS Hồ Chí Minh"), "1022-CV-TU_Doan-TNCS-Ho-Chi-Minh_2024-07-01_01234567.json");
        assert_eq!(name("Tie\u{302}\u{301}ng"), "1022-CV-TU_Tieng_2024-07-01_01234567.json");
        assert_eq!(name("../../a\\b:*?\u{202e}x"), "1022-CV-TU_a-b-x_2024-07-01_01234567.json");
        assert_eq!(name("日本"), "1022-CV-TU_2024-07-01_01234567.json");
        let long = name(&"ở ".repeat(500));
        assert_eq!(long.len(), "1022-CV-TU_".len() + 59 + "_2024-07-01_01234567.json".len(), "{long}");
        assert_eq!(file_name("", "", day, ""), "2024-07-01_.json");
        let name = name_of(&["1022-CV/TU", "", "Đợt 6 tháng: ../\u{202e}x"], day, "csv");
        assert_eq!(name, "1022-CV-TU_Dot-6-thang-x_2024-07-01.csv");
    }
}
