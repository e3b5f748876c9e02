//! The lines of the register that pass a filter.

use super::words::Sought;
use super::{RegisterFilter, RegisterWhich};
use crate::model::Open;
use gathering::register::{RegisterLine, Timing};
use gathering::units::Units;

/// The lines that a filter shows, by their places in the register, in its order: those first who have not reported.
#[must_use]
pub fn register_rows(open: &Open, filter: &RegisterFilter) -> Vec<usize> {
    let (units, sought) = (&open.count.units, Sought::of(&filter.words));
    let is_shown = |line: &RegisterLine| {
        is_of_group(units, line.unit, &filter.group)
            && is_which(open, line, filter.which)
            && sought.begin_words_of_row(units, line.unit)
    };
    let lines = open.count.register.iter().enumerate();
    lines.filter(|(_, line)| is_shown(line)).map(|(at, _)| at).collect()
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
