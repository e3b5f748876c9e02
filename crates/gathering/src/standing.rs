//! Which of the received assessments count, and why (bản nào được tính).
//!
//! Nothing here depends on the order in which files came, or on what a clock said.

use crate::basis::Basis;
use crate::choosing::{Chosen, verdicts};
use crate::decisions::{Choice, Claim};
use crate::lineage::Node;
use crate::received::{Key, Received};
use crate::settled::Settled;
use crate::unit_set::UnitSet;
use crate::units::{How, InView, Owner, Units};
use crate::verdict::{Cause, Verdict, Why};
use domain::ids::Ids;
use std::borrow::Borrow;

/// What becomes of all that was received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What becomes of each, in the order in which they were given. Of several with one key those that another program has saved anew
    /// are the duplicates.
    pub verdicts: Vec<Verdict>,
    /// Whose each is, in the same order; none where that is not known, or where it is a duplicate.
    pub owners: Vec<Option<Owner>>,
    /// What there is of each row of the units.
    pub rows: Vec<RowStanding>,
}

/// What there is of a unit. Files are named by their places among all that were given, in the order of their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowStanding {
    /// What counts: one, or several parts.
    pub counting: Vec<u32>,
    /// What is the unit's, and a person has to decide whether it counts.
    pub waiting: Vec<u32>,
    /// What is neither: superseded, left out, of another period, not certainly the unit's, and the like.
    pub others: Vec<u32>,
    /// What units sent that became part of this one.
    pub beneath: Vec<u32>,
    /// Where parts count: the requirements in the unit's scope of which none of them speaks, by their places in the directive.
    pub missing: UnitSet,
}

/// How far a unit's report has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// Nothing that could count.
    Missing,
    /// Parts that do not make a whole.
    Incomplete,
    /// Something came, and which of it counts is for a person to decide.
    Waiting,
    /// A whole counts, or parts that make one.
    Whole,
}

impl RowStanding {
    /// How far the unit's report has come.
    #[must_use]
    pub fn presence(&self) -> Presence {
        match (self.counting.is_empty(), self.missing.is_empty(), self.waiting.is_empty()) {
            (false, true, _) => Presence::Whole,
            (_, _, false) => Presence::Waiting,
            (false, false, true) => Presence::Incomplete,
            (true, _, true) => Presence::Missing,
        }
    }
}

/// Why an assessment is no candidate.
#[derive(Clone, Debug)]
struct Bar {
    verdict: Verdict,
    /// Whether it counts nevertheless where a person chose it.
    can_be_chosen: bool,
}

/// What becomes of all that was received for a gathering.
#[must_use]
pub fn standing<One: Borrow<Received>>(
    received: &[One],
    settled: &Settled<'_>,
    units: &Units,
    basis: &Basis<'_>,
) -> Standing {
    let received = received.iter().map(Borrow::borrow).collect();
    Sorting { received, settled, units, basis, requirements: basis.requirements() }.standing()
}
/// A choice for a row: the row, whether it was made for that very row, the decision, and what it says.
type RowChoice<'a> = (u32, bool, &'a str, &'a Choice);

/// The choices for a row: those that were made for it, else all that were made for the same unit under other names.
fn choices_of<'a, 'b>(choices: &'b [RowChoice<'a>], row: u32) -> &'b [RowChoice<'a>] {
    let (from, to) = (choices.partition_point(|one| one.0 < row), choices.partition_point(|one| one.0 <= row));
    let all = choices.get(from..to).unwrap_or_default();
    let own = all.get(..all.partition_point(|one| one.1)).unwrap_or_default();
    if own.is_empty() { all } else { own }
}

struct Sorting<'a> {
    received: Vec<&'a Received>,
    settled: &'a Settled<'a>,
    units: &'a Units,
    basis: &'a Basis<'a>,
    requirements: Ids<'a>,
}

