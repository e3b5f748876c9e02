//! The card of one requirement (yêu cầu). It is redrawn only when its own answer has changed.

use super::card::Card;
use super::part::part;
use super::picks;
use super::pieces::{ChoiceInput, lacking};
use super::returned::remarks;
use super::steps;
use app::views;
use app::{Draft, Edit, Model, Route};
use domain::assessment::Status;
use domain::directive::{self, Kind};
use domain::field::{AnswerField, Field, FormPlace};
use domain::relevance::AnswerPart;
use exchange::remark::{Remark, RemarkField};
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

pub(super) fn requirement(draft: &AttrValue, id: &str) -> Html {
    let (name, id, requirement) = (["requirement-", id].concat(), id.to_owned(), id.to_owned());
    let select = move |model: &Model, draft: &Draft| Some(Rc::new(views::requirement(model, &draft.id, &requirement)));
    part(&name, draft, select, move |form, view| draw(&Card { form: form.with(&view.findings), id: &id, view }))
}

fn draw(card: &Card) -> Html {
    let directive = card.form.ctx.runtime.model().directive.clone();
    let Some((_, requirement)) = directive.requirement(card.id) else { return Html::default() };
    let id = ["requirement-", card.id].concat();
    let heading = [&id, "-title"].concat();
    view! {
        <article class={if requirement.part_of.is_empty() { "req" } else { "req sub" }} {id} tabindex="-1"
            aria-labelledby={heading.clone()}>
            { head(card, requirement, heading) }
            { status(card) }
            { parts(card) }
        </article>
    }
}

/// Its number, the editor's title, and a line of its clause, which opens to the whole clause and a link to its place in the directive.
fn head(card: &Card, requirement: &directive::Requirement, heading: String) -> Html {
    let texts = card.form.texts;
    let address = super::super::bar::href(&Route::Directive(Some(requirement.id.clone())));
    let is_verbatim = requirement.clause.kind == Kind::Verbatim;
    view! {
        <header>
            <h2 id={heading}>
                <span class="id">{ &requirement.id }</span>{ " " }
                <span><span lang="vi">{ &requirement.title }</span>{ lacking(texts, card.lacks()) }</span>
            </h2>
            <details class="clause">
                <summary lang="vi" class={(!is_verbatim).then_some("editorial")}>{ &requirement.clause.text }</summary>
                <p class="source">
                    if !is_verbatim {
                        <small class="kind editorial">{ texts.editorial }</small>{ " " }
                    }
                    <a href={address} aria-label={(texts.clause_in_directive)(&requirement.id)}>{ texts.in_directive }</a>
                </p>
            </details>
        </header>
    }
}

/// The four statuses, and the way back to "unanswered".
fn status(card: &Card) -> Html {
    let (form, current) = (&card.form, card.view.answer.status);
    let place = FormPlace::Status(card.id.clone());
    let one = |status: Status| {
        let name = Some([place.dom_id().as_str(), form.draft].join("-"));
        let edit = Edit::Status(card.id.clone(), Some(status));
        let choice = ChoiceInput { kind: "radio", name, id: None, on: current == Some(status), edit };
        form.choice(choice, (form.texts.status)(Some(status)).into())
    };
    view! {
        <fieldset class="seg" id={place.dom_id()} tabindex="-1">
            <legend>{ form.texts.status_legend }</legend>
            <div>{ for Status::ALL.into_iter().map(one) }</div>
            if current.is_some() {
                { form.clear(Edit::Status(card.id.clone(), None)) }
            }
        </fieldset>
    }
}

/// The parts of the answer; those that the status makes pointless are folded, with what was written in them.
fn parts(card: &Card) -> Html {
    let answer = &card.view.answer;
    let part_of = |remark: &Remark| remark.field.and_then(RemarkField::part);
    let about = |part| remarks(&card.form, &card.view.remarks, &|remark| part_of(remark) == part);
    // What is asked about a part must not be folded with it.
    let is_asked = |part: AnswerPart| card.view.remarks.remarks.iter().any(|one| part_of(one) == Some(part));
    let is_folded = |part: &AnswerPart| part.is_pointless(answer.status) && !is_asked(*part);
    let draw_one = |part: &AnswerPart| view! { <>{ draw_part(card, *part) }{ about(Some(*part)) }</> };
    let draw = |parts: &[AnswerPart]| -> Html { parts.iter().map(draw_one).collect() };
    let (folded, open): (Vec<AnswerPart>, Vec<AnswerPart>) = AnswerPart::ALL.into_iter().partition(is_folded);
    let filled: usize = folded.iter().map(|part| answer.filled(*part)).sum();
    view! {
        <>
            { about(None) }
            <div>{ draw(&open) }</div>
            if !folded.is_empty() {
                <details class="folded">
                    <summary>{ (card.form.texts.folded)(filled) }</summary>
                    <div>{ draw(&folded) }</div>
                </details>
            }
        </>
    }
}

fn draw_part(card: &Card, part: AnswerPart) -> Html {
    let answer = &card.view.answer;
    let text = |field, value: &String| card.form.field(Field::Answer(card.id.clone(), field), value.clone());
    match part {
        AnswerPart::Results => text(AnswerField::Results, &answer.results),
        AnswerPart::Limitations => text(AnswerField::Limitations, &answer.limitations),
        AnswerPart::Causes => view! {
            <div class="two" key="causes">
                { text(AnswerField::ObjectiveCauses, &answer.causes.objective) }
                { text(AnswerField::SubjectiveCauses, &answer.causes.subjective) }
            </div>
        },
        AnswerPart::Evidence => picks::picks(card),
        AnswerPart::NextSteps => steps::steps(card),
    }
}
