//! Python packages in environments of the project's own: those of a list `requirements.txt`, which has the digest of each.

use crate::workspace::Workspace;
use crate::{Result, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The packages of some lists, in an environment.
#[derive(Clone, Copy)]
pub(crate) struct Packages {
    /// Which, and how long that takes.
    pub(crate) name: &'static str,
    /// The folder of the environment.
    folder: &'static str,
    /// The folder of the lists.
    sources: &'static str,
    /// What is installed, in this order: the first may build what PyPI has of the others.
    lists: &'static [&'static str],
}

/// What counts as the native command does.
pub(crate) const ENGINES: Packages = Packages {
    name: "DuckDB and Spark from PyPI (about a minute, 0.6 GB)",
    folder: "scale",
    sources: "scale",
    lists: &["setuptools.txt", "requirements.txt"],
};

/// What holds documents and workbooks against the schemas of their formats.
pub(crate) const OPENXML_AUDIT: Packages = Packages {
    name: "openxml-audit from PyPI (seconds)",
    folder: "openxml-audit",
    sources: "xtask/tools/openxml-audit",
    lists: &["requirements.txt"],
};

impl Packages {
    /// A program of the environment.
    pub(crate) fn program(self, workspace: &Workspace, name: &str) -> PathBuf {
        self.folder(workspace).join("bin").join(name)
    }

    /// Whether those are installed that the lists name now.
    pub(crate) fn is_there(self, workspace: &Workspace) -> bool {
        let is_same = |name: &&str| {
            let folders = [self.sources(workspace), self.folder(workspace)];
            let [ours, theirs] = folders.map(|folder| fs::read(folder.join(name)).ok());
            ours.is_some() && ours == theirs
        };
        self.lists.iter().all(is_same)
    }

    /// Makes the environment anew.
    pub(crate) fn install(self, workspace: &Workspace) -> Result<()> {
        let folder = self.folder(workspace);
        let made = process::run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
        made.map_err(|error| format!("{error}\nDebian has what it needs in python3-venv"))?;
        for name in self.lists {
            let list = self.sources(workspace).join(name);
            process::run(&mut self.pip(workspace, &list))?;
            // Last, so that what is broken off does not look installed.
            fs::copy(&list, folder.join(name)).map_err(|error| format!("cannot copy {}: {error}", list.display()))?;
        }
        Ok(())
    }

    /// Installs a list. Whatever does not have the digest in it is refused, and nothing outside the list is used to build it.
    fn pip(self, workspace: &Workspace, list: &Path) -> Command {
        let mut command = Command::new(self.program(workspace, "python"));
        command.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-cache-dir",
            "--no-compile",
        ]);
        command.args(["--require-hashes", "--no-build-isolation", "--requirement"]).arg(list);
        command
    }

    fn sources(self, workspace: &Workspace) -> PathBuf {
        workspace.root().join(self.sources)
    }

    fn folder(self, workspace: &Workspace) -> PathBuf {
        workspace.tools().join(self.folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::read;

    #[test]
    fn every_package_is_pinned_by_its_digest() -> Result<()> {
        let workspace = Workspace::find()?;
        for packages in [ENGINES, OPENXML_AUDIT] {
            for name in packages.lists {
                let list = read(&packages.sources(&workspace).join(name))?;
                let lines = list.lines().filter(|line| !line.starts_with(['#', ' ']));
                assert!(lines.clone().all(|line| line.contains("==") && line.ends_with('\\')), "{name}");
                assert!(lines.count() > 0 && !list.contains("://"), "{name}");
            }
        }
        Ok(())
    }
}
