//! Texts of the frame around the views: the bar, the save state, the notices.

use super::history;
use app::notice::NoticeKind;
use app::{Route, Section};
use storage::StoreFault;

/// Texts of the frame.
pub struct ShellTexts {
    /// Skips to the content.
    pub skip: &'static str,
    /// Name of the navigation.
    pub views: &'static str,
    /// The view of the directive.
    pub directive: &'static str,
    /// The view of the drafts.
    pub assessment: &'static str,
    /// The board of the coordinating body.
    pub board: &'static str,
    /// The export's button in the bar.
    pub export: &'static str,
    /// Leads back from the directive to a place of a draft.
    pub back_to: fn(&Route) -> String,
    /// The name of the other language, in that language.
    pub other_language: &'static str,
    /// Marks the sample.
    pub sample: &'static str,
    /// Says what the sample is.
    pub sample_explained: &'static str,
    /// While the stores are read.
    pub opening: &'static str,
    /// The save state: nothing to save yet.
    pub nothing_yet: &'static str,
    /// The save state: on disk since an earlier visit.
    pub saved_before: &'static str,
    /// The save state: on disk since that time of day.
    pub saved_at: fn(&str) -> String,
    /// The save state: being written.
    pub saving: &'static str,
    /// The save state: on no disk.
    pub unsaved: &'static str,
    /// Why, and what to do.
    pub fault: fn(StoreFault) -> &'static str,
    /// What a notice says.
    pub notice: fn(&NoticeKind) -> String,
    /// Takes a change back.
    pub undo: &'static str,
    /// Puts a notice away.
    pub dismiss: &'static str,
    /// Name of the region of notices.
    pub notices: &'static str,
}

/// Tiếng Việt.
pub const VI: ShellTexts = ShellTexts {
    skip: "Đến nội dung",
    views: "Các phần",
    directive: "Công văn",
    assessment: "Tự đánh giá",
    board: "Tổng hợp",
    export: "Kiểm tra và xuất",
    back_to: |route| match route {
        Route::Draft(_, Section::Requirement(id)) => ["Về yêu cầu ", id].concat(),
        _ => "Về bản tự đánh giá".into(),
    },
    other_language: "English",
    sample: "BẢN MẪU",
    sample_explained: "Số liệu trong bản này là ví dụ, không phải của đơn vị nào.",
    opening: "Đang mở…",
    nothing_yet: "Chưa có gì để lưu",
    saved_before: "Đã lưu trên máy này",
    saved_at: |time| format!("Đã lưu {time} trên máy này"),
    saving: "Đang lưu…",
    unsaved: "CHƯA lưu – hãy xuất tệp",
    fault: |fault| match fault {
        StoreFault::Full => {
            "Bộ nhớ của trình duyệt trên máy này đã đầy. Chữ đã gõ vẫn còn trên trang: hãy xuất tệp để giữ lại, rồi xóa bớt \
             bản nháp cũ hoặc giải phóng ổ đĩa. Trang tự thử lưu lại."
        }
        StoreFault::Refused => {
            "Trình duyệt không cho trang này lưu dữ liệu (cửa sổ ẩn danh, cài đặt chặn, hoặc trang nhúng). Chữ đã gõ vẫn còn \
             trên trang: hãy xuất tệp trước khi đóng, hoặc mở trang trong cửa sổ thường."
        }
        StoreFault::Broken => {
            "Không ghi được vào bộ nhớ của trình duyệt. Chữ đã gõ vẫn còn trên trang: hãy xuất tệp trước khi đóng. Trang tự thử \
             lưu lại."
        }
    },
    notice: notice_vi,
    undo: "Hoàn tác",
    dismiss: "Đóng thông báo",
    notices: "Thông báo",
};

