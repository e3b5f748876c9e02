//! The directive without the program: the sheet as plain text, under a heading for screen readers only.

use super::sheet::{Sheet, sheet};
use domain::directive::Directive;
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

/// What is pre-rendered.
#[derive(Clone, PartialEq, Properties)]
pub struct PrerenderedProps {
    /// The directive.
    pub directive: Rc<Directive>,
}

/// The directive without the app.
#[function_component]
pub fn Prerendered(props: &PrerenderedProps) -> Html {
    let directive = &props.directive;
    let plain = Sheet {
        directive: directive.clone(),
        highlighted: None,
        target: None,
        query: "".into(),
        current: 0,
        on_point: None,
    };
    let note = directive.document.signer_note.as_ref().map(|note| view! { <p class="under-sheet">{ &note.text }</p> });
    view! {
        <main class="prerendered" lang="vi">
            <h1 class="spoken">{ &directive.name }</h1>
            { sheet(&plain) }
            { note }
        </main>
    }
}
