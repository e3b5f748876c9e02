//! What is to be made up.

use crate::random::Random;
use domain::date::{Date, Moment};
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::basis::Basis;
use gathering::succession::View;

/// What is to be made up.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// Where all chance comes from.
    pub seed: u64,
    /// How many usual assessment files there are: one for each unit. Unusual ones come on top.
    pub files: usize,
    /// The directive that is reported on.
    pub directive: &'a Directive,
    /// The units that report. Where there are more files than units in it, others are made up, whose names were typed.
    pub roster: &'a Roster,
    /// The view in which the verdicts hold: it decides what becomes of files from units that became part of others.
    pub view: View,
}

impl<'a> Plan<'a> {
    /// What the verdicts stand on: the directive, and the days of the period.
    #[must_use]
    pub fn basis(&self) -> Basis<'a> {
        basis(self.directive)
    }
}

/// The first half of 2024, with fifteen days to report.
pub(crate) fn basis(directive: &Directive) -> Basis<'_> {
    let [from, _] = PERIOD;
    Basis {
        from: Date::from_iso(from),
        deadline: Date::new(2024, 7, 15),
        cut_off: Date::new(2024, 7, 31),
        ..Basis::of(directive)
    }
}

/// The year before, with half a month to report.
pub(crate) fn basis_before(directive: &Directive) -> Basis<'_> {
    let [from, _] = PERIOD_BEFORE;
    Basis {
        from: Date::from_iso(from),
        deadline: Date::new(2024, 1, 15),
        cut_off: Date::new(2024, 1, 31),
        ..Basis::of(directive)
    }
}

/// The first and the last day of the period, and of the one before, in the file's form.
pub(crate) const PERIOD: [&str; 2] = ["2024-01-01", "2024-06-30"];
pub(crate) const PERIOD_BEFORE: [&str; 2] = ["2023-01-01", "2023-12-31"];

/// A day of the period.
pub(crate) fn day_of_period(random: &mut Random) -> Option<Date> {
    Date::new(2024, small(random.between(1, 6)), small(random.between(1, 28)))
}

/// A moment of the days on which reports are on time.
pub(crate) fn moment(random: &mut Random) -> Moment {
    // 2024-07-01, 07:00 in Vietnam.
    const FIRST: i64 = 1_719_792_000_000;
    const DAY: i64 = 86_400_000;
    let minutes = i64::try_from(random.between(0, 540)).unwrap_or(0);
    let days = i64::try_from(random.between(0, 11)).unwrap_or(0);
    Moment(FIRST + days * DAY + minutes * 60_000)
}

/// How far the wall clock of the units is ahead of UTC, in minutes.
pub(crate) const OFFSET: i32 = 420;

pub(crate) fn small(number: u64) -> u8 {
    u8::try_from(number).unwrap_or(1)
}
