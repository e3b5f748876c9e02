//! Texts of the issues, and of tagging while reading.

/// Texts of the issues.
pub struct IssueTexts {
    /// Their name.
    pub name: &'static str,
    /// What they are.
    pub hint: &'static str,
    /// Label of the choice of a kind.
    pub which: &'static str,
    /// All kinds.
    pub all: &'static str,
    /// Label of the choice of a requirement.
    pub requirement: &'static str,
    /// All requirements.
    pub all_requirements: &'static str,
    /// Label of the field for words.
    pub words: &'static str,
    /// Only what goes into the report, of so many.
    pub only_in_report: fn(usize) -> String,
    /// There are none.
    pub none: &'static str,
    /// There are none of what was asked for.
    pub none_shown: &'static str,
    /// Hands them out as a table.
    pub csv: &'static str,
    /// Name of the proposals in the reading.
    pub proposals: &'static str,
    /// Leads to the proposals, to be read one after the other.
    pub read_proposals: &'static str,
    /// How many units say it.
    pub units: fn(usize) -> String,
    /// No unit says it that counts.
    pub nobody: &'static str,
    /// Of a unit: its file is a later one.
    pub later_file: &'static str,
    /// What goes into the report.
    pub in_report: &'static str,
    /// Of what goes into it.
    pub is_in_report: &'static str,
    /// Label of the level of a proposal.
    pub level: &'static str,
    /// The level is open.
    pub open_level: &'static str,
    /// Moves it towards the beginning of the list.
    pub up: &'static str,
    /// Moves it towards the end.
    pub down: &'static str,
    /// Which place it has, of how many.
    pub place: fn(usize, usize) -> String,
    /// Opens what an issue is edited with.
    pub edit: &'static str,
    /// Label of the wording.
    pub wording: &'static str,
    /// Label of the choice of another to join it with.
    pub join: &'static str,
    /// None is chosen.
    pub join_none: &'static str,
    /// Takes it away.
    pub remove: &'static str,
    /// Name of what can be done with a part.
    pub part: fn(&str) -> String,
    /// Tags it.
    pub tag: &'static str,
    /// Puts it into the report.
    pub choose: &'static str,
    /// Takes it out of the report.
    pub unchoose: &'static str,
    /// Is no longer about the issue.
    pub untag: &'static str,
    /// The unit says something else than when it was tagged.
    pub changed: &'static str,
    /// The level that the unit names.
    pub level_named: fn(&str) -> String,
    /// Label of the field in which an issue is looked for.
    pub pick: &'static str,
    /// How it is used.
    pub pick_hint: &'static str,
    /// A new issue, with the words of the part.
    pub new: &'static str,
    /// The part is about it already.
    pub is_tagged: &'static str,
    /// How many can be chosen.
    pub found: fn(usize) -> String,
    /// Closes the choice.
    pub close: &'static str,
    /// Which part is chosen, of how many, how many issues it has, and whether it goes into the report.
    pub here: fn(&str, usize, usize, usize, bool) -> String,
    /// What the keys do: tag.
    pub key_tag: &'static str,
    /// Into the report.
    pub key_choose: &'static str,
    /// The next part.
    pub key_part: &'static str,
    /// Of the report: so many were chosen and do not stand in it.
    pub left_out: fn(usize) -> String,
}

