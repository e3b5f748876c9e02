//! The text: paragraphs by their styles, tables, and where pages of another form begin.

use super::fixed::NAMES;
use super::runs::runs;
use super::{around, pages, table};
use crate::xml::Xml;
use report::measures::text_width;
use report::paper::{Paper, Part, Piece};
use report::profile::Profile;

/// A paragraph that is hardly seen: behind a table there has to be one.
const SMALLEST: &str = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>";

/// The part with the text.
pub(super) fn document(paper: &Paper) -> Xml {
    let mut body = Body { xml: Xml::begun(), profile: &paper.profile, width: 0 };
    body.xml.mark(&format!("<w:document{NAMES}><w:body>"));
    around::marks(&mut body.xml, &paper.marks);
    let last = paper.parts.len().saturating_sub(1);
    for (at, part) in paper.parts.iter().enumerate() {
        let section = pages::section(&paper.profile, part.is_across, at == 0);
        body.width = text_width(&paper.profile, part.is_across);
        let ends = body.part(part, if at == last { "" } else { &section });
        // The last part's pages are those of the whole.
        if at == last {
            if !ends {
                end(&mut body.xml, "");
            }
            body.xml.mark(&section);
        }
    }
    if paper.parts.is_empty() {
        end(&mut body.xml, "");
        body.xml.mark(&pages::section(&paper.profile, false, true));
    }
    body.xml.mark("</w:body></w:document>");
    body.xml
}

/// The text as it is being written.
struct Body<'a> {
    xml: Xml,
    profile: &'a Profile,
    /// How wide the text of the part is.
    width: u32,
}

impl Body<'_> {
    /// Writes a part, and behind it what is said of its pages, unless that is empty. Says whether it ends with a paragraph.
    fn part(&mut self, part: &Part, section: &str) -> bool {
        let mut ends = false;
        for (at, piece) in part.pieces.iter().enumerate() {
            let next = part.pieces.get(at + 1);
            let keeps = matches!(next, Some(Piece::Closing(_)));
            let section = if next.is_none() { section } else { "" };
            ends = self.piece(piece, if keeps { "<w:keepNext/><w:keepLines/>" } else { section });
        }
        if !ends && !section.is_empty() {
            end(&mut self.xml, section);
            ends = true;
        }
        ends
    }

    /// Writes a piece; `more` is said of a paragraph. Says whether it was one.
    fn piece(&mut self, piece: &Piece, more: &str) -> bool {
        let (xml, profile) = (&mut self.xml, self.profile);
        let (style, text) = match piece {
            Piece::Heading(1, text) => ("Heading1", text),
            Piece::Heading(2, text) => ("Heading2", text),
            Piece::Heading(_, text) => ("Heading3", text),
            Piece::Annex(text) => ("AnnexHeading", text),
            Piece::Paragraph(text) => ("BodyText", text),
            Piece::Item(text) => ("ListBullet", text),
            Piece::Note(text) => ("Note", text),
            Piece::Title(kind, subject) if subject.is_empty() => ("Title", kind),
            Piece::Title(kind, subject) => {
                paragraph(xml, "Title", kind, "");
                paragraph(xml, "Subtitle", subject, "");
                around::below_subject(xml, subject, profile, self.width);
                return false;
            }
            Piece::Table(grid) => {
                if !grid.caption.is_empty() {
                    paragraph(xml, "Caption", &grid.caption, "");
                }
                table::write(xml, grid, self.width);
                return false;
            }
            Piece::Head(head) => {
                around::head(xml, head, profile, self.width);
                return false;
            }
            Piece::Addressees(to) => {
                around::addressees(xml, to, profile, self.width);
                return false;
            }
            Piece::Closing(closing) => {
                around::closing(xml, closing, profile, self.width);
                return false;
            }
        };
        paragraph(xml, style, text, more);
        true
    }
}

/// A paragraph of a style; `more` is what else is said of it.
fn paragraph(xml: &mut Xml, style: &str, text: &str, more: &str) {
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
