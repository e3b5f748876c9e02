//! A machine in memory: a disk that can be full or be cut off at any operation, devices that fail or are slow, and a clock that
//! advances only when nothing else happens.

use crate::ports::{Reader, Records, Source, SourceReader, Time, Unreadable};
use crate::reading::read_thing;
use crate::records::keys::Range;
use crate::settings::Settings;
use domain::date::Moment;
use gathering::decisions::Decision;
use gathering::ports::Ports;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{pending, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use storage::StoreFault;
use unicode_normalization::UnicodeNormalization;

pub(crate) const DIRECTIVE: &str = "1022-CV/TU";

/// What happens at the write of that number, from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Trouble {
    /// The machine is gone before anything of it is on the disk.
    CrashBefore(usize),
    /// The machine is gone once it is on the disk, and before anybody hears of it.
    CrashAfter(usize),
    /// It is refused, as is every later one that puts something.
    FullFrom(usize),
    /// It is on the disk, and said to have failed.
    FailsAfter(usize),
}

/// The machine.
#[derive(Default)]
pub(crate) struct Machine {
    pub(crate) disk: RefCell<BTreeMap<String, Vec<u8>>>,
    pub(crate) trouble: Cell<Option<Trouble>>,
    /// How many writes there were.
    pub(crate) writes: Cell<usize>,
    /// The most bytes and records of one answer or one write.
    pub(crate) most: Cell<(usize, usize)>,
    /// Milliseconds that a write takes.
    pub(crate) slowness: Cell<u32>,
    now: Cell<i64>,
    timers: RefCell<Vec<(i64, Waker)>>,
    chance: Cell<u64>,
    /// How many are reading at once, and how many were at most.
    reading: Cell<(usize, usize)>,
    /// Whether its reader reaches things itself.
    pub(crate) reaches: Cell<bool>,
    /// The names that were read.
    pub(crate) read: RefCell<Vec<String>>,
}

impl Machine {
    pub(crate) fn new() -> Self {
        let machine = Self::default();
        machine.now.set(1_719_792_000_000);
        let settings = Settings { id: super::GATHERING.to_owned(), ..Settings::default() };
        let text = json::canonical(&json::written(settings));
        machine.disk.borrow_mut().insert(["settings/", super::GATHERING].concat(), text.into_bytes());
        machine
    }

    pub(crate) fn goes_on(&self, milliseconds: i64) {
        self.now.set(self.now.get() + milliseconds);
    }

    pub(crate) fn most_readers(&self) -> usize {
        self.reading.get().1
    }

    /// Does it to its end; nothing where it never ends, as after a crash.
    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let bell = Arc::new(Bell(AtomicBool::new(true)));
        let waker = Waker::from(bell.clone());
        let (mut work, mut context) = (pin!(work), Context::from_waker(&waker));
        loop {
            if bell.0.swap(false, Ordering::Relaxed) {
                match work.as_mut().poll(&mut context) {
                    Poll::Ready(outcome) => return Some(outcome),
                    Poll::Pending => continue,
                }
            }
            let next = self.timers.borrow().iter().map(|(at, _)| *at).min()?;
            self.now.set(next.max(self.now.get()));
            let mut due = Vec::new();
            self.timers.borrow_mut().retain(|(at, waker)| {
                let is_due = *at <= next;
                if is_due {
                    due.push(waker.clone());
                }
                !is_due
            });
            due.into_iter().for_each(Waker::wake);
        }
    }

    /// The machine as it is after a crash: what is on its disk.
    pub(crate) fn restarted(&self) -> Self {
        let machine = Self::new();
        machine.goes_on(self.now.get() - machine.now.get());
        machine.chance.set(self.chance.get() + 1000);
        machine.disk.replace(self.disk.borrow().clone());
        machine
    }

    fn weigh(&self, records: &[(String, Vec<u8>)]) {
        let bytes = records.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
        let (most_bytes, most_records) = self.most.get();
        self.most.set((most_bytes.max(bytes), most_records.max(records.len())));
    }
}

struct Bell(AtomicBool);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Time for Machine {
    fn now(&self) -> Moment {
        Moment(self.now.get())
    }

    async fn sleep(&self, milliseconds: u32) {
        let until = self.now.get() + i64::from(milliseconds);
        poll_fn(|context| {
            if self.now.get() >= until {
                return Poll::Ready(());
            }
            self.timers.borrow_mut().push((until, context.waker().clone()));
            Poll::Pending
        })
        .await;
    }

