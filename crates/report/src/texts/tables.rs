//! The words of the tables.

use super::numbers::number;
use domain::assessment::Status;
use gathering::excerpt::ExcerptKind;
use gathering::register::Timing;
use gathering::step_state::StepState;
use gathering::table::{Cell, Column, Heading, Words};
use gathering::verdict::Verdict;

/// The words of the report's tables.
pub struct TableWords;

/// The words of the report's tables.
pub const WORDS: TableWords = TableWords;

/// What a cell of a table shows.
#[must_use]
pub fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Number(many) => number(*many),
        Cell::Count(units) => number(units.len()),
        Cell::Date(Some(day)) => day.to_official(),
        cell => cell.to_display(&WORDS),
    }
}

/// The word for a sum.
pub const TOTAL: &str = "Tổng";
/// The word for a level that a unit left open.
pub const OPEN_LEVEL: &str = "Chưa nêu";

/// What a table is called.
#[must_use]
pub const fn heading(heading: Heading) -> &'static str {
    match heading {
        Heading::Measures => "Tình hình gửi theo nhóm",
        Heading::Missing => "Các đơn vị chưa gửi báo cáo",
        Heading::Register => "Tình hình gửi báo cáo",
        Heading::Requirements => "Tổng hợp theo nhiệm vụ",
        Heading::Issues => "Khó khăn, vướng mắc và kiến nghị",
        Heading::Steps => "Nhiệm vụ, giải pháp",
        Heading::Units => "Từng đơn vị",
        Heading::Files => "Tệp đã nhận",
        Heading::Comparison => "So sánh hai đợt",
        Heading::Tagged => "Các vấn đề",
        Heading::Answers => "Kết quả thực hiện từng yêu cầu",
    }
}

/// What a column is called.
#[must_use]
pub const fn column(column: Column) -> &'static str {
    match column {
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
        Column::Answer(_) => "Mức độ",
        Column::Limitations => "Số yêu cầu có hạn chế, khó khăn",
        Column::StepsOverdue => "Số việc quá hạn",
        Column::EarlierDone => "Đợt trước: đã thực hiện",
        Column::EarlierInScope => "Đợt trước: thuộc phạm vi",
        Column::EarlierRateDone => "Đợt trước: tỷ lệ",
        Column::File => "Tệp",
        Column::Container => "Nằm trong",
        Column::Outcome => "Kết quả đọc",
        Column::Verdict => "Kết luận",
        Column::Status => "Mức độ thực hiện",
        Column::Results => "Kết quả",
        Column::Evidence => "Tài liệu kiểm chứng",
        Column::Kind => "Loại",
        Column::InReport => "Đưa vào báo cáo",
    }
}

/// Below a table of which a page shows only the first rows: how many, and of how many.
#[must_use]
pub fn only_first(shown: usize, all: usize) -> String {
    let number = |count: usize| number(u32::try_from(count).unwrap_or(u32::MAX));
    ["Ở đây chỉ có ", &number(shown), " dòng đầu; tệp tải về có đủ ", &number(all), " dòng."].concat()
}

/// Of what something speaks.
#[must_use]
pub const fn kind(kind: ExcerptKind) -> &'static str {
    match kind {
        ExcerptKind::Result => "Kết quả",
        ExcerptKind::Limitation => "Hạn chế, khó khăn",
        ExcerptKind::ObjectiveCause => "Nguyên nhân khách quan",
        ExcerptKind::SubjectiveCause => "Nguyên nhân chủ quan",
        ExcerptKind::Step => "Nhiệm vụ, giải pháp",
        ExcerptKind::Proposal => "Đề xuất, kiến nghị",
    }
}

impl Words for TableWords {
    fn heading(&self, heading: Heading) -> String {
        self::heading(heading).to_owned()
    }

    fn column(&self, column: Column) -> String {
        self::column(column).to_owned()
    }

    fn timing(&self, timing: Timing) -> String {
        match timing {
            Timing::Missing { days_late: 0 } => "Chưa gửi".to_owned(),
            Timing::Missing { days_late } => format!("Chưa gửi, quá hạn {} ngày", number(days_late)),
            Timing::Extended { until } => format!("Được lùi hạn đến ngày {}", until.to_official()),
            Timing::OnTime => "Đúng hạn".to_owned(),
            Timing::Late { days } => format!("Chậm {} ngày", number(days)),
            Timing::Reported => "Đã gửi".to_owned(),
            Timing::Undated => "Đã gửi, chưa rõ ngày nhận".to_owned(),
            Timing::Excused => "Được miễn".to_owned(),
        }
    }

    fn step_state(&self, state: StepState) -> String {
        let word = match state {
            StepState::Overdue => "Quá hạn",
            StepState::Open => "Trong hạn",
            StepState::Undated => "Chưa có thời hạn",
            StepState::Done => "Đã hoàn thành",
        };
        word.to_owned()
    }

    fn answer(&self, answer: Option<Status>) -> String {
        let word = match answer {
            Some(Status::Done) => "Đã thực hiện",
            Some(Status::InProgress) => "Đang thực hiện",
            Some(Status::NotStarted) => "Chưa thực hiện",
            Some(Status::OutOfScope) => "Không thuộc phạm vi",
            None => "Chưa trả lời",
        };
        word.to_owned()
    }

    fn kind(&self, kind: ExcerptKind) -> String {
        self::kind(kind).to_owned()
    }

    /// The codes themselves: no table of the report has this column.
    fn outcome(&self, outcome: &str, cause: &str) -> String {
        if cause.is_empty() { outcome.to_owned() } else { [outcome, cause].join(": ") }
    }

    fn verdict(&self, verdict: &Verdict) -> String {
        let word = match verdict {
            Verdict::Counts(_) => "Được tính",
            Verdict::Superseded { .. } => "Đã có bản mới hơn",
            Verdict::Duplicate { .. } => "Trùng",
            Verdict::Aside(_) => "Để riêng",
            Verdict::LeftOut { .. } => "Không tính",
        };
        word.to_owned()
    }

    fn total(&self) -> String {
        TOTAL.to_owned()
    }

    fn open_level(&self) -> String {
        OPEN_LEVEL.to_owned()
    }
}
