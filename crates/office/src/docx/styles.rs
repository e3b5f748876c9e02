//! The styles, by the names that word processors know them under.

use super::letters::{looks, size};
use crate::xml::Xml;
use report::measures::twips;
use report::profile::{Letters, Profile};

/// The letters below the text, in points.
const FOOT: u32 = 9;

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    next: &'static str,
    paragraph: String,
    letters: String,
}

/// The part with all styles.
pub(super) fn styles(profile: &Profile) -> String {
    // The font is the product's own data.
    let mut font = Xml::default();
    font.said(&profile.font);
    let font = font.text;
    let paragraphs: String = paragraphs(profile).iter().map(written).collect();
    let beginning = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles{}>\
         <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{font}\" w:eastAsia=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\"/>{size}\
         <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        super::fixed::NAMES,
        size = size(profile.body.letters.size),
    );
    [&beginning, NORMAL, &paragraphs, DEFAULTS, TABLES, "</w:styles>"].concat()
}

const NORMAL: &str =
    r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#;

/// What a word processor expects in every document.
const DEFAULTS: &str = r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#;

/// Lines all around; the head is bold and in the middle, sums are bold.
const TABLES: &str = r#"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#;

fn paragraphs(profile: &Profile) -> Vec<Style> {
    // On one side alone: of the room behind one paragraph and before the next some programs take the larger, some both.
    let between = profile.body.between * 20;
    let text = at_least(between, profile.body.line_at_least * 20);
    let first_line = format!("<w:ind w:firstLine=\"{}\"/>", twips(profile.body.first_line));
    let heading = |id, name, level: u32, place: &str, letters: Letters| Style {
        next: "BodyText",
        paragraph: ["<w:keepNext/><w:keepLines/>", &text, place, &outline(level)].concat(),
        ..Style::of(id, name, looks(&letters))
    };
    let in_text = Letters { bold: true, ..profile.body.letters };
    let middle = "<w:jc w:val=\"center\"/>";
    let with = |paragraph: String, style: Style| Style { paragraph, ..style };
    vec![
        with(["<w:keepNext/>", &gap(120, 0), middle].concat(), Style::of("Title", "Title", looks(&profile.title))),
        with(
            ["<w:keepNext/>", &gap(0, 0), middle].concat(),
            Style::of("Subtitle", "Subtitle", looks(&profile.subject)),
        ),
        heading("Heading1", "heading 1", 0, &first_line, profile.part.letters),
        heading("Heading2", "heading 2", 1, &first_line, in_text),
        heading("Heading3", "heading 3", 2, &first_line, Letters { italic: true, ..in_text }),
        Style {
            next: "BodyText",
            paragraph: ["<w:keepNext/><w:keepLines/>", &gap(0, 0), middle, &outline(0)].concat(),
            ..Style::of("AnnexHeading", "Annex Heading", looks(&profile.annex))
        },
        with(
            [&text, &first_line, "<w:jc w:val=\"both\"/>"].concat(),
            Style::of("BodyText", "Body Text", looks(&profile.body.letters)),
        ),
        with(
            ["<w:numPr><w:numId w:val=\"1\"/></w:numPr>", &text, "<w:jc w:val=\"both\"/>"].concat(),
            Style::of("ListBullet", "List Bullet", looks(&profile.body.letters)),
        ),
        with(["<w:keepNext/>", &gap(0, 170), middle].concat(), Style::of("Note", "Note", "<w:i/><w:iCs/>".to_owned())),
        with(
            ["<w:keepNext/>", &gap(120, 60)].concat(),
            Style::of("Caption", "caption", looks(&Letters { size: profile.table.size, ..in_text })),
        ),
        // A line of a table is a quarter higher than its letters.
        with(at_least(0, profile.table.size * 25), Style::of("TableText", "Table Text", looks(&profile.table))),
        with(gap(0, 0), Style::of("Around", "Around the Text", String::new())),
        Style::of("Header", "header", String::new()),
        Style::of("Footer", "footer", size(FOOT)),
    ]
}

/// The room before and after a paragraph, in twentieths of a point.
fn gap(before: u32, after: u32) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>")
}

/// The room before a paragraph, and how high its lines are at least, both in twentieths of a point.
fn at_least(before: u32, line: u32) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"0\" w:line=\"{line}\" w:lineRule=\"atLeast\"/>")
}

/// The level of a heading, from 0.
fn outline(level: u32) -> String {
    format!("<w:outlineLvl w:val=\"{level}\"/>")
}

impl Style {
    /// A style of paragraphs with such letters.
    fn of(id: &'static str, name: &'static str, letters: String) -> Self {
        Self { id, name, next: id, paragraph: String::new(), letters }
    }
}

fn written(style: &Style) -> String {
    // Those that are this product's own are told from the ones that every word processor has.
    let own =
        if matches!(style.id, "Note" | "TableText" | "Around" | "AnnexHeading") { " w:customStyle=\"1\"" } else { "" };
    let around = |name: &str, inner: &str| match inner {
        "" => String::new(),
        inner => format!("<w:{name}>{inner}</w:{name}>"),
    };
    format!(
        "<w:style w:type=\"paragraph\"{own} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:next w:val=\"{}\"/><w:qFormat/>{}{}</w:style>",
        style.id,
        style.name,
        style.next,
        around("pPr", &style.paragraph),
        around("rPr", &style.letters)
    )
}
