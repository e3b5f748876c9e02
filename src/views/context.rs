//! What every view is given: a way to read the model and to send messages.

use super::texts::Texts;
use app::Msg;
use app::runtime::Runtime;
use domain::lang::Lang;
use std::rc::Rc;
use ui::Setting;
use ui::unit_picker::Units;
use yew::prelude::*;

/// What every view is given.
#[derive(Clone)]
pub(super) struct ViewContext {
    pub(super) runtime: Rc<Runtime>,
    pub(super) lang: Lang,
    /// The level of the first heading.
    pub(super) heading_level: u8,
}

impl PartialEq for ViewContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.runtime, &other.runtime)
            && (self.lang, self.heading_level) == (other.lang, other.heading_level)
    }
}

impl ViewContext {
    /// The texts of the language.
    #[must_use]
    pub(super) fn texts(&self) -> &'static Texts {
        Texts::of(self.lang)
    }

    /// Where it is drawn.
    #[must_use]
    pub(super) fn setting(&self) -> Setting {
        Setting { lang: self.lang, heading_level: self.heading_level }
    }

    #[must_use]
    pub(super) fn roster(&self) -> Units {
        Units(self.runtime.model().roster.clone())
    }

    pub(super) fn send(&self, msg: Msg) {
        self.runtime.send(msg);
    }

    /// A callback that sends what `msg` makes of its argument.
    pub(super) fn sender<IN: 'static>(&self, msg: impl Fn(IN) -> Msg + 'static) -> Callback<IN> {
        let runtime = self.runtime.clone();
        Callback::from(move |input| runtime.send(msg(input)))
    }

    /// A click's callback that sends a message.
    pub(super) fn click(&self, msg: Msg) -> Callback<MouseEvent> {
        self.sender(move |_| msg.clone())
    }
}

/// The context of this view.
///
/// # Panics
/// Outside of the app's root, which is a mistake in the program.
#[hook]
#[allow(clippy::expect_used, reason = "a view outside of the root cannot work, and none is")]
pub(super) fn use_view_context() -> ViewContext {
    use_context::<ViewContext>().expect("views stand below the app's root")
}

#[cfg(debug_assertions)]
pub(super) fn count_drawn(runtime: &Runtime, name: &str) {
    *runtime.drawn.borrow_mut().entry(name.to_owned()).or_default() += 1;
}

#[cfg(not(debug_assertions))]
pub(super) fn count_drawn(_: &Runtime, _: &str) {}
