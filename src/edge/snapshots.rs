//! The kept states of the drafts: a database of their own, so that nothing about them can stand in the journal's way. A
//! version that does not know of them opens the journal as ever, and a window that holds the journal open holds up nothing.

use super::database::{Database, complete, done, texts};
use crate::app::saving::Fault;
use wasm_bindgen::JsValue;
use web_sys::{IdbObjectStore, IdbTransaction};

/// The snapshots of the drafts on one directive: texts, under keys that say the rest.
pub(super) struct Snapshots(Database);

impl Snapshots {
    pub(super) fn new(directive: &str) -> Self {
        Self(Database::new(["directive-assessment-history/", directive].concat(), "snapshots", None))
    }

    /// The keys of all of them.
    pub(super) async fn keys(&self) -> Result<Vec<String>, Fault> {
        self.0.keys().await
    }

    /// See [`Database::let_go`].
    pub(super) fn let_go(&self) {
        self.0.let_go();
    }

    /// Writes one and removes others, both or neither.
    pub(super) async fn write(&self, key: &str, text: &str, dropped: &[String]) -> Result<(), Fault> {
        self.0
            .run("readwrite", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                // What goes makes the room.
                for key in dropped {
                    store.delete(&JsValue::from_str(key))?;
                }
                store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key))?;
                complete(transaction).await
            })
            .await
    }

    /// Removes those of these keys.
    pub(super) async fn drop(&self, dropped: &[String]) -> Result<(), Fault> {
        self.0
            .run("readwrite", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                for key in dropped {
                    store.delete(&JsValue::from_str(key))?;
                }
                complete(transaction).await
            })
            .await
    }

    /// Those of a draft: keys and texts.
    pub(super) async fn read(&self, draft: &str) -> Result<Vec<(String, String)>, Fault> {
        self.0
            .run("readonly", async |_: &IdbTransaction, store: &IdbObjectStore| {
                let mut found = Vec::new();
                for key in texts(done(&store.get_all_keys()?).await?).into_iter().filter(|key| is_of(key, draft)) {
                    let text = done(&store.get(&JsValue::from_str(&key))?).await?;
                    found.extend(text.as_string().map(|text| (key, text)));
                }
                Ok(found)
            })
            .await
    }

    /// Removes all of a draft.
    pub(super) async fn remove(&self, draft: &str) -> Result<(), Fault> {
        self.0
            .run("readwrite", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                for key in texts(done(&store.get_all_keys()?).await?).iter().filter(|key| is_of(key, draft)) {
                    store.delete(&JsValue::from_str(key))?;
                }
                complete(transaction).await
            })
            .await
    }
}

/// Whether a key is that of a snapshot of the draft.
pub(super) fn is_of(key: &str, draft: &str) -> bool {
    key.strip_prefix(draft).is_some_and(|rest| rest.starts_with('/'))
}
