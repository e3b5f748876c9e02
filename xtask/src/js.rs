//! The scripts, by hand and by wasm-bindgen: their comments stay here.

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
}
