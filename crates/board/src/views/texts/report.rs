//! Texts around the report upwards. The report's own words are in `report::texts`, in Vietnamese alone.

/// Texts of what stands around the report upwards.
pub struct ReportTexts {
    /// Heading.
    pub title: &'static str,
    /// What it is made of, and that it may be edited.
    pub hint: &'static str,
    /// Why a cut-off day is asked for.
    pub no_cut_off: &'static str,
    /// Label of that day.
    pub cut_off: &'static str,
    /// The gathering is still being opened, or something is being taken in.
    pub waiting: &'static str,
    /// How many files were read, of how many.
    pub reading: fn(usize, usize) -> String,
    /// Name of the bar that shows it.
    pub progress: &'static str,
    /// How many files cannot be read.
    pub unread: fn(usize) -> String,
    /// Of how many paragraphs that were rewritten what lies beneath has changed.
    pub changed: fn(usize) -> String,
    /// Prints it.
    pub print: &'static str,
    /// Shows it as plain text.
    pub plain: &'static str,
    /// Label of that text.
    pub plain_label: &'static str,
    /// What it is for.
    pub plain_hint: &'static str,
    /// Hands a table out as CSV.
    pub csv: &'static str,
}

/// Tiếng Việt.
pub const VI: ReportTexts = ReportTexts {
    title: "Báo cáo tổng hợp",
    hint: "Báo cáo được lập từ số liệu và lời của các đơn vị được tính. Đoạn nào cũng sửa được; lời đã sửa không bao giờ bị \
           ghi đè khi số liệu thay đổi.",
    no_cut_off: "Báo cáo phải ghi số liệu tính đến ngày nào. Hãy đặt ngày chốt số liệu.",
    cut_off: "Ngày chốt số liệu",
    waiting: "Báo cáo được lập khi mọi tệp của đợt đã đọc xong.",
    reading: |read, all| ["Đang đọc lời của các đơn vị: ", &read.to_string(), "/", &all.to_string(), " tệp"].concat(),
    progress: "Tiến độ đọc lời của các đơn vị",
    unread: |count| {
        [
            "Không đọc được ",
            &count.to_string(),
            " tệp được tính: Phụ lục 3 và 4 thiếu lời của các tệp này. Mở lại phần \
           Báo cáo để đọc lại.",
        ]
        .concat()
    },
    changed: |count| ["Có ", &count.to_string(), " đoạn đã sửa mà số liệu nay đã khác; xem ở từng đoạn."].concat(),
    print: "In",
    plain: "Văn bản để sao chép",
    plain_label: "Toàn văn báo cáo",
    plain_hint: "Chọn hết (Ctrl+A), sao chép (Ctrl+C), dán vào thư hoặc văn bản khác. Ô của bảng cách nhau bằng dấu tab.",
    csv: "Tải bảng này (CSV)",
};

/// English.
pub const EN: ReportTexts = ReportTexts {
    title: "Report upwards",
    hint: "The report is made of the figures and of the words of the units that count, in Vietnamese. Every paragraph can be \
           edited; what was edited is never written over when the figures change.",
    no_cut_off: "A report has to say as of which day its figures are. Set the cut-off day.",
    cut_off: "Cut-off day",
    waiting: "The report is made once all files of the gathering were read.",
    reading: |read, all| ["Reading what the units say: ", &read.to_string(), "/", &all.to_string(), " files"].concat(),
    progress: "Progress of reading what the units say",
    unread: |count| match count {
        1 => "1 file that counts cannot be read: annexes 3 and 4 lack its words. Open the report again to try again."
            .to_owned(),
        count => [
            &count.to_string(),
            " files that count cannot be read: annexes 3 and 4 lack their words. Open the report again to try again.",
        ]
        .concat(),
    },
    changed: |count| match count {
        1 => "Beneath 1 edited paragraph the figures are others now; see there.".to_owned(),
        count => ["Beneath ", &count.to_string(), " edited paragraphs the figures are others now; see there."].concat(),
    },
    print: "Print",
    plain: "Text to copy",
    plain_label: "The whole report",
    plain_hint: "Select all (Ctrl+A), copy (Ctrl+C), paste into a mail or another document. Cells of tables have tabs between.",
    csv: "Download this table (CSV)",
};
