//! A unit's self-assessment (bản tự đánh giá): what the form fills in, the stores keep and the file carries.
//!
//! A field that was not filled in is empty here and absent from the file. Fields of a newer version of the format, which this
//! version does not know, are kept in `unknown` and written back.

use super::date::{Date, DateText};
use json::{Map, Unknown, choice, record};
use std::rc::Rc;

/// The id of a requirement in the directive's data, such as `2.2.1`.
pub type RequirementId = String;

/// One unit's answers to the directive.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// Whose assessment it is.
    pub unit: UnitRef,
    /// The id of the draft that it is a state of, kept wherever its file is taken in and written on; random, so that no two
    /// drafts have the same. Empty in a stored record of a draft that was begun there, whose own id it is, and in files of version 1.
    #[optional]
    pub draft_id: String,
    /// The digests of the files that led here, the last first: of the draft's exports, and of the file that it was taken from. In
    /// files only. So a file tells which others it takes the place of, whether they were sent or not.
    #[optional]
    pub based_on: Vec<String>,
    /// How many edits led here; orders two states of one draft, where clocks cannot.
    pub revision: u32,
    /// When it was begun, `yyyy-mm-ddThh:mm:ssZ`.
    pub created_at: String,
    /// When it was last edited, `yyyy-mm-ddThh:mm:ssZ`.
    pub updated_at: String,
    /// Whether it is the sample that shows what the product does (bản mẫu), not a unit's real answers.
    #[optional]
    pub sample: bool,
    /// The day that its figures speak of (số liệu tính đến ngày).
    #[optional]
    pub as_of: DateText,
    /// The period that it reports on (kỳ báo cáo).
    #[optional]
    pub period: Period,
    /// Who filled it in (người lập).
    #[optional]
    pub prepared_by: PreparedBy,
    /// The answers, by requirement.
    #[optional]
    pub answers: Map<Answer>,
    /// The unit's register of supporting documents (danh mục tài liệu kiểm chứng).
    #[optional]
    pub evidence: Vec<Evidence>,
    /// Ids of the tasks, out of the unit's scope by the directive, in which it says that it takes part (có phối hợp).
    #[optional]
    pub opted_in: Vec<String>,
    /// The overall assessment (đánh giá chung).
    #[optional]
    pub overall: String,
    /// Proposals to the superior bodies (đề xuất, kiến nghị).
    #[optional]
    pub proposals: Vec<Proposal>,
    /// The unit's answers to the remarks of the coordinating body (trả lời nhận xét).
    #[optional]
    pub replies: Vec<Reply>,
    /// The unit's own rating of the degree of implementation (tự đánh giá mức độ thực hiện).
    #[optional]
    pub self_rating: SelfRating,
    /// The requirements that a file speaks of, where a unit's people have split the work; absent where it speaks of all.
    /// In files only. Whoever takes such a file in leaves everything else as it is; it is no report of the unit.
    #[optional]
    pub covers: Vec<RequirementId>,
    /// How complete it was when it was exported. In files only: it follows from the rest.
    #[optional]
    #[cfg_attr(feature = "schema", schemars(with = "Completeness"))]
    pub completeness: Option<Completeness>,
    /// What a newer version wrote around it in its file. Shared by all that came in one file: it may be as large as a file,
    /// and the assessments thousands.
    #[aside]
    pub around: Rc<EnvelopeUnknown>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// How complete an assessment is: "7/9 yêu cầu".
#[record]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// Requirements with a status.
    pub answered: u32,
    /// Requirements that concern the unit.
    pub in_scope: u32,
}

/// What a newer version wrote around an assessment in its file. It goes where the assessment goes, so that a draft that
/// came from such a file is exported with it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnvelopeUnknown {
    /// Beside the assessments.
    pub envelope: Unknown,
    /// In the reference to the directive.
    pub directive: Unknown,
    /// In the state of a stored draft.
    pub draft: Unknown,
}

