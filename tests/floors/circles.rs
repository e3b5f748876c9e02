//! The files of a crate do not use each other in a circle, directly or indirectly. So each can be read, tested and moved with only
//! what it builds on.
//!
//! A name that a module merely re-exports (`pub use child::Name`) counts as the child's.

use super::{code, is_test, root, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The crates, by the folder of their sources.
const CRATES: [&str; 20] = [
    "crates/json/src",
    "crates/domain/src",
    "crates/exchange/src",
    "crates/gathering/src",
    "crates/report/src",
    "crates/office/src",
    "crates/preview/src",
    "crates/gather/src",
    "crates/synthetic/src",
    "crates/storage/src",
    "crates/coordination/src",
    "crates/app/src",
    "crates/ui/src",
    "crates/pages/src",
    "crates/board/src",
    "crates/browser/src",
    "crates/record-macros/src",
    "src",
    "xtask/src",
    "tests/powercut/src",
];

/// A path of names, from the root of the crate.
type Names = Vec<String>;

/// The files of a crate by their modules.
struct Crate(BTreeMap<Names, File>);

struct File {
    code: String,
    /// The modules that it declares.
    children: BTreeSet<String>,
    /// What it re-exports of them: under which name, what.
    handed_on: BTreeMap<String, Names>,
}

impl Crate {
    fn read(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        for path in sources(folder) {
            let inside = path.strip_prefix(folder).unwrap();
            if !is_test(inside) && !inside.starts_with("bin") {
                files.insert(module_of(inside), File::new(code(&path)));
            }
        }
        Self(files)
    }

    /// The module whose file says what a path names.
    fn owner(&self, path: &[String]) -> Option<Names> {
        let length = (0..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let handed_on = rest.first().and_then(|name| self.0[module].handed_on.get(name));
        match handed_on {
            Some(names) => self.owner(&[module, names].concat()),
            None => Some(module.to_vec()),
        }
    }

    /// The modules whose files one file names.
    fn named(&self, module: &Names) -> BTreeSet<Names> {
        let file = &self.0[module];
        let absolute = file.paths().into_iter().filter_map(|path| from_root(module, &file.children, path));
        absolute.filter_map(|path| self.owner(&path)).filter(|owner| owner != module).collect()
    }

    /// The modules from which a way leads back to themselves.
    fn in_circles(&self) -> Vec<String> {
        let named: BTreeMap<&Names, BTreeSet<Names>> = self.0.keys().map(|name| (name, self.named(name))).collect();
        let reached: BTreeMap<&Names, BTreeSet<&Names>> =
            named.keys().map(|name| (*name, reached(&named, name))).collect();
        let told = |module: &Names| {
            let back = named[module].iter().filter(|other| reached[other].contains(module));
            format!("{} names {:?}", module.join("::"), back.map(|other| other.join("::")).collect::<Vec<_>>())
        };
        self.0.keys().filter(|module| reached[module].contains(module)).map(told).collect()
    }
}

/// Whatever can be come to from a module, by what files name.
fn reached<'a>(named: &'a BTreeMap<&Names, BTreeSet<Names>>, from: &Names) -> BTreeSet<&'a Names> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(module) = next.pop() {
        for other in &named[module] {
            if seen.insert(other) {
                next.push(other);
            }
        }
    }
    seen
}

impl File {
    fn new(code: String) -> Self {
        let words = |line: &str| line.trim().trim_end_matches(';').split(' ').map(str::to_owned).collect::<Vec<_>>();
        let children = code.lines().map(words).filter_map(|line| {
            let at = line.iter().position(|word| word == "mod")?;
            line.get(at + 1).cloned()
        });
        let children: BTreeSet<String> = children.collect();
        let mut handed_on = BTreeMap::new();
        for (_, path) in used(&code).into_iter().filter(|(is_public, _)| *is_public) {
            if let Some((last, first)) = path.last().zip(path.first()).filter(|(_, first)| children.contains(*first)) {
                let name = if last == "self" { first } else { last };
                handed_on.insert(name.clone(), path.clone());
            }
        }
        Self { code, children, handed_on }
    }

    /// All paths that it names, except those that it only re-exports.
    fn paths(&self) -> Vec<Names> {
        let is_handed_on = |path: &Names| path.last().is_some_and(|name| self.handed_on.get(name) == Some(path));
        let mut paths: Vec<Names> = used(&self.code).into_iter().map(|(_, path)| path).collect();
        paths.retain(|path| !is_handed_on(path));
        let is_of_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
        let code = taken_apart(&self.code).1;
        let inline = code.split(|letter| !is_of_path(letter)).filter(|word| word.contains("::"));
        paths.extend(inline.map(|word| word.split("::").map(str::to_owned).collect()));
        paths
    }
}

