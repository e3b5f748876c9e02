//! The mirror: localStorage, one key a draft. Written in one synchronous call, so it is what a page can still reach when
//! it is being left; a crash of the browser can take its last seconds, which is why the journal is the truth.

use crate::app::saving::Fault;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{DomException, Storage};

const DRAFT: &str = "draft/";

/// The mirror of the drafts on one directive, and of the settings for it.
pub(super) struct Mirror {
    prefix: String,
}

impl Mirror {
    pub(super) fn new(directive: &str) -> Self {
        Self { prefix: ["directive-assessment/", directive, "/"].concat() }
    }

    /// Asked anew each time: a browser may take it away while the page is open.
    fn storage() -> Result<Storage, Fault> {
        // The getter itself throws where storage is blocked.
        web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(Fault::Refused)
    }

    /// All records, by draft.
    pub(super) fn read_all(&self) -> Result<Vec<(String, String)>, Fault> {
        let storage = Self::storage()?;
        let keys = (0..storage.length().map_err(|_| Fault::Refused)?).filter_map(|index| storage.key(index).ok()?);
        let drafts = keys.filter_map(|key| {
            Some((key.strip_prefix(&self.prefix)?.strip_prefix(DRAFT)?.to_owned(), storage.get_item(&key).ok()??))
        });
        Ok(drafts.collect())
    }

    pub(super) fn read(&self, id: &str) -> Option<String> {
        Self::storage().ok()?.get_item(&self.key(id)).ok()?
    }

    /// Writes a record and reads it back. A write that fails leaves the old record.
    pub(super) fn write(&self, id: &str, text: &str) -> Result<(), Fault> {
        set(&self.key(id), text)
    }

    pub(super) fn remove(&self, id: &str) {
        if let Ok(storage) = Self::storage() {
            // A record that cannot be removed is found again at the next start, and can be removed then.
            let _ = storage.remove_item(&self.key(id));
        }
    }

    fn key(&self, id: &str) -> String {
        [&self.prefix, DRAFT, id].concat()
    }

    /// The settings, if any were kept.
    pub(super) fn settings(&self) -> Option<String> {
        Self::storage().ok()?.get_item(&self.settings_key()).ok()?
    }

    /// Keeps the settings; where that is refused they are asked for again at the next visit.
    pub(super) fn save_settings(&self, text: &str) {
        let _ = set(&self.settings_key(), text);
    }

    fn settings_key(&self) -> String {
        [&self.prefix, "settings"].concat()
    }
}

fn set(key: &str, text: &str) -> Result<(), Fault> {
    let storage = Mirror::storage()?;
    storage.set_item(key, text).map_err(|error| fault_of(&error))?;
    match storage.get_item(key) {
        Ok(Some(stored)) if stored == text => Ok(()),
        _ => Err(Fault::Broken),
    }
}

/// What a store's exception amounts to.
pub(super) fn fault_of(error: &JsValue) -> Fault {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        Some("SecurityError" | "NotAllowedError" | "InvalidStateError") => Fault::Refused,
        _ => Fault::Broken,
    }
}
