//! Groups what was chosen by issue (gộp theo vấn đề).

use crate::chosen::{Excerpt, ExcerptKind};
use crate::figures::Input;
use crate::typed::in_lines;
use domain::ids::Ids;
use gathering::fold::spelled;
use gathering::unit_set::UnitSet;
use std::collections::BTreeMap;

/// What one or several excerpts say alike.
pub(crate) struct Issue<'a> {
    /// The first of them, whose words and id stand for all.
    pub(crate) first: &'a Excerpt,
    /// Its words, without controls and blanks around them.
    pub(crate) text: String,
    /// The places in the directive of the requirements that they were said of.
    requirements: Vec<u32>,
    /// The units that say it and count.
    units: UnitSet,
}

/// All that was chosen.
pub(crate) struct Issues<'a> {
    list: Vec<Issue<'a>>,
    requirements: Vec<&'a str>,
    /// Ids of what none of the units that say it counts.
    pub(crate) left_out: Vec<String>,
}

/// What makes two excerpts one issue.
type Alike<'a> = (ExcerptKind, &'a str, Vec<String>, Vec<String>, &'a str, bool);

impl<'a> Issues<'a> {
    pub(crate) fn of(input: &Input<'a>) -> Self {
        let requirements: Vec<&str> = input.basis.directive.requirements().map(|(_, one)| one.id.as_str()).collect();
        let places = Ids::of(input.basis.directive.requirements().map(|(_, one)| &one.id));
        let mut issues = Self { list: Vec::new(), requirements, left_out: Vec::new() };
        let mut known: BTreeMap<Alike<'_>, usize> = BTreeMap::new();
        for excerpt in &input.chosen.list {
            let units = counting(excerpt, input);
            if units.is_empty() && !excerpt.units.is_empty() {
                issues.left_out.push(excerpt.id.clone());
                continue;
            }
            let alike = alike(excerpt);
            // What has no words is alike to nothing.
            let at = if alike.2.is_empty() { None } else { known.get(&alike).copied() };
            let at = at.unwrap_or(issues.list.len());
            known.insert(alike, at);
            if at == issues.list.len() {
                let text = in_lines(&excerpt.text);
                issues.list.push(Issue { first: excerpt, text, requirements: Vec::new(), units: UnitSet::default() });
            }
            if let Some(issue) = issues.list.get_mut(at) {
                issue.units.union(&units);
                issue.requirements.extend(places.first(&excerpt.requirement).and_then(|at| u32::try_from(at).ok()));
            }
        }
        for issue in &mut issues.list {
            issue.requirements.sort_unstable();
            issue.requirements.dedup();
        }
        issues
    }

    /// Those of one kind, in the order in which they were chosen.
    pub(crate) fn of_kind(&self, kind: ExcerptKind) -> impl Iterator<Item = &Issue<'a>> {
        self.list.iter().filter(move |issue| issue.first.kind == kind)
    }

    /// The ids of the requirements that an issue was said of, in the order of the directive.
    pub(crate) fn requirements(&self, issue: &Issue<'_>) -> Vec<&'a str> {
        issue.requirements.iter().filter_map(|at| self.requirements.get(*at as usize).copied()).collect()
    }
}

impl Issue<'_> {
    /// How many units say it; none where the officer does.
    pub(crate) fn unit_count(&self) -> Option<u32> {
        (!self.units.is_empty()).then(|| self.units.len())
    }

    /// Whether it was said of the requirement at this place in the directive.
    pub(crate) fn is_of(&self, requirement: u32) -> bool {
        self.requirements.contains(&requirement)
    }

    /// Whether it was said of a requirement of the directive.
    pub(crate) fn is_of_any(&self) -> bool {
        !self.requirements.is_empty()
    }
}

/// The units that say it, as far as anything of them counts.
fn counting(excerpt: &Excerpt, input: &Input<'_>) -> UnitSet {
    let rows = excerpt.units.iter().filter_map(|id| input.figures.units.row_of(id));
    rows.filter(|row| input.figures.summary.units.has(*row)).collect()
}

fn alike(excerpt: &Excerpt) -> Alike<'_> {
    // A result stands where its requirement does, a proposal where its level does; the others stand once.
    let place = match excerpt.kind {
        ExcerptKind::Result => excerpt.requirement.as_str(),
        ExcerptKind::Proposal => excerpt.level.as_str(),
        _ => "",
    };
    let (text, owner) = (spelled(&excerpt.text), spelled(&excerpt.owner));
    (excerpt.kind, place, text, owner, excerpt.due.as_str(), !excerpt.done_at.is_empty())
}
