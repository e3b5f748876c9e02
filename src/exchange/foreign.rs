//! Files of other programs, told by how they begin: what a person has most likely chosen by mistake.

/// A kind of file that this product has nothing to do with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A text of Word's.
    Word,
    /// A table of Excel's.
    Excel,
    /// Another document of an office program, or one whose kind its beginning does not tell.
    Office,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive that is no ZIP.
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

/// What the directory of an archive names, which stands at its end, where the archive is an office document.
const PARTS: [(&[u8], Foreign); 4] = [
    (b"word/document.xml", Foreign::Word),
    (b"xl/workbook.xml", Foreign::Excel),
    (b"ppt/presentation.xml", Foreign::Office),
    (b"META-INF/manifest.xml", Foreign::Office),
];

/// As many bytes at the end of an archive are looked at: far more than the directory of an office document has.
const DIRECTORY: usize = 64 * 1024;

/// What the file is, where it is one of another program's.
#[must_use]
pub fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if super::zip::is_zip(bytes) {
        let directory = bytes.get(bytes.len().saturating_sub(DIRECTORY)..).unwrap_or_default();
        let names = |part: &[u8]| directory.windows(part.len()).any(|window| window == part);
        return PARTS.iter().find(|(part, _)| names(part)).map(|(_, kind)| *kind);
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
            (b"PK\x03\x04 ... PK\x01\x02 ... word/document.xml ...", Some(Foreign::Word)),
            (b"PK\x03\x04 ... PK\x01\x02 ... xl/workbook.xml ...", Some(Foreign::Excel)),
            (b"PK\x03\x04 ... PK\x01\x02 ... bao-cao.json ...", None),
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
