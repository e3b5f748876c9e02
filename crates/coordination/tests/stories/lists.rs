//! Filters, pages, and exported tables.

use crate::desk::{Desk, sample};
use coordination::filter::{self, FilesFilter, FilesOrder, FilesWhich, PAGE, RegisterFilter, RegisterWhich};
use coordination::filter::{UnitsFilter, UnitsOrder, UnitsStatus};
use coordination::msg::{CsvTable, Effect, Msg};
use domain::assessment::Status;
use gathering::csv::csv;
use gathering::excerpt::ExcerptKind;
use gathering::register::Timing;
use gathering::step_state::StepState;
use gathering::table::{Cell, Column, Heading, Words};
use gathering::verdict::Verdict;
use std::collections::BTreeSet;
use std::time::Instant;

fn desk() -> Desk {
    let mut desk = Desk::with_gathering("6 tháng");
    desk.take_in(sample());
    desk
}

fn which(which: RegisterWhich) -> RegisterFilter {
    RegisterFilter { which, ..RegisterFilter::default() }
}

#[test]
fn the_lines_of_the_register_are_told_apart_and_those_who_have_not_sent_come_first() {
    let mut desk = desk();
    let files = desk.counting();
    desk.arrived(&[&files[0].1], &[], "16/07/2024");
    desk.arrived(&[&files[1].1], &[], "15/07/2024");
    let all = desk.register_rows(&which(RegisterWhich::All));
    assert_eq!(all, (0..desk.open().count.register.len()).collect::<Vec<_>>());
    let missing = desk.register_rows(&which(RegisterWhich::Missing));
    assert_eq!(missing.len(), desk.open().count.measures.all.missing() as usize);
    assert_eq!(missing, all[..missing.len()]);
    let register = &desk.open().count.register;
    let late = desk.register_rows(&which(RegisterWhich::Late));
    assert!(late.iter().all(|at| matches!(register[*at].timing, Timing::Late { .. })));
    assert!(late.iter().any(|at| std::ptr::eq(&register[*at], desk.line(&files[0].0))));
    let on_time = desk.register_rows(&which(RegisterWhich::OnTime));
    assert!(on_time.iter().any(|at| std::ptr::eq(&register[*at], desk.line(&files[1].0))));
    let undated = desk.register_rows(&which(RegisterWhich::Undated));
    let sets = [&missing, &late, &on_time, &undated];
    assert_eq!(sets.iter().flat_map(|set| set.iter()).collect::<BTreeSet<_>>().len(), all.len());
    let waiting = desk.register_rows(&which(RegisterWhich::Waiting));
    assert!(!waiting.is_empty() && waiting.len() < all.len() / 2);
    let group = desk.open().count.units.groups[1].id.clone();
    let of_group = desk.register_rows(&RegisterFilter { group: group.clone(), ..RegisterFilter::default() });
    let units = &desk.open().count.units;
    assert_eq!(of_group.len(), units.rows.iter().filter(|row| units.group_id(row.group) == group).count());
    let words = |words: &str| desk.register_rows(&RegisterFilter { words: words.into(), ..RegisterFilter::default() });
    let found = words("ninh kieu");
    assert!(!found.is_empty() && found.len() < 5);
    assert_eq!(words("NINH  Kiều"), found);
    assert!(words("ninh kieu khong co").is_empty());
}

