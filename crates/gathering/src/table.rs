//! The report's annexes as plain data, from which the screen, CSV, documents and workbooks draw: no list of columns is written twice.
//! The words come from a catalogue of the caller's.

use crate::percent::Percent;
use crate::register::Timing;
use crate::step_state::StepState;
use crate::unit_set::UnitSet;
use crate::verdict::Verdict;
use domain::assessment::Status;
use domain::date::Date;

/// A table of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Which one.
    pub heading: Heading,
    /// Its columns, in order. They are numbered from 1 below their names.
    pub columns: Vec<Column>,
    /// Which columns add up to which, such as `3=4+5+6+7`.
    pub sums: Vec<Sum>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<TableRow>,
    /// The ids of the requirements that [`Column::Answer`] names by their places; empty where it has no such column.
    pub requirements: Vec<String>,
}

/// A column that is the sum of others, by the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The sum.
    pub of: Column,
    /// What is added up.
    pub parts: Vec<Column>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Whether it is the sum of those before it (Tổng).
    pub is_total: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// The tables of the report, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// The five measures, by group.
    Measures,
    /// Annex 1 (Phụ lục 1), its list of those who have not reported.
    Missing,
    /// Annex 1: who has reported (tình hình gửi báo cáo).
    Register,
    /// Annex 2: by task and requirement (tổng hợp theo nhiệm vụ).
    Requirements,
    /// Annex 3: difficulties and proposals (khó khăn, vướng mắc và kiến nghị).
    Issues,
    /// Annex 4: next steps (nhiệm vụ, giải pháp).
    Steps,
    /// Units × requirements (từng đơn vị).
    Units,
    /// What was received, with the verdicts (tệp đã nhận).
    Files,
    /// In a unit's own report: its answers by requirement (kết quả thực hiện từng yêu cầu).
    Answers,
}

/// The columns of all tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The number of the row (STT).
    Number,
    /// The unit (đơn vị).
    Unit,
    /// Its group (nhóm).
    Group,
    /// The day on which it reported (ngày nhận).
    ReportedOn,
    /// By when it is to report (thời hạn).
    Deadline,
    /// On time, late, missing and so on (tình trạng).
    Timing,
    /// Number and symbol of the signed report (số, ký hiệu báo cáo).
    ReportNumber,
    /// The date of the signed report (ngày báo cáo).
    ReportDate,
    /// Notes (ghi chú).
    Note,
    /// Units that are to report (phải gửi).
    Expected,
    /// Units that have reported (đã gửi).
    Received,
    /// Their rate (tỷ lệ).
    Rate,
    /// Units that reported on time (đúng hạn).
    OnTime,
    /// Their rate (tỷ lệ đúng hạn).
    RateOnTime,
    /// The requirement (yêu cầu).
    Requirement,
    /// Units in whose scope it lies (thuộc phạm vi).
    InScope,
    /// Đã thực hiện.
    Done,
    /// Đang thực hiện.
    InProgress,
    /// Chưa thực hiện.
    NotStarted,
    /// Chưa trả lời.
    Unanswered,
    /// How many of those in scope have done it (tỷ lệ).
    RateDone,
    /// What is said (nội dung).
    Content,
    /// How many units say it (số đơn vị nêu).
    UnitCount,
    /// Which units say it (đơn vị nêu).
    UnitNames,
    /// Who decides (cấp có thẩm quyền).
    Level,
    /// What is to be done (việc).
    Task,
    /// Who leads it (chủ trì).
    Owner,
    /// By when (thời hạn thực hiện).
    Due,
    /// In time, overdue and so on (tình trạng thực hiện).
    StepState,
    /// What a unit answers to the requirement at this place in the directive; its name is the requirement's id.
    Answer(u32),
    /// To how many requirements a unit tells of limitations or difficulties (số yêu cầu có hạn chế, khó khăn).
    Limitations,
    /// How many next steps of a unit are overdue (số việc quá hạn).
    StepsOverdue,
    /// The name of a file (tên tệp).
    File,
    /// What a file lies in: an archive, a mail, a bundle (nằm trong).
    Container,
    /// What became of a file as it was read (kết quả đọc).
    Outcome,
    /// What becomes of an assessment (kết luận).
    Verdict,
    /// What a unit answers to the requirement of the row (mức độ thực hiện).
    Status,
    /// Results (kết quả).
    Results,
    /// Supporting documents (tài liệu kiểm chứng).
    Evidence,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, where the column does not apply.
    Empty,
    /// What a person wrote, or a name.
    Text(String),
    /// A number that leads to nothing.
    Number(u32),
    /// How many units there are, and which.
    Count(UnitSet),
    /// A rate; none where there is nothing to have a rate of.
    Percent(Option<Percent>),
    /// A day; none where it is not known.
    Date(Option<Date>),
    /// A unit, by its place in the rows, and its name.
    Unit(u32, String),
    /// Units by their names.
    Names(Vec<String>),
    /// Whether and when a unit reported.
    Timing(Timing),
    /// How a next step stands.
    StepState(StepState),
    /// What a unit answers; none where it did not (chưa trả lời).
    Answer(Option<Status>),
    /// What became of a file as it was read, and why it was refused, as codes; the second is empty where it was not.
    Outcome(String, String),
    /// What becomes of an assessment.
    Verdict(Verdict),
    /// The word for a sum.
    Total,
    /// The word for a level that a unit left open.
    OpenLevel,
}

