//! Comparing two gatherings, and what the list says of each.

use crate::desk::{Desk, sample};
use coordination::compared::{Beside, CompareFilter};
use coordination::filter::{FilesFilter, FilesWhich, RegisterFilter, RegisterWhich, UnitsFilter, UnitsStatus};
use coordination::msg::{CsvTable, Effect, Msg};
use coordination::narrowed::Narrowed;
use coordination::place::Place;
use coordination::views::compare::{Compare, Progress, Seen};
use coordination::views::frame::Frame;
use coordination::views::shelf::{Shelf, ShelfRow};
use gathering::comparison::Share;
use std::rc::Rc;
use storage::StoreFault;

fn compare(desk: &Desk) -> Compare {
    Compare::of(&desk.model).expect("the comparison is there")
}

fn seen(desk: &Desk) -> Seen {
    match compare(desk).progress {
        Progress::Seen(seen) => *seen,
        other => panic!("{other:?}"),
    }
}

fn row(desk: &Desk, name: &str) -> ShelfRow {
    let Shelf::Read(rows) = Shelf::of(&desk.model) else { panic!("the list is not there") };
    rows.into_iter().find(|row| row.name == name).unwrap()
}

/// The sample with the one of the period before beside it.
fn compared_samples() -> Desk {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    let id = desk.open().settings.id.clone();
    desk.send(Msg::GoTo(Place::Compare(id, String::new())));
    assert_eq!(compare(&desk).progress, Progress::Alone);
    desk.send(Msg::MakeEarlierSample);
    desk
}

#[test]
fn the_sample_is_compared_with_one_of_the_period_before_that_is_made_without_being_opened() {
    let mut desk = compared_samples();
    let (open, seen) = (desk.open().settings.id.clone(), seen(&desk));
    assert!(!desk.open().settings.is_before);
    assert_eq!((seen.earlier.name.as_str(), &seen.later.id), ("Năm 2023", &open));
    let sum = |of: fn(&Seen) -> Vec<Share>| {
        of(&seen).iter().fold((0, 0), |sum, one| (sum.0 + one.done, sum.1 + one.in_scope))
    };
    let earlier = sum(|seen| seen.rows.iter().map(|row| row.earlier).collect());
    let later = sum(|seen| seen.rows.iter().map(|row| row.later).collect());
    assert!(earlier.0 * later.1 < later.0 * earlier.1, "less was done before: {earlier:?} {later:?}");
    // What is not the same is named.
    assert!(!seen.comparability.is_full() && !seen.comparability.is_same_cut_off);
    assert_eq!(seen.only_later.len(), seen.comparability.only_later.len());
    assert!(!seen.only_later.is_empty() && !seen.only_earlier.is_empty());
    // There is one, and no second is made; the sample is still the sample.
    desk.send(Msg::MakeEarlierSample);
    assert_eq!(desk.disk.borrow().settings.len(), 2);
    desk.go("");
    desk.send(Msg::OpenSample);
    assert_eq!(desk.open().settings.id, open);
    assert!(row(&desk, "Năm 2023").tally.is_some_and(|tally| tally.received < tally.expected), "it was counted");
}

#[test]
fn the_numbers_are_those_that_are_seen_when_it_is_opened() {
    let mut desk = compared_samples();
    let seen = seen(&desk);
    let done = seen.rows[0].earlier;
    desk.send(Msg::CarryUnits(
        seen.earlier.id.clone(),
        UnitsFilter { requirement: "1.1".into(), status: Some(UnitsStatus::Done), ..UnitsFilter::default() },
    ));
    desk.send(Msg::GoTo(Place::Units(seen.earlier.id)));
    assert_eq!(desk.open().count.summary.cell(0, None).done.len(), done.done);
    assert_eq!(desk.unit_rows(&desk.model.units_filter.clone()).len(), done.done as usize, "the filter came with it");
    let other = Frame::of(&desk.model).unwrap();
    assert!(other.can_compare);
    // From the other one the same two are compared, the earlier one first.
    desk.send(Msg::GoTo(Place::Compare(other.id, String::new())));
    assert_eq!(self::seen(&desk).rows, seen.rows);
}

