//! Where something is in a self-assessment: one name for the form's field, for the place of a finding, for the list of what was
//! edited since the export, and for the element's id.

use super::assessment::{Answer, Assessment, Evidence, NextStep, Proposal, Reply, RequirementId};
use super::date::DateText;

/// A field of text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The unit's name, where it is typed.
    UnitName,
    /// The day that the figures speak of.
    AsOf,
    /// The period's name.
    PeriodLabel,
    /// The period's first day.
    PeriodFrom,
    /// The period's last day.
    PeriodTo,
    /// Name of who prepared it.
    PreparedByName,
    /// Position of who prepared it.
    PreparedByPosition,
    /// Phone or e-mail of who prepared it.
    PreparedByContact,
    /// The overall assessment.
    Overall,
    /// The text of a proposal, by its id.
    Proposal(String),
    /// The answer to a remark of the coordinating body, by the remark's id.
    Reply(String),
    /// A text of the answer to a requirement.
    Answer(RequirementId, AnswerField),
    /// A text of a next step, by requirement and the step's id.
    Step(RequirementId, String, StepField),
    /// A text of an entry of the register, by its id.
    Evidence(String, EvidenceField),
}

/// A text of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnswerField {
    /// Kết quả.
    Results,
    /// Hạn chế, khó khăn.
    Limitations,
    /// Nguyên nhân khách quan.
    ObjectiveCauses,
    /// Nguyên nhân chủ quan.
    SubjectiveCauses,
    /// Vì sao chưa có tài liệu kiểm chứng.
    NoEvidenceReason,
}

impl AnswerField {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Results, Self::Limitations, Self::ObjectiveCauses, Self::SubjectiveCauses, Self::NoEvidenceReason];
}

/// A text of a next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepField {
    /// Việc.
    Task,
    /// Chủ trì.
    Owner,
    /// Thời hạn.
    Due,
    /// Ngày hoàn thành.
    DoneAt,
    /// Kết quả.
    Result,
}

impl StepField {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Task, Self::Owner, Self::Due, Self::DoneAt, Self::Result];
}

/// A text of an entry of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceField {
    /// Số, ký hiệu.
    Number,
    /// Ngày.
    Date,
    /// Cơ quan ban hành.
    Issuer,
    /// Trích yếu.
    Summary,
    /// Mục, trang.
    Section,
    /// Liên kết.
    Url,
}

impl EvidenceField {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 6] = [Self::Number, Self::Date, Self::Issuer, Self::Summary, Self::Section, Self::Url];
}

/// A place that a finding points to or an edit has changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormPlace {
    /// A field of text.
    Field(Field),
    /// The status of a requirement.
    Status(RequirementId),
    /// The evidence chosen for a requirement.
    Picks(RequirementId),
    /// The list of next steps of a requirement.
    Steps(RequirementId),
    /// The register of evidence.
    Register,
    /// The list of proposals.
    Proposals,
    /// To whom a proposal goes, by its id.
    ProposalTo(String),
    /// Whether the unit takes part in a task.
    OptIn(String),
    /// The self-rating.
    SelfRating,
}

impl AnswerField {
    fn key(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Limitations => "limitations",
            Self::ObjectiveCauses => "causes-objective",
            Self::SubjectiveCauses => "causes-subjective",
            Self::NoEvidenceReason => "no-evidence-reason",
        }
    }
}

impl StepField {
    fn key(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::DoneAt => "done-at",
            Self::Result => "result",
        }
    }
}

impl EvidenceField {
    fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Issuer => "issuer",
            Self::Summary => "summary",
            Self::Section => "section",
            Self::Url => "url",
        }
    }
}

impl Field {
    /// The fields of the general part, in the order of the form.
    pub const GENERAL: [Field; 8] = [
        Self::UnitName,
        Self::AsOf,
        Self::PeriodLabel,
        Self::PeriodFrom,
        Self::PeriodTo,
        Self::PreparedByName,
        Self::PreparedByPosition,
        Self::PreparedByContact,
    ];

