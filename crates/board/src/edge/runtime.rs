//! Holds the model, takes messages, has their effects carried out, and tells the views.
//!
//! It lives outside the views: when an element is moved within its page, the views are mounted anew and nothing is lost.

use coordination::model::Model;
use coordination::msg::{Clock, Effect, Msg};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use ui::poisoned::is_poisoned;

/// Carries effects out.
pub trait Handler {
    /// The time by the wall clock.
    fn clock(&self) -> Clock;
    /// Carries an effect out. Answers come later, or at once, through [`Runtime::send`].
    fn perform(&self, runtime: &Rc<Runtime>, effect: Effect);
}

type Listener = Rc<dyn Fn()>;

/// Holds the model while the program runs; all messages go through it.
pub struct Runtime {
    model: RefCell<Model>,
    handler: Box<dyn Handler>,
    inbox: RefCell<VecDeque<Msg>>,
    is_busy: Cell<bool>,
    listeners: RefCell<Vec<(u32, Listener)>>,
    next_listener: Cell<u32>,
    /// Whether the views are about to be told.
    is_telling: Cell<bool>,
}

/// Ends the listening when dropped.
pub struct Subscription {
    runtime: Weak<Runtime>,
    id: u32,
}

impl Runtime {
    /// A runtime around a model.
    #[must_use]
    pub fn new(model: Model, handler: Box<dyn Handler>) -> Rc<Self> {
        Rc::new(Self {
            model: RefCell::new(model),
            handler,
            inbox: RefCell::default(),
            is_busy: Cell::new(false),
            listeners: RefCell::default(),
            next_listener: Cell::new(0),
            is_telling: Cell::new(false),
        })
    }

    /// The model as it stands. Whoever has it lets go of it before a message is sent.
    pub fn model(&self) -> Ref<'_, Model> {
        self.model.borrow()
    }

    /// Takes a message in. A message that is sent while another is being worked on waits for its turn. After a panic nothing is.
    pub fn send(self: &Rc<Self>, msg: Msg) {
        if is_poisoned() {
            return;
        }
        self.inbox.borrow_mut().push_back(msg);
        if self.is_busy.replace(true) {
            return;
        }
        loop {
            let next = self.inbox.borrow_mut().pop_front();
            let Some(msg) = next else { break };
            let effects = self.model.borrow_mut().update(self.handler.clock(), msg);
            for effect in effects {
                self.handler.perform(self, effect);
            }
        }
        self.is_busy.set(false);
        self.tell_later();
    }

    /// Calls the listener after changes, until the subscription is dropped. Of several changes in one turn it is told once.
    #[must_use]
    pub fn subscribe(self: &Rc<Self>, listener: Rc<dyn Fn()>) -> Subscription {
        let id = self.next_listener.get();
        self.next_listener.set(id + 1);
        self.listeners.borrow_mut().push((id, listener));
        Subscription { runtime: Rc::downgrade(self), id }
    }

    fn tell_later(self: &Rc<Self>) {
        if self.is_telling.replace(true) {
            return;
        }
        let runtime = Rc::downgrade(self);
        Timeout::new(0, move || {
            let Some(runtime) = runtime.upgrade() else { return };
            runtime.is_telling.set(false);
            if is_poisoned() {
                return;
            }
            let listeners: Vec<Listener> =
                runtime.listeners.borrow().iter().map(|(_, listener)| listener.clone()).collect();
            listeners.iter().for_each(|listener| listener());
        })
        .forget();
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.upgrade() {
            runtime.listeners.borrow_mut().retain(|(id, _)| *id != self.id);
        }
    }
}