impl<'a> Sorting<'a> {
    fn standing(&self) -> Standing {
        let (first, mut verdicts) = self.first_of_each();
        let owners = self.owners(&first);
        let bars = self.bars(&first, &owners);
        let choices = self.choices();
        let mut rows = vec![RowStanding::default(); self.units.rows.len()];
        for group in self.by_row(&first, &owners, &choices).chunk_by(|one, other| one.0 == other.0) {
            let Some((row, _)) = group.first() else { continue };
            let files: Vec<usize> = group.iter().map(|(_, at)| *at).collect();
            let ruled = self.rule(&files, &bars, choices_of(&choices, *row));
            for (at, verdict) in files.iter().zip(ruled) {
                let barred = || bars.get(*at).and_then(Option::as_ref).map(|bar| bar.verdict.clone());
                if let Some(place) = verdicts.get_mut(*at) {
                    *place = verdict.or_else(barred);
                }
            }
            if let Some(row) = rows.get_mut(*row as usize) {
                self.tell(row, &files, &owners, &mut verdicts);
            }
        }
        for at in &first {
            let barred = bars.get(*at).and_then(Option::as_ref);
            if let Some(place) = verdicts.get_mut(*at)
                && place.is_none()
            {
                *place = barred.map(|bar| bar.verdict.clone());
            }
            self.tell_beneath(*at, &owners, &mut rows);
        }
        let verdicts =
            verdicts.into_iter().map(|verdict| verdict.unwrap_or(Verdict::Aside(Cause::UnitUnknown))).collect();
        Standing { verdicts, owners, rows }
    }

