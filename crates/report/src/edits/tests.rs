#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use crate::document::{Footer, Page, Section, WrittenTable};
use domain::date::{Date, DateText};
use gathering::table::{Column, Heading, Table};

/// A report of two places, whose paragraphs say this.
fn report(said: &[(&str, &str)]) -> Document {
    let heading = |place: &str| Block::heading(place, 2, place.to_uppercase());
    let of = |place: &str| -> Vec<Block> {
        let said = said.iter().filter(|(id, _)| id.starts_with(place));
        said.map(|(id, text)| Block::paragraph(id, (*text).to_owned())).collect()
    };
    let text = [vec![heading("results")], of("results"), vec![heading("steps")], of("steps")].concat();
    let annex = vec![heading("annex-1")];
    let footer = Footer {
        roster_as_of: DateText::default(),
        cut_off: Date::from_iso("2024-07-31").unwrap(),
        files: 0,
        digest: String::new(),
    };
    let sections =
        vec![Section { page: Page::Portrait, blocks: text }, Section { page: Page::Landscape, blocks: annex }];
    Document { sections, is_sample: false, footer: Some(footer), left_out: Vec::new() }
}

fn told(document: &Document) -> Vec<(&str, &str, &Origin)> {
    document.paragraphs().map(|one| (one.id.as_str(), one.text.as_str(), &one.origin)).collect()
}

fn first(document: &Document) -> &Paragraph {
    document.paragraphs().next().unwrap()
}

fn edited(generated: &str) -> Origin {
    Origin::Edited { generated: generated.to_owned() }
}

fn changed(base: &str, generated: &str) -> Origin {
    Origin::Changed { base: base.to_owned(), generated: generated.to_owned() }
}

/// A report that says 12 of 20, in which the officer wrote "mine".
fn written() -> Edits {
    let mut edits = Edits::default();
    edits.write(first(&report(&[("results/1.1", "12/20")])), "mine");
    edits
}

#[test]
fn what_nobody_edits_stays_as_it_is_generated() {
    let generated = report(&[("results/1.1", "12/20"), ("steps/all", "4")]);
    assert_eq!(merge(generated.clone(), &Edits::default()), generated);
}

#[test]
fn an_edit_stands_over_the_same_text_and_tells_where_that_changed() {
    let edits = written();
    let same = merge(report(&[("results/1.1", "12/20")]), &edits);
    assert_eq!(told(&same), [("results/1.1", "mine", &edited("12/20"))]);
    let recounted = merge(report(&[("results/1.1", "13/20")]), &edits);
    assert_eq!(told(&recounted), [("results/1.1", "mine", &changed("12/20", "13/20"))]);
    let back = merge(report(&[("results/1.1", "12/20")]), &edits);
    assert_eq!(back, same);
}

#[test]
fn typing_on_does_not_hide_a_change_and_keeping_does() {
    let mut edits = written();
    let recounted = || report(&[("results/1.1", "13/20")]);
    edits.write(first(&merge(recounted(), &edits)), "mine, longer");
    assert_eq!(told(&merge(recounted(), &edits)), [("results/1.1", "mine, longer", &changed("12/20", "13/20"))]);
    edits.keep(first(&merge(recounted(), &edits)));
    assert_eq!(told(&merge(recounted(), &edits)), [("results/1.1", "mine, longer", &edited("13/20"))]);
}

#[test]
fn the_generated_text_is_no_edit_and_an_edit_can_be_taken_back_and_given_again() {
    let mut edits = written();
    let generated = || report(&[("results/1.1", "12/20")]);
    let before = edits.clone();
    let taken = edits.take_back("results/1.1").unwrap();
    assert_eq!(merge(generated(), &edits), generated());
    edits.paragraphs.insert("results/1.1".into(), taken);
    assert_eq!(edits, before);
    edits.write(first(&merge(generated(), &edits)), "12/20");
    assert!(edits.paragraphs.is_empty());
    let caught_up = merge(report(&[("results/1.1", "mine")]), &before);
    assert_eq!(told(&caught_up), [("results/1.1", "mine", &Origin::Generated)]);
}

