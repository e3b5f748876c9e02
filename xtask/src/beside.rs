//! Test parts that run beside the builds: for most of its time a release build uses one core.

use crate::args::TestPart;
use crate::process::line;
use crate::results::Tally;
use crate::workspace::Workspace;
use crate::{Result, process};
use std::env;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// What needs neither a build nor a quiet machine.
const BESIDE: [TestPart; 4] = [TestPart::Lint, TestPart::Native, TestPart::Documents, TestPart::Wasm];

/// A run of this very program, whose output waits in a file until it has ended.
pub(crate) struct Beside {
    child: Child,
    log: PathBuf,
}

/// What it came to.
pub(crate) struct Outcome {
    /// A line for each of its parts.
    pub(crate) lines: Vec<String>,
    /// All of its tests.
    pub(crate) tally: Tally,
}

impl Beside {
    /// Whether all of the tests are asked for, so that there is something to run beside something else.
    pub(crate) fn serves(only: &[TestPart]) -> bool {
        only.is_empty()
    }

    /// Whether this is a part that runs so.
    pub(crate) fn has(part: TestPart) -> bool {
        BESIDE.contains(&part)
    }

    pub(crate) fn start(workspace: &Workspace, arguments: &[String]) -> Result<Beside> {
        let log = workspace.target().join("beside.txt");
        let told = |error: std::io::Error| format!("{}: {error}", log.display());
        let output = File::create(&log).map_err(told)?;
        let program = env::current_exe().map_err(|error| format!("this program does not find itself: {error}"))?;
        let mut command = Command::new(program);
        command.arg("test").args(BESIDE.iter().flat_map(|part| ["--only", part.name()]));
        process::with(&mut command, arguments).stdin(Stdio::null());
        command.stderr(output.try_clone().map_err(told)?).stdout(output);
        println!("── beside: {}", line(&command));
        let child = command.spawn().map_err(|error| format!("`{}` does not start: {error}", line(&command)))?;
        Ok(Beside { child, log })
    }

    /// Waits for their end, and shows what they have printed.
    pub(crate) fn end(mut self) -> Result<Outcome> {
        let status = self.child.wait().map_err(|error| format!("the tests beside: {error}"))?;
        let log = fs::read(&self.log).map_err(|error| format!("cannot read {}: {error}", self.log.display()))?;
        let log = String::from_utf8_lossy(&log);
        print!("{log}");
        let outcome = outcome(&log).ok_or_else(|| format!("the tests beside ended early ({status})"))?;
        // A failure always counts as one, however it came about.
        let failed = if status.success() { 0 } else { outcome.tally.failed.max(1) };
        Ok(Outcome { tally: Tally { failed, ..outcome.tally }, ..outcome })
    }
}

/// The last lines of a run of tests: one for each part, then the sum.
fn outcome(log: &str) -> Option<Outcome> {
    let mut lines: Vec<&str> = log.lines().collect();
    let tally = Tally::sum(lines.pop()?)?;
    let parts = lines.into_iter().rev().take(BESIDE.len()).collect::<Vec<_>>();
    let is_of = |(line, part): (&&str, &TestPart)| line.starts_with(part.name());
    (parts.len() == BESIDE.len() && parts.iter().rev().zip(&BESIDE).all(is_of))
        .then(|| Outcome { lines: parts.into_iter().rev().map(str::to_owned).collect(), tally })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_lines_are_the_outcome() {
        let log = "lint is said\n\nlint     ok  1.0 s\nnative   ok  2.0 s  3 passed, 0 failed\ndocuments ok  1.0 s  5 passed, 0 failed\nwasm     FAILED  1.0 s\n8 passed, 1 failed\n";
        let outcome = outcome(log);
        let sum = outcome.as_ref().map(|outcome| (outcome.lines.len(), outcome.tally));
        assert_eq!(sum, Some((4, Tally { passed: 8, failed: 1 })));
    }

    #[test]
    fn a_run_that_broke_off_has_none() {
        for log in ["", "lint     ok  1.0 s\n", "native   ok  2.0 s\nwasm     ok  2.0 s\n3 passed, 0 failed\n"] {
            assert!(outcome(log).is_none(), "{log}");
        }
    }
}
