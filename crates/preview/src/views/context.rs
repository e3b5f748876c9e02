//! What every view is given: what holds the report, and the language.

use super::texts::Texts;
use crate::msg::Msg;
use crate::store::Shared;
use domain::lang::Lang;
use yew::prelude::*;

/// What every view is given.
#[derive(Clone)]
pub(super) struct Context {
    pub(super) store: Shared,
    pub(super) lang: Lang,
}

impl Context {
    pub(super) fn texts(&self) -> &'static Texts {
        Texts::of(self.lang)
    }

    /// A click's callback that sends a message.
    pub(super) fn click(&self, msg: Msg) -> Callback<MouseEvent> {
        let store = self.store.clone();
        Callback::from(move |_| store.0.send(msg.clone()))
    }
}
