//! Texts of what people decided differently.

use coordination::undo::Changed;

/// Texts of what people decided differently.
pub struct DisputesTexts {
    /// The link to it, and its heading.
    pub title: &'static str,
    /// What it is, and what to do.
    pub about: &'static str,
    /// There is none.
    pub none: &'static str,
    /// What kind of decision it is.
    pub what: fn(Changed) -> &'static str,
    /// How many more it is about.
    pub more: fn(usize) -> String,
    /// Who decided it, where that was not said.
    pub unsigned: &'static str,
    /// The day, the hour and the minute of it.
    pub at: fn(&str, u8, u8) -> String,
    /// Has it hold.
    pub choose: &'static str,
    /// The same with what it says, for the ear.
    pub choose_of: fn(&str) -> String,
    /// It is that unit's.
    pub unit: fn(&str) -> String,
    /// That file counts, or those do.
    pub files: fn(&[String]) -> String,
    /// It is left out.
    pub left_out: &'static str,
    /// It was received on that day, by that way; either may be empty.
    pub arrival: fn(&str, &str) -> String,
    /// It has time until that day.
    pub until: fn(&str) -> String,
    /// It need not report.
    pub excused: &'static str,
    /// For that reason.
    pub reason: fn(&str) -> String,
    /// A newer version wrote it.
    pub unknown: &'static str,
}

/// Tiếng Việt.
pub const VI: DisputesTexts = DisputesTexts {
    title: "Quyết định khác nhau",
    about: "Hai người đã quyết định khác nhau về cùng một việc, nên chưa quyết định nào có hiệu lực. Hãy chọn một; nếu nhầm có \
            thể hoàn tác.",
    none: "Không còn việc nào mà hai người quyết định khác nhau.",
    what: |what| match what {
        Changed::Unit => "Tệp ghi tên này là của đơn vị nào",
        Changed::Choice => "Tệp nào được tính cho đơn vị",
        Changed::LeftOut => "Lý do không tính tệp",
        Changed::Arrival => "Ngày nhận, cách gửi",
        Changed::Report => "Báo cáo đã ký",
        Changed::Term => "Lùi hạn, miễn gửi",
        Changed::Rewrite
        | Changed::Settings
        | Changed::Remark
        | Changed::Sent
        | Changed::Read
        | Changed::Tag
        | Changed::InReport
        | Changed::Issue
        | Changed::Joined
        | Changed::Order => "Việc khác",
    },
    more: |count| ["và ", &count.to_string(), " mục khác"].concat(),
    unsigned: "Không ghi ai quyết định",
    at: |day, hour, minute| format!("lúc {hour:02}:{minute:02} ngày {day}"),
    choose: "Theo quyết định này",
    choose_of: |said| ["Theo quyết định này: ", said].concat(),
    unit: |name| ["Là của ", name].concat(),
    files: |names| ["Tính tệp ", &names.join("; ")].concat(),
    left_out: "Không tính",
    arrival: |day, way| match (day, way) {
        ("", way) => ["Gửi bằng ", way].concat(),
        (day, "") => ["Nhận ngày ", day].concat(),
        (day, way) => ["Nhận ngày ", day, ", bằng ", way].concat(),
    },
    until: |day| ["Lùi hạn đến ", day].concat(),
    excused: "Được miễn",
    reason: |reason| ["Lý do: ", reason].concat(),
    unknown: "Do bản phần mềm mới hơn ghi",
};

/// English.
pub const EN: DisputesTexts = DisputesTexts {
    title: "Decided differently",
    about: "Two people decided the same matter differently, so neither decision holds. Choose one; it can be undone.",
    none: "There is nothing left that two people decided differently.",
    what: |what| match what {
        Changed::Unit => "Whose files of this name are",
        Changed::Choice => "Which file counts for the unit",
        Changed::LeftOut => "Why the file is left out",
        Changed::Arrival => "Day and way of receipt",
        Changed::Report => "The signed report",
        Changed::Term => "More time, or being excused",
        Changed::Rewrite
        | Changed::Settings
        | Changed::Remark
        | Changed::Sent
        | Changed::Read
        | Changed::Tag
        | Changed::InReport
        | Changed::Issue
        | Changed::Joined
        | Changed::Order => "Something else",
    },
    more: |count| ["and ", &count.to_string(), " more"].concat(),
    unsigned: "Nobody is named",
    at: |day, hour, minute| format!("{day}, {hour:02}:{minute:02}"),
    choose: "This one holds",
    choose_of: |said| ["This one holds: ", said].concat(),
    unit: |name| ["It is of ", name].concat(),
    files: |names| ["These count: ", &names.join("; ")].concat(),
    left_out: "Left out",
    arrival: |day, way| match (day, way) {
        ("", way) => ["By ", way].concat(),
        (day, "") => ["Received on ", day].concat(),
        (day, way) => ["Received on ", day, ", by ", way].concat(),
    },
    until: |day| ["Has until ", day].concat(),
    excused: "Excused",
    reason: |reason| ["Reason: ", reason].concat(),
    unknown: "Written by a newer version",
};
