//! One unit: what it says, which of its files counts, and what became of the others.

use super::lookup::{Assessed, FilePlace, Lookup};
use super::overview::is_missing;
use super::remarks::{self, ShownRemark};
use crate::model::{Model, Open};
use crate::place::Place;
use domain::assessment::{Assessment, Status};
use gathering::facts::Facts;
use gathering::received::Key;
use gathering::register::RegisterLine;
use gathering::verdict::Verdict;
use std::rc::Rc;

/// One unit.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitView {
    /// The gathering's id.
    pub id: String,
    /// The unit's id.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// The name of its group.
    pub group: String,
    /// The names of the units that became part of it.
    pub former: Vec<String>,
    /// Its line of the register.
    pub line: Option<RegisterLine>,
    /// Whether it is to report and has not.
    pub is_missing: bool,
    /// Its files: those first that count, then those that wait, then all others, then those of units that became part of it.
    pub files: Vec<UnitFile>,
    /// The ids of the requirements of which its parts do not speak.
    pub unspoken: Vec<String>,
    /// What is shown of it as on paper: of those that count, else of those that wait, the keys and the assessments.
    pub papers: Vec<(Key, Rc<Assessment>)>,
    /// Whether there is something to be read that was not loaded yet.
    pub is_reading: bool,
    /// What was said to it.
    pub remarks: Vec<ShownRemark>,
    /// What has changed since the file before, by requirement; none where there is no file before.
    pub changed: Option<Vec<Changed>>,
}

/// A file of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitFile {
    /// What it is, and what becomes of it.
    pub assessed: Assessed,
    /// Where it lies.
    pub place: FilePlace,
    /// When it was written, by the clock of the unit's machine; empty where it does not say so.
    pub exported_at: String,
    /// How many edits led to it.
    pub revision: u32,
    /// Whether it may be chosen: it is the unit's, and was not left out.
    pub can_be_chosen: bool,
    /// Whether it is of a unit that became part of this one.
    pub is_beneath: bool,
}

/// What a unit says otherwise than in its file before, of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The requirement's id.
    pub requirement: String,
    /// The status before, and now.
    pub status: (Option<Status>, Option<Status>),
    /// Whether it tells of limitations for the first time, or no more.
    pub limitations: bool,
    /// Whether its steps are others, or have other days.
    pub steps: bool,
}

impl UnitView {
    /// The unit of the address.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let Place::Unit(_, id) = &model.place else { return None };
        let (count, lookup) = (&open.count, Lookup::of(open));
        let at = count.units.row_of(id)?;
        let row = count.units.rows.get(at as usize)?;
        let standing = count.standing.rows.get(at as usize).cloned().unwrap_or_default();
        let own = [&standing.counting, &standing.waiting, &standing.others].into_iter().flatten();
        let files = own.map(|at| (*at, false)).chain(standing.beneath.iter().map(|at| (*at, true)));
        let requirements: Vec<&str> = model.directive.requirements().map(|(_, one)| one.id.as_str()).collect();
        let line = count.register.iter().find(|line| line.unit == at);
        let name_of = |member: &u32| count.units.members.get(*member as usize).map(|member| member.name.clone());
        let files: Vec<UnitFile> =
            files.filter_map(|(at, is_beneath)| file(&lookup, at as usize, is_beneath)).collect();
        let papers = papers(open, &lookup, &files);
        Some(Self {
            id: open.settings.id.clone(),
            unit: row.id.clone(),
            name: row.name.clone(),
            group: count.units.groups.get(row.group as usize).map(|group| group.name.clone()).unwrap_or_default(),
            former: row.former.iter().filter_map(name_of).collect(),
            is_missing: line.is_some_and(is_missing),
            line: line.cloned(),
            unspoken: standing
                .missing
                .iter()
                .filter_map(|at| requirements.get(at as usize).map(|id| (*id).to_owned()))
                .collect(),
            is_reading: !files.is_empty() && papers.is_empty(),
            remarks: remarks::of_row(open, at, &papers.iter().map(|(_, one)| Rc::clone(one)).collect::<Vec<_>>()),
            papers,
            changed: changed(&lookup, &files, &requirements),
            files,
        })
    }
}

