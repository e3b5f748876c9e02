//! The issues of a gathering, each with what was tagged with it: as they follow from the notes.

use crate::issue::{Issue, Statement, Tag};
use crate::notes::Notes;
use domain::directive::Directive;
use domain::ids::Ids;
use gathering::excerpt::ExcerptKind;
use gathering::statements::{Matter, Under};
use gathering::unit_set::UnitSet;
use gathering::units::Units;
use report::chosen::{Chosen, Excerpt};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// An issue, with the units that say it and count.
#[derive(Clone, Debug)]
pub struct Ordered<'a> {
    /// Its id.
    pub id: &'a str,
    /// The issue.
    pub issue: &'a Issue,
    /// The units.
    pub units: UnitSet,
}

/// The issues of a gathering. One that was joined with another is that one.
#[derive(Clone, Debug, Default)]
pub struct Issues<'a> {
    all: BTreeMap<&'a str, &'a Issue>,
    /// What each is, once joined.
    is: BTreeMap<&'a str, &'a str>,
    /// What was tagged, by the issue.
    tags: BTreeMap<&'a str, Vec<&'a Tag>>,
    /// The issues of each statement.
    of: BTreeMap<Statement, BTreeSet<&'a str>>,
    /// The places that the officer gave them among those of their kind and requirement.
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Issues<'a> {
    /// Those of these notes.
    #[must_use]
    pub fn of(notes: &'a Notes) -> Self {
        let all: BTreeMap<&str, &Issue> =
            notes.iter().filter_map(|note| Some((note.id.as_str(), note.issue.as_ref()?))).collect();
        let is = all.keys().map(|id| (*id, end(&all, id))).collect();
        let mut issues = Self { all, is, ..Self::default() };
        for tag in notes.iter().filter_map(|note| note.tag.as_ref()) {
            // What is about an issue that is not here may be of one of a colleague's.
            let Some(id) = issues.is.get(tag.issue.as_str()).copied() else { continue };
            issues.tags.entry(id).or_default().push(tag);
            issues.of.entry(tag.statement()).or_default().insert(id);
        }
        for order in notes.iter().filter_map(|note| note.order.as_ref()) {
            for (place, id) in order.issues.iter().enumerate() {
                if let Some(id) = issues.is.get(id.as_str()).copied() {
                    issues.places.entry(id).or_insert(place);
                }
            }
        }
        issues
    }

    /// Each with its id, but those that were joined with others.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a Issue)> {
        self.all.iter().filter(|(id, _)| self.is.get(*id) == Some(*id)).map(|(id, issue)| (*id, *issue))
    }

    /// The issue that this id leads to, by its own id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<(&'a str, &'a Issue)> {
        let id = self.is.get(id).copied()?;
        Some((id, self.all.get(id).copied()?))
    }

    /// The ids of all that were joined to this one, and its own.
    pub(crate) fn joined_to(&self, id: &str) -> Vec<&'a str> {
        self.is.iter().filter(|(_, is)| **is == id).map(|(other, _)| *other).collect()
    }

    /// What was tagged with the issue of this id.
    #[must_use]
    pub fn tags(&self, id: &str) -> &[&'a Tag] {
        self.tags.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The issues of a statement, by their ids.
    pub fn of_statement(&self, statement: &Statement) -> impl Iterator<Item = &'a str> {
        self.of.get(statement).into_iter().flatten().copied()
    }

    /// The units that say what the issue of this id is, of those in `counting`.
    #[must_use]
    pub fn units(&self, id: &str, units: &Units, counting: &UnitSet) -> UnitSet {
        let rows = self.tags(id).iter().filter_map(|tag| units.row_of(&tag.unit));
        rows.filter(|row| counting.has(*row)).collect()
    }

    /// Each with its id and the units that say it and count: by kind, then by requirement, then as the officer has put them, then what
    /// most units say first.
    #[must_use]
    pub fn in_order(&self, directive: &Directive, units: &Units, counting: &UnitSet) -> Vec<Ordered<'a>> {
        let requirements = Ids::of(directive.requirements().map(|(_, one)| &one.id));
        let ordered = |(id, issue)| Ordered { id, issue, units: self.units(id, units, counting) };
        let mut all: Vec<Ordered<'a>> = self.iter().map(ordered).collect();
        all.sort_by_cached_key(|Ordered { id, issue, units }| {
            let place = self.places.get(id).copied().unwrap_or(usize::MAX);
            let requirement = requirements.first(&issue.requirement);
            (issue.kind, requirement, place, Reverse(units.len()), &issue.wording, *id)
        });
        all
    }

    /// What goes into the report.
    #[must_use]
    pub fn chosen(&self, directive: &Directive, units: &Units, counting: &UnitSet) -> Chosen {
        let all = self.in_order(directive, units, counting).into_iter();
        let chosen = all.filter(|one| one.issue.in_report).map(|one| self.excerpt(one.id, one.issue));
        Chosen { list: chosen.collect(), ..Chosen::default() }
    }

    fn excerpt(&self, id: &str, issue: &Issue) -> Excerpt {
        let units: BTreeSet<&str> = self.tags(id).iter().map(|tag| tag.unit.as_str()).collect();
        Excerpt {
            id: id.to_owned(),
            kind: issue.kind,
            requirement: issue.requirement.clone(),
            text: issue.wording.clone(),
            units: units.into_iter().map(str::to_owned).collect(),
            level: issue.level.clone(),
            owner: issue.owner.clone(),
            due: issue.due.clone(),
            done_at: issue.done_at.clone(),
            ..Excerpt::default()
        }
    }

    /// Whether difficulties or proposals were tagged: what units say is put together by that.
    #[must_use]
    pub fn joins_annex(&self) -> bool {
        self.of.keys().any(|one| matches!(one.kind, ExcerptKind::Limitation | ExcerptKind::Proposal))
    }

    /// Under what a difficulty or a proposal of the unit of this row was put.
    #[must_use]
    pub fn under(&self, directive: &Directive, units: &Units, row: u32, subject: Matter, item: &str) -> Vec<Under<'a>> {
        let Some(unit) = units.rows.get(row as usize).map(|row| row.id.clone()) else { return Vec::new() };
        let (requirement, kind) = match subject {
            Matter::Limitation(at) => {
                let of_place = directive.requirements().nth(at as usize);
                (of_place.map(|(_, one)| one.id.clone()).unwrap_or_default(), ExcerptKind::Limitation)
            }
            Matter::Proposal(_) => (String::new(), ExcerptKind::Proposal),
        };
        let statement = Statement { unit, requirement, kind, item: item.to_owned() };
        let levels = &directive.proposal_levels;
        let is_open = matches!(subject, Matter::Proposal(at) if at as usize >= levels.len());
        let put = |id: &'a str| {
            let issue = self.all.get(id)?;
            // What a unit names holds.
            let level = if is_open { levels.iter().position(|level| level.id == issue.level) } else { None };
            let level = level.and_then(|at| u32::try_from(at).ok());
            Some(Under { id, text: &issue.wording, level })
        };
        self.of_statement(&statement).filter_map(put).collect()
    }
}

/// What an issue is, once all are joined. Of several that were joined in a circle, by people who did not know of each other, it is the
/// first.
fn end<'a>(all: &BTreeMap<&'a str, &'a Issue>, id: &'a str) -> &'a str {
    let (mut at, mut passed) = (id, vec![id]);
    while let Some((next, _)) = all.get(at).and_then(|issue| all.get_key_value(issue.joined.as_str())) {
        if let Some(from) = passed.iter().position(|other| other == next) {
            return passed.iter().skip(from).min().copied().unwrap_or(at);
        }
        at = next;
        passed.push(next);
    }
    at
}

#[cfg(test)]
mod tests;