    /// The id of its element, the same in every session.
    #[must_use]
    pub fn dom_id(&self) -> String {
        match self {
            Self::UnitName => "unit-name".into(),
            Self::AsOf => "as-of".into(),
            Self::PeriodLabel => "period-label".into(),
            Self::PeriodFrom => "period-from".into(),
            Self::PeriodTo => "period-to".into(),
            Self::PreparedByName => "prepared-by-name".into(),
            Self::PreparedByPosition => "prepared-by-position".into(),
            Self::PreparedByContact => "prepared-by-contact".into(),
            Self::Overall => "overall".into(),
            Self::Proposal(id) => ["proposal", id].join("-"),
            Self::Reply(remark) => ["reply", remark].join("-"),
            Self::Answer(requirement, field) => ["answer", requirement, field.key()].join("-"),
            Self::Step(requirement, step, field) => ["step", requirement, step, field.key()].join("-"),
            Self::Evidence(id, field) => ["evidence", id, field.key()].join("-"),
        }
    }

    /// Whether it holds a date.
    #[must_use]
    pub fn is_date(&self) -> bool {
        matches!(
            self,
            Self::AsOf
                | Self::PeriodFrom
                | Self::PeriodTo
                | Self::Step(_, _, StepField::Due | StepField::DoneAt)
                | Self::Evidence(_, EvidenceField::Date)
        )
    }
}

impl FormPlace {
    /// The id of the element that takes the focus when a finding is followed.
    #[must_use]
    pub fn dom_id(&self) -> String {
        match self {
            Self::Field(field) => field.dom_id(),
            Self::Status(requirement) => ["status", requirement].join("-"),
            Self::Picks(requirement) => ["picks", requirement].join("-"),
            Self::Steps(requirement) => ["steps", requirement].join("-"),
            Self::Register => "register".into(),
            Self::Proposals => "proposals".into(),
            Self::ProposalTo(id) => ["to", id].join("-"),
            Self::OptIn(task) => ["opt-in", task].join("-"),
            Self::SelfRating => "self-rating".into(),
        }
    }

    /// The place whose element has that id, such that [`FormPlace::dom_id`] leads back to it.
    #[must_use]
    pub fn from_dom_id(id: &str) -> Option<Self> {
        match id {
            "register" => return Some(Self::Register),
            "proposals" => return Some(Self::Proposals),
            _ => {}
        }
        if let Some(field) = Field::GENERAL.into_iter().chain([Field::Overall]).find(|field| field.dom_id() == id) {
            return Some(Self::Field(field));
        }
        let (kind, rest) = id.split_once('-')?;
        let of = |key: &str| rest.strip_suffix(key)?.strip_suffix('-').map(str::to_owned);
        let all = || rest.to_owned();
        Some(match kind {
            "answer" => {
                let (requirement, field) =
                    AnswerField::ALL.into_iter().find_map(|field| Some((of(field.key())?, field)))?;
                Self::Field(Field::Answer(requirement, field))
            }
            "step" => {
                let (ids, field) = StepField::ALL.into_iter().find_map(|field| Some((of(field.key())?, field)))?;
                let (requirement, step) = ids.split_once('-')?;
                Self::Field(Field::Step(requirement.to_owned(), step.to_owned(), field))
            }
            "evidence" => {
                let (entry, field) =
                    EvidenceField::ALL.into_iter().find_map(|field| Some((of(field.key())?, field)))?;
                Self::Field(Field::Evidence(entry, field))
            }
            "proposal" => Self::Field(Field::Proposal(all())),
            "reply" => Self::Field(Field::Reply(all())),
            "to" => Self::ProposalTo(all()),
            "status" => Self::Status(all()),
            "picks" => Self::Picks(all()),
            "steps" => Self::Steps(all()),
            "opt" => Self::OptIn(rest.strip_prefix("in-")?.to_owned()),
            "self" => Self::SelfRating,
            _ => return None,
        })
    }

    /// The requirement that it belongs to, if any.
    #[must_use]
    pub fn requirement(&self) -> Option<&RequirementId> {
        match self {
            Self::Field(Field::Answer(requirement, _) | Field::Step(requirement, _, _))
            | Self::Status(requirement)
            | Self::Picks(requirement)
            | Self::Steps(requirement) => Some(requirement),
            _ => None,
        }
    }

    /// The entry of the register that it belongs to, if any.
    #[must_use]
    pub fn evidence(&self) -> Option<&str> {
        match self {
            Self::Field(Field::Evidence(id, _)) => Some(id),
            _ => None,
        }
    }
}