    fn chance(&self) -> u64 {
        self.chance.set(self.chance.get() + 1);
        self.chance.get()
    }
}

impl Records for Machine {
    async fn range(&self, from: &str, to: &str, most: usize) -> Result<Vec<(String, Vec<u8>)>, StoreFault> {
        if from >= to {
            return Ok(Vec::new());
        }
        let disk = self.disk.borrow();
        let found = disk.range(from.to_owned()..to.to_owned()).take(most);
        let found: Vec<_> = found.map(|(key, bytes)| (key.clone(), bytes.clone())).collect();
        self.weigh(&found);
        Ok(found)
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreFault> {
        Ok(self.disk.borrow().get(key).cloned())
    }

    async fn write(&self, puts: Vec<(String, Vec<u8>)>, removes: Vec<Range>) -> Result<(), StoreFault> {
        let number = self.writes.get();
        self.writes.set(number + 1);
        self.weigh(&puts);
        if self.slowness.get() > 0 {
            self.sleep(self.slowness.get()).await;
        }
        match self.trouble.get() {
            Some(Trouble::CrashBefore(at)) if number >= at => return pending().await,
            Some(Trouble::FullFrom(at)) if number >= at && !puts.is_empty() => return Err(StoreFault::Full),
            _ => {}
        }
        assert!(puts.iter().all(|(key, _)| key.is_ascii()), "a key that is not ASCII");
        self.disk.borrow_mut().retain(|key, _| !removes.iter().any(|(from, to)| from <= key && key < to));
        self.disk.borrow_mut().extend(puts);
        match self.trouble.get() {
            Some(Trouble::CrashAfter(at)) if number >= at => pending().await,
            Some(Trouble::FailsAfter(at)) if number == at => Err(StoreFault::Broken),
            _ => Ok(()),
        }
    }
}

impl Reader for Machine {
    async fn read(&self, name: &str, bytes: Vec<u8>) -> Vec<u8> {
        let (now, most) = self.reading.get();
        self.reading.set((now + 1, most.max(now + 1)));
        self.read.borrow_mut().push(name.to_owned());
        // Others have their turn.
        self.sleep(1).await;
        let found = read_thing(name, &bytes, DIRECTIVE, &self.ports());
        let (now, most) = self.reading.get();
        self.reading.set((now - 1, most));
        found
    }

    fn ports(&self) -> Ports<'_> {
        Ports { decode_1258: &|bytes| String::from_utf8_lossy(bytes).into_owned(), nfc: &|text| text.nfc().collect() }
    }
}

impl SourceReader<Held<'_>> for Machine {
    async fn read_source(&self, source: &Held<'_>, most: u64) -> Result<Option<Vec<u8>>, Unreadable> {
        if !self.reaches.get() || !(1..=most).contains(&source.size()) {
            return Ok(None);
        }
        let bytes = source.bytes().await?;
        Ok(Some(self.read(&source.name(), bytes).await))
    }
}

/// A thing on a device.
pub(crate) struct Held<'a> {
    pub(crate) machine: &'a Machine,
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) decisions: Vec<Decision>,
    /// How often it cannot be read before it can.
    pub(crate) failures: Cell<u32>,
    /// Milliseconds that reading takes.
    pub(crate) slowness: u32,
}

impl<'a> Held<'a> {
    pub(crate) fn new(machine: &'a Machine, name: &str, bytes: &[u8]) -> Self {
        let (name, bytes, decisions) = (name.to_owned(), bytes.to_vec(), Vec::new());
        Self { machine, name, bytes, decisions, failures: Cell::new(0), slowness: 0 }
    }
}

impl Source for Held<'_> {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn decisions(&self) -> Vec<Decision> {
        self.decisions.clone()
    }

    async fn slice(&self, from: u64, to: u64) -> Result<Vec<u8>, Unreadable> {
        // It is gone once it was looked at.
        if from > 0 && self.failures.get() > 0 {
            self.failures.set(self.failures.get() - 1);
            return Err(Unreadable);
        }
        let place = |at: u64| usize::try_from(at).unwrap().min(self.bytes.len());
        Ok(self.bytes[place(from)..place(to)].to_vec())
    }

    async fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        if self.slowness > 0 {
            self.machine.sleep(self.slowness).await;
        }
        match self.failures.get() {
            0 => Ok(self.bytes.clone()),
            failures => {
                self.failures.set(failures - 1);
                Err(Unreadable)
            }
        }
    }
}
