//! What the person is told once, with the way back where there is one.

use super::store::Reach;
use super::watch::watch;
use crate::app::Msg;
use crate::app::notice::Notice;
use crate::ui::html::html;
use yew::prelude::*;

/// The notices, in a region that is read aloud.
pub(super) fn notices() -> Html {
    watch("notices", |model| model.notices.clone(), |reach, notices| draw(reach, notices))
}

fn draw(reach: &Reach, notices: &[Notice]) -> Html {
    let texts = &reach.texts().shell;
    let one = |notice: &Notice| {
        let class = if notice.kind.is_alarm() { "notice alarm" } else { "notice" };
        html! {
            <li key={notice.id} class={class}>
                <p>{ (texts.notice)(&notice.kind) }</p>
                if notice.undo.is_some() {
                    <button class="btn" onclick={reach.click(Msg::Undo(notice.id))}>{ texts.undo }</button>
                }
                <button class="btn link" onclick={reach.click(Msg::Dismiss(notice.id))}>{ texts.dismiss }</button>
            </li>
        }
    };
    html! {
        <section class="notices" id="notices" tabindex="-1" aria-label={texts.notices}>
            <div role="status"><ul>{ for notices.iter().map(one) }</ul></div>
        </section>
    }
}
