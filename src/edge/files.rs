//! Files in and out: chosen, dropped, handed out.

use super::around::{Answer, Around};
use crate::app::msg::Unpacked;
use crate::app::{Msg, Store};
use crate::exchange::{self, carrier, zip};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, File, FileList, FilePropertyBag, HtmlAnchorElement, Url};

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
    let name = file.name();
    if let Some(size) = size_beyond(file, most_bytes(&name)) {
        return Msg::FileTooLarge(name, size);
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Msg::FileRead(name, Uint8Array::new(&buffer).to_vec()),
        // The file was moved or its permission taken back since it was chosen.
        Err(_) => Msg::FileUnreadable(name),
    }
}

/// The size of a file that has more bytes than that.
pub(super) fn size_beyond(file: &Blob, most: usize) -> Option<u64> {
    let size = file.size();
    #[allow(clippy::cast_precision_loss, reason = "the limit is far below 2^53")]
    let is_too_large = size > most as f64;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is whole; the cast saturates")]
    is_too_large.then_some(size as u64)
}

/// The most bytes of a file of this name that are read: an archive holds many files, and a page that holds one is larger
/// than it.
pub(super) fn most_bytes(name: &str) -> usize {
    let name = name.to_lowercase();
    let is = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if is(&[".zip"]) {
        zip::MOST_BYTES
    } else if is(&[".html", ".htm"]) {
        carrier::MOST_PAGE_BYTES
    } else {
        exchange::MOST_BYTES
    }
}

/// Unpacks a file of an archive and sends it in.
pub(super) fn unpack(store: Rc<Store>, name: String, packed: &[u8], size: usize) {
    // A global of the browser's that may be missing: its constructor is looked for by its name.
    let stream = Reflect::get(&js_sys::global(), &"DecompressionStream".into())
        .and_then(|constructor| constructor.dyn_into::<Function>())
        .and_then(|constructor| Reflect::construct(&constructor, &Array::of1(&"deflate-raw".into())));
    let packed = Uint8Array::from(packed);
    spawn_local(async move {
        let unpacked = match stream {
            Ok(stream) => inflate(&stream, &packed, size).await.map_or(Unpacked::Broken, Unpacked::Bytes),
            Err(_) => Unpacked::Unsupported,
        };
        store.send(Msg::Unpacked(name, unpacked));
    });
}

/// Sends the bytes through the stream and takes what comes out, for as long as it is not more than `size`.
async fn inflate(stream: &JsValue, packed: &JsValue, size: usize) -> Result<Vec<u8>, JsValue> {
    let end = |name: &str, method: &str| {
        let end = Reflect::get(stream, &name.into())?;
        call(&end, method, &Array::new())
    };
    let writer = end("writable", "getWriter")?;
    let reader = end("readable", "getReader")?;
    // What is wrong with the bytes shows in what comes out.
    for promise in [call(&writer, "write", &Array::of1(packed))?, call(&writer, "close", &Array::new())?] {
        spawn_local(async move { drop(JsFuture::from(Promise::from(promise)).await) });
    }
    let mut unpacked = Vec::new();
    loop {
        let read = JsFuture::from(Promise::from(call(&reader, "read", &Array::new())?)).await?;
        if Reflect::get(&read, &"done".into())?.is_truthy() {
            break;
        }
        unpacked.extend(Uint8Array::new(&Reflect::get(&read, &"value".into())?).to_vec());
        if unpacked.len() > size {
            let _ = call(&reader, "cancel", &Array::new());
            return Err(JsValue::NULL);
        }
    }
    if unpacked.len() == size { Ok(unpacked) } else { Err(JsValue::NULL) }
}

fn call(object: &JsValue, method: &str, values: &Array) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    Reflect::apply(&method, object, values)
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
