//! Where the harness finds what it needs and leaves what it made.

use anyhow::{Context, Result, ensure};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(Path::to_path_buf).unwrap_or_default()
}

/// The folder that cargo builds into.
fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from)
}

fn named_or(variable: &str, otherwise: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| workspace().join(otherwise), PathBuf::from)
}

/// The built product: the folder that `E2E_DIST` names, or `dist`.
pub(crate) fn dist() -> Result<PathBuf> {
    built(named_or("E2E_DIST", "dist"))
}

/// The build with failpoints: the folder that `E2E_FAILPOINTS` names, or `target/failpoints`.
pub(crate) fn failpoints() -> Result<PathBuf> {
    built(named_or("E2E_FAILPOINTS", "target/failpoints"))
}

/// The applications with the npm package in them.
pub(crate) fn packaged() -> Result<PathBuf> {
    let folder = target().join("hosts/sites");
    ensure!(folder.is_dir(), "no applications in {}: `cargo xtask test --only hosts` builds them", folder.display());
    Ok(folder)
}

/// What was counted: a file or folder that `cargo xtask test --only scale` has left in `target/scale`.
pub fn counted(path: &str) -> Result<PathBuf> {
    let path = target().join("scale").join(path);
    ensure!(path.exists(), "no {}: `cargo xtask test --only scale` makes it", path.display());
    Ok(path)
}

fn built(folder: PathBuf) -> Result<PathBuf> {
    ensure!(folder.join("index.html").is_file(), "no built product in {}: build it first", folder.display());
    Ok(folder)
}

/// The page of the built product, as a file.
pub fn built_page() -> Result<PathBuf> {
    let page = dist()?.join("index.html");
    page.canonicalize().with_context(|| format!("cannot find {}", page.display()))
}

/// The text of a file of an npm package.
pub(crate) fn npm_file(path: &str) -> Result<String> {
    let file = named_or("E2E_NODE_MODULES", "target/tools/npm/node_modules").join(path);
    fs::read_to_string(&file).with_context(|| format!("cannot read {}: install the tools first", file.display()))
}

/// What names the fonts: the file that `E2E_FONTS` names, or the harness's own.
pub(crate) fn fonts() -> PathBuf {
    named_or("E2E_FONTS", "tests/e2e/fonts.conf")
}

/// Firefox: the program that `E2E_FIREFOX` names, or the system's.
pub(crate) fn firefox() -> PathBuf {
    env::var_os("E2E_FIREFOX").map_or_else(|| "/usr/bin/firefox-esr".into(), PathBuf::from)
}

/// The driver of Firefox.
pub(crate) fn geckodriver() -> PathBuf {
    let installed = || named_or("E2E_TOOLS", "target/tools").join("bin/geckodriver");
    env::var_os("GECKODRIVER").map_or_else(installed, PathBuf::from)
}

/// Copies a folder with all that is in it, links aside.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let (kind, target) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// `target/e2e/<path>`, with the folders above it made.
pub(crate) fn output(path: &str) -> Result<PathBuf> {
    let path = target().join("e2e").join(path);
    let folder = path.parent().context("the root has no parent")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(path)
}
