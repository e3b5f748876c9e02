//! The review of files before anything changes: which files there are, what is wrong with each, and what becomes of it.

mod compare;
pub(super) mod looked;
mod refused;
mod returned;
mod value;

use super::context::ViewContext;
use super::form::pieces::more;
use super::origin::origin;
use super::texts::Texts;
use super::texts::import::ImportTexts;
use super::texts::review::ReviewTexts;
use super::watch::watch;
use app::msg::ImportChoice;
use app::review::{Review, ReviewFinding};
use app::views::draft_row;
use app::{Draft, Model, Msg};
use domain::assessment::Assessment;
use domain::date::Moment;
use exchange::merge::{Comparison, not_understood};
use exchange::name::one_line;
use exchange::preview::Preview;
use looked::{LOOKED_AT, not_understood_list};
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

/// The files under review, if there are any.
pub(super) fn review() -> Html {
    watch("review", ShownReview::of, draw)
}

#[derive(PartialEq)]
struct ShownReview {
    /// Each file, and what is to be said of it.
    files: Vec<(String, String)>,
    at: usize,
    left_out: usize,
    /// How many of them have nothing that could be taken in.
    refused: usize,
    review: Option<Review>,
    comparison: Option<Rc<Comparison>>,
    /// How many drafts there are: they may take remarks.
    drafts: usize,
}

impl ShownReview {
    fn of(model: &Model) -> Self {
        let texts = &Texts::of(model.lang).review;
        let file = |review: &Review| (name_of(texts, model, review), (texts.verdict)(&review.finding));
        let listed = model.reviews.get(..model.listed_reviews()).unwrap_or_default();
        Self {
            files: listed.iter().map(file).collect(),
            at: model.review,
            left_out: model.left_out,
            refused: listed.iter().filter(|review| review.is_refused()).count(),
            review: model.shown_review().cloned(),
            comparison: model.comparison(),
            drafts: model.drafts.iter().filter(|draft| !draft.deleted).count(),
        }
    }
}

fn draw(ctx: &ViewContext, shown: &ShownReview) -> Html {
    let texts = &ctx.texts().import;
    let Some(review) = &shown.review else { return Html::default() };
    let (class, title) = match review.finding {
        ReviewFinding::Ready { draft: Some(_), .. } => ("review", ctx.texts().review.drafts_title),
        ReviewFinding::Ready { .. } | ReviewFinding::Returned(_) => ("review", texts.title),
        _ => ("review refused", texts.refused_title),
    };
    view! {
        <section {class} aria-labelledby="review-title">
            <h2 id="review-title" tabindex="-1">{ title }</h2>
            { files(ctx, shown) }
            { body(ctx, review, shown) }
        </section>
    }
}

/// A line for each file; the one that is shown is marked.
fn files(ctx: &ViewContext, shown: &ShownReview) -> Html {
    let texts = &ctx.texts().review;
    let left_out = (shown.left_out > 0).then(|| view! { <p class="quiet">{ (texts.left_out)(shown.left_out) }</p> });
    if shown.files.len() < 2 {
        return left_out.unwrap_or_default();
    }
    let one = |(index, (file, verdict)): (usize, &(String, String))| {
        let current = (index == shown.at).then_some("true");
        view! {
            <li>
                <button type="button" class="btn link" aria-current={current} onclick={ctx.click(Msg::OpenReview(index))}>
                    { file.clone() }
                </button>
                <span>{ verdict.clone() }</span>
            </li>
        }
    };
    let label = (texts.files)(shown.files.len());
    view! {
        <nav class="review-files" aria-label={label.clone()}>
            <p class="quiet">{ label.clone() }</p>
            <ol role="list">{ for shown.files.iter().enumerate().map(one) }</ol>
            { left_out }
            if shown.refused > 1 {
                <button type="button" class="btn" onclick={ctx.click(Msg::Import(ImportChoice::CloseRefused))}>
                    { (texts.close_refused)(shown.refused) }
                </button>
            }
        </nav>
    }
}

fn body(ctx: &ViewContext, review: &Review, shown: &ShownReview) -> Html {
    let comparison = shown.comparison.as_ref();
    if let ReviewFinding::Returned(file) = &review.finding {
        return returned::returned(ctx, &review.file_name, file);
    }
    let ReviewFinding::Ready { preview, assessment, choices, existing, draft } = &review.finding else {
        return refused::refused(ctx, review);
    };
    let (drafted, is_draft) = (existing.is_some(), draft.is_some());
    let name = name_of(&ctx.texts().review, &ctx.runtime.model(), review);
    view! {
        <>
            { facts(ctx, &name, existing.as_deref().zip(draft.as_deref()), preview, assessment) }
            if let Some(comparison) = comparison {
                { compare::differences(ctx, (shown.at, is_draft), comparison, choices) }
            }
            { actions(ctx, &name, is_draft, comparison.map(Rc::as_ref), drafted) }
        </>
    }
}

