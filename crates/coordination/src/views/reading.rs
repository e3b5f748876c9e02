//! What all units say about one requirement, one after the other (đọc và trả lời).

use super::lookup::{FilePlace, Lookup};
use super::reading_parts::{chosen, picks, read_parts};
use super::register::groups;
use super::remarks::{ReturnLine, ShownRemark, of_row, returns};
use crate::filter::{PAGE, ReadRow, ReadingFilter, current, reading_rows, requirement};
use crate::issues::Issues;
use crate::model::{Model, Open};
use crate::parts::PROPOSALS;
use domain::assessment::{Assessment, Status};
use gathering::received::Key;
use std::rc::Rc;

pub use super::reading_parts::{Pick, ReadPart, ReadTag};

/// The reading of one requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingView {
    /// The gathering's id.
    pub id: String,
    /// The requirement that is read; none where the address names none of the directive.
    pub requirement: Option<String>,
    /// The requirements: id, title.
    pub requirements: Vec<(String, String)>,
    /// The groups: id, name.
    pub groups: Vec<(String, String)>,
    /// What was asked for.
    pub filter: ReadingFilter,
    /// How many units were read, and how many there are.
    pub read: (usize, usize),
    /// The page of the list that is shown: on which the unit is that is read.
    pub lines: Vec<ReadingLine>,
    /// The units with which the pages before and behind begin.
    pub turns: (Option<String>, Option<String>),
    /// What is read.
    pub text: Option<ReadText>,
    /// Whose returned files there are.
    pub returns: Vec<ReturnLine>,
}

/// A unit in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingLine {
    /// The id of its row.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Its status at the requirement.
    pub status: Option<Status>,
    /// Whether it was read.
    pub is_read: bool,
    /// Whether it is the one that is shown.
    pub is_here: bool,
}

/// What a unit says of the requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadText {
    /// The id of its row.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Whether it was read.
    pub is_read: bool,
    /// The file that says it, and the assessment in it; none until it was loaded. Of several parts the one that speaks of it.
    pub now: Option<(Key, Rc<Assessment>)>,
    /// Where that file lies.
    pub place: FilePlace,
    /// The assessment before it, where there is one.
    pub before: Option<Rc<Assessment>>,
    /// What was said to the unit of this requirement; of proposals, of the whole.
    pub remarks: Vec<ShownRemark>,
    /// The parts of what it says.
    pub parts: Vec<ReadPart>,
    /// Which of them is chosen.
    pub part: usize,
    /// The issues among which one is being chosen for it; none while nothing is.
    pub picks: Option<Vec<Pick>>,
}

impl ReadingView {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let rows = reading_rows(model);
        let at = current(model, &rows);
        let page = at.unwrap_or(0) / PAGE;
        let shown = rows.iter().enumerate().skip(page * PAGE).take(PAGE);
        let first_of = |page: usize| rows.get(page * PAGE).map(|row| row.unit.to_owned());
        let requirements = model.directive.requirements().map(|(_, one)| (one.id.clone(), one.title.clone()));
        Some(Self {
            id: open.settings.id.clone(),
            requirement: requirement(model).map(str::to_owned),
            requirements: requirements.collect(),
            groups: groups(open),
            filter: model.reading.clone(),
            read: (rows.iter().filter(|row| row.is_read).count(), rows.len()),
            lines: shown.map(|(place, row)| line(open, row, Some(place) == at)).collect(),
            turns: (page.checked_sub(1).and_then(first_of), first_of(page + 1)),
            text: at.and_then(|at| text(model, open, rows.get(at)?, requirement(model)?)),
            returns: returns(model),
        })
    }
}

fn line(open: &Open, row: &ReadRow<'_>, is_here: bool) -> ReadingLine {
    let name = name_of(open, row.row);
    ReadingLine { unit: row.unit.to_owned(), name, status: row.status, is_read: row.is_read, is_here }
}

fn name_of(open: &Open, row: u32) -> String {
    open.count.units.rows.get(row as usize).map(|row| row.name.clone()).unwrap_or_default()
}

fn text(model: &Model, open: &Open, row: &ReadRow<'_>, requirement: &str) -> Option<ReadText> {
    let lookup = Lookup::of(open);
    let counting = &open.count.standing.rows.get(row.row as usize)?.counting;
    let keys: Vec<&Key> = counting.iter().filter_map(|at| lookup.received(*at as usize)).map(|one| &one.key).collect();
    let is_of_proposals = requirement == PROPOSALS;
    let speaks = |one: &Assessment| match is_of_proposals {
        true => !one.proposals.is_empty(),
        false => one.covered().is_empty() || one.covered().iter().any(|id| id == requirement),
    };
    // What `Lookup` makes for any line would take longer than to look for these few.
    let of_file = |thing: &String, line: u32| {
        let of_line = open.taken.iter().enumerate().filter(|(_, one)| one.line == line && one.thing == *thing);
        of_line.map(|(at, one)| (at, &one.received)).collect::<Vec<_>>()
    };
    let loaded = open.shown.iter().chain(&open.beside).flat_map(|(thing, line, assessments)| {
        let of_line = of_file(thing, *line).into_iter();
        of_line.filter_map(|(at, one)| Some((at, &one.key, assessments.get(one.key.index as usize)?)))
    });
    let counting: Vec<_> = loaded.filter(|(_, key, _)| keys.contains(key)).collect();
    // Where none of the parts that came speaks of it, the first shows that.
    let now = counting.iter().find(|(_, _, one)| speaks(one)).or(counting.first()).copied();
    let before = open.before.as_ref().and_then(|(thing, line, assessments)| {
        let of_line = of_file(thing, *line).into_iter().map(|(_, one)| one);
        let unit = &now.as_ref()?.2.unit;
        let mut of_unit =
            of_line.filter_map(|one| assessments.get(one.key.index as usize)).filter(|one| one.unit == *unit);
        of_unit.next().cloned()
    });
    let files: Vec<Rc<Assessment>> = now.iter().map(|(_, _, one)| Rc::clone(one)).collect();
    let mut remarks = of_row(open, row.row, &files);
    let about = if is_of_proposals { "" } else { requirement };
    remarks.retain(|one| one.requirement == about);
    // Each of several files may have proposals of its own.
    let all = if is_of_proposals { counting.as_slice() } else { now.as_slice() };
    let issues = Issues::of(&open.notes);
    let parts = read_parts(all.iter().map(|(_, key, one)| (*key, &***one)), &issues, row.unit, requirement);
    let part = chosen(&parts, &model.reading.part);
    let asked = parts.get(part).filter(|_| model.reading.is_tagging);
    let picks = asked.map(|part| picks(open, &issues, part, about));
    Some(ReadText {
        unit: row.unit.to_owned(),
        name: name_of(open, row.row),
        is_read: row.is_read,
        place: now.as_ref().map(|(at, _, _)| lookup.place(*at)).unwrap_or_default(),
        now: now.map(|(_, key, one)| (key.clone(), Rc::clone(one))),
        before,
        remarks,
        parts,
        part,
        picks,
    })
}
