//! What is said alike, and what an officer put together.
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
    .flat_map(|(one, unit)| statements(unit, &basis.in_scope("", &[]), one, &basis))
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
    let scope = basis.in_scope("", &[]);
    let found = steps(4, &scope, &assessment("", ("", ""), None), &basis);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].unit, found[0].requirement, found[0].state), (4, 1, StepState::Overdue));
    assert!(steps(4, &scope, &assessment("", ("", ""), Some(Status::OutOfScope)), &basis).is_empty());
    let mut other_task = assessment("x", ("", ""), None);
    let answer = other_task.answers.get("1.2").unwrap().clone();
    other_task.answers = [("3.1".to_owned(), answer)].into_iter().fold(json::Map::new(), |mut map, (id, one)| {
        map.insert(id, one);
        map
    });
    assert!(steps(4, &scope, &other_task, &basis).is_empty() && statements(4, &scope, &other_task, &basis).is_empty());
    assert_eq!(steps(4, &basis.in_scope("ban-tuyen-giao", &[]), &other_task, &basis).len(), 1);
}
