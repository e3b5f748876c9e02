//! Documents, read back.

use crate::package::{assert_tells_nothing, part, parts};
use crate::sample::paper;
use office::docx::docx;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use report::paper::{Grid, Paper, Piece};

/// The paragraphs of a part, each with its style; tabs and line breaks as they are typed.
pub(crate) fn paragraphs(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let (mut all, mut is_text) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "w:p" => {
                all.push((String::new(), String::new()));
            }
            Event::Start(tag) if tag.name().as_ref() == "w:t" => is_text = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => is_text = false,
            Event::Empty(tag) => mark(&tag, &mut all),
            Event::Text(text) if is_text => {
                all.last_mut().unwrap().1.push_str(&text);
            }
            Event::GeneralRef(reference) if is_text => {
                let character = match reference.resolve_char_ref().unwrap() {
                    Some(character) => character.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&reference).unwrap().into(),
                };
                all.last_mut().unwrap().1.push_str(&character);
            }
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn mark(tag: &BytesStart<'_>, all: &mut [(String, String)]) {
    let Some((style, text)) = all.last_mut() else { return };
    match tag.name().as_ref() {
        "w:br" => text.push('\n'),
        "w:tab" if tag.attributes().count() == 0 => text.push('\t'),
        "w:pStyle" => {
            let value = tag.attributes().next().unwrap().unwrap();
            *style = value.value.into_owned();
        }
        _ => {}
    }
}

/// What a paper says, in order, with the style that each piece has to have.
pub(crate) fn said(paper: &Paper) -> Vec<(String, String)> {
    let pieces = paper.parts.iter().flat_map(|part| &part.pieces);
    pieces
        .flat_map(|piece| match piece {
            Piece::Title(text) => vec![("Title", text)],
            Piece::Heading(level, text) => vec![(["", "Heading1", "Heading2", "Heading3"][*level as usize], text)],
            Piece::Paragraph(text) => vec![("BodyText", text)],
            Piece::Item(text) => vec![("ListBullet", text)],
            Piece::Note(text) => vec![("Note", text)],
            Piece::Table(grid) => cells(grid),
        })
        .map(|(style, text)| (style.to_owned(), text.clone()))
        .collect()
}

fn cells(grid: &Grid) -> Vec<(&'static str, &String)> {
    let head = grid.columns.iter().map(|column| &column.name).chain(grid.columns.iter().map(|column| &column.number));
    let cells = head.chain(grid.rows.iter().flat_map(|row| &row.cells)).map(|text| ("TableText", text));
    std::iter::once(("Caption", &grid.caption)).chain(cells).collect()
}

#[test]
fn the_report_is_read_back_to_the_letter_with_real_styles() {
    let paper = paper();
    let made = docx(&paper).unwrap();
    assert_eq!(made.replaced, 0);
    let mut read = paragraphs(&part(&made.bytes, "word/document.xml"));
    // Behind a table there is a paragraph that nobody sees.
    read.retain(|(style, text)| !(style.is_empty() && text.is_empty()));
    assert_eq!(read, said(&paper));
    let styles = part(&made.bytes, "word/styles.xml");
    for name in ["Title", "heading 1", "heading 2", "heading 3", "List Bullet", "caption", "Table Grid", "Body Text"] {
        assert!(styles.contains(&format!("<w:name w:val=\"{name}\"/>")), "{name}");
    }
    assert!(styles.contains("w:ascii=\"Times New Roman\"") && styles.contains("<w:lang w:val=\"vi-VN\""));
    assert_tells_nothing(&made.bytes);
}

#[test]
fn annexes_lie_across_and_the_heads_of_tables_are_repeated() {
    let paper = paper();
    let document = part(&docx(&paper).unwrap().bytes, "word/document.xml");
    assert_eq!(document.matches("<w:sectPr>").count(), paper.parts.len());
    let across = paper.parts.iter().filter(|part| part.is_across).count();
    assert_eq!(document.matches("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>").count(), across);
    let tables = paper.parts.iter().flat_map(|part| &part.pieces).filter(|piece| matches!(piece, Piece::Table(_)));
    let tables = tables.count();
    // The names of the columns, and their numbers.
    assert_eq!(document.matches("<w:tblHeader/>").count(), 2 * tables);
    for table in document.split("<w:tbl>").skip(1) {
        let (grid, _) = table.split_once("</w:tblGrid>").unwrap();
        let widths = grid.split("<w:gridCol w:w=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        let sum: u32 = widths.map(|width| width.parse::<u32>().unwrap()).sum();
        assert!(grid.contains(&format!("<w:tblW w:w=\"{sum}\"")), "{grid}");
    }
}

#[test]
fn pages_are_marked_and_numbered_from_the_second_on() {
    let paper = paper();
    let bytes = docx(&paper).unwrap().bytes;
    let first = part(&bytes, "word/header1.xml");
    assert!(first.contains("DỰ THẢO") && first.contains("BẢN MẪU") && !first.contains("PAGE"));
    for name in ["word/header2.xml", "word/header3.xml"] {
        let head = part(&bytes, name);
        assert!(head.contains("DỰ THẢO") && head.contains("<w:fldSimple w:instr=\" PAGE \">"), "{name}");
    }
    let document = part(&bytes, "word/document.xml");
    assert_eq!(document.matches("<w:titlePg/>").count(), 1);
    assert!(document.find("<w:titlePg/>") < document.find("landscape"));
    assert_eq!(paragraphs(&part(&bytes, "word/footer1.xml")), [("Footer".to_owned(), paper.footer.clone())]);
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let paper = paper();
    assert_eq!(docx(&paper).unwrap(), docx(&paper.clone()).unwrap());
}

#[test]
fn a_paper_without_anything_is_a_document_too() {
    let made = docx(&Paper::default()).unwrap();
    assert!(parts(&made.bytes).len() > 10);
    assert!(part(&made.bytes, "word/document.xml").contains("</w:p><w:sectPr>"));
}
