//! Holds the report, takes messages, has their effects carried out, and tells the views. It outlives them.

use crate::model::Model;
use crate::msg::{Effect, Msg};
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;
use ui::Setting;
use yew::Callback;

/// Carries an effect out. Answers come later, through [`Store::send`].
pub type Perform = Box<dyn Fn(&Rc<Store>, Effect)>;

/// What holds the report.
pub struct Store {
    model: RefCell<Model>,
    setting: Cell<Setting>,
    perform: Perform,
    changed: RefCell<Callback<()>>,
}

/// A store that several parts of the views hold.
#[derive(Clone)]
pub struct Shared(pub Rc<Store>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// A store of a report, drawn in that setting.
    #[must_use]
    pub fn new(model: Model, setting: Setting, perform: Perform) -> Rc<Self> {
        let changed = RefCell::new(Callback::noop());
        Rc::new(Self { model: RefCell::new(model), setting: Cell::new(setting), perform, changed })
    }

    /// The report as it stands. Whoever has it lets go of it before a message is sent.
    pub fn model(&self) -> Ref<'_, Model> {
        self.model.borrow()
    }

    /// Where it is drawn.
    pub fn setting(&self) -> Setting {
        self.setting.get()
    }

    /// Draws it in another setting.
    pub fn set(&self, setting: Setting) {
        if self.setting.replace(setting) != setting {
            self.tell();
        }
    }

    /// Takes a message in.
    pub fn send(self: &Rc<Self>, msg: Msg) {
        let effects = self.model.borrow_mut().update(msg);
        for effect in effects {
            (self.perform)(self, effect);
        }
        self.tell();
    }

    /// Calls the listener after changes, in place of the one before.
    pub fn listen(&self, changed: Callback<()>) {
        self.changed.replace(changed);
    }

    fn tell(&self) {
        // It may have another one called in its place.
        let changed = self.changed.borrow().clone();
        changed.emit(());
    }
}
