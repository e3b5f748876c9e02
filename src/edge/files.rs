//! Files in and out: chosen, dropped, handed out.

use super::around::{Answer, Around};
use crate::app::{Msg, Store};
use js_sys::{Array, Object, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileList, FilePropertyBag, HtmlAnchorElement, Url};

/// How long the address of a handed-out file stays good, in milliseconds: a browser may ask the person first.
const ADDRESS_KEPT_MS: u32 = 60_000;

/// Reads the files and sends each in, unless the page around the element takes it. One that is over the limit is not read at
/// all.
pub(super) fn read(store: &Rc<Store>, around: &Around, files: &FileList) {
    for index in 0..files.length() {
        if let Some(file) = files.get(index) {
            let store = store.clone();
            let Answer { goes_on, outcome } = around.ask("import", &Object::new(), &file);
            spawn_local(async move {
                match Answer::wait(outcome).await {
                    Err(reason) => store.send(Msg::FileDeclined(reason)),
                    Ok(()) if goes_on => store.send(read_one(&file).await),
                    Ok(()) => {}
                }
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

/// A text as a file.
///
/// # Errors
/// Where the browser refuses.
pub(super) fn file(name: &str, text: &str) -> Result<File, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type(if name.ends_with(".json") { "application/json" } else { "text/plain" });
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options)
}

/// Hands a file out.
///
/// # Errors
/// Where the browser refuses.
pub(super) fn download(file: &File) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(&file.name());
    link.click();
    gloo::timers::callback::Timeout::new(ADDRESS_KEPT_MS, move || {
        // An address that is already gone is no fault.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
