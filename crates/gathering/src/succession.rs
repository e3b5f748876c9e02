//! Which unit replaced which (đổi tên, sáp nhập, chia tách).

use domain::ids::Ids;
use domain::roster::{Roster, Unit};
use std::collections::BTreeSet;

/// Which units the numbers speak of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The units as they were before any of them took another's place (theo đơn vị cũ).
    Former,
    /// Those that are there now (theo đơn vị mới). One that nobody took the place of stays.
    #[default]
    Current,
}

/// Where a unit of the roster stands in a view. Units are named by their places in the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is a row.
    Row,
    /// It is that one under another name: what it sends is that one's.
    RowOf(usize),
    /// It became part of that one, or of each of those: what it sends is shown there, and never added to it.
    Beneath(Vec<usize>),
    /// It is not in this view: it came later, out of several.
    Elsewhere,
}

/// Units that are looked at for one: a circle of successors ends there.
const MOST_STEPS: usize = 1024;

struct Succession<'a> {
    units: &'a [Unit],
    after: Vec<Vec<usize>>,
    before: Vec<Vec<usize>>,
}

/// Where each unit of the roster stands.
#[must_use]
pub fn places(roster: &Roster, view: View) -> Vec<Place> {
    let succession = Succession::of(roster);
    let all = 0..roster.units.len();
    match view {
        View::Former => all.map(|unit| succession.former(unit)).collect(),
        View::Current => all.map(|unit| succession.current(unit)).collect(),
    }
}

impl<'a> Succession<'a> {
    fn of(roster: &'a Roster) -> Self {
        let ids = Ids::of(roster.units.iter().map(|unit| &unit.id));
        let mut before = vec![Vec::new(); roster.units.len()];
        let mut after = Vec::with_capacity(roster.units.len());
        for (at, unit) in roster.units.iter().enumerate() {
            let successors: BTreeSet<usize> = unit.successors.iter().filter_map(|id| ids.first(id)).collect();
            for successor in successors.iter().filter(|successor| **successor != at) {
                if let Some(list) = before.get_mut(*successor) {
                    list.push(at);
                }
            }
            after.push(successors.into_iter().filter(|successor| *successor != at).collect());
        }
        Self { units: &roster.units, after, before }
    }

    fn after(&self, unit: usize) -> &[usize] {
        self.after.get(unit).map_or(&[], Vec::as_slice)
    }

    fn before(&self, unit: usize) -> &[usize] {
        self.before.get(unit).map_or(&[], Vec::as_slice)
    }

    /// Whether the unit was made when it took another's place, and was not there before: its first day is after the last of that
    /// one. One whose first day is not known was there.
    fn is_new(&self, unit: usize) -> bool {
        let Some(from) = self.units.get(unit).and_then(|unit| unit.valid_from.date()) else { return false };
        let mut predecessors = self.before(unit).iter().filter_map(|at| self.units.get(*at));
        predecessors.any(|old| old.valid_to.date().is_none_or(|last| last < from))
    }

    /// The unit that is this one under its next name.
    fn renamed(&self, unit: usize) -> Option<usize> {
        let &[next] = self.after(unit) else { return None };
        (self.before(next) == [unit] && self.is_new(next)).then_some(next)
    }

    fn current(&self, unit: usize) -> Place {
        let mut last = unit;
        for _ in 0..MOST_STEPS {
            match self.renamed(last) {
                Some(next) => last = next,
                None => break,
            }
        }
        match self.ends(last).as_slice() {
            [] => Place::Row,
            [end] if *end == unit => Place::Row,
            [end] if *end == last => Place::RowOf(last),
            ends => Place::Beneath(ends.to_vec()),
        }
    }

    /// Those that in the end took the place of a unit; itself where nobody did. None where that leads nowhere.
    fn ends(&self, unit: usize) -> Vec<usize> {
        let (mut seen, mut next, mut ends) = (BTreeSet::from([unit]), vec![unit], BTreeSet::new());
        while let Some(one) = next.pop() {
            if self.after(one).is_empty() {
                ends.insert(one);
            }
            next.extend(self.after(one).iter().copied().filter(|other| seen.insert(*other)));
            if seen.len() > MOST_STEPS {
                return Vec::new();
            }
        }
        ends.into_iter().collect()
    }

