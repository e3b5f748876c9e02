//! The texts around the report, in Vietnamese and in English. The report itself is in Vietnamese alone.

use domain::lang::Lang;

/// The texts of one language.
pub(super) struct Texts {
    /// What this view is for, and what happens to what is typed here.
    pub(super) hint: &'static str,
    /// Prints the report.
    pub(super) print: &'static str,
    /// Makes a document for a word processor.
    pub(super) make: &'static str,
    /// It is being made.
    pub(super) making: &'static str,
    /// Gives it up.
    pub(super) cancel: &'static str,
    /// It was handed out.
    pub(super) made: &'static str,
    /// How many letters in it were replaced.
    pub(super) replaced: fn(u32) -> String,
    /// It could not be made.
    pub(super) not_made: &'static str,
    /// The browser refused to hand it out.
    pub(super) not_handed_out: &'static str,
    /// Beneath how many rewritten paragraphs the text by rule has changed.
    pub(super) changed: fn(usize) -> String,
    /// What was rewritten was given up.
    pub(super) given_up: &'static str,
    /// Takes that back.
    pub(super) undo: &'static str,
    /// Heading above the fields of what stands around the text.
    pub(super) particulars: &'static str,
    /// Opens them.
    pub(super) particulars_open: &'static str,
    /// How they are filled in.
    pub(super) particulars_hint: &'static str,
    /// Heading above the pages.
    pub(super) sheets: &'static str,
    /// A newer version has kept something of the report: it is only shown.
    pub(super) newer: &'static str,
}

impl Texts {
    /// The texts of a language.
    pub(super) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}

static VI: Texts = Texts {
    hint: "Báo cáo được lập từ bản tự đánh giá. Có thể sửa lời ngay trên trang: phần sửa được lưu cùng bản nháp, bản tự đánh giá không thay đổi.",
    print: "In báo cáo",
    make: "Tải Word",
    making: "Đang lập tệp Word…",
    cancel: "Dừng",
    made: "Đã tải tệp Word.",
    replaced: |letters| {
        ["Trong đó ", &letters.to_string(), " ký tự không dùng được trong tệp Word đã được thay bằng dấu �."].concat()
    },
    not_made: "Chưa lập được tệp Word. Hãy kiểm tra mạng rồi thử lại; bản in vẫn dùng được.",
    not_handed_out: "Trình duyệt không cho tải tệp về. Hãy cho phép tải xuống rồi thử lại.",
    changed: |count| {
        [&count.to_string(), " đoạn đã sửa có phần tự lập bên dưới thay đổi: xem lời nhắc ở từng đoạn."].concat()
    },
    given_up: "Đã lấy lại lời tự lập của đoạn.",
    undo: "Hoàn tác",
    particulars: "Thể thức, nơi gửi, người ký",
    particulars_open: "Điền thể thức, nơi gửi, người ký",
    particulars_hint: "Điền một lần, được lưu cùng bản nháp. Số, ngày và chữ ký để trống cho văn thư.",
    sheets: "Trang báo cáo",
    newer: "Phần sửa của báo cáo này do phiên bản mới hơn lưu. Phiên bản này không sửa được và giữ nguyên phần đó.",
};

static EN: Texts = Texts {
    hint: "The report is put together from the self-assessment. Its words can be edited on the page: edits are saved with the draft, and the self-assessment stays as it is.",
    print: "Print the report",
    make: "Download for Word",
    making: "Making the Word file…",
    cancel: "Stop",
    made: "The Word file was downloaded.",
    replaced: |letters| [&letters.to_string(), " characters that no Word file may hold were replaced by �."].concat(),
    not_made: "The Word file could not be made. Check the connection and try again; printing still works.",
    not_handed_out: "The browser refused the download. Allow downloads and try again.",
    changed: |count| {
        ["Beneath ", &count.to_string(), " edited paragraphs the generated text has changed: see the remark at each."]
            .concat()
    },
    given_up: "The paragraph has its generated text again.",
    undo: "Undo",
    particulars: "Layout, recipients, signature",
    particulars_open: "Fill in layout, recipients, signature",
    particulars_hint: "Filled in once, saved with the draft. Number, date and signature stay blank for the office.",
    sheets: "Pages of the report",
    newer: "A newer version has saved edits of this report. This version cannot edit them, and keeps them as they are.",
};
