//! What can be done with the report as a whole, and how far that is.

use super::context::Context;
use crate::model::{Making, Model};
use crate::msg::{MakeFault, Msg};
use ui::view;
use yew::prelude::*;

pub(super) fn actions(ctx: &Context, model: &Model) -> Html {
    let (texts, making) = (ctx.texts(), model.making());
    let is_busy = (making == Making::Now).then_some("true");
    let changed = model.changed_beneath();
    view! {
        <div class="no-print">
            <p class="hint">{ texts.hint }</p>
            <p class="actions">
                <button type="button" class="btn main" onclick={ctx.click(Msg::Print)}>{ texts.print }</button>
                { " " }
                <button type="button" class="btn" aria-disabled={is_busy} onclick={ctx.click(Msg::Make)}>{ texts.make }</button>
                { " " }
                if making == Making::Now {
                    <button type="button" class="btn" onclick={ctx.click(Msg::Cancel)}>{ texts.cancel }</button>
                }
            </p>
            <p role="status">{ told(ctx, making) }</p>
            if changed > 0 {
                <p class="advice" role="status">{ (texts.changed)(changed) }</p>
            }
            if model.can_undo() {
                <p class="notice" role="status">
                    { texts.given_up }{ " " }
                    <button type="button" class="btn" onclick={ctx.click(Msg::Undo)}>{ texts.undo }</button>
                </p>
            }
        </div>
    }
}

/// How far the document for a word processor is.
fn told(ctx: &Context, making: Making) -> Html {
    let texts = ctx.texts();
    match making {
        Making::Not => Html::default(),
        Making::Now => view! { <span>{ texts.making }</span> },
        Making::Done(0) => view! { <span>{ texts.made }</span> },
        Making::Done(replaced) => view! { <span>{ texts.made }{ " " }{ (texts.replaced)(replaced) }</span> },
        Making::Failed(MakeFault::NotMade) => view! { <span class="error">{ texts.not_made }</span> },
        Making::Failed(MakeFault::NotHandedOut) => view! { <span class="error">{ texts.not_handed_out }</span> },
    }
}
