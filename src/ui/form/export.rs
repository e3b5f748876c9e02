//! Before the export: what is open, and the export, which is never refused.

use super::part::part;
use super::pieces::{Form, title};
use super::summary::error_summary;
use crate::app::views::{ExportState, export_state};
use crate::app::{Draft, Model, Msg, Section};
use crate::domain::checks::Finding;
use crate::domain::progress::{Progress, progress};
use crate::ui::html::html;
use yew::prelude::*;

#[derive(PartialEq)]
struct Shown {
    advice: Vec<(Section, Vec<Finding>)>,
    errors: usize,
    progress: Progress,
    state: ExportState,
}

impl Shown {
    fn of(model: &Model, draft: &Draft) -> Self {
        let findings = model.findings_in(&Section::Export, &draft.assessment);
        let mut advice: Vec<(Section, Vec<Finding>)> = Vec::new();
        let mut errors = 0;
        for finding in findings {
            let section = model.section_of(&finding.place);
            match advice.last_mut() {
                _ if finding.problem.is_error() => errors += 1,
                Some((last, findings)) if *last == section => findings.push(finding),
                _ => advice.push((section, vec![finding])),
            }
        }
        let progress = progress(&model.directive, &draft.assessment);
        Self { advice, errors, progress, state: export_state(model, draft) }
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
            { hand_out(form, &shown.state) }
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
    html! { <div class="advised">{ for shown.advice.iter().map(one) }</div> }
}

/// The export, what is known of the last one, and what to do with the file.
fn hand_out(form: &Form, state: &ExportState) -> Html {
    let texts = form.texts;
    let export = Msg::Export(form.draft.to_string());
    let last = match state {
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
            <p class="hint">{ texts.send_on }</p>
        </section>
    }
}
