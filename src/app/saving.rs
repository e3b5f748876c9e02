//! The saving of one draft, as a state machine without a clock or a store of its own.
//!
//! ```text
//!              edited               due                both stores took it
//!   Level ─────────────▶ Waiting ─────────▶ Writing ─────────────────────────▶ Level
//!     ▲                   ▲  ▲  ▲             │ │ │ one store took it
//!     │ both took it      │  │  │ edited      │ │ └──────────────────────────▶ Uneven
//!     │                   │  │  │ meanwhile   │ │                               │  │
//!   Levelling ◀───────────┼──┼──┴─────────────┘ │ none took it                  │  │
//!     ▲      at the start,│  │                  ▼                               │  │
//!     │      or by itself │  └────── edited ── Failed ── due: Writing again      │  │
//!     │                   └──────────────────────────────────────── edited ──────┘  │
//!     └─────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! | state | what is known | the line in the bar |
//! | --- | --- | --- |
//! | `Level` | both stores hold all of it | saved |
//! | `Uneven` | one store holds all of it, the other less | saved |
//! | `Levelling` | the same, and the other is being brought up to it | saved |
//! | `Waiting` | there are edits that no store holds; their write is due at a set time | saving |
//! | `Writing` | those edits are on their way | saving |
//! | `Failed` | no store took them; it is tried again | NOT saved |
//!
//! From every state a *conflict* — another window has written the draft since this one read it — leads out of the machine:
//! a draft with edits of its own goes on as a copy, with a machine of its own; one without takes over what the other
//! window wrote (`app::keeping`).
//!
//! Edits are counted; a write carries the count that it holds, and only the stores' answer, given after reading back,
//! moves `durable` forward. So "saved" can be said of exactly what is on disk. A levelling write carries the generation
//! that is on disk already: it takes no turn from another window.

use crate::domain::date::Moment;
use crate::storage::{Fault, Report};

/// Quiet time after the last input before a save, in milliseconds.
const QUIET_MS: i64 = 150;
/// Longest time that typing may go on without a save being begun, in milliseconds. What can be lost is this and two writes: the one
/// that was under way when the typing went on, and the one that would have held it.
const LONGEST_MS: i64 = 200;
/// Time between tries after no store took a write, in milliseconds.
const RETRY_MS: i64 = 3000;
/// Time until the journal is tried again after only the mirror took a write, in milliseconds.
const LEVEL_MS: i64 = 30_000;

/// What is known about the saving of one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// Edits made since the draft was opened.
    edits: u64,
    /// The count of edits that is known to be on disk.
    durable: u64,
    /// What was put into the mirror as the page was left; whether it took it is not known.
    left: Option<Writing>,
    /// What is being written.
    writing: Option<Writing>,
    /// What no store took, or what one took and said that it had not: its generation is given to nothing else.
    refused: Option<Writing>,
    /// When the first edit was made that neither is on disk nor on its way.
    dirty_since: Option<Moment>,
    /// The generation that the next write has to find in the journal.
    expected: u64,
    /// The highest generation seen or written.
    generation: u64,
    /// Whether one of the stores is behind the other.
    is_uneven: bool,
    /// When the last write succeeded.
    saved_at: Option<Moment>,
    /// How the stores took the last write.
    report: Option<Report>,
}

/// A write that was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Writing {
    /// The count of edits that it holds.
    edits: u64,
    generation: u64,
}

/// A write to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The generation that the journal must still have.
    pub expected: u64,
    /// The highest generation that this window knows of.
    pub known: u64,
    /// The generation to write.
    pub generation: u64,
}

/// The states that are drawn at the top of this file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Both stores hold all of it.
    Level,
    /// One store holds all of it, the other less.
    Uneven,
    /// The one that holds less is being brought up to the other.
    Levelling,
    /// There are edits that no store holds.
    Waiting,
    /// They are on their way.
    Writing,
    /// No store took them.
    Failed(Fault),
}

/// What a draft's saving amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// All of it is on disk, since then if it was written in this session.
    Saved(Option<Moment>),
    /// Something waits for its write or is being written.
    Saving,
    /// No store takes it.
    Unsaved(Fault),
}

impl Saving {
    /// A draft that is on no disk yet. Its generations go on after those of the draft that it was copied from, if any.
    #[must_use]
    pub fn fresh(after: u64) -> Self {
        Self::unsaved(0, after)
    }

    /// A draft that no store has as it is, in the place of one that the stores had.
    #[must_use]
    pub fn unsaved(journal: u64, highest: u64) -> Self {
        Self { edits: 1, expected: journal, generation: highest, ..Self::default() }
    }

