//! What a window does when it sees another one change a draft, case by case. `model` tries them in every order.

use crate::machine::{Machine, Page};
use crate::ports::Verdict;
use app::notice::NoticeKind;
use app::views::draft_rows;
use app::{HostEvent, Msg, Route, Section};
use domain::field::{AnswerField, Field};
use exchange::record::{self, CopyKind};
use storage::StoreFault;

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";

fn results() -> Field {
    Field::Answer("1.1".into(), AnswerField::Results)
}

/// A machine with one saved draft, and two windows that have it open.
fn two_windows() -> (Machine, String, Page, Page) {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.types(results(), "một");
    page.wait(1000);
    assert!(page.is_saved());
    drop(page);
    let (here, there) = (machine.open(), machine.open());
    here.opens_the_draft();
    there.opens_the_draft();
    (machine, id, here, there)
}

fn saves(page: &Page, text: &str) {
    page.types(results(), text);
    page.wait(1000);
    assert!(page.is_saved());
}

fn writer(machine: &Machine, id: &str) -> String {
    record::from_text(&machine.record(id).journal.unwrap().1).unwrap().writer
}

/// What every draft of the window says.
fn texts(page: &Page) -> Vec<String> {
    let mut texts: Vec<String> =
        page.runtime.model().drafts.iter().map(|draft| draft.assessment.text(&results())).collect();
    texts.sort();
    texts
}

fn drafts(page: &Page) -> usize {
    page.runtime.model().drafts.len()
}

#[test]
fn who_asks_for_it_has_everything_written_at_once() {
    let (_, _, here, _) = two_windows();
    here.types(results(), "hai");
    assert!(!here.is_saved());
    here.send(Msg::Flush);
    assert!(here.is_saved());
}

#[test]
fn the_page_around_is_told_of_a_save_once_and_only_when_all_is_on_disk() {
    let (machine, id, here, _) = two_windows();
    let saves = || here.told.borrow_mut().drain(..).filter(|told| matches!(told, HostEvent::Save(_))).count();
    machine.0.borrow_mut().journal_fault = Some(StoreFault::Broken);
    here.types(results(), "hai");
    here.wait(1000);
    assert_eq!(saves(), 1);
    machine.0.borrow_mut().journal_fault = None;
    here.wait(60_000);
    assert!(machine.record(&id).journal.unwrap().1.contains("hai"));
    assert_eq!(saves(), 0, "the journal only catches up");

    here.gate.close();
    here.types(results(), "ba");
    here.send(Msg::SaveDue(id));
    here.types(results(), "bốn");
    (0..2).for_each(|_| here.step(0));
    assert_eq!(saves(), 0, "what was typed meanwhile is not on disk");
}

#[test]
fn a_store_that_begins_to_refuse_is_told_of_once() {
    let (machine, _, here, _) = two_windows();
    machine.0.borrow_mut().mirror_fault = Some(StoreFault::Refused);
    saves(&here, "hai");
    assert_eq!(here.notices(), [NoticeKind::OneStoreOnly(StoreFault::Refused)]);
    let notice = here.runtime.model().notices[0].id;
    here.send(Msg::Dismiss(notice));
    saves(&here, "ba");
    assert!(here.notices().is_empty());
}

#[test]
fn what_follows_on_another_window_s_work_is_signed_anew() {
    let (machine, id, here, there) = two_windows();
    saves(&here, "hai");
    let first = writer(&machine, &id);
    // The field that was typed into would keep its text.
    here.send(Msg::Left);
    there.looks_at(&id);
    saves(&there, "ba");
    here.looks_at(&id);
    saves(&here, "bốn");
    let second = writer(&machine, &id);
    assert_eq!((texts(&here), here.notices()), (vec!["bốn".into()], vec![]));
    assert!(!first.is_empty() && !second.is_empty());
    assert_ne!(first, second);
}

#[test]
fn a_record_that_is_met_and_cannot_be_read_is_listed_and_a_sound_one_is_not() {
    for has_mirror in [true, false] {
        let (machine, id, here, there) = two_windows();
        saves(&there, "hai");
        here.types(results(), "ba");
        here.wait(1000);
        assert_eq!(texts(&here), ["ba", "hai"]);
        assert!(here.runtime.model().damaged.is_empty());

        machine.0.borrow_mut().journal.insert(id.clone(), (40, "hỏng".into()));
        if has_mirror {
            machine.0.borrow_mut().mirror.insert(id.clone(), "hỏng".into());
        } else {
            machine.0.borrow_mut().mirror.remove(&id);
        }
        there.types(results(), "bốn");
        there.wait(1000);
        assert_eq!(there.runtime.model().damaged.len(), 1, "the mirror had it too: {has_mirror}");
        assert_eq!(there.results("1.1"), "bốn");
    }
}