    fn get(&self, at: usize) -> Option<&'a Received> {
        self.received.get(at).copied()
    }

    fn key(&self, at: usize) -> Option<&'a Key> {
        self.get(at).map(|one| &one.key)
    }

    /// One of each key, in the order of the keys, and the verdicts of the others.
    fn first_of_each(&self) -> (Vec<usize>, Vec<Option<Verdict>>) {
        let mut order: Vec<usize> = (0..self.received.len()).collect();
        order.sort_by_key(|at| self.get(*at).map(|one| (&one.key, one.resaved)));
        let (mut first, mut verdicts) = (Vec::with_capacity(order.len()), vec![None; self.received.len()]);
        for at in order {
            let Some(key) = self.key(at) else { continue };
            if first.last().and_then(|last| self.key(*last)) != Some(key) {
                first.push(at);
            } else if let Some(verdict) = verdicts.get_mut(at) {
                *verdict = Some(Verdict::Duplicate { of: key.clone() });
            }
        }
        (first, verdicts)
    }

    fn owners(&self, first: &[usize]) -> Vec<Option<Owner>> {
        let mut owners = vec![None; self.received.len()];
        for at in first {
            if let (Some(owner), Some(one)) = (owners.get_mut(*at), self.get(*at)) {
                *owner = self.units.owner(&Claim::of(&one.facts.unit), self.settled);
            }
        }
        owners
    }

    /// Why each is no candidate; none where it is one.
    fn bars(&self, first: &[usize], owners: &[Option<Owner>]) -> Vec<Option<Bar>> {
        let mut bars = vec![None; self.received.len()];
        for at in first {
            let owner = owners.get(*at).copied().flatten();
            if let (Some(bar), Some(one)) = (bars.get_mut(*at), self.get(*at)) {
                *bar = self.bar(one, owner);
            }
        }
        for at in self.claimed_twice(first, owners, &bars) {
            if let Some(bar) = bars.get_mut(at) {
                *bar = Some(Bar { verdict: Verdict::Aside(Cause::UnitClaimedTwice), can_be_chosen: true });
            }
        }
        bars
    }

    fn bar(&self, one: &Received, owner: Option<Owner>) -> Option<Bar> {
        let aside = |cause, can_be_chosen| Some(Bar { verdict: Verdict::Aside(cause), can_be_chosen });
        if let Some((decision, left_out)) = self.settled.left_out(&one.key) {
            let verdict = Verdict::LeftOut { decision: decision.to_owned(), reason: left_out.reason.clone() };
            return Some(Bar { verdict, can_be_chosen: false });
        }
        let directive = self.basis.directive;
        let early = one.facts.as_of.filter(|as_of| self.basis.from.is_some_and(|from| *as_of < from));
        if one.facts.sample {
            aside(Cause::Sample, false)
        } else if *one.directive != *directive.id {
            aside(Cause::OtherDirective, false)
        } else if *one.edition != *directive.edition {
            aside(Cause::OtherEdition, false)
        } else if let Some(as_of) = early {
            aside(Cause::EarlierPeriod { as_of }, true)
        } else {
            match owner {
                None => aside(Cause::UnitUnknown, false),
                Some(Owner::Own(..)) => None,
                Some(Owner::Member(member, _)) => match &self.units.members.get(member as usize)?.place {
                    InView::Row(_) => None,
                    InView::Beneath(rows) => aside(Cause::FormerUnit { rows: rows.clone() }, true),
                    InView::Elsewhere => aside(Cause::OtherView, false),
                },
            }
        }
    }

    /// Candidates that have the id of a unit and another name than it, where not all with that id have the same name.
    fn claimed_twice(&self, first: &[usize], owners: &[Option<Owner>], bars: &[Option<Bar>]) -> Vec<usize> {
        let candidates = first.iter().filter(|at| bars.get(**at).is_some_and(Option::is_none));
        let mut claims: Vec<(u32, Vec<String>, usize)> = candidates
            .filter_map(|at| match owners.get(*at).copied().flatten()? {
                Owner::Member(member, How::Id) => {
                    Some((member, crate::fold::spelled(&self.get(*at)?.facts.unit.name), *at))
                }
                _ => None,
            })
            .collect();
        claims.sort_unstable();
        let mut twice = Vec::new();
        for of_unit in claims.chunk_by(|one, other| one.0 == other.0) {
            let (Some(lowest), Some(highest)) = (of_unit.first(), of_unit.last()) else { continue };
            if lowest.1 != highest.1 {
                let own = self.units.members.get(lowest.0 as usize).map(|member| &member.spelled);
                twice.extend(of_unit.iter().filter(|claim| Some(&claim.1) != own).map(|claim| claim.2));
            }
        }
        twice
    }

    /// What was chosen, by rows; of each row the choice first that was made for it.
    fn choices(&self) -> Vec<RowChoice<'a>> {
        let of_row = |(decision, choice): (&'a str, &'a Choice)| {
            let row = self.units.row_of(&choice.unit)?;
            let is_own = self.units.rows.get(row as usize).is_some_and(|row| row.id == choice.unit);
            Some((row, is_own, decision, choice))
        };
        let mut choices: Vec<RowChoice<'a>> = self.settled.choices().filter_map(of_row).collect();
        choices.sort_by_key(|one| (one.0, !one.1, one.2));
        choices
    }

    /// The files of each row, in the order of their keys. What a former unit sent is among them where it was chosen for the row.
    fn by_row(&self, first: &[usize], owners: &[Option<Owner>], choices: &[RowChoice<'_>]) -> Vec<(u32, usize)> {
        let mut chosen: Vec<(Key, u32)> =
            choices.iter().flat_map(|one| one.3.files.iter().map(|file| (file.key(), one.0))).collect();
        chosen.sort_unstable();
        let mut rows: Vec<(u32, usize)> = Vec::with_capacity(first.len());
        for at in first {
            match owners.get(*at).copied().flatten() {
                Some(Owner::Own(row, _)) => rows.push((row, *at)),
                Some(Owner::Member(member, _)) => match self.units.members.get(member as usize).map(|one| &one.place) {
                    Some(InView::Row(row)) => rows.push((*row, *at)),
                    Some(InView::Beneath(beneath)) => {
                        let is_chosen = |row: &&u32| {
                            let wanted = self.key(*at).map(|key| (key.clone(), **row));
                            wanted.is_some_and(|wanted| chosen.binary_search(&wanted).is_ok())
                        };
                        rows.extend(beneath.iter().find(is_chosen).map(|row| (*row, *at)));
                    }
                    Some(InView::Elsewhere) | None => {}
                },
                None => {}
            }
        }
        // A stable sort: `first` is in the order of the keys.
        rows.sort_by_key(|(row, _)| *row);
        rows
    }

    /// What becomes of the files of one row.
    fn rule(&self, files: &[usize], bars: &[Option<Bar>], choices: &[RowChoice<'_>]) -> Vec<Option<Verdict>> {
        let nodes: Vec<Node<'a>> = files.iter().filter_map(|at| Some(self.node(self.get(*at)?))).collect();
        let bar = |at: &usize| bars.get(*at).and_then(Option::as_ref);
        let candidates: Vec<bool> = files.iter().map(|at| bar(at).is_none()).collect();
        let listed = |of: &dyn Fn(&Choice) -> Vec<Key>, is_possible: &dyn Fn(&usize) -> bool| -> Vec<bool> {
            let mut keys: Vec<Key> = choices.iter().flat_map(|one| of(one.3)).collect();
            keys.sort_unstable();
            let is_listed = |at: &usize| self.key(*at).is_some_and(|key| keys.binary_search(key).is_ok());
            files.iter().map(|at| is_possible(at) && is_listed(at)).collect()
        };
        let can_be_chosen = |at: &usize| bar(at).is_none_or(|bar| bar.can_be_chosen);
        let chosen = choices.first().map(|first| Chosen {
            decision: first.2,
            files: listed(&Choice::keys, &can_be_chosen),
            over: listed(&|choice| choice.over.iter().map(|file| file.key()).collect(), &|_| true),
            is_contradictory: choices.iter().any(|other| other.3.keys() != first.3.keys()),
        });
        verdicts(&nodes, &candidates, chosen.as_ref())
    }

    fn node(&self, one: &'a Received) -> Node<'a> {
        let facts = &one.facts;
        let covered = facts.covers.iter().filter_map(|id| u32::try_from(self.requirements.first(id)?).ok());
        Node {
            key: &one.key,
            draft: &facts.draft_id,
            based_on: &facts.based_on,
            revision: facts.revision,
            content: facts.content,
            part: (!facts.covers.is_empty()).then(|| covered.collect()),
        }
    }

    /// Tells a row what there is of it, and parts of what they are parts.
    fn tell(&self, row: &mut RowStanding, files: &[usize], owners: &[Option<Owner>], verdicts: &mut [Option<Verdict>]) {
        for at in files {
            let verdict = verdicts.get(*at).and_then(Option::as_ref);
            let list = match verdict {
                Some(verdict) if verdict.counts() => &mut row.counting,
                Some(Verdict::Aside(Cause::UnitClaimedTwice)) => &mut row.others,
                Some(verdict) if verdict.awaits_decision() => &mut row.waiting,
                _ => &mut row.others,
            };
            list.extend(u32::try_from(*at));
        }
        let counting: Vec<&Received> = row.counting.iter().filter_map(|at| self.get(*at as usize)).collect();
        if counting.is_empty() || counting.iter().any(|one| one.facts.covers.is_empty()) {
            return;
        }
        let opted_in: Vec<String> = counting.iter().flat_map(|one| one.facts.opted_in.iter().cloned()).collect();
        let owner = row.counting.first().and_then(|at| owners.get(*at as usize).copied().flatten());
        let required = self.basis.in_scope(self.units.roster_id(owner), &opted_in);
        let covered =
            counting.iter().filter_map(|one| self.node(one).part).fold(UnitSet::default(), |mut all, part| {
                all.union(&part);
                all
            });
        row.missing = required.iter().filter(|requirement| !covered.has(*requirement)).collect();
        for at in &row.counting {
            if let Some(Some(Verdict::Counts(Why::Part { required: all, .. }))) = verdicts.get_mut(*at as usize) {
                *all = required.len();
            }
        }
    }

    /// Tells the rows of which a unit became a part what it sent.
    fn tell_beneath(&self, at: usize, owners: &[Option<Owner>], rows: &mut [RowStanding]) {
        let Some(Owner::Member(member, _)) = owners.get(at).copied().flatten() else { return };
        let Some(InView::Beneath(beneath)) = self.units.members.get(member as usize).map(|one| &one.place) else {
            return;
        };
        for row in beneath {
            if let Some(row) = rows.get_mut(*row as usize) {
                row.beneath.extend(u32::try_from(at));
            }
        }
    }
}

#[cfg(test)]
mod tests;
