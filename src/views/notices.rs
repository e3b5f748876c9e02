//! The notices on the screen, each with undo where that is possible.

use super::context::ViewContext;
use super::texts::Texts;
use super::watch::watch;
use app::notice::Notice;
use app::{Model, Msg};
use ui::view;
use yew::prelude::*;

/// The notices, in a region that is read aloud.
pub(super) fn notices() -> Html {
    let shown = |model: &Model| model.notices.iter().map(|notice| ShownNotice::of(model, notice)).collect::<Vec<_>>();
    watch("notices", shown, |ctx, notices| draw(ctx, notices))
}

/// What a notice is drawn from.
#[derive(PartialEq)]
struct ShownNotice {
    id: u32,
    text: String,
    is_alarm: bool,
    has_undo: bool,
}

impl ShownNotice {
    fn of(model: &Model, Notice { id, kind, undo }: &Notice) -> Self {
        let text = (Texts::of(model.lang).shell.notice)(kind);
        Self { id: *id, text, is_alarm: kind.is_alarm(), has_undo: undo.is_some() }
    }
}

fn draw(ctx: &ViewContext, notices: &[ShownNotice]) -> Html {
    let texts = &ctx.texts().shell;
    let one = |notice: &ShownNotice| {
        let class = if notice.is_alarm { "notice alarm" } else { "notice" };
        view! {
            <li key={notice.id} class={class}>
                <p>{ &notice.text }</p>
                if notice.has_undo {
                    <button class="btn" onclick={ctx.click(Msg::Undo(notice.id))}>{ texts.undo }</button>
                }
                <button class="btn link dismiss" onclick={ctx.click(Msg::Dismiss(notice.id))}>
                    <span>{ texts.dismiss }</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="notices" id="notices" tabindex="-1" aria-label={texts.notices}>
            <div role="status"><ul>{ for notices.iter().map(one) }</ul></div>
            if notices.len() > 1 {
                <p class="notices-more">
                    <span aria-hidden="true">{ "+" }{ notices.len() - 1 }</span>
                    <span class="spoken">{ (ctx.texts().form.more)(notices.len() - 1) }</span>
                </p>
            }
        </section>
    }
}
