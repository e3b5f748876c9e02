//! Checks of a self-assessment: errors, which are wrong whatever the unit means, and advice, which points at what is
//! likely to be asked for. Neither ever stands in the way of saving or exporting.

use super::assessment::{Answer, Assessment, Evidence, RequirementId, Status};
use super::date::DateText;
use super::directive::{Directive, Task};
use super::field::{EvidenceField, Field, Place, StepField};
use super::fold::fold_char;
use super::link::{self, LinkFault};
use super::scope;

/// What a check found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The place that it speaks of.
    pub place: Place,
    /// What is the matter.
    pub problem: Problem,
}

/// What can be the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The date does not exist or is not understood.
    NoSuchDate,
    /// The date's year has two digits.
    ShortYear,
    /// The period ends before it starts.
    EndBeforeStart,
    /// The link cannot be used.
    BadLink(LinkFault),
    /// The unit has no name.
    UnnamedUnit,
    /// A requirement in the unit's scope has no status.
    Unanswered,
    /// "Done", with neither a supporting document nor a reason why there is none.
    DoneWithoutEvidence,
    /// A limitation whose cause is not given.
    LimitationWithoutCause,
    /// A next step that does not say what is to be done.
    StepWithoutTask,
    /// A next step that nobody leads.
    StepWithoutOwner,
    /// A next step without a due date.
    StepWithoutDue,
    /// An entry of the register with the number and date of an earlier one.
    LikelyDuplicate,
}

impl Problem {
    /// Whether it is an error; else it is advice.
    #[must_use]
    pub fn is_error(&self) -> bool {
        matches!(self, Self::NoSuchDate | Self::ShortYear | Self::EndBeforeStart | Self::BadLink(_) | Self::UnnamedUnit)
    }
}

/// All findings, in the order of the form: general part, tasks, closing part, register.
#[must_use]
pub fn check(directive: &Directive, assessment: &Assessment) -> Vec<Finding> {
    let mut findings = Vec::new();
    general(assessment, &mut findings);
    for task in &directive.tasks {
        if scope::scope(task, &assessment.unit, &assessment.opted_in).is_in() {
            of_task(task, assessment, &mut findings);
        }
    }
    register(assessment, &mut findings);
    findings
}

/// The findings of one requirement in the unit's scope.
#[must_use]
pub fn check_requirement(assessment: &Assessment, requirement: &RequirementId) -> Vec<Finding> {
    let mut findings = Vec::new();
    let unanswered = Answer::default();
    of_answer(requirement, assessment.answers.get(requirement).unwrap_or(&unanswered), &mut findings);
    findings
}

/// Those of the findings that are of one entry of the register.
pub fn of_evidence<'a>(findings: &'a [Finding], id: &'a str) -> impl Iterator<Item = &'a Finding> {
    findings.iter().filter(move |finding| finding.place.evidence() == Some(id))
}

/// Those of the findings that are of one next step of a requirement, among those of the requirement.
pub fn of_step<'a>(findings: &'a [Finding], id: &'a str) -> impl Iterator<Item = &'a Finding> {
    let is_of = move |place: &Place| matches!(place, Place::Field(Field::Step(_, step, _)) if step == id);
    findings.iter().filter(move |finding| is_of(&finding.place))
}

fn general(assessment: &Assessment, findings: &mut Vec<Finding>) {
    if assessment.unit.name.trim().is_empty() {
        findings.push(Finding { place: Place::Field(Field::UnitName), problem: Problem::UnnamedUnit });
    }
    let period = &assessment.period;
    for (field, date) in
        [(Field::AsOf, &assessment.as_of), (Field::PeriodFrom, &period.from), (Field::PeriodTo, &period.to)]
    {
        date_exists(field, date, findings);
    }
    if let (Some(from), Some(to)) = (period.from.date(), period.to.date())
        && to < from
    {
        findings.push(Finding { place: Place::Field(Field::PeriodTo), problem: Problem::EndBeforeStart });
    }
}

fn date_exists(field: Field, date: &DateText, findings: &mut Vec<Finding>) {
    if let Some(problem) = wrong_date(date) {
        findings.push(Finding { place: Place::Field(field), problem });
    }
}

