//! A file beside the unit's draft, place by place, with a choice at each.

use super::value::{Side, value};
use crate::views::context::ViewContext;
use app::Msg;
use domain::field::Field;
use exchange::merge::{Choices, Comparison, Difference, Kind, MergeChoice, MergePart};
use std::ops::Range;
use std::rc::Rc;
use ui::pages::pages;
use ui::view;
use yew::prelude::*;

/// As many places are shown at a time.
const AT_A_TIME: usize = 50;

/// What the places are drawn with.
#[derive(Clone)]
struct Beside {
    ctx: ViewContext,
    comparison: Rc<Comparison>,
    choices: Choices,
    /// Whether the draft is compared with another draft, not with a file.
    is_draft: bool,
}

impl Beside {
    /// A text about a file, or about the other draft.
    fn about(&self, text: &str) -> String {
        self.ctx.texts().review.about(text, self.is_draft)
    }
}

/// Where they differ, what is chosen, and what a merge will do. Each review has pages of its own.
pub(super) fn differences(
    ctx: &ViewContext,
    (review, is_draft): (usize, bool),
    comparison: &Rc<Comparison>,
    choices: &Choices,
) -> Html {
    let texts = &ctx.texts().review;
    let count = comparison.differences.len();
    if count == 0 {
        return view! { <p>{ if is_draft { texts.same_drafts } else { texts.same } }</p> };
    }
    let beside = Beside { ctx: ctx.clone(), comparison: comparison.clone(), choices: choices.clone(), is_draft };
    let of = beside.clone();
    let places = move |rows: Range<usize>| {
        let groups = groups(of.comparison.differences.get(rows).unwrap_or_default());
        view! { <>{ for groups.iter().map(|(name, group)| one_group(&of, name, group)) }</> }
    };
    let mentions_register =
        comparison.differences.iter().any(|difference| matches!(difference.part, MergePart::Entry(_)));
    view! {
        <section class="differences" aria-labelledby="differences-title">
            <h3 id="differences-title">{ (texts.differs)(count, comparison.same) }</h3>
            <p class="quiet">{ texts.nothing_yet }</p>
            { for_all(&beside) }
            { pages(ctx.setting(), &["differences-", &review.to_string()].concat(), count, AT_A_TIME, None, places) }
            <p class="outcome" role="status">{ beside.about(&(texts.summary)(comparison.summary(choices))) }</p>
            if mentions_register {
                <p class="quiet">{ texts.referred }</p>
            }
        </section>
    }
}

fn for_all(beside: &Beside) -> Html {
    let Beside { ctx, comparison, choices, .. } = beside;
    let texts = &ctx.texts().review;
    let one = |choice: MergeChoice| {
        let same = |difference: &Difference| choices.of(difference) == difference.settled(choice);
        let is_on = comparison.differences.iter().all(same);
        view! {
            <button type="button" class="btn" aria-pressed={if is_on { "true" } else { "false" }}
                onclick={ctx.click(Msg::Choose(None, choice))}>{ beside.about((texts.all)(choice)) }</button>
        }
    };
    view! {
        <div class="actions" role="group" aria-label={texts.for_all}>
            { for [MergeChoice::Both, MergeChoice::Mine, MergeChoice::Theirs].map(one) }
        </div>
    }
}

/// What belongs together: the general part, each requirement, the register.
#[derive(Clone, PartialEq)]
enum Group {
    General,
    Requirement(String),
    Register,
}

fn group_of(part: &MergePart) -> Group {
    match part {
        MergePart::Entry(_) | MergePart::Text(Field::Evidence(..)) => Group::Register,
        part => {
            let requirement = part.place().and_then(|place| place.requirement().cloned());
            requirement.map_or(Group::General, Group::Requirement)
        }
    }
}

fn groups(differences: &[Difference]) -> Vec<(Group, Vec<&Difference>)> {
    let mut groups: Vec<(Group, Vec<&Difference>)> = Vec::new();
    for difference in differences {
        let group = group_of(&difference.part);
        match groups.iter_mut().find(|(other, _)| *other == group) {
            Some((_, differences)) => differences.push(difference),
            None => groups.push((group, vec![difference])),
        }
    }
    groups
}