#[test]
fn a_copy_is_saved_where_only_the_journal_serves() {
    let (machine, _, here, there) = two_windows();
    machine.0.borrow_mut().mirror_fault = Some(StoreFault::Refused);
    saves(&there, "hai");
    here.types(results(), "ba");
    here.wait(5000);
    assert!(here.is_saved());
    assert_eq!(texts(&here), ["ba", "hai"]);
}

#[test]
fn a_field_that_went_into_the_copy_is_not_behind_the_draft() {
    let (_, id, here, there) = two_windows();
    here.send(Msg::Entered(id.clone(), results()));
    saves(&there, "hai");
    here.types(results(), "ba");
    here.wait(1000);
    assert_ne!(here.open_draft(), id);
    saves(&there, "bốn");
    here.looks_at(&id);
    assert!(!here.runtime.model().is_field_behind);
    assert_eq!(texts(&here), ["ba", "bốn"]);
}

#[test]
fn no_copy_takes_the_name_of_another() {
    let (machine, id, here, there) = two_windows();
    // As it is left, the window finds another's newer record in the mirror, and puts its own aside.
    here.gate.close();
    here.types(results(), "gác lại");
    saves(&there, "hai");
    here.send(Msg::Hidden);
    let aside = machine.0.borrow().mirror.keys().find(|key| **key != id).cloned().unwrap();
    // Another window makes a draft of it, which this one hears of.
    let third = machine.open();
    third.wait(1000);
    assert!(machine.record(&aside).journal.is_some());
    here.looks_at(&aside);
    here.gate.open();
    here.comes_through();
    here.wait(5000);
    assert_ne!(here.open_draft(), aside);
    assert_eq!(texts(&here), ["gác lại", "gác lại", "hai"]);
}

#[test]
fn no_name_of_a_copy_is_used_twice() {
    let (_, id, here, there) = two_windows();
    let mut names = Vec::new();
    for (theirs, mine) in [("hai", "ba"), ("bốn", "năm")] {
        saves(&there, theirs);
        here.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
        here.types(results(), mine);
        here.wait(1000);
        names.push(here.open_draft());
        here.send(Msg::DeleteDraft(here.open_draft()));
        here.wait(1000);
        here.send(Msg::PurgeDraft(names.last().unwrap().clone()));
        assert_eq!(drafts(&here), 1);
    }
    assert!(!names.contains(&id));
    assert_ne!(names[0], names[1]);
}

#[test]
fn a_record_that_was_put_away_is_no_draft_when_it_is_seen() {
    let (machine, id, here, there) = two_windows();
    drop(there);
    machine.0.borrow_mut().journal.get_mut(&id).unwrap().1 = "hỏng".into();
    let third = machine.open();
    third.opens_the_draft();
    saves(&third, "hai");
    let away = machine.0.borrow().journal.keys().find(|key| **key != id).cloned().unwrap();
    here.looks_at(&away);
    assert_eq!(drafts(&here), 1);
    assert!(here.runtime.model().damaged.is_empty());
}

#[test]
fn only_a_deleted_draft_that_is_gone_from_both_stores_goes_here_too() {
    // Deleted and on disk: it can still be brought back.
    let (machine, id, here, _) = two_windows();
    here.send(Msg::DeleteDraft(id.clone()));
    here.wait(1000);
    here.looks_at(&id);
    assert_eq!(drafts(&here), 1);
    // Gone, but not deleted here: this is the last of it.
    let (other, id, kept, _) = two_windows();
    other.0.borrow_mut().journal.clear();
    other.0.borrow_mut().mirror.clear();
    kept.looks_at(&id);
    assert_eq!(drafts(&kept), 1);
    // Gone, and the deletion is not on disk yet.
    kept.send(Msg::DeleteDraft(id.clone()));
    kept.looks_at(&id);
    assert_eq!(drafts(&kept), 1);
    // Deleted, and gone.
    machine.0.borrow_mut().journal.clear();
    machine.0.borrow_mut().mirror.clear();
    let id = here.runtime.model().drafts[0].id.clone();
    here.looks_at(&id);
    assert_eq!(drafts(&here), 0);
}

#[test]
fn without_a_journal_the_mirror_is_what_windows_share() {
    let (machine, id, here, there) = two_windows();
    machine.0.borrow_mut().journal_fault = Some(StoreFault::Refused);
    saves(&there, "hai");
    here.looks_at(&id);
    assert_eq!(texts(&here), ["hai"]);
    // What was typed here is not replaced.
    here.types(results(), "ba");
    saves(&there, "bốn");
    here.looks_at(&id);
    assert!(texts(&here).contains(&"ba".into()));
}

