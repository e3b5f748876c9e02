//! The tools that a command needs: found in milliseconds where they are there, installed where they are not.

mod crates;
mod npm;
pub(crate) mod older_firefox;
pub(crate) mod python;
pub(crate) mod rust;
mod system;

use crate::Result;
use crate::workspace::Workspace;
use std::process::Command;
use std::time::Instant;

/// What holds the code against the rules.
pub(crate) const CHECK: &[Tool] =
    &[Tool::Rust(rust::RUSTFMT), Tool::Rust(rust::CLIPPY), Tool::Rust(rust::WASM), Tool::Npm(npm::TYPESCRIPT)];
/// The same for its dependencies, too.
pub(crate) const LINT: &[Tool] = &[
    Tool::Rust(rust::RUSTFMT),
    Tool::Rust(rust::CLIPPY),
    Tool::Rust(rust::WASM),
    Tool::Crate(crates::DENY),
    Tool::Npm(npm::TYPESCRIPT),
];
/// What builds and serves while one develops.
pub(crate) const SERVE: &[Tool] =
    &[Tool::Rust(rust::WASM), Tool::Crate(crates::TRUNK), Tool::Crate(crates::BINDGEN), Tool::Npm(npm::ESBUILD)];
/// What the release build needs.
pub(crate) const BUILD: &[Tool] = &[
    Tool::Rust(rust::WASM),
    Tool::Rust(rust::SOURCES),
    Tool::Crate(crates::TRUNK),
    Tool::Crate(crates::BINDGEN),
    Tool::Crate(crates::CYCLONEDX),
    Tool::Npm(npm::BINARYEN),
    Tool::Npm(npm::ESBUILD),
];
/// What runs tests inside the browsers.
pub(crate) const WASM_TESTS: &[Tool] = &[
    Tool::Rust(rust::WASM),
    Tool::System(system::BROWSERS),
    Tool::Crate(crates::BINDGEN),
    Tool::Crate(crates::GECKODRIVER),
];
/// What holds documents and workbooks against the schemas of their formats.
pub(crate) const DOCUMENTS: &[Tool] = &[Tool::System(system::PYTHON), Tool::Python(python::OPENXML_AUDIT)];
/// What shows them, and prints the same reports.
pub(crate) const LOOK: &[Tool] = &[Tool::System(system::OFFICE), Tool::System(system::BROWSERS)];
/// What holds the built files against the oldest browsers.
pub(crate) const AUDIT: &[Tool] = &[
    Tool::Npm(npm::BINARYEN),
    Tool::Npm(npm::ESBUILD),
    Tool::Npm(npm::DOIUSE),
    Tool::Npm(npm::ESLINT),
    Tool::Npm(npm::COMPAT),
];
/// What drives the built product in the oldest browsers.
pub(crate) const OLDEST: &[Tool] = &[
    Tool::Npm(npm::CHROME_109),
    Tool::Npm(npm::PLAYWRIGHT),
    Tool::System(system::BROWSERS),
    Tool::Crate(crates::GECKODRIVER),
    Tool::Npm(npm::AXE),
    Tool::Npm(npm::TESTING_LIBRARY),
];
/// What serves the built product as webmasters do, and opens it.
pub(crate) const SERVERS: &[Tool] =
    &[Tool::System(system::BROWSERS), Tool::System(system::SERVERS), Tool::Npm(npm::PLAYWRIGHT)];
/// What counts beside the native command.
pub(crate) const SCALE: &[Tool] =
    &[Tool::System(system::PYTHON), Tool::System(system::ENGINES), Tool::Python(python::ENGINES)];
/// What drives the built product.
pub(crate) const E2E: &[Tool] = &[
    Tool::System(system::BROWSERS),
    Tool::Crate(crates::GECKODRIVER),
    Tool::Npm(npm::AXE),
    Tool::Npm(npm::TESTING_LIBRARY),
];

/// What all of the tests need.
pub(crate) fn all() -> Vec<Tool> {
    [LINT, BUILD, DOCUMENTS, WASM_TESTS, AUDIT, SCALE, OLDEST, SERVERS, E2E].concat()
}

/// Tells the end-to-end harness where its tools are.
pub(crate) fn for_e2e(workspace: &Workspace, command: &mut Command) {
    command.env("E2E_TOOLS", workspace.tools()).env("E2E_NODE_MODULES", workspace.node_modules());
    command.env("GECKODRIVER", workspace.tool("geckodriver"));
}

/// Something that a command needs and that may have to be installed.
#[derive(Clone, Copy)]
pub(crate) enum Tool {
    /// A part of the Rust toolchain.
    Rust(rust::ToolchainPart),
    /// A program of a crate.
    Crate(crates::Crate),
    Npm(npm::Package),
    /// Packages of Python.
    Python(python::Packages),
    /// Packages of the operating system.
    System(&'static [system::Package]),
}

impl Tool {
    fn is_there(self, workspace: &Workspace) -> bool {
        match self {
            Tool::Rust(part) => part.is_there(),
            Tool::Crate(krate) => krate.is_there(workspace),
            Tool::Npm(package) => package.is_there(workspace),
            Tool::Python(packages) => packages.is_there(workspace),
            Tool::System(packages) => system::missing(packages).is_empty(),
        }
    }

    fn install(self, workspace: &Workspace) -> Result<()> {
        match self {
            Tool::Rust(part) => part.install(),
            Tool::Crate(krate) => krate.install(workspace),
            Tool::Npm(package) => package.install(workspace),
            Tool::Python(packages) => packages.install(workspace),
            Tool::System(packages) => system::install(packages),
        }
    }

    /// Its name, and how long it usually takes to install on two cores.
    fn describe(self) -> String {
        match self {
            Tool::Rust(part) => format!("{} for Rust (seconds)", part.name),
            Tool::Crate(krate) => format!("{} {} (about {})", krate.name, krate.version, krate.time),
            Tool::Npm(package) => format!("{} {} (seconds)", package.name, package.version),
            Tool::Python(packages) => packages.name.to_owned(),
            Tool::System(packages) => {
                let names: Vec<&str> = system::missing(packages).iter().map(|package| package.name).collect();
                format!("{} (a minute or two)", names.join(", "))
            }
        }
    }
}

/// Installs those of `tools` that are not there.
pub(crate) fn ensure(workspace: &Workspace, tools: &[Tool]) -> Result<()> {
    let missing: Vec<Tool> = tools.iter().copied().filter(|tool| !tool.is_there(workspace)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("To be installed once, for the commands of this project:");
    for tool in &missing {
        println!("  {}", tool.describe());
    }
    for (number, tool) in missing.iter().enumerate() {
        if tool.is_there(workspace) {
            // It stands in the list twice, or came with another.
            continue;
        }
        let started = Instant::now();
        println!("\n[{}/{}] {}", number + 1, missing.len(), tool.describe());
        tool.install(workspace)?;
        if !tool.is_there(workspace) {
            return Err(format!("this was installed and is still not found; is PATH right? {}", tool.describe()));
        }
        println!("[{}/{}] installed in {} s", number + 1, missing.len(), started.elapsed().as_secs());
    }
    println!();
    crates::clean(workspace);
    Ok(())
}
