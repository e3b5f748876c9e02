//! What surrounds every view of an open gathering: its name and days, whether it is saved, and links to its parts.

use super::compare::compare;
use super::context::{Context, href};
use super::disputes::disputes;
use super::files::files;
use super::intake::intake;
use super::issues::issues;
use super::notices::notices;
use super::overview::overview;
use super::reading::reading;
use super::register::register;
use super::report::report;
use super::settings::settings;
use super::unit::unit;
use super::units::units;
use coordination::place::Place;
use coordination::settings::RosterView;
use coordination::views::frame::{Frame, Save};
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

/// The gathering that the address names, or that it is being opened.
pub(super) fn gathering(ctx: &Context) -> Html {
    let frame = {
        let model = ctx.store.0.model();
        Frame::of(&model).filter(|frame| model.place.gathering() == Some(&frame.id))
    };
    let Some(frame) = frame else { return opening(ctx) };
    let view = match &frame.place {
        Place::Shelf | Place::Overview(_) => overview(ctx),
        Place::Register(_) => register(ctx),
        Place::Units(_) => units(ctx),
        Place::Unit(..) => unit(ctx),
        Place::Reading(..) => reading(ctx),
        Place::Issues(_) => issues(ctx),
        Place::Files(_) => files(ctx),
        Place::Report(_) => report(ctx),
        Place::Disputes(_) => disputes(ctx),
        Place::Compare(..) => compare(ctx),
        Place::Settings(_) => settings(ctx),
    };
    view! {
        <>
            { head(ctx, &frame) }
            { notices(ctx) }
            { intake(ctx, &frame) }
            { navigation(ctx, &frame) }
            <div class="board-view" key={frame.id.clone()}>{ view }</div>
            { facts(ctx, &frame) }
        </>
    }
}

fn opening(ctx: &Context) -> Html {
    let texts = &ctx.texts().frame;
    view! {
        <>
            <header class="board-head">
                <p class="way"><a href={href(&Place::Shelf)}>{ texts.shelf }</a></p>
                <h1 id="view-title" tabindex="-1">{ texts.board }</h1>
            </header>
            { notices(ctx) }
            <p class="quiet" role="status">{ texts.opening }</p>
        </>
    }
}

fn head(ctx: &Context, frame: &Frame) -> Html {
    let texts = &ctx.texts().frame;
    let name = ctx.name_of(&frame.name, frame.sample);
    let as_of = frame.cut_off.map_or_else(|| texts.no_cut_off.to_owned(), |day| (texts.as_of)(&day.to_display()));
    let deadline =
        frame.deadline.map_or_else(|| texts.no_deadline.to_owned(), |day| (texts.deadline)(&day.to_display()));
    // On paper the report stands alone.
    let class = if matches!(frame.place, Place::Report(_)) { "board-head no-print" } else { "board-head" };
    let former = (frame.roster_view == RosterView::Former).then_some([" · ", texts.former].concat());
    view! {
        <header {class}>
            <p class="way"><a href={href(&Place::Shelf)}>{ texts.shelf }</a></p>
            <h1 id="view-title" tabindex="-1">
                <bdi>{ name }</bdi>
                if frame.sample {
                    <strong class="sample" title={texts.sample_explained}>{ texts.sample }</strong>
                }
            </h1>
            <p class="basis">
                { as_of }{ " · " }{ deadline }{ " · " }{ (texts.roster)(&frame.roster_as_of) }{ former }
            </p>
            { yew::html! { <SaveState ctx={ctx.clone()} files={frame.files} /> } }
        </header>
    }
}

/// What each printed page says of what was counted. The report has its own.
fn facts(ctx: &Context, frame: &Frame) -> Html {
    let texts = &ctx.texts().frame;
    if matches!(frame.place, Place::Report(_)) {
        return Html::default();
    }
    let as_of = frame.cut_off.map_or_else(|| texts.no_cut_off.to_owned(), |day| (texts.as_of)(&day.to_display()));
    let (files, digest) = &frame.counted;
    let facts = [(texts.roster)(&frame.roster_as_of), as_of, (texts.counted)(*files, digest)];
    view! { <p class="page-facts" aria-hidden="true">{ facts.join(" · ") }</p> }
}

