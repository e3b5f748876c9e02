//! The journal: IndexedDB with strict durability. A write succeeds only where the record still has the generation that this
//! tab knows, and counts only once it was read back.

use super::database::{Database, complete, done, last, texts};
use super::halting::is_halted;
use crate::app::msg::{Write, quarantine_id};
use crate::app::saving::Fault;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbTransaction};

/// A record: the generation and the text.
pub(super) type Entry = (u64, String);

/// How a write ended that no fault stopped.
pub(super) enum Written {
    /// It is on disk, and was read back.
    Done,
    /// The journal has another generation than was expected.
    Conflict(u64, String),
    /// It has none where it must have one.
    Gone,
}

/// The journal of the drafts on one directive.
pub(super) struct Journal(Database);

impl Journal {
    pub(super) fn new(directive: &str) -> Self {
        Self(Database::new(["directive-assessment/", directive].concat(), "drafts", Some("id")))
    }

    /// All records, by draft.
    pub(super) async fn read_all(&self) -> Result<Vec<(String, Entry)>, Fault> {
        self.0
            .run("readonly", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                let records: Array = last(transaction, &store.get_all()?).await?.unchecked_into();
                Ok(records.iter().filter_map(|record| Some((text_of(&record, "id")?, entry(&record)?))).collect())
            })
            .await
    }

    /// The record of a draft.
    pub(super) async fn read(&self, id: &str) -> Result<Option<Entry>, Fault> {
        self.0
            .run("readonly", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                Ok(entry(&last(transaction, &store.get(&JsValue::from_str(id))?).await?))
            })
            .await
    }

    /// Writes a record where the journal still has the expected generation, or has none and need not have one, and reads it
    /// back. Where `keeps_old`, the record that stood there is kept, in the same transaction, under an id of its own.
    pub(super) async fn write(&self, write: &Write, must_exist: bool, keeps_old: bool) -> Result<Written, Fault> {
        let put = async |transaction: &IdbTransaction, store: &IdbObjectStore| {
            put(transaction, store, write, must_exist, keeps_old).await
        };
        let written = self.0.run("readwrite", put).await?;
        if matches!(written, Written::Done) {
            let found = self.read(&write.id).await?;
            if !found.is_some_and(|(generation, text)| generation == write.generation && text == write.text) {
                return Err(Fault::Broken);
            }
        }
        Ok(written)
    }

    /// Removes the records whose keys are `wanted`, unless `stops` says so of the text of one of them; then `false`.
    pub(super) async fn remove(
        &self,
        wanted: &dyn Fn(&str) -> bool,
        stops: &dyn Fn(&str) -> bool,
    ) -> Result<bool, Fault> {
        self.0
            .run("readwrite", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
                let mut keys = texts(done(&store.get_all_keys()?).await?);
                keys.retain(|key| wanted(key));
                for key in &keys {
                    if get(store, key).await?.is_some_and(|(_, text)| stops(&text)) {
                        return Ok(false);
                    }
                }
                if is_halted() {
                    return Ok(false);
                }
                for key in &keys {
                    store.delete(&JsValue::from_str(key))?;
                }
                complete(transaction).await?;
                Ok(true)
            })
            .await
    }

    /// The keys of all records.
    pub(super) async fn keys(&self) -> Result<Vec<String>, Fault> {
        self.0.keys().await
    }

    /// See [`Database::let_go`].
    pub(super) fn let_go(&self) {
        self.0.let_go();
    }
}

async fn put(
    transaction: &IdbTransaction,
    store: &IdbObjectStore,
    write: &Write,
    must_exist: bool,
    keeps_old: bool,
) -> Result<Written, JsValue> {
    let there = get(store, &write.id).await?;
    if is_halted() {
        // Meanwhile: nobody hears of it.
        return Ok(Written::Gone);
    }
    if let Some((found, theirs)) = there {
        if found != write.expected {
            return Ok(Written::Conflict(found, theirs));
        }
        if keeps_old {
            store.put(&record(&quarantine_id(&write.id, &theirs), found, &theirs)?)?;
        }
    } else if must_exist {
        return Ok(Written::Gone);
    }
    store.put(&record(&write.id, write.generation, &write.text)?)?;
    complete(transaction).await?;
    Ok(Written::Done)
}

fn record(id: &str, generation: u64, text: &str) -> Result<JsValue, JsValue> {
    let record = Object::new();
    Reflect::set(&record, &"id".into(), &id.into())?;
    Reflect::set(&record, &"generation".into(), &number(generation))?;
    Reflect::set(&record, &"text".into(), &text.into())?;
    Ok(record.into())
}

async fn get(store: &IdbObjectStore, id: &str) -> Result<Option<Entry>, JsValue> {
    Ok(entry(&done(&store.get(&JsValue::from_str(id))?).await?))
}

fn entry(record: &JsValue) -> Option<Entry> {
    let generation = Reflect::get(record, &"generation".into()).ok()?.as_f64()?;
    Some((whole(generation), text_of(record, "text")?))
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
