//! Pieces that the sections of the form share.

use super::super::context::ViewContext;
use super::super::field::TextField;
use super::super::texts::form::FormTexts;
use app::{Edit, Msg, Route, Section};
use domain::assessment::{Evidence, Status};
use domain::checks::Finding;
use domain::field::{AnswerField, EvidenceField, Field, FormPlace, StepField};
use ui::field::{Remark, Shape};
use ui::view;
use yew::prelude::*;

/// What a section draws with.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) ctx: &'a ViewContext,
    pub(super) texts: &'static FormTexts,
    pub(super) draft: &'a AttrValue,
    pub(super) findings: &'a [Finding],
}

impl<'a> Form<'a> {
    pub(super) fn new(ctx: &'a ViewContext, draft: &'a AttrValue) -> Self {
        Self { ctx, texts: &ctx.texts().form, draft, findings: &[] }
    }

    /// The same with what the checks found.
    pub(super) fn with<'b>(&self, findings: &'b [Finding]) -> Form<'b>
    where
        'a: 'b,
    {
        Form { findings, ..*self }
    }

    /// A field of text with its label, its hint and what the checks say of it.
    pub(super) fn field(&self, field: Field, value: String) -> Html {
        let remarks = self.remarks(&FormPlace::Field(field.clone()));
        let (key, label) = (field.dom_id(), (self.texts.label)(&field));
        let (hint, shape) = ((self.texts.hint)(&field), shape(&field));
        yew::html! { <TextField {key} draft={self.draft.clone()} {label} {hint} {shape} {field} {value} {remarks} /> }
    }

    /// What the checks say of a place.
    pub(super) fn remarks(&self, place: &FormPlace) -> Vec<Remark> {
        self.findings.iter().filter(|finding| finding.place == *place).map(|finding| self.remark(finding)).collect()
    }

    /// What the checks say of all places.
    pub(super) fn all_remarks(&self) -> Vec<Remark> {
        self.findings.iter().map(|finding| self.remark(finding)).collect()
    }

    fn remark(&self, finding: &Finding) -> Remark {
        Remark { is_error: finding.problem.is_error(), text: (self.texts.problem)(&finding.problem).into() }
    }

    pub(super) fn edit(&self, edit: Edit) -> Msg {
        Msg::Edit(self.draft.to_string(), edit)
    }

    /// A button that does not end the job.
    pub(super) fn button(&self, text: &'static str, edit: Edit) -> Html {
        view! { <button type="button" class="btn" onclick={self.ctx.click(self.edit(edit))}>{ text }</button> }
    }

    /// The way back from a choice to none.
    pub(super) fn clear(&self, edit: Edit) -> Html {
        let clear = self.ctx.click(self.edit(edit));
        view! { <button type="button" class="btn link" onclick={clear}>{ self.texts.clear }</button> }
    }

    /// A radio button or a check box with its label, which does `edit` when it is chosen or changed.
    pub(super) fn choice(&self, choice: ChoiceInput, label: Html) -> Html {
        let ChoiceInput { kind, name, id, on, edit } = choice;
        let msg = self.edit(edit);
        view! {
            <label class={if on { "choice on" } else { "choice" }}>
                <input type={kind} {name} {id} checked={on} onchange={self.ctx.sender(move |_: Event| msg.clone())} />
                <span>{ label }</span>
            </label>
        }
    }

    /// The address of a section of this draft.
    pub(super) fn address(&self, section: Section) -> String {
        super::super::bar::href(&Route::Draft(self.draft.to_string(), section))
    }

    /// A link to a requirement by its number.
    pub(super) fn requirement_link(&self, requirement: &str) -> Html {
        let address = self.address(Section::Requirement(requirement.to_owned()));
        view! { <a href={address} aria-label={(self.texts.requirement)(requirement)}>{ requirement.to_owned() }</a> }
    }

    /// How many more there are than are listed; nothing where all are.
    pub(super) fn more(&self, count: usize) -> Html {
        more(self.ctx, count)
    }

    /// The name of a place, which leads to it.
    pub(super) fn follow(&self, place: &FormPlace) -> Html {
        self.leading(place, (self.texts.place)(place))
    }

    /// Words that lead to a place.
    pub(super) fn leading(&self, place: &FormPlace, text: String) -> Html {
        let onclick = self.ctx.click(Msg::Follow(place.clone()));
        view! { <button type="button" class="btn link" {onclick}>{ text }</button> }
    }

    /// Findings, each with the way to its place.
    pub(super) fn findings_list(&self, findings: &[&Finding]) -> Html {
        let one = |finding: &&Finding| {
            let place = (self.texts.place)(&finding.place);
            let text = [&place, ": ", &*(self.texts.problem)(&finding.problem)].concat();
            view! { <li>{ self.leading(&finding.place, text) }</li> }
        };
        view! { <ul>{ for findings.iter().map(one) }</ul> }
    }
}

