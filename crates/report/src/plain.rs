//! The report as plain text for a mail, and its tables as CSV.

use crate::document::{Content, Document, Footer, Paragraph};
use crate::{texts, typed};
use gathering::csv::csv;
use gathering::table::{Heading, Table, Words};

/// What stands before an item of a list.
const DASH: &str = "- ";

/// The report as plain text, without signs for form: a line for each heading, paragraph and item, and for each row of a table, whose
/// cells have tabs between. What a person wrote in several lines is several lines; in a list they stand in by two blanks, and in a
/// cell they are one.
#[must_use]
pub fn text(document: &Document) -> String {
    let mut pieces: Vec<String> = vec![marks(document).join("\n")];
    for block in document.blocks() {
        pieces.push(piece(&block.content));
    }
    pieces.extend(document.footer.as_ref().map(footer));
    // What the officer emptied is left out.
    pieces.retain(|piece| !piece.is_empty());
    pieces.join("\n\n") + "\n"
}

/// A piece as plain text; empty where there is nothing in it.
#[must_use]
pub fn piece(content: &Content) -> String {
    match content {
        Content::Heading { text, .. } | Content::Note(text) => text.clone(),
        Content::Paragraph(paragraph) => paragraph.printed().to_owned(),
        Content::List(items) => list(items),
        Content::Table(table) => rows(table),
        Content::Written(written) => rows(&written.table),
        Content::Head(head) => lines(head.lines()),
        Content::Title(title) => lines([title.kind.as_str(), &title.subject.text]),
        Content::Addressees(to) => to.text(),
        Content::Closing(closing) => lines(closing.signature.lines().chain(closing.recipients.lines())),
    }
}

/// The marks of each page: that it is a draft, and made up where it is.
#[must_use]
pub fn marks(document: &Document) -> Vec<&'static str> {
    [Some(texts::DRAFT), document.is_sample.then_some(texts::SAMPLE)].into_iter().flatten().collect()
}

/// The foot of each page.
#[must_use]
pub fn footer(footer: &Footer) -> String {
    texts::footer(&typed::day(&footer.roster_as_of), footer.cut_off, footer.files, &footer.digest)
}

/// The tables as CSV, each with what it is.
#[must_use]
pub fn tables(document: &Document) -> Vec<(Heading, String)> {
    document.tables().map(|table| (table.heading, csv(table, &texts::WORDS, &[]))).collect()
}

/// Lines of which none is empty.
fn lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn list(items: &[Paragraph]) -> String {
    let written = items.iter().filter(|item| !item.text.is_empty());
    let lines: Vec<String> = written.map(|item| [DASH, &item.text.replace('\n', "\n  ")].concat()).collect();
    lines.join("\n")
}

fn rows(table: &Table) -> String {
    let names = table.columns.iter().map(|column| table.column_name(*column, &texts::WORDS));
    let numbers = table.numbering().into_iter().map(|number| ["(", &number, ")"].concat());
    let mut lines = vec![texts::WORDS.heading(table.heading), row(names), row(numbers)];
    lines.extend(table.rows.iter().map(|cells| row(cells.cells.iter().map(texts::cell))));
    lines.join("\n")
}

fn row(cells: impl Iterator<Item = String>) -> String {
    cells.map(|cell| one_line(&cell)).collect::<Vec<_>>().join("\t")
}

/// A cell in one line. A rate's blank, which does not break, stays.
fn one_line(cell: &str) -> String {
    cell.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
