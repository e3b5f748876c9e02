//! The unit's register of supporting documents (danh mục tài liệu kiểm chứng), on a page of its own.

use super::entry;
use super::part::part;
use super::pieces::{ChoiceInput, Form, evidence_lines, evidence_name, title};
use super::summary::error_summary;
use app::views::{Sought, sought};
use app::{Draft, Edit, Model, Msg, Section};
use domain::assessment::{Assessment, Evidence};
use domain::checks::{self, Finding};
use domain::field::{EvidenceField, Field, FormPlace};
use domain::scope::scope;
use std::ops::Range;
use std::rc::Rc;
use ui::disclosure::{Disclosed, disclosure};
use ui::field::remarks;
use ui::pages::pages;
use ui::view;
use yew::prelude::*;

/// As many entries are drawn at a time.
const AT_A_TIME: usize = 20;

/// The ids of the entries, and the one to which the person was led.
type Entries = (Rc<Vec<String>>, Sought);

pub(super) fn register(draft: &AttrValue) -> Html {
    let entries = |model: &Model, draft: &Draft| {
        let register = &draft.assessment.evidence;
        let place = |place: &FormPlace| register.iter().position(|entry| Some(entry.id.as_str()) == place.evidence());
        Some((Rc::new(register.iter().map(|entry| entry.id.clone()).collect()), sought(model, place)))
    };
    part("register", draft, entries, draw)
}

fn draw(form: &Form, (ids, sought): &Entries) -> Html {
    let texts = form.texts;
    let (draft, of) = (form.draft.clone(), ids.clone());
    let cards = move |rows: Range<usize>| {
        let ids = of.iter().enumerate().skip(rows.start).take(rows.len());
        view! { <>{ for ids.map(|(index, id)| card(&draft, index + 1, id)) }</> }
    };
    view! {
        <>
            { title((texts.register_of)(ids.len()).into()) }
            <p class="about">{ if ids.is_empty() { texts.register_empty } else { texts.register_hint } }</p>
            { error_summary(form.draft, Section::Evidence) }
            <div id={FormPlace::Register.dom_id()} tabindex="-1" role="group" aria-label={texts.register}>
                { pages(form.ctx.setting(), "entries", ids.len(), AT_A_TIME, *sought, cards) }
            </div>
            { form.button(texts.add_evidence, Edit::AddEvidence(None)) }
        </>
    }
}

/// An entry, what the checks say of it, and the requirements that concern the unit, or use it all the same, and whether they do.
#[derive(PartialEq)]
struct ShownRow {
    entry: Evidence,
    findings: Vec<Finding>,
    uses: Vec<(String, bool)>,
    /// Whether its fields are shown: of one entry at a time, that to which the person was led.
    is_open: bool,
}

fn shown(model: &Model, assessment: &Assessment, id: &str) -> Option<ShownRow> {
    let uses = model.directive.requirements().filter_map(|(task, requirement)| {
        let answer = assessment.answers.get(&requirement.id);
        let is_used = answer.is_some_and(|answer| answer.evidence.iter().any(|picked| picked == id));
        let concerns = scope(task, &assessment.unit, &assessment.opted_in).is_in();
        (is_used || concerns).then(|| (requirement.id.clone(), is_used))
    });
    Some(ShownRow {
        entry: assessment.evidence_by_id(id)?.clone(),
        findings: checks::of_evidence(&model.checked(assessment), id).cloned().collect(),
        uses: uses.collect(),
        is_open: sought(model, |place| (place.evidence() == Some(id)).then_some(0)).is_some(),
    })
}

/// An entry: a row, or the card of the one that is open.
fn card(draft: &AttrValue, number: usize, id: &str) -> Html {
    let (name, id) = (["card-", id].concat(), id.to_owned());
    let select = move |model: &Model, draft: &Draft| shown(model, &draft.assessment, &id);
    part(&name, draft, select, move |form, shown| {
        if shown.is_open { draw_card(form, number, shown) } else { draw_row(form, number, shown) }
    })
}

fn draw_row(form: &Form, number: usize, ShownRow { entry, findings, uses, .. }: &ShownRow) -> Html {
    let texts = form.texts;
    let first = FormPlace::Field(Field::Evidence(entry.id.clone(), EvidenceField::Number));
    view! {
        <div class="register-row">
            <span class="id">{ number }</span>
            { evidence_lines(texts, entry) }
            { used_by(form, uses) }
            <button type="button" class="btn link" aria-label={(texts.edit_entry)(number, &entry.number)}
                onclick={form.ctx.click(Msg::Follow(first))}>{ texts.edit }</button>
            { remarks(&["remarks-", &entry.id].concat(), &form.with(findings).all_remarks()) }
        </div>
    }
}

fn draw_card(form: &Form, number: usize, ShownRow { entry, uses, .. }: &ShownRow) -> Html {
    let texts = form.texts;
    let remove = form.edit(Edit::RemoveEvidence(entry.id.clone()));
    // Drawn at once, and again with each choice: it shows what this drawing knows.
    let choices = requirement_choices(form, &entry.id, uses);
    view! {
        <fieldset class="sheet-part register-entry">
            <legend>{ number }{ ". " }{ evidence_name(texts, entry) }</legend>
            { entry::entry(form.draft, &entry.id) }
            { used_by(form, uses) }
            <div class="actions">
                { disclosure("uses".into(), texts.use_for.to_owned(), Disclosed::default(), move || choices.clone()) }
                <button type="button" class="btn" aria-label={(texts.remove_evidence_of)(number, &entry.number)}
                    onclick={form.ctx.click(remove)}>{ texts.remove_evidence }</button>
                <button type="button" class="btn" onclick={form.ctx.click(Msg::Follow(FormPlace::Register))}>
                    { texts.close_entry }
                </button>
            </div>
        </fieldset>
    }
}

/// The requirements that an entry supports, with the way to each.
fn used_by(form: &Form, uses: &[(String, bool)]) -> Html {
    let used: Vec<&String> = uses.iter().filter(|(_, is_used)| *is_used).map(|(id, _)| id).collect();
    if used.is_empty() {
        return view! { <p class="used">{ form.texts.unused }</p> };
    }
    view! {
        <p class="used">
            { form.texts.used_by }
            { for used.iter().map(|id| view! { <>{ " " }{ form.requirement_link(id) }</> }) }
        </p>
    }
}

/// The requirements, to pick the entry for several of them.
fn requirement_choices(form: &Form, entry: &str, uses: &[(String, bool)]) -> Html {
    let directive = form.ctx.runtime.model().directive.clone();
    let one = |(id, on): &(String, bool)| {
        let edit = Edit::Pick(id.clone(), entry.to_owned(), !on);
        let title = directive.requirement(id).map(|(_, requirement)| requirement.title.clone());
        let label = view! { <>{ id }{ " " }<span lang="vi">{ title }</span></> };
        let choice = ChoiceInput { kind: "checkbox", name: None, id: None, on: *on, edit };
        view! { <li key={id.clone()}>{ form.choice(choice, label) }</li> }
    };
    view! { <ul class="evid" role="list" aria-label={form.texts.use_for}>{ for uses.iter().map(one) }</ul> }
}
