//! What other programs make of the documents and workbooks that `office` writes.

mod breaks;

use crate::results::Tally;
use crate::tools::python::OPENXML_AUDIT;
use crate::workspace::Workspace;
use crate::{Result, cargo, process, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Of a longer list of findings nobody reads the end.
const FINDINGS: &str = "20";
/// Dots to an inch of a picture: small, and every letter can be read.
const SHARPNESS: &str = "70";

/// The test: the files hold to the schemas of their formats. Anything that is found is a failure.
pub(crate) fn audit(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    tools::ensure(workspace, tools::DOCUMENTS)?;
    let mut wrong = Vec::new();
    for file in written(workspace)? {
        let name = name(&file);
        let mut command = Command::new(OPENXML_AUDIT.program(workspace, "openxml-audit"));
        command.args(["--ooxml-security", "--max-errors", FINDINGS]).arg(&file);
        // It succeeds in spite of what is only a warning.
        let said = process::output(&mut command);
        let is_clean = |said: &String| said.lines().any(|line| line == "Errors: 0") && !said.contains("Warnings:");
        if said.as_ref().is_ok_and(is_clean) {
            tally.passed += 1;
            println!("{name}: nothing found");
        } else {
            tally.failed += 1;
            println!("{name}:\n{}", said.unwrap_or_else(|error| error));
            wrong.push(name);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("openxml-audit finds fault with {}", wrong.join(", "))) }
}

/// `cargo xtask documents`: the files as LibreOffice shows them, as PDF and as pictures, beside the same reports as Chromium prints
/// them. Fails where a page of one begins more than a line away from where it begins in the other.
pub(crate) fn look(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace, tools::LOOK)?;
    let (mut files, folder) = (written(workspace)?, folder(workspace));
    // Nobody looks at their thousand pages.
    files.retain(|file| !name(file).starts_with("hostile"));
    let mut pages = cargo::cargo(workspace, ["test", "--package", "pages", "--features", "markup"]);
    process::run(pages.args(["--", "--ignored", "pages_to_look_at"]))?;
    println!("── LibreOffice");
    let mut office = Command::new("soffice");
    // A profile of its own: whoever has LibreOffice open keeps it.
    office.arg(format!("-env:UserInstallation=file://{}", folder.join("libreoffice").display()));
    office.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(&folder).args(&files);
    process::run(&mut office)?;
    for file in &files {
        pictures(&file.with_extension("pdf"))?;
    }
    println!("── Chromium");
    let mut problems = Vec::new();
    for document in files.iter().filter(|file| name(file).starts_with("pages-")) {
        let printed = printed(workspace, document)?;
        pictures(&printed)?;
        let [ours, theirs] = [breaks::pages(&printed)?, breaks::pages(&document.with_extension("pdf"))?];
        let apart = breaks::apart(&ours, &theirs);
        println!("{}: {} and {} pages, {}", name(document), ours.len(), theirs.len(), breaks::told(&apart));
        problems.extend(apart.into_iter().map(|problem| [&name(document), ": ", &problem].concat()));
    }
    println!("The pictures are in {}", folder.display());
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// Has the files written anew.
fn written(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    cargo::fetch(workspace)?;
    let folder = folder(workspace);
    let _ = fs::remove_dir_all(&folder);
    // As it is built for the native tests.
    let mut office = cargo::cargo(workspace, ["test"].into_iter().chain(cargo::native()).chain(["--test", "office"]));
    process::run(office.args(["--", "--ignored", "the_samples_are_written"]))?;
    let entries = fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    Ok(files)
}

/// Prints the pages of the same report by Chromium.
fn printed(workspace: &Workspace, document: &Path) -> Result<PathBuf> {
    let page = workspace.target().join("look").join(document.with_extension("html").file_name().unwrap_or_default());
    let to = document.with_extension("chromium.pdf");
    let mut chromium = Command::new("chromium");
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
    chromium.arg(format!("--print-to-pdf={}", to.display())).arg(format!("file://{}", page.display()));
    // It complains of what a machine without a desktop has not.
    process::run(chromium.stderr(Stdio::null()))?;
    Ok(to)
}

/// A picture of each page. Whether there is a file says whether a program has written it: LibreOffice succeeds in any case.
fn pictures(of: &Path) -> Result<()> {
    if !of.is_file() {
        return Err(format!("{} was not written", of.display()));
    }
    process::run(Command::new("pdftoppm").args(["-png", "-r", SHARPNESS]).arg(of).arg(of.with_extension("")))
}

fn name(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target().join("office")
}
