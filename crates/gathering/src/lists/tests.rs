#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use crate::decisions::Decisions;
use crate::facts::StepFacts;
use crate::made::{answer, day, directive, file, stand};
use crate::register::register;
use crate::settled::Settled;
use crate::summary::counted;

const X: &str = "quan-uy-o-mon";
const Y: &str = "quan-uy-ninh-kieu";

#[test]
fn a_unit_has_a_cell_for_each_requirement_and_none_where_nothing_counts() {
    let (directive, decisions) = (directive(), Decisions::default());
    let basis = Basis { cut_off: Some(day("2024-07-10")), ..Basis::of(&directive) };
    let ids: Vec<&str> = directive.requirements().map(|(_, one)| one.id.as_str()).collect();
    let mut one = file("a", X, "d", &[]);
    let mut overdue = answer(ids[0], Some(Status::Done));
    overdue.steps = vec![StepFacts { due: Some(day("2024-07-09")), is_done: false }; 2];
    overdue.has_limitations = true;
    one.facts.answers = vec![overdue, answer(ids[1], Some(Status::OutOfScope))];
    let received = [one];
    let (standing, all) = stand(&received, &decisions);
    let summary = Summary::of(&counted(&received, &standing, &all), &basis);
    let lines = register(&received, &[None], &standing, &Settled::of(&decisions), &all, &basis, day("2024-07-20"));
    let (x, y) = (all.row_of(X).unwrap(), all.row_of(Y).unwrap());
    let table = units(&[y, x], &lines, &summary, &all, &basis);
    assert_eq!(table.columns.len(), ids.len() + 6);
    assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
    assert_eq!(table.requirements, ids);
    let cells = |row: usize, column: Column| {
        let at = table.columns.iter().position(|other| *other == column).unwrap();
        table.rows[row].cells[at].clone()
    };
    assert_eq!(cells(1, Column::Unit), Cell::Unit(x, "Quận ủy Ô Môn".into()));
    assert_eq!(cells(1, Column::Answer(0)), Cell::Answer(Some(Status::Done)));
    assert_eq!(cells(1, Column::Answer(1)), Cell::Answer(Some(Status::OutOfScope)));
    assert_eq!(cells(1, Column::Answer(2)), Cell::Answer(None));
    assert_eq!((cells(1, Column::Limitations), cells(1, Column::StepsOverdue)), (Cell::Number(1), Cell::Number(2)));
    assert_eq!(cells(0, Column::Number), Cell::Number(1));
    assert_eq!((cells(0, Column::Answer(0)), cells(0, Column::Limitations)), (Cell::Empty, Cell::Empty));
}

#[test]
fn a_file_whose_unit_is_not_known_has_the_name_that_it_gives() {
    let (_, all) = stand(&[], &Decisions::default());
    let row = all.row_of(X).unwrap();
    let known = FileLine { unit: Some(row), unit_name: "QU Ô Môn".into(), ..FileLine::default() };
    let unknown = FileLine { unit_name: "Tổ 5".into(), ..FileLine::default() };
    let table = files(&[known, unknown], &all);
    assert_eq!(table.rows[0].cells[4], Cell::Unit(row, "Quận ủy Ô Môn".into()));
    assert_eq!(table.rows[1].cells[4], Cell::Text("Tổ 5".into()));
    assert_eq!(table.rows[1].cells[6], Cell::Empty);
}
