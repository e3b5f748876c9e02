//! Texts of the register.

use coordination::filter::RegisterWhich;
use gathering::decisions::Way;
use gathering::register::{Reminder, Timing};

/// Texts of the register.
pub struct RegisterTexts {
    /// Heading.
    pub title: &'static str,
    /// A kind of lines.
    pub which: fn(RegisterWhich) -> &'static str,
    /// Name of the choice among them.
    pub which_label: &'static str,
    /// Heads: the unit.
    pub unit: &'static str,
    /// Whether and when it reported.
    pub timing: &'static str,
    /// The day of receipt.
    pub received_on: &'static str,
    /// By which way.
    pub way: &'static str,
    /// The signed report.
    pub report: &'static str,
    /// Notes.
    pub note: &'static str,
    /// Whether and when a unit reported.
    pub timing_of: fn(Timing) -> String,
    /// Files that do not make a whole, or wait.
    pub incomplete: &'static str,
    /// Which of its files counts is for a person to decide.
    pub waits: &'static str,
    /// Only paper came.
    pub on_paper: &'static str,
    /// A way.
    pub way_of: fn(Option<Way>) -> &'static str,
    /// A later file came on this day.
    pub latest_on: fn(&str) -> String,
    /// Number and day of a signed report.
    pub report_of: fn(&str, &str) -> String,
    /// More time, until that day.
    pub extended_until: fn(&str) -> String,
    /// Opens the fields of a line.
    pub edit: &'static str,
    /// The same with the unit, for the ear.
    pub edit_of: fn(&str) -> String,
    /// Closes them.
    pub close: &'static str,
    /// Label of the number of the signed report.
    pub number: &'static str,
    /// Label of its day.
    pub report_date: &'static str,
    /// Label of the later deadline.
    pub until: &'static str,
    /// Label of being excused.
    pub excused: &'static str,
    /// Label of why.
    pub term_reason: &'static str,
    /// That a day that is noted for the unit holds over its files.
    pub received_hint: &'static str,
    /// Heading of what is set for many at once.
    pub batch: &'static str,
    /// Label of the day for so many files of so many units.
    pub batch_day: fn(usize, usize) -> String,
    /// Sets it.
    pub batch_set: &'static str,
    /// What it changes.
    pub batch_hint: &'static str,
    /// Heading of the list for reminding.
    pub reminding: fn(usize) -> String,
    /// What to do with it.
    pub reminding_hint: &'static str,
    /// The text of the list: name of the gathering, deadline, the units.
    pub reminding_text: fn(&str, &str, &[Reminder]) -> String,
    /// Label of that text.
    pub reminding_label: &'static str,
    /// Hands it out as CSV.
    pub reminding_csv: &'static str,
    /// Nobody is to be reminded.
    pub nobody: &'static str,
}

/// Tiếng Việt.
pub const VI: RegisterTexts = RegisterTexts {
    title: "Tình hình gửi báo cáo",
    which: |which| match which {
        RegisterWhich::All => "Tất cả",
        RegisterWhich::Missing => "Chưa gửi",
        RegisterWhich::OnTime => "Đúng hạn",
        RegisterWhich::Late => "Chậm",
        RegisterWhich::Undated => "Chưa rõ ngày nhận",
        RegisterWhich::Waiting => "Chờ quyết định",
    },
    which_label: "Hiện những đơn vị",
    unit: "Đơn vị",
    timing: "Tình trạng",
    received_on: "Ngày nhận",
    way: "Cách gửi",
    report: "Báo cáo đã ký",
    note: "Ghi chú",
    timing_of: timing_vi,
    incomplete: "mới nhận một phần",
    waits: "chờ quyết định tệp nào được tính",
    on_paper: "không có tệp",
    way_of: |way| match way {
        None => "chưa ghi",
        Some(Way::Mail) => "thư điện tử",
        Some(Way::Chat) => "tin nhắn",
        Some(Way::Stick) => "USB",
        Some(Way::Paper) => "bản giấy",
    },
    latest_on: |day| ["bản sau nhận ngày ", day].concat(),
    report_of: |number, day| match (number, day) {
        ("", "") => String::new(),
        ("", day) => ["ngày ", day].concat(),
        (number, "") => number.to_owned(),
        (number, day) => [number, " ngày ", day].concat(),
    },
    extended_until: |day| ["được lùi hạn đến ", day].concat(),
    edit: "Ghi",
    edit_of: |name| ["Ghi: ", name].concat(),
    close: "Đóng",
    number: "Số, ký hiệu báo cáo",
    report_date: "Ngày báo cáo",
    until: "Được lùi hạn đến ngày",
    excused: "Được miễn gửi",
    term_reason: "Lý do lùi hạn hoặc miễn",
    received_hint: "Ngày ghi ở đây là của cả đơn vị, thay ngày suy ra từ tệp. Để trống thì tính theo tệp.",
    batch: "Ghi ngày nhận cho nhiều tệp",
    batch_day: |files, units| {
        ["Ngày nhận của ", &files.to_string(), " tệp (", &units.to_string(), " đơn vị đang hiện)"].concat()
    },
    batch_set: "Ghi ngày nhận",
    batch_hint: "Lọc trước, rồi ghi một lần cho mọi dòng đang hiện, cả ở các trang khác. Từng đơn vị sửa lại sau được.",
    reminding: |count| ["Danh sách đôn đốc (", &count.to_string(), ")"].concat(),
    reminding_hint: "Chọn hết, chép rồi dán vào thư hoặc tin nhắn.",
    reminding_text: |name, deadline, units| {
        let mut text = ["Các đơn vị chưa gửi báo cáo: ", name].concat();
        if !deadline.is_empty() {
            text += &[" (hạn gửi ", deadline, ")"].concat();
        }
        text.push('\n');
        for (at, unit) in (1..).zip(units) {
            let (at, late, missing) = (i32::to_string(&at), unit.days_late.to_string(), unit.missing.to_string());
            text += &[&at, ". ", &unit.name].concat();
            if unit.days_late > 0 {
                text += &[" – chậm ", &late, " ngày"].concat();
            }
            if unit.missing > 0 {
                text += &[" – còn thiếu ", &missing, " yêu cầu"].concat();
            }
            text.push('\n');
        }
        text
    },
    reminding_label: "Danh sách để chép",
    reminding_csv: "Tải danh sách đôn đốc (CSV)",
    nobody: "Không có đơn vị nào phải đôn đốc.",
};

