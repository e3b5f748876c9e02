//! Which rows of the file's lists are rows of the draft's: ids are given on each machine anew, so they alone tell nothing.

use crate::domain::assessment::{Assessment, Evidence, NextStep};
use crate::domain::checks::is_likely_same;
use crate::json::Unknown;

/// The file's assessment with the draft's ids: an entry of the register that the draft has too bears the draft's id, and so
/// does a next step; what the draft does not have bears an id that the draft has not given. References follow, and those
/// that lead nowhere are left out.
pub(super) fn aligned(mine: &Assessment, theirs: &Assessment) -> Assessment {
    let mut aligned = theirs.clone();
    let ids = entry_ids(mine, theirs);
    for (entry, id) in aligned.evidence.iter_mut().zip(&ids) {
        entry.id.clone_from(id);
    }
    let id_of = |old: &String| {
        let at = theirs.evidence.iter().position(|entry| entry.id == *old)?;
        ids.get(at).cloned()
    };
    let mut used: Vec<String> =
        mine.answers.values().flat_map(|answer| &answer.next_steps).map(|step| step.id.clone()).collect();
    for (requirement, answer) in theirs.answers.keys().zip(aligned.answers.values_mut()) {
        answer.evidence = answer.evidence.iter().filter_map(id_of).collect();
        let own = mine.answers.get(requirement).map(|answer| answer.next_steps.as_slice()).unwrap_or_default();
        align_steps(own, &mut answer.next_steps, &mut used);
    }
    aligned
}

/// The id that each entry of the file's register gets.
fn entry_ids(mine: &Assessment, theirs: &Assessment) -> Vec<String> {
    // From the surest sign to the least. A document is known by its number and date; what has no number yet, by the id
    // that it has had since before the two went apart.
    let signs: [fn(&Evidence, &Evidence) -> bool; 4] = [
        has_same_content,
        |one, other| one.number == other.number && is_likely_same(one, other),
        is_likely_same,
        |one, other| one.id == other.id && adds_up(one, other),
    ];
    let pairs = pairs(&mine.evidence, &theirs.evidence, |entry| &entry.id, &signs);
    let mut used: Vec<String> = mine.evidence.iter().map(|entry| entry.id.clone()).collect();
    let id = |(entry, pair): (&Evidence, &Option<usize>)| match pair.and_then(|at| mine.evidence.get(at)) {
        Some(own) => own.id.clone(),
        None => unused(&entry.id, &mut used),
    };
    theirs.evidence.iter().zip(&pairs).map(id).collect()
}

fn align_steps(mine: &[NextStep], theirs: &mut [NextStep], used: &mut Vec<String>) {
    let signs: [fn(&NextStep, &NextStep) -> bool; 2] =
        [is_same_step, |one, other| one.id == other.id && step_adds_up(one, other)];
    let pairs = pairs(mine, theirs, |step| &step.id, &signs);
    for (step, pair) in theirs.iter_mut().zip(pairs) {
        step.id = match pair.and_then(|at| mine.get(at)) {
            Some(own) => own.id.clone(),
            None => unused(&step.id, used),
        };
    }
}

/// For each row of the file the row of the draft that it is, by the first sign that holds; no row is taken twice. Of several
/// that a sign fits, the one with the same id is it, else one whose id was made of that when it came in, else one whose id no
/// other row of the file has: that other row may have no better sign than its id.
fn pairs<T>(mine: &[T], theirs: &[T], id: fn(&T) -> &str, signs: &[fn(&T, &T) -> bool]) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = vec![None; theirs.len()];
    let mut taken = vec![false; mine.len()];
    let named: Vec<bool> = mine.iter().map(|own| theirs.iter().any(|row| id(row) == id(own))).collect();
    let rank = |own: &T, is_named: bool, row: &T| match id(own).strip_prefix(id(row)) {
        Some("") => 0,
        Some(rest) if rest.starts_with('-') => 1,
        _ => 2 + u8::from(is_named),
    };
    for (sign, wanted) in signs.iter().flat_map(|sign| (0..4).map(move |wanted| (sign, wanted))) {
        for (pair, row) in pairs.iter_mut().zip(theirs).filter(|(pair, _)| pair.is_none()) {
            let mut free = mine.iter().zip(&named).zip(&mut taken).enumerate().filter(|(_, (_, taken))| !**taken);
            let found = free.find(|(_, ((own, named), _))| rank(own, **named, row) == wanted && sign(own, row));
            if let Some((own, (_, taken))) = found {
                *taken = true;
                *pair = Some(own);
            }
        }
    }
    pairs
}

/// The id, or one made of it that nothing has yet.
fn unused(id: &str, used: &mut Vec<String>) -> String {
    let mut free = id.to_owned();
    // Most likely free at once, also where a file gives one id to thousands of rows.
    let mut number = used.len() + 1;
    while free.is_empty() || used.contains(&free) {
        free = [id, "-", &number.to_string()].concat();
        number += 1;
    }
    used.push(free.clone());
    free
}

fn has_same_content(one: &Evidence, other: &Evidence) -> bool {
    texts_of(one) == texts_of(other)
}

/// Whether nothing in the one speaks against the other: each text is the same, or one of the two lacks it.
fn adds_up(one: &Evidence, other: &Evidence) -> bool {
    texts_of(one).iter().zip(texts_of(other)).all(|(one, other)| is_no_contradiction(one, other))
}

fn texts_of(entry: &Evidence) -> [&str; 6] {
    [&entry.number, entry.date.as_str(), &entry.issuer, &entry.summary, &entry.section, &entry.url]
}

/// Whether two steps say the same, whatever their ids.
pub(super) fn is_same_step(one: &NextStep, other: &NextStep) -> bool {
    step_texts(one) == step_texts(other)
}

fn step_adds_up(one: &NextStep, other: &NextStep) -> bool {
    step_texts(one).iter().zip(step_texts(other)).all(|(one, other)| is_no_contradiction(one, other))
}

fn step_texts(step: &NextStep) -> [&str; 3] {
    [&step.task, &step.owner, step.due.as_str()]
}

fn is_no_contradiction(one: &str, other: &str) -> bool {
    one == other || one.is_empty() || other.is_empty()
}

/// One step of two that add up.
pub(super) fn whole_step(mine: &NextStep, theirs: &NextStep) -> NextStep {
    let text = |mine: &String, theirs: &String| if mine.is_empty() { theirs.clone() } else { mine.clone() };
    NextStep {
        id: mine.id.clone(),
        task: text(&mine.task, &theirs.task),
        owner: text(&mine.owner, &theirs.owner),
        due: if mine.due.is_empty() { theirs.due.clone() } else { mine.due.clone() },
        unknown: Unknown(mine.unknown.0.clone()),
    }
}
