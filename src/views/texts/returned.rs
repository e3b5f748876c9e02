//! Texts of the returned file: what the coordinating body remarks, and the unit's answers.

/// Texts of the returned file.
pub struct ReturnedTexts {
    /// So many remarks.
    pub remarks: fn(usize) -> String,
    /// A remark, or several: nothing is said to it yet.
    pub waiting: &'static str,
    /// The unit has answered a remark.
    pub answered: &'static str,
    /// Nothing more is asked of the unit.
    pub done: &'static str,
    /// Before an answer whose remark is not here.
    pub lost: &'static str,
    /// Label of those who remark.
    pub by: &'static str,
    /// No draft here is the one that was remarked on.
    pub none: &'static str,
    /// Takes the remarks into a draft that is named so.
    pub attach: fn(&str) -> String,
}

/// Tiếng Việt.
pub const VI: ReturnedTexts = ReturnedTexts {
    remarks: |count| [&count.to_string(), " nhận xét"].concat(),
    waiting: "chờ trả lời",
    answered: "đã trả lời",
    done: "xong",
    lost: "Nhận xét này không có trên máy: hãy nhập lại tệp nhận xét.",
    by: "Người nhận xét",
    none: "Không bản nháp nào ở đây là bản được nhận xét. Hãy nhập tệp mà đơn vị đã gửi; tệp này được để riêng cho đến khi \
           bạn đóng nó.",
    attach: |draft| ["Nhận vào ", draft].concat(),
};

/// English.
pub const EN: ReturnedTexts = ReturnedTexts {
    remarks: |count| [count.to_string().as_str(), if count == 1 { " remark" } else { " remarks" }].concat(),
    waiting: "to be answered",
    answered: "answered",
    done: "done",
    lost: "This remark is not on this machine: import the file with the remarks again.",
    by: "From",
    none: "No draft here is the one that was remarked on. Import the file that the unit has sent; this one is kept aside \
           until you close it.",
    attach: |draft| ["Take into ", draft].concat(),
};

impl ReturnedTexts {
    /// So many remarks are to be answered.
    #[must_use]
    pub fn waiting_of(&self, count: usize) -> String {
        [&(self.remarks)(count), " ", self.waiting].concat()
    }
}
