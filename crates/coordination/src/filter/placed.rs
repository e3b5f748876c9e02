//! Which line holds which assessments.

use crate::model::Open;
use std::collections::HashMap;

/// The assessments by their things and lines, all by their places in [`Open`].
#[derive(Debug, Default)]
pub struct Placed {
    /// Thing, line, assessment: in order.
    all: Vec<(u32, u32, u32)>,
}

impl Placed {
    /// Those of a gathering.
    #[must_use]
    pub fn of(open: &Open) -> Self {
        let things: HashMap<&str, u32> = open.things.iter().map(|thing| thing.id.as_str()).zip(0..).collect();
        let place = |(at, taken): (u32, &crate::thing::Taken)| {
            things.get(taken.thing.as_str()).map(|thing| (*thing, taken.line, at))
        };
        let mut all: Vec<_> = (0..).zip(&open.taken).filter_map(place).collect();
        all.sort_unstable();
        Self { all }
    }

    /// The assessments in a line of a thing, by their places in [`Open::taken`].
    pub fn on_line(&self, thing: usize, line: usize) -> impl Iterator<Item = usize> {
        let wanted = (u32::try_from(thing).unwrap_or(u32::MAX), u32::try_from(line).unwrap_or(u32::MAX));
        let from = self.all.partition_point(|one| (one.0, one.1) < wanted);
        let rest = self.all.get(from..).unwrap_or_default();
        rest.iter().take_while(move |one| (one.0, one.1) == wanted).map(|one| one.2 as usize)
    }
}
