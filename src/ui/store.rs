//! How the views read the store and write to it.

use crate::app::store::Store;
use crate::app::{Lang, Msg};
use crate::ui::texts::Texts;
use std::rc::Rc;
use yew::prelude::*;

/// What every view can reach.
#[derive(Clone)]
pub struct Reach {
    /// The store.
    pub store: Rc<Store>,
    /// The language.
    pub lang: Lang,
}

impl PartialEq for Reach {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.store, &other.store) && self.lang == other.lang
    }
}

impl Reach {
    /// The texts of the language.
    #[must_use]
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.lang)
    }

    /// Sends a message.
    pub fn send(&self, msg: Msg) {
        self.store.send(msg);
    }

    /// A callback that sends what `msg` makes of its argument.
    pub fn sender<IN: 'static>(&self, msg: impl Fn(IN) -> Msg + 'static) -> Callback<IN> {
        let store = self.store.clone();
        Callback::from(move |input| store.send(msg(input)))
    }

    /// A click's callback that sends a message.
    pub fn click(&self, msg: Msg) -> Callback<MouseEvent> {
        self.sender(move |_| msg.clone())
    }
}

/// What this view can reach.
///
/// # Panics
/// Outside of the app's root, which is a mistake in the program.
#[hook]
#[allow(clippy::expect_used, reason = "a view outside of the root cannot work, and none is")]
pub fn use_reach() -> Reach {
    use_context::<Reach>().expect("views stand below the app's root")
}

#[cfg(debug_assertions)]
pub(super) fn count_drawn(store: &Store, name: &str) {
    *store.drawn.borrow_mut().entry(name.to_owned()).or_default() += 1;
}

#[cfg(not(debug_assertions))]
pub(super) fn count_drawn(_: &Store, _: &str) {}
