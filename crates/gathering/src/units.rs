//! The units of a gathering as rows, and which of them an assessment belongs to.

use crate::decisions::{Claim, own_id};
use crate::fold::{spelled, spelling};
use crate::likeness::Likened;
use crate::settled::Settled;
use crate::succession::{Place, View, places};
use domain::ids::Ids;
use domain::roster::Roster;
use std::sync::OnceLock;

/// The units of a gathering in one view: those of the roster in its order, then those that people said are units of their own.
#[derive(Clone, Debug, Default)]
pub struct Units {
    /// The groups of the roster in its order, then those that only files name, by their ids.
    pub groups: Vec<GroupRow>,
    /// The rows. Numbers name units by their places here.
    pub rows: Vec<Row>,
    /// The units of the roster, in its order.
    pub members: Vec<Member>,
    /// The places of members by their ids.
    by_id: Vec<(String, u32)>,
    /// The places of members by how their names are spelled.
    by_name: Vec<(String, u32)>,
    /// The places of rows by the ids of units of their own.
    own: Vec<(String, u32)>,
    /// Their names, once something was looked for among them.
    names: OnceLock<Names>,
}

/// The names of units as they are compared.
#[derive(Clone, Debug)]
struct Names {
    /// Of [`Units::members`].
    members: Vec<Likened>,
    /// Of [`Units::rows`], where they are in no roster.
    rows: Vec<Option<Likened>>,
}

/// A group of units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupRow {
    /// Its id.
    pub id: String,
    /// Its name; empty where the roster has no such group.
    pub name: String,
}

/// A unit that is a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its id: of the roster, or made of its group and name ([`own_id`]).
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its group, by its place in [`Units::groups`].
    pub group: u32,
    /// The unit of the roster, by its place in [`Units::members`]; none where it is not in the roster.
    pub member: Option<u32>,
    /// The units of the roster that became this one or a part of it, by their places in [`Units::members`]. They are shown beneath
    /// it, and never added up.
    pub former: Vec<u32>,
}

/// A unit of the roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How its name is spelled.
    pub spelled: Vec<String>,
    /// Its group, by its place in [`Units::groups`].
    pub group: u32,
    /// Where it stands in the view.
    pub place: InView,
}

/// Where a unit of the roster stands among the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum InView {
    /// It is this row, under this name or another.
    Row(u32),
    /// It became part of these rows.
    Beneath(Vec<u32>),
    /// It is not in this view.
    #[default]
    Elsewhere,
}

/// How it is known whose an assessment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// A person said so.
    Decided,
    /// By the unit's id.
    Id,
    /// By the name, in its group.
    Name,
    /// By the name, which one unit of another group has.
    NameElsewhere,
}

/// Whose an assessment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A unit of the roster, by its place in [`Units::members`].
    Member(u32, How),
    /// A unit that is not in the roster, by its place in [`Units::rows`].
    Own(u32, How),
}

/// A unit that a typed name may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its id.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// How alike the names are, from 0 to 100.
    pub likeness: u32,
}

/// Names that are less alike are not suggested.
const LEAST_LIKENESS: u32 = 60;
/// So many units are suggested.
const MOST_SUGGESTIONS: usize = 3;

impl Units {
    /// The units of a roster in one view, with those that people said are units of their own.
    #[must_use]
    pub fn of(roster: &Roster, view: View, settled: &Settled<'_>) -> Self {
        let groups = roster.groups.iter().map(|group| GroupRow { id: group.id.clone(), name: group.name.clone() });
        let mut units = Self { groups: groups.collect(), ..Self::default() };
        units.take_groups(roster.units.iter().map(|unit| &unit.group).collect());
        let groups = units.groups.clone();
        let groups = Ids::of(groups.iter().map(|group| &group.id));
        let places = places(roster, view);
        let rows = units.take_rows(roster, &places, &groups);
        let row_of = |unit: &usize| rows.get(*unit).copied().flatten();
        for (at, (unit, place)) in roster.units.iter().zip(&places).enumerate() {
            let place = match place {
                Place::Row => row_of(&at).map(InView::Row),
                Place::RowOf(other) => row_of(other).map(InView::Row),
                Place::Beneath(others) => Some(InView::Beneath(others.iter().filter_map(row_of).collect())),
                Place::Elsewhere => None,
            };
            units.members.push(Member {
                id: unit.id.clone(),
                name: unit.name.clone(),
                spelled: spelled(&unit.name),
                group: small(groups.first(&unit.group).unwrap_or_default()),
                place: place.unwrap_or_default(),
            });
        }
        units.note_former();
        units.by_id = indexed(units.members.iter().map(|member| member.id.clone()));
        units.by_name = indexed(units.members.iter().map(|member| member.spelled.join(" ")));
        units.take_own(settled);
        units
    }

