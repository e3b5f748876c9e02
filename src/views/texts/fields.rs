//! The label and the hint of each field, and the name of each place that a finding may point to.

use domain::field::{AnswerField, EvidenceField, Field, FormPlace, StepField};

/// Nhãn của ô.
pub(super) fn label_vi(field: &Field) -> &'static str {
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

/// Gợi ý của ô.
pub(super) fn hint_vi(field: &Field) -> Option<&'static str> {
    Some(match field {
        Field::Step(..) => return None,
        Field::PeriodLabel => "Ví dụ 6 tháng đầu năm 2024",
        Field::Overall => "Kết quả nổi bật, hạn chế chính và nguyên nhân, nhìn chung cả đơn vị.",
        Field::Answer(_, AnswerField::Results) => "Việc đã làm, số liệu, thời điểm.",
        Field::Evidence(_, EvidenceField::Number) => "Ví dụ 85-KH/QU",
        Field::Evidence(_, EvidenceField::Url) => "Bắt đầu bằng https:// hoặc http://",
        field if field.is_date() => "Ví dụ 05/7/2024 hoặc 05072024",
        _ => return None,
    })
}

/// Tên của chỗ.
pub(super) fn place_vi(place: &FormPlace) -> String {
    let of_requirement = |name: &str| match place.requirement() {
        Some(requirement) => ["Yêu cầu ", requirement, " – ", name].concat(),
        None => name.to_owned(),
    };
    match place {
        FormPlace::Field(field @ Field::Evidence(..)) => ["Tài liệu – ", label_vi(field)].concat(),
        FormPlace::Field(field) => of_requirement(label_vi(field)),
        FormPlace::Status(_) => of_requirement("Mức độ thực hiện"),
        FormPlace::Picks(_) => of_requirement("Tài liệu kiểm chứng"),
        FormPlace::Steps(_) => of_requirement("Nhiệm vụ, giải pháp"),
        FormPlace::Register => "Danh mục tài liệu kiểm chứng".to_owned(),
        FormPlace::Proposals => "Đề xuất, kiến nghị".to_owned(),
        FormPlace::ProposalTo(_) => "Đề xuất, kiến nghị – cấp có thẩm quyền".to_owned(),
        FormPlace::OptIn(task) => ["Nhiệm vụ ", task].concat(),
        FormPlace::SelfRating => "Tự đánh giá mức độ thực hiện".to_owned(),
    }
}

/// The label of a field.
pub(super) fn label_en(field: &Field) -> &'static str {
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

/// The hint of a field.
pub(super) fn hint_en(field: &Field) -> Option<&'static str> {
    Some(match field {
        Field::Step(..) => return None,
        Field::PeriodLabel => "For example: first half of 2024",
        Field::Overall => "The main results, limitations and causes of the unit as a whole.",
        Field::Answer(_, AnswerField::Results) => "What was done, figures, when.",
        Field::Evidence(_, EvidenceField::Number) => "For example 85-KH/QU",
        Field::Evidence(_, EvidenceField::Url) => "Begins with https:// or http://",
        field if field.is_date() => "Day/month/year, for example 05/7/2024 or 05072024",
        _ => return None,
    })
}

/// The name of a place.
pub(super) fn place_en(place: &FormPlace) -> String {
    let of_requirement = |name: &str| match place.requirement() {
        Some(requirement) => ["Requirement ", requirement, " – ", name].concat(),
        None => name.to_owned(),
    };
    match place {
        FormPlace::Field(field @ Field::Evidence(..)) => ["Document – ", label_en(field)].concat(),
        FormPlace::Field(field) => of_requirement(label_en(field)),
        FormPlace::Status(_) => of_requirement("Status"),
        FormPlace::Picks(_) => of_requirement("Supporting documents"),
        FormPlace::Steps(_) => of_requirement("Next steps"),
        FormPlace::Register => "Register of supporting documents".to_owned(),
        FormPlace::Proposals => "Proposals".to_owned(),
        FormPlace::ProposalTo(_) => "Proposals – who decides".to_owned(),
        FormPlace::OptIn(task) => ["Task ", task].concat(),
        FormPlace::SelfRating => "Own rating of the degree of implementation".to_owned(),
    }
}
