//! The runtime: holds the model, takes messages, has their effects carried out, and tells the views.
//!
//! It lives outside the views: when an element is moved within its page, the views are mounted anew and nothing is lost.

use super::model::Model;
use super::msg::{Clock, Effect, Msg};
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// Carries effects out: in the browser `edge` does, in a test something held in memory.
pub trait EffectHandler {
    /// The time by the wall clock.
    fn clock(&self) -> Clock;
    /// Carries an effect out. Answers come later, or at once, through [`Runtime::send`].
    fn perform(&self, runtime: &Rc<Runtime>, effect: Effect);
    /// The program passes a failpoint.
    #[cfg(feature = "failpoints")]
    fn pass(&self, _place: &str) {}
}

type Listener = Rc<dyn Fn(&Model)>;

/// Holds the model while the product runs; all messages go through it.
pub struct Runtime {
    model: RefCell<Model>,
    handler: Box<dyn EffectHandler>,
    inbox: RefCell<VecDeque<Msg>>,
    is_busy: Cell<bool>,
    listeners: RefCell<Vec<(u32, Listener)>>,
    next_listener: Cell<u32>,
    /// How often views were drawn, by name; for the test that a keystroke draws nothing beside its requirement.
    #[cfg(debug_assertions)]
    pub drawn: RefCell<std::collections::BTreeMap<String, u32>>,
}

/// Ends the listening when dropped.
pub struct Subscription {
    runtime: Weak<Runtime>,
    id: u32,
}

impl Runtime {
    /// A runtime around a model.
    #[must_use]
    pub fn new(model: Model, handler: Box<dyn EffectHandler>) -> Rc<Self> {
        Rc::new(Self {
            model: RefCell::new(model),
            handler,
            inbox: RefCell::default(),
            is_busy: Cell::new(false),
            listeners: RefCell::default(),
            next_listener: Cell::new(0),
            #[cfg(debug_assertions)]
            drawn: RefCell::default(),
        })
    }

    /// The model as it stands.
    pub fn model(&self) -> Ref<'_, Model> {
        self.model.borrow()
    }

    /// Takes a message in. A message sent while another is being worked on waits for its turn.
    pub fn send(self: &Rc<Self>, msg: Msg) {
        self.inbox.borrow_mut().push_back(msg);
        if self.is_busy.replace(true) {
            return;
        }
        loop {
            let next = self.inbox.borrow_mut().pop_front();
            let Some(msg) = next else { break };
            #[cfg(feature = "failpoints")]
            let kind = super::failpoints::kind_of(&msg);
            let effects = self.model.borrow_mut().update(self.handler.clock(), msg);
            #[cfg(feature = "failpoints")]
            self.pass("message", &kind);
            for effect in effects {
                self.perform(effect);
            }
        }
        self.is_busy.set(false);
        self.tell();
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        #[cfg(feature = "failpoints")]
        let kind = super::failpoints::kind_of_effect(&effect);
        #[cfg(feature = "failpoints")]
        self.pass("before", &kind);
        self.handler.perform(self, effect);
        #[cfg(feature = "failpoints")]
        self.pass("after", &kind);
    }

    /// The program passes a failpoint, named by what it does and to what.
    #[cfg(feature = "failpoints")]
    pub fn pass(&self, what: &str, kind: &str) {
        self.handler.pass(&[what, " ", kind].concat());
    }

    /// Calls the listener after each change, until the subscription is dropped.
    #[must_use]
    pub fn subscribe(self: &Rc<Self>, listener: Listener) -> Subscription {
        let id = self.next_listener.get();
        self.next_listener.set(id + 1);
        self.listeners.borrow_mut().push((id, listener));
        Subscription { runtime: Rc::downgrade(self), id }
    }

    fn tell(&self) {
        let listeners: Vec<Listener> = self.listeners.borrow().iter().map(|(_, listener)| listener.clone()).collect();
        let model = self.model.borrow();
        for listener in listeners {
            listener(&model);
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.upgrade() {
            runtime.listeners.borrow_mut().retain(|(id, _)| *id != self.id);
        }
    }
}
