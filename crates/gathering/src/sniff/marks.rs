//! Kinds that begin with bytes of their own.

use crate::kind::Kind;

/// How files begin.
const BEGINNINGS: [(&[u8], Kind); 30] = [
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"PK\x07\x08", Kind::Zip),
    (b"\x1f\x8b", Kind::Gzip),
    (b"Rar!\x1a\x07", Kind::Rar),
    (b"7z\xbc\xaf\x27\x1c", Kind::SevenZip),
    (b"BZh", Kind::OtherArchive("bzip2")),
    (b"\xfd7zXZ\0", Kind::OtherArchive("xz")),
    (b"\x28\xb5\x2f\xfd", Kind::OtherArchive("zstd")),
    (b"MSCF", Kind::OtherArchive("CAB")),
    (b"\x60\xea", Kind::OtherArchive("ARJ")),
    (b"\x78\x9f\x3e\x22", Kind::OutlookAttachments),
    (b"{\\rtf", Kind::Word),
    (b"%PDF-", Kind::Pdf),
    (b"\x89PNG", Kind::Picture),
    (b"\xff\xd8\xff", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"II*\0", Kind::Picture),
    (b"MM\0*", Kind::Picture),
    (b"ID3", Kind::Media),
    (b"OggS", Kind::Media),
    (b"\x1a\x45\xdf\xa3", Kind::Media),
    (b"\x4c\0\0\0\x01\x14\x02\0", Kind::Shortcut),
    (b"[InternetShortcut]", Kind::Shortcut),
    (b"\xef\xbb\xbf[InternetShortcut]", Kind::Shortcut),
    (b"[{000214A0-0000-0000-C000-000000000046}]", Kind::Shortcut),
    (b"MZ", Kind::Program),
    (b"\x7fELF", Kind::Program),
    (b"\xff\xfe", Kind::Utf16),
    (b"\xfe\xff", Kind::Utf16),
];

/// How files go on after some bytes.
const WITHIN: [(usize, &[u8], Kind); 10] = [
    (4, b"ftypheic", Kind::Picture),
    (4, b"ftypheix", Kind::Picture),
    (4, b"ftypmif1", Kind::Picture),
    (4, b"ftypavif", Kind::Picture),
    (4, b"ftyp", Kind::Media),
    (8, b"WEBP", Kind::Picture),
    (8, b"WAVE", Kind::Media),
    (8, b"AVI ", Kind::Media),
    (2, b"-lh", Kind::OtherArchive("LZH")),
    (257, b"ustar", Kind::OtherArchive("tar")),
];

/// The folder of files in one file in which Office until 2003 and Outlook keep what they save.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What lies in such a folder, the first that is there: the names are in UTF-16.
const STREAMS: [(&str, Kind); 6] = [
    ("EncryptedPackage", Kind::EncryptedOffice),
    ("__properties_version1.0", Kind::OutlookMessage),
    ("__nameid_version1.0", Kind::OutlookMessage),
    ("WordDocument", Kind::Word),
    ("Workbook", Kind::Excel),
    ("PowerPoint Document", Kind::PowerPoint),
];

/// The kind that the bytes begin with, if they do with one.
pub(super) fn by_mark(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(COMPOUND) {
        return Some(compound(bytes));
    }
    if is_bitmap(bytes) {
        return Some(Kind::Picture);
    }
    let begins = BEGINNINGS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, kind)| *kind);
    let goes_on = |(at, mark, _): &&(usize, &[u8], Kind)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark));
    begins.or_else(|| WITHIN.iter().find(goes_on).map(|(.., kind)| *kind))
}

/// A bitmap begins with two letters, its size and zeros.
fn is_bitmap(bytes: &[u8]) -> bool {
    bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4])
}

fn compound(bytes: &[u8]) -> Kind {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    STREAMS.iter().find(|(name, _)| has(name)).map_or(Kind::Office, |(_, kind)| *kind)
}
