//! What a first visit loads: followed from the page, as a browser does.

use crate::workspace::read;
use crate::{Result, html};
use std::path::{Path, PathBuf};

/// The files that a browser fetches before the product works, relative to `dist`.
pub(crate) fn files(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut files = vec![PathBuf::from("index.html")];
    let mut read_so_far = 0;
    while let Some(file) = files.get(read_so_far).cloned() {
        read_so_far += 1;
        let named = match file.extension().and_then(|extension| extension.to_str()) {
            Some("html") => named_by_page(&read(&dist.join(&file))?),
            Some("js") => named_by_script(&read(&dist.join(&file))?),
            _ => Vec::new(),
        };
        for name in named {
            let path: PathBuf = file.parent().unwrap_or(Path::new("")).join(&name).components().collect();
            if !dist.join(&path).is_file() {
                return Err(format!("{} loads {name}, which is not in {}", file.display(), dist.display()));
            }
            if !files.contains(&path) {
                files.push(path);
            }
        }
    }
    if !files.iter().any(|file| file.extension().is_some_and(|extension| extension == "wasm")) {
        return Err("no script that index.html loads names a .wasm file: is this how the product starts?".to_owned());
    }
    Ok(files)
}

const LOADED_LINKS: [&str; 4] = ["stylesheet", "icon", "preload", "modulepreload"];

fn named_by_page(page: &str) -> Vec<String> {
    let text = |tag| page.get(tag).unwrap_or_default();
    let links = html::tags(page, "link").into_iter().map(text).filter(|tag| {
        html::attribute(tag, "rel").is_some_and(|rel| rel.split(' ').any(|kind| LOADED_LINKS.contains(&kind)))
    });
    let links = links.filter_map(|tag| html::attribute(tag, "href"));
    let scripts = html::tags(page, "script").into_iter().map(text).filter_map(|tag| html::attribute(tag, "src"));
    links.chain(scripts).map(relative).filter(|name| !name.starts_with("data:")).collect()
}

/// What a script imports at once, and the wasm that it names. Workers and `import()` come later, if at all.
fn named_by_script(script: &str) -> Vec<String> {
    let mut names = Vec::new();
    for word in ["from", "import"] {
        for (index, _) in script.match_indices(word) {
            let after = script.get(index + word.len()..).unwrap_or_default().trim_start();
            let Some(quote) = after.chars().next().filter(|character| matches!(character, '"' | '\'')) else {
                continue;
            };
            let name = after.split(quote).nth(1).unwrap_or_default();
            if name.starts_with('.') {
                names.push(relative(name));
            }
        }
    }
    for quote in ['"', '\''] {
        for (index, _) in script.match_indices(&format!(".wasm{quote}")) {
            let before = script.get(..index).unwrap_or_default();
            let name = before.rsplit(quote).next().unwrap_or_default();
            names.push(relative(&format!("{name}.wasm")));
        }
    }
    names
}

/// The file behind an address, which may name its release after a question mark.
fn relative(address: &str) -> String {
    let file = address.split('?').next().unwrap_or_default();
    file.trim_start_matches("./").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_its_styles_scripts_and_icons() {
        let page = r#"<link rel="stylesheet" href="a.css"><link rel="shortcut icon" href="data:,">
            <link rel="manifest" href="m.json"><script type="module" src="./b.js?1f"></script><script>1</script>"#;
        assert_eq!(named_by_page(page), ["a.css", "b.js"]);
    }

    #[test]
    fn a_script_loads_its_imports_and_its_wasm_at_once() {
        let script = r#"
            import init, { mount } from "./glue.js";
            import './side.js';
            const wasm = new URL("./glue_bg.wasm", import.meta.url);
            const later = () => import("./later.js");
            new Worker(new URL("./worker.js", import.meta.url), { type: "module" });"#;
        assert_eq!(named_by_script(script), ["glue.js", "side.js", "glue_bg.wasm"]);
    }
}
