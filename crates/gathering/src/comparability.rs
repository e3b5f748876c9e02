//! Whether the numbers of two gatherings can be compared.

use crate::basis::Basis;
use crate::summary::Summary;
use crate::units::Units;
use domain::date::Date;
use domain::roster::Roster;

/// On what the numbers of a gathering rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footing {
    /// The directive.
    pub directive: String,
    /// The edition of its data.
    pub edition: String,
    /// The day of the roster (danh sách đơn vị tại ngày), as its data have it.
    pub roster_as_of: String,
    /// The day as of which steps are overdue (ngày chốt số liệu).
    pub cut_off: Option<Date>,
    /// The ids of the units that are counted, in order.
    pub units: Vec<String>,
}

impl Footing {
    /// On what a summary rests.
    #[must_use]
    pub fn of(summary: &Summary, units: &Units, roster: &Roster, basis: &Basis<'_>) -> Self {
        let ids = summary.units.iter().filter_map(|unit| Some(units.rows.get(unit as usize)?.id.clone()));
        let mut ids: Vec<String> = ids.collect();
        ids.sort_unstable();
        Self {
            directive: basis.directive.id.clone(),
            edition: basis.directive.edition.clone(),
            roster_as_of: roster.as_of.as_str().to_owned(),
            cut_off: basis.cut_off,
            units: ids,
        }
    }
}

/// What is the same in two gatherings, and what is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparability {
    /// Whether both are about the same directive.
    pub is_same_directive: bool,
    /// Whether both have the same edition of its data, and so the same requirements.
    pub is_same_edition: bool,
    /// Whether both have the roster of the same day.
    pub is_same_roster: bool,
    /// Whether both count overdue steps as of the same day. Two periods never do.
    pub is_same_cut_off: bool,
    /// The units that are counted in both.
    pub both: Vec<String>,
    /// Those that only the earlier one counts.
    pub only_earlier: Vec<String>,
    /// Those that only the later one counts.
    pub only_later: Vec<String>,
}

impl Comparability {
    /// What is the same in two gatherings.
    #[must_use]
    pub fn of(earlier: &Footing, later: &Footing) -> Self {
        let is_in = |list: &[String], id: &String| list.binary_search(id).is_ok();
        let (both, only_earlier) = earlier.units.iter().cloned().partition(|id| is_in(&later.units, id));
        Self {
            is_same_directive: earlier.directive == later.directive,
            is_same_edition: earlier.directive == later.directive && earlier.edition == later.edition,
            is_same_roster: earlier.roster_as_of == later.roster_as_of,
            is_same_cut_off: earlier.cut_off == later.cut_off,
            both,
            only_earlier,
            only_later: later.units.iter().filter(|id| !is_in(&earlier.units, id)).cloned().collect(),
        }
    }

    /// Whether a movement of the numbers is one of the units: the same requirements, asked of the same units.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.is_same_edition && self.is_same_roster && self.only_earlier.is_empty() && self.only_later.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn footing(edition: &str, roster: &str, units: &[&str]) -> Footing {
        Footing {
            directive: "1022-CV/TU".into(),
            edition: edition.into(),
            roster_as_of: roster.into(),
            cut_off: None,
            units: units.iter().map(|id| (*id).to_owned()).collect(),
        }
    }

    #[test]
    fn the_same_units_and_requirements_are_comparable_at_any_two_days() {
        let earlier = footing("2024-06-18", "2024-06-18", &["a", "b"]);
        let later = Footing { cut_off: Date::from_iso("2024-12-31"), ..earlier.clone() };
        let found = Comparability::of(&earlier, &later);
        assert!(found.is_full() && !found.is_same_cut_off);
        assert_eq!(found.both, ["a", "b"]);
    }

    #[test]
    fn what_is_not_the_same_is_named() {
        let earlier = footing("2024-06-18", "2024-06-18", &["a", "b", "c"]);
        let other_units = Comparability::of(&earlier, &footing("2024-06-18", "2024-06-18", &["b", "c", "d"]));
        assert_eq!((other_units.only_earlier.join(""), other_units.only_later.join("")), ("a".into(), "d".into()));
        assert!(!other_units.is_full() && other_units.is_same_roster);
        let units = ["a", "b", "c"];
        let other_edition = Comparability::of(&earlier, &footing("2025-01-01", "2024-06-18", &units));
        assert!(!other_edition.is_full() && other_edition.is_same_directive && !other_edition.is_same_edition);
        assert!(!Comparability::of(&earlier, &footing("2024-06-18", "2025-07-01", &units)).is_full());
        let directive = Footing { directive: "1-CT/TU".into(), ..earlier.clone() };
        let other = Comparability::of(&earlier, &directive);
        assert!(!other.is_full() && !other.is_same_directive && !other.is_same_edition);
    }
}
