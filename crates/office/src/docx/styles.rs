//! The styles, by the names that word processors know them under.

use super::pages::twips;
use report::paper::Layout;

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    next: &'static str,
    paragraph: String,
    letters: String,
}

/// The part with all styles.
pub(super) fn styles(layout: &Layout) -> String {
    let paragraphs: String = paragraphs(layout).iter().map(written).collect();
    let beginning = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles{}>\
         <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{FONT}\" w:eastAsia=\"{FONT}\" w:hAnsi=\"{FONT}\" w:cs=\"{FONT}\"/>\
         <w:sz w:val=\"{letters}\"/><w:szCs w:val=\"{letters}\"/>\
         <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        super::fixed::NAMES,
        letters = layout.letters,
    );
    [&beginning, NORMAL, &paragraphs, DEFAULTS, TABLES, "</w:styles>"].concat()
}

const FONT: &str = "Times New Roman";
const NORMAL: &str = r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#;

/// What a word processor expects in every document.
const DEFAULTS: &str = r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#;

/// Lines all around; the head is bold and in the middle, sums are bold.
const TABLES: &str = r#"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#;

fn paragraphs(layout: &Layout) -> Vec<Style> {
    let between = layout.between * 2;
    let gap = |before: u32, after: u32| format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
    let text = format!(
        "<w:spacing w:before=\"{between}\" w:after=\"{between}\" w:line=\"{}\" w:lineRule=\"atLeast\"/>",
        layout.line * 2
    );
    let first_line = format!("<w:ind w:firstLine=\"{}\"/>", twips(layout.first_line));
    let size = |letters: u32| format!("<w:sz w:val=\"{letters}\"/><w:szCs w:val=\"{letters}\"/>");
    let heading = |id, name, level: u32, letters: &str| Style {
        id,
        name,
        based_on: "Normal",
        next: "BodyText",
        paragraph: format!(
            "<w:keepNext/><w:keepLines/>{}{}<w:outlineLvl w:val=\"{level}\"/>",
            gap(between * 2, between),
            first_line
        ),
        letters: letters.to_owned(),
    };
    let plain = |id, name, paragraph: String, letters: String| Style {
        id,
        name,
        based_on: "Normal",
        next: id,
        paragraph,
        letters,
    };
    vec![
        Style {
            id: "Title",
            name: "Title",
            based_on: "Normal",
            next: "BodyText",
            paragraph: ["<w:keepNext/>", &gap(240, 120), "<w:jc w:val=\"center\"/>"].concat(),
            letters: ["<w:b/><w:bCs/>", &size(layout.title_letters)].concat(),
        },
        heading("Heading1", "heading 1", 0, "<w:b/><w:bCs/>"),
        heading("Heading2", "heading 2", 1, "<w:b/><w:bCs/>"),
        heading("Heading3", "heading 3", 2, "<w:b/><w:bCs/><w:i/><w:iCs/>"),
        plain("BodyText", "Body Text", [&text, &first_line, "<w:jc w:val=\"both\"/>"].concat(), String::new()),
        plain(
            "ListBullet",
            "List Bullet",
            ["<w:numPr><w:numId w:val=\"1\"/></w:numPr>", &text, "<w:jc w:val=\"both\"/>"].concat(),
            String::new(),
        ),
        plain("Note", "Note", ["<w:keepNext/>", &gap(60, 60)].concat(), "<w:i/><w:iCs/>".to_owned()),
        plain("Caption", "caption", ["<w:keepNext/>", &gap(120, 60)].concat(), "<w:b/><w:bCs/>".to_owned()),
        plain("TableText", "Table Text", gap(20, 20), size(24)),
        plain("Header", "header", String::new(), String::new()),
        plain("Footer", "footer", String::new(), size(18)),
    ]
}

fn written(style: &Style) -> String {
    // Those that are this product's own are told from the ones that every word processor has.
    let own = if matches!(style.id, "Note" | "TableText") { " w:customStyle=\"1\"" } else { "" };
    let around = |name: &str, inner: &str| match inner {
        "" => String::new(),
        inner => format!("<w:{name}>{inner}</w:{name}>"),
    };
    format!(
        "<w:style w:type=\"paragraph\"{own} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/>\
         <w:next w:val=\"{}\"/><w:qFormat/>{}{}</w:style>",
        style.id,
        style.name,
        style.based_on,
        style.next,
        around("pPr", &style.paragraph),
        around("rPr", &style.letters)
    )
}
