//! Files of other programs, recognised by their content and not by their names: what a person has most likely chosen by mistake.

use super::zip;

/// A kind of file that this product has nothing to do with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A Word document.
    Word,
    /// An Excel workbook.
    Excel,
    /// Another document of an office program, or one whose kind its beginning does not tell.
    Office,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive that is not a ZIP.
    Archive,
}

/// How files begin.
const BEGINNINGS: [(&[u8], Foreign); 9] = [
    (b"%PDF-", Foreign::Pdf),
    (b"{\\rtf", Foreign::Word),
    // Office until 2003, and what Outlook keeps a message in.
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::Office),
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"Rar!", Foreign::Archive),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
    (b"\x1f\x8b", Foreign::Archive),
];

/// Names of files in an archive that make it an office document.
const PARTS: [(&str, Foreign); 4] = [
    ("word/document.xml", Foreign::Word),
    ("xl/workbook.xml", Foreign::Excel),
    ("ppt/presentation.xml", Foreign::Office),
    ("META-INF/manifest.xml", Foreign::Office),
];

/// What kind of file this is, if it belongs to another program.
#[must_use]
pub fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if zip::is_zip(bytes) {
        return zip::names(bytes).find_map(|name| PARTS.iter().find(|(part, _)| *part == name)).map(|(_, kind)| *kind);
    }
    BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_programs_are_told_by_what_they_are() {
        for (bytes, kind) in [
            (b"%PDF-1.7\n".as_slice(), Some(Foreign::Pdf)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Some(Foreign::Office)),
            (b"\xff\xd8\xff\xe0", Some(Foreign::Picture)),
            (b"Rar!\x1a\x07", Some(Foreign::Archive)),
            (b"{\"app\":\"0.1.0\"", None),
            (b"<!doctype html>", None),
            (b"", None),
        ] {
            assert_eq!(foreign(bytes), kind, "{bytes:?}");
        }
    }
}
