//! The remarks of the coordinating body (nhận xét) beside what they are about, each with a field for the unit's answer.

use super::pieces::Form;
use crate::views::texts::form::FormTexts;
use app::views::returned::ShownRemarks;
use domain::date::Moment;
use domain::field::{AnswerField, Field, FormPlace};
use exchange::remark::{Remark, RemarkField, RemarkState};
use ui::view;
use yew::prelude::*;

/// The remarks that are shown here.
pub(super) fn remarks(form: &Form, shown: &ShownRemarks, is_here: &dyn Fn(&Remark) -> bool) -> Html {
    let mut here = Vec::new();
    for (remark, reply) in shown.remarks.iter().zip(&shown.replies) {
        if is_here(remark) {
            here.push(row(form, remark, reply));
        }
    }
    if here.is_empty() {
        Html::default()
    } else {
        view! { <ol class="remarks" role="list">{ for here }</ol> }
    }
}

fn row(form: &Form, remark: &Remark, reply: &str) -> Html {
    let texts = &form.ctx.texts().returned;
    let place = place_name(form.texts, remark);
    let state = match remark.state {
        RemarkState::Done => texts.done,
        RemarkState::Sent if reply.trim().is_empty() => texts.waiting,
        RemarkState::Sent => texts.answered,
    };
    let when = Moment::from_iso(&remark.at).map(|moment| form.ctx.runtime.model().wall_clock(moment));
    let answer = match remark.state {
        RemarkState::Done => view! { <p class="words" lang="vi">{ reply.to_owned() }</p> },
        RemarkState::Sent => form.field(Field::Reply(remark.id.clone()), reply.to_owned()),
    };
    view! {
        <li key={remark.id.clone()}>
            <div role="group" aria-label={place.clone()}>
                if remark.text.is_empty() {
                    <p class="hint">{ texts.lost }</p>
                } else {
                    <p class="hint">
                        { place }{ " · " }<bdi lang="vi">{ &remark.by }</bdi>{ ", " }{ when }{ " · " }<b>{ state }</b>
                    </p>
                    <p class="words" lang="vi">{ &remark.text }</p>
                }
                { answer }
            </div>
        </li>
    }
}

/// A remark in a list: what it is about, which leads to its answer, and its words, as many as have room.
pub(super) fn waiting(form: &Form, remark: &Remark) -> Html {
    let place = FormPlace::Field(Field::Reply(remark.id.clone()));
    view! {
        <li>{ form.leading(&place, place_name(form.texts, remark)) }{ " " }<span lang="vi">{ &remark.text }</span></li>
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
