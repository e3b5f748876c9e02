//! A file that is refused: the cause, the place, what to do, and what can still be read of it.

use super::looked::LOOKED_AT;
use crate::views::context::ViewContext;
use crate::views::form::pieces::more;
use app::Msg;
use app::msg::ImportChoice;
use app::review::{Review, ReviewFinding};
use domain::assessment::Assessment;
use domain::progress::progress;
use exchange::salvage::Salvage;
use ui::view;
use yew::prelude::*;

pub(super) fn refused(ctx: &ViewContext, review: &Review) -> Html {
    let (texts, own) = (&ctx.texts().import, &ctx.texts().review);
    let explained = ctx.texts().explained(&review.finding);
    let readable = match &review.finding {
        ReviewFinding::Refused(_, readable) => readable.as_deref(),
        _ => None,
    };
    let button = |class: &'static str, choice, text: &'static str| {
        view! { <button type="button" {class} onclick={ctx.click(Msg::Import(choice))}>{ text }</button> }
    };
    view! {
        <>
            <div role="alert">
                <p>{ review.file_name.clone() }</p>
                <p><strong>{ &explained.what }</strong></p>
                if !explained.place.is_empty() {
                    <p>{ texts.place }{ ": " }<code>{ &explained.place }</code></p>
                }
                <p>{ explained.remedy }</p>
            </div>
            if let Some(salvage) = readable {
                { what_can_be_read(ctx, salvage) }
            }
            <div class="actions">
                if readable.is_some() {
                    { button("btn", ImportChoice::Add, own.open_readable) }
                }
                { button("btn", ImportChoice::Cancel, texts.close) }
            </div>
        </>
    }
}

fn what_can_be_read(ctx: &ViewContext, salvage: &Salvage) -> Html {
    let own = &ctx.texts().review;
    let lost: Vec<&str> = salvage.lost.iter().map(|part| (own.lost_part)(*part)).collect();
    view! {
        <section aria-labelledby="readable-title">
            <h3 id="readable-title">{ own.readable }</h3>
            <dl>{ for salvage.assessments.iter().take(LOOKED_AT).map(|assessment| assessed(ctx, assessment)) }</dl>
            { more(ctx, salvage.assessments.len().saturating_sub(LOOKED_AT)) }
            if let Some(cut) = &salvage.cut {
                <p>{ own.read_until }{ ": " }<code>{ (ctx.texts().import.place_of)(&cut.place) }</code></p>
            } else {
                <p>{ own.changed }</p>
            }
            if !lost.is_empty() {
                <p>{ own.lost }{ ": " }{ lost.join("; ") }{ "." }</p>
            }
            <p class="quiet">{ own.open_readable_hint }</p>
        </section>
    }
}

fn assessed(ctx: &ViewContext, assessment: &Assessment) -> Html {
    let texts = &ctx.texts().import;
    let progress = progress(&ctx.runtime.model().directive, assessment);
    let unit = &assessment.unit.name;
    view! {
        <>
            <dt>{ texts.unit }</dt>
            if unit.is_empty() {
                <dd>{ ctx.texts().review.no_unit }</dd>
            } else {
                <dd lang="vi">{ unit }</dd>
            }
            <dt>{ texts.progress }</dt><dd>{ (ctx.texts().drafts.progress)(progress.answered, progress.in_scope) }</dd>
            <dt>{ texts.evidence }</dt><dd>{ assessment.evidence.len() }</dd>
        </>
    }
}
