//! Checks of a self-assessment: errors, which are wrong whatever the unit means, and advice, which points out what is likely to be
//! asked for. Neither ever prevents saving or exporting.

use super::assessment::{Answer, Assessment, Evidence, NextStep, Proposal, RequirementId, Status};
use super::date::DateText;
use super::directive::{Directive, Task};
use super::field::{AnswerField, EvidenceField, Field, FormPlace, StepField};
use super::fold::fold_char;
use super::ids::Ids;
use super::link::{self, LinkFault};
use super::scope;
use json::Limits;

/// What a check found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The place that it speaks of.
    pub place: FormPlace,
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
    /// The text is too long for a file to be imported: by so many characters.
    TooLong(usize),
    /// The unit has no name.
    UnnamedUnit,
    /// The date's year is so far off that it may be a slip.
    FarYear,
    /// The day to which the figures go is not given.
    WithoutAsOf,
    /// The overall assessment is not given.
    WithoutOverall,
    /// A merge has put both texts here, with a line between them, and nobody has made one of them.
    LeftByMerge,
    /// A requirement in the unit's scope has no status.
    Unanswered,
    /// "Done", with neither a supporting document nor a reason why there is none.
    DoneWithoutEvidence,
    /// Done or in progress, and no results are given.
    WithoutResults,
    /// A limitation whose cause is not given.
    LimitationWithoutCause,
    /// Not done yet, and neither a cause nor a next step is given.
    UnfinishedWithoutReason,
    /// A next step that does not say what is to be done.
    StepWithoutTask,
    /// A next step that nobody leads.
    StepWithoutOwner,
    /// A next step without a due date.
    StepWithoutDue,
    /// A proposal that says to whom it goes and not what is proposed.
    ProposalWithoutText,
    /// An entry of the register with neither a number nor a summary: it shows nothing.
    BareEvidence,
    /// An entry of the register with the number and date of an earlier one.
    LikelyDuplicate,
}

impl Problem {
    /// Whether it is an error; else it is advice.
    #[must_use]
    pub fn is_error(&self) -> bool {
        matches!(
            self,
            Self::NoSuchDate
                | Self::ShortYear
                | Self::EndBeforeStart
                | Self::BadLink(_)
                | Self::TooLong(_)
                | Self::UnnamedUnit
        )
    }
}

/// All findings, in the order of the form: general part, tasks, closing part, register.
#[must_use]
pub fn check(directive: &Directive, assessment: &Assessment) -> Vec<Finding> {
    let mut findings = Vec::new();
    general(assessment, &mut findings);
    let bare = bare_entries(assessment);
    for task in &directive.tasks {
        if scope::scope(task, &assessment.unit, &assessment.opted_in).is_in() {
            of_task(task, assessment, &bare, &mut findings);
        }
    }
    of_text(Field::Overall, &assessment.overall, &mut findings);
    if assessment.overall.trim().is_empty() {
        findings.push(Finding { place: FormPlace::Field(Field::Overall), problem: Problem::WithoutOverall });
    }
    assessment.proposals.iter().for_each(|one| of_proposal(one, &mut findings));
    register(assessment, &mut findings);
    findings
}

/// The findings of one requirement in the unit's scope.
#[must_use]
pub fn check_requirement(assessment: &Assessment, requirement: &RequirementId) -> Vec<Finding> {
    let mut findings = Vec::new();
    let unanswered = Answer::default();
    let answer = assessment.answers.get(requirement).unwrap_or(&unanswered);
    of_answer(requirement, answer, &bare_entries(assessment), &mut findings);
    findings
}

/// The ids of the entries of the register that show nothing.
fn bare_entries(assessment: &Assessment) -> Ids<'_> {
    let is_bare = |entry: &&Evidence| entry.number.trim().is_empty() && entry.summary.trim().is_empty();
    Ids::of(assessment.evidence.iter().filter(is_bare).map(|entry| &entry.id))
}

/// Those of the findings that are of one entry of the register.
pub fn of_evidence<'a>(findings: &'a [Finding], id: &'a str) -> impl Iterator<Item = &'a Finding> {
    findings.iter().filter(move |finding| finding.place.evidence() == Some(id))
}

