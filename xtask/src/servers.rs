//! Runs the web servers with the configuration that the page for webmasters writes, on what is in `dist/`.

use crate::results::Tally;
use crate::workspace::Workspace;
use crate::{Result, process, tools};
use std::env;
use std::process::Command;

/// Starts each server with them, and asks it for what is in `dist/`.
pub(crate) fn servers(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    tools::ensure(workspace, tools::SERVERS)?;
    let mut node = Command::new("node");
    node.arg(workspace.root().join("xtask/src/servers/main.mjs"));
    node.arg(workspace.root()).arg(workspace.node_modules()).arg(workspace.dist());
    // Debian has servers where only root looks for programs.
    let path = env::var("PATH").unwrap_or_default();
    process::run_tests(node.env("PATH", format!("{path}:/usr/sbin")), tally)
}
