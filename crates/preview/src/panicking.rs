//! What happens when the program stops: it tells the script around it, and writes and draws nothing any more.

#![allow(clippy::disallowed_methods, reason = "this is the floor that the lint protects")]

use ui::poisoned::poison;
use web_sys::{CustomEvent, CustomEventInit};

/// Has a panic told. It is Yew's own way to set that: what is set otherwise is replaced as views are drawn for the first time.
pub fn tell_of_panics() {
    yew::set_custom_panic_hook(Box::new(|info| {
        poison();
        report_panic(&info.to_string());
    }));
}

/// Tells the script around the program, which can still act.
fn report_panic(message: &str) {
    let detail = CustomEventInit::new();
    detail.set_detail(&message.into());
    let event = CustomEvent::new_with_event_init_dict("directive-assessment-board-panic", &detail);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        // Where even this fails there is nothing left that could be told.
        let _ = window.dispatch_event(&event);
    }
}
