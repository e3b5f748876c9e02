//! Taking things in (tiếp nhận): read them, store them, and only then tell the model.
//!
//! A few things are read at a time, to save memory. What was read is stored in batches, and a batch is reported once it is on the
//! disk. A thing is either on the disk as a whole or counts nowhere. If it has to be read again, because its device or the store
//! failed, it keeps its id, so that it is never there twice.
//!
//! A large bundle is read in portions, each of which is on the disk before the next but one is read: the files first, and the thing
//! itself last, as with all that is too large for one step.

mod batch;
mod portions;

use crate::intake::Step;
use crate::lanes::{self, Lane};
use crate::ports::{Reader, Records, Source, SourceReader, Time, Unreadable};
use crate::records::keeping::{Whole, keep};
use crate::records::keys::thing_id;
use crate::thing::{Taken, Thing, ThingLine};
use crate::wire::{self, Found};
use batch::{Batch, Chosen, Ready};
use gathering::limits::MOST_FILE;
use gathering::reading::{in_portions, refused_unread, unread_line};
use gathering::sniff::HEAD;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem;
use std::task::{Poll, Waker};
use storage::StoreFault;

/// How many things are read at a time: each is asked of a device, which answers in its time.
const AT_A_TIME: usize = 16;

/// How many of those are large, or in this memory.
const LARGE_AT_A_TIME: usize = 2;

/// So many things that were chosen at once are weighed before they are read: a browser asks the device for the size of each.
const MOST_WEIGHED: usize = 500;

/// What was read is kept so many milliseconds after it, at the latest.
const KEPT_WITHIN: u32 = 500;

/// The taking in of one gathering.
pub struct Taking<S> {
    state: RefCell<State<S>>,
    /// Those who wait for the state to change.
    waiting: RefCell<Vec<Waker>>,
    /// How many ids were given away.
    ids: Cell<u32>,
}

struct State<S> {
    /// What is still to be read.
    chosen: VecDeque<Chosen<S>>,
    /// What could not be read, or not be kept.
    unread: Vec<Chosen<S>>,
    /// What was read, and is to be kept.
    batch: Batch<S>,
    /// How many are reading.
    readers: usize,
    /// How many of those are of [`LARGE_AT_A_TIME`].
    heavy: usize,
    is_running: bool,
    is_cancelled: bool,
    has_failed: bool,
}

/// What things are read with, and where they are kept.
struct Way<'a, R, D> {
    gathering: &'a str,
    records: &'a R,
    reader: &'a D,
    tell: &'a dyn Fn(Step),
}

/// Why nothing was found in a thing.
enum Fault {
    /// Its device does not give it.
    Unreadable,
    /// Nothing more is read.
    Stopped,
    /// The store did not take what was read of it.
    Unkept(StoreFault),
}

impl From<Unreadable> for Fault {
    fn from(Unreadable: Unreadable) -> Self {
        Self::Unreadable
    }
}

impl<S> State<S> {
    fn has_stopped(&self) -> bool {
        self.is_cancelled || self.has_failed
    }
}

impl<S: Source> Default for Taking<S> {
    fn default() -> Self {
        let state = State {
            chosen: VecDeque::new(),
            unread: Vec::new(),
            batch: Batch::default(),
            readers: 0,
            heavy: 0,
            is_running: false,
            is_cancelled: false,
            has_failed: false,
        };
        Self { state: RefCell::new(state), waiting: RefCell::default(), ids: Cell::new(0) }
    }
}

impl<S: Source> Taking<S> {
    /// Takes what was chosen, to be read by [`Taking::run`]: what there is to tell of it.
    pub fn choose(&self, sources: Vec<S>) -> Step {
        self.add(sources.into_iter().map(|source| Chosen { source, id: String::new(), told: 0 }).collect())
    }

    /// Takes what could not be read, or not be kept, once more.
    pub fn choose_again(&self) -> Step {
        let again = mem::take(&mut self.state.borrow_mut().unread);
        self.add(again)
    }

    fn add(&self, chosen: Vec<Chosen<S>>) -> Step {
        let things = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
        let bytes = (chosen.len() <= MOST_WEIGHED).then(|| chosen.iter().map(|one| one.source.size()).sum());
        self.change(|state| state.chosen.extend(chosen));
        Step::Began { things, bytes }
    }

    /// Ends the taking in, of what was chosen until now. What was read is kept.
    pub fn cancel(&self) {
        self.change(|state| {
            state.chosen.clear();
            state.is_cancelled = state.is_running;
        });
    }

    /// Ends when nothing is taken in.
    pub async fn ended(&self) {
        self.until(|state| !state.is_running).await;
    }

