//! The last step of a build: the single file, and what ties the files of one release together.

use crate::bom::{self, BOM};
use crate::digest::{base64, hex, integrity, sha256};
use crate::workspace::{Workspace, files_below, read, write};
use crate::{Result, html, js};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const SINGLE: &str = "directive-assessment.html";
const LIST: &str = "files.json";
const SUMS: &str = "SHA256SUMS";
const WORKER: &str = "sw.js";
/// What holds the name of the release, or the digests of other files. A file stands after those that it names.
const MARKED: [&str; 8] = [
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
/// The scripts of a first visit, which are worth making small, and what they may hold.
const FIRST: [(&str, &str); 3] = [(GLUE, js::MODULE), ("embed.js", js::MODULE), ("boot.js", js::ANY_BROWSER)];
/// What wasm-bindgen has written.
pub(crate) const GLUE: &str = "directive-assessment.js";
/// The program.
pub(crate) const WASM: &str = "directive-assessment_bg.wasm";

/// Makes the single file, marks the scripts with the release that they are of, and lists every file with its digest.
pub(crate) fn release(workspace: &Workspace, staging: &Path, directive: &str) -> Result<()> {
    let build = id(staging)?;
    single(workspace, staging, directive)?;
    if !is_served() {
        for (file, target) in FIRST {
            let path = staging.join(file);
            write(&path, &js::minified(workspace, &path, target)?)?;
        }
    }
    let glue = staging.join(GLUE);
    write(&glue, &format!("{}export const build = \"{build}\";\n", read(&glue)?))?;
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
        read(&worker)?.replace("{{build}}", &build).replace("/*{{files}}*/", &kept(&files)?)
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
fn marked(staging: &Path, text: &str, build: &str) -> Result<String> {
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
fn is_served() -> bool {
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

/// What a person may keep: all but what manages the rest.
fn released(staging: &Path) -> Result<Vec<PathBuf>> {
    let mut files = files(staging)?;
    files.retain(|file| {
        ![LIST, SUMS, WORKER, OFF, BOM].contains(&name(file)) && !name(file).starts_with(FOR_WEBMASTERS)
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
    let source = |name: &str| read(&workspace.root().join("src/static").join(name));
    let embed = replaced(&source("embed.js")?, "parts", &source("single.js")?)?;
    let carry = replaced(&source("carry.js")?, "page", &source("single-page.js")?)?;
    let glue = read(&staging.join(GLUE))?;
    // Blocks keep the names of the parts apart; the program's own stand outside, for all to use.
    let script = [source("rescue.js")?, without_exports(&glue)?, without_exports(&carry)?, format!("{{\n{embed}}}\n")];
    let script = js::without_comments(&script.concat());
    let style = read(&staging.join("directive-assessment.css"))?;
    for (what, text) in [("script", &script), ("style", &style)] {
        if text.contains("</") && (text.contains("</script") || text.contains("</style")) || text.contains("<!--") {
            return Err(format!("{SINGLE}: the {what} holds what would end or hide it"));
        }
    }
    let page = source("single.html")?;
    let filled = html::filled(
        &page,
        &[
            ("script-hash", &integrity(script.as_bytes())),
            ("style-hash", &integrity(style.as_bytes())),
            ("icon", &base64(&bytes(&staging.join("icon.svg"))?)),
            ("style", &style),
            ("directive", directive),
            ("program", &base64(&bytes(&staging.join(WASM))?)),
            ("script", &script),
        ],
    )?;
    write(&staging.join(SINGLE), &filled)
}

/// Puts `text` in the place of what stands between the lines `// <name>` and `// </name>`.
fn replaced(script: &str, name: &str, text: &str) -> Result<String> {
    let parts = script.split_once(&format!("// <{name}>\n")).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(&format!("// </{name}>\n"))?;
        Some(format!("{before}{text}{after}"))
    });
    parts.ok_or_else(|| format!("a script lacks the lines `// <{name}>` and `// </{name}>`"))
}

/// A module as a part of another: what it exports is there under its name.
fn without_exports(module: &str) -> Result<String> {
    let mut kept = String::with_capacity(module.len());
    for line in module.lines() {
        match line.strip_prefix("export ") {
            Some(list) if list.starts_with('{') && list.ends_with("};") => {}
            Some(named)
                if ["class ", "async function ", "function ", "const "].iter().any(|kind| named.starts_with(kind)) =>
            {
                kept.push_str(named);
                kept.push('\n');
            }
            Some(_) => return Err(format!("{SINGLE}: `{line}` cannot be taken into one script")),
            None => {
                kept.push_str(line);
                kept.push('\n');
            }
        }
    }
    Ok(kept)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_between_its_marks_is_replaced() {
        let script = "a\n// <parts>\nb\n// </parts>\nc\n";
        assert_eq!(replaced(script, "parts", "d\n").as_deref(), Ok("a\nd\nc\n"));
        assert!(replaced("a\n", "parts", "d\n").is_err());
    }

    #[test]
    fn a_module_becomes_a_part() {
        let module =
            "export class A {\n}\nexport async function b() {}\nlet c = \"export \";\nexport { a, b as default };\n";
        assert_eq!(
            without_exports(module).as_deref(),
            Ok("class A {\n}\nasync function b() {}\nlet c = \"export \";\n")
        );
        assert!(without_exports("export default 1;\n").is_err());
    }
}