/// What the state of saving is given.
#[derive(Clone, PartialEq, Properties)]
struct SaveStateProps {
    ctx: Context,
    /// How many files were received.
    files: usize,
}

/// Whether all of it is on this machine. It is drawn by itself, since each letter that is typed changes it, and said aloud only where it
/// stops being true.
#[component]
fn SaveState(props: &SaveStateProps) -> Html {
    let SaveStateProps { ctx, files } = props;
    let redraw = use_force_update();
    let save = Save::of(&ctx.store.0.model());
    let drawn = use_mut_ref(|| save);
    drawn.replace(save);
    use_effect_with(ctx.clone(), move |ctx| {
        let store = ctx.store.clone();
        let check = move || {
            if Save::of(&store.0.model()) != *drawn.borrow() {
                redraw.force_update();
            }
        };
        // Something may have changed between the drawing and this effect.
        check();
        let subscription = ctx.store.0.subscribe(Rc::new(check));
        move || drop(subscription)
    });
    let texts = &ctx.texts().frame;
    let Some(save) = save else { return Html::default() };
    let (class, words) = match save {
        Save::Saved => ("state", (texts.saved)(*files)),
        Save::Saving => ("state waiting", texts.saving.to_owned()),
        Save::Loading { read, all } => ("state waiting", (texts.loading)(read, all)),
        Save::Unsaved(fault) => ("state bad", [texts.unsaved, " – ", (texts.why)(fault)].concat()),
    };
    let remedy = match save {
        Save::Unsaved(fault) => Some((ctx.texts().common.fault)(fault)),
        Save::Saved | Save::Saving | Save::Loading { .. } => None,
    };
    ctx.finished(view! {
        <div class="saved">
            <p {class}>{ words }</p>
            <div role="alert">
                if let Some(remedy) = remedy {
                    <p class="error">{ remedy }</p>
                }
            </div>
        </div>
    })
}

fn navigation(ctx: &Context, frame: &Frame) -> Html {
    let texts = &ctx.texts().frame;
    let id = || frame.id.clone();
    let link = |place: Place, is_here: bool, words: String, waiting: usize| {
        view! {
            <a href={href(&place)} aria-current={is_here.then_some("page")}>
                { words }
                if waiting > 0 {
                    <span class="waits" title={ctx.texts().overview.waiting}>
                        { waiting }<span class="spoken">{ " " }{ ctx.texts().overview.waiting }</span>
                    </span>
                }
            </a>
        }
    };
    let here = &frame.place;
    let reading = Place::Reading(id(), String::new());
    let is_unit = matches!(here, Place::Units(_) | Place::Unit(..));
    let is_disputes = matches!(here, Place::Disputes(_));
    let disputes = (frame.disputes > 0 || is_disputes)
        .then(|| link(Place::Disputes(id()), is_disputes, ctx.texts().disputes.title.into(), frame.disputes));
    let is_compare = matches!(here, Place::Compare(..));
    let compare = (frame.can_compare || is_compare)
        .then(|| link(Place::Compare(id(), String::new()), is_compare, texts.compare.into(), 0));
    view! {
        <nav class="subnav no-print" aria-label={texts.views}>
            { link(Place::Overview(id()), matches!(here, Place::Overview(_)), texts.overview.into(), 0) }
            { link(Place::Register(id()), matches!(here, Place::Register(_)), texts.register.into(), 0) }
            { link(Place::Units(id()), is_unit, texts.units.into(), 0) }
            { link(reading, matches!(here, Place::Reading(..)), ctx.texts().reading.name.into(), 0) }
            { link(Place::Issues(id()), matches!(here, Place::Issues(_)), ctx.texts().issues.name.into(), 0) }
            { link(Place::Files(id()), matches!(here, Place::Files(_)), (texts.files)(frame.files), frame.waiting) }
            { disputes }
            { compare }
            { link(Place::Report(id()), matches!(here, Place::Report(_)), texts.report.into(), 0) }
            { link(Place::Settings(id()), matches!(here, Place::Settings(_)), texts.settings.into(), 0) }
        </nav>
    }
}
