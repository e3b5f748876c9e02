//! The last step of a build: the single file, and what ties the files of one release together.

use crate::bom::{self, BOM};
use crate::digest::{base64, hex, integrity, sha256};
use crate::esbuild::{self, Bundle, Kind};
use crate::shell::TYPES;
use crate::workspace::{Workspace, files_below, read, write};
use crate::{Result, board, html};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The whole product as one page.
pub(crate) const SINGLE: &str = "directive-assessment.html";
const LIST: &str = "files.json";
const SUMS: &str = "SHA256SUMS";
const WORKER: &str = "sw.js";
/// What holds the name of the release, or the digests of other files. A file stands after those that it names.
const MARKED: [&str; 9] = [
    "board-loader.js",
    "carry.js",
    "embed.js",
    "boot.js",
    "index.html",
    "kiem-tra.html",
    "nhung.html",
    "mau/phan-tu.html",
    "mau/khung.html",
];
/// The page for webmasters is not a part of what a person uses.
const FOR_WEBMASTERS: &str = "nhung.";
const OFF: &str = "sw-off.js";
/// The programs, by the names of their files.
pub(crate) const PROGRAMS: [&str; 3] = ["directive-assessment", board::BOARD.name, board::OFFICE.name];
/// What wasm-bindgen has written of the form's.
pub(crate) const GLUE: &str = "directive-assessment.js";
pub(crate) const WASM: &str = "directive-assessment_bg.wasm";

/// Makes the single file, marks the scripts with the release that they are of, and lists every file with its digest.
pub(crate) fn release(workspace: &Workspace, staging: &Path, directive: &str) -> Result<()> {
    let build = id(staging)?;
    single(workspace, staging, directive)?;
    let embed = staging.join("embed.js");
    write(&embed, &read(&embed)?.replace("{{shell}}", &shell(workspace)?))?;
    for name in PROGRAMS {
        let glue = staging.join(format!("{name}.js"));
        let script = if is_served() { read(&glue)? } else { esbuild::minified(workspace, &glue)? };
        write(&glue, &format!("{script}export const build = \"{build}\";\n"))?;
    }
    for file in MARKED {
        let path = staging.join(file);
        write(&path, &marked(staging, &read(&path)?, &build)?)?;
    }
    if !is_served() {
        bom::write_bom(workspace, staging)?;
    }
    let files = released(staging)?;
    write(&staging.join(LIST), &list(&build, &files)?)?;
    let worker = staging.join(WORKER);
    // While one develops, nothing may be kept from one build to the next.
    let text = if is_served() {
        read(&staging.join(OFF))?
    } else {
        format!("const VERSION = \"{build}\";\nconst FILES = {{\n{}\n}};\n{}", kept(&files)?, read(&worker)?)
    };
    write(&worker, &text)?;
    write(&staging.join(SUMS), &sums(staging)?)
}

/// Every file, for `sha256sum --check`.
fn sums(staging: &Path) -> Result<String> {
    let mut sums = String::new();
    for file in files_below(staging)? {
        let name = file.strip_prefix(staging).unwrap_or(&file).display().to_string();
        if name != SUMS {
            sums.extend([&hex(&sha256(&bytes(&file)?)), "  ", &name, "\n"]);
        }
    }
    Ok(sums)
}

/// A text with the name of the release and the digests of the files that it names in double braces.
pub(crate) fn marked(staging: &Path, text: &str, build: &str) -> Result<String> {
    let files = files(staging)?;
    let mut marked = text.replace("{{build}}", build).replace("{{scripts}}", &scripts(&files));
    for file in files {
        let place = format!("{{{{{}}}}}", name(&file));
        if marked.contains(&place) {
            marked = marked.replace(&place, &integrity(&bytes(&file)?));
        }
    }
    match marked.split_once("{{") {
        Some((_, rest)) => Err(format!("there is no file {}", rest.split("}}").next().unwrap_or_default())),
        None => Ok(marked),
    }
}

/// The names of the scripts, without their ending, as a part of a regular expression.
fn scripts(files: &[PathBuf]) -> String {
    let names: Vec<&str> = files.iter().filter_map(|file| name(file).strip_suffix(".js")).collect();
    names.join("|")
}

