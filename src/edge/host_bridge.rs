//! The bridge to the page around the element: its shadow root, its attributes, and the events that tell it what happens.

use crate::views::texts::Texts;
use app::{Host, HostError, HostEvent, HostView, Model};
use domain::assessment::UnitRef;
use domain::lang::Lang;
use js_sys::{Array, Error, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, ShadowRoot};

/// What the component has of the page while it is mounted. Nothing of it is held once it is not: an element that was taken
/// out of its page and forgotten must be free to go.
#[derive(Default)]
pub(super) struct HostBridge {
    pub(super) root: RefCell<Option<ShadowRoot>>,
    /// Dispatches an event: name, detail, whether it can be cancelled.
    pub(super) dispatch: RefCell<Option<Function>>,
    /// Whether the views have their addresses in the page's own.
    pub(super) owns_address: Cell<bool>,
}

/// The page's answer to an event that it can cancel.
pub(super) struct Answer {
    /// Whether it lets the product go on.
    pub(super) goes_on: bool,
    /// The promise that it wants awaited.
    pub(super) outcome: Option<Promise>,
}

impl Answer {
    /// Waits for the page's promise.
    ///
    /// # Errors
    /// The page's reason, where its promise was rejected.
    pub(super) async fn wait(outcome: Option<Promise>) -> Result<(), String> {
        let Some(outcome) = outcome else { return Ok(()) };
        JsFuture::from(outcome).await.map(drop).map_err(|reason| {
            let reason = Reflect::get(&reason, &"message".into()).ok().filter(JsValue::is_string).unwrap_or(reason);
            reason.as_string().unwrap_or_default()
        })
    }
}

impl HostBridge {
    /// Tells the page what happened.
    pub(super) fn tell(&self, model: &Model, told: &HostEvent) {
        match told {
            HostEvent::Change { edited } => {
                let (view, at) = model.place();
                let draft = model.current().map(|draft| draft.id.as_str());
                let detail = about(model, draft.unwrap_or_default());
                set(&detail, "edited", &(*edited).into());
                set(&detail, "view", &view.name().into());
                set(&detail, "task", &at.into());
                self.dispatch("change", &detail);
            }
            HostEvent::Save(draft) => {
                self.dispatch("save", &about(model, draft));
            }
            HostEvent::Conflict(draft, copy) => {
                let detail = about(model, draft);
                set(&detail, "copy", &copy.into());
                self.dispatch("conflict", &detail);
            }
            HostEvent::Error(told) => {
                self.dispatch("error", &error(model.lang, told));
            }
        }
    }

    /// Asks the page whether it wants to deal with a file itself.
    pub(super) fn ask(&self, name: &str, detail: &Object, file: &JsValue) -> Answer {
        set(detail, "file", file);
        let answer = self.call(name, detail, true).and_then(|answer| answer.dyn_into::<Array>().ok());
        let Some(answer) = answer else { return Answer { goes_on: true, outcome: None } };
        Answer { goes_on: answer.get(0).is_truthy(), outcome: answer.get(1).dyn_into().ok() }
    }

    /// Whether `embed.js` has the views printed.
    pub(super) fn prints(&self) -> bool {
        self.call("print", &Object::new(), false).is_some_and(|prints| prints.is_truthy())
    }

    /// Tells `embed.js` what the program of that name is to show.
    pub(super) fn show(&self, name: &str, detail: &Object) {
        self.call(name, detail, false);
    }

    fn dispatch(&self, name: &str, detail: &Object) {
        self.call(name, detail, false);
    }

    fn call(&self, name: &str, detail: &Object, is_cancelable: bool) -> Option<JsValue> {
        // A listener may end the component: nothing stays borrowed while it runs.
        let dispatch = self.dispatch.borrow().clone()?;
        dispatch.call3(&JsValue::NULL, &name.into(), detail, &is_cancelable.into()).ok()
    }
}

/// The detail of an event about a draft. Of what was written in it nothing but the unit.
pub(super) fn about(model: &Model, draft: &str) -> Object {
    let detail = Object::new();
    set(&detail, "draft", &draft.into());
    if let Some(draft) = model.draft(draft) {
        let UnitRef { id, group, name, .. } = &draft.assessment.unit;
        let unit = Object::new();
        set(&unit, "id", &id.into());
        set(&unit, "group", &group.into());
        set(&unit, "name", &name.into());
        set(&detail, "unit", &unit);
    }
    detail
}

/// An error of the methods: what to tell a person as its message, a name for programs, and what it speaks of.
pub(super) fn error(lang: Lang, error: &HostError) -> Object {
    typed_error(error.code(), &(Texts::of(lang).host.error)(error), error.path())
}

pub(super) fn typed_error(code: &str, message: &str, path: &str) -> Object {
    let error = Error::new(message);
    set(&error, "code", &code.into());
    set(&error, "path", &path.into());
    error.into()
}

pub(super) fn set(object: &Object, key: &str, value: &JsValue) {
    // An object made here takes every property.
    let _ = Reflect::set(object, &key.into(), value);
}

/// What the attributes of the element ask for, and whether the views have their addresses in the page's own.
pub(super) fn attributes(element: &Element) -> (Host, bool) {
    let text = |name: &str| element.get_attribute(name).unwrap_or_default();
    let lang = text("lang");
    let host = Host {
        lang: (!lang.is_empty()).then(|| Lang::from_tag(&lang)),
        unit: text("unit"),
        view: HostView::named(&text("view")),
        task: text("task"),
        // Some frameworks write a value that is false so, instead of leaving the attribute out.
        readonly: element.get_attribute("readonly").is_some_and(|value| value != "false"),
        heading_level: text("heading-level").parse().ok().filter(|level| (1..=6).contains(level)).unwrap_or(2),
    };
    (host, text("routing") == "hash")
}
