//! The words for what the checks find: what is wrong, and what to do.

use super::import::code_point;
use domain::checks::Problem;
use domain::link::{LinkFault, is_hidden};
use std::borrow::Cow;

/// Names a letter so that it is found: a blank, one that is not seen by its number, any other by itself.
fn named(letter: char, blank: &str, hidden: &str, other: &str) -> String {
    if is_hidden(letter) {
        [hidden, &code_point(letter.into())].concat()
    } else if letter.is_whitespace() {
        blank.to_owned()
    } else {
        [other, "“", letter.encode_utf8(&mut [0; 4]), "”"].concat()
    }
}

/// Tiếng Việt.
pub(super) fn problem_vi(problem: &Problem) -> Cow<'static, str> {
    let words = match problem {
        Problem::TooLong(over) => {
            let rest = " ký tự: hãy rút gọn, nếu không thì tệp xuất ra không nhập lại được.";
            return ["Dài quá mức ", &over.to_string(), rest].concat().into();
        }
        Problem::NoSuchDate => "Không có ngày này. Ghi ngày/tháng/năm, ví dụ 05/7/2024.",
        Problem::ShortYear => "Năm phải ghi đủ 4 chữ số, ví dụ 05/7/2024.",
        Problem::EndBeforeStart => "Ngày kết thúc đứng trước ngày bắt đầu của kỳ báo cáo.",
        Problem::BadLink(LinkFault::Scheme) => "Liên kết phải bắt đầu bằng https:// hoặc http://.",
        Problem::BadLink(LinkFault::Host) => "Liên kết thiếu tên trang.",
        Problem::BadLink(LinkFault::Letter(letter)) => {
            let name = named(*letter, "dấu cách", "ký tự ẩn ", "ký tự ");
            return ["Liên kết có ", &name, ", không dùng được trong địa chỉ."].concat().into();
        }
        Problem::BadLink(LinkFault::UserInfo) => {
            "Liên kết không được mang tên đăng nhập hay mật khẩu (phần trước dấu @)."
        }
        Problem::UnnamedUnit => "Chưa có tên đơn vị.",
        Problem::FarYear => "Năm này có đúng không? Hãy kiểm tra lại.",
        Problem::WithoutAsOf => "Chưa ghi số liệu tính đến ngày nào.",
        Problem::WithoutOverall => "Chưa có đánh giá chung.",
        Problem::LeftByMerge => "Còn dòng “— Từ tệp … —” của lần gộp: hãy viết lại thành một đoạn rồi xóa dòng đó.",
        Problem::WithoutResults => "Chưa ghi kết quả.",
        Problem::UnfinishedWithoutReason => {
            "Chưa thực hiện xong mà chưa nêu nguyên nhân, cũng chưa có nhiệm vụ, giải pháp."
        }
        Problem::ProposalWithoutText => "Chưa ghi nội dung đề xuất, kiến nghị.",
        Problem::BareEvidence => {
            "Chưa có số, ký hiệu, cũng chưa có trích yếu nên chưa được tính là tài liệu kiểm chứng."
        }
        Problem::Unanswered => "Chưa chọn mức độ thực hiện.",
        Problem::DoneWithoutEvidence => {
            "Đã thực hiện mà chưa có tài liệu kiểm chứng: hãy chọn tài liệu, hoặc cho biết vì sao chưa có."
        }
        Problem::LimitationWithoutCause => "Đã nêu hạn chế nhưng chưa nêu nguyên nhân (khách quan hoặc chủ quan).",
        Problem::StepWithoutTask => "Chưa ghi việc phải làm.",
        Problem::StepWithoutOwner => "Chưa ghi ai chủ trì.",
        Problem::StepWithoutDue => "Chưa ghi thời hạn.",
        Problem::LikelyDuplicate => "Có thể ghi trùng: danh mục đã có tài liệu cùng số, ký hiệu và ngày.",
    };
    words.into()
}

/// English.
pub(super) fn problem_en(problem: &Problem) -> Cow<'static, str> {
    let words = match problem {
        Problem::TooLong(over) => {
            let rest = " characters too long: shorten it, or the exported file cannot be imported.";
            return [&over.to_string(), rest].concat().into();
        }
        Problem::NoSuchDate => "There is no such date. Write day/month/year, for example 05/7/2024.",
        Problem::ShortYear => "Write the year with all 4 digits, for example 05/7/2024.",
        Problem::EndBeforeStart => "The period ends before it begins.",
        Problem::BadLink(LinkFault::Scheme) => "The link must begin with https:// or http://.",
        Problem::BadLink(LinkFault::Host) => "The link names no site.",
        Problem::BadLink(LinkFault::Letter(letter)) => {
            let name = named(*letter, "a space", "a hidden character, ", "the character ");
            return ["The link has ", &name, ", which no address has."].concat().into();
        }
        Problem::BadLink(LinkFault::UserInfo) => "The link must not carry a user name or password (the part before @).",
        Problem::UnnamedUnit => "The unit has no name.",
        Problem::FarYear => "Is this year right? Please check it.",
        Problem::WithoutAsOf => "It is not said as of which day the figures are.",
        Problem::WithoutOverall => "There is no overall assessment yet.",
        Problem::LeftByMerge => {
            "A line “— From file … —” of a merge is left: make one text of both and delete the line."
        }
        Problem::WithoutResults => "No results are given yet.",
        Problem::UnfinishedWithoutReason => "Not finished, and neither a cause nor a next step is given.",
        Problem::ProposalWithoutText => "What is proposed is not said.",
        Problem::BareEvidence => "With neither a number nor a summary it does not count as a supporting document yet.",
        Problem::Unanswered => "No status chosen yet.",
        Problem::DoneWithoutEvidence => {
            "Done, but without a supporting document: choose one, or say why there is none yet."
        }
        Problem::LimitationWithoutCause => "A limitation is given, but no cause of it (objective or subjective).",
        Problem::StepWithoutTask => "What is to be done is not said.",
        Problem::StepWithoutOwner => "Nobody leads it yet.",
        Problem::StepWithoutDue => "No due date yet.",
        Problem::LikelyDuplicate => "Probably a duplicate: the register has a document of the same number and date.",
    };
    words.into()
}
