//! esbuild, which bundles scripts and style sheets, holds them to the syntax of the oldest browsers, and minifies them.

use crate::workspace::Workspace;
use crate::{Result, process};
use std::path::Path;
use std::process::Command;

/// What a file may hold, and how it is run.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// A module for the supported browsers.
    Module,
    /// A script for them that leaves no names behind.
    Script,
    /// The same for any browser: it reports that one is too old.
    AnyBrowser,
    Sheet,
}

impl Kind {
    fn options(self) -> &'static [&'static str] {
        const SUPPORTED: &str = "--target=chrome109,firefox115,safari16";
        match self {
            Kind::Module => &["--format=esm", SUPPORTED],
            Kind::Script => &["--format=iife", SUPPORTED],
            Kind::AnyBrowser => &["--format=iife", "--target=es5"],
            Kind::Sheet => &[SUPPORTED],
        }
    }
}

/// Puts a file together with all that it imports.
pub(crate) struct Bundle<'a> {
    kind: Kind,
    /// Below the folder of the repository.
    entry: &'a str,
    options: Vec<String>,
}

impl<'a> Bundle<'a> {
    /// Of that file.
    pub(crate) fn of(kind: Kind, entry: &'a str) -> Self {
        Self { kind, entry, options: Vec::new() }
    }

    /// With short names, and without what only people need.
    pub(crate) fn small(mut self, is_small: bool) -> Self {
        self.options.extend(is_small.then(|| "--minify".to_owned()));
        self
    }

    /// With this file for what is imported by that name.
    pub(crate) fn with(mut self, name: &str, file: &Path) -> Self {
        self.options.push(format!("--alias:{name}={}", file.display()));
        self
    }

    /// Leaves imports of the scripts beside it as they are.
    pub(crate) fn beside_others(mut self) -> Self {
        self.options.push("--external:./*.js".to_owned());
        self
    }

    /// The text of the whole.
    pub(crate) fn text(self, workspace: &Workspace) -> Result<String> {
        let mut command = esbuild(workspace);
        command.args(["--bundle", self.entry]).args(self.kind.options()).args(self.options);
        process::output(&mut command)
    }
}

/// A module that stands by itself, with short names of its own and without what only people need.
pub(crate) fn minified(workspace: &Workspace, script: &Path) -> Result<String> {
    process::output(esbuild(workspace).arg("--minify").args(Kind::Module.options()).arg(script))
}

fn esbuild(workspace: &Workspace) -> Command {
    let mut command = Command::new(workspace.node_modules().join(".bin").join("esbuild"));
    command.current_dir(workspace.root()).args(["--charset=utf8", "--log-level=warning"]);
    command
}
