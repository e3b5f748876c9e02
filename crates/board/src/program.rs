//! The program behind the board of one element, as the scripts call it (`shell/board`).

#![allow(clippy::disallowed_methods, reason = "this is the floor that the lint protects")]

use crate::edge::held::Held;
use crate::edge::{Given, Program};
use crate::reader::Reader;
use crate::views::store::Shared;
use crate::views::texts::words::{csv, workbook};
use crate::views::{App, AppProps};
use browser::office::Office;
use coordination::msg::Msg;
use domain::content;
use domain::lang::Lang;
use gloo::events::EventListener;
use js_sys::{Error, Reflect};
use pages::styles;
use preview::panicking::tell_of_panics;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};
use yew::{AppHandle, Renderer};

/// The board of one element. It holds the state, and keeps it while its view is closed.
#[wasm_bindgen]
pub struct Board {
    program: Program,
    /// Once it was mounted.
    drawn: RefCell<Option<Drawn>>,
}

/// What was drawn.
struct Drawn {
    /// The element with the views.
    host: HtmlElement,
    app: AppHandle<App>,
    /// Hears of files that are chosen and dropped there.
    _listeners: Vec<EventListener>,
}

#[wasm_bindgen]
impl Board {
    /// A board about a directive and a roster, each as the bytes of its document, or the built-in one. `key` keeps its data apart from
    /// those of others; `lang` is the language of the screen; `reader` reads files, `office` writes documents
    /// and workbooks.
    ///
    /// # Errors
    /// Where the directive or the roster cannot be used: an error with `code`, `message` and `path`. The form is given the same two,
    /// and tells the person.
    #[wasm_bindgen(constructor)]
    pub fn new(
        directive: Option<Vec<u8>>,
        roster: Option<Vec<u8>>,
        key: &str,
        lang: &str,
        reader: Reader,
        office: Office,
    ) -> Result<Board, JsValue> {
        tell_of_panics();
        let read = content::read(directive.as_deref(), roster.as_deref());
        let (directive, roster) = read.map_err(|fault| typed_error(fault.code(), fault.path()))?;
        let program = Program::new(Given { directive, roster, key: key.to_owned(), reader, office, csv, workbook });
        program.runtime.send(Msg::Configured(Lang::from_tag(lang), 1));
        Ok(Self { program, drawn: RefCell::default() })
    }

    /// The language of the screen, and the level of the first heading.
    pub fn configure(&self, lang: &str, heading_level: u8) {
        self.program.runtime.send(Msg::Configured(Lang::from_tag(lang), heading_level));
    }

    /// The element that holds the views; its place is in that shadow root. What the board has drawn is in it again.
    ///
    /// # Errors
    /// Where the page can make no elements.
    pub fn mount(&self, root: &ShadowRoot) -> Result<HtmlElement, JsValue> {
        if let Some(drawn) = &*self.drawn.borrow() {
            return Ok(drawn.host.clone());
        }
        let document = root.owner_document().ok_or(JsValue::NULL)?;
        let host: HtmlElement = document.create_element("div")?.unchecked_into();
        let store = Some(Shared(Rc::new(Held(self.program.runtime.clone()))));
        let props = AppProps { store };
        let app = Renderer::<App>::with_root_and_props(host.clone().into(), props).render();
        let drawn = Drawn { _listeners: self.program.listen(&host), host: host.clone(), app };
        self.drawn.replace(Some(drawn));
        Ok(host)
    }

    /// The styles of the report's pages: the rules for what stands on them, a rule a line, and those for the pages themselves.
    #[must_use]
    pub fn styles(&self) -> Vec<String> {
        let profile = Rc::clone(&self.program.runtime.model().profile);
        vec![styles::of_text(&profile), styles::of_pages(&profile)]
    }

    /// Goes to the place that stands after `/tong-hop/` in the address; empty for the first view. The stores are read when the first
    /// one arrives.
    pub fn go(&self, place: String) {
        self.program.runtime.send(Msg::Arrived(place));
    }

    /// The view is closed. What was changed is on its way to the disk already, and so is what was typed.
    pub fn unmount(&self) {
        self.program.runtime.send(Msg::Hidden);
    }

    /// Writes whatever is not on disk, and ends when all of it is.
    ///
    /// # Errors
    /// Where no store takes it: an error with `code`, `message` and `path`.
    pub async fn flush(&self) -> Result<(), JsValue> {
        if self.program.flush().await { Ok(()) } else { Err(typed_error("not-saved", "")) }
    }
}

impl Drop for Board {
    fn drop(&mut self) {
        if let Some(drawn) = self.drawn.take() {
            drawn.app.destroy();
        }
    }
}

/// An error as the methods of the element give it.
fn typed_error(code: &str, path: &str) -> JsValue {
    let error = Error::new(code);
    for (name, value) in [("code", code), ("path", path)] {
        // An object made here takes every property.
        let _ = Reflect::set(&error, &name.into(), &value.into());
    }
    error.into()
}
