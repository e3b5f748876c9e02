//! Lists that a file can make long are drawn a page at a time, and a place that the person is led to is on the page.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use super::page_tests::*;
use crate::app::{Edit, Msg, Section};
use crate::domain::assessment::Status;
use crate::domain::field::{EvidenceField, Field, Place, StepField};
use crate::ui::{App, AppProps, markup};

/// Forty-five entries, all picked for one requirement, and as many next steps of it, each with a date that is none.
fn long(filled: &Filled) {
    filled.status("1.2", Status::InProgress);
    for number in 0..45 {
        let id = filled.evidence(Some("1.2"), &["số-", &number.to_string()].concat());
        filled.text(Field::Evidence(id, EvidenceField::Date), "31/9/2024");
        let step = filled.step("1.2");
        filled.text(Field::Step("1.2".into(), step, StepField::Due), "hôm qua");
    }
}

/// The section after the person was led to the place there.
fn led(section: Section, place: impl Fn(&Filled) -> Place + Send + 'static) -> String {
    markup::render::<App>(move || {
        let filled = Filled::begun_by(NINH_KIEU);
        long(&filled);
        filled.go(section);
        let place = place(&filled);
        filled.store.send(Msg::Follow(place));
        AppProps { store: Some(filled.store) }
    })
}

fn entry(filled: &Filled, row: usize) -> Place {
    let model = filled.store.model();
    let id = model.draft(&filled.id).unwrap().assessment.evidence[row].id.clone();
    Place::Field(Field::Evidence(id, EvidenceField::Number))
}

#[test]
fn the_register_is_drawn_a_page_at_a_time() {
    let html = page(NINH_KIEU, Section::Evidence, long);
    assert_eq!(count(&html, &["fieldset", "register-entry"]), 20);
    has(&html, "Danh mục tài liệu kiểm chứng (45)");
    has(&html, "Trang trước 1–20 / 45 Trang sau");
    has(&html, "1. số-0");
    has_not(&html, "số-20");
    assert_eq!(count(&html, &["button", "aria-disabled=\"true\""]), 1, "there is no page before the first");
    // All errors are counted, also those of the other pages.
    has(&html, "Có 45 chỗ cần sửa");
    let html = led(Section::Evidence, |filled| entry(filled, 44));
    has(&html, "41–45 / 45");
    has(&html, "45. số-44");
    assert_eq!(count(&html, &["fieldset", "register-entry"]), 5);
}

#[test]
fn the_rows_of_a_requirement_are_drawn_a_page_at_a_time() {
    let html = page(NINH_KIEU, task("1"), long);
    assert_eq!(count(&html, &["input ", "id=\"step-1.2-", "-due\""]), 20);
    assert_eq!(count(&html, &["aria-label=\"Các trang của danh sách\""]), 2);
    // What is wrong with a row is said beside it.
    assert_eq!(count(&html, &["id=\"step-1.2-", "-due\"", "aria-invalid=\"true\""]), 20);
    let html = led(task("1"), |filled| {
        let model = filled.store.model();
        let step = model.draft(&filled.id).unwrap().assessment.answers.get("1.2").unwrap().next_steps[30].id.clone();
        Place::Field(Field::Step("1.2".into(), step, StepField::Task))
    });
    has(&html, "21–40 / 45");
    // A new entry is on the page that is shown.
    let html = markup::render::<App>(|| {
        let filled = Filled::begun_by(NINH_KIEU);
        long(&filled);
        filled.go(task("1"));
        filled.edit(Edit::AddEvidence(Some("1.2".into())));
        AppProps { store: Some(filled.store) }
    });
    has(&html, "41–46 / 46");
}

#[test]
fn what_is_left_out_of_a_list_is_counted() {
    let html = page(NINH_KIEU, Section::Evidence, |filled| {
        long(filled);
        long(filled);
    });
    has(&html, "Có 90 chỗ cần sửa");
    has(&html, "và 40 mục nữa");
}

#[test]
fn the_document_has_every_row() {
    let html = page(NINH_KIEU, Section::Print, long);
    for row in ["số-0", "số-19", "số-20", "số-44"] {
        has(&html, row);
    }
    has_not(&html, "Trang sau");
}
