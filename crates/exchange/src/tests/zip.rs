//! The files of an archive are found, and an archive that would cost too much is refused before it does.

use super::text;
use crate::zip::{Content, MOST_BYTES, MOST_FILES, Packed, ZipFault, files, is_zip};
use crate::{Foreign, foreign};

struct File<'a> {
    name: &'a str,
    method: u16,
    flags: u16,
    packed: &'a [u8],
    unpacked: u32,
}

fn plain<'a>(name: &'a str, bytes: &'a [u8]) -> File<'a> {
    File { name, method: 0, flags: 0, packed: bytes, unpacked: u32::try_from(bytes.len()).unwrap() }
}

/// Behind a name in the directory: the times of a file, as Unix keeps them, and a remark on it.
const EXTRA: &[u8] = b"UT\x05\0\x03\0\0\0\0";
const REMARK: &[u8] = b"xong";

/// An archive as the usual programs write it.
fn archive(of: &[File]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for file in of {
        let offset = u32::try_from(bytes.len()).unwrap();
        let size = u32::try_from(file.packed.len()).unwrap();
        let mut common = Vec::new();
        common.extend(20u16.to_le_bytes());
        common.extend(file.flags.to_le_bytes());
        common.extend(file.method.to_le_bytes());
        common.extend([0; 8]);
        common.extend(size.to_le_bytes());
        common.extend(file.unpacked.to_le_bytes());
        common.extend(u16::try_from(file.name.len()).unwrap().to_le_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(2u16.to_le_bytes());
        bytes.extend(file.name.as_bytes());
        bytes.extend([7, 7]);
        bytes.extend(file.packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend(u16::try_from(EXTRA.len()).unwrap().to_le_bytes());
        directory.extend(u16::try_from(REMARK.len()).unwrap().to_le_bytes());
        directory.extend([0; 8]);
        directory.extend(offset.to_le_bytes());
        directory.extend(file.name.as_bytes());
        directory.extend(EXTRA);
        directory.extend(REMARK);
    }
    let (start, count) = (u32::try_from(bytes.len()).unwrap(), u16::try_from(of.len()).unwrap());
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    bytes.extend(start.to_le_bytes());
    // A remark on the archive, which begins as its last record does.
    bytes.extend(22u16.to_le_bytes());
    bytes.extend(b"PK\x05\x06");
    bytes.extend([b'!'; 18]);
    bytes
}

fn found(of: &[File]) -> Result<Vec<Packed>, ZipFault> {
    files(&archive(of), 1000)
}

#[test]
fn files_are_found_and_what_is_beside_the_point_is_left_out() {
    let deflated = File { name: "thư mục/b.json", method: 8, flags: 0x800, packed: b"\x4b\x04\x00", unpacked: 1 };
    let of = [plain("a.json", b"{}"), plain("d/", b""), plain("__MACOSX/._a.json", b"x"), deflated];
    let expected = [
        Packed { name: text("a.json"), content: Content::Plain(b"{}".to_vec()) },
        Packed { name: text("thư mục/b.json"), content: Content::Deflated(b"\x4b\x04\x00".to_vec(), 1) },
    ];
    assert_eq!(found(&of).unwrap(), expected);
    assert!(is_zip(&archive(&of)) && is_zip(&archive(&[])) && !is_zip(b"{}"));
}

#[test]
fn limits_hold_on_both_sides() {
    let big = |unpacked| File { unpacked, ..File { name: "a", method: 8, flags: 0, packed: b"x", unpacked: 0 } };
    assert!(matches!(found(&[big(1000)]).unwrap()[0].content, Content::Deflated(_, 1000)));
    assert_eq!(found(&[big(1001)]).unwrap()[0].content, Content::TooLarge(1001));
    let many = |count| (0..count).map(|_| plain("a", b"x")).collect::<Vec<_>>();
    assert_eq!(found(&many(MOST_FILES)).unwrap().len(), MOST_FILES);
    assert_eq!(found(&many(MOST_FILES + 1)), Err(ZipFault::TooManyFiles));
    let ten: Vec<File> = (0..10).map(|_| big(2_000_000)).collect();
    assert_eq!(files(&archive(&ten), 2_000_000).map(|files| files.len()), Ok(10));
    let eleven: Vec<File> = (0..11).map(|_| big(2_000_000)).collect();
    assert_eq!(files(&archive(&eleven), 2_000_000), Err(ZipFault::TooLarge));
    let others = archive(&[plain("a", b"")]).len();
    let of_bytes = |bytes: usize| files(&archive(&[plain("a", &vec![0; bytes - others])]), 1000);
    assert!(matches!(of_bytes(MOST_BYTES).unwrap()[0].content, Content::TooLarge(_)));
    assert_eq!(of_bytes(MOST_BYTES + 1), Err(ZipFault::TooLarge));
    assert_eq!(found(&[]), Err(ZipFault::Empty));
    assert_eq!(found(&[plain("d/", b"")]), Err(ZipFault::Empty));
}

#[test]
fn files_that_share_bytes_are_refused() {
    let place = |bytes: &[u8], mark: &[u8]| bytes.windows(4).position(|window| window == mark).unwrap();
    let refused = |bytes: &[u8]| assert_eq!(files(bytes, 1000), Err(ZipFault::Broken));
    let whole = archive(&[plain("a.json", b"{}"), plain("b.json", b"[]")]);
    assert_eq!(files(&whole, 1000).map(|files| files.len()), Ok(2));
    let second = whole.windows(4).enumerate().filter(|(_, window)| *window == b"PK\x01\x02").nth(1).unwrap().0;
    // Two names for the same bytes; a folder's place is no free one either.
    let mut same = whole.clone();
    same[second + 42..second + 46].fill(0);
    refused(&same);
    let folder = archive(&[plain("a.json", b"{}"), plain("b/", b"[]")]);
    let second = folder.windows(4).enumerate().filter(|(_, window)| *window == b"PK\x01\x02").nth(1).unwrap().0;
    let mut same = folder.clone();
    same[second + 42..second + 46].fill(0);
    refused(&same);
    // A file within a file, as in an archive whose every file is packed in the one before it.
    let inner = archive(&[plain("b.json", b"[]")]);
    let mut nested = archive(&[plain("a.json", &inner), plain("b.json", b"[]")]);
    let inside = u32::try_from(place(&nested[30..], b"PK\x03\x04") + 30).unwrap();
    let second = nested.windows(4).enumerate().rfind(|(_, window)| *window == b"PK\x01\x02").unwrap().0;
    nested[second + 42..second + 46].copy_from_slice(&inside.to_le_bytes());
    refused(&nested);
    // One that goes on into the directory.
    let mut long = archive(&[plain("a.json", b"{}")]);
    let directory = place(&long, b"PK\x01\x02");
    for at in [directory + 20, directory + 24] {
        long[at..at + 4].copy_from_slice(&3u32.to_le_bytes());
    }
    refused(&long);
}

#[test]
fn what_is_closed_is_said_to_be() {
    let with = |method, flags, unpacked| File { name: "a", method, flags, packed: b"x", unpacked };
    for closed in [with(8, 1, 1), with(12, 0, 1), with(0, 0, 2)] {
        assert_eq!(found(&[closed]).unwrap()[0].content, Content::Closed);
    }
}

#[test]
fn a_damaged_archive_is_refused_and_never_read_beyond() {
    let whole = archive(&[plain("a.json", b"{}"), plain("b.json", b"[]")]);
    for cut in 0..whole.len() {
        assert!(files(&whole[..cut], 1000).is_err(), "cut at {cut}");
    }
    for at in 0..whole.len() {
        for value in [0, 1, 0x7f, 0xff] {
            let mut changed = whole.clone();
            changed[at] = value;
            // Whatever comes of it: no panic, and no more files than there are places for.
            if let Ok(found) = files(&changed, 1000) {
                assert!(found.len() <= 2, "byte {at}");
            }
        }
    }
}

/// An office document is an archive, too; one that lies in an archive, not packed any more, does not make that one a document.
#[test]
fn an_office_document_is_told_by_its_own_directory() {
    let document = |part: &str| archive(&[plain("[Content_Types].xml", b"<x/>"), plain(part, b"<x/>")]);
    let word = document("word/document.xml");
    assert_eq!(foreign(&word), Some(Foreign::Word));
    assert_eq!(foreign(&document("xl/workbook.xml")), Some(Foreign::Excel));
    assert_eq!(foreign(&document("ppt/presentation.xml")), Some(Foreign::Office));
    assert_eq!(foreign(&archive(&[plain("a.json", b"{}"), plain("b.docx", &word)])), None);
    assert_eq!(foreign(&archive(&[plain("x/word/document.xml", b"<x/>")])), None);
    assert_eq!(foreign(b"PK\x03\x04 word/document.xml"), None);
}
