//! Texts in paragraphs.

use crate::xml::Xml;

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
