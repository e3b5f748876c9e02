//! `cargo xtask finish`: completes what Trunk has staged. Trunk calls it after each build.

use crate::cargo::cargo;
use crate::workspace::{Workspace, read, write};
use crate::{Result, css, html, js, process, release, short_names};
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Of the files, and of what a page may give: published beside the product.
const SCHEMAS: [&str; 3] = ["directive-assessment.v1.json", "directive.v1.json", "roster.v1.json"];

/// Adds the style sheet, the pre-rendered directive and the schemas to the staged files, thins scripts and program, and makes one release
/// of it all.
pub(crate) fn finish(workspace: &Workspace) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("`finish` completes a build of Trunk, which calls it: run `cargo xtask build`")?;
    style_sheet(workspace, &staging)?;
    let directive = page(workspace, &staging)?;
    scripts(&staging)?;
    names(&staging)?;
    schemas(workspace, &staging)?;
    release::release(workspace, &staging, &directive)
}

fn style_sheet(workspace: &Workspace, staging: &Path) -> Result<()> {
    let styles = workspace.root().join("styles");
    let bundle = css::bundle(&read(&styles.join("main.css"))?, |name| read(&styles.join(name)))?;
    write(&staging.join("directive-assessment.css"), &css::joined(&bundle))
}

/// Fills the page, and returns what it is filled with.
fn page(workspace: &Workspace, staging: &Path) -> Result<String> {
    let arguments = ["run", "--quiet", "--package", "directive-assessment", "--no-default-features"];
    let mut prerender = cargo(workspace, arguments);
    prerender.args(["--features", "markup", "--bin", "prerender"]);
    let directive = process::output(&mut prerender)?.trim().to_owned();
    let index = staging.join("index.html");
    let page = html::without_trunk_links(&read(&index)?);
    write(&index, &html::fill(&page, "directive-assessment", &directive)?)?;
    Ok(directive)
}

/// The scripts written by hand, which Trunk has copied as they are, and the one that wasm-bindgen has written.
fn scripts(staging: &Path) -> Result<()> {
    let entries = fs::read_dir(staging).map_err(|error| format!("cannot read {}: {error}", staging.display()))?;
    for staged in entries.flatten().map(|entry| entry.path()) {
        if staged.extension() == Some(OsStr::new("js")) && staged.is_file() {
            write(&staged, &js::without_comments(&read(&staged)?))?;
        }
    }
    Ok(())
}

fn names(staging: &Path) -> Result<()> {
    let (program, glue) = (staging.join(release::WASM), staging.join(release::GLUE));
    let bytes = fs::read(&program).map_err(|error| format!("cannot read {}: {error}", program.display()))?;
    let (bytes, script) = short_names::shortened(&bytes, &read(&glue)?)?;
    fs::write(&program, bytes).map_err(|error| format!("cannot write {}: {error}", program.display()))?;
    write(&glue, &script)
}

fn schemas(workspace: &Workspace, staging: &Path) -> Result<()> {
    for name in SCHEMAS {
        let schema = workspace.root().join("schema").join(name);
        fs::copy(&schema, staging.join(name)).map_err(|error| format!("cannot copy {}: {error}", schema.display()))?;
    }
    Ok(())
}
