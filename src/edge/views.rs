//! The views of a program, and the element that contains them.

use crate::views::{App, AppProps};
use app::Runtime;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::{AppHandle, Renderer};

thread_local! {
    /// Empty ones. Yew keeps what it has once drawn into, and some kilobytes with it, for as long as the page is there: so what
    /// one program needs no more serves the next.
    static SPARE: RefCell<Vec<Views>> = const { RefCell::new(Vec::new()) };
}

/// The views, mounted into the shadow root.
pub(super) struct Views {
    /// The element that they are in.
    pub(super) host: Element,
    app: AppHandle<App>,
}

impl Views {
    /// Draws the views of a store.
    ///
    /// # Errors
    /// Where the page can make no elements.
    pub(super) fn of(runtime: Rc<Runtime>) -> Result<Self, JsValue> {
        let props = AppProps { runtime: Some(runtime) };
        if let Some(mut views) = SPARE.with_borrow_mut(Vec::pop) {
            views.app.update(props);
            return Ok(views);
        }
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let host = document.create_element("div")?;
        let app = Renderer::<App>::with_root_and_props(host.clone(), props).render();
        Ok(Self { host, app })
    }

    /// Takes everything out of the element, which may then be taken out of its page.
    pub(super) fn end(mut self) {
        self.app.update(AppProps { runtime: None });
        SPARE.with_borrow_mut(|spare| spare.push(self));
    }
}
