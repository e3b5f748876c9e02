//! Going from place to place.

use crate::desk::{Desk, sample};
use coordination::intake::Step;
use coordination::model::Model;
use coordination::msg::{Clock, Effect, Msg};
use coordination::notice::NoticeKind;
use coordination::place::Place;
use coordination::settings::Settings;
use domain::lang::Lang;
use std::rc::Rc;
use storage::StoreFault;

fn kinds(model: &Model) -> Vec<NoticeKind> {
    model.notices.iter().map(|notice| notice.kind.clone()).collect()
}

#[test]
fn an_address_leads_into_its_gathering() {
    let mut desk = Desk::with_gathering("x");
    desk.take_in(sample());
    let id = desk.open().settings.id.clone();
    let path = [&id, "/tinh-hinh-gui"].concat();
    let again = Desk::over(Rc::clone(&desk.disk), 'b', &path);
    assert_eq!(again.model.place, Place::Register(id));
    assert_eq!(again.asked[..1], [Effect::ReadShelf]);
    assert_eq!(again.open().things.len(), desk.open().things.len());
}

#[test]
fn a_gathering_that_is_not_there_leads_to_the_list_and_says_so() {
    let desk = Desk::over(Rc::default(), 'a', "nirgends/tep");
    assert_eq!(desk.model.place, Place::Shelf);
    assert_eq!(kinds(&desk.model), [NoticeKind::NoGathering]);
    assert!(desk.asked.contains(&Effect::Go(String::new())));
    let mut desk = desk;
    let id = desk.model.notices[0].id;
    desk.send(Msg::Dismiss(id));
    assert!(desk.model.notices.is_empty());
    assert_eq!(desk.asked.last(), Some(&Effect::Focus("board-notices".into())));
}

#[test]
fn a_list_that_cannot_be_read_is_said_and_nothing_is_called_missing() {
    let desk = Desk::new();
    let mut model = Model::new(Rc::clone(&desk.model.directive), Rc::clone(&desk.model.roster), 1);
    let mut send = |msg| model.update(Clock::default(), msg);
    assert_eq!(send(Msg::Arrived("k7".into())), [Effect::ReadShelf]);
    assert!(send(Msg::ShelfRead(Err(StoreFault::Refused))).is_empty());
    assert_eq!(model.shelf, Some(Err(StoreFault::Refused)));
    assert_eq!((model.place, model.notices), (Place::Overview("k7".into()), Vec::new()));
}

#[test]
fn a_second_gathering_lets_go_of_the_first_and_of_what_comes_for_it() {
    let mut desk = Desk::with_gathering("một");
    let first = desk.open().settings.id.clone();
    desk.send(Msg::Intake(first.clone(), Step::Began { things: 2, bytes: Some(2) }));
    desk.send(Msg::StartGathering("hai".into()));
    assert!(desk.asked.contains(&Effect::CancelIntake));
    let mut donor = Desk::with_gathering("y");
    donor.take_in(sample());
    let (things, taken) = (donor.open().things.clone(), donor.open().taken.clone());
    desk.send(Msg::Intake(
        first.clone(),
        Step::Kept {
            things,
            taken,
            decisions: Vec::new(),
            rewrites: Vec::new(),
            notes: Vec::new(),
            settings: Vec::new(),
            bytes: 2,
        },
    ));
    desk.send(Msg::Intake(first.clone(), Step::Ended { unread: 1, cancelled: true }));
    desk.send(Msg::OpenEnded(first.clone(), Err(StoreFault::Broken)));
    let open = desk.open();
    assert_eq!((open.settings.name.as_str(), open.things.len(), open.unread), ("hai", 0, 0));
    assert_ne!(open.settings.id, first);
    desk.go(&first);
    assert_eq!(desk.open().settings.name, "một");
}

#[test]
fn what_could_not_be_read_whole_is_not_shown() {
    let mut desk = Desk::with_gathering("x");
    let id = desk.open().settings.id.clone();
    desk.send(Msg::OpenEnded(id, Err(StoreFault::Broken)));
    assert!(desk.model.open.is_none());
    assert_eq!(desk.model.place, Place::Shelf);
    assert_eq!(kinds(&desk.model), [NoticeKind::Unopened(StoreFault::Broken)]);
}

#[test]
fn the_files_of_the_unit_that_is_looked_at_are_loaded_and_let_go_of() {
    let mut desk = Desk::with_gathering("x");
    desk.take_in(sample());
    let id = desk.open().settings.id.clone();
    let (unit, file) = desk.counting()[0].clone();
    desk.go(&Place::Unit(id.clone(), unit.clone()).path());
    let shown = desk.open().shown.clone().unwrap();
    assert_eq!(shown.2[file.key.index as usize].unit, file.facts.unit);
    let loaded = |desk: &Desk| desk.asked.iter().filter(|asked| matches!(asked, Effect::LoadFile(..))).count();
    desk.term(&unit, "", true);
    assert_eq!(loaded(&desk), 1, "what is shown is not loaded again");
    // Of two that wait for a decision both are there.
    let rows = desk.open().count.units.rows.iter().zip(&desk.open().count.standing.rows);
    let two = rows.clone().find(|(_, row)| row.counting.is_empty() && row.waiting.len() == 2).unwrap().0.id.clone();
    desk.go(&Place::Unit(id.clone(), two).path());
    assert_eq!((desk.open().beside.len(), loaded(&desk)), (1, 3));
    assert_ne!(desk.open().shown.as_ref().unwrap().0, shown.0);
    desk.go(&Place::Units(id.clone()).path());
    assert!(desk.open().shown.is_none() && desk.open().beside.is_empty());
    // What comes late is not shown, and what cannot be had is said.
    desk.send(Msg::FileLoaded(shown.0.clone(), shown.1, Ok(b"{}".to_vec())));
    assert!(desk.open().shown.is_none());
    desk.disk.borrow_mut().things.clear();
    desk.go(&Place::Unit(id, unit).path());
    assert_eq!(kinds(&desk.model).last(), Some(&NoticeKind::Unloaded(StoreFault::Broken)));
    desk.send(Msg::FileLoaded(shown.0, shown.1, Ok(b"{}".to_vec())));
    assert_eq!(kinds(&desk.model).last(), Some(&NoticeKind::Unreadable));
}

#[test]
fn the_page_around_tells_the_language_and_the_level() {
    let mut desk = Desk::new();
    desk.send(Msg::Configured(Lang::En, 3));
    assert_eq!((desk.model.lang, desk.model.heading_level), (Lang::En, 3));
}

#[test]
fn the_newest_gathering_stands_first() {
    let mut desk = Desk::new();
    for (id, at) in [("a", "2024-01-01T00:00:00Z"), ("b", "2024-03-01T00:00:00Z"), ("c", "2024-02-01T00:00:00Z")] {
        let settings = Settings { id: id.into(), created_at: at.into(), ..Settings::default() };
        desk.disk.borrow_mut().settings.insert(id.into(), settings);
    }
    desk.go("");
    let ids: Vec<_> = desk.model.shelf.iter().flatten().flatten().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["b", "c", "a"]);
}
