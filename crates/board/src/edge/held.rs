//! The holder of the model, as the views see it.

use super::runtime::Runtime;
use crate::views::store::Store;
use coordination::model::Model;
use coordination::msg::Msg;
use std::any::Any;
use std::cell::Ref;
use std::rc::Rc;

/// A runtime that the views hold.
pub struct Held(pub Rc<Runtime>);

impl Store for Held {
    fn model(&self) -> Ref<'_, Model> {
        self.0.model()
    }

    fn send(&self, msg: Msg) {
        self.0.send(msg);
    }

    fn subscribe(&self, changed: Rc<dyn Fn()>) -> Box<dyn Any> {
        Box::new(self.0.subscribe(changed))
    }
}
