//! The names of statuses and fields, the same in every program.

use domain::assessment::Status;
use domain::field::{AnswerField, EvidenceField, Field, StepField};

/// The names of statuses and fields.
pub struct NameTexts {
    /// Name of a status; of none: unanswered.
    pub status: fn(Option<Status>) -> &'static str,
    /// Label of a field.
    pub label: fn(&Field) -> &'static str,
}

/// Tiếng Việt.
pub const VI: NameTexts = NameTexts { status: status_vi, label: label_vi };

/// English.
pub const EN: NameTexts = NameTexts { status: status_en, label: label_en };

/// Tên của mức độ thực hiện.
#[must_use]
pub fn status_vi(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Done) => "Đã thực hiện",
        Some(Status::InProgress) => "Đang thực hiện",
        Some(Status::NotStarted) => "Chưa thực hiện",
        Some(Status::OutOfScope) => "Không thuộc phạm vi",
        None => "Chưa trả lời",
    }
}

/// The name of a status.
#[must_use]
pub fn status_en(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Done) => "Done",
        Some(Status::InProgress) => "In progress",
        Some(Status::NotStarted) => "Not started",
        Some(Status::OutOfScope) => "Out of scope",
        None => "Unanswered",
    }
}

/// Nhãn của ô.
#[must_use]
pub fn label_vi(field: &Field) -> &'static str {
    match field {
        Field::UnitName => "Tên đơn vị",
        Field::AsOf => "Số liệu tính đến ngày",
        Field::PeriodLabel => "Tên kỳ báo cáo",
        Field::PeriodFrom => "Từ ngày",
        Field::PeriodTo => "Đến ngày",
        Field::PreparedByName => "Họ và tên",
        Field::PreparedByPosition => "Chức vụ",
        Field::PreparedByContact => "Điện thoại hoặc thư điện tử",
        Field::Overall => "Đánh giá chung",
        Field::Proposal(_) => "Nội dung đề xuất, kiến nghị",
        Field::Reply(_) => "Trả lời nhận xét",
        Field::Answer(_, AnswerField::Results) => "Kết quả",
        Field::Answer(_, AnswerField::Limitations) => "Hạn chế, khó khăn",
        Field::Answer(_, AnswerField::ObjectiveCauses) => "Nguyên nhân khách quan",
        Field::Answer(_, AnswerField::SubjectiveCauses) => "Nguyên nhân chủ quan",
        Field::Answer(_, AnswerField::NoEvidenceReason) => "Vì sao chưa có tài liệu kiểm chứng",
        Field::Step(_, _, StepField::Task) => "Việc",
        Field::Step(_, _, StepField::Owner) => "Chủ trì",
        Field::Step(_, _, StepField::Due) => "Thời hạn",
        Field::Step(_, _, StepField::DoneAt) => "Ngày hoàn thành",
        Field::Step(_, _, StepField::Result) => "Kết quả việc này",
        Field::Evidence(_, EvidenceField::Number) => "Số, ký hiệu",
        Field::Evidence(_, EvidenceField::Date) => "Ngày",
        Field::Evidence(_, EvidenceField::Issuer) => "Cơ quan ban hành",
        Field::Evidence(_, EvidenceField::Summary) => "Trích yếu",
        Field::Evidence(_, EvidenceField::Section) => "Mục, trang",
        Field::Evidence(_, EvidenceField::Url) => "Liên kết",
    }
}

/// The label of a field.
#[must_use]
pub fn label_en(field: &Field) -> &'static str {
    match field {
        Field::UnitName => "Name of the unit",
        Field::AsOf => "Figures as of",
        Field::PeriodLabel => "Name of the period",
        Field::PeriodFrom => "From",
        Field::PeriodTo => "To",
        Field::PreparedByName => "Full name",
        Field::PreparedByPosition => "Position",
        Field::PreparedByContact => "Phone or e-mail",
        Field::Overall => "Overall assessment",
        Field::Proposal(_) => "What is proposed",
        Field::Reply(_) => "Answer to a remark",
        Field::Answer(_, AnswerField::Results) => "Results",
        Field::Answer(_, AnswerField::Limitations) => "Limitations and difficulties",
        Field::Answer(_, AnswerField::ObjectiveCauses) => "Objective causes",
        Field::Answer(_, AnswerField::SubjectiveCauses) => "Subjective causes",
        Field::Answer(_, AnswerField::NoEvidenceReason) => "Why there is no supporting document yet",
        Field::Step(_, _, StepField::Task) => "What",
        Field::Step(_, _, StepField::Owner) => "Who leads",
        Field::Step(_, _, StepField::Due) => "Due",
        Field::Step(_, _, StepField::DoneAt) => "Done on",
        Field::Step(_, _, StepField::Result) => "What came of it",
        Field::Evidence(_, EvidenceField::Number) => "Number and symbol",
        Field::Evidence(_, EvidenceField::Date) => "Date",
        Field::Evidence(_, EvidenceField::Issuer) => "Issuing body",
        Field::Evidence(_, EvidenceField::Summary) => "Summary",
        Field::Evidence(_, EvidenceField::Section) => "Section, page",
        Field::Evidence(_, EvidenceField::Url) => "Link",
    }
}
