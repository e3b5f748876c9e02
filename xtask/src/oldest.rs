//! The officer's job in the oldest browsers: a real Chrome 109, the oldest that the README promises, and the Firefox ESR before the
//! newest.

use crate::results::Tally;
use crate::workspace::Workspace;
use crate::{Result, e2e, process, tools};
use std::process::Command;

/// The tests for the Firefox: the job, and what once did not hold in it.
const TESTS: [&str; 3] = [
    "officer::firefox::",
    "contexts::firefox::where_settings_block_storage",
    "element::firefox::events_tell_what_happens",
];

const JOB: &str = include_str!("oldest.mjs");

/// Does the job on what is in `dist/`.
pub(crate) fn oldest(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    tools::ensure(workspace, tools::OLDEST)?;
    let mut node = Command::new("node");
    node.args(["--input-type=module", "-e", JOB, "--"]).arg(workspace.node_modules()).arg(workspace.dist());
    process::run_tests(&mut node, tally)?;
    let Some(firefox) = tools::older_firefox::program(workspace)? else {
        println!("No older Firefox is offered here: not seen in one.");
        return Ok(());
    };
    let chosen = ["--test", "browsers"];
    e2e::in_browsers(workspace, Some(&firefox), &chosen, &TESTS.map(str::to_owned), tally)
}
