//! An officer's report over several counts: nothing written or chosen is lost.

use crate::gathered::{Gathered, excerpt, sample};
use domain::date::DateText;
use report::chosen::{Chosen, Excerpt, ExcerptKind};
use report::document::{Document, Origin, Paragraph};
use report::edits::{Edits, merge};
use report::plain;

fn paragraph<'a>(document: &'a Document, id: &str) -> &'a Paragraph {
    document.paragraphs().find(|one| one.id == id).expect(id)
}

fn text<'a>(document: &'a Document, id: &str) -> &'a str {
    &paragraph(document, id).text
}

/// The sample, with a limitation that three units tell of.
fn with_a_limitation() -> (Gathered, Vec<String>) {
    let mut gathered = sample();
    let units = gathered.units(3);
    gathered.choose(excerpt("a", ExcerptKind::Limitation, "1.1", "Thiếu kinh phí", &units));
    (gathered, units)
}

#[test]
fn a_recount_shows_beneath_what_was_edited_and_what_was_written_stays() {
    let (mut gathered, units) = with_a_limitation();
    let mut edits = Edits::default();
    let first = gathered.report();
    let of = text(&first, "limitations/item/a").to_owned();
    assert_eq!(of, "Thiếu kinh phí (3 đơn vị nêu; yêu cầu 1.1).");
    edits.write(paragraph(&first, "limitations/item/a"), "Kinh phí còn thiếu.");
    edits.write(paragraph(&first, "opening/subject"), "Tổng hợp kết quả.");
    gathered.leave_out(&units[0]);
    let second = merge(gathered.report(), &edits);
    let generated = "Thiếu kinh phí (2 đơn vị nêu; yêu cầu 1.1).".to_owned();
    let item = paragraph(&second, "limitations/item/a");
    assert_eq!(item.text, "Kinh phí còn thiếu.");
    assert_eq!(item.origin, Origin::Changed { base: of, generated });
    assert!(matches!(paragraph(&second, "opening/subject").origin, Origin::Edited { .. }));
    assert_ne!(text(&second, "results/1.1"), text(&first, "results/1.1"));
    assert!(plain::text(&second).contains("- Kinh phí còn thiếu.\n"));
}

#[test]
fn what_nobody_says_any_more_is_left_out_and_told_and_its_edit_stands_at_the_end() {
    let (mut gathered, units) = with_a_limitation();
    let mut edits = Edits::default();
    edits.write(paragraph(&gathered.report(), "limitations/item/a"), "Kinh phí còn thiếu.");
    units.iter().for_each(|unit| gathered.leave_out(unit));
    let merged = merge(gathered.report(), &edits);
    assert_eq!(merged.left_out, ["a"]);
    let at = |id: &str| merged.blocks().position(|block| block.id == id).unwrap();
    assert_eq!(at("limitations/item/a"), at("limitations/all") + 1);
    assert_eq!(at("causes"), at("limitations/item/a") + 1);
    let gone = paragraph(&merged, "limitations/item/a");
    assert!(matches!(&gone.origin, Origin::Gone { base, has_place: true } if base.starts_with("Thiếu kinh phí (3")));
}

#[test]
fn wordings_of_one_issue_are_one_item_and_its_units_are_counted_once() {
    let (mut gathered, units) = with_a_limitation();
    let more = gathered.units(5);
    gathered.choose(excerpt("b", ExcerptKind::Limitation, "1.4", " thiếu kinh phí.\n", &more[2..]));
    gathered.choose(excerpt("c", ExcerptKind::ObjectiveCause, "1.4", "Thiếu kinh phí", &units));
    let unit_of_another = vec!["no-such-unit".to_owned()];
    gathered.choose(excerpt("d", ExcerptKind::Result, "1.1", "Đã xong", &unit_of_another));
    gathered.choose(excerpt("e", ExcerptKind::Result, "9.9", "Việc khác", &[]));
    let document = gathered.report();
    assert_eq!(text(&document, "limitations/item/a"), "Thiếu kinh phí (5 đơn vị nêu; yêu cầu 1.1, 1.4).");
    assert_eq!(text(&document, "objective-causes/item/c"), "Thiếu kinh phí (3 đơn vị nêu; yêu cầu 1.4).");
    assert_eq!(document.left_out, ["d"]);
    assert_eq!(text(&document, "results/item/e"), "Việc khác.");
    assert!(document.paragraphs().all(|one| one.id != "limitations/item/b"));
}

#[test]
fn a_step_is_overdue_by_the_cut_off_day() {
    let mut gathered = sample();
    let (owner, due) = ("Văn phòng".into(), DateText::from_typed("15/7/2024"));
    let step = Excerpt { owner, due, ..excerpt("a", ExcerptKind::Step, "1.1", "Ban hành kế hoạch", &[]) };
    gathered.choose(step);
    let told = |gathered: &Gathered| text(&gathered.report(), "steps/item/a").to_owned();
    assert_eq!(
        told(&gathered),
        "Ban hành kế hoạch; chủ trì: Văn phòng; thời hạn: 15/7/2024; quá hạn tính đến ngày 31/7/2024 (yêu cầu 1.1)."
    );
    gathered.settings.cut_off = DateText::from_typed("15/7/2024");
    assert_eq!(told(&gathered), "Ban hành kế hoạch; chủ trì: Văn phòng; thời hạn: 15/7/2024 (yêu cầu 1.1).");
}

#[test]
fn what_was_chosen_is_kept_to_the_letter_with_what_a_newer_version_wrote() {
    let kept = concat!(
        r#"{"list":[{"doneAt":"2024-07-01","due":"quý III","id":"a","kind":"step","level":"x","owner":"A","#,
        r#""requirement":"1.1","seen":true,"text":" Họp\n","units":["b"]}],"order":[1]}"#
    );
    let read = json::read(kept.as_bytes(), &json::Limits::STORE).unwrap();
    let chosen: Chosen = json::read_as(read).unwrap();
    assert_eq!((chosen.list[0].kind, chosen.list[0].due.as_str()), (ExcerptKind::Step, "quý III"));
    assert_eq!(json::canonical(&json::written(chosen)), kept);
}
