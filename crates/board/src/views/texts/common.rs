//! Texts that several views share.

use coordination::filter::UnitsStatus;
use storage::StoreFault;

/// What several views say.
pub struct CommonTexts {
    /// Label of the choice of a group.
    pub group: &'static str,
    /// All groups.
    pub all_groups: &'static str,
    /// Label of the field in which words of a name are typed.
    pub words: &'static str,
    /// Label of the choice of an order.
    pub order: &'static str,
    /// How many units are shown.
    pub units: fn(usize) -> String,
    /// How many lines are shown.
    pub lines: fn(usize) -> String,
    /// Nothing fits what was asked for.
    pub none: &'static str,
    /// Takes all filters back.
    pub all_again: &'static str,
    /// Hands the table out as CSV.
    pub csv: &'static str,
    /// Name of the buttons that lead through a long list.
    pub pages: &'static str,
    /// A kind of units.
    pub status: fn(UnitsStatus) -> &'static str,
    /// Where there is no name.
    pub unnamed: &'static str,
    /// Why nothing can be kept, and what to do.
    pub fault: fn(StoreFault) -> &'static str,
    /// Label of a reason.
    pub reason: &'static str,
    /// Of a day that does not exist.
    pub wrong_day: &'static str,
    /// How a day is typed.
    pub day_hint: &'static str,
    /// Name of a task.
    pub task: fn(&str) -> String,
    /// The label of a table that can be moved sideways.
    pub scrolls: &'static str,
}

/// Tiếng Việt.
pub const VI: CommonTexts = CommonTexts {
    group: "Nhóm",
    all_groups: "Tất cả các nhóm",
    words: "Tìm theo tên",
    order: "Sắp xếp",
    units: |count| [&count.to_string(), " đơn vị"].concat(),
    lines: |count| [&count.to_string(), " dòng"].concat(),
    none: "Không có dòng nào như vậy.",
    all_again: "Bỏ lọc",
    csv: "Tải bảng đang hiện (CSV)",
    pages: "Các trang của bảng",
    status: |status| match status {
        UnitsStatus::Done => "Đã thực hiện",
        UnitsStatus::InProgress => "Đang thực hiện",
        UnitsStatus::NotStarted => "Chưa thực hiện",
        UnitsStatus::Unanswered => "Chưa trả lời",
        UnitsStatus::WithLimitations => "Có hạn chế, khó khăn",
        UnitsStatus::WithOverdueSteps => "Có việc quá hạn",
        UnitsStatus::Missing => "Chưa gửi",
    },
    unnamed: "(không có tên)",
    fault: |fault| match fault {
        StoreFault::Full => {
            "Bộ nhớ của trình duyệt trên máy này đã đầy. Hãy xuất cả đợt thành một tệp, rồi xóa đợt cũ hoặc giải phóng ổ đĩa."
        }
        StoreFault::Refused => {
            "Trình duyệt không cho trang này lưu dữ liệu (cửa sổ ẩn danh, cài đặt chặn, hoặc trang nhúng). Hãy mở trang trong \
             cửa sổ thường."
        }
        StoreFault::Broken => {
            "Không đọc hoặc ghi được bộ nhớ của trình duyệt. Hãy xuất cả đợt thành một tệp trước khi đóng, rồi mở lại trang."
        }
    },
    reason: "Lý do",
    wrong_day: "Ngày này không có trên lịch.",
    day_hint: "Ví dụ 05/7/2024 hoặc 05072024",
    task: |id| ["Nhiệm vụ ", id].concat(),
    scrolls: "Bảng, cuộn ngang được",
};

/// English.
pub const EN: CommonTexts = CommonTexts {
    group: "Group",
    all_groups: "All groups",
    words: "Search by name",
    order: "Order",
    units: |count| match count {
        1 => "1 unit".to_owned(),
        count => [&count.to_string(), " units"].concat(),
    },
    lines: |count| match count {
        1 => "1 line".to_owned(),
        count => [&count.to_string(), " lines"].concat(),
    },
    none: "There is no such line.",
    all_again: "Show all",
    csv: "Download the table as shown (CSV)",
    pages: "Pages of the table",
    status: |status| match status {
        UnitsStatus::Done => "Done",
        UnitsStatus::InProgress => "In progress",
        UnitsStatus::NotStarted => "Not started",
        UnitsStatus::Unanswered => "Unanswered",
        UnitsStatus::WithLimitations => "With limitations or difficulties",
        UnitsStatus::WithOverdueSteps => "With overdue steps",
        UnitsStatus::Missing => "Nothing received",
    },
    unnamed: "(no name)",
    fault: |fault| match fault {
        StoreFault::Full => {
            "The browser's storage on this machine is full. Export the gathering as one file, then remove an old one or free \
             some disk space."
        }
        StoreFault::Refused => {
            "The browser does not let this page keep anything (private window, settings, or an embedded page). Open the page \
             in an ordinary window."
        }
        StoreFault::Broken => {
            "The browser's storage cannot be read or written. Export the gathering as one file before you close the page, \
             then open it again."
        }
    },
    reason: "Reason",
    wrong_day: "There is no such day.",
    day_hint: "Day/month/year, for example 05/7/2024 or 05072024",
    task: |id| ["Task ", id].concat(),
    scrolls: "Table, scrolls sideways",
};
