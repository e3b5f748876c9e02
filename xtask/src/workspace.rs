//! The paths of the workspace.

use crate::Result;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of the project.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The workspace whose `cargo xtask` this is.
    pub(crate) fn find() -> Result<Workspace> {
        let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = package
            .as_deref()
            .and_then(Path::parent)
            .ok_or("this program must be started by cargo: run `cargo xtask help`")?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(chosen) => std::path::absolute(chosen).map_err(|error| format!("CARGO_TARGET_DIR: {error}"))?,
            None => root.join("target"),
        };
        Ok(Workspace { root, target })
    }

    /// The folder of the repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Scripts, pages and icons around the program.
    pub(crate) fn shell(&self) -> PathBuf {
        self.root.join("shell")
    }

    /// Cargo's folder.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The build with failpoints.
    pub(crate) fn failpoints(&self) -> PathBuf {
        self.target.join("failpoints")
    }

    /// The tools that the commands install for themselves.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Programs among the tools.
    pub(crate) fn tool(&self, program: &str) -> PathBuf {
        self.tools().join("bin").join(program)
    }

    /// npm packages among the tools.
    pub(crate) fn node_modules(&self) -> PathBuf {
        self.tools().join("npm").join("node_modules")
    }
}

/// Reads a text file; the message names it.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Writes a text file; the message names it.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

/// Every file in a folder and the folders in it, in order.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut files = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