    /// Takes in the groups that are not there yet.
    fn take_groups(&mut self, mut ids: Vec<&String>) {
        ids.sort_unstable();
        ids.dedup();
        let known = self.groups.clone();
        let known = Ids::of(known.iter().map(|group| &group.id));
        let new = ids.into_iter().filter(|id| !known.has(id));
        self.groups.extend(new.map(|id| GroupRow { id: id.clone(), name: String::new() }));
    }

    /// Makes a row of each unit that is one; tells which row, by the places of units in the roster.
    fn take_rows(&mut self, roster: &Roster, places: &[Place], groups: &Ids<'_>) -> Vec<Option<u32>> {
        let mut rows = Vec::with_capacity(places.len());
        for (at, (unit, place)) in roster.units.iter().zip(places).enumerate() {
            if *place != Place::Row {
                rows.push(None);
                continue;
            }
            rows.push(Some(small(self.rows.len())));
            self.rows.push(Row {
                id: unit.id.clone(),
                name: unit.name.clone(),
                group: small(groups.first(&unit.group).unwrap_or_default()),
                member: Some(small(at)),
                former: Vec::new(),
            });
        }
        rows
    }

    /// Tells each row which units became part of it.
    fn note_former(&mut self) {
        for (at, member) in (0..).zip(&self.members) {
            let rows = match &member.place {
                InView::Row(row) => std::slice::from_ref(row),
                InView::Beneath(rows) => rows,
                InView::Elsewhere => &[],
            };
            for row in rows {
                if let Some(row) = self.rows.get_mut(*row as usize).filter(|row| row.member != Some(at)) {
                    row.former.push(at);
                }
            }
        }
    }

    /// Makes rows of the units of their own, in the order of their groups and names.
    fn take_own(&mut self, settled: &Settled<'_>) {
        let is_own = |claim: &Claim, unit: &str| unit == own_id(&claim.group, &claim.name);
        // Of several claims that are typed differently, the first in the order of what they say names it.
        let mut own: Vec<(&str, &Claim)> =
            settled.units().filter(|(claim, unit)| is_own(claim, unit)).map(|(claim, unit)| (unit, claim)).collect();
        own.sort_by(|one, other| (one.0, &one.1.name).cmp(&(other.0, &other.1.name)));
        own.dedup_by(|one, other| one.0 == other.0);
        self.take_groups(own.iter().map(|(_, claim)| &claim.group).collect());
        let groups = self.groups.clone();
        let groups = Ids::of(groups.iter().map(|group| &group.id));
        for (id, claim) in own {
            let group = small(groups.first(&claim.group).unwrap_or_default());
            self.own.push((id.to_owned(), small(self.rows.len())));
            self.rows.push(Row { id: id.to_owned(), name: claim.name.clone(), group, ..Row::default() });
        }
    }

    /// Whose an assessment is: as a person said, else by the unit's id, else by the name in its group, else by the name of one unit
    /// in another group. Nothing where that is not known.
    #[must_use]
    pub fn owner(&self, claim: &Claim, settled: &Settled<'_>) -> Option<Owner> {
        let decided = settled.unit_of(claim).and_then(|unit| self.unit(unit, How::Decided));
        if decided.is_some() {
            return decided;
        }
        if let Some(at) = first(&self.by_id, &claim.id).filter(|_| !claim.id.is_empty()) {
            return Some(Owner::Member(at, How::Id));
        }
        let name = spelling(&claim.name);
        let named = all(&self.by_name, &name).filter(|_| !name.is_empty());
        let named: Vec<(u32, &Member)> = named.filter_map(|at| Some((at, self.members.get(at as usize)?))).collect();
        let is_of_group = |member: &Member| self.group_id(member.group) == claim.group;
        let of_group: Vec<u32> = named.iter().filter(|(_, member)| is_of_group(member)).map(|(at, _)| *at).collect();
        match (of_group.as_slice(), named.as_slice()) {
            ([only], _) => Some(Owner::Member(*only, How::Name)),
            ([], [(only, _)]) if first(&self.own, &own_id(&claim.group, &claim.name)).is_none() => {
                Some(Owner::Member(*only, How::NameElsewhere))
            }
            _ => first(&self.own, &own_id(&claim.group, &claim.name)).map(|row| Owner::Own(row, How::Name)),
        }
    }

