//! What is done to elements once the views are drawn.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element, HtmlElement};

/// Tries to find an element that is about to be drawn, and the milliseconds between two tries.
const TRIES: u32 = 20;
const RETRY_MS: u32 = 25;

/// The heading that each view has.
const VIEW_TITLE: &str = "view-title";

/// Gives the element of that id the focus once it is drawn; where the view has none, its title.
pub(super) fn focus(host: Element, id: String) {
    find(host, id, TRIES);
}

fn find(host: Element, id: String, tries: u32) {
    let then = move || match by_id(&host, &id) {
        Some(element) => drop(element.focus()),
        None if tries > 1 => find(host, id, tries - 1),
        // What is not on this view cannot take the focus; its title can.
        None if id != VIEW_TITLE => find(host, VIEW_TITLE.to_owned(), 1),
        None => {}
    };
    // At once before the first try: what was changed is drawn before that.
    Timeout::new(if tries == TRIES { 0 } else { RETRY_MS }, then).forget();
}

/// Ids hold what people have written, which no selector could.
fn by_id(host: &Element, id: &str) -> Option<HtmlElement> {
    let all = host.query_selector_all("[id]").ok()?;
    let mut elements = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<HtmlElement>().ok());
    elements.find(|element| element.id() == id)
}

/// Asks the script around the program to print what is drawn, once it is.
pub(super) fn print(host: Option<Element>) {
    let Some(host) = host else { return };
    Timeout::new(0, move || {
        if let Ok(event) = CustomEvent::new("directive-assessment-board-print") {
            // Where even this fails the browser's own way to print is left.
            let _ = host.dispatch_event(&event);
        }
    })
    .forget();
}

/// Goes to an address within the board, as one of its links does: whoever stands around it follows those.
pub(super) fn go(host: &Element, place: &str) {
    let Some(link) = host.owner_document().and_then(|document| document.create_element("a").ok()) else { return };
    let address = ["#/tong-hop/", place].concat();
    let Ok(link) = link.dyn_into::<HtmlElement>() else { return };
    if link.set_attribute("href", address.trim_end_matches('/')).is_ok() && host.append_child(&link).is_ok() {
        link.click();
        link.remove();
    }
}
