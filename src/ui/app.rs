//! The root of the views.

use super::bar::bar;
use super::drafts::drafts;
use super::form::assess;
use super::notices::notices;
use super::read::reading;
use super::store::Reach;
use super::watch::watch;
use crate::app::store::{Store, Subscription};
use crate::app::{Lang, Model, Route};
use crate::ui::html::html;
use std::rc::Rc;
use yew::prelude::*;

/// What the root is given.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The store; it outlives the views.
    pub store: Rc<Store>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.store, &other.store)
    }
}

/// The whole product.
#[component]
pub fn App(props: &AppProps) -> Html {
    let lang = use_state(|| props.store.model().lang);
    use_effect_with(props.clone(), {
        let lang = lang.setter();
        move |props| {
            let seen = std::cell::Cell::new(Lang::default());
            let listener = move |model: &Model| {
                if seen.replace(model.lang) != model.lang {
                    lang.set(model.lang);
                }
            };
            listener(&props.store.model());
            let subscription: Subscription = props.store.subscribe(Rc::new(listener));
            move || drop(subscription)
        }
    });
    let reach = Reach { store: props.store.clone(), lang: *lang };
    yew::html! {
        <ContextProvider<Reach> context={reach}>
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
