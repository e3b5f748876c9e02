//! Downloads files for the person.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// How long the address of a downloaded file stays valid, in milliseconds: a browser may ask the person first.
const ADDRESS_KEPT_MS: u32 = 60_000;

/// Downloads a file, under its name.
///
/// # Errors
/// Where the browser refuses.
pub fn download(file: &File) -> Result<(), JsValue> {
    download_as(file, &file.name())
}

/// Downloads a file under another name.
///
/// # Errors
/// Where the browser refuses.
pub fn download_as(file: &Blob, name: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(ADDRESS_KEPT_MS, move || {
        // An address that is already gone is no fault.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// Downloads bytes under that name.
///
/// # Errors
/// Where the browser refuses.
pub fn download_bytes(name: &str, bytes: &[u8], media_type: &str) -> Result<(), JsValue> {
    download_as(&blob(&Uint8Array::from(bytes), media_type)?, name)
}

/// A text or bytes as a file of that type.
///
/// # Errors
/// Where the browser has no room for it.
pub fn blob(part: &JsValue, media_type: &str) -> Result<Blob, JsValue> {
    Blob::new_with_str_sequence_and_options(&Array::of1(part), &kind(media_type))
}

/// What tells the type of a file.
#[must_use]
pub fn kind(media_type: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    options
}
