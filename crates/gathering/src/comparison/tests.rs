#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use crate::comparability::Comparability;
use crate::csv::csv;
use crate::decisions::Decisions;
use crate::made::{answer, directive, file, roster, stand};
use crate::received::Received;
use crate::summary::counted;
use domain::assessment::Status;

const X: &str = "quan-uy-o-mon";
const Y: &str = "ban-dan-van";
const Z: &str = "quan-uy-binh-thuy";

fn says(unit: &str, status: Status) -> Received {
    let mut one = file(unit, unit, unit, &[]);
    one.facts.answers = vec![answer("1.1", Some(status))];
    one
}

fn side(received: &[Received]) -> Side {
    let (standing, units) = stand(received, &Decisions::default());
    let directive = directive();
    let basis = Basis::of(&directive);
    Side::of(Summary::of(&counted(received, &standing, &units), &basis), &units, &roster(), &basis)
}

fn first(earlier: &Side, later: &Side, among: Among<'_>) -> (Share, Share) {
    let row = rows(&directive(), earlier, later, among).into_iter().find(|row| row.requirement == "1.1").unwrap();
    (row.earlier, row.later)
}

#[test]
fn a_requirement_has_the_numbers_of_both_of_all_of_a_group_and_of_the_units_in_both() {
    let earlier = side(&[says(X, Status::InProgress), says(Y, Status::Done)]);
    let later = side(&[says(X, Status::Done), says(Z, Status::Done)]);
    let share = |done, in_scope| Share { done, in_scope };
    assert_eq!(first(&earlier, &later, Among::default()), (share(1, 2), share(2, 2)));
    let group = roster().unit(X).unwrap().group.clone();
    assert_ne!(group, roster().unit(Y).unwrap().group);
    let of_group = Among { group: Some(&group), units: None };
    assert_eq!(first(&earlier, &later, of_group), (share(0, 1), share(2, 2)));
    let nobody = Among { group: Some("?"), units: None };
    assert_eq!(first(&earlier, &later, nobody), (share(0, 0), share(0, 0)));
    let both = Comparability::of(&earlier.footing, &later.footing).both;
    assert_eq!(both, [X]);
    let in_both = Among { group: None, units: Some(&both) };
    assert_eq!(first(&earlier, &later, in_both), (share(0, 1), share(1, 1)));
}

#[test]
fn the_table_has_the_same_numbers_and_what_is_said_of_it_stands_before_its_heads() {
    struct Plain;
    impl crate::table::Words for Plain {
        fn heading(&self, heading: Heading) -> String {
            format!("{heading:?}")
        }
        fn column(&self, column: Column) -> String {
            format!("{column:?}")
        }
        fn timing(&self, timing: crate::register::Timing) -> String {
            format!("{timing:?}")
        }
        fn step_state(&self, state: crate::step_state::StepState) -> String {
            format!("{state:?}")
        }
        fn answer(&self, answer: Option<Status>) -> String {
            format!("{answer:?}")
        }
        fn outcome(&self, outcome: &str, _: &str) -> String {
            outcome.to_owned()
        }
        fn verdict(&self, verdict: &crate::verdict::Verdict) -> String {
            format!("{verdict:?}")
        }
        fn kind(&self, kind: crate::excerpt::ExcerptKind) -> String {
            format!("{kind:?}")
        }
        fn total(&self) -> String {
            String::new()
        }
        fn open_level(&self) -> String {
            String::new()
        }
    }
    let (earlier, later) = (side(&[says(X, Status::InProgress), says(Y, Status::Done)]), side(&[]));
    let table = table(&rows(&directive(), &earlier, &later, Among::default()));
    let text = csv(&table, &Plain, &["=Nhóm: \"A\"".to_owned(), "x".to_owned()]);
    let mut lines = text.split("\r\n");
    assert_eq!(lines.next(), Some("\u{feff}\"'=Nhóm: \"\"A\"\"\",x"), "no formula here either");
    assert!(lines.next().unwrap().starts_with("Requirement,EarlierDone,"));
    let first = lines.next().unwrap();
    assert!(first.starts_with("1.1 ") || first.starts_with("\"1.1 "), "{first}");
    assert!(first.ends_with(",1,2,\"50,00\u{a0}%\",0,0,–"), "{first}");
}
