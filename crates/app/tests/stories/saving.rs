//! Nothing typed is lost, and only what is on disk is called saved.

use crate::machine::Machine;
use app::notice::NoticeKind;
use app::views::SaveLine;
use app::{Msg, Route};
use domain::assessment::Status;
use domain::field::{AnswerField, Field};
use storage::StoreFault;

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";

#[test]
fn what_was_saved_is_there_after_the_browser_was_killed() {
    let machine = Machine::new();
    let page = machine.open();
    page.begins(NINH_KIEU);
    page.answers("1.2", Status::InProgress, "Đã ban hành kế hoạch");
    assert_eq!(page.save_line(), SaveLine::Saving);
    page.wait(200);
    assert!(page.is_saved());
    drop(page);

    let page = machine.open();
    page.opens_the_draft();
    assert_eq!(page.results("1.2"), "Đã ban hành kế hoạch");
    assert_eq!(page.requirement("1.2").answer.status, Some(Status::InProgress));
    assert!(page.is_saved(), "nothing new to write");
}

#[test]
fn at_most_half_a_second_of_continuous_typing_is_lost() {
    let machine = Machine::new();
    let page = machine.open();
    page.begins(NINH_KIEU);
    let mut text = String::new();
    for _ in 0..100 {
        text.push('ế');
        page.types(Field::Answer("1.1".into(), AnswerField::Results), &text);
        page.wait(50);
    }
    drop(page);
    let page = machine.open();
    page.opens_the_draft();
    let kept = page.results("1.1").chars().count();
    assert!(kept >= 90, "{kept} of 100 letters at 50 ms each");
}

#[test]
fn leaving_the_page_puts_the_last_letters_into_the_mirror() {
    let machine = Machine::new();
    let page = machine.open();
    page.begins(NINH_KIEU);
    page.wait(1000);
    machine.0.borrow_mut().journal_fault = Some(StoreFault::Broken);
    page.answers("1.1", Status::Done, "chữ cuối");
    page.send(Msg::Hidden);
    drop(page);
    machine.0.borrow_mut().journal_fault = None;

    let page = machine.open();
    page.opens_the_draft();
    assert_eq!(page.results("1.1"), "chữ cuối");
    page.wait(1000);
    assert!(page.is_saved());
    let disk = machine.0.borrow();
    assert!(disk.journal.values().any(|(_, text)| text.contains("chữ cuối")), "the journal was brought up");
}

#[test]
fn a_full_disk_is_told_and_saving_resumes_by_itself() {
    let machine = Machine::new();
    let page = machine.open();
    page.begins(NINH_KIEU);
    page.wait(200);
    machine.0.borrow_mut().journal_fault = Some(StoreFault::Full);
    machine.0.borrow_mut().mirror_fault = Some(StoreFault::Full);
    page.answers("1.1", Status::Done, "vẫn còn");
    page.wait(200);
    assert_eq!(page.save_line(), SaveLine::Unsaved(StoreFault::Full));
    let id = page.open_draft();
    page.send(Msg::Export(id));
    assert!(machine.last_download().1.contains("vẫn còn"), "export works from memory");

    machine.0.borrow_mut().journal_fault = None;
    machine.0.borrow_mut().mirror_fault = None;
    page.wait(4000);
    assert!(page.is_saved());
}

#[test]
fn one_store_that_refuses_is_told_once_and_the_other_serves() {
    for journal_refuses in [true, false] {
        let machine = Machine::new();
        if journal_refuses {
            machine.0.borrow_mut().journal_fault = Some(StoreFault::Refused);
        } else {
            machine.0.borrow_mut().mirror_fault = Some(StoreFault::Refused);
        }
        let page = machine.open();
        page.begins(NINH_KIEU);
        page.answers("1.1", Status::Done, "một nơi");
        page.wait(1000);
        page.answers("1.1", Status::Done, "một nơi thôi");
        page.wait(1000);
        assert!(page.is_saved());
        assert_eq!(page.notices(), [NoticeKind::OneStoreOnly(StoreFault::Refused)]);
        drop(page);
        let page = machine.open();
        page.opens_the_draft();
        assert_eq!(page.results("1.1"), "một nơi thôi");
    }
}

