//! A field of text. It is uncontrolled: what is typed goes to the store, and nothing is written back while the field has
//! the focus, since Vietnamese input methods re-type what stands there.

use super::store::use_reach;
use crate::app::{Edit, Msg};
use crate::domain::field::Field;
use crate::ui::html::html;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement, HtmlTextAreaElement, Node, ShadowRoot};
use yew::prelude::*;

/// The form of a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    #[default]
    Line,
    /// Several lines.
    Area,
    /// A date, typed as `dd/mm/yyyy`.
    Date,
    /// A link.
    Link,
}

/// A remark under a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Whether it is an error; else it is advice.
    pub is_error: bool,
    /// What it says.
    pub text: AttrValue,
}

/// What a field is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TextFieldProps {
    /// The draft that it belongs to.
    pub draft: AttrValue,
    /// Which field it is.
    pub field: Field,
    /// Its label.
    pub label: AttrValue,
    /// What stands in the store.
    pub value: String,
    /// The hint under the label.
    #[prop_or_default]
    pub hint: Option<&'static str>,
    /// Its form.
    #[prop_or_default]
    pub shape: Shape,
    /// What the checks say of it.
    #[prop_or_default]
    pub remarks: Vec<Remark>,
    /// Whether the label is only spoken (in a table with a head).
    #[prop_or_default]
    pub hides_label: bool,
}

/// A field of text with its label, hint and remarks.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let reach = use_reach();
    let node = use_node_ref();
    // What stood in the field when it and the store last agreed.
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
        reach.sender(move |event: InputEvent| {
            let typed = typed(event.target_dyn_into::<Node>().as_ref());
            agreed.replace(typed.clone());
            Msg::Edit(draft.clone(), Edit::Text(field.clone(), typed))
        })
    };
    let bring_up = {
        let (node, store, draft, field) = (node.clone(), reach.store.clone(), props.draft.clone(), props.field.clone());
        move || {
            if let (Some(node), Some(draft)) = (node.get(), store.model().draft(&draft)) {
                let text = draft.assessment.text(&field);
                if *agreed.borrow() != text {
                    write(&node, &text);
                    agreed.replace(text);
                }
            }
        }
    };
    // A window that is come back to gives the focus to the field that had it, and another one may have saved meanwhile:
    // what is typed into the old text would write over that. Where the store has nothing new, what stands in the field stays:
    // Chromium undoes what was typed into a field that was left, gives it the focus, and tells of it only then.
    let onfocus = {
        let (bring_up, store) = (bring_up.clone(), reach.store.clone());
        let (draft, field) = (props.draft.to_string(), props.field.clone());
        Callback::from(move |_: FocusEvent| {
            bring_up();
            store.send(Msg::Entered(draft.clone(), field.clone()));
        })
    };
    // Once the person has left the field it shows what the store understood, such as a date with its zeros.
    let onblur = {
        let store = reach.store.clone();
        Callback::from(move |_: FocusEvent| {
            bring_up();
            store.send(Msg::Left);
        })
    };
    let id = props.field.dom_id();
    let described_by = described_by(&id, props);
    let invalid = props.remarks.iter().any(|remark| remark.is_error).then_some("true");
    let control = match props.shape {
        Shape::Area => html! {
            <textarea id={id.clone()} ref={node} rows="3" aria-describedby={described_by} aria-invalid={invalid}
                {oninput} {onfocus} {onblur} />
        },
        shape => {
            let input_mode = match shape {
                Shape::Date => Some("numeric"),
                Shape::Link => Some("url"),
                _ => None,
            };
            html! {
                <input id={id.clone()} ref={node} type="text" autocomplete="off" inputmode={input_mode}
                    class={(shape == Shape::Date).then_some("date")}
                    aria-describedby={described_by} aria-invalid={invalid} {oninput} {onfocus} {onblur} />
            }
        }
    };
    html! {
        <div class={if invalid.is_some() { "field bad" } else { "field" }}>
            <label for={id.clone()} class={props.hides_label.then_some("spoken")}>{ &props.label }</label>
            if let Some(hint) = props.hint {
                <p class="hint" id={[&id, "-hint"].concat()}>{ hint }</p>
            }
            { control }
            { remarks(&[&id, "-remarks"].concat(), &props.remarks) }
        </div>
    }
}

fn described_by(id: &str, props: &TextFieldProps) -> Option<String> {
    let hint = props.hint.map(|_| [id, "-hint"].concat());
    let remarks = (!props.remarks.is_empty()).then(|| [id, "-remarks"].concat());
    let ids: Vec<String> = hint.into_iter().chain(remarks).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// Remarks, errors before advice.
pub fn remarks(id: &str, remarks: &[Remark]) -> Html {
    if remarks.is_empty() {
        return Html::default();
    }
    let one = |remark: &Remark| {
        let class = if remark.is_error { "error" } else { "advice" };
        html! { <p class={class}>{ &remark.text }</p> }
    };
    html! { <div id={id.to_owned()}>{ for remarks.iter().map(one) }</div> }
}

fn typed(node: Option<&Node>) -> String {
    let Some(node) = node else { return String::new() };
    match (node.dyn_ref::<HtmlTextAreaElement>(), node.dyn_ref::<HtmlInputElement>()) {
        (Some(area), _) => area.value(),
        (None, Some(input)) => input.value(),
        (None, None) => String::new(),
    }
}

fn write(node: &Node, value: &str) {
    if typed(Some(node)) == value {
        return;
    }
    if let Some(area) = node.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(value);
    } else if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
        input.set_value(value);
    }
}

pub(super) fn has_focus(node: &Node) -> bool {
    let root = node.get_root_node();
    let active: Option<Element> = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => root.dyn_ref::<Document>().and_then(Document::active_element),
    };
    active.is_some_and(|active| node.is_same_node(Some(&active)))
}
