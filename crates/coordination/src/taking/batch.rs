//! What was read and is about to be stored.

use crate::ports::Source;
use crate::records::keeping::MOST_BYTES;
use crate::wire::Found;

/// A thing that was chosen.
pub(super) struct Chosen<S> {
    pub(super) source: S,
    /// Its id, given when it is first read.
    pub(super) id: String,
    /// How many of its bytes were told of before it is kept (`Step::Portion`).
    pub(super) told: u64,
}

/// A thing that was read. What was chosen stays with it until it is kept, so that it can be read again.
pub(super) struct Ready<S> {
    pub(super) chosen: Chosen<S>,
    pub(super) found: Found,
}

/// Things that are kept together.
pub(super) struct Batch<S> {
    ready: Vec<Ready<S>>,
    bytes: usize,
}

/// The most things of a batch.
const MOST_THINGS: usize = 200;

impl<S> Default for Batch<S> {
    fn default() -> Self {
        Self { ready: Vec::new(), bytes: 0 }
    }
}

impl<S: Source> Batch<S> {
    pub(super) fn add(&mut self, ready: Ready<S>) {
        self.bytes += ready.found.files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
        self.ready.push(ready);
    }
}

impl<S> Batch<S> {
    pub(super) fn is_empty(&self) -> bool {
        self.ready.is_empty()
    }

    /// Whether nothing more is to be added before it is kept.
    pub(super) fn is_full(&self) -> bool {
        self.ready.len() >= MOST_THINGS || self.bytes >= MOST_BYTES
    }

    pub(super) fn into_ready(self) -> Vec<Ready<S>> {
        self.ready
    }
}
