//! Texts of the notices.

use coordination::notice::NoticeKind;
use coordination::undo::Changed;

/// Texts of the notices.
pub struct NoticeTexts {
    /// Name of their region.
    pub title: &'static str,
    /// What one tells.
    pub told: fn(&NoticeKind) -> String,
    /// Puts it away.
    pub dismiss: &'static str,
}

/// Tiếng Việt.
pub const VI: NoticeTexts =
    NoticeTexts { title: "Thông báo của phần Tổng hợp", told: told_vi, dismiss: "Đóng thông báo" };

fn told_vi(kind: &NoticeKind) -> String {
    let plain = str::to_owned;
    match kind {
        NoticeKind::NoGathering => plain("Đợt tổng hợp này không có trên máy này."),
        NoticeKind::Unopened(_) => plain("Không mở được đợt tổng hợp: không đọc được hết từ bộ nhớ của trình duyệt."),
        NoticeKind::Removed(name) => ["Đã xóa đợt ", name, "."].concat(),
        NoticeKind::NotRemoved(_) => plain("Chưa xóa được đợt tổng hợp; mọi thứ vẫn còn."),
        NoticeKind::TakenIn { files, unread, cancelled } => {
            let mut text = ["Đã nhận ", &files.to_string(), " tệp."].concat();
            if *unread > 0 {
                text += &[" Còn ", &unread.to_string(), " tệp chưa đọc được."].concat();
            }
            if *cancelled {
                text += " Đã dừng theo yêu cầu.";
            }
            text
        }
        NoticeKind::Unkept(_) => plain("Máy này không lưu thêm được. Những tệp chưa lưu có thể đọc lại sau."),
        NoticeKind::Undone(changed) => ["Đã hoàn tác: ", changed_vi(*changed), "."].concat(),
        NoticeKind::RewrittenOtherwise(count) => {
            ["Gói vừa nhận viết khác ", &count.to_string(), " đoạn của báo cáo; lời đã sửa ở máy này được giữ."]
                .concat()
        }
        NoticeKind::Unloaded(_) => plain("Không mở được tệp đã lưu."),
        NoticeKind::Unreadable => plain("Tệp đã lưu không còn đúng như khi nhận."),
        NoticeKind::RemarkTooLong => {
            plain("Có nhận xét dài quá, đơn vị không mở được. Hãy tách hoặc rút ngắn rồi tải lại.")
        }
        NoticeKind::HandedOut => plain("Đã xuất tệp vào thư mục tải xuống."),
        NoticeKind::HandedOutReplaced(count) => [
            "Đã xuất tệp vào thư mục tải xuống. ",
            &count.to_string(),
            " ký tự mà tệp Word, Excel không chứa được đã thay bằng dấu \u{fffd}.",
        ]
        .concat(),
        NoticeKind::NotMade => plain("Không lập được tệp Word, Excel. Vẫn in được báo cáo và tải được các bảng CSV."),
        NoticeKind::NotHandedOut => plain("Trình duyệt không cho tải tệp xuống."),
    }
}

fn changed_vi(changed: Changed) -> &'static str {
    match changed {
        Changed::Unit => "tệp của đơn vị nào",
        Changed::Choice => "chọn tệp được tính",
        Changed::LeftOut => "không tính tệp",
        Changed::Arrival => "ngày nhận, cách gửi",
        Changed::Report => "báo cáo đã ký",
        Changed::Term => "lùi hạn, miễn gửi",
        Changed::Rewrite => "sửa báo cáo",
        Changed::Settings => "thiết lập",
        Changed::Remark => "nhận xét gửi đơn vị",
        Changed::Sent => "đã gửi nhận xét",
        Changed::Read => "đánh dấu đã đọc",
        Changed::Tag => "gắn vấn đề",
        Changed::InReport => "đưa vào báo cáo",
        Changed::Issue => "sửa vấn đề",
        Changed::Joined => "gộp vấn đề",
        Changed::Order => "thứ tự vấn đề",
    }
}

/// English.
pub const EN: NoticeTexts = NoticeTexts { title: "Notices of the board", told: told_en, dismiss: "Close the notice" };

fn told_en(kind: &NoticeKind) -> String {
    let plain = str::to_owned;
    match kind {
        NoticeKind::NoGathering => plain("This gathering is not on this machine."),
        NoticeKind::Unopened(_) => {
            plain("The gathering cannot be opened: not all of it can be read from the browser's storage.")
        }
        NoticeKind::Removed(name) => [name, " was removed."].concat(),
        NoticeKind::NotRemoved(_) => plain("The gathering could not be removed; all of it is still there."),
        NoticeKind::TakenIn { files, unread, cancelled } => {
            let mut text = ["Files taken in: ", &files.to_string(), "."].concat();
            if *unread > 0 {
                text += &[" Not read yet: ", &unread.to_string(), "."].concat();
            }
            if *cancelled {
                text += " You ended it.";
            }
            text
        }
        NoticeKind::Unkept(_) => plain("This machine keeps no more. What was not kept can be read again later."),
        NoticeKind::Undone(changed) => ["Undone: ", changed_en(*changed), "."].concat(),
        NoticeKind::RewrittenOtherwise(count) => {
            ["Paragraphs of the report that the bundle has in other words: ", &count.to_string(), ". Yours stand."]
                .concat()
        }
        NoticeKind::Unloaded(_) => plain("A file that was kept cannot be opened."),
        NoticeKind::Unreadable => plain("A file that was kept is no longer as it was received."),
        NoticeKind::RemarkTooLong => {
            plain("A remark is too long for the unit to open. Split or shorten it, and download again.")
        }
        NoticeKind::HandedOut => plain("The file is in the downloads folder."),
        NoticeKind::HandedOutReplaced(count) => [
            "The file is in the downloads folder. Characters that Word and Excel files cannot hold, replaced by \u{fffd}: ",
            &count.to_string(),
            ".",
        ]
        .concat(),
        NoticeKind::NotMade => {
            plain("The Word or Excel file could not be made. The report can still be printed, and tables downloaded as CSV.")
        }
        NoticeKind::NotHandedOut => plain("The browser did not allow the download."),
    }
}

fn changed_en(changed: Changed) -> &'static str {
    match changed {
        Changed::Unit => "whose a file is",
        Changed::Choice => "which file counts",
        Changed::LeftOut => "leaving a file out",
        Changed::Arrival => "day or way of receipt",
        Changed::Report => "the signed report",
        Changed::Term => "more time, or being excused",
        Changed::Rewrite => "editing the report",
        Changed::Settings => "the settings",
        Changed::Remark => "a remark for a unit",
        Changed::Sent => "that remarks were sent",
        Changed::Read => "that something was read",
        Changed::Tag => "the tagging of an issue",
        Changed::InReport => "what goes into the report",
        Changed::Issue => "the change of an issue",
        Changed::Joined => "the joining of issues",
        Changed::Order => "the order of issues",
    }
}
