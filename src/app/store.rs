//! Holds the model, takes messages in, has their effects carried out, and tells the views.
//!
//! It stands outside the views: an element that is moved in its page mounts them anew and loses nothing.

use super::model::Model;
use super::msg::{Clock, Effect, Msg};
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// The world outside: in the browser `edge`, in a test something held in memory.
pub trait Outside {
    /// The wall clock.
    fn clock(&self) -> Clock;
    /// Carries an effect out. Answers come later, or at once, through [`Store::send`].
    fn perform(&self, store: &Rc<Store>, effect: Effect);
    /// The program passes a place where a test may have planted a fault.
    #[cfg(feature = "planted")]
    fn pass(&self, _place: &str) {}
}

type Listener = Rc<dyn Fn(&Model)>;

/// The store.
pub struct Store {
    model: RefCell<Model>,
    outside: Box<dyn Outside>,
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
    store: Weak<Store>,
    id: u32,
}

impl Store {
    /// A store around a model.
    #[must_use]
    pub fn new(model: Model, outside: Box<dyn Outside>) -> Rc<Self> {
        Rc::new(Self {
            model: RefCell::new(model),
            outside,
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
            #[cfg(feature = "planted")]
            let kind = super::planted::kind_of(&msg);
            let effects = self.model.borrow_mut().update(self.outside.clock(), msg);
            #[cfg(feature = "planted")]
            self.pass("message", &kind);
            for effect in effects {
                self.perform(effect);
            }
        }
        self.is_busy.set(false);
        self.tell();
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        #[cfg(feature = "planted")]
        let kind = super::planted::kind_of_effect(&effect);
        #[cfg(feature = "planted")]
        self.pass("before", &kind);
        self.outside.perform(self, effect);
        #[cfg(feature = "planted")]
        self.pass("after", &kind);
    }

    /// The program passes a place of its own, where a test may have planted a fault.
    #[cfg(feature = "planted")]
    pub fn pass(&self, what: &str, kind: &str) {
        self.outside.pass(&[what, " ", kind].concat());
    }

    /// Calls the listener after each change, until the subscription is dropped.
    #[must_use]
    pub fn subscribe(self: &Rc<Self>, listener: Listener) -> Subscription {
        let id = self.next_listener.get();
        self.next_listener.set(id + 1);
        self.listeners.borrow_mut().push((id, listener));
        Subscription { store: Rc::downgrade(self), id }
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
        if let Some(store) = self.store.upgrade() {
            store.listeners.borrow_mut().retain(|(id, _)| *id != self.id);
        }
    }
}
