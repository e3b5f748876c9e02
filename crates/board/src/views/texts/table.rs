//! The words of the tables that are handed out.

use super::Texts;
use gathering::register::Timing;
use gathering::step_state::StepState;
use gathering::table::{Column, Heading, Words};

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

impl Words for Texts {
    fn heading(&self, heading: Heading) -> String {
        (self.table.heading)(heading).to_owned()
    }

    fn column(&self, column: Column) -> String {
        (self.table.column)(column).to_owned()
    }

    fn timing(&self, timing: Timing) -> String {
        (self.register.timing_of)(timing)
    }

    fn step_state(&self, state: StepState) -> String {
        (self.unit.step_state)(state).to_owned()
    }

    fn total(&self) -> String {
        self.table.total.to_owned()
    }

    fn open_level(&self) -> String {
        self.table.open_level.to_owned()
    }
}

/// Tiếng Việt.
pub const VI: TableTexts = TableTexts {
    heading: |heading| match heading {
        Heading::Measures => "Tình hình gửi theo nhóm",
        Heading::Missing => "Các đơn vị chưa gửi báo cáo",
        Heading::Register => "Tình hình gửi báo cáo",
        Heading::Requirements => "Tổng hợp theo nhiệm vụ",
        Heading::Issues => "Khó khăn, vướng mắc và kiến nghị",
        Heading::Steps => "Nhiệm vụ, giải pháp",
    },
    column: |column| match column {
        Column::Number => "STT",
        Column::Unit => "Đơn vị",
        Column::Group => "Nhóm",
        Column::ReportedOn => "Ngày nhận",
        Column::Deadline => "Thời hạn",
        Column::Timing => "Tình trạng",
        Column::ReportNumber => "Số, ký hiệu báo cáo",
        Column::ReportDate => "Ngày báo cáo",
        Column::Note => "Ghi chú",
        Column::Expected => "Phải gửi",
        Column::Received => "Đã gửi",
        Column::Rate => "Tỷ lệ",
        Column::OnTime => "Đúng hạn",
        Column::RateOnTime => "Tỷ lệ đúng hạn",
        Column::Requirement => "Yêu cầu",
        Column::InScope => "Thuộc phạm vi",
        Column::Done => "Đã thực hiện",
        Column::InProgress => "Đang thực hiện",
        Column::NotStarted => "Chưa thực hiện",
        Column::Unanswered => "Chưa trả lời",
        Column::RateDone => "Tỷ lệ đã thực hiện",
        Column::Content => "Nội dung",
        Column::UnitCount => "Số đơn vị nêu",
        Column::UnitNames => "Đơn vị nêu",
        Column::Level => "Cấp có thẩm quyền",
        Column::Task => "Việc",
        Column::Owner => "Chủ trì",
        Column::Due => "Thời hạn thực hiện",
        Column::StepState => "Tình trạng thực hiện",
    },
    total: "Tổng",
    open_level: "Chưa nêu",
};

/// English.
pub const EN: TableTexts = TableTexts {
    heading: |heading| match heading {
        Heading::Measures => "Who has reported, by group",
        Heading::Missing => "Units that have not reported",
        Heading::Register => "Who has reported",
        Heading::Requirements => "By task and requirement",
        Heading::Issues => "Difficulties and proposals",
        Heading::Steps => "Next steps",
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
    },
    total: "Total",
    open_level: "Left open",
};
