//! A requirement on a task's card: one line that opens to the clause, the notes, and the answer so far.

use super::card::{CardView, card_dom_id};
use super::sheet::{Point, clause_dom_id};
use super::{kind, note_words};
use crate::app::{Msg, Route, Section};
use crate::domain::assessment::{Answer, NextStep};
use crate::domain::directive::{Kind, Requirement};
use crate::domain::field::{AnswerField, Field};
use crate::ui::bar::href;
use crate::ui::form::pieces::{evidence_lines, joined, status_mark};
use crate::ui::html::html;
use yew::prelude::*;

/// A requirement as a line of its task's card.
pub(super) fn requirement(view: &CardView, requirement: &Requirement) -> Html {
    let texts = view.texts();
    let read_as = &view.reading.shown.read_as;
    let id = AttrValue::from(requirement.id.clone());
    let point = Point { on_point: &view.reading.on_point, at: &id };
    let is_part = !requirement.part_of.is_empty();
    let class = match (is_part, view.is_highlighted(&id)) {
        (true, true) => Some("sub on"),
        (true, false) => Some("sub"),
        (false, true) => Some("on"),
        (false, false) => None,
    };
    let answer = read_as.assessment.answers.get(&requirement.id).filter(|_| view.is_mine());
    let status = answer.and_then(|answer| answer.status);
    // Opened where the address leads to it; after that it is the person's to open and close.
    let is_open = read_as.target.as_deref() == Some(&*id);
    html! {
        <li key={requirement.id.clone()} {class} onmouseenter={point.to()} onfocusin={point.to()}
            onmouseleave={point.away()} onfocusout={point.away()}>
            <details open={is_open}>
                <summary class="req-row" id={card_dom_id(&id)}>
                    <span class="req-line">
                        if view.is_mine() {
                            <span>{ status_mark(&view.reach.texts().form, status) }</span>
                        }
                        <span class="id">{ id.clone() }</span>
                        <span lang="vi">{ &requirement.title }</span>
                    </span>
                </summary>
                <div class="req-open">
                    { clause(view, requirement) }
                    if !requirement.notes.is_empty() {
                        <ul class="notes" role="list">
                            { for requirement.notes.iter().map(|note| html! { <li>{ note_words(texts, note) }</li> }) }
                        </ul>
                    }
                    if view.is_mine() {
                        { so_far(view, requirement, answer) }
                    }
                    { actions(view, requirement) }
                </div>
            </details>
        </li>
    }
}

/// The words of the requirement; those of an editor's with the clause of the document that they are a part of.
fn clause(view: &CardView, requirement: &Requirement) -> Html {
    let texts = view.texts();
    let quote = |label: Html, kind: Kind, words: &str| {
        html! {
            <div class={(kind == Kind::Editorial).then_some("editorial")}>
                <p>{ label }</p><blockquote lang="vi">{ words.to_owned() }</blockquote>
            </div>
        }
    };
    let own = quote(kind(texts, requirement.clause.kind), requirement.clause.kind, &requirement.clause.text);
    let whole = view.reading.shown.directive.shown_for(&requirement.id).filter(|whole| whole.id != requirement.id);
    let whole = whole.map(|whole| {
        let label = html! { <span class="kind">{ (texts.clause_of)(&whole.id) }</span> };
        quote(label, whole.clause.kind, &whole.clause.text)
    });
    html! { <>{ own }{ whole }</> }
}

/// The unit's answer so far; only what there is.
fn so_far(view: &CardView, requirement: &Requirement, answer: Option<&Answer>) -> Html {
    let texts = &view.reach.texts().form;
    let assessment = &view.reading.shown.read_as.assessment;
    let field = |field: AnswerField| {
        let field = Field::Answer(requirement.id.clone(), field);
        let words = assessment.text(&field);
        let is_filled = !words.trim().is_empty();
        is_filled.then(|| html! { <><dt>{ (texts.label)(&field) }</dt><dd lang="vi">{ words }</dd></> })
    };
    let list = |label: &'static str, lines: Vec<Html>| {
        (!lines.is_empty()).then(|| html! { <><dt>{ label }</dt><dd><ul role="list">{ for lines }</ul></dd></> })
    };
    let steps = answer.iter().flat_map(|answer| &answer.next_steps);
    let steps = steps.map(|step| html! { <li lang="vi">{ step_line(step) }</li> }).collect();
    let picked = answer.iter().flat_map(|answer| &answer.evidence).filter_map(|id| assessment.evidence_by_id(id));
    let picked = picked.map(|entry| html! { <li>{ evidence_lines(texts, entry) }</li> }).collect();
    html! {
        <dl class="so-far">
            <dt>{ texts.status_legend }</dt>
            <dd>{ (texts.status)(answer.and_then(|answer| answer.status)) }</dd>
            { field(AnswerField::Results) }
            { field(AnswerField::Limitations) }
            { field(AnswerField::ObjectiveCauses) }
            { field(AnswerField::SubjectiveCauses) }
            { list(texts.evidence, picked) }
            { field(AnswerField::NoEvidenceReason) }
            { list(texts.steps, steps) }
        </dl>
    }
}

/// A next step in one line: what, who, by when.
fn step_line(step: &NextStep) -> Html {
    joined(&[step.task.trim(), step.owner.trim(), &step.due.to_display()], " – ")
}

/// Back to the clause on the sheet, and on into the form.
fn actions(view: &CardView, requirement: &Requirement) -> Html {
    let texts = view.texts();
    let shown = view.reading.shown.directive.shown_for(&requirement.id);
    let show = shown.map(|shown| view.reach.click(Msg::Focus(clause_dom_id(&shown.id))));
    let draft = view.draft().filter(|_| view.is_mine());
    let edit = draft.map(|draft| href(&Route::Draft(draft.clone(), Section::Requirement(requirement.id.clone()))));
    html! {
        <p class="actions">
            if let Some(onclick) = show {
                <button class="btn link" {onclick}>{ texts.show_clause }</button>
            }
            if let Some(href) = edit {
                <a {href}>{ texts.edit }</a>
            }
        </p>
    }
}
