//! Remarks as they are shown: with the unit that they concern, and which returned files are waiting to be sent.

use crate::model::{Model, Open};
use crate::note::{RemarkStage, UnitRemark};
use crate::returning::{answered, is_of};
use domain::assessment::Assessment;
use exchange::remark::RemarkField;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRemark {
    /// The id of its note.
    pub id: String,
    /// The requirement; empty where it is about the whole.
    pub requirement: String,
    /// The part that it is about.
    pub field: Option<RemarkField>,
    /// The words.
    pub text: String,
    /// When it was last changed, `yyyy-mm-ddThh:mm:ssZ`.
    pub at: String,
    /// How far it has come.
    pub stage: RemarkStage,
    /// The digest of the file that it is about.
    pub about: String,
    /// The unit's answer, where a file that is shown has one.
    pub answer: Option<String>,
}

/// The returned file of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnLine {
    /// The id of the unit's row.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Whether it is a row of this view, and so a place to go to.
    pub is_row: bool,
    /// How many remarks it has of each stage: new, sent, answered, done.
    pub stages: [usize; 4],
}

/// The remarks of the unit of a row, in the order in which they were last changed. Answers are those of the files that are shown.
#[must_use]
pub fn of_row(open: &Open, row: u32, files: &[Rc<Assessment>]) -> Vec<ShownRemark> {
    let answered = answered(open, row);
    let remarks = open.notes.remarks().into_iter().filter(|(_, one)| is_of(open, row, one));
    remarks.map(|(note, one)| shown(&note.id, one, answered.contains(one.remark.id.as_str()), files)).collect()
}

fn shown(id: &str, one: &UnitRemark, is_answered: bool, files: &[Rc<Assessment>]) -> ShownRemark {
    let remark = &one.remark;
    let mut replies = files.iter().flat_map(|file| &file.replies);
    let reply = replies.find(|reply| reply.remark == remark.id && !reply.text.trim().is_empty());
    ShownRemark {
        id: id.to_owned(),
        requirement: remark.requirement.clone(),
        field: remark.field,
        text: remark.text.clone(),
        at: remark.at.clone(),
        stage: one.stage(is_answered),
        about: remark.about.clone(),
        answer: reply.map(|reply| reply.text.clone()),
    }
}

/// The units with remarks: those first for which something is new, in the order of the units.
#[must_use]
pub fn returns(model: &Model) -> Vec<ReturnLine> {
    let Some(open) = &model.open else { return Vec::new() };
    let units = &open.count.units;
    let mut by_unit: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut replies: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, one) in open.notes.remarks() {
        let unit = one.unit.as_str();
        let replies = replies
            .entry(unit)
            .or_insert_with(|| units.row_of(unit).map(|row| answered(open, row)).unwrap_or_default());
        let stage = one.stage(replies.contains(one.remark.id.as_str()));
        if let Some(count) = by_unit.entry(unit).or_default().get_mut(stage as usize) {
            *count += 1;
        }
    }
    let mut lines: Vec<(bool, u32, ReturnLine)> = Vec::new();
    for (unit, stages) in by_unit {
        let row = units.row_of(unit);
        let name = row.and_then(|row| units.rows.get(row as usize)).map(|row| row.name.clone());
        let name = name.or_else(|| model.roster.unit(unit).map(|unit| unit.name.clone()));
        let name = name.unwrap_or_else(|| unit.to_owned());
        let line = ReturnLine { unit: unit.to_owned(), name, is_row: row.is_some(), stages };
        lines.push((stages.first() == Some(&0), row.unwrap_or(u32::MAX), line));
    }
    lines.sort_by(|one, other| (one.0, one.1, &one.2.unit).cmp(&(other.0, other.1, &other.2.unit)));
    lines.into_iter().map(|(_, _, line)| line).collect()
}
