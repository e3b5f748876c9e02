//! Texts of the settings.

/// Texts of the settings.
pub struct SettingsTexts {
    /// Heading.
    pub title: &'static str,
    /// Label of the name.
    pub name: &'static str,
    /// Label of who gathers on this machine.
    pub officer: &'static str,
    /// What that is for.
    pub officer_hint: &'static str,
    /// Label of the first day of the period.
    pub from: &'static str,
    /// What it decides.
    pub from_hint: &'static str,
    /// Label of the deadline.
    pub deadline: &'static str,
    /// What it decides.
    pub deadline_hint: &'static str,
    /// Label of the cut-off day.
    pub cut_off: &'static str,
    /// What it decides.
    pub cut_off_hint: &'static str,
    /// The deadline is before the first day.
    pub deadline_before_from: &'static str,
    /// Label of the units by which it counts.
    pub roster_view: &'static str,
    /// By those that are there now.
    pub current: &'static str,
    /// By those that were there before.
    pub former: &'static str,
    /// What that decides.
    pub roster_hint: &'static str,
    /// Heading of what stands around the text of the report.
    pub report: &'static str,
    /// How that is filled in.
    pub report_hint: &'static str,
    /// Heading of what can be handed out.
    pub export: &'static str,
    /// Hands the gathering out.
    pub bundle: &'static str,
    /// What the bundle is for.
    pub bundle_hint: &'static str,
    /// Heading of the removal.
    pub removal: &'static str,
}

/// Tiếng Việt.
pub const VI: SettingsTexts = SettingsTexts {
    title: "Thiết lập",
    name: "Tên đợt",
    officer: "Người tổng hợp trên máy này",
    officer_hint: "Ghi kèm từng quyết định, để đồng nghiệp mở gói biết ai đã quyết định. Có thể để trống.",
    from: "Kỳ báo cáo từ ngày",
    from_hint: "Tệp có số liệu trước ngày này được để riêng, coi là của kỳ trước.",
    deadline: "Hạn gửi báo cáo",
    deadline_hint: "Nhận sau ngày này là chậm. Đơn vị được lùi hạn ghi ở phần Tình hình gửi.",
    cut_off: "Ngày chốt số liệu",
    cut_off_hint: "Việc có thời hạn trước ngày này mà chưa xong là quá hạn. Mọi bảng ghi “tính đến ngày” này.",
    deadline_before_from: "Hạn gửi trước ngày đầu kỳ.",
    roster_view: "Tính theo",
    current: "Đơn vị hiện nay",
    former: "Đơn vị cũ, trước khi sáp nhập, đổi tên",
    roster_hint: "Theo đơn vị hiện nay, tệp của đơn vị cũ đứng dưới đơn vị mới và không cộng thêm.",
    report: "Phần đầu và phần ký của báo cáo tổng hợp",
    report_hint: "Điền một lần cho cả đợt. Số, ngày và chữ ký để trống cho văn thư.",
    export: "Xuất cả đợt",
    bundle: "Xuất thành một tệp",
    bundle_hint: "Gồm mọi tệp đã nhận đúng như khi nhận, các quyết định, lời đã sửa trong báo cáo và thiết lập. Đồng nghiệp thêm \
                  tệp này vào đợt của mình để gộp hai bên; cũng là bản lưu.",
    removal: "Xóa đợt này",
};

/// English.
pub const EN: SettingsTexts = SettingsTexts {
    title: "Settings",
    name: "Name",
    officer: "Who gathers on this machine",
    officer_hint: "Stands beside each decision, so that colleagues who open the bundle know who took it. May be left empty.",
    from: "First day of the period",
    from_hint: "A file whose figures are of a day before it is put aside as of an earlier period.",
    deadline: "Deadline",
    deadline_hint: "What is received after it is late. Units that have more time are noted under Who has reported.",
    cut_off: "Cut-off day",
    cut_off_hint: "Steps that were due before it and are not done are overdue. Every table says that it is as of this day.",
    deadline_before_from: "The deadline is before the first day of the period.",
    roster_view: "Counted by",
    current: "Units as they are now",
    former: "Units as they were before mergers and renamings",
    roster_hint: "By the units of now, files of former ones stand beneath the new unit and are not added up.",
    report: "Head and signature of the report upwards",
    report_hint: "Filled in once for the gathering. Number, date and signature stay blank for the office.",
    export: "Export the gathering",
    bundle: "Export as one file",
    bundle_hint: "It has all files just as they were received, the decisions, what was edited in the report and the settings. A \
                  colleague adds it to a gathering to join the two; it is a backup too.",
    removal: "Remove this gathering",
};
