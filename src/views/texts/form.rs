//! Texts of the form.

use super::{fields, names, problems};
use app::Section;
use domain::assessment::Status;
use domain::checks::Problem;
use domain::field::{Field, FormPlace};
use domain::scope::Scope;
use std::borrow::Cow;

/// Texts of the form.
pub struct FormTexts {
    /// How many more there are than are shown.
    pub more: fn(usize) -> String,
    /// Name of the contents.
    pub contents: &'static str,
    /// Name of a section.
    pub section: fn(&Section) -> String,
    /// Name of the links to the sections before and after.
    pub onward: &'static str,
    /// Name of the foot of a small screen: one requirement back, one on.
    pub walk: &'static str,
    /// Progress, such as "2/4 yêu cầu".
    pub progress: fn(usize, usize) -> String,
    /// In the contents: the task does not concern the unit.
    pub out_of_scope: &'static str,
    /// In the contents: something is written there.
    pub written: &'static str,
    /// In the contents: nothing is written there.
    pub unwritten: &'static str,
    /// So many errors.
    pub errors: fn(usize) -> String,
    /// In the contents: that many places are open; empty for none.
    pub open_places: fn(usize) -> String,
    /// Whether an answer is complete: that many things are missing.
    pub lacks: fn(usize) -> String,
    /// Leads to the next open place, whose name follows.
    pub go_on: &'static str,
    /// Heading of all next steps.
    pub steps_by_date: &'static str,
    /// A step without a due date.
    pub undated: &'static str,
    /// What must not be written, and where the rest stays.
    pub no_secrets: &'static str,
    /// More of the document is to come.
    pub drawing: &'static str,
    /// Where what is entered stays.
    pub stays_here: &'static str,
    /// Label of the unit.
    pub unit: &'static str,
    /// Label of the unit's group.
    pub group: &'static str,
    /// What another unit changes.
    pub unit_change: &'static str,
    /// Heading of the period.
    pub period: &'static str,
    /// Heading of who prepared it.
    pub prepared_by: &'static str,
    /// Marks what the editor wrote.
    pub editorial: &'static str,
    /// Says what of a task is the editor's.
    pub editorial_split: &'static str,
    /// Leads to the directive.
    pub in_directive: &'static str,
    /// The same, with the requirement, for the ear.
    pub clause_in_directive: fn(&str) -> String,
    /// How a task concerns the unit, and why.
    pub scope: fn(Scope) -> &'static str,
    /// What follows from that.
    pub not_counted: &'static str,
    /// The unit takes part all the same.
    pub opt_in: &'static str,
    /// So many requirements of a task that is out of scope were answered.
    pub kept_answers: fn(usize) -> String,
    /// Name of a requirement.
    pub requirement: fn(&str) -> String,
    /// Label of the status.
    pub status_legend: &'static str,
    /// Name of a status.
    pub status: fn(Option<Status>) -> &'static str,
    /// Takes a choice back to none.
    pub clear: &'static str,
    /// What the status makes pointless, and how many fields of it are filled.
    pub folded: fn(usize) -> String,
    /// Label of a field.
    pub label: fn(&Field) -> &'static str,
    /// Hint of a field.
    pub hint: fn(&Field) -> Option<&'static str>,
    /// Name of a place.
    pub place: fn(&FormPlace) -> String,
    /// What a check found.
    pub problem: fn(&Problem) -> Cow<'static, str>,
    /// Puts a link in that is as it should be; it follows.
    pub mend: &'static str,
    /// Heading of the next steps.
    pub steps: &'static str,
    /// How their due dates are written.
    pub steps_hint: &'static str,
    /// Adds a step.
    pub add_step: &'static str,
    /// Removes a step.
    pub remove: &'static str,
    /// The same, with its number, for the ear.
    pub remove_step: fn(usize) -> String,
    /// What became of a step: on which day it was done, and whether anything is written about it.
    pub step_outcome: fn(&str, bool) -> String,
    /// Heading of the proposals.
    pub proposals: &'static str,
    /// What a proposal should say.
    pub proposals_hint: &'static str,
    /// Adds a proposal.
    pub add_proposal: &'static str,
    /// Names a proposal by its number, for the ear.
    pub proposal: fn(usize) -> String,
    /// Removes the proposal with that number.
    pub remove_proposal: fn(usize) -> String,
    /// Heading of the levels that a proposal may go to.
    pub proposal_to: &'static str,
    /// Heading of the documents that support an answer.
    pub evidence: &'static str,
    /// Opens the register to pick from.
    pub pick: &'static str,
    /// Adds an entry to the register.
    pub add_evidence: &'static str,
    /// Takes an entry off a requirement.
    pub unpick: &'static str,
    /// The same, with the entry's number, for the ear.
    pub unpick_of: fn(&str) -> String,
    /// Shows the fields of an entry.
    pub edit: &'static str,
    /// The same, with the entry's place and number, for the ear.
    pub edit_entry: fn(usize, &str) -> String,
    /// Hides the fields of an entry again.
    pub close_entry: &'static str,
    /// Leads to the fields of an entry in the register.
    pub edit_in_register: &'static str,
    /// The same, with the entry's number, for the ear.
    pub edit_of: fn(&str) -> String,
    /// An entry without a number.
    pub unnumbered: &'static str,
    /// After a document: its date.
    pub dated: fn(&str) -> String,
    /// Name of the register.
    pub register: &'static str,
    /// The register's heading, with its size.
    pub register_of: fn(usize) -> String,
    /// What the register is.
    pub register_hint: &'static str,
    /// What the register is, while it is empty.
    pub register_empty: &'static str,
    /// Before the requirements that use an entry.
    pub used_by: &'static str,
    /// No requirement uses it.
    pub unused: &'static str,
    /// Opens the requirements to pick an entry for.
    pub use_for: &'static str,
    /// Removes an entry.
    pub remove_evidence: &'static str,
    /// The same, with its place and number, for the ear.
    pub remove_evidence_of: fn(usize, &str) -> String,
    /// Heading of the unit's own rating.
    pub self_rating: &'static str,
    /// What the rating is, and is not.
    pub self_rating_hint: &'static str,
    /// Before a source.
    pub source: &'static str,
    /// After a source: its day.
    pub as_of: fn(&str) -> String,
    /// Heading of what is open.
    pub open: &'static str,
    /// Nothing is open.
    pub nothing_open: &'static str,
    /// How complete it is.
    pub completeness: fn(usize, usize) -> String,
    /// Exports.
    pub export_file: &'static str,
    /// The export is never refused.
    pub never_refused: &'static str,
    /// Leads to the print view.
    pub print_view: &'static str,
    /// Before the file of the last export: when it was.
    pub exported: fn(&str) -> String,
    /// So many places were edited since the export.
    pub edited_since: fn(usize) -> String,
    /// Opens the list of the places that were edited since the export.
    pub edited_places: &'static str,
    /// Before the body to which the file goes.
    pub send_to: &'static str,
    /// After it: the task of the directive that says so.
    pub by_task: fn(&str) -> String,
    /// What to do with the file.
    pub send_on: &'static str,
    /// What else the file is good for, where it is not too large.
    pub import_again: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Saves the page with the draft in it.
    pub save_page: &'static str,
    /// What else printing is good for, and what the saved page is.
    pub print_hint: &'static str,
    /// Title of the printed document, before the directive's name.
    pub print_title: &'static str,
    /// Marks the document as a draft.
    pub draft_mark: &'static str,
    /// Label of the progress.
    pub answered: &'static str,
}

