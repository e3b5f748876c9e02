//! What became of files, and why: verdicts, causes and what to do, in words.

use super::causes;
use super::line_words::LineWords;
use coordination::thing::ThingLine;
use gathering::verdict::{Cause, Supersession, Verdict, Why};

/// What became of files, and why.
pub struct VerdictTexts {
    /// A verdict in a word or two; of one that counts, whether there is something to know of it.
    pub verdict: fn(&Verdict, bool) -> &'static str,
    /// Why, in a sentence; with the name of the file that it speaks of.
    pub why: fn(&Verdict, &str) -> String,
    /// What a person can do; empty where there is nothing.
    pub remedy: fn(&Verdict) -> &'static str,
    /// What became of a line that has no assessment.
    pub line: fn(&ThingLine) -> LineWords,
    /// What there is to know of a file that is held.
    pub remark: fn(&str, &ThingLine) -> Option<&'static str>,
    /// Where in a file or an archive something is wrong.
    pub place: fn(&str) -> String,
}

/// Tiếng Việt.
pub const VI: VerdictTexts = VerdictTexts {
    verdict: |verdict, has_remark| match verdict {
        Verdict::Counts(_) if has_remark => "Nhận, có lưu ý",
        Verdict::Counts(_) => "Nhận",
        Verdict::Superseded { .. } => "Đã có bản mới hơn",
        Verdict::Duplicate { .. } => "Trùng",
        Verdict::Aside(_) => "Để riêng",
        Verdict::LeftOut { .. } => "Không tính",
    },
    why: why_vi,
    remedy: remedy_vi,
    line: causes::line_vi,
    remark: |code, _| match code {
        "resaved" => Some("Đã lưu lại bằng chương trình khác; nội dung không đổi."),
        "from-page" => Some("Đọc từ tệp HTML."),
        "from-mail" => Some("Lấy từ tệp đính kèm của thư."),
        "name-guessed" => Some("Tên tệp trong tệp nén được đoán theo bảng mã tiếng Việt."),
        "samples-left-out" => Some("Trong tệp còn có bản mẫu, không tính."),
        _ => None,
    },
    place: |place| match (place.strip_prefix('@'), place.split_once(':')) {
        (Some(byte), _) => ["Chỗ lỗi: byte ", byte].concat(),
        (None, Some((line, column))) => ["Chỗ lỗi: dòng ", line, ", cột ", column].concat(),
        (None, None) => ["Chỗ lỗi: ", place].concat(),
    },
};

fn why_vi(verdict: &Verdict, other: &str) -> String {
    match verdict {
        Verdict::Counts(Why::Only) => "Tệp duy nhất của đơn vị.".into(),
        Verdict::Counts(Why::Latest { of }) => ["Bản mới nhất, nối tiếp ", &of.to_string(), " tệp trước."].concat(),
        Verdict::Counts(Why::Part { parts, covered, required }) => [
            "Một trong ",
            &parts.to_string(),
            if covered < required {
                " phần được ghép lại; mới nhận "
            } else {
                " phần được ghép lại; đã đủ "
            },
            &covered.to_string(),
            "/",
            &required.to_string(),
            " yêu cầu.",
        ]
        .concat(),
        Verdict::Counts(Why::Chosen { is_later: false, .. }) => "Được người tổng hợp chọn.".into(),
        Verdict::Counts(Why::Chosen { is_later: true, .. }) => "Nối tiếp tệp được người tổng hợp chọn.".into(),
        Verdict::Superseded { how: Supersession::Chain, .. } => ["Đơn vị đã xuất bản mới hơn: ", other].concat(),
        Verdict::Superseded { how: Supersession::SameContent, .. } => ["Nội dung giống hệt tệp ", other].concat(),
        Verdict::Superseded { how: Supersession::Chosen { .. }, .. } => {
            ["Người tổng hợp đã chọn tệp khác: ", other].concat()
        }
        Verdict::Duplicate { .. } => ["Trùng với ", other].concat(),
        Verdict::LeftOut { reason, .. } => ["Người tổng hợp không tính: ", reason].concat(),
        Verdict::Aside(cause) => aside_vi(cause, other),
    }
}

