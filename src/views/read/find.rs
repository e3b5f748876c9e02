//! Searching in the directive.

use super::reading::{Local, Reading};
use super::sheet::FOUND_DOM_ID;
use crate::views::context::ViewContext;
use app::Msg;
use domain::find::matches;
use ui::view;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The search field with the count of what it found, and the ways from one place to the next.
pub(super) fn find(ctx: &ViewContext, reading: &Reading) -> Html {
    let texts = &ctx.texts().read;
    let desk = &reading.desk;
    let Local { query, at, .. } = desk.local();
    let count: usize = reading.shown.directive.texts().into_iter().map(|text| matches(text, &query).len()).sum();
    let go = {
        let (ctx, desk) = (ctx.clone(), desk.clone());
        Callback::from(move |back: bool| {
            let local = desk.local();
            if let Some(at) = stepped(local.at, count, back) {
                desk.set(Local { at: Some(at), ..local });
                ctx.send(Msg::Focus(FOUND_DOM_ID.into()));
            }
        })
    };
    let look_for = {
        let desk = desk.clone();
        Callback::from(move |query: String| desk.set(Local { query: query.into(), at: None, ..desk.local() }))
    };
    let oninput = look_for.reform(|event: InputEvent| input(&event).map(|input| input.value()).unwrap_or_default());
    let onsubmit = go.reform(|event: SubmitEvent| {
        event.prevent_default();
        false
    });
    let onkeydown = on_key(go.clone(), look_for);
    let said = if query.trim().is_empty() { String::new() } else { (texts.found)(at.map(|at| at + 1), count) };
    let none = count == 0;
    view! {
        <form class={if query.is_empty() { "find" } else { "find on" }} role="search" {onsubmit}>
            <label for="find">{ texts.find }</label>
            <input class="input" id="find" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search"
                {oninput} {onkeydown} />
            <output for="find">{ said }</output>
            <button class="btn" type="button" disabled={none} aria-label={texts.previous} title={texts.previous}
                onclick={go.reform(|_| true)}>{ "↑" }</button>
            <button class="btn" type="submit" disabled={none} aria-label={texts.next} title={texts.next}>{ "↓" }</button>
        </form>
    }
}

fn on_key(go: Callback<bool>, look_for: Callback<String>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        // Keys that an input method is still working with are not ours.
        _ if event.is_composing() => {}
        "Enter" if event.shift_key() => {
            event.prevent_default();
            go.emit(true);
        }
        "Escape" => {
            if let Some(input) = input(&event).filter(|input| !input.value().is_empty()) {
                event.prevent_default();
                input.set_value("");
            }
            look_for.emit(String::new());
        }
        _ => {}
    })
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target_dyn_into()
}

/// The place to go to: the first or the last at first, then one on or back, from the end to the beginning.
fn stepped(at: Option<usize>, count: usize, back: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (at, back) {
        (None | Some(0), true) => last,
        (Some(at), true) => at - 1,
        (Some(at), false) if at < last => at + 1,
        (_, false) => 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_goes_to_the_first_place_and_the_last_is_followed_by_the_first() {
        for (at, back, next) in [
            (None, false, 0),
            (Some(0), false, 1),
            (Some(2), false, 0),
            (None, true, 2),
            (Some(0), true, 2),
            (Some(2), true, 1),
        ] {
            assert_eq!(stepped(at, 3, back), Some(next));
        }
        assert_eq!(stepped(None, 0, false), None);
    }
}
