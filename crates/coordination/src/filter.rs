//! How the officer narrows the lists: filters, sorting, pages. None of it is stored.

mod file_rows;
mod issue_rows;
mod names;
mod placed;
mod reading_rows;
mod register_rows;
mod unit_rows;
mod words;

pub(crate) use file_rows::{FileSearch, row_of};
pub use file_rows::{file_rows, skipped_things};
pub use issue_rows::issue_rows;
pub(crate) use names::Names;
pub use placed::Placed;
pub use reading_rows::{ReadRow, reading_rows};
pub(crate) use reading_rows::{counting, current, current_row, requirement};
pub use register_rows::register_rows;
pub(crate) use register_rows::register_rows_and_counts;
pub use unit_rows::unit_rows;

use crate::parts::Part;
use gathering::excerpt::ExcerptKind;
use std::ops::Range;

/// Of the reading (đọc và trả lời).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadingFilter {
    /// The id of a group; empty for all.
    pub group: String,
    /// The id of the row of the unit that is being read; empty for the first that was not read.
    pub unit: String,
    /// Whether single keys do nothing.
    pub is_without_keys: bool,
    /// The part that was chosen last: of the next unit the first of its kind is.
    pub part: Part,
    /// Whether an issue is being chosen for it.
    pub is_tagging: bool,
}

/// Of the issues.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssuesFilter {
    /// Of what they speak; none for all.
    pub kind: Option<ExcerptKind>,
    /// The id of the requirement; empty for all.
    pub requirement: String,
    /// Whether only those are shown that go into the report.
    pub only_in_report: bool,
    /// Parts of the wording; marks may be left out.
    pub words: String,
    /// The page, from 0.
    pub page: usize,
}

/// Of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterFilter {
    /// The id of a group; empty for all.
    pub group: String,
    /// Which lines.
    pub which: RegisterWhich,
    /// Words of the name, or their beginnings; marks may be left out.
    pub words: String,
    /// The page, from 0.
    pub page: usize,
}

/// Which lines of the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RegisterWhich {
    /// All.
    #[default]
    All,
    /// Those who have not reported (chưa gửi).
    Missing,
    /// On time (đúng hạn).
    OnTime,
    /// Late (chậm).
    Late,
    /// Those of whom it is not known whether they were on time.
    Undated,
    /// On whose files a person has to decide (chờ quyết định).
    Waiting,
}

/// Of units × requirements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitsFilter {
    /// The id of a group; empty for all.
    pub group: String,
    /// The id of a requirement by which `status` is meant; empty for any of them.
    pub requirement: String,
    /// Units with this status there.
    pub status: Option<UnitsStatus>,
    /// Units that say what the issue of this id is; empty for all.
    pub issue: String,
    /// Words of the name, or their beginnings; marks may be left out.
    pub words: String,
    /// In which order they are.
    pub order: UnitsOrder,
    /// The page, from 0.
    pub page: usize,
}

/// In which order units are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitsOrder {
    /// As in the roster.
    #[default]
    Roster,
    /// By name, marks aside.
    Name,
    /// Those first with most requirements unanswered.
    Unanswered,
    /// Those first with most limitations or difficulties.
    Limitations,
    /// Those first with most overdue steps.
    Overdue,
}

/// All of them, as they are offered.
pub const UNITS_ORDERS: [UnitsOrder; 5] =
    [UnitsOrder::Roster, UnitsOrder::Name, UnitsOrder::Unanswered, UnitsOrder::Limitations, UnitsOrder::Overdue];

/// A status to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitsStatus {
    /// Đã thực hiện.
    Done,
    /// Đang thực hiện.
    InProgress,
    /// Chưa thực hiện.
    NotStarted,
    /// Chưa trả lời.
    Unanswered,
    /// With limitations or difficulties.
    WithLimitations,
    /// With steps that are overdue.
    WithOverdueSteps,
    /// That have not sent anything that counts (chưa gửi).
    Missing,
}

/// Of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilesFilter {
    /// What became of them.
    pub which: FilesWhich,
    /// Parts of the name, or of the unit's; marks may be left out.
    pub words: String,
    /// In which order they are.
    pub order: FilesOrder,
    /// The page, from 0.
    pub page: usize,
}

/// In which order received things are listed. What lies in a container stays below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FilesOrder {
    /// As they were taken in.
    #[default]
    Taken,
    /// The last ones first.
    Latest,
    /// By name, marks aside.
    Name,
    /// By the unit of the first assessment, as in the roster; what is of none comes last.
    Unit,
}

/// All of them, as they are offered.
pub const FILES_ORDERS: [FilesOrder; 4] = [FilesOrder::Taken, FilesOrder::Latest, FilesOrder::Name, FilesOrder::Unit];

/// Which files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FilesWhich {
    /// All lines.
    #[default]
    All,
    /// Nhận.
    Counts,
    /// Nhận, có lưu ý.
    CountsWithRemark,
    /// Đã có bản mới hơn.
    Superseded,
    /// Trùng.
    Duplicate,
    /// Để riêng.
    Aside,
    /// Không nhận.
    Refused,
    /// On which a person has to decide (cần người quyết định).
    Waiting,
}

/// So many rows are on a page of a list.
pub const PAGE: usize = 100;

/// How many pages so many rows have; one where there is none.
#[must_use]
pub fn pages(rows: usize) -> usize {
    rows.div_ceil(PAGE).max(1)
}

/// Which of so many rows are on a page, from 0; on the last one, where there is none of that number.
#[must_use]
pub fn on_page(rows: usize, page: usize) -> Range<usize> {
    let from = page.min(pages(rows) - 1) * PAGE;
    from..rows.min(from + PAGE)
}
