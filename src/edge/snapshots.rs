//! The history in the browser: a database of its own, so that it can never block the journal. A version that does not know the
//! history opens the journal as ever, and a window that holds the journal open blocks nothing.

use browser::database::{Database, complete, done, texts};
use storage::{self, StoreFault};
use ui::poisoned::is_poisoned;
use wasm_bindgen::JsValue;
use web_sys::{IdbObjectStore, IdbTransaction};

/// The snapshots of the drafts on one directive: texts, under keys that say the rest.
pub struct Snapshots(Database);

impl Snapshots {
    pub(super) fn new(directive: &str) -> Self {
        Self(Database::new(["directive-assessment-history/", directive].concat(), "snapshots", None))
    }

    /// Lets go of the database, see [`Database::let_go`].
    pub(super) fn let_go(&self) {
        self.0.let_go();
    }
}

impl storage::Snapshots for Snapshots {
    fn is_absent(&self) -> bool {
        Database::is_absent()
    }

    async fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.0.keys().await
    }

    async fn read(&self, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<(String, String)>, StoreFault> {
        self.0
            .run("readonly", async |_: &IdbTransaction, store: &IdbObjectStore| {
                let mut found = Vec::new();
                for key in wanted(store, is_wanted).await? {
                    let text = done(&store.get(&JsValue::from_str(&key))?).await?;
                    found.extend(text.as_string().map(|text| (key, text)));
                }
                Ok(found)
            })
            .await
    }

    async fn change(&self, dropped: &dyn Fn(&str) -> bool, put: Option<(&str, &str)>) -> Result<(), StoreFault> {
        self.0
            .run("readwrite", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                let dropped = wanted(store, dropped).await?;
                if is_poisoned() {
                    // Meanwhile: nobody hears of it.
                    return Ok(());
                }
                // What goes makes the room.
                for key in dropped {
                    store.delete(&JsValue::from_str(&key))?;
                }
                if let Some((key, text)) = put {
                    store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key))?;
                }
                complete(transaction).await
            })
            .await
    }
}

async fn wanted(store: &IdbObjectStore, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<String>, JsValue> {
    let keys = texts(done(&store.get_all_keys()?).await?);
    Ok(keys.into_iter().filter(|key| is_wanted(key)).collect())
}
