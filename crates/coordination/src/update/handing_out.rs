//! What can be exported: tables as CSV, and the gathering as a bundle.
//!
//! A table leaves as plain data ([`Effect::HandOutTable`]). The words of each language are in the catalogue of the views, so
//! whoever carries out the effect writes the table with them.

use crate::compared::{Beside, CompareFilter, Compared};
use crate::filter::{self, FilesFilter, IssuesFilter, Placed, RegisterFilter, RegisterWhich, UnitsFilter};
use crate::issues::{Issues, Ordered};
use crate::model::{Model, Open};
use crate::msg::{CsvTable, Effect};
use crate::narrowed::{self, Narrowed};
use crate::office::OfficeFile;
use crate::settings::Settings;
use crate::views::compare::{compared_rows, sides};
use domain::date::Date;
use domain::directive::Directive;
use exchange::name::name_of;
use gathering::annexes;
use gathering::comparison::{self, Side};
use gathering::issue_list::{IssueLine, issue_list};
use gathering::lists::{self, FileLine};
use gathering::register::{RegisterLine, reminders};
use gathering::settled::Settled;
use gathering::table::{Heading, Table};
use std::borrow::Cow;

/// What stands in the name of a file that is of the sample (bản mẫu).
const SAMPLE: &str = "ban-mau";
/// What stands in the name of a report, and of a workbook.
const DOCUMENT: &str = "bao-cao-tong-hop";
const WORKBOOK: &str = "so-lieu-tong-hop";
/// What stands in the name of a file that has only what a filter shows (đã lọc).
const FILTERED: &str = "da-loc";

impl Model {
    pub(super) fn export_bundle(&mut self, out: &mut Vec<Effect>) {
        let Some(open) = &self.open else { return };
        let id = open.settings.id.clone();
        let name = self.file_name(open, &[&id], "ndjson");
        out.push(Effect::HandOutBundle(id, name));
    }

    pub(super) fn export_csv(&mut self, table: CsvTable, out: &mut Vec<Effect>) {
        let Some(open) = &self.open else { return };
        let narrowed = self.narrowed(open, table);
        let is_filtered = narrowed.iter().any(|one| !matches!(one, Narrowed::Gatherings(_)));
        let name = self.file_name(open, &[part_of_name(table), if is_filtered { FILTERED } else { "" }], "csv");
        if let Some(table) = self.table(open, table) {
            out.push(Effect::HandOutTable(name, Box::new(table), narrowed));
        }
    }

    /// Such as `1022-CV-TU_6-thang-dau-nam-2024_tinh-hinh-gui_2024-07-15.csv`.
    fn file_name(&self, open: &Open, parts: &[&str], extension: &str) -> String {
        let sample = if open.settings.sample { SAMPLE } else { "" };
        let around = [self.directive.id.as_str(), sample, open.settings.name.as_str()];
        name_of(&[&around, parts].concat(), self.today(), extension)
    }

    /// What a table is narrowed to, or about.
    fn narrowed(&self, open: &Open, table: CsvTable) -> Vec<Narrowed> {
        let units = &open.count.units;
        match table {
            CsvTable::Measures | CsvTable::Requirements | CsvTable::Report(_) => Vec::new(),
            CsvTable::Register => narrowed::of_register(&self.register_filter, units),
            CsvTable::Reminders => {
                let all = RegisterFilter { which: RegisterWhich::All, ..self.register_filter.clone() };
                narrowed::of_register(&all, units)
            }
            CsvTable::Units => narrowed::of_units(&self.units_filter, units, &Issues::of(&open.notes)),
            CsvTable::Files => narrowed::of_files(&self.files_filter),
            CsvTable::Comparison => {
                let CompareFilter { group, is_both_only } = &self.compare_filter;
                let gatherings = self.counted_other().map(|[earlier, later]| {
                    Narrowed::Gatherings([earlier, later].map(|(one, _)| (one.name.clone(), one.sample)))
                });
                let asked = narrowed::of_comparison(group, *is_both_only, units);
                gatherings.into_iter().chain(asked).collect()
            }
            CsvTable::Issues => narrowed::of_issues(&self.issues_filter),
        }
    }