fn aside_vi(cause: &Cause, other: &str) -> String {
    match cause {
        Cause::Sample => "Đây là bản mẫu, không bao giờ tính.".into(),
        Cause::OtherDirective => "Tự đánh giá theo văn bản khác.".into(),
        Cause::OtherEdition => "Tự đánh giá theo bản dữ liệu khác của công văn.".into(),
        Cause::EarlierPeriod { as_of } => ["Kỳ trước (số liệu ngày ", &as_of.to_display(), ")."].concat(),
        Cause::UnitUnknown => "Chưa rõ của đơn vị nào.".into(),
        Cause::UnitClaimedTwice => "Mang mã của một đơn vị nhưng ghi tên khác, và có tệp khác cũng mang mã này.".into(),
        Cause::FormerUnit { .. } => "Của đơn vị cũ, nay thuộc đơn vị khác; không cộng thêm.".into(),
        Cause::OtherView => "Của đơn vị không có trong danh sách đang dùng.".into(),
        Cause::TwoDrafts => "Đơn vị gửi hai bản lập riêng, không bản nào nối tiếp bản nào.".into(),
        Cause::SeparateWays => "Hai người sửa tiếp từ một bản theo hai hướng.".into(),
        Cause::PartsOverlap => "Phần khác của cùng bản cũng nói về yêu cầu này.".into(),
        Cause::PartAfterWhole { .. } => ["Một phần tách từ bản đầy đủ đang được tính: ", other].concat(),
        Cause::CoversNothing => "Nói về những yêu cầu mà công văn không có.".into(),
        Cause::ChosenTwice => "Nhiều tệp được chọn mà chỉ một được tính.".into(),
        Cause::AfterChoice { .. } => "Đến sau khi người tổng hợp đã chọn tệp khác, và không nối tiếp tệp đó.".into(),
    }
}

fn remedy_vi(verdict: &Verdict) -> &'static str {
    let Verdict::Aside(cause) = verdict else { return "" };
    match cause {
        Cause::UnitUnknown | Cause::UnitClaimedTwice => "Hãy nói tệp này của đơn vị nào.",
        Cause::TwoDrafts
        | Cause::SeparateWays
        | Cause::PartsOverlap
        | Cause::ChosenTwice
        | Cause::AfterChoice { .. } => "Hãy chọn tệp được tính, hoặc hỏi lại đơn vị.",
        Cause::OtherEdition => "Xin đơn vị mở tệp ở trang mới nhất và xuất lại.",
        Cause::FormerUnit { .. } => "Có thể chọn tính cho đơn vị mới, hoặc xem theo đơn vị cũ ở phần Thiết lập.",
        Cause::EarlierPeriod { .. } => "Nếu vẫn là báo cáo của kỳ này, hãy chọn tính tệp này.",
        Cause::Sample
        | Cause::OtherDirective
        | Cause::OtherView
        | Cause::PartAfterWhole { .. }
        | Cause::CoversNothing => "",
    }
}

/// English.
pub const EN: VerdictTexts = VerdictTexts {
    verdict: |verdict, has_remark| match verdict {
        Verdict::Counts(_) if has_remark => "Accepted with a remark",
        Verdict::Counts(_) => "Accepted",
        Verdict::Superseded { .. } => "A newer one is there",
        Verdict::Duplicate { .. } => "Duplicate",
        Verdict::Aside(_) => "Put aside",
        Verdict::LeftOut { .. } => "Left out",
    },
    why: why_en,
    remedy: remedy_en,
    line: causes::line_en,
    remark: |code, _| match code {
        "resaved" => Some("Another program has saved it since; its content is unchanged."),
        "from-page" => Some("Read from an HTML file."),
        "from-mail" => Some("Taken from the attachment of a mail."),
        "name-guessed" => Some("Its name in the archive was guessed to be Vietnamese."),
        "samples-left-out" => Some("The file has samples too, which do not count."),
        _ => None,
    },
    place: |place| match (place.strip_prefix('@'), place.split_once(':')) {
        (Some(byte), _) => ["Where: byte ", byte].concat(),
        (None, Some((line, column))) => ["Where: line ", line, ", column ", column].concat(),
        (None, None) => ["Where: ", place].concat(),
    },
};

