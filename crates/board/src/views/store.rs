//! The holder of the model, as the views see it.

use coordination::model::Model;
use coordination::msg::Msg;
use std::any::Any;
use std::cell::Ref;
use std::rc::Rc;

/// What holds the model and hands messages to it. It outlives the views.
pub trait Store {
    /// The state. Whoever has it lets go of it before a message is sent.
    fn model(&self) -> Ref<'_, Model>;
    /// Sends a message.
    fn send(&self, msg: Msg);
    /// Calls `changed` after changes, as often as it pleases: several may be told of at once. Until what it hands back is dropped.
    fn subscribe(&self, changed: Rc<dyn Fn()>) -> Box<dyn Any>;
}

/// A store that several parts of the views hold.
#[derive(Clone)]
pub struct Shared(pub Rc<dyn Store>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