/// `app/views/mod.rs` is `app::views`.
fn module_of(path: &Path) -> Names {
    let mut names: Names = path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    names.pop_if(|name| matches!(name.as_str(), "mod" | "lib" | "main"));
    names
}

/// The path from the root of the crate; nothing where it leads out of it.
fn from_root(module: &Names, children: &BTreeSet<String>, path: Names) -> Option<Names> {
    let mut base = module.clone();
    let rest = match path.first()?.as_str() {
        "crate" => {
            base.clear();
            &path[1..]
        }
        "super" => {
            let ups = path.iter().take_while(|name| *name == "super").count();
            base.truncate(base.len().saturating_sub(ups));
            &path[ups..]
        }
        "self" => &path[1..],
        first if children.contains(first) => &path[..],
        _ => return None,
    };
    base.extend(rest.iter().cloned());
    Some(base)
}

/// What the `use` of some code say, and the rest of it without the words that only say who sees what.
fn taken_apart(code: &str) -> (Vec<(bool, String)>, String) {
    let (mut uses, mut rest): (Vec<(bool, String)>, String) = (Vec::new(), String::new());
    let mut is_inside = false;
    for line in code.lines().map(str::trim) {
        let (seen, seen_by) = match line.strip_prefix("pub(").and_then(|rest| rest.split_once(") ")) {
            Some((_, seen)) => (seen, true),
            None => (line.strip_prefix("pub ").unwrap_or(line), line.starts_with("pub ")),
        };
        match (is_inside, seen.strip_prefix("use "), uses.last_mut()) {
            (true, _, Some((_, tree))) => tree.push_str(line),
            (_, Some(tree), _) => uses.push((seen_by, tree.to_owned())),
            _ => {
                rest.push_str(seen);
                rest.push('\n');
                continue;
            }
        }
        is_inside = !line.ends_with(';');
    }
    (uses, rest)
}

/// The paths of all `use`, and whether they are handed on.
fn used(code: &str) -> Vec<(bool, Names)> {
    let mut found = Vec::new();
    for (is_public, tree) in taken_apart(code).0 {
        let mut paths = Vec::new();
        expand(&Vec::new(), tree.trim_end_matches(';'), &mut paths);
        found.extend(paths.into_iter().map(|path| (is_public, path)));
    }
    found
}

/// `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(before: &Names, tree: &str, paths: &mut Vec<Names>) {
    let (head, inner) = match tree.split_once('{') {
        Some((head, inner)) => (head, inner.rsplit_once('}').map(|(inner, _)| inner)),
        None => (tree, None),
    };
    let head = head.split(" as ").next().unwrap_or_default();
    let names = head.split("::").map(str::trim).filter(|name| !name.is_empty());
    let path: Names = before.iter().cloned().chain(names.map(str::to_owned)).collect();
    let Some(inner) = inner else { return paths.push(path) };
    let (mut depth, mut from) = (0, 0);
    for (at, letter) in inner.char_indices().chain([(inner.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !inner[from..at].trim().is_empty() {
                    expand(&path, inner[from..at].trim(), paths);
                }
                from = at + 1;
            }
            _ => {}
        }
    }
}

#[test]
fn no_files_of_a_crate_name_each_other_in_a_circle() {
    let mut wrong = Vec::new();
    for folder in CRATES {
        let circles = Crate::read(&root().join(folder)).in_circles();
        wrong.extend(circles.into_iter().map(|circle| format!("{folder}: {circle}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_circle_is_found_and_what_is_handed_on_is_none() {
    let of = |files: &[(&str, &str)]| {
        let module =
            |path: &str| path.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect::<Names>();
        let files = files.iter().map(|(path, code)| (module(path), File::new((*code).to_owned())));
        Crate(files.collect()).in_circles().len()
    };
    assert_eq!(of(&[("", "mod a;\nmod b;"), ("a", "use super::b::B;\n"), ("b", "fn f() { crate::a::g() }")]), 2);
    assert_eq!(of(&[("", "mod a;\nmod b;\npub use a::A;\n"), ("a", ""), ("b", "use crate::{A, b::C};\n")]), 0);
    assert_eq!(of(&[("", "mod a;\nfn f() { a::g() }"), ("a", "use super::X;\n")]), 2);
}
