//! A requirement on a task's card: one line that opens to the clause, the notes, and the answer so far.

use super::card_view::{CardView, card_dom_id};
use super::notes::{kind, note_words};
use super::sheet::{Point, clause_dom_id};
use crate::views::bar::href;
use crate::views::form::pieces::{evidence_lines, joined, lacking, status_mark};
use app::{Msg, Route, Section, views};
use domain::assessment::{Answer, NextStep};
use domain::checks;
use domain::directive::{Kind, Requirement};
use domain::field::{AnswerField, Field};
use ui::view;
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
    let found = || checks::check_requirement(&read_as.assessment, &requirement.id).len();
    let lacks = answer.and_then(|_| views::lacks(status, found()));
    // Opened where the address leads to it; after that it is the person's to open and close.
    let is_open = read_as.target.as_deref() == Some(&*id);
    view! {
        <li key={requirement.id.clone()} {class} onmouseenter={point.to()} onfocusin={point.to()}
            onmouseleave={point.away()} onfocusout={point.away()}>
            <details open={is_open}>
                <summary class="req-row" id={card_dom_id(&id)}>
                    <span class="req-line">
                        if view.is_mine() {
                            <span>{ status_mark(&view.ctx.texts().form, status) }</span>
                        }
                        <span class="id">{ id.clone() }</span>
                        <span><span lang="vi">{ &requirement.title }</span>{ lacking(&view.ctx.texts().form, lacks) }</span>
                    </span>
                </summary>
                <div class="req-open">
                    { clause(view, requirement) }
                    if !requirement.notes.is_empty() {
                        <ul class="notes" role="list">
                            { for requirement.notes.iter().map(|note| view! { <li>{ note_words(texts, note) }</li> }) }
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
        view! {
            <div class={(kind == Kind::Editorial).then_some("editorial")}>
                <p>{ label }</p><blockquote lang="vi">{ words.to_owned() }</blockquote>
            </div>
        }
    };
    let own = quote(kind(texts, requirement.clause.kind), requirement.clause.kind, &requirement.clause.text);
    let whole = view.reading.shown.directive.shown_for(&requirement.id).filter(|whole| whole.id != requirement.id);
    let whole = whole.map(|whole| {
        let label = view! { <span class="kind">{ (texts.clause_of)(&whole.id) }</span> };
        quote(label, whole.clause.kind, &whole.clause.text)
    });
    view! { <>{ own }{ whole }</> }
}

/// The unit's answer so far, without empty parts.
fn so_far(view: &CardView, requirement: &Requirement, answer: Option<&Answer>) -> Html {
    let texts = &view.ctx.texts().form;
    let assessment = &view.reading.shown.read_as.assessment;
    let field = |field: AnswerField| {
        let field = Field::Answer(requirement.id.clone(), field);
        let words = assessment.text(&field);
        let is_filled = !words.trim().is_empty();
        is_filled.then(|| view! { <><dt>{ (texts.label)(&field) }</dt><dd lang="vi">{ words }</dd></> })
    };
    let list = |label: &'static str, lines: Vec<Html>| {
        (!lines.is_empty()).then(|| view! { <><dt>{ label }</dt><dd><ul role="list">{ for lines }</ul></dd></> })
    };
    let steps = answer.iter().flat_map(|answer| &answer.next_steps);
    let steps = steps.map(|step| view! { <li lang="vi">{ step_line(step) }</li> }).collect();
    let picked = answer.iter().flat_map(|answer| &answer.evidence).filter_map(|id| assessment.evidence_by_id(id));
    let picked = picked.map(|entry| view! { <li>{ evidence_lines(texts, entry) }</li> }).collect();
    view! {
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
    let show = shown.map(|shown| view.ctx.click(Msg::Focus(clause_dom_id(&shown.id))));
    let draft = view.draft().filter(|_| view.is_mine());
    let edit = draft.map(|draft| href(&Route::Draft(draft.clone(), Section::Requirement(requirement.id.clone()))));
    view! {
        <p class="actions">
            if let Some(onclick) = show {
                <button class="btn link" {onclick}>{ texts.show_clause }</button>
            }
            if let Some(href) = edit {
                <a {href}>{ texts.edit }</a>
            }
            { view.way_to_the_board() }
        </p>
    }
}
