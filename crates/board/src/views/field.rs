//! A text field. It is uncontrolled: it keeps what is typed and is never written to while it has the focus, because Vietnamese
//! input methods retype what is in it.

use super::context::Context;
use ui::field::{Remark, Shape, TextControl, give_room, has_focus, typed, write};
use web_sys::Node;
use yew::prelude::*;

/// When a field says what was typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tells {
    /// When it is left, or Enter is pressed, if it is other than before.
    #[default]
    Left,
    /// At each letter.
    Typed,
}

/// What a field is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FieldProps {
    pub(super) ctx: Context,
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    /// What the model has.
    #[prop_or_default]
    pub(super) value: String,
    #[prop_or_default]
    pub(super) hint: Option<&'static str>,
    #[prop_or_default]
    pub(super) shape: Shape,
    #[prop_or_default]
    pub(super) remarks: Vec<Remark>,
    /// Whether the label is only spoken.
    #[prop_or_default]
    pub(super) hides_label: bool,
    #[prop_or_default]
    pub(super) tells: Tells,
    /// Called with what was typed.
    pub(super) on_text: Callback<String>,
}

/// A field of text with its label, hint and remarks.
#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let node = use_node_ref();
    // What stood in the field when it and the model last agreed.
    let agreed = use_mut_ref(|| props.value.clone());
    {
        let agreed = agreed.clone();
        use_effect_with((node.clone(), props.value.clone()), move |(node, value)| {
            if let Some(node) = node.get().filter(|node| !has_focus(node)) {
                write(&node, value);
                agreed.replace(value.clone());
            }
        });
    }
    let tell = {
        let (agreed, on_text) = (agreed.clone(), props.on_text.clone());
        move |node: Option<Node>| {
            let typed = typed(node.as_ref());
            if *agreed.borrow() != typed {
                agreed.replace(typed.clone());
                on_text.emit(typed);
            }
        }
    };
    let tells = props.tells;
    let oninput = {
        let tell = tell.clone();
        Callback::from(move |event: InputEvent| {
            let node = event.target_dyn_into::<Node>();
            if let Some(node) = &node {
                give_room(node, &typed(Some(node)));
            }
            if tells == Tells::Typed {
                tell(node);
            }
        })
    };
    let onblur = {
        let (tell, node) = (tell.clone(), node.clone());
        Callback::from(move |_: FocusEvent| tell(node.get()))
    };
    let control = TextControl {
        id: &props.id,
        label: &props.label,
        hides_label: props.hides_label,
        hint: props.hint,
        shape: props.shape,
        remarks: &props.remarks,
        node: node.clone(),
        oninput,
        onfocus: Callback::noop(),
        onblur,
    };
    let is_area = props.shape == Shape::Area;
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        // While an input method composes, Enter is its own.
        if event.key() == "Enter" && !event.is_composing() && !is_area {
            tell(node.get());
        }
    });
    props.ctx.finished(ui::view! { <div {onkeydown}>{ control.draw(None) }</div> })
}
