//! A file beside the unit's draft, place by place, with a choice at each.

use super::value::{Side, value};
use crate::app::Msg;
use crate::domain::field::Field;
use crate::exchange::merge::{Choice, Choices, Comparison, Difference, Kind, Part};
use crate::ui::html::html;
use crate::ui::pages::pages;
use crate::ui::store::Reach;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// As many places are shown at a time.
const AT_A_TIME: usize = 50;

/// Where they differ, what is chosen, and what a merge will do. Each review has pages of its own.
pub(super) fn differences(reach: &Reach, review: usize, comparison: &Rc<Comparison>, choices: &Choices) -> Html {
    let texts = &reach.texts().review;
    let count = comparison.differences.len();
    if count == 0 {
        return html! { <p>{ texts.same }</p> };
    }
    let (own, found, chosen) = (reach.clone(), comparison.clone(), choices.clone());
    let places = move |rows: Range<usize>| {
        let groups = groups(found.differences.get(rows).unwrap_or_default());
        html! { <>{ for groups.iter().map(|(name, group)| one_group(&own, &found, &chosen, name, group)) }</> }
    };
    let mentions_register = comparison.differences.iter().any(|difference| matches!(difference.part, Part::Entry(_)));
    html! {
        <section class="differences" aria-labelledby="differences-title">
            <h3 id="differences-title">{ (texts.differs)(count, comparison.same) }</h3>
            <p class="quiet">{ texts.nothing_yet }</p>
            { for_all(reach, comparison, choices) }
            { pages(&["differences-", &review.to_string()].concat(), count, AT_A_TIME, None, places) }
            <p class="outcome" role="status">{ (texts.summary)(comparison.summary(choices)) }</p>
            if mentions_register {
                <p class="quiet">{ texts.referred }</p>
            }
        </section>
    }
}

fn for_all(reach: &Reach, comparison: &Comparison, choices: &Choices) -> Html {
    let texts = &reach.texts().review;
    let one = |choice: Choice| {
        let same = |difference: &Difference| choices.of(difference) == difference.settled(choice);
        let is_on = comparison.differences.iter().all(same);
        html! {
            <button type="button" class="btn" aria-pressed={if is_on { "true" } else { "false" }}
                onclick={reach.click(Msg::Choose(None, choice))}>{ (texts.all)(choice) }</button>
        }
    };
    html! {
        <div class="actions" role="group" aria-label={texts.for_all}>
            { for [Choice::Both, Choice::Mine, Choice::Theirs].map(one) }
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

fn group_of(part: &Part) -> Group {
    match part {
        Part::Entry(_) | Part::Text(Field::Evidence(..)) => Group::Register,
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

fn one_group(reach: &Reach, comparison: &Comparison, choices: &Choices, group: &Group, of: &[&Difference]) -> Html {
    let form = &reach.texts().form;
    let (id, title) = match group {
        Group::General => ("differences-general".to_owned(), html! { { reach.texts().review.general } }),
        Group::Register => ("differences-register".to_owned(), html! { { form.register } }),
        Group::Requirement(requirement) => {
            let directive = reach.store.model().directive.clone();
            let title = directive.requirement(requirement).map(|(_, found)| found.title.clone()).unwrap_or_default();
            let heading = html! {
                <><span class="id">{ requirement.clone() }</span>{ " " }<span lang="vi">{ title }</span></>
            };
            (["differences-", requirement].concat(), heading)
        }
    };
    html! {
        <section class="difference-group" key={id.clone()} aria-labelledby={id.clone()}>
            <h4 {id}>{ title }</h4>
            { for of.iter().map(|difference| one(reach, comparison, choices, difference)) }
        </section>
    }
}

fn one(reach: &Reach, comparison: &Comparison, choices: &Choices, difference: &Difference) -> Html {
    let texts = &reach.texts().review;
    let id = difference.part.dom_id();
    let side = |side: Side, title: &'static str| {
        html! {
            <div class="side">
                <p class="kind">{ title }</p>
                { value(reach, comparison, &difference.part, side) }
            </div>
        }
    };
    html! {
        <fieldset class="difference" key={id.clone()} id={id.clone()}>
            <legend>
                { name(reach, comparison, &difference.part) }{ " " }
                <span class="kind">{ (texts.kind)(difference.kind) }</span>
            </legend>
            <div class="sides">
                if difference.kind != Kind::OnlyThere {
                    { side(Side::Mine, texts.mine) }
                }
                if difference.kind != Kind::OnlyHere {
                    { side(Side::Theirs, texts.theirs) }
                }
            </div>
            <div class="picks">{ for offered(difference).into_iter().map(|choice| radio(reach, choices, difference, choice)) }</div>
        </fieldset>
    }
}

/// The choices at a place, what is proposed first.
fn offered(difference: &Difference) -> Vec<Choice> {
    match difference.kind {
        Kind::OnlyThere => vec![Choice::Theirs, Choice::Mine],
        Kind::OnlyHere => vec![Choice::Mine, Choice::Theirs],
        Kind::Different if difference.offers_both() => vec![Choice::Both, Choice::Mine, Choice::Theirs],
        Kind::Different => vec![Choice::Mine, Choice::Theirs],
    }
}

fn radio(reach: &Reach, choices: &Choices, difference: &Difference, choice: Choice) -> Html {
    let name = difference.part.dom_id();
    let part = difference.part.clone();
    let onchange = reach.sender(move |_: Event| Msg::Choose(Some(part.clone()), choice));
    let is_on = choices.of(difference) == choice;
    html! {
        <label class="choice">
            <input type="radio" {name} checked={is_on} {onchange} />
            <span>{ (reach.texts().review.choice)(difference.kind, choice) }</span>
        </label>
    }
}

/// What the place is called below the heading of its group.
fn name(reach: &Reach, comparison: &Comparison, part: &Part) -> Html {
    let form = &reach.texts().form;
    let text = match part {
        Part::Text(field @ Field::Evidence(id, _)) => {
            let number = comparison.mine.evidence_by_id(id).map(|entry| entry.number.clone()).unwrap_or_default();
            let number = if number.trim().is_empty() { form.unnumbered.to_owned() } else { number };
            return html! { <><span lang="vi">{ number }</span>{ " – " }{ (form.label)(field) }</> };
        }
        Part::Entry(_) => form.evidence,
        Part::Text(field) => (form.label)(field),
        Part::Status(_) => form.status_legend,
        Part::Picks(_) => form.evidence,
        Part::Steps(_) => form.steps,
        Part::SelfRating => form.self_rating,
        Part::Newer => reach.texts().review.newer,
        Part::OptIn(_) => return html! { { part.place().map(|place| (form.place)(&place)).unwrap_or_default() } },
    };
    html! { { text } }
}
