//! The rows of a list for a filter.

use super::{FilesFilter, FilesWhich, RegisterFilter, RegisterWhich, UnitsFilter, UnitsStatus};
use crate::model::Open;
use domain::directive::Directive;
use gathering::fold::spelled;
use gathering::register::Timing;
use gathering::standing::Presence;
use gathering::summary::Cell;
use gathering::verdict::{Verdict, Why};

/// The lines of the register for a filter, by their places in it.
#[must_use]
pub fn register_rows(open: &Open, filter: &RegisterFilter) -> Vec<usize> {
    let lines = open.count.register.iter().enumerate();
    lines
        .filter(|(_, line)| {
            let which = match filter.which {
                RegisterWhich::All => true,
                RegisterWhich::Missing => matches!(line.timing, Timing::Missing { .. } | Timing::Extended { .. }),
                RegisterWhich::OnTime => line.timing == Timing::OnTime,
                RegisterWhich::Late => matches!(line.timing, Timing::Late { .. }),
                RegisterWhich::Undated => line.timing == Timing::Undated,
                RegisterWhich::Waiting => line.presence == Presence::Waiting,
            };
            which && fits(open, line.unit, &filter.group, &filter.words)
        })
        .map(|(at, _)| at)
        .collect()
}

fn fits(open: &Open, unit: u32, group: &str, words: &str) -> bool {
    let Some(row) = open.count.units.rows.get(unit as usize) else { return false };
    (group.is_empty() || open.count.units.group_id(row.group) == group) && has_words(&row.name, words)
}

fn has_words(text: &str, words: &str) -> bool {
    spelled(text).join(" ").contains(&spelled(words).join(" "))
}

/// The rows of the units for a filter.
#[must_use]
pub fn unit_rows(open: &Open, directive: &Directive, filter: &UnitsFilter) -> Vec<u32> {
    let requirements: Vec<u32> = (0..)
        .zip(directive.requirements())
        .filter(|(_, (_, one))| filter.requirement.is_empty() || one.id == filter.requirement)
        .map(|(at, _)| at)
        .collect();
    let says = |unit: u32, group: u32, status: UnitsStatus| {
        requirements.iter().any(|at| {
            open.count.summary.cells.get(&(*at, group)).is_some_and(|cell: &Cell| match status {
                UnitsStatus::Done => cell.done.has(unit),
                UnitsStatus::InProgress => cell.in_progress.has(unit),
                UnitsStatus::NotStarted => cell.not_started.has(unit),
                UnitsStatus::Unanswered => cell.unanswered.has(unit),
                UnitsStatus::WithLimitations => cell.limitations.has(unit),
                UnitsStatus::WithOverdueSteps => cell.steps_overdue.units().iter().any(|(one, _)| *one == unit),
                UnitsStatus::Missing => false,
            })
        })
    };
    let rows = (0..).zip(&open.count.units.rows);
    rows.filter(|(unit, row)| {
        let status = match filter.status {
            None => true,
            Some(UnitsStatus::Missing) => !open.count.summary.units.has(*unit),
            Some(status) => says(*unit, row.group, status),
        };
        status && fits(open, *unit, &filter.group, &filter.words)
    })
    .map(|(unit, _)| unit)
    .collect()
}

/// The lines of what was received for a filter: the thing, and the line in it, by their places.
#[must_use]
pub fn file_rows(open: &Open, filter: &FilesFilter) -> Vec<(usize, usize)> {
    let mut rows = Vec::new();
    for (at, thing) in open.things.iter().enumerate() {
        for (place, line) in thing.lines.iter().enumerate() {
            let verdicts: Vec<&Verdict> = open
                .taken
                .iter()
                .zip(&open.count.standing.verdicts)
                .filter(|(taken, _)| taken.thing == thing.id && taken.line as usize == place)
                .map(|(_, verdict)| verdict)
                .collect();
            let any = |is: fn(&Verdict) -> bool| verdicts.iter().any(|verdict| is(verdict));
            let which = match filter.which {
                FilesWhich::All => true,
                FilesWhich::Counts => any(|one| one.counts()),
                FilesWhich::CountsWithRemark => {
                    !line.remarks.is_empty()
                        && any(|one| matches!(one, Verdict::Counts(Why::Only | Why::Latest { .. })))
                }
                FilesWhich::Superseded => any(|one| matches!(one, Verdict::Superseded { .. })),
                FilesWhich::Duplicate => any(|one| matches!(one, Verdict::Duplicate { .. })),
                FilesWhich::Aside => any(|one| matches!(one, Verdict::Aside(_))) || line.outcome == "other-directive",
                FilesWhich::Refused => line.outcome == "refused",
                FilesWhich::Waiting => any(Verdict::awaits_decision),
            };
            if which && has_words(&line.name, &filter.words) {
                rows.push((at, place));
            }
        }
    }
    rows
}
