//! The general part (phần chung): which unit the assessment is of, the day as of which it holds, and who prepared it.

use super::part::part;
use super::pieces::{Form, title};
use super::summary::error_summary;
use app::{Edit, Model, Msg, Section};
use domain::assessment::{Assessment, UnitRef};
use domain::checks::Finding;
use domain::field::Field;
use ui::unit_picker::UnitPicker;
use ui::view;
use yew::prelude::*;

#[derive(PartialEq)]
struct ShownGeneral {
    unit: UnitRef,
    group: String,
    values: Vec<String>,
    findings: Vec<Finding>,
}

impl ShownGeneral {
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

pub(super) fn general(draft: &AttrValue) -> Html {
    part("general", draft, |model, draft| Some(ShownGeneral::of(model, &draft.assessment)), draw)
}

fn draw(form: &Form, shown: &ShownGeneral) -> Html {
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
        form.ctx.sender(move |unit| Msg::Edit(draft.clone(), Edit::Unit(unit)))
    };
    let (lang, roster, chosen) = (form.ctx.lang, form.ctx.roster(), shown.unit.clone());
    view! {
        <>
            { title((texts.section)(&Section::General).into()) }
            { error_summary(form.draft, Section::General) }
            <div class="sheet-part">
                { yew::html! { <UnitPicker id="unit" label={texts.unit} {lang} {roster} {chosen} {on_choose} /> } }
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
