//! The style sheets, put together into one file.

use crate::Result;

/// Puts together what `main` names: a `@layer` line stays, an `@import` line becomes the file that `read` gives for it.
pub(crate) fn bundle(main: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut bundle = String::new();
    for line in without_comments(main)?.lines().map(str::trim) {
        if line.starts_with("@layer ") && line.ends_with(';') {
            bundle.push_str(line);
            bundle.push('\n');
        } else if let Some(name) = line.strip_prefix("@import url(\"").and_then(|rest| rest.strip_suffix("\");")) {
            let sheet = without_comments(&read(name)?).map_err(|problem| format!("{name}: {problem}"))?;
            if sheet.contains("@import") {
                return Err(format!("{name}: only main.css may @import, so that the order is seen in one place"));
            }
            bundle.push_str(&sheet);
        } else {
            return Err(format!("main.css: `{line}` is neither `@layer a, b;` nor `@import url(\"file.css\");`"));
        }
    }
    Ok(bundle)
}

/// Without the indentation, and without the line breaks that follow a bracket, a semicolon or a comma: there a break says
/// nothing. A string cannot hold one, unless it is escaped; a sheet with such a string stays as it is.
pub(crate) fn joined(css: &str) -> String {
    if css.lines().any(|line| line.ends_with('\\')) {
        return css.to_owned();
    }
    let mut joined = String::with_capacity(css.len());
    for line in css.lines().map(str::trim) {
        joined.push_str(line);
        if !line.ends_with(['{', '}', ';', ',']) {
            joined.push('\n');
        }
    }
    joined
}

/// Drops comments and empty lines.
fn without_comments(css: &str) -> Result<String> {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").ok_or("a comment has no end")?.1;
            // Between two tokens a comment separates them, and nothing or a blank there would mean something else.
            if !kept.ends_with(char::is_whitespace) && !kept.is_empty() && !rest.starts_with(char::is_whitespace) {
                kept.push_str("/**/");
            }
            continue;
        }
        let (token, after) = rest.split_at(token_length(first, rest)?);
        kept.push_str(token);
        rest = after;
    }
    let lines = kept.lines().map(str::trim_end).filter(|line| !line.is_empty());
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

/// The length of what must be taken as a whole, lest something in it looks like a comment.
fn token_length(first: char, rest: &str) -> Result<usize> {
    match first {
        '"' | '\'' => {
            let mut escaped = false;
            let end = rest.char_indices().skip(1).find(|&(_, character)| {
                let ends = character == first && !escaped;
                escaped = character == '\\' && !escaped;
                ends
            });
            end.map(|(index, _)| index + 1).ok_or_else(|| format!("a string has no end: {}", beginning(rest)))
        }
        'u' if rest.starts_with("url(") && !rest.starts_with("url(\"") && !rest.starts_with("url('") => {
            rest.find(')').map(|index| index + 1).ok_or_else(|| format!("url( has no end: {}", beginning(rest)))
        }
        _ => Ok(first.len_utf8()),
    }
}

fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_goes_where_it_says_nothing() {
        let sheet = "@layer a {\n  p,\n  q\n  b {\n    c: d;\n  }\n}\n";
        assert_eq!(joined(sheet), "@layer a {p,q\nb {c: d;}}");
        let escaped = "p { content: \"a\\\n  b\"; }\n";
        assert_eq!(joined(escaped), escaped);
    }

    fn read(name: &str) -> Result<String> {
        match name {
            "a.css" => Ok("/* A */\n@layer tokens {\n  :host { --x: 1px; } /* why */\n}\n\n".to_owned()),
            "b.css" => Ok("@layer base { a { color: red } }".to_owned()),
            "nested.css" => Ok("@import url(\"a.css\");".to_owned()),
            _ => Err(format!("{name} does not exist")),
        }
    }

    #[test]
    fn the_order_is_that_of_main() {
        let main = "/* The order. */\n@layer tokens, base;\n@import url(\"a.css\");\n@import url(\"b.css\");\n";
        let expected =
            "@layer tokens, base;\n@layer tokens {\n  :host { --x: 1px; }\n}\n@layer base { a { color: red } }\n";
        assert_eq!(bundle(main, read).as_deref(), Ok(expected));
    }

    #[test]
    fn what_main_may_not_hold_is_named() {
        for (main, named) in [
            ("a { color: red }", "`a { color: red }`"),
            ("@import \"a.css\";", "`@import \"a.css\";`"),
            ("@import url(\"c.css\");", "c.css does not exist"),
            ("@import url(\"nested.css\");", "nested.css: only main.css"),
            ("/* a", "no end"),
        ] {
            let message = bundle(main, read).err().unwrap_or_default();
            assert!(message.contains(named), "{main}: {message}");
        }
    }

    #[test]
    fn what_only_looks_like_a_comment_stays() {
        for css in [
            "a::after { content: \"/* no */ \\\" /*\"; }\n",
            "a { background: url(data:image/svg+xml,/*x*/); }\n",
            "a { background: url(\"a)/*b*/\"); }\n",
        ] {
            assert_eq!(without_comments(css).as_deref(), Ok(css));
        }
    }

    #[test]
    fn a_comment_between_tokens_still_separates_them() {
        assert_eq!(without_comments("a{margin:1px/* x */2px}").as_deref(), Ok("a{margin:1px/**/2px}\n"));
        assert_eq!(without_comments("a { /* x */ b: c }").as_deref(), Ok("a {  b: c }\n"));
    }
}
