//! `cargo xtask package`: the npm package, made from a build.

use crate::esbuild::{Bundle, Kind};
use crate::json::quoted;
use crate::release::{GLUE, SINGLE, WASM, marked};
use crate::shell::TYPES;
use crate::typings::Described;
use crate::workspace::{Workspace, read, write};
use crate::{Result, build};
use std::fs;
use std::path::Path;

/// The single file, under a name that no bundler takes for a page: one would make it smaller, and it has a digest.
const PAGE: &str = "directive-assessment.txt";
/// The programs of the board.
const BOARD_WASM: &str = "board_bg.wasm";
const OFFICE_WASM: &str = "office_bg.wasm";
/// Files of the build that are in the package under their own names.
const BUILT: [&str; 14] = [
    GLUE,
    WASM,
    "board.js",
    BOARD_WASM,
    "office.js",
    OFFICE_WASM,
    "content.js",
    "prerendered.js",
    "printing.js",
    "rescue.js",
    "custom-elements.json",
    TYPES,
    "directive.v1.json",
    "roster.v1.json",
];
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Builds the release, and of it the package, into `dist/npm/`.
pub(crate) fn package(workspace: &Workspace) -> Result<()> {
    build::build(workspace, false)?;
    let folder = workspace.dist().join("npm");
    write_package(workspace, &folder)?;
    println!("Made the npm package in {}: `npm publish` or `npm pack` there", folder.display());
    Ok(())
}

/// Makes the package of the build in `dist/`, in this folder.
pub(crate) fn write_package(workspace: &Workspace, folder: &Path) -> Result<()> {
    // Of an earlier build nothing may be left.
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    let (root, dist) = (workspace.root(), workspace.dist());
    let copies = BUILT.into_iter().map(|name| (dist.join(name), name));
    let licences = LICENCES.into_iter().map(|name| (root.join(name), name));
    for (from, name) in copies.chain(licences).chain([(dist.join(SINGLE), PAGE)]) {
        fs::copy(&from, folder.join(name)).map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
    }
    // A bundler makes them small. It finds the other files by their names, so these stay.
    let own = |script: &str| marked(&dist, &Bundle::of(Kind::Module, script).beside_others().text(workspace)?, "");
    let described = Described::read(&read(&dist.join("custom-elements.json"))?)?;
    let [styles, board_styles] =
        [read(&dist.join("directive-assessment.css"))?, read(&dist.join("board.css"))?].map(|text| quoted(&text));
    for (name, text) in [
        ("embed.js", own("shell/package/embed.ts")?),
        ("carry.js", own("shell/package/carry.ts")?),
        ("board-loader.js", own("shell/package/board-loader.ts")?),
        ("styles.js", format!("export default {styles};\n")),
        ("board-styles.js", format!("export default {board_styles};\n")),
        ("server.js", "// Where there is no page, there is no element.\nexport {};\n".to_owned()),
        ("react.d.ts", described.react()?),
        ("vue.d.ts", described.vue()?),
        ("README.md", read(&workspace.shell().join("package/README.md"))?),
        ("package.json", manifest(&read(&root.join("Cargo.toml"))?)?),
    ] {
        write(&folder.join(name), &text)?;
    }
    Ok(())
}

/// `package.json`, with what `Cargo.toml` says of the product.
fn manifest(cargo: &str) -> Result<String> {
    let (workspace, package) = cargo.split_once("\n[package]\n").ok_or("Cargo.toml has no [package]")?;
    let value = |table: &str, name: &str| {
        let line = table.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \"")?.strip_suffix('"'));
        line.map(quoted).ok_or_else(|| format!("Cargo.toml has no {name}"))
    };
    let (name, description) = (value(package, "name")?, value(package, "description")?);
    let (version, licence) = (value(workspace, "version")?, value(workspace, "license")?);
    let entry = |types: &str| {
        format!(
            "{{ \"types\": \"./{types}.d.ts\", \"browser\": \"./embed.js\", \"node\": \"./server.js\", \"default\": \"./embed.js\" }}"
        )
    };
    let (plain, react, vue) = (entry("embed"), entry("react"), entry("vue"));
    let files = [
        "package.json",
        "custom-elements.json",
        "directive.v1.json",
        "roster.v1.json",
        WASM,
        BOARD_WASM,
        OFFICE_WASM,
        PAGE,
    ];
    let files = files.map(|file| format!(",\n    \"./{file}\": \"./{file}\"")).concat();
    Ok(format!(
        "{{
  \"name\": {name},
  \"version\": {version},
  \"description\": {description},
  \"keywords\": [\"custom-element\", \"web-component\"],
  \"license\": {licence},
  \"type\": \"module\",
  \"types\": \"./embed.d.ts\",
  \"exports\": {{
    \".\": {plain},
    \"./react\": {react},
    \"./vue\": {vue}{files}
  }},
  \"sideEffects\": [\"./embed.js\", \"./rescue.js\"],
  \"customElements\": \"custom-elements.json\"
}}
"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Members;
    use serde_json::Value;

    #[test]
    fn the_manifest_says_what_cargo_says() -> Result<()> {
        let cargo = "[workspace.package]\nversion = \"1.2.3\"\nlicense = \"MIT\"\n\n[package]\nname = \"a-box\"\ndescription = \"A box\"\n";
        let manifest: Value = serde_json::from_str(&manifest(cargo)?).map_err(|error| error.to_string())?;
        assert_eq!(manifest.text("name"), Some("a-box"));
        assert_eq!(manifest.text("version"), Some("1.2.3"));
        assert_eq!(manifest.text("license"), Some("MIT"));
        assert_eq!(
            manifest.get("exports").and_then(|exports| exports.get("./react")?.text("types")),
            Some("./react.d.ts")
        );
        Ok(())
    }

    #[test]
    fn a_manifest_that_lacks_something_is_refused() {
        assert!(manifest("[package]\nname = \"a\"\n").is_err());
        let message = manifest("license = \"MIT\"\n[package]\nname = \"a\"\ndescription = \"A\"\n");
        assert_eq!(message, Err("Cargo.toml has no version".to_owned()));
    }
}
