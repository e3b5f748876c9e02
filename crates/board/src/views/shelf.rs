//! The list of gatherings: open one, start one, look at the sample, remove one.

use super::context::{Context, href};
use super::notices::notices;
use super::reasoned::Reasoned;
use coordination::msg::Msg;
use coordination::place::Place;
use coordination::views::shelf::{Shelf, ShelfRow};
use ui::view;
use yew::prelude::*;

/// The list of gatherings.
pub(super) fn shelf(ctx: &Context) -> Html {
    let texts = &ctx.texts().shelf;
    let shown = Shelf::of(&ctx.store.0.model());
    let list = match &shown {
        Shelf::Loading => view! { <p class="quiet" role="status">{ texts.loading }</p> },
        Shelf::Failed(fault) => view! {
            <div class="failed" role="alert">
                <p><strong>{ texts.failed }</strong></p>
                <p>{ (ctx.texts().common.fault)(*fault) }</p>
            </div>
        },
        Shelf::Read(rows) if rows.is_empty() => view! { <p class="quiet">{ texts.empty }</p> },
        Shelf::Read(rows) => {
            view! { <ul class="shelf-rows" role="list">{ for rows.iter().map(|one| row(ctx, one)) }</ul> }
        }
    };
    view! {
        <div class="shelf">
            <header class="board-head">
                <h1 id="view-title" tabindex="-1">{ texts.title }</h1>
                <p class="about">{ texts.intro }</p>
            </header>
            { notices(ctx) }
            <section aria-labelledby="shelf-list">
                <h2 id="shelf-list">{ texts.list }</h2>
                { list }
            </section>
            if matches!(shown, Shelf::Read(_)) {
                { start(ctx) }
            }
        </div>
    }
}

fn start(ctx: &Context) -> Html {
    let texts = &ctx.texts().shelf;
    let on_done = ctx.sender(Msg::StartGathering);
    let form = yew::html! {
        <Reasoned ctx={ctx.clone()} id="gathering-name" label={texts.name} hint={texts.name_hint} button={texts.begin}
            is_main={true} needs_text={true} {on_done} />
    };
    view! {
        <section class="shelf-start" aria-labelledby="shelf-start">
            <h2 id="shelf-start">{ texts.start }</h2>
            { form }
            <p class="sample-way">
                <button type="button" class="btn" onclick={ctx.click(Msg::OpenSample)}>{ texts.sample }</button>
                <span class="hint">{ texts.sample_hint }</span>
            </p>
        </section>
    }
}

fn row(ctx: &Context, row: &ShelfRow) -> Html {
    let texts = &ctx.texts().shelf;
    let name = ctx.name_of(&row.name, row.sample);
    let facts = [
        row.tally.as_ref().map(|tally| (texts.received)(tally.received, tally.expected)),
        row.deadline.map(|day| (texts.deadline)(&day.to_display())),
        row.made_on.map(|day| (texts.made)(&day.to_display())),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    view! {
        <li key={&*row.id}>
            <p class="shelf-name">
                <a href={href(&Place::Overview(row.id.clone()))}><bdi>{ &name }</bdi></a>
                if row.sample {
                    <strong class="sample" title={ctx.texts().frame.sample_explained}>{ ctx.texts().frame.sample }</strong>
                }
            </p>
            <p class="quiet">{ facts.join(" · ") }</p>
            { removal(ctx, &row.id, &name, row.is_asked) }
        </li>
    }
}

/// Asks for the removal, and once more before it is done.
pub(super) fn removal(ctx: &Context, id: &str, name: &str, is_asked: bool) -> Html {
    let texts = &ctx.texts().shelf;
    let onclick = ctx.click(Msg::RemoveGathering(id.to_owned()));
    if is_asked {
        return view! {
            <div class="removal" role="alert">
                <p>{ texts.remove_asks }</p>
                <button type="button" class="btn danger" {onclick}>{ texts.remove_now }</button>
            </div>
        };
    }
    view! {
        <p class="removal">
            <button type="button" class="btn link" aria-label={(texts.remove_of)(name)} {onclick}>{ texts.remove }</button>
        </p>
    }
}
