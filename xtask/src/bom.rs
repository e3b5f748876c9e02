//! The software bill of materials, in the CycloneDX format: one for both programs.

use crate::cargo::{self, WASM};
use crate::json::Members;
use crate::workspace::{Workspace, read, write};
use crate::{Result, board, process};
use serde_json::Value;
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
    let root = workspace.root().display().to_string();
    let bill = |file: &Path| read(file).map(|text| text.replace(&root, "/source"));
    let mut bill_of_all = bill(&written)?;
    for name in board::BESIDE.map(|program| program.name) {
        let beside = workspace.root().join(format!("crates/{name}/{name}.cdx.json"));
        bill_of_all = joined(&bill_of_all, &bill(&beside)?)?;
    }
    for file in others(workspace)?.into_iter().chain([written]) {
        fs::remove_file(&file).map_err(|error| format!("cannot remove {}: {error}", file.display()))?;
    }
    write(&folder.join(BOM), &bill_of_all)
}

/// The bill of the product, and in it whatever that of another program has beside it.
fn joined(bill: &str, other: &str) -> Result<String> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| format!("{BOM}: {error}"));
    let (mut bill, mut other) = (parsed(bill)?, parsed(other)?);
    let program = other.pointer_mut("/metadata/component").map(Value::take);
    let members = |list: &str| other.list(list).to_vec();
    let components = [members("components"), program.into_iter().collect()].concat();
    for (list, id, more) in [("components", "bom-ref", components), ("dependencies", "ref", members("dependencies"))] {
        let of_bill = bill.get_mut(list).and_then(Value::as_array_mut).ok_or(format!("{BOM} has no {list}"))?;
        for member in more {
            if !of_bill.iter().any(|known| known.text(id) == member.text(id)) {
                of_bill.push(member);
            }
        }
        of_bill.sort_by(|one, another| one.text(id).cmp(&another.text(id)));
    }
    serde_json::to_string_pretty(&bill).map_err(|error| format!("{BOM}: {error}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bill_has_what_either_program_is_built_of_once() -> Result<()> {
        let of = |name: &str, parts: [&str; 2]| {
            let parts = parts.map(|part| format!("{{\"bom-ref\":\"{part}\"}}")).join(",");
            format!(
                "{{\"metadata\":{{\"component\":{{\"bom-ref\":\"{name}\"}}}},\"components\":[{parts}],\"dependencies\":[{{\"ref\":\"{name}\"}}]}}"
            )
        };
        let bill: Value = serde_json::from_str(&joined(&of("form", ["yew", "app"]), &of("board", ["rawzip", "yew"]))?)
            .map_err(|error| error.to_string())?;
        let names = |list: &str, id: &str| -> Vec<String> {
            bill.list(list).iter().filter_map(|one| one.text(id)).map(str::to_owned).collect()
        };
        assert_eq!(names("components", "bom-ref"), ["app", "board", "rawzip", "yew"]);
        assert_eq!(names("dependencies", "ref"), ["board", "form"]);
        assert_eq!(bill.pointer("/metadata/component").and_then(|program| program.text("bom-ref")), Some("form"));
        assert!(joined("{}", &of("board", ["a", "b"])).is_err());
        Ok(())
    }
}
