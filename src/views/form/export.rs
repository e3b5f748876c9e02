//! Before the export: what is still open, and the export, which is never refused.

use super::missing::Missing;
use super::part::part;
use super::pieces::{Form, title};
use super::remove;
use super::summary::error_summary;
use crate::views::context::use_view_context;
use crate::views::review::looked::not_understood_list;
use app::views::{ExportState, export_state};
use app::{Draft, Model, Msg, Section};
use domain::assessment::Answer;
use domain::checks::Problem;
use domain::field::FormPlace;
use domain::progress::{Progress, progress};
use exchange::merge::not_understood;
use ui::view;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// As many edited places are listed.
const EDITED_AT_A_TIME: usize = 50;

#[derive(PartialEq)]
struct ShownExport {
    missing: Missing,
    /// Whether no text is too long for an import.
    fits: bool,
    progress: Progress,
    state: ExportState,
    /// The places edited since the export, as many as are listed.
    edited: Vec<FormPlace>,
    /// To whom the file goes, and the task that says so.
    to: Option<(String, String)>,
    /// The requirements that something was answered to.
    answered: Vec<String>,
    /// What a newer version of the product wrote.
    newer: Vec<String>,
}

impl ShownExport {
    fn of(model: &Model, draft: &Draft) -> Self {
        let findings = model.checked(&draft.assessment);
        let progress = progress(&model.directive, &draft.assessment);
        let answers = &draft.assessment.answers;
        let is_answered = |id: &str| answers.get(id).is_some_and(|answer| *answer != Answer::default());
        let answered = model.directive.requirements().map(|(_, requirement)| requirement.id.clone());
        let answered = answered.filter(|id| is_answered(id)).collect();
        let newer = not_understood(&draft.assessment);
        let fits = !findings.iter().any(|finding| matches!(finding.problem, Problem::TooLong(_)));
        let missing = Missing::of(model, draft);
        let edited = draft.touched.iter().filter_map(|id| FormPlace::from_dom_id(id)).take(EDITED_AT_A_TIME).collect();
        let to = model.directive.gathered_by().map(|(body, task)| (body.to_owned(), task.to_owned()));
        Self { edited, to, missing, fits, progress, state: export_state(model, draft), answered, newer }
    }
}

/// What is open, and the export.
pub(super) fn export(draft: &AttrValue) -> Html {
    part("export", draft, |model, draft| Some(ShownExport::of(model, draft)), draw)
}

fn draw(form: &Form, shown: &ShownExport) -> Html {
    let texts = form.texts;
    view! {
        <>
            { title((texts.section)(&Section::Export).into()) }
            { error_summary(form.draft, Section::Export) }
            <section class="sheet-part" aria-labelledby="open-title">
                <h2 id="open-title">{ texts.open }</h2>
                <p>{ (texts.completeness)(shown.progress.answered, shown.progress.in_scope) }</p>
                { shown.missing.draw(form) }
            </section>
            { hand_out(form, shown) }
            { remove::remove(form.draft) }
            if !shown.newer.is_empty() {
                { newer(form, &shown.newer) }
            }
            if !shown.answered.is_empty() {
                { yew::html! { <Portion draft={form.draft.clone()} answered={shown.answered.clone()} /> } }
            }
        </>
    }
}

/// The export, what is known of the last one, and what to do with the file.
fn hand_out(form: &Form, shown: &ShownExport) -> Html {
    let texts = form.texts;
    let export = Msg::Export(form.draft.to_string());
    let last = match &shown.state {
        ExportState::Never => Html::default(),
        ExportState::Done { file, when, edited } => view! {
            <>
                <p>{ (texts.exported)(when) }{ " " }<code>{ file }</code>{ ". " }{ (texts.edited_since)(*edited) }</p>
                if *edited > 0 {
                    <details class="edited">
                        <summary>{ texts.edited_places }</summary>
                        <ul>{ for shown.edited.iter().map(|place| view! { <li>{ form.follow(place) }</li> }) }</ul>
                        { form.more(edited - shown.edited.len()) }
                    </details>
                }
            </>
        },
    };
    view! {
        <section class="sheet-part" aria-labelledby="hand-out-title">
            <h2 id="hand-out-title">{ texts.export_file }</h2>
            <p>{ texts.never_refused }</p>
            <div class="actions">
                <button type="button" class="btn main" onclick={form.ctx.click(export)}>{ texts.export_file }</button>
                <a class="btn" href={form.address(Section::Report)}>{ (texts.section)(&Section::Report) }</a>
                <a class="btn" href={form.address(Section::Print)}>{ texts.print_view }</a>
            </div>
            { last }
            if let Some((body, task)) = &shown.to {
                <p>{ texts.send_to }{ " " }<b lang="vi">{ body }</b>{ (texts.by_task)(task) }</p>
            }
            <p class="hint">{ texts.send_on }{ " " }{ if shown.fits { texts.import_again } else { "" } }</p>
        </section>
    }
}

/// What a newer version wrote, which goes out with the file.
fn newer(form: &Form, paths: &[String]) -> Html {
    let texts = &form.ctx.texts().review;
    view! {
        <section class="sheet-part" aria-labelledby="newer-title">
            <h2 id="newer-title">{ texts.newer }</h2>
            <p>{ texts.newer_hint }</p>
            { not_understood_list(form.ctx, paths) }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PortionProps {
    draft: AttrValue,
    answered: Vec<String>,
}

/// The export of some requirements, for who has the others.
#[component]
fn Portion(props: &PortionProps) -> Html {
    let ctx = use_view_context();
    let texts = &ctx.texts().review;
    let chosen = use_state(Vec::<String>::new);
    let directive = ctx.runtime.model().directive.clone();
    let one = |id: &String| {
        let title = directive.requirement(id).map(|(_, requirement)| requirement.title.clone()).unwrap_or_default();
        let onchange = {
            let (chosen, id) = (chosen.clone(), id.clone());
            Callback::from(move |event: Event| {
                let is_on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
                let mut now = (*chosen).clone();
                now.retain(|other| *other != id);
                if is_on {
                    now.push(id.clone());
                }
                chosen.set(now);
            })
        };
        view! {
            <li key={id.clone()}>
                <label class="choice">
                    <input type="checkbox" checked={chosen.contains(id)} {onchange} />
                    <span>{ id.clone() }{ " " }<span lang="vi">{ title }</span></span>
                </label>
            </li>
        }
    };
    // In the order of the directive, whatever that of the choosing.
    let wanted: Vec<String> = props.answered.iter().filter(|id| chosen.contains(id)).cloned().collect();
    let is_empty = wanted.is_empty();
    let export = ctx.click(Msg::ExportPortion(props.draft.to_string(), wanted));
    view! {
        <details class="sheet-part portion">
            <summary>{ texts.portion }</summary>
            <p>{ texts.portion_hint }</p>
            <fieldset>
                <legend class="spoken">{ texts.portion }</legend>
                <ul role="list">{ for props.answered.iter().map(one) }</ul>
            </fieldset>
            <button type="button" class="btn" disabled={is_empty} onclick={export}>{ texts.export_portion }</button>
        </details>
    }
}
