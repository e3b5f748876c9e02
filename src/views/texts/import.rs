//! Texts of the import: what is in a file, and why one is refused.

use exchange::Refusal;
use json::{Cause, DocumentPlace, Expected, MismatchKind};

/// Texts of the import.
pub struct ImportTexts {
    /// Heading over a file that can be taken in.
    pub title: &'static str,
    /// Heading over a file that is refused.
    pub refused_title: &'static str,
    /// Label of the file's name.
    pub file: &'static str,
    /// Label of the unit.
    pub unit: &'static str,
    /// Label of the time of the export.
    pub exported: &'static str,
    /// Label of the time of the last change.
    pub updated: &'static str,
    /// Label of the progress.
    pub progress: &'static str,
    /// The statuses: done, in progress, not started, out of scope.
    pub statuses: fn([usize; 4]) -> String,
    /// Label of the count of evidence.
    pub evidence: &'static str,
    /// Takes it in.
    pub add: &'static str,
    /// Takes it in beside the draft.
    pub keep_two: &'static str,
    /// Takes it in instead of the draft.
    pub replace: &'static str,
    /// What replacing does.
    pub replace_hint: &'static str,
    /// Does nothing.
    pub cancel: &'static str,
    /// Puts a refusal away.
    pub close: &'static str,
    /// What, where, what to do.
    pub refusal: fn(&Refusal) -> Explained,
    /// The file could not be read from the disk.
    pub unreadable: fn() -> Explained,
    /// Label of the place.
    pub place: &'static str,
    /// A place in a document.
    pub place_of: fn(&DocumentPlace) -> String,
}

/// A refusal in words.
pub struct Explained {
    /// What is the matter.
    pub what: String,
    /// Where: a place in the document, or nothing.
    pub place: String,
    /// What to do.
    pub remedy: &'static str,
}

/// Where a refusal points to.
fn place_of_refusal(refusal: &Refusal, words: fn(&DocumentPlace) -> String) -> String {
    match refusal {
        Refusal::Json(error) => words(&error.place),
        Refusal::Damaged { place: Some(place), .. } => words(place),
        Refusal::Mismatch(mismatch) => mismatch.path.clone(),
        _ => String::new(),
    }
}

pub(super) fn code_point(code: u32) -> String {
    format!("U+{code:04X}")
}

/// Bytes as `2,5` or `2.5` MB, rounded up so that what is too large never reads as the limit.
fn megabytes(bytes: usize, point: char) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

/// Tiếng Việt.
pub const VI: ImportTexts = ImportTexts {
    title: "Xem trước tệp",
    refused_title: "Không nhập được tệp",
    file: "Tệp",
    unit: "Đơn vị",
    exported: "Xuất lúc",
    updated: "Sửa lần cuối",
    progress: "Đã trả lời",
    statuses: |[done, doing, todo, out]| {
        format!("{done} đã thực hiện, {doing} đang thực hiện, {todo} chưa thực hiện, {out} không thuộc phạm vi")
    },
    evidence: "Tài liệu kiểm chứng",
    add: "Nhập",
    keep_two: "Giữ thành hai bản",
    replace: "Thay bản nháp",
    replace_hint: "Bản nháp cũ chuyển sang mục Đã xóa và khôi phục được.",
    cancel: "Không nhập",
    close: "Đóng",
    refusal: refusal_vi,
    unreadable: || Explained {
        what: "Không đọc được tệp từ ổ đĩa.".into(),
        place: String::new(),
        remedy: "Có thể tệp đã bị chuyển đi hoặc đang được mở ở chỗ khác. Hãy chọn lại tệp.",
    },
    place: "Chỗ lỗi",
    place_of: place_vi,
};

pub(super) fn place_vi(place: &DocumentPlace) -> String {
    let at = format!("dòng {}, cột {}", place.line, place.column);
    if place.path.is_empty() { at } else { format!("{at} ({})", place.path) }
}

const SEND_AGAIN_VI: &str =
    "Hãy xin nơi gửi xuất lại và gửi lại tệp gốc; gửi dạng tệp đính kèm, không sửa và không mở bằng phần mềm khác.";
const EXPORTED_ONLY_VI: &str = "Hãy chọn tệp .json do trang này xuất ra.";

