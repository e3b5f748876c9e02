//! The officer's job in a real Chrome 109, the oldest browser that the README promises.

use crate::results::Tally;
use crate::workspace::Workspace;
use crate::{Result, process, tools};
use std::process::Command;

const JOB: &str = include_str!("oldest.mjs");

/// Does the job on what is in `dist/`.
pub(crate) fn oldest(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    tools::ensure(workspace, tools::OLDEST)?;
    let mut node = Command::new("node");
    node.args(["--input-type=module", "-e", JOB, "--"]).arg(workspace.node_modules()).arg(workspace.dist());
    process::run_tests(&mut node, tally)
}
