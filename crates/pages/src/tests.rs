//! Reports as markup and styles.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

use crate::drawn::{Place, lines, pages};
use crate::styles;
use domain::sample;
use report::document::{Content, Document, Paragraph};
use report::profile::{Profile, Profiles};
use report::texts;
use std::fs;
use std::path::Path;
use ui::markup;
use yew::prelude::*;

#[path = "../../report/tests/looked_at/mod.rs"]
mod looked_at;

use looked_at::{looked_at, report};

fn profile(id: &str) -> Profile {
    Profiles::built_in().unwrap().get(id).unwrap().clone()
}

/// A report that nobody edits.
#[derive(Clone, PartialEq, Properties)]
struct PaperProps {
    document: Document,
    profile: Profile,
}

#[component]
fn Paper(props: &PaperProps) -> Html {
    let draw = |paragraph: &Paragraph, _: Place| lines(&paragraph.text);
    pages(&props.document, &props.profile, &draw)
}

fn drawn(document: Document, profile: Profile) -> String {
    markup::render::<Paper>(move || PaperProps { document, profile })
}

/// What is read of a page, and the same of a text.
fn read_out(html: &str) -> String {
    let texts = html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
    words(&texts.collect::<Vec<_>>().join(" "))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn all_of_a_report_is_on_its_pages_in_its_order() {
    for id in ["party-36-hd-vptw", "state-30-2020-nd-cp"] {
        let profile = profile(id);
        let document = report(&sample::built_in(), &profile);
        let html = drawn(document.clone(), profile.clone());
        let text = read_out(&html);
        let mut from = 0;
        for paragraph in document.paragraphs().filter(|one| !one.text.is_empty()) {
            let at = text[from..].find(&words(&paragraph.text));
            from += at.unwrap_or_else(|| panic!("{}: {}", paragraph.id, paragraph.text));
        }
        for table in document.tables() {
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                assert!(text.contains(&words(&texts::cell(cell))), "{cell:?}");
            }
        }
        for mark in [texts::DRAFT, texts::SAMPLE] {
            assert_eq!(text.matches(mark).count(), document.sections.len(), "{id}: {mark}");
        }
        for part in ["QUẬN ỦY (VÍ DỤ)", "T/M BAN THƯỜNG VỤ", "- Lưu Văn phòng Quận ủy."] {
            assert_eq!(text.matches(part).count(), 1, "{id}: {part}");
        }
        assert_eq!(html.matches("<h3").count(), 1, "{id}");
        assert_eq!(html.matches("sheet-a4 across").count(), 2, "{id}");
        // Of each table the numbers of the columns, and their widths, which are all of its own.
        assert_eq!(html.matches("<tr class=\"formula\"><td>(1)</td><td>(2)</td>").count(), 2, "{id}");
        for table in html.split("<colgroup>").skip(1) {
            let widths = table.split("</colgroup>").next().unwrap_or_default().split("width=\"").skip(1);
            let all: f64 = widths.map(|width| width.split('%').next().unwrap().parse::<f64>().unwrap()).sum();
            assert!((all - 100.0).abs() < 0.01, "{id}: {all}");
        }
        assert!(!html.contains("style="), "{id}");
        for line in &profile.motto {
            assert!(text.contains(&line.text), "{id}");
        }
    }
}

#[test]
fn tables_have_numbered_columns_and_a_name_where_nothing_else_names_them() {
    let profile = profile("");
    let html = drawn(report(&sample::built_in(), &profile), profile.clone());
    assert!(html.contains("<tr class=\"formula\"><td>(1)</td><td>(2)</td>") && !html.contains("<caption"), "{html}");
    let mut document = report(&sample::built_in(), &profile);
    let second = document.sections[2].blocks.pop().unwrap();
    document.sections[1].blocks.push(second);
    assert_eq!(drawn(document, profile).matches("<caption").count(), 2, "two tables under one heading");
}

#[test]
fn of_a_table_that_no_page_can_lay_out_the_first_rows_are_drawn_and_it_says_so() {
    let profile = profile("");
    let document = |rows: usize| {
        let mut document = report(&sample::built_in(), &profile);
        let blocks = document.sections.iter_mut().flat_map(|section| &mut section.blocks);
        let table = blocks.filter_map(|block| match &mut block.content {
            Content::Table(table) => Some(table),
            _ => None,
        });
        let table = table.last().unwrap();
        table.rows = vec![table.rows[0].clone(); rows];
        drawn(document, profile.clone())
    };
    let (whole, cut) = (document(2_000), document(21_413));
    assert_eq!(whole.matches("<tr").count(), cut.matches("<tr").count());
    let told = "Ở đây chỉ có 2.000 dòng đầu; tệp tải về có đủ 21.413 dòng.";
    assert!(!read_out(&whole).contains("Ở đây chỉ có") && read_out(&cut).contains(told));
}

