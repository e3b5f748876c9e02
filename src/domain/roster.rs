//! The roster (danh sách đơn vị): who is addressed by the directive, as of a day.

use super::date::DateText;
use super::directive::{Kind, Note};
use serde::Deserialize;

/// The units that report, in groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(test, serde(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Roster {
    /// The day on which these were the units and their names.
    pub as_of: DateText,
    /// Where the list comes from.
    pub source: String,
    /// What else there is to know.
    #[serde(default)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(test, serde(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Where its name comes from.
    pub kind: Kind,
    /// The line's words.
    pub name: String,
    /// Whether its list is not complete, so that a unit's name may also be typed.
    #[serde(default)]
    pub takes_typed_names: bool,
}

/// A unit (đơn vị) that reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(test, serde(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
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
    #[serde(default)]
    pub valid_from: DateText,
    /// The last day on which it existed; empty where not known or not past.
    #[serde(default)]
    pub valid_to: DateText,
    /// Ids of the units that took its place.
    #[serde(default)]
    pub successors: Vec<String>,
    /// Its official code (mã định danh); for display, never a key.
    #[serde(default)]
    pub code: String,
}
