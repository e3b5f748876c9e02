//! A button that shows and hides what is below it. One component serves all of them.

use crate::view;
use std::rc::Rc;
use yew::prelude::*;

/// Whether a disclosure is open, and what happens to its content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disclosed {
    /// Whether it is open at first.
    pub starts_open: bool,
    /// Whether its content is in the page while it is closed, so that the styles can show it where there is room.
    pub stays: bool,
}

/// A button with `text` that shows and hides `content`, which is drawn only where it is seen. `key` is unique among its
/// siblings; with another key it starts anew.
pub fn disclosure(key: String, text: String, disclosed: Disclosed, content: impl Fn() -> Html + 'static) -> Html {
    let content = Content(Rc::new(content));
    yew::html! { <Disclosure {key} {text} {disclosed} {content} /> }
}

#[derive(Clone)]
struct Content(Rc<dyn Fn() -> Html>);

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DisclosureProps {
    text: String,
    disclosed: Disclosed,
    content: Content,
}

#[component]
fn Disclosure(props: &DisclosureProps) -> Html {
    let open = use_state(|| props.disclosed.starts_open);
    let is_open = *open;
    let toggle = Callback::from(move |_: MouseEvent| open.set(!is_open));
    view! {
        <div class={if is_open { "disclosure open" } else { "disclosure" }}>
            <button type="button" class="btn" aria-expanded={if is_open { "true" } else { "false" }} onclick={toggle}>
                { &props.text }
            </button>
            if is_open || props.disclosed.stays {
                { (props.content.0)() }
            }
        </div>
    }
}
