//! The board, which is a program of its own: `embed.js` loads it and has it draw into the place that its view keeps.

use super::focusing::when_drawn;
use super::host_bridge::{HostBridge, set};
use app::{BOARD_DOM_ID, Runtime, ShownBoard};
use js_sys::Object;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Makes `embed.js` show the board in its place once that is drawn, or take it away once its view was left.
pub(super) fn show(runtime: &Rc<Runtime>, bridge: &Rc<HostBridge>, shown: Option<ShownBoard>) {
    let Some(shown) = shown else { return bridge.show_board(&Object::new()) };
    let Some(root) = bridge.root.borrow().clone() else { return };
    let (runtime, bridge) = (runtime.clone(), bridge.clone());
    when_drawn(root, BOARD_DOM_ID.to_owned(), move |place| {
        // The person may have gone on meanwhile.
        if runtime.model().board().as_ref() != Some(&shown) {
            return;
        }
        let detail = Object::new();
        set(&detail, "host", place);
        set(&detail, "place", &shown.place.into());
        set(&detail, "lang", &JsValue::from_str(shown.lang.tag()));
        set(&detail, "headingLevel", &shown.heading_level.into());
        bridge.show_board(&detail);
    });
}