fn refusal_vi(refusal: &Refusal) -> Explained {
    let (what, remedy) = match refusal {
        Refusal::Json(error) => cause_vi(&error.cause),
        Refusal::OtherFormat(_) => ("Đây không phải tệp tự đánh giá.".into(), EXPORTED_ONLY_VI),
        Refusal::BadVersion(found) => (format!("Số phiên bản của tệp không hợp lệ: “{found}”."), SEND_AGAIN_VI),
        Refusal::NewerVersion(found) => (
            format!("Tệp do một phiên bản mới hơn của trang này ghi (phiên bản {found})."),
            "Hãy tải lại trang để dùng phiên bản mới nhất rồi nhập lại.",
        ),
        Refusal::OtherDirective(id) => (format!("Tệp theo văn bản khác: {id}."), "Hãy mở tệp ở trang của văn bản đó."),
        Refusal::Damaged { .. } => {
            ("Nội dung tệp đã bị thay đổi hoặc bị cắt sau khi xuất: mã kiểm tra không khớp.".into(), SEND_AGAIN_VI)
        }
        Refusal::Mismatch(mismatch) => (mismatch_vi(&mismatch.kind), SEND_AGAIN_VI),
        Refusal::NoAssessment => ("Trong tệp không có bản tự đánh giá nào.".into(), SEND_AGAIN_VI),
    };
    Explained { what, place: place_of_refusal(refusal, place_vi), remedy }
}

pub(super) fn cause_vi(cause: &Cause) -> (String, &'static str) {
    match cause {
        Cause::TooLarge { size, limit } => (
            format!("Tệp quá lớn: {} MB, tối đa {} MB.", megabytes(*size, ','), megabytes(*limit, ',')),
            EXPORTED_ONLY_VI,
        ),
        Cause::Utf16 => ("Tệp ở bảng mã UTF-16, có lẽ do phần mềm khác ghi lại.".into(), SEND_AGAIN_VI),
        Cause::NotUtf8 => ("Tệp có byte không thuộc bảng mã UTF-8.".into(), SEND_AGAIN_VI),
        Cause::NotJson => ("Tệp không đúng dạng JSON.".into(), EXPORTED_ONLY_VI),
        Cause::UnexpectedEnd => ("Tệp bị cắt giữa chừng.".into(), SEND_AGAIN_VI),
        Cause::TrailingContent => ("Sau phần nội dung còn có gì đó thừa.".into(), SEND_AGAIN_VI),
        Cause::DuplicateKey { key } => (format!("Một mục bị ghi hai lần: “{key}”."), SEND_AGAIN_VI),
        Cause::TooDeep { limit } => (format!("Nội dung lồng nhau quá {limit} lớp."), EXPORTED_ONLY_VI),
        Cause::TooManyNodes { limit } => (format!("Tệp có quá {limit} mục."), EXPORTED_ONLY_VI),
        Cause::TextTooLong { limit } => {
            (format!("Một ô dài quá {} KB.", limit / 1024), "Hãy xin đơn vị rút gọn ô đó rồi xuất lại.")
        }
        Cause::ForbiddenCharacter { code } => {
            (format!("Có ký tự không được phép ({}).", code_point(*code)), SEND_AGAIN_VI)
        }
        Cause::LoneSurrogate { code } => (format!("Có nửa ký tự ({}).", code_point(*code)), SEND_AGAIN_VI),
    }
}

pub(super) fn mismatch_vi(kind: &MismatchKind) -> String {
    match kind {
        MismatchKind::WrongType { expected } => {
            let expected = match expected {
                Expected::Text => "chữ",
                Expected::Integer => "số nguyên",
                Expected::Boolean => "đúng/sai",
                Expected::List => "danh sách",
                Expected::Object => "nhóm mục",
                Expected::Other => "kiểu khác",
            };
            format!("Một mục không đúng kiểu: cần {expected}.")
        }
        MismatchKind::UnknownValue { found } => format!("Một mục có giá trị không hiểu được: “{found}”."),
        MismatchKind::Missing { field } => format!("Thiếu mục “{field}”."),
        MismatchKind::OutOfRange => "Một số nằm ngoài khoảng cho phép.".into(),
        MismatchKind::Unknown { field } => format!("Có mục lạ “{field}”."),
    }
}

/// English.
pub const EN: ImportTexts = ImportTexts {
    title: "Preview of the file",
    refused_title: "The file cannot be imported",
    file: "File",
    unit: "Unit",
    exported: "Exported",
    updated: "Last changed",
    progress: "Answered",
    statuses: |[done, doing, todo, out]| {
        format!("{done} done, {doing} in progress, {todo} not started, {out} out of scope")
    },
    evidence: "Supporting documents",
    add: "Import",
    keep_two: "Keep as two drafts",
    replace: "Replace the draft",
    replace_hint: "The old draft moves to Deleted and can be restored.",
    cancel: "Do not import",
    close: "Close",
    refusal: refusal_en,
    unreadable: || Explained {
        what: "The file could not be read from the disk.".into(),
        place: String::new(),
        remedy: "It may have been moved, or be open elsewhere. Choose it again.",
    },
    place: "Where",
    place_of: place_en,
};

