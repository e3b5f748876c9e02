//! Remarks for a unit. Those on a requirement are below it; those on the whole are beside the unit's files, with the returned file.

use super::context::Context;
use super::field::Field;
use super::select::Select;
use coordination::msg::{Msg, Noting};
use coordination::note::RemarkStage;
use coordination::typed::Typed;
use coordination::views::remarks::{ReturnLine, ShownRemark, returns};
use coordination::views::unit::UnitView;
use domain::date::Moment;
use exchange::remark::RemarkField;
use gathering::received::Key;
use ui::disclosure::{Disclosed, disclosure};
use ui::field::Shape;
use ui::view;
use yew::prelude::*;

/// The parts of a requirement that a remark can be about, each with what it is called in a list.
const PARTS: [(RemarkField, &str); 7] = [
    (RemarkField::Status, "status"),
    (RemarkField::Results, "results"),
    (RemarkField::Limitations, "limitations"),
    (RemarkField::ObjectiveCauses, "objective"),
    (RemarkField::SubjectiveCauses, "subjective"),
    (RemarkField::Evidence, "evidence"),
    (RemarkField::NextSteps, "steps"),
];

/// What was said of a requirement on the paper of that place, and the field for saying something.
pub(super) fn remarks(ctx: &Context, shown: &UnitView, paper: usize, requirement: &str) -> Html {
    let Some((key, _)) = shown.papers.get(paper) else { return Html::default() };
    let all: Vec<&ShownRemark> = shown.remarks_at(paper, requirement).collect();
    let id = id_of(key, requirement);
    let target = Target { unit: &shown.unit, about: &key.sha256, requirement, id: &id, is_open: false };
    said(ctx, &target, &all)
}

/// What was said of a requirement in the file of that key, with the field open.
pub(super) fn remarks_read(ctx: &Context, unit: &str, key: &Key, requirement: &str, all: &[ShownRemark]) -> Html {
    let all: Vec<&ShownRemark> = all.iter().collect();
    let target = Target { unit, about: &key.sha256, requirement, id: &id_of(key, requirement), is_open: true };
    said(ctx, &target, &all)
}

/// The id of the field for saying something of a requirement in the file of that key.
pub(super) fn field_id(key: &Key, requirement: &str) -> String {
    ["remark-", &id_of(key, requirement)].concat()
}

fn id_of(key: &Key, requirement: &str) -> String {
    [&*key.sha256, "-", &key.index.to_string(), "-", requirement].concat()
}

/// What a remark is about.
struct Target<'a> {
    /// The id of the unit's row.
    unit: &'a str,
    /// The digest of the file.
    about: &'a str,
    requirement: &'a str,
    /// Tells it from the others on the page.
    id: &'a str,
    /// Whether the field is open before anything was written.
    is_open: bool,
}

/// What was said of the whole, or of what is not shown, and the returned file.
pub(super) fn unit_remarks(ctx: &Context, shown: &UnitView) -> Html {
    let texts = &ctx.texts().remarks;
    let other: Vec<&ShownRemark> = shown.other_remarks().collect();
    let Some((key, _)) = shown.papers.first() else {
        return view! {
            if !other.is_empty() {
                <section class="unit-remarks" aria-labelledby="unit-remarks">
                    <h3 id="unit-remarks">{ texts.heading }</h3>
                    { list(ctx, &other) }
                </section>
            }
        };
    };
    let whole = Target { unit: &shown.unit, about: &key.sha256, requirement: "", id: "whole", is_open: false };
    let line = returns(&ctx.store.0.model()).into_iter().find(|line| line.unit == shown.unit);
    view! {
        <section class="unit-remarks" aria-labelledby="unit-remarks">
            <h3 id="unit-remarks">{ texts.heading }</h3>
            <p class="hint">{ texts.hint }</p>
            { said(ctx, &whole, &other) }
            { line.map(|line| returned_file(ctx, &line)) }
        </section>
    }
}

/// How many remarks there are of each stage, and the button for the returned file.
pub(super) fn returned_file(ctx: &Context, line: &ReturnLine) -> Html {
    let texts = &ctx.texts().remarks;
    let [new, ..] = line.stages;
    let class = if new > 0 { "btn main" } else { "btn" };
    view! {
        <div class="returned no-print">
            <p class="quiet">{ (texts.stages)(line.stages) }</p>
            <button type="button" {class} onclick={ctx.click(Msg::ReturnFile(line.unit.clone()))}>
                { texts.returned_file }
                <span class="spoken">{ " – " }{ &line.name }</span>
            </button>
        </div>
    }
}

