//! A unit's report: what it is shown from, and what is kept of it with the draft.

use crate::machine::{Machine, Page};
use app::msg::{ImportChoice, RemovalMsg};
use app::{Edit, Host, Msg, Route, Section};
use domain::field::Field;

const KEPT: &str = r#"{"edits":{"paragraphs":{"results/overall":{"base":"a","text":"b"}}}}"#;

/// The page at the report of a draft of its own.
fn at_the_report(machine: &Machine) -> (Page, String) {
    let page = machine.open();
    let id = page.begins("Quận ủy Ninh Kiều");
    page.send(Msg::Go(Route::Draft(id.clone(), Section::Report)));
    (page, id)
}

/// Keeps that of the report of a draft, over nothing.
fn keep(draft: &str) -> Msg {
    Msg::KeepReport(draft.to_owned(), String::new(), KEPT.to_owned())
}

fn report_of(page: &Page, id: &str) -> String {
    page.runtime.model().draft(id).unwrap().report.clone()
}

#[test]
fn the_report_is_shown_from_the_draft_as_it_stands_until_its_section_is_left() {
    let (page, id) = at_the_report(&Machine::new());
    page.send(Msg::Edit(id.clone(), Edit::Text(Field::Overall, "Tốt.".into())));
    page.send(keep(&id));
    page.send(Msg::Go(Route::Draft(id, Section::Overview)));
    let shown = page.reports.borrow();
    let [Some(first), Some(edited), Some(kept_on), .., None] = shown.as_slice() else { panic!("{}", shown.len()) };
    assert_eq!((first.assessment.overall.as_str(), first.kept.as_str()), ("", ""));
    assert_eq!((edited.assessment.overall.as_str(), edited.kept.as_str()), ("Tốt.", ""));
    assert_eq!(kept_on.kept, KEPT);
}

#[test]
fn what_is_made_of_the_report_is_saved_with_the_draft_and_goes_into_no_file() {
    let machine = Machine::new();
    let (page, id) = at_the_report(&machine);
    page.wait(5000);
    let before = page.runtime.model().draft(&id).unwrap().assessment.clone();
    page.send(keep(&id));
    assert!(!page.is_saved());
    page.wait(5000);
    assert!(page.is_saved());
    assert_eq!(page.runtime.model().draft(&id).unwrap().assessment, before, "the assessment stays as it is");
    page.send(Msg::Export(id.clone()));
    assert!(!machine.last_download().1.contains("results/overall"));
    let again = machine.open();
    assert_eq!(report_of(&again, &id), KEPT);
    again.send(Msg::KeepReport(id.clone(), KEPT.into(), String::new()));
    again.wait(5000);
    assert_eq!(report_of(&machine.open(), &id), "");
}

#[test]
fn who_may_only_read_keeps_nothing() {
    let machine = Machine::new();
    let (page, id) = at_the_report(&machine);
    page.send(Msg::Host(Host { readonly: true, ..Host::default() }));
    assert_eq!(page.reports.borrow().last(), Some(&None));
    page.send(keep(&id));
    assert_eq!(report_of(&page, &id), "");
}

#[test]
fn a_draft_that_a_file_replaces_hands_its_report_on() {
    let machine = Machine::new();
    let (page, id) = at_the_report(&machine);
    page.send(keep(&id));
    page.send(Msg::Export(id.clone()));
    let (name, text) = machine.last_download();
    page.send(Msg::Edit(id.clone(), Edit::Text(Field::Overall, "Tốt.".into())));
    page.send(Msg::FileRead(name, text.into_bytes()));
    page.send(Msg::Import(ImportChoice::Replace));
    let replaced = page.runtime.model().current().unwrap().id.clone();
    assert_ne!(replaced, id);
    assert_eq!(report_of(&page, &replaced), KEPT);
}

#[test]
fn a_record_with_another_report_is_not_what_was_exported_and_stays() {
    let machine = Machine::new();
    let (page, id) = at_the_report(&machine);
    page.wait(5000);
    let other = machine.open();
    other.send(keep(&id));
    other.wait(5000);
    page.send(Msg::Removal(RemovalMsg::Begin(id.clone())));
    page.send(Msg::Removal(RemovalMsg::Confirm));
    page.wait(5000);
    assert_eq!(report_of(&machine.open(), &id), KEPT);
}

#[test]
fn what_another_window_has_made_of_the_report_meanwhile_stays_beside_this_ones() {
    let machine = Machine::new();
    let (page, id) = at_the_report(&machine);
    page.wait(5000);
    let other = machine.open();
    other.send(keep(&id));
    other.wait(5000);
    page.looks_at(&id);
    assert_eq!(report_of(&page, &id), KEPT);
    // Typed before it was shown.
    page.send(Msg::KeepReport(id.clone(), String::new(), "{}".into()));
    let copy = page.runtime.model().current().unwrap().id.clone();
    assert_ne!(copy, id);
    // The next letter comes before the copy is shown.
    page.send(Msg::KeepReport(id.clone(), "{}".into(), r#"{"a":1}"#.into()));
    assert_eq!((report_of(&page, &id).as_str(), report_of(&page, &copy).as_str()), (KEPT, r#"{"a":1}"#));
    assert_eq!(page.runtime.model().drafts.len(), 2);
}
