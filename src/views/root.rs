//! The root component of the views.

use super::bar::bar;
use super::board::board;
use super::context::ViewContext;
use super::drafts::drafts;
use super::form::assess;
use super::notices::notices;
use super::read::reading;
use super::watch::watch;
use app::runtime::{Runtime, Subscription};
use app::{Model, Route};
use std::cell::Cell;
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

/// What the root is given.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The runtime; it outlives the views. Without one nothing is drawn.
    pub runtime: Option<Rc<Runtime>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.runtime.as_ref().map(Rc::as_ptr) == other.runtime.as_ref().map(Rc::as_ptr)
    }
}

/// The whole product.
#[component]
pub fn App(props: &AppProps) -> Html {
    let redraw = use_force_update();
    let asked = |model: &Model| (model.lang, model.host.heading_level);
    let drawn = props.runtime.as_ref().map(|runtime| asked(&runtime.model()));
    use_effect_with(props.clone(), move |props| {
        let subscription: Option<Subscription> = props.runtime.as_ref().map(|runtime| {
            let seen = Cell::new(drawn.unwrap_or_default());
            let listener = move |model: &Model| {
                if seen.replace(asked(model)) != asked(model) {
                    redraw.force_update();
                }
            };
            listener(&runtime.model());
            runtime.subscribe(Rc::new(listener))
        });
        move || drop(subscription)
    });
    let Some((runtime, (lang, heading_level))) = props.runtime.clone().zip(drawn) else { return Html::default() };
    // Nothing of what is drawn for one store is of use for another.
    let key = Rc::as_ptr(&runtime) as usize;
    yew::html! {
        <ContextProvider<ViewContext> key={key} context={ViewContext { runtime, lang, heading_level }}>
            { frame() }
        </ContextProvider<ViewContext>>
    }
}

/// The bar, the notices and the view that the address names.
fn frame() -> Html {
    watch(
        "frame",
        |model| (model.ready, view_of(model)),
        |ctx, (is_ready, view)| {
            view! {
                <div class="app" lang={ctx.lang.tag()} translate="no" data-ready={is_ready.then_some("")}>
                    <div class="top">
                        { bar() }
                        { notices() }
                    </div>
                    { draw(view) }
                </div>
            }
        },
    )
}

/// Which view is shown; it changes less often than the address.
#[derive(Clone, PartialEq)]
enum View {
    Directive,
    Drafts,
    /// The draft of that id, and the name of its views.
    Draft(String, String),
    Board,
}

fn view_of(model: &Model) -> View {
    match &model.route {
        Route::Directive(_) => View::Directive,
        Route::Drafts => View::Drafts,
        Route::Board(_) => View::Board,
        Route::Draft(id, _) => match model.draft(id).filter(|draft| !draft.deleted) {
            Some(draft) => View::Draft(draft.id.clone(), draft.views.clone()),
            // An address of a draft that is not here leads to those that are.
            None => View::Drafts,
        },
    }
}

fn draw(view: &View) -> Html {
    match view {
        View::Directive => reading(),
        View::Drafts => drafts(),
        View::Board => board(),
        View::Draft(id, views) => assess(id, views),
    }
}
