//! The bar: where one can go, whether the work is saved, and the action that finishes the job.

use super::context::ViewContext;
use super::watch::watch;
use app::space::Space;
use app::views::{self, SaveLine};
use app::{Model, Msg, Route, Section};
use domain::lang::Lang;
use ui::view;
use yew::prelude::*;

pub(super) fn bar() -> Html {
    watch("bar", ShownBar::of, draw)
}

fn draw(ctx: &ViewContext, shown: &ShownBar) -> Html {
    let texts = &ctx.texts().shell;
    let link = |route: &Route, is_here: bool, text: &'static str| {
        let current = is_here.then_some("page");
        view! { <a href={href(route)} aria-current={current}>{ text }</a> }
    };
    let other = if ctx.lang == Lang::Vi { Lang::En } else { Lang::Vi };
    view! {
        <header class="bar" part="bar">
            <button class="skip" onclick={ctx.click(Msg::Focus("view-title".into()))}>{ texts.skip }</button>
            <nav aria-label={texts.views}>
                { link(&Route::Directive(None), shown.is_directive, texts.directive) }
                { link(&shown.assessment, !shown.is_directive && !shown.is_board, texts.assessment) }
                if shown.is_board {
                    { link(&Route::Board(String::new()), true, texts.board) }
                }
            </nav>
            if shown.is_sample {
                <strong class="sample" title={texts.sample_explained}>{ texts.sample }</strong>
            }
            <div class="bar-end">
                { save_state() }
                <button class="btn link" lang={other.tag()} onclick={ctx.click(Msg::SetLang(other))}>
                    { texts.other_language }
                </button>
                if let Some(draft) = &shown.draft {
                    <a class="btn main" href={href(&Route::Draft(draft.clone(), Section::Export))}>{ texts.export }</a>
                }
            </div>
            if let Some(back) = &shown.way_back {
                <a class="way-back" href={href(back)}>{ "← " }{ (texts.back_to)(back) }</a>
            }
        </header>
    }
}

/// What the browser says of the place where the drafts are kept, once there are some.
fn place(ctx: &ViewContext, (line, _, space): &(SaveLine, String, Space)) -> Html {
    let texts = &ctx.texts().history;
    if matches!(line, SaveLine::Opening | SaveLine::NothingYet) {
        return Html::default();
    }
    if let Some((used, free)) = space.running_low() {
        let megabytes = |bytes: u64| (bytes >> 20).to_string();
        return view! { <span class="place low">{ (texts.running_low)(&megabytes(used), &megabytes(free)) }</span> };
    }
    // Where it promises nothing, the list of drafts says so, and what to do.
    if space.kept == Some(true) {
        view! { <span class="place">{ texts.kept_short }</span> }
    } else {
        Html::default()
    }
}

/// The address of a view, for a link.
pub(super) fn href(route: &Route) -> String {
    ["#", &route.path()].concat()
}

#[derive(PartialEq)]
struct ShownBar {
    is_directive: bool,
    /// Who does not open the board never meets it.
    is_board: bool,
    /// Where the assessment is, or goes on.
    assessment: Route,
    draft: Option<String>,
    is_sample: bool,
    way_back: Option<Route>,
}

impl ShownBar {
    fn of(model: &Model) -> Self {
        let viewed = model.viewed_draft();
        let is_directive = matches!(model.route, Route::Directive(_));
        let is_board = matches!(model.route, Route::Board(_));
        Self {
            is_directive,
            is_board,
            assessment: if is_directive || is_board { model.resumed() } else { Route::Drafts },
            draft: viewed.map(|draft| draft.id.clone()),
            is_sample: viewed.is_some_and(|draft| draft.assessment.sample),
            way_back: model.way_back(),
        }
    }
}

/// Whether the work is saved: always to be seen, and said aloud when it stops being true.
fn save_state() -> Html {
    watch("save-state", saved, draw_saved)
}

/// The state, the time of day where it names one, and what the browser says of the place.
fn saved(model: &Model) -> (SaveLine, String, Space) {
    let line = views::save_line(model);
    let time = if let SaveLine::Saved(Some(moment)) = line { model.time_of_day(moment) } else { String::new() };
    (line, time, model.space)
}

fn draw_saved(ctx: &ViewContext, line: &(SaveLine, String, Space)) -> Html {
    let texts = &ctx.texts().shell;
    let (class, text) = match line.0 {
        SaveLine::Opening => ("state waiting", texts.opening.to_owned()),
        SaveLine::NothingYet => ("state waiting", texts.nothing_yet.to_owned()),
        SaveLine::Saved(None) => ("state", texts.saved_before.to_owned()),
        SaveLine::Saved(Some(_)) => ("state", (texts.saved_at)(&line.1)),
        SaveLine::Saving => ("state waiting", texts.saving.to_owned()),
        SaveLine::Unsaved(_) => ("state bad", texts.unsaved.to_owned()),
    };
    let fault = if let SaveLine::Unsaved(fault) = line.0 { (texts.fault)(fault) } else { "" };
    view! {
        <>
            <span class="saved">
                <span class={class} id="save-state">{ text }</span>
                { place(ctx, line) }
            </span>
            <span class="fault" role="alert">{ fault }</span>
        </>
    }
}
