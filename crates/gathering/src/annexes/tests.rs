#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use crate::decisions::Decisions;
use crate::made::{answer, day, directive, file, roster, stand};
use crate::register;
use crate::settled::Settled;
use crate::step_state::StepState;
use crate::summary::counted;
use crate::unit_set::UnitSet;
use domain::assessment::Status;
use domain::date::DateText;

const X: &str = "quan-uy-o-mon";
const Y: &str = "ban-dan-van";

fn is_whole(table: &Table) {
    assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()), "{:?}", table.heading);
}

#[test]
fn each_requirement_has_its_groups_and_their_sum_and_the_formula_is_numbered() {
    let mut received = [file("a", X, "d", &[]), file("b", Y, "e", &[])];
    received[0].facts.answers = vec![answer("1.1", Some(Status::Done))];
    let (standing, units) = stand(&received, &Decisions::default());
    let directive = directive();
    let basis = Basis::of(&directive);
    let summary = Summary::of(&counted(&received, &standing, &units), &basis);
    let table = requirements(&summary, &units, &basis);
    is_whole(&table);
    assert_eq!(table.numbering(), ["1", "2", "3=4+5+6+7", "4", "5", "6", "7", "8"]);
    let first: Vec<&TableRow> = table.rows.iter().take(3).collect();
    assert_eq!([false, false, true], [first[0].is_total, first[1].is_total, first[2].is_total]);
    let both: UnitSet = [X, Y].iter().map(|id| units.row_of(id).unwrap()).collect();
    assert_eq!((&first[2].cells[1], &first[2].cells[2]), (&Cell::Total, &Cell::Count(both)));
    assert_eq!(first[2].cells[7], Cell::Percent(crate::percent::Percent::of(1, 2)));
    // A requirement in nobody's scope has a sum without a rate.
    let last = table.rows.last().unwrap();
    assert!(last.is_total && last.cells[7] == Cell::Percent(None));
    assert_eq!(table.rows.iter().filter(|row| row.is_total).count(), directive.requirements().count());
}

#[test]
fn the_missing_have_a_list_of_their_own_and_the_register_is_in_the_order_of_the_roster() {
    let received = [file("a", X, "d", &[])];
    let (standing, units) = stand(&received, &Decisions::default());
    let (decisions, directive) = (Decisions::default(), directive());
    let settled = Settled::of(&decisions);
    let basis = Basis { deadline: Some(day("2024-07-10")), ..Basis::of(&directive) };
    let days = [Some(day("2024-07-12"))];
    let lines = register::register(&received, &days, &standing, &settled, &units, &basis, day("2024-07-20"));
    let (first, second) = (missing(&lines, &units), register(&lines, &units));
    is_whole(&first);
    is_whole(&second);
    let all = roster().units.len();
    assert_eq!((first.rows.len(), second.rows.len()), (all - 1, all));
    assert_eq!(second.rows[3].cells[1], Cell::Unit(3, "Quận ủy Ô Môn".into()));
    assert_eq!(second.rows[3].cells[4], Cell::Timing(Timing::Late { days: 2 }));
    assert_eq!(first.rows[0].cells[4], Cell::Timing(Timing::Missing { days_late: 10 }));
    let table = measures(&Measures::of(&lines, &units), &units);
    is_whole(&table);
    let total = table.rows.last().unwrap();
    assert_eq!(total.cells[1..3], [Cell::Number(u32::try_from(all).unwrap()), Cell::Number(1)]);
    assert_eq!(table.rows.len(), units.groups.len() + 1);
}

#[test]
fn issues_name_their_units_and_who_decides() {
    let (_, units) = stand(&[], &Decisions::default());
    let directive = directive();
    let basis = Basis::of(&directive);
    let open = u32::try_from(directive.proposal_levels.len()).unwrap();
    let issue = |subject, set: &[u32]| Issue { subject, text: "x".into(), units: set.iter().copied().collect() };
    let found =
        [issue(Matter::Limitation(1), &[3, 0]), issue(Matter::Proposal(0), &[0]), issue(Matter::Proposal(open), &[0])];
    let table = issues(&found, &units, &basis);
    is_whole(&table);
    let names = vec!["Quận ủy Ninh Kiều".to_owned(), "Quận ủy Ô Môn".to_owned()];
    assert_eq!((&table.rows[0].cells[1], &table.rows[0].cells[4]), (&Cell::Text("1.2".into()), &Cell::Names(names)));
    assert_eq!(table.rows[1].cells[5], Cell::Text("Trung ương".into()));
    assert_eq!((&table.rows[2].cells[0], &table.rows[2].cells[5]), (&Cell::Number(3), &Cell::OpenLevel));
}

#[test]
fn overdue_steps_come_first_and_what_is_no_day_is_shown_as_entered() {
    let (_, units) = stand(&[], &Decisions::default());
    let directive = directive();
    let basis = Basis::of(&directive);
    let step = |unit, due: &str, state| Step {
        unit,
        requirement: 0,
        task: "Họp".into(),
        owner: "A".into(),
        due: DateText::from_typed(due),
        state,
    };
    let found = [
        step(0, "sớm", StepState::Undated),
        step(1, "01/07/2024", StepState::Done),
        step(2, "05/07/2024", StepState::Overdue),
        step(0, "05/07/2024", StepState::Overdue),
        step(5, "01/07/2024", StepState::Overdue),
    ];
    let table = steps(&found, &units, &basis);
    is_whole(&table);
    let order: Vec<&Cell> = table.rows.iter().map(|row| &row.cells[1]).collect();
    let order: Vec<u32> = order.into_iter().map(|cell| if let Cell::Unit(at, _) = cell { *at } else { 99 }).collect();
    assert_eq!(order, [5, 0, 2, 0, 1]);
    assert_eq!(
        (&table.rows[3].cells[5], &table.rows[0].cells[5]),
        (&Cell::Text("sớm".into()), &Cell::Date(Some(day("2024-07-01"))))
    );
}
