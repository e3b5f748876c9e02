//! Reading what all units say about one requirement, one after the other.

use crate::desk::{Desk, sample};
use coordination::filter::{ReadingFilter, reading_rows};
use coordination::msg::{Effect, Msg, Noting};
use coordination::undo::Changed;
use coordination::views::reading::{ReadText, ReadingView};
use coordination::views::unit::UnitView;
use gathering::verdict::Verdict;

fn desk() -> Desk {
    let mut desk = Desk::with_gathering("x");
    desk.take_in(sample());
    read_of(&mut desk, "1.2");
    desk
}

fn read_of(desk: &mut Desk, requirement: &str) {
    let path = [&desk.open().settings.id, "/doc/", requirement].concat();
    desk.go(&path);
}

fn view(desk: &Desk) -> ReadingView {
    ReadingView::of(&desk.model).unwrap()
}

fn text(desk: &Desk) -> ReadText {
    view(desk).text.unwrap()
}

#[test]
fn one_reads_unit_after_unit_and_what_was_read_is_remembered() {
    let mut desk = desk();
    let (first, all) = (text(&desk), view(&desk).read.1);
    assert!(all > 5 && view(&desk).read.0 == 0, "{all}");
    assert!(first.now.is_some() && !first.is_read, "{first:?}");
    desk.send(Msg::ReadNext);
    let second = text(&desk);
    assert_ne!(second.unit, first.unit);
    assert!(second.now.is_some(), "its file is loaded");
    assert_eq!(view(&desk).read, (1, all));
    assert!(matches!(desk.asked.last(), Some(Effect::LoadFile(..))));
    assert!(desk.asked.contains(&Effect::Focus(["board-read-", &second.unit].concat())));
    desk.send(Msg::ReadPrevious);
    assert_eq!((text(&desk).unit, text(&desk).is_read), (first.unit.clone(), true));
    assert_eq!(view(&desk).read, (1, all), "going back reads nothing");
    // Whoever opens it begins with the first that was not read, also with another requirement.
    assert_eq!(text(&desk.another('b')).unit, second.unit);
    read_of(&mut desk, "1.1");
    assert_eq!(view(&desk).read.0, 0);
    read_of(&mut desk, "1.2");
    desk.undo();
    assert_eq!((view(&desk).read.0, desk.open().undo.last()), (0, Some(Changed::Settings)));
}

#[test]
fn at_the_ends_one_stays() {
    let mut desk = desk();
    let rows = reading_rows(&desk.model);
    let (all, last) = (rows.len(), rows.last().unwrap().unit.to_owned());
    let first = text(&desk).unit;
    desk.send(Msg::ReadPrevious);
    assert_eq!(text(&desk).unit, first);
    for _ in 0..all + 3 {
        desk.send(Msg::ReadNext);
    }
    assert_eq!(text(&desk).unit, last);
    assert_eq!(view(&desk).read, (all, all));
}

#[test]
fn only_units_of_the_group_are_read() {
    let mut desk = desk();
    let all = view(&desk);
    let rows = reading_rows(&desk.model);
    let group = desk.open().count.units.rows[rows.last().unwrap().row as usize].group;
    let group = desk.open().count.units.groups[group as usize].id.clone();
    desk.send(Msg::FilterReading(ReadingFilter { group: group.clone(), ..ReadingFilter::default() }));
    let some = view(&desk);
    assert!(some.read.1 > 0 && some.read.1 < all.read.1);
    let units = &desk.open().count.units;
    let of_group =
        |unit: &str| units.groups[units.rows[units.row_of(unit).unwrap() as usize].group as usize].id == group;
    assert!(some.lines.iter().all(|line| of_group(&line.unit)) && of_group(&some.text.unwrap().unit));
}

#[test]
fn a_later_file_was_not_read_and_stands_beside_the_one_before() {
    let mut desk = desk();
    let superseded = |desk: &Desk| {
        let rows = reading_rows(&desk.model);
        let standing = &desk.open().count.standing;
        let is_before = |at: &u32| matches!(standing.verdicts[*at as usize], Verdict::Superseded { .. });
        let row = rows.iter().find(|row| standing.rows[row.row as usize].others.iter().any(is_before));
        row.unwrap().unit.to_owned()
    };
    let unit = superseded(&desk);
    desk.send(Msg::FilterReading(ReadingFilter { unit: unit.clone(), ..ReadingFilter::default() }));
    let shown = text(&desk);
    let (now, before) = (shown.now.unwrap().1, shown.before.expect("the file before is loaded"));
    assert!(before.revision < now.revision && before.unit == now.unit);
    // In the unit's own view it is none of those that are read.
    let path = [&desk.open().settings.id, "/don-vi/", &unit].concat();
    desk.go(&path);
    assert!(UnitView::of(&desk.model).unwrap().papers.iter().all(|(_, one)| one.revision != before.revision));
    // What was read in the file before counts no more.
    read_of(&mut desk, "1.2");
    let sha256 = "0".repeat(64);
    let noting = Noting::Read { unit, requirement: "1.2".into(), sha256, is_read: true };
    desk.send(Msg::Note(Box::new(noting)));
    assert_eq!(view(&desk).read.0, 0);
}

#[test]
fn an_address_of_no_requirement_reads_nothing_and_one_without_the_first() {
    let mut desk = desk();
    read_of(&mut desk, "9.9");
    assert_eq!((view(&desk).requirement, view(&desk).text), (None, None));
    desk.send(Msg::ReadNext);
    read_of(&mut desk, "");
    assert_eq!(view(&desk).requirement.as_deref(), Some("1.1"));
}
