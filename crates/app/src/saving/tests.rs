use super::*;

const BOTH: Report = Report { journal: Ok(()), mirror: Ok(()) };
const NONE: Report = Report { journal: Err(StoreFault::Full), mirror: Err(StoreFault::Full) };

fn begun(expected: u64, known: u64, generation: u64) -> Option<Begun> {
    Some(Begun { expected, known, generation })
}

#[test]
fn what_takes_the_place_of_a_record_goes_on_from_the_highest_that_was_seen() {
    assert_eq!(Saving::unsaved(3, 9).begin_write(), begun(3, 9, 10));
    assert_eq!(Saving::fresh(9).begin_write(), begun(0, 9, 10));
}

#[test]
fn a_draft_of_the_stores_knows_their_generations() {
    let saving = Saving::stored(3, 9, true);
    assert_eq!((saving.expected(), saving.generation()), (3, 9));
}

#[test]
fn who_waits_for_a_save_hears_of_its_end_and_not_before() {
    let mut saving = Saving::stored(1, 1, false);
    assert_eq!(saving.settled(), Some(Ok(())), "there is nothing to write");
    saving.edited(Moment(0));
    assert_eq!(saving.settled(), None, "it waits for its time");
    saving.begin_write();
    assert_eq!(saving.settled(), None, "it is on its way");
    saving.wrote(Moment(10), NONE);
    assert_eq!(saving.settled(), Some(Err(StoreFault::Full)));
    saving.begin_write();
    assert_eq!(saving.settled(), None, "it is tried again");
    saving.wrote(Moment(20), BOTH);
    assert_eq!(saving.settled(), Some(Ok(())));
}

#[test]
fn after_a_conflict_it_can_be_written_again() {
    let mut saving = Saving::unsaved(3, 3);
    assert_eq!(saving.begin_write(), begun(3, 3, 4));
    assert_eq!(saving.begin_write(), None);
    saving.conflicted();
    assert!(saving.begin_write().is_some());
}

#[test]
fn it_saves_soon_after_the_last_input_and_before_long_while_typing_goes_on() {
    let mut saving = Saving::stored(1, 1, false);
    assert_eq!(saving.edited(Moment(1000)), 150);
    assert_eq!(saving.edited(Moment(1050)), 150);
    assert_eq!(saving.edited(Moment(1100)), 100);
    assert_eq!(saving.edited(Moment(1300)), 0);
    assert_eq!(Saving::stored(1, 1, false).edited(Moment(0)), 150);
}

#[test]
fn what_is_typed_during_a_write_waits_no_longer_for_that() {
    let mut saving = Saving::fresh(0);
    saving.begin_write();
    saving.edited(Moment(1000));
    assert_eq!(saving.wrote(Moment(1120), BOTH), Some(80));
    saving.begin_write();
    saving.edited(Moment(2000));
    assert_eq!(saving.wrote(Moment(2900), BOTH), Some(0));
}

#[test]
fn saved_is_said_of_what_was_written_only() {
    let mut saving = Saving::fresh(0);
    assert_eq!(saving.phase(), Phase::Waiting);
    assert_eq!(saving.begin_write(), begun(0, 0, 1));
    assert_eq!(saving.phase(), Phase::Writing);
    assert_eq!(saving.begin_write(), None, "one write at a time");
    saving.edited(Moment(5));
    assert_eq!(saving.wrote(Moment(10), BOTH), Some(150));
    assert_eq!(saving.state(), SaveState::Saving);
    assert_eq!(saving.begin_write(), begun(1, 1, 2));
    assert_eq!(saving.wrote(Moment(20), BOTH), None);
    assert_eq!(saving.state(), SaveState::Saved(Some(Moment(20))));
    assert_eq!(saving.begin_write(), None, "nothing to write");
    assert_eq!(saving.wrote(Moment(30), NONE), None, "an answer to nothing says nothing");
    assert_eq!(saving.phase(), Phase::InSync);
}

