//! `cargo xtask generate`: a made-up gathering, as files.

use crate::workspace::Workspace;
use crate::{Result, cargo, process};
use std::path::{self, Path};

/// Makes up what that many units might send, into a folder.
pub(crate) fn generate(workspace: &Workspace, files: usize, seed: u64, out: &Path) -> Result<()> {
    // With the profile of the tests, in which whatever writes and packs files is optimised.
    // Cargo is run in the workspace, and the folder is named from where this was.
    let out = path::absolute(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let mut run = cargo::cargo(workspace, ["run", "--quiet", "--profile", "test", "--package", "synthetic", "--"]);
    run.args(["--files", &files.to_string(), "--seed", &seed.to_string(), "--out"]).arg(out);
    process::run(&mut run)
}
