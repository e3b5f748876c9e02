//! Texts of a draft's history, of its removal from this machine, and of the place where it is kept.

use app::history::Reason;
use app::notice::PastNotice;

/// Texts of a draft's history, of its removal from this machine, and of the place where it is kept.
pub struct HistoryTexts {
    /// The view's title, and its section's name.
    pub title: &'static str,
    /// The link that leads there.
    pub link: &'static str,
    /// The same, with the unit, for the ear.
    pub link_of: fn(&str) -> String,
    /// What is kept, and how long.
    pub about: fn(usize) -> String,
    /// While it is being read.
    pub reading: &'static str,
    /// Nothing was kept yet.
    pub empty: &'static str,
    /// Some of it lasts only as long as the page.
    pub unstored: &'static str,
    /// Marks one that lasts only as long as the page.
    pub unstored_mark: &'static str,
    /// Before what it was kept.
    pub reason: fn(Reason) -> &'static str,
    /// It is what the draft is now.
    pub same: &'static str,
    /// It differs in that many places, of that many requirements.
    pub differs: fn(usize, usize) -> String,
    /// It cannot be read.
    pub damaged: &'static str,
    /// Shows it.
    pub look: &'static str,
    /// The same, with the time, for the ear.
    pub look_of: fn(&str) -> String,
    /// Replaces the draft with it.
    pub restore: &'static str,
    /// The same, with the time, for the ear.
    pub restore_of: fn(&str) -> String,
    /// What a restore does with what is there now.
    pub restore_hint: &'static str,
    /// Over a kept state: when, and why.
    pub kept_at: fn(&str, Reason) -> String,
    /// It cannot be changed.
    pub read_only: &'static str,
    /// It is not there, or cannot be read.
    pub gone: &'static str,
    /// Back to the list.
    pub back: &'static str,
    /// Back to the form.
    pub to_form: &'static str,

    /// Heading of the removal.
    pub shared: &'static str,
    /// What the removal does.
    pub shared_about: &'static str,
    /// Begins it.
    pub export_and_remove: &'static str,
    /// Whether the file is there.
    pub is_it_there: &'static str,
    /// The draft was edited since the last file.
    pub exported_again: &'static str,
    /// Before the file's name.
    pub look_for: &'static str,
    /// What is lost.
    pub no_way_back: &'static str,
    /// While the file is handed out, or the stores are emptied.
    pub wait: &'static str,
    /// What was edited in the report is not in the file.
    pub report_goes: &'static str,
    /// The file is there: remove.
    pub remove: &'static str,
    /// Hands the file out again.
    pub export_again: &'static str,
    /// The draft stays.
    pub keep: &'static str,

    /// The browser promises to keep it, in the bar.
    pub kept_short: &'static str,
    /// Whether it does, in a sentence.
    pub kept_long: fn(bool) -> &'static str,
    /// Little room is left: megabytes used and free.
    pub running_low: fn(&str, &str) -> String,
}

