//! The program behind one element, as `embed.js` calls it.

use super::beside;
use super::effects::{Browser, look};
use super::files;
use super::host_bridge::{self, HostBridge, typed_error};
use super::stores::{BrowserStores, let_go, stores};
use super::views::Views;
use crate::views::texts::Texts;
use app::runtime::Subscription;
use app::{HostError, Model, Msg, Route, Runtime, Section};
use browser::nfc::nfc;
use domain::content;
use domain::lang::Lang;
use domain::tidy::tidied;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use storage::StoreFault;
use ui::poisoned::poison;
use wasm_bindgen::prelude::*;
use web_sys::{
    CustomEvent, CustomEventInit, DragEvent, Element, Event, EventTarget, HtmlDocument, HtmlInputElement, InputEvent,
    KeyboardEvent, MouseEvent, ShadowRoot, StorageEvent,
};

/// The program behind one element. It holds the state; the views are mounted and unmounted with the element.
#[wasm_bindgen]
pub struct Component {
    pub(super) runtime: Rc<Runtime>,
    stores: Rc<BrowserStores>,
    bridge: Rc<HostBridge>,
    mounted: RefCell<Option<Mounted>>,
}

/// What a drag of files over the page does, given the element that contains the views.
type OnDrag = Box<dyn Fn(&Element, &Event)>;

struct Mounted {
    views: Views,
    /// Ends with the views.
    _listeners: Vec<EventListener>,
}

