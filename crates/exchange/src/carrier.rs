//! A page that holds the file of a draft: a copy of the single-file build, see `carry.js`.

/// The most bytes of such a page that are read: the product, the draft as a document, and the file.
pub const MOST_PAGE_BYTES: usize = 8 * 1024 * 1024;

const START: &[u8] = b"id=\"directive-assessment-data\">";
const END: &[u8] = b"</script>";

/// The exact bytes of the file that the page contains. Nothing if this is not such a page, or if it contains none.
///
/// In the page every `<` of the file is written as the escape `\u003c`, so that nothing in it can end the element. Canonical
/// JSON never escapes it by itself, and has `<` within strings alone, so this can be taken back without a loss.
#[must_use]
pub fn carried(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    if text.first() != Some(&b'<') {
        return None;
    }
    let (_, rest) = split_at(text, START)?;
    let (held, _) = split_at(rest, END)?;
    if held.trim_ascii().is_empty() { None } else { Some(unescaped(held)) }
}

/// What is before and after the first `mark`.
fn split_at<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = bytes.windows(mark.len()).position(|window| window == mark)?;
    Some((bytes.get(..at)?, bytes.get(at + mark.len()..)?))
}

fn unescaped(held: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(held.len());
    let mut rest = held;
    while let Some((&byte, after)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(b"\\u003c") {
            file.push(b'<');
            rest = after;
        } else if let (b'\\', Some((&escaped, after))) = (byte, after.split_first()) {
            // Another escape, perhaps of a backslash: what follows it is text.
            file.extend([byte, escaped]);
            rest = after;
        } else {
            file.push(byte);
            rest = after;
        }
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(held: &str) -> String {
        [
            "<!doctype html><p>id=\"other\"></p><script type=\"application/json\" id=\"directive-assessment-data\">",
            held,
            "</script><b>",
        ]
        .concat()
    }

    #[test]
    fn every_byte_comes_back() {
        for file in
            ["{\"a\":\"<b>&amp; </script><!-- \\\\u003c \\\" \\u0001 ế\"}\n", "{}\n", "\"\\\\<\"", "\"\\\\\\\\u003c\""]
        {
            let held = file.replace('<', "\\u003c");
            assert_eq!(carried(page(&held).as_bytes()).as_deref(), Some(file.as_bytes()), "{file}");
            assert_eq!(carried(["\u{feff}\n", &page(&held)].concat().as_bytes()).as_deref(), Some(file.as_bytes()));
        }
    }

    #[test]
    fn a_page_without_a_file_holds_none() {
        for text in
            ["", "{\"a\":1}", "<html></html>", &page(""), &page("\n "), "<script id=\"directive-assessment-data\">{"]
        {
            assert_eq!(carried(text.as_bytes()), None, "{text}");
        }
    }
}
