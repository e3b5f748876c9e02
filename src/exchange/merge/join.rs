//! Two values in one place.

use super::align::whole_step;
use crate::domain::assessment::NextStep;
use crate::domain::field::Field;

/// Between two texts of one line.
const BESIDE: &str = " / ";

/// Both texts. Where one holds the other already, as when a colleague has written on, it is enough. A text of several lines
/// has the file's below `mark`, a line that tells where it comes from; in a text of one line the two stand side by side.
pub(super) fn texts(field: &Field, mine: &str, theirs: &str, mark: &str) -> String {
    if holds(mine, theirs) || stands_beside(mine, theirs) {
        return mine.to_owned();
    }
    if holds(theirs, mine) || stands_beside(theirs, mine) {
        return theirs.to_owned();
    }
    if has_lines(field) { [mine, "\n\n", mark, "\n", theirs].concat() } else { [mine, BESIDE, theirs].concat() }
}

/// Whether every line of the other text is in this one, one after the other.
fn holds(text: &str, other: &str) -> bool {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(other)).map(|at| from + at) {
        let end = at + other.len();
        let begins = at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
        let ends = end == text.len() || text.as_bytes().get(end) == Some(&b'\n');
        if begins && ends {
            return true;
        }
        from = at + other.chars().next().map_or(1, char::len_utf8);
    }
    // Its last line was written on, and not in the middle of a word or a figure.
    let next = text.strip_prefix(other).and_then(|rest| rest.chars().next());
    next.is_some_and(|next| !next.is_alphanumeric() && !matches!(next, '.' | ','))
}

/// Whether the other text stands in this one as one of two, and be it two itself.
fn stands_beside(text: &str, other: &str) -> bool {
    [BESIDE, text, BESIDE].concat().contains(&[BESIDE, other, BESIDE].concat())
}

/// Whether the form has several lines for it.
fn has_lines(field: &Field) -> bool {
    matches!(field, Field::Overall | Field::Proposals | Field::Answer(..))
}

/// The draft's ids, and those of the file that it lacks.
pub(super) fn ids(mine: &[String], theirs: &[String]) -> Vec<String> {
    let mut all = mine.to_vec();
    for id in theirs {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}

/// The draft's steps, filled up from the file's where both have one, and the file's others below.
pub(super) fn steps(mine: &[NextStep], theirs: &[NextStep]) -> Vec<NextStep> {
    let other = |step: &NextStep| theirs.iter().find(|other| other.id == step.id);
    let mut all: Vec<NextStep> =
        mine.iter().map(|step| other(step).map_or_else(|| step.clone(), |other| whole_step(step, other))).collect();
    all.extend(theirs.iter().filter(|step| mine.iter().all(|own| own.id != step.id)).cloned());
    all
}