#[wasm_bindgen]
impl Component {
    /// A component about a directive and a roster, each as the bytes of its document, or the built-in one. `key` keeps its
    /// drafts apart from those of others; `lang` is that of the message of an error.
    ///
    /// # Errors
    /// Where the directive or the roster cannot be used: an error with `code`, `message` and `path`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        directive: Option<Vec<u8>>,
        roster: Option<Vec<u8>>,
        key: &str,
        lang: &str,
    ) -> Result<Component, JsValue> {
        // Yew's own way to set it: what is set otherwise is replaced as the views are drawn for the first time.
        yew::set_custom_panic_hook(Box::new(|info| {
            poison();
            report_panic(&info.to_string());
        }));
        let (directive, roster) = content::read(directive.as_deref(), roster.as_deref()).map_err(|fault| {
            let message = (Texts::of(Lang::from_tag(lang)).host.content)(&fault);
            typed_error(fault.code(), &message, fault.path())
        })?;
        // No directive's id holds a space.
        let name = if key.is_empty() { directive.id.clone() } else { [&directive.id, key].join(" ") };
        let stores = Rc::new(stores(&name));
        let model = Model::new(Rc::new(directive), Rc::new(roster), seed(), nfc);
        let bridge = Rc::<HostBridge>::default();
        let handler = Browser { bridge: bridge.clone(), stores: stores.clone(), timers: RefCell::default() };
        let runtime = Runtime::new(model, Box::new(handler));
        Ok(Self { runtime, stores, bridge, mounted: RefCell::default() })
    }

    /// Applies what the attributes of the element ask for.
    pub fn configure(&self, element: &Element) {
        let (host, owns_address) = host_bridge::attributes(element);
        let is_new = self.bridge.owns_address.replace(owns_address) != owns_address;
        self.runtime.send(Msg::Host(host));
        if is_new && owns_address {
            self.runtime.send(Msg::Arrived(address()));
        }
    }

    /// Reads the stores. The views may be mounted before that; they wait.
    pub async fn load(&self) {
        let (runtime, stores) = (self.runtime.clone(), self.stores.clone());
        let loaded = stores.load().await;
        let here = runtime.model().route.clone();
        runtime.send(Msg::Loaded(loaded));
        // An address of the page's own leads to its place; the bare page leaves the focus where the browser begins.
        if !matches!(here, Route::Directive(None) | Route::Drafts) {
            runtime.send(Msg::Arrived(here));
        }
    }

    /// Draws the views and returns the element that contains them, which belongs in the shadow root. `dispatch` tells the page
    /// around the element.
    ///
    /// # Errors
    /// Where the page can make no elements.
    pub fn mount(&self, root: ShadowRoot, dispatch: Function) -> Result<Element, JsValue> {
        self.bridge.root.replace(Some(root));
        self.bridge.dispatch.replace(Some(dispatch));
        let views = Views::of(self.runtime.clone())?;
        let host = views.host.clone();
        let listeners = self.listen(&host);
        self.mounted.replace(Some(Mounted { views, _listeners: listeners }));
        // Whatever else draws into the views begins anew with them.
        let (board, report) = (self.runtime.model().board(), self.runtime.model().report());
        beside::show_board(&self.runtime, &self.bridge, board);
        beside::show_report(&self.runtime, &self.bridge, report);
        Ok(host)
    }

    /// Removes the views, and writes at once what is not on disk.
    pub fn unmount(&self) {
        self.runtime.send(Msg::Hidden);
        if let Some(mounted) = self.mounted.take() {
            mounted.views.end();
        }
        self.bridge.root.take();
        self.bridge.dispatch.take();
    }

    /// Writes whatever is not on disk, and ends when all of it is.
    ///
    /// # Errors
    /// Where no store takes it: an error with `code`, `message` and `path`.
    pub async fn flush(&self) -> Result<(), JsValue> {
        let runtime = self.runtime.clone();
        runtime.send(Msg::Flush);
        let listening: RefCell<Option<Subscription>> = RefCell::default();
        let ended = Promise::new(&mut |resolve, _| {
            let check = move |model: &Model| {
                if settled(model).is_some() {
                    // A promise that is resolved twice stays as it is.
                    let _ = resolve.call0(&JsValue::NULL);
                }
            };
            check(&runtime.model());
            listening.replace(Some(runtime.subscribe(Rc::new(check))));
        });
        wasm_bindgen_futures::JsFuture::from(ended).await?;
        let model = runtime.model();
        match settled(&model) {
            Some(Err(fault)) => Err(host_bridge::error(model.lang, &HostError::NotSaved(fault)).into()),
            _ => Ok(()),
        }
    }

    /// Goes to the task or requirement of that id, and gives it the focus.
    ///
    /// # Errors
    /// Where the directive has none: an error with `code`, `message` and `path`.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, id: &str) -> Result<(), JsValue> {
        if !self.runtime.model().has_place(id) {
            let lang = self.runtime.model().lang;
            return Err(host_bridge::error(lang, &HostError::UnknownPlace(id.to_owned())).into());
        }
        self.runtime.send(Msg::GoTo(id.to_owned()));
        Ok(())
    }

    /// Keeps what the person has made of the report of that draft, over what was kept before; an empty text where that is nothing.
    #[wasm_bindgen(js_name = keepReport)]
    pub fn keep_report(&self, draft: String, base: String, kept: String) {
        self.runtime.send(Msg::KeepReport(draft, base, kept));
    }

    /// Imports a file as if the person had chosen it.
    pub fn offer(&self, name: String, text: String) {
        self.runtime.send(Msg::FileRead(name, text.into_bytes()));
    }

    fn listen(&self, host: &Element) -> Vec<EventListener> {
        let mut listeners =
            vec![self.on_click(host), self.on_choice(host), self.on_keys(host), on_insertion(host), on_mending(host)];
        listeners.extend(self.on_drop(host));
        listeners.extend(self.on_leaving());
        let (runtime, bridge) = (self.runtime.clone(), self.bridge.clone());
        listeners.extend(web_sys::window().map(|window| {
            EventListener::new(&window, "popstate", move |_| {
                if bridge.owns_address.get() {
                    runtime.send(Msg::Arrived(address()));
                }
            })
        }));
        listeners
    }

    /// Links between the views are followed here, so that they work where the address is the host's own too.
    fn on_click(&self, host: &Element) -> EventListener {
        let runtime = self.runtime.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(host, "click", options, move |event| {
            let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
            let is_plain = click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key());
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[href^='#/']").ok().flatten());
            if let (true, Some(path)) = (is_plain, link.and_then(|link| link.get_attribute("href"))) {
                event.prevent_default();
                runtime.send(Msg::Go(Route::parse(path.trim_start_matches('#'))));
            }
        })
    }

    /// Saving and printing by the keys of every program: saves now and says so, and prints the report rather than the form. On the
    /// product's own page wherever the focus is.
    fn on_keys(&self, host: &Element) -> EventListener {
        let runtime = self.runtime.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&self.target(host), "keydown", options, move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let is_command = (key.ctrl_key() != key.meta_key()) && !key.alt_key() && !key.shift_key();
            let draft = runtime.model().current().map(|draft| draft.id.clone());
            let (true, Some(draft)) = (is_command, draft) else { return };
            match key.key().as_str() {
                "s" | "S" => runtime.send(Msg::SaveNow),
                "p" | "P" if runtime.model().report().is_some() => runtime.send(Msg::Print),
                "p" | "P" => {
                    runtime.send(Msg::Go(Route::Draft(draft, Section::Print)));
                    runtime.send(Msg::Print);
                }
                _ => return,
            }
            event.prevent_default();
        })
    }

    /// Where keys and files are accepted: anywhere on the product's own page, in somebody else's page only within the element.
    fn target(&self, host: &Element) -> EventTarget {
        let window = web_sys::window().filter(|_| self.bridge.owns_address.get());
        window.map_or_else(|| host.clone().into(), Into::into)
    }

    fn on_choice(&self, host: &Element) -> EventListener {
        let (runtime, bridge) = (self.runtime.clone(), self.bridge.clone());
        EventListener::new(host, "change", move |event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some((files, input)) = input.and_then(|input| Some((input.files()?, input))) {
                files::read(&runtime, &bridge, &files);
                // So that choosing the same file again is a change again.
                input.set_value("");
            }
        })
    }

    fn on_drop(&self, host: &Element) -> Vec<EventListener> {
        let mark = |host: &Element, on: bool| {
            // The mark is only for the eye.
            let _ = host.toggle_attribute_with_force("data-dragging", on);
        };
        let options = EventListenerOptions::enable_prevent_default();
        let target = self.target(host);
        let on = |name: &'static str, act: OnDrag| {
            let marked = host.clone();
            EventListener::new_with_options(&target, name, options, move |event| {
                // Words and links are the fields' and the browser's.
                if carries_files(event) {
                    act(&marked, event);
                }
            })
        };
        let (runtime, bridge) = (self.runtime.clone(), self.bridge.clone());
        vec![
            on("dragenter", Box::new(|_, event| event.prevent_default())),
            on(
                "dragover",
                Box::new(move |host, event| {
                    event.prevent_default();
                    mark(host, true);
                }),
            ),
            on("dragleave", Box::new(move |host, _| mark(host, false))),
            on(
                "drop",
                Box::new(move |host, event| {
                    event.prevent_default();
                    mark(host, false);
                    let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                    if let Some(files) = transfer.and_then(|transfer| transfer.files()) {
                        files::read(&runtime, &bridge, &files);
                    }
                }),
            ),
        ]
    }

    /// The page is left, or returned to.
    fn on_leaving(&self) -> Vec<EventListener> {
        let Some(window) = web_sys::window() else { return Vec::new() };
        let Some(document) = window.document() else { return Vec::new() };
        let (leaving, left) = (self.runtime.clone(), self.stores.clone());
        let (hiding, watched) = (self.runtime.clone(), document.clone());
        let come_back = {
            let (runtime, stores) = (self.runtime.clone(), self.stores.clone());
            // Another window may have written meanwhile, in a store that tells nobody.
            Rc::new(move || {
                let ids: Vec<String> = runtime.model().drafts.iter().map(|draft| draft.id.clone()).collect();
                ids.iter().for_each(|id| look(&runtime, &stores, id));
            })
        };
        let shown = come_back.clone();
        vec![
            EventListener::new(&window, "pagehide", move |_| {
                leaving.send(Msg::Hidden);
                let_go(&left);
            }),
            // A page that was left may be kept as it stood, and shown again.
            EventListener::new(&window, "pageshow", move |event| {
                if Reflect::get(event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy()) {
                    shown();
                }
            }),
            EventListener::new(&document, "visibilitychange", move |_| {
                if watched.hidden() {
                    return hiding.send(Msg::Hidden);
                }
                come_back();
            }),
            self.on_other_window(&window),
        ]
    }

    /// Another window has written into the mirror.
    fn on_other_window(&self, window: &web_sys::Window) -> EventListener {
        let (runtime, stores) = (self.runtime.clone(), self.stores.clone());
        EventListener::new(window, "storage", move |event| {
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if let Some(id) = key.as_deref().and_then(|key| stores.mirror().draft_of(key)) {
                look(&runtime, &stores, id);
            }
        })
    }
}

