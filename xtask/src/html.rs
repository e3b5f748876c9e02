//! The page: tags found and changed in text that Trunk has written, which is well-formed.

use crate::Result;
use std::ops::Range;

/// Puts `content` inside the only element called `name`, in place of what is there.
pub(crate) fn fill(html: &str, name: &str, content: &str) -> Result<String> {
    let opening = tags(html, name);
    let [tag] = opening.as_slice() else {
        return Err(format!("index.html must hold one <{name}>, and holds {}", opening.len()));
    };
    let (before, rest) = html.split_at(tag.end);
    let closing = format!("</{name}>");
    let end = rest.find(&closing).ok_or_else(|| format!("index.html: <{name}> is not closed"))?;
    let (_, after) = rest.split_at(end);
    Ok(format!("{before}{content}{after}"))
}

/// Replaces each name in double braces with its text. Every name must be known; braces within a text are left alone.
pub(crate) fn filled(page: &str, texts: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::with_capacity(page.len() + texts.iter().map(|(_, text)| text.len()).sum::<usize>());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or("a page has `{{` without `}}`")?;
        let (_, text) = texts.iter().find(|(known, _)| *known == name).ok_or(format!("nothing to put at {name}"))?;
        filled.push_str(before);
        filled.push_str(text);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Removes the `<link data-trunk …>` tags that Trunk leaves behind, and the empty lines.
pub(crate) fn without_trunk_links(html: &str) -> String {
    let mut kept = html.to_owned();
    for tag in tags(html, "link").into_iter().rev() {
        if html.get(tag.clone()).is_some_and(|text| attribute(text, "data-trunk").is_some()) {
            kept.replace_range(tag, "");
        }
    }
    let lines = kept.lines().filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Where the opening tags of the elements called `name` are.
pub(crate) fn tags(html: &str, name: &str) -> Vec<Range<usize>> {
    let start = format!("<{name}");
    let is_tag = |&(index, _): &(usize, &str)| {
        let after = html.get(index + start.len()..).unwrap_or_default();
        after.starts_with(['>', '/']) || after.starts_with(char::is_whitespace)
    };
    let found = html.match_indices(&start).filter(is_tag);
    found.filter_map(|(index, _)| Some(index..index + tag_length(html.get(index..)?)?)).collect()
}

/// Up to the first `>` outside quotes.
pub(crate) fn tag_length(text: &str) -> Option<usize> {
    let mut quote = None;
    for (index, character) in text.char_indices() {
        match quote {
            Some(open) if open == character => quote = None,
            Some(_) => {}
            None if character == '>' => return Some(index + 1),
            None => quote = Some(character).filter(|&character| character == '"' || character == '\''),
        }
    }
    None
}

/// The value of an attribute of a tag; empty if it has none.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    attributes(tag).into_iter().find_map(|(found, value)| (found == name).then_some(value))
}

/// The attributes of a tag, by name and value.
pub(crate) fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut rest = tag.trim_start_matches('<').trim_end_matches(['>', '/']);
    // The name of the element.
    rest = rest.trim_start_matches(|character: char| !character.is_whitespace());
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|character: char| character == '=' || character.is_whitespace()).unwrap_or(rest.len());
        let (found, after) = rest.split_at(end);
        if found.is_empty() {
            return attributes;
        }
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value_of(after),
            None => ("", after),
        };
        attributes.push((found, value));
        rest = after;
    }
}

fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_element_gets_its_content() {
        let html = "<body>\n<x-y a=\"1 > 0\" b>old <b>text</b></x-y>\n</body>";
        assert_eq!(
            fill(html, "x-y", "<p>new</p>").as_deref(),
            Ok("<body>\n<x-y a=\"1 > 0\" b><p>new</p></x-y>\n</body>")
        );
        assert_eq!(fill("<x-y></x-y>", "x-y", "n").as_deref(), Ok("<x-y>n</x-y>"));
    }

    #[test]
    fn names_in_braces_get_their_texts() {
        assert_eq!(filled("a {{x}}{{y}} b {{x}}", &[("x", "{{y}}"), ("y", "2")]).as_deref(), Ok("a {{y}}2 b {{y}}"));
        assert!(filled("{{z}}", &[("x", "1")]).is_err());
        assert!(filled("{{x", &[("x", "1")]).is_err());
    }

    #[test]
    fn another_element_whose_name_begins_alike_is_no_match() {
        assert_eq!(fill("<x-yz></x-yz><x-y></x-y>", "x-y", "n").as_deref(), Ok("<x-yz></x-yz><x-y>n</x-y>"));
    }

    #[test]
    fn a_page_without_the_element_is_refused() {
        assert!(fill("<p></p>", "x-y", "").is_err());
        assert!(fill("<x-y></x-y><x-y></x-y>", "x-y", "").is_err());
        assert!(fill("<x-y>", "x-y", "").is_err());
    }

    #[test]
    fn only_trunks_own_links_go() {
        let html = "<head>\n  <link data-trunk rel=\"rust\" data-trunk-id=\"0\">\n  <link rel=\"stylesheet\" href=\"a.css\">\n\
                    \n<p><link rel=x data-trunk></p>\n</head>\n";
        let expected = "<head>\n  <link rel=\"stylesheet\" href=\"a.css\">\n<p></p>\n</head>\n";
        assert_eq!(without_trunk_links(html), expected);
    }

    #[test]
    fn attributes_are_read_in_every_form() {
        let tag = "<script type='module' src=\"a b.js\" defer data-x=1>";
        assert_eq!(attribute(tag, "type"), Some("module"));
        assert_eq!(attribute(tag, "src"), Some("a b.js"));
        assert_eq!(attribute(tag, "defer"), Some(""));
        assert_eq!(attribute(tag, "data-x"), Some("1"));
        assert_eq!(attribute(tag, "x"), None);
    }
}
