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

/// The difficulties and proposals of an assessment that counts, of the unit with this id in the roster (empty where it is not there).
#[must_use]
pub fn statements(unit: u32, roster_id: &str, assessment: &Assessment, basis: &Basis<'_>) -> Vec<Statement> {
    let limitations = answers(roster_id, assessment, basis);
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

/// The next steps of an assessment that counts, in the order of the directive.
#[must_use]
pub fn steps(unit: u32, roster_id: &str, assessment: &Assessment, basis: &Basis<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for (requirement, answer) in answers(roster_id, assessment, basis) {
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
fn answers<'a>(roster_id: &str, assessment: &'a Assessment, basis: &Basis<'_>) -> Vec<(u32, &'a Answer)> {
    let in_scope = basis.in_scope(roster_id, &assessment.opted_in);
    let requirements = (0..).zip(basis.directive.requirements()).filter(|(at, _)| in_scope.has(*at));
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
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::*;
    use crate::made::{day, directive};
    use domain::assessment::{NextStep, Proposal};

    fn assessment(limitations: &str, proposal: (&str, &str), status: Option<Status>) -> Assessment {
        let mut one = Assessment::default();
        let answer = one.answers.or_default("1.2".into());
        (answer.limitations, answer.status) = (limitations.into(), status);
        answer.next_steps =
            vec![NextStep { task: "Họp".into(), due: DateText::from_typed("01/07/2024"), ..NextStep::default() }];
        one.proposals = vec![Proposal { to: proposal.0.into(), text: proposal.1.into(), ..Proposal::default() }];
        one
    }

    #[test]
    fn what_is_spelled_alike_is_one_issue_and_most_come_first() {
        let directive = directive();
        let basis = Basis::of(&directive);
        let open = u32::try_from(directive.proposal_levels.len()).unwrap();
        let said: Vec<Statement> = [
            assessment("Thiếu kinh phí", ("central", "Sửa luật."), None),
            assessment(" Thiếu nhân lực\n", ("", "Sửa luật"), None),
            assessment("THIẾU  NHÂN LỰC.", ("central", "sửa luật"), Some(Status::Done)),
            assessment("Thiếu kinh phí", ("central", " "), Some(Status::OutOfScope)),
        ]
        .iter()
        .zip(0..)
        .flat_map(|(one, unit)| statements(unit, "", one, &basis))
        .collect();
        let plainly = |said: Vec<Statement>| issues(&alike(said), &|_, _, _| Vec::new());
        let found = plainly(said.clone());
        let short: Vec<_> = found.iter().map(|issue| (issue.subject, issue.text.as_str(), issue.units.len())).collect();
        let limitation = Matter::Limitation(1);
        assert_eq!(
            short,
            [
                (limitation, "THIẾU  NHÂN LỰC.", 2),
                (limitation, "Thiếu kinh phí", 1),
                (Matter::Proposal(0), "Sửa luật.", 2),
                (Matter::Proposal(open), "Sửa luật", 1),
            ]
        );
        assert_eq!(found[0].units.iter().collect::<Vec<_>>(), [1, 2]);
        let reversed: Vec<Statement> = said.into_iter().rev().collect();
        assert_eq!(plainly(reversed), found);
    }

    #[test]
    fn what_an_officer_put_under_one_stands_there_and_may_stand_under_several() {
        let said =
            |unit, subject, item: &str, text: &str| Statement { unit, subject, item: item.into(), text: text.into() };
        let (here, open) = (Matter::Limitation(1), Matter::Proposal(9));
        let all = alike(vec![
            said(0, here, "", "Thiếu người"),
            said(1, here, "", "thiếu  người."),
            said(2, here, "", "Chưa đủ biên chế, chậm vốn"),
            said(2, open, "p1", "Giao thêm biên chế"),
            said(3, open, "p1", "Giao thêm biên chế"),
        ]);
        assert_eq!(all.iter().map(|one| one.said.len()).collect::<Vec<_>>(), [1, 2, 2]);
        let people = Under { id: "a", text: "Thiếu nhân lực", level: None };
        let money = Under { id: "b", text: "Giải ngân chậm", level: None };
        let staff = Under { id: "c", text: "Bổ sung biên chế", level: Some(0) };
        let found = issues(&all, &|unit, subject, item| match (unit, subject, item) {
            (0, Matter::Limitation(_), _) => vec![people],
            (2, Matter::Limitation(_), _) => vec![people, money],
            (2, Matter::Proposal(_), "p1") => vec![staff],
            _ => Vec::new(),
        });
        let short: Vec<_> =
            found.iter().map(|one| (one.subject, one.text.as_str(), one.units.iter().collect::<Vec<_>>())).collect();
        assert_eq!(
            short,
            [
                (here, "Thiếu nhân lực", vec![0, 2]),
                (here, "Thiếu người", vec![1]),
                (here, "Giải ngân chậm", vec![2]),
                (Matter::Proposal(0), "Bổ sung biên chế", vec![2]),
                (open, "Giao thêm biên chế", vec![3]),
            ]
        );
    }

    #[test]
    fn steps_are_those_of_answers_that_count() {
        let directive = directive();
        let basis = Basis { cut_off: Some(day("2024-07-02")), ..Basis::of(&directive) };
        let found = steps(4, "", &assessment("", ("", ""), None), &basis);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].unit, found[0].requirement, found[0].state), (4, 1, StepState::Overdue));
        assert!(steps(4, "", &assessment("", ("", ""), Some(Status::OutOfScope)), &basis).is_empty());
        let mut other_task = assessment("x", ("", ""), None);
        let answer = other_task.answers.get("1.2").unwrap().clone();
        other_task.answers = [("3.1".to_owned(), answer)].into_iter().fold(json::Map::new(), |mut map, (id, one)| {
            map.insert(id, one);
            map
        });
        assert!(steps(4, "", &other_task, &basis).is_empty() && statements(4, "", &other_task, &basis).is_empty());
        assert_eq!(steps(4, "ban-tuyen-giao", &other_task, &basis).len(), 1);
    }
}
