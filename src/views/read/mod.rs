//! Reading the directive: its document as a sheet, and what it asks of the unit as cards.

mod card;
mod card_view;
mod cards;
mod find;
mod notes;
pub mod prerendered;
mod reading;
mod requirement;
mod sheet;

use super::context::use_view_context;
use super::watch::watch;
use cards::cards;
use notes::note_words;
use reading::{Desk, Local, Reading, ShownDirective};
use sheet::{Sheet, sheet};
use std::rc::Rc;
use ui::outline;
use ui::view;
use yew::prelude::*;

/// The view of the directive.
pub(super) fn reading() -> Html {
    watch(
        "reading",
        |model| Rc::new(ShownDirective::of(model)),
        |_, shown| yew::html! { <View shown={shown.clone()} /> },
    )
}

#[derive(PartialEq, Properties)]
struct ViewProps {
    shown: Rc<ShownDirective>,
}

#[component]
fn View(props: &ViewProps) -> Html {
    let ctx = use_view_context();
    let texts = &ctx.texts().read;
    let desk = Desk { local: use_mut_ref(Local::default), redraw: use_force_update() };
    let shown = props.shown.clone();
    let local = desk.local();
    let target = shown.read_as.target.clone().map(AttrValue::from);
    let highlighted = local.pointed.or_else(|| target.clone());
    let on_point = {
        let desk = desk.clone();
        Callback::from(move |pointed| desk.set(Local { pointed, ..desk.local() }))
    };
    let directive = shown.directive.clone();
    let paper = Sheet {
        directive: directive.clone(),
        highlighted: highlighted.clone(),
        target,
        query: local.query,
        current: local.at.unwrap_or_default(),
        on_point: Some(on_point.clone()),
    };
    let reading = Reading { shown, desk, highlighted, on_point };
    let mut drawn = view! {
        <main class="read">
            { cards(&ctx, &reading) }
            <div class="text">
                { find::find(&ctx, &reading) }
                { sheet(&paper) }
                if let Some(note) = &directive.document.signer_note {
                    <p class="under-sheet">{ note_words(texts, note) }</p>
                }
            </div>
        </main>
    };
    outline::place(&mut drawn, ctx.heading_level);
    drawn
}

#[cfg(all(test, feature = "markup"))]
mod tests;
