//! npm packages in the project's own folder of tools: those of `xtask/tools/npm/package-lock.json`, which has the digest of each.
//! Their scripts never run.

use crate::workspace::Workspace;
use crate::{Result, process};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A package from the npm registry, in the version that the lock file names.
#[derive(Clone, Copy)]
pub(crate) struct Package {
    pub(crate) name: &'static str,
    /// The version that the project was tested with, as the lock file has it.
    pub(crate) version: &'static str,
}

/// What npm installs from, in this order.
const SOURCES: [&str; 3] = [".npmrc", "package.json", LOCK];
const LOCK: &str = "package-lock.json";

/// Makes the wasm smaller. The version is also named in `Trunk.toml`.
pub(crate) const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0" };
/// Puts scripts and style sheets together, makes them smaller, and knows the syntax of each browser.
pub(crate) const ESBUILD: Package = Package { name: "esbuild", version: "0.28.2" };
/// Checks the types of the scripts.
pub(crate) const TYPESCRIPT: Package = Package { name: "typescript", version: "5.9.3" };
/// Knows which browser has which property of CSS.
pub(crate) const DOIUSE: Package = Package { name: "doiuse", version: "6.0.6" };
/// Reads scripts for the next.
pub(crate) const ESLINT: Package = Package { name: "eslint", version: "10.15.0" };
/// Knows which browser has which function.
pub(crate) const COMPAT: Package = Package { name: "eslint-plugin-compat", version: "7.0.2" };
/// Chrome 109, as a program that needs no screen.
pub(crate) const CHROME_109: Package = Package { name: "@sparticuz/chromium", version: "109.0.6" };
/// Drives it.
pub(crate) const PLAYWRIGHT: Package = Package { name: "playwright-core", version: "1.64.0" };
/// Finds what people with disabilities cannot use.
pub(crate) const AXE: Package = Package { name: "axe-core", version: "4.14.1" };
/// Finds elements by role and name, as people do.
pub(crate) const TESTING_LIBRARY: Package = Package { name: "@testing-library/dom", version: "10.4.2" };

impl Package {
    /// Whether this version is installed, from the lock file as it is now.
    pub(crate) fn is_there(self, workspace: &Workspace) -> bool {
        let locks = [sources(workspace), folder(workspace)].map(|folder| fs::read(folder.join(LOCK)).ok());
        let manifest = workspace.node_modules().join(self.name).join("package.json");
        let text = fs::read_to_string(manifest).unwrap_or_default();
        let is_locked = locks.first() == locks.last() && locks.iter().all(Option::is_some);
        is_locked && text.contains(&format!("\"version\": \"{}\"", self.version)) && node_is_there()
    }

    /// Downloads it, and with it all the others.
    pub(crate) fn install(self, workspace: &Workspace) -> Result<()> {
        if self.is_there(workspace) {
            return Ok(());
        }
        if !node_is_there() || !process::succeeds(Command::new("npm").arg("--version")) {
            return Err(format!(
                "{} needs Node.js and npm, which are not installed: run `apt-get install nodejs npm` as root, \
                 or see https://nodejs.org",
                self.name
            ));
        }
        let folder = folder(workspace);
        fs::create_dir_all(&folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
        for name in SOURCES {
            let from = sources(workspace).join(name);
            fs::copy(&from, folder.join(name)).map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
        }
        let mut command = Command::new("npm");
        // What does not have the digest of the lock file is refused.
        command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
        process::run(&mut command).map_err(|error| {
            format!(
                "{error}\n{} {} is needed from the npm registry; the same command can be run by hand",
                self.name, self.version
            )
        })
    }
}

fn sources(workspace: &Workspace) -> PathBuf {
    workspace.root().join("xtask/tools/npm")
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("npm")
}

fn node_is_there() -> bool {
    process::succeeds(Command::new("node").arg("--version"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::read;

    const ALL: [Package; 10] =
        [BINARYEN, ESBUILD, TYPESCRIPT, DOIUSE, ESLINT, COMPAT, CHROME_109, PLAYWRIGHT, AXE, TESTING_LIBRARY];

    #[test]
    fn every_package_is_pinned_by_its_digest() -> Result<()> {
        let lock = read(&sources(&Workspace::find()?).join(LOCK))?;
        for Package { name, version } in ALL {
            let entry = lock.split_once(&format!("\"node_modules/{name}\": {{\n      \"version\": \"{version}\""));
            assert!(entry.is_some(), "the lock file has no {name} {version}");
        }
        // The first entry is the list itself.
        let packages = lock.matches("\n    \"node_modules/").count();
        assert_eq!(lock.matches("\n      \"integrity\": \"sha512-").count(), packages);
        assert!(!lock.contains("\"resolved\""), "the lock file says where it was made");
        Ok(())
    }
}
