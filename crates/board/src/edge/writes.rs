//! What the store is asked to do in order: changes, and the list of gatherings, which is read only after the earlier changes are in
//! it.

use super::records::Records;
use super::runtime::Runtime;
use coordination::msg::{Change, Msg};
use coordination::records::keeping;
use coordination::tally::Tally;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen_futures::spawn_local;

/// Something that the store is asked for.
pub(super) enum Job {
    /// Changes are written, under that number.
    Write(u32, Vec<Change>),
    /// The list of gatherings is read, and then what is kept of each for it.
    ReadShelf,
    /// How many have reported to a gathering is kept.
    Tally(String, Option<Tally>),
}

/// What is asked of the store, one after the other.
#[derive(Default)]
pub(super) struct Writes {
    jobs: RefCell<VecDeque<Job>>,
    is_at_work: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

impl Writes {
    /// Asks for one thing more.
    pub(super) fn ask(self: &Rc<Self>, runtime: &Rc<Runtime>, records: &Rc<Records>, job: Job) {
        self.jobs.borrow_mut().push_back(job);
        if self.is_at_work.replace(true) {
            return;
        }
        let (this, runtime, records) = (self.clone(), runtime.clone(), records.clone());
        spawn_local(async move {
            loop {
                let next = this.jobs.borrow_mut().pop_front();
                let Some(job) = next else { break };
                match job {
                    Job::Write(number, changes) => {
                        runtime.send(Msg::Written(number, keeping::write(&*records, changes).await));
                    }
                    Job::ReadShelf => read_shelf(&runtime, &records).await,
                    Job::Tally(id, tally) => keeping::keep_tally(&*records, &id, tally).await,
                }
            }
            this.is_at_work.set(false);
            mem::take(&mut *this.waiting.borrow_mut()).into_iter().for_each(Waker::wake);
        });
    }

    /// Ends once nothing is asked for any more.
    pub(super) async fn done(&self) {
        poll_fn(|context| {
            if !self.is_at_work.get() {
                return Poll::Ready(());
            }
            self.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}

async fn read_shelf(runtime: &Rc<Runtime>, records: &Records) {
    let shelf = keeping::shelf(records).await;
    let ids: Vec<String> = shelf.iter().flatten().map(|settings| settings.id.clone()).collect();
    runtime.send(Msg::ShelfRead(shelf));
    let tallies = keeping::tallies(records, &ids).await;
    if !tallies.is_empty() {
        runtime.send(Msg::TalliesRead(tallies));
    }
}
