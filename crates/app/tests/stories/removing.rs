//! A shared machine: the file goes with the person, and nothing stays. Also, where drafts are stored.

use crate::machine::{Machine, Page};
use app::msg::{HistoryMsg, RemovalMsg};
use app::notice::{NoticeKind, PastNotice};
use app::removal::{REMOVE_BUTTON, REMOVE_TITLE, Removal, Stage};
use app::space::Space;
use app::{Msg, Route, Section};
use domain::assessment::Status;
use storage::{StoreFault, quarantine_id};

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";
const PHONG_DIEN: &str = "Huyện ủy Phong Điền";
const HOUR: i64 = 3_600_000;

fn removal(page: &Page, msg: RemovalMsg) {
    page.send(Msg::Removal(msg));
}

fn asks_for(page: &Page) -> String {
    match page.runtime.model().removal.clone() {
        Some(Removal { stage: Stage::Asking { file, .. }, .. }) => file,
        other => panic!("{other:?}"),
    }
}

/// A draft with a history, a restore that can be undone, a deleted predecessor, and a copy that cannot be read.
fn worked_on(page: &Page) -> String {
    let earlier = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "bí mật cũ");
    page.wait(1000);
    page.send(Msg::DeleteDraft(earlier));
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "bí mật");
    page.wait(HOUR);
    page.answers("1.1", Status::Done, "bí mật mới");
    page.wait(1000);
    page.machine().0.borrow_mut().journal.insert(quarantine_id(&id, "bí mật hỏng"), (1, "bí mật hỏng".into()));
    page.send(Msg::Go(Route::Draft(id.clone(), Section::History(None))));
    let kept = page.runtime.model().history.of(&id)[0].id.clone();
    page.send(Msg::History(HistoryMsg::Restore(id.clone(), kept)));
    page.wait(1000);
    page.send(Msg::Go(Route::Draft(id.clone(), Section::Export)));
    id
}

#[test]
fn after_the_file_was_seen_nothing_of_the_unit_stays() {
    let machine = Machine::new();
    let page = machine.open();
    let other = page.begins(PHONG_DIEN);
    page.answers("1.1", Status::Done, "của Phong Điền");
    page.wait(HOUR);
    page.answers("1.1", Status::Done, "của Phong Điền, sau");
    let id = worked_on(&page);

    removal(&page, RemovalMsg::Begin(id.clone()));
    assert_eq!(*page.focus.borrow(), REMOVE_TITLE);
    assert_eq!(asks_for(&page), machine.last_download().0);
    assert!(machine.0.borrow().journal.contains_key(&id), "not before the person has said so");
    removal(&page, RemovalMsg::Confirm);
    page.wait(HOUR);
    page.send(Msg::Hidden);

    assert_eq!(page.runtime.model().route, Route::Drafts);
    assert_eq!(
        page.notices(),
        [NoticeKind::Past(PastNotice::Removed(NINH_KIEU.into(), 0))],
        "nothing that could bring it back"
    );
    assert!(page.runtime.model().unit.is_none());
    let disk = machine.0.borrow();
    let everything = format!("{:?}{:?}{:?}{:?}", disk.journal, disk.mirror, disk.snapshots, disk.settings);
    assert!(!everything.contains("bí mật") && !everything.contains("Ninh Kiều"), "{everything}");
    assert!(!everything.contains(&id));
    assert!(disk.journal.contains_key(&other) && disk.snapshots.len() == 1, "the other unit's work is untouched");
}

#[test]
fn what_was_exported_comes_back_from_the_file() {
    let machine = Machine::new();
    let page = machine.open();
    let id = worked_on(&page);
    removal(&page, RemovalMsg::Begin(id));
    removal(&page, RemovalMsg::Confirm);
    let (name, text) = machine.last_download();
    page.send(Msg::FileRead(name, text.into_bytes()));
    page.send(Msg::Import(app::msg::ImportChoice::Add));
    assert_eq!(page.results("1.1"), "bí mật");
}

#[test]
fn the_person_may_think_again() {
    let machine = Machine::new();
    let page = machine.open();
    let id = worked_on(&page);
    removal(&page, RemovalMsg::Begin(id.clone()));
    removal(&page, RemovalMsg::Cancel);
    assert_eq!(*page.focus.borrow(), REMOVE_BUTTON);
    removal(&page, RemovalMsg::Confirm);
    assert!(page.runtime.model().draft(&id).is_some(), "nothing waits for a yes any more");

    removal(&page, RemovalMsg::Begin(id.clone()));
    page.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
    removal(&page, RemovalMsg::Confirm);
    assert!(page.runtime.model().draft(&id).is_some(), "going elsewhere is a no");
}

