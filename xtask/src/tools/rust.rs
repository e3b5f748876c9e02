//! Parts of the Rust toolchain: a target and components, which rustup adds.

use crate::{Result, cargo, process};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A part of the toolchain that a minimal installation lacks.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    /// What it is called.
    pub(crate) name: &'static str,
    /// What rustup adds it with.
    kind: &'static str,
}

/// The standard library for the browser.
pub(crate) const WASM: Part = Part { name: cargo::WASM, kind: "target" };
/// The sources of the standard library, which the release builds for itself.
pub(crate) const SOURCES: Part = Part { name: "rust-src", kind: "component" };
/// The lints.
pub(crate) const CLIPPY: Part = Part { name: "clippy", kind: "component" };
/// The formatter.
pub(crate) const RUSTFMT: Part = Part { name: "rustfmt", kind: "component" };

impl Part {
    /// Whether the toolchain has it.
    pub(crate) fn is_there(self) -> bool {
        match self.name {
            cargo::WASM => {
                let folder = Command::new("rustc").args(["--print", "target-libdir", "--target", cargo::WASM]).output();
                folder.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir())
            }
            "rust-src" => sysroot().is_ok_and(|root| root.join("lib/rustlib/src/rust/library/std").is_dir()),
            "clippy" => process::succeeds(Command::new("cargo-clippy").arg("--version")),
            program => process::succeeds(Command::new(program).arg("--version")),
        }
    }

    /// Adds it.
    pub(crate) fn install(self) -> Result<()> {
        process::run(Command::new("rustup").args([self.kind, "add", self.name])).map_err(|error| {
            let (kind, name) = (self.kind, self.name);
            format!(
                "{error}\nRust's {kind} {name} is needed: run `rustup {kind} add {name}`, or install the package \
                 with it if your Rust is not from https://rustup.rs"
            )
        })
    }
}

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
