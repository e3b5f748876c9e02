#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use crate::decisions::Decisions;
use crate::facts::StepFacts;
use crate::made::{answer, day, directive, file, part, stand};
use proptest::prelude::*;

const X: &str = "quan-uy-o-mon";
const Y: &str = "ban-dan-van";
const LEADS: &str = "ban-tuyen-giao";
const CUT_OFF: &str = "2024-07-10";

fn summed(received: &[Received]) -> (Summary, Units) {
    let (standing, units) = stand(received, &Decisions::default());
    let directive = directive();
    let basis = Basis { cut_off: Some(day(CUT_OFF)), ..Basis::of(&directive) };
    (Summary::of(&counted(received, &standing, &units), &basis), units)
}

/// The place of a requirement in the directive.
fn place(id: &str) -> u32 {
    let at = directive().requirements().position(|(_, requirement)| requirement.id == id);
    u32::try_from(at.unwrap()).unwrap()
}

fn says(name: &str, unit: &str, answers: &[(&str, Option<Status>)]) -> Received {
    let mut one = file(name, unit, name, &[]);
    one.facts.answers = answers.iter().map(|(id, status)| answer(id, *status)).collect();
    one
}

#[test]
fn each_requirement_counts_those_in_whose_scope_it_lies_and_leads_to_them() {
    let received = [
        says("a", X, &[("1.1", Some(Status::Done)), ("1.2", Some(Status::OutOfScope)), ("3.1", Some(Status::Done))]),
        says("b", Y, &[("1.1", Some(Status::InProgress)), ("1.2", None)]),
        says("c", LEADS, &[("1.1", Some(Status::Done)), ("3.1", Some(Status::NotStarted))]),
    ];
    let (summary, units) = summed(&received);
    let set = |ids: &[&str]| ids.iter().map(|id| units.row_of(id).unwrap()).collect::<UnitSet>();
    let first = summary.cell(place("1.1"), None);
    assert_eq!((first.in_scope(), &first.done, &first.in_progress), (3, &set(&[X, LEADS]), &set(&[Y])));
    assert_eq!(first.rate_done(), Some(Percent(6667)));
    let second = summary.cell(place("1.2"), None);
    assert_eq!((second.in_scope(), &second.out_of_scope, &second.unanswered), (2, &set(&[X]), &set(&[Y, LEADS])));
    // Task 3 is not in the scope of X, whatever it says.
    let third = summary.cell(place("3.1"), None);
    assert_eq!((third.in_scope(), &third.not_started, &third.done), (1, &set(&[LEADS]), &UnitSet::default()));
    // Nobody who leads task 2 has reported.
    assert_eq!((summary.cell(place("2.1"), None).in_scope(), summary.cell(place("2.1"), None).rate_done()), (0, None));
    assert_eq!(summary.units, set(&[X, Y, LEADS]));
}

#[test]
fn groups_are_all_of_it() {
    let received = [says("a", X, &[("1.1", Some(Status::Done))]), says("b", Y, &[]), says("c", LEADS, &[])];
    let (summary, units) = summed(&received);
    let at = place("1.1");
    let of_group = |unit: &str| summary.cell(at, Some(units.rows[units.row_of(unit).unwrap() as usize].group));
    assert_eq!((of_group(X).in_scope(), of_group(Y).in_scope(), of_group(LEADS).unanswered.len()), (1, 2, 2));
    let groups = 0..u32::try_from(units.groups.len()).unwrap();
    assert_eq!(
        groups.map(|group| summary.cell(at, Some(group)).in_scope()).sum::<u32>(),
        summary.cell(at, None).in_scope()
    );
}

#[test]
fn a_task_in_which_a_unit_takes_part_is_in_its_scope() {
    let mut one = says("a", X, &[("3.2", Some(Status::Done))]);
    one.facts.opted_in = vec!["3".into()];
    let (summary, _) = summed(&[one]);
    assert_eq!(summary.cell(place("3.2"), None).done.len(), 1);
    assert_eq!(summary.cell(place("3.1"), None).unanswered.len(), 1);
}

#[test]
fn difficulties_causes_and_steps_are_counted_but_for_what_the_unit_says_does_not_concern_it() {
    let step = |due: Option<&str>, is_done| StepFacts { due: due.map(day), is_done };
    let mut one = says("a", X, &[("1.1", Some(Status::InProgress)), ("1.2", Some(Status::OutOfScope)), ("1.3", None)]);
    for answer in &mut one.facts.answers {
        (answer.has_limitations, answer.has_subjective_causes) = (true, true);
        answer.steps = vec![
            step(Some("2024-07-09"), false),
            step(Some(CUT_OFF), false),
            step(Some("2024-07-09"), true),
            step(None, false),
            step(None, true),
            step(Some("2024-06-01"), false),
        ];
    }
    let (summary, units) = summed(&[one]);
    let cell = summary.cell(place("1.1"), None);
    let steps = [&cell.steps_done, &cell.steps_overdue, &cell.steps_open, &cell.steps_undated].map(UnitCounts::total);
    assert_eq!((steps, cell.steps()), ([2, 2, 1, 1], 6));
    assert_eq!(cell.steps_overdue.units(), [(units.row_of(X).unwrap(), 2)]);
    assert_eq!((cell.limitations.len(), cell.objective_causes.len(), cell.subjective_causes.len()), (1, 0, 1));
    let out = summary.cell(place("1.2"), None);
    assert_eq!((out.out_of_scope.len(), out.steps(), out.limitations.len()), (1, 0, 0));
    // What is not answered may tell of difficulties.
    assert_eq!(summary.cell(place("1.3"), None).limitations.len(), 1);
}

