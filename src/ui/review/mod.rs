//! The review of files before anything changes: which there are, what is the matter with each, and what becomes of it.

mod compare;
mod refused;
#[cfg(test)]
mod tests;
mod value;

use super::form::pieces::more;
use super::store::Reach;
use super::texts::Texts;
use super::texts::import::ImportTexts;
use super::watch::watch;
use crate::app::importing::{Review, ReviewFinding};
use crate::app::msg::ImportChoice;
use crate::app::{Model, Msg};
use crate::domain::assessment::Assessment;
use crate::domain::date::Moment;
use crate::domain::link::is_turn;
use crate::exchange::merge::{Comparison, not_understood};
use crate::exchange::preview::Preview;
use crate::ui::html::html;
use std::rc::Rc;
use yew::prelude::*;

/// The files under review, if there are any.
pub(super) fn review() -> Html {
    watch("review", Shown::of, draw)
}

#[derive(PartialEq)]
struct Shown {
    /// Each file, and what is to be said of it.
    files: Vec<(String, String)>,
    at: usize,
    left_out: usize,
    /// How many of them have nothing that could be taken in.
    refused: usize,
    review: Option<Review>,
    comparison: Option<Rc<Comparison>>,
}

impl Shown {
    fn of(model: &Model) -> Self {
        let texts = &Texts::of(model.lang).review;
        let file = |review: &Review| (review.file_name.clone(), (texts.verdict)(&review.finding));
        Self {
            files: model.reviews.iter().map(file).collect(),
            at: model.review,
            left_out: model.left_out,
            refused: model.reviews.iter().filter(|review| review.is_refused()).count(),
            review: model.shown_review().cloned(),
            comparison: model.comparison(),
        }
    }
}

fn draw(reach: &Reach, shown: &Shown) -> Html {
    let texts = &reach.texts().import;
    let Some(review) = &shown.review else { return Html::default() };
    let (class, title) = match review.finding {
        ReviewFinding::Ready { .. } => ("review", texts.title),
        _ => ("review refused", texts.refused_title),
    };
    html! {
        <section {class} aria-labelledby="review-title">
            <h2 id="review-title" tabindex="-1">{ title }</h2>
            { files(reach, shown) }
            { body(reach, review, shown) }
        </section>
    }
}

/// A line for each file; the one that is shown is marked.
fn files(reach: &Reach, shown: &Shown) -> Html {
    let texts = &reach.texts().review;
    let left_out = (shown.left_out > 0).then(|| html! { <p class="quiet">{ (texts.left_out)(shown.left_out) }</p> });
    if shown.files.len() < 2 {
        return left_out.unwrap_or_default();
    }
    let one = |(index, (file, verdict)): (usize, &(String, String))| {
        let current = (index == shown.at).then_some("true");
        html! {
            <li>
                <button type="button" class="btn link" aria-current={current} onclick={reach.click(Msg::OpenReview(index))}>
                    { file.clone() }
                </button>
                <span>{ verdict.clone() }</span>
            </li>
        }
    };
    let label = (texts.files)(shown.files.len());
    html! {
        <nav class="review-files" aria-label={label.clone()}>
            <p class="quiet">{ label.clone() }</p>
            <ol role="list">{ for shown.files.iter().enumerate().map(one) }</ol>
            { left_out }
            if shown.refused > 1 {
                <button type="button" class="btn" onclick={reach.click(Msg::Import(ImportChoice::CloseRefused))}>
                    { (texts.close_refused)(shown.refused) }
                </button>
            }
        </nav>
    }
}

fn body(reach: &Reach, review: &Review, shown: &Shown) -> Html {
    let comparison = shown.comparison.as_ref();
    let ReviewFinding::Ready { preview, assessment, choices, existing } = &review.finding else {
        return refused::refused(reach, review);
    };
    let drafted = existing.is_some();
    html! {
        <>
            { facts(reach, &review.file_name, preview, assessment) }
            if let Some(comparison) = comparison {
                { compare::differences(reach, shown.at, comparison, choices) }
            }
            { actions(reach, review, comparison.map(Rc::as_ref), drafted) }
        </>
    }
}

fn facts(reach: &Reach, file_name: &str, preview: &Preview, assessment: &Assessment) -> Html {
    let texts: &ImportTexts = &reach.texts().import;
    let review = &reach.texts().review;
    let when = |moment: Option<Moment>| moment.map(|moment| reach.store.model().wall_clock(moment)).unwrap_or_default();
    let progress = (reach.texts().drafts.progress)(preview.progress.answered, preview.progress.in_scope);
    let covered = assessment.covered();
    let shown = covered.iter().take(LOOKED_AT).map(String::as_str).collect::<Vec<_>>().join(", ");
    let newer = not_understood(assessment);
    html! {
        <dl>
            <dt>{ texts.file }</dt>
            <dd>
                { file_name.to_owned() }
                if preview.resaved {
                    <p class="quiet">{ review.resaved }</p>
                }
            </dd>
            <dt>{ texts.unit }</dt>
            <dd>
                <span lang="vi">{ &preview.unit }</span>
                if preview.sample {
                    <strong class="sample">{ reach.texts().shell.sample }</strong>
                }
            </dd>
            if !covered.is_empty() {
                <dt>{ review.covers }</dt><dd>{ shown }{ more(reach, covered.len().saturating_sub(LOOKED_AT)) }<p class="quiet">{ review.covers_hint }</p></dd>
            }
            <dt>{ texts.exported }</dt><dd>{ when(preview.exported_at) }</dd>
            <dt>{ texts.updated }</dt><dd>{ when(preview.updated_at) }</dd>
            <dt>{ texts.progress }</dt><dd>{ progress }{ ": " }{ (texts.statuses)(preview.statuses) }</dd>
            <dt>{ texts.evidence }</dt><dd>{ preview.evidence }</dd>
            if !newer.is_empty() {
                <dt>{ review.newer }</dt>
                <dd>{ not_understood_list(reach, &newer) }<p class="quiet">{ review.newer_hint }</p></dd>
            }
        </dl>
    }
}

/// As many items of a list are shown to be looked at.
const LOOKED_AT: usize = 100;

/// The fields of a newer version, by their places.
pub(super) fn not_understood_list(reach: &Reach, paths: &[String]) -> Html {
    let one = |path: &String| html! { <li><code>{ path.clone() }</code></li> };
    html! {
        <>
            <ul class="paths" role="list">{ for paths.iter().take(LOOKED_AT).map(one) }</ul>
            { more(reach, paths.len().saturating_sub(LOOKED_AT)) }
        </>
    }
}

fn actions(reach: &Reach, review: &Review, comparison: Option<&Comparison>, has_draft: bool) -> Html {
    let texts = &reach.texts().import;
    let own = &reach.texts().review;
    let button = |class: &'static str, choice, text: &'static str| {
        html! { <button type="button" {class} onclick={reach.click(Msg::Import(choice))}>{ text }</button> }
    };
    let merges = comparison.is_some_and(|comparison| !comparison.differences.is_empty());
    let mark = (own.mark)(&one_line(&review.file_name));
    // A part of an assessment is a start of its own only where there is nothing to merge it into.
    let is_whole = comparison.is_none_or(Comparison::is_whole);
    let add = if has_draft { texts.keep_two } else { texts.add };
    html! {
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

/// A file's name as a part of a line: without what would break the line or turn its direction, and no longer than a disk
/// would take; in an archive it may be.
fn one_line(name: &str) -> String {
    const LONGEST: usize = 255;
    name.chars().filter(|letter| !letter.is_control() && !is_turn(*letter)).take(LONGEST).collect()
}