/// How many more there are than are shown; nothing where all are.
pub(in crate::views) fn more(ctx: &ViewContext, count: usize) -> Html {
    if count == 0 {
        Html::default()
    } else {
        view! { <p class="quiet">{ (ctx.texts().form.more)(count) }</p> }
    }
}

/// What [`Form::choice`] draws.
pub(super) struct ChoiceInput {
    /// `radio` or `checkbox`.
    pub(super) kind: &'static str,
    /// The group of a radio button.
    pub(super) name: Option<String>,
    pub(super) id: Option<String>,
    pub(super) on: bool,
    pub(super) edit: Edit,
}

/// The form of a field.
fn shape(field: &Field) -> Shape {
    match field {
        _ if field.is_date() => Shape::Date,
        Field::Evidence(_, EvidenceField::Url) => Shape::Link,
        Field::Answer(_, AnswerField::NoEvidenceReason | AnswerField::Results | AnswerField::Limitations)
        | Field::Answer(_, AnswerField::ObjectiveCauses | AnswerField::SubjectiveCauses)
        | Field::Evidence(_, EvidenceField::Summary)
        | Field::Step(_, _, StepField::Task | StepField::Result)
        | Field::Overall
        | Field::Proposal(_)
        | Field::Reply(_) => Shape::Area,
        _ => Shape::Line,
    }
}

/// The heading of the section that is shown; it takes the focus when the person comes here.
pub(super) fn title(text: Html) -> Html {
    view! { <h1 id="view-title" tabindex="-1">{ text }</h1> }
}

/// The shape of a status, and its name for the ear.
pub(in crate::views) fn status_mark(texts: &FormTexts, status: Option<Status>) -> Html {
    let shape = match status {
        Some(Status::Done) => "st done",
        Some(Status::InProgress) => "st in-progress",
        Some(Status::NotStarted) => "st not-started",
        Some(Status::OutOfScope) => "st out-of-scope",
        None => "st none",
    };
    view! { <><span class={shape} /><span class="spoken">{ (texts.status)(status) }</span></> }
}

/// Whether an answer is whole, or how many things it lacks.
pub(in crate::views) fn lacking(texts: &FormTexts, lacks: Option<usize>) -> Html {
    let Some(count) = lacks else { return Html::default() };
    let class = if count == 0 { "whole" } else { "lacks" };
    view! { <>{ " " }<small {class}>{ (texts.lacks)(count) }</small></> }
}

/// An entry of the register in two lines: number and date; then who issued it, what it is about, and where in it.
pub(in crate::views) fn evidence_lines(texts: &FormTexts, entry: &Evidence) -> Html {
    let about = [entry.issuer.trim(), entry.summary.trim(), entry.section.trim()];
    view! {
        <span>
            { evidence_name(texts, entry) }
            if about.iter().any(|part| !part.is_empty()) {
                <small lang="vi">{ joined(&about, " – ") }</small>
            }
        </span>
    }
}

/// What is filled of several fields, in a line. Each stands by itself: words that are written from right to left do not
/// change places with those beside them.
pub(in crate::views) fn joined(parts: &[&str], between: &'static str) -> Html {
    let filled = parts.iter().filter(|part| !part.is_empty()).enumerate();
    let one = |(index, part): (usize, &&str)| {
        view! { <>{ (index > 0).then_some(between) }<bdi>{ (*part).to_owned() }</bdi></> }
    };
    view! { { for filled.map(one) } }
}

/// The number and date of an entry.
pub(super) fn evidence_name(texts: &FormTexts, entry: &Evidence) -> Html {
    let number = entry.number.trim();
    view! {
        <>
            if number.is_empty() {
                <em>{ texts.unnumbered }</em>
            } else {
                <bdi lang="vi">{ number.to_owned() }</bdi>
            }
            if !entry.date.is_empty() {
                { (texts.dated)(&entry.date.to_display()) }
            }
        </>
    }
}
