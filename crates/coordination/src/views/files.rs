//! What was received (tệp đã nhận): a line for each thing, each container before its content.

use super::lookup::{Assessed, Lookup};
use crate::filter::{FileSearch, FilesFilter, FilesWhich, PAGE};
use crate::model::Model;
use crate::thing::ThingLine;
use gathering::decisions::{Claim, FileRef};
use gathering::units::Suggestion;
use gathering::verdict::{Cause, Verdict};

/// What was received.
#[derive(Clone, Debug, PartialEq)]
pub struct FilesView {
    /// The gathering's id.
    pub id: String,
    /// What was asked of it.
    pub filter: FilesFilter,
    /// How many lines there are of each kind, with the words that are asked for.
    pub counts: Vec<(FilesWhich, usize)>,
    /// How many lines the filter shows.
    pub shown: usize,
    /// The page that is shown, from 0.
    pub page: usize,
    /// The lines of that page.
    pub rows: Vec<FileRow>,
    /// Whether anything was received yet.
    pub is_empty: bool,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRow {
    /// The thing's id, and the line in it.
    pub thing: String,
    /// See `thing`.
    pub at: u32,
    /// When the thing was taken in.
    pub taken_at: String,
    /// What is known of the line.
    pub line: ThingLine,
    /// Its assessments.
    pub assessments: Vec<Decidable>,
}

/// An assessment, and what a person may decide of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decidable {
    /// What it is, and what becomes of it.
    pub assessed: Assessed,
    /// The units that its unit may be, where that is not known.
    pub suggestions: Vec<Suggestion>,
    /// Whether somebody has to say whose it is, or may.
    pub asks_unit: bool,
    /// The id of the unit for which it can be chosen, and what it would be chosen over; none where it cannot.
    pub choice: Option<(String, Vec<FileRef>)>,
}

/// All kinds of lines, in the order in which they are offered.
pub const WHICH: [FilesWhich; 8] = [
    FilesWhich::All,
    FilesWhich::Waiting,
    FilesWhich::Counts,
    FilesWhich::CountsWithRemark,
    FilesWhich::Superseded,
    FilesWhich::Duplicate,
    FilesWhich::Aside,
    FilesWhich::Refused,
];

impl FilesView {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let filter = &model.files_filter;
        let (search, lookup) = (FileSearch::of(open, &filter.words), Lookup::of(open));
        let (rows, counts) = search.rows_and_counts(filter.which, &WHICH);
        let rows = search.in_order(rows, filter.order);
        let page = filter.page.min(rows.len().saturating_sub(1) / PAGE);
        let shown = rows.iter().skip(page * PAGE).take(PAGE);
        Some(Self {
            id: open.settings.id.clone(),
            filter: filter.clone(),
            counts: WHICH.into_iter().zip(counts).collect(),
            shown: rows.len(),
            page,
            rows: shown.filter_map(|(thing, line)| row(&search, &lookup, *thing, *line)).collect(),
            is_empty: open.things.is_empty(),
        })
    }
}

fn row(search: &FileSearch<'_>, lookup: &Lookup<'_>, thing: usize, line: usize) -> Option<FileRow> {
    let assessments = search.placed.on_line(thing, line).filter_map(|at| decidable(lookup, at)).collect();
    let thing = lookup.open.things.get(thing)?;
    let (told, at) = (thing.lines.get(line)?, u32::try_from(line).ok()?);
    Some(FileRow { thing: thing.id.clone(), at, taken_at: thing.at.clone(), line: told.clone(), assessments })
}

/// An assessment, and what a person may decide of it.
#[must_use]
pub fn decidable(lookup: &Lookup<'_>, at: usize) -> Option<Decidable> {
    let assessed = lookup.assessed(at)?;
    let asks_unit = matches!(assessed.verdict, Verdict::Aside(Cause::UnitUnknown | Cause::UnitClaimedTwice));
    let suggestions =
        if asks_unit { lookup.open.count.units.suggestions(&Claim::of(&assessed.claim)) } else { Vec::new() };
    let choice = choice(lookup, &assessed);
    Some(Decidable { assessed, suggestions, asks_unit, choice })
}

fn choice(lookup: &Lookup<'_>, assessed: &Assessed) -> Option<(String, Vec<FileRef>)> {
    let can_be_chosen = match &assessed.verdict {
        Verdict::Superseded { .. } => true,
        Verdict::Aside(cause) => matches!(
            cause,
            Cause::TwoDrafts
                | Cause::SeparateWays
                | Cause::PartsOverlap
                | Cause::ChosenTwice
                | Cause::AfterChoice { .. }
                | Cause::PartAfterWhole { .. }
                | Cause::FormerUnit { .. }
                | Cause::EarlierPeriod { .. }
                | Cause::UnitClaimedTwice
        ),
        Verdict::Counts(_) | Verdict::Duplicate { .. } | Verdict::LeftOut { .. } => false,
    };
    let unit = assessed.owner.as_ref()?.row.clone().filter(|_| can_be_chosen)?;
    Some((unit.clone(), over(lookup, &unit, assessed)))
}

/// What else of a unit counts or waits, which a choice of this one passes over.
#[must_use]
pub fn over(lookup: &Lookup<'_>, unit: &str, assessed: &Assessed) -> Vec<FileRef> {
    let count = &lookup.open.count;
    let standing = count.units.row_of(unit).and_then(|row| count.standing.rows.get(row as usize));
    let others = standing.into_iter().flat_map(|row| row.counting.iter().chain(&row.waiting).chain(&row.others));
    let keys = others.filter_map(|at| lookup.received(*at as usize)).map(|one| &one.key);
    keys.filter(|key| **key != assessed.key).map(FileRef::of).collect()
}
