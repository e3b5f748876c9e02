//! Programs that cargo builds from source, into the project's own folder of tools.

use crate::workspace::Workspace;
use crate::{Result, cargo, process};
use std::fs;
use std::path::PathBuf;

/// A crate with programs.
#[derive(Clone, Copy)]
pub(crate) struct Crate {
    pub(crate) name: &'static str,
    /// The version that the project was tested with.
    pub(crate) version: &'static str,
    /// How long it usually takes to build on two cores.
    pub(crate) time: &'static str,
    programs: &'static [&'static str],
    source: Source,
    options: &'static [&'static str],
}

/// Where the crate and its lock file are from. Whichever it is, the lock file has the digest of each crate that is built.
#[derive(Clone, Copy)]
enum Source {
    /// The registry has both.
    Registry,
    /// The folder of a package of ours, for a crate whose own lock file cannot be used.
    Own(&'static str),
}

/// Builds the page. Without its features, which download tools and look for newer versions of itself.
pub(crate) const TRUNK: Crate = Crate {
    name: "trunk",
    version: "0.21.14",
    time: "2 minutes",
    programs: &["trunk"],
    source: Source::Registry,
    options: &["--no-default-features"],
};
/// Writes the glue between wasm and the browser, and runs tests in browsers. The lock file of `wasm-bindgen-cli` names a version
/// that does not exist. The version is that of the crate `wasm-bindgen` in `Cargo.toml`.
pub(crate) const BINDGEN: Crate = Crate {
    name: "wasm-bindgen-tools",
    version: "0.2.130",
    time: "1 minute",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    source: Source::Own("xtask/tools/wasm-bindgen"),
    options: &[],
};
/// Drives Firefox.
pub(crate) const GECKODRIVER: Crate = Crate {
    name: "geckodriver",
    version: "0.37.1",
    time: "1 minute",
    programs: &["geckodriver"],
    source: Source::Registry,
    options: &[],
};

/// Lists what the product is built of.
pub(crate) const CYCLONEDX: Crate = Crate {
    name: "cargo-cyclonedx",
    version: "0.5.9",
    time: "1 minute",
    programs: &["cargo-cyclonedx"],
    source: Source::Registry,
    options: &[],
};

/// Holds the dependencies against `deny.toml`.
pub(crate) const DENY: Crate = Crate {
    name: "cargo-deny",
    version: "0.20.2",
    time: "1 minute",
    programs: &["cargo-deny"],
    source: Source::Registry,
    options: &[],
};

impl Crate {
    /// Whether cargo has recorded this version as installed, and its programs are there.
    pub(crate) fn is_there(self, workspace: &Workspace) -> bool {
        let record = fs::read_to_string(workspace.tools().join(".crates.toml")).unwrap_or_default();
        record.contains(&format!("\"{} {} (", self.name, self.version))
            && self.programs.iter().all(|program| workspace.tool(program).is_file())
    }

    /// Builds and installs it.
    pub(crate) fn install(self, workspace: &Workspace) -> Result<()> {
        let mut command = cargo::cargo(workspace, ["install", "--locked", "--profile", "dev", "--force"]);
        match self.source {
            Source::Registry => command.args([self.name, "--version", self.version]),
            Source::Own(folder) => command.arg("--path").arg(workspace.root().join(folder)),
        };
        command.args(self.options).arg("--root").arg(workspace.tools());
        // One folder for all of them: what they share is built once, and an interrupted installation goes on.
        command.env("CARGO_TARGET_DIR", build_folder(workspace));
        // A debug build is good enough for a tool, and takes a third of the time.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
        // Else cargo advises to add the folder to PATH, which nobody needs to do.
        command.env("PATH", cargo::path_with_tools(workspace)?);
        process::run(&mut command).map_err(|error| {
            format!(
                "{error}\n{} {} is needed, and cargo could not build it. It needs the crates registry and a C compiler; \
                 the same command can be run by hand.",
                self.name, self.version
            )
        })
    }
}

/// Removes what building the tools left behind.
pub(crate) fn clean(workspace: &Workspace) {
    // It only takes space: whether this works changes nothing.
    let _ = fs::remove_dir_all(build_folder(workspace));
}

fn build_folder(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("build")
}
