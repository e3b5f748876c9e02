//! Texts of the reading view.

use domain::directive::{Kind, RoleName};
use domain::scope::Scope;

/// Texts of the reading of the directive.
pub struct ReadTexts {
    /// The view's title, after the directive's name: how many tasks it sets.
    pub tasks: fn(usize) -> String,
    /// Label of the choice of the unit, and before the name of the chosen one.
    pub unit: &'static str,
    /// Opens the choice of another unit.
    pub change_unit: &'static str,
    /// What choosing a unit is good for.
    pub why_choose: &'static str,
    /// Leads to the choice of the unit.
    pub choose_unit: &'static str,
    /// A task by its number, for the ear.
    pub task: fn(&str) -> String,
    /// How a task concerns the unit, with the directive's words where it names the unit.
    pub scope: fn(Scope, &str) -> String,
    /// What the directive's word for a role means; empty in the directive's own language.
    pub role: fn(RoleName) -> &'static str,
    /// Says which words of the cards are the editor's.
    pub split: &'static str,
    /// Whose words these are.
    pub kind: fn(Kind) -> &'static str,
    /// The same for a clause that a part of it is shown with.
    pub clause_of: fn(&str) -> String,
    /// Why a task is out of scope: before the unit's name, and after it.
    pub why_out: (&'static str, &'static str),
    /// Before the way in, where a task is out of scope.
    pub if_part: &'static str,
    /// The unit takes part.
    pub opt_in: &'static str,
    /// The unit no longer takes part.
    pub opt_out: &'static str,
    /// Opens the requirements of a task that is out of scope.
    pub show_requirements: fn(usize) -> String,
    /// So many requirements, where none is counted.
    pub requirements: fn(usize) -> String,
    /// Into the form, nothing being answered yet.
    pub assess: &'static str,
    /// Into the form again.
    pub go_on: &'static str,
    /// Into the form, everything being answered.
    pub look_again: &'static str,
    /// To the board of the coordinating body.
    pub open_board: &'static str,
    /// Before a note's source.
    pub source: &'static str,
    /// Before the day on which a note held.
    pub as_of: &'static str,
    /// From a requirement to its clause on the sheet.
    pub show_clause: &'static str,
    /// From a requirement to its place in the form.
    pub edit: &'static str,
    /// Label of the search.
    pub find: &'static str,
    /// How many places were found; the number of the current one, once the person has gone to it.
    pub found: fn(Option<usize>, usize) -> String,
    /// To the place before.
    pub previous: &'static str,
    /// To the next place.
    pub next: &'static str,
}

/// Tiếng Việt.
pub const VI: ReadTexts = ReadTexts {
    tasks: |count| format!(" giao {count} nhiệm vụ"),
    unit: "Đơn vị",
    change_unit: "Đổi đơn vị",
    why_choose: "Chọn đơn vị để biết nhiệm vụ nào là của mình và làm tự đánh giá.",
    choose_unit: "Chọn đơn vị để tự đánh giá",
    task: |id| format!("Nhiệm vụ {id}: "),
    scope: |scope, words| match scope {
        Scope::Executes => "Đơn vị thực hiện".into(),
        Scope::Leads | Scope::Coordinates => ["Đơn vị ", words].concat(),
        Scope::OptedIn => "Đơn vị có phối hợp".into(),
        Scope::OutOfScope => "Không thuộc phạm vi".into(),
    },
    role: |_| "",
    split: "Tiêu đề và cách chia yêu cầu do trang này biên soạn",
    kind: |kind| match kind {
        Kind::Verbatim => "Nguyên văn",
        Kind::Editorial => "Phần biên tập",
        Kind::Reference => "Tham khảo",
    },
    clause_of: |id| format!("Nguyên văn yêu cầu {id}"),
    why_out: ("Không thuộc phạm vi của ", ": công văn giao nhiệm vụ này cho các cơ quan nêu trên."),
    if_part: "Nếu đơn vị có tham gia:",
    opt_in: "Đơn vị có phối hợp",
    opt_out: "Đơn vị không phối hợp",
    show_requirements: |count| format!("Xem {count} yêu cầu"),
    requirements: |count| format!("{count} yêu cầu"),
    assess: "Tự đánh giá",
    go_on: "Tự đánh giá tiếp",
    look_again: "Xem lại phần tự đánh giá",
    open_board: "Mở phần Tổng hợp",
    source: "Nguồn: ",
    as_of: "Tính đến ngày ",
    show_clause: "Xem trong văn bản",
    edit: "Sửa trong phần tự đánh giá",
    find: "Tìm trong công văn (không cần gõ dấu)",
    found: |at, count| match (at, count) {
        (_, 0) => "Không có".into(),
        (None, count) => format!("{count} chỗ"),
        (Some(at), count) => format!("{at}/{count} chỗ"),
    },
    previous: "Chỗ trước",
    next: "Chỗ sau",
};

/// English.
pub const EN: ReadTexts = ReadTexts {
    tasks: |count| format!(": {count} tasks"),
    unit: "Unit",
    change_unit: "Change unit",
    why_choose: "Choose your unit to see which tasks are yours and to assess them.",
    choose_unit: "Choose a unit to assess",
    task: |id| format!("Task {id}: "),
    scope: |scope, _| {
        let text = match scope {
            Scope::Executes => "Your unit carries it out",
            Scope::Leads => "Your unit leads",
            Scope::Coordinates => "Your unit coordinates",
            Scope::OptedIn => "Your unit takes part",
            Scope::OutOfScope => "Out of scope",
        };
        text.into()
    },
    role: |role| match role {
        RoleName::Executes => "Carry it out: ",
        RoleName::Leads => "Lead: ",
        RoleName::Coordinates => "Coordinate: ",
    },
    split: "Editorial: heading and split into requirements",
    kind: |kind| match kind {
        Kind::Verbatim => "Verbatim",
        Kind::Editorial => "Editorial",
        Kind::Reference => "Reference",
    },
    clause_of: |id| format!("Requirement {id}, verbatim"),
    why_out: ("Out of scope for ", ": the directive gives this task to the bodies named above."),
    if_part: "If your unit takes part:",
    opt_in: "We take part",
    opt_out: "We do not take part",
    show_requirements: |count| format!("Show {count} requirements"),
    requirements: |count| format!("{count} requirements"),
    assess: "Assess",
    go_on: "Go on assessing",
    look_again: "Look at the assessment again",
    open_board: "Open the board",
    source: "Source: ",
    as_of: "As of ",
    show_clause: "Show in the document",
    edit: "Edit in the self-assessment",
    find: "Find in the directive (marks not needed)",
    found: |at, count| match (at, count) {
        (_, 0) => "None".into(),
        (None, 1) => "1 place".into(),
        (None, count) => format!("{count} places"),
        (Some(at), count) => format!("{at} of {count}"),
    },
    previous: "Previous place",
    next: "Next place",
};
