//! The journal in the browser: IndexedDB with strict durability. `storage`, above, decides what may be written.

use browser::database::{Database, complete, done, last};
use js_sys::{Array, Object, Reflect};
use storage::{self, Change, Decide, Entry, Keys, StoreFault};
use ui::poisoned::is_poisoned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbRequest, IdbTransaction};

/// The journal of the drafts on one directive.
pub struct Journal(Database);

impl Journal {
    pub(super) fn new(directive: &str) -> Self {
        Self(Database::new(["directive-assessment/", directive].concat(), "drafts", Some("id")))
    }

    /// Lets go of the database, see [`Database::let_go`].
    pub(super) fn let_go(&self) {
        self.0.let_go();
    }
}

impl storage::Journal for Journal {
    fn is_absent(&self) -> bool {
        Database::is_absent()
    }

    async fn read(&self, keys: &Keys<'_>) -> Result<Vec<(String, Entry)>, StoreFault> {
        self.0
            .run("readonly", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                Ok(records(&last(transaction, &request(store, keys)?).await?, keys))
            })
            .await
    }

    async fn change(&self, keys: &Keys<'_>, decide: &Decide<'_>) -> Result<(), StoreFault> {
        self.0
            .run("readwrite", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                let found = records(&done(&request(store, keys)?).await?, keys);
                if is_poisoned() {
                    // Meanwhile: nobody hears of it.
                    return Ok(());
                }
                for change in decide(&found) {
                    match change {
                        Change::Put(id, (generation, text)) => store.put(&record(&id, generation, &text)?)?,
                        Change::Delete(id) => store.delete(&JsValue::from_str(&id))?,
                    };
                }
                complete(transaction).await
            })
            .await
    }
}

/// Asks for the records: for the one, or for all, of which [`records`] takes those that are wanted.
fn request(store: &IdbObjectStore, keys: &Keys<'_>) -> Result<IdbRequest, JsValue> {
    match keys {
        Keys::One(id) => store.get(&JsValue::from_str(id)),
        Keys::Where(_) => store.get_all(),
    }
}

fn records(answer: &JsValue, keys: &Keys<'_>) -> Vec<(String, Entry)> {
    let whole = |record: &JsValue| {
        let generation = Reflect::get(record, &"generation".into()).ok()?.as_f64()?;
        Some((text_of(record, "id")?, (whole(generation), text_of(record, "text")?)))
    };
    match answer.dyn_ref::<Array>() {
        Some(all) => all.iter().filter_map(|record| whole(&record)).filter(|(id, _)| keys.has(id)).collect(),
        None => whole(answer).into_iter().collect(),
    }
}

fn record(id: &str, generation: u64, text: &str) -> Result<JsValue, JsValue> {
    let record = Object::new();
    Reflect::set(&record, &"id".into(), &id.into())?;
    Reflect::set(&record, &"generation".into(), &number(generation))?;
    Reflect::set(&record, &"text".into(), &text.into())?;
    Ok(record.into())
}

fn text_of(record: &JsValue, key: &str) -> Option<String> {
    Reflect::get(record, &key.into()).ok()?.as_string()
}

#[allow(clippy::cast_precision_loss, reason = "a generation counts saves: far below 2^53")]
fn number(generation: u64) -> JsValue {
    JsValue::from_f64(generation as f64)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and a generation is whole"
)]
fn whole(generation: f64) -> u64 {
    generation as u64
}
