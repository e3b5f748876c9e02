//! Whether a second build gives the same program: who wants to know what runs can build it and compare.

use crate::cargo::{self, WASM};
use crate::digest::{hex, sha256};
use crate::workspace::Workspace;
use crate::{Result, process};
use std::fs;
use std::path::Path;

/// Where cargo puts the program, below its folder.
const PROGRAM: &str = "release/directive-assessment.wasm";

/// Builds the program again, from nothing and in another folder, and compares the two.
pub(crate) fn rebuild(workspace: &Workspace) -> Result<()> {
    let again = workspace.target().join("again");
    // A build that finds nothing of an earlier one is what another machine would do.
    let _ = fs::remove_dir_all(&again);
    let arguments = ["build", "--release", "--locked", "--target", WASM, "--bin", "directive-assessment"];
    let mut command = cargo::cargo(workspace, arguments);
    cargo::for_wasm(workspace, &mut command)?;
    process::run(command.env("CARGO_TARGET_DIR", &again))?;
    let (first, second) = (digest(workspace.target())?, digest(&again)?);
    let _ = fs::remove_dir_all(&again);
    if first != second {
        return Err(format!("two builds of the same source differ: {first} and {second}"));
    }
    println!("Both builds of the program have the SHA-256 {first}");
    Ok(())
}

fn digest(target: &Path) -> Result<String> {
    let file = target.join(WASM).join(PROGRAM);
    let bytes = fs::read(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    Ok(hex(&sha256(&bytes)))
}
