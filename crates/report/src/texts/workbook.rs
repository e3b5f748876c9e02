//! The words of the workbook.

/// What a workbook is called, before the name of its gathering.
pub const TITLE: &str = "Số liệu tổng hợp";

/// The sheet with what was counted in all.
pub const OVERVIEW: &str = "Tổng quan";
/// Who has reported.
pub const REGISTER: &str = "Tình hình gửi";
/// The requirements by group.
pub const REQUIREMENTS: &str = "Yêu cầu";
/// Units × requirements.
pub const MATRIX: &str = "Ma trận";
/// Difficulties.
pub const DIFFICULTIES: &str = "Khó khăn, vướng mắc";
/// Proposals.
pub const PROPOSALS: &str = "Đề xuất, kiến nghị";
/// Next steps.
pub const STEPS: &str = "Nhiệm vụ, giải pháp";
/// What was received.
pub const FILES: &str = "Tệp đã nhận";

/// The name of a gathering.
pub const GATHERING: &str = "Đợt tổng hợp";
/// What it is marked as.
pub const MARK: &str = "Trạng thái";
/// The day of the roster.
pub const ROSTER: &str = "Danh sách đơn vị tính đến";
/// The day of the numbers.
pub const CUT_OFF: &str = "Ngày chốt số liệu";
/// How many files were counted.
pub const COUNTED: &str = "Số tệp được tính";
/// The digest of the gathering.
pub const DIGEST: &str = "Mã đối chiếu";

/// A column or a sheet that goes on with what the one before it had no room for: the first part has the name alone.
#[must_use]
pub fn part(name: &str, at: usize) -> String {
    match at {
        1 => name.to_owned(),
        2 => [name, " (tiếp)"].concat(),
        at => format!("{name} (tiếp {})", at - 1),
    }
}
