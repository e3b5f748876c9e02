//! The programs beside the form's: the board, and what writes documents for it. Each is built with a profile of its own, once for
//! all builds of the product.

use crate::cargo::{self, WASM};
use crate::digest::{hex, sha256};
use crate::workspace::{Workspace, read, write};
use crate::{Result, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program beside the form's.
pub(crate) struct Program {
    /// The name of its crate, and of its files.
    pub(crate) name: &'static str,
    /// What wasm-bindgen writes for it.
    pub(crate) files: [&'static str; 2],
    /// What wasm-opt is told.
    options: [&'static str; 2],
    /// Whether it draws with Yew.
    draws: bool,
    /// Whether it is built as the form is: with a standard library of its own, for size, and nothing that is formatted for debugging.
    has_small_std: bool,
}

/// The board. What reads thousands of files is compiled for speed all the same: those crates have a level of their own.
pub(crate) const BOARD: Program = Program {
    name: "board",
    files: ["board.js", "board_bg.wasm"],
    options: ["-Os", "--low-memory-unused"],
    draws: true,
    has_small_std: true,
};

/// What writes documents and workbooks.
pub(crate) const OFFICE: Program = Program {
    name: "office",
    files: ["office.js", "office_bg.wasm"],
    options: ["-Os", "--low-memory-unused"],
    draws: false,
    has_small_std: false,
};

/// All of them.
pub(crate) const BESIDE: [Program; 2] = [BOARD, OFFICE];

/// How it is built: what is shipped, and what is quick to make while one develops.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    Shipped,
    Quick,
}

impl Program {
    /// Cargo's name for the profile, and that of its folder.
    fn profile(&self, profile: Profile) -> (&'static str, &'static str) {
        match profile {
            Profile::Shipped => (self.name, self.name),
            Profile::Quick => ("dev", "debug"),
        }
    }

    /// Builds the program where cargo has not built it already, and puts its files into the folder.
    pub(crate) fn stage(&self, workspace: &Workspace, profile: Profile, folder: &Path) -> Result<()> {
        process::run(&mut self.compiling(workspace, profile)?)?;
        let made = self.made(workspace, profile)?;
        for file in self.files {
            let from = made.join(file);
            fs::copy(&from, folder.join(file)).map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
        }
        Ok(())
    }

    /// Cargo, building it.
    pub(crate) fn compiling(&self, workspace: &Workspace, profile: Profile) -> Result<Command> {
        let arguments = ["build", "--quiet", "--locked", "--offline", "--target", WASM];
        let mut command = cargo::cargo(workspace, arguments);
        command.args(["--package", self.name, "--bin", self.name, "--profile", self.profile(profile).0]);
        match profile {
            Profile::Shipped if self.has_small_std => cargo::for_release(workspace, &mut command)?,
            Profile::Shipped | Profile::Quick => cargo::for_wasm(workspace, &mut command)?,
        }
        Ok(command)
    }

    /// The folder with what wasm-bindgen and wasm-opt make of the program. They run again only where it is another one.
    fn made(&self, workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
        let folder = self.profile(profile).1;
        let program = workspace.target().join(WASM).join(folder).join(self.name).with_extension("wasm");
        let bytes = fs::read(&program).map_err(|error| format!("cannot read {}: {error}", program.display()))?;
        let made = workspace.target().join([self.name, "-program"].concat()).join(folder);
        let (mark, source) = (made.join("made-of"), [&hex(&sha256(&bytes)), " ", &self.options.join(" ")].concat());
        if fs::read_to_string(&mark).is_ok_and(|made_of| made_of == source) {
            return Ok(made);
        }
        // Of what is cut off in between nothing may be left.
        let _ = fs::remove_dir_all(&made);
        let mut bind = Command::new(workspace.tool("wasm-bindgen"));
        bind.args(["--target", "web", "--no-typescript", "--out-name", self.name, "--out-dir"]).args([&made, &program]);
        process::run(&mut bind)?;
        let [glue, wasm] = self.files.map(|file| made.join(file));
        if self.draws {
            write(&glue, &apart(&read(&glue)?)?)?;
        }
        if profile == Profile::Shipped {
            let mut optimise = Command::new(workspace.node_modules().join(".bin").join("wasm-opt"));
            process::run(optimise.args(self.options).arg("--output").args([&wasm, &wasm]))?;
        }
        write(&mark, &source)?;
        Ok(made)
    }
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
