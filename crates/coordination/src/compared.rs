//! The gathering that the open one is compared with (so sánh hai đợt).

use crate::settings::Settings;
use domain::date::Date;
use gathering::comparison::Side;
use storage::StoreFault;

/// The gathering that the open one is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Its id.
    pub id: String,
    /// How far it has come.
    pub state: Beside,
}

/// How far the gathering has come that is compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// Things are being taken in into it: so many are kept, of how many; it is counted after that.
    TakingIn(u32, u32),
    /// It is being read: so many of its things were, of how many; 0 while that is not known.
    Reading(u32, u32),
    /// It was counted.
    Counted(Box<Side>),
    /// It could not be read.
    Failed(StoreFault),
}

/// Of which units the two are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareFilter {
    /// The id of a group; empty for all.
    pub group: String,
    /// Whether only units are counted that are counted in both.
    pub is_both_only: bool,
}

/// The day that tells of two gatherings which is the earlier.
#[must_use]
pub fn day_of(settings: &Settings) -> Option<Date> {
    [&settings.cut_off, &settings.deadline, &settings.from].into_iter().find_map(|day| day.date())
}

/// Whether a gathering is earlier than another one, as their days tell, else by when they were made.
#[must_use]
pub fn is_earlier(one: &Settings, other: &Settings) -> bool {
    match (day_of(one), day_of(other)) {
        (Some(day), Some(other)) if day != other => day < other,
        _ => (&one.created_at, &one.id) < (&other.created_at, &other.id),
    }
}