    /// Reads what was chosen, into the gathering of that id, and tells how it goes on; at once where it goes on already, since then
    /// that one reads all.
    pub async fn run(
        &self,
        gathering: &str,
        records: &impl Records,
        reader: &impl SourceReader<S>,
        time: &impl Time,
        tell: &dyn Fn(Step),
    ) {
        if mem::replace(&mut self.state.borrow_mut().is_running, true) {
            return;
        }
        let way = Way { gathering, records, reader, tell };
        loop {
            self.change(|state| (state.readers, state.heavy) = (AT_A_TIME, 0));
            let mut lanes: Vec<Lane<'_>> = Vec::new();
            for _ in 0..AT_A_TIME {
                lanes.push(Box::pin(self.read_all(&way, time)));
            }
            lanes.push(Box::pin(self.keep_all(gathering, records, time, tell)));
            lanes::all(lanes).await;
            let (ended, goes_on) = self.end();
            // What was chosen after a cancel begins anew; all else goes on.
            if let Some(step) = ended {
                tell(step);
            }
            if !goes_on {
                break;
            }
        }
        self.change(|_| ());
    }

    /// Once nothing is read any more: what there is to tell, and whether more was chosen meanwhile.
    fn end(&self) -> (Option<Step>, bool) {
        let mut state = self.state.borrow_mut();
        if mem::take(&mut state.has_failed) {
            let rest = mem::take(&mut state.chosen);
            state.unread.extend(rest);
        }
        let cancelled = mem::take(&mut state.is_cancelled);
        let goes_on = !state.chosen.is_empty();
        state.is_running = goes_on;
        let unread = u32::try_from(state.unread.len()).unwrap_or(u32::MAX);
        ((!goes_on || cancelled).then_some(Step::Ended { unread, cancelled }), goes_on)
    }

    /// Reads one thing after the other.
    async fn read_all(&self, way: &Way<'_, impl Records, impl SourceReader<S>>, time: &impl Time) {
        loop {
            self.until(|state| !state.batch.is_full() || state.has_stopped()).await;
            let next = {
                let mut state = self.state.borrow_mut();
                if state.has_stopped() { None } else { state.chosen.pop_front() }
            };
            let Some(mut chosen) = next else { break };
            chosen.told = 0;
            if chosen.id.is_empty() {
                let number = self.ids.get();
                self.ids.set(number.wrapping_add(1));
                chosen.id = thing_id(time.now(), number, time.chance());
            }
            match self.found(&mut chosen, way).await {
                Ok(found) => self.change(|state| state.batch.add(Ready { chosen, found })),
                Err(Fault::Unkept(fault)) => self.failed(fault, vec![chosen], way.tell),
                // What was being read when the store failed can be read again; when the person ended it, it is not wanted.
                Err(Fault::Stopped) if self.state.borrow().is_cancelled => {}
                Err(Fault::Stopped | Fault::Unreadable) => self.change(|state| state.unread.push(chosen)),
            }
        }
        self.change(|state| state.readers -= 1);
    }

    /// What is found in a thing.
    async fn found(
        &self,
        chosen: &mut Chosen<S>,
        way: &Way<'_, impl Records, impl SourceReader<S>>,
    ) -> Result<Found, Fault> {
        // Whatever it is, a file of so many bytes may be read.
        if let Some(answer) = self.unless_stopped(way.reader.read_source(&chosen.source, MOST_FILE)).await?? {
            return wire::read(&answer).ok_or(Fault::Unreadable);
        }
        self.unless_stopped(self.until(|state| state.heavy < LARGE_AT_A_TIME)).await?;
        self.change(|state| state.heavy += 1);
        let found = self.looked_at(chosen, way).await;
        self.change(|state| state.heavy -= 1);
        found
    }

    /// What is found in a thing of which its size and its beginning tell how it is read. One that they refuse is not read.
    async fn looked_at(
        &self,
        chosen: &mut Chosen<S>,
        way: &Way<'_, impl Records, impl SourceReader<S>>,
    ) -> Result<Found, Fault> {
        let size = chosen.source.size();
        if !(1..=MOST_FILE).contains(&size) {
            let (name, ports) = (chosen.source.name(), way.reader.ports());
            let head = self.unless_stopped(chosen.source.slice(0, HEAD as u64)).await??;
            if let Some(cause) = refused_unread(&head, size) {
                let line = unread_line(&name, size, cause, ports.nfc);
                return Ok(Found { lines: vec![ThingLine::of(&line)], ..Found::default() });
            }
            if let Some(portions) = in_portions(&name, &head, size, &ports)
                && let Some(found) = self.in_portions(chosen, portions, way).await?
            {
                return Ok(found);
            }
            if let Some(answer) = self.unless_stopped(way.reader.read_source(&chosen.source, size)).await?? {
                return wire::read(&answer).ok_or(Fault::Unreadable);
            }
        }
        Ok(self.unless_stopped(handed(&chosen.source, way.reader)).await??)
    }