fn notice_vi(kind: &NoticeKind) -> String {
    match kind {
        NoticeKind::DraftDeleted(unit) => format!("Đã xóa bản nháp của {unit}."),
        NoticeKind::EvidenceRemoved(number, 0) => format!("Đã bỏ tài liệu {number} khỏi danh mục."),
        NoticeKind::EvidenceRemoved(number, uses) => {
            format!("Đã bỏ tài liệu {number} khỏi danh mục và khỏi {uses} yêu cầu đang dùng.")
        }
        NoticeKind::StepRemoved => "Đã bỏ một việc.".into(),
        NoticeKind::ProposalRemoved => "Đã bỏ một kiến nghị.".into(),
        NoticeKind::Saved(time) => format!("Đã lưu tất cả lúc {time} trên máy này. Trang tự lưu trong khi bạn gõ."),
        NoticeKind::Exported(file, when) => format!("Đã xuất tệp {file} lúc {when}. Tệp nằm trong thư mục tải xuống."),
        NoticeKind::Taken(file, when) => format!("Đã chuyển tệp {file} cho cổng thông tin lúc {when}."),
        NoticeKind::ExportDeclined(reason) => {
            format!("Cổng thông tin không nhận tệp: {reason} Hãy thử lại, hoặc tải tệp xuống và gửi theo cách khác.")
        }
        NoticeKind::FileDeclined(reason) => format!("Cổng thông tin không cho nhập tệp này: {reason}"),
        NoticeKind::ExportFailed => "Trình duyệt không cho tải tệp xuống. Hãy thử lại, hoặc mở trang trong cửa sổ thường.".into(),
        NoticeKind::ExportOversize => {
            "Tệp vừa xuất quá lớn để nhập lại (trên 2 MB, hoặc một ô trên 64 KB). Hãy rút gọn phần dài nhất rồi xuất lại.".into()
        }
        NoticeKind::Imported(unit) => format!("Đã nhập bản của {unit}."),
        NoticeKind::Replaced(unit) => format!("Bản trong tệp đã thay bản nháp của {unit}."),
        // A number next to a name that is written from right to left would change places with it.
        NoticeKind::Merged(unit, changes) => format!("Đã gộp tệp vào bản nháp của {unit}, thay đổi {changes} chỗ."),
        NoticeKind::Returned(unit, count) => [unit, ": ", &super::returned::VI.waiting_of(*count), "."].concat(),
        NoticeKind::Salvaged(unit) => format!(
            "Phần đọc được của tệp hỏng đã thành một bản nháp riêng{}. Hãy xem lại từng phần trước khi dùng.",
            if unit.is_empty() { String::new() } else { format!(" ({unit})") }
        ),
        NoticeKind::PortionExported(file) => format!(
            "Đã xuất một phần: {file}. Gửi tệp này cho người cùng làm để gộp; đây không phải báo cáo của đơn vị."
        ),
        NoticeKind::Forked(unit) => format!(
            "Bản nháp của {unit} đã được sửa ở một cửa sổ khác. Phần bạn gõ ở đây được giữ thành một bản riêng; không gì bị trộn hay mất."
        ),
        NoticeKind::OneStoreOnly(_) => {
            "Một trong hai nơi lưu của trình duyệt không dùng được; bản tự đánh giá vẫn được lưu ở nơi còn lại. Nên xuất tệp thường xuyên.".into()
        }
        NoticeKind::Unreadable(count) => {
            format!("{count} bản lưu không đọc được. Chúng được giữ nguyên; xem cuối danh sách bản nháp.")
        }
        NoticeKind::Past(notice) => history::past_vi(notice),
        NoticeKind::Healed(count) => format!(
            "Một trong hai nơi lưu của trình duyệt không còn bản lưu của {count} bản nháp (thường do trình duyệt dọn bộ nhớ). \
             Bản ở nơi kia còn nguyên và được dùng để lưu lại."
        ),
        NoticeKind::Recovered(unit) => format!(
            "Bản lưu của {unit} bị hỏng. Phần đọc được đã mở thành một bản nháp: hãy kiểm tra lại. Bản hỏng được giữ nguyên; xem \
             cuối danh sách bản nháp."
        ),
        NoticeKind::Parted(unit) => format!(
            "Lần trước, bản nháp của {unit} đã được sửa ở hai cửa sổ cùng lúc. Cả hai được giữ thành hai bản nháp; không gì bị \
             trộn hay mất."
        ),
        NoticeKind::Newer(count) => format!(
            "{count} bản nháp do một phiên bản mới hơn của trang ghi: chỉ xem và tải về được ở đây. Hãy tải lại trang để dùng phiên \
             bản mới."
        ),
        NoticeKind::StartedFrom(unit) => format!(
            "Đã tạo bản mới của {unit}: giữ danh mục tài liệu và các việc chưa xong, còn lại để trống."
        ),
    }
}