    /// A draft as the stores had it: the journal's generation (0 where it had none), the highest that was seen, and
    /// whether a store is to be brought up to the other.
    #[must_use]
    pub fn stored(journal: u64, highest: u64, is_uneven: bool) -> Self {
        Self { expected: journal, generation: highest, is_uneven, ..Self::default() }
    }

    /// The draft changed. Returns after how many milliseconds it is due.
    pub fn edited(&mut self, now: Moment) -> u32 {
        self.edits += 1;
        self.dirty_since.get_or_insert(now);
        self.due(now)
    }

    /// After how many milliseconds a save is due, if no more is typed.
    fn due(&self, now: Moment) -> u32 {
        let since = self.dirty_since.unwrap_or(now);
        // A clock that jumps must not delay the save.
        let waited = (now.0 - since.0).clamp(0, LONGEST_MS);
        delay(QUIET_MS.min(LONGEST_MS - waited))
    }

    /// Starts a write, if one is needed and none is under way.
    pub fn begin_write(&mut self) -> Option<Begun> {
        if self.writing.is_some() || !(self.is_dirty() || self.is_uneven) {
            return None;
        }
        let generation = if self.is_dirty() { self.next_generation() } else { self.generation };
        self.writing = Some(Writing { edits: self.edits, generation });
        self.dirty_since = None;
        Some(Begun { expected: self.expected, known: self.generation, generation })
    }

    /// The page is being left: what to put into the mirror at once, if that holds something that was not put there yet.
    pub fn begin_leaving(&mut self) -> Option<Begun> {
        if !self.is_dirty() || self.left.is_some_and(|left| left.edits == self.edits) {
            return None;
        }
        let generation = self.next_generation();
        self.left = Some(Writing { edits: self.edits, generation });
        Some(Begun { expected: self.expected, known: self.generation, generation })
    }

    /// The stores answered the write that was under way. Returns after how many milliseconds the next is due.
    pub fn wrote(&mut self, now: Moment, report: Report) -> Option<u32> {
        let written = self.writing.take()?;
        self.report = Some(report);
        let is_new = written.edits != self.durable;
        if report.fault().is_some() {
            self.refused = Some(written);
            return Some(delay(if self.is_dirty() { RETRY_MS } else { LEVEL_MS }));
        }
        self.generation = written.generation;
        if report.journal.is_ok() {
            self.expected = written.generation;
        }
        self.durable = written.edits;
        self.is_uneven = report.journal.and(report.mirror).is_err();
        if is_new {
            self.saved_at = Some(now);
        }
        match report.journal {
            _ if self.is_dirty() => Some(self.due(now)),
            // The mirror alone can lose its last seconds in a crash.
            Err(Fault::Full | Fault::Broken) => Some(delay(LEVEL_MS)),
            _ => None,
        }
    }

    /// The write that was under way has met another one: it has changed nothing.
    pub fn conflicted(&mut self) {
        self.writing = None;
    }

    /// The journal has that generation from this machine itself: a write that was answered as failed had come through.
    /// `highest` is the highest that either store has.
    pub fn came_through(&mut self, journal: u64, highest: u64) {
        self.writing = None;
        self.expected = journal;
        self.generation = self.generation.max(highest);
    }

    /// Whether what another window wrote in the journal can take the place of what is here: all of this is in the
    /// journal too, or is another window's, and nothing of it is on its way.
    #[must_use]
    pub fn can_be_replaced(&self) -> bool {
        let is_others = self.edits == 0 && !self.is_uneven;
        !self.is_dirty() && self.writing.is_none() && (self.expected == self.generation || is_others)
    }

    /// The generation that the journal has, as far as this window knows.
    #[must_use]
    pub fn expected(&self) -> u64 {
        self.expected
    }

    /// The highest generation seen or written.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The highest generation under which anything of this draft was sent to a store from here, or seen there.
    #[must_use]
    pub fn highest_sent(&self) -> u64 {
        self.sent().map(|sent| sent.generation).fold(self.generation, u64::max)
    }

    /// What was sent to a store and is not known to be there.
    fn sent(&self) -> impl Iterator<Item = Writing> {
        [self.writing, self.left, self.refused].into_iter().flatten()
    }