fn timing_vi(timing: Timing) -> String {
    match timing {
        Timing::Missing { days_late: 0 } => "Chưa gửi".into(),
        Timing::Missing { days_late } => ["Chưa gửi, quá hạn ", &days_late.to_string(), " ngày"].concat(),
        Timing::Extended { until } => ["Được lùi hạn đến ", &until.to_display()].concat(),
        Timing::OnTime => "Đúng hạn".into(),
        Timing::Late { days } => ["Chậm ", &days.to_string(), " ngày"].concat(),
        Timing::Reported => "Đã gửi".into(),
        Timing::Undated => "Đã gửi, chưa rõ ngày nhận".into(),
        Timing::Excused => "Được miễn".into(),
    }
}

/// English.
pub const EN: RegisterTexts = RegisterTexts {
    title: "Who has reported",
    which: |which| match which {
        RegisterWhich::All => "All",
        RegisterWhich::Missing => "Have not",
        RegisterWhich::OnTime => "On time",
        RegisterWhich::Late => "Late",
        RegisterWhich::Undated => "Day unknown",
        RegisterWhich::Waiting => "Waiting for a decision",
    },
    which_label: "Units to show",
    unit: "Unit",
    timing: "State",
    received_on: "Received on",
    way: "By",
    report: "Signed report",
    note: "Notes",
    timing_of: timing_en,
    incomplete: "only parts so far",
    waits: "which file counts is to be decided",
    on_paper: "no file",
    way_of: |way| match way {
        None => "not noted",
        Some(Way::Mail) => "mail",
        Some(Way::Chat) => "messenger",
        Some(Way::Stick) => "USB stick",
        Some(Way::Paper) => "paper",
    },
    latest_on: |day| ["a later file on ", day].concat(),
    report_of: |number, day| match (number, day) {
        ("", "") => String::new(),
        ("", day) => ["of ", day].concat(),
        (number, "") => number.to_owned(),
        (number, day) => [number, " of ", day].concat(),
    },
    extended_until: |day| ["more time until ", day].concat(),
    edit: "Note",
    edit_of: |name| ["Note: ", name].concat(),
    close: "Close",
    number: "Number of the report",
    report_date: "Date of the report",
    until: "More time until",
    excused: "Need not report",
    term_reason: "Why it has more time or need not report",
    received_hint: "A day that is noted here is the unit's, and holds over what follows from its files. Leave it empty to go by the files.",
    batch: "Note the day of receipt for many files",
    batch_day: |files, units| {
        ["Day of receipt of ", &files.to_string(), " files (", &units.to_string(), " units shown)"].concat()
    },
    batch_set: "Note the day",
    batch_hint: "Filter first, then note it once for all lines that are shown, on other pages too. Each unit can be corrected later.",
    reminding: |count| ["List for reminding (", &count.to_string(), ")"].concat(),
    reminding_hint: "Select all, copy, and paste it into a mail or a message.",
    reminding_text: |name, deadline, units| {
        let mut text = ["Units that have not reported: ", name].concat();
        if !deadline.is_empty() {
            text += &[" (deadline ", deadline, ")"].concat();
        }
        text.push('\n');
        for (at, unit) in (1..).zip(units) {
            let (at, late, missing) = (i32::to_string(&at), unit.days_late.to_string(), unit.missing.to_string());
            text += &[&at, ". ", &unit.name].concat();
            if unit.days_late > 0 {
                text += &[" – days late: ", &late].concat();
            }
            if unit.missing > 0 {
                text += &[" – requirements missing: ", &missing].concat();
            }
            text.push('\n');
        }
        text
    },
    reminding_label: "List to copy",
    reminding_csv: "Download the list (CSV)",
    nobody: "Nobody is to be reminded.",
};

fn timing_en(timing: Timing) -> String {
    let days = |days: u32| if days == 1 { "1 day".to_owned() } else { [&days.to_string(), " days"].concat() };
    match timing {
        Timing::Missing { days_late: 0 } => "Has not reported".into(),
        Timing::Missing { days_late } => ["Has not reported, ", &days(days_late), " overdue"].concat(),
        Timing::Extended { until } => ["Has time until ", &until.to_display()].concat(),
        Timing::OnTime => "On time".into(),
        Timing::Late { days: late } => [&days(late), " late"].concat(),
        Timing::Reported => "Has reported".into(),
        Timing::Undated => "Has reported, day unknown".into(),
        Timing::Excused => "Need not report".into(),
    }
}
