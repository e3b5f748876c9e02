//! What is to be done next (nhiệm vụ, giải pháp): one row a task, with who leads it and by when.

use super::requirement::Card;
use crate::app::Edit;
use crate::domain::assessment::NextStep;
use crate::domain::field::{Field, Place, StepField};
use crate::ui::html::html;
use yew::prelude::*;

/// The next steps of a requirement.
pub(super) fn steps(card: &Card) -> Html {
    let (form, steps) = (&card.form, &card.view.answer.next_steps);
    html! {
        <fieldset class="field" key="steps" id={Place::Steps(card.id.clone()).dom_id()} tabindex="-1">
            <legend>{ form.texts.steps }</legend>
            if !steps.is_empty() {
                <p class="hint">{ form.texts.steps_hint }</p>
                <ol class="steps" role="list">{ for steps.iter().enumerate().map(|(index, step)| row(card, index, step)) }</ol>
            }
            { form.button(form.texts.add_step, Edit::AddStep(card.id.clone())) }
        </fieldset>
    }
}

fn row(card: &Card, index: usize, step: &NextStep) -> Html {
    let form = &card.form;
    let field = |field, value| form.field(Field::Step(card.id.clone(), step.id.clone(), field), value);
    let remove = form.edit(Edit::RemoveStep(card.id.clone(), step.id.clone()));
    html! {
        <li key={step.id.clone()}>
            { field(StepField::Task, step.task.clone()) }
            { field(StepField::Owner, step.owner.clone()) }
            { field(StepField::Due, step.due.to_display()) }
            <button type="button" class="btn link" aria-label={(form.texts.remove_step)(index + 1)}
                onclick={form.reach.click(remove)}>{ form.texts.remove }</button>
        </li>
    }
}