/// What a field holds: a text, or a date with its typed form.
enum Slot<T, D> {
    Text(T),
    Date(D),
}

impl Evidence {
    /// What one of its fields shows.
    #[must_use]
    pub fn text(&self, field: EvidenceField) -> String {
        evidence_slot(self, field).text()
    }

    /// Puts what was typed into one of its fields.
    pub fn set_text(&mut self, field: EvidenceField, typed: &str) {
        evidence_slot_mut(self, field).set(typed);
    }
}

impl Answer {
    /// One of its texts.
    #[must_use]
    pub fn text(&self, field: AnswerField) -> &str {
        answer_slot(self, field)
    }
}

impl Slot<&String, &DateText> {
    fn text(self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Date(date) => date.to_display(),
        }
    }
}

impl Slot<&mut String, &mut DateText> {
    fn set(self, typed: &str) {
        match self {
            Self::Text(text) => typed.clone_into(text),
            Self::Date(date) => *date = DateText::from_typed(typed),
        }
    }
}

impl Assessment {
    /// Counts an edit, made at that moment (`yyyy-mm-ddThh:mm:ssZ`). The count ends at its highest value and never begins anew.
    pub fn count_edit(&mut self, at: String) {
        self.revision = self.revision.saturating_add(1);
        self.updated_at = at;
    }

    /// What the field shows; empty where it was not filled or its row is gone.
    #[must_use]
    pub fn text(&self, field: &Field) -> String {
        self.slot(field).map(Slot::text).unwrap_or_default()
    }

    /// Puts what was typed into the field. Does nothing where its row is gone.
    pub fn set_text(&mut self, field: &Field, typed: &str) {
        match field {
            Field::Answer(requirement, _) => {
                self.answers.or_default(requirement.clone());
            }
            Field::Reply(remark) if self.slot(field).is_none() => {
                self.replies.push(Reply { remark: remark.clone(), ..Reply::default() });
            }
            _ => {}
        }
        if let Some(slot) = self.slot_mut(field) {
            slot.set(typed);
        }
    }

    /// The entry of the register with that id.
    #[must_use]
    pub fn evidence_by_id(&self, id: &str) -> Option<&Evidence> {
        self.evidence.iter().find(|entry| entry.id == id)
    }

    /// The proposal with that id.
    #[must_use]
    pub fn proposal_by_id(&self, id: &str) -> Option<&Proposal> {
        self.proposals.iter().find(|one| one.id == id)
    }

    /// The requirements that an entry of the register supports, in order.
    #[must_use]
    pub fn uses_of(&self, id: &str) -> Vec<&RequirementId> {
        let picked = |answer: &Answer| answer.evidence.iter().any(|picked| picked == id);
        self.answers.iter().filter(|(_, answer)| picked(answer)).map(|(requirement, _)| requirement).collect()
    }

    fn slot(&self, field: &Field) -> Option<Slot<&String, &DateText>> {
        Some(match field {
            Field::UnitName => Slot::Text(&self.unit.name),
            Field::AsOf => Slot::Date(&self.as_of),
            Field::PeriodLabel => Slot::Text(&self.period.label),
            Field::PeriodFrom => Slot::Date(&self.period.from),
            Field::PeriodTo => Slot::Date(&self.period.to),
            Field::PreparedByName => Slot::Text(&self.prepared_by.name),
            Field::PreparedByPosition => Slot::Text(&self.prepared_by.position),
            Field::PreparedByContact => Slot::Text(&self.prepared_by.contact),
            Field::Overall => Slot::Text(&self.overall),
            Field::Proposal(id) => Slot::Text(&self.proposal_by_id(id)?.text),
            Field::Reply(remark) => Slot::Text(&self.replies.iter().find(|one| one.remark == *remark)?.text),
            Field::Answer(requirement, field) => Slot::Text(answer_slot(self.answers.get(requirement)?, *field)),
            Field::Step(requirement, id, field) => {
                let steps = &self.answers.get(requirement)?.next_steps;
                step_slot(steps.iter().find(|step| step.id == *id)?, *field)
            }
            Field::Evidence(id, field) => evidence_slot(self.evidence_by_id(id)?, *field),
        })
    }

