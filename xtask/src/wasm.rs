//! Reads a wasm file and lists its functions by name and size.

use crate::Result;
use std::collections::BTreeMap;

/// A function of the program.
#[derive(Debug, PartialEq)]
pub(crate) struct Function {
    name: String,
    bytes: usize,
}

/// The section of what a program takes.
pub(crate) const IMPORTS: u8 = 2;
/// The section of what it gives.
pub(crate) const EXPORTS: u8 = 7;
const CODE: u8 = 10;
const CUSTOM: u8 = 0;
const FUNCTION_NAMES: u8 = 1;

/// The functions of a wasm file. Those without a name are called by their number.
pub(crate) fn functions(wasm: &[u8]) -> Result<Vec<Function>> {
    read_functions(wasm).ok_or_else(|| "this is not a wasm file of a kind that is known here".to_owned())
}

fn read_functions(wasm: &[u8]) -> Option<Vec<Function>> {
    let mut file = Reader::of(wasm)?;
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    while !file.0.is_empty() {
        let id = file.byte()?;
        let mut section = file.block()?;
        match id {
            IMPORTS => imported = imported_functions(&mut section)?,
            CODE => sizes = section.many(|reader| reader.block().map(|body| body.0.len()))?,
            CUSTOM if section.text()? == "name" => names = function_names(&mut section)?,
            _ => {}
        }
    }
    let name = |number: usize| names.get(&number).cloned().unwrap_or_else(|| format!("function {number}"));
    let functions = sizes.into_iter().enumerate();
    Some(functions.map(|(index, bytes)| Function { name: name(imported + index), bytes }).collect())
}

/// Imported functions have the first numbers.
fn imported_functions(section: &mut Reader<'_>) -> Option<usize> {
    let kinds = section.many(|reader| {
        reader.text()?;
        reader.text()?;
        reader.import()
    })?;
    Some(kinds.into_iter().filter(|&kind| kind == 0).count())
}

fn function_names(section: &mut Reader<'_>) -> Option<BTreeMap<usize, String>> {
    while !section.0.is_empty() {
        let id = section.byte()?;
        let mut names = section.block()?;
        if id == FUNCTION_NAMES {
            let names = names.many(|reader| Some((reader.number()?, reader.text()?.into_owned())))?;
            return Some(names.into_iter().collect());
        }
    }
    Some(BTreeMap::new())
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

/// Reads from the front of some bytes; `None` where they end too early.
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Of any bytes.
    #[cfg(test)]
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Of the sections of a program.
    pub(crate) fn of(wasm: &'a [u8]) -> Option<Self> {
        wasm.strip_prefix(b"\0asm\x01\0\0\0").map(Self)
    }

    /// What is not yet read.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.0
    }

    /// The bytes that something reads.
    pub(crate) fn taken<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<&'a [u8]> {
        let before = self.0;
        read(self)?;
        before.get(..before.len().checked_sub(self.0.len())?)
    }

    /// What an import is, after its names; its kind.
    pub(crate) fn import(&mut self) -> Option<u8> {
        let kind = self.byte()?;
        match kind {
            0 => self.number().map(|_| ())?,
            1 => self.value_type().and_then(|()| self.limits())?,
            2 => self.limits()?,
            3 => self.value_type().and_then(|()| self.byte().map(|_| ()))?,
            _ => self.byte().and_then(|_| self.number().map(|_| ()))?,
        }
        Some(kind)
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    /// A number of however many bytes.
    pub(crate) fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
    }

    /// Bytes that follow their number.
    pub(crate) fn block(&mut self) -> Option<Reader<'a>> {
        let length = self.number()?;
        let (block, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Reader(block))
    }

    /// A text that follows its length.
    pub(crate) fn text(&mut self) -> Option<std::borrow::Cow<'a, str>> {
        self.block().map(|block| String::from_utf8_lossy(block.0))
    }

    /// Items that follow their number.
    pub(crate) fn many<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        (0..count).map(|_| item(self)).collect()
    }

    fn value_type(&mut self) -> Option<()> {
        // References to a given type name that type in a number of their own.
        match self.byte()? {
            0x63 | 0x64 => self.number().map(|_| ()),
            _ => Some(()),
        }
    }

    fn limits(&mut self) -> Option<()> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum { self.number().map(|_| ()) } else { Some(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function and memory, two functions of 3 and 4 bytes, a name for the first of them.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x0f\x02\x01e\x01f\x00\x00\x01e\x01m\x02\x01\x01\x02\
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
