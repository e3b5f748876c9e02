//! A paragraph of the report: as it reads, rewritten in place, and with what has changed beneath it.

use super::context::Context;
use super::field::Field;
use coordination::msg::Msg;
use coordination::typed::Typed;
use report::document::{Origin, Paragraph};
use ui::field::Shape;
use ui::view;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What a paragraph is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WrittenProps {
    pub(super) ctx: Context,
    pub(super) paragraph: Paragraph,
    /// Whether it is an item of a list.
    pub(super) is_item: bool,
}

/// A paragraph. Its words are taken when the field is left; the button only opens and closes it.
#[component]
pub(super) fn Written(props: &WrittenProps) -> Html {
    let (place, is_open) = (use_node_ref(), use_state(|| false));
    let was_opened = use_mut_ref(|| false);
    {
        let place = place.clone();
        use_effect_with(*is_open, move |is_open| {
            // At first nothing has the focus; after that what was pressed is gone.
            if *is_open || *was_opened.borrow() {
                focus(&place, if *is_open { "textarea" } else { "button" });
            }
            *was_opened.borrow_mut() = *is_open;
        });
    }
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let ctx = &props.ctx;
    let is_generated = props.paragraph.origin == Origin::Generated;
    let class = if is_generated { "written" } else { "written edited" };
    let content = view! {
        <>
            if *is_open {
                { field(ctx, &props.paragraph) }
            } else {
                { words(ctx, &props.paragraph) }
            }
            { ways(ctx, &props.paragraph, *is_open, toggle) }
            { beneath(ctx, &props.paragraph) }
        </>
    };
    ctx.finished(if props.is_item {
        view! { <li {class} ref={place}>{ content }</li> }
    } else {
        view! { <div {class} ref={place}>{ content }</div> }
    })
}

fn focus(place: &NodeRef, what: &str) {
    let found = place.cast::<Element>().and_then(|place| place.query_selector(what).ok().flatten());
    if let Some(element) = found.and_then(|element| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(element).ok()) {
        // There is nothing to do where it cannot take the focus.
        let _ = element.focus();
    }
}

fn words(ctx: &Context, paragraph: &Paragraph) -> Html {
    if paragraph.text.is_empty() {
        return view! { <p class="quiet no-print" lang={ctx.lang.tag()}>{ ctx.texts().report.left_out }</p> };
    }
    view! { <p class="text">{ &paragraph.text }</p> }
}

fn field(ctx: &Context, paragraph: &Paragraph) -> Html {
    let texts = &ctx.texts().report;
    let (id, value) = (dom_id(&paragraph.id), paragraph.text.clone());
    let of = Some(Typed::paragraph(&paragraph.id, paragraph.base()));
    let field = yew::html! {
        <Field ctx={ctx.clone()} {id} label={texts.words} hint={Some(texts.words_hint)} shape={Shape::Area} {value} {of} />
    };
    view! { <div class="no-print" lang={ctx.lang.tag()}>{ field }</div> }
}

/// The buttons of a paragraph.
fn ways(ctx: &Context, paragraph: &Paragraph, is_open: bool, toggle: Callback<MouseEvent>) -> Html {
    let texts = &ctx.texts().report;
    let id = || paragraph.id.clone();
    let button = |words: &'static str, onclick: Callback<MouseEvent>| {
        view! {
            <button type="button" class="btn link" {onclick}>
                { words }<span class="spoken">{ ": " }<bdi lang="vi">{ beginning(&paragraph.text) }</bdi></span>
            </button>
        }
    };
    let taken_back = match paragraph.origin {
        Origin::Generated | Origin::Changed { .. } => None,
        Origin::Edited { .. } => Some(texts.take_back),
        Origin::Gone { .. } => Some(texts.remove),
    };
    view! {
        <div class="ways no-print" lang={ctx.lang.tag()}>
            if paragraph.origin != Origin::Generated {
                <span class="edited-mark">{ texts.edited }</span>
            }
            { button(if is_open { texts.done } else { texts.edit }, toggle) }
            if let Some(words) = taken_back {
                { button(words, ctx.click(Msg::TakeGenerated(id()))) }
            }
        </div>
    }
}

/// What has changed beneath the officer's words.
fn beneath(ctx: &Context, paragraph: &Paragraph) -> Html {
    let texts = &ctx.texts().report;
    let id = || paragraph.id.clone();
    let text = |text: &str| view! { <dd lang="vi"><bdi class="text">{ text.to_owned() }</bdi></dd> };
    match &paragraph.origin {
        Origin::Generated | Origin::Edited { .. } => Html::default(),
        Origin::Changed { base, generated } => view! {
            <div class="beneath no-print" lang={ctx.lang.tag()}>
                <p class="advice">{ texts.changed_beneath }</p>
                <dl>
                    <dt>{ texts.before }</dt>{ text(base) }
                    <dt>{ texts.now }</dt>{ text(generated) }
                </dl>
                <p class="actions">
                    <button type="button" class="btn" onclick={ctx.click(Msg::TakeGenerated(id()))}>{ texts.take }</button>
                    <button type="button" class="btn" onclick={ctx.click(Msg::KeepRewritten(id()))}>{ texts.keep }</button>
                </p>
            </div>
        },
        Origin::Gone { base } => view! {
            <div class="beneath no-print" lang={ctx.lang.tag()}>
                <p class="advice">{ texts.gone }</p>
                <dl><dt>{ texts.before }</dt>{ text(base) }</dl>
            </div>
        },
    }
}

/// The first words, by which one paragraph is told from the others.
fn beginning(text: &str) -> String {
    text.split_whitespace().take(8).collect::<Vec<_>>().join(" ")
}

/// An id of a paragraph may hold whatever others wrote; one in the page holds no blank.
fn dom_id(id: &str) -> String {
    let mut out = String::from("report-");
    for letter in id.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '/' => out.push(letter),
            _ => out.extend(['_', '_'].into_iter().chain(u32::from(letter).to_string().chars())),
        }
    }
    out
}
