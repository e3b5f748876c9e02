//! The roster (danh sách đơn vị): whom the directive addresses, as of a given day.

use super::date::DateText;
use super::directive::{Kind, Note};
use json::record;

/// The units that report, in groups.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The day on which these were the units and their names.
    pub as_of: DateText,
    /// Where the list comes from.
    pub source: String,
    /// What else there is to know.
    #[optional]
    pub notes: Vec<Note>,
    /// The groups, in the order of the directive.
    pub groups: Vec<Group>,
    /// The units, in the order of their groups.
    pub units: Vec<Unit>,
}

impl Roster {
    /// The unit with this id.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    /// The group with this id.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// The units of a group.
    pub fn units_of<'a>(&'a self, group: &'a str) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().filter(move |unit| unit.group == group)
    }
}

/// A line of "Kính gửi".
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Where its name comes from.
    pub kind: Kind,
    /// The line's words.
    pub name: String,
    /// Whether its list is not complete, so that a unit's name may also be typed.
    #[optional]
    pub takes_typed_names: bool,
}

/// A unit (đơn vị) that reports.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Its id, which outlives a change of its name.
    pub id: String,
    /// Where its name comes from: the roster's source.
    pub kind: Kind,
    /// The id of its group.
    pub group: String,
    /// Its name.
    pub name: String,
    /// The first day on which it existed; empty where not known.
    #[optional]
    pub valid_from: DateText,
    /// The last day on which it existed; empty where not known or not past.
    #[optional]
    pub valid_to: DateText,
    /// Ids of the units that took its place.
    #[optional]
    pub successors: Vec<String>,
    /// Its official code (mã định danh); for display, never a key.
    #[optional]
    pub code: String,
}
