//! What stands around the text: two columns above and below it, and what is in the middle.

use super::letters::looks;
use super::runs::runs;
use crate::xml::Xml;
use report::around::{Addressees, Closing, Head};
use report::measures::{twips, width};
use report::profile::{Letters, Mark, Profile};

/// Of the width of the text so much is the left column above it, and below it.
const LEFT_ABOVE: (u32, u32) = (43, 100);
const LEFT_BELOW: (u32, u32) = (50, 100);
/// The room for a signature, in twentieths of a point.
const SIGNATURE: u32 = 1474;
/// The room beside the motto.
const BESIDE: u32 = 120;
/// A rule below something is so much of its length.
const SHORT_RULE: (u32, u32) = (1, 3);
/// How far addressees stand in, in millimetres, where there are several.
const ADDRESSEES: u32 = 30;

/// The letters of the marks.
pub(super) const MARKS: Letters = Letters { size: 10, bold: true, italic: false, underlined: false, capitals: false };
/// The room before what stands below the text.
const BEFORE: &str = "<w:spacing w:before=\"454\" w:after=\"0\"/>";
/// The room before and behind those to whom it is sent.
const APART: u32 = 280;
const MIDDLE: &str = "<w:jc w:val=\"center\"/>";

/// Lines in one column.
struct Column<'a> {
    xml: &'a mut Xml,
    width: u32,
    keeps: bool,
}

/// As what the whole is marked: in the text, so that whoever takes it as final deletes it there. On the other pages it stands above.
pub(super) fn marks(xml: &mut Xml, marks: &[String]) {
    if !marks.is_empty() {
        let place = "<w:spacing w:before=\"0\" w:after=\"224\"/><w:jc w:val=\"right\"/>";
        Column { xml, width: 0, keeps: false }.said(place, &marks.join("  "), &MARKS);
    }
}

/// What stands above the text.
pub(super) fn head(xml: &mut Xml, head: &Head, profile: &Profile, width: u32) {
    let letters = |at: usize| profile.motto.get(at).map(|line| line.letters).unwrap_or_default();
    // The motto stays in its line.
    let motto = head.motto.iter().enumerate().map(|(at, line)| self::width(line, letters(at).size) + BESIDE);
    let left = part(width, LEFT_ABOVE).min(width.saturating_sub(motto.max().unwrap_or_default()));
    // The number and the date stand beside each other.
    two_columns(xml, [left, width - left], 2, |xml, row, is_left, width| {
        let mut column = Column { xml, width, keeps: false };
        match (row, is_left) {
            (0, true) => {
                column.line(&head.superior, &profile.superior);
                column.line(&head.issuer, &profile.issuer);
                column.mark(profile.below_issuer, &head.issuer, &profile.issuer);
            }
            (0, false) => {
                for (at, line) in head.motto.iter().enumerate() {
                    column.line(line, &letters(at));
                }
                let last = head.motto.len().saturating_sub(1);
                if let Some(line) = head.motto.get(last) {
                    column.rule(self::width(line, letters(last).size));
                }
            }
            (_, true) => column.said(MIDDLE, &head.number, &profile.number.letters),
            (_, false) => column.said(MIDDLE, &head.place_and_date, &profile.place_and_date),
        }
    });
    // Between two tables there has to be a paragraph.
    xml.mark("<w:p><w:pPr><w:pStyle w:val=\"Around\"/></w:pPr></w:p>");
}

/// What stands below the text.
pub(super) fn closing(xml: &mut Xml, closing: &Closing, profile: &Profile, width: u32) {
    let left = part(width, LEFT_BELOW);
    let (recipients, signature) = (&closing.recipients, &closing.signature);
    two_columns(xml, [left, width - left], 1, |xml, _, is_left, width| {
        let mut column = Column { xml, width, keeps: true };
        if is_left {
            column.said(BEFORE, &recipients.label, &profile.recipients.label_letters);
            for line in &recipients.lines {
                column.said("", line, &profile.recipients.letters);
            }
        } else {
            let first = [BEFORE, MIDDLE].concat();
            column.said(&first, &signature.authority, &profile.authority);
            column.line(&signature.position, &profile.position);
            let room = format!("<w:spacing w:before=\"{SIGNATURE}\" w:after=\"0\"/>{MIDDLE}");
            column.said(&room, &signature.name, &profile.signer);
        }
    });
}

