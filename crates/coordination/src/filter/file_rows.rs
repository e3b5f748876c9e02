//! The received files that pass a filter.

use super::placed::Placed;
use super::words::Sought;
use super::{FilesFilter, FilesWhich};
use crate::model::Open;
use crate::thing::{Thing, ThingLine};
use gathering::fold::spelling;
use gathering::units::Owner;
use gathering::verdict::Verdict;

/// What became of a line, as `gathering` codes it.
const SKIPPED: &str = "skipped";
const REFUSED: &str = "refused";
/// The outcomes of what is kept and counted nowhere.
const ASIDE: [&str; 3] = ["other-directive", "newer-version", "other-record"];

/// The lines that a filter shows, by their things and their places in them, in the order of taking in. Of what lies in containers these
/// are there too, each before what lies in it, so that it is seen where that is. System files that were chosen by themselves have one
/// line together: the first of them (see [`skipped_things`]).
#[must_use]
pub fn file_rows(open: &Open, filter: &FilesFilter) -> Vec<(usize, usize)> {
    FileSearch::of(open, &filter.words).rows(filter.which)
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
    placed: Placed,
    /// Of each thing, whether its lines have the words; none where all do.
    named: Option<Vec<Vec<bool>>>,
}

impl<'a> FileSearch<'a> {
    /// Looks for words.
    pub(crate) fn of(open: &'a Open, words: &str) -> Self {
        let sought = Sought::of(words);
        let mut search = Self { open, placed: Placed::of(open), named: None };
        if !sought.is_empty() {
            let of_thing = |(at, thing): (usize, &Thing)| {
                let lines = thing.lines.iter().enumerate();
                lines.map(|(number, line)| search.is_named(&sought, at, number, line)).collect()
            };
            search.named = Some(open.things.iter().enumerate().map(of_thing).collect());
        }
        search
    }

    /// Those of a kind, see [`file_rows`].
    pub(crate) fn rows(&self, which: FilesWhich) -> Vec<(usize, usize)> {
        let (mut rows, mut has_litter) = (Vec::with_capacity(self.open.things.len()), false);
        for (at, thing) in self.open.things.iter().enumerate() {
            if is_litter(thing) && std::mem::replace(&mut has_litter, true) {
                continue;
            }
            let shown = self.shown(which, at, thing);
            rows.extend(shown.into_iter().enumerate().filter(|(_, is_shown)| *is_shown).map(|(line, _)| (at, line)));
        }
        rows
    }

    /// Of each line of a thing whether it is shown: it is what is asked for, or something in it is.
    fn shown(&self, which: FilesWhich, at: usize, thing: &Thing) -> Vec<bool> {
        let lines = thing.lines.iter().enumerate();
        let mut shown: Vec<bool> = lines.map(|(number, line)| self.is_meant(which, at, number, line)).collect();
        for (number, line) in thing.lines.iter().enumerate().rev() {
            let is_shown = shown.get(number).copied().unwrap_or_default();
            let parent = (line.parent as usize).checked_sub(1).filter(|parent| is_shown && *parent < number);
            if let Some(parent) = parent.and_then(|parent| shown.get_mut(parent)) {
                *parent = true;
            }
        }
        shown
    }

    fn is_meant(&self, which: FilesWhich, at: usize, number: usize, line: &ThingLine) -> bool {
        let has_words = |named: &Vec<Vec<bool>>| named.get(at).and_then(|lines| lines.get(number)) == Some(&true);
        self.named.as_ref().is_none_or(has_words) && self.is_which(which, at, number, line)
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

    /// Whether it is called so, or a unit in it is.
    fn is_named(&self, sought: &Sought, at: usize, number: usize, line: &ThingLine) -> bool {
        sought.stand_in(&line.name)
            || self.placed.on_line(at, number).any(|taken| {
                let claimed = || self.open.taken.get(taken).map(|taken| spelling(&taken.received.facts.unit.name));
                match row_of(self.open, taken) {
                    Some(row) => sought.begin_words_of_row(&self.open.count.units, row),
                    None => claimed().is_some_and(|name| sought.begin_words_of(&name)),
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