#[test]
fn a_mirror_that_does_not_know_what_this_window_saved_replaces_nothing() {
    let (machine, id, here, there) = two_windows();
    machine.0.borrow_mut().mirror_fault = Some(StoreFault::Refused);
    saves(&here, "hai");
    saves(&here, "ba");
    {
        let mut disk = machine.0.borrow_mut();
        (disk.mirror_fault, disk.journal_fault) = (None, Some(StoreFault::Refused));
    }
    saves(&there, "không hay biết");
    saves(&there, "không hay biết gì");
    saves(&there, "không hay biết gì cả");
    here.looks_at(&id);
    assert!(texts(&here).contains(&"ba".into()), "{:?}", texts(&here));
}

#[test]
fn a_draft_that_came_from_another_window_keeps_its_views_when_it_changes() {
    let (_, id, here, there) = two_windows();
    saves(&there, "hai");
    here.types(results(), "ba");
    here.wait(1000);
    let views = || here.runtime.model().draft(&id).unwrap().views.clone();
    let before = views();
    saves(&there, "bốn");
    here.looks_at(&id);
    assert!(texts(&here).contains(&"bốn".into()));
    assert_eq!(views(), before);
}

#[test]
fn where_each_store_has_another_window_s_work_both_are_drafts() {
    let (machine, id, here, there) = two_windows();
    // Here only the journal is to be had, and there only the mirror.
    there.gate.close();
    machine.0.borrow_mut().mirror_fault = Some(StoreFault::Refused);
    saves(&here, "trong nhật ký");
    machine.0.borrow_mut().mirror_fault = None;
    there.types(results(), "trong gương");
    there.send(Msg::SaveDue(id.clone()));
    there.decides(0, Verdict::Fails(StoreFault::Refused));
    drop((here, there));

    let page = machine.open();
    assert_eq!(page.notices(), [NoticeKind::Parted(NINH_KIEU.into())]);
    assert_eq!(texts(&page), ["trong gương", "trong nhật ký"]);
    let rows = draft_rows(&page.runtime.model(), false);
    let copies: Vec<(CopyKind, String)> = rows.into_iter().filter_map(|row| row.copy).collect();
    assert_eq!(copies, [(CopyKind::Window, "09:00 01/07/2024".into())]);
    page.wait(1000);
    drop(page);
    let page = machine.open();
    assert!(page.notices().is_empty(), "said once");
    assert_eq!(texts(&page), ["trong gương", "trong nhật ký"]);
}

/// A window that was left with words that the mirror alone has, and the next one while it brings the journal up to that: what it does
/// to the journal waits at its gate.
fn brings_the_journal_up() -> (Machine, Page) {
    let (machine, _, here, there) = two_windows();
    drop(there);
    here.gate.close();
    here.types(results(), "một hai");
    here.send(Msg::Hidden);
    drop(here);
    let page = machine.open();
    page.opens_the_draft();
    assert_eq!(texts(&page), ["một hai"]);
    page.gate.close();
    page.wait(1);
    assert_eq!(page.gate.waiting(), ["journal change"]);
    page.types(results(), "một hai ba");
    (machine, page)
}

#[test]
fn who_leaves_while_the_journal_is_brought_up_is_no_second_window() {
    for comes_through in [true, false] {
        let (machine, page) = brings_the_journal_up();
        page.send(Msg::Hidden);
        if comes_through {
            page.step(0);
        }
        drop(page);
        let page = machine.open();
        assert_eq!((texts(&page), page.notices()), (vec!["một hai ba".to_owned()], vec![]), "{comes_through}");
        page.wait(1000);
        assert_eq!(
            machine.record(&page.runtime.model().drafts[0].id).journal.map(|(_, text)| text.contains("ba")),
            Some(true)
        );
    }
}

#[test]
fn what_brought_the_journal_up_and_said_that_it_had_not_is_no_second_window() {
    let (machine, page) = brings_the_journal_up();
    page.decides(0, Verdict::GoesAndFails(StoreFault::Broken));
    page.gate.open();
    page.comes_through();
    page.wait(40_000);
    assert_eq!((texts(&page), page.is_saved()), (vec!["một hai ba".to_owned()], true));
    // The same, where it is left before it has heard of that.
    let (machine_left, page) = brings_the_journal_up();
    page.decides(0, Verdict::GoesAndFails(StoreFault::Broken));
    page.send(Msg::Hidden);
    drop(page);
    for machine in [machine, machine_left] {
        let page = machine.open();
        assert_eq!((texts(&page), page.notices()), (vec!["một hai ba".to_owned()], vec![]));
    }
}
