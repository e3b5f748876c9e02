//! The review of a file before anything changes.

use super::store::Reach;
use super::texts::import::{Explained, ImportTexts};
use super::watch::watch;
use crate::app::Msg;
use crate::app::importing::{Review, ReviewFinding};
use crate::app::msg::ImportChoice;
use crate::domain::date::Moment;
use crate::exchange::preview::Preview;
use crate::ui::html::html;
use yew::prelude::*;

/// The first of the files under review, if there is one.
pub(super) fn import_review() -> Html {
    watch("import", |model| (model.reviews.first().cloned(), model.reviews.len()), draw)
}

fn draw(reach: &Reach, shown: &(Option<Review>, usize)) -> Html {
    let texts = &reach.texts().import;
    let Some(review) = &shown.0 else { return Html::default() };
    let (class, title) = match review.finding {
        ReviewFinding::Ready { .. } => ("review", texts.title),
        _ => ("review refused", texts.refused_title),
    };
    html! {
        <section {class} aria-labelledby="review-title">
            <h2 id="review-title" tabindex="-1">{ title }</h2>
            { body(reach, review) }
            if shown.1 > 1 {
                <p class="quiet">{ (texts.more)(shown.1 - 1) }</p>
            }
        </section>
    }
}

fn body(reach: &Reach, review: &Review) -> Html {
    let texts = &reach.texts().import;
    match &review.finding {
        ReviewFinding::Ready { preview, existing, .. } => html! {
            <>
                { facts(reach, &review.file_name, preview) }
                { choices(reach, preview, existing.is_some()) }
            </>
        },
        ReviewFinding::Refused(refusal) => refused(reach, &review.file_name, &(texts.refusal)(refusal)),
        ReviewFinding::Unreadable => refused(reach, &review.file_name, &(texts.unreadable)()),
    }
}

fn facts(reach: &Reach, file_name: &str, preview: &Preview) -> Html {
    let texts: &ImportTexts = &reach.texts().import;
    let when = |moment: Option<Moment>| moment.map(|moment| reach.store.model().wall_clock(moment)).unwrap_or_default();
    let progress = (reach.texts().drafts.progress)(preview.progress.answered, preview.progress.in_scope);
    html! {
        <dl>
            <dt>{ texts.file }</dt><dd>{ file_name.to_owned() }</dd>
            <dt>{ texts.unit }</dt>
            <dd>
                <span lang="vi">{ &preview.unit }</span>
                if preview.sample {
                    <strong class="sample">{ reach.texts().shell.sample }</strong>
                }
            </dd>
            <dt>{ texts.exported }</dt><dd>{ when(preview.exported_at) }</dd>
            <dt>{ texts.updated }</dt><dd>{ when(preview.updated_at) }</dd>
            <dt>{ texts.progress }</dt><dd>{ progress }{ ": " }{ (texts.statuses)(preview.statuses) }</dd>
            <dt>{ texts.evidence }</dt><dd>{ preview.evidence }</dd>
        </dl>
    }
}

fn choices(reach: &Reach, preview: &Preview, has_draft: bool) -> Html {
    let texts = &reach.texts().import;
    let button = |class: &'static str, choice, text: &'static str| {
        html! { <button {class} onclick={reach.click(Msg::Import(choice))}>{ text }</button> }
    };
    html! {
        <>
            if has_draft {
                <p>{ (texts.has_draft)(&preview.unit) }</p>
            }
            <div class="actions">
                if has_draft {
                    { button("btn main", ImportChoice::Add, texts.keep_both) }
                    { button("btn", ImportChoice::Replace, texts.replace) }
                } else {
                    { button("btn main", ImportChoice::Add, texts.add) }
                }
                { button("btn", ImportChoice::Cancel, texts.cancel) }
            </div>
            if has_draft {
                <p class="quiet">{ texts.replace_hint }</p>
            }
        </>
    }
}

fn refused(reach: &Reach, file_name: &str, explained: &Explained) -> Html {
    let texts = &reach.texts().import;
    html! {
        <div role="alert">
            <p>{ file_name.to_owned() }</p>
            <p><strong>{ &explained.what }</strong></p>
            if !explained.place.is_empty() {
                <p>{ texts.place }{ ": " }<code>{ &explained.place }</code></p>
            }
            <p>{ explained.remedy }</p>
            <div class="actions">
                <button class="btn" onclick={reach.click(Msg::Import(ImportChoice::Cancel))}>{ texts.close }</button>
            </div>
        </div>
    }
}
