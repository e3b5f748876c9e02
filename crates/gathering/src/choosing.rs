//! Decides which of a unit's files count.

use crate::lineage::{Fate, Lineage, Node};
use crate::unit_set::UnitSet;
use crate::verdict::{Cause, Supersession, Verdict, Why};

/// What a person chose for a unit.
#[derive(Clone, Debug, Default)]
pub struct Chosen<'a> {
    /// The id of the decision.
    pub decision: &'a str,
    /// Of each file whether it was chosen.
    pub files: Vec<bool>,
    /// Of each file whether it was passed over.
    pub over: Vec<bool>,
    /// Whether decisions contradict each other, so that too much was chosen.
    pub is_contradictory: bool,
}

/// What becomes of the files of one unit that may count, by their places; nothing of the others. The nodes stand in the order of their
/// keys. What makes a part one of so many is left open: it says 0 requirements required.
#[must_use]
pub fn verdicts(nodes: &[Node<'_>], candidates: &[bool], chosen: Option<&Chosen<'_>>) -> Vec<Option<Verdict>> {
    let lineage = Lineage::of(nodes);
    match chosen {
        Some(chosen) if chosen.files.contains(&true) => by_choice(nodes, &lineage, candidates, chosen),
        _ => by_rule(nodes, &lineage, candidates),
    }
}

/// What becomes of these, were there no others, and had nobody chosen.
fn by_rule(nodes: &[Node<'_>], lineage: &Lineage<'_>, asked: &[bool]) -> Vec<Option<Verdict>> {
    let fates = lineage.fates(asked);
    let mut verdicts = vec![None; nodes.len()];
    let places = |wanted: &dyn Fn(&Fate) -> bool| -> Vec<usize> {
        fates.iter().enumerate().filter(|(_, fate)| wanted(fate)).map(|(at, _)| at).collect()
    };
    for at in places(&|fate| matches!(fate, Fate::Below(_))) {
        let Some(Fate::Below(by)) = fates.get(at) else { continue };
        set(&mut verdicts, at, superseded(nodes, *by, Supersession::Chain));
    }
    let last = without_the_same(nodes, places(&|fate| *fate == Fate::Last), &mut verdicts);
    let of = verdicts.iter().flatten().count();
    let draft = |at: usize| nodes.get(at).map(|node| (node.draft, if node.draft.is_empty() { at } else { 0 }));
    let (parts, wholes): (Vec<usize>, Vec<usize>) = last.iter().partition(|at| part(nodes, **at).is_some());
    if last.iter().any(|at| draft(*at) != last.first().and_then(|first| draft(*first))) {
        aside(&mut verdicts, &last, &Cause::TwoDrafts);
    } else if let [whole] = wholes.as_slice() {
        whole_and_parts(nodes, lineage, *whole, &parts, &mut verdicts);
        if verdicts.get(*whole) == Some(&None) {
            let of = u32::try_from(of).unwrap_or(u32::MAX);
            set(&mut verdicts, *whole, Verdict::Counts(if of == 0 { Why::Only } else { Why::Latest { of } }));
        }
    } else if wholes.is_empty() {
        together(nodes, &parts, &mut verdicts);
    } else {
        aside(&mut verdicts, &last, &Cause::SeparateWays);
    }
    verdicts
}

/// Parts beside a whole: those that came of it change nothing; with any other, nobody knows which of the two goes on.
fn whole_and_parts(
    nodes: &[Node<'_>],
    lineage: &Lineage<'_>,
    whole: usize,
    parts: &[usize],
    verdicts: &mut [Option<Verdict>],
) {
    let came_of_it = lineage.that_came_of(&[whole]);
    let (after, beside): (Vec<usize>, Vec<usize>) = parts.iter().partition(|at| came_of_it.get(**at) == Some(&true));
    if let Some(node) = nodes.get(whole) {
        aside(verdicts, &after, &Cause::PartAfterWhole { whole: node.key.clone() });
    }
    if !beside.is_empty() {
        aside(verdicts, &beside, &Cause::SeparateWays);
        aside(verdicts, &[whole], &Cause::SeparateWays);
    }
}

/// Parts of one draft: those count that speak of what no other speaks of.
fn together(nodes: &[Node<'_>], parts: &[usize], verdicts: &mut [Option<Verdict>]) {
    let (mut once, mut twice) = (UnitSet::default(), UnitSet::default());
    for requirement in parts.iter().filter_map(|at| part(nodes, *at)).flat_map(UnitSet::iter) {
        if !once.insert(requirement) {
            twice.insert(requirement);
        }
    }
    let mut covered = UnitSet::default();
    let mut counting = Vec::new();
    for at in parts {
        let Some(part) = part(nodes, *at) else { continue };
        if part.is_empty() {
            aside(verdicts, &[*at], &Cause::CoversNothing);
        } else if part.meets(&twice) {
            aside(verdicts, &[*at], &Cause::PartsOverlap);
        } else {
            covered.union(part);
            counting.push(*at);
        }
    }
    let parts = u32::try_from(counting.len()).unwrap_or(u32::MAX);
    for at in counting {
        set(verdicts, at, Verdict::Counts(Why::Part { parts, covered: covered.len(), required: 0 }));
    }
}

/// What a person chose counts, or what came of it since. Of the rest, what was passed over and what led to it is done with, and
/// what came later by itself waits.
fn by_choice(
    nodes: &[Node<'_>],
    lineage: &Lineage<'_>,
    candidates: &[bool],
    chosen: &Chosen<'_>,
) -> Vec<Option<Verdict>> {
    let files: Vec<usize> = (0..nodes.len()).filter(|at| is(&chosen.files, *at)).collect();
    let (came_of, led_to) = (lineage.that_came_of(&files), lineage.that_led_to(&files));
    let is_later =
        |at: usize| is(candidates, at) && !is(&chosen.over, at) && is(&came_of, at) && !is(&chosen.files, at);
    let later: Vec<bool> = (0..nodes.len()).map(is_later).collect();
    let mut verdicts = of_chosen(nodes, &files, chosen);
    if !chosen.is_contradictory && later.contains(&true) {
        let both: Vec<bool> = (0..nodes.len()).map(|at| is(&later, at) || is(&chosen.files, at)).collect();
        let ruled = by_rule(nodes, lineage, &both);
        let is_settled =
            ruled.iter().flatten().any(Verdict::counts) && !ruled.iter().flatten().any(Verdict::awaits_decision);
        for at in (0..nodes.len()).filter(|at| is_settled || is(&later, *at)) {
            let Some(Some(ruled)) = ruled.get(at).cloned() else { continue };
            let is_later = is(&later, at);
            let why = || Why::Chosen { decision: chosen.decision.to_owned(), is_later };
            let waits = Verdict::Aside(Cause::SeparateWays);
            set(
                &mut verdicts,
                at,
                match ruled {
                    Verdict::Counts(_) if is_settled => Verdict::Counts(why()),
                    Verdict::Counts(_) => waits,
                    other => other,
                },
            );
        }
    }
    let by = files.first().copied().unwrap_or(0);
    let decision = || chosen.decision.to_owned();
    for at in (0..nodes.len()).filter(|at| is(candidates, *at)) {
        if verdicts.get(at).is_some_and(Option::is_none) {
            set(
                &mut verdicts,
                at,
                if is(&led_to, at) {
                    superseded(nodes, by, Supersession::Chain)
                } else if is(&chosen.over, at) {
                    superseded(nodes, by, Supersession::Chosen { decision: decision() })
                } else {
                    Verdict::Aside(Cause::AfterChoice { decision: decision() })
                },
            );
        }
    }
    verdicts
}

/// What was chosen counts: one file, or several parts of one draft that do not speak of the same.
fn of_chosen(nodes: &[Node<'_>], files: &[usize], chosen: &Chosen<'_>) -> Vec<Option<Verdict>> {
    let mut verdicts = vec![None; nodes.len()];
    let drafts = files.iter().filter_map(|at| nodes.get(*at)).map(|node| node.draft);
    let is_one_draft = drafts.clone().all(|draft| Some(draft) == drafts.clone().next());
    let mut covered = UnitSet::default();
    let mut are_apart = true;
    for at in files {
        match part(nodes, *at) {
            Some(part) if !part.meets(&covered) => covered.union(part),
            _ => are_apart = false,
        }
    }
    let is_clear = files.len() == 1 || (is_one_draft && are_apart);
    for at in files {
        let why = Why::Chosen { decision: chosen.decision.to_owned(), is_later: false };
        let counts = is_clear && !chosen.is_contradictory;
        set(&mut verdicts, *at, if counts { Verdict::Counts(why) } else { Verdict::Aside(Cause::ChosenTwice) });
    }
    verdicts
}

/// Of files that say the same (and not of those of which that is not known) only the one with the most edits is left; the others are done with.
fn without_the_same(nodes: &[Node<'_>], mut last: Vec<usize>, verdicts: &mut [Option<Verdict>]) -> Vec<usize> {
    let rank = |at: &usize| nodes.get(*at).map(|node| (node.content, &node.part, node.revision, node.key));
    let said =
        |at: &usize| nodes.get(*at).filter(|node| node.content != [0; 16]).map(|node| (node.content, &node.part));
    last.sort_unstable_by_key(rank);
    let mut left = Vec::new();
    for same in last.chunk_by(|one, other| said(one).is_some() && said(one) == said(other)) {
        let Some((best, others)) = same.split_last() else { continue };
        left.push(*best);
        for at in others {
            set(verdicts, *at, superseded(nodes, *best, Supersession::SameContent));
        }
    }
    left.sort_unstable();
    left
}

fn superseded(nodes: &[Node<'_>], by: usize, how: Supersession) -> Verdict {
    let by = nodes.get(by).map(|node| node.key.clone()).unwrap_or_default();
    Verdict::Superseded { by, how }
}

fn part<'a>(nodes: &'a [Node<'_>], at: usize) -> Option<&'a UnitSet> {
    nodes.get(at)?.part.as_ref()
}

fn is(list: &[bool], at: usize) -> bool {
    list.get(at) == Some(&true)
}

fn set(verdicts: &mut [Option<Verdict>], at: usize, verdict: Verdict) {
    if let Some(place) = verdicts.get_mut(at) {
        *place = Some(verdict);
    }
}

fn aside(verdicts: &mut [Option<Verdict>], places: &[usize], cause: &Cause) {
    for at in places {
        set(verdicts, *at, Verdict::Aside(cause.clone()));
    }
}

#[cfg(test)]
mod tests;
