//! A copy of the page that holds a draft. `carry.js` makes it from what it is sent here.

use app::msg::ExportOutcome;
use app::{Msg, Runtime};
use domain::assessment::Assessment;
use exchange::ExportFile;
use js_sys::{Array, Promise};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, CustomEventInit, Element, Node, ShadowRoot};

/// The position at which `embed.js` puts the promise of the result, after the name, the text and the document.
const OUTCOME: u32 = 3;

/// Downloads the copy, and sends a message with the result.
pub(super) fn save(root: ShadowRoot, runtime: Rc<Runtime>, id: String, content: Box<Assessment>, mut file: ExportFile) {
    file.name = [file.name.strip_suffix(".json").unwrap_or(&file.name), ".html"].concat();
    spawn_local(async move {
        let outcome = match carried(&root, &file).await {
            Ok(_) => ExportOutcome::Done { mark: file.mark(), oversize: file.is_oversize },
            Err(_) => ExportOutcome::Failed,
        };
        runtime.send(Msg::Exported(id, content, outcome));
    });
}

async fn carried(root: &ShadowRoot, file: &ExportFile) -> Result<JsValue, JsValue> {
    let report: JsValue = document(root)?.into();
    let detail = Array::of3(&file.name.as_str().into(), &file.text.as_str().into(), &report);
    let options = CustomEventInit::new();
    options.set_detail(&detail);
    let event = CustomEvent::new_with_event_init_dict("directive-assessment-carry", &options)?;
    root.dispatch_event(&event)?;
    JsFuture::from(detail.get(OUTCOME).dyn_into::<Promise>()?).await
}

/// The document on the screen as markup, with its text escaped.
fn document(root: &ShadowRoot) -> Result<String, JsValue> {
    let drawn = root.query_selector(".report")?.ok_or(JsValue::NULL)?;
    let copy: Element = Node::clone_node_with_deep(&drawn, true)?.unchecked_into();
    while let Some(button) = copy.query_selector(".no-print, [hidden]")? {
        button.remove();
    }
    Ok(copy.outer_html())
}
