//! Texts around every view.

use storage::StoreFault;

/// Texts of what stands around every view.
pub struct FrameTexts {
    /// Name of the board.
    pub board: &'static str,
    /// Leads to the list of gatherings.
    pub shelf: &'static str,
    /// While a gathering is being opened.
    pub opening: &'static str,
    /// The mark of the sample.
    pub sample: &'static str,
    /// What the mark means.
    pub sample_explained: &'static str,
    /// Before the cut-off day.
    pub as_of: fn(&str) -> String,
    /// Where there is no cut-off day.
    pub no_cut_off: &'static str,
    /// Before the deadline.
    pub deadline: fn(&str) -> String,
    /// Where there is no deadline.
    pub no_deadline: &'static str,
    /// Before the day of the roster.
    pub roster: fn(&str) -> String,
    /// That units count as they were before they became part of others.
    pub former: &'static str,
    /// Name of the navigation.
    pub views: &'static str,
    /// The first screen.
    pub overview: &'static str,
    /// Who has sent.
    pub register: &'static str,
    /// Units × requirements.
    pub units: &'static str,
    /// What was received, with how many files.
    pub files: fn(usize) -> String,
    /// The report upwards.
    pub report: &'static str,
    /// The settings.
    pub settings: &'static str,
    /// How many files count, and the digest of what was counted.
    pub counted: fn(u32, &str) -> String,
    /// Link to two gatherings beside each other.
    pub compare: &'static str,
    /// All is kept.
    pub saved: fn(usize) -> String,
    /// A change is on its way.
    pub saving: &'static str,
    /// Something is not.
    pub unsaved: &'static str,
    /// Why the last write failed, in a word.
    pub why: fn(StoreFault) -> &'static str,
    /// While it is being read: so many of how many.
    pub loading: fn(usize, u32) -> String,
    /// Adds files.
    pub add_files: &'static str,
    /// Adds a folder.
    pub add_folder: &'static str,
    /// What can be dropped, and that nothing leaves the machine.
    pub drop_hint: &'static str,
    /// Name of the progress.
    pub taking: &'static str,
    /// How many were taken in, of how many.
    pub taken: fn(u32, u32) -> String,
    /// How many seconds it will go on.
    pub seconds_left: fn(u32) -> String,
    /// Ends it.
    pub stop: &'static str,
    /// What ending does.
    pub stop_hint: &'static str,
    /// Reads again what could not be read.
    pub read_again: fn(u32) -> String,
    /// Why it could not be read.
    pub unread: &'static str,
    /// Takes the last change back.
    pub undo: &'static str,
    /// The address leads to nothing.
    pub nothing_here: &'static str,
    /// Name of the sample.
    pub sample_name: &'static str,
}

