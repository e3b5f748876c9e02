//! The journal: IndexedDB with strict durability. A write succeeds only where the record still has the generation that this
//! tab knows, and counts only once it was read back.

use super::mirror::fault_of;
use crate::app::msg::{Write, quarantine_id};
use crate::app::saving::Fault;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const STORE: &str = "drafts";

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
pub(super) struct Journal {
    name: String,
    /// Opened at the first use; forgotten after a fault, to be opened anew.
    database: RefCell<Option<IdbDatabase>>,
}

impl Journal {
    pub(super) fn new(directive: &str) -> Self {
        Self { name: ["directive-assessment/", directive].concat(), database: RefCell::default() }
    }

    /// All records, by draft.
    pub(super) async fn read_all(&self) -> Result<Vec<(String, Entry)>, Fault> {
        let database = self.open().await?;
        self.heed(
            async {
                let (_, store) = begin(&database, "readonly")?;
                let records: Array = done(&store.get_all()?).await?.unchecked_into();
                Ok(records.iter().filter_map(|record| Some((text_of(&record, "id")?, entry(&record)?))).collect())
            }
            .await,
        )
    }

    /// The record of a draft.
    pub(super) async fn read(&self, id: &str) -> Result<Option<Entry>, Fault> {
        let database = self.open().await?;
        let (_, store) = self.heed(begin(&database, "readonly"))?;
        self.heed(get(&store, id).await)
    }

    /// Writes a record where the journal still has the expected generation, or has none and need not have one, and reads it
    /// back. Where `keeps_old`, the record that stood there is kept, in the same transaction, under an id of its own.
    pub(super) async fn write(&self, write: &Write, must_exist: bool, keeps_old: bool) -> Result<Written, Fault> {
        let database = self.open().await?;
        let written = self.heed(put(&database, write, must_exist, keeps_old).await)?;
        if matches!(written, Written::Done) {
            let found = self.read(&write.id).await?;
            if !found.is_some_and(|(generation, text)| generation == write.generation && text == write.text) {
                return Err(Fault::Broken);
            }
        }
        Ok(written)
    }

    pub(super) async fn remove(&self, id: &str) -> Result<(), Fault> {
        let database = self.open().await?;
        self.heed(
            async {
                let (transaction, store) = begin(&database, "readwrite")?;
                store.delete(&JsValue::from_str(id))?;
                complete(&transaction).await
            }
            .await,
        )
    }

    async fn open(&self) -> Result<IdbDatabase, Fault> {
        if let Some(database) = self.database.borrow().clone() {
            return Ok(database);
        }
        // The getter itself throws where storage is blocked, and a private window may have none.
        let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten()).ok_or(Fault::Refused)?;
        let refusal = |error: JsValue| match fault_of(&error) {
            Fault::Full => Fault::Full,
            _ => Fault::Refused,
        };
        let request: IdbOpenDbRequest = factory.open_with_u32(&self.name, 1).map_err(refusal)?;
        let database: IdbDatabase = opened(&request).await.map_err(refusal)?;
        self.database.replace(Some(database.clone()));
        Ok(database)
    }

    /// After a fault the connection may be dead (the browser closed it, the data was cleared): the next use opens it anew.
    fn heed<T>(&self, result: Result<T, JsValue>) -> Result<T, Fault> {
        result.map_err(|error| {
            if let Some(database) = self.database.take() {
                database.close();
            }
            match fault_of(&error) {
                // Of an open journal this says that the connection is gone, not that it is refused.
                Fault::Refused => Fault::Broken,
                fault => fault,
            }
        })
    }
}

async fn put(database: &IdbDatabase, write: &Write, must_exist: bool, keeps_old: bool) -> Result<Written, JsValue> {
    let (transaction, store) = begin(database, "readwrite")?;
    if let Some((found, theirs)) = get(&store, &write.id).await? {
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
    complete(&transaction).await?;
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

/// Begins a transaction with strict durability: done means on disk, not handed to the system.
fn begin(database: &IdbDatabase, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let transaction: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let transaction: IdbTransaction = transaction.call3(database, &STORE.into(), &mode.into(), &options)?.dyn_into()?;
    let store = transaction.object_store(STORE)?;
    Ok((transaction, store))
}

/// The result of a request. The promise's own functions are the handlers: nothing to keep alive.
async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let waiting = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(waiting).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error()?.map_or(JsValue::NULL, JsValue::from)),
    }
}

async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let waiting = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(waiting).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or(JsValue::NULL, JsValue::from)),
    }
}

/// Waits for the database, making its store the first time.
async fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, JsValue> {
    let make = wasm_bindgen::closure::Closure::<dyn FnMut(web_sys::Event)>::new({
        let request = request.clone();
        move |_| {
            let Some(database) = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok()) else {
                return;
            };
            let parameters = web_sys::IdbObjectStoreParameters::new();
            parameters.set_key_path(&"id".into());
            // A failure here aborts the opening, which is where it is told.
            let _ = database.create_object_store_with_optional_parameters(STORE, &parameters);
        }
    });
    request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    let result = done(request).await;
    request.set_onupgradeneeded(None);
    result?.dyn_into()
}
