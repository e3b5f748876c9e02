//! What people decided differently: both sides of each matter, and the choice between them.

use super::context::{Context, href};
use coordination::disputes::DISPUTES;
use coordination::msg::Msg;
use coordination::place::Place;
use coordination::views::disputes::{Decided, DisputesView, ShownDispute, ShownSide};
use coordination::views::lookup::NamedUnit;
use domain::date::DateText;
use ui::view;
use yew::prelude::*;

/// What people decided differently.
pub(super) fn disputes(ctx: &Context) -> Html {
    let Some(shown) = DisputesView::of(&ctx.store.0.model()) else { return Html::default() };
    let texts = &ctx.texts().disputes;
    let matter = |(at, one): (usize, &ShownDispute)| dispute(ctx, &shown.id, at, one);
    view! {
        <section class="disputes" aria-labelledby={DISPUTES}>
            <h2 id={DISPUTES} tabindex="-1">{ texts.title }</h2>
            if shown.disputes.is_empty() {
                <p class="quiet">{ texts.none }</p>
                <p><a href={href(&Place::Overview(shown.id.clone()))}>{ ctx.texts().frame.overview }</a></p>
            } else {
                <p class="about">{ texts.about }</p>
                { for shown.disputes.iter().enumerate().map(matter) }
            }
        </section>
    }
}

/// So many things that it is about are named.
const NAMED: usize = 6;

fn dispute(ctx: &Context, gathering: &str, at: usize, one: &ShownDispute) -> Html {
    let texts = &ctx.texts().disputes;
    let id = ["dispute-", &at.to_string()].concat();
    let name = |about: &NamedUnit| {
        let name = if about.name.is_empty() { ctx.texts().common.unnamed.to_owned() } else { about.name.clone() };
        match &about.row {
            Some(row) => {
                let place = Place::Unit(gathering.to_owned(), row.clone());
                view! { <li><a href={href(&place)} lang="vi"><bdi>{ name }</bdi></a></li> }
            }
            None => view! { <li lang="vi"><bdi>{ name }</bdi></li> },
        }
    };
    let more = one.about.len().saturating_sub(NAMED);
    view! {
        <article class="dispute" aria-labelledby={id.clone()}>
            <h3 {id}>{ (texts.what)(one.what) }</h3>
            <ul class="names" role="list">
                { for one.about.iter().take(NAMED).map(name) }
                if more > 0 {
                    <li>{ (texts.more)(more) }</li>
                }
            </ul>
            <ul class="sides" role="list">{ for one.sides.iter().map(|of| side(ctx, one, of)) }</ul>
        </article>
    }
}

fn side(ctx: &Context, dispute: &ShownDispute, side: &ShownSide) -> Html {
    let texts = &ctx.texts().disputes;
    let (said, reason) = words(ctx, &side.said);
    let at = side.at.map(|(day, hour, minute)| (texts.at)(&day.to_display(), hour, minute));
    let by = if side.by.trim().is_empty() { texts.unsigned } else { side.by.trim() }.to_owned();
    let msg = Msg::Settle(dispute.subjects.clone(), Box::new(side.decision.clone()));
    let spoken = (texts.choose_of)(&said);
    view! {
        <li>
            <p class="said" lang="vi"><bdi>{ said }</bdi></p>
            if !reason.trim().is_empty() {
                <p lang="vi"><bdi>{ (texts.reason)(reason.trim()) }</bdi></p>
            }
            <p class="quiet"><bdi>{ by }</bdi>{ at.map(|at| [", ", &at].concat()) }</p>
            <button type="button" class="btn" aria-label={spoken} onclick={ctx.click(msg)}>{ texts.choose }</button>
        </li>
    }
}

/// What a side says, and why.
fn words<'a>(ctx: &Context, said: &'a Decided) -> (String, &'a str) {
    let texts = &ctx.texts().disputes;
    let day = DateText::to_display;
    match said {
        Decided::Unit(name) => ((texts.unit)(name), ""),
        Decided::Files(names, reason) => ((texts.files)(names), reason),
        Decided::LeftOut(reason) => (texts.left_out.to_owned(), reason),
        Decided::Arrival(on, way) => {
            let way = way.map_or("", |way| (ctx.texts().register.way_of)(Some(way)));
            ((texts.arrival)(&day(on), way), "")
        }
        Decided::Report(number, date) => ((ctx.texts().register.report_of)(number, &day(date)), ""),
        Decided::Term(_, true, reason) => (texts.excused.to_owned(), reason),
        Decided::Term(until, false, reason) => ((texts.until)(&day(until)), reason),
        Decided::Unknown => (texts.unknown.to_owned(), ""),
    }
}
