//! Edits of an assessment, with undo for those that remove something.

use crate::msg::Edit;
use domain::assessment::{Assessment, Evidence, NextStep, Proposal, RequirementId, UnitRef};
use domain::field::{EvidenceField, Field, FormPlace, StepField};
use domain::ids::Ids;

/// What an edit did.
pub(super) struct Done {
    pub(super) place: FormPlace,
    /// The field that the person goes on with.
    pub(super) focus: Option<FormPlace>,
    /// What was taken away.
    pub(super) removed: Option<RemovedItem>,
}

/// What an edit took away, and from which place.
pub(super) enum RemovedItem {
    /// A next step with something in it.
    Step(RequirementId, usize, NextStep),
    /// A proposal with something in it.
    Proposal(usize, Proposal),
    /// An entry of the register, and the requirements that used it.
    Evidence(usize, Evidence, Vec<RequirementId>),
}

impl Done {
    fn at(place: FormPlace) -> Option<Self> {
        Some(Self { place, focus: None, removed: None })
    }

    /// A choice was made or, where `is_cleared`, taken back: then the button that did so is gone, and the choice's own
    /// place takes the focus.
    fn changed(place: FormPlace, is_cleared: bool) -> Option<Self> {
        Some(Self { focus: is_cleared.then(|| place.clone()), place, removed: None })
    }
}

/// Applies an edit; `None` where it changes nothing.
pub(super) fn apply(assessment: &mut Assessment, edit: Edit) -> Option<Done> {
    match edit {
        Edit::Text(field, typed) => set_text(assessment, field, &typed),
        Edit::Status(requirement, status) => {
            let answer = assessment.answers.or_default(requirement.clone());
            (answer.status != status).then(|| answer.status = status)?;
            Done::changed(FormPlace::Status(requirement), status.is_none())
        }
        Edit::OptIn(task, on) => {
            let was = assessment.opted_in.contains(&task);
            (was != on).then_some(())?;
            assessment.opted_in.retain(|id| *id != task);
            if on {
                let at = assessment.opted_in.partition_point(|id| *id < task);
                assessment.opted_in.insert(at, task.clone());
            }
            Done::at(FormPlace::OptIn(task))
        }
        Edit::AddStep(requirement) => add_step(assessment, requirement),
        Edit::RemoveStep(requirement, id) => remove_step(assessment, requirement, &id),
        Edit::AddEvidence(requirement) => add_evidence(assessment, requirement),
        Edit::RemoveEvidence(id) => remove_evidence(assessment, &id),
        Edit::Pick(requirement, id, on) => pick(assessment, requirement, id, on),
        Edit::AddProposal => add_proposal(assessment),
        Edit::RemoveProposal(id) => remove_proposal(assessment, &id),
        Edit::ProposalTo(id, to) => {
            let proposal = assessment.proposals.iter_mut().find(|one| one.id == id)?;
            (proposal.to != to).then(|| proposal.to = to)?;
            Done::at(FormPlace::ProposalTo(id))
        }
        Edit::SelfRating(rating) => {
            let is_none = rating.level.is_empty();
            (assessment.self_rating != rating).then(|| assessment.self_rating = rating)?;
            Done::changed(FormPlace::SelfRating, is_none)
        }
        Edit::Unit(unit) => {
            let unit = UnitRef { unknown: assessment.unit.unknown.clone(), ..unit };
            (assessment.unit != unit).then(|| assessment.unit = unit)?;
            Done::at(FormPlace::Field(Field::UnitName))
        }
    }
}

fn set_text(assessment: &mut Assessment, field: Field, typed: &str) -> Option<Done> {
    let before = assessment.text(&field);
    assessment.set_text(&field, typed);
    (assessment.text(&field) != before).then_some(())?;
    Done::at(FormPlace::Field(field))
}

fn add_step(assessment: &mut Assessment, requirement: RequirementId) -> Option<Done> {
    let id = unused_id('s', assessment);
    let answer = assessment.answers.or_default(requirement.clone());
    answer.next_steps.push(NextStep { id: id.clone(), ..NextStep::default() });
    let first = Field::Step(requirement.clone(), id, StepField::Task);
    Some(Done { place: FormPlace::Steps(requirement), focus: Some(FormPlace::Field(first)), removed: None })
}

fn remove_step(assessment: &mut Assessment, requirement: RequirementId, id: &str) -> Option<Done> {
    let steps = &mut assessment.answers.get_mut(&requirement)?.next_steps;
    let index = steps.iter().position(|step| step.id == id)?;
    let step = steps.remove(index);
    let neighbour = steps.get(index.min(steps.len().saturating_sub(1))).map(|step| step.id.clone());
    let focus = neighbour.map_or(FormPlace::Steps(requirement.clone()), |id| {
        FormPlace::Field(Field::Step(requirement.clone(), id, StepField::Task))
    });
    let is_blank = NextStep { id: step.id.clone(), ..NextStep::default() } == step;
    let removed = (!is_blank).then(|| RemovedItem::Step(requirement.clone(), index, step));
    Some(Done { place: FormPlace::Steps(requirement), focus: Some(focus), removed })
}