    /// The two gatherings that are compared, once both are counted.
    fn counted_other(&self) -> Option<[(&Settings, Cow<'_, Side>); 2]> {
        let Compared { id, state: Beside::Counted(side) } = self.compared.as_ref()? else { return None };
        sides(self, self.comparable().into_iter().find(|one| one.id == *id)?, side)
    }

    /// The name of a document or a workbook.
    pub(super) fn office_name(&self, open: &Open, file: OfficeFile) -> String {
        match file {
            OfficeFile::Document => self.file_name(open, &[DOCUMENT], "docx"),
            OfficeFile::Workbook => self.file_name(open, &[WORKBOOK], "xlsx"),
        }
    }

    /// The board's lists, whatever their filters show.
    pub(super) fn lists(&self, open: &Open) -> Vec<Table> {
        let (count, basis) = (&open.count, open.settings.basis(&self.directive));
        let rows = filter::unit_rows(open, &self.directive, &UnitsFilter::default());
        vec![
            lists::units(&rows, &count.register, &count.summary, &count.units, &basis),
            lists::files(&file_lines(open, &FilesFilter::default()), &count.units),
        ]
    }

    /// None where it is of a report that cannot be put together now.
    fn table(&self, open: &Open, table: CsvTable) -> Option<Table> {
        let (count, basis) = (&open.count, open.settings.basis(&self.directive));
        Some(match table {
            CsvTable::Measures => annexes::measures(&count.measures, &count.units),
            CsvTable::Register => annexes::register(&lines(open, &self.register_filter), &count.units),
            CsvTable::Reminders => self.reminders(open),
            CsvTable::Requirements => annexes::requirements(&count.summary, &count.units, &basis),
            CsvTable::Units => {
                let rows = filter::unit_rows(open, &self.directive, &self.units_filter);
                lists::units(&rows, &count.register, &count.summary, &count.units, &basis)
            }
            CsvTable::Report(heading) => return self.table_of_report(open, heading),
            CsvTable::Comparison => {
                let [earlier, later] = self.counted_other()?;
                comparison::table(&compared_rows(self, &earlier.1, &later.1).1)
            }
            CsvTable::Issues => {
                let lines = issue_lines(open, &self.directive, &self.issues_filter);
                issue_list(&lines, &count.units, &basis)
            }
            CsvTable::Files => lists::files(&file_lines(open, &self.files_filter), &count.units),
        })
    }

    fn table_of_report(&self, open: &Open, heading: Heading) -> Option<Table> {
        let document = open.document(self)?;
        document.tables().find(|table| table.heading == heading).cloned()
    }

    /// Whom to remind, the latest first: of the group and the names that the filter shows.
    fn reminders(&self, open: &Open) -> Table {
        let filter = RegisterFilter { which: RegisterWhich::All, ..self.register_filter.clone() };
        let lines = lines(open, &filter);
        let (units, standing) = (&open.count.units, &open.count.standing);
        let mut places = vec![usize::MAX; units.rows.len()];
        for (place, reminder) in reminders(&lines, standing, units).iter().enumerate() {
            if let Some(of_row) = places.get_mut(reminder.unit as usize) {
                *of_row = place;
            }
        }
        let mut lines = lines;
        lines.sort_by_key(|line| places.get(line.unit as usize).copied());
        annexes::missing(&lines, units)
    }
}

fn part_of_name(table: CsvTable) -> &'static str {
    match table {
        CsvTable::Measures => "so-lieu-gui",
        CsvTable::Register => "tinh-hinh-gui",
        CsvTable::Reminders => "don-doc",
        CsvTable::Requirements => "yeu-cau",
        CsvTable::Units => "don-vi",
        CsvTable::Files => "tep",
        CsvTable::Comparison => "so-sanh",
        CsvTable::Issues => "van-de",
        CsvTable::Report(heading) => match heading {
            Heading::Missing => "phu-luc-1-chua-gui",
            Heading::Register => "phu-luc-1",
            Heading::Requirements => "phu-luc-2",
            Heading::Issues => "phu-luc-3",
            Heading::Steps => "phu-luc-4",
            Heading::Measures
            | Heading::Units
            | Heading::Files
            | Heading::Comparison
            | Heading::Answers
            | Heading::Tagged => "bao-cao",
        },
    }
}

/// The lines of the register that a filter shows, on all of its pages.
fn lines(open: &Open, filter: &RegisterFilter) -> Vec<RegisterLine> {
    let rows = filter::register_rows(open, filter);
    rows.iter().filter_map(|at| open.count.register.get(*at).cloned()).collect()
}

/// The issues that a filter shows, on all of its pages.
fn issue_lines(open: &Open, directive: &Directive, filter: &IssuesFilter) -> Vec<IssueLine> {
    let issues = Issues::of(&open.notes);
    let line = |row: Ordered<'_>| IssueLine {
        kind: row.issue.kind,
        requirement: row.issue.requirement.clone(),
        wording: row.issue.wording.clone(),
        units: row.units,
        level: row.issue.level.clone(),
        in_report: row.issue.in_report,
    };
    filter::issue_rows(&issues, open, directive, filter).into_iter().map(line).collect()
}

/// What was received, as a filter shows it: a line for each assessment, and for each thing that holds none.
fn file_lines(open: &Open, filter: &FilesFilter) -> Vec<FileLine> {
    let (placed, settled, proposed) = (Placed::of(open), Settled::of(&open.decisions), open.proposed());
    let received_on = |taken: usize| -> Option<Date> {
        let key = &open.taken.get(taken)?.received.key;
        let noted = settled.arrival_of_file(key).and_then(|arrival| arrival.on.date());
        noted.or_else(|| proposed.get(taken).copied().flatten())
    };
    let mut lines = Vec::new();
    for (at, number) in filter::file_rows(open, filter) {
        let Some(thing) = open.things.get(at) else { continue };
        let Some(line) = thing.lines.get(number) else { continue };
        let container = (line.parent as usize).checked_sub(1).and_then(|parent| thing.lines.get(parent));
        let plain = FileLine {
            name: line.name.clone(),
            container: container.map(|container| container.name.clone()).unwrap_or_default(),
            outcome: line.outcome.clone(),
            cause: line.cause.clone(),
            ..FileLine::default()
        };
        let before = lines.len();
        lines.extend(placed.on_line(at, number).map(|taken| FileLine {
            unit: filter::row_of(open, taken),
            unit_name: open.taken.get(taken).map(|one| one.received.facts.unit.name.clone()).unwrap_or_default(),
            received_on: received_on(taken),
            verdict: open.count.standing.verdicts.get(taken).cloned(),
            ..plain.clone()
        }));
        if lines.len() == before {
            lines.push(plain);
        }
    }
    lines
}
