//! The register (sổ theo dõi gửi báo cáo): a line for each unit, the missing ones first.

use crate::filter::{PAGE, RegisterFilter, RegisterWhich, register_rows_and_counts};
use crate::model::{Model, Open};
use gathering::decisions::FileRef;
use gathering::register::{RegisterLine, Reminder, reminders};

/// The register.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterView {
    /// The gathering's id.
    pub id: String,
    /// What was asked of it.
    pub filter: RegisterFilter,
    /// The groups: id, name.
    pub groups: Vec<(String, String)>,
    /// How many lines there are of each kind, within the group and the words that are asked for.
    pub counts: Vec<(RegisterWhich, usize)>,
    /// How many lines the filter shows.
    pub shown: usize,
    /// The page that is shown, from 0.
    pub page: usize,
    /// The lines of that page.
    pub lines: Vec<Line>,
    /// What came of all units that the filter shows, on whichever page, and of how many units it came.
    pub files: (Vec<FileRef>, usize),
    /// Whom to remind (đôn đốc).
    pub reminders: Vec<Reminder>,
}

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The id of the unit.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// The name of its group.
    pub group: String,
    /// What the register says of it.
    pub line: RegisterLine,
}

/// All kinds of lines, in the order in which they are offered.
pub const WHICH: [RegisterWhich; 6] = [
    RegisterWhich::All,
    RegisterWhich::Missing,
    RegisterWhich::OnTime,
    RegisterWhich::Late,
    RegisterWhich::Undated,
    RegisterWhich::Waiting,
];

impl RegisterView {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let (count, filter) = (&open.count, &model.register_filter);
        let (rows, counts) = register_rows_and_counts(open, filter, &WHICH);
        let page = filter.page.min(rows.len().saturating_sub(1) / PAGE);
        let shown = rows.iter().skip(page * PAGE).take(PAGE);
        Some(Self {
            id: open.settings.id.clone(),
            filter: filter.clone(),
            groups: groups(open),
            counts: WHICH.into_iter().zip(counts).collect(),
            shown: rows.len(),
            page,
            lines: shown.filter_map(|at| line(open, *at)).collect(),
            files: files(open, &rows),
            reminders: reminders(&count.register, &count.standing, &count.units),
        })
    }
}

/// The groups that have a unit: id, name.
pub(crate) fn groups(open: &Open) -> Vec<(String, String)> {
    open.count.units.groups.iter().map(|group| (group.id.clone(), group.name.clone())).collect()
}

fn line(open: &Open, at: usize) -> Option<Line> {
    let line = open.count.register.get(at)?;
    let row = open.count.units.rows.get(line.unit as usize)?;
    let group = open.count.units.groups.get(row.group as usize).map(|group| group.name.clone()).unwrap_or_default();
    Some(Line { unit: row.id.clone(), name: row.name.clone(), group, line: line.clone() })
}

/// The files that count or wait of these lines, and of how many units they are.
fn files(open: &Open, lines: &[usize]) -> (Vec<FileRef>, usize) {
    let standings = lines.iter().filter_map(|at| {
        let line = open.count.register.get(*at)?;
        open.count.standing.rows.get(line.unit as usize)
    });
    let (mut files, mut units) = (Vec::new(), 0);
    for standing in standings {
        let before = files.len();
        let came = standing.counting.iter().chain(&standing.waiting);
        files.extend(came.filter_map(|at| Some(FileRef::of(&open.taken.get(*at as usize)?.received.key))));
        units += usize::from(files.len() > before);
    }
    (files, units)
}