#[test]
fn parts_are_counted_as_one_unit() {
    let mut received = [part("a", X, "d", &[], &["1.1"]), part("b", X, "d", &[], &["1.2"])];
    received[0].facts.answers = vec![answer("1.1", Some(Status::Done))];
    received[1].facts.answers = vec![answer("1.2", Some(Status::Done))];
    let (summary, _) = summed(&received);
    assert_eq!(summary.units.len(), 1);
    let done = ["1.1", "1.2", "1.3"].map(|id| summary.cell(place(id), None).done.len());
    assert_eq!((done, summary.cell(place("1.3"), None).unanswered.len()), ([1, 1, 0], 1));
}

#[test]
fn what_does_not_count_is_in_no_number() {
    let received = [
        says("a", X, &[("1.1", Some(Status::Done))]),
        says("b", X, &[("1.1", Some(Status::Done))]),
        says("c", "", &[("1.1", Some(Status::Done))]),
    ];
    assert_eq!(summed(&received).0, Summary::default());
}

#[test]
fn proposals_are_counted_by_level_and_what_names_none_is_open() {
    let mut received = [file("a", X, "d", &[]), file("b", Y, "e", &[])];
    received[0].facts.proposals = vec!["central".into(), "central".into(), String::new(), "elsewhere".into()];
    received[1].facts.proposals = vec!["central".into()];
    let (summary, units) = summed(&received);
    let open = u32::try_from(directive().proposal_levels.len()).unwrap();
    assert_eq!(
        (summary.proposals_to(0).total(), summary.proposals_to(1).total(), summary.proposals_to(open).total()),
        (3, 0, 2)
    );
    let mut rows = [(units.row_of(X).unwrap(), 2), (units.row_of(Y).unwrap(), 1)];
    rows.sort_unstable();
    assert_eq!(summary.proposals_to(0).units(), rows);
}

fn facts() -> impl Strategy<Value = Facts> {
    let status = prop::option::of(prop::sample::select(&Status::ALL[..]));
    let step = (prop::option::of(prop::sample::select(vec!["2024-07-01", "2024-08-01"])), any::<bool>());
    let one =
        (prop::sample::select(vec!["1.1", "1.2", "3.1"]), status, any::<bool>(), prop::collection::vec(step, 0..3));
    let proposals = prop::collection::vec(prop::sample::select(vec!["central", "", "x"]), 0..3);
    (prop::collection::vec(one, 0..3), any::<bool>(), proposals).prop_map(|(answers, takes_part, proposals)| Facts {
        answers: answers
            .into_iter()
            .map(|(id, status, has_limitations, steps)| AnswerFacts {
                has_limitations,
                steps: steps.into_iter().map(|(due, is_done)| StepFacts { due: due.map(day), is_done }).collect(),
                ..answer(id, status)
            })
            .collect(),
        opted_in: takes_part.then(|| "3".to_owned()).into_iter().collect(),
        proposals: proposals.into_iter().map(str::to_owned).collect(),
        ..Facts::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn shares_are_merged_in_any_order_and_however_they_are_bracketed(
        facts in prop::collection::vec((facts(), 0_u32..3, 0_usize..3), 0..12),
        order in Just([0_usize, 1, 2]).prop_shuffle(),
    ) {
        let directive = directive();
        let basis = Basis { cut_off: Some(day(CUT_OFF)), ..Basis::of(&directive) };
        let all: Vec<Counted<'_>> = (0..).step_by(29).zip(&facts).map(|(unit, (facts, group, _))| {
            Counted { unit, group: *group, roster_id: "", facts: vec![facts] }
        }).collect();
        let share = |wanted: usize| {
            let own = all.iter().zip(&facts).filter(|(_, (_, _, share))| *share == wanted);
            Summary::of(&own.map(|(one, _)| one.clone()).collect::<Vec<_>>(), &basis)
        };
        let shares = order.map(share);
        let merged = |one: &Summary, other: &Summary| {
            let mut both = one.clone();
            both.merge(other);
            both
        };
        let whole = Summary::of(&all, &basis);
        let [one, two, three] = &shares;
        prop_assert_eq!(&merged(&merged(one, two), three), &whole);
        prop_assert_eq!(&merged(one, &merged(two, three)), &whole);
        prop_assert_eq!(&merged(three, &merged(two, one)), &whole);
        // Nothing changes nothing, and what is counted twice is counted once.
        prop_assert_eq!(&merged(&Summary::default(), &whole), &whole);
        prop_assert_eq!(&merged(&whole, &Summary::default()), &whole);
        prop_assert_eq!(&merged(&whole, two), &whole);
    }

    #[test]
    fn those_in_scope_are_each_in_one_state(facts in prop::collection::vec(facts(), 0..12)) {
        let directive = directive();
        let basis = Basis::of(&directive);
        let all: Vec<Counted<'_>> = (0..).zip(&facts).map(|(unit, facts)| {
            Counted { unit, group: unit % 3, roster_id: "", facts: vec![facts] }
        }).collect();
        let summary = Summary::of(&all, &basis);
        for cell in summary.cells.values() {
            let states = [&cell.done, &cell.in_progress, &cell.not_started, &cell.unanswered, &cell.out_of_scope];
            let mut together = UnitSet::default();
            states.iter().for_each(|state| together.union(state));
            prop_assert_eq!(together.len(), states.iter().map(|state| state.len()).sum::<u32>());
            prop_assert_eq!(together.len(), cell.in_scope() + cell.out_of_scope.len());
        }
        prop_assert_eq!(summary.cell(place("1.1"), None).in_scope() + summary.cell(place("1.1"), None).out_of_scope.len(), summary.units.len());
    }
}
