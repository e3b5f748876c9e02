//! The names that the scripts of `shell/` share with the program are the same on both sides.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

/// What the enumeration in `shell/shared/names.ts` calls a name, and how the program writes it, with `{}` for the name.
const SHARED: [(&str, &str); 10] = [
    ("TAG", "pub const FORMAT: &str = \"{}\";"),
    ("PANIC", "CustomEvent::new_with_event_init_dict(\"{}\", "),
    ("BOARD_PANIC", "CustomEvent::new_with_event_init_dict(\"{}\", "),
    ("BOARD_PRINT", "CustomEvent::new(\"{}\")"),
    ("CARRY", "CustomEvent::new_with_event_init_dict(\"{}\", "),
    ("JOURNALS", "Database::new([\"{}\", directive].concat(), \"drafts\", "),
    ("JOURNALS", "Self { prefix: [\"{}\", directive, \"/\"].concat() }"),
    ("DRAFTS", "directive].concat(), \"{}\", Some(\"id\"))"),
    ("MIRRORED", "const DRAFT: &str = \"{}\";"),
    ("CARRIED", "const START: &[u8] = b\"id=\\\"{}\\\">\";"),
];

/// The same for what the views draw, and for the directive.
const DRAWN: [(&str, &str); 3] =
    [("READY", " {}={is_ready"), ("ROOT", "<div class=\"{}\" lang="), ("DIRECTIVE", "\"number\": \"Số {}\"")];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of all files of the program.
fn program(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        text.push_str(&if path.is_dir() { program(&path) } else { fs::read_to_string(&path).unwrap_or_default() });
    }
    text
}

/// The value of a name in the scripts.
fn in_scripts(name: &str) -> String {
    let text = fs::read_to_string(root().join("shell/shared/names.ts")).expect("the names");
    let line = text.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(" = \"")?.strip_suffix("\","));
    line.expect(name).to_owned()
}

#[test]
fn scripts_and_program_say_the_same() {
    let program = ["src", "crates", "content"].map(|folder| program(&root().join(folder))).concat();
    for (name, said) in SHARED.iter().chain(&DRAWN) {
        let said = said.replace("{}", &in_scripts(name));
        assert!(program.contains(&said), "{name}: nothing in the program is {said}");
    }
}
