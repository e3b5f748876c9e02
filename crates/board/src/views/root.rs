//! The root component of the views.

use super::context::Context;
use super::frame::gathering;
use super::shelf::shelf;
use super::store::Shared;
use coordination::place::Place;
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

/// What the root is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The store; it outlives the views. Without one nothing is drawn.
    pub store: Option<Shared>,
}

/// The whole board. It is drawn anew after each change that the store tells of.
#[component]
pub fn App(props: &AppProps) -> Html {
    let redraw = use_force_update();
    use_effect_with(props.clone(), move |props| {
        let subscription = props.store.as_ref().map(|store| {
            // Something may have changed between the drawing and this effect.
            redraw.force_update();
            store.0.subscribe(Rc::new(move || redraw.force_update()))
        });
        move || drop(subscription)
    });
    let Some(store) = props.store.clone() else { return Html::default() };
    let (ctx, is_shelf) = {
        let model = store.0.model();
        let ctx = Context { store: store.clone(), lang: model.lang, heading_level: model.heading_level };
        (ctx, model.place == Place::Shelf)
    };
    let drawn = if is_shelf { shelf(&ctx) } else { gathering(&ctx) };
    ctx.finished(view! {
        <div class="coord" lang={ctx.lang.tag()} translate="no">
            { drawn }
        </div>
    })
}
