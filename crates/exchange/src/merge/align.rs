//! Which rows of the file's lists are rows of the draft's. Each machine gives its own ids, so ids alone prove nothing.

use super::pair::{Index, Row, pairs};
use domain::assessment::{Assessment, Evidence, NextStep, Proposal};
use domain::checks::document_number;
use domain::date::DateText;
use json::Unknown;

/// The file's assessment with the draft's ids: an entry of the register that the draft has too bears the draft's id, and so
/// does a next step and a proposal; what the draft does not have bears an id that the draft has not given. References follow, and those
/// that lead nowhere are left out.
pub(super) fn aligned(mine: &Assessment, theirs: &Assessment) -> Assessment {
    let mut aligned = theirs.clone();
    let rows = entry_rows(&theirs.evidence);
    let ids = entry_ids(&mine.evidence, &rows);
    for (entry, id) in aligned.evidence.iter_mut().zip(&ids) {
        entry.id.clone_from(id);
    }
    let by_id = Index::by_id(&rows);
    let id_of = |old: &String| ids.get(by_id.first(&[old.as_str()])?).cloned();
    let mut free = FreeIds::new(step_ids(mine), step_ids(theirs));
    for (requirement, answer) in theirs.answers.keys().zip(aligned.answers.values_mut()) {
        answer.evidence = answer.evidence.iter().filter_map(id_of).collect();
        let own = mine.answers.get(requirement).map(|answer| answer.next_steps.as_slice()).unwrap_or_default();
        align_steps(own, &mut answer.next_steps, &mut free);
    }
    align_proposals(&mine.proposals, &mut aligned.proposals);
    aligned
}

fn align_proposals(mine: &[Proposal], theirs: &mut [Proposal]) {
    let ids = {
        let (mine, theirs) = (proposal_rows(mine), proposal_rows(theirs));
        let mut free = FreeIds::new(ids_of(&mine), ids_of(&theirs));
        new_ids(&mine, &theirs, &mut free)
    };
    for (proposal, id) in theirs.iter_mut().zip(ids) {
        proposal.id = id;
    }
}

fn ids_of<'a>(rows: &[Row<'a>]) -> Vec<&'a str> {
    rows.iter().map(|row| row.id).collect()
}

fn step_ids(of: &Assessment) -> Vec<&str> {
    of.answers.values().flat_map(|answer| &answer.next_steps).map(|step| step.id.as_str()).collect()
}

/// The id that each entry of the file's register gets.
fn entry_ids(mine: &[Evidence], theirs: &[Row<'_>]) -> Vec<String> {
    let mine = entry_rows(mine);
    let mut free = FreeIds::new(ids_of(&mine), ids_of(theirs));
    new_ids(&mine, theirs, &mut free)
}

fn align_steps(mine: &[NextStep], theirs: &mut [NextStep], free: &mut FreeIds<'_>) {
    let ids = new_ids(&step_rows(mine), &step_rows(theirs), free);
    for (step, id) in theirs.iter_mut().zip(ids) {
        step.id = id;
    }
}

fn new_ids(mine: &[Row<'_>], theirs: &[Row<'_>], free: &mut FreeIds<'_>) -> Vec<String> {
    let id = |(row, pair): (&Row<'_>, Option<usize>)| match pair.and_then(|at| mine.get(at)) {
        Some(own) => own.id.to_owned(),
        None => free.take(row.id),
    };
    theirs.iter().zip(pairs(mine, theirs)).map(id).collect()
}

/// Ids for rows that the draft does not have.
struct FreeIds<'a> {
    mine: Vec<&'a str>,
    /// The file's ids, and whether a row has got each one.
    theirs: Vec<(&'a str, bool)>,
    /// Counts up, so that no id is made twice, and a file that already uses such ids costs no time.
    number: usize,
}

impl<'a> FreeIds<'a> {
    fn new(mut mine: Vec<&'a str>, theirs: Vec<&'a str>) -> Self {
        mine.sort_unstable();
        let mut theirs: Vec<(&str, bool)> = theirs.into_iter().map(|id| (id, false)).collect();
        theirs.sort_unstable();
        theirs.dedup();
        let number = mine.len();
        Self { mine, theirs, number }
    }

    /// The id, or one derived from it, but never one that the file uses: after the merge the row would be mistaken for another.
    fn take(&mut self, id: &str) -> String {
        if !id.is_empty()
            && !self.is_mine(id)
            && let Some((_, given @ false)) = self.at(id).and_then(|at| self.theirs.get_mut(at))
        {
            *given = true;
            return id.to_owned();
        }
        loop {
            self.number += 1;
            let made = [id, "-", &self.number.to_string()].concat();
            if !self.is_mine(&made) && self.at(&made).is_none() {
                return made;
            }
        }
    }

    fn is_mine(&self, id: &str) -> bool {
        self.mine.binary_search(&id).is_ok()
    }

    fn at(&self, id: &str) -> Option<usize> {
        self.theirs.binary_search_by(|(other, _)| (*other).cmp(id)).ok()
    }
}

fn entry_rows(entries: &[Evidence]) -> Vec<Row<'_>> {
    let mut rows = Vec::with_capacity(entries.len());
    for entry in entries {
        rows.push(Row { id: &entry.id, number: document_number(entry), texts: texts_of(entry) });
    }
    rows
}

