//! Texts of two gatherings beside each other.

/// Texts of two gatherings beside each other.
pub struct CompareTexts {
    /// The link to it, and its heading.
    pub title: &'static str,
    /// Label of the choice of the other gathering.
    pub other: &'static str,
    /// Label of the choice of the units in both.
    pub both_only: &'static str,
    /// There is no other gathering.
    pub alone: &'static str,
    /// What the sample of the period before is for.
    pub alone_sample: &'static str,
    /// Makes that.
    pub make_sample: &'static str,
    /// Things are being taken in into the other one: so many of how many.
    pub taking_in: fn(u32, u32) -> String,
    /// It is being read: so many of how many.
    pub reading: fn(u32, u32) -> String,
    /// Name of the bar that shows it.
    pub progress: &'static str,
    /// It could not be read.
    pub failed: &'static str,
    /// Reads it once more.
    pub again: &'static str,
    /// Before the line on comparability: both may be compared as they are.
    pub full: &'static str,
    /// They may not, for what is named below.
    pub partly: &'static str,
    /// What is the same.
    pub same: &'static str,
    /// What is not.
    pub different: &'static str,
    /// The units: in both, only in the earlier, only in the later.
    pub units: fn(usize, usize, usize) -> String,
    /// Before the names of those that only the earlier one counts.
    pub only_earlier: &'static str,
    /// Before those that only the later one counts.
    pub only_later: &'static str,
    /// The editions of the directive's data.
    pub edition: fn(&str, &str) -> String,
    /// The days of the lists of units.
    pub roster: fn(&str, &str) -> String,
    /// The cut-off days.
    pub cut_off: fn(&str, &str) -> String,
    /// Where there is no such day.
    pub no_day: &'static str,
    /// Heading of the picture.
    pub picture: &'static str,
    /// What it shows.
    pub explained: &'static str,
    /// The earlier one, by name.
    pub earlier: fn(&str) -> String,
    /// The later one, by name.
    pub later: fn(&str) -> String,
    /// Caption of the table.
    pub table: &'static str,
}

/// Tiếng Việt.
pub const VI: CompareTexts = CompareTexts {
    title: "So sánh hai đợt",
    other: "So với đợt",
    both_only: "Chỉ tính những đơn vị có ở cả hai đợt",
    alone: "Trên máy này chưa có đợt nào khác để so sánh.",
    alone_sample: "Có thể lập thêm đợt mẫu của kỳ trước, cũng là số liệu ví dụ, để xem phần này.",
    make_sample: "Lập đợt mẫu của kỳ trước",
    taking_in: |kept, all| match all {
        0 => "Đang chuẩn bị đợt kia…".to_owned(),
        all => ["Đang nhận tệp của đợt kia: ", &kept.to_string(), "/", &all.to_string()].concat(),
    },
    reading: |read, all| match all {
        0 => "Đang đọc đợt kia…".to_owned(),
        all => ["Đang đọc đợt kia: ", &read.to_string(), "/", &all.to_string()].concat(),
    },
    progress: "Tiến độ đọc đợt kia",
    failed: "Không đọc được hết đợt kia, nên chưa so sánh được.",
    again: "Đọc lại",
    full: "So sánh được: cùng yêu cầu, cùng các đơn vị.",
    partly: "Cần thận trọng khi so sánh: có những điểm không giống nhau.",
    same: "Giống:",
    different: "Khác:",
    units: |both, earlier, later| {
        let mut text = ["đơn vị được tính: ", &both.to_string(), " có ở cả hai đợt"].concat();
        for (count, which) in [(earlier, " chỉ có ở đợt trước"), (later, " chỉ có ở đợt sau")] {
            if count > 0 {
                text += &[", ", &count.to_string(), which].concat();
            }
        }
        text
    },
    only_earlier: "Chỉ có ở đợt trước",
    only_later: "Chỉ có ở đợt sau",
    edition: |earlier, later| both("bản dữ liệu của công văn: ", earlier, later, " và "),
    roster: |earlier, later| both("danh sách đơn vị tại ngày ", earlier, later, " và "),
    cut_off: |earlier, later| both("ngày chốt số liệu: ", earlier, later, " và "),
    no_day: "không ghi",
    picture: "Số đơn vị đã thực hiện, trên số đơn vị thuộc phạm vi",
    explained: "Mỗi yêu cầu một dòng, từ 0 % đến 100 %. Bảng bên dưới có cùng các con số.",
    earlier: |name| ["Đợt trước: ", name].concat(),
    later: |name| ["Đợt sau: ", name].concat(),
    table: "Cùng các con số thành bảng",
};

/// English.
pub const EN: CompareTexts = CompareTexts {
    title: "Two gatherings beside each other",
    other: "Compared with",
    both_only: "Count only units that are in both",
    alone: "There is no other gathering on this machine to compare this one with.",
    alone_sample: "A sample of the period before can be made, with made-up figures too, so that this can be seen.",
    make_sample: "Make the sample of the period before",
    taking_in: |kept, all| match all {
        0 => "Preparing the other one…".to_owned(),
        all => ["Taking in the other one: ", &kept.to_string(), "/", &all.to_string()].concat(),
    },
    reading: |read, all| match all {
        0 => "Reading the other one…".to_owned(),
        all => ["Reading the other one: ", &read.to_string(), "/", &all.to_string()].concat(),
    },
    progress: "Progress of reading the other one",
    failed: "Not all of the other one can be read, so it cannot be compared.",
    again: "Read it again",
    full: "They can be compared: the same requirements, asked of the same units.",
    partly: "Compare with care: not everything is the same.",
    same: "The same:",
    different: "Different:",
    units: |both, earlier, later| {
        let mut text = ["the units that are counted: ", &both.to_string(), " in both"].concat();
        for (count, which) in [(earlier, " only in the earlier one"), (later, " only in the later one")] {
            if count > 0 {
                text += &[", ", &count.to_string(), which].concat();
            }
        }
        text
    },
    only_earlier: "Only in the earlier one",
    only_later: "Only in the later one",
    edition: |earlier, later| both("the edition of the directive's data: ", earlier, later, " and "),
    roster: |earlier, later| both("the list of units as of ", earlier, later, " and "),
    cut_off: |earlier, later| both("the cut-off day: ", earlier, later, " and "),
    no_day: "none",
    picture: "Units that have done it, of those in whose scope it lies",
    explained: "A line for each requirement, from 0 % to 100 %. The table below has the same numbers.",
    earlier: |name| ["Earlier: ", name].concat(),
    later: |name| ["Later: ", name].concat(),
    table: "The same numbers as a table",
};

/// One where both are the same, else both.
fn both(what: &str, earlier: &str, later: &str, and: &str) -> String {
    if earlier == later { [what, earlier].concat() } else { [what, earlier, and, later].concat() }
}
