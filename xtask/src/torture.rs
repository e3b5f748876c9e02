//! `cargo xtask torture`: browsers are ended while someone types, and what they have kept is told.

use crate::workspace::Workspace;
use crate::{Result, build, cargo, process, tools};
use std::env;
use std::process::{Command, ExitCode};

/// Builds the product and the rig, and starts the rig with its arguments. Fails where a promise was not kept.
pub(crate) fn torture(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    tools::ensure(workspace, tools::E2E)?;
    // A folder that the environment names is taken as it is.
    let named = env::var_os("E2E_DIST");
    let what = arguments.first().map_or("", String::as_str);
    if named.is_none() && what != "panic" {
        build::build(workspace, false)?;
    }
    if ["panic", "all"].contains(&what) {
        build::planted(workspace)?;
    }
    // All programs of the package: the rig starts WebKit by another of them.
    process::run(&mut cargo::cargo(workspace, ["build", "--quiet", "--package", "e2e", "--bins"]))?;
    let mut rig = Command::new(workspace.target().join("debug/torture"));
    rig.args(arguments).env("E2E_DIST", named.unwrap_or_else(|| workspace.dist().into()));
    rig.env("E2E_PLANTED", workspace.planted());
    tools::for_e2e(workspace, &mut rig);
    let status = rig.status().map_err(|error| format!("the rig does not start: {error}"))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
