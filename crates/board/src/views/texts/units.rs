//! Texts of units × requirements.

use coordination::filter::UnitsOrder;

/// Texts of units × requirements.
pub struct UnitsTexts {
    /// Heading.
    pub title: &'static str,
    /// Head of the column of units.
    pub unit: &'static str,
    /// Label of the choice of a requirement.
    pub requirement: &'static str,
    /// Any requirement.
    pub any_requirement: &'static str,
    /// Label of the choice of a status.
    pub status: &'static str,
    /// Any status.
    pub any_status: &'static str,
    /// Label of the choice of an issue.
    pub issue: &'static str,
    /// Any issue, or none.
    pub any_issue: &'static str,
    /// An order.
    pub order: fn(UnitsOrder) -> &'static str,
    /// Nothing came that could count.
    pub missing: &'static str,
    /// Something came, and nothing of it counts yet.
    pub nothing_counts: &'static str,
    /// The requirement is not in its scope.
    pub out_of_scope: &'static str,
    /// It tells of limitations.
    pub limitations: &'static str,
    /// A step is overdue.
    pub overdue: &'static str,
    /// Caption of the table.
    pub caption: &'static str,
}

/// Tiếng Việt.
pub const VI: UnitsTexts = UnitsTexts {
    title: "Từng đơn vị",
    unit: "Đơn vị",
    requirement: "Yêu cầu",
    any_requirement: "Bất kỳ yêu cầu nào",
    status: "Mức độ",
    any_status: "Mọi mức độ",
    issue: "Nêu vấn đề",
    any_issue: "Không lọc theo vấn đề",
    order: |order| match order {
        UnitsOrder::Roster => "Theo danh sách đơn vị",
        UnitsOrder::Name => "Theo tên",
        UnitsOrder::Unanswered => "Nhiều yêu cầu chưa trả lời trước",
        UnitsOrder::Limitations => "Nhiều hạn chế, khó khăn trước",
        UnitsOrder::Overdue => "Nhiều việc quá hạn trước",
    },
    missing: "Chưa gửi",
    nothing_counts: "Đã nhận tệp, chưa tệp nào được tính",
    out_of_scope: "Ngoài phạm vi theo công văn",
    limitations: "có hạn chế, khó khăn",
    overdue: "có việc quá hạn",
    caption: "Mức độ thực hiện của từng đơn vị theo yêu cầu. Bấm vào tên để đọc bản tự đánh giá.",
};

/// English.
pub const EN: UnitsTexts = UnitsTexts {
    title: "Unit by unit",
    unit: "Unit",
    requirement: "Requirement",
    any_requirement: "Any requirement",
    status: "Status",
    any_status: "Any status",
    issue: "Says of an issue",
    any_issue: "Whatever they say",
    order: |order| match order {
        UnitsOrder::Roster => "As in the roster",
        UnitsOrder::Name => "By name",
        UnitsOrder::Unanswered => "Most unanswered first",
        UnitsOrder::Limitations => "Most limitations first",
        UnitsOrder::Overdue => "Most overdue steps first",
    },
    missing: "Has not reported",
    nothing_counts: "Files came, none of them counts yet",
    out_of_scope: "Out of scope by the directive",
    limitations: "limitations or difficulties",
    overdue: "overdue steps",
    caption: "How far each unit meets each requirement. A name leads to the unit's assessment.",
};