/// English.
pub const EN: ShellTexts = ShellTexts {
    skip: "Skip to content",
    views: "Views",
    directive: "Directive",
    assessment: "Self-assessment",
    board: "Board",
    export: "Check and export",
    back_to: |route| match route {
        Route::Draft(_, Section::Requirement(id)) => ["Back to requirement ", id].concat(),
        _ => "Back to the self-assessment".into(),
    },
    other_language: "Tiếng Việt",
    sample: "SAMPLE",
    sample_explained: "The figures here are an example, not those of any unit.",
    opening: "Opening…",
    nothing_yet: "Nothing to save yet",
    saved_before: "Saved on this computer",
    saved_at: |time| format!("Saved {time} on this computer"),
    saving: "Saving…",
    unsaved: "NOT saved – export the file",
    fault: |fault| match fault {
        StoreFault::Full => {
            "The browser's storage on this computer is full. What you typed is still on the page: export the file to keep it, then \
             delete old drafts or free disk space. Saving is tried again by itself."
        }
        StoreFault::Refused => {
            "The browser does not let this page store data (private window, blocked by settings, or embedded). What you typed is \
             still on the page: export the file before closing it, or open the page in a normal window."
        }
        StoreFault::Broken => {
            "The browser's storage could not be written. What you typed is still on the page: export the file before closing it. \
             Saving is tried again by itself."
        }
    },
    notice: notice_en,
    undo: "Undo",
    dismiss: "Close notice",
    notices: "Notices",
};

fn notice_en(kind: &NoticeKind) -> String {
    match kind {
        NoticeKind::DraftDeleted(unit) => format!("Deleted the draft of {unit}."),
        NoticeKind::EvidenceRemoved(number, 0) => format!("Removed document {number} from the register."),
        NoticeKind::EvidenceRemoved(number, uses) => {
            format!("Removed document {number} from the register and from {uses} requirements that used it.")
        }
        NoticeKind::StepRemoved => "Removed a step.".into(),
        NoticeKind::ProposalRemoved => "Removed a proposal.".into(),
        NoticeKind::Saved(time) => format!("Everything is saved on this computer, at {time}. The page saves by itself as you type."),
        NoticeKind::Exported(file, when) => format!("Exported {file} at {when}. It is in your downloads folder."),
        NoticeKind::Taken(file, when) => format!("Handed {file} to the portal at {when}."),
        NoticeKind::ExportDeclined(reason) => {
            format!("The portal did not take the file: {reason} Try again, or download the file and send it another way.")
        }
        NoticeKind::FileDeclined(reason) => format!("The portal does not let this file be imported: {reason}"),
        NoticeKind::ExportFailed => "The browser refused the download. Try again, or open the page in a normal window.".into(),
        NoticeKind::ExportOversize => {
            "The exported file is too large to be imported again (over 2 MB, or one field over 64 KB). Shorten the longest part and export again.".into()
        }
        NoticeKind::Imported(unit) => format!("Imported the assessment of {unit}."),
        NoticeKind::Replaced(unit) => format!("The file has replaced the draft of {unit}."),
        NoticeKind::Merged(unit, count) => format!("Merged the file into the draft of {unit} and changed {count} places."),
        NoticeKind::Returned(unit, count) => [unit, ": ", &super::returned::EN.waiting_of(*count), "."].concat(),
        NoticeKind::Salvaged(unit) => format!(
            "What could be read of the damaged file is a draft of its own now{}. Check each part before you use it.",
            if unit.is_empty() { String::new() } else { format!(" ({unit})") }
        ),
        NoticeKind::PortionExported(file) => {
            format!("Exported a part: {file}. Send it to your colleague to be merged; it is no report of the unit.")
        }
        NoticeKind::Forked(unit) => format!(
            "The draft of {unit} was edited in another window. What you typed here is kept as a copy of its own; nothing was merged or lost."
        ),
        NoticeKind::OneStoreOnly(_) => {
            "One of the browser's two stores cannot be used; your work is saved in the other. Export the file often.".into()
        }
        NoticeKind::Unreadable(count) => {
            format!("{count} stored records cannot be read. They were left as they are; see the end of the list of drafts.")
        }
        NoticeKind::Past(notice) => history::past_en(notice),
        NoticeKind::Healed(count) => format!(
            "One of the browser's two stores had no record any more of {count} drafts (browsers do this to free space). The other \
             record is whole, and is used to write it again."
        ),
        NoticeKind::Recovered(unit) => format!(
            "The stored record of {unit} is damaged. What can be read of it was opened as a draft: please check it. The damaged \
             record was kept; see the end of the list of drafts."
        ),
        NoticeKind::Parted(unit) => format!(
            "Last time, the draft of {unit} was edited in two windows at once. Both are kept as two drafts; nothing was merged or lost."
        ),
        NoticeKind::Newer(count) => format!(
            "{count} drafts were written by a newer version of this page: here they can only be read and downloaded. Reload the page \
             to use the new version."
        ),
        NoticeKind::StartedFrom(unit) => {
            format!("Started a new assessment of {unit}: the register and unfinished steps are kept, the rest is empty.")
        }
    }
}