#[test]
fn a_stale_tab_never_overwrites_newer_work() {
    let machine = Machine::new();
    let first = machine.open();
    let id = first.begins(NINH_KIEU);
    first.wait(1000);
    let second = machine.open();
    second.opens_the_draft();
    second.answers("1.1", Status::Done, "của cửa sổ hai");
    second.wait(1000);
    assert!(second.is_saved());

    first.answers("1.1", Status::NotStarted, "của cửa sổ một");
    first.wait(1000);
    assert!(first.is_saved());
    assert!(first.notices().contains(&NoticeKind::Forked(NINH_KIEU.into())));
    assert_ne!(first.open_draft(), id, "the person goes on in the copy");
    let views = |id: &str| first.runtime.model().draft(id).unwrap().views.clone();
    assert_eq!(views(&first.open_draft()), id, "in the views that were there");
    assert_ne!(views(&id), id);
    assert_eq!(first.results("1.1"), "của cửa sổ một");
    drop((first, second));

    let page = machine.open();
    let mut kept: Vec<String> = page
        .runtime
        .model()
        .drafts
        .iter()
        .map(|draft| draft.assessment.answers.get("1.1").unwrap().results.clone())
        .collect();
    kept.sort();
    assert_eq!(kept, ["của cửa sổ hai", "của cửa sổ một"]);
}

#[test]
fn a_stale_tab_that_is_killed_while_it_is_left_overwrites_nothing_either() {
    let machine = Machine::new();
    let stale = machine.open();
    stale.begins(NINH_KIEU);
    stale.wait(1000);
    let other = machine.open();
    other.opens_the_draft();
    other.answers("1.1", Status::Done, "đã lưu ở cửa sổ hai");
    other.wait(1000);
    assert!(other.is_saved());
    // Many edits, so that its revision is the higher one; the journal does not answer any more.
    stale.gate.close();
    for text in ["m", "mộ", "một", "một c", "một chữ"] {
        stale.answers("1.1", Status::NotStarted, text);
    }
    stale.send(Msg::Hidden);
    drop((stale, other));

    let page = machine.open();
    let mut kept: Vec<String> = page
        .runtime
        .model()
        .drafts
        .iter()
        .map(|draft| draft.assessment.answers.get("1.1").unwrap().results.clone())
        .collect();
    kept.sort();
    assert_eq!(kept, ["một chữ", "đã lưu ở cửa sổ hai"]);
}

#[test]
fn a_damaged_record_is_healed_from_the_other_store_and_kept() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "còn ở nơi kia");
    page.wait(1000);
    drop(page);
    machine.0.borrow_mut().journal.get_mut(&id).unwrap().1.truncate(100);

    let page = machine.open();
    page.opens_the_draft();
    assert_eq!(page.results("1.1"), "còn ở nơi kia");
    page.wait(100);
    let disk = machine.0.borrow();
    let kept = disk.journal.iter().find(|(kept, _)| kept.starts_with(&format!("unreadable-{id}-"))).unwrap();
    assert_eq!(kept.1.1.len(), 100);
}

#[test]
fn records_that_cannot_be_read_are_told_left_alone_and_handed_out() {
    let machine = Machine::new();
    machine.0.borrow_mut().journal.insert("x1".into(), (3, "{\"format\":\"khác\"}".into()));
    let page = machine.open();
    assert_eq!(page.notices(), [NoticeKind::Unreadable(1)]);
    page.send(Msg::DownloadDamaged(0));
    assert_eq!(machine.last_download().1, "{\"format\":\"khác\"}");
    page.begins(NINH_KIEU);
    page.wait(5000);
    assert_eq!(machine.0.borrow().journal["x1"].1, "{\"format\":\"khác\"}");
}

#[test]
fn an_address_of_a_draft_that_is_not_here_leads_to_the_list() {
    let page = Machine::new().open();
    page.send(Msg::Arrived(Route::parse("/tu-danh-gia/khong-co/chung")));
    assert!(page.runtime.model().current().is_none());
}

#[test]
fn who_asks_for_it_hears_that_all_of_it_is_saved_and_only_then() {
    let machine = Machine::new();
    let page = machine.open();
    page.begins(NINH_KIEU);
    let told = || page.notices().into_iter().filter(|kind| matches!(kind, NoticeKind::Saved(_))).count();
    page.wait(1000);
    page.gate.close();
    page.types(Field::Overall, "một");
    page.send(Msg::SaveNow);
    assert!(!page.is_saved());
    assert_eq!(told(), 0, "it is on its way");
    page.comes_through();
    assert!(page.is_saved());
    assert_eq!(page.notices(), [NoticeKind::Saved("09:00".into())]);
    // Once more is told once more, and not twice.
    page.wait(60_000);
    page.send(Msg::SaveNow);
    assert_eq!(page.notices(), [NoticeKind::Saved("09:01".into())]);
    page.gate.open();
    machine.0.borrow_mut().journal_fault = Some(StoreFault::Full);
    machine.0.borrow_mut().mirror_fault = Some(StoreFault::Full);
    page.types(Field::Overall, "một hai");
    page.send(Msg::SaveNow);
    page.wait(1000);
    assert_eq!(page.notices(), [NoticeKind::Saved("09:01".into())], "what is not saved is not said to be");
}