/// Those of the findings that are of one proposal.
pub fn of_proposal_by_id<'a>(findings: &'a [Finding], id: &'a str) -> impl Iterator<Item = &'a Finding> {
    let is_of = move |place: &FormPlace| matches!(place, FormPlace::Field(Field::Proposal(other)) if other == id);
    findings.iter().filter(move |finding| is_of(&finding.place))
}

/// Those of the findings that are of one next step of a requirement, among those of the requirement.
pub fn of_step<'a>(findings: &'a [Finding], id: &'a str) -> impl Iterator<Item = &'a Finding> {
    let is_of = move |place: &FormPlace| matches!(place, FormPlace::Field(Field::Step(_, step, _)) if step == id);
    findings.iter().filter(move |finding| is_of(&finding.place))
}

fn general(assessment: &Assessment, findings: &mut Vec<Finding>) {
    if assessment.unit.name.trim().is_empty() {
        findings.push(Finding { place: FormPlace::Field(Field::UnitName), problem: Problem::UnnamedUnit });
    }
    let (period, by) = (&assessment.period, &assessment.prepared_by);
    for (field, text) in [
        (Field::UnitName, &assessment.unit.name),
        (Field::PeriodLabel, &period.label),
        (Field::PreparedByName, &by.name),
        (Field::PreparedByPosition, &by.position),
        (Field::PreparedByContact, &by.contact),
    ] {
        of_text(field, text, findings);
    }
    if assessment.as_of.is_empty() {
        findings.push(Finding { place: FormPlace::Field(Field::AsOf), problem: Problem::WithoutAsOf });
    }
    for (field, date) in
        [(Field::AsOf, &assessment.as_of), (Field::PeriodFrom, &period.from), (Field::PeriodTo, &period.to)]
    {
        date_exists(field, date, findings);
    }
    if let (Some(from), Some(to)) = (period.from.date(), period.to.date())
        && to < from
    {
        findings.push(Finding { place: FormPlace::Field(Field::PeriodTo), problem: Problem::EndBeforeStart });
    }
}

fn date_exists(field: Field, date: &DateText, findings: &mut Vec<Finding>) {
    if let Some(problem) = wrong_date(date) {
        findings.push(Finding { place: FormPlace::Field(field), problem });
    }
}

fn wrong_date(date: &DateText) -> Option<Problem> {
    if date.has_far_year() {
        return Some(Problem::FarYear);
    }
    let problem = || if date.has_short_year() { Problem::ShortYear } else { Problem::NoSuchDate };
    date.is_wrong().then(problem)
}

/// How a merge begins and ends the line above what it took from a file, in either language.
const MERGE_MARK: (&str, &str) = ("— ", ": —");

fn of_text(field: Field, text: &str, findings: &mut Vec<Finding>) {
    let (begin, end) = MERGE_MARK;
    let problem = if text.len() > Limits::FILE.text {
        let rest = (Limits::FILE.text..=text.len()).find_map(|at| text.get(at..)).unwrap_or_default();
        Problem::TooLong(rest.chars().count().max(1))
    } else if text.contains(end) && text.lines().any(|line| line.starts_with(begin) && line.ends_with(end)) {
        Problem::LeftByMerge
    } else {
        return;
    };
    findings.push(Finding { place: FormPlace::Field(field), problem });
}

fn of_task(task: &Task, assessment: &Assessment, bare: &Ids<'_>, findings: &mut Vec<Finding>) {
    let unanswered = Answer::default();
    for requirement in &task.requirements {
        let answer = assessment.answers.get(&requirement.id).unwrap_or(&unanswered);
        of_answer(&requirement.id, answer, bare, findings);
    }
}

