//! Prepares what people typed for a report.

use domain::date::{Date, DateText};
use domain::tidy::tidied;

/// In one line: a name, a day.
pub(crate) fn one_line(text: &str) -> String {
    tidied(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of one or several lines, which end with `\n` alone; a tab would make it look like the row of a table.
pub(crate) fn in_lines(text: &str) -> String {
    tidied(text.trim()).replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ")
}

/// A day as official writing has it; what was typed, where it is no day.
pub(crate) fn day(day: &DateText) -> String {
    day.date().map_or_else(|| one_line(day.as_str()), Date::to_official)
}

/// A text without the stop at its end; one of several stops is none.
pub(crate) fn without_stop(text: &str) -> &str {
    match text.strip_suffix(['.', ';']) {
        Some(rest) if !rest.ends_with('.') => rest.trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_do_nothing_and_lines_end_in_one_way() {
        assert_eq!(in_lines(" a\r\nb\rc\u{2028}d\te\u{0}f \n"), "a\nb\nc\nd e f");
        assert_eq!(one_line("\tSở  Tài\r\nchính "), "Sở Tài chính");
        assert_eq!(one_line("\u{0}"), "");
    }
}