#[test]
fn units_are_found_by_what_they_say() {
    let mut desk = desk();
    let summary = &desk.open().count.summary;
    let id = desk.model.directive.requirements().nth(1).unwrap().1.id.clone();
    let at = |status, requirement: &str| UnitsFilter {
        status: Some(status),
        requirement: requirement.into(),
        ..UnitsFilter::default()
    };
    let cell = summary.cell(1, None);
    assert_eq!(desk.unit_rows(&at(UnitsStatus::Done, &id)), cell.done.iter().collect::<Vec<_>>());
    assert_eq!(desk.unit_rows(&at(UnitsStatus::InProgress, &id)), cell.in_progress.iter().collect::<Vec<_>>());
    assert_eq!(desk.unit_rows(&at(UnitsStatus::NotStarted, &id)), cell.not_started.iter().collect::<Vec<_>>());
    assert_eq!(desk.unit_rows(&at(UnitsStatus::Unanswered, &id)), cell.unanswered.iter().collect::<Vec<_>>());
    let overdue: Vec<u32> = cell.steps_overdue.units().iter().map(|(unit, _)| *unit).collect();
    assert_eq!(desk.unit_rows(&at(UnitsStatus::WithOverdueSteps, &id)), overdue);
    let anywhere = desk.unit_rows(&at(UnitsStatus::WithLimitations, ""));
    let there = desk.unit_rows(&at(UnitsStatus::WithLimitations, &id));
    assert!(there.len() < anywhere.len() && there.iter().all(|row| anywhere.contains(row)));
    assert!(anywhere.is_sorted());
    assert!(desk.unit_rows(&at(UnitsStatus::Done, "9.9")).is_empty());
    let missing = desk.unit_rows(&at(UnitsStatus::Missing, ""));
    assert!(missing.iter().all(|row| !summary.units.has(*row)) && !missing.is_empty());
    let all = desk.unit_rows(&UnitsFilter::default());
    assert_eq!(all.len(), missing.len() + summary.units.len() as usize);

    desk.send(Msg::FilterUnits(at(UnitsStatus::Missing, "")));
    desk.send(Msg::ExportCsv(CsvTable::Units));
    let (name, table) = &desk.handed_out[0];
    assert_eq!(name, "1022-CV-TU_6-thang_don-vi_da-loc_2024-07-20.csv");
    assert_eq!((table.heading, table.rows.len()), (Heading::Units, missing.len()));
}

#[test]
fn units_and_files_are_listed_in_the_order_that_is_asked_for() {
    let mut desk = desk();
    let summary = &desk.open().count.summary;
    let rows = |order| desk.unit_rows(&UnitsFilter { order, ..UnitsFilter::default() });
    let all = rows(UnitsOrder::Roster);
    assert!(all.is_sorted());
    let sorted = |mut rows: Vec<u32>| {
        rows.sort_unstable();
        rows
    };
    let names: Vec<&str> =
        rows(UnitsOrder::Name).iter().map(|row| &*desk.open().count.units.rows[*row as usize].name).collect();
    // Đ is among D, and Ủ among U.
    let place = |beginning: &str| names.iter().position(|name| name.starts_with(beginning)).unwrap();
    assert!(place("Ban") < place("Đảng đoàn") && place("Đảng đoàn") < place("Huyện") && place("Ủy") < place("Văn"));
    let overdue = |row: &u32| -> u32 {
        let of = summary.cells.values().flat_map(|cell| cell.steps_overdue.units());
        of.filter(|(unit, _)| unit == row).map(|(_, count)| *count).sum()
    };
    let most = rows(UnitsOrder::Overdue);
    assert!(most.iter().map(overdue).is_sorted_by(|one, next| one >= next) && overdue(&most[0]) > overdue(&all[0]));
    let unanswered = |row: &u32| summary.cells.values().filter(|cell| cell.unanswered.has(*row)).count();
    assert!(rows(UnitsOrder::Unanswered).iter().map(unanswered).is_sorted_by(|one, next| one >= next));
    let limited = |row: &u32| summary.cells.values().filter(|cell| cell.limitations.has(*row)).count();
    assert!(rows(UnitsOrder::Limitations).iter().map(limited).is_sorted_by(|one, next| one >= next));
    for order in filter::UNITS_ORDERS {
        assert_eq!(sorted(rows(order)), all);
    }
    // At one requirement, by what is said of that.
    let at = UnitsFilter { order: UnitsOrder::Limitations, requirement: "1.2".into(), ..UnitsFilter::default() };
    let (here, many) = (desk.unit_rows(&at), summary.cell(1, None).limitations.len() as usize);
    assert!(here.iter().take(many).all(|row| summary.cell(1, None).limitations.has(*row)));

    let files = |desk: &Desk, order| desk.file_rows(&FilesFilter { order, ..FilesFilter::default() });
    desk.take_in(vec![("a-cuoi.pdf".into(), b"%PDF".to_vec())]);
    let taken = files(&desk, FilesOrder::Taken);
    assert!(taken.is_sorted());
    let last = *taken.last().unwrap();
    assert_eq!(files(&desk, FilesOrder::Latest)[0], last);
    assert_eq!(files(&desk, FilesOrder::Unit).last(), Some(&last), "it is of no unit");
    for order in filter::FILES_ORDERS {
        let rows = files(&desk, order);
        // What lies in a container stays below it.
        assert!(rows.windows(2).all(|pair| pair[0].0 != pair[1].0 || pair[0].1 < pair[1].1));
        let mut things: Vec<usize> = rows.iter().map(|(thing, _)| *thing).collect();
        things.dedup();
        assert_eq!(things.len(), things.iter().collect::<BTreeSet<_>>().len());
        assert_eq!(rows.iter().collect::<BTreeSet<_>>(), taken.iter().collect());
    }
}

