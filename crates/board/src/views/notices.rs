//! The notices, in a region that is read aloud.

use super::context::Context;
use coordination::msg::Msg;
use coordination::notice::Notice;
use coordination::update::NOTICES;
use ui::view;
use yew::prelude::*;

/// What the officer is told.
pub(super) fn notices(ctx: &Context) -> Html {
    let texts = &ctx.texts().notices;
    let one = |notice: &Notice| {
        let class = if notice.kind.is_alarm() { "notice alarm" } else { "notice" };
        view! {
            <li key={notice.id} {class}>
                <p>{ (texts.told)(&notice.kind) }</p>
                <button type="button" class="btn link dismiss" onclick={ctx.click(Msg::Dismiss(notice.id))}>
                    <span>{ texts.dismiss }</span>
                </button>
            </li>
        }
    };
    let model = ctx.store.0.model();
    view! {
        <section class="board-notices" id={NOTICES} tabindex="-1" aria-label={texts.title}>
            <div role="status"><ul role="list">{ for model.notices.iter().map(one) }</ul></div>
        </section>
    }
}
