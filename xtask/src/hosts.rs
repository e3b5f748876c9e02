//! The npm package in applications of frameworks and bundlers, built for production: `tests/hosts`.

use crate::results::Tally;
use crate::workspace::{Workspace, files_below};
use crate::{Result, e2e, package, process, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What npm installs from.
const SOURCES: [&str; 3] = [".npmrc", "package.json", LOCK];
const LOCK: &str = "package-lock.json";
/// npm writes it once all is installed.
const INSTALLED: &str = "node_modules/.package-lock.json";
/// What the applications give the element.
const GIVEN: [&str; 2] = ["other-directive.json", "other-roster.json"];

/// Packs the package, holds its types against samples, builds the applications with it and drives them.
pub(crate) fn hosts(workspace: &Workspace, arguments: &[String], tally: &mut Tally) -> Result<()> {
    tools::ensure(workspace, tools::E2E)?;
    let folder = workspace.target().join("hosts");
    install(workspace, &folder)?;
    lay_out(workspace, &folder)?;
    pack(workspace, &folder)?;
    // With this condition a server draws a page: there the import must do nothing.
    let on_a_server = ["--input-type=module", "--eval", "import \"directive-assessment\""];
    let steps: [(&str, &[&str]); 3] = [
        ("the package on a server", &on_a_server),
        ("types", &["node_modules/vue-tsc/bin/vue-tsc.js", "--project", "types"]),
        ("builds", &["build.mjs"]),
    ];
    for (name, words) in steps {
        println!("── {name}");
        process::run(Command::new("node").args(words).current_dir(&folder))?;
    }
    println!("── in browsers");
    e2e::in_browsers(workspace, None, &["--test", "packaged"], arguments, tally)
}

/// Installs the frameworks, unless those of the lock file are there.
fn install(workspace: &Workspace, folder: &Path) -> Result<()> {
    let sources = sources(workspace);
    let is_same = |name: &&str| fs::read(sources.join(name)).ok() == fs::read(folder.join(name)).ok();
    if SOURCES.iter().all(is_same) && folder.join(INSTALLED).is_file() {
        return Ok(());
    }
    println!("── frameworks and bundlers, from the npm registry (about half a minute)");
    fs::create_dir_all(folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    // What is broken off must not look installed.
    let _ = fs::remove_file(folder.join(INSTALLED));
    for name in SOURCES {
        copy(&sources.join(name), &folder.join(name))?;
    }
    process::run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))
}

/// Lays the applications beside what is installed for them.
fn lay_out(workspace: &Workspace, folder: &Path) -> Result<()> {
    let sources = sources(workspace);
    for file in files_below(&sources)? {
        let target = folder.join(file.strip_prefix(&sources).unwrap_or(&file));
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(|error| format!("cannot create {}: {error}", parent.display()))?;
        }
        copy(&file, &target)?;
    }
    GIVEN.iter().try_for_each(|name| copy(&workspace.root().join("tests/fixtures").join(name), &folder.join(name)))
}

/// Makes the package, packs it as for the registry, and unpacks it where npm would.
fn pack(workspace: &Workspace, folder: &Path) -> Result<()> {
    let (source, target) = (folder.join("package"), folder.join("node_modules/directive-assessment"));
    package::write_package(workspace, &source)?;
    let mut command = Command::new("npm");
    let packed = process::output(command.args(["pack", "--silent", "./package"]).current_dir(folder))?;
    let _ = fs::remove_dir_all(&target);
    fs::create_dir_all(&target).map_err(|error| format!("cannot create {}: {error}", target.display()))?;
    let mut unpack = Command::new("tar");
    unpack.args(["--extract", "--strip-components=1", "--file", packed.trim(), "--directory"]).arg(&target);
    process::run(unpack.current_dir(folder))
}

fn sources(workspace: &Workspace) -> PathBuf {
    workspace.root().join("tests/hosts")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).map_err(|error| format!("cannot copy {}: {error}", from.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::read;

    #[test]
    fn every_package_is_pinned_by_its_digest() -> Result<()> {
        let lock = read(&sources(&Workspace::find()?).join(LOCK))?;
        // The first entry is the list itself.
        let packages = lock.matches("\n    \"node_modules/").count();
        assert!(packages > 100, "{packages} packages");
        assert_eq!(lock.matches("\n      \"integrity\": \"sha512-").count(), packages);
        assert!(!lock.contains("\"resolved\""), "the lock file says where it was made");
        Ok(())
    }
}
