//! Every mistake can be undone: states are kept, told apart, and restored.

use crate::machine::{Machine, Page};
use app::history::{MOST_OF_A_DRAFT, Reason};
use app::msg::{HistoryMsg, ImportChoice};
use app::notice::{NoticeKind, PastNotice};
use app::views::history::{HistoryRow, history_rows};
use app::{Edit, Msg, Route, Section};
use domain::assessment::Status;
use domain::field::{AnswerField, EvidenceField, Field, FormPlace};
use storage::StoreFault;

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";
const HOUR: i64 = 3_600_000;

fn opens_history(page: &Page, draft: &str) -> Vec<HistoryRow> {
    page.send(Msg::Go(Route::Draft(draft.to_owned(), Section::History(None))));
    rows(page, draft)
}

fn rows(page: &Page, draft: &str) -> Vec<HistoryRow> {
    history_rows(&page.runtime.model(), draft).expect("the history was read")
}

fn reasons(rows: &[HistoryRow]) -> Vec<Reason> {
    rows.iter().map(|row| row.reason).collect()
}

fn restores(page: &Page, draft: &str, row: &HistoryRow) {
    page.send(Msg::History(HistoryMsg::Restore(draft.to_owned(), row.id.clone())));
}

fn results(requirement: &str) -> FormPlace {
    FormPlace::Field(Field::Answer(requirement.into(), AnswerField::Results))
}

#[test]
fn a_state_is_kept_after_each_hour_of_work_and_says_what_has_changed_since() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "giờ đầu");
    page.wait(HOUR - 1);
    page.answers("1.1", Status::Done, "cuối giờ đầu");
    assert!(opens_history(&page, &id).is_empty(), "not yet an hour");
    page.wait(1);
    page.answers("1.2", Status::InProgress, "giờ sau");
    page.answers("1.2", Status::InProgress, "giờ sau, thêm");

    let rows = opens_history(&page, &id);
    assert_eq!(reasons(&rows), [Reason::Hourly]);
    assert_eq!(rows[0].when, "10:00 01/07/2024");
    assert_eq!(rows[0].changes, Some(vec![FormPlace::Status("1.2".into()), results("1.2")]));
    assert!(!rows[0].unstored);
    page.wait(3 * HOUR);
    assert_eq!(opens_history(&page, &id).len(), 1, "nothing is kept while nobody works");
}

#[test]
fn a_state_is_kept_before_everything_that_can_go_wrong() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "của đơn vị");
    page.send(Msg::Export(id.clone()));
    let (name, text) = machine.last_download();

    page.answers("1.1", Status::Done, "trước khi nhập");
    page.send(Msg::FileRead(name.clone(), text.clone().into_bytes()));
    page.send(Msg::Import(ImportChoice::Add));
    page.send(Msg::PurgeDraft(page.open_draft()));
    page.send(Msg::DeleteDraft(page.open_draft()));
    page.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
    page.answers("1.1", Status::Done, "trước khi làm kỳ mới");
    page.send(Msg::StartFrom(id.clone()));
    page.send(Msg::DeleteDraft(page.open_draft()));
    page.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
    page.answers("1.1", Status::Done, "trước khi thay");
    page.send(Msg::FileRead(name, text.into_bytes()));
    page.send(Msg::Import(ImportChoice::Replace));
    page.undoes();
    page.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
    page.answers("1.1", Status::Done, "trước khi xóa");
    page.send(Msg::DeleteDraft(id.clone()));
    page.undoes();

    let rows = opens_history(&page, &id);
    assert_eq!(reasons(&rows), [Reason::Delete, Reason::Replace, Reason::StartFrom, Reason::Import]);
    let history = |row: &HistoryRow| page.runtime.model().history.content(&id, &row.id).unwrap();
    let texts: Vec<String> = rows.iter().map(|row| history(row).answers.get("1.1").unwrap().results.clone()).collect();
    assert_eq!(texts, ["trước khi xóa", "trước khi thay", "trước khi làm kỳ mới", "trước khi nhập"]);
}

#[test]
fn any_state_is_restored_and_the_restore_taken_back() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "cũ");
    page.wait(HOUR);
    page.answers("1.1", Status::Done, "mới");
    page.edit(Edit::AddStep("1.1".into()));
    page.wait(1000);
    let old = opens_history(&page, &id)[0].clone();
    let (revision, views) = (page.assessment().revision, page.runtime.model().draft(&id).unwrap().views.clone());

    restores(&page, &id, &old);
    assert_eq!(page.results("1.1"), "cũ");
    assert!(page.assessment().revision > revision, "edits only count up");
    assert_ne!(page.runtime.model().draft(&id).unwrap().views, views, "the fields begin anew");
    assert_eq!(page.notices(), [NoticeKind::Past(PastNotice::Restored(old.when.clone()))]);
    assert_eq!(*page.focus.borrow(), "notices");
    assert_eq!(reasons(&rows(&page, &id)), [Reason::Restore, Reason::Hourly]);
    assert_eq!(rows(&page, &id)[1].changes, Some(Vec::new()), "the same as now");

    page.undoes();
    assert_eq!(page.results("1.1"), "mới");
    assert_eq!(page.requirement("1.1").answer.next_steps.len(), 1);
    page.wait(1000);
    assert!(page.is_saved());
    drop(page);

    let page = machine.open();
    page.opens_the_draft();
    assert_eq!(page.results("1.1"), "mới");
    let kept = opens_history(&page, &id);
    restores(&page, &id, kept.last().unwrap());
    assert_eq!(page.results("1.1"), "cũ", "and in another session too");
}

