//! How high rows are. Not every spreadsheet finds out by itself as it opens a file.

/// Of a line of letters, in points.
const LINE: f64 = 16.0;
/// No row may be higher: 409 points.
const MOST_LINES: usize = 25;

/// How many lines a text takes in a column of so many letters, as far as a row can hold them.
pub(super) fn lines(text: &str, letters: usize) -> usize {
    // A column is measured by its figures; letters are narrower.
    let letters = letters + letters / 6;
    let mut lines = 0;
    for line in text.split('\n') {
        lines += 1;
        let mut used = 0;
        for word in line.split(' ') {
            let length = word.chars().take(letters * MOST_LINES).count();
            if used > 0 && used + 1 + length > letters {
                lines += 1;
                used = 0;
            }
            // A word that is longer than the line is broken.
            lines += length.saturating_sub(1) / letters.max(1);
            used += length % letters.max(1) + usize::from(used > 0);
            if lines >= MOST_LINES {
                return MOST_LINES;
            }
        }
    }
    lines
}

/// The height of so many lines, in points.
pub(super) fn height(lines: usize) -> f64 {
    f64::from(u16::try_from(lines.clamp(1, MOST_LINES)).unwrap_or_default()) * LINE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_as_many_lines_as_its_words_need() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("một hai ba", 10), 1);
        assert_eq!(lines("một hai ba bốn năm", 10), 2);
        assert_eq!(lines("một\nhai\n", 10), 3);
        assert_eq!(lines(&"a".repeat(35), 10), 4);
        assert_eq!(lines(&"từ ".repeat(100_000), 10), MOST_LINES);
        assert!(height(MOST_LINES) < 409.0);
    }
}
