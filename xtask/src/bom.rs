//! The software bill of materials of the product, in the CycloneDX format.

use crate::cargo::{self, WASM};
use crate::workspace::{Workspace, read, write};
use crate::{Result, process};
use std::fs;
use std::path::{Path, PathBuf};

/// The file in `dist/`.
pub(crate) const BOM: &str = "directive-assessment.cdx.json";
/// Where the other packages are, each in a folder of its name, but for those in `crates/`.
const OTHERS: [&str; 3] = ["xtask", "tests/e2e", "tests/powercut"];

/// Writes the bill into `folder`. Equal sources have equal bills: it names no time and no place.
pub(crate) fn write_bom(workspace: &Workspace, folder: &Path) -> Result<()> {
    let arguments = ["cyclonedx", "--quiet", "--format", "json", "--spec-version", "1.5", "--no-build-deps"];
    let mut command = cargo::cargo(workspace, arguments);
    command.args(["--target", WASM]).env("SOURCE_DATE_EPOCH", "0").env("PATH", cargo::path_with_tools(workspace)?);
    process::run(&mut command)?;
    let written = workspace.root().join(BOM);
    let bill = read(&written)?.replace(&workspace.root().display().to_string(), "/source");
    for file in others(workspace)?.into_iter().chain([written]) {
        fs::remove_file(&file).map_err(|error| format!("cannot remove {}: {error}", file.display()))?;
    }
    write(&folder.join(BOM), &bill)
}

/// What the tool writes beside the manifests of the other packages: the bill of the product has theirs in it.
fn others(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let crates = workspace.root().join("crates");
    let told = |error| format!("cannot read {}: {error}", crates.display());
    let mut folders: Vec<PathBuf> = OTHERS.iter().map(|folder| workspace.root().join(folder)).collect();
    for entry in fs::read_dir(&crates).map_err(told)? {
        folders.push(entry.map_err(told)?.path());
    }
    let bill = |folder: PathBuf| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        folder.join(name + ".cdx.json")
    };
    Ok(folders.into_iter().map(bill).collect())
}