#[test]
fn what_was_edited_since_is_exported_again_and_asked_for_again() {
    let machine = Machine::new();
    let page = machine.open();
    let id = worked_on(&page);
    removal(&page, RemovalMsg::Begin(id.clone()));
    let first = asks_for(&page);
    page.answers("1.2", Status::Done, "vừa gõ thêm");
    removal(&page, RemovalMsg::Confirm);
    assert!(page.runtime.model().draft(&id).is_some());
    assert!(machine.last_download().1.contains("vừa gõ thêm"));
    let again = Stage::Asking { file: asks_for(&page), content: Box::new(page.assessment()), again: true };
    assert_eq!(page.runtime.model().removal, Some(Removal { draft: id.clone(), stage: again }));
    assert_ne!(asks_for(&page), first);
    removal(&page, RemovalMsg::Confirm);
    assert!(page.runtime.model().draft(&id).is_none());
}

#[test]
fn a_later_state_of_another_window_is_not_removed() {
    let machine = Machine::new();
    let page = machine.open();
    let id = worked_on(&page);
    let other = machine.open();
    removal(&page, RemovalMsg::Begin(id.clone()));
    other.opens_draft_of(NINH_KIEU);
    other.answers("1.1", Status::Done, "chưa có trong tệp");
    other.wait(1000);
    removal(&page, RemovalMsg::Confirm);
    assert!(page.runtime.model().draft(&id).is_some());
    assert!(machine.0.borrow().journal[&id].1.contains("chưa có trong tệp"));
    assert!(page.notices().contains(&NoticeKind::Past(PastNotice::RemovalStopped(NINH_KIEU.into()))));
    assert_eq!(page.runtime.model().removal, None);
}

#[test]
fn a_store_that_does_not_let_go_is_told() {
    let machine = Machine::new();
    let page = machine.open();
    let id = worked_on(&page);
    machine.0.borrow_mut().journal_fault = Some(StoreFault::Refused);
    removal(&page, RemovalMsg::Begin(id.clone()));
    removal(&page, RemovalMsg::Confirm);
    assert!(page.notices().contains(&NoticeKind::Past(PastNotice::RemovalIncomplete(NINH_KIEU.into()))));
}

#[test]
fn a_file_that_no_import_takes_is_no_reason_to_remove_anything() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, &"dài ".repeat(20_000));
    removal(&page, RemovalMsg::Begin(id.clone()));
    assert_eq!(page.runtime.model().removal, None);
    assert!(page.notices().contains(&NoticeKind::ExportOversize));
    assert!(page.runtime.model().draft(&id).is_some());
}

#[test]
fn the_browser_is_asked_once_after_the_first_real_save_to_keep_the_place() {
    let machine = Machine::new();
    machine.0.borrow_mut().space = Some(Space { kept: Some(false), used_of: Some((1, 1 << 40)) });
    let page = machine.open();
    assert_eq!(page.runtime.model().space.kept, Some(false), "what it says is known from the start");
    page.send(Msg::OpenSample);
    page.wait(1000);
    page.begins(NINH_KIEU);
    page.wait(1000);
    assert_eq!(machine.0.borrow().asked_to_keep, 0, "nothing is typed yet");
    page.answers("1.1", Status::Done, "chữ thật");
    page.wait(1000);
    assert_eq!(machine.0.borrow().asked_to_keep, 1);
    assert_eq!(page.runtime.model().space.kept, Some(true));
    page.answers("1.1", Status::Done, "chữ thật nữa");
    page.wait(1000);
    drop(page);
    let page = machine.open();
    page.opens_draft_of(NINH_KIEU);
    page.answers("1.1", Status::Done, "hôm sau");
    page.wait(1000);
    assert_eq!(machine.0.borrow().asked_to_keep, 1, "nor at a later visit");
}

#[test]
fn the_room_is_looked_at_again_when_the_journal_refuses() {
    let machine = Machine::new();
    let page = machine.open();
    page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "chữ");
    page.wait(1000);
    machine.0.borrow_mut().space = Some(Space { kept: None, used_of: Some((99, 100)) });
    page.answers("1.1", Status::Done, "một");
    page.wait(1000);
    assert_eq!(page.runtime.model().space, Space::default(), "not after each write");
    machine.0.borrow_mut().journal_fault = Some(StoreFault::Full);
    page.answers("1.1", Status::Done, "hai");
    page.wait(1000);
    assert_eq!(page.runtime.model().space.running_low(), Some((99, 1)));
}
