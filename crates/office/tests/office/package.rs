//! The parts of a file.

use std::io::{Cursor, Read};

/// The names and texts of the parts, in their order.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |at| {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let time = file.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0), "{name}");
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (name, text)
    };
    (0..count).map(read).collect()
}

pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let part = parts(bytes).into_iter().find(|(other, _)| other == name);
    part.unwrap_or_else(|| panic!("no {name}")).1
}

/// Nothing in a file tells of whom, when and where it was written, and nothing in it leads out of it or runs.
pub(crate) fn assert_tells_nothing(bytes: &[u8]) {
    for (name, text) in parts(bytes) {
        let lower = text.to_lowercase();
        // What a person wrote stands in these.
        let is_said = ["document.xml", "sharedStrings.xml"].iter().any(|said| name.ends_with(said));
        for word in
            ["/home/", "/root", "/tmp", "users\\", "+07:00", "external", "hyperlink ", "2024-", "2025-", "2026-"]
        {
            assert!(is_said || !lower.contains(word), "{word} in {name}");
        }
        assert!(!["vba", "macro", "external", "embed", ".bin"].iter().any(|word| name.contains(word)), "{name}");
    }
    let core = part(bytes, "docProps/core.xml");
    for element in ["dc:creator", "cp:lastModifiedBy", "cp:revision", "dc:description"] {
        let begin = core.split_once(&format!("<{element}>"));
        assert!(begin.is_none_or(|(_, rest)| rest.starts_with("</")), "{core}");
    }
    let times = core.split("W3CDTF\">").skip(1).map(|rest| &rest[..20]);
    assert!(times.into_iter().all(|time| time == "1980-01-01T00:00:00Z"), "{core}");
}
