//! The texts beside a report that is edited, in Vietnamese and in English. The report itself is in Vietnamese alone.

use domain::lang::Lang;
use report::particular::Particular;

/// The texts of one language.
pub struct Texts {
    /// Opens the field of a paragraph.
    pub edit: &'static str,
    /// Closes it.
    pub done: &'static str,
    /// Label of the field.
    pub words: &'static str,
    /// What an empty field does.
    pub words_hint: &'static str,
    /// The mark of a paragraph that was rewritten.
    pub edited: &'static str,
    /// A paragraph that was emptied.
    pub left_out: &'static str,
    /// What is generated has changed since.
    pub changed_beneath: &'static str,
    /// The text as it was generated when somebody rewrote it.
    pub before: &'static str,
    /// The text as it is generated now.
    pub now: &'static str,
    /// Takes the text that is generated now.
    pub take: &'static str,
    /// Keeps what somebody wrote.
    pub keep: &'static str,
    /// Takes back what somebody wrote.
    pub take_back: &'static str,
    /// Nothing is generated there any longer.
    pub gone: &'static str,
    /// Nor is the part of the report that it was in.
    pub out_of_place: &'static str,
    /// Removes it.
    pub remove: &'static str,
    /// Name of a field of what stands around the text.
    pub particular: fn(Particular) -> &'static str,
    /// What goes into it, where its name does not say so.
    pub particular_hint: fn(Particular) -> Option<&'static str>,
}

impl Texts {
    /// The texts of a language.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}

static VI: Texts = Texts {
    edit: "Sửa",
    done: "Xong",
    words: "Lời của đoạn này",
    words_hint: "Để trống là bỏ đoạn này khỏi báo cáo.",
    edited: "Đã sửa",
    left_out: "(Đoạn này được bỏ khỏi báo cáo.)",
    changed_beneath: "Bản tự động đã thay đổi sau khi đoạn này được sửa.",
    before: "Bản tự động khi sửa",
    now: "Bản tự động nay",
    take: "Lấy bản mới",
    keep: "Giữ bản của tôi",
    take_back: "Lấy lại bản tự động",
    gone: "Đoạn này nay không còn được lập tự động.",
    out_of_place: "Đoạn này nay không còn được lập tự động, cũng không còn chỗ trong báo cáo nên không được in ra. Hãy chép sang \
                   đoạn khác, hoặc bỏ.",
    remove: "Bỏ đoạn này",
    particular: |field| match field {
        Particular::Profile => "Thể thức văn bản",
        Particular::Superior => "Cơ quan cấp trên",
        Particular::Issuer => "Cơ quan ban hành",
        Particular::Symbol => "Ký hiệu cơ quan",
        Particular::Place => "Địa danh",
        Particular::Addressees => "Kính gửi",
        Particular::Authority => "Ký thay mặt",
        Particular::Position => "Chức vụ người ký",
        Particular::Name => "Họ tên người ký",
        Particular::Recipients => "Nơi nhận",
    },
    particular_hint: |field| match field {
        Particular::Symbol => Some("Đứng sau chữ BC trong số văn bản, ví dụ: QU"),
        Particular::Place => Some("Đứng trước ngày tháng, ví dụ: Ninh Kiều"),
        Particular::Authority => Some("Ví dụ: T/M Ban Thường vụ. Để trống nếu không ký thay mặt."),
        Particular::Addressees | Particular::Recipients => Some("Mỗi nơi một dòng."),
        _ => None,
    },
};

static EN: Texts = Texts {
    edit: "Edit",
    done: "Done",
    words: "Words of this paragraph",
    words_hint: "Left empty, the paragraph is left out of the report.",
    edited: "Edited",
    left_out: "(This paragraph is left out of the report.)",
    changed_beneath: "The generated text has changed since this paragraph was edited.",
    before: "As generated when it was edited",
    now: "As generated now",
    take: "Take the new text",
    keep: "Keep my words",
    take_back: "Take the generated text back",
    gone: "Nothing is generated here any longer.",
    out_of_place: "Nothing is generated here any longer, and its place in the report is gone: it is not printed. Copy it to \
                   another paragraph, or remove it.",
    remove: "Remove this paragraph",
    particular: |field| match field {
        Particular::Profile => "Layout",
        Particular::Superior => "Superior body",
        Particular::Issuer => "Issuing body",
        Particular::Symbol => "Symbol of the body",
        Particular::Place => "Place",
        Particular::Addressees => "To",
        Particular::Authority => "Signed for",
        Particular::Position => "Position of the signer",
        Particular::Name => "Name of the signer",
        Particular::Recipients => "Copies to",
    },
    particular_hint: |field| match field {
        Particular::Symbol => Some("Stands behind BC in the number of the document, such as QU"),
        Particular::Place => Some("Stands before the date, such as Ninh Kiều"),
        Particular::Authority => Some("Such as T/M Ban Thường vụ. Leave it empty if it is signed for nobody."),
        Particular::Addressees | Particular::Recipients => Some("One a line."),
        _ => None,
    },
};
