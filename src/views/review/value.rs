//! The value of one of the two sides at a place.

use super::looked::{LOOKED_AT, not_understood_list};
use crate::views::context::ViewContext;
use crate::views::form::pieces::{joined, more, status_mark};
use domain::assessment::{Answer, Assessment, Evidence, NextStep, Proposal};
use domain::field::Field;
use exchange::merge::{Comparison, MergePart, not_understood};
use ui::view;
use yew::prelude::*;

/// One of the two.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Mine,
    Theirs,
}

/// Its value. In a text the middle is marked in which it differs from the other's.
pub(super) fn value(ctx: &ViewContext, comparison: &Comparison, part: &MergePart, side: Side) -> Html {
    let (own, other) = match side {
        Side::Mine => (&comparison.mine, &comparison.theirs),
        Side::Theirs => (&comparison.theirs, &comparison.mine),
    };
    match part {
        MergePart::Text(field) => text(own, other, field),
        MergePart::Newer => not_understood_list(ctx, &not_understood(own)),
        MergePart::OptIn(_) => view! { <p>{ ctx.texts().review.takes_part }</p> },
        MergePart::Entry(id) => list(ctx, own.evidence_by_id(id).map(|entry| document(ctx, entry)), 1),
        MergePart::Proposals => {
            let directive = ctx.runtime.model().directive.clone();
            let one = |proposal: &Proposal| joined(&[&proposal.text, directive.proposal_level(&proposal.to)], "; ");
            list(ctx, own.proposals.iter().map(one), own.proposals.len())
        }
        MergePart::SelfRating => view! { <p lang="vi">{ rating(ctx, own) }</p> },
        MergePart::Status(requirement) | MergePart::Picks(requirement) | MergePart::Steps(requirement) => {
            let blank = Answer::default();
            let answer = own.answers.get(requirement).unwrap_or(&blank);
            let form = &ctx.texts().form;
            match part {
                MergePart::Status(_) => {
                    view! { <p>{ status_mark(form, answer.status) }{ " " }{ (form.status)(answer.status) }</p> }
                }
                MergePart::Picks(_) => {
                    let picked = answer.evidence.iter().filter_map(|id| own.evidence_by_id(id));
                    list(ctx, picked.map(|entry| document(ctx, entry)), answer.evidence.len())
                }
                _ => list(ctx, answer.next_steps.iter().map(step), answer.next_steps.len()),
            }
        }
    }
}

/// The first of that many items.
fn list(ctx: &ViewContext, items: impl IntoIterator<Item = Html>, count: usize) -> Html {
    let items = items.into_iter().take(LOOKED_AT).map(|item| view! { <li>{ item }</li> });
    view! { <><ul lang="vi">{ for items }</ul>{ more(ctx, count.saturating_sub(LOOKED_AT)) }</> }
}

fn text(own: &Assessment, other: &Assessment, field: &Field) -> Html {
    let (own, other) = (own.text(field), other.text(field));
    let (start, end) = differing(&own, &other);
    let piece = |from: usize, to: usize| own.get(from..to).unwrap_or_default().to_owned();
    let differing = piece(start, end);
    let marked = if other.is_empty() || differing.is_empty() {
        view! { { differing } }
    } else {
        view! { <mark>{ differing }</mark> }
    };
    view! { <p class="words" lang="vi">{ piece(0, start) }{ marked }{ piece(end, own.len()) }</p> }
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
fn document(ctx: &ViewContext, entry: &Evidence) -> Html {
    let number = if entry.number.trim().is_empty() { ctx.texts().form.unnumbered } else { &entry.number };
    joined(&[number, &entry.date.to_display(), &entry.issuer, &entry.summary, &entry.section, &entry.url], "; ")
}

fn step(step: &NextStep) -> Html {
    joined(&[&step.task, &step.owner, &step.due.to_display(), &step.done_at.to_display(), &step.result], "; ")
}

fn rating(ctx: &ViewContext, assessment: &Assessment) -> String {
    let rating = &assessment.self_rating;
    let directive = ctx.runtime.model().directive.clone();
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
