//! The scripts, by hand and by wasm-bindgen, as they are shipped.

use crate::workspace::{Workspace, files_below};
use crate::{Result, digests, process};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The browsers of the README, in esbuild's words: newer syntax is put in the words of these, or is an error.
const FLOOR: &str = "--target=chrome109,firefox115,safari16";

/// What `embed.js` imports becomes a part of it, so that one digest in a page covers all the script that starts the product, and
/// a browser never meets the two in different versions.
const ENTRY: &str = "embed.js";
const PART_OF_ENTRY: &str = "directive-assessment.js";

/// Shortens the scripts of a folder in their place, the one to start with last: it holds the digests of the others.
pub(crate) fn scripts(workspace: &Workspace, folder: &Path) -> Result<()> {
    let (entry, part) = (folder.join(ENTRY), folder.join(PART_OF_ENTRY));
    let is_script = |file: &PathBuf| file.extension() == Some(OsStr::new("js")) && *file != entry && *file != part;
    for script in files_below(folder)?.into_iter().filter(is_script) {
        process::run(esbuild(workspace).arg(&script).arg(outfile(&script)))?;
    }
    digests::write_into(&entry)?;
    process::run(esbuild(workspace).args(["--bundle", "--format=esm"]).arg(&entry).arg(outfile(&entry)))?;
    fs::remove_file(&part).map_err(|error| format!("cannot remove {}: {error}", part.display()))
}

fn esbuild(workspace: &Workspace) -> Command {
    let mut command = Command::new(workspace.node_modules().join(".bin").join("esbuild"));
    command.args([FLOOR, "--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
    command
}

fn outfile(script: &Path) -> String {
    format!("--outfile={}", script.display())
}
