//! Counts, each with the units that it counts.

/// How many of something each unit has: a number that leads to its units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitCounts {
    /// The units in order, each with its number, which is not 0.
    counts: Vec<(u32, u32)>,
}

impl UnitCounts {
    /// Says how many a unit has. Of two numbers for one unit the higher holds.
    pub fn note(&mut self, unit: u32, count: u32) {
        if count == 0 {
            return;
        }
        let at = self.counts.partition_point(|(other, _)| *other < unit);
        match self.counts.get_mut(at).filter(|(other, _)| *other == unit) {
            Some((_, known)) => *known = count.max(*known),
            None => self.counts.insert(at, (unit, count)),
        }
    }

    /// Takes in all of another one.
    pub fn merge(&mut self, other: &Self) {
        let mut all = Vec::with_capacity(self.counts.len() + other.counts.len());
        let (mut one, mut two) = (self.counts.iter().peekable(), other.counts.iter().peekable());
        loop {
            let next = match (one.peek(), two.peek()) {
                (Some(left), Some(right)) if left.0 == right.0 => {
                    let both = (left.0, left.1.max(right.1));
                    two.next();
                    one.next();
                    both
                }
                (Some(left), Some(right)) if right.0 < left.0 => {
                    let next = **right;
                    two.next();
                    next
                }
                (Some(left), _) => {
                    let next = **left;
                    one.next();
                    next
                }
                (None, Some(right)) => {
                    let next = **right;
                    two.next();
                    next
                }
                (None, None) => break,
            };
            all.push(next);
        }
        self.counts = all;
    }

    /// All of them together.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.counts.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }

    /// The units in order, each with its number.
    #[must_use]
    pub fn units(&self) -> &[(u32, u32)] {
        &self.counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_has_one_number_and_the_total_is_of_all() {
        let (mut one, mut other) = (UnitCounts::default(), UnitCounts::default());
        for (unit, count) in [(7, 2), (1, 3), (7, 1), (4, 0)] {
            one.note(unit, count);
        }
        for (unit, count) in [(2, 5), (7, 4), (9, 1)] {
            other.note(unit, count);
        }
        assert_eq!((one.units(), one.total()), (&[(1, 3), (7, 2)][..], 5));
        one.merge(&other);
        assert_eq!((one.units(), one.total()), (&[(1, 3), (2, 5), (7, 4), (9, 1)][..], 13));
        one.merge(&UnitCounts::default());
        assert_eq!(one.units().len(), 4);
    }
}
