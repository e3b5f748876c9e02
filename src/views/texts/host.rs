//! Texts for the page around the element, and about a directive or roster that it gave and that cannot be used.

use super::import;
use app::HostError;
use domain::content::{ContentCause, ContentError, ContentFault, ContentName};

/// Texts for the page around the element.
pub struct HostTexts {
    /// What it asked for and cannot have.
    pub error: fn(&HostError) -> String,
    /// What is wrong with the directive or the roster that it gave, and where.
    pub content: fn(&ContentFault) -> String,
}

/// Tiếng Việt.
pub const VI: HostTexts = HostTexts {
    error: |error| match error {
        HostError::UnknownUnit(id) => ["Danh sách đơn vị không có mã “", id, "”."].concat(),
        HostError::UnknownPlace(id) => ["Văn bản không có nhiệm vụ hay yêu cầu “", id, "”."].concat(),
        HostError::NotSaved(fault) => (super::shell::VI.fault)(*fault).to_owned(),
        HostError::NoDraft => "Chưa có bản nháp nào để xuất.".into(),
        HostError::NoFile => "Trình duyệt không cho tạo hoặc tải tệp xuống.".into(),
        HostError::ReadOnly => "Trang này chỉ để xem, không nhập được tệp.".into(),
    },
    content: content_vi,
};

/// English.
pub const EN: HostTexts = HostTexts {
    error: |error| match error {
        HostError::UnknownUnit(id) => ["The roster has no unit “", id, "”."].concat(),
        HostError::UnknownPlace(id) => ["The directive has no task or requirement “", id, "”."].concat(),
        HostError::NotSaved(fault) => (super::shell::EN.fault)(*fault).to_owned(),
        HostError::NoDraft => "There is no draft to export.".into(),
        HostError::NoFile => "The browser makes no file, or hands none out.".into(),
        HostError::ReadOnly => "This page is only to be read: no file can be imported.".into(),
    },
    content: content_en,
};

fn content_vi(fault: &ContentFault) -> String {
    let name = match fault.name {
        ContentName::Directive => "Dữ liệu văn bản (directive)",
        ContentName::Roster => "Danh sách đơn vị (roster)",
    };
    let (what, place) = match &fault.cause {
        ContentCause::Unreadable(ContentError::Json(error)) => {
            (import::cause_vi(&error.cause).0, import::place_vi(&error.place))
        }
        ContentCause::Unreadable(ContentError::Shape(mismatch)) => {
            (import::mismatch_vi(&mismatch.kind), mismatch.path.clone())
        }
        cause => (cause_vi(cause), fault.path.clone()),
    };
    sentence(name, &what, " Chỗ lỗi: ", &place)
}

fn cause_vi(cause: &ContentCause) -> String {
    let text = match cause {
        ContentCause::Unknown(id) => return ["Không có mục nào mang mã “", id, "”."].concat(),
        ContentCause::Unreadable(_) => "",
        ContentCause::Empty => "Chỗ này không được để trống.",
        ContentCause::BadId => "Mã có ký tự không được phép hoặc quá dài.",
        ContentCause::Twice => "Mã hoặc tên này đã có ở trước.",
        ContentCause::BadDate => "Ngày không có thật; phải ghi yyyy-mm-dd.",
        ContentCause::TooManyTasks => "Văn bản có quá 9 nhiệm vụ.",
        ContentCause::BadKind => "Loại nội dung không hợp ở chỗ này.",
        ContentCause::NotInText => "Lời trích không có trong nguyên văn.",
        ContentCause::Ambiguous => "Lời trích có nhiều hơn một chỗ trong nguyên văn, hoặc chồng lên lời trích khác.",
        ContentCause::BadParagraph => "Mỗi đoạn là chữ hoặc một nhiệm vụ; mỗi nhiệm vụ có đúng một đoạn, theo thứ tự.",
        ContentCause::NoSource => "Thông tin tham khảo thiếu nguồn hoặc ngày.",
    };
    text.into()
}

fn content_en(fault: &ContentFault) -> String {
    let name = match fault.name {
        ContentName::Directive => "The directive",
        ContentName::Roster => "The roster",
    };
    let (what, place) = match &fault.cause {
        ContentCause::Unreadable(ContentError::Json(error)) => {
            (import::cause_en(&error.cause).0, import::place_en(&error.place))
        }
        ContentCause::Unreadable(ContentError::Shape(mismatch)) => {
            (import::mismatch_en(&mismatch.kind), mismatch.path.clone())
        }
        cause => (cause_en(cause), fault.path.clone()),
    };
    sentence(name, &what, " Where: ", &place)
}

fn cause_en(cause: &ContentCause) -> String {
    let text = match cause {
        ContentCause::Unknown(id) => return ["Nothing has the id “", id, "”."].concat(),
        ContentCause::Unreadable(_) => "",
        ContentCause::Empty => "This must not be empty.",
        ContentCause::BadId => "The id has characters that are not allowed, or is too long.",
        ContentCause::Twice => "This id or name was there before.",
        ContentCause::BadDate => "This is no day of the calendar; it must read yyyy-mm-dd.",
        ContentCause::TooManyTasks => "The document has more than 9 tasks.",
        ContentCause::BadKind => "This kind of content cannot stand here.",
        ContentCause::NotInText => "The words do not stand in the text.",
        ContentCause::Ambiguous => "The words stand in the text more than once, or overlap others.",
        ContentCause::BadParagraph => "A paragraph is a text or a task, and each task has one paragraph, in its order.",
        ContentCause::NoSource => "A reference lacks its source or its day.",
    };
    text.into()
}

fn sentence(name: &str, what: &str, place_label: &str, place: &str) -> String {
    let label = if place.is_empty() { "" } else { place_label };
    [name, ": ", what, label, place].concat()
}