#[test]
fn a_refused_write_is_told_and_tried_again() {
    let mut saving = Saving::fresh(0);
    saving.begin_write();
    assert_eq!(saving.wrote(Moment(0), NONE), Some(3000));
    assert_eq!(saving.state(), SaveState::Unsaved(StoreFault::Full));
    assert_eq!(saving.begin_write(), begun(0, 0, 1));
    assert_eq!(saving.phase(), Phase::Failed(StoreFault::Full), "until the stores say otherwise");
    saving.wrote(Moment(1), Report { journal: Err(StoreFault::Refused), mirror: Ok(()) });
    assert_eq!(saving.state(), SaveState::Saved(Some(Moment(1))));
    saving.edited(Moment(2));
    assert_eq!(saving.begin_write(), begun(0, 1, 2), "the journal still holds what it held");
}

#[test]
fn a_generation_that_was_refused_is_given_to_nothing_else() {
    let mut saving = Saving::fresh(0);
    saving.begin_write();
    saving.wrote(Moment(0), NONE);
    assert_eq!(saving.begin_write(), begun(0, 0, 1), "it is the same");
    saving.wrote(Moment(1), NONE);
    saving.edited(Moment(2));
    assert_eq!(saving.begin_write(), begun(0, 0, 2));
}

#[test]
fn a_store_that_is_behind_is_brought_up_under_the_same_generation() {
    let mut saving = Saving::stored(3, 4, true);
    assert!(!saving.can_be_replaced(), "the journal does not have it");
    assert_eq!((saving.phase(), saving.begin_write()), (Phase::OutOfSync, begun(3, 4, 4)));
    assert_eq!((saving.phase(), saving.state()), (Phase::Syncing, SaveState::Saved(None)));
    assert_eq!(saving.wrote(Moment(7), BOTH), None);
    assert_eq!((saving.phase(), saving.state()), (Phase::InSync, SaveState::Saved(None)), "nothing new was saved");
    assert!(saving.can_be_replaced());
    assert_eq!(Saving::stored(4, 4, false).begin_write(), None);
}

#[test]
fn a_journal_that_may_come_back_is_tried_again_and_one_that_is_refused_is_not() {
    for (fault, again) in
        [(StoreFault::Full, Some(30_000)), (StoreFault::Broken, Some(30_000)), (StoreFault::Refused, None)]
    {
        let mut saving = Saving::fresh(0);
        saving.begin_write();
        assert_eq!(saving.wrote(Moment(0), Report { journal: Err(fault), mirror: Ok(()) }), again);
        assert_eq!(saving.phase(), Phase::OutOfSync);
        assert_eq!(saving.begin_write(), begun(0, 1, 1));
        assert_eq!(saving.wrote(Moment(0), NONE), Some(30_000), "it is on disk all the same");
        assert_eq!(saving.state(), SaveState::Saved(Some(Moment(0))));
    }
    let mut saving = Saving::fresh(0);
    saving.begin_write();
    assert_eq!(saving.wrote(Moment(0), Report { journal: Ok(()), mirror: Err(StoreFault::Full) }), None);
    assert_eq!(saving.phase(), Phase::OutOfSync);
}

#[test]
fn what_is_left_behind_goes_into_the_mirror_once_under_a_generation_of_its_own() {
    let mut saving = Saving::stored(1, 1, false);
    assert_eq!(saving.begin_leaving(), None);
    saving.edited(Moment(0));
    saving.begin_write();
    assert_eq!(saving.begin_leaving(), begun(1, 1, 2), "the same as is being written");
    assert_eq!(saving.begin_leaving(), None);
    saving.edited(Moment(0));
    assert_eq!(saving.begin_leaving(), begun(1, 1, 3), "newer than what is being written");
    saving.wrote(Moment(0), BOTH);
    assert_eq!(saving.begin_leaving(), None);
    assert_eq!(saving.begin_write(), begun(2, 2, 3));
    saving.conflicted();
    assert!(saving.is_dirty() && !saving.can_be_replaced());
}

#[test]
fn a_clock_that_jumps_does_not_delay_the_save() {
    let mut saving = Saving::stored(1, 1, false);
    saving.edited(Moment(1_000_000));
    assert_eq!(saving.edited(Moment(0)), 150);
    assert_eq!(saving.edited(Moment(9_000_000)), 0);
}
