//! The saving of one draft, as a state machine without a clock or a store of its own.
//!
//! ```text
//!            edited               due                 written, nothing newer
//!   Saved ───────────▶ Waiting ─────────▶ Writing ───────────────────────────▶ Saved
//!                        ▲                   │ written, but edited meanwhile
//!                        └───────────────────┤
//!                        └──── retry ── Failed ◀── no store took it
//! ```
//!
//! Edits are counted; a write carries the count that it holds, and only the stores' answer, given after reading back,
//! moves `durable` forward. So "saved" can be said of exactly what is on disk.

use crate::domain::date::Moment;

/// Quiet time after the last input before a save, in milliseconds.
const QUIET_MS: i64 = 150;
/// Longest time that typing may go on without a save, in milliseconds.
const LONGEST_MS: i64 = 500;
/// Time between tries after no store took a write, in milliseconds.
const RETRY_MS: i64 = 3000;

/// Why a store did not take a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is full (quota, disk).
    Full,
    /// The browser refuses it here (settings, private window, sandbox).
    Refused,
    /// It failed in another way, or gave back other than was written.
    Broken,
}

/// How each store took a write: the journal (IndexedDB) and its mirror (localStorage).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The journal, written with strict durability and read back.
    pub journal: Result<(), Fault>,
    /// The mirror, written and read back.
    pub mirror: Result<(), Fault>,
}

impl Report {
    /// The fault to tell the person, where no store took it.
    #[must_use]
    pub fn fault(self) -> Option<Fault> {
        match (self.journal, self.mirror) {
            (Err(journal), Err(_)) => Some(journal),
            _ => None,
        }
    }
}

/// What is known about the saving of one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// Edits made since the draft was opened.
    edits: u64,
    /// The count of edits that is known to be on disk.
    durable: u64,
    /// The count of edits that is being written.
    writing: Option<u64>,
    /// When the first edit was made that is not on disk yet.
    dirty_since: Option<Moment>,
    /// The generation that the next write has to find in the journal.
    expected: u64,
    /// The highest generation seen or written.
    generation: u64,
    /// When the last write succeeded.
    saved_at: Option<Moment>,
    /// How the stores took the last write.
    report: Option<Report>,
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
    /// A draft that is on no disk yet.
    #[must_use]
    pub fn fresh() -> Self {
        Self { edits: 1, ..Self::default() }
    }

    /// A draft as the stores had it: the journal's generation (0 where it had none) and the highest of the two.
    #[must_use]
    pub fn loaded(journal: u64, highest: u64) -> Self {
        // Where the mirror was ahead, the journal has yet to be brought up to it.
        let edits = u64::from(journal < highest);
        Self { edits, expected: journal, generation: highest, ..Self::default() }
    }

    /// The draft changed. Returns after how many milliseconds it is due.
    pub fn edited(&mut self, now: Moment) -> u32 {
        self.edits += 1;
        let since = *self.dirty_since.get_or_insert(now);
        // A clock that jumps must not delay the save.
        let waited = (now.0 - since.0).clamp(0, LONGEST_MS);
        delay(QUIET_MS.min(LONGEST_MS - waited))
    }

    /// Starts a write, if one is needed and none is under way: the generation to expect and the one to write.
    pub fn begin_write(&mut self) -> Option<(u64, u64)> {
        if self.writing.is_some() || !self.is_dirty() {
            return None;
        }
        self.writing = Some(self.edits);
        Some((self.expected, self.generation + 1))
    }

    /// The stores answered the write that was under way. Returns after how many milliseconds the next is due.
    pub fn wrote(&mut self, now: Moment, report: Report) -> Option<u32> {
        let written = self.writing.take()?;
        self.report = Some(report);
        if report.fault().is_some() {
            return Some(delay(RETRY_MS));
        }
        self.generation += 1;
        if report.journal.is_ok() {
            self.expected = self.generation;
        }
        self.durable = written;
        self.saved_at = Some(now);
        self.dirty_since = self.is_dirty().then_some(now);
        self.is_dirty().then(|| delay(QUIET_MS))
    }

    /// Whether something is not known to be on disk.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.edits != self.durable
    }

    /// The generation that a write begun now would carry.
    #[must_use]
    pub fn next_generation(&self) -> u64 {
        self.generation + 1
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
        match self.report.and_then(Report::fault) {
            Some(fault) if self.is_dirty() => SaveState::Unsaved(fault),
            _ if self.is_dirty() => SaveState::Saving,
            _ => SaveState::Saved(self.saved_at),
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

    #[test]
    fn it_saves_soon_after_the_last_input_and_at_least_every_half_second() {
        let mut saving = Saving::loaded(1, 1);
        assert_eq!(saving.edited(Moment(1000)), 150);
        assert_eq!(saving.edited(Moment(1300)), 150);
        assert_eq!(saving.edited(Moment(1400)), 100);
        assert_eq!(saving.edited(Moment(1600)), 0);
        assert_eq!(Saving::loaded(1, 1).edited(Moment(0)), 150);
    }

    #[test]
    fn saved_is_said_of_what_was_written_only() {
        let mut saving = Saving::fresh();
        assert_eq!(saving.begin_write(), Some((0, 1)));
        assert_eq!(saving.begin_write(), None, "one write at a time");
        saving.edited(Moment(5));
        assert_eq!(saving.wrote(Moment(10), BOTH), Some(150));
        assert_eq!(saving.state(), SaveState::Saving);
        assert_eq!(saving.begin_write(), Some((1, 2)));
        assert_eq!(saving.wrote(Moment(20), BOTH), None);
        assert_eq!(saving.state(), SaveState::Saved(Some(Moment(20))));
        assert_eq!(saving.begin_write(), None, "nothing to write");
    }

    #[test]
    fn a_refused_write_is_told_and_tried_again() {
        let mut saving = Saving::fresh();
        saving.begin_write();
        assert_eq!(saving.wrote(Moment(0), NONE), Some(3000));
        assert_eq!(saving.state(), SaveState::Unsaved(Fault::Full));
        assert_eq!(saving.begin_write(), Some((0, 1)));
        assert_eq!(saving.state(), SaveState::Unsaved(Fault::Full), "until the stores say otherwise");
        saving.wrote(Moment(1), Report { journal: Err(Fault::Refused), mirror: Ok(()) });
        assert_eq!(saving.state(), SaveState::Saved(Some(Moment(1))));
        saving.edited(Moment(2));
        assert_eq!(saving.begin_write(), Some((0, 2)), "the journal still holds what it held");
    }

    #[test]
    fn a_mirror_that_was_ahead_is_brought_into_the_journal() {
        let mut saving = Saving::loaded(3, 4);
        assert_eq!(saving.begin_write(), Some((3, 5)));
        assert_eq!(Saving::loaded(4, 4).begin_write(), None);
    }

    #[test]
    fn a_clock_that_jumps_does_not_delay_the_save() {
        let mut saving = Saving::loaded(1, 1);
        saving.edited(Moment(1_000_000));
        assert_eq!(saving.edited(Moment(0)), 150);
        assert_eq!(saving.edited(Moment(9_000_000)), 0);
    }
}
