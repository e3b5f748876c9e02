//! One gathering in two windows.

use crate::desk::{Desk, sample};
use coordination::msg::{Msg, SettingsEdit};
use gathering::register::Timing;
use gathering::settled::Settled;
use std::collections::BTreeSet;
use std::rc::Rc;

#[test]
fn what_the_other_window_wrote_is_there_after_opening_anew_and_nothing_is_lost() {
    let mut one = Desk::with_gathering("x");
    one.take_in(sample());
    let mut other = one.another('b');
    let units: Vec<String> = one.counting().into_iter().map(|(unit, _)| unit).collect();
    one.term(&units[0], "", true);
    other.term(&units[1], "", true);
    other.take_in(vec![("ghi chú.txt".into(), b"a".to_vec())]);
    one.take_in(vec![("ghi chú.txt".into(), b"b".to_vec())]);
    assert_eq!(one.disk.borrow().decisions.len(), 2);
    for desk in [one.another('c'), other.another('d')] {
        assert_eq!(desk.line(&units[0]).timing, Timing::Excused);
        assert_eq!(desk.line(&units[1]).timing, Timing::Excused);
        assert_eq!(desk.open().things.len(), sample().len() + 2);
    }
}

#[test]
fn two_decisions_on_the_same_are_a_conflict_that_a_third_ends() {
    let mut one = Desk::with_gathering("x");
    let mut other = one.another('b');
    one.term("ban-dan-van", "", true);
    other.term("ban-dan-van", "01/08/2024", false);
    let mut both = one.another('c');
    assert_eq!(Settled::of(&both.open().decisions).conflicts().len(), 1);
    assert!(!both.line("ban-dan-van").is_extended, "neither holds");
    both.term("ban-dan-van", "01/08/2024", false);
    assert!(Settled::of(&both.open().decisions).conflicts().is_empty());
    assert!(both.line("ban-dan-van").is_extended);
}

#[test]
fn of_two_settings_the_more_often_changed_hold() {
    let mut one = Desk::with_gathering("x");
    let mut other = one.another('b');
    other.send(Msg::EditSettings(SettingsEdit::Name("của cửa sổ kia".into())));
    other.send(Msg::EditSettings(SettingsEdit::Deadline("20/07/2024".into())));
    // Whoever goes to the settings sees them as they are.
    let id = one.open().settings.id.clone();
    one.go(&[&id, "/thiet-lap"].concat());
    assert_eq!(one.open().settings, other.open().settings);
    one.send(Msg::EditSettings(SettingsEdit::CutOff("01/08/2024".into())));
    let disk = one.disk.borrow();
    assert_eq!(disk.settings[&id].name, "của cửa sổ kia");
    assert_eq!(disk.settings[&id].revision, one.open().settings.revision);
}

#[test]
fn no_two_windows_make_the_same_id() {
    let mut ids = BTreeSet::new();
    for name in 'a'..='h' {
        let mut desk = Desk::over(Rc::default(), name, "");
        for _ in 0..4 {
            desk.send(Msg::StartGathering(String::new()));
            ids.insert(desk.open().settings.id.clone());
            desk.term("ban-dan-van", "", true);
            ids.insert(desk.open().decisions.list[0].id.clone());
        }
    }
    assert_eq!(ids.len(), 8 * 4 * 2);
}
