//! `cargo xtask bench`: figures that depend on the machine. No test demands any of them.

use crate::workspace::Workspace;
use crate::{Result, build, process, tools};
use std::process::Command;

/// What a first visit waits for, beside the same form written by hand.
pub(crate) fn load(workspace: &Workspace, runs: usize) -> Result<()> {
    tools::ensure(workspace, tools::E2E)?;
    build::build(workspace, false)?;
    let mut node = Command::new("node");
    node.arg(workspace.root().join("benches/load/load.mjs"))
        .args([workspace.node_modules(), workspace.dist(), workspace.root().join("content")])
        .arg(runs.to_string());
    process::run(&mut node)
}
