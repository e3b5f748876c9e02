//! A text field. It is uncontrolled: what is typed goes to the model, and nothing is written back while the field has the focus,
//! because Vietnamese input methods retype what is in it.

use super::context::{ViewContext, use_view_context};
use app::{Edit, Msg};
use domain::field::Field;
use domain::link;
use ui::field::{Remark, Shape, TextControl, give_room, has_focus, typed, write};
use ui::view;
use web_sys::Node;
use yew::prelude::*;

/// What a field is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TextFieldProps {
    /// The draft that it belongs to.
    pub(super) draft: AttrValue,
    /// Which field it is.
    pub(super) field: Field,
    pub(super) label: AttrValue,
    /// What the model has.
    pub(super) value: String,
    /// The hint under the label.
    #[prop_or_default]
    pub(super) hint: Option<&'static str>,
    #[prop_or_default]
    pub(super) shape: Shape,
    /// What the checks say of it.
    #[prop_or_default]
    pub(super) remarks: Vec<Remark>,
    /// Whether the label is only spoken (in a table with a head).
    #[prop_or_default]
    pub(super) hides_label: bool,
}

/// A field of text with its label, hint and remarks.
#[component]
pub(super) fn TextField(props: &TextFieldProps) -> Html {
    let ctx = use_view_context();
    let node = use_node_ref();
    // What stood in the field when it and the model last agreed.
    let agreed = use_mut_ref(String::new);
    {
        let agreed = agreed.clone();
        use_effect_with((node.clone(), props.value.clone()), move |(node, value)| {
            if let Some(node) = node.get().filter(|node| !has_focus(node)) {
                write(&node, value);
                agreed.replace(value.clone());
            }
        });
    }
    let oninput = {
        let (draft, field, agreed) = (props.draft.to_string(), props.field.clone(), agreed.clone());
        ctx.sender(move |event: InputEvent| {
            let field_node = event.target_dyn_into::<Node>();
            let typed = typed(field_node.as_ref());
            field_node.iter().for_each(|node| give_room(node, &typed));
            agreed.replace(typed.clone());
            Msg::Edit(draft.clone(), Edit::Text(field.clone(), typed))
        })
    };
    let bring_up = {
        let (node, runtime, draft, field) =
            (node.clone(), ctx.runtime.clone(), props.draft.clone(), props.field.clone());
        move || {
            if let (Some(node), Some(draft)) = (node.get(), runtime.model().draft(&draft)) {
                let text = draft.assessment.text(&field);
                if *agreed.borrow() != text {
                    write(&node, &text);
                    agreed.replace(text);
                }
            }
        }
    };
    // A window that is come back to gives the focus to the field that had it, and another one may have saved meanwhile:
    // what is typed into the old text would write over that. Where the model has nothing new, what stands in the field stays:
    // Chromium undoes what was typed into a field that was left, gives it the focus, and tells of it only then.
    let onfocus = {
        let (bring_up, runtime) = (bring_up.clone(), ctx.runtime.clone());
        let (draft, field) = (props.draft.to_string(), props.field.clone());
        Callback::from(move |_: FocusEvent| {
            bring_up();
            runtime.send(Msg::Entered(draft.clone(), field.clone()));
        })
    };
    // Once the person has left the field it shows what the model understood, such as a date with its zeros.
    let onblur = {
        let runtime = ctx.runtime.clone();
        Callback::from(move |_: FocusEvent| {
            bring_up();
            runtime.send(Msg::Left);
        })
    };
    let id = props.field.dom_id();
    let control = TextControl {
        id: &id,
        label: &props.label,
        hides_label: props.hides_label,
        hint: props.hint,
        shape: props.shape,
        remarks: &props.remarks,
        node,
        oninput,
        onfocus,
        onblur,
    };
    let is_to_mend = props.shape == Shape::Link && control.is_invalid();
    control.draw(is_to_mend.then(|| mending(&ctx, &props.value)))
}

/// Offers a link as it was most likely meant. `edge` puts it in by the field's own editing, so that it can be undone there.
fn mending(ctx: &ViewContext, value: &str) -> Html {
    let Some(mended) = link::mended(value) else { return Html::default() };
    view! {
        <button type="button" class="btn" data-mends="" value={mended.clone()}>
            { ctx.texts().form.mend }<bdi>{ mended }</bdi>
        </button>
    }
}
