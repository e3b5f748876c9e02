//! The store of all gatherings: an IndexedDB database of its own, with strict durability.

use browser::database::{Database, complete, done, last, texts};
use coordination::ports;
use js_sys::{Array, Uint8Array};
use storage::StoreFault;
use ui::poisoned::is_poisoned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbKeyRange, IdbObjectStore, IdbTransaction};

/// Milliseconds that the database may take for one step: the removal of a large gathering is one, and disks are slow.
const PATIENCE: u32 = 60_000;

/// The records of all gatherings on one directive.
pub struct Records(Database);

/// The records under that name, which no other directive and no other element has.
#[must_use]
pub fn records(name: &str) -> Records {
    let name = ["directive-assessment-board/", name].concat();
    Records(Database::with_patience(name, "records", None, PATIENCE))
}

impl Records {
    /// Lets go of the database, see [`Database::let_go`].
    pub(super) fn let_go(&self) {
        self.0.let_go();
    }
}

impl ports::Records for Records {
    async fn range(&self, from: &str, to: &str, most: usize) -> Result<Vec<(String, Vec<u8>)>, StoreFault> {
        if from >= to {
            return Ok(Vec::new());
        }
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        self.0
            .run("readonly", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                let range = range(from, to)?;
                let keys = done(&store.get_all_keys_with_key_and_limit(&range, most)?).await?;
                let values = last(transaction, &store.get_all_with_key_and_limit(&range, most)?).await?;
                let values = values.unchecked_into::<Array>();
                Ok(texts(keys).into_iter().zip(values.iter().map(|value| bytes(&value))).collect())
            })
            .await
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreFault> {
        self.0
            .run("readonly", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                let value = last(transaction, &store.get(&JsValue::from_str(key))?).await?;
                Ok((!value.is_undefined()).then(|| bytes(&value)))
            })
            .await
    }

    async fn write(&self, puts: Vec<(String, Vec<u8>)>, removes: Vec<(String, String)>) -> Result<(), StoreFault> {
        self.0
            .run("readwrite", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                if is_poisoned() {
                    return Err(JsValue::NULL);
                }
                for (from, to) in &removes {
                    store.delete(range(from, to)?.as_ref())?;
                }
                for (key, bytes) in &puts {
                    store.put_with_key(&Uint8Array::from(bytes.as_slice()), &JsValue::from_str(key))?;
                }
                complete(transaction).await
            })
            .await
    }
}

fn range(from: &str, to: &str) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound_with_lower_open_and_upper_open(&from.into(), &to.into(), false, true)
}

/// The bytes of a record; none of what is no bytes, which then cannot be read.
fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}
