//! `cargo xtask build`: files for any folder of any web server.

use crate::workspace::{Workspace, files_below};
use crate::{Result, board, cargo, local_paths, native, process, tools};
use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

/// Builds `dist/`: the release, or what is quicker to make and only good for trying. With the release, on Linux, the native command.
pub(crate) fn build(workspace: &Workspace, dev: bool) -> Result<()> {
    tools::ensure(workspace, tools::BUILD)?;
    if !dev {
        release(workspace, &workspace.dist(), None)?;
        if cfg!(target_os = "linux") {
            println!("Built {}", native::gather(workspace)?.display());
        }
        return Ok(());
    }
    process::run(trunk(workspace)?.args(["build", "--dist"]).arg(workspace.dist()))?;
    let files = files_below(&workspace.dist())?;
    println!("Built {} files, not for release, in {}", files.len(), workspace.dist().display());
    Ok(())
}

/// Builds the release in the folder `dist`; with a `target` everything on the way there too is made elsewhere.
pub(crate) fn release(workspace: &Workspace, dist: &Path, target: Option<&Path>) -> Result<()> {
    let mut command = trunk(workspace)?;
    cargo::for_release(workspace, &mut command)?;
    let mut board = board::BOARD.compiling(workspace, board::Profile::Shipped)?;
    if let Some(target) = target {
        command.env("CARGO_TARGET_DIR", target);
        board.env("CARGO_TARGET_DIR", target);
    }
    // Beside the form, which ends on one core. `finish` waits for it, and tells where it does not compile.
    let board = board.stderr(Stdio::null()).spawn();
    let built = process::run(command.args(["build", "--release", "--dist"]).arg(dist));
    drop(board.map(|mut board| board.wait()));
    built?;
    let files = files_below(dist)?;
    let places = local_paths::of(workspace);
    for file in &files {
        local_paths::none_in(file, &places)?;
    }
    println!("Built {} files in {}", files.len(), dist.display());
    Ok(())
}

/// Builds the product with failpoints: quick to make, and in a folder of its own.
pub(crate) fn failpoints(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace, tools::BUILD)?;
    process::run(trunk(workspace)?.args(["build", "--features", "failpoints", "--dist"]).arg(workspace.failpoints()))
}

/// Trunk, with the tools and flags of the project.
pub(crate) fn trunk(workspace: &Workspace) -> Result<Command> {
    cargo::fetch(workspace)?;
    let mut command = Command::new(workspace.tool("trunk"));
    command.current_dir(workspace.root()).env("PATH", cargo::path_with_tools(workspace)?);
    cargo::for_wasm(workspace, &mut command)?;
    // What failed is enough; the stack of Trunk itself, which it would print with each failed build, helps nobody.
    command.env("RUST_LIB_BACKTRACE", "0");
    // Trunk takes no other value of this variable than `true` or `false`; the custom is `1`.
    if env::var_os("NO_COLOR").is_some_and(|value| value != OsString::new()) {
        command.env("NO_COLOR", "true");
    } else {
        command.env_remove("NO_COLOR");
    }
    Ok(command)
}
