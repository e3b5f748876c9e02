//! The floors: each uses only those below it, visible text stays in the catalogue, and files stay of a size to be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

/// From the lowest to the highest.
const FLOORS: [&str; 7] = ["json", "domain", "exchange", "storage", "app", "ui", "edge"];

/// Lines that a file may have; one that is longer has more than one purpose.
const MOST_LINES: usize = 500;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
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
    path.components().any(|part| part.as_os_str() == "tests")
        || path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("tests"))
}

#[test]
fn each_floor_uses_only_those_below_it() {
    let mut wrong = Vec::new();
    for (height, floor) in FLOORS.iter().enumerate() {
        for path in sources(&root().join("src").join(floor)).iter().filter(|path| !is_test(path)) {
            let code = code(path);
            for above in &FLOORS[height + 1..] {
                if code.contains(&format!("crate::{above}")) {
                    wrong.push(format!("{} uses {above}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn logic_holds_no_visible_text() {
    let marked = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
    let mut wrong = Vec::new();
    for floor in FLOORS {
        for path in sources(&root().join("src").join(floor)) {
            let is_catalogue = path.components().any(|part| part.as_os_str() == "texts");
            // The folding of marks has letters for its subject.
            if is_catalogue || is_test(&path) || path.ends_with("fold.rs") {
                continue;
            }
            for line in code(&path).lines().filter(|line| !line.trim_start().starts_with('#')) {
                if line.split('"').skip(1).step_by(2).any(|text| text.chars().any(|letter| marked.contains(letter))) {
                    wrong.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_needs_much_scrolling() {
    let mut folders = vec![root().join("src"), root().join("xtask/src"), root().join("tests")];
    let mut wrong = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in sources(&folder) {
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
    for path in sources(&root().join("src/ui")).iter().filter(|path| !is_test(path)) {
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
    let (root, mut files) = (root(), sources(&root().join("src/ui/texts")));
    files.push(root.join("index.html"));
    for folder in ["src/static", "src/content"] {
        files.extend(fs::read_dir(root.join(folder)).expect("a folder").flatten().map(|entry| entry.path()));
    }
    let mut late = Vec::new();
    for path in files {
        // Pictures and folders are no texts.
        let text = fs::read_to_string(&path).unwrap_or_default();
        late.extend(marked_late(&text).into_iter().map(|word| format!("{}: {word}", path.display())));
    }
    assert!(late.is_empty(), "{late:#?}");
}
