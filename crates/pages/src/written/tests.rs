//! Paragraphs that are edited where they stand.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use super::{Written, WrittenProps, field_id};
use crate::drawn::Place;
use domain::lang::Lang;
use report::document::{Origin, Paragraph};
use ui::markup;
use yew::prelude::*;

fn drawn(text: &'static str, origin: Origin, place: Place, lang: Lang) -> String {
    markup::render::<Written>(move || WrittenProps {
        paragraph: Paragraph { id: "results/1.1".to_owned(), text: text.to_owned(), origin },
        place,
        lang,
        field: Callback::from(|_| Html::default()),
        take_generated: Callback::noop(),
        keep: Callback::noop(),
    })
}

fn vi(text: &'static str, origin: Origin) -> String {
    drawn(text, origin, Place::Text, Lang::Vi)
}

fn generated() -> String {
    "cũ".to_owned()
}

/// What is left of it on paper.
fn printed(html: &str) -> &str {
    html.split("<div class=\"ways no-print\"").next().unwrap()
}

#[test]
fn it_reads_as_on_paper_and_its_button_is_not_printed() {
    let html = vi("một\nhai", Origin::Generated);
    let text = "<div class=\"written\"><p class=\"line\">một</p><p class=\"line\">hai</p>";
    assert_eq!(printed(&html), text);
    assert!(html.contains("Sửa<span") && !html.contains("Đã sửa") && !html.contains("<textarea"), "{html}");
    assert_eq!(html.matches("<button").count(), 1);
}

#[test]
fn in_a_list_it_is_an_item_and_elsewhere_none() {
    let begin = |place| drawn("một", Origin::Generated, place, Lang::Vi)[..4].to_owned();
    assert_eq!([Place::Text, Place::Item, Place::Subject, Place::Cell].map(begin), ["<div", "<li ", "<div", "<div"]);
}

#[test]
fn what_was_emptied_takes_no_room_on_paper() {
    let html = vi("", Origin::Edited { generated: generated() });
    assert!(html.starts_with("<div class=\"written edited no-print\">"), "{html}");
    assert!(html.contains("Đoạn này được bỏ khỏi báo cáo") && html.contains("Lấy lại bản tự động"), "{html}");
}

#[test]
fn what_has_changed_beneath_is_shown_with_both_ways_out() {
    let html = vi("tôi", Origin::Changed { base: generated(), generated: "mới".to_owned() });
    let beneath = html.split("<div class=\"beneath no-print\"").nth(1).unwrap();
    for words in ["cũ", "mới", "Lấy bản mới", "Giữ bản của tôi"] {
        assert!(beneath.contains(words), "{words}: {beneath}");
    }
    assert_eq!(printed(&html), "<div class=\"written edited\"><p class=\"line\">tôi</p>");
}

#[test]
fn what_is_generated_no_longer_can_only_be_removed() {
    let html = drawn("tôi", Origin::Gone { base: generated(), has_place: true }, Place::Text, Lang::En);
    assert!(html.starts_with("<div class=\"written edited\">"), "it is printed: {html}");
    assert!(html.contains("Remove this paragraph") && html.contains("Nothing is generated here any longer"), "{html}");
    assert!(!html.contains("Keep my words") && !html.contains("Take the"), "{html}");
}

#[test]
fn what_has_no_place_any_more_is_not_printed_and_says_so() {
    let html = vi("tôi", Origin::Gone { base: generated(), has_place: false });
    assert!(html.starts_with("<div class=\"written edited no-print\">"), "{html}");
    assert!(html.contains("không được in ra"), "{html}");
}

#[test]
fn what_hides_in_it_is_named_and_its_field_has_an_id_without_blanks() {
    assert!(!vi("a\u{202e}b", Origin::Generated).contains('\u{202e}'));
    assert_eq!(field_id("proposals/một 2"), "report-proposals/m__7897t__322");
}

#[test]
fn what_nobody_said_anything_of_was_left_out_by_nobody_and_its_button_names_the_requirement() {
    let html = vi("", Origin::Generated);
    assert!(!html.contains("được bỏ khỏi báo cáo"), "{html}");
    assert!(html.contains("<bdi lang=\"vi\">1.1</bdi>"), "{html}");
}
