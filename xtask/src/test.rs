//! `cargo xtask test`: every test there is, part by part.

use crate::args::TestPart;
use crate::beside::Beside;
use crate::results::Tally;
use crate::workspace::Workspace;
use crate::{
    Result, audit, build, cargo, check, documents, e2e, hosts, lint, oldest, process, rebuild, scale, servers, size,
    tools, wasm_tests,
};
use std::process::ExitCode;
use std::time::Instant;

/// Runs the parts, then prints a line for each and, last of all, how many tests passed and failed.
pub(crate) fn test(workspace: &Workspace, only: &[TestPart], arguments: &[String]) -> ExitCode {
    let mut sum = Tally::default();
    let lines = match everything_beside(workspace, only, arguments) {
        Ok(beside) => parts(workspace, only, arguments, beside, &mut sum),
        Err(problem) => {
            eprintln!("error: {problem}");
            return ExitCode::FAILURE;
        }
    };
    println!();
    lines.iter().for_each(|line| println!("{line}"));
    println!("{sum}");
    let filter_met_nothing = !arguments.is_empty() && sum.ran() == 0;
    if sum.failed == 0 && !filter_met_nothing { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Where all is asked for: installs every tool at once, since cargo then builds what they share but once, and starts what can run
/// beside the builds.
fn everything_beside(workspace: &Workspace, only: &[TestPart], arguments: &[String]) -> Result<Option<Beside>> {
    if !Beside::serves(only) {
        return Ok(None);
    }
    tools::ensure(workspace, &tools::all())?;
    cargo::fetch(workspace)?;
    Beside::start(workspace, arguments).map(Some)
}

/// Runs the parts and returns a line for each.
fn parts(
    workspace: &Workspace,
    only: &[TestPart],
    arguments: &[String],
    mut beside: Option<Beside>,
    sum: &mut Tally,
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut is_built = true;
    let has = beside.is_some();
    for part in TestPart::ALL.into_iter().filter(|part| is_chosen(*part, only) && !(has && Beside::has(*part))) {
        if part.wants_a_quiet_machine()
            && let Some(beside) = beside.take()
        {
            match beside.end() {
                Ok(outcome) => {
                    *sum += outcome.tally;
                    lines.splice(0..0, outcome.lines);
                }
                Err(problem) => {
                    sum.failed += 1;
                    lines.push(problem);
                }
            }
        }
        let report = run_and_report(workspace, part, arguments, is_built);
        is_built &= !report.is_failed_build();
        *sum += report.counted();
        lines.push(report.line());
    }
    lines
}

fn run_and_report(workspace: &Workspace, part: TestPart, arguments: &[String], is_built: bool) -> Report {
    println!("\n══ {}", part.name());
    let started = Instant::now();
    let mut tally = Tally::default();
    let result = if is_built || !part.wants_a_build() {
        run(workspace, part, arguments, &mut tally)
    } else {
        Err("not run, for want of a build".to_owned())
    };
    let problem = result.err().or_else(|| ran_nothing(part, tally, arguments));
    if let Some(problem) = &problem {
        eprintln!("error: {}: {problem}", part.name());
    }
    Report { part, tally, problem, seconds: started.elapsed().as_secs_f32() }
}

/// The tests of the built product bring the build with them.
fn is_chosen(part: TestPart, only: &[TestPart]) -> bool {
    only.is_empty()
        || only.contains(&part)
        || (part == TestPart::Build
            && [TestPart::Scale, TestPart::Servers, TestPart::E2e, TestPart::Hosts]
                .iter()
                .any(|part| only.contains(part)))
}

fn run(workspace: &Workspace, part: TestPart, arguments: &[String], tally: &mut Tally) -> Result<()> {
    match part {
        TestPart::Lint => lint_all(workspace),
        TestPart::Native => native(workspace, arguments, tally),
        TestPart::Documents => documents::audit(workspace, tally),
        TestPart::Wasm => {
            tools::ensure(workspace, tools::WASM_TESTS)?;
            cargo::fetch(workspace)?;
            wasm_tests::run(workspace, arguments, tally)
        }
        TestPart::Build => build::build(workspace, false),
        TestPart::Rebuild => rebuild::rebuild(workspace),
        TestPart::Audit => audit::audit(workspace),
        TestPart::Size => size::ratchet(workspace),
        TestPart::Scale => scale::scale(workspace, tally),
        TestPart::Oldest => oldest::oldest(workspace, tally),
        TestPart::Servers => servers::servers(workspace, tally),
        TestPart::E2e => e2e(workspace, arguments, tally),
        TestPart::Hosts => hosts::hosts(workspace, arguments, tally),
    }
}

fn lint_all(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace, tools::LINT)?;
    cargo::fetch(workspace)?;
    let mut steps = lint::steps(workspace)?;
    steps.push(lint::dependencies(workspace));
    all_of(steps.into_iter().map(|mut step| {
        println!("── {}", step.name);
        process::run(&mut step.command)
    }))
}

fn native(workspace: &Workspace, arguments: &[String], tally: &mut Tally) -> Result<()> {
    all_of(check::native_tests(workspace).into_iter().map(|mut step| {
        println!("── {}", step.name);
        process::run_tests(process::with(&mut step.command, arguments), tally)
    }))
}

fn e2e(workspace: &Workspace, arguments: &[String], tally: &mut Tally) -> Result<()> {
    tools::ensure(workspace, tools::E2E)?;
    build::failpoints(workspace)?;
    e2e::in_browsers(workspace, None, &[], arguments, tally)
}

/// Runs all, and fails if one failed.
fn all_of(results: impl Iterator<Item = Result<()>>) -> Result<()> {
    let problems: Vec<String> = results.filter_map(Result::err).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("; ")) }
}

