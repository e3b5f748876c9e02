//! A report as plain data: that upwards, and that of a unit.

use crate::around::{Addressees, Closing, Head};
use crate::filled::in_letters;
use crate::profile::Profile;
use crate::texts;
use domain::date::{Date, DateText};
use gathering::table::{Cell, Column, Table};

/// A report. Nothing in it knows of fonts, tags or files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its parts, each of which begins a page.
    pub sections: Vec<Section>,
    /// Whether it is of the sample (bản mẫu). Every report is a draft (dự thảo): who signs it is the leader of a body, not a program.
    pub is_sample: bool,
    /// What stands at the foot of each page; nothing in the report of a unit.
    pub footer: Option<Footer>,
    /// Ids of what was chosen and does not stand in it, since none of the units that say it counts.
    pub left_out: Vec<String>,
}

/// A part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// How its pages lie.
    pub page: Page,
    /// What stands on them.
    pub blocks: Vec<Block>,
}

/// How pages lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The text: upright.
    Portrait,
    /// An annex (phụ lục): across.
    Landscape,
}

/// A piece of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its id, the same after each count. What stands before the first `/` is its place in the report.
    pub id: String,
    /// What it is.
    pub content: Content,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A heading: of level 2 is a part or an annex, of 3 what is in a part. The title is the only one of level 1.
    Heading {
        /// Its level, from 2.
        level: u8,
        /// Its text, with its number.
        text: String,
    },
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list, at least one item long.
    List(Vec<Paragraph>),
    /// A table. [`crate::texts::WORDS`] has its words.
    Table(Box<Table>),
    /// A table with a column of paragraphs.
    Written(Box<WrittenTable>),
    /// What stands above the text: who writes, where and when.
    Head(Box<Head>),
    /// What kind of document it is and what it is about.
    Title(Box<Title>),
    /// To whom it is sent (kính gửi).
    Addressees(Addressees),
    /// What stands below the text: who gets a copy and who signs. It stays together, with the paragraph before it, on one page.
    Closing(Box<Closing>),
    /// What nobody edits here: a blank to be filled by hand, what a table stands on.
    Note(String),
}

/// What kind of document it is and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// What kind (tên loại): `BÁO CÁO`.
    pub kind: String,
    /// What it is about (trích yếu).
    pub subject: Paragraph,
}

/// A table with a column whose cells are paragraphs, so that somebody may edit them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenTable {
    /// All of it, as any other table: what is edited stands in its cells, too.
    pub table: Table,
    /// Which column.
    pub column: Column,
    /// The paragraphs of that column, one a row.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph that the officer may edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its id, the same after each count, such as `results/1.2`.
    pub id: String,
    /// Its text, plain. A line break is `\n`: in an official report each line stands on paper as a paragraph.
    pub text: String,
    /// Where the text comes from.
    pub origin: Origin,
}

/// Where the text of a paragraph comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It follows from what was counted and chosen.
    Generated,
    /// The officer wrote it, over this generated text. An empty one is to be left out.
    Edited {
        /// What was generated, then and now.
        generated: String,
    },
    /// The officer wrote it, and what lies beneath has changed since.
    Changed {
        /// What was generated when it was written.
        base: String,
        /// What is generated now.
        generated: String,
    },
    /// The officer wrote it over a paragraph that is no longer generated.
    Gone {
        /// What was generated when it was written.
        base: String,
        /// Whether its part of the report is there still: only then it is printed and written.
        has_place: bool,
    },
}

/// By what somebody can tell of what a page was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footer {
    /// The day of which the roster is.
    pub roster_as_of: DateText,
    /// The day as of which all numbers are (ngày chốt số liệu).
    pub cut_off: Date,
    /// How many files were counted.
    pub files: u32,
    /// The digest of the gathering, in short.
    pub digest: String,
}

impl Block {
    /// The part of the report that it belongs to.
    #[must_use]
    pub fn place(&self) -> &str {
        place(&self.id)
    }

