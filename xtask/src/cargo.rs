//! Cargo, always called with the same flags, so that no command rebuilds what another one has built.

pub(crate) use crate::toolchain::WASM;

use crate::process;
use crate::workspace::Workspace;
use crate::{Result, toolchain};
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The crates of the product, from the lowest to the highest.
pub(crate) const PRODUCT: [&str; 16] = [
    "json",
    "domain",
    "exchange",
    "gathering",
    "report",
    "office",
    "preview",
    "synthetic",
    "storage",
    "coordination",
    "app",
    "ui",
    "pages",
    "browser",
    "board",
    "directive-assessment",
];

/// The product with the features that build and run without a browser: all crates at once, so that each is built once.
pub(crate) fn native() -> impl Iterator<Item = &'static str> {
    packages(&PRODUCT).chain(["--no-default-features", "--features", "markup,schema"])
}

/// The arguments that choose packages.
pub(crate) fn packages<'a>(names: &'a [&'static str]) -> impl Iterator<Item = &'static str> + use<'a> {
    names.iter().flat_map(|name| ["--package", *name])
}

const WASM_RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Has cargo build Rust's standard library too, from the toolchain's own sources, for size where it has the choice: a first visit
/// loads 8 KiB less. Cargo counts this as unstable, so a toolchain for production has to be told that it is meant.
const SMALL_STD: [(&str, &str); 3] = [
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("RUSTC_BOOTSTRAP", "1"),
];

/// Nothing of the release is formatted for debugging, and a panic does not name its file and line: nearly all of those are of
/// libraries, and the stack that `embed.js` reports tells more. 4 KiB less in a first visit.
const NO_DEBUG: &str = "-Zfmt-debug=none -Zlocation-detail=none";

/// Cargo in the workspace, with a subcommand and its arguments.
pub(crate) fn cargo<Word: AsRef<OsStr>>(workspace: &Workspace, arguments: impl IntoIterator<Item = Word>) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace.root()).args(arguments);
    // What runs on this machine while the release is built is built as ever.
    for name in SMALL_STD.map(|(name, _)| name).into_iter().chain([WASM_RUSTFLAGS]) {
        command.env_remove(name);
    }
    command
}

/// Lets a command build the release: with a standard library of its own.
pub(crate) fn for_release(workspace: &Workspace, command: &mut Command) -> Result<()> {
    let mut fetch = cargo(workspace, ["fetch", "--locked", "--target", WASM]);
    // What the library itself depends on.
    process::run(fetch.envs(SMALL_STD))?;
    command.envs(SMALL_STD);
    command.env(WASM_RUSTFLAGS, [&remapped(workspace)?, NO_DEBUG].join(" "));
    Ok(())
}

/// Lets a command build for the browser: its dependencies are there, and no local path gets into the wasm.
pub(crate) fn for_wasm(workspace: &Workspace, command: &mut Command) -> Result<()> {
    // Only for this target: flags for all would rebuild this very program.
    command.env(WASM_RUSTFLAGS, remapped(workspace)?);
    Ok(())
}

/// Lets a command build for `host`, this machine, named as its target: no local path gets into the program.
pub(crate) fn for_host(workspace: &Workspace, host: &str, command: &mut Command) -> Result<()> {
    let name = format!("CARGO_TARGET_{}_RUSTFLAGS", host.to_uppercase().replace('-', "_"));
    command.env(name, remapped(workspace)?);
    Ok(())
}

/// Downloads what `Cargo.lock` names. Trunk builds offline, and the flags name the folders into which this unpacks.
pub(crate) fn fetch(workspace: &Workspace) -> Result<()> {
    let host = toolchain::host()?;
    process::run(&mut cargo(workspace, ["fetch", "--locked", "--target", WASM, "--target", &host]))
}

/// The folder in which cargo keeps what it downloads.
pub(crate) fn home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))
}

/// The tools of the project before everything else in PATH.
pub(crate) fn path_with_tools(workspace: &Workspace) -> Result<OsString> {
    let ours = [workspace.tools().join("bin"), workspace.node_modules().join(".bin")];
    let theirs = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.into_iter().chain(env::split_paths(&theirs))).map_err(|error| format!("PATH: {error}"))
}

fn remapped(workspace: &Workspace) -> Result<String> {
    // Where the sources of the standard library are installed, rustc names them; elsewhere it says this already.
    let library = toolchain::sysroot()?.join("lib/rustlib/src/rust");
    let mut flags = vec![remap(workspace.root(), "."), remap(&library, &format!("/rustc/{}", toolchain::commit()?))];
    if let Some(home) = home() {
        // Each registry unpacks into a folder of its own; their names say where a machine downloads from.
        let unpacked = home.join("registry").join("src");
        let mut registries: Vec<PathBuf> =
            fs::read_dir(&unpacked).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        registries.sort();
        flags.push(remap(&home, "cargo"));
        // Of several prefixes that match, the last one wins.
        flags.extend(registries.iter().map(|registry| remap(registry, "crates")));
    }
    let flags = flags.join(" ");
    if flags.split(' ').all(|flag| flag.starts_with(REMAP)) {
        return Ok(flags);
    }
    let root = workspace.root().display();
    Err(format!(
        "the folders of the project and of cargo must not have a blank in their path (the project is at {root})"
    ))
}

const REMAP: &str = "--remap-path-prefix=";

fn remap(from: &Path, to: &str) -> String {
    format!("{REMAP}{}={to}", from.display())
}
