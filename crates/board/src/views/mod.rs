//! The views of the board.

pub mod texts;

use domain::lang::Lang;
use texts::Texts;
use ui::{outline, view};
use yew::prelude::*;

/// What the root is given.
#[derive(Clone, Debug, PartialEq, Eq, Properties)]
pub struct AppProps {
    /// The language of the screen.
    pub lang: Lang,
    /// The level of the first heading.
    pub heading_level: u8,
    /// The place in the board, as its part of the address names it.
    pub place: String,
}

/// The board. The heading takes the focus when a view is opened.
#[component]
pub fn App(props: &AppProps) -> Html {
    let texts = Texts::of(props.lang);
    let mut drawn = view! {
        <header>
            <h1 id="view-title" tabindex="-1">{ texts.title }</h1>
            <p>{ texts.intro }</p>
        </header>
    };
    outline::place(&mut drawn, props.heading_level);
    drawn
}

#[cfg(all(test, feature = "markup"))]
mod tests;
