//! The results of tests, read from what the test runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// Adds what a line of a runner's output says, if it is a line with results.
    pub(crate) fn read(&mut self, line: &str) {
        let Some((before, results)) = line.split_once("test result: ") else { return };
        // A test may print these words itself; a runner begins its line with them, or with a colour.
        let before = before.trim();
        if !before.is_empty() && !before.starts_with('\u{1b}') {
            return;
        }
        self.passed += number_before(" passed", results);
        self.failed += number_before(" failed", results);
    }

    /// The sum of a run, from the line in which it is shown.
    pub(crate) fn sum(line: &str) -> Option<Tally> {
        let (passed, failed) = line.strip_suffix(" failed")?.split_once(" passed, ")?;
        Some(Tally { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
    }

    /// How many tests ran.
    pub(crate) fn ran(self) -> usize {
        self.passed + self.failed
    }
}

fn number_before(word: &str, text: &str) -> usize {
    let Some((before, _)) = text.split_once(word) else { return 0 };
    let digits = before.rsplit(|character: char| !character.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or(0)
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(output: &str) -> Tally {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn results_of_several_binaries_add_up() {
        let output = "\
running 3 tests
test a ... ok
test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s

test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 filtered out; finished in 1.00s
";
        assert_eq!(tally(output), Tally { passed: 13, failed: 2 });
    }

    #[test]
    fn colours_do_not_hide_results() {
        assert_eq!(
            tally("test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 7 passed; 0 failed;"),
            Tally { passed: 7, failed: 0 }
        );
    }

    #[test]
    fn words_inside_other_lines_are_no_results() {
        assert_eq!(tally("thread 'x' said test result: ok. 9 passed; 9 failed;"), Tally::default());
        assert_eq!(tally("9 passed, 9 failed"), Tally::default());
    }

    #[test]
    fn it_reads_as_one_plain_line() {
        let tally = Tally { passed: 12, failed: 0 };
        assert_eq!(tally.to_string(), "12 passed, 0 failed");
        assert_eq!(Tally::sum(&tally.to_string()), Some(tally));
        assert_eq!(Tally::sum("12 passed"), None);
    }
}