/// Tiếng Việt.
pub const VI: FormTexts = FormTexts {
    more: |count| ["và ", &count.to_string(), " mục nữa"].concat(),
    contents: "Bản tự đánh giá",
    section: names::section_vi,
    onward: "Phần trước, phần sau",
    walk: "Yêu cầu trước, yêu cầu sau",
    progress: |answered, all| [&answered.to_string(), "/", &all.to_string(), " yêu cầu"].concat(),
    out_of_scope: "không thuộc phạm vi",
    written: "đã viết",
    unwritten: "chưa viết",
    errors: |count| ["Có ", &count.to_string(), " chỗ cần sửa"].concat(),
    open_places: |count| {
        if count == 0 { String::new() } else { ["cần bổ sung ", &count.to_string(), " mục"].concat() }
    },
    lacks: |count| if count == 0 { "đủ".to_owned() } else { ["thiếu ", &count.to_string()].concat() },
    go_on: "Làm tiếp",
    steps_by_date: "Nhiệm vụ, giải pháp theo thời hạn",
    undated: "chưa có thời hạn",
    no_secrets: "Không nhập nội dung bí mật nhà nước.",
    drawing: "Đang hiện phần còn lại…",
    stays_here: "Nội dung chỉ nằm trên máy này cho đến khi đơn vị xuất tệp.",
    unit: "Đơn vị",
    group: "Nhóm",
    unit_change: "Đổi đơn vị thì phạm vi các nhiệm vụ đổi theo; nội dung đã viết được giữ nguyên.",
    period: "Kỳ báo cáo (không bắt buộc)",
    prepared_by: "Người lập (không bắt buộc)",
    editorial: "Phần biên tập",
    editorial_split: "Tiêu đề và cách chia yêu cầu do trang này biên soạn",
    in_directive: "Xem trong công văn",
    clause_in_directive: |id| ["Xem trong công văn: yêu cầu ", id].concat(),
    scope: names::scope_vi,
    not_counted: "Không cần trả lời, và không tính vào tiến độ.",
    opt_in: "Đơn vị có phối hợp thực hiện nhiệm vụ này",
    kept_answers: |count| {
        [&count.to_string(), " yêu cầu đã có nội dung; nội dung được giữ nguyên nhưng không tính vào tiến độ."].concat()
    },
    requirement: |id| ["Yêu cầu ", id].concat(),
    status_legend: "Mức độ thực hiện",
    status: ui::texts::names::status_vi,
    clear: "Bỏ chọn",
    folded: |filled| match filled {
        0 => "Các ô không cần điền với mức độ đã chọn".to_owned(),
        filled => {
            ["Các ô không cần điền với mức độ đã chọn – ", &filled.to_string(), " ô có nội dung, được giữ nguyên"]
                .concat()
        }
    },
    label: ui::texts::names::label_vi,
    hint: fields::hint_vi,
    place: fields::place_vi,
    problem: problems::problem_vi,
    mend: "Sửa thành ",
    steps: "Nhiệm vụ, giải pháp",
    steps_hint: "Thời hạn ghi ngày/tháng/năm, ví dụ 05/7/2024.",
    add_step: "Thêm việc",
    remove: "Bỏ",
    remove_step: |number| ["Bỏ việc ", &number.to_string()].concat(),
    step_outcome: |day, is_written| match (day, is_written) {
        ("", false) => "Ghi kết quả".into(),
        ("", true) => "Đã ghi kết quả".into(),
        (day, _) => ["Đã xong ngày ", day].concat(),
    },
    proposals: "Đề xuất, kiến nghị",
    proposals_hint: "Mỗi kiến nghị một mục: về việc gì, với cấp nào.",
    add_proposal: "Thêm kiến nghị",
    proposal: |number| ["Kiến nghị ", &number.to_string()].concat(),
    remove_proposal: |number| ["Bỏ kiến nghị ", &number.to_string()].concat(),
    proposal_to: "Cấp có thẩm quyền",
    evidence: "Tài liệu kiểm chứng",
    pick: "Chọn từ danh mục của đơn vị",
    add_evidence: "Thêm tài liệu mới",
    unpick: "Bỏ chọn",
    unpick_of: |number| ["Bỏ chọn tài liệu ", number].concat(),
    edit: "Sửa",
    edit_entry: |index, number| ["Sửa tài liệu ", &index.to_string(), " ", number].concat(),
    close_entry: "Xong",
    edit_in_register: "Sửa trong danh mục",
    edit_of: |number| ["Sửa trong danh mục: tài liệu ", number].concat(),
    unnumbered: "Chưa ghi số, ký hiệu",
    dated: |date| [", ngày ", date].concat(),
    register: "Danh mục tài liệu kiểm chứng",
    register_of: |count| ["Danh mục tài liệu kiểm chứng (", &count.to_string(), ")"].concat(),
    register_hint: "Mỗi tài liệu ghi một lần, dùng được cho nhiều yêu cầu.",
    register_empty: "Danh mục chưa có tài liệu nào. Mỗi tài liệu ghi một lần ở đây, hoặc ngay tại yêu cầu, rồi dùng được cho nhiều yêu cầu.",
    used_by: "Dùng cho yêu cầu:",
    unused: "Chưa dùng cho yêu cầu nào.",
    use_for: "Chọn yêu cầu dùng tài liệu này",
    remove_evidence: "Bỏ khỏi danh mục",
    remove_evidence_of: |index, number| ["Bỏ khỏi danh mục: tài liệu ", &index.to_string(), " ", number].concat(),
    self_rating: "Tự đánh giá mức độ thực hiện",
    self_rating_hint: "Không bắt buộc. Công văn không đặt thang đánh giá; đơn vị có thể tự đánh giá theo thang dưới đây.",
    source: "Nguồn:",
    as_of: |date| [" (tại ngày ", date, ")"].concat(),
    open: "Nội dung cần bổ sung",
    nothing_open: "Không còn nội dung nào cần bổ sung.",
    completeness: |answered, all| {
        [
            "Đã trả lời ",
            &answered.to_string(),
            "/",
            &all.to_string(),
            " yêu cầu thuộc phạm vi của đơn vị. Tệp xuất ra cũng ghi như vậy.",
        ]
        .concat()
    },
    export_file: "Xuất tệp",
    never_refused: "Lúc nào cũng xuất được, kể cả khi chưa xong.",
    print_view: "Xem bản in, lưu HTML",
    exported: |when| ["Lần xuất gần nhất: ", when, ", tệp"].concat(),
    edited_since: |count| match count {
        0 => "Từ đó chưa sửa chỗ nào.".to_owned(),
        count => [&count.to_string(), " chỗ đã sửa kể từ lần xuất: hãy xuất lại trước khi gửi."].concat(),
    },
    edited_places: "Các chỗ đã sửa",
    send_to: "Gửi tệp cho",
    by_task: |id| [", cơ quan tổng hợp theo nhiệm vụ ", id, " của công văn."].concat(),
    send_on: "Tệp nằm trong thư mục tải xuống. Gửi nguyên tệp, không sửa bên trong, cho cơ quan tổng hợp; giữ một bản ở đơn vị.",
    import_again: "Tệp này nhập lại được vào trang để làm tiếp trên máy khác.",
    print: "In",
    save_page: "Lưu thành một tệp HTML",
    print_hint: "Trong hộp thoại in có thể chọn lưu thành PDF. Tệp HTML mở được ở bất cứ máy nào, kể cả không có mạng: đọc được ngay, và làm tiếp được.",
    print_title: "Tự đánh giá việc thực hiện",
    draft_mark: "DỰ THẢO",
    answered: "Đã trả lời",
};

