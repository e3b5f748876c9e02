//! What every view is given: a way to send messages, and the language.

use super::store::Shared;
use super::texts::Texts;
use coordination::msg::Msg;
use coordination::place::Place;
use domain::lang::Lang;
use ui::{outline, view, visible};
use yew::prelude::*;

/// What every view is given.
#[derive(Clone, PartialEq)]
pub(super) struct Context {
    pub(super) store: Shared,
    pub(super) lang: Lang,
    /// The level of the first heading.
    pub(super) heading_level: u8,
}

impl Context {
    pub(super) fn texts(&self) -> &'static Texts {
        Texts::of(self.lang)
    }

    /// What a gathering is called.
    pub(super) fn name_of(&self, name: &str, is_sample: bool) -> String {
        match (name.trim(), is_sample) {
            ("", true) => self.texts().frame.sample_name.to_owned(),
            ("", false) => self.texts().common.unnamed.to_owned(),
            (name, _) => name.to_owned(),
        }
    }

    /// A callback that sends what `msg` makes of its argument.
    pub(super) fn sender<IN: 'static>(&self, msg: impl Fn(IN) -> Msg + 'static) -> Callback<IN> {
        let store = self.store.clone();
        Callback::from(move |input| store.0.send(msg(input)))
    }

    /// A click's callback that sends a message.
    pub(super) fn click(&self, msg: Msg) -> Callback<MouseEvent> {
        self.sender(move |_| msg.clone())
    }

    /// A number that leads to what it counts: it sets the filter, and the address leads to the list. Of nothing it is no link.
    pub(super) fn counted(&self, place: &Place, msg: Msg, count: u32, shown: impl Into<AttrValue>) -> Html {
        let shown = shown.into();
        if count == 0 {
            return view! { <span>{ shown }</span> };
        }
        view! { <a href={href(place)} onclick={self.click(msg)}>{ shown }</a> }
    }

    /// Finishes what a component drew: what hides in texts is named, and headings stand in the outline of the page around.
    pub(super) fn finished(&self, mut drawn: Html) -> Html {
        visible::name_hidden(&mut drawn);
        outline::place(&mut drawn, self.heading_level);
        drawn
    }
}

/// The address of a place.
pub(super) fn href(place: &Place) -> String {
    let path = place.path();
    if path.is_empty() { "#/tong-hop".to_owned() } else { ["#/tong-hop/", &path].concat() }
}
