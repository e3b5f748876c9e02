//! The software bill of materials of the product, in the CycloneDX format.

use crate::cargo::{self, WASM};
use crate::workspace::{Workspace, read, write};
use crate::{Result, process};
use std::fs;
use std::path::Path;

/// The file in `dist/`.
pub(crate) const BOM: &str = "directive-assessment.cdx.json";
/// What the tool writes beside the manifests of the other packages: the bill of the product has theirs in it.
const OTHERS: [&str; 10] = [
    "crates/app/app.cdx.json",
    "crates/domain/domain.cdx.json",
    "crates/exchange/exchange.cdx.json",
    "crates/json/json.cdx.json",
    "crates/record-macros/record-macros.cdx.json",
    "crates/storage/storage.cdx.json",
    "crates/ui/ui.cdx.json",
    "xtask/xtask.cdx.json",
    "tests/e2e/e2e.cdx.json",
    "tests/powercut/powercut.cdx.json",
];

/// Writes the bill into `folder`. Equal sources have equal bills: it names no time and no place.
pub(crate) fn write_bom(workspace: &Workspace, folder: &Path) -> Result<()> {
    let arguments = ["cyclonedx", "--quiet", "--format", "json", "--spec-version", "1.5", "--no-build-deps"];
    let mut command = cargo::cargo(workspace, arguments);
    command.args(["--target", WASM]).env("SOURCE_DATE_EPOCH", "0").env("PATH", cargo::path_with_tools(workspace)?);
    process::run(&mut command)?;
    let written = workspace.root().join(BOM);
    let bill = read(&written)?.replace(&workspace.root().display().to_string(), "/source");
    for name in OTHERS.into_iter().chain([BOM]) {
        let file = workspace.root().join(name);
        fs::remove_file(&file).map_err(|error| format!("cannot remove {}: {error}", file.display()))?;
    }
    write(&folder.join(BOM), &bill)
}
