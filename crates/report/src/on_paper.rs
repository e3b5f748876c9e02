//! The report as pieces on paper.

use crate::around::{Closing, Head};
use crate::document::{Block, Content, Document, Page, Paragraph};
use crate::paper::{Grid, GridColumn, GridRow, Paper, Part, Piece, Side};
use crate::profile::Profile;
use crate::{plain, texts};
use gathering::table::{Cell, Table, TableRow, Words};

/// With what the place of an annex begins.
const ANNEX: &str = "annex";

/// The report as pieces on paper, which looks as a profile has it. What somebody emptied is left out.
#[must_use]
pub fn on_paper(document: &Document, profile: Profile) -> Paper {
    let marks = plain::marks(document).into_iter().map(str::to_owned).collect();
    let parts = document.sections.iter().map(|section| {
        let pieces = section.blocks.iter().flat_map(pieces).collect();
        Part { is_across: section.page == Page::Landscape, pieces }
    });
    let footer = document.footer.as_ref().map(plain::footer).unwrap_or_default();
    Paper { title: title(document), profile, marks, footer, parts: parts.collect() }
}

/// The title, and what the report is about.
fn title(document: &Document) -> String {
    let title = document.blocks().find_map(|block| match &block.content {
        Content::Title(title) => Some(title.kind.as_str()),
        _ => None,
    });
    let subject = document.paragraphs().next().map(|paragraph| paragraph.text.as_str());
    let words: Vec<&str> = title.into_iter().chain(subject).filter(|text| !text.is_empty()).collect();
    words.join(" – ")
}

fn pieces(block: &Block) -> Vec<Piece> {
    let item = |item: &Paragraph| (!item.text.is_empty()).then(|| Piece::Item(item.text.clone()));
    match &block.content {
        Content::Head(head) => vec![Piece::Head(Head::clone(head))],
        Content::Title(title) => vec![Piece::Title(title.kind.clone(), title.subject.text.clone())],
        Content::Heading { level: 2, text } if block.place().starts_with(ANNEX) => vec![Piece::Annex(text.clone())],
        Content::Heading { level, text } => vec![Piece::Heading(u32::from(*level).saturating_sub(1), text.clone())],
        Content::Addressees(to) => vec![Piece::Addressees(to.clone())],
        // Each line stands as a paragraph: one that goes on below would be stretched.
        Content::Paragraph(one) => lines(one.printed()).map(|line| Piece::Paragraph(line.to_owned())).collect(),
        Content::List(items) => items.iter().filter_map(item).collect(),
        Content::Table(table) => vec![Piece::Table(grid(table))],
        Content::Written(written) => vec![Piece::Table(grid(&written.table))],
        Content::Note(text) => vec![Piece::Note(text.clone())],
        Content::Closing(closing) => vec![Piece::Closing(Closing::clone(closing))],
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).filter(|line| !line.is_empty())
}

/// A table on paper, with columns as wide as what is in them asks for.
fn grid(table: &Table) -> Grid {
    let names = table.columns.iter().map(|column| table.column_name(*column, &texts::WORDS));
    let mut columns: Vec<GridColumn> = names
        .zip(table.numbering())
        .map(|(name, number)| GridColumn { name, number: ["(", &number, ")"].concat(), ..GridColumn::default() })
        .collect();
    let cells = |row: &TableRow| GridRow { is_total: row.is_total, cells: row.cells.iter().map(texts::cell).collect() };
    let rows: Vec<GridRow> = table.rows.iter().map(cells).collect();
    for (at, column) in columns.iter_mut().enumerate() {
        column.width = width(&column.name, rows.iter().filter_map(|row| row.cells.get(at)));
        column.side = table.rows.iter().filter_map(|row| row.cells.get(at)).map(side).next().unwrap_or_default();
    }
    Grid { caption: texts::WORDS.heading(table.heading), columns, rows }
}

fn side(cell: &Cell) -> Side {
    match cell {
        Cell::Number(_) | Cell::Count(_) | Cell::Percent(_) => Side::Right,
        Cell::Date(_) => Side::Middle,
        _ => Side::Left,
    }
}

/// The room of a column in letters: that of its longest word at least, and so much that its texts take a few lines.
fn width<'a>(name: &str, texts: impl Iterator<Item = &'a String>) -> u32 {
    /// Longer words are broken.
    const LONGEST_WORD: usize = 12;
    /// A text of more letters takes several lines.
    const WIDEST: usize = 40;
    let word = |text: &str| text.split([' ', '\n']).map(|word| word.chars().count()).max().unwrap_or_default();
    let (mut longest, mut all, mut filled) = (word(name), 0_usize, 0_usize);
    for text in texts.filter(|text| !text.is_empty()) {
        longest = longest.max(word(text));
        all += text.chars().take(4 * WIDEST).count();
        filled += 1;
    }
    let usual = all.checked_div(filled).unwrap_or_default().min(WIDEST);
    // Two letters more, for the room beside the text.
    u32::try_from(longest.min(LONGEST_WORD).max(usual) + 2).unwrap_or_default()
}
