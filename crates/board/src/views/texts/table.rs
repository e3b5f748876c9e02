//! The words of the tables that are handed out.

use gathering::table::{Column, Heading};
use report::texts;

/// The words of the tables.
pub struct TableTexts {
    /// What a table is called.
    pub heading: fn(Heading) -> &'static str,
    /// What a column is called.
    pub column: fn(Column) -> &'static str,
    /// The word for a sum.
    pub total: &'static str,
    /// The word for a level that a unit left open.
    pub open_level: &'static str,
}

/// Tiếng Việt: the words of the report.
pub const VI: TableTexts =
    TableTexts { heading: texts::heading, column: texts::column, total: texts::TOTAL, open_level: texts::OPEN_LEVEL };

/// English.
pub const EN: TableTexts = TableTexts {
    heading: |heading| match heading {
        Heading::Measures => "Who has reported, by group",
        Heading::Missing => "Units that have not reported",
        Heading::Register => "Who has reported",
        Heading::Requirements => "By task and requirement",
        Heading::Issues => "Difficulties and proposals",
        Heading::Steps => "Next steps",
        Heading::Units => "Unit by unit",
        Heading::Files => "Files received",
        Heading::Answers => "Results by requirement",
    },
    column: |column| match column {
        Column::Number => "No.",
        Column::Unit => "Unit",
        Column::Group => "Group",
        Column::ReportedOn => "Received on",
        Column::Deadline => "Deadline",
        Column::Timing => "State",
        Column::ReportNumber => "Number of the report",
        Column::ReportDate => "Date of the report",
        Column::Note => "Notes",
        Column::Expected => "Expected",
        Column::Received => "Received",
        Column::Rate => "Rate",
        Column::OnTime => "On time",
        Column::RateOnTime => "Rate on time",
        Column::Requirement => "Requirement",
        Column::InScope => "In scope",
        Column::Done => "Done",
        Column::InProgress => "In progress",
        Column::NotStarted => "Not started",
        Column::Unanswered => "Unanswered",
        Column::RateDone => "Rate done",
        Column::Content => "Content",
        Column::UnitCount => "Units",
        Column::UnitNames => "Which units",
        Column::Level => "Who decides",
        Column::Task => "What",
        Column::Owner => "Who leads",
        Column::Due => "Due",
        Column::StepState => "State",
        Column::Answer(_) => "Status",
        Column::Limitations => "Requirements with limitations",
        Column::StepsOverdue => "Overdue steps",
        Column::File => "File",
        Column::Container => "In",
        Column::Outcome => "Reading",
        Column::Verdict => "What becomes of it",
        Column::Status => "Degree of implementation",
        Column::Results => "Results",
        Column::Evidence => "Supporting documents",
    },
    total: "Total",
    open_level: "Left open",
};