/// Tiếng Việt.
pub const VI: IssueTexts = IssueTexts {
    name: "Các vấn đề",
    hint: "Vấn đề gộp những ý giống nhau của nhiều đơn vị dưới một lời. Gắn khi đọc từng yêu cầu; vấn đề được chọn thì có trong \
           báo cáo, theo thứ tự của danh sách này, và trong phụ lục 3.",
    which: "Loại vấn đề",
    all: "Tất cả",
    requirement: "Yêu cầu",
    all_requirements: "Mọi yêu cầu",
    words: "Tìm trong lời vấn đề",
    only_in_report: |count| ["Chỉ vấn đề đưa vào báo cáo (", &count.to_string(), ")"].concat(),
    none: "Chưa có vấn đề nào. Mở Đọc và trả lời, bấm Gắn vấn đề ở phần văn bản cần gộp.",
    none_shown: "Không có vấn đề nào như vậy.",
    csv: "Tải danh sách (CSV)",
    proposals: "Đề xuất, kiến nghị",
    read_proposals: "Đọc đề xuất, kiến nghị và ghi cấp có thẩm quyền",
    units: |count| [&count.to_string(), " đơn vị nêu"].concat(),
    nobody: "Không còn đơn vị nào nêu: không có trong báo cáo.",
    later_file: "có tệp khác với khi gắn",
    in_report: "Đưa vào báo cáo",
    is_in_report: "có trong báo cáo",
    level: "Cấp có thẩm quyền",
    open_level: "Chưa rõ cấp",
    up: "Lên",
    down: "Xuống",
    place: |place, all| ["vị trí ", &place.to_string(), "/", &all.to_string()].concat(),
    edit: "Sửa, gộp, xóa",
    wording: "Lời của vấn đề",
    join: "Gộp vào vấn đề",
    join_none: "Không gộp",
    remove: "Xóa vấn đề",
    part: |name| [name, ": gắn vấn đề, đưa vào báo cáo"].concat(),
    tag: "Gắn vấn đề",
    choose: "Đưa vào báo cáo",
    unchoose: "Bỏ khỏi báo cáo",
    untag: "Bỏ gắn",
    changed: "đơn vị đã viết khác",
    level_named: |level| ["Gửi: ", level].concat(),
    pick: "Tìm hoặc chọn vấn đề",
    pick_hint: "Gõ để tìm, không cần dấu; Enter để chọn, Esc để đóng.",
    new: "Vấn đề mới",
    is_tagged: "đang gắn, chọn lại để bỏ",
    found: |count| [&count.to_string(), " lựa chọn"].concat(),
    close: "Đóng",
    here: |name, at, all, tags, in_report| {
        let report = if in_report { ", đưa vào báo cáo" } else { "" };
        let of = [&at.to_string(), "/", &all.to_string()].concat();
        ["Đang chọn: ", name, " (", &of, "), ", &tags.to_string(), " vấn đề", report].concat()
    },
    key_tag: "gắn vấn đề",
    key_choose: "đưa vào báo cáo",
    key_part: "phần tiếp theo",
    left_out: |count| {
        ["Không còn đơn vị nào nêu ", &count.to_string(), " vấn đề đã chọn: không có trong báo cáo."].concat()
    },
};

/// English.
pub const EN: IssueTexts = IssueTexts {
    name: "Issues",
    hint: "An issue puts together what several units say, in one wording. Tag while you read a requirement; what is chosen stands in the \
           report, in the order of this list, and in annex 3.",
    which: "Kind of issue",
    all: "All",
    requirement: "Requirement",
    all_requirements: "All requirements",
    words: "Search the wordings",
    only_in_report: |count| ["Only what goes into the report (", &count.to_string(), ")"].concat(),
    none: "There are no issues yet. Open Read and answer, and press Tag at the text that you want to put together.",
    none_shown: "There are no such issues.",
    csv: "Download the list (CSV)",
    proposals: "Proposals",
    read_proposals: "Read the proposals, and name who decides",
    units: |count| if count == 1 { "1 unit".to_owned() } else { [&count.to_string(), " units"].concat() },
    nobody: "No unit says it any more: it does not stand in the report.",
    later_file: "has another file than when it was tagged",
    in_report: "Into the report",
    is_in_report: "in the report",
    level: "Who decides",
    open_level: "Left open",
    up: "Up",
    down: "Down",
    place: |place, all| ["place ", &place.to_string(), " of ", &all.to_string()].concat(),
    edit: "Edit, join, remove",
    wording: "Wording",
    join: "Join with",
    join_none: "None",
    remove: "Remove the issue",
    part: |name| [name, ": tag, into the report"].concat(),
    tag: "Tag",
    choose: "Into the report",
    unchoose: "Out of the report",
    untag: "Untag",
    changed: "the unit has written something else",
    level_named: |level| ["To: ", level].concat(),
    pick: "Search or choose an issue",
    pick_hint: "Type to search, marks may be left out; Enter chooses, Esc closes.",
    new: "New issue",
    is_tagged: "tagged, choose it to untag",
    found: |count| if count == 1 { "1 choice".to_owned() } else { [&count.to_string(), " choices"].concat() },
    close: "Close",
    here: |name, at, all, tags, in_report| {
        let report = if in_report { ", goes into the report" } else { "" };
        let of = [&at.to_string(), "/", &all.to_string()].concat();
        ["Chosen: ", name, " (", &of, "), issues: ", &tags.to_string(), report].concat()
    },
    key_tag: "tag",
    key_choose: "into the report",
    key_part: "next part",
    left_out: |count| {
        ["What no unit says any more is not in the report; of what was chosen: ", &count.to_string(), "."].concat()
    },
};
