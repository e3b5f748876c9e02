//! `cargo xtask torture`: ends browsers while someone types, or cuts their power, and reports what they have kept. `all` begins
//! with the native tests of hostile files and of saving at full size.

use crate::workspace::Workspace;
use crate::{Result, build, cargo, process, tools};
use std::env;
use std::process::{Command, ExitCode};

/// Builds the product and the rig, and starts the rig with its arguments. Fails where a promise was not kept.
pub(crate) fn torture(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    if arguments.first().is_some_and(|what| what == "all") {
        full_native_tests(workspace)?;
    }
    tools::ensure(workspace, tools::E2E)?;
    // A folder that the environment names is taken as it is.
    let named = env::var_os("E2E_DIST");
    let what = arguments.first().map_or("", String::as_str);
    if named.is_none() && what != "panic" {
        build::build(workspace, false)?;
    }
    if ["panic", "all"].contains(&what) {
        build::failpoints(workspace)?;
    }
    // All programs of the package: the rig starts WebKit by another of them.
    process::run(&mut cargo::cargo(workspace, ["build", "--quiet", "--package", "e2e", "--bins"]))?;
    let mut rig = Command::new(workspace.target().join("debug/torture"));
    rig.args(arguments).env("E2E_DIST", named.unwrap_or_else(|| workspace.dist().into()));
    rig.env("E2E_FAILPOINTS", workspace.failpoints());
    tools::for_e2e(workspace, &mut rig);
    let status = rig.status().map_err(|error| format!("the rig does not start: {error}"))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Tests that are small in `cargo xtask test`, with what makes each of them as large as it is meant to be.
const FULL: [(&str, &str, &str); 4] = [
    ("every_byte_that_changes_is_noticed", "EVERY_BYTE", "1"),
    ("no_damage_to_a_stored_record_is_silent", "DAMAGES", "100000"),
    ("no_order_of_events_breaks_a_promise", "INTERLEAVINGS", "1000000"),
    ("nothing_invalid_is_accepted_and_every_refusal_names_place_and_cause", "FUZZ_CASES", "1000000"),
];

fn full_native_tests(workspace: &Workspace) -> Result<()> {
    let mut command =
        cargo::cargo(workspace, ["test", "--package", "exchange", "--package", "app", "--lib", "--test", "stories"]);
    for name in ["json", "domain", "exchange", "storage", "app"] {
        command.args(["--config", &format!("profile.test.package.{name}.opt-level=3")]);
    }
    command.args(["--", "--nocapture"]);
    for (name, setting, value) in FULL {
        command.arg(name).env(setting, value);
    }
    process::run(&mut command)
}