    pub(crate) fn of(id: &str, content: Content) -> Self {
        Self { id: id.to_owned(), content }
    }

    pub(crate) fn heading(id: &str, level: u8, text: String) -> Self {
        Self { id: id.to_owned(), content: Content::Heading { level, text } }
    }

    /// The heading of a part, from 1, as the profile has it.
    pub(crate) fn part(profile: &Profile, at: usize, place: &str, name: &str) -> Self {
        let heading = &profile.part;
        Self::heading(place, 2, texts::part(at, &heading.after, &in_letters(name, heading.letters)))
    }

    pub(crate) fn paragraph(id: &str, text: String) -> Self {
        Self { id: id.to_owned(), content: Content::Paragraph(Paragraph::generated(id.to_owned(), text)) }
    }

    pub(crate) fn note(id: &str, text: String) -> Self {
        Self { id: id.to_owned(), content: Content::Note(text) }
    }
}

impl Paragraph {
    pub(crate) fn generated(id: String, text: String) -> Self {
        Self { id, text, origin: Origin::Generated }
    }

    /// What was generated when the officer wrote it; where nothing was written, what is generated now.
    #[must_use]
    pub fn base(&self) -> &str {
        match &self.origin {
            Origin::Generated => &self.text,
            Origin::Edited { generated } => generated,
            Origin::Changed { base, .. } | Origin::Gone { base, .. } => base,
        }
    }

    /// Its text on paper and in files. Out of its place it would say something of something else.
    #[must_use]
    pub fn printed(&self) -> &str {
        if matches!(self.origin, Origin::Gone { has_place: false, .. }) { "" } else { &self.text }
    }

    /// What is generated for it now; none where nothing is any longer.
    #[must_use]
    pub fn generated_text(&self) -> Option<&str> {
        match &self.origin {
            Origin::Generated => Some(&self.text),
            Origin::Edited { generated } | Origin::Changed { generated, .. } => Some(generated),
            Origin::Gone { .. } => None,
        }
    }
}

impl WrittenTable {
    /// Puts what the paragraphs say into the cells of their column.
    pub(crate) fn fill(&mut self) {
        let Some(at) = self.table.columns.iter().position(|column| *column == self.column) else { return };
        for (row, paragraph) in self.table.rows.iter_mut().zip(&self.paragraphs) {
            if let Some(cell) = row.cells.get_mut(at) {
                *cell = Cell::Text(paragraph.text.clone());
            }
        }
    }
}

impl Document {
    /// All pieces, in their order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.sections.iter().flat_map(|section| &section.blocks)
    }

    /// All paragraphs and items of lists, in their order.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks().flat_map(|block| match &block.content {
            Content::Paragraph(paragraph) => std::slice::from_ref(paragraph),
            Content::List(items) => items,
            Content::Written(written) => &written.paragraphs,
            Content::Title(title) => std::slice::from_ref(&title.subject),
            _ => &[],
        })
    }

    /// Of how many paragraphs that were rewritten what lies beneath has changed, or is no longer there.
    #[must_use]
    pub fn changed_beneath(&self) -> usize {
        let is_changed = |one: &&Paragraph| matches!(one.origin, Origin::Changed { .. } | Origin::Gone { .. });
        self.paragraphs().filter(is_changed).count()
    }

    /// All tables, in their order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks().filter_map(|block| match &block.content {
            Content::Table(table) => Some(&**table),
            Content::Written(written) => Some(&written.table),
            _ => None,
        })
    }
}

/// The id of what says that nothing stands in a place.
pub(crate) fn nothing_in(place: &str) -> String {
    [place, "/none"].concat()
}

/// The place within which a place of that name stands, where it has a heading only while there is something below it.
pub(crate) fn place_around(place: &str) -> Option<&'static str> {
    matches!(place, "objective-causes" | "subjective-causes").then_some("causes")
}

/// What stands before the first `/` of an id.
pub(crate) fn place(id: &str) -> &str {
    id.split('/').next().unwrap_or_default()
}
