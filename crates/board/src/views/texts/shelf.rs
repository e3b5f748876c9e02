//! Texts of the list of gatherings.

/// Texts of the list of gatherings.
pub struct ShelfTexts {
    /// Heading.
    pub title: &'static str,
    /// What this is, in two sentences.
    pub intro: &'static str,
    /// While the list is being read.
    pub loading: &'static str,
    /// It could not be read.
    pub failed: &'static str,
    /// There is none.
    pub empty: &'static str,
    /// Heading of the list.
    pub list: &'static str,
    /// The deadline.
    pub deadline: fn(&str) -> String,
    /// The day on which it was made.
    pub made: fn(&str) -> String,
    /// How many have reported, of how many.
    pub received: fn(u32, u32) -> String,
    /// Heading of what begins a new one.
    pub start: &'static str,
    /// Label of the new one's name.
    pub name: &'static str,
    /// What the name may be.
    pub name_hint: &'static str,
    /// Begins it.
    pub begin: &'static str,
    /// Opens the sample.
    pub sample: &'static str,
    /// What the sample is.
    pub sample_hint: &'static str,
    /// Asks for the removal.
    pub remove: &'static str,
    /// Asks for the removal of which, for the ear.
    pub remove_of: fn(&str) -> String,
    /// What removal takes away.
    pub remove_asks: &'static str,
    /// Removes it.
    pub remove_now: &'static str,
}

/// Tiếng Việt.
pub const VI: ShelfTexts = ShelfTexts {
    title: "Tổng hợp báo cáo",
    intro: "Nơi cơ quan tổng hợp nhận tệp tự đánh giá của các đơn vị: ai đã gửi, ai chưa, từng yêu cầu thực hiện đến đâu. Tệp \
            được đọc và lưu trên máy này; không có gì gửi đi đâu.",
    loading: "Đang đọc danh sách…",
    failed: "Không đọc được danh sách các đợt tổng hợp.",
    empty: "Chưa có đợt nào. Hãy đặt tên cho đợt đầu tiên, hoặc mở đợt mẫu để xem trước.",
    list: "Các đợt tổng hợp",
    deadline: |day| ["hạn gửi ", day].concat(),
    made: |day| ["lập ngày ", day].concat(),
    received: |received, expected| [&received.to_string(), "/", &expected.to_string(), " đơn vị đã gửi"].concat(),
    start: "Đợt mới",
    name: "Tên đợt",
    name_hint: "Ví dụ: 6 tháng đầu năm 2024",
    begin: "Lập đợt mới",
    sample: "Xem đợt mẫu",
    sample_hint: "Số liệu ví dụ, có đủ các trường hợp thường gặp: gửi chậm, gửi lại, tệp hỏng, tên đơn vị viết khác.",
    remove: "Xóa…",
    remove_of: |name| ["Xóa đợt ", name, "…"].concat(),
    remove_asks: "Mọi tệp và quyết định của đợt này trên máy này sẽ mất, không lấy lại được. Nếu còn cần, hãy mở đợt và xuất \
                  thành một tệp trước (phần Thiết lập).",
    remove_now: "Xóa hẳn khỏi máy này",
};

/// English.
pub const EN: ShelfTexts = ShelfTexts {
    title: "Reports of all units",
    intro: "Here the coordinating body receives the self-assessment files of the units: who has reported, who has not, and how \
            far each requirement is met. Files are read and kept on this machine; nothing is sent anywhere.",
    loading: "Reading the list…",
    failed: "The list of gatherings cannot be read.",
    empty: "There is none yet. Name the first one, or open the sample to see what it will look like.",
    list: "Gatherings",
    deadline: |day| ["deadline ", day].concat(),
    made: |day| ["begun on ", day].concat(),
    received: |received, expected| [&received.to_string(), "/", &expected.to_string(), " units have reported"].concat(),
    start: "A new gathering",
    name: "Name",
    name_hint: "For example: first half of 2024",
    begin: "Begin it",
    sample: "Open the sample",
    sample_hint: "Made-up figures with all that usually happens: late files, corrections, damaged files, names spelled otherwise.",
    remove: "Remove…",
    remove_of: |name| ["Remove ", name, "…"].concat(),
    remove_asks: "All files and decisions of this gathering on this machine will be gone for good. If they are still needed, \
                  open it and export it as one file first (under Settings).",
    remove_now: "Remove it from this machine",
};
