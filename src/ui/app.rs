//! The root of the views.

use super::bar::bar;
use super::drafts::drafts;
use super::form::assess;
use super::notices::notices;
use super::read::reading;
use super::store::Reach;
use super::watch::watch;
use crate::app::store::{Store, Subscription};
use crate::app::{Model, Route};
use crate::ui::html::html;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// What the root is given.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The store; it outlives the views. Without one nothing is drawn.
    pub store: Option<Rc<Store>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.store.as_ref().map(Rc::as_ptr) == other.store.as_ref().map(Rc::as_ptr)
    }
}

/// The whole product.
#[component]
pub fn App(props: &AppProps) -> Html {
    let redraw = use_force_update();
    let drawn = props.store.as_ref().map(|store| store.model().lang);
    use_effect_with(props.clone(), move |props| {
        let subscription: Option<Subscription> = props.store.as_ref().map(|store| {
            let seen = Cell::new(drawn.unwrap_or_default());
            let listener = move |model: &Model| {
                if seen.replace(model.lang) != model.lang {
                    redraw.force_update();
                }
            };
            listener(&store.model());
            store.subscribe(Rc::new(listener))
        });
        move || drop(subscription)
    });
    let Some((store, lang)) = props.store.clone().zip(drawn) else { return Html::default() };
    // Nothing of what is drawn for one store is of use for another.
    let key = Rc::as_ptr(&store) as usize;
    yew::html! {
        <ContextProvider<Reach> key={key} context={Reach { store, lang }}>
            { frame() }
        </ContextProvider<Reach>>
    }
}

/// The bar, the notices and the view that the address names.
fn frame() -> Html {
    watch(
        "frame",
        |model| (model.ready, view_of(model)),
        |reach, (is_ready, view)| {
            html! {
                <div class="app" lang={reach.lang.tag()} translate="no" data-ready={is_ready.then_some("")}>
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
}

fn view_of(model: &Model) -> View {
    match &model.route {
        Route::Directive(_) => View::Directive,
        Route::Drafts => View::Drafts,
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
        View::Draft(id, views) => assess(id, views),
    }
}
