//! The supporting documents of a requirement: the chosen ones, the register to choose from, and a new one.

use super::card::Card;
use super::entry;
use super::part::part;
use super::pieces::{ChoiceInput, Form, evidence_lines};
use app::{Draft, Edit, Model, Msg};
use domain::assessment::{Assessment, Evidence};
use domain::field::{AnswerField, EvidenceField, Field, FormPlace};
use domain::ids::Ids;
use std::ops::Range;
use std::rc::Rc;
use ui::disclosure::{Disclosed, disclosure};
use ui::field::remarks;
use ui::pages::pages;
use ui::view;
use yew::prelude::*;

/// As many chosen entries are drawn at a time, and as many to choose from.
const CHOSEN_AT_A_TIME: usize = 20;
const OFFERED_AT_A_TIME: usize = 100;

/// The supporting documents of a requirement.
pub(super) fn picks(card: &Card) -> Html {
    let (form, answer) = (&card.form, &card.view.answer);
    let texts = form.texts;
    let place = FormPlace::Picks(card.id.clone());
    let found = form.remarks(&place);
    let remarks_id = [&place.dom_id(), "-remarks"].concat();
    let reason = Field::Answer(card.id.clone(), AnswerField::NoEvidenceReason);
    let (draft, id) = (form.draft.clone(), card.id.clone());
    let content = move || choices(&draft, &id);
    view! {
        <fieldset class="field" key="picks" id={place.dom_id()} tabindex="-1"
            aria-describedby={(!found.is_empty()).then(|| remarks_id.clone())}>
            <legend>{ texts.evidence }</legend>
            if !card.view.picked.is_empty() {
                { chosen(card) }
            }
            { remarks(&remarks_id, &found) }
            <div class="actions">
                if card.view.register > 0 {
                    { disclosure("choices".into(), texts.pick.to_owned(), Disclosed::default(), content) }
                }
                { form.button(texts.add_evidence, Edit::AddEvidence(Some(card.id.clone()))) }
            </div>
            if answer.asks_why_no_evidence() {
                { form.field(reason, answer.no_evidence_reason.clone()) }
            }
        </fieldset>
    }
}

fn chosen(card: &Card) -> Html {
    let (ctx, draft, id, view) =
        (card.form.ctx.clone(), card.form.draft.clone(), card.id.clone(), Rc::clone(card.view));
    let (count, sought) = (view.picked.len(), view.sought_pick);
    let rows = move |rows: Range<usize>| {
        let card = Card { form: Form::new(&ctx, &draft), id: &id, view: &view };
        let entries = view.picked.get(rows).unwrap_or_default();
        view! { <ul class="evid" role="list">{ for entries.iter().map(|entry| picked(&card, entry)) }</ul> }
    };
    pages(card.form.ctx.setting(), "chosen", count, CHOSEN_AT_A_TIME, sought, rows)
}

/// The whole register, to pick from.
fn choices(draft: &AttrValue, requirement: &str) -> Html {
    let (requirement, id) = (requirement.to_owned(), requirement.to_owned());
    let select = move |_: &Model, draft: &Draft| Some(Rc::new(register(&draft.assessment, &requirement)));
    part("choices", draft, select, move |form, register| {
        let (ctx, draft, id, entries) = (form.ctx.clone(), form.draft.clone(), id.clone(), Rc::clone(register));
        let rows = move |rows: Range<usize>| {
            draw_choices(&Form::new(&ctx, &draft), &id, entries.get(rows).unwrap_or_default())
        };
        pages(form.ctx.setting(), "offered", register.len(), OFFERED_AT_A_TIME, None, rows)
    })
}

/// The entries, and whether the requirement has picked them.
fn register(assessment: &Assessment, requirement: &str) -> Vec<(Evidence, bool)> {
    let picks = Ids::of(assessment.answers.get(requirement).into_iter().flat_map(|answer| &answer.evidence));
    assessment.evidence.iter().map(|entry| (entry.clone(), picks.has(&entry.id))).collect()
}

fn draw_choices(form: &Form, requirement: &str, register: &[(Evidence, bool)]) -> Html {
    let one = |(entry, on): &(Evidence, bool)| {
        let edit = Edit::Pick(requirement.to_owned(), entry.id.clone(), !on);
        let choice = ChoiceInput { kind: "checkbox", name: None, id: None, on: *on, edit };
        view! { <li key={entry.id.clone()}>{ form.choice(choice, evidence_lines(form.texts, entry)) }</li> }
    };
    view! { <ul class="evid" role="list" aria-label={form.texts.register}>{ for register.iter().map(one) }</ul> }
}

/// A chosen entry. Its fields can be edited right here, in the first requirement of the task that uses it: an element's
/// id must not stand twice on a page. From the others a link leads to the register.
fn picked(card: &Card, entry: &Evidence) -> Html {
    let (form, texts) = (&card.form, card.form.texts);
    let place = FormPlace::Picks(card.id.clone());
    let unpick = {
        let edit = form.edit(Edit::Pick(card.id.clone(), entry.id.clone(), false));
        let ctx = form.ctx.clone();
        // The row and its button go away with the choice: the focus goes to the list.
        Callback::from(move |_: MouseEvent| {
            ctx.send(edit.clone());
            ctx.send(Msg::Follow(place.clone()));
        })
    };
    view! {
        <li key={entry.id.clone()}>
            { evidence_lines(texts, entry) }
            <div class="actions">
                <button type="button" class="btn link" aria-label={(texts.unpick_of)(&entry.number)} onclick={unpick}>
                    { texts.unpick }
                </button>
                if !is_edited_here(card, entry) {
                    { edit_elsewhere(form, entry) }
                }
            </div>
            if is_edited_here(card, entry) {
                { edit_here(form, entry) }
            }
        </li>
    }
}

fn is_edited_here(card: &Card, entry: &Evidence) -> bool {
    card.view.edited_here.contains(&entry.id)
}

fn edit_elsewhere(form: &Form, entry: &Evidence) -> Html {
    let first = FormPlace::Field(Field::Evidence(entry.id.clone(), EvidenceField::Number));
    view! {
        <button type="button" class="btn link" aria-label={(form.texts.edit_of)(&entry.number)}
            onclick={form.ctx.click(Msg::Follow(first))}>{ form.texts.edit_in_register }</button>
    }
}

fn edit_here(form: &Form, entry: &Evidence) -> Html {
    // Open where it has just been added, and not folded by what is typed into it.
    let disclosed = Disclosed { starts_open: is_unnamed(entry), ..Disclosed::default() };
    let (draft, id) = (form.draft.clone(), entry.id.clone());
    disclosure(entry.id.clone(), form.texts.edit.to_owned(), disclosed, move || entry::entry(&draft, &id))
}

/// Whether nothing that names it is written yet.
fn is_unnamed(entry: &Evidence) -> bool {
    [&entry.number, &entry.issuer, &entry.summary].iter().all(|text| text.trim().is_empty())
}