    fn former(&self, unit: usize) -> Place {
        let mut first = unit;
        for _ in 0..MOST_STEPS {
            if !self.is_new(first) {
                break;
            }
            match self.before(first) {
                [old] if self.renamed(*old) == Some(first) => first = *old,
                _ => return Place::Elsewhere,
            }
        }
        if first == unit { Place::Row } else { Place::RowOf(first) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "tests")]
    use super::*;
    use domain::date::DateText;

    /// Units as `id from to > successors`, the days by their years.
    fn roster(units: &[&str]) -> Roster {
        let unit = |text: &&str| {
            let (words, successors) = text.split_once(" > ").unwrap_or((text, ""));
            let words: Vec<&str> = words.split(' ').collect();
            let day = |at: usize, day: &str| match words.get(at) {
                Some(year) if *year != "-" => DateText::from_typed(&[day, year].concat()),
                _ => DateText::default(),
            };
            Unit {
                id: words[0].into(),
                valid_from: day(1, "01/01/"),
                valid_to: day(2, "31/12/"),
                successors: successors.split_whitespace().map(str::to_owned).collect(),
                ..Unit::default()
            }
        };
        Roster { units: units.iter().map(unit).collect(), ..Roster::default() }
    }

    #[test]
    fn a_renamed_unit_is_one_row_in_both_views() {
        let roster = roster(&["old - 2024 > new", "new 2025 2025 > newest", "newest 2026"]);
        assert_eq!(places(&roster, View::Current), [Place::RowOf(2), Place::RowOf(2), Place::Row]);
        assert_eq!(places(&roster, View::Former), [Place::Row, Place::RowOf(0), Place::RowOf(0)]);
    }

    #[test]
    fn merged_units_stand_beneath_the_new_one_which_was_not_there_before() {
        let roster = roster(&["a - 2024 > ab", "b - 2024 > ab", "ab 2025", "other"]);
        assert_eq!(
            places(&roster, View::Current),
            [Place::Beneath(vec![2]), Place::Beneath(vec![2]), Place::Row, Place::Row]
        );
        assert_eq!(places(&roster, View::Former), [Place::Row, Place::Row, Place::Elsewhere, Place::Row]);
    }

    #[test]
    fn a_unit_that_took_another_in_was_there_before() {
        for a in ["a", "a 1975"] {
            let roster = roster(&[a, "b - 2024 > a"]);
            assert_eq!(places(&roster, View::Current), [Place::Row, Place::Beneath(vec![0])]);
            assert_eq!(places(&roster, View::Former), [Place::Row, Place::Row]);
        }
    }

    #[test]
    fn a_split_unit_stands_beneath_each_of_its_parts() {
        let roster = roster(&["ab - 2024 > a b", "a 2025", "b 2025"]);
        assert_eq!(places(&roster, View::Current), [Place::Beneath(vec![1, 2]), Place::Row, Place::Row]);
        assert_eq!(places(&roster, View::Former), [Place::Row, Place::Elsewhere, Place::Elsewhere]);
    }

    #[test]
    fn a_unit_that_ended_without_successor_stays_and_so_does_a_circle() {
        let roster = roster(&["gone - 2024", "a > b", "b > a", "self > self", "odd > nobody"]);
        for view in [View::Former, View::Current] {
            assert!(places(&roster, view).iter().all(|place| *place == Place::Row), "{view:?}");
        }
    }

    #[test]
    fn renamed_and_then_merged_is_beneath() {
        let roster = roster(&["a - 2023 > a2", "a2 2024 2024 > all", "b - 2024 > all", "all 2025"]);
        assert_eq!(places(&roster, View::Current)[0], Place::Beneath(vec![3]));
        assert_eq!(places(&roster, View::Former)[..2], [Place::Row, Place::RowOf(0)]);
    }
}
