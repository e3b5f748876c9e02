//! Format, types and lints: what can be checked without running anything.

use crate::cargo::{self, WASM};
use crate::workspace::Workspace;
use crate::{Result, wasm_tests};
use std::process::Command;

/// Something to run, and what to call it.
pub(crate) struct Step {
    /// What it is, in a few words.
    pub(crate) name: &'static str,
    pub(crate) command: Command,
}

/// The steps, cheapest first.
pub(crate) fn steps(workspace: &Workspace) -> Result<Vec<Step>> {
    let deny = ["--", "--deny", "warnings"];
    let native = ["clippy", "--all-targets"].into_iter().chain(cargo::native()).chain(deny);
    let helpers = cargo::packages(&["record-macros", "gather", "xtask", "e2e", "powercut"]);
    let helpers = ["clippy", "--all-targets"].into_iter().chain(helpers).chain(deny);
    let step = |name, command| Step { name, command };
    Ok(vec![
        step("format", cargo::cargo(workspace, ["fmt", "--all", "--check"])),
        step("types of the scripts", types(workspace, "shell")),
        step("types of the workers", types(workspace, "shell/offline")),
        step("lints, native", cargo::cargo(workspace, native)),
        step("lints, wasm32", wasm_lints(workspace)?),
        step("lints, all other packages", cargo::cargo(workspace, helpers)),
    ])
}

/// The scripts of a folder, which has its own list of what a browser offers.
fn types(workspace: &Workspace, folder: &str) -> Command {
    let mut command = Command::new(workspace.node_modules().join(".bin").join("tsc"));
    command.args(["--project", folder]).current_dir(workspace.root());
    command
}

/// Licences, duplicates and sources of all that is built from. Not its known holes: see `deny.toml`.
pub(crate) fn dependencies(workspace: &Workspace) -> Step {
    let mut command = Command::new(workspace.tool("cargo-deny"));
    command.args(["--locked", "--offline", "--workspace", "check", "licenses", "bans", "sources"]);
    command.current_dir(workspace.root());
    Step { name: "licences and duplicates of dependencies", command }
}

/// Without `--all-targets`: the tests of the other floors do not build for wasm32. With what is only built for tests.
fn wasm_lints(workspace: &Workspace) -> Result<Command> {
    let arguments = ["clippy", "--target", WASM, "--lib", "--bins", "--features", "failpoints"];
    let mut command = cargo::cargo(workspace, arguments.into_iter().chain(cargo::packages(&cargo::PRODUCT)));
    for test in wasm_tests::names(workspace)? {
        command.args(["--test", &test]);
    }
    command.args(["--", "--deny", "warnings"]);
    cargo::for_wasm(workspace, &mut command)?;
    Ok(command)
}
