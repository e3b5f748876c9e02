//! What the intake (tiếp nhận) tells the model. `taking` does the work.

use crate::note::Note;
use crate::rewrite::Rewrite;
use crate::settings::Settings;
use crate::thing::{Taken, Thing};
use gathering::decisions::Decision;
use storage::StoreFault;

/// How the taking in goes on.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// So many things more were chosen.
    Began {
        /// How many.
        things: u32,
        /// Their bytes; none where they are too many to be weighed at once.
        bytes: Option<u64>,
    },
    /// So many bytes of a large thing were read, and its files among them are on the disk; the thing is not.
    Portion {
        /// Its bytes.
        bytes: u64,
    },
    /// These were read, and are on the disk.
    Kept {
        /// The things.
        things: Vec<Thing>,
        /// Their assessments.
        taken: Vec<Taken>,
        /// The decisions in bundles among them, to be joined with those that are there (`Decisions::join`); they are on the disk too.
        decisions: Vec<Decision>,
        /// What was rewritten of reports in bundles among them; it is on no disk.
        rewrites: Vec<Rewrite>,
        /// The notes in bundles among them, to be joined likewise; they are on the disk too.
        notes: Vec<Note>,
        /// The settings in bundles among them; they are on no disk. Of two of one id the higher revision holds.
        settings: Vec<Settings>,
        /// How many bytes of what was chosen that were, without those of earlier portions.
        bytes: u64,
    },
    /// The store did not take it: nothing more is read, and what was not kept can be read again. [`Step::Ended`] follows.
    Unkept(StoreFault),
    /// Nothing is left to read: how many things could not be read from their device, or not be kept, and can be read again.
    Ended {
        /// How many.
        unread: u32,
        /// Whether the person ended it.
        cancelled: bool,
    },
}
