//! What must hold for the shipped files, whoever looks at them: nothing inline, nothing from elsewhere, nothing that evaluates
//! text, and nothing that the oldest supported browsers lack.

use crate::workspace::{Workspace, files_below, read};
use crate::{Result, html, process, tools};
use std::path::Path;
use std::process::Command;

const FLOOR: &str = include_str!("floor.mjs");

/// The one page that holds all of itself, under a policy of its own that names the digests of its script and its style.
const SINGLE: &str = "directive-assessment.html";

/// What Chrome 109, Firefox 115 and Safari 16.0 know of WebAssembly. Safari learned vectors in 16.4.
const WASM_FEATURES: [&str; 8] = [
    "bulk-memory",
    "bulk-memory-opt",
    "call-indirect-overlong",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// What a script must not have in it, and why.
const IN_SCRIPTS: [(&str, &str); 8] = [
    ("eval(", "evaluates text"),
    ("new Function(", "evaluates text"),
    ("document.write(", "makes markup of text"),
    ("insertAdjacentHTML", "makes markup of text"),
    ("fetch(\"http", "asks another server"),
    ("import(\"http", "loads from another server"),
    ("from\"http", "loads from another server"),
    ("hitsFailpoint(", "lets a test have the program fail"),
];

/// Looks at everything in `dist/`.
pub(crate) fn audit(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace, tools::AUDIT)?;
    let dist = workspace.dist();
    let mut problems = Vec::new();
    for file in files_below(&dist)? {
        let name = file.strip_prefix(&dist).unwrap_or(&file).display().to_string();
        let found = match file.extension().and_then(|extension| extension.to_str()) {
            Some("html") if name != SINGLE => of_page(&read(&file)?),
            Some("js") => of_script(&read(&file)?),
            Some("css") => of_sheet(&read(&file)?),
            Some("wasm") => of_wasm(workspace, &file)?,
            _ => Vec::new(),
        };
        problems.extend(found.into_iter().map(|problem| format!("{name}: {problem}")));
    }
    let mut floor = Command::new("node");
    floor.args(["--input-type=module", "-e", FLOOR, "--"]).arg(workspace.node_modules()).arg(&dist);
    problems.extend(process::run(&mut floor).err().map(|_| "the oldest browsers lack what is named above".to_owned()));
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// Scripts and styles in the page itself, in any of their forms, and files from elsewhere.
fn of_page(page: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (index, _) in page.match_indices('<') {
        let Some(tag) = page.get(index..).and_then(|rest| rest.get(..html::tag_length(rest)?)) else { continue };
        let name = tag.trim_start_matches('<').split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next();
        if name == Some("style") || (name == Some("script") && html::attribute(tag, "src").is_none()) {
            problems.push(format!("inline: {tag}"));
        }
        for (attribute, value) in html::attributes(tag) {
            let loads = attribute == "src" || (attribute == "href" && name == Some("link"));
            if attribute == "style" || attribute.starts_with("on") || value.trim_start().starts_with("javascript:") {
                problems.push(format!("inline: {tag}"));
            } else if loads && (value.contains("//") || value.starts_with("data:")) {
                problems.push(format!("from elsewhere: {tag}"));
            }
        }
    }
    problems
}

fn of_script(script: &str) -> Vec<String> {
    let found = |(part, why): &(&str, &str)| {
        // `retrieval(` is no `eval(`.
        let is_word = |index: usize| {
            !script.get(..index).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
        };
        let found = script.match_indices(part).any(|(index, _)| is_word(index));
        found.then(|| format!("`{part}` {why}"))
    };
    IN_SCRIPTS.iter().filter_map(found).collect()
}

fn of_sheet(sheet: &str) -> Vec<String> {
    let loads = |part: &&str| sheet.contains(*part);
    ["@import", "url(http", "url(\"http", "url('http", "url(//", "url(\"//", "url(data:", "url(\"data:"]
        .into_iter()
        .filter(loads)
        .map(|part| format!("`{part}` loads what the policy does not allow, or what is elsewhere"))
        .collect()
}

fn of_wasm(workspace: &Workspace, file: &Path) -> Result<Vec<String>> {
    let mut command = Command::new(workspace.node_modules().join(".bin").join("wasm-opt"));
    let printed = process::output(command.args(["--quiet", "--mvp-features", "--print-features"]).arg(file))?;
    let features = printed.lines().filter_map(|line| line.strip_prefix("--enable-"));
    let unknown = features.filter(|feature| !WASM_FEATURES.contains(feature));
    Ok(unknown.map(|feature| format!("the oldest browsers lack {feature}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_page_itself_is_found() {
        for page in [
            "<script>1</script>",
            "<style>a {}</style>",
            "<p style=\"color: red\">",
            "<a onclick=\"go()\">",
            "<a href=\"javascript:go()\">",
            "<script src=\"https://example.org/a.js\"></script>",
            "<link rel=\"stylesheet\" href=\"//example.org/a.css\">",
            "<img src='data:,'>",
        ] {
            assert_eq!(of_page(page).len(), 1, "{page}: {:?}", of_page(page));
        }
        let clean = "<!doctype html><script src=\"a.js\" defer></script><a href=\"https://example.org/\">on</a> 1 < 2";
        assert_eq!(of_page(clean), Vec::<String>::new());
    }

    #[test]
    fn scripts_that_evaluate_text_are_found() {
        assert_eq!(of_script("a = eval(b)").len(), 1);
        assert_eq!(of_script("retrieval(b); `Function(${c})`"), Vec::<String>::new());
    }

    #[test]
    fn sheets_that_load_are_found() {
        assert_eq!(of_sheet("a { background: url(https://example.org/a.png) }").len(), 1);
        assert_eq!(of_sheet("a { mask: url(a.svg) }"), Vec::<String>::new());
    }
}
