//! The native command as it is released: built for speed, on the building machine, without any path of that machine in it.

use crate::workspace::Workspace;
use crate::{Result, cargo, local_paths, process, toolchain};
use std::path::PathBuf;

/// Builds `gather`, and tells where it is.
pub(crate) fn gather(workspace: &Workspace) -> Result<PathBuf> {
    let host = toolchain::host()?;
    // The target is named, so that the flags that keep paths out are not those of whatever else is built for this machine.
    let arguments = ["build", "--locked", "--profile", "speed", "--package", "gather", "--target", &host];
    let mut command = cargo::cargo(workspace, arguments);
    cargo::for_host(workspace, &host, &mut command)?;
    process::run(&mut command)?;
    let program = workspace.target().join(&host).join("speed").join("gather");
    local_paths::none_in(&program, &local_paths::of(workspace))?;
    Ok(program)
}
