#![allow(clippy::indexing_slicing, reason = "tests")]

use super::*;

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn kinds_are_told_by_what_things_begin_with() {
    for (bytes, kind) in [
        (b"".as_slice(), Kind::Empty),
        (b"\xef\xbb\xbf", Kind::Empty),
        (b" \r\n", Kind::Empty),
        (b"\0\0\0\0", Kind::Zeros),
        (&[b' '; 2 * HEAD], Kind::Empty),
        (&[&[b' '; 2 * HEAD], b"{\"app\"".as_slice()].concat(), Kind::Json),
        (b"{\"app\"", Kind::Json),
        (b"\xef\xbb\xbf\n {", Kind::Json),
        (b"{\"format\":\"directive-gathering\",\"version\":1}\n{}", Kind::Bundle),
        (b"\xef\xbb\xbf{\"version\": 1, \"format\": \"directive-gathering\"}\r\n{}", Kind::Bundle),
        (b"{\"format\":\"directive-assessment\"}\n", Kind::Json),
        (b"<!DOCTYPE html><p>", Kind::Page),
        (b"\n<html lang=vi>", Kind::Page),
        (b"<?xml version='1.0'?><html>", Kind::Page),
        (b"<?xml version='1.0'?><svg/>", Kind::Text),
        (b"PK\x03\x04", Kind::Zip),
        (b"PK\x05\x06", Kind::Zip),
        (b"\x1f\x8b\x08", Kind::Gzip),
        (b"From: a@b\r\nSubject: c\r\n\r\nd", Kind::Mail),
        (b"Return-Path: <a@b>\nReceived: from c\n\tby d; today\nX-y: z", Kind::Mail),
        (b"Ng\xc6\xb0\xe1\xbb\x9di nh\xe1\xba\xadn: a\nDate: b", Kind::Text),
        (b"To: a\nSubject: b\n\n", Kind::Text),
        (b"From: a\nnothing else", Kind::Text),
        (b"Rar!\x1a\x07\x01\0", Kind::Rar),
        (b"7z\xbc\xaf\x27\x1c", Kind::SevenZip),
        (b"BZh91AY", Kind::OtherArchive("bzip2")),
        (b"{\\rtf1", Kind::Word),
        (b"%PDF-1.7", Kind::Pdf),
        (b"\xff\xd8\xff\xe0", Kind::Picture),
        (b"\0\0\0\x18ftypheic", Kind::Picture),
        (b"\0\0\0\x18ftypmp42", Kind::Media),
        (b"\x78\x9f\x3e\x22\x01", Kind::OutlookAttachments),
        (b"\x4c\0\0\0\x01\x14\x02\0\0", Kind::Shortcut),
        (b"[InternetShortcut]\r\nURL=file:///C:/x.json", Kind::Shortcut),
        (b"MZ\x90", Kind::Program),
        (b"\xff\xfe{\0", Kind::Utf16),
        (b"\xfe\xff\0{", Kind::Utf16),
        (b"{\0\"\0a\0", Kind::Utf16),
        (b"\0{\0\"\0a", Kind::Utf16),
        (b"B\xe1o c\xe1o", Kind::Text),
        (b"\x01\x02\x03", Kind::Other),
    ] {
        assert_eq!(kind_of(bytes), kind, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn what_is_in_an_old_document_is_told_by_the_names_in_it() {
    let mark = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice();
    for (name, kind) in [
        ("__properties_version1.0", Kind::OutlookMessage),
        ("WordDocument", Kind::Word),
        ("Workbook", Kind::Excel),
        ("PowerPoint Document", Kind::PowerPoint),
        ("EncryptedPackage", Kind::EncryptedOffice),
        ("x", Kind::Office),
    ] {
        let far = vec![0; 3 * HEAD];
        assert_eq!(kind_of(&[mark, &far, &utf16(name)].concat()), kind, "{name}");
    }
}

#[test]
fn a_name_of_a_tar_stands_further_on() {
    let mut tar = vec![b'a'; 600];
    tar[257..262].copy_from_slice(b"ustar");
    assert_eq!(kind_of(&tar), Kind::OtherArchive("tar"));
}
