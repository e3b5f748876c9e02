//! Turns a store's exception into a `StoreFault`.

use storage::StoreFault;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// The fault that a store's exception means.
#[must_use]
pub fn fault_of(error: &JsValue) -> StoreFault {
    match name_of(error).as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreFault::Full,
        "SecurityError" | "NotAllowedError" | "InvalidStateError" => StoreFault::Refused,
        _ => StoreFault::Broken,
    }
}

/// The name of a store's exception; empty if it is not one.
#[must_use]
pub fn name_of(error: &JsValue) -> String {
    error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}