fn add_proposal(assessment: &mut Assessment) -> Option<Done> {
    let id = unused_id('p', assessment);
    assessment.proposals.push(Proposal { id: id.clone(), ..Proposal::default() });
    let focus = FormPlace::Field(Field::Proposal(id));
    Some(Done { place: FormPlace::Proposals, focus: Some(focus), removed: None })
}

fn remove_proposal(assessment: &mut Assessment, id: &str) -> Option<Done> {
    let proposals = &mut assessment.proposals;
    let index = proposals.iter().position(|one| one.id == id)?;
    let proposal = proposals.remove(index);
    let neighbour = proposals.get(index.min(proposals.len().saturating_sub(1)));
    let focus = neighbour.map_or(FormPlace::Proposals, |one| FormPlace::Field(Field::Proposal(one.id.clone())));
    let is_blank = Proposal { id: proposal.id.clone(), ..Proposal::default() } == proposal;
    let removed = (!is_blank).then_some(RemovedItem::Proposal(index, proposal));
    Some(Done { place: FormPlace::Proposals, focus: Some(focus), removed })
}

fn add_evidence(assessment: &mut Assessment, requirement: Option<RequirementId>) -> Option<Done> {
    let id = unused_id('e', assessment);
    assessment.evidence.push(Evidence { id: id.clone(), ..Evidence::default() });
    if let Some(requirement) = requirement {
        assessment.answers.or_default(requirement).evidence.push(id.clone());
    }
    let first = Field::Evidence(id, EvidenceField::Number);
    Some(Done { place: FormPlace::Register, focus: Some(FormPlace::Field(first)), removed: None })
}

fn remove_evidence(assessment: &mut Assessment, id: &str) -> Option<Done> {
    let index = assessment.evidence.iter().position(|entry| entry.id == id)?;
    let users: Vec<RequirementId> = assessment.uses_of(id).into_iter().cloned().collect();
    let entry = assessment.evidence.remove(index);
    for requirement in &users {
        if let Some(answer) = assessment.answers.get_mut(requirement) {
            answer.evidence.retain(|picked| picked != id);
        }
    }
    let is_blank = Evidence { id: entry.id.clone(), ..Evidence::default() } == entry;
    let removed = (!is_blank).then_some(RemovedItem::Evidence(index, entry, users));
    Some(Done { place: FormPlace::Register, focus: Some(FormPlace::Register), removed })
}

fn pick(assessment: &mut Assessment, requirement: RequirementId, id: String, on: bool) -> Option<Done> {
    assessment.evidence_by_id(&id)?;
    let picked = &mut assessment.answers.or_default(requirement.clone()).evidence;
    (picked.contains(&id) != on).then_some(())?;
    if on {
        picked.push(id);
    } else {
        picked.retain(|other| *other != id);
    }
    Done::at(FormPlace::Picks(requirement))
}

/// Puts a removed step back; nothing where it is there.
pub(super) fn restore_step(
    assessment: &mut Assessment,
    requirement: RequirementId,
    index: usize,
    step: NextStep,
) -> Option<()> {
    (!has_step(assessment, &step.id)).then_some(())?;
    let steps = &mut assessment.answers.or_default(requirement).next_steps;
    steps.insert(index.min(steps.len()), step);
    Some(())
}

/// Puts a removed proposal back; nothing where it is there.
pub(super) fn restore_proposal(assessment: &mut Assessment, index: usize, proposal: Proposal) -> Option<()> {
    assessment.proposal_by_id(&proposal.id).is_none().then_some(())?;
    assessment.proposals.insert(index.min(assessment.proposals.len()), proposal);
    Some(())
}

/// Puts a removed entry back, and under the requirements that used it; nothing where it is there.
pub(super) fn restore_evidence(
    assessment: &mut Assessment,
    index: usize,
    entry: Evidence,
    users: Vec<RequirementId>,
) -> Option<()> {
    assessment.evidence_by_id(&entry.id).is_none().then_some(())?;
    for requirement in users {
        let picked = &mut assessment.answers.or_default(requirement).evidence;
        if !picked.contains(&entry.id) {
            picked.push(entry.id.clone());
        }
    }
    assessment.evidence.insert(index.min(assessment.evidence.len()), entry);
    Some(())
}

fn has_step(assessment: &Assessment, id: &str) -> bool {
    assessment.answers.values().any(|answer| answer.next_steps.iter().any(|step| step.id == id))
}

/// An id that neither the assessment nor anything removed from it has: edits only count up.
fn unused_id(kind: char, assessment: &Assessment) -> String {
    let steps = assessment.answers.values().flat_map(|answer| &answer.next_steps).map(|step| &step.id);
    let proposals = assessment.proposals.iter().map(|one| &one.id);
    let used = Ids::of(assessment.evidence.iter().map(|entry| &entry.id).chain(steps).chain(proposals));
    let mut number = u64::from(assessment.revision) + 1;
    loop {
        let mut id = String::from(kind);
        id.push_str(&number.to_string());
        if !used.has(&id) {
            return id;
        }
        number += 1;
    }
}