/// The unit (đơn vị) of an assessment.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitRef {
    /// The unit's id in the roster; empty where the name was typed.
    #[optional]
    pub id: String,
    /// The id of its group: a line of "Kính gửi".
    pub group: String,
    /// Its name.
    pub name: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// The period that is reported on.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Its name, such as "6 tháng đầu năm 2024".
    #[optional]
    pub label: String,
    /// Its first day.
    #[optional]
    pub from: DateText,
    /// Its last day.
    #[optional]
    pub to: DateText,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// The person who filled the assessment in; every part is optional.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreparedBy {
    /// Full name (họ và tên).
    #[optional]
    pub name: String,
    /// Position (chức vụ).
    #[optional]
    pub position: String,
    /// Phone or e-mail.
    #[optional]
    pub contact: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// How far a requirement is met (mức độ thực hiện). Unanswered is none of these.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Đã thực hiện.
    Done,
    /// Đang thực hiện.
    InProgress,
    /// Chưa thực hiện.
    #[default]
    NotStarted,
    /// Không thuộc phạm vi.
    OutOfScope,
}

impl Status {
    /// All four, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Done, Self::InProgress, Self::NotStarted, Self::OutOfScope];
}

/// The answer to one requirement (yêu cầu).
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// How far it is met; absent while unanswered.
    #[optional]
    #[cfg_attr(feature = "schema", schemars(with = "Status"))]
    pub status: Option<Status>,
    /// Results (kết quả).
    #[optional]
    pub results: String,
    /// Limitations and difficulties (hạn chế, khó khăn).
    #[optional]
    pub limitations: String,
    /// Their causes (nguyên nhân).
    #[optional]
    pub causes: Causes,
    /// Ids of entries of the register that support it.
    #[optional]
    pub evidence: Vec<String>,
    /// Why there is no supporting document, where the status is "done".
    #[optional]
    pub no_evidence_reason: String,
    /// What is to be done next (nhiệm vụ, giải pháp).
    #[optional]
    pub next_steps: Vec<NextStep>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// Causes of limitations.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    /// Objective causes (nguyên nhân khách quan).
    #[optional]
    pub objective: String,
    /// Subjective causes (nguyên nhân chủ quan).
    #[optional]
    pub subjective: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// One thing to be done.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextStep {
    /// Its id within the assessment.
    pub id: String,
    /// What (việc).
    #[optional]
    pub task: String,
    /// Who leads it (đơn vị, người chủ trì).
    #[optional]
    pub owner: String,
    /// By when (thời hạn).
    #[optional]
    pub due: DateText,
    /// On which day it was done (ngày hoàn thành).
    #[optional]
    pub done_at: DateText,
    /// What came of it (kết quả).
    #[optional]
    pub result: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

impl NextStep {
    /// Whether it was to be done before that day and is not said to be done.
    #[must_use]
    pub fn is_overdue(&self, cut_off: Date) -> bool {
        self.done_at.is_empty() && self.due.date().is_some_and(|due| due < cut_off)
    }
}

/// A proposal to a superior body.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Its id within the assessment.
    pub id: String,
    /// What is proposed (nội dung).
    #[optional]
    pub text: String,
    /// Who is to decide (cấp có thẩm quyền): the id of a level of the directive's data; empty where that was left open.
    #[optional]
    pub to: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// The unit's answer to a remark of the coordinating body.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// The id of the remark.
    pub remark: String,
    /// The answer.
    #[optional]
    pub text: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// An entry of the register of supporting documents (tài liệu kiểm chứng).
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Its id within the assessment.
    pub id: String,
    /// Number and symbol (số, ký hiệu).
    #[optional]
    pub number: String,
    /// Its date (ngày).
    #[optional]
    pub date: DateText,
    /// The issuing body (cơ quan ban hành).
    #[optional]
    pub issuer: String,
    /// Its summary (trích yếu).
    #[optional]
    pub summary: String,
    /// Section or page (mục, trang).
    #[optional]
    pub section: String,
    /// A link (liên kết).
    #[optional]
    pub url: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// A level on one of the rating scales of the directive's data; both parts empty where none was chosen.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelfRating {
    /// The scale's id, such as `124-QD/TW`.
    #[optional]
    pub scale: String,
    /// The level's id on that scale.
    #[optional]
    pub level: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}