    /// Whether something is not known to be on disk.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.edits != self.durable
    }

    /// Whether no state of it is known to be on disk.
    #[must_use]
    pub fn is_on_no_disk(&self) -> bool {
        self.is_dirty() && self.durable == 0 && self.expected == 0
    }

    /// The generation of what stands here now: the one under which all of it was sent away, else one of its own.
    #[must_use]
    pub fn next_generation(&self) -> u64 {
        let highest = self.highest_sent();
        let is_sent = self.sent().any(|sent| sent.edits == self.edits && sent.generation == highest);
        if is_sent { highest } else { highest + 1 }
    }

    /// The state.
    #[must_use]
    pub fn phase(&self) -> Phase {
        match (self.report.and_then(Report::fault), self.writing) {
            (Some(fault), _) if self.is_dirty() => Phase::Failed(fault),
            (None, Some(_)) if self.is_dirty() => Phase::Writing,
            (None, None) if self.is_dirty() => Phase::Waiting,
            (_, Some(_)) => Phase::Levelling,
            (_, None) if self.is_uneven => Phase::Uneven,
            _ => Phase::Level,
        }
    }

    /// The end of the last try to write, if none is under way: all of it is on disk, or the fault.
    #[must_use]
    pub fn settled(&self) -> Option<Result<(), Fault>> {
        match self.report.and_then(Report::fault) {
            _ if !self.is_dirty() => Some(Ok(())),
            Some(fault) if self.writing.is_none() => Some(Err(fault)),
            _ => None,
        }
    }

    /// What it amounts to.
    #[must_use]
    pub fn state(&self) -> SaveState {
        match self.phase() {
            Phase::Failed(fault) => SaveState::Unsaved(fault),
            Phase::Writing | Phase::Waiting => SaveState::Saving,
            Phase::Level | Phase::Uneven | Phase::Levelling => SaveState::Saved(self.saved_at),
        }
    }

    /// How the stores took the last write, if there was one.
    #[must_use]
    pub fn report(&self) -> Option<Report> {
        self.report
    }
}

fn delay(milliseconds: i64) -> u32 {
    u32::try_from(milliseconds.max(0)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: Report = Report { journal: Ok(()), mirror: Ok(()) };
    const NONE: Report = Report { journal: Err(Fault::Full), mirror: Err(Fault::Full) };

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
        assert_eq!(saving.settled(), Some(Err(Fault::Full)));
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
        assert_eq!(saving.phase(), Phase::Level);
    }

    #[test]
    fn a_refused_write_is_told_and_tried_again() {
        let mut saving = Saving::fresh(0);
        saving.begin_write();
        assert_eq!(saving.wrote(Moment(0), NONE), Some(3000));
        assert_eq!(saving.state(), SaveState::Unsaved(Fault::Full));
        assert_eq!(saving.begin_write(), begun(0, 0, 1));
        assert_eq!(saving.phase(), Phase::Failed(Fault::Full), "until the stores say otherwise");
        saving.wrote(Moment(1), Report { journal: Err(Fault::Refused), mirror: Ok(()) });
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
        assert_eq!((saving.phase(), saving.begin_write()), (Phase::Uneven, begun(3, 4, 4)));
        assert_eq!((saving.phase(), saving.state()), (Phase::Levelling, SaveState::Saved(None)));
        assert_eq!(saving.wrote(Moment(7), BOTH), None);
        assert_eq!((saving.phase(), saving.state()), (Phase::Level, SaveState::Saved(None)), "nothing new was saved");
        assert!(saving.can_be_replaced());
        assert_eq!(Saving::stored(4, 4, false).begin_write(), None);
    }

    #[test]
    fn a_journal_that_may_come_back_is_tried_again_and_one_that_is_refused_is_not() {
        for (fault, again) in [(Fault::Full, Some(30_000)), (Fault::Broken, Some(30_000)), (Fault::Refused, None)] {
            let mut saving = Saving::fresh(0);
            saving.begin_write();
            assert_eq!(saving.wrote(Moment(0), Report { journal: Err(fault), mirror: Ok(()) }), again);
            assert_eq!(saving.phase(), Phase::Uneven);
            assert_eq!(saving.begin_write(), begun(0, 1, 1));
            assert_eq!(saving.wrote(Moment(0), NONE), Some(30_000), "it is on disk all the same");
            assert_eq!(saving.state(), SaveState::Saved(Some(Moment(0))));
        }
        let mut saving = Saving::fresh(0);
        saving.begin_write();
        assert_eq!(saving.wrote(Moment(0), Report { journal: Ok(()), mirror: Err(Fault::Full) }), None);
        assert_eq!(saving.phase(), Phase::Uneven);
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
}
