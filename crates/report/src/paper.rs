//! A report as pieces on paper, in its last words: what a document is written from, wherever that is done.

/// A report on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What it is called among the properties of a document.
    pub title: String,
    /// The sizes of its pages.
    pub layout: Layout,
    /// What each page is marked as, such as a draft (dự thảo).
    pub marks: Vec<String>,
    /// What stands at the foot of each page.
    pub footer: String,
    /// Its parts, each of which begins a page.
    pub parts: Vec<Part>,
}

/// The sizes of a paper (thể thức): lengths in tenths of a millimetre, sizes of letters in half points, lines in tenths of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The margin above.
    pub top: u32,
    /// The margin below.
    pub bottom: u32,
    /// The margin at the left.
    pub left: u32,
    /// The margin at the right.
    pub right: u32,
    /// The letters of the text.
    pub letters: u32,
    /// The letters of the title.
    pub title_letters: u32,
    /// How far the first line of a paragraph stands in.
    pub first_line: u32,
    /// The least height of a line.
    pub line: u32,
    /// The room between paragraphs.
    pub between: u32,
}

impl Default for Layout {
    /// A4 as the Party's offices have it (Hướng dẫn 36-HD/VPTW).
    fn default() -> Self {
        Self {
            top: 200,
            bottom: 200,
            left: 300,
            right: 150,
            letters: 28,
            title_letters: 32,
            first_line: 100,
            line: 180,
            between: 60,
        }
    }
}

/// A part of a paper: pages that lie in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Whether they lie across.
    pub is_across: bool,
    /// What stands on them, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a paper. A line break in a text is `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The title.
    Title(String),
    /// A heading, of level 1 to 3.
    Heading(u32, String),
    /// A paragraph of the text.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// A remark beside the text, or a blank to be filled by hand.
    Note(String),
    /// A table.
    Table(Grid),
}

/// A table on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What it is called.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<GridColumn>,
    /// Its rows.
    pub rows: Vec<GridRow>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridColumn {
    /// What it is called.
    pub name: String,
    /// What stands below the name, such as `(3=4+5)`.
    pub number: String,
    /// How wide it is among the others.
    pub width: u32,
    /// Where its texts stand.
    pub side: Side,
}

/// Where a text stands in its room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Middle,
    /// At the right.
    Right,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// Whether it is a sum.
    pub is_total: bool,
    /// What its cells show, one for each column.
    pub cells: Vec<String>,
}
