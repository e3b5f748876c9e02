//! Texts of the first screen.

use coordination::views::waiting::WaitsFor;

/// Texts of the first screen.
pub struct OverviewTexts {
    /// Heading of who has sent.
    pub sending: &'static str,
    /// Units that are to report.
    pub expected: &'static str,
    /// Units that have reported.
    pub received: &'static str,
    /// Units that have not.
    pub missing: &'static str,
    /// Units that reported on time.
    pub on_time: &'static str,
    /// Units that reported late.
    pub late: &'static str,
    /// Units of which it is not known.
    pub undated: &'static str,
    /// Before the names of those who have not reported.
    pub missing_are: &'static str,
    /// How many more there are.
    pub more: fn(usize) -> String,
    /// All have reported.
    pub none_missing: &'static str,
    /// Leads to the list for reminding.
    pub remind: &'static str,
    /// Heading of what waits.
    pub waiting: &'static str,
    /// Nothing waits.
    pub nothing_waits: &'static str,
    /// How many wait for what.
    pub waits: fn(WaitsFor, usize) -> String,
    /// Caption of groups × requirements.
    pub matrix: &'static str,
    /// What its numbers are.
    pub matrix_explained: &'static str,
    /// Head of the column of groups.
    pub group: &'static str,
    /// The row of all.
    pub total: &'static str,
    /// Caption of the bars.
    pub bars: &'static str,
    /// What the bars are.
    pub bars_explained: &'static str,
    /// Head of the column of requirements.
    pub requirement: &'static str,
    /// Head of the column of the bars.
    pub bar: &'static str,
    /// In whose scope it lies.
    pub in_scope: &'static str,
    /// With limitations or difficulties.
    pub limitations: &'static str,
    /// The rate of those that have done it.
    pub rate: &'static str,
    /// Caption of the five measures.
    pub measures: &'static str,
    /// Name of the key to the bars.
    pub key: &'static str,
    /// Heading where nothing was received yet.
    pub empty: &'static str,
    /// What to do then.
    pub empty_hint: &'static str,
}

/// Tiếng Việt.
pub const VI: OverviewTexts = OverviewTexts {
    sending: "Tình hình gửi báo cáo",
    expected: "đơn vị phải gửi",
    received: "đã gửi",
    missing: "chưa gửi",
    on_time: "đúng hạn",
    late: "chậm",
    undated: "chưa rõ ngày nhận",
    missing_are: "Chưa gửi",
    more: |count| ["và ", &count.to_string(), " đơn vị khác"].concat(),
    none_missing: "Mọi đơn vị phải gửi đều đã gửi.",
    remind: "Danh sách đôn đốc",
    waiting: "Chờ quyết định",
    nothing_waits: "Không có tệp nào chờ quyết định.",
    waits: |matter, count| {
        let what = match matter {
            WaitsFor::UnitUnknown => " tệp chưa rõ của đơn vị nào",
            WaitsFor::ClaimedTwice => " tệp mang mã của một đơn vị nhưng ghi tên khác",
            WaitsFor::SeveralDrafts => " tệp của đơn vị gửi nhiều bản khác nhau",
            WaitsFor::PartsOverlap => " phần trùng yêu cầu với phần khác",
            WaitsFor::Choice => " tệp đến sau hoặc trái với lựa chọn đã ghi",
            WaitsFor::Conflict => " việc hai người quyết định khác nhau",
        };
        [&count.to_string(), what].concat()
    },
    matrix: "Mức độ thực hiện theo nhóm và yêu cầu",
    matrix_explained: "Số đơn vị đã thực hiện trên số đơn vị thuộc phạm vi, trong các đơn vị đã gửi. Bấm vào số để xem các đơn vị.",
    group: "Nhóm",
    total: "Tổng",
    bars: "Từng yêu cầu",
    bars_explained: "Trong các đơn vị đã gửi và thuộc phạm vi của yêu cầu.",
    requirement: "Yêu cầu",
    bar: "Phần của từng mức độ",
    in_scope: "Thuộc phạm vi",
    limitations: "Có hạn chế",
    rate: "Tỷ lệ đã thực hiện",
    measures: "Tình hình gửi theo nhóm",
    key: "Chú giải",
    empty: "Chưa nhận tệp nào",
    empty_hint: "Hãy thêm tệp hoặc thư mục, hoặc thả vào trang này. Danh sách các đơn vị phải gửi đã có ở phần Tình hình gửi.",
};

/// English.
pub const EN: OverviewTexts = OverviewTexts {
    sending: "Who has reported",
    expected: "units are to report",
    received: "have reported",
    missing: "have not",
    on_time: "on time",
    late: "late",
    undated: "day of receipt unknown",
    missing_are: "Have not reported",
    more: |count| match count {
        1 => "and 1 more unit".to_owned(),
        count => ["and ", &count.to_string(), " more units"].concat(),
    },
    none_missing: "All units that are to report have done so.",
    remind: "List for reminding",
    waiting: "Waits for a decision",
    nothing_waits: "No file waits for a decision.",
    waits: |matter, count| {
        let (one, many) = match matter {
            WaitsFor::UnitUnknown => (" file of an unknown unit", " files of unknown units"),
            WaitsFor::ClaimedTwice => {
                (" file with a unit's id and another name", " files with a unit's id and another name")
            }
            WaitsFor::SeveralDrafts => {
                (" file of a unit that sent several versions", " files of units that sent several versions")
            }
            WaitsFor::PartsOverlap => {
                (" part that speaks of the same as another", " parts that speak of the same as others")
            }
            WaitsFor::Choice => {
                (" file that came after a choice, or against it", " files that came after a choice, or against it")
            }
            WaitsFor::Conflict => {
                (" matter on which two people decided differently", " matters on which two people decided differently")
            }
        };
        count.to_string() + if count == 1 { one } else { many }
    },
    matrix: "Implementation by group and requirement",
    matrix_explained: "Units that have done it, of those in whose scope it lies, among the units that have reported. Each number leads \
                       to its units.",
    group: "Group",
    total: "Total",
    bars: "Requirement by requirement",
    bars_explained: "Among the units that have reported and in whose scope the requirement lies.",
    requirement: "Requirement",
    bar: "Share of each status",
    in_scope: "In scope",
    limitations: "With limitations",
    rate: "Rate done",
    measures: "Who has reported, by group",
    key: "Key",
    empty: "Nothing was received yet",
    empty_hint: "Add files or a folder, or drop them on this page. The units that are to report stand under Who has reported.",
};
