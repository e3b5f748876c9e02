//! Texts of the reading view.

/// Texts of the reading.
pub struct ReadingTexts {
    /// Its name.
    pub name: &'static str,
    /// Label of the choice of the requirement.
    pub requirement: &'static str,
    /// Heading of the units.
    pub units: &'static str,
    /// How many were read, of how many.
    pub read: fn(usize, usize) -> String,
    /// Of a unit that was read.
    pub was_read: &'static str,
    /// Of one that was not.
    pub not_read: &'static str,
    /// There is no unit to read.
    pub nobody: &'static str,
    /// Leads to all that the unit says.
    pub whole: &'static str,
    /// What is marked in the text.
    pub marked: &'static str,
    /// On to the next unit.
    pub next: &'static str,
    /// Back to the one before.
    pub previous: &'static str,
    /// That it was read.
    pub is_read: &'static str,
    /// Whether single keys do something.
    pub with_keys: &'static str,
    /// What the keys do.
    pub key_next: &'static str,
    /// Back.
    pub key_previous: &'static str,
    /// To the field for a remark.
    pub key_remark: &'static str,
    /// Back to the text.
    pub key_back: &'static str,
    /// Heading of the returned files.
    pub returns: &'static str,
    /// There are none.
    pub no_returns: &'static str,
}

/// Tiếng Việt.
pub const VI: ReadingTexts = ReadingTexts {
    name: "Đọc và trả lời",
    requirement: "Yêu cầu",
    units: "Các đơn vị",
    read: |read, all| ["Đã đọc ", &read.to_string(), "/", &all.to_string()].concat(),
    was_read: "đã đọc",
    not_read: "chưa đọc",
    nobody: "Chưa có đơn vị nào để đọc ở yêu cầu này.",
    whole: "Cả bản tự đánh giá của đơn vị",
    marked: "Chỗ khác tệp trước được đánh dấu: gạch ngang là đã bỏ, gạch chân là mới.",
    next: "Đã đọc, sang đơn vị sau",
    previous: "Đơn vị trước",
    is_read: "Đã đọc",
    with_keys: "Dùng phím tắt khi đang ở phần văn bản",
    key_next: "đã đọc, đơn vị sau",
    key_previous: "đơn vị trước",
    key_remark: "nhận xét gửi đơn vị",
    key_back: "từ ô nhận xét về văn bản",
    returns: "Tệp trả lại",
    no_returns: "Chưa có nhận xét nào.",
};

/// English.
pub const EN: ReadingTexts = ReadingTexts {
    name: "Read and answer",
    requirement: "Requirement",
    units: "Units",
    read: |read, all| ["Read: ", &read.to_string(), "/", &all.to_string()].concat(),
    was_read: "read",
    not_read: "not read",
    nobody: "There is no unit to read at this requirement.",
    whole: "All that the unit says",
    marked: "What differs from the file before is marked: struck through is gone, underlined is new.",
    next: "Read, on to the next unit",
    previous: "Unit before",
    is_read: "Read",
    with_keys: "Single keys while the text has the focus",
    key_next: "read, next unit",
    key_previous: "unit before",
    key_remark: "remark for the unit",
    key_back: "from the field back to the text",
    returns: "Returned files",
    no_returns: "There are no remarks.",
};
