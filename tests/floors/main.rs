//! What the compiler cannot check about the floors: no circle of files, visible text only in the catalogues, and files short enough
//! to read. The manifests of the crates ensure that each floor uses only those below it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod circles;

use std::fs;
use std::path::{Path, PathBuf};

/// Where the product's sources are.
const SOURCES: [&str; 17] = [
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
    "src",
];

/// Lines that a file may have; one that is longer has more than one purpose.
const MOST_LINES: usize = 500;

fn sources(folder: &Path) -> Vec<PathBuf> {
    files(folder, &["rs"])
}

/// The files in a folder and the folders in it whose names end so.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if path.extension().is_some_and(|extension| endings.iter().any(|ending| extension == *ending)) {
            found.push(path);
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The code of a file without its comments and without its tests at the end.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a text");
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests") || path.file_stem().is_some_and(|name| name == "tests")
}

/// Whether a line formats something for developers, as `{:?}`, `{:#?}` and `{named:.3?}` do.
fn is_for_developers(line: &str) -> bool {
    line.match_indices("?}").any(|(at, _)| {
        let before = &line[..at];
        let form = before.rfind('{').map_or("", |start| &before[start..]);
        form.contains(':') && !form.contains(char::is_whitespace)
    })
}

/// In a program as it is shipped, nothing has such a form: the standard library is built without.
#[test]
fn no_program_uses_a_form_that_is_for_developers() {
    for line in ["{:?}", "x {:#?}", "{named:.3?} x", "{0:>1$?}"] {
        assert!(is_for_developers(line), "{line}");
    }
    assert!(!is_for_developers("{ x? } {y} {a::b(c)? }"));
    let mut wrong = Vec::new();
    // `gather` runs in no browser.
    for folder in SOURCES.into_iter().filter(|folder| *folder != "crates/gather/src") {
        for path in files(&root().join(folder), &["rs"]).into_iter().filter(|path| !is_test(path)) {
            // What makes test data is in no program, and the names of failpoints are in those of the tests only.
            if path.ends_with("bin/generate.rs") || path.ends_with("failpoints.rs") {
                continue;
            }
            let code = code(&path);
            let lines = code.lines().filter(|line| is_for_developers(line)).map(str::trim);
            wrong.extend(lines.map(|line| format!("{}: {line}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn logic_holds_no_visible_text() {
    let marked = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
    let mut wrong = Vec::new();
    for folder in SOURCES.into_iter().chain(["shell"]) {
        for path in files(&root().join(folder), &["rs", "ts"]) {
            let is_catalogue = path.components().any(|part| part.as_os_str() == "texts");
            // The folding of marks has letters for its subject.
            if is_catalogue || is_test(&path) || path.ends_with("fold.rs") {
                continue;
            }
            for line in code(&path).lines().filter(|line| !line.trim_start().starts_with('#')) {
                let texts = line.split(['"', '`']).skip(1).step_by(2);
                if texts.flat_map(str::chars).any(|letter| marked.contains(letter)) {
                    wrong.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_needs_much_scrolling() {
    let folders = ["src", "crates", "shell", "xtask/src", "tests"];
    let mut wrong = Vec::new();
    for folder in folders {
        for path in files(&root().join(folder), &["rs", "ts"]) {
            let lines = fs::read_to_string(&path).expect("a text").lines().count();
            if lines > MOST_LINES {
                wrong.push(format!("{}: {lines} lines", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_view_has_an_inline_style() {
    let views = ["src/views", "crates/ui/src", "crates/board/src/views", "crates/pages/src"]
        .map(|folder| sources(&root().join(folder)));
    for path in views.iter().flatten().filter(|path| !is_test(path)) {
        assert!(!code(path).contains("style="), "{}: the page's policy blocks style attributes", path.display());
    }
}

/// The syllables whose mark stands on the second of two vowels that end them, as in "xo\u{e1}". After a q the u is no vowel.
fn marked_late(text: &str) -> Vec<&str> {
    const LATE: [&str; 15] = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"];
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words
        .filter(|word| {
            let word = word.to_lowercase();
            LATE.iter().any(|end| word.ends_with(end)) && !word.starts_with('q')
        })
        .collect()
}

#[test]
fn marks_stand_in_one_style() {
    assert_eq!(marked_late("xo\u{e1}, tu\u{1ef3}, hóa, Ủy, hoàn, quý, quỹ"), ["xo\u{e1}", "tu\u{1ef3}"]);
    let (root, mut texts) = (root(), Vec::new());
    for catalogue in [
        "src/views",
        "crates/ui/src",
        "crates/board/src/views",
        "crates/pages/src",
        "crates/preview/src/views",
        "crates/report/src",
    ]
    .map(|folder| [folder, "/texts"].concat())
    {
        texts.extend(sources(&root.join(catalogue)));
    }
    texts.push(root.join("index.html"));
    for folder in ["shell", "content", "crates/synthetic/texts"] {
        texts.extend(files(&root.join(folder), &["html", "json", "ts", "txt", "webmanifest"]));
    }
    let mut late = Vec::new();
    for path in texts {
        let text = fs::read_to_string(&path).expect("a text");
        late.extend(marked_late(&text).into_iter().map(|word| format!("{}: {word}", path.display())));
    }
    assert!(late.is_empty(), "{late:#?}");
}

/// Lines of tests that may be in the file of what they test.
const MOST_LINES_OF_TESTS: usize = 100;

#[test]
fn unit_tests_stand_where_the_convention_says() {
    let folders = ["src", "crates", "xtask/src", "tests/e2e/src", "tests/powercut/src"];
    let mut wrong = Vec::new();
    for path in folders.iter().flat_map(|folder| sources(&root().join(folder))) {
        let text = fs::read_to_string(&path).expect("a text");
        let tests = text.split_once("#[cfg(test)]\nmod tests {").map_or(0, |(_, tests)| tests.lines().count());
        if tests > MOST_LINES_OF_TESTS {
            wrong.push(format!("{}: {tests} lines of tests belong into a file of their own", path.display()));
        }
        if path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("_tests")) && text.contains("#[test]") {
            wrong.push(format!("{}: tests of a module stand in its `tests`", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A file that no other names is compiled by nobody, and its tests run nowhere.
#[test]
fn every_file_is_named_by_another_or_is_a_program() {
    let mut unnamed = Vec::new();
    let all =
        ["src", "crates", "tests", "xtask", "benches"].into_iter().flat_map(|folder| sources(&root().join(folder)));
    for path in all.filter(|path| !path.components().any(|part| part.as_os_str() == "target")) {
        let (folder, name) = (path.parent().unwrap(), path.file_stem().unwrap().to_str().unwrap());
        let is_root = ["main", "lib", "mod", "build", "browsers"].contains(&name);
        // Cargo takes each file of these for a program of its own; but not of the browsers' tests, which are one.
        let of_programs = ["bin", "benches", "tests", "examples"].iter().any(|one| folder.ends_with(one));
        if is_root || (of_programs && !folder.ends_with("e2e/tests") && !is_module(folder)) {
            continue;
        }
        let naming = ["main.rs", "lib.rs", "mod.rs", "browsers.rs"].map(|root| folder.join(root));
        let line = ["mod ", name, ";"].concat();
        let is_named = naming.into_iter().chain([folder.with_extension("rs")]).any(|other| {
            fs::read_to_string(other).is_ok_and(|text| text.lines().any(|one| one.trim_end().ends_with(&line)))
        });
        if !is_named {
            unnamed.push(path);
        }
    }
    assert!(unnamed.is_empty(), "{unnamed:#?}");
}

/// Whether a folder's files are modules of one program: a file beside it has its name, or one in it is its root.
fn is_module(folder: &Path) -> bool {
    folder.with_extension("rs").exists() || folder.join("mod.rs").exists()
}
