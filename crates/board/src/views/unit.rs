//! One unit: its assessment as on paper, which of its files counts and why, and what has changed since the previous file.

use super::context::{Context, href};
use super::paper::paper;
use super::remarks::{remarks, unit_remarks};
use super::unit_files::unit_files;
use super::units::shape;
use coordination::place::Place;
use coordination::views::unit::{Changed, UnitView};
use domain::directive::Directive;
use gathering::register::RegisterLine;
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

/// One unit.
pub(super) fn unit(ctx: &Context) -> Html {
    let (shown, directive, cut_off) = {
        let model = ctx.store.0.model();
        let cut_off = model.open.as_ref().and_then(|open| open.settings.cut_off.date());
        (UnitView::of(&model), Rc::clone(&model.directive), cut_off)
    };
    let Some(shown) = shown else {
        return view! { <p class="quiet" role="status">{ ctx.texts().frame.nothing_here }</p> };
    };
    let texts = &ctx.texts().unit;
    let title = |at: usize| (shown.papers.len() > 1).then(|| file_name(&shown, at));
    let papers = shown.papers.iter().enumerate().map(|(at, (key, one))| {
        let id = [&*key.sha256, "-", &key.index.to_string()].concat();
        paper(ctx, &directive, one, &id, title(at), cut_off, &|requirement| remarks(ctx, &shown, at, requirement))
    });
    view! {
        <article class="unit">
            { head(ctx, &shown) }
            <div class="unit-body">
                <div class="unit-side">
                    { unit_files(ctx, &shown) }
                    { unit_remarks(ctx, &shown) }
                    { changed(ctx, &shown, &directive) }
                </div>
                <section class="unit-paper" aria-labelledby="unit-paper">
                    <h3 id="unit-paper">{ texts.paper }</h3>
                    if shown.papers.is_empty() {
                        <p class="quiet" role="status">
                            { if shown.is_reading { texts.reading } else { texts.nothing_to_read } }
                        </p>
                    }
                    <div class="papers">{ for papers }</div>
                </section>
            </div>
        </article>
    }
}

/// The name of the file of which a paper is.
fn file_name(shown: &UnitView, at: usize) -> String {
    let key = shown.papers.get(at).map(|(key, _)| key);
    let file = shown.files.iter().find(|file| Some(&file.assessed.key) == key);
    file.map(|file| file.place.name.clone()).unwrap_or_default()
}

fn head(ctx: &Context, shown: &UnitView) -> Html {
    let texts = &ctx.texts().unit;
    let place = Place::Units(shown.id.clone());
    let timing = |line: &RegisterLine| {
        let mut words = (ctx.texts().register.timing_of)(line.timing);
        if let Some(day) = line.reported_on {
            words += &[" · ", &day.to_display()].concat();
        }
        words
    };
    view! {
        <header class="unit-head">
            <p class="way no-print"><a href={href(&place)}>{ texts.back }</a></p>
            <h2 lang="vi"><bdi>{ &shown.name }</bdi></h2>
            <p class="quiet">
                <span lang="vi"><bdi>{ &shown.group }</bdi></span>
                if let Some(line) = &shown.line {
                    <>{ " · " }<span class={shown.is_missing.then_some("hot")}>{ timing(line) }</span></>
                }
            </p>
            if !shown.former.is_empty() {
                <p class="quiet">{ texts.former }<span lang="vi">{ shown.former.join("; ") }</span></p>
            }
            if !shown.unspoken.is_empty() {
                <p class="advice">{ (texts.unspoken)(&shown.unspoken.join(", ")) }</p>
            }
        </header>
    }
}

/// What has changed since the file before, by requirement.
fn changed(ctx: &Context, shown: &UnitView, directive: &Directive) -> Html {
    let Some(changed) = &shown.changed else { return Html::default() };
    let texts = &ctx.texts().unit;
    let one = |changed: &Changed| {
        let title = directive.requirement(&changed.requirement).map_or("", |(_, one)| one.title.as_str());
        let (before, now) = changed.status;
        let name = ctx.texts().names.status;
        let status = (before != now).then(|| (texts.from_to)(name(before), name(now)));
        let more = [
            changed.limitations.then(|| texts.changed_limitations.to_owned()),
            changed.steps.then(|| texts.changed_steps.to_owned()),
        ];
        let words: Vec<String> = status.into_iter().chain(more.into_iter().flatten()).collect();
        view! {
            <li title={title.to_owned()}>
                <span class={shape(now)} />
                <span><b>{ &changed.requirement }</b>{ " " }{ words.join("; ") }</span>
            </li>
        }
    };
    view! {
        <section aria-labelledby="unit-changed">
            <h3 id="unit-changed">{ texts.changed }</h3>
            <p class="hint">{ texts.changed_hint }</p>
            if changed.is_empty() {
                <p class="quiet">{ texts.unchanged }</p>
            } else {
                <ul class="changed" role="list">{ for changed.iter().map(one) }</ul>
            }
        </section>
    }
}