#[test]
fn a_restore_counts_as_edits_since_the_export() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "cũ");
    page.wait(HOUR);
    page.answers("1.1", Status::InProgress, "mới");
    page.send(Msg::Export(id.clone()));
    let old = opens_history(&page, &id)[0].clone();
    restores(&page, &id, &old);
    assert_eq!(page.runtime.model().draft(&id).unwrap().touched.len(), 2);
}

#[test]
fn the_history_is_bounded_and_the_oldest_goes_first() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    for hour in 0..30 {
        page.answers("1.1", Status::Done, &format!("giờ {hour}"));
        page.wait(HOUR);
    }
    let rows = opens_history(&page, &id);
    assert_eq!(rows.len(), MOST_OF_A_DRAFT);
    assert_eq!(machine.0.borrow().snapshots.len(), MOST_OF_A_DRAFT, "what went is not on the disk either");
    let model = page.runtime.model();
    let oldest = model.history.content(&id, &rows.last().unwrap().id).unwrap();
    assert_eq!(oldest.answers.get("1.1").unwrap().results, "giờ 9");
}

#[test]
fn where_the_store_refuses_the_history_lasts_as_long_as_the_page_and_says_so() {
    let machine = Machine::new();
    machine.0.borrow_mut().refuses_snapshots = true;
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "cũ");
    page.wait(HOUR);
    page.answers("1.1", Status::Done, "mới");
    let rows = opens_history(&page, &id);
    assert!(rows[0].unstored);
    restores(&page, &id, &rows[0]);
    assert_eq!(page.results("1.1"), "cũ");
    drop(page);
    let page = machine.open();
    assert!(opens_history(&page, &id).is_empty());
}

#[test]
fn a_damaged_state_is_shown_as_such_and_never_restored() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "cũ");
    page.wait(HOUR);
    page.answers("1.1", Status::Done, "mới");
    machine.0.borrow_mut().snapshots.values_mut().for_each(|text| text.truncate(50));
    machine.0.borrow_mut().snapshots.insert("a key of another making".into(), "text".into());
    let rows = opens_history(&page, &id);
    assert_eq!(rows.iter().map(|row| row.changes.clone()).collect::<Vec<_>>(), [None]);
    restores(&page, &id, &rows[0]);
    assert_eq!(page.results("1.1"), "mới");
    assert_eq!(machine.0.borrow().snapshots.len(), 2, "neither is touched");
}

#[test]
fn another_windows_snapshots_show_when_the_history_is_opened() {
    let machine = Machine::new();
    let (first, second) = (machine.open(), machine.open());
    let id = first.begins(NINH_KIEU);
    first.wait(1000);
    drop(second);
    let second = machine.open();
    second.opens_the_draft();
    second.wait(HOUR);
    second.answers("1.1", Status::Done, "ở cửa sổ hai");
    assert_eq!(opens_history(&first, &id).len(), 1);
}

#[test]
fn an_address_of_a_state_leads_there_after_a_reload_too() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.wait(HOUR);
    page.answers("1.1", Status::Done, "mới");
    page.wait(1000);
    let kept = opens_history(&page, &id)[0].id.clone();
    drop(page);
    let page = machine.open();
    page.send(Msg::Arrived(Route::parse(&format!("/tu-danh-gia/{id}/lich-su/{kept}"))));
    assert!(page.runtime.model().history.content(&id, &kept).is_some());
    page.send(Msg::Go(Route::Drafts));
    assert!(page.runtime.model().history.content(&id, &kept).is_none(), "and is forgotten when it is left");
}

#[test]
fn where_a_draft_finds_no_room_the_history_makes_some() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    for hour in 0..5 {
        page.answers("1.1", Status::Done, &format!("giờ {hour}"));
        page.wait(HOUR);
    }
    assert_eq!(machine.0.borrow().snapshots.len(), 4);
    machine.0.borrow_mut().journal_fault = Some(StoreFault::Full);
    page.answers("1.1", Status::Done, "chữ mới");
    page.wait(1000);
    assert_eq!(machine.0.borrow().snapshots.len(), 1, "the newest stays");
    machine.0.borrow_mut().journal_fault = None;
    page.wait(4000);
    page.answers("1.1", Status::Done, "chữ mới hơn");
    page.wait(1000);
    assert!(page.is_saved());
    assert_eq!(opens_history(&page, &id).len(), 1);
}

#[test]
fn a_removed_document_can_be_had_from_the_history() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.edit(Edit::AddEvidence(None));
    let entry = page.assessment().evidence[0].id.clone();
    page.types(Field::Evidence(entry.clone(), EvidenceField::Number), "85-KH/QU");
    page.edit(Edit::RemoveEvidence(entry));
    let rows = opens_history(&page, &id);
    assert_eq!(reasons(&rows), [Reason::RemoveEvidence]);
    restores(&page, &id, &rows[0]);
    assert_eq!(page.assessment().evidence[0].number, "85-KH/QU");
}
