//! The received files that pass a filter.

use super::placed::Placed;
use super::words::Sought;
use super::{FilesFilter, FilesOrder, FilesWhich};
use crate::model::Open;
use crate::thing::{Thing, ThingLine};
use gathering::fold::spelling;
use gathering::units::Owner;
use gathering::verdict::Verdict;
use std::cmp::Reverse;

/// What became of a line, as `gathering` codes it.
const SKIPPED: &str = "skipped";
const REFUSED: &str = "refused";
/// The outcomes of what is kept and counted nowhere.
const ASIDE: [&str; 3] = ["other-directive", "newer-version", "other-record"];

/// The lines that a filter shows, by their things and their places in them, in the order that is asked for. Of what lies in containers
/// these are there too, each before what lies in it, so that it is seen where that is. System files that were chosen by themselves have one
/// line together: the first of them (see [`skipped_things`]).
#[must_use]
pub fn file_rows(open: &Open, filter: &FilesFilter) -> Vec<(usize, usize)> {
    let search = FileSearch::of(open, &filter.words);
    search.in_order(search.rows(filter.which), filter.order)
}

/// How many system files were chosen by themselves.
#[must_use]
pub fn skipped_things(open: &Open) -> usize {
    open.things.iter().filter(|thing| is_litter(thing)).count()
}

fn is_litter(thing: &Thing) -> bool {
    thing.lines.first().is_some_and(|line| line.outcome == SKIPPED)
}

/// The lines that have some words in their names, to be had of each kind.
pub(crate) struct FileSearch<'a> {
    open: &'a Open,
    pub(crate) placed: Placed,
    sought: Sought,
}

impl<'a> FileSearch<'a> {
    /// Looks for words.
    pub(crate) fn of(open: &'a Open, words: &str) -> Self {
        Self { open, placed: Placed::of(open), sought: Sought::of(words) }
    }

    /// Those of a kind, see [`file_rows`].
    pub(crate) fn rows(&self, which: FilesWhich) -> Vec<(usize, usize)> {
        let mut rows = Vec::with_capacity(self.open.things.len());
        self.each(&[which], &mut |thing, line, _| rows.push((thing, line)));
        rows
    }

    /// Those of a kind, and how many there are of each of several.
    pub(crate) fn rows_and_counts(&self, which: FilesWhich, of: &[FilesWhich]) -> (Vec<(usize, usize)>, Vec<usize>) {
        let (mut rows, mut counts) = (Vec::new(), vec![0; of.len()]);
        let wanted = of.iter().position(|kind| *kind == which);
        self.each(of, &mut |thing, line, kinds| {
            counts.iter_mut().enumerate().for_each(|(kind, count)| *count += usize::from((kinds >> kind) & 1 == 1));
            if wanted.is_some_and(|wanted| (kinds >> wanted) & 1 == 1) {
                rows.push((thing, line));
            }
        });
        (rows, counts)
    }

    /// The same lines in another order. Those of one thing stay together, as they are.
    pub(crate) fn in_order(&self, mut rows: Vec<(usize, usize)>, order: FilesOrder) -> Vec<(usize, usize)> {
        match order {
            FilesOrder::Taken => {}
            FilesOrder::Latest => rows.sort_by_key(|(thing, _)| Reverse(*thing)),
            FilesOrder::Name => {
                let names = self.open.names.of(&self.open.things);
                let name = |thing: usize| names.get(thing).and_then(|names| names.first());
                rows.sort_by(|one, other| (name(one.0), one.0).cmp(&(name(other.0), other.0)));
            }
            FilesOrder::Unit => {
                let lines = |thing: usize| self.open.things.get(thing).map_or(0, |thing| thing.lines.len());
                let unit = |thing: usize| {
                    let taken = (0..lines(thing)).flat_map(|line| self.placed.on_line(thing, line));
                    taken.filter_map(|taken| row_of(self.open, taken)).next().unwrap_or(u32::MAX)
                };
                rows.sort_by_cached_key(|(thing, _)| (unit(*thing), *thing));
            }
        }
        rows
    }