#[test]
fn files_stand_behind_their_containers_and_litter_is_one_line() {
    let mut desk = desk();
    desk.take_in(vec![
        ("Thumbs.db".into(), vec![1]),
        ("a/.DS_Store".into(), vec![1]),
        ("x.pdf".into(), b"%PDF".to_vec()),
    ]);
    let open = desk.open();
    let lines: usize = open.things.iter().map(|thing| thing.lines.len()).sum();
    let rows = |which| desk.file_rows(&FilesFilter { which, ..FilesFilter::default() });
    let all = rows(FilesWhich::All);
    assert_eq!((all.len(), filter::skipped_things(open)), (lines - 1, 2));
    assert!(all.is_sorted());
    for some in [
        FilesWhich::Counts,
        FilesWhich::CountsWithRemark,
        FilesWhich::Superseded,
        FilesWhich::Duplicate,
        FilesWhich::Aside,
        FilesWhich::Refused,
        FilesWhich::Waiting,
    ] {
        let shown = rows(some);
        assert!(!shown.is_empty() && shown.len() < all.len(), "{some:?}");
        for (thing, line) in &shown {
            let parent = open.things[*thing].lines[*line].parent as usize;
            assert!(parent == 0 || shown.contains(&(*thing, parent - 1)), "{some:?}");
        }
    }
    let placed = filter::Placed::of(open);
    let counting: usize = [FilesWhich::Counts, FilesWhich::CountsWithRemark]
        .into_iter()
        .flat_map(rows)
        .flat_map(|(thing, line)| placed.on_line(thing, line).collect::<Vec<_>>())
        .filter(|taken| open.count.standing.verdicts[*taken].counts())
        .count();
    assert_eq!(counting, open.count.standing.verdicts.iter().filter(|one| one.counts()).count());
    let words = |words: &str| desk.file_rows(&FilesFilter { words: words.into(), ..FilesFilter::default() });
    assert_eq!(words("x .PDF").len(), 1);
    let of_unit = words("ninh kieu");
    assert!(!of_unit.is_empty() && of_unit.len() < 12);
}

#[test]
fn pages_have_a_hundred_rows_and_one_that_is_not_there_is_the_last() {
    assert_eq!((filter::pages(0), filter::pages(PAGE), filter::pages(PAGE + 1)), (1, 1, 2));
    assert_eq!((filter::on_page(0, 3), filter::on_page(250, 1), filter::on_page(250, 9)), (0..0, 100..200, 200..250));
}

#[test]
fn what_is_handed_out_is_what_the_filter_shows() {
    let mut desk = desk();
    for table in [CsvTable::Measures, CsvTable::Register, CsvTable::Reminders, CsvTable::Requirements, CsvTable::Files]
    {
        desk.send(Msg::ExportCsv(table));
    }
    let rows: Vec<usize> = desk.handed_out.iter().map(|(_, table)| table.rows.len()).collect();
    let open = desk.open();
    let missing = open.count.measures.all.missing() as usize;
    assert_eq!(rows[..3], [open.count.units.groups.len() + 1, open.count.register.len(), missing]);
    let names: Vec<&str> = desk.handed_out.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[1], "1022-CV-TU_6-thang_tinh-hinh-gui_2024-07-20.csv");
    assert_eq!(names[4], "1022-CV-TU_6-thang_tep_2024-07-20.csv");
    // Each assessment has a row, and each thing in which there is none.
    let empty = desk.file_rows(&FilesFilter::default()).len();
    let placed = filter::Placed::of(open);
    let holding = desk.file_rows(&FilesFilter::default());
    let holding = holding.iter().filter(|(thing, line)| placed.on_line(*thing, *line).next().is_some()).count();
    assert_eq!(rows[4], empty - holding + open.taken.len());

    let group = open.count.units.groups[2].id.clone();
    desk.send(Msg::FilterRegister(RegisterFilter { group, page: 3, ..RegisterFilter::default() }));
    desk.send(Msg::ExportCsv(CsvTable::Register));
    let (name, table) = desk.handed_out.last().unwrap();
    assert_eq!(name, "1022-CV-TU_6-thang_tinh-hinh-gui_da-loc_2024-07-20.csv");
    assert_eq!(table.rows.len(), desk.register_rows(&desk.model.register_filter).len());
    let text = csv(table, &Codes, &[]);
    assert!(text.starts_with("\u{feff}Number,Unit,Group") && text.lines().count() == table.rows.len() + 1);
}