fn one_group(beside: &Beside, group: &Group, of: &[&Difference]) -> Html {
    let ctx = &beside.ctx;
    let form = &ctx.texts().form;
    let (id, title) = match group {
        Group::General => ("differences-general".to_owned(), view! { { ctx.texts().review.general } }),
        Group::Register => ("differences-register".to_owned(), view! { { form.register } }),
        Group::Requirement(requirement) => {
            let directive = ctx.runtime.model().directive.clone();
            let title = directive.requirement(requirement).map(|(_, found)| found.title.clone()).unwrap_or_default();
            let heading = view! {
                <><span class="id">{ requirement.clone() }</span>{ " " }<span lang="vi">{ title }</span></>
            };
            (["differences-", requirement].concat(), heading)
        }
    };
    view! {
        <section class="difference-group" key={id.clone()} aria-labelledby={id.clone()}>
            <h4 {id}>{ title }</h4>
            { for of.iter().map(|difference| one(beside, difference)) }
        </section>
    }
}

fn one(beside: &Beside, difference: &Difference) -> Html {
    let Beside { ctx, comparison, .. } = beside;
    let texts = &ctx.texts().review;
    let id = difference.part.dom_id();
    let side = |side: Side, title: String| {
        view! {
            <div class="side">
                <p class="kind">{ title }</p>
                { value(ctx, comparison, &difference.part, side) }
            </div>
        }
    };
    view! {
        <fieldset class="difference" key={id.clone()} id={id.clone()}>
            <legend>
                { name(ctx, comparison, &difference.part) }{ " " }
                <span class="kind">{ beside.about((texts.kind)(difference.kind)) }</span>
            </legend>
            <div class="sides">
                if difference.kind != Kind::OnlyThere {
                    { side(Side::Mine, beside.about(texts.mine)) }
                }
                if difference.kind != Kind::OnlyHere {
                    { side(Side::Theirs, beside.about(texts.theirs)) }
                }
            </div>
            <div class="picks">{ for offered(difference).into_iter().map(|choice| radio(beside, difference, choice)) }</div>
        </fieldset>
    }
}

/// The choices at a place, what is proposed first.
fn offered(difference: &Difference) -> Vec<MergeChoice> {
    match difference.kind {
        Kind::OnlyThere => vec![MergeChoice::Theirs, MergeChoice::Mine],
        Kind::OnlyHere => vec![MergeChoice::Mine, MergeChoice::Theirs],
        Kind::Different if difference.offers_both() => vec![MergeChoice::Both, MergeChoice::Mine, MergeChoice::Theirs],
        Kind::Different => vec![MergeChoice::Mine, MergeChoice::Theirs],
    }
}

fn radio(beside: &Beside, difference: &Difference, choice: MergeChoice) -> Html {
    let Beside { ctx, choices, .. } = beside;
    let name = difference.part.dom_id();
    let part = difference.part.clone();
    let onchange = ctx.sender(move |_: Event| Msg::Choose(Some(part.clone()), choice));
    let is_on = choices.of(difference) == choice;
    view! {
        <label class="choice">
            <input type="radio" {name} checked={is_on} {onchange} />
            <span>{ beside.about((ctx.texts().review.choice)(difference.kind, choice)) }</span>
        </label>
    }
}

/// What the place is called below the heading of its group.
fn name(ctx: &ViewContext, comparison: &Comparison, part: &MergePart) -> Html {
    let form = &ctx.texts().form;
    let text = match part {
        MergePart::Text(field @ Field::Evidence(id, _)) => {
            let number = comparison.mine.evidence_by_id(id).map(|entry| entry.number.clone()).unwrap_or_default();
            let number = if number.trim().is_empty() { form.unnumbered.to_owned() } else { number };
            return view! { <><span lang="vi">{ number }</span>{ " – " }{ (form.label)(field) }</> };
        }
        MergePart::Entry(_) => form.evidence,
        MergePart::Text(field) => (form.label)(field),
        MergePart::Status(_) => form.status_legend,
        MergePart::Picks(_) => form.evidence,
        MergePart::Steps(_) => form.steps,
        MergePart::Proposals => form.proposals,
        MergePart::SelfRating => form.self_rating,
        MergePart::Newer => ctx.texts().review.newer,
        MergePart::OptIn(_) => return view! { { part.place().map(|place| (form.place)(&place)).unwrap_or_default() } },
    };
    view! { { text } }
}
