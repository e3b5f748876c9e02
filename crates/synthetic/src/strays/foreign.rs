//! Files of other programs.

use crate::archive::{Member, archive};
use crate::desk::Desk;
use crate::kinds::{CauseKind, LineKind};
use gathering::kind::Kind;

fn refuse(desk: &mut Desk<'_>, ending: &str, bytes: &[u8], kind: Kind) {
    let stem = desk.stock.plain("document", &mut desk.random);
    let name = desk.name(stem, ending);
    desk.send_one(name, bytes.to_vec(), LineKind::Refused(CauseKind::WrongKind(kind)));
}

/// An office document: an archive with its parts.
fn document(parts: &[&str]) -> Vec<u8> {
    let members: Vec<Member> = parts.iter().map(|part| Member::packed(part.as_bytes(), b"<xml/>")).collect();
    archive(&members)
}

/// How a file of Office until 2003 begins, with the name of a stream in it.
fn compound(stream: &str) -> Vec<u8> {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 504], &name].concat()
}

/// Documents instead of the file.
pub(super) fn word(desk: &mut Desk<'_>) {
    refuse(desk, "docx", &document(&["[Content_Types].xml", "word/document.xml"]), Kind::Word);
    refuse(desk, "xlsx", &document(&["[Content_Types].xml", "xl/workbook.xml"]), Kind::Excel);
    refuse(desk, "doc", &compound("WordDocument"), Kind::Word);
    refuse(desk, "pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", Kind::Pdf);
}

/// More of them.
pub(super) fn office(desk: &mut Desk<'_>) {
    refuse(desk, "pptx", &document(&["[Content_Types].xml", "ppt/presentation.xml"]), Kind::PowerPoint);
    refuse(desk, "vsdx", &document(&["[Content_Types].xml", "visio/document.xml"]), Kind::Office);
    refuse(desk, "2.docx", &compound("EncryptedPackage"), Kind::EncryptedOffice);
    refuse(desk, "msg", &compound("__properties_version1.0"), Kind::OutlookMessage);
    refuse(desk, "dat", b"\x78\x9f\x3e\x22\0\0", Kind::OutlookAttachments);
    let mimetype = b"application/vnd.oasis.opendocument.text";
    let mark = Member { method: 0, packed: mimetype.to_vec(), ..Member::packed(b"mimetype", mimetype) };
    refuse(desk, "odt", &archive(&[mark]), Kind::OpenDocument);
}

/// Pictures of the report.
pub(super) fn pictures(desk: &mut Desk<'_>) {
    refuse(desk, "jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", Kind::Picture);
    refuse(desk, "png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Kind::Picture);
}

/// Archives that are not opened.
pub(super) fn archives(desk: &mut Desk<'_>) {
    refuse(desk, "rar", b"Rar!\x1a\x07\x01\0\0\0\0\0", Kind::Rar);
    refuse(desk, "7z", b"7z\xbc\xaf\x27\x1c\0\x04", Kind::SevenZip);
    refuse(desk, "bz2", b"BZh91AY&SY", Kind::OtherArchive("bzip2"));
}

/// Ways to a file in its place, and programs.
pub(super) fn shortcuts(desk: &mut Desk<'_>) {
    refuse(desk, "lnk", b"\x4c\0\0\0\x01\x14\x02\0\0\0\0\0", Kind::Shortcut);
    refuse(desk, "url", b"[InternetShortcut]\r\nURL=https://example.vn/\r\n", Kind::Shortcut);
    refuse(desk, "exe", b"MZ\x90\0\x03\0\0\0", Kind::Program);
}

/// Texts and pages that are something else.
pub(super) fn texts(desk: &mut Desk<'_>) {
    let text = desk.stock.text("overall", 2, &mut desk.random);
    refuse(desk, "txt", text.as_bytes(), Kind::Text);
    let page = ["<!doctype html>\n<html><body><p>", &text, "</p></body></html>\n"].concat();
    refuse(desk, "html", page.as_bytes(), Kind::Page);
}

/// Sound, and what nobody can tell.
pub(super) fn media(desk: &mut Desk<'_>) {
    refuse(desk, "mp3", b"ID3\x04\0\0\0\0", Kind::Media);
    refuse(desk, "bin", b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e", Kind::Other);
}
