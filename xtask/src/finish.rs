//! `cargo xtask finish`: completes what Trunk has staged. Trunk calls it after each build.

use crate::cargo::cargo;
use crate::workspace::{Workspace, read, write};
use crate::{Result, board, html, process, release, shell, short_names};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Of the files, and of what a page may give: published beside the product.
const SCHEMAS: [&str; 5] = [
    "directive-assessment.v1.json",
    "directive-assessment.v2.json",
    "directive-remarks.v1.json",
    "directive.v1.json",
    "roster.v1.json",
];

/// Adds the shell, the pre-rendered directive and the schemas to the staged files, thins the program, and makes one release of it all.
pub(crate) fn finish(workspace: &Workspace) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("`finish` completes a build of Trunk, which calls it: run `cargo xtask build`")?;
    shell::build(workspace, &staging, !release::is_served())?;
    let directive = page(workspace, &staging)?;
    prerendered(&staging, &directive)?;
    let profile = if release::is_served() { board::Profile::Quick } else { board::Profile::Shipped };
    for program in board::BESIDE {
        program.stage(workspace, profile, &staging)?;
    }
    for name in release::PROGRAMS {
        names(&staging, name)?;
    }
    shell::workers(workspace, &staging, !release::is_served())?;
    schemas(workspace, &staging)?;
    release::release(workspace, &staging, &directive)
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

/// The directive for a page of others: it has a first heading and a `main` of its own.
fn prerendered(staging: &Path, directive: &str) -> Result<()> {
    let text = directive.split_once("</h1>").and_then(|(_, text)| text.strip_suffix("</main>"));
    let text = text.ok_or("the pre-rendered directive has no first heading, or no end")?;
    let markup = format!("<section class=\"prerendered\" lang=\"vi\">{text}</section>");
    // How Rust writes a text is how a script does.
    write(&staging.join("prerendered.js"), &format!("export const html = {markup:?};\n"))
}

fn names(staging: &Path, name: &str) -> Result<()> {
    let (program, glue) = (staging.join(format!("{name}_bg.wasm")), staging.join(format!("{name}.js")));
    let bytes = fs::read(&program).map_err(|error| format!("cannot read {}: {error}", program.display()))?;
    let (bytes, script) = short_names::shortened(name, &bytes, &read(&glue)?)?;
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
