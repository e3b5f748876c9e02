//! The report as pieces on paper.

use crate::around::{Closing, Head};
use crate::document::{Block, Content, Document, Page, Paragraph};
use crate::paper::{Grid, GridColumn, GridRow, Paper, Part, Piece, Side};
use crate::profile::Profile;
use crate::{columns, measures, plain, texts};
use gathering::table::{Cell, Column, Table, TableRow, Words};

/// With what the place of an annex begins.
const ANNEX: &str = "annex";

/// The report as pieces on paper, which looks as a profile has it. What somebody emptied is left out.
#[must_use]
pub fn on_paper(document: &Document, profile: Profile) -> Paper {
    let marks = plain::marks(document).into_iter().map(str::to_owned).collect();
    let parts: Vec<Part> = document
        .sections
        .iter()
        .map(|section| {
            let is_across = section.page == Page::Landscape;
            let pieces = section.blocks.iter().flat_map(|block| pieces(block, &profile, is_across)).collect();
            let mut part = Part { is_across, pieces };
            say_once(&mut part);
            part
        })
        .collect();
    let footer = document.footer.as_ref().map(plain::footer).unwrap_or_default();
    Paper { title: title(document), profile, marks, footer, parts }
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

/// The only table of an annex has no caption where the annex is called so.
fn say_once(part: &mut Part) {
    let Some(Piece::Annex(name)) = part.pieces.first().cloned() else { return };
    let mut tables = part.pieces.iter_mut().filter_map(|piece| match piece {
        Piece::Table(grid) => Some(grid),
        _ => None,
    });
    if let (Some(only), None) = (tables.next(), tables.next())
        && name.ends_with(&only.caption)
    {
        only.caption.clear();
    }
}

fn pieces(block: &Block, profile: &Profile, is_across: bool) -> Vec<Piece> {
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
        Content::Table(table) => vec![Piece::Table(grid(table, profile, is_across))],
        Content::Written(written) => vec![Piece::Table(grid(&written.table, profile, is_across))],
        Content::Note(text) => vec![Piece::Note(text.clone())],
        Content::Closing(closing) => vec![Piece::Closing(Closing::clone(closing))],
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).filter(|line| !line.is_empty())
}

/// A table on paper, with columns as wide as what is in them asks for.
#[must_use]
pub fn grid(table: &Table, profile: &Profile, is_across: bool) -> Grid {
    let names = table.columns.iter().map(|column| table.column_name(*column, &texts::WORDS));
    let mut columns: Vec<GridColumn> = names
        .zip(table.numbering())
        .map(|(name, number)| GridColumn { name, number: ["(", &number, ")"].concat(), ..GridColumn::default() })
        .collect();
    let cells = |row: &TableRow| GridRow { is_total: row.is_total, cells: row.cells.iter().map(texts::cell).collect() };
    let rows: Vec<GridRow> = table.rows.iter().map(cells).collect();
    for (at, column) in columns.iter_mut().enumerate() {
        column.side = table.rows.iter().filter_map(|row| row.cells.get(at)).map(side).next().unwrap_or_default();
        if table.columns.get(at) == Some(&Column::Number) {
            column.side = Side::Middle;
        }
    }
    let mut grid = Grid { caption: texts::WORDS.heading(table.heading), columns, rows };
    columns::set(&mut grid, profile.table.size, measures::text_width(profile, is_across));
    grid
}

fn side(cell: &Cell) -> Side {
    match cell {
        Cell::Number(_) | Cell::Count(_) | Cell::Percent(_) => Side::Right,
        Cell::Date(_) => Side::Middle,
        _ => Side::Left,
    }
}
