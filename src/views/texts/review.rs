//! Texts of the review: several files, a file beside the draft, what can be read of a damaged one.

use super::returned;
use app::review::ReviewFinding;
use exchange::Foreign;
use exchange::merge::{Kind, MergeChoice, Summary};
use exchange::salvage::Lost;
use exchange::zip::ZipFault;

/// Texts of the review.
pub struct ReviewTexts {
    /// Name of the list of files.
    pub files: fn(usize) -> String,
    /// How many there was no room for in it.
    pub left_out: fn(usize) -> String,
    /// What is to be said of a file in the list: whose it is, where it can be taken in.
    pub verdict: fn(&ReviewFinding) -> String,
    /// Another program has saved the file since, with the content unchanged.
    pub resaved: &'static str,
    /// Label of the requirements that a file speaks of.
    pub covers: &'static str,
    /// What a file of some requirements does.
    pub covers_hint: &'static str,
    /// Label of the fields of a newer version.
    pub newer: &'static str,
    /// What becomes of them.
    pub newer_hint: &'static str,
    /// In how many places it differs from the draft, and in how many not.
    pub differs: fn(usize, usize) -> String,
    /// It says what the draft says.
    pub same: &'static str,
    /// Nothing has changed yet.
    pub nothing_yet: &'static str,
    /// Name of the choices for all places.
    pub for_all: &'static str,
    /// A choice for all places.
    pub all: fn(MergeChoice) -> &'static str,
    /// The part that belongs to no requirement.
    pub general: &'static str,
    /// How the two differ.
    pub kind: fn(Kind) -> &'static str,
    /// Over what the draft has.
    pub mine: &'static str,
    /// Over what the file has.
    pub theirs: &'static str,
    /// A choice for one place, by how the two differ there.
    pub choice: fn(Kind, MergeChoice) -> &'static str,
    /// The unit takes part in the task.
    pub takes_part: &'static str,
    /// What will happen.
    pub summary: fn(Summary) -> String,
    /// What stays and comes in beyond the choices.
    pub referred: &'static str,
    /// Merges.
    pub merge: &'static str,
    /// Takes the file as an earlier period's.
    pub start_from: &'static str,
    /// The line above what a joined text has from the file of that name.
    pub mark: fn(&str) -> String,
    /// The same, from a draft.
    pub mark_of_draft: fn(&str) -> String,
    /// Heading over two drafts.
    pub drafts_title: &'static str,
    /// A draft by when it was changed.
    pub draft: fn(&str) -> String,
    /// Two drafts say the same.
    pub same_drafts: &'static str,
    /// Words of these texts about a draft and a file, and what is said in their place of two drafts.
    pub of_drafts: [(&'static str, &'static str); 3],
    /// Labels of the two drafts.
    pub draft_labels: [&'static str; 2],
    /// Takes in what can be read of a damaged file.
    pub open_readable: &'static str,
    /// What that does.
    pub open_readable_hint: &'static str,
    /// Heading over what can be read.
    pub readable: &'static str,
    /// A unit whose name was lost.
    pub no_unit: &'static str,
    /// What cannot be said about a file whose digest differs.
    pub changed: &'static str,
    /// Where the reading had to end.
    pub read_until: &'static str,
    /// Label of what may be lost.
    pub lost: &'static str,
    /// A part that may be lost.
    pub lost_part: fn(Lost) -> &'static str,
    /// What, and what to do, for an archive.
    pub archive: fn(ZipFault) -> (&'static str, &'static str),
    /// The same, for a file in an archive that is closed.
    pub closed: (&'static str, &'static str),
    /// The same, for a file of another program.
    pub foreign: fn(Foreign) -> (&'static str, &'static str),
    /// Puts aside that many files from which nothing can be imported.
    pub close_refused: fn(usize) -> String,
    /// The same, where the browser cannot unpack.
    pub cannot_unpack: (&'static str, &'static str),
    /// Heading of the export of some requirements.
    pub portion: &'static str,
    /// What it is for.
    pub portion_hint: &'static str,
    /// Its button.
    pub export_portion: &'static str,
}

/// Tiếng Việt.
pub const VI: ReviewTexts = ReviewTexts {
    files: |count| [&count.to_string(), " tệp đang chờ xem"].concat(),
    left_out: |count| {
        let rest = " bản nữa chưa đưa vào danh sách: mỗi lần xem được tối đa 200 bản, ít hơn nếu tệp rất lớn. Xem xong \
                    các bản ở trên, hãy chọn tiếp những tệp còn lại.";
        ["Còn ", &count.to_string(), rest].concat()
    },
    verdict: verdict_vi,
    resaved: "Tệp đã được lưu lại bằng chương trình khác; nội dung không đổi.",
    covers: "Chỉ gồm yêu cầu",
    covers_hint: "Tệp này là một phần bản tự đánh giá. Khi gộp, các yêu cầu khác và phần chung giữ nguyên.",
    newer: "Phần không hiểu ở đây",
    newer_hint: "Do phiên bản mới hơn của trang này ghi. Các mục này được giữ nguyên và ghi lại khi xuất tệp.",
    differs: |count, same| match same {
        0 => ["Khác bản nháp ở ", &count.to_string(), " chỗ"].concat(),
        same => ["Khác bản nháp ở ", &count.to_string(), " chỗ, giống ở ", &same.to_string(), " chỗ"].concat(),
    },
    same: "Tệp này giống hệt bản nháp trên máy: không có gì để gộp.",
    nothing_yet: "Chưa có gì thay đổi. Chọn phần được giữ ở từng chỗ rồi bấm Gộp.",
    for_all: "Chọn cho tất cả các chỗ",
    all: |choice| match choice {
        MergeChoice::Mine => "Giữ toàn bộ bản trên máy",
        MergeChoice::Theirs => "Lấy toàn bộ theo tệp",
        MergeChoice::Both => "Giữ cả hai",
    },
    general: "Phần chung",
    kind: |kind| match kind {
        Kind::OnlyHere => "chỉ bản nháp có",
        Kind::OnlyThere => "chỉ tệp có",
        Kind::Different => "khác nhau",
    },
    mine: "Của tôi",
    theirs: "Trong tệp",
    choice: |kind, choice| match (kind, choice) {
        (Kind::OnlyHere, MergeChoice::Theirs) => "Bỏ",
        (Kind::OnlyHere, _) => "Giữ",
        (Kind::OnlyThere, MergeChoice::Mine) => "Không lấy",
        (Kind::OnlyThere, _) => "Lấy",
        (Kind::Different, MergeChoice::Mine) => "Giữ của tôi",
        (Kind::Different, MergeChoice::Theirs) => "Lấy của tệp",
        (Kind::Different, MergeChoice::Both) => "Giữ cả hai",
    },
    takes_part: "Có tham gia phối hợp",
    summary: |summary| {
        let words = ["lấy thêm", "thay bằng của tệp", "giữ cả hai", "bỏ khỏi bản nháp", "giữ như cũ"];
        ["Khi gộp: ", &counts(summary, words), "."].concat()
    },
    referred: "Tài liệu đang được một yêu cầu dùng thì luôn được giữ hoặc lấy thêm.",
    merge: "Gộp",
    start_from: "Làm kỳ mới từ tệp này",
    mark: |file| ["— Từ tệp ", file, ": —"].concat(),
    mark_of_draft: |draft| ["— Từ ", draft, ": —"].concat(),
    drafts_title: "So sánh hai bản nháp",
    draft: |when| ["bản nháp sửa lúc ", when].concat(),
    same_drafts: "Hai bản nháp giống hệt nhau: không có gì để gộp.",
    of_drafts: [("tệp", "bản kia"), ("bản trên máy", "bản này"), ("ủa tôi", "ủa bản này")],
    draft_labels: ["Bản này", "Bản kia"],
    open_readable: "Mở phần đọc được",
    open_readable_hint: "Phần đọc được thành một bản nháp riêng để bạn xem lại; không bản nháp nào bị thay.",
    readable: "Phần đọc được",
    no_unit: "(mất tên đơn vị)",
    changed: "Đọc được toàn bộ, nhưng không biết chỗ nào đã bị sửa sau khi xuất: hãy đối chiếu với đơn vị gửi.",
    read_until: "Đọc được đến",
    lost: "Có thể đã mất",
    lost_part: |part| match part {
        Lost::Answers => "các yêu cầu phía sau",
        Lost::AsOf => "ngày của số liệu",
        Lost::Register => "danh mục tài liệu (một phần hoặc tất cả)",
        Lost::Overall => "đánh giá chung",
        Lost::Period => "kỳ báo cáo",
        Lost::PreparedBy => "người lập",
        Lost::Proposals => "đề xuất, kiến nghị",
        Lost::Replies => "trả lời nhận xét",
        Lost::SelfRating => "mức tự đánh giá",
        Lost::Unit => "tên đơn vị",
    },
    archive: |fault| match fault {
        ZipFault::Broken => {
            ("Tệp nén bị hỏng hoặc chưa tải hết.", "Hãy tải lại tệp nén, hoặc giải nén rồi chọn từng tệp .json.")
        }
        ZipFault::TooManyFiles => ("Tệp nén có quá 200 tệp.", "Hãy giải nén rồi chọn từng nhóm tệp."),
        ZipFault::TooLarge => {
            ("Tệp nén quá lớn: tối đa 20 MB, cả khi đã giải nén.", "Hãy giải nén rồi chọn từng nhóm tệp.")
        }
        ZipFault::Empty => ("Trong tệp nén không có tệp nào.", "Hãy chọn tệp .json do trang này xuất ra."),
    },
    closed: (
        "Tệp này đặt mật khẩu hoặc được nén theo cách mà trang này không mở được.",
        "Hãy giải nén bằng phần mềm trên máy rồi chọn tệp .json.",
    ),
    foreign: |kind| {
        let what = match kind {
            Foreign::Word => "Đây là tệp Word, không phải tệp tự đánh giá.",
            Foreign::Excel => "Đây là tệp Excel, không phải tệp tự đánh giá.",
            Foreign::Office => "Đây là tệp văn phòng (Word, Excel, PowerPoint…), không phải tệp tự đánh giá.",
            Foreign::Pdf => "Đây là tệp PDF, không phải tệp tự đánh giá.",
            Foreign::Picture => "Đây là tệp ảnh, không phải tệp tự đánh giá.",
            Foreign::Archive => "Đây là tệp nén loại khác (RAR, 7z…), trang này không mở được.",
        };
        let bring = match kind {
            Foreign::Archive => "Hãy giải nén bằng phần mềm trên máy rồi chọn tệp .json.",
            _ => "Hãy chọn tệp .json do trang này xuất ra; chữ trong tệp khác thì chép và dán vào từng ô.",
        };
        (what, bring)
    },
    close_refused: |count| ["Đóng ", &count.to_string(), " tệp không nhập được"].concat(),
    cannot_unpack: (
        "Trình duyệt này không tự giải nén được.",
        "Hãy giải nén bằng phần mềm trên máy (bấm chuột phải, Giải nén tất cả) rồi chọn các tệp .json.",
    ),
    portion: "Xuất một phần",
    portion_hint: "Khi hai người chia nhau làm: chọn các yêu cầu mình làm, xuất, và gửi tệp cho người kia gộp vào bản của họ.",
    export_portion: "Xuất các yêu cầu đã chọn",
};

impl ReviewTexts {
    /// A text of these about a draft and a file, or the same about two drafts.
    #[must_use]
    pub fn about(&self, text: &str, is_draft: bool) -> String {
        let mut said = text.to_owned();
        for (of_file, of_draft) in self.of_drafts.iter().filter(|_| is_draft) {
            said = said.replace(of_file, of_draft);
        }
        said
    }
}

fn verdict_vi(finding: &ReviewFinding) -> String {
    match finding {
        ReviewFinding::Ready { preview, existing, .. } => {
            let then = if existing.is_some() { " – có thể gộp" } else { " – nhập được" };
            [preview.unit.as_str(), then].concat()
        }
        ReviewFinding::Returned(returned) => {
            [&returned.unit.name, " – ", &(returned::VI.remarks)(returned.remarks.len())].concat()
        }
        ReviewFinding::Refused(_, Some(_)) => "bị hỏng, còn đọc được một phần".into(),
        ReviewFinding::Refused(..) => "không nhập được".into(),
        ReviewFinding::Unreadable => "không đọc được từ ổ đĩa".into(),
        ReviewFinding::BadArchive(_) => "tệp nén không mở được".into(),
        ReviewFinding::Foreign(_) => "không phải tệp tự đánh giá".into(),
        ReviewFinding::Closed | ReviewFinding::CannotUnpack => "cần giải nén trước".into(),
    }
}

/// English.
pub const EN: ReviewTexts = ReviewTexts {
    files: |count| [&count.to_string(), " files to look at"].concat(),
    left_out: |count| {
        let rest = " more were left out: 200 can be looked at at a time, fewer where files are very large. Once you are \
                    done with those above, choose the files that are left.";
        [&count.to_string(), rest].concat()
    },
    verdict: verdict_en,
    resaved: "Another program has saved the file since; its content is unchanged.",
    covers: "Requirements only",
    covers_hint: "This file is a part of an assessment. Merging leaves the other requirements and the general part as they are.",
    newer: "Not understood here",
    newer_hint: "A newer version of this page wrote it. These fields are kept as they are and exported again.",
    differs: |count, same| match same {
        0 => ["Differs from the draft in ", &count.to_string(), " places"].concat(),
        same => {
            ["Differs from the draft in ", &count.to_string(), " places, is the same in ", &same.to_string()].concat()
        }
    },
    same: "This file says exactly what the draft says: there is nothing to merge.",
    nothing_yet: "Nothing has changed yet. Choose what is kept at each place, then press Merge.",
    for_all: "For all places",
    all: |choice| match choice {
        MergeChoice::Mine => "Keep all of mine",
        MergeChoice::Theirs => "Take all of the file's",
        MergeChoice::Both => "Keep both",
    },
    general: "General part",
    kind: |kind| match kind {
        Kind::OnlyHere => "only in the draft",
        Kind::OnlyThere => "only in the file",
        Kind::Different => "different",
    },
    mine: "Mine",
    theirs: "In the file",
    choice: |kind, choice| match (kind, choice) {
        (Kind::OnlyHere, MergeChoice::Theirs) => "Drop",
        (Kind::OnlyHere, _) => "Keep",
        (Kind::OnlyThere, MergeChoice::Mine) => "Leave out",
        (Kind::OnlyThere, _) => "Take",
        (Kind::Different, MergeChoice::Mine) => "Keep mine",
        (Kind::Different, MergeChoice::Theirs) => "Take the file's",
        (Kind::Different, MergeChoice::Both) => "Keep both",
    },
    takes_part: "Takes part",
    summary: |summary| {
        let words = ["added", "replaced by the file's", "with both kept", "dropped from the draft", "left as they are"];
        ["The merge: ", &counts(summary, words), "."].concat()
    },
    referred: "A document that a requirement refers to is always kept, or taken in.",
    merge: "Merge",
    start_from: "Start a new period from this file",
    mark: |file| ["— From the file ", file, ": —"].concat(),
    mark_of_draft: |draft| ["— From ", draft, ": —"].concat(),
    drafts_title: "Comparing two drafts",
    draft: |when| ["the draft changed ", when].concat(),
    same_drafts: "The two drafts say exactly the same: there is nothing to merge.",
    of_drafts: [("the file", "the other draft"), ("mine", "this draft's"), ("Mine", "This draft's")],
    draft_labels: ["This draft", "The other draft"],
    open_readable: "Open what can be read",
    open_readable_hint: "What can be read becomes a draft of its own for you to check; no draft is replaced.",
    readable: "What can be read",
    no_unit: "(the unit's name is lost)",
    changed: "All of it can be read, but nobody can tell what was changed after the export: check it with the unit that sent it.",
    read_until: "Read until",
    lost: "May be lost",
    lost_part: |part| match part {
        Lost::Answers => "the requirements after that",
        Lost::AsOf => "the day of the figures",
        Lost::Register => "the register of documents, some or all of it",
        Lost::Overall => "the overall assessment",
        Lost::Period => "the period",
        Lost::PreparedBy => "who prepared it",
        Lost::Proposals => "the proposals",
        Lost::Replies => "the answers to remarks",
        Lost::SelfRating => "the own rating",
        Lost::Unit => "the unit's name",
    },
    archive: |fault| match fault {
        ZipFault::Broken => (
            "The archive is damaged or was not downloaded whole.",
            "Download it again, or unpack it and choose the .json files.",
        ),
        ZipFault::TooManyFiles => ("The archive has more than 200 files.", "Unpack it and choose the files in groups."),
        ZipFault::TooLarge => (
            "The archive is too large: at most 20 MB, also once unpacked.",
            "Unpack it and choose the files in groups.",
        ),
        ZipFault::Empty => ("There is no file in the archive.", "Choose a .json file that this page has exported."),
    },
    closed: (
        "This file has a password, or is packed in a way that this page cannot open.",
        "Unpack it with a program on your computer and choose the .json file.",
    ),
    foreign: |kind| {
        let what = match kind {
            Foreign::Word => "This is a Word file, not a self-assessment.",
            Foreign::Excel => "This is an Excel file, not a self-assessment.",
            Foreign::Office => "This is an office file (Word, Excel, PowerPoint…), not a self-assessment.",
            Foreign::Pdf => "This is a PDF, not a self-assessment.",
            Foreign::Picture => "This is a picture, not a self-assessment.",
            Foreign::Archive => "This is an archive of another kind (RAR, 7z…) that this page cannot open.",
        };
        let bring = match kind {
            Foreign::Archive => "Unpack it with a program on this computer, then choose the .json file.",
            _ => {
                "Choose a .json file that this page has exported; copy text from other files and paste it into the fields."
            }
        };
        (what, bring)
    },
    close_refused: |count| ["Close ", &count.to_string(), " files that cannot be imported"].concat(),
    cannot_unpack: (
        "This browser cannot unpack archives.",
        "Unpack it with a program on your computer (right click, Extract all) and choose the .json files.",
    ),
    portion: "Export a part",
    portion_hint: "Where two share the work: choose the requirements that you did, export, and send the file to the other, who merges it.",
    export_portion: "Export the chosen requirements",
};

fn verdict_en(finding: &ReviewFinding) -> String {
    match finding {
        ReviewFinding::Ready { preview, existing, .. } => {
            let then = if existing.is_some() { " – can be merged" } else { " – can be imported" };
            [preview.unit.as_str(), then].concat()
        }
        ReviewFinding::Returned(returned) => {
            [&returned.unit.name, " – ", &(returned::EN.remarks)(returned.remarks.len())].concat()
        }
        ReviewFinding::Refused(_, Some(_)) => "damaged, can be read in part".into(),
        ReviewFinding::Refused(..) => "cannot be imported".into(),
        ReviewFinding::Unreadable => "cannot be read from the disk".into(),
        ReviewFinding::BadArchive(_) => "the archive cannot be opened".into(),
        ReviewFinding::Foreign(_) => "not a self-assessment".into(),
        ReviewFinding::Closed | ReviewFinding::CannotUnpack => "has to be unpacked first".into(),
    }
}

/// The counts that are not zero, each with its word.
fn counts(summary: Summary, words: [&str; 5]) -> String {
    let numbers = [summary.added, summary.replaced, summary.joined, summary.removed, summary.kept];
    let mut parts: Vec<String> = Vec::new();
    for (number, word) in numbers.into_iter().zip(words).filter(|(number, _)| *number > 0) {
        parts.push([&number.to_string(), " ", word].concat());
    }
    parts.join(", ")
}
