//! What programs of their own draw: the board, and the report of a unit. `embed.js` loads them and has them draw into the places that
//! their views keep.

use super::focusing::when_drawn;
use super::host_bridge::{HostBridge, set};
use app::{BOARD_DOM_ID, Model, REPORT_DOM_ID, Runtime, ShownBoard, ShownReport};
use domain::lang::Lang;
use exchange::record::{self, StoredDraft};
use js_sys::Object;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Makes `embed.js` show the board in its place once that is drawn, or take it away once its view was left.
pub(super) fn show_board(runtime: &Rc<Runtime>, bridge: &Rc<HostBridge>, shown: Option<ShownBoard>) {
    let Some(shown) = shown else { return bridge.show("board", &Object::new()) };
    let detail = detail(&shown.place, shown.lang, shown.heading_level);
    show(runtime, bridge, ["board", BOARD_DOM_ID], detail, move |model| model.board().as_ref() == Some(&shown));
}

/// The same for the report.
pub(super) fn show_report(runtime: &Rc<Runtime>, bridge: &Rc<HostBridge>, shown: Option<ShownReport>) {
    let Some(shown) = shown else { return bridge.show("report", &Object::new()) };
    let draft = StoredDraft {
        id: shown.draft.clone(),
        assessment: (*shown.assessment).clone(),
        report: shown.kept.clone(),
        ..StoredDraft::default()
    };
    let directive = runtime.model().directive.clone();
    let text = record::to_text(&draft, &directive.id, &directive.edition);
    let detail = detail(&text, shown.lang, shown.heading_level);
    show(runtime, bridge, ["report", REPORT_DOM_ID], detail, move |model| model.report().as_ref() == Some(&shown));
}

fn detail(what: &str, lang: Lang, heading_level: u8) -> Object {
    let detail = Object::new();
    set(&detail, "what", &what.into());
    set(&detail, "lang", &JsValue::from_str(lang.tag()));
    set(&detail, "headingLevel", &heading_level.into());
    detail
}

/// Tells it by that name, of the place with that id, unless the person has gone on meanwhile.
fn show(
    runtime: &Rc<Runtime>,
    bridge: &Rc<HostBridge>,
    [name, id]: [&'static str; 2],
    detail: Object,
    is_shown: impl Fn(&Model) -> bool + 'static,
) {
    let Some(root) = bridge.root.borrow().clone() else { return };
    let (runtime, bridge) = (runtime.clone(), bridge.clone());
    when_drawn(root, id.to_owned(), move |place| {
        if is_shown(&runtime.model()) {
            set(&detail, "host", place);
            bridge.show(name, &detail);
        }
    });
}
