//! A unit's self-assessment (bản tự đánh giá): what the form fills, the stores keep and the file carries.
//!
//! A field that was not filled is empty here and absent from the file. Fields of a newer version of the format, which
//! this one does not know, are kept in `unknown` and written again.

use super::date::DateText;
use crate::json::{Map, Unknown};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The id of a requirement in the directive's data, such as `2.2.1`.
pub type RequirementId = String;

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// One unit's answers to the directive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// Whose assessment it is.
    pub unit: UnitRef,
    /// How many edits led here; orders two states of one draft, where clocks cannot.
    pub revision: u32,
    /// When it was begun, `yyyy-mm-ddThh:mm:ssZ`.
    pub created_at: String,
    /// When it was last edited, `yyyy-mm-ddThh:mm:ssZ`.
    pub updated_at: String,
    /// Whether it is the sample that shows what the product does (bản mẫu), not a unit's real answers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sample: bool,
    /// The day that its figures speak of (số liệu tính đến ngày).
    #[serde(default, skip_serializing_if = "is_default")]
    pub as_of: DateText,
    /// The period that it reports on (kỳ báo cáo).
    #[serde(default, skip_serializing_if = "is_default")]
    pub period: Period,
    /// Who filled it in (người lập).
    #[serde(default, skip_serializing_if = "is_default")]
    pub prepared_by: PreparedBy,
    /// The answers, by requirement.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answers: Map<Answer>,
    /// The unit's register of supporting documents (danh mục tài liệu kiểm chứng).
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Vec<Evidence>,
    /// Ids of the tasks, out of the unit's scope by the directive, in which it says that it takes part (có phối hợp).
    #[serde(default, skip_serializing_if = "is_default")]
    pub opted_in: Vec<String>,
    /// The overall assessment (đánh giá chung).
    #[serde(default, skip_serializing_if = "is_default")]
    pub overall: String,
    /// Proposals to the superior bodies (đề xuất, kiến nghị).
    #[serde(default, skip_serializing_if = "is_default")]
    pub proposals: String,
    /// The unit's own rating of the degree of implementation (tự đánh giá mức độ thực hiện).
    #[serde(default, skip_serializing_if = "is_default")]
    pub self_rating: SelfRating,
    /// The requirements that a file speaks of, where a unit's people have split the work; absent where it speaks of all.
    /// In files only. Whoever takes such a file in leaves everything else as it is; it is no report of the unit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub covers: Vec<RequirementId>,
    /// How complete it was when it was exported. In files only: it follows from the rest.
    #[serde(default, skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Completeness"))]
    pub completeness: Option<Completeness>,
    /// What a newer version wrote around it in its file. Shared by all that came in one file: it may be as large as a file,
    /// and the assessments thousands.
    #[serde(skip)]
    pub around: Rc<Around>,
    /// What a newer version wrote here.
    #[serde(default, rename = "*", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// How complete an assessment is: "7/9 yêu cầu".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Completeness {
    /// Requirements with a status.
    pub answered: u32,
    /// Requirements that concern the unit.
    pub in_scope: u32,
}

/// What a newer version wrote around an assessment in its file. It goes where the assessment goes, so that a draft that
/// came from such a file is exported with it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Beside the assessments.
    pub envelope: Unknown,
    /// In the reference to the directive.
    pub directive: Unknown,
    /// In the state of a stored draft.
    pub draft: Unknown,
}

/// The unit (đơn vị) of an assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnitRef {
    /// The unit's id in the roster; empty where the name was typed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub id: String,
    /// The id of its group: a line of "Kính gửi".
    pub group: String,
    /// Its name.
    pub name: String,
    /// What a newer version wrote here.
    #[serde(default, rename = "*", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// The period that is reported on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// Its name, such as "6 tháng đầu năm 2024".
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
    /// Its first day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: DateText,
    /// Its last day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: DateText,
    /// What a newer version wrote here.
    #[serde(default, rename = "*", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// The person who filled the assessment in; every part is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PreparedBy {
    /// Full name (họ và tên).
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// Position (chức vụ).
    #[serde(default, skip_serializing_if = "is_default")]
    pub position: String,
    /// Phone or e-mail.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contact: String,
    /// What a newer version wrote here.
    #[serde(default, rename = "*", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// How far a requirement is met (mức độ thực hiện). Unanswered is none of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// How far it is met; absent while unanswered.
    #[serde(default, skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Status"))]
    pub status: Option<Status>,
    /// Results (kết quả).
    #[serde(default, skip_serializing_if = "is_default")]
    pub results: String,
    /// Limitations and difficulties (hạn chế, khó khăn).
    #[serde(default, skip_serializing_if = "is_default")]
    pub limitations: String,
    /// Their causes (nguyên nhân).
    #[serde(default, skip_serializing_if = "is_default")]
    pub causes: Causes,
    /// Ids of entries of the register that support it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Vec<String>,
    /// Why there is no supporting document, where the status is "done".
    #[serde(default, skip_serializing_if = "is_default")]
    pub no_evidence_reason: String,
    /// What is to be done next (nhiệm vụ, giải pháp).
    #[serde(default, skip_serializing_if = "is_default")]
    pub next_steps: Vec<NextStep>,
    /// What a newer version wrote here.
    #[serde(default, rename = "*", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// Causes of limitations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Causes {
    /// Objective causes (nguyên nhân khách quan).
    #[serde(default, skip_serializing_if = "is_default")]
    pub objective: String,
    /// Subjective causes (nguyên nhân chủ quan).
    #[serde(default, skip_serializing_if = "is_default")]
    pub subjective: String,
    /// What a newer version wrote here.
    #[serde(default, rename = "*", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// One thing to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NextStep {
    /// Its id within the assessment.
    pub id: String,
    /// What (việc).
    #[serde(default, skip_serializing_if = "is_default")]
    pub task: String,
    /// Who leads it (đơn vị, người chủ trì).
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: String,
    /// By when (thời hạn).
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: DateText,
    /// What a newer version wrote here.
    #[serde(default, rename = "*", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// An entry of the register of supporting documents (tài liệu kiểm chứng).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Its id within the assessment.
    pub id: String,
    /// Number and symbol (số, ký hiệu).
    #[serde(default, skip_serializing_if = "is_default")]
    pub number: String,
    /// Its date (ngày).
    #[serde(default, skip_serializing_if = "is_default")]
    pub date: DateText,
    /// The issuing body (cơ quan ban hành).
    #[serde(default, skip_serializing_if = "is_default")]
    pub issuer: String,
    /// Its summary (trích yếu).
    #[serde(default, skip_serializing_if = "is_default")]
    pub summary: String,
    /// Section or page (mục, trang).
    #[serde(default, skip_serializing_if = "is_default")]
    pub section: String,
    /// A link (liên kết).
    #[serde(default, skip_serializing_if = "is_default")]
    pub url: String,
    /// What a newer version wrote here.
    #[serde(default, rename = "*", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}

/// A level on one of the rating scales of the directive's data; both parts empty where none was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SelfRating {
    /// The scale's id, such as `124-QD/TW`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scale: String,
    /// The level's id on that scale.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: String,
    /// What a newer version wrote here.
    #[serde(default, rename = "*", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: Unknown,
}