pub(super) fn place_en(place: &DocumentPlace) -> String {
    let at = format!("line {}, column {}", place.line, place.column);
    if place.path.is_empty() { at } else { format!("{at} ({})", place.path) }
}

const SEND_AGAIN_EN: &str = "Ask whoever sent it to export it again and to send the original as an attachment, without editing it or saving it with another program.";
const EXPORTED_ONLY_EN: &str = "Choose a .json file that this page has exported.";

fn refusal_en(refusal: &Refusal) -> Explained {
    let (what, remedy) = match refusal {
        Refusal::Json(error) => cause_en(&error.cause),
        Refusal::OtherFormat(_) => ("This is no self-assessment file.".into(), EXPORTED_ONLY_EN),
        Refusal::BadVersion(found) => (format!("The file's version number is not valid: “{found}”."), SEND_AGAIN_EN),
        Refusal::NewerVersion(found) => (
            format!("A newer version of this page wrote the file (version {found})."),
            "Reload the page to get the newest version, then import it again.",
        ),
        Refusal::OtherDirective(id) => {
            (format!("The file is about another document: {id}."), "Open it on that document's page.")
        }
        Refusal::Damaged { .. } => {
            ("The file was changed or cut after it was exported: its digest does not match.".into(), SEND_AGAIN_EN)
        }
        Refusal::Mismatch(mismatch) => (mismatch_en(&mismatch.kind), SEND_AGAIN_EN),
        Refusal::NoAssessment => ("There is no self-assessment in the file.".into(), SEND_AGAIN_EN),
    };
    Explained { what, place: place_of_refusal(refusal, place_en), remedy }
}

pub(super) fn cause_en(cause: &Cause) -> (String, &'static str) {
    match cause {
        Cause::TooLarge { size, limit } => (
            format!("The file is too large: {} MB, at most {} MB.", megabytes(*size, '.'), megabytes(*limit, '.')),
            EXPORTED_ONLY_EN,
        ),
        Cause::Utf16 => ("The file is in UTF-16; another program may have saved it.".into(), SEND_AGAIN_EN),
        Cause::NotUtf8 => ("The file has a byte that is no UTF-8.".into(), SEND_AGAIN_EN),
        Cause::NotJson => ("The file is not JSON.".into(), EXPORTED_ONLY_EN),
        Cause::UnexpectedEnd => ("The file is cut off.".into(), SEND_AGAIN_EN),
        Cause::TrailingContent => ("Something follows the content.".into(), SEND_AGAIN_EN),
        Cause::DuplicateKey { key } => (format!("A field is there twice: “{key}”."), SEND_AGAIN_EN),
        Cause::TooDeep { limit } => (format!("The content is nested deeper than {limit} levels."), EXPORTED_ONLY_EN),
        Cause::TooManyNodes { limit } => (format!("The file has more than {limit} values."), EXPORTED_ONLY_EN),
        Cause::TextTooLong { limit } => {
            (format!("A text is longer than {} KB.", limit / 1024), "Ask the unit to shorten it and to export again.")
        }
        Cause::ForbiddenCharacter { code } => {
            (format!("There is a character that is not allowed ({}).", code_point(*code)), SEND_AGAIN_EN)
        }
        Cause::LoneSurrogate { code } => (format!("There is half a character ({}).", code_point(*code)), SEND_AGAIN_EN),
    }
}

pub(super) fn mismatch_en(kind: &MismatchKind) -> String {
    match kind {
        MismatchKind::WrongType { expected } => {
            let expected = match expected {
                Expected::Text => "a text",
                Expected::Integer => "a whole number",
                Expected::Boolean => "true or false",
                Expected::List => "a list",
                Expected::Object => "an object",
                Expected::Other => "another type",
            };
            format!("A field has the wrong type: {expected} belongs there.")
        }
        MismatchKind::UnknownValue { found } => format!("A field has a value that is not understood: “{found}”."),
        MismatchKind::Missing { field } => format!("The field “{field}” is missing."),
        MismatchKind::OutOfRange => "A number is out of range.".into(),
        MismatchKind::Unknown { field } => format!("There is a field “{field}” that is not known."),
    }
}