/// Tests that do not run look like tests that pass, so that is a failure; unless a filter was given.
fn ran_nothing(part: TestPart, tally: Tally, arguments: &[String]) -> Option<String> {
    let has_tests = matches!(
        part,
        TestPart::Native
            | TestPart::Documents
            | TestPart::Wasm
            | TestPart::Scale
            | TestPart::Oldest
            | TestPart::Servers
            | TestPart::E2e
            | TestPart::Hosts
    );
    (has_tests && tally.ran() == 0 && arguments.is_empty()).then(|| "not one test ran".to_owned())
}

struct Report {
    part: TestPart,
    tally: Tally,
    problem: Option<String>,
    seconds: f32,
}

impl Report {
    fn is_failed_build(&self) -> bool {
        self.part == TestPart::Build && self.problem.is_some()
    }

    /// A part that failed without a failed test, a lint or a build say, counts as one failure, so that the sum never
    /// reads as a success.
    fn counted(&self) -> Tally {
        match self.problem {
            Some(_) => Tally { failed: self.tally.failed.max(1), ..self.tally },
            None => self.tally,
        }
    }

    fn line(&self) -> String {
        let Report { part, tally, problem, seconds } = self;
        let result = if problem.is_some() { "FAILED" } else { "ok" };
        let tests = if tally.ran() > 0 { format!("  {tally}") } else { String::new() };
        // All of it has been said where it happened.
        let problem = problem.iter().flat_map(|problem| problem.lines().next());
        let problem: String = problem.map(|first_line| format!("  ({first_line})")).collect();
        format!("{:<10}{result:<7}{seconds:>7.1} s{tests}{problem}", part.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_the_product_brings_the_build() {
        assert!(is_chosen(TestPart::Build, &[TestPart::E2e]));
        for part in [TestPart::Scale, TestPart::Servers, TestPart::E2e, TestPart::Hosts] {
            assert!(is_chosen(TestPart::Build, &[part]));
        }
        assert!(!is_chosen(TestPart::Build, &[TestPart::Native]));
        assert!(TestPart::ALL.iter().all(|part| is_chosen(*part, &[])));
    }

    #[test]
    fn a_part_without_tests_fails_unless_a_filter_was_given() {
        let none = Tally::default();
        assert!(ran_nothing(TestPart::Wasm, none, &[]).is_some());
        assert!(ran_nothing(TestPart::Wasm, none, &["name".to_owned()]).is_none());
        assert!(ran_nothing(TestPart::Lint, none, &[]).is_none());
    }

    #[test]
    fn a_part_is_told_in_one_line() {
        let problem = Some("clippy failed\nrun it by hand".to_owned());
        let report = Report { part: TestPart::Wasm, tally: Tally { passed: 2, failed: 1 }, problem, seconds: 1.0 };
        assert_eq!(report.line(), "wasm      FAILED     1.0 s  2 passed, 1 failed  (clippy failed)");
    }

    #[test]
    fn a_failed_part_never_counts_as_a_success() {
        let failed =
            |tally| Report { part: TestPart::Lint, tally, problem: Some("x".to_owned()), seconds: 1.0 }.counted();
        assert_eq!(failed(Tally::default()), Tally { passed: 0, failed: 1 });
        assert_eq!(failed(Tally { passed: 5, failed: 3 }), Tally { passed: 5, failed: 3 });
    }
}
