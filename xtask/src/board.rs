//! The board's program, beside the form's: built with a profile of its own, once for all builds of the product.

use crate::cargo::{self, WASM};
use crate::digest::{hex, sha256};
use crate::workspace::{Workspace, read, write};
use crate::{Result, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The name of its crate, and of its files.
pub(crate) const NAME: &str = "board";
/// What wasm-bindgen writes for it.
pub(crate) const FILES: [&str; 2] = ["board.js", "board_bg.wasm"];
/// What wasm-opt is told. It is quick, and what reads stays as it was compiled: for speed.
const OPTIONS: [&str; 2] = ["-O2", "--low-memory-unused"];

/// How it is built: what is shipped, and what is quick to make while one develops.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    Shipped,
    Quick,
}

impl Profile {
    /// Cargo's name for it, and that of its folder.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Profile::Shipped => ("board", "board"),
            Profile::Quick => ("dev", "debug"),
        }
    }
}

/// Builds the program where cargo has not built it already, and puts its files into the folder.
pub(crate) fn stage(workspace: &Workspace, profile: Profile, folder: &Path) -> Result<()> {
    process::run(&mut compiling(workspace, profile)?)?;
    let made = made(workspace, profile)?;
    for file in FILES {
        let from = made.join(file);
        fs::copy(&from, folder.join(file)).map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
    }
    Ok(())
}

/// Cargo, building it. The standard library is the toolchain's own: it was built for speed.
pub(crate) fn compiling(workspace: &Workspace, profile: Profile) -> Result<Command> {
    let arguments = ["build", "--quiet", "--locked", "--offline", "--target", WASM, "--package", NAME, "--bin", NAME];
    let mut command = cargo::cargo(workspace, arguments);
    command.args(["--profile", profile.names().0]);
    cargo::for_wasm(workspace, &mut command)?;
    Ok(command)
}

/// The folder with what wasm-bindgen and wasm-opt make of the program. They run again only where it is another one.
fn made(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    let program = workspace.target().join(WASM).join(profile.names().1).join("board.wasm");
    let bytes = fs::read(&program).map_err(|error| format!("cannot read {}: {error}", program.display()))?;
    let made = workspace.target().join("board-program").join(profile.names().1);
    let (mark, source) = (made.join("made-of"), [&hex(&sha256(&bytes)), " ", &OPTIONS.join(" ")].concat());
    if fs::read_to_string(&mark).is_ok_and(|made_of| made_of == source) {
        return Ok(made);
    }
    // Of what is cut off in between nothing may be left.
    let _ = fs::remove_dir_all(&made);
    let mut bind = Command::new(workspace.tool("wasm-bindgen"));
    bind.args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"]).args([&made, &program]);
    process::run(&mut bind)?;
    let glue = made.join(FILES[0]);
    write(&glue, &apart(&read(&glue)?)?)?;
    if profile == Profile::Shipped {
        let wasm = made.join("board_bg.wasm");
        let mut optimise = Command::new(workspace.node_modules().join(".bin").join("wasm-opt"));
        process::run(optimise.args(OPTIONS).arg("--output").args([&wasm, &wasm]))?;
    }
    write(&mark, &source)?;
    Ok(made)
}

/// What Yew keeps on the elements of the page has names of the board's own: it is drawn within what the form has drawn, whose Yew would
/// take a button of the board for one of its own, since both count from the same number.
fn apart(glue: &str) -> Result<String> {
    const OF_YEW: [&str; 3] = ["__yew_listener_id", "__yew_subtree_cache_key", "__yew_subtree_id"];
    match OF_YEW.iter().find(|name| !glue.contains(**name)) {
        Some(name) => Err(format!("the board's glue has no {name}: see how Yew tells its listeners apart now")),
        None => Ok(glue.replace("__yew_", "__yew_board_")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_board_has_names_of_its_own_for_what_yew_keeps() {
        let glue = "a.__yew_listener_id = b; return a.__yew_subtree_id; c.__yew_subtree_cache_key;";
        let apart = apart(glue).unwrap_or_default();
        assert_eq!(
            apart,
            "a.__yew_board_listener_id = b; return a.__yew_board_subtree_id; c.__yew_board_subtree_cache_key;"
        );
        assert!(super::apart("a.__yew_listener_id").is_err());
    }
}
