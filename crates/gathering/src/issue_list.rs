//! What an officer put together of what units say (vấn đề), as a table.

use crate::annexes::{numbered, plain_table};
use crate::basis::Basis;
use crate::excerpt::ExcerptKind;
use crate::table::{Cell, Column, Heading, Table};
use crate::unit_set::UnitSet;
use crate::units::Units;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueLine {
    /// Of what it speaks.
    pub kind: ExcerptKind,
    /// The requirement that it was said of; empty for proposals.
    pub requirement: String,
    /// The officer's words.
    pub wording: String,
    /// The units that say it and count.
    pub units: UnitSet,
    /// Of a proposal: the id of the level that decides; empty where that is open.
    pub level: String,
    /// Whether it was chosen for the report.
    pub in_report: bool,
}

/// A row for each of them, in their order.
#[must_use]
pub fn issue_list(lines: &[IssueLine], units: &Units, basis: &Basis<'_>) -> Table {
    let columns = vec![
        Column::Number,
        Column::Kind,
        Column::Requirement,
        Column::Content,
        Column::UnitCount,
        Column::UnitNames,
        Column::Level,
        Column::InReport,
    ];
    let cells = |line: &IssueLine| {
        let level = basis.directive.proposal_levels.iter().find(|level| level.id == line.level);
        let level = match (line.kind, level) {
            (ExcerptKind::Proposal, None) => Cell::OpenLevel,
            (_, level) => level.map_or(Cell::Empty, |level| Cell::Text(level.name.clone())),
        };
        let names = line.units.iter().filter_map(|unit| Some(units.rows.get(unit as usize)?.name.clone()));
        vec![
            Cell::Kind(line.kind),
            Cell::Text(line.requirement.clone()),
            Cell::Text(line.wording.clone()),
            Cell::Count(line.units.clone()),
            Cell::Names(names.collect()),
            level,
            Cell::Cross(line.in_report),
        ]
    };
    plain_table(Heading::Tagged, columns, numbered(lines.iter().map(cells)))
}
