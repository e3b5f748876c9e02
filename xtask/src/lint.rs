//! Format, lints and the floors: what the compiler can tell without running anything.

use crate::cargo::{self, NATIVE, WASM};
use crate::workspace::Workspace;
use crate::{Result, wasm_tests};
use std::process::Command;

/// Something to run, and what to call it.
pub(crate) struct Step {
    /// What it is, in a few words.
    pub(crate) name: &'static str,
    /// How it runs.
    pub(crate) command: Command,
}

/// The steps, cheapest first.
pub(crate) fn steps(workspace: &Workspace) -> Result<Vec<Step>> {
    let deny = ["--", "--deny", "warnings"];
    let native = ["clippy", "--all-targets"].iter().chain(&NATIVE).chain(&deny);
    let helpers = ["clippy", "--all-targets", "--package", "xtask", "--package", "e2e", "--package", "powercut"];
    let helpers = helpers.iter().chain(&deny);
    let step = |name, command| Step { name, command };
    Ok(vec![
        step("format", cargo::cargo(workspace, ["fmt", "--all", "--check"])),
        step("lower floors without any web crate", cargo::cargo(workspace, LOWER_FLOORS)),
        step("lints, native", cargo::cargo(workspace, native)),
        step("lints, wasm32", wasm_lints(workspace)?),
        step("lints, xtask and e2e", cargo::cargo(workspace, helpers)),
    ])
}

/// Licences, duplicates and sources of all that is built from. Not its known holes: see `deny.toml`.
pub(crate) fn dependencies(workspace: &Workspace) -> Step {
    let mut command = Command::new(workspace.tool("cargo-deny"));
    command.args(["--locked", "--offline", "--workspace", "check", "licenses", "bans", "sources"]);
    command.current_dir(workspace.root());
    Step { name: "licences and duplicates of dependencies", command }
}

const LOWER_FLOORS: [&str; 5] = ["check", "--package", "directive-assessment", "--lib", "--no-default-features"];

/// Without `--all-targets`: the tests of the other floors do not build for wasm32. With what is only built for tests.
fn wasm_lints(workspace: &Workspace) -> Result<Command> {
    let arguments =
        ["clippy", "--package", "directive-assessment", "--target", WASM, "--lib", "--bins", "--features", "planted"];
    let mut command = cargo::cargo(workspace, arguments);
    for test in wasm_tests::names(workspace)? {
        command.args(["--test", &test]);
    }
    command.args(["--", "--deny", "warnings"]);
    cargo::for_wasm(workspace, &mut command)?;
    Ok(command)
}