fn carries_files(event: &Event) -> bool {
    let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    transfer.is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

/// What is pasted or dropped into a field is tidied and inserted through the field's own editing, so it can be undone as usual.
fn on_insertion(host: &Element) -> EventListener {
    let (options, around) = (EventListenerOptions::enable_prevent_default(), host.clone());
    EventListener::new_with_options(host, "beforeinput", options, move |event| {
        let Some(input) = event.dyn_ref::<InputEvent>().filter(|input| input.input_type().starts_with("insertFrom"))
        else {
            return;
        };
        let text = input.data().unwrap_or_default();
        let tidy = tidied(&text);
        if tidy != text && insert(&around, &tidy) {
            event.prevent_default();
        }
    })
}

/// A button beside a field replaces the text in the field with the one that it offers, through the field's own editing.
fn on_mending(host: &Element) -> EventListener {
    let around = host.clone();
    EventListener::new(host, "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("[data-mends]").ok()?);
        let field = button.as_ref().and_then(|button| button.parent_element()?.query_selector("input").ok()?);
        let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some((field, text)) = field.zip(button.and_then(|button| button.get_attribute("value"))) {
            // Where it takes no focus, nothing is put in anywhere else.
            if field.focus().is_ok() {
                field.select();
                insert(&around, &text);
            }
        }
    })
}