    /// The unit with this id, of the roster or of its own.
    fn unit(&self, id: &str, how: How) -> Option<Owner> {
        let member = first(&self.by_id, id).map(|at| Owner::Member(at, how));
        member.or_else(|| first(&self.own, id).map(|row| Owner::Own(row, how)))
    }

    /// The row of the unit with this id; none where it is none, or only a part of one.
    #[must_use]
    pub fn row_of(&self, id: &str) -> Option<u32> {
        match self.unit(id, How::Id)? {
            Owner::Own(row, _) => Some(row),
            Owner::Member(at, _) => match self.members.get(at as usize)?.place {
                InView::Row(row) => Some(row),
                InView::Beneath(_) | InView::Elsewhere => None,
            },
        }
    }

    /// The id that the roster has for the owner of a file; empty where it has none.
    #[must_use]
    pub fn roster_id(&self, owner: Option<Owner>) -> &str {
        match owner {
            Some(Owner::Member(at, _)) => self.members.get(at as usize).map_or("", |member| &member.id),
            Some(Owner::Own(..)) | None => "",
        }
    }

    /// The id of a group.
    #[must_use]
    pub fn group_id(&self, group: u32) -> &str {
        self.groups.get(group as usize).map_or("", |group| &group.id)
    }

    /// How the name of a row is spelled.
    #[must_use]
    pub fn spelled(&self, row: u32) -> &[String] {
        let Some(named) = self.rows.get(row as usize) else { return &[] };
        match named.member.and_then(|member| self.members.get(member as usize)) {
            Some(member) => &member.spelled,
            None => self.names().rows.get(row as usize).and_then(Option::as_ref).map_or(&[], |name| &name.spelled),
        }
    }

    /// The names of all, made when something is first looked for among them.
    fn names(&self) -> &Names {
        self.names.get_or_init(|| {
            let own = |row: &Row| row.member.is_none().then(|| Likened::of(spelled(&row.name)));
            Names {
                members: self.members.iter().map(|member| Likened::of(member.spelled.clone())).collect(),
                rows: self.rows.iter().map(own).collect(),
            }
        })
    }

    /// The units that a typed name may mean, the likest first; of equally like ones, those of its group first. To be asked for the
    /// claims that are on the screen: it looks at every unit.
    #[must_use]
    pub fn suggestions(&self, claim: &Claim) -> Vec<Suggestion> {
        let (typed, names) = (Likened::of(spelled(&claim.name)), self.names());
        let members = self.members.iter().zip(&names.members);
        let members = members.map(|(member, name)| (&member.id, &member.name, member.group, name));
        let own = self.rows.iter().zip(&names.rows);
        let own = own.filter_map(|(row, name)| Some((&row.id, &row.name, row.group, name.as_ref()?)));
        let alike = |(id, name, group, likened): (_, _, u32, &Likened)| {
            Some((id, name, group, typed.likeness(likened, LEAST_LIKENESS)?))
        };
        let mut found: Vec<(&String, &String, u32, u32)> = members.chain(own).filter_map(alike).collect();
        found.sort_by_key(|(_, _, group, likeness)| (100 - likeness, self.group_id(*group) != claim.group));
        let found = found.into_iter().take(MOST_SUGGESTIONS);
        found.map(|(id, name, _, likeness)| Suggestion { unit: id.clone(), name: name.clone(), likeness }).collect()
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Texts in order, each with its place in the list.
fn indexed(texts: impl Iterator<Item = String>) -> Vec<(String, u32)> {
    let mut index: Vec<(String, u32)> = texts.zip(0..).collect();
    index.sort_unstable();
    index
}

fn all<'a>(index: &'a [(String, u32)], text: &'a str) -> impl Iterator<Item = u32> + 'a {
    let from = index.partition_point(|(other, _)| other.as_str() < text);
    index.get(from..).unwrap_or_default().iter().take_while(move |(other, _)| other == text).map(|(_, at)| *at)
}

fn first(index: &[(String, u32)], text: &str) -> Option<u32> {
    all(index, text).next()
}

#[cfg(test)]
mod tests;
