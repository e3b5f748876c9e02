//! Facts about the Rust toolchain that runs this program.

use crate::{Result, process};
use std::path::PathBuf;
use std::process::Command;

/// The target of everything that runs in a browser.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The triple of this machine.
pub(crate) fn host() -> Result<String> {
    version_line("host")
}

/// The commit from which the toolchain was built.
pub(crate) fn commit() -> Result<String> {
    version_line("commit-hash")
}

/// The folder of the toolchain.
pub(crate) fn sysroot() -> Result<PathBuf> {
    process::output(Command::new("rustc").args(["--print", "sysroot"])).map(|path| PathBuf::from(path.trim()))
}

fn version_line(name: &str) -> Result<String> {
    let version = process::output(Command::new("rustc").arg("-vV"))?;
    let value = version.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    value.map(str::to_owned).ok_or_else(|| format!("`rustc -vV` has no line `{name}`:\n{version}"))
}