/// Tiếng Việt.
pub const VI: HistoryTexts = HistoryTexts {
    title: "Lịch sử bản nháp",
    link: "Lịch sử",
    link_of: |unit| ["Lịch sử bản nháp của ", unit].concat(),
    about: |most| {
        [
            "Trang tự giữ lại bản tự đánh giá trước khi nhập tệp, thay, xóa, khôi phục, làm kỳ mới, và cứ sau mỗi giờ làm việc. Giữ ",
            &most.to_string(),
            " bản gần nhất, chỉ trên máy này.",
        ]
        .concat()
    },
    reading: "Đang đọc…",
    empty: "Chưa có bản nào. Bản đầu tiên được giữ sau một giờ làm việc, hoặc trước khi nhập tệp, thay, xóa.",
    unstored: "Trình duyệt không cho lưu lịch sử trên máy này. Những bản có dấu “tạm” chỉ còn đến khi đóng trang: hãy xuất tệp để giữ lại.",
    unstored_mark: "tạm",
    reason: reason_vi,
    same: "Giống bản hiện nay.",
    differs: |places, requirements| {
        let places = ["Khác bản hiện nay ở ", &places.to_string(), " chỗ"].concat();
        match requirements {
            0 => places,
            count => [&places, ", trong ", &count.to_string(), " yêu cầu"].concat(),
        }
    },
    damaged: "Bản này bị hỏng, không đọc được.",
    look: "Xem",
    look_of: |when| ["Xem bản ", when].concat(),
    restore: "Khôi phục",
    restore_of: |when| ["Khôi phục bản ", when].concat(),
    restore_hint: "Khôi phục thì bản hiện nay được giữ thành một bản trong lịch sử, và hoàn tác được.",
    kept_at: |when, reason| ["Bản giữ lúc ", when, ", ", reason_vi(reason)].concat(),
    read_only: "Chỉ để xem; bản đang làm không thay đổi.",
    gone: "Bản này không còn trong lịch sử, hoặc không đọc được.",
    back: "Về lịch sử",
    to_form: "Về bản tự đánh giá",

    shared: "Máy dùng chung",
    shared_about: "Xuất tệp, rồi xóa khỏi máy này bản nháp cùng lịch sử, các bản lưu dự phòng và các bản đã xóa của đơn vị. Sau đó chỉ còn tệp đã xuất; nhập tệp để làm tiếp.",
    export_and_remove: "Xuất và xóa khỏi máy này",
    is_it_there: "Bạn đã thấy tệp chưa?",
    exported_again: "Bản tự đánh giá đã được sửa sau khi xuất, nên trang vừa xuất một tệp mới.",
    look_for: "Hãy mở nơi lưu tệp (thường là thư mục tải xuống) và tìm",
    no_way_back: "Xóa rồi thì không lấy lại được từ máy này.",
    wait: "Xin đợi…",
    report_goes: "Lời đã sửa trong báo cáo không nằm trong tệp này và sẽ mất: hãy tải báo cáo về dạng Word trước.",
    remove: "Đã thấy tệp, xóa khỏi máy này",
    export_again: "Xuất lại",
    keep: "Không xóa",

    kept_short: "được giữ lâu dài",
    kept_long: |kept| {
        if kept {
            "Trình duyệt hứa giữ bản tự đánh giá trên máy này lâu dài, kể cả khi máy thiếu chỗ."
        } else {
            "Trình duyệt không bảo đảm lưu lâu dài; nên xuất tệp dự phòng."
        }
    },
    running_low: |used, free| ["Sắp hết chỗ lưu: đã dùng ", used, " MB, còn ", free, " MB"].concat(),
};

/// English.
pub const EN: HistoryTexts = HistoryTexts {
    title: "History of the draft",
    link: "History",
    link_of: |unit| ["History of the draft of ", unit].concat(),
    about: |most| {
        [
            "Your work is kept by itself before a file is imported, before it is replaced, deleted or restored, before a new period is started from it, and after each hour of work. The last ",
            &most.to_string(),
            " states stay, on this computer only.",
        ]
        .concat()
    },
    reading: "Reading…",
    empty: "Nothing yet. The first state is kept after an hour of work, or before an import, a replacement or a deletion.",
    unstored: "The browser does not let the history be stored on this computer. What is marked “temporary” lasts until the page is closed: export the file to keep it.",
    unstored_mark: "temporary",
    reason: reason_en,
    same: "The same as now.",
    differs: |places, requirements| {
        let places =
            ["Differs from now in ", places.to_string().as_str(), if places == 1 { " place" } else { " places" }]
                .concat();
        match requirements {
            0 => places,
            1 => [&places, ", in 1 requirement"].concat(),
            count => [&places, ", in ", &count.to_string(), " requirements"].concat(),
        }
    },
    damaged: "This state is damaged and cannot be read.",
    look: "Look",
    look_of: |when| ["Look at the state of ", when].concat(),
    restore: "Restore",
    restore_of: |when| ["Restore the state of ", when].concat(),
    restore_hint: "A restore first keeps what is there now in the history, and can be undone.",
    kept_at: |when, reason| ["Kept ", when, ", ", reason_en(reason)].concat(),
    read_only: "To look at only; your work does not change.",
    gone: "This state is no longer in the history, or cannot be read.",
    back: "Back to the history",
    to_form: "Back to your work",

    shared: "A shared computer",
    shared_about: "Export the file, then remove the draft from this computer with its history, all spare copies and the unit's deleted drafts. Only the exported file stays; import it to go on.",
    export_and_remove: "Export and remove from this computer",
    is_it_there: "Have you seen the file?",
    exported_again: "The draft was edited after the export, so a new file was exported just now.",
    look_for: "Open the place where files are kept (usually the downloads folder) and look for",
    no_way_back: "Once removed, it cannot be had back from this computer.",
    wait: "Please wait…",
    report_goes: "What was edited in the report is not in this file and will be lost: download the report for Word first.",
    remove: "The file is there, remove the draft",
    export_again: "Export again",
    keep: "Do not remove",

    kept_short: "kept for good",
    kept_long: |kept| {
        if kept {
            "The browser promises to keep your work on this computer, even when space is short."
        } else {
            "The browser does not promise to keep your work; export a file as a reserve."
        }
    },
    running_low: |used, free| ["Storage is running low: ", used, " MB used, ", free, " MB free"].concat(),
};

