//! The register of what was received (sổ theo dõi gửi báo cáo): one line for each unit, and whom to remind.
//!
//! What was received after the deadline is late. The day is what the officer noted or what a mail suggested, never what the clock
//! of the unit's machine said. A unit has reported on the first day on which what had arrived said all that counts now: a later
//! correction does not make it late.

use crate::basis::Basis;
use crate::days::days_after;
use crate::decisions::Way;
use crate::received::{Key, Received};
use crate::settled::Settled;
use crate::standing::{Presence, RowStanding, Standing};
use crate::unit_set::UnitSet;
use crate::units::Units;
use crate::verdict::Verdict;
use domain::date::Date;
use domain::ids::Ids;
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterLine {
    /// The unit, by its place in the rows.
    pub unit: u32,
    /// How far its files have come. A unit may have reported on paper, and no file be there.
    pub presence: Presence,
    /// Whether and when it reported.
    pub timing: Timing,
    /// On which day it reported; none where it did not or where that is not known.
    pub reported_on: Option<Date>,
    /// On which day the last of what counts came; none where nothing counts or where that is not known.
    pub latest_on: Option<Date>,
    /// By which way; none where nobody said.
    pub way: Option<Way>,
    /// Number and symbol of its signed report; empty where nobody said.
    pub report_number: String,
    /// The date of its signed report.
    pub report_date: Option<Date>,
    /// The last day on which it is on time.
    pub due: Option<Date>,
    /// Whether that day was put off for it.
    pub is_extended: bool,
    /// Why it has more time, or is excused.
    pub reason: String,
}

/// Whether and when a unit reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// It has not reported, as of the day of the register.
    Missing {
        /// So many days after its deadline; 0 where that is not over, or where there is none.
        days_late: u32,
    },
    /// It has not reported, and has more time than others (được lùi hạn), which is not over.
    Extended {
        /// Its last day.
        until: Date,
    },
    /// On time (đúng hạn).
    OnTime,
    /// Late (chậm).
    Late {
        /// By so many days.
        days: u32,
    },
    /// It has reported, and there is no deadline.
    Reported,
    /// It has reported, and it is not known whether that was on time, since somebody has to note when it was received.
    Undated,
    /// It need not report (được miễn).
    Excused,
}

impl Timing {
    /// Whether it has reported. One that need not is not asked.
    #[must_use]
    pub fn is_reported(self) -> bool {
        matches!(self, Self::OnTime | Self::Late { .. } | Self::Reported | Self::Undated)
    }
}

/// The register as of a day, those first who have not reported; then those with parts only; then those on whose files a person has to decide; within these,
/// in the order of the rows. `proposed` has for each of the received files the day that a mail proposes.
#[must_use]
pub fn register<One: Borrow<Received>>(
    received: &[One],
    proposed: &[Option<Date>],
    standing: &Standing,
    settled: &Settled<'_>,
    units: &Units,
    basis: &Basis<'_>,
    day: Date,
) -> Vec<RegisterLine> {
    let received = received.iter().map(Borrow::borrow).collect();
    let clerk = Clerk { received, standing, settled, units, basis, day, requirements: basis.requirements() };
    let days = clerk.days(proposed);
    let mut lines: Vec<RegisterLine> =
        (0..).zip(&standing.rows).map(|(unit, row)| clerk.line(unit, row, &days)).collect();
    let rank = |line: &RegisterLine| match (line.timing, line.presence) {
        (Timing::Missing { .. } | Timing::Extended { .. }, Presence::Missing) => 0,
        (Timing::Missing { .. } | Timing::Extended { .. }, _) => 1,
        (Timing::Excused, _) => 3,
        (_, Presence::Waiting) => 2,
        _ => 3,
    };
    lines.sort_by_key(|line| (rank(line), line.unit));
    lines
}

/// A unit to be reminded (đôn đốc).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The unit, by its place in the rows.
    pub unit: u32,
    /// Its name.
    pub name: String,
    /// The name of its group.
    pub group: String,
    /// So many days after its deadline; 0 where that is not over.
    pub days_late: u32,
    /// The last day on which it is on time.
    pub due: Option<Date>,
    /// Of so many requirements its parts do not speak; 0 where nothing came.
    pub missing: u32,
}

/// Whom to remind: those that have not reported, the latest first, and then in the order of the rows. Those that have more time are
/// among them, with no day late.
#[must_use]
pub fn reminders(lines: &[RegisterLine], standing: &Standing, units: &Units) -> Vec<Reminder> {
    let reminder = |line: &RegisterLine| {
        let days_late = match line.timing {
            Timing::Missing { days_late } => days_late,
            Timing::Extended { .. } => 0,
            _ => return None,
        };
        let row = units.rows.get(line.unit as usize)?;
        let group = units.groups.get(row.group as usize).map(|group| group.name.clone()).unwrap_or_default();
        let missing = standing.rows.get(line.unit as usize).map_or(0, |row| row.missing.len());
        Some(Reminder { unit: line.unit, name: row.name.clone(), group, days_late, due: line.due, missing })
    };
    let mut reminders: Vec<Reminder> = lines.iter().filter_map(reminder).collect();
    reminders.sort_by_key(|one| (std::cmp::Reverse(one.days_late), one.unit));
    reminders
}

