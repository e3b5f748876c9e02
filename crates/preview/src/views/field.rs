//! A text field. It is uncontrolled: it keeps what is typed and is never written to while it has the focus, because Vietnamese input
//! methods retype what is in it. The report hears of each letter.

use crate::msg::Msg;
use crate::store::Shared;
use report::particular::Particular;
use ui::field::{Shape, TextControl, give_room, has_focus, typed, write};
use yew::prelude::*;

/// What a field is for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Of {
    /// What stands around the text.
    Particular(Particular),
    /// The paragraph of that id.
    Paragraph(String),
}

/// What a field is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FieldProps {
    pub(super) store: Shared,
    pub(super) of: Of,
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) hint: Option<&'static str>,
    pub(super) has_lines: bool,
    /// What the report has.
    pub(super) value: String,
}

/// A field of text with its label and hint.
#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let node = use_node_ref();
    // Whether the report is about to have what was typed here; and whether it has something else by now, from another window.
    let (is_own, is_behind) = (use_mut_ref(|| false), use_mut_ref(|| false));
    {
        let (is_own, is_behind) = (is_own.clone(), is_behind.clone());
        use_effect_with((node.clone(), props.value.clone()), move |(node, value)| {
            let Some(node) = node.get() else { return };
            if !has_focus(&node) {
                write(&node, value);
            } else if !is_own.take() {
                is_behind.replace(true);
            }
        });
    }
    let oninput = {
        let (node, store, of, is_own) = (node.clone(), props.store.clone(), props.of.clone(), is_own.clone());
        Callback::from(move |_: InputEvent| {
            let text = typed(node.get().as_ref());
            is_own.replace(true);
            if let Some(node) = node.get() {
                give_room(&node, &text);
            }
            store.0.send(match of.clone() {
                Of::Particular(field) => Msg::Fill(field, text),
                Of::Paragraph(id) => Msg::Rewrite(id, text),
            });
        })
    };
    // A window that is come back to gives the focus to the field that had it: what another one has written meanwhile stands there before
    // anything is typed over it.
    let onfocus = {
        let (node, value, is_behind) = (node.clone(), props.value.clone(), is_behind.clone());
        Callback::from(move |_: FocusEvent| {
            if let Some(node) = node.get().filter(|_| is_behind.take()) {
                write(&node, &value);
            }
        })
    };
    // Once it is left it shows what the report has taken. A window that is left keeps the focus within.
    let onblur = {
        let (node, value) = (node.clone(), props.value.clone());
        Callback::from(move |_: FocusEvent| {
            if let Some(node) = node.get().filter(|node| !has_focus(node)) {
                write(&node, &value);
                is_own.replace(false);
                is_behind.replace(false);
            }
        })
    };
    let control = TextControl {
        id: &props.id,
        label: &props.label,
        hides_label: false,
        hint: props.hint,
        shape: if props.has_lines { Shape::Area } else { Shape::Line },
        remarks: &[],
        node,
        oninput,
        onfocus,
        onblur,
    };
    control.draw(None)
}
