//! npm packages, in the project's own folder of tools. No script of theirs runs.

use crate::workspace::Workspace;
use crate::{Result, process};
use std::fs;
use std::process::Command;

/// An npm package.
#[derive(Clone, Copy)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: &'static str,
    /// The version that the project was tested with.
    pub(crate) version: &'static str,
}

/// Makes the wasm smaller. The version is also named in `Trunk.toml`.
pub(crate) const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0" };
/// Makes scripts smaller, and knows the syntax of each browser.
pub(crate) const ESBUILD: Package = Package { name: "esbuild", version: "0.28.2" };
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
    /// Whether this version is installed.
    pub(crate) fn is_there(self, workspace: &Workspace) -> bool {
        let manifest = workspace.node_modules().join(self.name).join("package.json");
        let text = fs::read_to_string(manifest).unwrap_or_default();
        text.contains(&format!("\"version\": \"{}\"", self.version)) && node_is_there()
    }

    /// Downloads it.
    pub(crate) fn install(self, workspace: &Workspace) -> Result<()> {
        if !node_is_there() || !process::succeeds(Command::new("npm").arg("--version")) {
            return Err(format!(
                "{} needs Node.js and npm, which are not installed: run `apt-get install nodejs npm` as root, \
                 or see https://nodejs.org",
                self.name
            ));
        }
        let folder = workspace.tools().join("npm");
        fs::create_dir_all(&folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
        let mut command = Command::new("npm");
        command.args(["install", "--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]);
        command.arg(&folder).arg(format!("{}@{}", self.name, self.version)).current_dir(&folder);
        process::run(&mut command).map_err(|error| {
            format!(
                "{error}\n{} {} is needed from the npm registry; the same command can be run by hand",
                self.name, self.version
            )
        })
    }
}

fn node_is_there() -> bool {
    process::succeeds(Command::new("node").arg("--version"))
}
