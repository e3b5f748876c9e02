//! Parts of the Rust toolchain that rustup adds: a target and components.

use crate::toolchain::{WASM as WASM_TARGET, sysroot};
use crate::{Result, process};
use std::path::Path;
use std::process::Command;

/// A part of the toolchain that a minimal installation lacks.
#[derive(Clone, Copy)]
pub(crate) struct ToolchainPart {
    /// What it is called.
    pub(crate) name: &'static str,
    /// What rustup adds it with.
    kind: &'static str,
}

/// The standard library for the browser.
pub(crate) const WASM: ToolchainPart = ToolchainPart { name: WASM_TARGET, kind: "target" };
/// The sources of the standard library, which the release builds for itself.
pub(crate) const SOURCES: ToolchainPart = ToolchainPart { name: "rust-src", kind: "component" };
pub(crate) const CLIPPY: ToolchainPart = ToolchainPart { name: "clippy", kind: "component" };
pub(crate) const RUSTFMT: ToolchainPart = ToolchainPart { name: "rustfmt", kind: "component" };

impl ToolchainPart {
    /// Whether the toolchain has it.
    pub(crate) fn is_there(self) -> bool {
        match self.name {
            WASM_TARGET => {
                let folder = Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]).output();
                folder.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir())
            }
            "rust-src" => sysroot().is_ok_and(|root| root.join("lib/rustlib/src/rust/library/std").is_dir()),
            "clippy" => process::succeeds(Command::new("cargo-clippy").arg("--version")),
            program => process::succeeds(Command::new(program).arg("--version")),
        }
    }

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
