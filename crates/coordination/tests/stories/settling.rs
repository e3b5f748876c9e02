//! What two officers decided differently is settled by a third decision, and that can be taken back.

use crate::desk::{Desk, sample};
use coordination::msg::{Msg, SettingsEdit};
use coordination::undo::Changed;
use coordination::views::disputes::{Decided, DisputesView, ShownDispute};
use coordination::views::frame::Frame;
use gathering::decisions::Subject;
use gathering::register::Timing;
use std::rc::Rc;

fn disputes(desk: &Desk) -> Vec<ShownDispute> {
    DisputesView::of(&desk.model).unwrap().disputes
}

fn count(desk: &Desk) -> usize {
    Frame::of(&desk.model).unwrap().disputes
}

#[test]
fn both_sides_are_shown_with_who_decided_and_one_of_them_is_chosen_and_taken_back() {
    let mut one = Desk::with_gathering("x");
    one.send(Msg::EditSettings(SettingsEdit::Officer(" Lan ".into())));
    let mut other = one.another('b');
    other.send(Msg::EditSettings(SettingsEdit::Officer("Minh".into())));
    one.term("ban-dan-van", "", true);
    other.term("ban-dan-van", "01/08/2024", false);
    let mut both = one.another('c');
    assert_eq!(count(&both), 1);
    let found = disputes(&both);
    let mut by: Vec<&str> = found[0].sides.iter().map(|side| side.by.as_str()).collect();
    by.sort_unstable();
    assert_eq!((found[0].what, by), (Changed::Term, vec!["Lan", "Minh"]));
    assert_eq!(found[0].about[0].name, "Ban Dân vận Thành ủy");
    assert!(found[0].sides.iter().all(|side| side.at.is_some()));
    let excused = found[0].sides.iter().find(|side| matches!(side.said, Decided::Term(_, true, _))).unwrap();
    both.send(Msg::Settle(found[0].subjects.clone(), Box::new(excused.decision.clone())));
    assert_eq!((count(&both), both.line("ban-dan-van").timing), (0, Timing::Excused));
    let again = Desk::over(Rc::clone(&both.disk), 'd', &both.model.place.path());
    assert_eq!((count(&again), again.line("ban-dan-van").timing), (0, Timing::Excused));
    both.undo();
    assert_eq!(count(&both), 1);
    assert!(matches!(both.line("ban-dan-van").timing, Timing::Missing { .. }), "neither holds again");
}

#[test]
fn the_day_of_many_files_is_one_matter_and_what_else_was_decided_with_it_stays() {
    let mut one = Desk::with_gathering("x");
    one.take_in(sample());
    let mut other = one.another('b');
    let units: Vec<String> = one.counting().into_iter().map(|(unit, _)| unit).take(4).collect();
    let units: Vec<&str> = units.iter().map(String::as_str).collect();
    one.arrived(&[], &units[..3], "10/07/2024");
    other.arrived(&[], &units[1..], "20/07/2024");
    let mut both = one.another('c');
    let found = disputes(&both);
    assert_eq!((count(&both), found.len(), found[0].about.len()), (1, 1, 2));
    assert_eq!(found[0].subjects.len(), 2);
    let late = found[0]
        .sides
        .iter()
        .find(|side| matches!(&side.said, Decided::Arrival(on, _) if on.as_str() == "2024-07-20"))
        .unwrap();
    both.send(Msg::Settle(found[0].subjects.clone(), Box::new(late.decision.clone())));
    assert_eq!(count(&both), 0);
    let timing = |unit: &str| both.line(unit).timing;
    assert_eq!(timing(units[0]), Timing::OnTime, "that was in no dispute");
    assert!(units[1..].iter().all(|unit| timing(unit) == Timing::Late { days: 5 }));
    let last = both.open().decisions.list.last().unwrap();
    assert_eq!(
        last.subjects(),
        [units[1], units[2]]
            .map(|unit| Subject::ArrivalOfUnit(unit.into()))
            .into_iter()
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    );
}
