//! What the browser says about the storage of the drafts. This interface is absent on plain `http://`, and refuses in a sandboxed
//! frame.

use app::space::Space;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// The browser's storage manager, where it has one.
fn manager() -> Option<StorageManager> {
    let manager = web_sys::window()?.navigator().storage();
    let is_there = !(manager.is_undefined() || manager.is_null());
    is_there.then_some(manager)
}

/// Looks at the room that is left.
pub(super) async fn look() -> Option<Space> {
    let manager = manager()?;
    let kept = match manager.persisted() {
        Ok(asked) => JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool()),
        Err(_) => None,
    };
    let estimate = match manager.estimate() {
        Ok(asked) => JsFuture::from(asked).await.ok(),
        Err(_) => None,
    };
    let used_of = estimate.and_then(|estimate| Some((bytes(&estimate, "usage")?, bytes(&estimate, "quota")?)));
    Some(Space { kept, used_of })
}

/// Asks that the place be kept when the disk is short of room. Firefox asks the person, and may never answer.
pub(super) async fn ask_to_keep() -> Option<Space> {
    if let Ok(asked) = manager()?.persist() {
        // A refusal shows in what is looked at next.
        let _ = JsFuture::from(asked).await;
    }
    look().await
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of bytes; the cast saturates")]
fn bytes(estimate: &JsValue, name: &str) -> Option<u64> {
    Reflect::get(estimate, &name.into()).ok()?.as_f64().map(|bytes| bytes as u64)
}
