//! Texts of the choice of a unit.

/// Texts of the choice of a unit.
pub struct PickerTexts {
    /// The date of the list, and how to search it.
    pub hint: fn(&str) -> String,
    /// Before a name that the roster does not have.
    pub typed: &'static str,
    /// Asks for the group of such a name.
    pub which_group: fn(&str) -> String,
    /// How many options there are.
    pub found: fn(usize) -> String,
}

/// Tiếng Việt.
pub const VI: PickerTexts = PickerTexts {
    hint: |as_of| ["Gõ vài chữ để tìm, có dấu hay không đều được. Danh sách tính đến ngày ", as_of, "."].concat(),
    typed: "Dùng tên đã gõ",
    which_group: |name| ["“", name, "” thuộc nhóm nào?"].concat(),
    found: |count| match count {
        0 => "Không có đơn vị nào khớp.".to_owned(),
        count => [&count.to_string(), " đơn vị"].concat(),
    },
};

/// English.
pub const EN: PickerTexts = PickerTexts {
    hint: |as_of| ["Type a few letters to search, with or without marks. The list is as of ", as_of, "."].concat(),
    typed: "Use the name as typed",
    which_group: |name| ["Which group does “", name, "” belong to?"].concat(),
    found: |count| match count {
        0 => "No unit matches.".to_owned(),
        1 => "1 unit".to_owned(),
        count => [&count.to_string(), " units"].concat(),
    },
};
