//! The general part (phần chung): whose assessment it is, as of when, and who prepared it.

use super::super::unit_picker::UnitPicker;
use super::part::part;
use super::pieces::{Form, title};
use super::summary::error_summary;
use crate::app::{Edit, Model, Msg, Section};
use crate::domain::assessment::{Assessment, UnitRef};
use crate::domain::checks::Finding;
use crate::domain::field::Field;
use crate::ui::html::html;
use yew::prelude::*;

#[derive(PartialEq)]
struct Shown {
    unit: UnitRef,
    group: String,
    values: Vec<String>,
    findings: Vec<Finding>,
}

impl Shown {
    fn of(model: &Model, assessment: &Assessment) -> Self {
        let group = model.roster.group(&assessment.unit.group);
        Self {
            unit: assessment.unit.clone(),
            group: group.map(|group| group.name.clone()).unwrap_or_default(),
            values: Field::GENERAL.iter().map(|field| assessment.text(field)).collect(),
            findings: model.findings_in(&Section::General, assessment),
        }
    }
}

/// The general part.
pub(super) fn general(draft: &AttrValue) -> Html {
    part("general", draft, |model, draft| Some(Shown::of(model, &draft.assessment)), draw)
}

fn draw(form: &Form, shown: &Shown) -> Html {
    let form = &form.with(&shown.findings);
    let texts = form.texts;
    let fields: Vec<Html> = Field::GENERAL
        .iter()
        .zip(&shown.values)
        .map(|(field, value)| form.field(field.clone(), value.clone()))
        .collect();
    let [typed_name, as_of, label, from, to, name, position, contact] = &*fields else { return Html::default() };
    let on_choose = {
        let draft = form.draft.to_string();
        form.reach.sender(move |unit| Msg::Edit(draft.clone(), Edit::Unit(unit)))
    };
    html! {
        <>
            { title((texts.section)(&Section::General).into()) }
            { error_summary(form.draft, Section::General) }
            <div class="sheet-part">
                { yew::html! { <UnitPicker id="unit" label={texts.unit} chosen={shown.unit.clone()} {on_choose} /> } }
                <p class="hint">
                    { texts.group }{ ": " }<span lang="vi">{ &shown.group }</span>{ ". " }{ texts.unit_change }
                </p>
                if shown.unit.id.is_empty() {
                    { typed_name.clone() }
                }
                { as_of.clone() }
            </div>
            <fieldset class="sheet-part">
                <legend>{ texts.period }</legend>
                { label.clone() }
                <div class="two">{ from.clone() }{ to.clone() }</div>
            </fieldset>
            <fieldset class="sheet-part">
                <legend>{ texts.prepared_by }</legend>
                <div class="two">{ name.clone() }{ position.clone() }</div>
                { contact.clone() }
            </fieldset>
        </>
    }
}
