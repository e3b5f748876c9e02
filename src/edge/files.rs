//! Files in and out: chosen, dropped, handed out.

use crate::app::{Msg, Store};
use js_sys::{Array, Promise, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, Url};

/// How long the address of a handed-out file stays good, in milliseconds: a browser may ask the person first.
const ADDRESS_KEPT_MS: u32 = 60_000;
/// Milliseconds between two looks at what is being saved.
const PAUSE_MS: u32 = 30;

/// Reads the files and sends each in. One that is over the limit is not read at all.
pub(super) fn read(store: &Rc<Store>, files: &FileList) {
    for index in 0..files.length() {
        if let Some(file) = files.get(index) {
            let store = store.clone();
            spawn_local(async move {
                let msg = read_one(&file).await;
                store.send(msg);
            });
        }
    }
}

async fn read_one(file: &File) -> Msg {
    let (name, size) = (file.name(), file.size());
    #[allow(clippy::cast_precision_loss, reason = "the limit is far below 2^53")]
    let is_too_large = size > most_bytes(&name) as f64;
    if is_too_large {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size is whole; the cast saturates"
        )]
        return Msg::FileTooLarge(name, size as u64);
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Msg::FileRead(name, Uint8Array::new(&buffer).to_vec()),
        // The file was moved or its permission taken back since it was chosen.
        Err(_) => Msg::FileUnreadable(name),
    }
}

/// A page that holds a file is larger than the file.
fn most_bytes(name: &str) -> usize {
    let is_page = name.ends_with(".html") || name.ends_with(".htm");
    if is_page { crate::exchange::carrier::MOST_PAGE_BYTES } else { crate::exchange::MOST_BYTES }
}

/// Hands a text out as a file.
///
/// # Errors
/// Where the browser refuses.
pub(super) fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type(if name.ends_with(".json") { "application/json" } else { "text/plain" });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    gloo::timers::callback::Timeout::new(ADDRESS_KEPT_MS, move || {
        // An address that is already gone is no fault.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// A moment for what is under way.
pub(super) async fn pause() {
    let waiting = Promise::new(&mut |resolve, _| {
        gloo::timers::callback::Timeout::new(PAUSE_MS, move || {
            // The promise's own function does not throw.
            let _ = resolve.call0(&JsValue::NULL);
        })
        .forget();
    });
    // It is never rejected.
    let _ = JsFuture::from(waiting).await;
}