fn wrong_date(date: &DateText) -> Option<Problem> {
    let problem = || if date.has_short_year() { Problem::ShortYear } else { Problem::NoSuchDate };
    date.is_wrong().then(problem)
}

fn of_task(task: &Task, assessment: &Assessment, findings: &mut Vec<Finding>) {
    let unanswered = Answer::default();
    for requirement in &task.requirements {
        let answer = assessment.answers.get(&requirement.id).unwrap_or(&unanswered);
        of_answer(&requirement.id, answer, findings);
    }
}

fn of_answer(requirement: &RequirementId, answer: &Answer, findings: &mut Vec<Finding>) {
    let mut find = |place, problem| findings.push(Finding { place, problem });
    match answer.status {
        None => find(Place::Status(requirement.clone()), Problem::Unanswered),
        Some(Status::OutOfScope) => return,
        Some(Status::Done) if answer.evidence.is_empty() && answer.no_evidence_reason.trim().is_empty() => {
            find(Place::Picks(requirement.clone()), Problem::DoneWithoutEvidence);
        }
        Some(_) => {}
    }
    let causes = &answer.causes;
    let has_cause = !(causes.objective.trim().is_empty() && causes.subjective.trim().is_empty());
    if !answer.limitations.trim().is_empty() && !has_cause {
        let field = Field::Answer(requirement.clone(), super::field::AnswerField::ObjectiveCauses);
        find(Place::Field(field), Problem::LimitationWithoutCause);
    }
    for step in &answer.next_steps {
        let place = |field| Place::Field(Field::Step(requirement.clone(), step.id.clone(), field));
        let is_blank = |text: &str| text.trim().is_empty();
        if is_blank(&step.task) && is_blank(&step.owner) && step.due.is_empty() {
            continue;
        }
        if is_blank(&step.task) {
            find(place(StepField::Task), Problem::StepWithoutTask);
        }
        if is_blank(&step.owner) {
            find(place(StepField::Owner), Problem::StepWithoutOwner);
        }
        if let Some(problem) = wrong_date(&step.due) {
            find(place(StepField::Due), problem);
        } else if step.due.date().is_none() {
            find(place(StepField::Due), Problem::StepWithoutDue);
        }
    }
}

/// Of a whole register each number is compared once: a file may have thousands of entries.
fn register(assessment: &Assessment, findings: &mut Vec<Finding>) {
    let register = &assessment.evidence;
    let number = |entry: &Evidence| (entry.date.as_str().to_owned(), document_number(entry));
    let mut numbers: Vec<_> = register.iter().enumerate().map(|(index, entry)| (number(entry), index)).collect();
    numbers.sort_unstable();
    let mut is_later = vec![false; register.len()];
    for same in numbers.chunk_by(|(one, _), (other, _)| one == other) {
        if same.first().is_some_and(|((_, number), _)| number.is_empty()) {
            continue;
        }
        for (_, index) in same.iter().skip(1) {
            if let Some(is_later) = is_later.get_mut(*index) {
                *is_later = true;
            }
        }
    }
    for (entry, is_later) in register.iter().zip(is_later) {
        of_entry(entry, is_later, findings);
    }
}

fn of_entry(entry: &Evidence, is_later: bool, findings: &mut Vec<Finding>) {
    date_exists(Field::Evidence(entry.id.clone(), EvidenceField::Date), &entry.date, findings);
    if let (false, Err(fault)) = (entry.url.trim().is_empty(), link::check(&entry.url)) {
        let place = Place::Field(Field::Evidence(entry.id.clone(), EvidenceField::Url));
        findings.push(Finding { place, problem: Problem::BadLink(fault) });
    }
    if is_later {
        let place = Place::Field(Field::Evidence(entry.id.clone(), EvidenceField::Number));
        findings.push(Finding { place, problem: Problem::LikelyDuplicate });
    }
}

fn number_letters(entry: &Evidence) -> impl Iterator<Item = char> + '_ {
    entry.number.chars().filter_map(fold_char).filter(|letter| !letter.is_whitespace())
}

/// The number of a document without marks, case and spaces.
#[must_use]
pub fn document_number(entry: &Evidence) -> String {
    number_letters(entry).collect()
}
