//! Python packages in an environment of the project's own: those of `scale/requirements.txt`, which has the digest of each.

use crate::workspace::Workspace;
use crate::{Result, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The packages of the lists in `scale/`.
#[derive(Clone, Copy)]
pub(crate) struct Packages {
    /// Which, and how long that takes.
    pub(crate) name: &'static str,
}

/// What counts as the native command does.
pub(crate) const ENGINES: Packages = Packages { name: "DuckDB and Spark from PyPI (about a minute, 0.6 GB)" };

/// What is installed, in this order: the first builds what PyPI has of the others.
const LISTS: [&str; 2] = ["setuptools.txt", "requirements.txt"];

/// The program of the environment.
pub(crate) fn program(workspace: &Workspace) -> PathBuf {
    folder(workspace).join("bin").join("python")
}

impl Packages {
    /// Whether those are installed that the lists name now.
    pub(crate) fn is_there(self, workspace: &Workspace) -> bool {
        let is_same = |name: &&str| {
            let [ours, theirs] = [sources(workspace), folder(workspace)].map(|folder| fs::read(folder.join(name)).ok());
            ours.is_some() && ours == theirs
        };
        LISTS.iter().all(is_same)
    }

    /// Makes the environment anew.
    pub(crate) fn install(self, workspace: &Workspace) -> Result<()> {
        let folder = folder(workspace);
        let made = process::run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
        made.map_err(|error| format!("{error}\nDebian has what it needs in python3-venv"))?;
        for name in LISTS {
            let list = sources(workspace).join(name);
            process::run(&mut pip(workspace, &list))?;
            // Last, so that what is broken off does not look installed.
            fs::copy(&list, folder.join(name)).map_err(|error| format!("cannot copy {}: {error}", list.display()))?;
        }
        Ok(())
    }
}

/// Installs a list. Whatever does not have the digest in it is refused, and nothing outside the list is used to build it.
fn pip(workspace: &Workspace, list: &Path) -> Command {
    let mut command = Command::new(program(workspace));
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-cache-dir", "--no-compile"]);
    command.args(["--require-hashes", "--no-build-isolation", "--requirement"]).arg(list);
    command
}

fn sources(workspace: &Workspace) -> PathBuf {
    workspace.root().join("scale")
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("scale")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::read;

    #[test]
    fn every_package_is_pinned_by_its_digest() -> Result<()> {
        let workspace = Workspace::find()?;
        for name in LISTS {
            let list = read(&sources(&workspace).join(name))?;
            let packages = list.lines().filter(|line| !line.starts_with(['#', ' ']));
            assert!(packages.clone().all(|line| line.contains("==") && line.ends_with('\\')), "{name}");
            assert!(packages.count() > 0 && !list.contains("://"), "{name}");
        }
        Ok(())
    }
}
