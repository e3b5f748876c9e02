//! Texts of the list of received files.

use coordination::filter::{FilesOrder, FilesWhich};

/// Texts of what was received.
pub struct FilesTexts {
    /// Heading.
    pub title: &'static str,
    /// A kind of lines.
    pub which: fn(FilesWhich) -> &'static str,
    /// Name of the choice among them.
    pub which_label: &'static str,
    /// Label of the field in which words are typed.
    pub words: &'static str,
    /// An order.
    pub order: fn(FilesOrder) -> &'static str,
    /// Caption of the table.
    pub caption: &'static str,
    /// Heads: the file.
    pub file: &'static str,
    /// Whose it is.
    pub unit: &'static str,
    /// What became of it.
    pub verdict: &'static str,
    /// So many bytes.
    pub size: fn(u64) -> String,
    /// Who sent it, when.
    pub sent: fn(&str, &str) -> String,
    /// The name that stands in the file, where the unit is not known.
    pub says: fn(&str) -> String,
    /// Opens what can be decided.
    pub decide: &'static str,
    /// Asks whether it is that unit.
    pub is_it: fn(&str) -> String,
    /// Says yes.
    pub yes: fn(&str) -> String,
    /// Label of that choice.
    pub which_unit: &'static str,
    /// Says that it is a unit that the list does not have.
    pub own_unit: fn(&str) -> String,
    /// What saying so does.
    pub unit_hint: &'static str,
    /// Chooses it.
    pub choose: &'static str,
    /// What choosing does.
    pub choose_hint: &'static str,
    /// Leaves it out.
    pub leave_out: &'static str,
    /// What leaving out does.
    pub leave_out_hint: &'static str,
    /// Takes that back.
    pub take_in: &'static str,
    /// What stands in the place of a name for files of the system.
    pub system: &'static str,
    /// Nothing was received yet.
    pub empty: &'static str,
}

/// Tiếng Việt.
pub const VI: FilesTexts = FilesTexts {
    title: "Tệp đã nhận",
    which: |which| match which {
        FilesWhich::All => "Tất cả",
        FilesWhich::Waiting => "Chờ quyết định",
        FilesWhich::Counts => "Nhận",
        FilesWhich::CountsWithRemark => "Nhận, có lưu ý",
        FilesWhich::Superseded => "Đã có bản mới hơn",
        FilesWhich::Duplicate => "Trùng",
        FilesWhich::Aside => "Để riêng",
        FilesWhich::Refused => "Không nhận",
    },
    which_label: "Hiện những dòng",
    words: "Tìm theo tên tệp, tên đơn vị",
    order: |order| match order {
        FilesOrder::Taken => "Theo thứ tự nhận",
        FilesOrder::Latest => "Nhận sau cùng trước",
        FilesOrder::Name => "Theo tên tệp",
        FilesOrder::Unit => "Theo đơn vị",
    },
    caption: "Mỗi vật đã nhận một dòng: tệp nén, thư trước, các tệp trong đó ở dưới.",
    file: "Tệp",
    unit: "Đơn vị",
    verdict: "Kết quả",
    size: |bytes| size(bytes, ','),
    sent: |sender, day| match (sender, day) {
        ("", "") => String::new(),
        ("", day) => ["gửi ngày ", day].concat(),
        (sender, "") => ["từ ", sender].concat(),
        (sender, day) => ["từ ", sender, ", ngày ", day].concat(),
    },
    says: |name| ["trong tệp ghi: ", name].concat(),
    decide: "Quyết định…",
    is_it: |name| ["Có phải ", name, "?"].concat(),
    yes: |name| ["Đúng, là ", name].concat(),
    which_unit: "Tệp này của đơn vị nào?",
    own_unit: |name| ["Là đơn vị riêng, chưa có trong danh sách: ", name].concat(),
    unit_hint: "Nói một lần; mọi tệp ghi tên như vậy, cả tệp đến sau, đều theo.",
    choose: "Tính tệp này",
    choose_hint: "Thay tệp đang được tính của đơn vị. Bản mới hơn nối tiếp từ tệp này về sau sẽ tự thay nó.",
    leave_out: "Không tính tệp này",
    leave_out_hint: "Tệp vẫn được giữ và hiện ở đây; phải ghi lý do.",
    take_in: "Tính lại tệp này như thường",
    system: "Tệp hệ thống",
    empty: "Chưa nhận tệp nào. Hãy thêm tệp hoặc thư mục ở trên, hoặc thả vào trang này.",
};

/// Bytes in the unit in which they are read easily.
fn size(bytes: u64, point: char) -> String {
    match bytes {
        0..1_000 => [&bytes.to_string(), " B"].concat(),
        1_000..1_000_000 => [&bytes.div_ceil(1_000).to_string(), " KB"].concat(),
        bytes => {
            let tenths = bytes.div_ceil(100_000);
            let mut text = (tenths / 10).to_string();
            text.push(point);
            text + &(tenths % 10).to_string() + " MB"
        }
    }
}

/// English.
pub const EN: FilesTexts = FilesTexts {
    title: "Files received",
    which: |which| match which {
        FilesWhich::All => "All",
        FilesWhich::Waiting => "Waiting for a decision",
        FilesWhich::Counts => "Accepted",
        FilesWhich::CountsWithRemark => "Accepted with a remark",
        FilesWhich::Superseded => "A newer one is there",
        FilesWhich::Duplicate => "Duplicate",
        FilesWhich::Aside => "Put aside",
        FilesWhich::Refused => "Refused",
    },
    which_label: "Lines to show",
    words: "Search by file or unit",
    order: |order| match order {
        FilesOrder::Taken => "As they were added",
        FilesOrder::Latest => "Last added first",
        FilesOrder::Name => "By file name",
        FilesOrder::Unit => "By unit",
    },
    caption: "A line for each thing that was received: archives and mails first, beneath them what lies in them.",
    file: "File",
    unit: "Unit",
    verdict: "What became of it",
    size: |bytes| size(bytes, '.'),
    sent: |sender, day| match (sender, day) {
        ("", "") => String::new(),
        ("", day) => ["sent on ", day].concat(),
        (sender, "") => ["from ", sender].concat(),
        (sender, day) => ["from ", sender, " on ", day].concat(),
    },
    says: |name| ["the file says: ", name].concat(),
    decide: "Decide…",
    is_it: |name| ["Is it ", name, "?"].concat(),
    yes: |name| ["Yes, it is ", name].concat(),
    which_unit: "Whose file is it?",
    own_unit: |name| ["It is a unit of its own that the list does not have: ", name].concat(),
    unit_hint: "Say it once: all files with that name follow, and those that come later.",
    choose: "Let this file count",
    choose_hint: "It takes the place of the unit's file that counts. A newer one that comes of it will take its place.",
    leave_out: "Leave this file out",
    leave_out_hint: "It is kept and stands here all the same; a reason is required.",
    take_in: "Let the rule decide again",
    system: "Files of the system",
    empty: "Nothing was received yet. Add files or a folder above, or drop them on this page.",
};
