//! Texts of long lists.

/// Texts of long lists.
pub struct ListTexts {
    /// Name of the buttons that lead through a long list.
    pub pages: &'static str,
    /// Leads to the rows before.
    pub page_before: &'static str,
    /// Leads to the rows after.
    pub page_after: &'static str,
    /// Which rows are shown, of how many.
    pub rows: fn(usize, usize, usize) -> String,
}

/// Tiếng Việt.
pub const VI: ListTexts = ListTexts {
    pages: "Các trang của danh sách",
    page_before: "Trang trước",
    page_after: "Trang sau",
    rows: |from, to, count| [&from.to_string(), "–", &to.to_string(), " / ", &count.to_string()].concat(),
};

/// English.
pub const EN: ListTexts = ListTexts {
    pages: "Pages of the list",
    page_before: "Previous page",
    page_after: "Next page",
    rows: |from, to, count| [&from.to_string(), "–", &to.to_string(), " of ", &count.to_string()].concat(),
};
