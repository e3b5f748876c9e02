//! Joins two values of the same place.

use super::align::{whole_proposal, whole_step};
use domain::assessment::{NextStep, Proposal};
use domain::field::Field;
use domain::fold::is_of_word;
use domain::ids::{Ids, once};

/// Between two texts of one line.
const BESIDE: &str = " / ";

/// Both texts. Where one holds the other already, as when a colleague has written on, it is enough. A text of several lines
/// has the file's below `mark`, a line that tells where it comes from; in a text of one line the two stand side by side.
pub(super) fn texts(field: &Field, mine: &str, theirs: &str, mark: &str) -> String {
    if holds(mine, theirs) {
        return mine.to_owned();
    }
    if holds(theirs, mine) {
        return theirs.to_owned();
    }
    if has_lines(field) { [mine, "\n\n", mark, "\n", theirs].concat() } else { [mine, BESIDE, theirs].concat() }
}

/// Whether this text already contains the other one: as lines, as one of two that are side by side, or as its start.
fn holds(text: &str, other: &str) -> bool {
    // Its last line was written on, and not in the middle of a word or a figure.
    let next = text.strip_prefix(other).and_then(|rest| rest.chars().next());
    let goes_on = next.is_some_and(|next| !is_of_word(next) && !matches!(next, '.' | ','));
    goes_on || is_part(text, other, "\n") || is_part(text, other, BESIDE)
}

/// Whether the other text is one or more of the parts of this one, which are parted so. It is looked for together with what
/// parts it, which takes no longer than reading both; looked at wherever it begins, two texts of one letter took seconds.
fn is_part(text: &str, other: &str, between: &str) -> bool {
    [between, text, between].concat().contains(&[between, other, between].concat())
}

/// Whether the form has several lines for it.
fn has_lines(field: &Field) -> bool {
    matches!(field, Field::Overall | Field::Reply(_) | Field::Answer(..))
}

/// The draft's ids, and those of the file that it lacks.
pub(super) fn ids(mine: &[String], theirs: &[String]) -> Vec<String> {
    let known = Ids::of(mine);
    let mut all = mine.to_vec();
    all.extend(once(theirs).into_iter().filter(|id| !known.has(id)).cloned());
    all
}

/// The draft's steps, completed from the file's where both have the step, and the file's other steps below.
pub(super) fn steps(mine: &[NextStep], theirs: &[NextStep]) -> Vec<NextStep> {
    rows(mine, theirs, |step| &step.id, whole_step)
}

/// The same for the proposals.
pub(super) fn proposals(mine: &[Proposal], theirs: &[Proposal]) -> Vec<Proposal> {
    rows(mine, theirs, |proposal| &proposal.id, whole_proposal)
}

fn rows<T: Clone>(mine: &[T], theirs: &[T], id: fn(&T) -> &String, whole: fn(&T, &T) -> T) -> Vec<T> {
    let (known, others) = (Ids::of(mine.iter().map(id)), Ids::of(theirs.iter().map(id)));
    let other = |row: &T| theirs.get(others.first(id(row))?);
    let mut all: Vec<T> =
        mine.iter().map(|row| other(row).map_or_else(|| row.clone(), |other| whole(row, other))).collect();
    all.extend(theirs.iter().filter(|row| !known.has(id(row))).cloned());
    all
}
