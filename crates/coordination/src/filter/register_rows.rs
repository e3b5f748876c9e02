//! The lines of the register that pass a filter.

use super::words::Sought;
use super::{RegisterFilter, RegisterWhich};
use crate::model::Open;
use gathering::register::{RegisterLine, Timing};
use gathering::units::Units;

/// The lines that a filter shows, by their places in the register, in its order: those first who have not reported.
#[must_use]
pub fn register_rows(open: &Open, filter: &RegisterFilter) -> Vec<usize> {
    within(open, filter).filter(|(_, line)| is_which(open, line, filter.which)).map(|(at, _)| at).collect()
}

/// The same, and how many lines there are of each of several kinds, within the group and the words of the filter.
pub(crate) fn register_rows_and_counts(
    open: &Open,
    filter: &RegisterFilter,
    of: &[RegisterWhich],
) -> (Vec<usize>, Vec<usize>) {
    let within: Vec<(usize, &RegisterLine)> = within(open, filter).collect();
    let of_kind = |which| within.iter().filter(move |(_, line)| is_which(open, line, which));
    (of_kind(filter.which).map(|(at, _)| *at).collect(), of.iter().map(|which| of_kind(*which).count()).collect())
}

/// The lines of the group and with the words that are asked for.
fn within<'a>(open: &'a Open, filter: &'a RegisterFilter) -> impl Iterator<Item = (usize, &'a RegisterLine)> {
    let (units, sought) = (&open.count.units, Sought::of(&filter.words));
    open.count.register.iter().enumerate().filter(move |(_, line)| {
        is_of_group(units, line.unit, &filter.group) && sought.begin_words_of_row(units, line.unit)
    })
}

/// Whether a row is of the group of that id; of any, where it is empty.
pub(super) fn is_of_group(units: &Units, row: u32, group: &str) -> bool {
    group.is_empty() || units.rows.get(row as usize).is_some_and(|row| units.group_id(row.group) == group)
}

fn is_which(open: &Open, line: &RegisterLine, which: RegisterWhich) -> bool {
    match which {
        RegisterWhich::All => true,
        RegisterWhich::Missing => matches!(line.timing, Timing::Missing { .. } | Timing::Extended { .. }),
        RegisterWhich::OnTime => line.timing == Timing::OnTime,
        RegisterWhich::Late => matches!(line.timing, Timing::Late { .. }),
        RegisterWhich::Undated => line.timing == Timing::Undated,
        RegisterWhich::Waiting => awaits_decision(open, line.unit),
    }
}

/// Whether a person has to decide on a file of a row.
fn awaits_decision(open: &Open, row: u32) -> bool {
    let standing = &open.count.standing;
    let Some(row) = standing.rows.get(row as usize) else { return false };
    let of_row = || row.waiting.iter().chain(&row.others);
    of_row().any(|at| standing.verdicts.get(*at as usize).is_some_and(gathering::verdict::Verdict::awaits_decision))
}
