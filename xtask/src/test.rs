//! `cargo xtask test`: every test there is, part by part.

use crate::args::Part;
use crate::results::Tally;
use crate::workspace::Workspace;
use crate::{Result, audit, build, cargo, check, lint, oldest, process, rebuild, size, tools, wasm_tests};
use std::fs;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// Runs the parts, then prints a line for each and, last of all, how many tests passed and failed.
pub(crate) fn test(workspace: &Workspace, only: &[Part], arguments: &[String]) -> ExitCode {
    let mut reports: Vec<Report> = Vec::new();
    for part in Part::ALL.into_iter().filter(|part| is_chosen(*part, only)) {
        println!("\n══ {}", part.name());
        let started = Instant::now();
        let mut tally = Tally::default();
        let result = match part {
            Part::Rebuild | Part::Audit | Part::Size | Part::Oldest | Part::E2e
                if reports.iter().any(Report::is_failed_build) =>
            {
                Err("not run, for want of a build".to_owned())
            }
            _ => run(workspace, part, arguments, &mut tally),
        };
        let problem = result.err().or_else(|| ran_nothing(part, tally, arguments));
        if let Some(problem) = &problem {
            eprintln!("error: {}: {problem}", part.name());
        }
        reports.push(Report { part, tally, problem, seconds: started.elapsed().as_secs_f32() });
    }
    println!();
    reports.iter().for_each(|report| println!("{}", report.line()));
    let mut sum = Tally::default();
    reports.iter().for_each(|report| sum += report.counted());
    println!("{sum}");
    let filter_met_nothing = !arguments.is_empty() && sum.ran() == 0;
    if sum.failed == 0 && !filter_met_nothing { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The tests of the built product bring the build with them.
fn is_chosen(part: Part, only: &[Part]) -> bool {
    only.is_empty() || only.contains(&part) || (part == Part::Build && only.contains(&Part::E2e))
}

fn run(workspace: &Workspace, part: Part, arguments: &[String], tally: &mut Tally) -> Result<()> {
    match part {
        Part::Lint => lint_all(workspace),
        Part::Native => native(workspace, arguments, tally),
        Part::Wasm => {
            tools::ensure(workspace, tools::WASM_TESTS)?;
            cargo::fetch(workspace)?;
            wasm_tests::run(workspace, arguments, tally)
        }
        Part::Build => build::build(workspace, false),
        Part::Rebuild => rebuild::rebuild(workspace),
        Part::Audit => audit::audit(workspace),
        Part::Size => size::ratchet(workspace),
        Part::Oldest => oldest::oldest(workspace, tally),
        Part::E2e => e2e(workspace, arguments, tally),
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
        process::run_tests(with(&mut step.command, arguments), tally)
    }))
}

fn e2e(workspace: &Workspace, arguments: &[String], tally: &mut Tally) -> Result<()> {
    tools::ensure(workspace, tools::E2E)?;
    build::planted(workspace)?;
    let mut command = cargo::cargo(workspace, ["test", "--no-fail-fast", "--package", "e2e"]);
    tools::for_e2e(workspace, command.env("E2E_DIST", workspace.dist()).env("E2E_PLANTED", workspace.planted()));
    let unsteady = workspace.target().join("e2e/unsteady.txt");
    // Where there is none, none is left over.
    let _ = fs::remove_file(&unsteady);
    let result = process::run_tests(with(command.env("E2E_SECOND_TRY", "1"), arguments), tally);
    if let Ok(list) = fs::read_to_string(&unsteady) {
        println!("UNSTEADY, tried a second time:\n{list}");
    }
    result
}

fn with<'a>(command: &'a mut Command, arguments: &[String]) -> &'a mut Command {
    if arguments.is_empty() { command } else { command.arg("--").args(arguments) }
}

/// Runs all, and fails if one failed.
fn all_of(results: impl Iterator<Item = Result<()>>) -> Result<()> {
    let problems: Vec<String> = results.filter_map(Result::err).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("; ")) }
}

/// Tests that do not run look like tests that pass, so that is a failure; unless a filter was given.
fn ran_nothing(part: Part, tally: Tally, arguments: &[String]) -> Option<String> {
    let has_tests = matches!(part, Part::Native | Part::Wasm | Part::Oldest | Part::E2e);
    (has_tests && tally.ran() == 0 && arguments.is_empty()).then(|| "not one test ran".to_owned())
}

struct Report {
    part: Part,
    tally: Tally,
    problem: Option<String>,
    seconds: f32,
}

impl Report {
    fn is_failed_build(&self) -> bool {
        self.part == Part::Build && self.problem.is_some()
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
        format!("{:<9}{result:<7}{seconds:>7.1} s{tests}{problem}", part.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e2e_brings_the_build() {
        assert!(is_chosen(Part::Build, &[Part::E2e]));
        assert!(!is_chosen(Part::Build, &[Part::Native]));
        assert!(Part::ALL.iter().all(|part| is_chosen(*part, &[])));
    }

    #[test]
    fn a_part_without_tests_fails_unless_a_filter_was_given() {
        let none = Tally::default();
        assert!(ran_nothing(Part::Wasm, none, &[]).is_some());
        assert!(ran_nothing(Part::Wasm, none, &["name".to_owned()]).is_none());
        assert!(ran_nothing(Part::Lint, none, &[]).is_none());
    }

    #[test]
    fn a_part_is_told_in_one_line() {
        let problem = Some("clippy failed\nrun it by hand".to_owned());
        let report = Report { part: Part::Wasm, tally: Tally { passed: 2, failed: 1 }, problem, seconds: 1.0 };
        assert_eq!(report.line(), "wasm     FAILED     1.0 s  2 passed, 1 failed  (clippy failed)");
    }

    #[test]
    fn a_failed_part_never_counts_as_a_success() {
        let failed = |tally| Report { part: Part::Lint, tally, problem: Some("x".to_owned()), seconds: 1.0 }.counted();
        assert_eq!(failed(Tally::default()), Tally { passed: 0, failed: 1 });
        assert_eq!(failed(Tally { passed: 5, failed: 3 }), Tally { passed: 5, failed: 3 });
    }
}
