//! An IndexedDB database with one object store: opened at the first use and again after a fault, written with strict durability.
//! Nobody waits for it for ever, and a page that is left holds up no other.

use super::fault::{fault_of, name_of};
use gloo::timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Poll, Waker};
use storage::StoreFault;
use ui::poisoned::is_poisoned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// The version of every database. A later one that adds to them raises it: this version then fails to open it, and its
/// connections are closed.
const VERSION: u32 = 1;

/// Milliseconds that the database may take to answer. In some browsers it sometimes never does.
const PATIENCE: u32 = 5_000;
/// Milliseconds for which a database that did not answer is left alone.
const REST: u32 = 30_000;
/// Milliseconds for which nothing starts after the page was left; they count only if it is shown again.
const LEAVING: u32 = 200;

/// Work with an object store in a transaction, while it runs.
type Step<'a> = Pin<Box<dyn Future<Output = Result<(), JsValue>> + 'a>>;
type Work<'a> = dyn Fn(IdbTransaction, IdbObjectStore) -> Step<'a> + 'a;

/// One IndexedDB database with one object store.
pub struct Database {
    name: String,
    store: &'static str,
    /// The property of a record that is its key; without one the key is given separately.
    key_path: Option<&'static str>,
    /// Milliseconds that it may take to answer.
    patience: u32,
    /// Opened at the first use; dropped after a fault, to be opened again.
    connection: RefCell<Option<IdbDatabase>>,
    running: RefCell<Vec<IdbTransaction>>,
    /// Whether it is left alone for a while. A timer ends that, since the clock may be set meanwhile.
    is_resting: Rc<Cell<bool>>,
    /// How often the page was left without being shown again.
    left: Rc<Cell<u32>>,
    /// How often it was left at all.
    departures: Cell<u32>,
}

impl Database {
    /// The database `name`, with the object store `store`. A record's property `key_path` is its key; without one the key is given
    /// separately. Nothing is opened yet.
    #[must_use]
    pub fn new(name: String, store: &'static str, key_path: Option<&'static str>) -> Self {
        Self::with_patience(name, store, key_path, PATIENCE)
    }

    /// The same, with this many milliseconds to answer.
    #[must_use]
    pub fn with_patience(name: String, store: &'static str, key_path: Option<&'static str>, patience: u32) -> Self {
        let (connection, running, is_resting, left, departures) = Default::default();
        Self { name, store, key_path, patience, connection, running, is_resting, left, departures }
    }

    /// Whether this browser has no databases at all. If it has them but refuses access, they may contain something.
    #[must_use]
    pub fn is_absent() -> bool {
        web_sys::window().is_none_or(|window| matches!(window.indexed_db(), Ok(None)))
    }

    /// Gives up whatever still needs this page to go on, and begins nothing more. A page that was left may be kept as it
    /// stands, and with it a lock that every later page waits for. If it is shown again, it begins anew what it gave up.
    pub fn let_go(&self) {
        self.departures.set(self.departures.get() + 1);
        let left = self.left.clone();
        left.set(left.get() + 1);
        Timeout::new(LEAVING, move || left.set(left.get() - 1)).forget();
        for transaction in self.running.borrow().iter() {
            // What is committed already ends by itself, and refuses this.
            let _ = transaction.abort();
        }
    }

