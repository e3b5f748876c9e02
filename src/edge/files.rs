//! Files in and out: chosen, dropped, downloaded.

use super::host_bridge::{Answer, HostBridge};
use app::msg::Unpacked;
use app::{Msg, Runtime};
use exchange::zip::{self, Content};
use exchange::{self, carrier};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, File, FileList, FilePropertyBag};

/// Reads the files, one after the other, and sends each in, unless the page around the element takes it. One that is over
/// the limit is not read at all.
pub(super) fn read(runtime: &Rc<Runtime>, bridge: &HostBridge, files: &FileList) {
    let mut own = Vec::new();
    for file in (0..files.length()).filter_map(|index| files.get(index)) {
        match bridge.ask("import", &Object::new(), &file) {
            Answer { goes_on, outcome: None } => own.extend(goes_on.then_some(file)),
            // The page may take its time; the others do not wait for it.
            Answer { goes_on, outcome } => {
                let runtime = runtime.clone();
                spawn_local(async move {
                    match Answer::wait(outcome).await {
                        Err(reason) => runtime.send(Msg::FileDeclined(reason)),
                        Ok(()) if goes_on => runtime.send(read_one(&file).await),
                        Ok(()) => {}
                    }
                });
            }
        }
    }
    let runtime = runtime.clone();
    spawn_local(async move {
        for file in own {
            runtime.send(read_one(&file).await);
        }
    });
}

/// Reads a file, unless it is over the limit.
pub(super) async fn read_one(file: &Blob) -> Msg {
    let name = name_of(file);
    if let Some(size) = size_beyond(file, most_bytes(&name)) {
        return Msg::FileTooLarge(name, size);
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Msg::FileRead(name, Uint8Array::new(&buffer).to_vec()),
        // The file was moved or its permission taken back since it was chosen.
        Err(_) => Msg::FileUnreadable(name),
    }
}

/// The name of a file. A file made by a page may have no name, only a type.
fn name_of(file: &Blob) -> String {
    let kind = match file.type_().as_str() {
        "application/zip" => "zip",
        "text/html" => "html",
        _ => "json",
    };
    file.dyn_ref::<File>().map_or_else(|| ["file.", kind].concat(), File::name)
}

/// The size of a file that has more bytes than that.
fn size_beyond(file: &Blob, most: usize) -> Option<u64> {
    let size = file.size();
    #[allow(clippy::cast_precision_loss, reason = "the limit is far below 2^53")]
    let is_too_large = size > most as f64;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is whole; the cast saturates")]
    is_too_large.then_some(size as u64)
}

/// The most bytes of a file of this name that are read: an archive holds many files, and a page that holds one is larger
/// than it.
fn most_bytes(name: &str) -> usize {
    // Without the tables of all of Unicode, which `to_lowercase` brings along.
    let name = name.to_ascii_lowercase();
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
pub(super) fn unpack(runtime: Rc<Runtime>, name: String, content: Content) {
    spawn_local(async move {
        let unpacked = unpacked(content).await;
        runtime.send(Msg::Unpacked(name, unpacked));
    });
}

/// What a file of an archive holds, once the browser has had a turn: an archive may have many.
pub(super) async fn unpacked(content: Content) -> Unpacked {
    let unpacked = match content {
        Content::Plain(bytes) => Unpacked::Bytes(bytes),
        Content::Deflated(packed, size) => match inflater() {
            Ok(stream) => {
                let packed = Uint8Array::from(packed.as_slice());
                inflate(&stream, packed, size).await.map_or(Unpacked::Broken, Unpacked::Bytes)
            }
            Err(_) => Unpacked::Unsupported,
        },
        Content::TooLarge(_) | Content::Closed => Unpacked::Broken,
    };
    let turn = Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || drop(resolve.call0(&JsValue::NULL))).forget();
    });
    // It is never rejected.
    let _ = JsFuture::from(turn).await;
    unpacked
}

/// A global of the browser that may be missing, so its constructor is looked up by name.
fn inflater() -> Result<JsValue, JsValue> {
    let constructor: Function = Reflect::get(&js_sys::global(), &"DecompressionStream".into())?.dyn_into()?;
    Reflect::construct(&constructor, &Array::of1(&"deflate-raw".into()))
}

/// Packed bytes that go into the stream at once. A browser unpacks all of them before it hands out any, to a thousand times as
/// many; it takes the next ones only when those are taken.
const SLICE: u32 = 1024;

/// Sends the bytes through the stream and takes what comes out, as long as it is not more than `size`.
async fn inflate(stream: &JsValue, packed: Uint8Array, size: usize) -> Result<Vec<u8>, JsValue> {
    let end = |name: &str, method: &str| {
        let end = Reflect::get(stream, &name.into())?;
        call(&end, method, &Array::new())
    };
    let writer = end("writable", "getWriter")?;
    let reader = end("readable", "getReader")?;
    // What is wrong with the bytes shows in what comes out; and once no more is taken, no more goes in.
    spawn_local(async move { drop(feed(&writer, &packed).await) });
    let mut unpacked = Vec::new();
    loop {
        let read = JsFuture::from(Promise::from(call(&reader, "read", &Array::new())?)).await?;
        if Reflect::get(&read, &"done".into())?.is_truthy() {
            break;
        }
        let piece = Uint8Array::new(&Reflect::get(&read, &"value".into())?);
        if unpacked.len() + piece.length() as usize > size {
            let _ = call(&reader, "cancel", &Array::new());
            return Err(JsValue::NULL);
        }
        unpacked.extend(piece.to_vec());
    }
    if unpacked.len() == size { Ok(unpacked) } else { Err(JsValue::NULL) }
}

/// Sends the bytes into the stream, slice by slice.
async fn feed(writer: &JsValue, packed: &Uint8Array) -> Result<(), JsValue> {
    let mut at = 0;
    while at < packed.length() {
        let slice = packed.subarray(at, packed.length().min(at + SLICE));
        at += SLICE;
        JsFuture::from(Promise::from(call(writer, "write", &Array::of1(&slice))?)).await?;
    }
    JsFuture::from(Promise::from(call(writer, "close", &Array::new())?)).await?;
    Ok(())
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
