//! Pages: their sizes, what stands above and below the text.

use super::body;
use super::fixed::NAMES;
use crate::xml::Xml;
use report::paper::{Layout, Paper};

/// A4, in twentieths of a point.
const SHORT_SIDE: u32 = 11906;
const LONG_SIDE: u32 = 16838;

/// Tenths of a millimetre in twentieths of a point: there are 254 and 1440 of them to an inch.
pub(super) fn twips(length: u32) -> u32 {
    length.saturating_mul(1440).saturating_add(127) / 254
}

/// How wide the text of a page is.
pub(super) fn text_width(layout: &Layout, is_across: bool) -> u32 {
    let page = if is_across { LONG_SIDE } else { SHORT_SIDE };
    page.saturating_sub(twips(layout.left + layout.right))
}

/// What is said of the pages of a part. The first page of all has no number.
pub(super) fn section(layout: &Layout, is_across: bool, is_first: bool) -> String {
    let foot = "<w:footerReference w:type=\"default\" r:id=\"rId8\"/>";
    let head = if is_across { "rId7" } else { "rId6" };
    let (width, height, orient) = if is_across {
        (LONG_SIDE, SHORT_SIDE, " w:orient=\"landscape\"")
    } else {
        (SHORT_SIDE, LONG_SIDE, "")
    };
    let first = if is_first {
        "<w:headerReference w:type=\"first\" r:id=\"rId5\"/><w:footerReference w:type=\"first\" r:id=\"rId8\"/>"
    } else {
        ""
    };
    let [top, right, bottom, left] = [layout.top, layout.right, layout.bottom, layout.left].map(twips);
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{head}\"/>{foot}{first}<w:type w:val=\"nextPage\"/>\
         <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/>\
         <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>\
         <w:cols w:space=\"708\"/>{}</w:sectPr>",
        top / 2,
        bottom / 2,
        if is_first { "<w:titlePg/>" } else { "" }
    )
}

/// What stands above the text: of the first page the marks alone, of the others their number in the middle too.
pub(super) fn heads(paper: &Paper) -> [Xml; 3] {
    [(false, false), (false, true), (true, true)].map(|(is_across, has_number)| {
        let width = text_width(&paper.layout, is_across);
        let mut xml = Xml::begun();
        xml.mark(&format!("<w:hdr{NAMES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:tabs>"));
        xml.mark(&format!("<w:tab w:val=\"center\" w:pos=\"{}\"/><w:tab w:val=\"right\" w:pos=\"{width}\"/>", width / 2));
        xml.mark("</w:tabs></w:pPr><w:r><w:tab/></w:r>");
        if has_number {
            xml.mark("<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple>");
        }
        xml.mark("<w:r><w:tab/></w:r>");
        body::runs(&mut xml, &paper.marks.join("  "), "<w:b/><w:bCs/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>");
        xml.mark("</w:p></w:hdr>");
        xml
    })
}

/// What stands below the text of each page.
pub(super) fn foot(paper: &Paper) -> Xml {
    let mut xml = Xml::begun();
    xml.mark(&format!("<w:ftr{NAMES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"));
    body::runs(&mut xml, &paper.footer, "");
    xml.mark("</w:p></w:ftr>");
    xml
}