#[test]
fn an_edit_of_what_is_gone_stands_at_the_end_of_its_place() {
    let mut edits = written();
    let other = report(&[("steps/item/a", "one")]);
    edits.write(first(&other), "two");
    edits.write(&Paragraph::generated("unheard-of/x".into(), "old".into()), "three");
    let merged = merge(report(&[("results/1.2", "5/20"), ("steps/all", "4")]), &edits);
    let gone = |base: &str, has_place| Origin::Gone { base: base.to_owned(), has_place };
    assert_eq!(
        told(&merged),
        [
            ("results/1.2", "5/20", &Origin::Generated),
            ("results/1.1", "mine", &gone("12/20", true)),
            ("steps/all", "4", &Origin::Generated),
            ("steps/item/a", "two", &gone("one", true)),
            ("unheard-of/x", "three", &gone("old", false)),
        ]
    );
    assert_eq!(merged.sections[1].blocks.len(), 1);
    let printed = crate::plain::text(&merged);
    assert!(printed.contains("two") && !printed.contains("three"), "out of its place it is not printed: {printed}");
    assert_eq!(merged.changed_beneath(), 3);
    // It may be edited where it stands, and comes back as what it was.
    let paragraph = merged.paragraphs().nth(1).unwrap().clone();
    edits.write(&paragraph, "mine still");
    edits.keep(&paragraph);
    let back = merge(report(&[("results/1.1", "12/20")]), &edits);
    assert_eq!(told(&back)[0], ("results/1.1", "mine still", &edited("12/20")));
}

#[test]
fn an_emptied_paragraph_is_kept_as_an_edit() {
    let mut edits = Edits::default();
    edits.write(first(&report(&[("results/1.1", "12/20")])), "");
    let kept = json::canonical(&json::written(edits));
    assert_eq!(kept, r#"{"paragraphs":{"results/1.1":{"base":"12/20","text":""}}}"#);
    let read: Edits = json::read_as(json::read(kept.as_bytes(), &json::Limits::STORE).unwrap()).unwrap();
    let merged = merge(report(&[("results/1.1", "12/20")]), &read);
    assert_eq!(told(&merged), [("results/1.1", "", &edited("12/20"))]);
}

#[test]
fn what_a_newer_version_wrote_is_kept_through_an_edit() {
    let kept = r#"{"paragraphs":{"results/1.1":{"base":"12/20","by":"A","text":"mine"}},"seen":["x"]}"#;
    let read =
        |text: &str| -> Edits { json::read_as(json::read(text.as_bytes(), &json::Limits::STORE).unwrap()).unwrap() };
    let mut edits = read(kept);
    edits.write(first(&merge(report(&[("results/1.1", "12/20")]), &edits)), "yours");
    assert_eq!(json::canonical(&json::written(edits)), kept.replace("mine", "yours"));
}

/// A report that says 1 among the steps, which the officer rewrote.
fn written_among_steps() -> Edits {
    let mut edits = Edits::default();
    edits.write(first(&report(&[("steps/a", "1")])), "mine");
    edits
}

#[test]
fn that_nothing_was_reported_goes_where_something_stands_unless_the_officer_wrote_it() {
    let nothing = || report(&[("steps/none", "nothing")]);
    let mut edits = written_among_steps();
    let gone = Origin::Gone { base: "1".into(), has_place: true };
    assert_eq!(told(&merge(nothing(), &edits)), [("steps/a", "mine", &gone)]);
    edits.write(first(&nothing()), "nothing else");
    let both = [("steps/none", "nothing else", &edited("nothing")), ("steps/a", "mine", &gone)];
    assert_eq!(told(&merge(nothing(), &edits)), both);
    // Nor does it vanish where it is no longer generated.
    let merged = merge(report(&[("steps/b", "2")]), &edits);
    let texts: Vec<&str> = merged.paragraphs().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["2", "mine", "nothing else"]);
}

#[test]
fn of_cells_that_are_gone_none_is_printed() {
    let cells = |of: &[&str]| {
        let mut document = report(&[]);
        let cell = |id: &&str| Paragraph::generated(["annex-1/", id].concat(), "old".into());
        let table = Table {
            heading: Heading::Answers,
            columns: vec![Column::Results],
            sums: vec![],
            rows: vec![],
            requirements: vec![],
        };
        let written = WrittenTable { table, column: Column::Results, paragraphs: of.iter().map(cell).collect() };
        document.sections[1].blocks.push(Block::of("annex-1/table", Content::Written(Box::new(written))));
        document
    };
    let mut edits = Edits::default();
    for paragraph in cells(&["1", "2", "3"]).paragraphs().take(2) {
        edits.write(paragraph, "mine");
    }
    let merged = merge(cells(&["3"]), &edits);
    let gone = Origin::Gone { base: "old".into(), has_place: false };
    assert_eq!(told(&merged).iter().filter(|(_, text, origin)| *text == "mine" && **origin == gone).count(), 2);
    assert!(!crate::plain::text(&merged).contains("mine"));
}
