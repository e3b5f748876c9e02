//! Files of this product, or nearly so, that are no report.

use crate::desk::{Desk, export_of};
use crate::kinds::{CauseKind, LineKind};
use crate::plan::moment;
use crate::sealing::{opened, sealed};
use crate::thing::ExpectedLine;
use domain::directive::Directive;
use domain::sample::built_in;
use json::{Json, Map};

fn send(desk: &mut Desk<'_>, ending: &str, bytes: Vec<u8>, kind: LineKind) {
    let stem = desk.stock.plain("document", &mut desk.random);
    let name = desk.name(stem, ending);
    desk.send_one(name, bytes, kind);
}

fn refuse(desk: &mut Desk<'_>, ending: &str, bytes: Vec<u8>, cause: CauseKind) {
    send(desk, ending, bytes, LineKind::Refused(cause));
}

/// Copying broke off before it began, or left zeros.
pub(super) fn empty(desk: &mut Desk<'_>) {
    refuse(desk, "1.json", Vec::new(), CauseKind::Empty);
    refuse(desk, "2.json", vec![0; 14_000], CauseKind::Zeros);
}

/// The sample that shows what the product does.
pub(super) fn sample(desk: &mut Desk<'_>) {
    let file = desk.export(&built_in());
    send(desk, "json", file.bytes, LineKind::Refused(CauseKind::Sample));
}

/// A report on another directive.
pub(super) fn other_directive(desk: &mut Desk<'_>) {
    let other = Directive { id: [&desk.directive.id, "-2"].concat(), ..desk.directive.clone() };
    let draft = desk.draft();
    let file = export_of(&other, &[&draft], moment(&mut desk.random));
    send(desk, "json", file.bytes, LineKind::Aside);
}

/// A file with other fields, under a digest that fits.
fn with(desk: &mut Desk<'_>, change: &dyn Fn(&mut Map<Json>)) -> Vec<u8> {
    let file = desk.usual();
    let mut fields = opened(&file.bytes);
    change(&mut fields);
    sealed(fields, &desk.directive.id).0
}

/// A file of a newer version of the format.
pub(super) fn newer(desk: &mut Desk<'_>) {
    let bytes = with(desk, &|fields| {
        fields.insert("version".to_owned(), Json::Number("3".to_owned()));
        fields.insert("later".to_owned(), Json::Bool(true));
    });
    send(desk, "json", bytes, LineKind::NewerFile);
}

/// A file of a version that the format never had.
pub(super) fn bad_version(desk: &mut Desk<'_>) {
    let bytes = with(desk, &|fields| drop(fields.insert("version".to_owned(), Json::Number("0".to_owned()))));
    refuse(desk, "json", bytes, CauseKind::BadVersion);
}

/// A whole file in which a text stands where a number belongs.
pub(super) fn mismatch(desk: &mut Desk<'_>) {
    let bytes = with(desk, &|fields| drop(fields.insert("exportedAt".to_owned(), Json::Bool(true))));
    refuse(desk, "json", bytes, CauseKind::Mismatch);
}

/// A whole file in which there is nothing.
pub(super) fn no_assessment(desk: &mut Desk<'_>) {
    let bytes = with(desk, &|fields| drop(fields.insert("assessments".to_owned(), Json::Array(Vec::new()))));
    refuse(desk, "json", bytes, CauseKind::NoAssessment);
}

/// JSON of another program.
pub(super) fn other_format(desk: &mut Desk<'_>) {
    refuse(desk, "json", b"{\"type\":\"FeatureCollection\",\"features\":[]}\n".to_vec(), CauseKind::OtherFormat);
}

/// A text in UTF-16 that is no file of ours.
pub(super) fn utf16_text(desk: &mut Desk<'_>) {
    let text = desk.stock.text("overall", 2, &mut desk.random);
    let bytes = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    refuse(desk, "txt", bytes, CauseKind::Utf16Other);
}

/// What the system left in the folder.
pub(super) fn litter(desk: &mut Desk<'_>) {
    let stem = desk.stock.plain("document", &mut desk.random);
    let name = ["~$", &desk.name(stem, "docx")].concat();
    desk.send(name, vec![b' '; 162], vec![ExpectedLine::of(LineKind::Skipped(1))]);
}

/// A file that is larger than any of ours.
pub(super) fn too_large(desk: &mut Desk<'_>) {
    let mut bytes = b"{\"format\":\"directive-assessment\",\"app\":\"".to_vec();
    bytes.resize(exchange::MOST_BYTES + 1, b'x');
    refuse(desk, "json", bytes, CauseKind::TooLarge);
}