    /// Does `work` with the object store, in one transaction, or in a second one if the page was left during the first.
    ///
    /// # Errors
    /// Where the database does not open, does not answer, or fails.
    pub async fn run<T>(
        &self,
        mode: &str,
        work: impl AsyncFn(&IdbTransaction, &IdbObjectStore) -> Result<T, JsValue>,
    ) -> Result<T, StoreFault> {
        let found = RefCell::new(None);
        let (work, into) = (&work, &found);
        let work = |transaction: IdbTransaction, store: IdbObjectStore| -> Step<'_> {
            Box::pin(async move {
                let outcome = work(&transaction, &store).await?;
                into.replace(Some(outcome));
                Ok(())
            })
        };
        self.until_it_is_done(mode, &work).await?;
        found.into_inner().ok_or(StoreFault::Broken)
    }

    /// Shared by all kinds of work: a version for each would cost a kilobyte of the program.
    async fn until_it_is_done<'a>(&self, mode: &str, work: &Work<'a>) -> Result<(), StoreFault> {
        loop {
            while self.left.get() > 0 {
                sleep(LEAVING).await;
            }
            let departures = self.departures.get();
            let result = self.try_to_do(mode, work).await;
            if result.is_ok() || departures == self.departures.get() {
                return result;
            }
        }
    }

    async fn try_to_do<'a>(&self, mode: &str, work: &Work<'a>) -> Result<(), StoreFault> {
        let database = self.open().await?;
        if is_poisoned() && mode != "readonly" {
            return Err(StoreFault::Refused);
        }
        let result = match begin(&database, self.store, mode) {
            Ok((transaction, store)) => {
                self.running.borrow_mut().push(transaction.clone());
                let result = self.answered(work(transaction.clone(), store)).await;
                self.running.borrow_mut().retain(|running| *running != transaction);
                result.unwrap_or_else(|| {
                    // What is not committed must not come to be after all.
                    let _ = transaction.abort();
                    Err(JsValue::NULL)
                })
            }
            Err(error) => Err(error),
        };
        self.heed(result)
    }

    /// The keys of all records that are texts.
    ///
    /// # Errors
    /// As [`Database::run`].
    pub async fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.run("readonly", async |transaction: &IdbTransaction, store: &IdbObjectStore| {
            last(transaction, &store.get_all_keys()?).await.map(texts)
        })
        .await
    }

    /// The result of a request to the database, or nothing if it does not answer.
    async fn answered<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        let mut patience = pin!(sleep(self.patience));
        let outcome = poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
            Poll::Pending => patience.as_mut().poll(context).map(|()| None),
        });
        let outcome = outcome.await;
        if outcome.is_none() {
            let is_resting = self.is_resting.clone();
            is_resting.set(true);
            Timeout::new(REST, move || is_resting.set(false)).forget();
        }
        outcome
    }

    async fn open(&self) -> Result<IdbDatabase, StoreFault> {
        if let Some(database) = self.connection.borrow().clone() {
            return Ok(database);
        }
        if self.is_resting.get() {
            return Err(StoreFault::Broken);
        }
        // The getter itself throws where storage is blocked, and a private window may have none.
        let factory =
            web_sys::window().and_then(|window| window.indexed_db().ok().flatten()).ok_or(StoreFault::Refused)?;
        let refusal = |error: JsValue| match fault_of(&error) {
            StoreFault::Full => StoreFault::Full,
            // A later version has written it: it is there, but not for this one.
            _ if name_of(&error) == "VersionError" => StoreFault::Broken,
            _ => StoreFault::Refused,
        };
        let request: IdbOpenDbRequest = factory.open_with_u32(&self.name, VERSION).map_err(refusal)?;
        let opened = self.answered(self.opened(&request)).await;
        let database: IdbDatabase = opened.ok_or(StoreFault::Broken)?.map_err(refusal)?;
        // Another window that wants to raise the version waits for nobody; what is asked of the closed connection fails,
        // and opens it anew.
        if let Ok(Ok(close)) = Reflect::get(&database, &"close".into()).map(JsCast::dyn_into::<Function>) {
            database.set_onversionchange(Some(&close.bind0(&database)));
        }
        self.connection.replace(Some(database.clone()));
        Ok(database)
    }

    /// After a fault the connection may be dead (the browser closed it, the data was cleared): the next use opens it anew.
    fn heed<T>(&self, result: Result<T, JsValue>) -> Result<T, StoreFault> {
        result.map_err(|error| {
            if let Some(database) = self.connection.take() {
                database.close();
            }
            match fault_of(&error) {
                // Of an open database this says that the connection is gone, not that it is refused.
                StoreFault::Refused => StoreFault::Broken,
                fault => fault,
            }
        })
    }

    /// Waits for the database, making its store the first time.
    async fn opened(&self, request: &IdbOpenDbRequest) -> Result<IdbDatabase, JsValue> {
        let make = wasm_bindgen::closure::Closure::<dyn FnMut(web_sys::Event)>::new({
            let (request, store, key_path) = (request.clone(), self.store, self.key_path);
            move |_| {
                let database = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok());
                let Some(database) = database else { return };
                let parameters = web_sys::IdbObjectStoreParameters::new();
                if let Some(key_path) = key_path {
                    parameters.set_key_path(&key_path.into());
                }
                // A failure here aborts the opening, which is where it is told.
                let _ = database.create_object_store_with_optional_parameters(store, &parameters);
            }
        });
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let result = done(request).await;
        request.set_onupgradeneeded(None);
        result?.dyn_into()
    }
}

/// Ends after so many milliseconds. Without a promise: who stops waiting for one that is never kept leaves some bytes behind, and
/// here that is after every answer of the database.
pub async fn sleep(milliseconds: u32) {
    let sleeper: Rc<RefCell<Option<Waker>>> = Rc::default();
    let (is_over, rung) = (Rc::new(Cell::new(false)), sleeper.clone());
    let over = is_over.clone();
    let _timer = Timeout::new(milliseconds, move || {
        over.set(true);
        if let Some(waker) = rung.take() {
            waker.wake();
        }
    });
    poll_fn(|context| {
        sleeper.replace(Some(context.waker().clone()));
        if is_over.get() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// Begins a transaction with strict durability: done means on disk, not handed to the system.
fn begin(database: &IdbDatabase, store: &str, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let transaction: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let transaction: IdbTransaction = transaction.call3(database, &store.into(), &mode.into(), &options)?.dyn_into()?;
    let store = transaction.object_store(store)?;
    Ok((transaction, store))
}

/// The result of a request. The promise's own functions are the handlers, so nothing has to be kept alive.
///
/// # Errors
/// The exception with which it fails.
pub async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let waiting = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(waiting).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error()?.map_or(JsValue::NULL, JsValue::from)),
    }
}

#[allow(deprecated, reason = "the binding is marked so; the method is not, and every browser of ours has it")]
fn commit(transaction: &IdbTransaction) -> Result<(), JsValue> {
    transaction.commit()
}

/// The result of a transaction's last request. From here on it ends without the page.
///
/// # Errors
/// The exception with which it fails.
pub async fn last(transaction: &IdbTransaction, request: &IdbRequest) -> Result<JsValue, JsValue> {
    commit(transaction)?;
    done(request).await
}

/// Waits until a transaction is on disk. From here on it continues without the page.
///
/// # Errors
/// The exception with which it fails.
pub async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
    commit(transaction)?;
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

/// Those keys of an object store that are texts.
#[must_use]
pub fn texts(keys: JsValue) -> Vec<String> {
    keys.unchecked_into::<js_sys::Array>().iter().filter_map(|key| key.as_string()).collect()
}
