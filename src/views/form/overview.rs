//! The first page of a form: where the draft stands, where to go on, what is missing, and which steps are promised by when.

use super::missing::Missing;
use super::part::part;
use super::pieces::{Form, status_mark, title};
use super::summary::error_summary;
use app::views::overview::{DueStep, Overview, overview as overview_of};
use app::{Draft, Model, Msg, Section};
use domain::assessment::Status;
use domain::field::{Field, FormPlace, StepField};
use ui::view;
use yew::prelude::*;

#[derive(PartialEq)]
struct ShownOverview {
    overview: Overview,
    missing: Missing,
}

impl ShownOverview {
    fn of(model: &Model, draft: &Draft) -> Self {
        let assessment = &draft.assessment;
        Self { overview: overview_of(model, assessment), missing: Missing::of(model, draft) }
    }
}

pub(super) fn overview(draft: &AttrValue) -> Html {
    part("overview", draft, |model, draft| Some(ShownOverview::of(model, draft)), draw)
}

fn draw(form: &Form, ShownOverview { overview, missing }: &ShownOverview) -> Html {
    let texts = form.texts;
    view! {
        <>
            { title((texts.section)(&Section::Overview).into()) }
            { error_summary(form.draft, Section::Export) }
            <section class="sheet-part" aria-labelledby="status-title">
                <h2 id="status-title">{ texts.status_legend }</h2>
                { statuses(form, &overview.statuses) }
                { go_on(form, overview.next.as_ref()) }
            </section>
            if !overview.steps.is_empty() {
                <section class="sheet-part" aria-labelledby="due-title">
                    <h2 id="due-title">{ texts.steps_by_date }</h2>
                    <ul class="due" role="list">{ for overview.steps.iter().map(|due| due_step(form, due)) }</ul>
                    { form.more(overview.more_steps) }
                </section>
            }
            <section class="sheet-part" aria-labelledby="open-title">
                <h2 id="open-title">{ texts.open }</h2>
                { missing.draw(form) }
            </section>
        </>
    }
}

/// A bar with a piece for each requirement, and how many have which status.
fn statuses(form: &Form, statuses: &[(Option<Status>, usize)]) -> Html {
    let piece = |(status, count): &(Option<Status>, usize)| {
        let class = status_class(*status);
        (0..*count).map(|_| view! { <i {class} /> }).collect::<Html>()
    };
    let line = |(status, count): &(Option<Status>, usize)| {
        view! {
            <li>
                { status_mark(form.texts, *status) }{ " " }
                <span aria-hidden="true">{ (form.texts.status)(*status) }</span>{ " " }<b>{ *count }</b>
            </li>
        }
    };
    view! {
        <>
            <div class="stack" aria-hidden="true">{ for statuses.iter().map(piece) }</div>
            <ul class="stack-key" role="list">{ for statuses.iter().map(line) }</ul>
        </>
    }
}

/// The way on: to the next open place, and where none is left to the export.
fn go_on(form: &Form, next: Option<&FormPlace>) -> Html {
    let texts = form.texts;
    match next {
        Some(place) => {
            let text = [texts.go_on, ": ", &(texts.place)(place)].concat();
            let onclick = form.ctx.click(Msg::Follow(place.clone()));
            view! { <p><button type="button" class="btn main" {onclick}>{ text }</button></p> }
        }
        None => view! {
            <p><a class="btn main" href={form.address(Section::Export)}>{ (texts.section)(&Section::Export) }</a></p>
        },
    }
}

/// A next step in a line: by when, what, who, for which requirement.
fn due_step(form: &Form, DueStep { requirement, step }: &DueStep) -> Html {
    let texts = form.texts;
    let place = FormPlace::Field(Field::Step(requirement.clone(), step.id.clone(), StepField::Task));
    let due = if step.due.is_empty() { texts.undated.to_owned() } else { step.due.to_display() };
    let owner = step.owner.trim();
    view! {
        <li key={step.id.clone()}>
            <span class="due-day">{ due }</span>
            <span>
                <button type="button" class="btn link" lang="vi" onclick={form.ctx.click(Msg::Follow(place))}>
                    { step.task.trim().to_owned() }
                </button>
                <small>
                    if !owner.is_empty() {
                        <bdi lang="vi">{ owner.to_owned() }</bdi>{ " · " }
                    }
                    { (texts.requirement)(requirement) }
                </small>
            </span>
        </li>
    }
}

fn status_class(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Done) => "done",
        Some(Status::InProgress) => "in-progress",
        Some(Status::NotStarted) => "not-started",
        _ => "none",
    }
}
