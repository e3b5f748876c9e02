//! The hint of each field, and the name of each place that a finding can point to.

use domain::field::{AnswerField, EvidenceField, Field, FormPlace};
use ui::texts::names::{label_en, label_vi};

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
