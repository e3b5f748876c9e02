//! Moves the focus to an element and scrolls it into view, below the bar.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition as Position, ShadowRoot, Window,
};

/// Tries to find an element that is about to be drawn, and the milliseconds between two tries.
const TRIES: u32 = 20;
const RETRY_MS: u32 = 25;
/// How many times an element is brought into sight: what was out of sight has the height that the styles guess until it comes near,
/// and whatever stands below it moves then.
const SETTLING: u32 = 6;
/// The heading of each view.
const VIEW_TITLE: &str = "view-title";

/// Gives the focus to the element of that id once it is drawn, or to the title if the view has no such element.
pub(super) fn focus(root: ShadowRoot, id: String) {
    find(root, id, TRIES);
}

fn find(root: ShadowRoot, id: String, tries: u32) {
    wait(tries, move || {
        let element = root.get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        match element {
            Some(element) => reach(root, element),
            None if tries > 1 => find(root, id, tries - 1),
            // What is not on this view cannot take the focus; its title can.
            None if id != VIEW_TITLE => find(root, VIEW_TITLE.into(), 1),
            None => {}
        }
    });
}

/// Does something with the element of that id, once it is drawn.
pub(super) fn when_drawn(root: ShadowRoot, id: String, then: impl FnOnce(&Element) + 'static) {
    seek(root, id, TRIES, then);
}

fn seek(root: ShadowRoot, id: String, tries: u32, then: impl FnOnce(&Element) + 'static) {
    wait(tries, move || match root.get_element_by_id(&id) {
        Some(element) => then(&element),
        None if tries > 1 => seek(root, id, tries - 1, then),
        None => {}
    });
}

/// Lets the browser draw: briefly before the first try, longer before later ones.
fn wait(tries: u32, then: impl FnOnce() + 'static) {
    Timeout::new(if tries == TRIES { 0 } else { RETRY_MS }, then).forget();
}

/// Gives an element the focus. What is folded around it opens, and an element that cannot take the focus is brought into sight
/// while the person stays where they are.
fn reach(root: ShadowRoot, element: HtmlElement) {
    let mut inside = Some(Element::from(element.clone()));
    while let Some(details) = inside.and_then(|element| element.closest("details:not([open])").ok().flatten()) {
        // An attribute that HTML defines can be set.
        let _ = details.set_attribute("open", "");
        inside = details.parent_element();
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
    // The notices are in sight wherever the page is.
    if element.closest(".top").is_ok_and(|top| top.is_none()) {
        // Nothing stands above the beginning of a view that could still move it: whoever scrolls on at once is not pulled back.
        let times = if element.id() == VIEW_TITLE { 1 } else { SETTLING };
        settle(root, element, times);
    }
}

fn settle(root: ShadowRoot, element: HtmlElement, times: u32) {
    let Some(window) = web_sys::window() else { return };
    bring_into_sight(&window, &root, &element);
    if times > 1 {
        Timeout::new(RETRY_MS, move || {
            let has_moved_on = root.active_element().as_ref().is_some_and(|active| **active != **element);
            if !has_moved_on {
                settle(root, element, times - 1);
            }
        })
        .forget();
    }
}

/// A view begins at its top, a requirement at its heading; anything else is left where it is if it can be seen.
fn bring_into_sight(window: &Window, root: &ShadowRoot, element: &HtmlElement) {
    let view = (element.id() == VIEW_TITLE).then(|| element.closest("main").ok().flatten()).flatten();
    let target: &Element = view.as_ref().unwrap_or(element);
    let (frame, bar) = (target.get_bounding_client_rect(), root.query_selector(".top"));
    let from = bar.ok().flatten().map_or(0.0, |bar| bar.get_bounding_client_rect().bottom());
    let to = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let position = match &view {
        Some(_) if frame.top() >= from - 1.0 && frame.top() < to => return,
        Some(_) => Position::Start,
        None if element.matches(".req").unwrap_or_default() => Position::Start,
        None if frame.top() >= from && frame.bottom() <= to => return,
        None if frame.height() * 2.0 > to => Position::Start,
        None => Position::Center,
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    target.scroll_into_view_with_scroll_into_view_options(&options);
}
