//! Exports files: tables, and the bundle of a gathering.

use super::records::Records;
use super::time::clock;
use browser::handing_out::{blob, download_as, kind};
use coordination::bundle_out;
use gathering::bundle::Head;
use js_sys::{Array, Function, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

/// Hands out the bundle of a gathering under that name, packed where the browser can.
///
/// # Errors
/// Where the store cannot be read, or the browser refuses.
pub(super) async fn hand_out(records: &Records, gathering: &str, name: &str, head: Head) -> Result<(), ()> {
    let parts = RefCell::new(Vec::new());
    let mut failed = false;
    let mut out = |portion: Vec<u8>| match blob(&Uint8Array::from(portion.as_slice()), "") {
        // As a file of the browser's, which may lie on its disk.
        Ok(part) => parts.borrow_mut().push(part),
        Err(_) => failed = true,
    };
    let head = Head { exported_at: clock().now.to_iso(), ..head };
    bundle_out::write(records, gathering, head, &mut out).await.map_err(|_| ())?;
    if failed {
        return Err(());
    }
    let parts: Array = parts.into_inner().iter().collect();
    let whole = Blob::new_with_blob_sequence_and_options(&parts, &kind("application/x-ndjson")).map_err(|_| ())?;
    match packed(&whole).await {
        Ok(packed) => download_as(&packed, &[name, ".gz"].concat()),
        Err(_) => download_as(&whole, name),
    }
    .map_err(|_| ())
}

/// Hands out a text under that name.
///
/// # Errors
/// Where the browser refuses.
pub(super) fn hand_out_text(name: &str, text: &str, media_type: &str) -> Result<(), ()> {
    blob(&text.into(), media_type).and_then(|blob| download_as(&blob, name)).map_err(|_| ())
}

/// The same, packed by gzip; an error, where this browser does not have it.
async fn packed(file: &Blob) -> Result<Blob, JsValue> {
    let constructor: Function = Reflect::get(&js_sys::global(), &"CompressionStream".into())?.dyn_into()?;
    let stream = Reflect::construct(&constructor, &Array::of1(&"gzip".into()))?;
    let plain: JsValue = file.stream().into();
    let pipe: Function = Reflect::get(&plain, &"pipeThrough".into())?.dyn_into()?;
    let packed = pipe.call1(&plain, &stream)?;
    let response = Response::new_with_opt_readable_stream(Some(packed.unchecked_ref()))?;
    let packed = JsFuture::from(response.blob()?).await?;
    packed.dyn_into()
}
