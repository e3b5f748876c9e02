//! Where the pages of two prints of one report begin.

use crate::{Result, process};
use std::path::Path;
use std::process::Command;

/// So many words has a line of text at most.
const LINE: usize = 18;
/// With what the first page of an annex begins. Its tables are read in another order out of each print.
const ANNEX: &str = "Phụ lục 1.";
/// What stands above the text.
const MARKS: [&str; 2] = ["DỰ THẢO", "BẢN MẪU"];

/// The words of each page of a PDF, without what stands above them.
pub(super) fn pages(of: &Path) -> Result<Vec<String>> {
    let text = process::output(Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(of).arg("-"))?;
    Ok(text.split_terminator('\u{c}').map(without_marks).collect())
}

fn without_marks(page: &str) -> String {
    let mut page = page.to_owned();
    for mark in MARKS {
        page = page.replacen(mark, "", 1);
    }
    let words: Vec<&str> = page.split_whitespace().collect();
    let number = words.first().is_some_and(|word| word.chars().all(|letter| letter.is_ascii_digit()));
    words.into_iter().skip(usize::from(number)).collect::<Vec<_>>().join(" ")
}

/// How two prints differ: in the number of their pages, or where a page of the text begins more than a line away.
pub(super) fn apart(one: &[String], other: &[String]) -> Vec<String> {
    let mut apart = Vec::new();
    if one.len() != other.len() {
        apart.push(format!("{} pages in one print, {} in the other", one.len(), other.len()));
    }
    let [begins, other_begins] = [begins(one), begins(other)];
    for (at, (ours, theirs)) in begins.iter().zip(&other_begins).enumerate() {
        if ours.abs_diff(*theirs) > LINE {
            let first = one.get(at).map(|page| page.split(' ').take(6).collect::<Vec<_>>().join(" "));
            apart.push(format!(
                "page {} begins with word {ours} in one print and {theirs} in the other: {}",
                at + 1,
                first.unwrap_or_default()
            ));
        }
    }
    apart
}

/// With which word of the whole text each page of it begins, and where the text ends.
fn begins(pages: &[String]) -> Vec<usize> {
    let mut begins = vec![0];
    for page in pages.iter().take_while(|page| !page.starts_with(ANNEX)) {
        begins.push(begins.last().copied().unwrap_or_default() + page.split(' ').count());
    }
    begins
}

/// What is said of two prints.
pub(super) fn told(apart: &[String]) -> &'static str {
    if apart.is_empty() { "which begin within a line of each other" } else { "which begin elsewhere" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pages: &[usize]) -> Vec<String> {
        pages.iter().map(|words| vec!["từ"; *words].join(" ")).collect()
    }

    #[test]
    fn pages_may_begin_a_line_away() {
        assert!(apart(&of(&[100, 200, 50]), &of(&[110, 190, 50])).is_empty());
        let found = apart(&of(&[100, 200, 50]), &of(&[130, 170, 50]));
        assert_eq!(found, ["page 2 begins with word 100 in one print and 130 in the other: từ từ từ từ từ từ"]);
        assert_eq!(apart(&of(&[100]), &of(&[90, 10])).len(), 1);
    }

    #[test]
    fn annexes_are_counted_alone() {
        let with = |words: usize| [of(&[100]), vec![[ANNEX, &" từ".repeat(words)].concat()]].concat();
        assert!(apart(&with(10), &with(90)).is_empty());
    }

    #[test]
    fn what_stands_above_a_text_is_no_part_of_it() {
        assert_eq!(without_marks("12\n\nDỰ THẢO\nI- KẾT QUẢ\n3"), "I- KẾT QUẢ 3");
        assert_eq!(without_marks("BẢN MẪU\n3 việc"), "việc");
    }
}
