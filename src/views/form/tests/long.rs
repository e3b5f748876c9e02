//! Lists that a file can make long are drawn a page at a time, and a place that the person is led to is on the page.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use super::page::*;
use crate::views::{App, AppProps};
use app::{Edit, Msg, Section};
use domain::assessment::Status;
use domain::field::{EvidenceField, Field, FormPlace, StepField};
use ui::markup;

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
fn led(section: Section, place: impl Fn(&Filled) -> FormPlace + Send + 'static) -> String {
    markup::render::<App>(move || {
        let filled = Filled::begun_by(NINH_KIEU);
        long(&filled);
        filled.go(section);
        let place = place(&filled);
        filled.runtime.send(Msg::Follow(place));
        AppProps { runtime: Some(filled.runtime) }
    })
}

fn entry(filled: &Filled, row: usize) -> FormPlace {
    let model = filled.runtime.model();
    let id = model.draft(&filled.id).unwrap().assessment.evidence[row].id.clone();
    FormPlace::Field(Field::Evidence(id, EvidenceField::Number))
}

#[test]
fn the_register_is_drawn_a_page_at_a_time() {
    let html = page(NINH_KIEU, Section::Evidence, long);
    assert_eq!(count(&html, &["class=\"register-row\""]), 20);
    assert_eq!(count(&html, &["fieldset", "register-entry"]), 0);
    has(&html, "Danh mục tài liệu kiểm chứng (45)");
    has(&html, "Trang trước 1–20 / 45 Trang sau");
    has(&html, "1 số-0");
    has_not(&html, "số-20");
    assert_eq!(count(&html, &["button", "aria-disabled=\"true\""]), 1, "there is no page before the first");
    // All errors are counted, also those of the other pages.
    has(&html, "Có 45 chỗ cần sửa");
    let html = led(Section::Evidence, |filled| entry(filled, 44));
    has(&html, "41–45 / 45");
    has(&html, "45. số-44");
    // The entry to which the person was led is open, and no other.
    assert_eq!(count(&html, &["fieldset", "register-entry"]), 1);
    assert_eq!(count(&html, &["class=\"register-row\""]), 4);
}

#[test]
fn the_rows_of_a_requirement_are_drawn_a_page_at_a_time() {
    let html = page(NINH_KIEU, task("1"), long);
    assert_eq!(count(&html, &["input ", "id=\"step-1.2-", "-due\""]), 20);
    assert_eq!(count(&html, &["aria-label=\"Các trang của danh sách\""]), 2);
    // What is wrong with a row is said beside it.
    assert_eq!(count(&html, &["id=\"step-1.2-", "-due\"", "aria-invalid=\"true\""]), 20);
    let html = led(task("1"), |filled| {
        let model = filled.runtime.model();
        let step = model.draft(&filled.id).unwrap().assessment.answers.get("1.2").unwrap().next_steps[30].id.clone();
        FormPlace::Field(Field::Step("1.2".into(), step, StepField::Task))
    });
    has(&html, "21–40 / 45");
    // A new entry is on the page that is shown.
    let html = markup::render::<App>(|| {
        let filled = Filled::begun_by(NINH_KIEU);
        long(&filled);
        filled.go(task("1"));
        filled.edit(Edit::AddEvidence(Some("1.2".into())));
        AppProps { runtime: Some(filled.runtime) }
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
