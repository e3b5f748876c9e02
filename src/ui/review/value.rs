//! What one of the two sides has at a place.

use super::{LOOKED_AT, not_understood_list};
use crate::domain::assessment::{Answer, Assessment, Evidence, NextStep};
use crate::domain::field::Field;
use crate::exchange::merge::{Comparison, Part, not_understood};
use crate::ui::form::pieces::{joined, more, status_mark};
use crate::ui::html::html;
use crate::ui::store::Reach;
use yew::prelude::*;

/// One of the two.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Mine,
    Theirs,
}

/// Its value. In a text the middle is marked in which it differs from the other's.
pub(super) fn value(reach: &Reach, comparison: &Comparison, part: &Part, side: Side) -> Html {
    let (own, other) = match side {
        Side::Mine => (&comparison.mine, &comparison.theirs),
        Side::Theirs => (&comparison.theirs, &comparison.mine),
    };
    match part {
        Part::Text(field) => text(own, other, field),
        Part::Newer => not_understood_list(reach, &not_understood(own)),
        Part::OptIn(_) => html! { <p>{ reach.texts().review.takes_part }</p> },
        Part::Entry(id) => list(reach, own.evidence_by_id(id).map(|entry| document(reach, entry)), 1),
        Part::SelfRating => html! { <p lang="vi">{ rating(reach, own) }</p> },
        Part::Status(requirement) | Part::Picks(requirement) | Part::Steps(requirement) => {
            let blank = Answer::default();
            let answer = own.answers.get(requirement).unwrap_or(&blank);
            let form = &reach.texts().form;
            match part {
                Part::Status(_) => {
                    html! { <p>{ status_mark(form, answer.status) }{ " " }{ (form.status)(answer.status) }</p> }
                }
                Part::Picks(_) => {
                    let picked = answer.evidence.iter().filter_map(|id| own.evidence_by_id(id));
                    list(reach, picked.map(|entry| document(reach, entry)), answer.evidence.len())
                }
                _ => list(reach, answer.next_steps.iter().map(step), answer.next_steps.len()),
            }
        }
    }
}

/// The first of so many items.
fn list(reach: &Reach, items: impl IntoIterator<Item = Html>, count: usize) -> Html {
    let items = items.into_iter().take(LOOKED_AT).map(|item| html! { <li>{ item }</li> });
    html! { <><ul lang="vi">{ for items }</ul>{ more(reach, count.saturating_sub(LOOKED_AT)) }</> }
}

fn text(own: &Assessment, other: &Assessment, field: &Field) -> Html {
    let (own, other) = (own.text(field), other.text(field));
    let (start, end) = differing(&own, &other);
    let piece = |from: usize, to: usize| own.get(from..to).unwrap_or_default().to_owned();
    let differing = piece(start, end);
    let marked = if other.is_empty() || differing.is_empty() {
        html! { { differing } }
    } else {
        html! { <mark>{ differing }</mark> }
    };
    html! { <p class="words" lang="vi">{ piece(0, start) }{ marked }{ piece(end, own.len()) }</p> }
}

/// Where in the first text the part begins and ends in which the two differ, by whole words.
fn differing(one: &str, other: &str) -> (usize, usize) {
    let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let start = if same == one.len() && same == other.len() { same } else { word_before(one, same) };
    let most = one.len().min(other.len()) - start;
    let same = one.bytes().rev().zip(other.bytes().rev()).take(most).take_while(|(one, other)| one == other).count();
    (start, word_after(one, one.len() - same))
}

/// The last place at or before `at` where a word begins.
fn word_before(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let is_space = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_whitespace);
    (0..=at).rev().find(|at| *at == 0 || is_space(*at - 1)).unwrap_or(0)
}

/// The first place at or after `at` that is in no word.
fn word_after(text: &str, at: usize) -> usize {
    let is_space = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_whitespace);
    let between = at == 0 || is_space(at - 1);
    if between { at } else { (at..text.len()).find(|at| is_space(*at)).unwrap_or(text.len()) }
}

/// A document in a line.
fn document(reach: &Reach, entry: &Evidence) -> Html {
    let number = if entry.number.trim().is_empty() { reach.texts().form.unnumbered } else { &entry.number };
    joined(&[number, &entry.date.to_display(), &entry.issuer, &entry.summary, &entry.section, &entry.url], "; ")
}

fn step(step: &NextStep) -> Html {
    joined(&[&step.task, &step.owner, &step.due.to_display()], "; ")
}

fn rating(reach: &Reach, assessment: &Assessment) -> String {
    let rating = &assessment.self_rating;
    let directive = reach.store.model().directive.clone();
    let scale = directive.rating_scales.iter().find(|scale| scale.id == rating.scale);
    let level = scale.and_then(|scale| scale.levels.iter().find(|level| level.id == rating.level));
    level.map_or_else(|| rating.level.clone(), |level| level.name.clone())
}

#[cfg(test)]
mod tests {
    use super::differing;

    fn marked(one: &str, other: &str) -> String {
        let (start, end) = differing(one, other);
        one.get(start..end).unwrap_or("?").to_owned()
    }

    #[test]
    fn what_differs_is_marked_by_whole_words() {
        assert_eq!(marked("Đã mở 12 lớp", "Đã mở 14 lớp"), "12");
        assert_eq!(marked("Đã mở lớp", "Đã mở 14 lớp"), "");
        assert_eq!(marked("Đã mở 14 lớp", "Đã mở lớp"), "14 ");
        assert_eq!(marked("tiếng", "tiêng"), "tiếng");
        assert_eq!(marked("a a", "a a a"), "");
        assert_eq!(marked("", "x"), "");
        assert_eq!(marked("x", ""), "x");
        assert_eq!(marked("quán triệt", "quán triệt tốt"), "triệt");
    }
}