#[test]
fn the_signature_goes_with_the_last_paragraph_that_is_printed() {
    let profile = profile("");
    let mut document = report(&sample::built_in(), &profile);
    let blocks = &mut document.sections[0].blocks;
    let last = blocks.len() - 2;
    let together = |document: &Document| {
        let html = drawn(document.clone(), profile.clone());
        read_out(html.split("<div class=\"together\"").nth(1).unwrap().split("Nơi nhận").next().unwrap())
    };
    let Content::Paragraph(paragraph) = &mut blocks[last].content else { panic!("{:?}", blocks[last]) };
    let text = std::mem::take(&mut paragraph.text);
    let before = match &blocks[last - 1].content {
        Content::Paragraph(paragraph) => paragraph.text.clone(),
        Content::Heading { text, .. } => text.clone(),
        other => panic!("{other:?}"),
    };
    let emptied = together(&document);
    assert!(emptied.contains(&words(&before)) && !emptied.contains(&words(&text)), "{emptied}");
}

#[test]
fn the_profile_decides_what_stands_below_the_issuer_and_the_subject() {
    let of = |id| {
        let profile = profile(id);
        drawn(report(&sample::built_in(), &profile), profile)
    };
    let (party, state) = (of("party-36-hd-vptw"), of("state-30-2020-nd-cp"));
    assert_eq!((party.matches("short-rule").count(), party.matches("class=\"mark\"").count()), (0, 2));
    assert_eq!((state.matches("short-rule").count(), state.matches("class=\"mark\"").count()), (2, 0));
}

#[test]
fn the_last_two_words_of_a_name_stay_together() {
    let profile = profile("");
    let mut unit = sample::built_in();
    unit.unit.name = "Ban Tuyên giáo Thành ủy".into();
    let html = drawn(report(&unit, &profile), profile);
    let name = "<p class=\"issuer\"><bdi>BAN TUYÊN GIÁO <span class=\"unbroken\">THÀNH ỦY</span></bdi></p>";
    assert!(html.contains(name), "{html}");
}

#[test]
fn each_line_of_a_text_is_a_paragraph_on_paper_and_markup_stays_text() {
    let profile = profile("");
    let mut unit = sample::built_in();
    unit.overall = "một\n\nhai <b>ba</b>".into();
    let html = drawn(report(&unit, &profile), profile);
    assert!(html.contains("<p class=\"line\">một</p><p class=\"line\">hai &lt;b&gt;ba&lt;/b&gt;</p>"));
}

#[test]
fn numbers_and_symbols_of_documents_are_not_broken() {
    let profile = profile("");
    let mut unit = sample::built_in();
    unit.overall = "Quy định 124-QĐ/TW, ngày 18/6/2024 gắn với Quận ủy - 1".into();
    let html = drawn(report(&unit, &profile), profile);
    let line = "Quy định <span class=\"unbroken\">124-QĐ/TW,</span> ngày <span class=\"unbroken\">18/6/2024</span> gắn với Quận ủy - 1</p>";
    assert!(html.contains(line));
}

#[test]
fn the_styles_have_the_figures_of_the_profile() {
    let party = profile("party-36-hd-vptw");
    let (text, pages) = (styles::of_text(&party), styles::of_pages(&party));
    for part in
        ["--margin-left: 30mm", "--first-line: 10mm", "--line-at-least: 18pt", "--between: 6pt", "\"Times New Roman\""]
    {
        assert!(text.contains(part), "{part}");
    }
    assert!(text.contains(".sheets .position { font-size: 14pt; font-weight: 400;"));
    assert!(pages.contains("margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page)"));
    assert!(pages.contains("@bottom-right { content: none }"));
    assert!(pages.contains("@page :first { @top-center { content: none } }"));
    assert!(pages.contains("@page annex { size: A4 landscape"));
    let hostile = Profile { font: "x\"; } * { display: none; } @import url(//y)".into(), ..party };
    let text = styles::of_text(&hostile);
    assert!(!text.contains("display: none") && !text.contains("@import"));
}

#[test]
#[ignore = "for looking: writes pages into target/look"]
fn pages_to_look_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/look");
    fs::create_dir_all(&folder).unwrap();
    for (name, assessment) in looked_at() {
        for id in ["party-36-hd-vptw", "state-30-2020-nd-cp"] {
            let profile = profile(id);
            let html = drawn(report(&assessment, &profile), profile.clone());
            let text = [
                "<!doctype html><html lang=vi><meta charset=utf-8><meta name=viewport content='width=device-width'>",
                "<link rel=stylesheet href=../../styles/main.css><link rel=stylesheet href=../../styles/pages.css><style>",
                &styles::of_text(&profile),
                &styles::of_pages(&profile),
                "</style><title>Báo cáo</title><directive-assessment theme=light><div class=app><main>",
                &html,
                "</main></div></directive-assessment>",
            ];
            fs::write(folder.join(format!("{name}-{id}.html")), text.concat()).unwrap();
        }
    }
}
