//! What units say in words: difficulties, proposals and next steps, for the annexes. The words are in the files, and are read
//! there.

use crate::basis::Basis;
use crate::fold::spelled;
use crate::step_state::StepState;
use crate::unit_set::UnitSet;
use domain::assessment::{Answer, Assessment, Status};
use domain::date::DateText;
use domain::ids::Ids;
use std::collections::BTreeMap;

/// Something that a unit says in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The unit, by its place in the rows.
    pub unit: u32,
    /// Of what it speaks.
    pub subject: Matter,
    /// The id of a proposal in its assessment; empty for limitations.
    pub item: String,
    /// Its words.
    pub text: String,
}

/// Of what a statement speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// Limitations and difficulties (hạn chế, khó khăn) with a requirement, by its place in the directive.
    Limitation(u32),
    /// A proposal (đề xuất, kiến nghị) to a level, by its place in the directive; the place after the last where that is open.
    Proposal(u32),
}

/// What several units spell alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Of what they speak.
    pub subject: Matter,
    /// Their words: the first in the order of the alphabet.
    pub text: String,
    /// Which statements these are: the unit, and the id of the proposal.
    pub said: Vec<(u32, String)>,
}

/// Under what an officer has put a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Under<'a> {
    /// Its id: what is put under one is one issue.
    pub id: &'a str,
    /// The officer's words.
    pub text: &'a str,
    /// The level that the officer named for proposals, by its place in the directive.
    pub level: Option<u32>,
}

/// What several units say alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Of what they speak.
    pub subject: Matter,
    /// Their words: of those that are spelled alike, the first in the order of the alphabet.
    pub text: String,
    /// The units.
    pub units: UnitSet,
}

/// A next step of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The unit, by its place in the rows.
    pub unit: u32,
    /// The requirement, by its place in the directive.
    pub requirement: u32,
    /// What (việc).
    pub task: String,
    /// Who leads it (chủ trì).
    pub owner: String,
    /// By when, as it was entered.
    pub due: DateText,
    /// How it stands.
    pub state: StepState,
}

/// The difficulties and proposals of an assessment that counts, of a unit with that scope (`summary::Counted::scope`).
#[must_use]
pub fn statements(unit: u32, scope: &UnitSet, assessment: &Assessment, basis: &Basis<'_>) -> Vec<Statement> {
    let limitations = answers(scope, assessment, basis);
    let limitations = limitations.iter().map(|(at, answer)| (Matter::Limitation(*at), "", answer.limitations.as_str()));
    let levels = Ids::of(basis.directive.proposal_levels.iter().map(|level| &level.id));
    let open = basis.directive.proposal_levels.len();
    let proposals = assessment.proposals.iter().map(|one| {
        let level = u32::try_from(levels.first(&one.to).unwrap_or(open)).unwrap_or(u32::MAX);
        (Matter::Proposal(level), one.id.as_str(), one.text.as_str())
    });
    let told = limitations.chain(proposals).filter(|(_, _, text)| !text.trim().is_empty());
    let statement = |(subject, item, text): (Matter, &str, &str)| Statement {
        unit,
        subject,
        item: item.to_owned(),
        text: text.trim().to_owned(),
    };
    told.map(statement).collect()
}

/// The next steps of an assessment that counts, of a unit with that scope, in the order of the directive.
#[must_use]
pub fn steps(unit: u32, scope: &UnitSet, assessment: &Assessment, basis: &Basis<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for (requirement, answer) in answers(scope, assessment, basis) {
        steps.extend(answer.next_steps.iter().map(|step| Step {
            unit,
            requirement,
            task: step.task.clone(),
            owner: step.owner.clone(),
            due: step.due.clone(),
            state: StepState::of(step.due.date(), !step.done_at.is_empty(), basis.cut_off),
        }));
    }
    steps
}

/// The answers that count: to what is in the unit's scope, and what it does not say is not.
fn answers<'a>(scope: &UnitSet, assessment: &'a Assessment, basis: &Basis<'_>) -> Vec<(u32, &'a Answer)> {
    let requirements = (0..).zip(basis.directive.requirements()).filter(|(at, _)| scope.has(*at));
    let answered = requirements.filter_map(|(at, (_, one))| Some((at, assessment.answers.get(&one.id)?)));
    answered.filter(|(_, answer)| answer.status != Some(Status::OutOfScope)).collect()
}

/// What units spell alike: but for case, blanks and punctuation. By subject, and in the order of the alphabet.
#[must_use]
pub fn alike(statements: Vec<Statement>) -> Vec<Alike> {
    let mut spelt: Vec<(Matter, Vec<String>, Statement)> =
        statements.into_iter().map(|one| (one.subject, spelled(&one.text), one)).collect();
    spelt.sort_unstable_by(|one, other| {
        (one.0, &one.1, &one.2.text, one.2.unit, &one.2.item).cmp(&(
            other.0,
            &other.1,
            &other.2.text,
            other.2.unit,
            &other.2.item,
        ))
    });
    let mut all: Vec<Alike> = Vec::new();
    let mut last = Vec::new();
    for (subject, spelling, one) in spelt {
        if spelling.is_empty() {
            continue;
        }
        match all.last_mut().filter(|group| group.subject == subject && last == spelling) {
            Some(group) => group.said.push((one.unit, one.item)),
            None => all.push(Alike { subject, text: one.text, said: vec![(one.unit, one.item)] }),
        }
        last = spelling;
    }
    all
}

/// What units say, put together (gộp theo vấn đề): by subject, and what most units say first. What an officer has put `under` something
/// stands there, by the unit, the subject and the id of the proposal; it may be under several. All else is alike where it is spelled so:
/// whether other words mean the same is for a person to tell.
#[must_use]
pub fn issues<'a>(alike: &[Alike], under: &dyn Fn(u32, Matter, &str) -> Vec<Under<'a>>) -> Vec<Issue> {
    let mut issues = Vec::new();
    let mut put: BTreeMap<(Matter, Under<'a>), UnitSet> = BTreeMap::new();
    for group in alike {
        let mut rest = UnitSet::default();
        for (unit, item) in &group.said {
            let places = under(*unit, group.subject, item);
            if places.is_empty() {
                rest.insert(*unit);
            }
            for one in places {
                let subject = match (group.subject, one.level) {
                    (Matter::Proposal(_), Some(level)) => Matter::Proposal(level),
                    (subject, _) => subject,
                };
                put.entry((subject, one)).or_default().insert(*unit);
            }
        }
        if !rest.is_empty() {
            issues.push(Issue { subject: group.subject, text: group.text.clone(), units: rest });
        }
    }
    let put = put.into_iter().map(|((subject, one), units)| Issue { subject, text: one.text.to_owned(), units });
    issues.extend(put);
    // A stable sort: of equally many, in the order of the alphabet.
    issues.sort_by_key(|issue| (issue.subject, std::cmp::Reverse(issue.units.len())));
    issues
}

#[cfg(test)]
mod tests;
