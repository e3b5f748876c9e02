//! Texts of one unit.

use domain::scope::Scope;
use gathering::step_state::StepState;

/// Texts of one unit.
pub struct UnitTexts {
    /// Leads back to all units.
    pub back: &'static str,
    /// Before the names of units that became part of it.
    pub former: &'static str,
    /// Heading of its files.
    pub files: &'static str,
    /// No file came.
    pub no_files: &'static str,
    /// Written at, by the unit's machine.
    pub written: fn(&str) -> String,
    /// In which containers it lies.
    pub within: fn(&str) -> String,
    /// The requirements of which its parts do not speak.
    pub unspoken: fn(&str) -> String,
    /// Heading of what has changed since the file before.
    pub changed: &'static str,
    /// Nothing of that has changed.
    pub unchanged: &'static str,
    /// What is compared.
    pub changed_hint: &'static str,
    /// From a status to another.
    pub from_to: fn(&str, &str) -> String,
    /// Limitations came or went.
    pub changed_limitations: &'static str,
    /// Steps are others.
    pub changed_steps: &'static str,
    /// Heading of the assessment.
    pub paper: &'static str,
    /// It is being read.
    pub reading: &'static str,
    /// There is nothing to read.
    pub nothing_to_read: &'static str,
    /// As of which day its figures are.
    pub as_of: &'static str,
    /// The period.
    pub period: &'static str,
    /// Who made it.
    pub prepared_by: &'static str,
    /// A status.
    pub status: &'static str,
    /// Causes.
    pub evidence: &'static str,
    /// Heading of the next steps.
    pub steps: &'static str,
    /// A step's state.
    pub step_state: fn(StepState) -> &'static str,
    /// The day on which a step was done.
    pub done_at: fn(&str) -> String,
    /// Heading of the state of a step.
    pub state: &'static str,
    /// Heading of the proposals.
    pub proposals: &'static str,
    /// To whom a proposal goes.
    pub to: fn(&str) -> String,
    /// The unit left open to whom.
    pub to_open: &'static str,
    /// The unit's own rating.
    pub self_rating: &'static str,
    /// Nothing was said of a requirement.
    pub unanswered: &'static str,
    /// Why a task is not in its scope.
    pub scope: fn(Scope) -> Option<&'static str>,
    /// A document: number, date.
    pub dated: fn(&str) -> String,
    /// A document without a number.
    pub unnumbered: &'static str,
}

/// Tiếng Việt.
pub const VI: UnitTexts = UnitTexts {
    back: "Từng đơn vị",
    former: "Gồm cả: ",
    files: "Các tệp của đơn vị",
    no_files: "Chưa nhận tệp nào của đơn vị này.",
    written: |when| ["xuất lúc ", when, " (theo đồng hồ máy của đơn vị)"].concat(),
    within: |names| ["trong ", names].concat(),
    unspoken: |ids| ["Các phần đã nhận chưa nói đến yêu cầu ", ids, "."].concat(),
    changed: "Khác tệp trước",
    unchanged: "Mức độ, hạn chế và các việc không thay đổi.",
    changed_hint: "So mức độ, hạn chế và thời hạn các việc; không so từng chữ.",
    from_to: |from, to| [from, " → ", to].concat(),
    changed_limitations: "hạn chế, khó khăn",
    changed_steps: "nhiệm vụ, giải pháp",
    paper: "Bản tự đánh giá",
    reading: "Đang đọc tệp…",
    nothing_to_read: "Chưa có tệp nào được tính để đọc.",
    as_of: "Số liệu tính đến ngày",
    period: "Kỳ báo cáo",
    prepared_by: "Người lập",
    status: "Mức độ thực hiện",
    evidence: "Tài liệu kiểm chứng",
    steps: "Nhiệm vụ, giải pháp",
    step_state: |state| match state {
        StepState::Overdue => "quá hạn",
        StepState::Open => "trong hạn",
        StepState::Undated => "chưa có thời hạn",
        StepState::Done => "đã hoàn thành",
    },
    done_at: |day| ["ngày ", day].concat(),
    state: "Tình trạng",
    proposals: "Đề xuất, kiến nghị",
    to: |level| ["Kính gửi cấp có thẩm quyền: ", level].concat(),
    to_open: "Chưa nêu cấp có thẩm quyền",
    self_rating: "Tự đánh giá mức độ thực hiện",
    unanswered: "Chưa trả lời.",
    scope: |scope| match scope {
        Scope::OutOfScope => Some("Ngoài phạm vi của đơn vị: công văn không nêu tên đơn vị ở nhiệm vụ này."),
        Scope::OptedIn => Some("Đơn vị tự xác định có phối hợp nhiệm vụ này."),
        Scope::Executes | Scope::Leads | Scope::Coordinates => None,
    },
    dated: |day| [" ngày ", day].concat(),
    unnumbered: "không ghi số",
};

/// English.
pub const EN: UnitTexts = UnitTexts {
    back: "Unit by unit",
    former: "With: ",
    files: "The unit's files",
    no_files: "No file of this unit was received.",
    written: |when| ["written ", when, " (by the clock of the unit's machine)"].concat(),
    within: |names| ["in ", names].concat(),
    unspoken: |ids| ["The parts that were received do not speak of requirement ", ids, "."].concat(),
    changed: "Other than in the file before",
    unchanged: "Statuses, limitations and steps are the same.",
    changed_hint: "Statuses, limitations and days of steps are compared, not each word.",
    from_to: |from, to| [from, " → ", to].concat(),
    changed_limitations: "limitations",
    changed_steps: "next steps",
    paper: "The assessment",
    reading: "Reading the file…",
    nothing_to_read: "No file counts that could be read.",
    as_of: "Figures as of",
    period: "Period",
    prepared_by: "Prepared by",
    status: "Status",
    evidence: "Supporting documents",
    steps: "Next steps",
    step_state: |state| match state {
        StepState::Overdue => "overdue",
        StepState::Open => "in time",
        StepState::Undated => "no day",
        StepState::Done => "done",
    },
    done_at: |day| ["on ", day].concat(),
    state: "State",
    proposals: "Proposals",
    to: |level| ["To be decided by: ", level].concat(),
    to_open: "Who decides was left open",
    self_rating: "Own rating of the degree of implementation",
    unanswered: "Unanswered.",
    scope: |scope| match scope {
        Scope::OutOfScope => Some("Out of the unit's scope: the directive does not name the unit in this task."),
        Scope::OptedIn => Some("The unit says that it takes part in this task."),
        Scope::Executes | Scope::Leads | Scope::Coordinates => None,
    },
    dated: |day| [" of ", day].concat(),
    unnumbered: "no number",
};
