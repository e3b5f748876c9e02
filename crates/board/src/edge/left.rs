//! What pages have left: changes that were not on the disk as a page went, or may not have been. It stands in localStorage, which takes it
//! in one call that waits for nothing, until a page writes it into the database.

use coordination::msg::Change;
use coordination::ports::Records;
use coordination::records::leaving;
use std::cell::Cell;
use ui::poisoned::is_poisoned;
use web_sys::Storage;

/// What the pages of one directive have left.
pub(super) struct Left {
    /// With what the keys of all of it begin.
    prefix: String,
    /// The key of what this page leaves.
    own: String,
    /// Whether what was there was written.
    is_written: Cell<bool>,
}

impl Left {
    /// Of the board of that name; `chance` tells this page from all others.
    pub(super) fn new(name: &str, chance: u64) -> Self {
        let prefix = ["directive-assessment-board/", name, "/left/"].concat();
        Self { own: [&prefix, chance.to_string().as_str()].concat(), prefix, is_written: Cell::new(false) }
    }

    /// Keeps changes in the place of those that were kept before; none at all, where there are none.
    pub(super) fn keep(&self, changes: Vec<Change>) {
        let Some(storage) = storage().filter(|_| !is_poisoned()) else { return };
        // Where it is full or refused, what is not on the disk is called unsaved all the same.
        let _ = match changes.is_empty() {
            true => storage.remove_item(&self.own),
            false => storage.set_item(&self.own, &leaving::text(changes)),
        };
    }

    /// Writes what other pages have left before this one. What the store does not take stays for the next.
    pub(super) async fn write(&self, records: &impl Records) {
        if self.is_written.get() {
            return;
        }
        let Some(storage) = storage() else { return };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
        let keys: Vec<String> = keys.filter(|key| key.starts_with(&self.prefix) && *key != self.own).collect();
        for key in keys {
            if let Ok(Some(text)) = storage.get_item(&key)
                && leaving::write(records, &text).await.is_ok()
            {
                // Its page may be there still, and may have left more meanwhile. What is written twice stands there once.
                if storage.get_item(&key).is_ok_and(|now| now.as_ref() == Some(&text)) {
                    let _ = storage.remove_item(&key);
                }
            }
        }
        self.is_written.set(true);
    }
}

/// Asked for anew each time: a browser may take it away while the page is open, and the getter throws where it is blocked.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
