//! Taking things in (tiếp nhận): reading, keeping, and only then telling the model.

use crate::thing::{Taken, Thing};
use gathering::decisions::Decision;
use storage::StoreFault;

/// How the taking in goes on.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// So many things more were chosen, of so many bytes together.
    Began {
        /// How many.
        things: u32,
        /// Their bytes.
        bytes: u64,
    },
    /// These were read, and are on the disk.
    Kept {
        /// The things.
        things: Vec<Thing>,
        /// Their assessments.
        taken: Vec<Taken>,
        /// What other officers decided, where a bundle says so.
        decisions: Vec<Decision>,
        /// How many bytes of what was chosen that were.
        bytes: u64,
    },
    /// The store did not take it: nothing more is read, and what was not kept can be read again.
    Unkept(StoreFault),
    /// Nothing is left to read: how many things could not be read from their device, and can be read again.
    Ended {
        /// How many.
        unread: u32,
        /// Whether the person ended it.
        cancelled: bool,
    },
}
