//! The ways to documents and workbooks.

use super::context::Context;
use coordination::msg::Msg;
use coordination::office::OfficeFile;
use coordination::views::office::OfficeView;
use ui::view;
use yew::prelude::*;

/// A button for each file; while one is being made, how far it has come, and a way to give it up. Nothing where there is no day as of which
/// they could speak.
pub(super) fn office(ctx: &Context, files: &[OfficeFile]) -> Html {
    let shown = OfficeView::of(&ctx.store.0.model()).filter(|shown| shown.can);
    let Some(shown) = shown else { return Html::default() };
    let texts = &ctx.texts().office;
    // They stay while one is being made: one of them has the focus.
    let is_busy = shown.making.is_some().then_some("true");
    let button = |file: &OfficeFile| {
        let onclick = ctx.click(Msg::ExportOffice(*file));
        view! {
            <>
                <button type="button" class="btn" id={file.button()} aria-disabled={is_busy} {onclick}>{ (texts.make)(*file) }</button>
                { " " }
            </>
        }
    };
    view! { <>{ for files.iter().map(button) }{ making(ctx, &shown) }</> }
}

/// How far the file that is being made has come, and a way to give it up.
fn making(ctx: &Context, shown: &OfficeView) -> Html {
    let texts = &ctx.texts().office;
    let Some(making) = shown.making else { return Html::default() };
    let progress =
        |done: String, all: String| view! { <progress value={done} max={all} aria-label={texts.progress} /> };
    let told = match (shown.rows, shown.read) {
        (Some((done, all)), _) => Some(((texts.rows)(done, all), progress(done.to_string(), all.to_string()))),
        (None, Some((read, all))) => {
            Some(((texts.read)(read, all), progress(read.to_string(), all.max(1).to_string())))
        }
        (None, None) => None,
    };
    let (words, bar) = told.unzip();
    view! {
        <>
            <span role="status">{ (texts.making)(making) }</span>
            { " " }
            { bar }
            { " " }
            <span class="quiet">{ words }</span>
            { " " }
            <button type="button" class="btn" onclick={ctx.click(Msg::CancelOffice)}>{ texts.cancel }</button>
        </>
    }
}