/// Inserts a text at the caret, as typing does. False if the browser does not.
fn insert(host: &Element, text: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document()?.dyn_into::<HtmlDocument>().ok());
    let Some(document) = document else { return false };
    // WebKit announces this insertion too, to the listener that is still at work on the first.
    let _unheard = EventListener::new_with_options(
        host,
        "beforeinput",
        EventListenerOptions::run_in_capture_phase(),
        Event::stop_immediate_propagation,
    );
    document.exec_command_with_show_ui_and_value("insertText", false, text) == Ok(true)
}

/// The result of the last writes, once none is under way: everything is on disk, or a fault.
fn settled(model: &Model) -> Option<Result<(), StoreFault>> {
    let mut all = Ok(());
    for draft in &model.drafts {
        all = all.and(draft.saving.settled()?);
    }
    Some(all)
}

/// Tells `embed.js`, which is outside the program and can still act.
fn report_panic(message: &str) {
    let detail = CustomEventInit::new();
    detail.set_detail(&message.into());
    let event = CustomEvent::new_with_event_init_dict("directive-assessment-panic", &detail);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        // Where even this fails there is nothing left that could be told.
        let _ = window.dispatch_event(&event);
    }
}

/// The view that the page's address names.
fn address() -> Route {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    Route::parse(hash.trim_start_matches('#'))
}

/// Bits to make ids from; the clock serves where the browser has no generator.
fn seed() -> u64 {
    let mut bytes = [0; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    match crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)) {
        Some(Ok(_)) => u64::from_le_bytes(bytes),
        _ => js_sys::Date::now().to_bits(),
    }
}
