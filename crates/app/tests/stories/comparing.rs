//! Drafts of one unit, however they came about: the list tells them apart, they are compared and joined there, and nothing is lost.

use crate::machine::{Machine, Page};
use app::msg::ImportChoice;
use app::views::{DraftRow, draft_rows};
use app::{Host, Msg, Route, Section};
use domain::field::{AnswerField, Field};
use exchange::merge::MergeChoice;
use exchange::record::CopyKind;

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";
const MARK: &str = "— Từ bản nháp sửa lúc 09:00 01/07/2024: —";

fn results() -> Field {
    Field::Answer("1.1".into(), AnswerField::Results)
}

fn rows(page: &Page) -> Vec<DraftRow> {
    draft_rows(&page.runtime.model(), false)
}

fn row(page: &Page, id: &str) -> DraftRow {
    rows(page).into_iter().find(|row| row.id == id).expect("a row")
}

fn text(page: &Page, id: &str) -> String {
    page.runtime.model().draft(id).expect("a draft").assessment.text(&results())
}

fn merge(page: &Page) {
    page.send(Msg::Import(ImportChoice::Merge(MARK.into())));
}

/// A draft, its file as it was, and what was written since.
fn draft_and_file(machine: &Machine) -> (Page, String, String) {
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.types(results(), "của bạn");
    page.send(Msg::Export(id.clone()));
    let file = machine.last_download().1;
    page.types(results(), "của tôi");
    page.wait(1000);
    (page, id, file)
}

#[test]
fn two_that_were_kept_are_told_apart_compared_and_joined() {
    let machine = Machine::new();
    let (page, own, file) = draft_and_file(&machine);
    assert_eq!(row(&page, &own).begun_beside, None, "alone it needs no telling apart");
    page.wait(60_000);
    page.send(Msg::FileRead("b.json".into(), file.into_bytes()));
    page.send(Msg::Import(ImportChoice::Add));
    page.wait(1000);
    drop(page);

    let page = machine.open();
    let taken = rows(&page).into_iter().find(|row| row.id != own).expect("the other").id;
    let (mine, theirs) = (row(&page, &own), row(&page, &taken));
    assert_eq!((mine.origin, mine.begun_beside.as_deref()), (None, Some("09:00 01/07/2024")));
    assert_eq!(theirs.origin, Some(("b.json".into(), "09:01 01/07/2024".into())));
    assert!(theirs.begun_beside.is_some());

    page.send(Msg::Compare(own.clone()));
    assert_eq!((page.runtime.model().reviews.len(), page.focus.borrow().as_str()), (1, "review-title"));
    assert_eq!(page.runtime.model().comparison().expect("two sides").differences.len(), 1);
    // What makes no sense of a draft that is here already does nothing.
    for choice in [ImportChoice::Add, ImportChoice::Replace, ImportChoice::StartFrom, ImportChoice::Cancel] {
        page.send(Msg::Compare(own.clone()));
        page.send(Msg::Import(choice));
        assert_eq!((page.runtime.model().reviews.len(), rows(&page).len()), (0, 2));
    }
    page.send(Msg::Compare(own.clone()));
    merge(&page);
    assert_eq!(text(&page, &own), ["của tôi\n\n", MARK, "\ncủa bạn"].concat());
    assert_eq!((text(&page, &taken), page.open_draft()), ("của bạn".into(), own.clone()), "the other stays as it was");
    page.undoes();
    assert_eq!((text(&page, &own), rows(&page).len()), ("của tôi".into(), 2));
}

#[test]
fn what_was_typed_into_a_merge_that_was_taken_back_says_so() {
    let machine = Machine::new();
    let (page, own, file) = draft_and_file(&machine);
    page.send(Msg::FileRead("b.json".into(), file.into_bytes()));
    page.send(Msg::Choose(None, MergeChoice::Theirs));
    merge(&page);
    page.types(results(), "của bạn và của tôi");
    page.undoes();
    let other = rows(&page).into_iter().find(|row| row.id != own).expect("a draft of what was typed");
    assert_eq!(other.origin, Some((String::new(), "09:00 01/07/2024".into())));
    page.send(Msg::Compare(other.id.clone()));
    page.send(Msg::Choose(None, MergeChoice::Mine));
    merge(&page);
    assert_eq!((text(&page, &other.id), text(&page, &own)), ("của bạn và của tôi".into(), "của tôi".into()));
}

#[test]
fn two_windows_are_compared_as_they_stand_now() {
    let machine = Machine::new();
    let (page, own, _) = draft_and_file(&machine);
    let other = machine.open();
    other.opens_the_draft();
    other.types(results(), "ở cửa sổ kia");
    other.wait(1000);
    page.types(results(), "ở cửa sổ này");
    page.wait(1000);
    let copy = page.open_draft();
    assert_eq!(row(&page, &copy).copy.map(|(kind, _)| kind), Some(CopyKind::Window));

    page.send(Msg::Compare(own.clone()));
    let theirs = |page: &Page| page.runtime.model().comparison().expect("two sides").theirs.text(&results());
    assert_eq!(theirs(&page), "ở cửa sổ này");
    // The person goes on with it before they have decided.
    page.send(Msg::Go(Route::Draft(copy.clone(), Section::General)));
    page.types(results(), "ở cửa sổ này, thêm nữa");
    page.send(Msg::Go(Route::Drafts));
    assert_eq!(theirs(&page), "ở cửa sổ này, thêm nữa");
    page.send(Msg::Choose(None, MergeChoice::Theirs));
    merge(&page);
    assert_eq!((text(&page, &own), text(&page, &copy)), (theirs_text().into(), theirs_text().into()));
}

fn theirs_text() -> &'static str {
    "ở cửa sổ này, thêm nữa"
}

#[test]
fn each_other_draft_of_the_unit_has_a_line_and_other_units_and_the_sample_none() {
    let machine = Machine::new();
    let page = machine.open();
    let first = page.begins(NINH_KIEU);
    page.begins(NINH_KIEU);
    page.begins("Quận ủy Ô Môn");
    page.begins(NINH_KIEU);
    page.send(Msg::OpenSample);
    let sample = page.open_draft();
    assert_eq!(row(&page, &sample).begun_beside, None);
    page.send(Msg::FileRead("x.json".into(), b"x".to_vec()));
    page.send(Msg::Compare(first.clone()));
    page.send(Msg::Compare(first.clone()));
    assert_eq!((page.runtime.model().reviews.len(), page.runtime.model().review), (3, 1), "the file waits as before");
    page.send(Msg::Compare(sample));
    assert_eq!(page.runtime.model().reviews.len(), 1);
    // Who is done with one is done with all; who has joined one may join the next.
    page.send(Msg::Compare(first.clone()));
    page.send(Msg::Import(ImportChoice::Cancel));
    assert_eq!((page.runtime.model().reviews.len(), page.runtime.model().review), (1, 0));
    page.send(Msg::Compare(first.clone()));
    merge(&page);
    assert_eq!(page.runtime.model().reviews.len(), 2);

    let (directive, roster) = (page.runtime.model().directive.clone(), page.runtime.model().roster.clone());
    page.wait(1000);
    let page = machine.open_as(directive, roster, Host { readonly: true, ..Host::default() });
    page.send(Msg::Compare(first));
    assert!(page.runtime.model().reviews.is_empty(), "who may only read joins nothing");
}
