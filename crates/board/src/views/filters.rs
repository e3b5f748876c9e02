//! Pieces that the lists share: choosing a kind or a group, searching for words, paging.

use super::context::Context;
use super::field::{Field, Tells};
use super::select::Select;
use coordination::filter::PAGE;
use coordination::msg::Msg;
use ui::view;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Buttons for kinds of lines, each with how many there are: words, count, whether it is chosen, what choosing it sends.
pub(super) fn kinds(ctx: &Context, label: &'static str, kinds: Vec<(&'static str, usize, bool, Msg)>) -> Html {
    let one = |(words, count, is_chosen, msg): (&'static str, usize, bool, Msg)| {
        let pressed = if is_chosen { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed={pressed} onclick={ctx.click(msg)}>
                { words }{ " " }<span class="count">{ count }</span>
            </button>
        }
    };
    view! { <div class="kinds no-print" role="group" aria-label={label}>{ for kinds.into_iter().map(one) }</div> }
}

/// The choice of a group.
pub(super) fn group(
    ctx: &Context,
    id: &'static str,
    groups: &[(String, String)],
    chosen: &str,
    on_choose: Callback<String>,
) -> Html {
    let texts = &ctx.texts().common;
    let all = (String::new(), AttrValue::Static(texts.all_groups));
    let named = groups.iter().map(|(id, name)| (id.clone(), AttrValue::from(name.clone())));
    let options: Vec<(String, AttrValue)> = std::iter::once(all).chain(named).collect();
    let (ctx, value) = (ctx.clone(), chosen.to_owned());
    yew::html! { <Select {ctx} {id} label={texts.group} {options} {value} {on_choose} /> }
}

/// The choice of an order, among these.
pub(super) fn order<Order: Copy + PartialEq + 'static>(
    ctx: &Context,
    id: &'static str,
    orders: &'static [Order],
    words: fn(Order) -> &'static str,
    chosen: Order,
    msg: impl Fn(Order) -> Msg + 'static,
) -> Html {
    let option = |(at, one): (usize, &Order)| (at.to_string(), AttrValue::Static(words(*one)));
    let options: Vec<(String, AttrValue)> = orders.iter().enumerate().map(option).collect();
    let value = orders.iter().position(|one| *one == chosen).unwrap_or_default().to_string();
    let of = move |value: &str| orders.get(value.parse::<usize>().ok()?).copied();
    let on_choose = ctx.sender(move |value: String| msg(of(&value).unwrap_or(chosen)));
    let (ctx, label) = (ctx.clone(), ctx.texts().common.order);
    yew::html! { <Select {ctx} {id} {label} {options} {value} {on_choose} /> }
}

/// Sends whether a box was checked.
pub(super) fn checked(ctx: &Context, msg: impl Fn(bool) -> Msg + 'static) -> Callback<Event> {
    ctx.sender(move |event: Event| {
        msg(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()))
    })
}

/// The field for words of a name.
pub(super) fn words(
    ctx: &Context,
    id: &'static str,
    label: &'static str,
    value: &str,
    on_text: Callback<String>,
) -> Html {
    let (ctx, value) = (ctx.clone(), value.to_owned());
    yew::html! { <Field {ctx} {id} {label} {value} tells={Tells::Typed} {on_text} /> }
}

/// How many lines there are, and the way to the others; `turn` is what leads to a page.
pub(super) fn pager(ctx: &Context, shown: usize, page: usize, turn: impl Fn(usize) -> Msg) -> Html {
    let texts = &ui::texts::Texts::of(ctx.lang).list;
    let last = shown.saturating_sub(1) / PAGE;
    if last == 0 {
        return Html::default();
    }
    let (from, to) = (page * PAGE, shown.min((page + 1) * PAGE));
    let button = |words: &'static str, to: Option<usize>| {
        let onclick = to.map(|to| ctx.click(turn(to)));
        view! {
            <button type="button" class="btn" aria-disabled={if to.is_some() { "false" } else { "true" }} {onclick}>
                { words }
            </button>
        }
    };
    view! {
        <div class="actions pager no-print" role="group" aria-label={ctx.texts().common.pages}>
            { button(texts.page_before, page.checked_sub(1)) }
            <span role="status">{ (texts.rows)(from + 1, to, shown) }</span>
            { button(texts.page_after, (page < last).then_some(page + 1)) }
        </div>
    }
}

/// A table that is wider than a small window: it moves sideways by itself, also with the keyboard.
pub(super) fn wide(ctx: &Context, class: &'static str, label: &str, table: Html) -> Html {
    let label = [label, " – ", ctx.texts().common.scrolls].concat();
    view! { <div {class} role="region" tabindex="0" aria-label={label}>{ table }</div> }
}
