//! Reads a wasm file and lists its functions by name and size.

use crate::Result;
use std::collections::BTreeMap;
use wasmparser::{ImportSectionReader, KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// A function of the program.
#[derive(Debug, PartialEq)]
pub(crate) struct Function {
    name: String,
    bytes: usize,
}

/// The functions of a wasm file. Those without a name are called by their number.
pub(crate) fn functions(wasm: &[u8]) -> Result<Vec<Function>> {
    read_functions(wasm).map_err(|error| format!("this is not a wasm file: {error}"))
}

fn read_functions(wasm: &[u8]) -> wasmparser::Result<Vec<Function>> {
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => imported = imported_functions(imports)?,
            Payload::CodeSectionEntry(body) => sizes.push(body.as_bytes().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(lists) = section.as_known() {
                    names.extend(function_names(lists)?);
                }
            }
            _ => {}
        }
    }
    let name = |number: u32| names.get(&number).map_or_else(|| format!("function {number}"), |&name| name.to_owned());
    // Imported functions have the first numbers.
    Ok((imported..).zip(sizes).map(|(number, bytes)| Function { name: name(number), bytes }).collect())
}

fn imported_functions(imports: ImportSectionReader<'_>) -> wasmparser::Result<u32> {
    imports.into_imports().try_fold(0, |count, import| Ok(count + u32::from(matches!(import?.ty, TypeRef::Func(_)))))
}

fn function_names(lists: NameSectionReader<'_>) -> wasmparser::Result<BTreeMap<u32, &str>> {
    let mut names = BTreeMap::new();
    for list in lists {
        if let Name::Function(functions) = list? {
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name);
            }
        }
    }
    Ok(names)
}

/// Where the bytes go: by crate, and the largest functions.
pub(crate) fn report(functions: &[Function], top: usize) -> String {
    let mut crates: BTreeMap<&str, usize> = BTreeMap::new();
    for function in functions {
        *crates.entry(origin(&function.name)).or_default() += function.bytes;
    }
    let mut crates: Vec<(&str, usize)> = crates.into_iter().collect();
    crates.sort_by_key(|&(_, bytes)| std::cmp::Reverse(bytes));
    let mut largest: Vec<(&str, usize)> =
        functions.iter().map(|function| (function.name.as_str(), function.bytes)).collect();
    largest.sort_by_key(|&(_, bytes)| std::cmp::Reverse(bytes));
    let rows = |rows: Vec<(&str, usize)>| -> String {
        rows.into_iter().take(top).map(|(name, bytes)| format!("{bytes:>9}  {name}\n")).collect()
    };
    format!("by crate\n{}by function\n{}", rows(crates), rows(largest))
}

const OWN: &str = "directive_assessment::";

/// The crate that a name begins with: `yew` of `<yew::html::Html as core::fmt::Debug>::fmt`. Of the component, also the module.
fn origin(name: &str) -> &str {
    let name = name.trim_start_matches(['<', '&', '*']).trim_start_matches("mut ").trim_start_matches("dyn ");
    let path = match name.strip_prefix(OWN).and_then(|inside| inside.find("::")) {
        Some(module) => name.get(..OWN.len() + module).unwrap_or(name),
        None => name.split_once("::").map_or("(none)", |(first, _)| first),
    };
    // Some names carry the hash of the crate, or are methods of a primitive type, as `<char>::len_utf8`.
    path.split(['[', '>']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function and memory, two functions of 3 and 4 bytes, a name for the first of them.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x0f\x02\x01e\x01f\x00\x00\x01e\x01m\x02\x01\x01\x02\
        \x03\x03\x02\x00\x00\
        \x0a\x0a\x02\x03\x00\x01\x0b\x04\x00\x01\x01\x0b\
        \x00\x14\x04name\x00\x02\x01m\x01\x09\x01\x01\x06a::b_c";

    #[test]
    fn functions_have_names_and_sizes() {
        let named = |name: &str, bytes| Function { name: name.to_owned(), bytes };
        assert_eq!(functions(MODULE), Ok(vec![named("a::b_c", 3), named("function 2", 4)]));
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        for length in [0, 4, 9, 20, MODULE.len() - 1] {
            assert!(functions(MODULE.get(..length).unwrap_or_default()).is_err(), "{length}");
        }
    }

    #[test]
    fn functions_belong_to_the_crate_or_module_they_name_first() {
        for (name, expected) in [
            ("yew::html::render", "yew"),
            ("<directive_assessment::edge::Component>::start", "directive_assessment::edge"),
            ("<&mut core::str::Chars as core::iter::Iterator>::next", "core"),
            ("core[c5930c85a12de822]::fmt::write", "core"),
            ("<char>::len_utf8", "char"),
            ("__wbindgen_malloc", "(none)"),
        ] {
            assert_eq!(origin(name), expected);
        }
    }

    #[test]
    fn the_report_is_sorted_by_size() {
        let functions = functions(MODULE).unwrap_or_default();
        let report = report(&functions, 1);
        assert_eq!(report, "by crate\n        4  (none)\nby function\n        4  function 2\n");
    }
}
