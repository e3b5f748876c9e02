//! Pages: their sizes, what stands above and below the text.

use super::around::MARKS;
use super::fixed::NAMES;
use super::letters::looks;
use super::runs::runs;
use crate::xml::Xml;
use report::measures::{text_width, twips};
use report::paper::Paper;
use report::profile::{Letters, PageNumberPlace, Profile};

/// What is said of the pages of a part.
pub(super) fn section(profile: &Profile, is_across: bool, is_first: bool) -> String {
    let paper = &profile.paper;
    let is_apart = is_first && profile.page_number.from > 1;
    let foot = "<w:footerReference w:type=\"default\" r:id=\"rId8\"/>";
    let head = if is_across { "rId7" } else { "rId6" };
    let [width, height] = [paper.width, paper.height].map(twips);
    let (width, height, orient) =
        if is_across { (height, width, " w:orient=\"landscape\"") } else { (width, height, "") };
    let first = if is_apart {
        "<w:headerReference w:type=\"first\" r:id=\"rId5\"/><w:footerReference w:type=\"first\" r:id=\"rId8\"/>"
    } else {
        ""
    };
    let [top, right, bottom, left] = [paper.top, paper.right, paper.bottom, paper.left].map(twips);
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{head}\"/>{foot}{first}<w:type w:val=\"nextPage\"/>\
         <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/>\
         <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>\
         <w:cols w:space=\"708\"/>{}</w:sectPr>",
        top / 2,
        bottom / 2,
        if is_apart { "<w:titlePg/>" } else { "" }
    )
}

/// What stands above the text: nothing on the first page, on the others their number in the middle, and the marks.
pub(super) fn heads(paper: &Paper) -> [Xml; 3] {
    let number = &paper.profile.page_number;
    let is_above = number.place == PageNumberPlace::TopCentre;
    [(false, false), (false, true), (true, true)].map(|(is_across, is_other)| {
        let width = text_width(&paper.profile, is_across);
        let mut xml = Xml::begun();
        xml.mark(&format!("<w:hdr{NAMES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:tabs>"));
        xml.mark(&format!(
            "<w:tab w:val=\"center\" w:pos=\"{}\"/><w:tab w:val=\"right\" w:pos=\"{width}\"/>",
            width / 2
        ));
        xml.mark("</w:tabs></w:pPr><w:r><w:tab/></w:r>");
        if is_other && is_above {
            page_number(&mut xml, &number.letters);
        }
        xml.mark("<w:r><w:tab/></w:r>");
        if is_other {
            runs(&mut xml, &paper.marks.join("  "), &looks(&MARKS));
        }
        xml.mark("</w:p></w:hdr>");
        xml
    })
}

/// What stands below the text of each page.
pub(super) fn foot(paper: &Paper) -> Xml {
    let number = &paper.profile.page_number;
    let mut xml = Xml::begun();
    xml.mark(&format!("<w:ftr{NAMES}>"));
    if number.place == PageNumberPlace::BottomCentre {
        xml.mark("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"center\"/></w:pPr>");
        page_number(&mut xml, &number.letters);
        xml.mark("</w:p>");
    }
    xml.mark("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>");
    runs(&mut xml, &paper.footer, "");
    xml.mark("</w:p></w:ftr>");
    xml
}

/// The number of the page: the one field that there is.
fn page_number(xml: &mut Xml, letters: &Letters) {
    xml.mark("<w:fldSimple w:instr=\" PAGE \"><w:r><w:rPr>");
    xml.mark(&looks(letters));
    xml.mark("</w:rPr><w:t>2</w:t></w:r></w:fldSimple>");
}
