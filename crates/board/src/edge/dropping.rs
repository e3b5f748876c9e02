//! Files and folders that are dropped.

use super::choosing;
use super::sources::Source;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, DragEvent, Event, File};

/// What is dropped.
pub(super) struct Dropped {
    /// What the browser says of files and folders, where it does.
    entries: Vec<JsValue>,
    /// The files alone, where it does not.
    files: Vec<Source>,
}

/// Whether files are dragged here: then the browser must not open them in place of the page.
pub(super) fn takes(event: &Event) -> Option<DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let has_files = transfer.types().iter().any(|kind| kind == "Files");
    has_files.then_some(transfer)
}

/// What is dropped, taken while the event goes on: nothing of it can be had afterwards.
pub(super) fn dropped(transfer: &DataTransfer) -> Dropped {
    let items = transfer.items();
    let all = (0..items.length()).filter_map(|index| items.get(index));
    let entry = |item: web_sys::DataTransferItem| call(&item, "webkitGetAsEntry", &Array::new()).ok();
    let entries: Vec<JsValue> = all.filter_map(entry).filter(JsValue::is_object).collect();
    let files = transfer.files().filter(|_| entries.is_empty());
    Dropped { entries, files: files.map(|files| choosing::sources(&files)).unwrap_or_default() }
}

/// All files of what was dropped, those in folders and folders within them too.
pub(super) async fn sources(dropped: Dropped) -> Vec<Source> {
    let Dropped { mut entries, files: mut found } = dropped;
    // The last is looked at first.
    entries.reverse();
    while let Some(entry) = entries.pop() {
        let is = |name: &str| Reflect::get(&entry, &name.into()).is_ok_and(|value| value.is_truthy());
        if is("isDirectory") {
            entries.extend(within(&entry).await);
        } else if let Ok(file) = asked(&entry, "file").await
            && let Ok(file) = file.dyn_into::<File>()
        {
            found.push(Source::File(path(&entry), file));
        }
    }
    found
}

/// What is in a folder. A browser hands out a hundred at a time, and none once there are no more.
async fn within(folder: &JsValue) -> Vec<JsValue> {
    let mut found = Vec::new();
    let Ok(reader) = call(folder, "createReader", &Array::new()) else { return found };
    while let Ok(some) = asked(&reader, "readEntries").await {
        let some: Vec<JsValue> = some.dyn_into::<Array>().map(|some| some.to_vec()).unwrap_or_default();
        if some.is_empty() {
            break;
        }
        found.extend(some);
    }
    found.reverse();
    found
}

/// Where it lies among what was dropped.
fn path(entry: &JsValue) -> String {
    let path = Reflect::get(entry, &"fullPath".into()).ok().and_then(|path| path.as_string()).unwrap_or_default();
    path.trim_start_matches('/').to_owned()
}

/// The answer of a method that takes two functions, one for the answer and one for a failure.
async fn asked(object: &JsValue, method: &str) -> Result<JsValue, JsValue> {
    let mut refused = None;
    let answer = Promise::new(&mut |resolve, reject| {
        refused = call(object, method, &Array::of2(&resolve, &reject)).err();
    });
    match refused {
        Some(error) => Err(error),
        None => JsFuture::from(answer).await,
    }
}

fn call(object: &JsValue, method: &str, values: &Array) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    Reflect::apply(&method, object, values)
}
