//! Which of a unit's files led to which. Only the files themselves say so, never a clock.

use crate::received::Key;
use crate::unit_set::UnitSet;

/// A file of a unit.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// Its key.
    pub key: &'a Key,
    /// The draft that it is a state of; empty where the file does not say so.
    pub draft: &'a str,
    /// The digests of the files that it takes the place of.
    pub based_on: &'a [String],
    /// How many edits led to it.
    pub revision: u32,
    /// Tells what it says from what others say.
    pub content: [u8; 16],
    /// The requirements that it speaks of, by their places in the directive; none where it speaks of all.
    pub part: Option<UnitSet>,
}

/// The files of one unit, in the order of their keys, and which came of which.
pub struct Lineage<'a> {
    nodes: &'a [Node<'a>],
    /// Of each file those that it names.
    older: Vec<Vec<usize>>,
    /// Of each file those that name it.
    newer: Vec<Vec<usize>>,
}

/// What became of the files that are asked about, by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was not asked about.
    Unasked,
    /// None has taken its place.
    Last,
    /// That one has.
    Below(usize),
}

impl<'a> Lineage<'a> {
    /// Which of these came of which. They stand in the order of their keys, each of which is there once.
    #[must_use]
    pub fn of(nodes: &'a [Node<'a>]) -> Self {
        let mut newer = vec![Vec::new(); nodes.len()];
        let older: Vec<Vec<usize>> = nodes.iter().map(|node| named(nodes, node)).collect();
        for (at, named) in older.iter().enumerate() {
            for other in named {
                if let Some(list) = newer.get_mut(*other) {
                    list.push(at);
                }
            }
        }
        Self { nodes, older, newer }
    }

    /// All that came of any of these, directly or through others. One of these is among them only where it came of another.
    #[must_use]
    pub fn that_came_of(&self, these: &[usize]) -> Vec<bool> {
        reached(&self.newer, these).into_iter().map(|from| from.is_some()).collect()
    }

    /// All that any of these came of, directly or through others.
    #[must_use]
    pub fn that_led_to(&self, these: &[usize]) -> Vec<bool> {
        reached(&self.older, these).into_iter().map(|from| from.is_some()).collect()
    }

    /// What became of those that are asked about: whose place was taken by another of them. A whole takes the place of all that
    /// it came of. Of the parts, one loses its place when for each of its requirements there is a part that came of it. Where
    /// files name each other in a circle, none of them has taken another's place.
    #[must_use]
    pub fn fates(&self, asked: &[bool]) -> Vec<Fate> {
        let is_asked = |at: &usize| asked.get(*at) == Some(&true);
        let all: Vec<usize> = (0..self.nodes.len()).filter(is_asked).collect();
        let (parts, wholes): (Vec<usize>, Vec<usize>) = all.iter().partition(|at| self.part(**at).is_some());
        let below = reached(&self.older, &wholes);
        let last: Vec<usize> = wholes.into_iter().filter(|at| below.get(*at) == Some(&None)).collect();
        let below_whole = reached(&self.older, &last);
        let parts: Vec<usize> = parts.into_iter().filter(|at| below_whole.get(*at) == Some(&None)).collect();
        let below_part = self.below_parts(&parts);
        let fate = |at: usize| match (is_asked(&at), below_whole.get(at), below_part.get(at)) {
            (false, ..) => Fate::Unasked,
            (_, Some(Some(by)), _) | (_, _, Some(Some(by))) => Fate::Below(*by),
            _ => Fate::Last,
        };
        (0..self.nodes.len()).map(fate).collect()
    }

    /// Of the parts those whose place others have taken, and which of them did for the first requirement.
    fn below_parts(&self, parts: &[usize]) -> Vec<Option<usize>> {
        let covered = parts.iter().filter_map(|at| self.part(*at)).fold(UnitSet::default(), |mut all, part| {
            all.union(part);
            all
        });
        let covers = |at: &usize, requirement: u32| self.part(*at).is_some_and(|part| part.has(requirement));
        let speaking = |of: &[usize], requirement: u32| -> Vec<usize> {
            of.iter().copied().filter(|at| covers(at, requirement)).collect()
        };
        let mut taken = vec![0_u32; self.nodes.len()];
        for requirement in covered.iter() {
            let below = reached(&self.older, &speaking(parts, requirement));
            for (at, count) in taken.iter_mut().enumerate() {
                *count += u32::from(below.get(at).is_some_and(Option::is_some) && covers(&at, requirement));
            }
        }
        let is_last = |at: &usize| {
            let size = self.part(*at).map_or(0, UnitSet::len);
            size == 0 || taken.get(*at).is_none_or(|taken| *taken < size)
        };
        let (last, gone): (Vec<usize>, Vec<usize>) = parts.iter().partition(|at| is_last(at));
        let mut by = vec![None; self.nodes.len()];
        for requirement in covered.iter() {
            let below = reached(&self.older, &speaking(&last, requirement));
            for at in gone.iter().filter(|at| covers(at, requirement)) {
                if let (Some(by), Some(from)) = (by.get_mut(*at), below.get(*at)) {
                    *by = by.or(*from);
                }
            }
        }
        by
    }

    fn part(&self, at: usize) -> Option<&UnitSet> {
        self.nodes.get(at)?.part.as_ref()
    }
}

/// The places of those that a file names: states of the same draft, or of a draft without a name, which it gave one. A name that two
/// of a unit have tells of neither.
fn named(nodes: &[Node<'_>], node: &Node<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    for digest in node.based_on {
        let from = nodes.partition_point(|other| *other.key.sha256 < **digest);
        let alike = nodes.iter().enumerate().skip(from).take_while(|(_, other)| *other.key.sha256 == **digest);
        let mut own = alike.filter(|(_, other)| other.key != node.key && is_of(other.draft, node.draft));
        if let (Some((only, _)), None) = (own.next(), own.next()) {
            found.push(only);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn is_of(older: &str, newer: &str) -> bool {
    !newer.is_empty() && (older == newer || older.is_empty())
}

/// What can be come to from each of some places, and from which of them first. Each place is gone through once.
fn reached(ways: &[Vec<usize>], starts: &[usize]) -> Vec<Option<usize>> {
    let mut from: Vec<Option<usize>> = vec![None; ways.len()];
    for start in starts {
        let mut next = vec![*start];
        while let Some(at) = next.pop() {
            for other in ways.get(at).into_iter().flatten() {
                if let Some(seen) = from.get_mut(*other)
                    && seen.is_none()
                {
                    *seen = Some(*start);
                    next.push(*other);
                }
            }
        }
    }
    from
}

#[cfg(test)]
mod tests;