fn reason_vi(reason: Reason) -> &'static str {
    match reason {
        Reason::Import => "trước khi nhập tệp",
        Reason::Replace => "trước khi tệp thay bản nháp",
        Reason::Delete => "trước khi xóa",
        Reason::StartFrom => "trước khi làm kỳ mới từ bản này",
        Reason::Restore => "trước khi khôi phục",
        Reason::RemoveEvidence => "trước khi bỏ một tài liệu",
        Reason::Hourly => "tự động, hằng giờ",
    }
}

fn reason_en(reason: Reason) -> &'static str {
    match reason {
        Reason::Import => "before a file was imported",
        Reason::Replace => "before a file replaced it",
        Reason::Delete => "before it was deleted",
        Reason::StartFrom => "before a new period was started from it",
        Reason::Restore => "before a restore",
        Reason::RemoveEvidence => "before a document was removed",
        Reason::Hourly => "by itself, hourly",
    }
}

pub(super) fn past_vi(notice: &PastNotice) -> String {
    match notice {
        PastNotice::Restored(when) => ["Đã khôi phục bản ", when, "."].concat(),
        PastNotice::Removed(unit, 0) => {
            ["Đã xóa khỏi máy này mọi bản lưu của ", unit, ". Bản tự đánh giá nay chỉ còn trong tệp đã xuất."].concat()
        }
        PastNotice::Removed(unit, others) => [
            "Đã xóa bản nháp vừa xuất của ",
            unit,
            ". Trên máy này còn ",
            &others.to_string(),
            " bản nháp khác của đơn vị.",
        ]
        .concat(),
        PastNotice::RemovalStopped(unit) => [
            "Chưa xóa gì: bản nháp của ",
            unit,
            " có phần mới hơn tệp vừa xuất (ở cửa sổ này hoặc cửa sổ khác). Hãy tải lại trang, rồi xuất và xóa lại.",
        ]
        .concat(),
        PastNotice::RemovalIncomplete(unit) => [
            "Chưa chắc đã xóa hết bản lưu của ",
            unit,
            ": có nơi lưu mà trình duyệt không cho mở hoặc không cho xóa. Hãy xóa dữ liệu của trang này trong cài đặt trình duyệt.",
        ]
        .concat(),
        PastNotice::Found(count) => format!(
            "Nơi lưu chính của trình duyệt đã trả lời: thêm {count} bản nháp hiện ra trong danh sách."
        ),
        PastNotice::UndoPassed => {
            "Không hoàn tác được nữa: phần đã gỡ nay lại có trong bản nháp (do gộp tệp hoặc do cửa sổ khác).".into()
        }
        PastNotice::NothingRemoved(unit) => [
            "Chưa xóa gì của ",
            unit,
            ": nơi lưu chính của trình duyệt không trả lời. Hãy đóng các cửa sổ khác của trang này, rồi xuất và xóa lại.",
        ]
        .concat(),
    }
}

pub(super) fn past_en(notice: &PastNotice) -> String {
    match notice {
        PastNotice::Restored(when) => ["Restored the state of ", when, "."].concat(),
        PastNotice::Removed(unit, 0) => {
            ["Removed everything of ", unit, " from this computer. The exported file is all there is now."].concat()
        }
        PastNotice::Removed(unit, others) => [
            "Removed the draft of ",
            unit,
            " that was just exported. Other drafts of the unit on this computer: ",
            &others.to_string(),
            ".",
        ]
        .concat(),
        PastNotice::RemovalStopped(unit) => [
            "Nothing was removed: the draft of ",
            unit,
            " has something later than the exported file (in this window or another). Reload the page, then export and remove again.",
        ]
        .concat(),
        PastNotice::RemovalIncomplete(unit) => [
            "Something of ",
            unit,
            " may be left: there is a store that the browser does not open or does not empty. Clear this page's data in the browser's settings.",
        ]
        .concat(),
        PastNotice::Found(count) => {
            format!("The browser's main store has answered: {count} more drafts are in the list now.")
        }
        PastNotice::UndoPassed => {
            "This can no longer be undone: what was removed is in the draft again (by a merge, or from another window).".into()
        }
        PastNotice::NothingRemoved(unit) => [
            "Nothing of ",
            unit,
            " was removed: the browser's main store does not answer. Close other windows of this page, then export and remove again.",
        ]
        .concat(),
    }
}
