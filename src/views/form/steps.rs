//! The next steps (nhiệm vụ, giải pháp): one row each, with who leads it and by when.

use super::card::Card;
use super::pieces::Form;
use app::Edit;
use domain::assessment::NextStep;
use domain::checks::{Finding, of_step};
use domain::field::{Field, FormPlace, StepField};
use std::ops::Range;
use std::rc::Rc;
use ui::field::remarks;
use ui::pages::pages;
use ui::view;
use yew::prelude::*;

/// As many are drawn at a time.
const AT_A_TIME: usize = 20;

/// The next steps of a requirement.
pub(super) fn steps(card: &Card) -> Html {
    let (form, steps) = (&card.form, &card.view.answer.next_steps);
    let place = FormPlace::Steps(card.id.clone());
    let (id, found) = (place.dom_id(), form.remarks(&place));
    let remarks_id = [&id, "-remarks"].concat();
    let described_by = (!found.is_empty()).then(|| remarks_id.clone());
    view! {
        <fieldset class="field" key="steps" {id} tabindex="-1" aria-describedby={described_by}>
            <legend>{ form.texts.steps }</legend>
            { remarks(&remarks_id, &found) }
            if !steps.is_empty() {
                <p class="hint">{ form.texts.steps_hint }</p>
                { rows(card) }
            }
            { form.button(form.texts.add_step, Edit::AddStep(card.id.clone())) }
        </fieldset>
    }
}

fn rows(card: &Card) -> Html {
    let (ctx, draft, id, view) =
        (card.form.ctx.clone(), card.form.draft.clone(), card.id.clone(), Rc::clone(card.view));
    let (count, sought) = (view.answer.next_steps.len(), view.sought_step);
    let rows = move |rows: Range<usize>| {
        let steps = view.answer.next_steps.iter().enumerate().skip(rows.start).take(rows.len());
        let one = |(index, step): (usize, &NextStep)| {
            // Of thousands of findings each field is to look through its own.
            let found: Vec<Finding> = of_step(&view.findings, &step.id).cloned().collect();
            let form = Form::new(&ctx, &draft);
            row(&Card { form: form.with(&found), id: &id, view: &view }, index, step)
        };
        view! { <ol class="steps" role="list">{ for steps.map(one) }</ol> }
    };
    pages(card.form.ctx.setting(), "rows", count, AT_A_TIME, sought, rows)
}

fn row(card: &Card, index: usize, step: &NextStep) -> Html {
    let form = &card.form;
    let field = |field, value| form.field(Field::Step(card.id.clone(), step.id.clone(), field), value);
    let remove = form.edit(Edit::RemoveStep(card.id.clone(), step.id.clone()));
    view! {
        <li key={step.id.clone()}>
            { field(StepField::Task, step.task.clone()) }
            { field(StepField::Owner, step.owner.clone()) }
            { field(StepField::Due, step.due.to_display()) }
            <details>
                <summary>{ (form.texts.step_outcome)(&step.done_at.to_display(), !step.result.trim().is_empty()) }</summary>
                <div>
                    { field(StepField::DoneAt, step.done_at.to_display()) }
                    { field(StepField::Result, step.result.clone()) }
                </div>
            </details>
            <button type="button" class="btn link" aria-label={(form.texts.remove_step)(index + 1)}
                onclick={form.ctx.click(remove)}>{ form.texts.remove }</button>
        </li>
    }
}
