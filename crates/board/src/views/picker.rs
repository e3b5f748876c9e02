//! The choice of an issue for a part of what is read: a list that is searched by typing (the WAI-ARIA pattern of a combobox).

use super::context::Context;
use coordination::msg::{Msg, Tagging};
use coordination::update::PICK;
use coordination::views::reading::Pick;
use domain::fold::fold;
use ui::view;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// What the picker is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PickerProps {
    pub(super) ctx: Context,
    /// The issues to choose from.
    pub(super) picks: Vec<Pick>,
    /// What the part is called.
    pub(super) about: String,
    /// The words of the part: those of a new issue.
    pub(super) words: String,
}

/// The field, the list, and the way out.
#[component]
pub(super) fn Picker(props: &PickerProps) -> Html {
    let query = use_state(String::new);
    let active = use_state(|| 0_usize);
    let list = use_node_ref();
    let sought = fold(&query);
    let is_found = |pick: &&Pick| {
        let wording = fold(&pick.wording);
        sought.split_whitespace().all(|word| wording.contains(word))
    };
    // A new one is always the last.
    let mut options: Vec<Option<Pick>> = props.picks.iter().filter(is_found).cloned().map(Some).collect();
    options.push(None);
    let at = (*active).min(options.len() - 1);
    use_effect_with((list.clone(), at, options.len()), |(list, ..)| reveal(list));
    let texts = &props.ctx.texts().issues;
    let chosen = options.get(at).cloned().flatten().map(|pick| pick.issue);
    let many = options.len();
    let oninput = {
        let (query, active) = (query.setter(), active.setter());
        Callback::from(move |event: InputEvent| {
            query.set(event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default());
            active.set(0);
        })
    };
    let onkeydown = keys(&props.ctx, chosen, at, many, active.setter());
    let option = |(place, pick): (usize, &Option<Pick>)| draw(props, place, pick.as_ref(), place == at);
    props.ctx.finished(view! {
        <div class="pick no-print">
            <label for={PICK}>{ texts.pick }</label>
            <p class="about"><bdi>{ &props.about }</bdi></p>
            <p class="hint" id="board-pick-hint">{ texts.pick_hint }</p>
            <input id={PICK} type="text" role="combobox" autocomplete="off" spellcheck="false" class="input"
                aria-autocomplete="list" aria-expanded="true" aria-controls="board-pick-list"
                aria-activedescendant={option_id(at)} aria-describedby="board-pick-hint" {oninput} {onkeydown} />
            <div id="board-pick-list" ref={list} role="listbox" class="pick-list" aria-label={texts.pick}>
                { for options.iter().enumerate().map(option) }
            </div>
            <p class="spoken" role="status">{ (texts.found)(many) }</p>
            <button type="button" class="btn link" onclick={props.ctx.click(Msg::Tag(Tagging::Close))}>{ texts.close }</button>
        </div>
    })
}

fn option_id(place: usize) -> String {
    ["board-pick-", &place.to_string()].concat()
}

fn draw(props: &PickerProps, place: usize, pick: Option<&Pick>, is_active: bool) -> Html {
    let texts = &props.ctx.texts().issues;
    let onclick = props.ctx.click(Msg::Tag(Tagging::Tag(pick.map(|pick| pick.issue.clone()))));
    // The focus stays in the field while an option is chosen with the pointer.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    view! {
        <div role="option" id={option_id(place)} class={is_active.then_some("active")}
            aria-selected={if is_active { "true" } else { "false" }} {onclick} {onmousedown}>
            if let Some(pick) = pick {
                <span lang="vi"><bdi>{ &pick.wording }</bdi></span>
                <small>
                    { (texts.units)(usize::try_from(pick.units).unwrap_or(usize::MAX)) }
                    if pick.is_tagged {
                        { " · " }{ texts.is_tagged }
                    }
                </small>
            } else {
                <span>{ texts.new }{ ": " }<bdi lang="vi">{ beginning(&props.words) }</bdi></span>
            }
        </div>
    }
}

/// The first words, by which one text is told from others.
pub(super) fn beginning(text: &str) -> String {
    const WORDS: usize = 14;
    let mut words = text.split_whitespace();
    let first = words.by_ref().take(WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() { [&first, " …"].concat() } else { first }
}

fn keys(
    ctx: &Context,
    chosen: Option<String>,
    at: usize,
    many: usize,
    active: yew::UseStateSetter<usize>,
) -> Callback<KeyboardEvent> {
    let store = ctx.store.clone();
    Callback::from(move |event: KeyboardEvent| {
        // Keys that an input method is still working with are not ours.
        if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => active.set((at + 1) % many.max(1)),
            "ArrowUp" => active.set((at + many.max(1) - 1) % many.max(1)),
            "Enter" => store.0.send(Msg::Tag(Tagging::Tag(chosen.clone()))),
            "Escape" => store.0.send(Msg::Tag(Tagging::Close)),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

/// Scrolls the list, and nothing else, so that the active option is seen.
fn reveal(list: &NodeRef) {
    let Some(list) = list.cast::<web_sys::HtmlElement>() else { return };
    let active: Option<Element> = list.query_selector(".active").ok().flatten();
    let Some(active) = active.and_then(|active| active.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    let (top, bottom) = (active.offset_top(), active.offset_top() + active.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
