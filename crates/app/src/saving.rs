//! The saving of one draft, as a state machine without a clock or a store of its own.
//!
//! ```text
//!              edited               due                both stores took it
//!   InSync ────────────▶ Waiting ─────────▶ Writing ─────────────────────────▶ InSync
//!     ▲                   ▲  ▲  ▲             │ │ │ one store took it
//!     │ both took it      │  │  │ edited      │ │ └──────────────────────────▶ OutOfSync
//!     │                   │  │  │ meanwhile   │ │                               │  │
//!   Syncing ◀─────────────┼──┼──┴─────────────┘ │ none took it                  │  │
//!     ▲      at the start,│  │                  ▼                               │  │
//!     │      or by itself │  └────── edited ── Failed ── due: Writing again      │  │
//!     │                   └──────────────────────────────────────── edited ──────┘  │
//!     └─────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! | state | what is known | the line in the bar |
//! | --- | --- | --- |
//! | `InSync` | both stores hold all of it | saved |
//! | `OutOfSync` | one store holds all of it, the other less | saved |
//! | `Syncing` | the same, and the other is being brought up to it | saved |
//! | `Waiting` | there are edits that no store holds; their write is due at a set time | saving |
//! | `Writing` | those edits are on their way | saving |
//! | `Failed` | no store took them; it is tried again | NOT saved |
//!
//! From every state a *conflict* — another window has written the draft since this one read it — leads out of the machine:
//! a draft with edits of its own goes on as a copy, with a machine of its own; one without takes over what the other
//! window wrote (`app::update::conflicts`).
//!
//! Edits are counted; a write carries the count that it holds, and only the stores' answer, given after reading back,
//! moves `durable` forward. So "saved" can be said of exactly what is on disk. A syncing write carries the generation
//! that is on disk already: it takes no turn from another window.

use domain::date::Moment;
use storage::{Report, StoreFault};

/// Quiet time after the last input before a save, in milliseconds.
const QUIET_MS: i64 = 150;
/// Longest time that typing may go on without a save being begun, in milliseconds. What can be lost is this and two writes: the one
/// that was under way when the typing went on, and the one that would have held it.
const LONGEST_MS: i64 = 200;
/// Time between tries after no store took a write, in milliseconds.
const RETRY_MS: i64 = 3000;
/// Time until the journal is tried again after only the mirror took a write, in milliseconds.
const SYNC_MS: i64 = 30_000;

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
    is_out_of_sync: bool,
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
    InSync,
    /// One store holds all of it, the other less.
    OutOfSync,
    /// The one that holds less is being brought up to the other.
    Syncing,
    /// There are edits that no store holds.
    Waiting,
    /// They are on their way.
    Writing,
    /// No store took them.
    Failed(StoreFault),
}

/// What a draft's saving amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// All of it is on disk, since then if it was written in this session.
    Saved(Option<Moment>),
    /// Something waits for its write or is being written.
    Saving,
    /// No store takes it.
    Unsaved(StoreFault),
}

impl Saving {
    /// A draft that is on no disk yet. Its generations go on after those of the draft that it was copied from, if any.
    #[must_use]
    pub fn fresh(after: u64) -> Self {
        Self::unsaved(0, after)
    }

    /// A draft in a state that no store has, which replaces one that the stores had.
    #[must_use]
    pub fn unsaved(journal: u64, highest: u64) -> Self {
        Self { edits: 1, expected: journal, generation: highest, ..Self::default() }
    }

    /// A draft as the stores had it: the journal's generation (0 where it had none), the highest that was seen, and
    /// whether a store is to be brought up to the other.
    #[must_use]
    pub fn stored(journal: u64, highest: u64, is_out_of_sync: bool) -> Self {
        Self { expected: journal, generation: highest, is_out_of_sync, ..Self::default() }
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
        if self.writing.is_some() || !(self.is_dirty() || self.is_out_of_sync) {
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
            return Some(delay(if self.is_dirty() { RETRY_MS } else { SYNC_MS }));
        }
        self.generation = written.generation;
        if report.journal.is_ok() {
            self.expected = written.generation;
        }
        self.durable = written.edits;
        self.is_out_of_sync = report.journal.and(report.mirror).is_err();
        if is_new {
            self.saved_at = Some(now);
        }
        match report.journal {
            _ if self.is_dirty() => Some(self.due(now)),
            // The mirror alone can lose its last seconds in a crash.
            Err(StoreFault::Full | StoreFault::Broken) => Some(delay(SYNC_MS)),
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
        let is_others = self.edits == 0 && !self.is_out_of_sync;
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

    /// The state of the machine that is drawn at the top of this file.
    #[must_use]
    pub fn phase(&self) -> Phase {
        match (self.report.and_then(Report::fault), self.writing) {
            (Some(fault), _) if self.is_dirty() => Phase::Failed(fault),
            (None, Some(_)) if self.is_dirty() => Phase::Writing,
            (None, None) if self.is_dirty() => Phase::Waiting,
            (_, Some(_)) => Phase::Syncing,
            (_, None) if self.is_out_of_sync => Phase::OutOfSync,
            _ => Phase::InSync,
        }
    }

    /// The end of the last try to write, if none is under way: all of it is on disk, or the fault.
    #[must_use]
    pub fn settled(&self) -> Option<Result<(), StoreFault>> {
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
            Phase::InSync | Phase::OutOfSync | Phase::Syncing => SaveState::Saved(self.saved_at),
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
mod tests;