    fn slot_mut(&mut self, field: &Field) -> Option<Slot<&mut String, &mut DateText>> {
        Some(match field {
            Field::UnitName => Slot::Text(&mut self.unit.name),
            Field::AsOf => Slot::Date(&mut self.as_of),
            Field::PeriodLabel => Slot::Text(&mut self.period.label),
            Field::PeriodFrom => Slot::Date(&mut self.period.from),
            Field::PeriodTo => Slot::Date(&mut self.period.to),
            Field::PreparedByName => Slot::Text(&mut self.prepared_by.name),
            Field::PreparedByPosition => Slot::Text(&mut self.prepared_by.position),
            Field::PreparedByContact => Slot::Text(&mut self.prepared_by.contact),
            Field::Overall => Slot::Text(&mut self.overall),
            Field::Proposal(id) => Slot::Text(&mut self.proposals.iter_mut().find(|one| one.id == *id)?.text),
            Field::Reply(remark) => Slot::Text(&mut self.replies.iter_mut().find(|one| one.remark == *remark)?.text),
            Field::Answer(requirement, field) => {
                Slot::Text(answer_slot_mut(self.answers.get_mut(requirement)?, *field))
            }
            Field::Step(requirement, id, field) => {
                let steps = &mut self.answers.get_mut(requirement)?.next_steps;
                step_slot_mut(steps.iter_mut().find(|step| step.id == *id)?, *field)
            }
            Field::Evidence(id, field) => {
                evidence_slot_mut(self.evidence.iter_mut().find(|entry| entry.id == *id)?, *field)
            }
        })
    }
}

fn answer_slot(answer: &Answer, field: AnswerField) -> &String {
    match field {
        AnswerField::Results => &answer.results,
        AnswerField::Limitations => &answer.limitations,
        AnswerField::ObjectiveCauses => &answer.causes.objective,
        AnswerField::SubjectiveCauses => &answer.causes.subjective,
        AnswerField::NoEvidenceReason => &answer.no_evidence_reason,
    }
}

fn answer_slot_mut(answer: &mut Answer, field: AnswerField) -> &mut String {
    match field {
        AnswerField::Results => &mut answer.results,
        AnswerField::Limitations => &mut answer.limitations,
        AnswerField::ObjectiveCauses => &mut answer.causes.objective,
        AnswerField::SubjectiveCauses => &mut answer.causes.subjective,
        AnswerField::NoEvidenceReason => &mut answer.no_evidence_reason,
    }
}

fn step_slot(step: &NextStep, field: StepField) -> Slot<&String, &DateText> {
    match field {
        StepField::Task => Slot::Text(&step.task),
        StepField::Owner => Slot::Text(&step.owner),
        StepField::Due => Slot::Date(&step.due),
        StepField::DoneAt => Slot::Date(&step.done_at),
        StepField::Result => Slot::Text(&step.result),
    }
}

fn step_slot_mut(step: &mut NextStep, field: StepField) -> Slot<&mut String, &mut DateText> {
    match field {
        StepField::Task => Slot::Text(&mut step.task),
        StepField::Owner => Slot::Text(&mut step.owner),
        StepField::Due => Slot::Date(&mut step.due),
        StepField::DoneAt => Slot::Date(&mut step.done_at),
        StepField::Result => Slot::Text(&mut step.result),
    }
}

fn evidence_slot(entry: &Evidence, field: EvidenceField) -> Slot<&String, &DateText> {
    match field {
        EvidenceField::Number => Slot::Text(&entry.number),
        EvidenceField::Date => Slot::Date(&entry.date),
        EvidenceField::Issuer => Slot::Text(&entry.issuer),
        EvidenceField::Summary => Slot::Text(&entry.summary),
        EvidenceField::Section => Slot::Text(&entry.section),
        EvidenceField::Url => Slot::Text(&entry.url),
    }
}

fn evidence_slot_mut(entry: &mut Evidence, field: EvidenceField) -> Slot<&mut String, &mut DateText> {
    match field {
        EvidenceField::Number => Slot::Text(&mut entry.number),
        EvidenceField::Date => Slot::Date(&mut entry.date),
        EvidenceField::Issuer => Slot::Text(&mut entry.issuer),
        EvidenceField::Summary => Slot::Text(&mut entry.summary),
        EvidenceField::Section => Slot::Text(&mut entry.section),
        EvidenceField::Url => Slot::Text(&mut entry.url),
    }
}

#[cfg(test)]
mod tests;
