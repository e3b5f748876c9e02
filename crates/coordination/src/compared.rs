//! The gathering that the open one is compared with (so sánh hai đợt).

use crate::model::{Model, Open};
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

impl Model {
    /// The gatherings that the open one may be compared with, the newest first: a sample with samples alone, and any other with no sample.
    #[must_use]
    pub fn comparable(&self) -> Vec<&Settings> {
        let Some(open) = &self.open else { return Vec::new() };
        let all = self.shelf.iter().flatten().flatten();
        let mut others: Vec<&Settings> =
            all.filter(|one| one.id != open.settings.id && one.sample == open.settings.sample).collect();
        others.sort_by_key(|one| std::cmp::Reverse((day_of(one), one.created_at.as_str())));
        others
    }

    /// The one of them that is compared: the one that was chosen, else the last before the open one, else the first of all.
    #[must_use]
    pub fn compared_with(&self, chosen: &str) -> Option<&Settings> {
        let open = self.open.as_ref()?;
        let others = self.comparable();
        let chosen = others.iter().find(|one| one.id == chosen);
        let before = || others.iter().find(|one| is_earlier(one, &open.settings));
        chosen.or_else(before).or(others.first()).copied()
    }
}

impl Open {
    /// The numbers of the open gathering, to be compared.
    #[must_use]
    pub fn side(&self, directive: &domain::directive::Directive, roster: &domain::roster::Roster) -> Side {
        Side::of(self.count.summary.clone(), &self.count.units, roster, &self.settings.basis(directive))
    }
}