fn why_en(verdict: &Verdict, other: &str) -> String {
    match verdict {
        Verdict::Counts(Why::Only) => "The unit's only file.".into(),
        Verdict::Counts(Why::Latest { of: 1 }) => "The newest one; it came of 1 file before.".into(),
        Verdict::Counts(Why::Latest { of }) => {
            ["The newest one; it came of ", &of.to_string(), " files before."].concat()
        }
        Verdict::Counts(Why::Part { parts, covered, required }) => [
            "One of ",
            &parts.to_string(),
            " parts that are put together; they speak of ",
            &covered.to_string(),
            "/",
            &required.to_string(),
            " requirements.",
        ]
        .concat(),
        Verdict::Counts(Why::Chosen { is_later: false, .. }) => "Chosen by a person.".into(),
        Verdict::Counts(Why::Chosen { is_later: true, .. }) => "It came of the file that a person chose.".into(),
        Verdict::Superseded { how: Supersession::Chain, .. } => ["The unit has exported a newer one: ", other].concat(),
        Verdict::Superseded { how: Supersession::SameContent, .. } => ["Its content is that of ", other].concat(),
        Verdict::Superseded { how: Supersession::Chosen { .. }, .. } => {
            ["A person chose another one: ", other].concat()
        }
        Verdict::Duplicate { .. } => ["The same as ", other].concat(),
        Verdict::LeftOut { reason, .. } => ["A person left it out: ", reason].concat(),
        Verdict::Aside(cause) => aside_en(cause, other),
    }
}

fn aside_en(cause: &Cause, other: &str) -> String {
    match cause {
        Cause::Sample => "It is the sample, which never counts.".into(),
        Cause::OtherDirective => "It reports on another document.".into(),
        Cause::OtherEdition => "It reports on another edition of the directive's data.".into(),
        Cause::EarlierPeriod { as_of } => ["Of an earlier period (figures as of ", &as_of.to_display(), ")."].concat(),
        Cause::UnitUnknown => "It is not known whose it is.".into(),
        Cause::UnitClaimedTwice => "It has a unit's id and another name, and so do other files.".into(),
        Cause::FormerUnit { .. } => "Of a former unit that is now part of another; it is not added up.".into(),
        Cause::OtherView => "Of a unit that is not in the list in use.".into(),
        Cause::TwoDrafts => "The unit sent two drafts, neither of which came of the other.".into(),
        Cause::SeparateWays => "Two people went separate ways from one draft.".into(),
        Cause::PartsOverlap => "Another part of the same draft speaks of the same requirement.".into(),
        Cause::PartAfterWhole { .. } => ["A part of the whole that counts: ", other].concat(),
        Cause::CoversNothing => "It speaks of requirements that the directive does not have.".into(),
        Cause::ChosenTwice => "Several were chosen of which only one can count.".into(),
        Cause::AfterChoice { .. } => "It came after a person had chosen another one, and did not come of that.".into(),
    }
}

fn remedy_en(verdict: &Verdict) -> &'static str {
    let Verdict::Aside(cause) = verdict else { return "" };
    match cause {
        Cause::UnitUnknown | Cause::UnitClaimedTwice => "Say whose file it is.",
        Cause::TwoDrafts
        | Cause::SeparateWays
        | Cause::PartsOverlap
        | Cause::ChosenTwice
        | Cause::AfterChoice { .. } => "Choose the one that counts, or ask the unit.",
        Cause::OtherEdition => "Ask the unit to open it on the newest page and to export it again.",
        Cause::FormerUnit { .. } => "Let it count for the new unit, or look at the former units under Settings.",
        Cause::EarlierPeriod { .. } => "If it is this period's report all the same, let it count.",
        Cause::Sample
        | Cause::OtherDirective
        | Cause::OtherView
        | Cause::PartAfterWhole { .. }
        | Cause::CoversNothing => "",
    }
}
