//! Removing a gathering.

use crate::desk::{Desk, sample};
use coordination::intake::Step;
use coordination::msg::{Change, Effect, Msg};
use coordination::notice::NoticeKind;
use coordination::place::Place;
use storage::StoreFault;

fn removals(desk: &Desk) -> usize {
    let is_removal =
        |asked: &&Effect| matches!(asked, Effect::Write(_, changes) if matches!(changes[..], [Change::NoGathering(_)]));
    desk.asked.iter().filter(is_removal).count()
}

#[test]
fn it_is_done_when_it_was_asked_for_twice() {
    let mut desk = Desk::with_gathering("x");
    desk.take_in(sample());
    let id = desk.open().settings.id.clone();
    desk.send(Msg::RemoveGathering("nirgends".into()));
    assert_eq!(desk.model.removal, None);
    desk.send(Msg::RemoveGathering(id.clone()));
    assert_eq!((desk.model.removal.as_ref(), removals(&desk)), (Some(&id), 0));
    desk.go("");
    desk.send(Msg::RemoveGathering(id.clone()));
    assert_eq!(removals(&desk), 0, "going elsewhere is no answer");
    desk.send(Msg::RemoveGathering(id.clone()));
    assert_eq!((removals(&desk), desk.model.place.clone()), (1, Place::Shelf));
    assert!(desk.model.open.is_none() && desk.disk.borrow().things.is_empty());
    assert_eq!(desk.model.shelf, Some(Ok(Vec::new())));
    assert_eq!(desk.model.notices[0].kind, NoticeKind::Removed("x".into()));
}

#[test]
fn it_waits_until_nothing_is_taken_in_any_more() {
    let mut desk = Desk::with_gathering("x");
    let id = desk.open().settings.id.clone();
    desk.send(Msg::Intake(id.clone(), Step::Began { things: 1, bytes: Some(1) }));
    desk.send(Msg::RemoveGathering(id.clone()));
    desk.send(Msg::RemoveGathering(id.clone()));
    assert!(desk.asked.contains(&Effect::CancelIntake));
    assert_eq!(removals(&desk), 0);
    desk.send(Msg::Intake(id, Step::Ended { unread: 0, cancelled: true }));
    assert_eq!(removals(&desk), 1);
    assert!(desk.disk.borrow().settings.is_empty());
}

#[test]
fn what_could_not_be_removed_is_still_there() {
    let mut desk = Desk::with_gathering("x");
    let id = desk.open().settings.id.clone();
    desk.full = true;
    desk.send(Msg::RemoveGathering(id.clone()));
    desk.send(Msg::RemoveGathering(id.clone()));
    assert_eq!(desk.model.notices[0].kind, NoticeKind::NotRemoved(StoreFault::Full));
    desk.full = false;
    desk.go(&id);
    assert_eq!(desk.open().settings.name, "x");
}
