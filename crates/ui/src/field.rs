//! A text field as it is drawn: with its label, its hint and its remarks. The program that uses it says what is in it, and is told
//! what is typed.

use crate::view;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement, HtmlTextAreaElement, Node, ShadowRoot};
use yew::prelude::*;

/// The form of a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A text of one line.
    #[default]
    Line,
    /// A text of several lines.
    Area,
    /// A date, typed as `dd/mm/yyyy`.
    Date,
    /// The address of a page.
    Link,
}

/// A remark under a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Whether it is an error; else it is advice.
    pub is_error: bool,
    /// The remark, as the person reads it.
    pub text: AttrValue,
}

/// A field of text.
pub struct TextControl<'a> {
    /// Its id; the ids of its hint and its remarks begin with it.
    pub id: &'a str,
    /// The label that is drawn above the field.
    pub label: &'a AttrValue,
    /// Whether the label is only read out (in a table with column heads).
    pub hides_label: bool,
    /// The hint under the label.
    pub hint: Option<&'static str>,
    /// What kind of text the field takes.
    pub shape: Shape,
    /// What the checks say about it.
    pub remarks: &'a [Remark],
    /// A reference to the field itself.
    pub node: NodeRef,
    /// Called when something is typed.
    pub oninput: Callback<InputEvent>,
    /// Called when the person comes into it.
    pub onfocus: Callback<FocusEvent>,
    /// Called when the person leaves it.
    pub onblur: Callback<FocusEvent>,
}

impl TextControl<'_> {
    /// Whether one of the remarks is an error.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        self.remarks.iter().any(|remark| remark.is_error)
    }

    /// The field, and below its remarks what is offered to mend it.
    pub fn draw(&self, offer: Option<Html>) -> Html {
        view! {
            <div class={if self.is_invalid() { "field bad" } else { "field" }}>
                <label for={self.id.to_owned()} class={self.hides_label.then_some("spoken")}>{ self.label }</label>
                if let Some(hint) = self.hint {
                    <p class="hint" id={[self.id, "-hint"].concat()}>{ hint }</p>
                }
                { self.control() }
                { remarks(&[self.id, "-remarks"].concat(), self.remarks) }
                { offer }
            </div>
        }
    }

    fn control(&self) -> Html {
        let (id, described_by) = (self.id.to_owned(), self.described_by());
        let invalid = self.is_invalid().then_some("true");
        let (oninput, onfocus, onblur) = (self.oninput.clone(), self.onfocus.clone(), self.onblur.clone());
        let input_mode = match self.shape {
            Shape::Area => {
                return view! {
                    <div class="grow">
                        <textarea id={id} ref={self.node} rows="3" aria-describedby={described_by} aria-invalid={invalid}
                            {oninput} {onfocus} {onblur} />
                    </div>
                };
            }
            Shape::Date => Some("numeric"),
            Shape::Link => Some("url"),
            Shape::Line => None,
        };
        view! {
            <input id={id} ref={self.node} type="text" autocomplete="off" inputmode={input_mode}
                class={(self.shape == Shape::Date).then_some("date")}
                aria-describedby={described_by} aria-invalid={invalid} {oninput} {onfocus} {onblur} />
        }
    }

    fn described_by(&self) -> Option<String> {
        let hint = self.hint.map(|_| [self.id, "-hint"].concat());
        let remarks = (!self.remarks.is_empty()).then(|| [self.id, "-remarks"].concat());
        let ids: Vec<String> = hint.into_iter().chain(remarks).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// Remarks, errors before advice.
pub fn remarks(id: &str, remarks: &[Remark]) -> Html {
    if remarks.is_empty() {
        return Html::default();
    }
    let one = |remark: &Remark| {
        let class = if remark.is_error { "error" } else { "advice" };
        view! { <p class={class}>{ &remark.text }</p> }
    };
    view! { <div id={id.to_owned()}>{ for remarks.iter().map(one) }</div> }
}

/// The content of a field.
#[must_use]
pub fn typed(node: Option<&Node>) -> String {
    let Some(node) = node else { return String::new() };
    match (node.dyn_ref::<HtmlTextAreaElement>(), node.dyn_ref::<HtmlInputElement>()) {
        (Some(area), _) => area.value(),
        (None, Some(input)) => input.value(),
        (None, None) => String::new(),
    }
}

/// Makes a field show a text.
pub fn write(node: &Node, value: &str) {
    if typed(Some(node)) == value {
        return;
    }
    if let Some(area) = node.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(value);
        give_room(node, value);
    } else if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
        input.set_value(value);
    }
}

/// Where the browser cannot make a text area as high as its text, the style sheet puts the same text behind it, invisibly, which sets
/// the height.
pub fn give_room(node: &Node, text: &str) {
    if let (true, Some(around)) = (node.is_instance_of::<HtmlTextAreaElement>(), node.parent_element()) {
        // Any attribute can be set on an element.
        let _ = around.set_attribute("data-text", text);
    }
}

/// Whether a node has the focus.
#[must_use]
pub fn has_focus(node: &Node) -> bool {
    let root = node.get_root_node();
    let active: Option<Element> = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => root.dyn_ref::<Document>().and_then(Document::active_element),
    };
    active.is_some_and(|active| node.is_same_node(Some(&active)))
}