/// English.
pub const EN: FormTexts = FormTexts {
    more: |count| ["and ", &count.to_string(), " more"].concat(),
    contents: "Self-assessment",
    section: names::section_en,
    onward: "Previous and next section",
    walk: "Previous and next requirement",
    progress: |answered, all| [&answered.to_string(), "/", &all.to_string(), " requirements"].concat(),
    out_of_scope: "out of scope",
    written: "written",
    unwritten: "not written",
    errors: |count| [count.to_string().as_str(), if count == 1 { " place" } else { " places" }, " to correct"].concat(),
    open_places: |count| if count == 0 { String::new() } else { [&count.to_string(), " open"].concat() },
    lacks: |count| if count == 0 { "complete".to_owned() } else { [&count.to_string(), " missing"].concat() },
    go_on: "Go on",
    steps_by_date: "Next steps by due date",
    undated: "no due date",
    no_secrets: "Do not enter state secrets.",
    drawing: "The rest is on its way…",
    stays_here: "What you write stays on this computer until you export the file.",
    unit: "Unit",
    group: "Group",
    unit_change: "Another unit changes which tasks concern it; what is written stays.",
    period: "Period reported on (optional)",
    prepared_by: "Prepared by (optional)",
    editorial: "Editorial",
    editorial_split: "Editorial: the short titles and the split into requirements",
    in_directive: "See it in the directive",
    clause_in_directive: |id| ["See it in the directive: requirement ", id].concat(),
    scope: names::scope_en,
    not_counted: "It need not be answered, and does not count.",
    opt_in: "The unit takes part in this task",
    kept_answers: |count| {
        [&count.to_string(), " of its requirements have answers; they are kept, but do not count."].concat()
    },
    requirement: |id| ["Requirement ", id].concat(),
    status_legend: "Status",
    status: ui::texts::names::status_en,
    clear: "Clear the choice",
    folded: |filled| match filled {
        0 => "Fields that this status does not need".to_owned(),
        filled => ["Fields that this status does not need – ", &filled.to_string(), " filled, and kept"].concat(),
    },
    label: ui::texts::names::label_en,
    hint: fields::hint_en,
    place: fields::place_en,
    problem: problems::problem_en,
    mend: "Change to ",
    steps: "Next steps",
    steps_hint: "Due dates are day/month/year, for example 05/7/2024.",
    add_step: "Add a step",
    remove: "Remove",
    remove_step: |number| ["Remove step ", &number.to_string()].concat(),
    step_outcome: |day, is_written| match (day, is_written) {
        ("", false) => "Say what came of it".into(),
        ("", true) => "What came of it".into(),
        (day, _) => ["Done on ", day].concat(),
    },
    proposals: "Proposals",
    proposals_hint: "One entry each: about what, and who decides.",
    add_proposal: "Add a proposal",
    proposal: |number| ["Proposal ", &number.to_string()].concat(),
    remove_proposal: |number| ["Remove proposal ", &number.to_string()].concat(),
    proposal_to: "Who decides",
    evidence: "Supporting documents",
    pick: "Choose from the unit's register",
    add_evidence: "Add a new document",
    unpick: "Take off",
    unpick_of: |number| ["Take off document ", number].concat(),
    edit: "Edit",
    edit_entry: |index, number| ["Edit document ", &index.to_string(), " ", number].concat(),
    close_entry: "Done",
    edit_in_register: "Edit in the register",
    edit_of: |number| ["Edit in the register: document ", number].concat(),
    unnumbered: "No number yet",
    dated: |date| [" of ", date].concat(),
    register: "Register of supporting documents",
    register_of: |count| ["Register of supporting documents (", &count.to_string(), ")"].concat(),
    register_hint: "Each document is entered once and may support several requirements.",
    register_empty: "There is no document yet. Each is entered once, here or at a requirement, and may support several requirements.",
    used_by: "Used for requirement:",
    unused: "Not used for any requirement yet.",
    use_for: "Choose the requirements that use it",
    remove_evidence: "Remove from the register",
    remove_evidence_of: |index, number| {
        ["Remove from the register: document ", &index.to_string(), " ", number].concat()
    },
    self_rating: "Own rating of the degree of implementation",
    self_rating_hint: "Optional. The directive sets no scale; the unit may rate itself on the one below.",
    source: "Source:",
    as_of: |date| [" (as of ", date, ")"].concat(),
    open: "What is still open",
    nothing_open: "Nothing is open.",
    completeness: |answered, all| {
        [
            &answered.to_string(),
            "/",
            &all.to_string(),
            " requirements that concern the unit are answered. The exported file says so too.",
        ]
        .concat()
    },
    export_file: "Export file",
    never_refused: "You can export at any time, finished or not.",
    print_view: "Print view and HTML file",
    exported: |when| ["Last export: ", when, ", file"].concat(),
    edited_since: |count| match count {
        0 => "Nothing was edited since.".to_owned(),
        count => [
            count.to_string().as_str(),
            if count == 1 { " place" } else { " places" },
            " edited since then: export again before sending.",
        ]
        .concat(),
    },
    edited_places: "The edited places",
    send_to: "Send the file to",
    by_task: |id| [", the coordinating body by task ", id, " of the directive."].concat(),
    send_on: "The file is in your downloads folder. Send it as it is to the coordinating body and keep a copy.",
    import_again: "It can be imported again to go on from another computer.",
    print: "Print",
    save_page: "Save as one HTML file",
    print_hint: "The print dialogue can also save a PDF. The HTML file opens on any computer, without a network too: to be read at once, and to go on from.",
    print_title: "Self-assessment on",
    draft_mark: "DRAFT",
    answered: "Answered",
};
