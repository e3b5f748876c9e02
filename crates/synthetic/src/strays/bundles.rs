//! Bundles of other gatherings.

use crate::desk::{Desk, File, container};
use crate::kinds::{CauseKind, LineKind, VerdictKind};
use crate::thing::ExpectedLine;
use gathering::bundle::{Head, Piece, write};
use gathering::line::ContainerKind;
use json::{Json, Map};

/// A bundle with files, and with a record of a kind that this version does not know.
fn bundle(desk: &mut Desk<'_>, files: &[File]) -> String {
    let head = Head {
        name: desk.stock.plain("gathering", &mut desk.random).to_owned(),
        exported_at: "2024-07-12T03:00:00Z".to_owned(),
        directive: desk.directive.id.clone(),
        ..Head::default()
    };
    let pieces = files.iter().map(|file| Piece::File { name: &file.name, receipt: None, file: &file.bytes });
    let later = Json::Object(Map::from([("later".to_owned(), Json::Bool(true))]));
    let mut text = String::new();
    write(head, pieces.chain([Piece::Other(later)]), &mut |piece| text.push_str(piece));
    text
}

fn name(desk: &mut Desk<'_>) -> String {
    let stem = desk.stock.plain("gathering", &mut desk.random);
    desk.name(stem, "ndjson")
}

/// The lines of some files of units that send them elsewhere too, of what is beside them, and of what follows.
fn lines(files: &[File], members: usize, more: &[LineKind]) -> Vec<ExpectedLine> {
    let mut lines = vec![container(ContainerKind::Bundle, members)];
    lines.extend(files.iter().map(|file| file.line(VerdictKind::Only).within(0)));
    lines.extend(more.iter().map(|kind| ExpectedLine::of(*kind).within(0)));
    lines
}

/// A bundle with files that came by themselves as well.
pub(super) fn whole(desk: &mut Desk<'_>) {
    let (name, files) = (name(desk), desk.others.clone());
    let text = bundle(desk, &files);
    let lines = lines(&files, files.len() + 1, &[LineKind::OtherRecord]);
    desk.send(name, text.into_bytes(), lines);
}

/// Copying broke off within its last record; and at the end of a line.
pub(super) fn cut(desk: &mut Desk<'_>) {
    let files = desk.others.clone();
    let text = bundle(desk, &files);
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    // The lines of the files stand behind the first.
    let Some(end) = ends.get(files.len()) else { return };
    let (Some(within), Some(at_end)) = (text.get(..end - 10), text.get(..=*end)) else { return };
    if let Some((_, whole)) = files.split_last() {
        let cut = LineKind::Refused(CauseKind::CutRecord);
        let name = ["1-", &name(desk)].concat();
        desk.send(name, within.as_bytes().to_vec(), lines(whole, files.len(), &[cut]));
    }
    let cut = LineKind::Refused(CauseKind::CutBundle);
    let name = ["2-", &name(desk)].concat();
    desk.send(name, at_end.as_bytes().to_vec(), lines(&files, files.len() + 1, &[cut]));
}

/// A bundle of a newer version.
pub(super) fn newer(desk: &mut Desk<'_>) {
    let name = name(desk);
    let text = bundle(desk, &[]).replacen("\"version\":1", "\"version\":2", 1);
    desk.send_one(name, text.into_bytes(), LineKind::NewerBundle);
}

/// A bundle with lines that are no records.
pub(super) fn bad_records(desk: &mut Desk<'_>) {
    let name = name(desk);
    let text = bundle(desk, &[]).replacen("{\"later\":true}\n", "[1]\n{\"file\":}\n{\"later\":true}\n", 1);
    let text = text.replacen("\"records\":1", "\"records\":3", 1);
    let refused = [CauseKind::BadRecord, CauseKind::Json].map(LineKind::Refused);
    let [bad, json] = refused;
    desk.send(name, text.into_bytes(), lines(&[], 3, &[bad, json, LineKind::OtherRecord]));
}
