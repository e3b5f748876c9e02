//! The mirror: localStorage, one key for each draft. It is written in one synchronous call, so a page can still reach it while it
//! is being left. A crash of the browser can take its last seconds, which is why the journal has the last word.

use browser::fault::fault_of;
use storage::{self, StoreFault};
use ui::poisoned::is_poisoned;
use web_sys::Storage;

const DRAFT: &str = "draft/";

/// The mirror of the drafts on one directive, and of the settings for it.
pub struct Mirror {
    prefix: String,
}

impl Mirror {
    pub(super) fn new(directive: &str) -> Self {
        Self { prefix: ["directive-assessment/", directive, "/"].concat() }
    }

    /// Asked anew each time: a browser may take it away while the page is open.
    fn storage() -> Result<Storage, StoreFault> {
        // The getter itself throws where storage is blocked.
        web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(StoreFault::Refused)
    }

    fn to_write() -> Result<Storage, StoreFault> {
        if is_poisoned() { Err(StoreFault::Refused) } else { Self::storage() }
    }

    /// The draft of which a key of the storage holds the record, if it is one.
    pub(super) fn draft_of<'a>(&self, key: &'a str) -> Option<&'a str> {
        key.strip_prefix(&self.prefix)?.strip_prefix(DRAFT)
    }

    fn key(&self, id: &str) -> String {
        [&self.prefix, DRAFT, id].concat()
    }

    /// Keeps the settings; where that is refused they are asked for again at the next visit.
    pub(super) fn save_settings(&self, text: &str) {
        let _ = set(&self.settings_key(), text);
    }

    fn settings_key(&self) -> String {
        [&self.prefix, "settings"].concat()
    }
}

impl storage::Mirror for Mirror {
    fn is_there(&self) -> bool {
        Self::storage().is_ok()
    }

    fn read(&self, id: &str) -> Option<String> {
        Self::storage().ok()?.get_item(&self.key(id)).ok()?
    }

    fn read_all(&self) -> Result<Vec<(String, String)>, StoreFault> {
        let storage = Self::storage()?;
        let keys =
            (0..storage.length().map_err(|_| StoreFault::Refused)?).filter_map(|index| storage.key(index).ok()?);
        let drafts = keys.filter_map(|key| Some((self.draft_of(&key)?.to_owned(), storage.get_item(&key).ok()??)));
        Ok(drafts.collect())
    }

    fn write(&self, id: &str, text: &str) -> Result<(), StoreFault> {
        set(&self.key(id), text)
    }

    fn remove(&self, id: &str) -> Result<(), StoreFault> {
        Self::to_write()?.remove_item(&self.key(id)).map_err(|error| fault_of(&error))
    }

    fn settings(&self) -> Option<String> {
        Self::storage().ok()?.get_item(&self.settings_key()).ok()?
    }
}

fn set(key: &str, text: &str) -> Result<(), StoreFault> {
    let storage = Mirror::to_write()?;
    storage.set_item(key, text).map_err(|error| fault_of(&error))?;
    match storage.get_item(key) {
        Ok(Some(stored)) if stored == text => Ok(()),
        _ => Err(StoreFault::Broken),
    }
}
