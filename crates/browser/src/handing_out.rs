//! Downloads files for the person.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File, HtmlAnchorElement, Url};

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