/// Whether this build is for `cargo xtask serve`, which has a folder of its own.
pub(crate) fn is_served() -> bool {
    env::var_os("TRUNK_DIST_DIR").is_some_and(|dist| Path::new(&dist).ends_with("serve"))
}

/// Names the release: equal files have equal names.
fn id(staging: &Path) -> Result<String> {
    let mut all = Vec::new();
    for file in files(staging)? {
        all.extend(sha256(&bytes(&file)?));
    }
    Ok(hex(&sha256(&all)).get(..16).unwrap_or_default().to_owned())
}

/// Names what surrounds the parts in `embed.js`: releases with the same one can use each other's parts.
fn shell(workspace: &Workspace) -> Result<String> {
    let around = Bundle::of(Kind::Module, "shell/element/element.ts").small(true).text(workspace)?;
    Ok(hex(&sha256(around.as_bytes())).get(..16).unwrap_or_default().to_owned())
}

/// What a person may keep: all but what manages the rest, and what only developers read.
fn released(staging: &Path) -> Result<Vec<PathBuf>> {
    let mut files = files(staging)?;
    files.retain(|file| {
        ![LIST, SUMS, WORKER, OFF, BOM, TYPES].contains(&name(file)) && !name(file).starts_with(FOR_WEBMASTERS)
    });
    Ok(files)
}

fn list(build: &str, files: &[PathBuf]) -> Result<String> {
    let line = |file: &PathBuf| {
        let bytes = bytes(file)?;
        let (size, digest) = (bytes.len(), hex(&sha256(&bytes)));
        Ok(format!("\"{}\":{{\"bytes\":{size},\"sha256\":\"{digest}\"}}", name(file)))
    };
    let lines = files.iter().map(line).collect::<Result<Vec<_>>>()?;
    Ok(format!("{{\"version\":\"{build}\",\"files\":{{\n{}\n}}}}\n", lines.join(",\n")))
}

fn kept(files: &[PathBuf]) -> Result<String> {
    let line = |file: &PathBuf| Ok(format!("\"{}\":\"{}\"", name(file), integrity(&bytes(file)?)));
    Ok(files.iter().map(line).collect::<Result<Vec<_>>>()?.join(",\n"))
}

/// The whole product in one page. Its policy allows its own script and style by their digests, and no request at all.
fn single(workspace: &Workspace, staging: &Path, directive: &str) -> Result<()> {
    let script = Bundle::of(Kind::Module, "shell/single-file/single-file.ts");
    let script =
        script.with("program", &staging.join(GLUE)).with("board-program", &staging.join(board::BOARD.files[0]));
    let script = script.with("office-program", &staging.join(board::OFFICE.files[0]));
    let script = script.small(!is_served()).text(workspace)?;
    // The board's come after those of the form, as in the page.
    let style = read(&staging.join("directive-assessment.css"))?
        + &read(&staging.join("board.css"))?.replace("@charset \"utf-8\";", "");
    for (what, text) in [("script", &script), ("style", &style)] {
        if text.contains("</") && (text.contains("</script") || text.contains("</style")) || text.contains("<!--") {
            return Err(format!("{SINGLE}: the {what} holds what would end or hide it"));
        }
    }
    let page = read(&workspace.shell().join("single-file/single-file.html"))?;
    let filled = html::filled(
        &page,
        &[
            ("script-hash", &integrity(script.as_bytes())),
            ("style-hash", &integrity(style.as_bytes())),
            ("icon", &base64(&bytes(&staging.join("icon.svg"))?)),
            ("style", &style),
            ("directive", directive),
            ("program", &base64(&bytes(&staging.join(WASM))?)),
            ("board", &base64(&bytes(&staging.join(board::BOARD.files[1]))?)),
            ("office", &base64(&bytes(&staging.join(board::OFFICE.files[1]))?)),
            ("script", &script),
        ],
    )?;
    write(&staging.join(SINGLE), &filled)
}

fn name(file: &Path) -> &str {
    file.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn bytes(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}
