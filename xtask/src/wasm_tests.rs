//! Tests of the browser floors: the files in the programs' `tests/` that build only for wasm32, run inside each engine.

use crate::cargo::{self, WASM};
use crate::results::Tally;
use crate::webkit::WebKit;
use crate::workspace::{Workspace, read};
use crate::{Result, process};
use std::ffi::OsStr;
use std::fs;
use std::process::Command;

/// What a test file for the browsers begins with, after its documentation.
const GATE: &str = "#![cfg(target_arch = \"wasm32\")]";

/// Where the test files of the programs for the browsers are.
const FOLDERS: [&str; 3] = ["tests", "crates/board/tests", "crates/office/tests"];

/// The test files for the browsers, by name; no two of them have the same.
pub(crate) fn names(workspace: &Workspace) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for folder in FOLDERS.map(|folder| workspace.root().join(folder)) {
        let entries = fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.extension() != Some(OsStr::new("rs")) || !read(&path)?.contains(GATE) {
                continue;
            }
            names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// Runs them in Chromium, Firefox and WebKit. Every engine gets its turn, whatever the others say.
pub(crate) fn run(workspace: &Workspace, arguments: &[String], tally: &mut Tally) -> Result<()> {
    let geckodriver = workspace.tool("geckodriver");
    let results = [
        run_in("Chromium", tests(workspace, arguments)?.env("CHROMEDRIVER", "chromedriver"), tally),
        run_in("Firefox", tests(workspace, arguments)?.env("GECKODRIVER", geckodriver), tally),
        run_in_webkit(workspace, tests(workspace, arguments)?, tally),
    ];
    let problems: Vec<String> = results.into_iter().filter_map(Result::err).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("; ")) }
}

fn run_in_webkit(workspace: &Workspace, mut tests: Command, tally: &mut Tally) -> Result<()> {
    // The runner knows the protocol by the name of Apple's driver.
    let webkit = WebKit::start(workspace).map_err(|error| format!("WebKit: {error}"))?;
    run_in("WebKit", tests.env("SAFARIDRIVER_REMOTE", webkit.address()), tally)
}

fn run_in(engine: &str, tests: &mut Command, tally: &mut Tally) -> Result<()> {
    println!("── {engine}");
    process::run_tests(tests, tally).map_err(|error| format!("{engine}: {error}"))
}

fn tests(workspace: &Workspace, arguments: &[String]) -> Result<Command> {
    let mut command = cargo::cargo(
        workspace,
        ["test", "--package", "directive-assessment", "--package", "board", "--package", "office"],
    );
    command.args(["--target", WASM, "--no-fail-fast"]);
    for name in names(workspace)? {
        command.args(["--test", &name]);
    }
    if !arguments.is_empty() {
        command.arg("--").args(arguments);
    }
    cargo::for_wasm(workspace, &mut command)?;
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", workspace.tool("wasm-bindgen-test-runner"));
    // In seconds. The runner's own 20 are too few for a browser that starts while the machine is busy.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "120").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
    for driver in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
        // The runner takes the first that it finds.
        command.env_remove(driver).env_remove(format!("{driver}_REMOTE"));
    }
    Ok(command)
}
