//! What `embed.js` calls: the program behind one element.

use super::files;
use super::outside::{Browser, halt};
use super::stores::Stores;
use crate::app::views::{SaveLine, save_line};
use crate::app::{Model, Msg, Route, Store};
use crate::domain::directive::Directive;
use crate::domain::roster::Roster;
use crate::ui::{App, AppProps};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, DragEvent, Element, Event, HtmlInputElement, MouseEvent, ShadowRoot};

/// The program behind one element. It holds the state; the views are mounted and unmounted with the element.
#[wasm_bindgen]
pub struct Component {
    store: Rc<Store>,
    stores: Rc<Stores>,
    owns_address: bool,
    mounted: RefCell<Option<Mounted>>,
}

/// What a drag over the page does, given the element that the views stand in.
type OnDrag = Box<dyn Fn(&Element, &Event)>;

struct Mounted {
    views: yew::AppHandle<App>,
    /// Ends with the views.
    _listeners: Vec<EventListener>,
}

#[wasm_bindgen]
impl Component {
    /// A component that draws into `root`. `owns_address` says whether the views have addresses in the page's own.
    ///
    /// # Errors
    /// Where the built-in directive or roster cannot be read, which is a mistake in the build.
    #[wasm_bindgen(constructor)]
    pub fn new(root: ShadowRoot, owns_address: bool) -> Result<Component, JsError> {
        std::panic::set_hook(Box::new(|info| {
            halt();
            report_panic(&info.to_string());
        }));
        let directive = Directive::built_in().map_err(|_| JsError::new("the built-in directive"))?;
        let roster = Roster::built_in().map_err(|_| JsError::new("the built-in roster"))?;
        let stores = Rc::new(Stores::new(&directive.id));
        let mut model = Model::new(Rc::new(directive), Rc::new(roster));
        if owns_address {
            model.route = address();
        }
        let outside = Browser { root, stores: stores.clone(), owns_address, timers: RefCell::default() };
        let store = Store::new(model, Box::new(outside));
        Ok(Self { store, stores, owns_address, mounted: RefCell::default() })
    }

    /// Reads the stores. The views may be mounted before that; they wait.
    pub async fn load(&self) {
        let (store, stores) = (self.store.clone(), self.stores.clone());
        let loaded = stores.load(seed()).await;
        let here = store.model().route.clone();
        store.send(Msg::Loaded(loaded));
        // An address of the page's own leads to its place; the bare page leaves the focus where the browser begins.
        if !matches!(here, Route::Directive(None) | Route::Drafts) {
            store.send(Msg::Arrived(here));
        }
    }

    /// Draws the views into `host`, an element of the shadow root.
    pub fn mount(&self, host: Element) {
        let listeners = self.listen(&host);
        let views = yew::Renderer::<App>::with_root_and_props(host, AppProps { store: self.store.clone() }).render();
        self.mounted.replace(Some(Mounted { views, _listeners: listeners }));
    }

    /// Takes the views away and puts what is not on disk there at once.
    pub fn unmount(&self) {
        self.store.send(Msg::Hidden);
        if let Some(mounted) = self.mounted.take() {
            mounted.views.destroy();
        }
    }

    /// Puts what is not on disk there, and waits until it is. Whether all of it is.
    pub async fn flush(&self) -> bool {
        self.store.send(Msg::Hidden);
        loop {
            let line = save_line(&self.store.model());
            match line {
                SaveLine::Unsaved(_) => return false,
                SaveLine::Saving | SaveLine::Opening => files::pause().await,
                SaveLine::NothingYet | SaveLine::Saved(_) => return true,
            }
        }
    }

    /// Takes a file in as if the person had chosen it.
    pub fn offer(&self, name: String, text: String) {
        self.store.send(Msg::FileRead(name, text.into_bytes()));
    }

    fn listen(&self, host: &Element) -> Vec<EventListener> {
        let mut listeners = vec![self.on_click(host), self.on_choice(host)];
        listeners.extend(self.on_drop(host));
        listeners.extend(self.on_leaving());
        if self.owns_address {
            let store = self.store.clone();
            listeners.extend(
                web_sys::window().map(|window| {
                    EventListener::new(&window, "popstate", move |_| store.send(Msg::Arrived(address())))
                }),
            );
        }
        listeners
    }

    /// Links between the views are followed here, so that they work where the address is the host's own too.
    fn on_click(&self, host: &Element) -> EventListener {
        let store = self.store.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(host, "click", options, move |event| {
            let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
            let is_plain = click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key());
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a[href^='#/']").ok().flatten());
            if let (true, Some(path)) = (is_plain, link.and_then(|link| link.get_attribute("href"))) {
                event.prevent_default();
                store.send(Msg::Go(Route::parse(path.trim_start_matches('#'))));
            }
        })
    }

    fn on_choice(&self, host: &Element) -> EventListener {
        let store = self.store.clone();
        EventListener::new(host, "change", move |event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some((files, input)) = input.and_then(|input| Some((input.files()?, input))) {
                files::read(&store, &files);
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
        let on = |name: &'static str, act: OnDrag| {
            let marked = host.clone();
            EventListener::new_with_options(host, name, options, move |event| act(&marked, event))
        };
        let store = self.store.clone();
        vec![
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
                        files::read(&store, &files);
                    }
                }),
            ),
        ]
    }

    fn on_leaving(&self) -> Vec<EventListener> {
        let Some(window) = web_sys::window() else { return Vec::new() };
        let Some(document) = window.document() else { return Vec::new() };
        let (leaving, hiding) = (self.store.clone(), self.store.clone());
        let watched = document.clone();
        vec![
            EventListener::new(&window, "pagehide", move |_| leaving.send(Msg::Hidden)),
            EventListener::new(&document, "visibilitychange", move |_| {
                if watched.hidden() {
                    hiding.send(Msg::Hidden);
                }
            }),
        ]
    }
}

/// Tells `embed.js`, which stands outside of the program and can still act.
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
