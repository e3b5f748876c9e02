//! The numbers of two gatherings beside each other (so sánh hai đợt), requirement by requirement.

use crate::annexes::plain_table;
use crate::basis::Basis;
use crate::comparability::Footing;
use crate::percent::Percent;
use crate::summary::Summary;
use crate::table::{Cell, Column, Heading, Table, TableRow};
use crate::unit_set::UnitSet;
use crate::units::Units;
use domain::directive::Directive;
use domain::roster::Roster;

/// What is kept of a gathering that is to be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Its numbers.
    pub summary: Summary,
    /// The ids of the units, by their places.
    pub units: Vec<String>,
    /// The ids of the groups, by their places.
    pub groups: Vec<String>,
    /// On what the numbers rest.
    pub footing: Footing,
}

/// How many units have done what a requirement asks, of those in whose scope it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that have done it (đã thực hiện).
    pub done: u32,
    /// Those in whose scope it lies (thuộc phạm vi).
    pub in_scope: u32,
}

/// A requirement in two gatherings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub requirement: String,
    /// Its title.
    pub title: String,
    /// In the earlier gathering.
    pub earlier: Share,
    /// In the later one.
    pub later: Share,
}

/// Which units are compared.
#[derive(Clone, Copy, Debug, Default)]
pub struct Among<'a> {
    /// Those of the group with this id alone.
    pub group: Option<&'a str>,
    /// Those with these ids alone, which are in order.
    pub units: Option<&'a [String]>,
}

impl Share {
    /// How many have done it; none where it is in nobody's scope.
    #[must_use]
    pub fn rate(self) -> Option<Percent> {
        Percent::of(self.done, self.in_scope)
    }
}

impl Side {
    /// Of what was counted.
    #[must_use]
    pub fn of(summary: Summary, units: &Units, roster: &Roster, basis: &Basis<'_>) -> Self {
        let footing = Footing::of(&summary, units, roster, basis);
        Self {
            summary,
            units: units.rows.iter().map(|row| row.id.clone()).collect(),
            groups: units.groups.iter().map(|group| group.id.clone()).collect(),
            footing,
        }
    }

    /// How far these units have come with the requirement at that place in the directive.
    #[must_use]
    pub fn share(&self, requirement: u32, among: Among<'_>) -> Share {
        let group = among.group.map(|id| self.groups.iter().position(|other| other == id));
        let group = match group {
            None => None,
            Some(Some(at)) => u32::try_from(at).ok(),
            // It has no such group, and so nobody of it.
            Some(None) => return Share::default(),
        };
        let cell = self.summary.cell(requirement, group);
        let count = |units: &UnitSet| match among.units {
            None => units.len(),
            Some(ids) => {
                let is_meant =
                    |unit: &u32| self.units.get(*unit as usize).is_some_and(|id| ids.binary_search(id).is_ok());
                u32::try_from(units.iter().filter(is_meant).count()).unwrap_or(u32::MAX)
            }
        };
        let done = count(&cell.done);
        Share { done, in_scope: done + count(&cell.in_progress) + count(&cell.not_started) + count(&cell.unanswered) }
    }
}

/// All requirements in two gatherings, in the order of the directive.
#[must_use]
pub fn rows(directive: &Directive, earlier: &Side, later: &Side, among: Among<'_>) -> Vec<Row> {
    let row = |(at, (_, one)): (u32, (_, &domain::directive::Requirement))| Row {
        requirement: one.id.clone(),
        title: one.title.clone(),
        earlier: earlier.share(at, among),
        later: later.share(at, among),
    };
    (0..).zip(directive.requirements()).map(row).collect()
}

/// The same as a table.
#[must_use]
pub fn table(rows: &[Row]) -> Table {
    let columns = vec![
        Column::Requirement,
        Column::EarlierDone,
        Column::EarlierInScope,
        Column::EarlierRateDone,
        Column::Done,
        Column::InScope,
        Column::RateDone,
    ];
    let of = |share: Share| [Cell::Number(share.done), Cell::Number(share.in_scope), Cell::Percent(share.rate())];
    let row = |row: &Row| {
        let name = Cell::Text([&row.requirement, " ", &row.title].concat());
        let cells = [vec![name], of(row.earlier).into(), of(row.later).into()].concat();
        TableRow { is_total: false, cells }
    };
    plain_table(Heading::Comparison, columns, rows.iter().map(row).collect())
}

#[cfg(test)]
mod tests;
