//! The tasks as cards, below the unit that they apply to.

use super::card::card;
use super::card_view::{CardView, UNIT_DOM_ID};
use super::reading::{Local, Reading, ShownDirective};
use crate::views::context::ViewContext;
use app::Msg;
use domain::assessment::UnitRef;
use domain::progress;
use ui::unit_picker::UnitPicker;
use ui::view;
use yew::prelude::*;

const CHANGE_DOM_ID: &str = "read-unit-change";

pub(super) fn cards(ctx: &ViewContext, reading: &Reading) -> Html {
    let ShownDirective { directive, read_as } = &*reading.shown;
    let lines: Vec<_> =
        directive.tasks.iter().map(|task| (task, progress::of_task(task, &read_as.assessment))).collect();
    // One card calls for action: the first with something open.
    let next = lines.iter().find(|(_, progress)| progress.answered < progress.in_scope).map(|(task, _)| &task.id);
    let cards = lines.iter().map(|&(task, progress)| {
        let is_next = read_as.unit.is_some() && next == Some(&task.id);
        card(&CardView { ctx, reading, task, progress, is_next })
    });
    view! {
        <div class="cards">
            <header>
                <h1 id="view-title" tabindex="-1">
                    <span class="name" lang="vi">{ &directive.name }</span>
                    { (ctx.texts().read.tasks)(directive.tasks.len()) }
                </h1>
                if read_as.is_ready {
                    { who(ctx, reading, read_as.unit.as_ref()) }
                } else {
                    <div class="who-room"></div>
                }
                <p class="kind editorial">{ ctx.texts().read.split }</p>
            </header>
            { for cards }
        </div>
    }
}

/// The unit that the directive is read as, and the choice of another.
fn who(ctx: &ViewContext, reading: &Reading, unit: Option<&UnitRef>) -> Html {
    let texts = &ctx.texts().read;
    let desk = &reading.desk;
    let is_choosing = desk.local().is_choosing;
    // The choice comes and goes, and the focus with it.
    let choosing = {
        let (ctx, desk) = (ctx.clone(), desk.clone());
        move |is_choosing: bool| {
            desk.set(Local { is_choosing, ..desk.local() });
            ctx.send(Msg::Focus(if is_choosing { UNIT_DOM_ID } else { CHANGE_DOM_ID }.into()));
        }
    };
    let on_choose = {
        let (ctx, choosing) = (ctx.clone(), choosing.clone());
        Callback::from(move |unit| {
            ctx.send(Msg::ChooseUnit(unit));
            choosing(false);
        })
    };
    let line = unit.map_or_else(
        || view! { <p>{ texts.why_choose }</p> },
        |unit| {
            let expanded = if is_choosing { "true" } else { "false" };
            view! {
                <p>
                    { texts.unit }{ ": " }<b lang="vi">{ &unit.name }</b>{ " – " }
                    <button class="btn link" id={CHANGE_DOM_ID} aria-expanded={expanded}
                        onclick={move |_| choosing(!is_choosing)}>{ texts.change_unit }</button>
                </p>
            }
        },
    );
    let picker = || {
        let (chosen, lang, roster) = (unit.cloned(), ctx.lang, ctx.roster());
        yew::html! { <UnitPicker id={UNIT_DOM_ID} label={texts.unit} {lang} {roster} {chosen} {on_choose} /> }
    };
    view! {
        <>
            { line }
            if unit.is_none() || is_choosing {
                { picker() }
            }
        </>
    }
}
