//! What stands around the text: two columns above and below it, and what is in the middle.

use super::letters::{looks, width};
use super::pages::twips;
use super::runs::runs;
use crate::xml::Xml;
use report::around::{Addressees, Closing, Head};
use report::profile::{Letters, Mark, Profile};

/// Of the width of the text so much is the left column above it, and below it.
const LEFT_ABOVE: (u32, u32) = (43, 100);
const LEFT_BELOW: (u32, u32) = (50, 100);
/// The room for a signature, in twentieths of a point.
const SIGNATURE: u32 = 1400;
/// The room beside the motto.
const BESIDE: u32 = 120;
/// A rule below something is so much of its length.
const SHORT_RULE: (u32, u32) = (1, 3);
/// How far addressees stand in, in millimetres, where there are several.
const ADDRESSEES: u32 = 30;

/// The room before what stands below the text.
const BEFORE: &str = "<w:spacing w:before=\"240\" w:after=\"0\"/>";
const MIDDLE: &str = "<w:jc w:val=\"center\"/>";

/// Lines in one column.
struct Column<'a> {
    xml: &'a mut Xml,
    width: u32,
    keeps: bool,
}

/// What stands above the text.
pub(super) fn head(xml: &mut Xml, head: &Head, profile: &Profile, width: u32) {
    let letters = |at: usize| profile.motto.get(at).map(|line| line.letters).unwrap_or_default();
    // The motto stays in its line.
    let motto = head.motto.iter().enumerate().map(|(at, line)| self::width(line, letters(at).size) + BESIDE);
    let left = part(width, LEFT_ABOVE).min(width.saturating_sub(motto.max().unwrap_or_default()));
    two_columns(xml, [left, width - left], |xml, is_left, width| {
        let mut column = Column { xml, width, keeps: false };
        if is_left {
            column.line(&head.superior, &profile.superior);
            column.line(&head.issuer, &profile.issuer);
            column.mark(profile.below_issuer, &head.issuer, &profile.issuer);
            column.line(&head.number, &profile.number.letters);
        } else {
            for (at, line) in head.motto.iter().enumerate() {
                column.line(line, &letters(at));
            }
            let last = head.motto.len().saturating_sub(1);
            if let Some(line) = head.motto.get(last) {
                column.rule(self::width(line, letters(last).size));
            }
            column.line(&head.place_and_date, &profile.place_and_date);
        }
    });
    // Between two tables there has to be a paragraph.
    xml.mark("<w:p><w:pPr><w:pStyle w:val=\"Around\"/></w:pPr></w:p>");
}

/// What stands below the text.
pub(super) fn closing(xml: &mut Xml, closing: &Closing, profile: &Profile, width: u32) {
    let left = part(width, LEFT_BELOW);
    let (recipients, signature) = (&closing.recipients, &closing.signature);
    two_columns(xml, [left, width - left], |xml, is_left, width| {
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
    if let [one] = to.lines.as_slice() {
        return column.line(&[&to.label, " ", one].concat(), &profile.addressees);
    }
    let indent = |length: u32| format!("<w:ind w:left=\"{}\"/>", twips(length));
    column.said(&indent(ADDRESSEES), &to.label, &profile.addressees);
    for line in &to.lines {
        column.said(&indent(ADDRESSEES + ADDRESSEES / 2), line, &profile.addressees);
    }
}

fn part(of: u32, (some, all): (u32, u32)) -> u32 {
    of * some / all
}

/// A row of two columns that no lines are around. It is on one page.
fn two_columns(xml: &mut Xml, widths: [u32; 2], mut write: impl FnMut(&mut Xml, bool, u32)) {
    let [left, right] = widths;
    xml.mark(&format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableNormal\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblGrid><w:gridCol w:w=\"{left}\"/><w:gridCol w:w=\"{right}\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>",
        left + right
    ));
    for (is_left, width) in [(true, left), (false, right)] {
        xml.mark(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        write(xml, is_left, width);
        xml.mark("</w:tc>");
    }
    xml.mark("</w:tr></w:tbl>");
}

impl Column<'_> {
    /// A line in the middle; none where it has no words.
    fn line(&mut self, text: &str, letters: &Letters) {
        if !text.is_empty() {
            self.said(MIDDLE, text, letters);
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