/// What is under review by its name: a file by its own, a draft by when it was changed.
fn name_of(texts: &ReviewTexts, model: &Model, review: &Review) -> String {
    match &review.finding {
        ReviewFinding::Ready { draft: Some(_), preview, .. } => {
            let when = preview.updated_at.map(|moment| model.wall_clock(moment));
            (texts.draft)(&when.unwrap_or_default())
        }
        _ => review.file_name.clone(),
    }
}

/// What a file or, of two drafts, the other one is; `drafts` are their ids.
fn facts(
    ctx: &ViewContext,
    name: &str,
    drafts: Option<(&str, &str)>,
    preview: &Preview,
    assessment: &Assessment,
) -> Html {
    let texts: &ImportTexts = &ctx.texts().import;
    let review = &ctx.texts().review;
    let when = |moment: Option<Moment>| moment.map(|moment| ctx.runtime.model().wall_clock(moment)).unwrap_or_default();
    let progress = (ctx.texts().drafts.progress)(preview.progress.answered, preview.progress.in_scope);
    let covered = assessment.covered();
    let shown = covered.iter().take(LOOKED_AT).map(String::as_str).collect::<Vec<_>>().join(", ");
    let newer = not_understood(assessment);
    view! {
        <dl>
            if let Some((own, other)) = drafts {
                { for [own, other].into_iter().zip(review.draft_labels).map(|(id, label)| {
                    view! { <><dt>{ label }</dt><dd>{ told_apart(ctx, id) }</dd></> }
                }) }
            } else {
                <dt>{ texts.file }</dt>
                <dd>
                    { name.to_owned() }
                    if preview.resaved {
                        <p class="quiet">{ review.resaved }</p>
                    }
                </dd>
            }
            <dt>{ texts.unit }</dt>
            <dd>
                <span lang="vi">{ &preview.unit }</span>
                if preview.sample {
                    <strong class="sample">{ ctx.texts().shell.sample }</strong>
                }
            </dd>
            if !covered.is_empty() {
                <dt>{ review.covers }</dt><dd>{ shown }{ more(ctx, covered.len().saturating_sub(LOOKED_AT)) }<p class="quiet">{ review.covers_hint }</p></dd>
            }
            if drafts.is_none() {
                <dt>{ texts.exported }</dt><dd>{ when(preview.exported_at) }</dd>
                <dt>{ texts.updated }</dt><dd>{ when(preview.updated_at) }</dd>
            }
            <dt>{ texts.progress }</dt><dd>{ progress }{ ": " }{ (texts.statuses)(preview.statuses) }</dd>
            <dt>{ texts.evidence }</dt><dd>{ preview.evidence }</dd>
            if !newer.is_empty() {
                <dt>{ review.newer }</dt>
                <dd>{ not_understood_list(ctx, &newer) }<p class="quiet">{ review.newer_hint }</p></dd>
            }
        </dl>
    }
}

/// Where a draft comes from, and when it was changed.
fn told_apart(ctx: &ViewContext, id: &str) -> Html {
    let (model, texts) = (ctx.runtime.model(), &ctx.texts().drafts);
    let told = |draft: &Draft| {
        let row = draft_row(&model, draft);
        view! { <>{ origin(texts, &row) }{ "; " }{ (texts.changed)(&row.changed) }</> }
    };
    model.draft(id).map(told).unwrap_or_default()
}

fn actions(ctx: &ViewContext, name: &str, is_draft: bool, comparison: Option<&Comparison>, has_draft: bool) -> Html {
    let texts = &ctx.texts().import;
    let own = &ctx.texts().review;
    let button = |class: &'static str, choice, text: &'static str| {
        view! { <button type="button" {class} onclick={ctx.click(Msg::Import(choice))}>{ text }</button> }
    };
    let merges = comparison.is_some_and(|comparison| !comparison.differences.is_empty());
    let mark = (if is_draft { own.mark_of_draft } else { own.mark })(&one_line(name));
    if is_draft {
        // Both are here already, and both stay.
        return view! {
            <div class="actions">
                if merges {
                    { button("btn main", ImportChoice::Merge(mark), own.merge) }
                }
                { button("btn", ImportChoice::Cancel, texts.close) }
            </div>
        };
    }
    // A part of an assessment is a start of its own only where there is nothing to merge it into.
    let is_whole = comparison.is_none_or(Comparison::is_whole);
    let add = if has_draft { texts.keep_two } else { texts.add };
    view! {
        <>
            <div class="actions">
                if merges {
                    { button("btn main", ImportChoice::Merge(mark), own.merge) }
                }
                { button(if merges || has_draft { "btn" } else { "btn main" }, ImportChoice::Add, add) }
                if has_draft && is_whole {
                    { button("btn", ImportChoice::Replace, texts.replace) }
                }
                if is_whole {
                    { button("btn", ImportChoice::StartFrom, own.start_from) }
                }
                { button("btn", ImportChoice::Cancel, texts.cancel) }
            </div>
            if has_draft && is_whole {
                <p class="quiet">{ texts.replace_hint }</p>
            }
        </>
    }
}

#[cfg(all(test, feature = "markup"))]
mod tests;
