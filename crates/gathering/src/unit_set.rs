//! Sets of units, so that a number leads to the units that it counts.

/// A set of small numbers: the places of units in the list of rows, or of requirements in the directive. One bit each. The order of
/// sets means nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitSet {
    /// The last word is never 0, so that equal sets are equal.
    words: Vec<u64>,
}

const BITS: u32 = u64::BITS;

fn place(unit: u32) -> (usize, u64) {
    ((unit / BITS) as usize, 1 << (unit % BITS))
}

impl UnitSet {
    /// Takes a unit in; whether it was not there before.
    pub fn insert(&mut self, unit: u32) -> bool {
        let (at, bit) = place(unit);
        if self.words.len() <= at {
            self.words.resize(at + 1, 0);
        }
        let Some(word) = self.words.get_mut(at) else { return false };
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Whether the unit is in it.
    #[must_use]
    pub fn has(&self, unit: u32) -> bool {
        let (at, bit) = place(unit);
        self.words.get(at).is_some_and(|word| word & bit != 0)
    }

    /// Takes in all of another set.
    pub fn union(&mut self, other: &Self) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        for (word, more) in self.words.iter_mut().zip(&other.words) {
            *word |= more;
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the two have one in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).any(|(one, two)| one & two != 0)
    }

    /// All of them, the lowest first.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        let words = (0..).step_by(BITS as usize).zip(&self.words);
        words.flat_map(|(from, word)| (0..BITS).filter(move |bit| word >> bit & 1 == 1).map(move |bit| from + bit))
    }
}

impl FromIterator<u32> for UnitSet {
    fn from_iter<I: IntoIterator<Item = u32>>(units: I) -> Self {
        let mut set = Self::default();
        for unit in units {
            set.insert(unit);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn it_is_a_set(one in prop::collection::btree_set(0_u32..400, 0..40), other in prop::collection::btree_set(0_u32..400, 0..40)) {
            let (mut set, more): (UnitSet, UnitSet) = (one.iter().copied().collect(), other.iter().copied().collect());
            prop_assert_eq!(set.iter().collect::<BTreeSet<_>>(), one.clone());
            prop_assert_eq!(set.len() as usize, one.len());
            prop_assert_eq!(set.is_empty(), one.is_empty());
            prop_assert_eq!(set.meets(&more), !one.is_disjoint(&other));
            prop_assert!((0..500).all(|unit| set.has(unit) == one.contains(&unit)));
            set.union(&more);
            let all: UnitSet = one.union(&other).copied().collect();
            prop_assert_eq!(set, all);
        }
    }

    #[test]
    fn a_unit_is_taken_in_once() {
        let mut set = UnitSet::default();
        assert!(set.insert(64) && !set.insert(64) && set.insert(0));
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 64]);
    }
}