/// What stands alone below what a report is about.
pub(super) fn below_subject(xml: &mut Xml, subject: &str, profile: &Profile, width: u32) {
    Column { xml, width, keeps: true }.mark(profile.below_subject, subject, &profile.subject);
}

/// To whom it is sent.
pub(super) fn addressees(xml: &mut Xml, to: &Addressees, profile: &Profile, width: u32) {
    let mut column = Column { xml, width, keeps: true };
    let gap = |before, after| format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
    if let [one] = to.lines.as_slice() {
        let place = [&gap(APART, APART), MIDDLE].concat();
        return column.said(&place, &[&to.label, " ", one].concat(), &profile.addressees);
    }
    let indent = |length: u32| format!("<w:ind w:left=\"{}\"/>", twips(length));
    column.said(&[gap(APART, 0), indent(ADDRESSEES)].concat(), &to.label, &profile.addressees);
    let last = to.lines.len().saturating_sub(1);
    for (at, line) in to.lines.iter().enumerate() {
        let place = [gap(0, if at == last { APART } else { 0 }), indent(ADDRESSEES + ADDRESSEES / 2)].concat();
        column.said(&place, line, &profile.addressees);
    }
}

fn part(of: u32, (some, all): (u32, u32)) -> u32 {
    of * some / all
}

/// Rows of two columns that no lines are around. Each is on one page.
fn two_columns(xml: &mut Xml, widths: [u32; 2], rows: u32, mut write: impl FnMut(&mut Xml, u32, bool, u32)) {
    let [left, right] = widths;
    xml.mark(&format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableNormal\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblGrid><w:gridCol w:w=\"{left}\"/><w:gridCol w:w=\"{right}\"/></w:tblGrid>",
        left + right
    ));
    for row in 0..rows {
        xml.mark("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (is_left, width) in [(true, left), (false, right)] {
            xml.mark(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
            write(xml, row, is_left, width);
            xml.mark("</w:tc>");
        }
        xml.mark("</w:tr>");
    }
    xml.mark("</w:tbl>");
}

impl Column<'_> {
    /// What stands in the middle; nothing where it has no words.
    fn line(&mut self, text: &str, letters: &Letters) {
        if !text.is_empty() {
            let indent = self.width.saturating_sub(self.longer_line(text, letters) + BESIDE) / 2;
            let place = format!("<w:ind w:left=\"{indent}\" w:right=\"{indent}\"/>{MIDDLE}");
            self.said(if indent == 0 { MIDDLE } else { &place }, text, letters);
        }
    }

    /// How wide the longer of two lines is where the second has two words: names often end with two that belong together, as in
    /// BAN TUYÊN GIÁO / THÀNH ỦY. The column's width where one line is enough.
    fn longer_line(&self, text: &str, letters: &Letters) -> u32 {
        let width = |text: &str| width(text, letters.size);
        let second = text.rmatch_indices(' ').nth(1);
        match second.filter(|_| width(text) > self.width) {
            Some((at, _)) => width(&text[..at]).max(width(&text[at + 1..])),
            None => self.width,
        }
    }

    /// A line; `place` is what is said of where it stands.
    fn said(&mut self, place: &str, text: &str, letters: &Letters) {
        self.begin(place);
        runs(self.xml, text, &looks(letters));
        self.xml.mark("</w:p>");
    }

    /// What stands alone below a line.
    fn mark(&mut self, mark: Mark, line: &str, letters: &Letters) {
        match mark.text() {
            Some(text) => self.line(text, &Letters { size: letters.size, ..Letters::default() }),
            None => self.rule(part(width(line, letters.size).min(self.width), SHORT_RULE)),
        }
    }

    /// A rule in the middle, so long.
    fn rule(&mut self, length: u32) {
        let indent = self.width.saturating_sub(length) / 2;
        self.begin(&format!(
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>\
             <w:spacing w:before=\"40\" w:after=\"80\" w:line=\"40\" w:lineRule=\"exact\"/>\
             <w:ind w:left=\"{indent}\" w:right=\"{indent}\"/>"
        ));
        self.xml.mark("</w:p>");
    }

    fn begin(&mut self, place: &str) {
        self.xml.mark("<w:p><w:pPr><w:pStyle w:val=\"Around\"/>");
        self.xml.mark(if self.keeps { "<w:keepNext/>" } else { "" });
        self.xml.mark(place);
        self.xml.mark("</w:pPr>");
    }
}
