//! Texts of the remarks for units (nhận xét), and of the returned file (tệp trả lại).

use coordination::note::RemarkStage;
use exchange::remark::RemarkField;

/// Texts of the remarks for units.
pub struct RemarkTexts {
    /// Heading of the remarks for a unit.
    pub heading: &'static str,
    /// What becomes of them.
    pub hint: &'static str,
    /// Opens the field for a remark on a requirement.
    pub about: fn(&str) -> String,
    /// Opens the field for a remark on the whole.
    pub about_whole: &'static str,
    /// The whole assessment.
    pub whole: &'static str,
    /// A requirement.
    pub requirement: fn(&str) -> String,
    /// A part of a requirement; none is all of it.
    pub part: fn(Option<RemarkField>) -> &'static str,
    /// Label of the choice of a part.
    pub which_part: &'static str,
    /// How far a remark has come.
    pub stage: fn(RemarkStage) -> &'static str,
    /// How many there are: new, sent, answered, done.
    pub stages: fn([usize; 4]) -> String,
    /// Before the unit's answer.
    pub answer: &'static str,
    /// Nothing more is asked.
    pub close: &'static str,
    /// Something is asked again.
    pub reopen: &'static str,
    /// Hands out the returned file.
    pub returned_file: &'static str,
}

/// Tiếng Việt.
pub const VI: RemarkTexts = RemarkTexts {
    heading: "Nhận xét gửi đơn vị",
    hint: "Ghi nhận xét dưới từng yêu cầu, rồi tải tệp trả lại và gửi cho đơn vị. Đơn vị mở tệp, trả lời từng nhận xét; tệp sau của \
           đơn vị mang theo câu trả lời.",
    about: |id| ["Nhận xét về yêu cầu ", id].concat(),
    about_whole: "Nhận xét chung",
    whole: "Cả bản tự đánh giá",
    requirement: |id| ["Yêu cầu ", id].concat(),
    part: |part| match part {
        None => "cả yêu cầu",
        Some(RemarkField::Status) => "mức độ thực hiện",
        Some(RemarkField::Results) => "kết quả",
        Some(RemarkField::Limitations) => "hạn chế, khó khăn",
        Some(RemarkField::ObjectiveCauses) => "nguyên nhân khách quan",
        Some(RemarkField::SubjectiveCauses) => "nguyên nhân chủ quan",
        Some(RemarkField::Evidence) => "tài liệu kiểm chứng",
        Some(RemarkField::NextSteps) => "nhiệm vụ, giải pháp",
        Some(RemarkField::Overall) => "đánh giá chung",
        Some(RemarkField::Proposals) => "đề xuất, kiến nghị",
        Some(RemarkField::SelfRating) => "tự đánh giá mức độ thực hiện",
    },
    which_part: "Về phần",
    stage: |stage| match stage {
        RemarkStage::New => "mới, chưa gửi",
        RemarkStage::Sent => "đã gửi",
        RemarkStage::Answered => "đơn vị đã trả lời",
        RemarkStage::Done => "xong",
    },
    stages: |counts| told(counts, ["mới", "đã gửi", "đã trả lời", "xong"]),
    answer: "Đơn vị trả lời:",
    close: "Xong",
    reopen: "Hỏi lại",
    returned_file: "Tải tệp trả lại",
};

/// English.
pub const EN: RemarkTexts = RemarkTexts {
    heading: "Remarks for the unit",
    hint: "Write remarks below the requirements, then download the returned file and send it to the unit. The unit opens it and answers \
           each remark; its next file carries the answers.",
    about: |id| ["Remark on requirement ", id].concat(),
    about_whole: "Remark on the whole",
    whole: "The whole assessment",
    requirement: |id| ["Requirement ", id].concat(),
    part: |part| match part {
        None => "all of it",
        Some(RemarkField::Status) => "status",
        Some(RemarkField::Results) => "results",
        Some(RemarkField::Limitations) => "limitations",
        Some(RemarkField::ObjectiveCauses) => "objective causes",
        Some(RemarkField::SubjectiveCauses) => "subjective causes",
        Some(RemarkField::Evidence) => "supporting documents",
        Some(RemarkField::NextSteps) => "next steps",
        Some(RemarkField::Overall) => "overall assessment",
        Some(RemarkField::Proposals) => "proposals",
        Some(RemarkField::SelfRating) => "own rating",
    },
    which_part: "On",
    stage: |stage| match stage {
        RemarkStage::New => "new, not sent",
        RemarkStage::Sent => "sent",
        RemarkStage::Answered => "answered by the unit",
        RemarkStage::Done => "done",
    },
    stages: |counts| told(counts, ["new", "sent", "answered", "done"]),
    answer: "The unit answers:",
    close: "Done",
    reopen: "Ask again",
    returned_file: "Download the returned file",
};

/// Those of which there are some, such as "2 new · 1 sent".
fn told(counts: [usize; 4], words: [&str; 4]) -> String {
    let some = counts.iter().zip(words).filter(|(count, _)| **count > 0);
    some.map(|(count, word)| [&count.to_string(), " ", word].concat()).collect::<Vec<_>>().join(" · ")
}
