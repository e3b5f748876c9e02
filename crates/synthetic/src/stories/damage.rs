//! What happens to files on their way.

use crate::desk::{Desk, File};
use crate::kinds::{CauseKind, LineKind, VerdictKind};
use crate::names::with_suffix;
use crate::sealing::{laid_out, opened, sealed, to_version_1};
use json::Json;

/// Somebody changed a figure by hand; the good file came with it.
pub(super) fn changed(desk: &mut Desk<'_>) {
    let file = desk.send_usual();
    let mut fields = opened(&file.bytes);
    if let Some(Json::Array(assessments)) = fields.get_mut("assessments")
        && let Some(Json::Object(assessment)) = assessments.first_mut()
    {
        assessment.insert("revision".to_owned(), Json::Number("9999".to_owned()));
    }
    let bytes = (json::canonical(&Json::Object(fields)) + "\n").into_bytes();
    desk.send_one(with_suffix(&file.name, "_2"), bytes, LineKind::Refused(CauseKind::Damaged));
}

/// Copying broke off; the good file came with it.
pub(super) fn cut(desk: &mut Desk<'_>) {
    let file = desk.send_usual();
    let end = file.bytes.len() * usize::try_from(desk.random.between(20, 90)).unwrap_or(50) / 100;
    let bytes = file.bytes.get(..end).unwrap_or_default().to_vec();
    desk.send_one(with_suffix(&file.name, "_2"), bytes, LineKind::Refused(CauseKind::Json));
}

/// An editor saved it in a code page that does not have all letters; the good file came with it.
pub(super) fn lost_letters(desk: &mut Desk<'_>) {
    let file = desk.send_usual();
    let bytes = desk.letters.with_losses(&String::from_utf8_lossy(&file.bytes));
    desk.send_one(with_suffix(&file.name, "_2"), bytes, LineKind::Refused(CauseKind::LostLetters));
}

fn in_utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

/// An editor saved it as "Unicode"; the good file came with it.
pub(super) fn utf16(desk: &mut Desk<'_>) {
    let file = desk.send_usual();
    let bytes = in_utf16(&String::from_utf8_lossy(&file.bytes));
    desk.send_one(with_suffix(&file.name, "_2"), bytes, LineKind::Refused(CauseKind::Utf16Whole));
}

/// The same, with a word changed.
pub(super) fn utf16_changed(desk: &mut Desk<'_>) {
    let file = desk.send_usual();
    let bytes = in_utf16(&String::from_utf8_lossy(&file.bytes).replacen("\"revision\":", "\"revision\":9", 1));
    desk.send_one(with_suffix(&file.name, "_2"), bytes, LineKind::Refused(CauseKind::Utf16Changed));
}

/// An earlier release of the product wrote it.
pub(super) fn version_1(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let mut fields = opened(&file.bytes);
    to_version_1(&mut fields);
    let (bytes, sha256) = sealed(fields, &desk.directive.id);
    desk.deliver(&File { bytes, sha256, ..file }, VerdictKind::Only);
}

/// An editor laid it out in lines, with line ends of one system or the other.
pub(super) fn resaved(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let line_end = if desk.random.once_in(2) { "\r\n" } else { "\n" };
    let bytes = laid_out(&opened(&file.bytes), line_end);
    desk.deliver_resaved(file.name.clone(), bytes, &file, VerdictKind::Only);
}

/// An editor put a mark before it, which changes nothing.
pub(super) fn bom(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let bytes = ["\u{feff}".as_bytes(), &file.bytes].concat();
    desk.send(file.name.clone(), bytes, vec![file.line(VerdictKind::Only)]);
}

/// It came more than once: under other names, and saved anew.
pub(super) fn duplicates(desk: &mut Desk<'_>) {
    let file = desk.send_usual();
    for suffix in desk.stock.list("copies") {
        desk.send(with_suffix(&file.name, suffix), file.bytes.clone(), vec![file.line(VerdictKind::Only)]);
    }
    let bytes = laid_out(&opened(&file.bytes), "\r\n");
    desk.deliver_resaved(with_suffix(&file.name, "_2"), bytes, &file, VerdictKind::Only);
}
