//! How much may wait for the person's choice, and which files of archives are still to come.

use super::msg::Effect;
use std::collections::VecDeque;

/// The most that waits for the person's choice.
pub const MOST_REVIEWS: usize = 200;
/// The most memory, in bytes, of all that waits: what one file of the largest size may take.
pub const MOST_HELD: usize = 20 * exchange::MOST_BYTES;

/// The files of archives that are still to be unpacked.
#[derive(Clone, Debug, Default)]
pub struct Unpacking {
    /// The effects that ask for it.
    pub(super) waiting: VecDeque<Effect>,
    /// Whether one was asked for and has not answered.
    pub(super) is_busy: bool,
}