#[test]
fn a_group_or_the_units_in_both_alone_are_compared_and_the_table_says_so() {
    let mut desk = compared_samples();
    let all = seen(&desk);
    let filter = CompareFilter { group: "quan-huyen-uy".into(), is_both_only: true };
    desk.send(Msg::FilterCompared(filter));
    let some = seen(&desk);
    assert!(some.rows[0].later.in_scope < all.rows[0].later.in_scope);
    assert_eq!(some.rows[0].later.in_scope, some.rows[0].earlier.in_scope, "the same units are asked");
    desk.send(Msg::ExportCsv(CsvTable::Comparison));
    let (name, table) = desk.handed_out.last().unwrap();
    assert!(name.contains("so-sanh_da-loc"), "{name}");
    assert_eq!(table.rows.len(), some.rows.len());
    let names = [("Năm 2023".to_owned(), true), (String::new(), true)];
    let group = Narrowed::Group("Các quận ủy, huyện ủy".into());
    assert_eq!(desk.narrowed, [Narrowed::Gatherings(names), group, Narrowed::BothOnly]);
}

#[test]
fn a_gathering_is_compared_with_the_last_before_it_never_with_a_sample_and_any_other_can_be_chosen() {
    let mut desk = Desk::with_gathering("2024");
    desk.take_in(sample());
    let this = desk.open().settings.id.clone();
    assert!(!Frame::of(&desk.model).unwrap().can_compare);
    for (name, cut_off) in [("2022", "31/01/2023"), ("2023", "31/01/2024"), ("2025", "31/01/2025")] {
        desk.send(Msg::StartGathering(name.into()));
        desk.send(Msg::EditSettings(coordination::msg::SettingsEdit::CutOff(cut_off.into())));
    }
    desk.send(Msg::OpenSample);
    desk.send(Msg::GoTo(Place::Compare(this.clone(), String::new())));
    assert_eq!(seen(&desk).earlier.name, "2023");
    assert_eq!(compare(&desk).others.len(), 3, "and no sample");
    let last = compare(&desk).others[0].clone();
    assert_eq!(last.1, "2025");
    desk.send(Msg::GoTo(Place::Compare(this, last.0)));
    assert_eq!((seen(&desk).earlier.name.as_str(), seen(&desk).later.name.as_str()), ("2024", "2025"));
}

#[test]
fn what_cannot_be_read_is_said_and_can_be_tried_again() {
    let mut desk = compared_samples();
    let (id, other) = (desk.open().settings.id.clone(), compare(&desk).other);
    desk.model.compared.as_mut().unwrap().state = Beside::Reading(1, 9);
    desk.send(Msg::Summed("another".into(), Err(StoreFault::Broken)));
    assert_eq!(compare(&desk).progress, Progress::Reading(1, 9), "it was of something else");
    desk.send(Msg::Summed(other, Err(StoreFault::Broken)));
    assert_eq!(compare(&desk).progress, Progress::Failed(StoreFault::Broken));
    desk.send(Msg::CompareAgain);
    assert!(matches!(compare(&desk).progress, Progress::Seen(_)));
    // Once another one was opened it may have changed, and is read anew.
    let asked = |desk: &Desk| desk.asked.iter().filter(|asked| matches!(asked, Effect::Sum(_))).count();
    let before = asked(&desk);
    desk.send(Msg::GoTo(Place::Overview(id.clone())));
    desk.send(Msg::GoTo(Place::Compare(id.clone(), String::new())));
    assert_eq!(asked(&desk), before);
    let other = compare(&desk).other;
    desk.send(Msg::GoTo(Place::Overview(other)));
    desk.send(Msg::GoTo(Place::Compare(id, String::new())));
    assert_eq!(asked(&desk), before + 1);
}

