//! What stands below each part of what is read: the issues that it is about, and whether it goes into the report.

use super::context::Context;
use super::picker::{Picker, beginning};
use super::select::Select;
use coordination::msg::{Msg, Tagging};
use coordination::parts::{PROPOSALS, Part};
use coordination::views::reading::{ReadPart, ReadTag, ReadText};
use gathering::excerpt::ExcerptKind;
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

/// What stands below the part of a kind and an item, if there is one.
pub(super) type Below = Rc<dyn Fn(ExcerptKind, &str) -> Option<(bool, Html)>>;

/// For the parts of what is read.
pub(super) fn below(ctx: &Context, text: &ReadText) -> Below {
    let (ctx, text) = (ctx.clone(), text.clone());
    Rc::new(move |kind, item| {
        let is_it = |one: &ReadPart| one.said.part.kind == kind && one.said.part.item == item;
        let at = text.parts.iter().position(is_it)?;
        Some((at == text.part, bar(&ctx, &text, at)))
    })
}

/// A part with what stands below it.
pub(super) fn with_below(below: Option<&Below>, kind: ExcerptKind, item: &str, part: Html) -> Html {
    let Some((is_here, bar)) = below.and_then(|below| below(kind, item)) else { return part };
    view! { <div class={if is_here { "part-read here" } else { "part-read" }}>{ part }{ bar }</div> }
}

/// The proposals of a unit, each with its level and what stands below it.
pub(super) fn proposals(ctx: &Context, text: &ReadText) -> Html {
    let one = |(at, part): (usize, &ReadPart)| {
        let class = if at == text.part { "part-read here" } else { "part-read" };
        view! {
            <li key={part.said.part.item.clone()}>
                <div {class}>
                    <p class="text" lang="vi"><bdi>{ &part.said.text }</bdi></p>
                    { level(ctx, part) }
                    { bar(ctx, text, at) }
                </div>
            </li>
        }
    };
    view! { <ol class="report proposals-read">{ for text.parts.iter().enumerate().map(one) }</ol> }
}

/// The level of a proposal: as the unit names it, else as the officer does.
fn level(ctx: &Context, part: &ReadPart) -> Html {
    let texts = &ctx.texts().issues;
    let directive = ctx.store.0.model().directive.clone();
    if !part.said.level.is_empty() {
        let level = directive.proposal_level(&part.said.level);
        return view! { <p class="hint"><bdi>{ (texts.level_named)(level) }</bdi></p> };
    }
    let named = directive.proposal_levels.iter().map(|level| (level.id.clone(), level.name.clone()));
    let chosen = part.tags.iter().map(|tag| tag.level.clone()).find(|level| !level.is_empty()).unwrap_or_default();
    let on_choose = {
        let part = part.said.part.clone();
        ctx.sender(move |level| Msg::Tag(Tagging::LevelOf(part.clone(), level)))
    };
    let id = ["part-level-", &*part.key.sha256, "-", &part.said.part.item].concat();
    levels(ctx, id, named, chosen, on_choose)
}

/// The choice of a level.
pub(super) fn levels(
    ctx: &Context,
    id: String,
    named: impl Iterator<Item = (String, String)>,
    value: String,
    on_choose: Callback<String>,
) -> Html {
    let texts = &ctx.texts().issues;
    let open = (String::new(), AttrValue::Static(texts.open_level));
    let options: Vec<(String, AttrValue)> =
        std::iter::once(open).chain(named.map(|(id, name)| (id, AttrValue::from(name)))).collect();
    let ctx = ctx.clone();
    yew::html! { <div class="level"><Select {ctx} id={dom_id(&id)} label={texts.level} {options} {value} {on_choose} /></div> }
}

/// An id of a proposal may hold whatever others wrote; one in the page holds no blank.
pub(super) fn dom_id(id: &str) -> String {
    id.chars().map(|letter| if letter.is_ascii_alphanumeric() || letter == '-' { letter } else { '_' }).collect()
}

/// What a part is called.
pub(super) fn name(ctx: &Context, part: &ReadPart) -> String {
    let kind = (ctx.texts().table.kind)(part.said.part.kind);
    match part.said.part.kind {
        ExcerptKind::Step | ExcerptKind::Proposal => [kind, " – ", &beginning(&part.said.text)].concat(),
        _ => kind.to_owned(),
    }
}

/// The issues of a part, and what can be done with it.
fn bar(ctx: &Context, text: &ReadText, at: usize) -> Html {
    let Some(part) = text.parts.get(at) else { return Html::default() };
    let texts = &ctx.texts().issues;
    let of = || part.said.part.clone();
    let is_asked = text.picks.is_some() && at == text.part;
    let name = (texts.part)(&name(ctx, part));
    let choose = if part.in_report() { texts.unchoose } else { texts.choose };
    view! {
        <div class="part-bar no-print" role="group" aria-label={name}>
            if !part.tags.is_empty() {
                <ul class="tags" role="list">{ for part.tags.iter().map(|tag| one_tag(ctx, &part.said.part, tag)) }</ul>
            }
            <div class="part-ways">
                <button type="button" class="btn link" aria-expanded={if is_asked { "true" } else { "false" }}
                    onclick={ctx.click(Msg::Tag(Tagging::Ask(Some(of()))))}>{ texts.tag }</button>
                <button type="button" class="btn link" aria-pressed={if part.in_report() { "true" } else { "false" }}
                    onclick={ctx.click(Msg::Tag(Tagging::Choose(Some(of()))))}>{ choose }</button>
            </div>
        </div>
    }
}

/// The choice of an issue for the part that is asked about. It stands below all of them, where there is room.
pub(super) fn picking(ctx: &Context, text: &ReadText) -> Html {
    let (Some(picks), Some(part)) = (text.picks.clone(), text.parts.get(text.part)) else { return Html::default() };
    let (about, words, ctx) = (name(ctx, part), part.said.text.clone(), ctx.clone());
    // For another part it begins anew.
    let key = about.clone();
    yew::html! { <Picker {key} {ctx} {picks} {about} {words} /> }
}

fn one_tag(ctx: &Context, part: &Part, tag: &ReadTag) -> Html {
    let texts = &ctx.texts().issues;
    let untag = Msg::Tag(Tagging::Untag(part.clone(), tag.issue.clone()));
    view! {
        <li key={tag.issue.clone()} class={if tag.in_report { "tag in-report" } else { "tag" }}>
            <span lang="vi"><bdi>{ beginning(&tag.wording) }</bdi></span>
            if tag.in_report {
                <small>{ texts.is_in_report }</small>
            }
            if !tag.is_same {
                <small class="hot">{ texts.changed }</small>
            }
            <button type="button" class="btn link" onclick={ctx.click(untag)}>
                { texts.untag }<span class="spoken">{ ": " }{ beginning(&tag.wording) }</span>
            </button>
        </li>
    }
}

/// Which part the keys are for, and how it stands: told as it changes.
pub(super) fn here(ctx: &Context, text: &ReadText) -> Html {
    let Some(part) = text.parts.get(text.part) else { return Html::default() };
    let all = text.parts.len();
    let told = (ctx.texts().issues.here)(&name(ctx, part), text.part + 1, all, part.tags.len(), part.in_report());
    view! { <p class="part-here no-print" role="status"><bdi>{ told }</bdi></p> }
}

/// Whether the proposals are read, and no requirement.
pub(super) fn is_of_proposals(requirement: &str) -> bool {
    requirement == PROPOSALS
}
