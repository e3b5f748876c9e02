//! The end-to-end tests: which build they use, and what is printed afterwards.

use crate::process::with;
use crate::results::Tally;
use crate::workspace::Workspace;
use crate::{Result, cargo, process, tools};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs the end-to-end tests, or what `chosen` tells cargo to run of them, in the installed browsers, or in a Firefox of its own.
pub(crate) fn in_browsers(
    workspace: &Workspace,
    firefox: Option<&Path>,
    chosen: &[&str],
    arguments: &[String],
    tally: &mut Tally,
) -> Result<()> {
    let mut command = cargo::cargo(workspace, ["test", "--no-fail-fast", "--package", "e2e"]);
    command.args(chosen);
    tools::for_e2e(workspace, command.env("E2E_DIST", workspace.dist()).env("E2E_FAILPOINTS", workspace.failpoints()));
    command.envs(firefox.map(|firefox| ("E2E_FIREFOX", firefox)));
    let [unsteady, durations] =
        ["unsteady", "durations"].map(|list| workspace.target().join(format!("e2e/{list}.txt")));
    for list in [&unsteady, &durations] {
        // Where there is none, none is left over.
        let _ = fs::remove_file(list);
    }
    say_versions();
    let result = process::run_tests(with(command.env("E2E_SECOND_TRY", "1"), arguments), tally);
    if let Ok(list) = fs::read_to_string(&durations) {
        println!("SLOWEST:\n{}", slowest(&list).join("\n"));
        println!("ALL, two at a time:\n{}", by_engine(&list).join("\n"));
    }
    if let Ok(list) = fs::read_to_string(&unsteady) {
        println!("UNSTEADY, tried a second time:\n{list}");
    }
    result
}

/// What the results are about. A machine that is not Debian's knows no such list, and its browsers are told with each failure.
fn say_versions() {
    let mut list = Command::new("dpkg-query");
    list.args(["--show", "chromium", "firefox-esr", "libwebkit2gtk-4.1-0", "fonts-dejavu-core", "fonts-liberation2"]);
    if let Ok(versions) = process::output(&mut list) {
        print!("{versions}");
    }
}

/// The ten longest of the lines that begin with seconds.
fn slowest(durations: &str) -> Vec<&str> {
    let seconds = |line: &str| line.split(' ').next().and_then(|seconds| seconds.parse::<f32>().ok()).unwrap_or(0.0);
    let mut lines: Vec<&str> = durations.lines().collect();
    lines.sort_by(|one, other| seconds(other).total_cmp(&seconds(one)));
    lines.truncate(10);
    lines
}

/// For each engine: how many tests there were, their seconds, and how much of that was the start of browsers.
fn by_engine(durations: &str) -> Vec<String> {
    let sum = |engine: &str| {
        let of_it = durations.lines().filter(|line| line.contains(&format!("::{engine}::")));
        of_it.fold((0, 0.0, 0.0), |(count, whole, started), line| {
            let mut seconds = line.split([' ', ',']).filter_map(|word| word.parse::<f32>().ok());
            (count + 1, whole + seconds.next().unwrap_or(0.0), started + seconds.next().unwrap_or(0.0))
        })
    };
    let engines = ["chromium", "firefox", "webkit"].map(|engine| (engine, sum(engine)));
    let line =
        |(engine, (count, whole, started))| format!("{engine}: {count} tests, {whole:.0} s, start {started:.0} s");
    engines.into_iter().filter(|(_, (count, _, _))| *count > 0).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_tests_come_first() {
        let durations: String = (1..=12).map(|seconds| format!("{seconds}.5 s, start 0.1 s, a test\n")).collect();
        let slowest = slowest(&durations);
        let ends = (slowest.len(), slowest.first().copied(), slowest.last().copied());
        assert_eq!(ends, (10, Some("12.5 s, start 0.1 s, a test"), Some("3.5 s, start 0.1 s, a test")));
    }

    #[test]
    fn the_sum_of_each_engine_is_told() {
        let durations =
            "4.0 s, start 1.6 s, a::webkit::b\n6.0 s, start 0.0 s, a::webkit::c\n1.0 s, start 0.4 s, a::firefox::b\n";
        assert_eq!(by_engine(durations), ["firefox: 1 tests, 1 s, start 0 s", "webkit: 2 tests, 10 s, start 2 s"]);
    }
}
