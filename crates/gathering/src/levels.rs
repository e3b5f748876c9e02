//! The numbers of proposals by level, once somebody has named a level for those that name none.

use crate::summary::Summary;
use crate::unit_counts::UnitCounts;
use std::collections::BTreeMap;

/// A proposal of a unit that names no level, and the level, by its place in the directive, that somebody named for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The unit, by its place in the rows.
    pub unit: u32,
    /// Its group.
    pub group: u32,
    /// The level.
    pub level: u32,
}

/// The numbers with these levels; `open` is the place of those that name none.
#[must_use]
pub fn with_levels(summary: &Summary, open: u32, named: &[Named]) -> Summary {
    let mut numbers: BTreeMap<(u32, u32), BTreeMap<u32, u32>> = BTreeMap::new();
    for (place, counts) in &summary.proposals {
        numbers.insert(*place, counts.units().iter().copied().collect());
    }
    for Named { unit, group, level } in named {
        let Some(left) = numbers.get_mut(&(open, *group)).and_then(|of| of.get_mut(unit)).filter(|left| **left > 0)
        else {
            continue;
        };
        *left -= 1;
        let count = numbers.entry((*level, *group)).or_default().entry(*unit).or_default();
        *count = count.saturating_add(1);
    }
    let mut proposals = BTreeMap::new();
    for (place, of) in numbers {
        let mut counts = UnitCounts::default();
        of.into_iter().for_each(|(unit, count)| counts.note(unit, count));
        if counts.total() > 0 {
            proposals.insert(place, counts);
        }
    }
    Summary { proposals, ..summary.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_goes_to_its_level_and_no_more_than_there_are() {
        let mut summary = Summary::default();
        for (level, unit, count) in [(9, 4, 2), (9, 5, 1), (0, 4, 1)] {
            summary.proposals.entry((level, 3)).or_default().note(unit, count);
        }
        let named = |unit, level| Named { unit, group: 3, level };
        let told = with_levels(&summary, 9, &[named(4, 0), named(5, 1), named(5, 1), named(7, 0)]);
        let of = |level| told.proposals_to(level).units().to_vec();
        assert_eq!((of(0), of(1), of(9)), (vec![(4, 2)], vec![(5, 1)], vec![(4, 1)]));
        assert_eq!(with_levels(&summary, 9, &[]), summary);
    }
}
