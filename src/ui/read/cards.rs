//! The tasks as cards, under the unit that they answer to.

use super::card::{CardView, card};
use super::{Local, Reading, Shown};
use crate::app::Msg;
use crate::domain::assessment::UnitRef;
use crate::domain::progress;
use crate::ui::html::html;
use crate::ui::store::Reach;
use crate::ui::unit_picker::UnitPicker;
use yew::prelude::*;

/// The id of the choice of the unit.
pub(super) const UNIT_DOM_ID: &str = "read-unit";
const CHANGE_DOM_ID: &str = "read-unit-change";

/// The cards.
pub(super) fn cards(reach: &Reach, reading: &Reading) -> Html {
    let Shown { directive, read_as } = &*reading.shown;
    let lines: Vec<_> =
        directive.tasks.iter().map(|task| (task, progress::of_task(task, &read_as.assessment))).collect();
    // One card calls for action: the first with something open.
    let next = lines.iter().find(|(_, progress)| progress.answered < progress.in_scope).map(|(task, _)| &task.id);
    let cards = lines.iter().map(|&(task, progress)| {
        let is_next = read_as.unit.is_some() && next == Some(&task.id);
        card(&CardView { reach, reading, task, progress, is_next })
    });
    html! {
        <section class="cards" aria-labelledby="view-title">
            <header>
                <h1 id="view-title" tabindex="-1">
                    <span class="name" lang="vi">{ &directive.name }</span>
                    { (reach.texts().read.tasks)(directive.tasks.len()) }
                </h1>
                <p class="kind editorial">{ reach.texts().read.split }</p>
                if read_as.is_ready {
                    { who(reach, reading, read_as.unit.as_ref()) }
                }
            </header>
            { for cards }
        </section>
    }
}

/// The unit that the directive is read as, and the choice of another.
fn who(reach: &Reach, reading: &Reading, unit: Option<&UnitRef>) -> Html {
    let texts = &reach.texts().read;
    let desk = &reading.desk;
    let is_choosing = desk.local().is_choosing;
    // The choice comes and goes, and the focus with it.
    let choosing = {
        let (reach, desk) = (reach.clone(), desk.clone());
        move |is_choosing: bool| {
            desk.set(Local { is_choosing, ..desk.local() });
            reach.send(Msg::Focus(if is_choosing { UNIT_DOM_ID } else { CHANGE_DOM_ID }.into()));
        }
    };
    let on_choose = {
        let (reach, choosing) = (reach.clone(), choosing.clone());
        Callback::from(move |unit| {
            reach.send(Msg::ChooseUnit(unit));
            choosing(false);
        })
    };
    let line = unit.map_or_else(
        || html! { <p>{ texts.why_choose }</p> },
        |unit| {
            let expanded = if is_choosing { "true" } else { "false" };
            html! {
                <p>
                    { texts.unit }{ ": " }<b lang="vi">{ &unit.name }</b>{ " – " }
                    <button class="btn link" id={CHANGE_DOM_ID} aria-expanded={expanded}
                        onclick={move |_| choosing(!is_choosing)}>{ texts.change_unit }</button>
                </p>
            }
        },
    );
    html! {
        <>
            { line }
            if unit.is_none() || is_choosing {
                { yew::html! { <UnitPicker id={UNIT_DOM_ID} label={texts.unit} chosen={unit.cloned()} {on_choose} /> } }
            }
        </>
    }
}
