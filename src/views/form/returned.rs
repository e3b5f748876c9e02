//! The remarks of the coordinating body (nhận xét) beside what they are about, each with the field for the unit's answer.

use super::pieces::Form;
use crate::views::texts::form::FormTexts;
use app::views::returned::{ShownRemark, ShownRemarks};
use domain::field::{AnswerField, Field, FormPlace};
use exchange::remark::{Remark, RemarkField, RemarkState};
use std::ops::Range;
use ui::pages::pages;
use ui::view;
use yew::prelude::*;

/// As many are drawn at a time.
const AT_A_TIME: usize = 20;

/// As many letters of a remark stand in a list of remarks.
const BEGINNING: usize = 80;

/// Those of the remarks whose part is one of these.
pub(super) fn remarks(form: &Form, shown: &ShownRemarks, is_here: impl Fn(Option<RemarkField>) -> bool) -> Html {
    let here = || shown.all.iter().enumerate().filter(|(_, one)| is_here(one.remark.field));
    let rows: Vec<ShownRemark> = here().map(|(_, one)| one.clone()).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let sought = shown.sought.and_then(|(count, at)| Some((count, here().position(|(other, _)| other == at)?)));
    let (ctx, draft, count) = (form.ctx.clone(), form.draft.clone(), rows.len());
    let draw = move |range: Range<usize>| {
        let form = Form::new(&ctx, &draft);
        let some = rows.iter().skip(range.start).take(range.len());
        view! { <ol class="steps remarks" role="list">{ for some.map(|one| row(&form, one)) }</ol> }
    };
    pages(form.ctx.setting(), "remarks", count, AT_A_TIME, sought, draw)
}

fn row(form: &Form, ShownRemark { remark, when, reply }: &ShownRemark) -> Html {
    let texts = &form.ctx.texts().returned;
    let place = place_name(form.texts, remark);
    let state = match remark.state {
        RemarkState::Done => texts.done,
        RemarkState::Sent if reply.trim().is_empty() => texts.waiting,
        RemarkState::Sent => texts.answered,
    };
    let field = Field::Reply(remark.id.clone());
    view! {
        <li key={remark.id.clone()}>
            <div role="group" aria-label={place.clone()}>
                if remark.text.is_empty() {
                    <p class="hint">{ texts.lost }</p>
                } else {
                    <p class="hint">
                        { place.clone() }{ " · " }<bdi lang="vi">{ &remark.by }</bdi>{ ", " }{ when }{ " · " }<b>{ state }</b>
                    </p>
                    <p class="words" lang="vi">{ &remark.text }</p>
                }
                if remark.state == RemarkState::Done {
                    if !reply.is_empty() {
                        <p class="hint">{ (form.texts.label)(&field) }</p>
                        <p class="words" lang="vi">{ reply }</p>
                    }
                } else {
                    { form.field(field.clone(), reply.clone()) }
                }
            </div>
        </li>
    }
}

/// A remark in a list: what it is about, which leads to its answer, and how it begins.
pub(super) fn waiting(form: &Form, remark: &Remark) -> Html {
    let mut beginning: String = remark.text.chars().take(BEGINNING).collect();
    if beginning.len() < remark.text.len() {
        beginning.push('…');
    }
    let place = FormPlace::Field(Field::Reply(remark.id.clone()));
    view! {
        <li>{ form.leading(&place, place_name(form.texts, remark)) }{ ": " }<span lang="vi">{ beginning }</span></li>
    }
}

/// The name of what a remark is about.
fn place_name(texts: &FormTexts, remark: &Remark) -> String {
    let requirement = || remark.requirement.clone();
    let text = |field| FormPlace::Field(Field::Answer(requirement(), field));
    let place = match remark.field {
        None if remark.requirement.is_empty() => return texts.contents.to_owned(),
        None => return (texts.requirement)(&remark.requirement),
        Some(RemarkField::Status) => FormPlace::Status(requirement()),
        Some(RemarkField::Results) => text(AnswerField::Results),
        Some(RemarkField::Limitations) => text(AnswerField::Limitations),
        Some(RemarkField::ObjectiveCauses) => text(AnswerField::ObjectiveCauses),
        Some(RemarkField::SubjectiveCauses) => text(AnswerField::SubjectiveCauses),
        Some(RemarkField::Evidence) => FormPlace::Picks(requirement()),
        Some(RemarkField::NextSteps) => FormPlace::Steps(requirement()),
        Some(RemarkField::Overall) => FormPlace::Field(Field::Overall),
        Some(RemarkField::Proposals) => FormPlace::Proposals,
        Some(RemarkField::SelfRating) => FormPlace::SelfRating,
    };
    (texts.place)(&place)
}
