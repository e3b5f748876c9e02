//! The fields of one entry of the register (tài liệu kiểm chứng).

use super::part::part;
use super::pieces::Form;
use app::{Draft, Model};
use domain::assessment::{Assessment, Evidence};
use domain::checks::{self, Finding};
use domain::field::{EvidenceField, Field};
use ui::view;
use yew::prelude::*;

/// An entry and what the checks say of it.
type ShownEntry = (Evidence, Vec<Finding>);

pub(super) fn entry(draft: &AttrValue, id: &str) -> Html {
    let (name, id) = (["entry-", id].concat(), id.to_owned());
    let select = move |model: &Model, draft: &Draft| shown(model, &draft.assessment, &id);
    part(&name, draft, select, |form, (entry, findings)| draw(&form.with(findings), entry))
}

fn shown(model: &Model, assessment: &Assessment, id: &str) -> Option<ShownEntry> {
    let findings = checks::of_evidence(&model.checked(assessment), id).cloned().collect();
    Some((assessment.evidence_by_id(id)?.clone(), findings))
}

fn draw(form: &Form, entry: &Evidence) -> Html {
    let field = |field| {
        let value = match field {
            EvidenceField::Number => entry.number.clone(),
            EvidenceField::Date => entry.date.to_display(),
            EvidenceField::Issuer => entry.issuer.clone(),
            EvidenceField::Summary => entry.summary.clone(),
            EvidenceField::Section => entry.section.clone(),
            EvidenceField::Url => entry.url.clone(),
        };
        form.field(Field::Evidence(entry.id.clone(), field), value)
    };
    view! { <div class="entry">{ for EvidenceField::ALL.into_iter().map(field) }</div> }
}
