//! A field, and the button that uses what is typed there.

use super::context::Context;
use coordination::msg::Msg;
use coordination::typed::Typed;
use ui::field::{Shape, TextControl, typed};
use ui::view;
use web_sys::Node;
use yew::prelude::*;

/// What it is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReasonedProps {
    pub(super) ctx: Context,
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    #[prop_or_default]
    pub(super) hint: Option<&'static str>,
    #[prop_or_default]
    pub(super) shape: Shape,
    /// The words of the button.
    pub(super) button: AttrValue,
    /// Whether it is the one action of its place.
    #[prop_or_default]
    pub(super) is_main: bool,
    /// Whether something has to be typed.
    #[prop_or_default]
    pub(super) needs_text: bool,
    /// Under which name what is typed is kept until the button is pressed, the same wherever this is offered; none where there is no
    /// gathering yet to keep it in.
    #[prop_or_default]
    pub(super) kept_as: Option<AttrValue>,
    /// Called with what was typed, without blanks around it.
    pub(super) on_done: Callback<String>,
}

/// A field, and a button beside it. Where something has to be typed and is not, the button leads to the field.
#[component]
pub(super) fn Reasoned(props: &ReasonedProps) -> Html {
    let node = use_node_ref();
    let store = props.ctx.store.clone();
    let of = props.kept_as.as_ref().map(|name| Typed::beside(name));
    {
        let (node, store, of) = (node.clone(), store.clone(), of.clone());
        use_effect_with((), move |()| {
            let model = store.0.model();
            let typed = of.as_ref().zip(model.open.as_ref()).and_then(|(of, open)| open.typing.of(of));
            if let (Some(node), Some(typed)) = (node.get(), typed) {
                ui::field::write(&node, &typed.text);
            }
        });
    }
    let done = {
        let (node, needs_text, on_done) = (node.clone(), props.needs_text, props.on_done.clone());
        let (store, of) = (store.clone(), of.clone());
        move || {
            let text = typed(node.get().as_ref()).trim().to_owned();
            if text.is_empty() && needs_text {
                if let Some(field) = node.cast::<web_sys::HtmlElement>() {
                    // There is nothing to do where it cannot take the focus.
                    let _ = field.focus();
                }
                return;
            }
            if let Some(node) = node.get() {
                ui::field::write(&node, "");
            }
            on_done.emit(text);
            if let Some(of) = &of {
                store.0.send(Msg::Take(Box::new(of.clone())));
            }
        }
    };
    let onclick = {
        let done = done.clone();
        Callback::from(move |_: MouseEvent| done())
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            done();
        }
    });
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(of) = &of {
            let text = typed(event.target_dyn_into::<Node>().as_ref());
            store.0.send(Msg::Typed(Box::new(of.with(text))));
        }
    });
    let control = TextControl {
        id: &props.id,
        label: &props.label,
        hides_label: false,
        hint: props.hint,
        shape: props.shape,
        remarks: &[],
        node,
        oninput,
        onfocus: Callback::noop(),
        onblur: Callback::noop(),
    };
    let class = if props.is_main { "btn main" } else { "btn" };
    props.ctx.finished(view! {
        <div class="reasoned">
            <div {onkeydown}>{ control.draw(None) }</div>
            <button type="button" {class} {onclick}>{ &props.button }</button>
        </div>
    })
}