/// Tiếng Việt.
pub const VI: FrameTexts = FrameTexts {
    board: "Tổng hợp",
    shelf: "Các đợt tổng hợp",
    opening: "Đang mở đợt tổng hợp…",
    sample: "BẢN MẪU",
    sample_explained: "Số liệu trong đợt này là ví dụ, không phải của đơn vị nào.",
    as_of: |day| ["Số liệu tính đến ngày ", day].concat(),
    no_cut_off: "chưa đặt ngày chốt số liệu",
    deadline: |day| ["hạn gửi ", day].concat(),
    no_deadline: "chưa đặt hạn gửi",
    roster: |day| ["danh sách đơn vị ngày ", day].concat(),
    former: "theo đơn vị cũ",
    views: "Các phần của đợt tổng hợp",
    overview: "Toàn cảnh",
    register: "Tình hình gửi",
    units: "Từng đơn vị",
    files: |count| ["Tệp đã nhận (", &count.to_string(), ")"].concat(),
    report: "Báo cáo",
    settings: "Thiết lập",
    compare: "So sánh",
    counted: |files, digest| ["số tệp được tính: ", &files.to_string(), " · mã số liệu ", digest].concat(),
    saved: |count| match count {
        0 => "Đã lưu trên máy này; chưa có tệp".to_owned(),
        count => ["Đã lưu ", &count.to_string(), " tệp trên máy này"].concat(),
    },
    saving: "Đang lưu…",
    unsaved: "CHƯA lưu",
    why: |fault| match fault {
        StoreFault::Full => "bộ nhớ của trình duyệt đã đầy",
        StoreFault::Refused => "trình duyệt không cho lưu",
        StoreFault::Broken => "không ghi được",
    },
    loading: |read, all| ["Đang mở: ", &read.to_string(), "/", &all.to_string()].concat(),
    add_files: "Thêm tệp",
    add_folder: "Thêm thư mục",
    drop_hint: "Hoặc thả vào đây: tệp .json, tệp nén .zip, thư .eml, cả thư mục. Không có gì rời khỏi máy này.",
    taking: "Tiến độ đọc tệp",
    taken: |kept, all| ["Đã đọc ", &kept.to_string(), "/", &all.to_string(), " tệp đã chọn"].concat(),
    seconds_left: |seconds| match seconds {
        0..=90 => ["còn khoảng ", &seconds.to_string(), " giây"].concat(),
        seconds => ["còn khoảng ", &seconds.div_ceil(60).to_string(), " phút"].concat(),
    },
    stop: "Dừng",
    stop_hint: "Những tệp đã đọc được giữ lại.",
    read_again: |count| ["Đọc lại ", &count.to_string(), " tệp"].concat(),
    unread: "Không đọc được: thiết bị đã rút, tệp đã đổi, hoặc chưa lưu được vào máy này.",
    undo: "Hoàn tác",
    nothing_here: "Không có phần này trong đợt tổng hợp.",
    sample_name: "Đợt mẫu",
};

/// English.
pub const EN: FrameTexts = FrameTexts {
    board: "Board",
    shelf: "All gatherings",
    opening: "Opening the gathering…",
    sample: "SAMPLE",
    sample_explained: "The figures of this gathering are made up and are no unit's.",
    as_of: |day| ["Figures as of ", day].concat(),
    no_cut_off: "no cut-off day set",
    deadline: |day| ["deadline ", day].concat(),
    no_deadline: "no deadline set",
    roster: |day| ["list of units as of ", day].concat(),
    former: "by former units",
    views: "Parts of the gathering",
    overview: "Overview",
    register: "Who has reported",
    units: "Unit by unit",
    files: |count| ["Files received (", &count.to_string(), ")"].concat(),
    report: "Report",
    settings: "Settings",
    compare: "Compare",
    counted: |files, digest| ["files that count: ", &files.to_string(), " · digest of the figures ", digest].concat(),
    saved: |count| match count {
        0 => "Saved on this machine; no files yet".to_owned(),
        1 => "1 file saved on this machine".to_owned(),
        count => [&count.to_string(), " files saved on this machine"].concat(),
    },
    saving: "Saving…",
    unsaved: "NOT saved",
    why: |fault| match fault {
        StoreFault::Full => "the browser's storage is full",
        StoreFault::Refused => "the browser does not allow it",
        StoreFault::Broken => "writing failed",
    },
    loading: |read, all| ["Opening: ", &read.to_string(), "/", &all.to_string()].concat(),
    add_files: "Add files",
    add_folder: "Add a folder",
    drop_hint: "Or drop them here: .json files, .zip archives, .eml mails, whole folders. Nothing leaves this machine.",
    taking: "Progress of reading",
    taken: |kept, all| [&kept.to_string(), "/", &all.to_string(), " chosen files read"].concat(),
    seconds_left: |seconds| match seconds {
        0..=90 => ["about ", &seconds.to_string(), " seconds left"].concat(),
        seconds => ["about ", &seconds.div_ceil(60).to_string(), " minutes left"].concat(),
    },
    stop: "Stop",
    stop_hint: "What was read is kept.",
    read_again: |count| match count {
        1 => "Read 1 file again".to_owned(),
        count => ["Read ", &count.to_string(), " files again"].concat(),
    },
    unread: "Could not be read: the device is gone, the file has changed, or it could not be saved on this machine.",
    undo: "Undo",
    nothing_here: "The gathering has no such part.",
    sample_name: "Sample gathering",
};
