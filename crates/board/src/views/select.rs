//! A choice among a few options, as a drop-down list.

use super::context::Context;
use ui::view;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a choice is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SelectProps {
    pub(super) ctx: Context,
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    /// What can be chosen: the value, the words.
    pub(super) options: Vec<(String, AttrValue)>,
    /// The value that is chosen.
    pub(super) value: String,
    /// Called with the value that the person chooses.
    pub(super) on_choose: Callback<String>,
}

/// A choice with its label.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    // The attribute on the option is only for the first drawing: Firefox keeps what the person chose.
    use_effect_with((node.clone(), props.value.clone(), props.options.clone()), |(node, value, _)| {
        if let Some(select) = node.get().and_then(|node| node.dyn_into::<HtmlSelectElement>().ok()) {
            select.set_value(value);
        }
    });
    let onchange = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                on_choose.emit(select.value());
            }
        })
    };
    let option = |(value, words): &(String, AttrValue)| {
        view! { <option value={value.clone()} selected={*value == props.value}>{ words }</option> }
    };
    props.ctx.finished(view! {
        <div class="field select">
            <label for={props.id.clone()}>{ &props.label }</label>
            <select class="input" id={props.id.clone()} ref={node} {onchange}>{ for props.options.iter().map(option) }</select>
        </div>
    })
}
