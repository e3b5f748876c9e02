//! What a person decides about a file: which unit it belongs to, whether it counts, or that it is left out.

use super::context::Context;
use super::reasoned::Reasoned;
use coordination::msg::Msg;
use coordination::views::files::Decidable;
use domain::assessment::UnitRef;
use gathering::decisions::{Choice, Claim, Decision, FileRef, LeftOut, UnitIs, own_id};
use gathering::units::Suggestion;
use gathering::verdict::Verdict;
use std::rc::Rc;
use ui::disclosure::{Disclosed, disclosure};
use ui::unit_picker::{UnitPicker, Units};
use ui::view;
use yew::prelude::*;

/// The units that it may be, each a click away.
pub(super) fn suggested(ctx: &Context, one: &Decidable) -> Html {
    let texts = &ctx.texts().files;
    let offer = |suggestion: &Suggestion| {
        let decision = unit_is(&one.assessed.claim, suggestion.unit.clone());
        view! {
            <li>
                <button type="button" class="btn" onclick={ctx.click(Msg::Decide(Box::new(decision)))}>
                    { (texts.yes)(&suggestion.name) }
                </button>
            </li>
        }
    };
    let Some(first) = one.suggestions.first() else { return Html::default() };
    view! {
        <div class="suggested no-print">
            <p>{ (texts.is_it)(&first.name) }</p>
            <ul role="list">{ for one.suggestions.iter().map(offer) }</ul>
        </div>
    }
}

/// What can be decided, behind a button; `id` is unique in the page.
pub(super) fn deciding(ctx: &Context, id: &str, one: Decidable, is_listed: bool) -> Html {
    if matches!(one.assessed.verdict, Verdict::Duplicate { .. }) {
        return Html::default();
    }
    let texts = &ctx.texts().files;
    let (ctx, own) = (ctx.clone(), id.to_owned());
    let content = move || {
        ctx.finished(view! {
            <div class="deciding">
                if one.asks_unit || is_listed {
                    { whose(&ctx, &own, &one) }
                }
                { chosen(&ctx, &own, &one) }
                { left_out(&ctx, &own, &one) }
            </div>
        })
    };
    let opened = disclosure(["decide-", id].concat(), texts.decide.to_owned(), Disclosed::default(), content);
    view! { <div class="decide no-print">{ opened }</div> }
}

/// Says whose it is.
fn whose(ctx: &Context, id: &str, one: &Decidable) -> Html {
    let texts = &ctx.texts().files;
    let claim = one.assessed.claim.clone();
    let roster = Units(Rc::clone(&ctx.store.0.model().roster));
    let on_choose = {
        let claim = claim.clone();
        ctx.sender(move |unit: UnitRef| {
            let id = if unit.id.is_empty() { own_id(&claim.group, &claim.name) } else { unit.id };
            Msg::Decide(Box::new(unit_is(&claim, id)))
        })
    };
    let own = unit_is(&claim, own_id(&claim.group, &claim.name));
    let picker = yew::html! {
        <UnitPicker id={["unit-", id].concat()} label={texts.which_unit} lang={ctx.lang} {roster} {on_choose} />
    };
    view! {
        <div class="decide-unit">
            { picker }
            if one.asks_unit && !claim.name.trim().is_empty() {
                <button type="button" class="btn" onclick={ctx.click(Msg::Decide(Box::new(own)))}>
                    { (texts.own_unit)(&claim.name) }
                </button>
            }
            <p class="hint">{ texts.unit_hint }</p>
        </div>
    }
}

fn unit_is(claim: &UnitRef, unit: String) -> Decision {
    let unit_is = UnitIs { claim: Claim::of(claim), unit, ..UnitIs::default() };
    Decision { unit_is: Some(unit_is), ..Decision::default() }
}

/// Under which name a reason is kept while it is typed: the same wherever the file is shown.
fn kept_as(what: &str, one: &Decidable) -> String {
    let key = &one.assessed.key;
    [what, " ", &key.sha256, " ", &key.index.to_string()].concat()
}

/// Has it count in the place of the others of its unit.
fn chosen(ctx: &Context, id: &str, one: &Decidable) -> Html {
    let Some((unit, over)) = one.choice.clone() else { return Html::default() };
    let texts = &ctx.texts().files;
    let file = FileRef::of(&one.assessed.key);
    let on_done = ctx.sender(move |reason: String| {
        let (unit, over) = (unit.clone(), over.clone());
        let choice = Choice { unit, files: vec![file.clone()], over, reason, ..Choice::default() };
        Msg::Decide(Box::new(Decision { choice: Some(choice), ..Decision::default() }))
    });
    yew::html! {
        <Reasoned ctx={ctx.clone()} id={["choose-", id].concat()} label={ctx.texts().common.reason} hint={texts.choose_hint}
            button={texts.choose} kept_as={kept_as("choose", one)} {on_done} />
    }
}

/// Leaves it out, or takes that back.
fn left_out(ctx: &Context, id: &str, one: &Decidable) -> Html {
    let texts = &ctx.texts().files;
    let file = FileRef::of(&one.assessed.key);
    let decided = move |reason: String| {
        let left_out = LeftOut { file: file.clone(), reason, ..LeftOut::default() };
        Msg::Decide(Box::new(Decision { left_out: Some(left_out), ..Decision::default() }))
    };
    if matches!(one.assessed.verdict, Verdict::LeftOut { .. }) {
        // Without a reason it says nothing, which takes back what was said.
        let onclick = ctx.click(decided(String::new()));
        return view! { <button type="button" class="btn" {onclick}>{ texts.take_in }</button> };
    }
    let on_done = ctx.sender(decided);
    yew::html! {
        <Reasoned ctx={ctx.clone()} id={["leave-out-", id].concat()} label={ctx.texts().common.reason} hint={texts.leave_out_hint}
            button={texts.leave_out} needs_text={true} kept_as={kept_as("leave-out", one)} {on_done} />
    }
}
