//! A text field. It is uncontrolled: it keeps what is typed and is never written to while it has the focus, because Vietnamese
//! input methods retype what is in it. The model hears of each letter, and takes the text as a change when the field is left.

use super::context::Context;
use coordination::msg::Msg;
use coordination::typed::Typed;
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
    /// What the field is for: then it is kept while it is typed.
    #[prop_or_default]
    pub(super) of: Option<Typed>,
    #[prop_or_default]
    pub(super) tells: Tells,
    /// Whether what the model has stays where nothing was typed in its place: then it is shown again when the field is left.
    #[prop_or_default]
    pub(super) needs_text: bool,
    /// Called with what was typed, where the field is for nothing that is kept.
    #[prop_or_default]
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
    // What was typed and not taken yet.
    let pending = use_mut_ref(|| None::<Typed>);
    {
        let (pending, store) = (pending.clone(), props.ctx.store.clone());
        // A field that is taken away while somebody types in it is not left first.
        use_effect_with((), move |()| {
            move || {
                if let Some(typed) = pending.take() {
                    store.0.send(Msg::Take(Box::new(typed)));
                }
            }
        });
    }
    let tell = {
        let (agreed, pending) = (agreed.clone(), pending.clone());
        let (of, store, on_text) = (props.of.clone(), props.ctx.store.clone(), props.on_text.clone());
        let (needs_text, value) = (props.needs_text, props.value.clone());
        move |node: Option<Node>| {
            let typed = typed(node.as_ref());
            let is_told = pending.take().is_some() || *agreed.borrow() != typed;
            agreed.replace(typed.clone());
            if let Some(node) = node.filter(|node| needs_text && typed.trim().is_empty() && !has_focus(node)) {
                write(&node, &value);
                agreed.replace(value.clone());
            }
            if !is_told {
                return;
            }
            match &of {
                Some(of) => store.0.send(Msg::Take(Box::new(of.with(typed)))),
                None => on_text.emit(typed),
            }
        }
    };
    let tells = props.tells;
    let oninput = {
        let tell = tell.clone();
        let (of, store) = (props.of.clone(), props.ctx.store.clone());
        Callback::from(move |event: InputEvent| {
            let node = event.target_dyn_into::<Node>();
            let text = typed(node.as_ref());
            node.iter().for_each(|node| give_room(node, &text));
            if let Some(of) = &of {
                let typed = of.with(text);
                pending.replace(Some(typed.clone()));
                store.0.send(Msg::Typed(Box::new(typed)));
            } else if tells == Tells::Typed {
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
