//! How many units have reported to a gathering, as it was counted last: kept, so that the list of gatherings can say it.

use gathering::measures::Measure;
use json::{Unknown, record};

/// How many units have reported.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that have reported (đã gửi).
    #[optional]
    pub received: u32,
    /// Those that are to report (phải gửi).
    #[optional]
    pub expected: u32,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

impl Tally {
    /// Of what was counted.
    #[must_use]
    pub fn of(all: &Measure) -> Self {
        Self { received: all.received, expected: all.expected, ..Self::default() }
    }
}
