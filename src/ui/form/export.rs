//! Before the export: what is open, and the export, which is never refused.

use super::part::part;
use super::pieces::{Form, title};
use super::remove;
use super::summary::error_summary;
use crate::app::views::{ExportState, export_state};
use crate::app::{Draft, Model, Msg, Section};
use crate::domain::assessment::Answer;
use crate::domain::checks::{Finding, Problem};
use crate::domain::progress::{Progress, progress};
use crate::exchange::merge::not_understood;
use crate::ui::html::html;
use crate::ui::review::not_understood_list;
use crate::ui::store::use_reach;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// As many findings are listed: who sees to these sees the next.
const AT_A_TIME: usize = 200;

#[derive(PartialEq)]
struct Shown {
    advice: Vec<(Section, Vec<Finding>)>,
    /// How much more advice there is.
    more: usize,
    errors: usize,
    /// Whether no text is too long for an import.
    fits: bool,
    progress: Progress,
    state: ExportState,
    /// The requirements that something was answered to.
    answered: Vec<String>,
    /// What a newer version of the product wrote.
    newer: Vec<String>,
}

impl Shown {
    fn of(model: &Model, draft: &Draft) -> Self {
        let findings = model.checked(&draft.assessment);
        let mut advice: Vec<(Section, Vec<Finding>)> = Vec::new();
        let advised = || findings.iter().filter(|finding| !finding.problem.is_error());
        for finding in advised().take(AT_A_TIME).cloned() {
            let section = model.section_of(&finding.place);
            match advice.last_mut() {
                Some((last, findings)) if *last == section => findings.push(finding),
                _ => advice.push((section, vec![finding])),
            }
        }
        let count = advised().count();
        let (errors, more) = (findings.len() - count, count.saturating_sub(AT_A_TIME));
        let progress = progress(&model.directive, &draft.assessment);
        let answers = &draft.assessment.answers;
        let is_answered = |id: &str| answers.get(id).is_some_and(|answer| *answer != Answer::default());
        let answered = model.directive.requirements().map(|(_, requirement)| requirement.id.clone());
        let answered = answered.filter(|id| is_answered(id)).collect();
        let newer = not_understood(&draft.assessment);
        let fits = !findings.iter().any(|finding| matches!(finding.problem, Problem::TooLong(_)));
        Self { advice, more, errors, fits, progress, state: export_state(model, draft), answered, newer }
    }
}

/// What is open, and the export.
pub(super) fn export(draft: &AttrValue) -> Html {
    part("export", draft, |model, draft| Some(Shown::of(model, draft)), draw)
}

fn draw(form: &Form, shown: &Shown) -> Html {
    let texts = form.texts;
    html! {
        <>
            { title((texts.section)(&Section::Export).into()) }
            { error_summary(form.draft, Section::Export) }
            <section class="sheet-part" aria-labelledby="open-title">
                <h2 id="open-title">{ texts.open }</h2>
                <p>{ (texts.completeness)(shown.progress.answered, shown.progress.in_scope) }</p>
                { advice(form, shown) }
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

/// What is likely to be asked for, by section.
fn advice(form: &Form, shown: &Shown) -> Html {
    if shown.advice.is_empty() {
        let text = if shown.errors == 0 { form.texts.nothing_open } else { "" };
        return html! { <p>{ text }</p> };
    }
    let one = |(section, findings): &(Section, Vec<Finding>)| {
        html! {
            <>
                <h3>{ (form.texts.section)(section) }</h3>
                { form.findings_list(&findings.iter().collect::<Vec<_>>()) }
            </>
        }
    };
    html! { <div class="advised">{ for shown.advice.iter().map(one) }{ form.more(shown.more) }</div> }
}

/// The export, what is known of the last one, and what to do with the file.
fn hand_out(form: &Form, shown: &Shown) -> Html {
    let texts = form.texts;
    let export = Msg::Export(form.draft.to_string());
    let last = match &shown.state {
        ExportState::Never => Html::default(),
        ExportState::Done { file, when, edited } => html! {
            <p>{ (texts.exported)(when) }{ " " }<code>{ file }</code>{ ". " }{ (texts.edited_since)(*edited) }</p>
        },
    };
    html! {
        <section class="sheet-part" aria-labelledby="hand-out-title">
            <h2 id="hand-out-title">{ texts.export_file }</h2>
            <p>{ texts.never_refused }</p>
            <div class="actions">
                <button type="button" class="btn main" onclick={form.reach.click(export)}>{ texts.export_file }</button>
                <a class="btn" href={form.address(Section::Print)}>{ texts.print_view }</a>
            </div>
            { last }
            <p class="hint">{ texts.send_on }{ " " }{ if shown.fits { texts.import_again } else { "" } }</p>
        </section>
    }
}

/// What a newer version wrote, which goes out with the file.
fn newer(form: &Form, paths: &[String]) -> Html {
    let texts = &form.reach.texts().review;
    html! {
        <section class="sheet-part" aria-labelledby="newer-title">
            <h2 id="newer-title">{ texts.newer }</h2>
            <p>{ texts.newer_hint }</p>
            { not_understood_list(form.reach, paths) }
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
    let reach = use_reach();
    let texts = &reach.texts().review;
    let chosen = use_state(Vec::<String>::new);
    let directive = reach.store.model().directive.clone();
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
        html! {
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
    let export = reach.click(Msg::ExportPortion(props.draft.to_string(), wanted));
    html! {
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
