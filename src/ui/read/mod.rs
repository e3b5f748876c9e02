//! Reading the directive: its document as a sheet, and what it asks of the unit as cards.

mod card;
mod cards;
mod find;
pub mod prerendered;
mod requirement;
mod sheet;

#[cfg(all(test, feature = "markup"))]
mod tests;
#[cfg(all(test, feature = "markup"))]
mod view_tests;

use super::store::use_reach;
use super::texts::read::ReadTexts;
use super::watch::watch;
use crate::app::Model;
use crate::app::views::{self, ReadAs};
use crate::domain::date::Date;
use crate::domain::directive::{Directive, Kind, Note};
use crate::ui::html::html;
use cards::cards;
use sheet::{OnPoint, Sheet, sheet};
use std::cell::RefCell;
use std::rc::Rc;
use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

/// The view of the directive.
pub(super) fn reading() -> Html {
    watch("reading", |model| Rc::new(Shown::of(model)), |_, shown| yew::html! { <View shown={shown.clone()} /> })
}

/// What the view is drawn from.
#[derive(PartialEq)]
struct Shown {
    directive: Rc<Directive>,
    read_as: ReadAs,
}

impl Shown {
    fn of(model: &Model) -> Self {
        Self { directive: model.directive.clone(), read_as: views::read_as(model) }
    }
}

/// What is nobody's business but the view's.
#[derive(Clone, Default, PartialEq)]
struct Local {
    /// The requirement that is pointed at, by the pointer or the focus.
    pointed: Option<AttrValue>,
    /// What is looked for.
    query: AttrValue,
    /// The place found that the person has gone to, from 0; none as long as they are typing.
    at: Option<usize>,
    /// Whether another unit is being chosen.
    is_choosing: bool,
}

/// What is local as it stands, and the way to change it.
#[derive(Clone)]
struct Desk {
    local: Rc<RefCell<Local>>,
    redraw: UseForceUpdateHandle,
}

impl Desk {
    fn local(&self) -> Local {
        self.local.borrow().clone()
    }

    fn set(&self, local: Local) {
        if *self.local.borrow() != local {
            self.local.replace(local);
            self.redraw.force_update();
        }
    }
}

/// What the parts of the view are drawn from.
struct Reading {
    shown: Rc<Shown>,
    desk: Desk,
    /// The requirement, or the task, that is pointed at, else the one that the address names.
    highlighted: Option<AttrValue>,
    on_point: OnPoint,
}

#[derive(PartialEq, Properties)]
struct ViewProps {
    shown: Rc<Shown>,
}

#[component]
fn View(props: &ViewProps) -> Html {
    let reach = use_reach();
    let texts = &reach.texts().read;
    let desk = Desk { local: use_mut_ref(Local::default), redraw: use_force_update() };
    let shown = props.shown.clone();
    let local = desk.local();
    let highlighted = local.pointed.or_else(|| shown.read_as.target.clone().map(AttrValue::from));
    let on_point = {
        let desk = desk.clone();
        Callback::from(move |pointed| desk.set(Local { pointed, ..desk.local() }))
    };
    let directive = shown.directive.clone();
    let paper = Sheet {
        directive: directive.clone(),
        highlighted: highlighted.clone(),
        query: local.query,
        current: local.at.unwrap_or_default(),
        on_point: Some(on_point.clone()),
    };
    let reading = Reading { shown, desk, highlighted, on_point };
    html! {
        <main class="read">
            { cards(&reach, &reading) }
            <div class="text">
                { find::find(&reach, &reading) }
                { sheet(&paper) }
                if let Some(note) = &directive.document.signer_note {
                    <p class="under-sheet">{ note_words(texts, note) }</p>
                }
            </div>
        </main>
    }
}

/// Whose words follow.
fn kind(texts: &ReadTexts, kind: Kind) -> Html {
    let class = if kind == Kind::Editorial { "kind editorial" } else { "kind" };
    html! { <span {class}>{ (texts.kind)(kind) }</span> }
}

/// A note with its kind and source.
fn note_words(texts: &ReadTexts, note: &Note) -> Html {
    // Where the note itself names the day, it was said.
    let as_of = note.as_of.date().map(Date::to_display).filter(|day| !note.text.contains(day.as_str()));
    let as_of = as_of.map(|day| [texts.as_of, &day, "."].concat());
    html! {
        <>
            { kind(texts, note.kind) }{ " " }<span lang="vi">{ &note.text }</span>
            if !note.source.is_empty() {
                <small>{ texts.source }<span lang="vi">{ &note.source }</span>{ ". " }{ as_of }</small>
            }
        </>
    }
}
