//! The ports of the stores in memory: a disk that outlives its pages, and for each page a gate at every operation, where it can
//! wait, fail, or succeed and report a failure.

use app::space::Space;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;
use storage::{Change, Decide, Entry, Journal, Keys, Mirror, Snapshots, StoreFault};

/// What outlives a page.
#[derive(Default)]
pub struct Disk {
    pub journal: BTreeMap<String, Entry>,
    pub mirror: BTreeMap<String, String>,
    pub settings: Option<String>,
    pub snapshots: BTreeMap<String, String>,
    pub refuses_snapshots: bool,
    pub journal_fault: Option<StoreFault>,
    pub mirror_fault: Option<StoreFault>,
    /// Whether the browser has no databases at all.
    pub has_no_databases: bool,
    /// How many more writes there is room for, if there is an end to it.
    pub room: Option<u32>,
    /// Each record that a store has taken.
    pub taken: Vec<Taken>,
    /// How the browser takes the asking for room and for its keeping.
    pub asked_to_keep: u32,
    pub space: Option<Space>,
    pub now: i64,
    pub downloads: Vec<(String, String)>,
    /// How many pages were opened.
    pub opened: u64,
    /// Every text that was removed from the journal or the mirror, with its id.
    pub removed: Vec<(String, String)>,
}

/// A record that a store has taken, and what stood in its place.
pub struct Taken {
    pub id: String,
    pub before: Option<String>,
    pub text: String,
}

/// Whether a store with that fault can be read: one that is full can.
fn can_read(fault: Option<StoreFault>) -> bool {
    matches!(fault, None | Some(StoreFault::Full))
}

fn readable(fault: Option<StoreFault>) -> Result<(), StoreFault> {
    fault.filter(|_| !can_read(fault)).map_or(Ok(()), Err)
}

fn writable(fault: Option<StoreFault>) -> Result<(), StoreFault> {
    fault.map_or(Ok(()), Err)
}

impl Disk {
    fn take_room(&mut self) -> Result<(), StoreFault> {
        match &mut self.room {
            Some(0) => Err(StoreFault::Full),
            Some(room) => {
                *room -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// All of it or nothing, as a transaction is.
    fn change(&mut self, changes: Vec<Change>) -> Result<(), StoreFault> {
        let puts = changes.iter().filter(|change| matches!(change, Change::Put(..))).count();
        if puts > 0 {
            writable(self.journal_fault)?;
            self.take_room()?;
        }
        for change in changes {
            match change {
                Change::Put(id, entry) => {
                    let text = entry.1.clone();
                    let before = self.journal.insert(id.clone(), entry).map(|(_, text)| text);
                    self.taken.push(Taken { id, before, text });
                }
                Change::Delete(id) => self.removed.extend(self.journal.remove(&id).map(|(_, text)| (id, text))),
            }
        }
        Ok(())
    }
}

/// What becomes of an operation that has come to the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The operation is done.
    Goes,
    /// It fails, and nothing is done.
    Fails(StoreFault),
    /// It is done, and says that it has failed.
    GoesAndFails(StoreFault),
}

/// An operation that waits at the gate.
pub struct Waiting {
    /// Which: `journal read`, `journal change`, `history keys`, `host`, …
    pub what: &'static str,
    verdict: Cell<Option<Verdict>>,
}

/// The gate of one page: open until it is closed.
#[derive(Default)]
pub struct Gate {
    is_closed: Cell<bool>,
    waiting: RefCell<Vec<Rc<Waiting>>>,
}

impl Gate {
    pub fn close(&self) {
        self.is_closed.set(true);
    }

    pub fn open(&self) {
        self.is_closed.set(false);
    }

    pub fn is_closed(&self) -> bool {
        self.is_closed.get()
    }

    /// What waits here, the longest first.
    pub fn waiting(&self) -> Vec<&'static str> {
        self.waiting.borrow().iter().map(|waiting| waiting.what).collect()
    }

    /// Decides about the operation of that place in the row.
    pub fn decide(&self, index: usize, verdict: Verdict) {
        let waiting = self.waiting.borrow_mut().remove(index);
        waiting.verdict.set(Some(verdict));
    }

    pub async fn pass(&self, what: &'static str) -> Verdict {
        if !self.is_closed.get() {
            return Verdict::Goes;
        }
        let waiting = Rc::new(Waiting { what, verdict: Cell::default() });
        self.waiting.borrow_mut().push(waiting.clone());
        poll_fn(|_| waiting.verdict.get().map_or(Poll::Pending, Poll::Ready)).await
    }

    async fn asks<T>(&self, what: &'static str, act: impl FnOnce() -> Result<T, StoreFault>) -> Result<T, StoreFault> {
        match self.pass(what).await {
            Verdict::Goes => act(),
            Verdict::Fails(fault) => Err(fault),
            Verdict::GoesAndFails(fault) => act().and(Err(fault)),
        }
    }
}

/// The port of a store, as one page has it.
#[derive(Clone)]
pub struct Port {
    pub disk: Rc<RefCell<Disk>>,
    pub gate: Rc<Gate>,
}

impl Journal for Port {
    fn is_absent(&self) -> bool {
        self.disk.borrow().has_no_databases
    }

