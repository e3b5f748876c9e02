//! Writes that fail.

use crate::desk::{Desk, sample};
use coordination::msg::{Effect, Msg, SettingsEdit};
use gathering::decisions::Decision;
use gathering::register::Timing;
use storage::StoreFault;

#[test]
fn what_the_store_did_not_take_stays_on_the_screen_is_said_to_be_unsaved_and_is_written_with_the_next() {
    let mut desk = Desk::with_gathering("x");
    desk.take_in(sample());
    let units: Vec<String> = desk.counting().into_iter().map(|(unit, _)| unit).collect();
    desk.full = true;
    desk.term(&units[0], "", true);
    assert_eq!(desk.line(&units[0]).timing, Timing::Excused);
    assert_eq!(desk.open().unsaved, Some(StoreFault::Full));
    assert_eq!(desk.disk.borrow().decided(), 0);
    desk.send(Msg::EditSettings(SettingsEdit::Name("y".into())));
    desk.full = false;
    desk.term(&units[1], "", true);
    assert_eq!(desk.open().unsaved, None);
    assert_eq!(desk.disk.borrow().decisions.len(), 2);
    let again = desk.another('b');
    assert_eq!(again.open().settings.name, "y");
    assert_eq!(again.line(&units[0]).timing, Timing::Excused);
}

#[test]
fn nothing_is_said_to_be_saved_before_the_store_says_so() {
    let mut desk = Desk::with_gathering("x");
    assert!(!desk.model.is_saving());
    (desk.full, desk.slow) = (true, true);
    desk.term("ban-dan-van", "", true);
    assert!(desk.model.is_saving() && desk.open().unsaved.is_none());
    desk.answer();
    assert_eq!((desk.model.is_saving(), desk.open().unsaved), (false, Some(StoreFault::Full)));
    (desk.full, desk.slow) = (false, true);
    desk.send(Msg::EditSettings(SettingsEdit::Name("y".into())));
    assert_eq!(desk.open().unsaved, Some(StoreFault::Full), "it is on its way, and not there yet");
    desk.answer();
    assert_eq!((desk.model.is_saving(), desk.open().unsaved), (false, None));
}

#[test]
fn what_was_undone_while_it_could_not_be_written_does_not_come_back() {
    let mut desk = Desk::with_gathering("x");
    desk.full = true;
    desk.term("ban-dan-van", "", true);
    desk.full = false;
    desk.undo();
    assert_eq!(desk.open().unsaved, None);
    assert_eq!(desk.disk.borrow().decided(), 0);
    assert!(desk.another('b').open().decisions.list.iter().all(Decision::is_removed));
}

#[test]
fn what_is_unsaved_is_there_again_when_its_gathering_is_opened_again_in_this_window() {
    let mut desk = Desk::with_gathering("x");
    let first = desk.open().settings.id.clone();
    desk.term("ban-dan-van", "01/08/2024", false);
    desk.full = true;
    desk.term("ban-dan-van", "", true);
    desk.send(Msg::EditSettings(SettingsEdit::Name("y".into())));
    desk.full = false;
    desk.slow = true;
    desk.send(Msg::StartGathering("z".into()));
    assert_eq!(desk.open().unsaved, None, "the other gathering has nothing unsaved");
    desk.go(&first);
    assert_eq!(desk.open().settings.name, "y");
    assert_eq!(desk.line("ban-dan-van").timing, Timing::Excused);
    assert_eq!(desk.open().unsaved, Some(StoreFault::Full));
    desk.answer();
    assert_eq!(desk.open().unsaved, None);
    let written = desk.asked.iter().filter(|asked| matches!(asked, Effect::Write(..))).count();
    assert_eq!(written, 8);
}
