//! The scripts, by hand and by wasm-bindgen: their comments stay here.

use crate::workspace::Workspace;
use crate::{Result, process};
use std::path::Path;
use std::process::Command;

/// What a module may hold: the syntax of the oldest browsers.
pub(crate) const MODULE: &str = "chrome109,firefox115,safari16";
/// What a script may hold that tells of browsers older than these.
pub(crate) const ANY_BROWSER: &str = "es5";

/// A script with short names of its own and without what only people need. What others call it by stays.
pub(crate) fn minified(workspace: &Workspace, script: &Path, target: &str) -> Result<String> {
    let mut command = Command::new(workspace.node_modules().join(".bin").join("esbuild"));
    process::output(command.args(["--minify", "--log-level=warning", &format!("--target={target}")]).arg(script))
}

/// Drops the comments that fill whole lines, empty lines and the blanks at both ends of a line. Nothing else is touched, and
/// nothing at all in a script with a template or a string that spans lines, where text may look like a comment.
pub(crate) fn without_comments(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1 || line.ends_with('\\')) {
        return script.to_owned();
    }
    let mut kept = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines() {
        let text = line.trim();
        if in_comment || (text.starts_with("/*") && (text.ends_with("*/") || !text.contains("*/"))) {
            in_comment = !text.ends_with("*/");
        } else if !text.is_empty() && !text.starts_with("//") {
            kept.push_str(text);
            kept.push('\n');
        }
    }
    kept
}

/// The words of a script: its names, and whatever else is made of the same letters.
pub(crate) fn words(script: &str) -> impl Iterator<Item = &str> {
    script.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty())
}

/// The script with other words in the place of some.
pub(crate) fn with_words<'a>(script: &str, other: impl Fn(&str) -> Option<&'a str>) -> String {
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

    #[test]
    fn whole_lines_of_comment_go() {
        let script =
            "// What\nimport a from \"./a.js\"; // kept\n\n/** Why\n * it is. */\n  let b = \"// text\";\n/* one */\n";
        assert_eq!(without_comments(script), "import a from \"./a.js\"; // kept\nlet b = \"// text\";\n");
    }

    #[test]
    fn code_after_a_comment_stays() {
        assert_eq!(without_comments("/* a */ let b = 1;\n"), "/* a */ let b = 1;\n");
    }

    #[test]
    fn a_string_over_several_lines_is_left_alone() {
        let script = "let a = \"one \\\n  // two\";\n";
        assert_eq!(without_comments(script), script);
    }

    #[test]
    fn a_template_over_several_lines_is_left_alone() {
        let script = "let a = `\n// text\n`;\n";
        assert_eq!(without_comments(script), script);
    }

    #[test]
    fn whole_words_are_replaced() {
        let script = "wasm.a(ab, a.b, $a) + a";
        assert_eq!(words(script).collect::<Vec<_>>(), ["wasm", "a", "ab", "a", "b", "$a", "a"]);
        assert_eq!(with_words(script, |word| (word == "a").then_some("$0")), "wasm.$0(ab, $0.b, $a) + $0");
    }
}
