//! A report as pieces on paper, in its last words: what a document is written from, wherever that is done.

use crate::around::{Addressees, Closing, Head};
use crate::profile::Profile;

/// A report on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What it is called among the properties of a document.
    pub title: String,
    /// How it looks.
    pub profile: Profile,
    /// What each page is marked as, such as a draft (dự thảo).
    pub marks: Vec<String>,
    /// What stands at the foot of each page.
    pub footer: String,
    /// Its parts, each of which begins a page.
    pub parts: Vec<Part>,
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
    /// What stands above the text: who writes, where and when.
    Head(Head),
    /// What kind of document it is, and what it is about, which may be empty.
    Title(String, String),
    /// To whom it is sent (kính gửi).
    Addressees(Addressees),
    /// A heading: of level 1 of a part, of 2 and 3 within one.
    Heading(u32, String),
    /// The heading of an annex (phụ lục).
    Annex(String),
    /// A paragraph of the text.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// A remark beside the text, or a blank to be filled by hand.
    Note(String),
    /// A table.
    Table(Grid),
    /// What stands below the text: who gets a copy and who signs. It stays together, with the paragraph before it, on one page.
    Closing(Closing),
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
