//! `cargo xtask bench`: figures that depend on the machine. No test demands any of them.

use crate::workspace::Workspace;
use crate::{Result, build, generate, process, tools};
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

/// The sizes of gatherings that the board is tried with, in units.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// What chance follows from in them.
const SEED: u64 = 17;

/// What the officer waits for at the board, beside a plain reader in JavaScript. The gatherings are made once.
pub(crate) fn board(workspace: &Workspace, runs: usize, files: &[usize]) -> Result<()> {
    tools::ensure(workspace, tools::E2E)?;
    build::build(workspace, false)?;
    let gatherings = workspace.target().join("gatherings");
    let sizes = if files.is_empty() { SIZES.as_slice() } else { files };
    for size in sizes {
        let folder = gatherings.join(size.to_string());
        // It comes last.
        if !folder.with_extension("decisions.json").exists() {
            let _ = std::fs::remove_dir_all(&folder);
            generate::generate(workspace, *size, SEED, &folder)?;
        }
    }
    let mut node = Command::new("node");
    node.arg(workspace.root().join("benches/board/board.mjs"))
        .args([workspace.node_modules(), workspace.dist(), gatherings])
        .arg(runs.to_string())
        .args(sizes.iter().map(ToString::to_string));
    process::run(&mut node)
}
