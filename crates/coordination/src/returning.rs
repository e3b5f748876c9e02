//! What goes into a unit's returned file (tệp trả lại).

use crate::model::Open;
use crate::msg::Clock;
use crate::note::UnitRemark;
use domain::assessment::UnitRef;
use domain::directive::Directive;
use exchange::remark::Remark;
use exchange::{ExportFile, MOST_REMARKS, Returned, export_remarks};
use gathering::received::Received;
use std::collections::BTreeSet;

/// The most bytes of a remark: so many remarks of that length go into one file.
const MOST_BYTES: usize = 9_000;

/// What stands before the name of a file that is of the sample (bản mẫu).
const SAMPLE: &str = "ban-mau_";

/// The ids of the remarks that files of a row answer.
#[must_use]
pub fn answered(open: &Open, row: u32) -> BTreeSet<&str> {
    let replies = files_of(open, row).flat_map(|received| &received.facts.replies);
    replies.map(String::as_str).collect()
}

/// All that was received of a row, and of the units that became part of it.
fn files_of(open: &Open, row: u32) -> impl Iterator<Item = &Received> {
    let standing = open.count.standing.rows.get(row as usize).into_iter();
    let places = standing.flat_map(|row| [&row.counting, &row.waiting, &row.others, &row.beneath]).flatten();
    places.filter_map(|at| open.taken.get(*at as usize)).map(|taken| &taken.received)
}

/// Whether a remark is shown at a row: it was made there, or on a file that is there now.
#[must_use]
pub fn is_of(open: &Open, row: u32, one: &UnitRemark) -> bool {
    let own = open.count.units.rows.get(row as usize).is_some_and(|own| own.id == one.unit);
    own || files_of(open, row).any(|received| *received.key.sha256 == *one.remark.about)
}

/// The returned file of the unit of a row, and the ids of the remarks that are meant to be in it: all of them, those first that are not done.
/// Where files of several units are remarked on (they became part of one), that of the first that has something new. Nothing where
/// there are no remarks. One that is too long is not in the file.
#[must_use]
pub fn returned(open: &Open, unit: &str) -> Option<(Returned, Vec<String>)> {
    let claim = |one: &UnitRemark| received(open, &one.remark.about).map(|received| received.facts.unit.clone());
    let mut remarks: Vec<(&UnitRemark, UnitRef)> = open
        .notes
        .remarks()
        .into_iter()
        .filter(|(_, one)| one.unit == unit)
        .filter_map(|(_, one)| Some((one, claim(one)?)))
        .collect();
    remarks.sort_by_key(|(one, _)| one.stage(false));
    let to = remarks.first()?.1.clone();
    remarks.retain(|(_, other)| *other == to);
    remarks.truncate(MOST_REMARKS);
    let ids = remarks.iter().map(|(one, _)| one.remark.id.clone()).collect();
    let draft_id = remarks.last().and_then(|(one, _)| received(open, &one.remark.about));
    let draft_id = draft_id.map(|received| received.facts.draft_id.clone()).unwrap_or_default();
    let fits = |remark: &&Remark| remark.text.len() <= MOST_BYTES;
    let remarks = remarks.iter().map(|(one, _)| &one.remark).filter(fits).cloned().collect();
    Some((Returned { unit: to, draft_id, remarks, ..Returned::default() }, ids))
}

fn received<'a>(open: &'a Open, sha256: &str) -> Option<&'a Received> {
    open.taken.iter().map(|taken| &taken.received).find(|received| *received.key.sha256 == *sha256)
}

/// Writes a returned file; that of the sample says so in its name.
#[must_use]
pub fn written(
    directive: &Directive,
    returned: &Returned,
    is_sample: bool,
    clock: Clock,
    nfc: &dyn Fn(&str) -> String,
) -> ExportFile {
    let file = export_remarks(directive, returned, clock.now, clock.offset_minutes, nfc);
    let name = if is_sample { [SAMPLE, &file.name].concat() } else { file.name.clone() };
    ExportFile { name, ..file }
}
