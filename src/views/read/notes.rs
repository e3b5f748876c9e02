//! Notes, and the label that says whose words a text is.

use crate::views::texts::read::ReadTexts;
use domain::date::Date;
use domain::directive::{Kind, Note};
use ui::view;
use yew::prelude::*;

/// Says whose words follow.
pub(super) fn kind(texts: &ReadTexts, kind: Kind) -> Html {
    let class = if kind == Kind::Editorial { "kind editorial" } else { "kind" };
    view! { <span {class}>{ (texts.kind)(kind) }</span> }
}

/// A note with its kind and source.
pub(super) fn note_words(texts: &ReadTexts, note: &Note) -> Html {
    // Where the note itself names the day, it was said.
    let as_of = note.as_of.date().map(Date::to_display).filter(|day| !note.text.contains(day.as_str()));
    let as_of = as_of.map(|day| [texts.as_of, &day, "."].concat());
    view! {
        <>
            { kind(texts, note.kind) }{ " " }<span lang="vi">{ &note.text }</span>
            if !note.source.is_empty() {
                <small>{ texts.source }<span lang="vi">{ &note.source }</span>{ ". " }{ as_of }</small>
            }
        </>
    }
}