impl UnitView {
    /// What was said of a requirement, and stands below it on the paper of that place: on the one that it is about, else on the first that
    /// speaks of the requirement.
    pub fn remarks_at(&self, paper: usize, requirement: &str) -> impl Iterator<Item = &ShownRemark> {
        let of_it = self.remarks.iter().filter(move |one| one.requirement == requirement);
        of_it.filter(move |one| self.paper_of(one) == Some(paper))
    }

    /// What was said of the whole, or of what is on no paper that is shown.
    pub fn other_remarks(&self) -> impl Iterator<Item = &ShownRemark> {
        self.remarks.iter().filter(|one| self.paper_of(one).is_none())
    }

    fn paper_of(&self, one: &ShownRemark) -> Option<usize> {
        let speaks = |assessment: &Assessment| {
            let covered = assessment.covered();
            !one.requirement.is_empty() && (covered.is_empty() || covered.contains(&one.requirement))
        };
        let mut places = self.papers.iter().enumerate().filter(|(_, (_, assessment))| speaks(assessment));
        let first = places.clone().next();
        places.find(|(_, (key, _))| *key.sha256 == *one.about).or(first).map(|(at, _)| at)
    }
}

fn file(lookup: &Lookup<'_>, at: usize, is_beneath: bool) -> Option<UnitFile> {
    let (assessed, received) = (lookup.assessed(at)?, lookup.received(at)?);
    let can_be_chosen = matches!(assessed.verdict, Verdict::Superseded { .. } | Verdict::Aside(_));
    Some(UnitFile {
        place: lookup.place(at),
        exported_at: received.exported_at.clone(),
        revision: received.facts.revision,
        can_be_chosen,
        is_beneath,
        assessed,
    })
}

/// The assessments of this unit in the files that were loaded.
fn papers(open: &Open, lookup: &Lookup<'_>, files: &[UnitFile]) -> Vec<(Key, Rc<Assessment>)> {
    let mut papers: Vec<(Key, Rc<Assessment>)> = Vec::new();
    for (thing, line, assessments) in open.shown.iter().chain(&open.beside) {
        for key in lookup.of_line(thing, *line).iter().filter_map(|at| lookup.received(*at)).map(|one| &one.key) {
            let is_of_unit = files.iter().any(|file| file.assessed.key == *key);
            let is_new = papers.iter().all(|(other, _)| other != key);
            if let Some(assessment) = assessments.get(key.index as usize).filter(|_| is_of_unit && is_new) {
                papers.push((key.clone(), Rc::clone(assessment)));
            }
        }
    }
    papers
}

/// What the file that counts says otherwise than the one whose place it took.
fn changed(lookup: &Lookup<'_>, files: &[UnitFile], requirements: &[&str]) -> Option<Vec<Changed>> {
    let now = files.iter().find(|file| file.assessed.verdict.counts())?;
    let now = lookup.received(now.assessed.at)?;
    let is_before = |file: &&UnitFile| match &file.assessed.verdict {
        Verdict::Superseded { by, .. } => *by == now.key,
        _ => false,
    };
    // Of several that it took the place of, the last: it is the one with the most edits.
    let before = files.iter().filter(is_before).max_by_key(|file| (file.revision, &file.assessed.key))?;
    let before = lookup.received(before.assessed.at)?;
    Some(between(&before.facts, &now.facts, requirements))
}

fn between(before: &Facts, now: &Facts, requirements: &[&str]) -> Vec<Changed> {
    let answer = |facts: &Facts, id: &str| facts.answers.iter().find(|one| one.requirement == id).cloned();
    let one = |id: &&str| {
        let (old, new) = (answer(before, id).unwrap_or_default(), answer(now, id).unwrap_or_default());
        let changed = Changed {
            requirement: (*id).to_owned(),
            status: (old.status, new.status),
            limitations: old.has_limitations != new.has_limitations,
            steps: old.steps != new.steps,
        };
        (old.status != new.status || changed.limitations || changed.steps).then_some(changed)
    };
    requirements.iter().filter_map(one).collect()
}
