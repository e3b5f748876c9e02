//! A paper as a document for word processors (WordprocessingML), with styles of its own, so that it is edited as one that was typed.

mod around;
mod body;
mod fixed;
mod letters;
mod pages;
mod runs;
mod styles;
mod table;

use crate::package::packed;
use crate::xml::Xml;
use crate::{Fault, Made};
use report::paper::Paper;

/// Writes a paper.
///
/// # Errors
/// Where it is larger than a file can be.
pub fn docx(paper: &Paper) -> Result<Made, Fault> {
    let document = body::document(paper);
    let [first, upright, across] = pages::heads(paper);
    let foot = pages::foot(paper);
    let (core, fonts) = (core(&paper.title), fonts(&paper.profile.font));
    let styles = styles::styles(&paper.profile);
    let written = [&document, &first, &upright, &across, &foot, &core, &fonts];
    let replaced = written.iter().fold(0_u32, |sum, xml| sum.saturating_add(xml.replaced()));
    let bytes = packed(&[
        ("[Content_Types].xml", fixed::CONTENT_TYPES),
        ("_rels/.rels", fixed::RELATIONS),
        ("docProps/app.xml", fixed::APP),
        ("docProps/core.xml", &core.text),
        ("word/document.xml", &document.text),
        ("word/_rels/document.xml.rels", fixed::DOCUMENT_RELATIONS),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", fixed::NUMBERING),
        ("word/settings.xml", fixed::SETTINGS),
        ("word/fontTable.xml", &fonts.text),
        ("word/theme/theme1.xml", fixed::THEME),
        ("word/header1.xml", &first.text),
        ("word/header2.xml", &upright.text),
        ("word/header3.xml", &across.text),
        ("word/footer1.xml", &foot.text),
    ])?;
    Ok(Made { bytes, replaced })
}

/// What a document says of itself: its title, and neither who wrote it nor when.
fn core(title: &str) -> Xml {
    let mut xml = Xml::begun();
    xml.mark(fixed::CORE_BEGINNING);
    xml.said(title);
    xml.mark(fixed::CORE_END);
    xml
}

/// Which fonts there are.
fn fonts(font: &str) -> Xml {
    let mut xml = Xml::begun();
    xml.mark("<w:fonts");
    xml.mark(fixed::NAMES);
    xml.mark("><w:font w:name=\"");
    xml.said(font);
    xml.mark("\"><w:charset w:val=\"00\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>");
    xml
}
