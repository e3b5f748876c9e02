//! A task (nhiệm vụ): who is to do it, how it concerns the unit, and its requirements.

use super::part::part;
use super::pieces::{ChoiceInput, Form, title};
use super::requirement::requirement;
use super::summary::error_summary;
use app::{Draft, Edit, Model, Section};
use domain::assessment::Assessment;
use domain::directive;
use domain::field::FormPlace;
use domain::scope::{Scope, scope};
use ui::view;
use yew::prelude::*;

/// How a task concerns the unit, and how many of its requirements were answered all the same.
type ShownTask = (Scope, usize);

pub(super) fn task(draft: &AttrValue, task: &str) -> Html {
    let (name, id, task) = (["task-", task].concat(), task.to_owned(), task.to_owned());
    let select = move |model: &Model, draft: &Draft| shown(model, &draft.assessment, &task);
    part(&name, draft, select, move |form, shown| draw(form, &id, *shown))
}

fn shown(model: &Model, assessment: &Assessment, task: &str) -> Option<ShownTask> {
    let task = model.directive.task(task)?;
    let answered = task.requirements.iter().filter(|requirement| assessment.answers.contains_key(&requirement.id));
    Some((scope(task, &assessment.unit, &assessment.opted_in), answered.count()))
}

fn draw(form: &Form, task: &str, (scope, answered): ShownTask) -> Html {
    let directive = form.ctx.runtime.model().directive.clone();
    let Some(task) = directive.task(task) else { return Html::default() };
    let section = Section::Task(task.id.clone());
    view! {
        <>
            { title((form.texts.section)(&section).into()) }
            { about(form, task, scope) }
            { error_summary(form.draft, section) }
            if scope == Scope::OptedIn || !scope.is_in() {
                { scope_note(form, task, scope, answered) }
            }
            if scope.is_in() {
                { for task.requirements.iter().map(|one| requirement(form.draft, &one.id)) }
            }
        </>
    }
}

/// The editor's headline; in its fold how the task concerns the unit, and the directive's words for who does what.
fn about(form: &Form, task: &directive::Task, scope: Scope) -> Html {
    let one = |role: &directive::Role| {
        view! { <li><span lang="vi">{ &role.named }</span>{ ": " }<span lang="vi">{ &role.words }</span></li> }
    };
    view! {
        <details class="about">
            <summary class="headline" lang="vi">{ &task.headline }</summary>
            <div>
                if scope != Scope::OptedIn && scope.is_in() {
                    <p>{ (form.texts.scope)(scope) }</p>
                }
                <ul class="who">{ for task.roles.iter().map(one) }</ul>
                <p><a href={["#/cong-van/", &task.id].concat()}>{ form.texts.in_directive }</a></p>
            </div>
        </details>
    }
}

/// Why the task does not concern the unit, or only by its own choice: what the directive does not give it, it may take part in.
fn scope_note(form: &Form, task: &directive::Task, scope: Scope, answered: usize) -> Html {
    let texts = form.texts;
    let is_opted_in = scope == Scope::OptedIn;
    let edit = Edit::OptIn(task.id.clone(), !is_opted_in);
    let id = Some(FormPlace::OptIn(task.id.clone()).dom_id());
    view! {
        <div class={if scope.is_in() { "scope" } else { "scope out" }}>
            <p>{ (texts.scope)(scope) }</p>
            { form.choice(ChoiceInput { kind: "checkbox", name: None, id, on: is_opted_in, edit }, texts.opt_in.into()) }
            if !scope.is_in() {
                <p class="hint">
                    { if answered > 0 { (texts.kept_answers)(answered) } else { texts.not_counted.to_owned() } }
                </p>
            }
        </div>
    }
}