#[test]
fn the_list_says_of_every_gathering_how_many_have_reported_also_after_a_restart() {
    let mut desk = Desk::with_gathering("một");
    desk.take_in(sample());
    let all = desk.open().count.measures.all;
    assert!(all.received > 10);
    desk.send(Msg::StartGathering("hai".into()));
    desk.go("");
    let again = Desk::over(Rc::clone(&desk.disk), 'b', "");
    for desk in [desk, again] {
        let said = |name: &str| row(&desk, name).tally.map(|tally| (tally.received, tally.expected));
        assert_eq!(said("một"), Some((all.received, all.expected)));
        assert_eq!(said("hai"), Some((0, all.expected)));
    }
}

#[test]
fn while_things_are_taken_in_nothing_is_said_that_would_not_be_true_after_a_crash() {
    let mut desk = Desk::with_gathering("một");
    let id = desk.open().settings.id.clone();
    assert!(desk.disk.borrow().tallies.contains_key(&id));
    desk.send(Msg::Intake(id.clone(), coordination::intake::Step::Began { things: 2, bytes: Some(9) }));
    assert!(!desk.disk.borrow().tallies.contains_key(&id));
    desk.send(Msg::Intake(id.clone(), coordination::intake::Step::Ended { unread: 0, cancelled: false }));
    assert!(desk.disk.borrow().tallies.contains_key(&id));
}

#[test]
fn a_table_made_under_a_filter_is_told_what_it_is_narrowed_to() {
    let mut desk = Desk::with_gathering("một");
    desk.take_in(sample());
    let narrowed = |desk: &mut Desk, msg: Msg, table: CsvTable| {
        desk.send(msg);
        desk.send(Msg::ExportCsv(table));
        desk.narrowed.clone()
    };
    let group = || Narrowed::Group("Các quận ủy, huyện ủy".into());
    let filter = RegisterFilter {
        group: "quan-huyen-uy".into(),
        which: RegisterWhich::Missing,
        page: 1,
        ..RegisterFilter::default()
    };
    let found = narrowed(&mut desk, Msg::FilterRegister(filter.clone()), CsvTable::Register);
    assert_eq!(found, [group(), Narrowed::Register(RegisterWhich::Missing)]);
    let reminders = narrowed(&mut desk, Msg::FilterRegister(filter), CsvTable::Reminders);
    assert_eq!(reminders, [group()], "that list is of the missing anyway");
    let filter = UnitsFilter {
        requirement: "1.1".into(),
        status: Some(UnitsStatus::Done),
        words: " ninh ".into(),
        ..UnitsFilter::default()
    };
    let found = narrowed(&mut desk, Msg::FilterUnits(filter), CsvTable::Units);
    assert_eq!(found, [Narrowed::Status("1.1".into(), UnitsStatus::Done), Narrowed::Words("ninh".into())]);
    let filter = FilesFilter { which: FilesWhich::Refused, ..FilesFilter::default() };
    assert_eq!(narrowed(&mut desk, Msg::FilterFiles(filter), CsvTable::Files), [Narrowed::Files(FilesWhich::Refused)]);
    let name = desk.handed_out.last().unwrap().0.clone();
    assert!(name.contains("da-loc"), "{name}");
    let none =
        narrowed(&mut desk, Msg::FilterFiles(FilesFilter { page: 1, ..FilesFilter::default() }), CsvTable::Files);
    assert_eq!(none, [], "a page is no filter");
    assert!(!desk.handed_out.last().unwrap().0.contains("da-loc"));
}

#[test]
fn the_sample_of_the_period_before_waits_until_the_sample_is_there() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    let id = desk.open().settings.id.clone();
    desk.send(Msg::GoTo(Place::Compare(id.clone(), String::new())));
    desk.send(Msg::Intake(id.clone(), coordination::intake::Step::Began { things: 2, bytes: Some(9) }));
    desk.send(Msg::MakeEarlierSample);
    assert_eq!(compare(&desk).progress, Progress::TakingIn(0, 0));
    desk.send(Msg::Intake(id, coordination::intake::Step::Ended { unread: 0, cancelled: false }));
    assert_eq!(seen(&desk).earlier.name, "Năm 2023");
}
