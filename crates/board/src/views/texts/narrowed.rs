//! What a table is narrowed to, in words: it stands in the file that is handed out.

/// What a table is narrowed to, in words.
pub struct NarrowedTexts {
    /// That not all is in the table.
    pub only: &'static str,
    /// Words of a name.
    pub words: &'static str,
    /// Units that are counted in both gatherings.
    pub both_only: &'static str,
    /// The earlier and the later one of two gatherings.
    pub gatherings: fn(&str, &str) -> String,
}

/// Tiếng Việt.
pub const VI: NarrowedTexts = NarrowedTexts {
    only: "Bảng đã lọc, chỉ gồm",
    words: "Tên có",
    both_only: "Chỉ những đơn vị có ở cả hai đợt",
    gatherings: |earlier, later| ["Đợt trước: ", earlier, "; đợt sau: ", later].concat(),
};

/// English.
pub const EN: NarrowedTexts = NarrowedTexts {
    only: "Filtered, with nothing but",
    words: "Name has",
    both_only: "Units that are counted in both alone",
    gatherings: |earlier, later| ["Earlier: ", earlier, "; later: ", later].concat(),
};