    /// The outcome of some work, unless reading stops before it.
    async fn unless_stopped<T>(&self, work: impl Future<Output = T>) -> Result<T, Fault> {
        lanes::unless(self.until(State::has_stopped), work).await.ok_or(Fault::Stopped)
    }

    /// Keeps what was read, batch after batch.
    async fn keep_all(&self, gathering: &str, records: &impl Records, time: &impl Time, tell: &dyn Fn(Step)) {
        loop {
            self.until(|state| !state.batch.is_empty() || state.readers == 0).await;
            if self.state.borrow().batch.is_empty() {
                break;
            }
            let is_due = |state: &State<S>| state.batch.is_full() || state.readers == 0 || state.has_stopped();
            lanes::unless(time.sleep(KEPT_WITHIN), self.until(is_due)).await;
            let batch = mem::take(&mut self.state.borrow_mut().batch);
            self.change(|_| ());
            self.keep(batch, gathering, records, time, tell).await;
        }
    }

    async fn keep(
        &self,
        batch: Batch<S>,
        gathering: &str,
        records: &impl Records,
        time: &impl Time,
        tell: &dyn Fn(Step),
    ) {
        let at = time.now().to_iso();
        let (mut wholes, mut others) = (Vec::new(), Vec::new());
        for Ready { chosen, mut found } in batch.into_ready() {
            let lines = mem::take(&mut found.lines);
            let thing = Thing { id: chosen.id.clone(), at: at.clone(), lines, ..Thing::default() };
            found.decisions.extend(chosen.source.decisions());
            let files = mem::take(&mut found.files);
            let (decisions, notes) = (found.decisions.clone(), found.notes.clone());
            wholes.push(Whole { thing: thing.clone(), files, decisions, notes });
            others.push((chosen, thing, found));
        }
        let (kept, result) = keep(records, gathering, wholes).await;
        let unkept = others.split_off(kept.min(others.len()));
        let (mut things, mut taken, mut bytes) = (vec![], vec![], 0);
        let (mut decisions, mut rewrites, mut notes, mut settings) = (vec![], vec![], vec![], vec![]);
        for (chosen, thing, found) in others {
            let of = |(line, received)| Taken { thing: thing.id.clone(), line, received };
            taken.extend(found.received.into_iter().map(of));
            decisions.extend(found.decisions);
            rewrites.extend(found.rewrites);
            notes.extend(found.notes);
            settings.extend(found.settings);
            bytes += thing.lines.first().map_or(0, |line| line.size).saturating_sub(chosen.told);
            things.push(thing);
        }
        if !things.is_empty() {
            tell(Step::Kept { things, taken, decisions, rewrites, notes, settings, bytes });
        }
        if let Err(fault) = result {
            self.failed(fault, unkept.into_iter().map(|(chosen, ..)| chosen).collect(), tell);
        }
    }

    /// The store has failed: these are not kept, and nothing more is read.
    fn failed(&self, fault: StoreFault, unkept: Vec<Chosen<S>>, tell: &dyn Fn(Step)) {
        let is_told = self.state.borrow().has_failed;
        self.change(|state| {
            state.has_failed = true;
            state.unread.extend(unkept);
        });
        if !is_told {
            tell(Step::Unkept(fault));
        }
    }

    fn change(&self, change: impl FnOnce(&mut State<S>)) {
        change(&mut self.state.borrow_mut());
        // Taken out first: whoever is woken may wait anew at once.
        let waiting = mem::take(&mut *self.waiting.borrow_mut());
        waiting.into_iter().for_each(Waker::wake);
    }

    /// Ends when the state is so.
    async fn until(&self, is_so: impl Fn(&State<S>) -> bool) {
        poll_fn(|context| {
            if is_so(&self.state.borrow()) {
                return Poll::Ready(());
            }
            let mut waiting = self.waiting.borrow_mut();
            if !waiting.iter().any(|waker| waker.will_wake(context.waker())) {
                waiting.push(context.waker().clone());
            }
            Poll::Pending
        })
        .await;
    }
}

/// What is found in a thing that is handed to the reader.
async fn handed(source: &impl Source, reader: &impl Reader) -> Result<Found, Unreadable> {
    let bytes = source.bytes().await?;
    wire::read(&reader.read(&source.name(), bytes).await).ok_or(Unreadable)
}

#[cfg(test)]
mod tests;