fn said(ctx: &Context, target: &Target<'_>, all: &[&ShownRemark]) -> Html {
    let is_fresh = |one: &&&ShownRemark| one.stage == RemarkStage::New && one.requirement == target.requirement;
    let fresh = all.iter().find(is_fresh);
    let others: Vec<&ShownRemark> =
        all.iter().filter(|one| fresh.is_none_or(|fresh| fresh.id != one.id)).copied().collect();
    view! {
        <div class="said">
            { list(ctx, &others) }
            { writing(ctx, target, fresh.copied()) }
        </div>
    }
}

/// The field for what is said next, behind a button; it is open while something was written and not sent.
fn writing(ctx: &Context, target: &Target<'_>, fresh: Option<&ShownRemark>) -> Html {
    let texts = &ctx.texts().remarks;
    let Target { unit, about, requirement, id, is_open } = *target;
    let label = if requirement.is_empty() { texts.about_whole.to_owned() } else { (texts.about)(requirement) };
    let of = Some(Typed::remark(unit, requirement, about, fresh.map(|one| one.id.as_str())));
    let disclosed = Disclosed { starts_open: is_open || fresh.is_some(), stays: false };
    let (ctx, id, name) = (ctx.clone(), ["remark-", id].concat(), label.clone());
    let (value, part) = (fresh.map(|one| one.text.clone()).unwrap_or_default(), fresh.cloned());
    let key = id.clone();
    let content = move || {
        let texts = &ctx.texts().remarks;
        let field = yew::html! {
            <Field ctx={ctx.clone()} id={id.clone()} label={name.clone()} value={value.clone()} hides_label={true}
                shape={Shape::Area} of={of.clone()} />
        };
        ctx.finished(view! {
            <div class="saying">
                { field }
                if let Some(one) = &part {
                    <p class="hint">{ (texts.stage)(one.stage) }</p>
                    if !one.requirement.is_empty() {
                        { choose_part(&ctx, &id, one) }
                    }
                }
            </div>
        })
    };
    view! { <div class="no-print">{ disclosure(key, label, disclosed, content) }</div> }
}

/// The choice of the part that a remark is about.
fn choose_part(ctx: &Context, id: &str, one: &ShownRemark) -> Html {
    let texts = &ctx.texts().remarks;
    let all = (String::new(), AttrValue::Static((texts.part)(None)));
    let parts = PARTS.iter().map(|(part, code)| ((*code).to_owned(), AttrValue::Static((texts.part)(Some(*part)))));
    let options: Vec<(String, AttrValue)> = std::iter::once(all).chain(parts).collect();
    let chosen = PARTS.iter().find(|(part, _)| one.field == Some(*part)).map_or("", |(_, code)| code);
    let note = one.id.clone();
    let on_choose = ctx.sender(move |code: String| {
        let part = PARTS.iter().find(|(_, other)| *other == code).map(|(part, _)| *part);
        Msg::Note(Box::new(Noting::RemarkField(note.clone(), part)))
    });
    yew::html! {
        <Select ctx={ctx.clone()} id={[id, "-part"].concat()} label={texts.which_part} {options} value={chosen.to_owned()}
            {on_choose} />
    }
}

fn list(ctx: &Context, all: &[&ShownRemark]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    view! { <ol class="remarks" role="list">{ for all.iter().map(|one| row(ctx, one)) }</ol> }
}

fn row(ctx: &Context, one: &ShownRemark) -> Html {
    let texts = &ctx.texts().remarks;
    let offset = ctx.store.0.model().clock.offset_minutes;
    let day = Moment::from_iso(&one.at).map(|moment| moment.civil(offset).0.to_display());
    let place = match (one.requirement.as_str(), one.field) {
        ("", _) => texts.whole.to_owned(),
        (id, None) => (texts.requirement)(id),
        (id, part) => [&(texts.requirement)(id), ", ", (texts.part)(part)].concat(),
    };
    let (words, noting) = match one.stage {
        RemarkStage::Done => (texts.reopen, Noting::Reopen(one.id.clone())),
        _ => (texts.close, Noting::Close(one.id.clone())),
    };
    view! {
        <li key={one.id.clone()}>
            <p class="hint"><bdi>{ place }</bdi>{ " · " }{ day }{ " · " }<b>{ (texts.stage)(one.stage) }</b></p>
            <p class="words" lang="vi"><bdi>{ &one.text }</bdi></p>
            if let Some(answer) = &one.answer {
                <p class="hint">{ texts.answer }</p>
                <p class="words answer" lang="vi"><bdi>{ answer }</bdi></p>
            }
            <button type="button" class="btn link no-print" onclick={ctx.click(Msg::Note(Box::new(noting)))}>{ words }</button>
        </li>
    }
}