#[test]
fn the_latest_are_reminded_first() {
    let mut desk = desk();
    let last =
        desk.open().count.register.iter().find(|line| matches!(line.timing, Timing::Missing { .. })).unwrap().unit;
    let unit = desk.open().count.units.rows[last as usize].clone();
    desk.term(&unit.id, "30/07/2024", false);
    desk.send(Msg::ExportCsv(CsvTable::Reminders));
    let table = &desk.handed_out[0].1;
    assert_eq!(table.rows.last().unwrap().cells[1], Cell::Unit(last, unit.name));
    assert_eq!(table.rows[0].cells[0], Cell::Number(1));
}

#[test]
fn a_bundle_is_named_by_its_gathering_and_the_sample_says_what_it_is() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    let id = desk.open().settings.id.clone();
    desk.send(Msg::ExportBundle);
    let name = format!("1022-CV-TU_ban-mau_{id}_2024-07-20.ndjson");
    assert_eq!(desk.asked.last(), Some(&Effect::HandOutBundle(id, name)));
}

/// Ten thousand units are filtered in about a hundred times the time of a hundred.
#[test]
fn filters_take_no_longer_than_the_lists_are() {
    use coordination::count::Count;
    use coordination::model::Open;
    use domain::roster::{Roster, Unit};
    let took = |units: usize| {
        let desk = Desk::new();
        let mut roster = Roster::clone(&desk.model.roster);
        let group = roster.groups[0].id.clone();
        roster.units = (0..units)
            .map(|at| Unit {
                id: at.to_string(), group: group.clone(), name: format!("Xã số {at}"), ..Unit::default()
            })
            .collect();
        let mut open = Open::default();
        let today = desk.model.today();
        let received: [gathering::received::Received; 0] = [];
        let count = Count::of(&received, &[], &open.decisions, &open.settings, &desk.model.directive, &roster, today);
        open.count = std::rc::Rc::new(count);
        let start = Instant::now();
        for _ in 0..5 {
            let (words, group) = ("so 12".to_owned(), group.clone());
            let filter = RegisterFilter { words: words.clone(), group: group.clone(), ..RegisterFilter::default() };
            assert!(!filter::register_rows(&open, &filter).is_empty());
            let filter = UnitsFilter { words, group, status: Some(UnitsStatus::Missing), ..UnitsFilter::default() };
            assert!(!filter::unit_rows(&open, &desk.model.directive, &filter).is_empty());
        }
        start.elapsed()
    };
    let best = |units: usize| (0..3).map(|_| took(units)).min().unwrap();
    let (few, many) = (best(200), best(10_000));
    assert!(many < few * 500, "50 times as many took {many:?}, and not some 50 times {few:?}");
}

/// The codes as words.
struct Codes;

impl Words for Codes {
    fn heading(&self, heading: Heading) -> String {
        format!("{heading:?}")
    }
    fn column(&self, column: Column) -> String {
        format!("{column:?}")
    }
    fn timing(&self, timing: Timing) -> String {
        format!("{timing:?}")
    }
    fn step_state(&self, state: StepState) -> String {
        format!("{state:?}")
    }
    fn answer(&self, answer: Option<Status>) -> String {
        format!("{answer:?}")
    }
    fn outcome(&self, outcome: &str, cause: &str) -> String {
        [outcome, cause].join(" ")
    }
    fn kind(&self, kind: ExcerptKind) -> String {
        format!("{kind:?}")
    }
    fn verdict(&self, verdict: &Verdict) -> String {
        format!("{verdict:?}")
    }
    fn total(&self) -> String {
        "Tổng".into()
    }
    fn open_level(&self) -> String {
        "-".into()
    }
}
