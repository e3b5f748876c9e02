//! The markup of the reading view, rendered natively.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::views::read::prerendered::{Prerendered, PrerenderedProps};
use crate::views::read::sheet::Sheet;
use domain::directive::Directive;
use std::rc::Rc;
use ui::markup;
use yew::prelude::*;

const SOURCE: &str = include_str!("../../../../tests/fixtures/1022-cv-tu.txt");

fn directive() -> Directive {
    Directive::built_in().unwrap()
}

#[derive(PartialEq, Properties)]
struct PaperProps {
    clauses: bool,
    highlighted: Option<&'static str>,
    query: &'static str,
}

#[component]
fn Paper(props: &PaperProps) -> Html {
    crate::views::read::sheet::sheet(&Sheet {
        directive: Rc::new(directive()),
        target: None,
        highlighted: props.highlighted.map(AttrValue::from),
        query: props.query.into(),
        current: 0,
        on_point: props.clauses.then(Callback::noop),
    })
}

fn sheet(clauses: bool, highlighted: Option<&'static str>, query: &'static str) -> String {
    markup::render::<Paper>(move || PaperProps { clauses, highlighted, query })
}

/// The text between the tags.
fn text(html: &str) -> String {
    let text: String = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    assert!(!text.contains('&'), "an escaped character has to be read back first");
    text
}

/// The opening tags that have all of these attributes.
pub(super) fn tags(html: &str, attributes: &[&str]) -> usize {
    let tags = html.split('<').filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag);
    tags.filter(|tag| attributes.iter().all(|attribute| tag.contains(attribute))).count()
}

fn letters(text: &str) -> String {
    text.replace("**", "").split_whitespace().collect()
}

#[test]
fn the_sheet_is_the_source_to_the_letter() {
    for html in
        [sheet(false, None, ""), sheet(true, Some("1.2"), ""), sheet(true, None, "nghị quyết"), sheet(false, None, "u")]
    {
        assert_eq!(letters(&text(&html)), letters(SOURCE));
    }
}

#[test]
fn the_sheet_is_a_named_vietnamese_article_without_inline_style() {
    let html = sheet(true, None, "");
    assert_eq!(tags(&html, &["article ", "lang=\"vi\"", "aria-label=\"Công văn 1022-CV/TU\""]), 1);
    assert!(!html.contains("style="));
}

#[test]
fn each_verbatim_clause_is_a_link_to_its_requirement() {
    let html = sheet(true, None, "");
    let directive = directive();
    for (_, requirement) in directive.requirements() {
        let (id, words) = (&requirement.id, &requirement.clause.text);
        let has_words = requirement.part_of.is_empty();
        assert_eq!(tags(&html, &["a ", &format!("href=\"#/cong-van/{id}\"")]), usize::from(has_words), "{id}");
        assert_eq!(html.contains(&format!(">{words}</a>")), has_words, "{id}");
    }
    assert!(!sheet(false, None, "").contains("<a "));
}

#[test]
fn the_clause_of_the_highlighted_requirement_or_of_its_whole_is_marked() {
    for (highlighted, clause) in [("1.2", "1.2"), ("2.2", "2.2"), ("2.2.4", "2.2")] {
        let html = sheet(true, Some(highlighted), "");
        assert_eq!(tags(&html, &["clause on"]), 1);
        assert_eq!(tags(&html, &["clause on", &format!("id=\"clause-{clause}\"")]), 1, "{highlighted}");
    }
    assert!(!sheet(true, Some("9.9"), "").contains("clause on"));
}

#[test]
fn the_places_found_are_marked_and_one_is_current() {
    let count = |query: &str| {
        directive().texts().into_iter().map(|text| domain::find::matches(text, query).len()).sum::<usize>()
    };
    for query in ["thành ủy", "HOÀ", "d", "can tho"] {
        let html = sheet(true, None, query);
        assert_eq!(html.matches("<mark").count(), count(query), "{query}");
        assert_eq!(html.matches("id=\"found\"").count(), usize::from(count(query) > 0));
    }
    assert!(sheet(true, None, "uỷ cần").contains(">THÀNH <mark id=\"found\" class=\"current\">ỦY CẦN</mark> THƠ<"));
}

#[test]
fn a_place_found_across_the_end_of_a_clause_is_marked_on_both_sides() {
    let html = sheet(true, None, "nói chung, đặc biệt");
    assert!(html.contains("nói chung</mark></a><mark class=\"current\">, </mark><a"), "{html}");
    assert!(html.contains("><mark class=\"current\">đặc biệt</mark> là"));
    assert_eq!(html.matches("id=\"found\"").count(), 1);
}

#[test]
fn the_prerendered_page_has_the_sheet_in_a_main_with_a_heading() {
    let html = markup::render::<Prerendered>(|| PrerenderedProps { directive: Rc::new(directive()) });
    assert_eq!((tags(&html, &["main "]), tags(&html, &["h1 "]), tags(&html, &["a "])), (1, 1, 0));
    assert!(letters(&text(&html)).contains(&letters(SOURCE)));
    assert!(html.contains(&sheet(false, None, "")));
}