fn texts_of(entry: &Evidence) -> Vec<&str> {
    vec![&entry.number, entry.date.as_str(), &entry.issuer, &entry.summary, &entry.section, &entry.url]
}

fn step_rows(steps: &[NextStep]) -> Vec<Row<'_>> {
    let mut rows = Vec::with_capacity(steps.len());
    for step in steps {
        rows.push(Row { id: &step.id, number: String::new(), texts: step_texts(step).to_vec() });
    }
    rows
}

/// Whether two steps say the same, whatever their ids.
pub(super) fn is_same_step(one: &NextStep, other: &NextStep) -> bool {
    step_texts(one) == step_texts(other)
}

fn step_texts(step: &NextStep) -> [&str; 5] {
    [&step.task, &step.owner, step.due.as_str(), step.done_at.as_str(), &step.result]
}

fn proposal_rows(proposals: &[Proposal]) -> Vec<Row<'_>> {
    let mut rows = Vec::with_capacity(proposals.len());
    for one in proposals {
        rows.push(Row { id: &one.id, number: String::new(), texts: vec![&one.text, &one.to] });
    }
    rows
}

/// Whether two proposals say the same, whatever their ids.
pub(super) fn is_same_proposal(one: &Proposal, other: &Proposal) -> bool {
    (&one.text, &one.to) == (&other.text, &other.to)
}

/// The first, or the other one if the first is empty.
fn filled(mine: &str, theirs: &str) -> String {
    if mine.is_empty() { theirs.to_owned() } else { mine.to_owned() }
}

fn filled_date(mine: &DateText, theirs: &DateText) -> DateText {
    if mine.is_empty() { theirs.clone() } else { mine.clone() }
}

/// Joins two proposals that complement each other.
pub(super) fn whole_proposal(mine: &Proposal, theirs: &Proposal) -> Proposal {
    Proposal {
        id: mine.id.clone(),
        text: filled(&mine.text, &theirs.text),
        to: filled(&mine.to, &theirs.to),
        unknown: Unknown(mine.unknown.0.clone()),
    }
}

/// Joins two steps that complement each other.
pub(super) fn whole_step(mine: &NextStep, theirs: &NextStep) -> NextStep {
    NextStep {
        id: mine.id.clone(),
        task: filled(&mine.task, &theirs.task),
        owner: filled(&mine.owner, &theirs.owner),
        due: filled_date(&mine.due, &theirs.due),
        done_at: filled_date(&mine.done_at, &theirs.done_at),
        result: filled(&mine.result, &theirs.result),
        unknown: Unknown(mine.unknown.0.clone()),
    }
}