struct Clerk<'a> {
    received: Vec<&'a Received>,
    standing: &'a Standing,
    settled: &'a Settled<'a>,
    units: &'a Units,
    basis: &'a Basis<'a>,
    day: Date,
    requirements: Ids<'a>,
}

/// The day on which each was received, where that is known.
type Days<'a> = BTreeMap<&'a Key, Date>;

impl<'a> Clerk<'a> {
    /// The day on which each was received: as a person noted, else the first that a mail proposes.
    fn days(&self, proposed: &[Option<Date>]) -> Days<'a> {
        let mut days: Days<'a> = BTreeMap::new();
        for (one, proposed) in self.received.iter().zip(proposed) {
            if let Some(day) = proposed {
                days.entry(&one.key).and_modify(|other| *other = (*day).min(*other)).or_insert(*day);
            }
        }
        for one in &self.received {
            if let Some(noted) = self.settled.arrival_of_file(&one.key).and_then(|arrival| arrival.on.date()) {
                days.insert(&one.key, noted);
            }
        }
        days
    }

    fn line(&self, unit: u32, row: &RowStanding, days: &Days<'_>) -> RegisterLine {
        let id = self.units.rows.get(unit as usize).map_or("", |row| &row.id);
        let (term, report) = (self.settled.term(id), self.settled.report(id));
        let noted = self.settled.arrival_of_unit(id);
        let until = term.and_then(|term| term.until.date());
        let due = until.or(self.basis.deadline);
        let presence = row.presence();
        let (reported_on, is_sure) = match noted {
            Some(noted) => (noted.on.date(), true),
            None => self.reported(row, days),
        };
        let has_reported = noted.is_some() || presence >= Presence::Waiting;
        let timing = if term.is_some_and(|term| term.excused) {
            Timing::Excused
        } else if has_reported {
            timing(reported_on, is_sure, due)
        } else {
            match until.filter(|until| self.day <= *until) {
                Some(until) => Timing::Extended { until },
                None => Timing::Missing { days_late: due.map_or(0, |due| days_after(self.day, due)) },
            }
        };
        let counting = row.counting.iter().filter_map(|at| self.received.get(*at as usize));
        let way_of_file = || counting.clone().find_map(|one| self.settled.arrival_of_file(&one.key)?.way);
        RegisterLine {
            unit,
            presence,
            timing,
            reported_on: reported_on.filter(|_| has_reported),
            latest_on: counting.clone().filter_map(|one| days.get(&one.key).copied()).max(),
            way: noted.and_then(|noted| noted.way).or_else(way_of_file),
            report_number: report.map(|report| report.number.clone()).unwrap_or_default(),
            report_date: report.and_then(|report| report.date.date()),
            due,
            is_extended: until.is_some(),
            reason: term.map(|term| term.reason.clone()).unwrap_or_default(),
        }
    }

    /// The first day on which what had come spoke of all that counts now, or waits; and whether no file could have come before it, since
    /// the days of all are known.
    fn reported(&self, row: &RowStanding, days: &Days<'_>) -> (Option<Date>, bool) {
        let superseded = row
            .others
            .iter()
            .filter(|at| matches!(self.standing.verdicts.get(**at as usize), Some(Verdict::Superseded { .. })));
        let came = row.counting.iter().chain(&row.waiting).chain(superseded);
        let came: Vec<&Received> = came.filter_map(|at| self.received.get(*at as usize).copied()).collect();
        let mut dated: Vec<(Date, Option<UnitSet>)> =
            came.iter().filter_map(|one| Some((*days.get(&one.key)?, self.part(one)))).collect();
        dated.sort_by_key(|(day, _)| *day);
        let is_sure = dated.len() == came.len();
        let wanted: Option<UnitSet> = row
            .counting
            .iter()
            .filter_map(|at| self.received.get(*at as usize))
            .try_fold(UnitSet::default(), |mut all, one| {
                all.union(&self.part(one)?);
                Some(all)
            })
            .filter(|all| !all.is_empty());
        let mut had = UnitSet::default();
        for (day, part) in dated {
            match part {
                None => return (Some(day), is_sure),
                Some(part) => had.union(&part),
            }
            // Where nothing counts yet, parts that wait are all that there is.
            let is_all =
                wanted.as_ref().map_or(row.counting.is_empty(), |wanted| wanted.iter().all(|one| had.has(one)));
            if is_all {
                return (Some(day), is_sure);
            }
        }
        (None, is_sure)
    }

    /// The requirements that a part speaks of; none where it is a whole.
    fn part(&self, one: &Received) -> Option<UnitSet> {
        let covers = &one.facts.covers;
        let places = covers.iter().filter_map(|id| u32::try_from(self.requirements.first(id)?).ok());
        (!covers.is_empty()).then(|| places.collect())
    }
}

/// What is late is said to be so only where nothing undated could have come before.
fn timing(reported_on: Option<Date>, is_sure: bool, due: Option<Date>) -> Timing {
    match (reported_on, due) {
        (_, None) => Timing::Reported,
        (Some(day), Some(due)) if day <= due => Timing::OnTime,
        (Some(day), Some(due)) if is_sure => Timing::Late { days: days_after(day, due) },
        _ => Timing::Undated,
    }
}

#[cfg(test)]
mod tests;
