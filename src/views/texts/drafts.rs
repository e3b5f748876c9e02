//! Texts of the list of drafts.

use exchange::record::CopyKind;

/// Texts of the list of drafts.
pub struct DraftsTexts {
    /// The view's title.
    pub title: &'static str,
    /// What the view is for, in a sentence.
    pub intro: &'static str,
    /// Heading over the drafts.
    pub list: &'static str,
    /// While there are none.
    pub empty: &'static str,
    /// While the stores are being read.
    pub opening: &'static str,
    /// Where the journal has not answered, so that drafts may be missing.
    pub unread: &'static str,
    /// Heading over the start of a new one.
    pub start: &'static str,
    /// Label of the choice of the unit.
    pub unit: &'static str,
    /// Starts a draft.
    pub begin: &'static str,
    /// Says that the unit has a draft already.
    pub has_draft: fn(&str) -> String,
    /// Opens it.
    pub open_draft: &'static str,
    /// Starts another all the same.
    pub begin_another: &'static str,
    /// Opens the sample.
    pub open_sample: &'static str,
    /// What the sample is.
    pub sample_hint: &'static str,
    /// Heading of the import.
    pub import: &'static str,
    /// The import's button.
    pub choose_files: &'static str,
    /// The other way to import.
    pub or_drop: &'static str,
    /// Progress, such as "2/4 yêu cầu".
    pub progress: fn(usize, usize) -> String,
    /// The last change.
    pub changed: fn(&str) -> String,
    /// Never exported.
    pub never_exported: &'static str,
    /// Exported then, with that many places edited since.
    pub exported: fn(&str, usize) -> String,
    /// Why a draft exists beside another one, and since when.
    pub copy: fn(CopyKind, &str) -> String,
    /// What stands before the name of the file that it was taken in from, and between that and when.
    pub imported: [&'static str; 2],
    /// When it was split off from a merge that was taken back.
    pub unmerged: fn(&str) -> String,
    /// When it was begun.
    pub begun: fn(&str) -> String,
    /// Lays the unit's other drafts beside it.
    pub compare: &'static str,
    /// The same, with the unit and when it was changed, for the ear.
    pub compare_of: fn(&str, &str) -> String,
    /// Says that a newer version of the product wrote it.
    pub newer: &'static str,
    /// The unit of a draft of which nothing is understood.
    pub unknown_unit: &'static str,
    /// Hands out the stored draft as it is.
    pub download_newer: &'static str,
    /// The same, with the unit, for the ear.
    pub download_newer_of: fn(&str) -> String,
    /// Starts a new draft from this one.
    pub start_from: &'static str,
    /// The same, with the unit, for the ear.
    pub start_from_of: fn(&str) -> String,
    /// Deletes.
    pub delete: &'static str,
    /// The same, with the unit, for the ear.
    pub delete_of: fn(&str) -> String,
    /// Heading over the deleted ones.
    pub deleted: fn(usize) -> String,
    /// Shows a deleted one again.
    pub restore: &'static str,
    /// The same, with the unit, for the ear.
    pub restore_of: fn(&str) -> String,
    /// Removes for good.
    pub purge: &'static str,
    /// The same, with the unit, for the ear.
    pub purge_of: fn(&str) -> String,
    /// Heading over the records that cannot be read.
    pub damaged: fn(usize) -> String,
    /// What they are, and what to do.
    pub damaged_explained: &'static str,
    /// Downloads one.
    pub download_damaged: fn(&str) -> String,
    /// Where the data stays.
    pub privacy: &'static str,
}

/// Tiếng Việt.
pub const VI: DraftsTexts = DraftsTexts {
    title: "Tự đánh giá",
    intro: "Mỗi đơn vị làm một bản: trả lời từng yêu cầu của công văn, rồi xuất tệp gửi cơ quan tổng hợp.",
    list: "Bản nháp trên máy này",
    empty: "Chưa có bản nháp nào trên máy này.",
    opening: "Đang mở các bản nháp đã lưu trên máy này…",
    unread: "Nơi lưu chính của trình duyệt chưa trả lời: có thể còn bản nháp chưa hiện ở đây. Trang tự thử lại; chưa có gì mất.",
    start: "Làm bản mới",
    unit: "Đơn vị",
    begin: "Bắt đầu",
    has_draft: |unit| format!("{unit} đã có bản nháp trên máy này."),
    open_draft: "Mở bản đang làm",
    begin_another: "Vẫn làm bản mới",
    open_sample: "Mở bản mẫu",
    sample_hint: "Một bản đã điền sẵn, để xem trước khi làm.",
    import: "Nhập từ tệp",
    choose_files: "Chọn tệp đã xuất",
    or_drop: "hoặc thả tệp vào trang. Nội dung được xem trước, chưa thay đổi gì.",
    progress: |answered, all| format!("{answered}/{all} yêu cầu"),
    changed: |when| format!("sửa lúc {when}"),
    never_exported: "chưa xuất tệp",
    exported: |when, edited| match edited {
        0 => format!("đã xuất lúc {when}"),
        edited => format!("đã xuất lúc {when}, {edited} chỗ đã sửa kể từ lần xuất"),
    },
    copy: |kind, when| match kind {
        CopyKind::Window => format!("Bản tách ra lúc {when}, khi bản nháp được sửa ở hai cửa sổ"),
        CopyKind::Damaged => format!("Bản đọc lại lúc {when} từ một bản lưu bị hỏng: hãy kiểm tra lại"),
    },
    imported: ["Nhập từ tệp ", " lúc "],
    unmerged: |when| ["Bản có phần nhập sau khi gộp, tách ra khi hoàn tác lúc ", when].concat(),
    begun: |when| ["Bắt đầu lúc ", when].concat(),
    compare: "So sánh, gộp",
    compare_of: |unit, when| ["So sánh, gộp với bản của ", unit, " sửa lúc ", when].concat(),
    newer: "Do một phiên bản mới hơn của trang ghi: chỉ xem và tải về được. Hãy tải lại trang để dùng phiên bản mới.",
    unknown_unit: "Chưa rõ đơn vị",
    download_newer: "Tải bản lưu",
    download_newer_of: |unit| format!("Tải bản lưu của {unit}"),
    start_from: "Làm kỳ mới từ bản này",
    start_from_of: |unit| format!("Làm kỳ mới từ bản này: {unit}"),
    delete: "Xóa",
    delete_of: |unit| format!("Xóa bản nháp của {unit}"),
    deleted: |count| format!("Đã xóa ({count})"),
    restore: "Khôi phục",
    restore_of: |unit| format!("Khôi phục bản nháp của {unit}"),
    purge: "Xóa hẳn",
    purge_of: |unit| format!("Xóa hẳn bản nháp của {unit} khỏi máy này"),
    damaged: |count| format!("Bản lưu không đọc được ({count})"),
    damaged_explained: "Các bản lưu này bị hỏng hoặc do một phiên bản mới hơn ghi. Chúng được giữ nguyên trên máy; hãy tải về và gửi \
                        người hỗ trợ.",
    download_damaged: |id| format!("Tải bản lưu {id}"),
    privacy: "Bản tự đánh giá chỉ nằm trên máy này; không có gì được gửi đi cho đến khi bạn tự gửi tệp đã xuất.",
};

/// English.
pub const EN: DraftsTexts = DraftsTexts {
    title: "Self-assessment",
    intro: "Each unit fills in one: answer every requirement of the directive, then export the file and send it to the coordinating body.",
    list: "Drafts on this computer",
    empty: "There is no draft on this computer yet.",
    opening: "Opening the drafts saved on this computer…",
    unread: "The browser's main store has not answered: some drafts may not be shown here yet. The page keeps trying; nothing is lost.",
    start: "Start a new one",
    unit: "Unit",
    begin: "Start",
    has_draft: |unit| format!("{unit} already has a draft on this computer."),
    open_draft: "Open that draft",
    begin_another: "Start a new one all the same",
    open_sample: "Open the sample",
    sample_hint: "A filled assessment, to look at before you start.",
    import: "Import from a file",
    choose_files: "Choose an exported file",
    or_drop: "or drop the file on the page. Its content is previewed; nothing is changed yet.",
    progress: |answered, all| format!("{answered}/{all} requirements"),
    changed: |when| format!("changed {when}"),
    never_exported: "not exported",
    exported: |when, edited| match edited {
        0 => format!("exported {when}"),
        1 => format!("exported {when}, 1 place edited since"),
        edited => format!("exported {when}, {edited} places edited since"),
    },
    copy: |kind, when| match kind {
        CopyKind::Window => format!("A copy made {when}, when the draft was edited in two windows"),
        CopyKind::Damaged => format!("Read {when} from a damaged record: please check it"),
    },
    imported: ["Imported from the file ", " "],
    unmerged: |when| ["What was typed after a merge, split off as that was undone ", when].concat(),
    begun: |when| ["Begun ", when].concat(),
    compare: "Compare, merge",
    compare_of: |unit, when| ["Compare, merge with the draft of ", unit, " changed ", when].concat(),
    newer: "Written by a newer version of this page: it can only be read and downloaded. Reload the page to use the new version.",
    unknown_unit: "Unit not known",
    download_newer: "Download the record",
    download_newer_of: |unit| format!("Download the record of {unit}"),
    start_from: "Start a new period from this",
    start_from_of: |unit| format!("Start a new period from this: {unit}"),
    delete: "Delete",
    delete_of: |unit| format!("Delete the draft of {unit}"),
    deleted: |count| format!("Deleted ({count})"),
    restore: "Restore",
    restore_of: |unit| format!("Restore the draft of {unit}"),
    purge: "Delete for good",
    purge_of: |unit| format!("Delete the draft of {unit} from this computer for good"),
    damaged: |count| format!("Records that cannot be read ({count})"),
    damaged_explained: "These records are damaged, or a newer version wrote them. They were left as they are on this computer; download \
                        them and send them to whoever supports you.",
    download_damaged: |id| format!("Download record {id}"),
    privacy: "Your work stays on this computer; nothing is sent until you send the exported file yourself.",
};