/// The words of a language.
pub trait Words {
    /// What a table is called.
    fn heading(&self, heading: Heading) -> String;
    /// What a column is called. [`Column::Answer`] is not asked for: [`Table::column_name`] knows it.
    fn column(&self, column: Column) -> String;
    /// Whether and when a unit reported.
    fn timing(&self, timing: Timing) -> String;
    /// How a next step stands.
    fn step_state(&self, state: StepState) -> String;
    /// What a unit answers; none where it did not.
    fn answer(&self, answer: Option<Status>) -> String;
    /// What became of a file as it was read, and why it was refused, of their codes.
    fn outcome(&self, outcome: &str, cause: &str) -> String;
    /// What becomes of an assessment, and why.
    fn verdict(&self, verdict: &Verdict) -> String;
    /// The word for a sum (Tổng).
    fn total(&self) -> String;
    /// The word for a level that a unit left open.
    fn open_level(&self) -> String;
}

/// What stands for a rate or a day that there is not.
pub const NOTHING: &str = "–";

impl Cell {
    /// What is shown: days as `dd/mm/yyyy`, rates as `98,62 %`, names with semicolons between.
    #[must_use]
    pub fn to_display(&self, words: &dyn Words) -> String {
        let shown = |text: Option<String>| text.unwrap_or_else(|| NOTHING.to_owned());
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Unit(_, text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Count(units) => units.len().to_string(),
            Self::Percent(percent) => shown(percent.map(Percent::to_display)),
            Self::Date(date) => shown(date.map(Date::to_display)),
            Self::Names(names) => names.join("; "),
            Self::Timing(timing) => words.timing(*timing),
            Self::StepState(state) => words.step_state(*state),
            Self::Answer(answer) => words.answer(*answer),
            Self::Outcome(outcome, cause) => words.outcome(outcome, cause),
            Self::Verdict(verdict) => words.verdict(verdict),
            Self::Total => words.total(),
            Self::OpenLevel => words.open_level(),
        }
    }
}

impl Table {
    /// What a column is called.
    #[must_use]
    pub fn column_name(&self, column: Column, words: &dyn Words) -> String {
        match column {
            Column::Answer(at) => self.requirements.get(at as usize).cloned().unwrap_or_default(),
            column => words.column(column),
        }
    }

    /// The line of numbers below the names of the columns: `1`, `2`, `3=4+5+6+7`.
    #[must_use]
    pub fn numbering(&self) -> Vec<String> {
        let number =
            |column: Column| self.columns.iter().position(|other| *other == column).map(|at| (at + 1).to_string());
        let formula = |(at, column): (usize, &Column)| {
            let own = (at + 1).to_string();
            let Some(sum) = self.sums.iter().find(|sum| sum.of == *column) else { return own };
            let parts: Vec<String> = sum.parts.iter().filter_map(|part| number(*part)).collect();
            [own, parts.join("+")].join("=")
        };
        self.columns.iter().enumerate().map(formula).collect()
    }
}