    async fn read(&self, keys: &Keys<'_>) -> Result<Vec<(String, Entry)>, StoreFault> {
        let read = || {
            let disk = self.disk.borrow();
            readable(disk.journal_fault)?;
            let wanted = disk.journal.iter().filter(|(id, _)| keys.has(id));
            Ok(wanted.map(|(id, entry)| (id.clone(), entry.clone())).collect())
        };
        self.gate.asks("journal read", read).await
    }

    async fn change(&self, keys: &Keys<'_>, decide: &Decide<'_>) -> Result<(), StoreFault> {
        let change = || {
            let mut disk = self.disk.borrow_mut();
            readable(disk.journal_fault)?;
            let wanted = disk.journal.iter().filter(|(id, _)| keys.has(id));
            let found: Vec<(String, Entry)> = wanted.map(|(id, entry)| (id.clone(), entry.clone())).collect();
            let changes = decide(&found);
            disk.change(changes)
        };
        self.gate.asks("journal change", change).await
    }
}

impl Mirror for Port {
    fn is_there(&self) -> bool {
        can_read(self.disk.borrow().mirror_fault)
    }

    fn read(&self, id: &str) -> Option<String> {
        let disk = self.disk.borrow();
        disk.mirror.get(id).filter(|_| can_read(disk.mirror_fault)).cloned()
    }

    fn read_all(&self) -> Result<Vec<(String, String)>, StoreFault> {
        let disk = self.disk.borrow();
        readable(disk.mirror_fault)?;
        Ok(disk.mirror.iter().map(|(id, text)| (id.clone(), text.clone())).collect())
    }

    fn write(&self, id: &str, text: &str) -> Result<(), StoreFault> {
        let mut disk = self.disk.borrow_mut();
        writable(disk.mirror_fault)?;
        disk.take_room()?;
        let before = disk.mirror.insert(id.to_owned(), text.to_owned());
        disk.taken.push(Taken { id: id.to_owned(), before, text: text.to_owned() });
        Ok(())
    }

    fn remove(&self, id: &str) -> Result<(), StoreFault> {
        let mut disk = self.disk.borrow_mut();
        readable(disk.mirror_fault)?;
        let removed = disk.mirror.remove(id).map(|text| (id.to_owned(), text));
        disk.removed.extend(removed);
        Ok(())
    }

    fn settings(&self) -> Option<String> {
        self.disk.borrow().settings.clone()
    }
}

/// The history has a store of its own, and another way to refuse.
impl Snapshots for Port {
    fn is_absent(&self) -> bool {
        self.disk.borrow().has_no_databases
    }

    async fn keys(&self) -> Result<Vec<String>, StoreFault> {
        let keys = || {
            readable(self.disk.borrow().journal_fault)?;
            Ok(self.disk.borrow().snapshots.keys().cloned().collect())
        };
        self.gate.asks("history keys", keys).await
    }

    async fn read(&self, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<(String, String)>, StoreFault> {
        let read = || {
            let disk = self.disk.borrow();
            let wanted = disk.snapshots.iter().filter(|(key, _)| is_wanted(key));
            Ok(wanted.map(|(key, text)| (key.clone(), text.clone())).collect())
        };
        self.gate.asks("history read", read).await
    }

    async fn change(&self, dropped: &dyn Fn(&str) -> bool, put: Option<(&str, &str)>) -> Result<(), StoreFault> {
        let change = || {
            let mut disk = self.disk.borrow_mut();
            if disk.refuses_snapshots && put.is_some() {
                return Err(StoreFault::Full);
            }
            disk.snapshots.retain(|key, _| !dropped(key));
            disk.snapshots.extend(put.map(|(key, text)| (key.to_owned(), text.to_owned())));
            Ok(())
        };
        self.gate.asks("history change", change).await
    }
}
