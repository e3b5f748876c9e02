//! Shortens the names that the program and its glue share: those of wasm-bindgen are long and end in digests, which do not
//! compress.

use crate::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use wasm_encoder::{EntityType, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// The name of the glue as a program of that name has it.
fn module(name: &str) -> String {
    format!("./{name}_bg.js")
}

/// The program of that name and its glue with short names, which they agree on. Equal programs are given equal names.
pub(crate) fn shortened(name: &str, program: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let words: BTreeSet<&str> = words(glue).collect();
    let mut names = Names { words, module: module(name), ..Names::default() };
    let program = renamed(program, &mut names).map_err(|error| format!("the program is not a wasm file: {error}"))?;
    let module = format!("\"{}\"", names.module);
    if names.other_module || glue.matches(&module).count() != 1 {
        return Err(format!("the program wants, or the glue gives, other than one {module}"));
    }
    if let Some(long) = names.short.keys().find(|long| !names.words.contains(long.as_str())) {
        return Err(format!("the glue does not know {long} of the program"));
    }
    if let Some(short) = names.short.values().find(|short| names.words.contains(short.as_str())) {
        return Err(format!("the glue has a {short} of its own"));
    }
    let named = with_words(glue, |word| names.short.get(word).map(String::as_str));
    Ok((program, named.replace(&module, "\"$\"")))
}

#[derive(Default)]
struct Names<'a> {
    /// What the glue has names for, and other words of it.
    words: BTreeSet<&'a str>,
    /// By the long ones.
    short: BTreeMap<String, String>,
    /// The glue, as the program names it.
    module: String,
    /// Whether something is taken from elsewhere than the glue.
    other_module: bool,
}

impl Names<'_> {
    fn short(&mut self, long: &str) -> String {
        let next = format!("${}", self.short.len());
        self.short.entry(long.to_owned()).or_insert(next).clone()
    }

    fn import(&mut self, module: &str, field: &str) -> [String; 2] {
        self.other_module |= module != self.module;
        ["$".to_owned(), self.short(field)]
    }

    /// Only what wasm-bindgen has named, and the glue uses: the rest are words that it has for other things, too.
    fn export(&mut self, name: &str) -> String {
        let is_made_up = ["__", "wasm_bindgen__"].iter().any(|start| name.starts_with(start));
        if is_made_up && self.words.contains(name) { self.short(name) } else { name.to_owned() }
    }
}

/// The program with other names in its lists of imports and exports, and all else as it is.
fn renamed(program: &[u8], names: &mut Names<'_>) -> std::result::Result<Vec<u8>, Box<dyn Error>> {
    let mut renamed = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(imports) => {
                let mut section = ImportSection::new();
                for import in imports.into_imports() {
                    let import = import?;
                    let [module, name] = names.import(import.module, import.name);
                    section.import(&module, &name, EntityType::try_from(import.ty)?);
                }
                renamed.section(&section);
            }
            Payload::ExportSection(exports) => {
                let mut section = ExportSection::new();
                for export in exports {
                    let export = export?;
                    section.export(&names.export(export.name), export.kind.into(), export.index);
                }
                renamed.section(&section);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    renamed.section(&RawSection { id, data: program.get(range).unwrap_or_default() });
                }
            }
        }
    }
    Ok(renamed.finish())
}

/// The words of a script: its names, and everything else that consists of the same letters.
fn words(script: &str) -> impl Iterator<Item = &str> {
    script.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty())
}

/// The script with some words replaced.
fn with_words<'a>(script: &str, other: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut changed = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len()));
        let (between, next) = after.split_at(after.find(is_of_word).unwrap_or(after.len()));
        changed.extend([other(word).unwrap_or(word), between]);
        rest = next;
    }
    changed
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes a function of the glue; gives one whose name is made up, one that nobody uses, and one that has a name. What else is in it
    /// has numbers that are longer than they need be.
    fn program(module: &str, import: &str, exports: [&str; 3]) -> Vec<u8> {
        let mut imports = ImportSection::new();
        imports.import(module, import, EntityType::Function(5));
        let mut given = ExportSection::new();
        for (index, name) in (200..).zip(exports) {
            given.export(name, wasm_encoder::ExportKind::Func, index);
        }
        let mut program = Module::new();
        program.section(&imports);
        program.section(&RawSection { id: 3, data: b"\x81\x00\x00" });
        program.section(&given);
        program.section(&RawSection { id: 10, data: b"\x81\x00\x82\x00\x00\x0b" });
        program.section(&RawSection { id: 0, data: b"\x83\x00abc-" });
        program.finish()
    }

    const NAME: &str = "directive-assessment";
    const GLUE: &str = "const a = { __wbg_get_1f: () => wasm.__wbindgen_malloc(open) };\nwasm.open();\nreturn { \"./directive-assessment_bg.js\": a };\n";

    #[test]
    fn both_sides_have_the_same_short_names() {
        let long = program(&module(NAME), "__wbg_get_1f", ["__wbindgen_malloc", "__abort", "open"]);
        let glue = "const a = { $0: () => wasm.$1(open) };\nwasm.open();\nreturn { \"$\": a };\n";
        assert_eq!(shortened(NAME, &long, GLUE), Ok((program("$", "$0", ["$1", "__abort", "open"]), glue.to_owned())));
    }

    #[test]
    fn what_they_do_not_agree_on_is_told() {
        let of = |module: &str, import: &str| program(module, import, ["__wbindgen_malloc", "__abort", "open"]);
        assert!(shortened(NAME, &of(&module(NAME), "__wbg_set_2e"), GLUE).is_err(), "a name that the glue lacks");
        assert!(shortened(NAME, &of("./other.js", "__wbg_get_1f"), GLUE).is_err(), "another module");
        assert!(
            shortened(NAME, &of(&module(NAME), "__wbg_get_1f"), &GLUE.replace("const a", "const $1")).is_err(),
            "a taken name"
        );
        assert!(shortened(NAME, b"\0asm\x01\0\0\0\x02", GLUE).is_err(), "a broken program");
    }

    #[test]
    fn whole_words_are_replaced() {
        let script = "wasm.a(ab, a.b, $a) + a";
        assert_eq!(words(script).collect::<Vec<_>>(), ["wasm", "a", "ab", "a", "b", "$a", "a"]);
        assert_eq!(with_words(script, |word| (word == "a").then_some("$0")), "wasm.$0(ab, $0.b, $a) + $0");
    }
}
