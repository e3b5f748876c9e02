//! The text: paragraphs by their styles, tables, and where pages of another form begin.

use super::fixed::NAMES;
use super::{pages, table};
use crate::xml::Xml;
use report::paper::{Paper, Part, Piece};

/// A paragraph that is hardly seen: behind a table there has to be one.
const SMALLEST: &str = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>";

/// The part with the text.
pub(super) fn document(paper: &Paper) -> Xml {
    let mut xml = Xml::begun();
    xml.mark(&format!("<w:document{NAMES}><w:body>"));
    let last = paper.parts.len().saturating_sub(1);
    for (at, part) in paper.parts.iter().enumerate() {
        let section = pages::section(&paper.layout, part.is_across, at == 0);
        let width = pages::text_width(&paper.layout, part.is_across);
        let ends = write_part(&mut xml, part, width, if at == last { "" } else { &section });
        // The last part's pages are those of the whole.
        if at == last {
            if !ends {
                end(&mut xml, "");
            }
            xml.mark(&section);
        }
    }
    if paper.parts.is_empty() {
        end(&mut xml, "");
        xml.mark(&pages::section(&paper.layout, false, true));
    }
    xml.mark("</w:body></w:document>");
    xml
}

/// Writes a part, and behind it what is said of its pages, unless that is empty. Says whether it ends with a paragraph.
fn write_part(xml: &mut Xml, part: &Part, width: u32, section: &str) -> bool {
    let mut ends = false;
    for (at, piece) in part.pieces.iter().enumerate() {
        let section = if at + 1 == part.pieces.len() { section } else { "" };
        ends = write_piece(xml, piece, width, section);
    }
    if !ends && !section.is_empty() {
        end(xml, section);
        ends = true;
    }
    ends
}

fn write_piece(xml: &mut Xml, piece: &Piece, width: u32, section: &str) -> bool {
    let (style, text) = match piece {
        Piece::Title(text) => ("Title", text),
        Piece::Heading(1, text) => ("Heading1", text),
        Piece::Heading(2, text) => ("Heading2", text),
        Piece::Heading(_, text) => ("Heading3", text),
        Piece::Paragraph(text) => ("BodyText", text),
        Piece::Item(text) => ("ListBullet", text),
        Piece::Note(text) => ("Note", text),
        Piece::Table(grid) => {
            paragraph(xml, "Caption", &grid.caption, "");
            table::write(xml, grid, width);
            return false;
        }
    };
    paragraph(xml, style, text, section);
    true
}

/// A paragraph of a style; `more` is what else is said of it.
pub(super) fn paragraph(xml: &mut Xml, style: &str, text: &str, more: &str) {
    xml.mark("<w:p><w:pPr><w:pStyle w:val=\"");
    xml.mark(style);
    xml.mark("\"/>");
    xml.mark(more);
    xml.mark("</w:pPr>");
    runs(xml, text, "");
    xml.mark("</w:p>");
}

fn end(xml: &mut Xml, section: &str) {
    xml.mark("<w:p><w:pPr>");
    xml.mark(SMALLEST);
    xml.mark(section);
    xml.mark("</w:pPr></w:p>");
}

/// A text with its line breaks and tabs; `letters` is what is said of its letters.
pub(super) fn runs(xml: &mut Xml, text: &str, letters: &str) {
    if text.is_empty() {
        return;
    }
    xml.mark("<w:r>");
    if !letters.is_empty() {
        xml.mark("<w:rPr>");
        xml.mark(letters);
        xml.mark("</w:rPr>");
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            xml.mark("<w:br/>");
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                xml.mark("<w:tab/>");
            }
            if !piece.is_empty() {
                xml.mark("<w:t xml:space=\"preserve\">");
                xml.said(piece);
                xml.mark("</w:t>");
            }
        }
    }
    xml.mark("</w:r>");
}
