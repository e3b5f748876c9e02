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

/// The whole board. It is drawn anew once something has changed that is seen: while somebody types, only the state of saving is.
#[component]
pub fn App(props: &AppProps) -> Html {
    let redraw = use_force_update();
    // The changes up to which it was drawn.
    let drawn = use_mut_ref(|| 0);
    {
        let drawn = drawn.clone();
        use_effect_with(props.clone(), move |props| {
            let subscription = props.store.clone().map(|store| {
                let shown = store.clone();
                let check = move || {
                    if shown.0.model().changes != *drawn.borrow() {
                        redraw.force_update();
                    }
                };
                // Something may have changed between the drawing and this effect.
                check();
                store.0.subscribe(Rc::new(check))
            });
            move || drop(subscription)
        });
    }
    let Some(store) = props.store.clone() else { return Html::default() };
    let (ctx, is_shelf) = {
        let model = store.0.model();
        drawn.replace(model.changes);
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