    /// Goes through the lines of these kinds, each with a bit for each kind that it is of: it is that, or something in it is.
    fn each(&self, of: &[FilesWhich], take: &mut dyn FnMut(usize, usize, u32)) {
        let names = (!self.sought.is_empty()).then(|| self.open.names.of(&self.open.things));
        let (mut kinds, mut has_litter) = (Vec::new(), false);
        for (at, thing) in self.open.things.iter().enumerate() {
            if is_litter(thing) && std::mem::replace(&mut has_litter, true) {
                continue;
            }
            kinds.clear();
            for (number, line) in thing.lines.iter().enumerate() {
                let is_meant = names.as_ref().is_none_or(|names| {
                    let name = names.get(at).and_then(|names| names.get(number)).map_or("", String::as_str);
                    self.is_named(name, at, number)
                });
                let bit =
                    |(place, which): (usize, &FilesWhich)| u32::from(self.is_which(*which, at, number, line)) << place;
                kinds.push(if is_meant { of.iter().enumerate().map(bit).fold(0, |all, bit| all | bit) } else { 0 });
            }
            for (number, line) in thing.lines.iter().enumerate().rev() {
                let here = kinds.get(number).copied().unwrap_or_default();
                let parent = (line.parent as usize).checked_sub(1).filter(|parent| *parent < number);
                if let Some(parent) = parent.and_then(|parent| kinds.get_mut(parent)) {
                    *parent |= here;
                }
            }
            kinds.iter().enumerate().filter(|(_, kinds)| **kinds != 0).for_each(|(line, kinds)| take(at, line, *kinds));
        }
    }

    fn is_which(&self, which: FilesWhich, at: usize, number: usize, line: &ThingLine) -> bool {
        let mut verdicts =
            self.placed.on_line(at, number).filter_map(|taken| self.open.count.standing.verdicts.get(taken));
        match which {
            FilesWhich::All => true,
            FilesWhich::Counts => line.remarks.is_empty() && verdicts.any(Verdict::counts),
            FilesWhich::CountsWithRemark => !line.remarks.is_empty() && verdicts.any(Verdict::counts),
            FilesWhich::Superseded => verdicts.any(|one| matches!(one, Verdict::Superseded { .. })),
            FilesWhich::Duplicate => verdicts.any(|one| matches!(one, Verdict::Duplicate { .. })),
            FilesWhich::Aside => {
                ASIDE.contains(&line.outcome.as_str())
                    || verdicts.any(|one| matches!(one, Verdict::Aside(_) | Verdict::LeftOut { .. }))
            }
            FilesWhich::Refused => line.outcome == REFUSED,
            FilesWhich::Waiting => verdicts.any(Verdict::awaits_decision),
        }
    }

    /// Whether it is called so, or a unit in it is; `name` is its name as it is compared.
    fn is_named(&self, name: &str, at: usize, number: usize) -> bool {
        self.sought.stand_in(name)
            || self.placed.on_line(at, number).any(|taken| {
                let claimed = || self.open.taken.get(taken).map(|taken| spelling(&taken.received.facts.unit.name));
                match row_of(self.open, taken) {
                    Some(row) => self.sought.begin_words_of_row(&self.open.count.units, row),
                    None => claimed().is_some_and(|name| self.sought.begin_words_of(&name)),
                }
            })
    }
}

/// The row of the unit that an assessment is of, by its place in [`Open::taken`]; none where that is not known or no row.
pub(crate) fn row_of(open: &Open, taken: usize) -> Option<u32> {
    let units = &open.count.units;
    match open.count.standing.owners.get(taken).copied().flatten()? {
        Owner::Own(row, _) => Some(row),
        Owner::Member(member, _) => units.row_of(&units.members.get(member as usize)?.id),
    }
}
