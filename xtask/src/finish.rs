//! `cargo xtask finish`: completes what Trunk has staged. Trunk calls it after each build.

use crate::cargo::cargo;
use crate::workspace::{Workspace, read, write};
use crate::{Result, bundle, css, digests, html, process};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const SCHEMA: &str = "directive-assessment.v1.json";

/// Tells `finish` that this is no build to look at while one develops: the scripts are bundled, and all files get digests.
pub(crate) const SHIPPED: &str = "XTASK_SHIPPED";

/// Adds the style sheet, the pre-rendered directive and the schema to the staged files; and, where these are to be shipped, the
/// digests.
pub(crate) fn finish(workspace: &Workspace) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("`finish` completes a build of Trunk, which calls it: run `cargo xtask build`")?;
    style_sheet(workspace, &staging)?;
    page(workspace, &staging)?;
    schema(workspace, &staging)?;
    if env::var_os(SHIPPED).is_none() {
        return Ok(());
    }
    bundle::scripts(workspace, &staging)?;
    digests::write_lists(&staging)
}

fn style_sheet(workspace: &Workspace, staging: &Path) -> Result<()> {
    let styles = workspace.root().join("styles");
    let bundle = css::bundle(&read(&styles.join("main.css"))?, |name| read(&styles.join(name)))?;
    write(&staging.join("directive-assessment.css"), &css::joined(&bundle))
}

fn page(workspace: &Workspace, staging: &Path) -> Result<()> {
    let arguments = ["run", "--quiet", "--package", "directive-assessment", "--no-default-features"];
    let mut prerender = cargo(workspace, arguments);
    prerender.args(["--features", "markup", "--bin", "prerender"]);
    let directive = process::output(&mut prerender)?;
    let index = staging.join("index.html");
    let page = html::without_trunk_links(&read(&index)?);
    write(&index, &html::fill(&page, "directive-assessment", directive.trim())?)
}

fn schema(workspace: &Workspace, staging: &Path) -> Result<()> {
    let schema = workspace.root().join("schema").join(SCHEMA);
    if schema.is_file() {
        fs::copy(&schema, staging.join(SCHEMA))
            .map_err(|error| format!("cannot copy {}: {error}", schema.display()))?;
    }
    Ok(())
}