fn of_answer(requirement: &RequirementId, answer: &Answer, bare: &Ids<'_>, findings: &mut Vec<Finding>) {
    let field = |field| Field::Answer(requirement.clone(), field);
    for one in AnswerField::ALL {
        of_text(field(one), answer.text(one), findings);
    }
    let mut find = |place, problem| findings.push(Finding { place, problem });
    let lacks = |one| answer.text(one).trim().is_empty();
    match answer.status {
        None => find(FormPlace::Status(requirement.clone()), Problem::Unanswered),
        Some(Status::OutOfScope) => return,
        Some(Status::Done) if lacks(AnswerField::NoEvidenceReason) && answer.evidence.iter().all(|id| bare.has(id)) => {
            find(FormPlace::Picks(requirement.clone()), Problem::DoneWithoutEvidence);
        }
        Some(_) => {}
    }
    if matches!(answer.status, Some(Status::Done | Status::InProgress)) && lacks(AnswerField::Results) {
        find(FormPlace::Field(field(AnswerField::Results)), Problem::WithoutResults);
    }
    let has_cause = !(lacks(AnswerField::ObjectiveCauses) && lacks(AnswerField::SubjectiveCauses));
    let is_unfinished = matches!(answer.status, Some(Status::InProgress | Status::NotStarted));
    if !lacks(AnswerField::Limitations) && !has_cause {
        find(FormPlace::Field(field(AnswerField::ObjectiveCauses)), Problem::LimitationWithoutCause);
    } else if is_unfinished && !has_cause && answer.next_steps.iter().all(is_empty_step) {
        find(FormPlace::Steps(requirement.clone()), Problem::UnfinishedWithoutReason);
    }
    answer.next_steps.iter().for_each(|step| of_next_step(requirement, step, findings));
}

fn is_empty_step(step: &NextStep) -> bool {
    [&step.task, &step.owner, &step.result].iter().all(|text| text.trim().is_empty())
        && step.due.is_empty()
        && step.done_at.is_empty()
}

fn of_next_step(requirement: &RequirementId, step: &NextStep, findings: &mut Vec<Finding>) {
    let field = |field| Field::Step(requirement.clone(), step.id.clone(), field);
    of_text(field(StepField::Task), &step.task, findings);
    of_text(field(StepField::Owner), &step.owner, findings);
    of_text(field(StepField::Result), &step.result, findings);
    if is_empty_step(step) {
        return;
    }
    let mut find = |one, problem| findings.push(Finding { place: FormPlace::Field(field(one)), problem });
    if step.task.trim().is_empty() {
        find(StepField::Task, Problem::StepWithoutTask);
    }
    if step.owner.trim().is_empty() {
        find(StepField::Owner, Problem::StepWithoutOwner);
    }
    if let Some(problem) = wrong_date(&step.due) {
        find(StepField::Due, problem);
    } else if step.due.date().is_none() {
        find(StepField::Due, Problem::StepWithoutDue);
    }
    if let Some(problem) = wrong_date(&step.done_at) {
        find(StepField::DoneAt, problem);
    }
}

fn of_proposal(proposal: &Proposal, findings: &mut Vec<Finding>) {
    let field = Field::Proposal(proposal.id.clone());
    of_text(field.clone(), &proposal.text, findings);
    if proposal.text.trim().is_empty() && !proposal.to.is_empty() {
        findings.push(Finding { place: FormPlace::Field(field), problem: Problem::ProposalWithoutText });
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
    for (field, text) in [
        (EvidenceField::Number, &entry.number),
        (EvidenceField::Issuer, &entry.issuer),
        (EvidenceField::Summary, &entry.summary),
        (EvidenceField::Section, &entry.section),
        (EvidenceField::Url, &entry.url),
    ] {
        of_text(Field::Evidence(entry.id.clone(), field), text, findings);
    }
    if entry.number.trim().is_empty() && entry.summary.trim().is_empty() {
        let place = FormPlace::Field(Field::Evidence(entry.id.clone(), EvidenceField::Number));
        findings.push(Finding { place, problem: Problem::BareEvidence });
    }
    date_exists(Field::Evidence(entry.id.clone(), EvidenceField::Date), &entry.date, findings);
    if let (false, Err(fault)) = (entry.url.trim().is_empty(), link::check(&entry.url)) {
        let place = FormPlace::Field(Field::Evidence(entry.id.clone(), EvidenceField::Url));
        findings.push(Finding { place, problem: Problem::BadLink(fault) });
    }
    if is_later {
        let place = FormPlace::Field(Field::Evidence(entry.id.clone(), EvidenceField::Number));
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

#[cfg(test)]
mod tests;
