//! A paragraph that is edited where it stands on the page: as it reads, its field, and what has changed beneath it. On paper it is only
//! its text.

use crate::drawn::{Place, lines};
use crate::texts::Texts;
use domain::lang::Lang;
use report::document::{Origin, Paragraph};
use std::cell::RefCell;
use std::rc::Rc;
use ui::{view, visible};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What a paragraph is given.
#[derive(Clone, PartialEq, Properties)]
pub struct WrittenProps {
    /// The paragraph.
    pub paragraph: Paragraph,
    /// Where it stands.
    pub place: Place,
    /// The language of what stands beside it.
    pub lang: Lang,
    /// Draws the field that its text is typed in, a text area.
    pub field: Callback<Paragraph, Html>,
    /// Takes what is generated for the paragraph of that id, or removes it where nothing is.
    pub take_generated: Callback<String>,
    /// Keeps what somebody wrote for the paragraph of that id, though something else is generated now.
    pub keep: Callback<String>,
}

/// Whether a button was pressed that may be gone after that.
type Acted = Rc<RefCell<bool>>;

/// A paragraph. Its field says what is typed; the button only opens and closes it.
#[component]
pub fn Written(props: &WrittenProps) -> Html {
    let (place, is_open) = (use_node_ref(), use_state(|| false));
    let was_opened = use_mut_ref(|| false);
    {
        let place = place.clone();
        use_effect_with(*is_open, move |is_open| {
            // At first nothing has the focus; after that what was pressed is gone.
            if *is_open || *was_opened.borrow() {
                focus(&place, if *is_open { "textarea" } else { "button" });
            }
            *was_opened.borrow_mut() = *is_open;
        });
    }
    let acted: Acted = use_mut_ref(|| false);
    {
        let (place, acted) = (place.clone(), acted.clone());
        use_effect_with(props.paragraph.origin.clone(), move |_| {
            // What was pressed may be gone, and the focus with it.
            if acted.take() {
                focus(&place, "button");
            }
        });
    }
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let content = view! {
        <>
            { words(props, *is_open) }
            { ways(props, *is_open, toggle, &acted) }
            { beneath(props, &acted) }
        </>
    };
    let class = [class(&props.paragraph), if *is_open { " open" } else { "" }].concat();
    let mut drawn = match props.place {
        Place::Item => view! { <li {class} ref={place}>{ content }</li> },
        Place::Text | Place::Subject | Place::Cell => view! { <div {class} ref={place}>{ content }</div> },
    };
    visible::name_hidden(&mut drawn);
    drawn
}

/// The id of a paragraph's field in the page. That of the paragraph may hold whatever others wrote; this one holds no blank.
#[must_use]
pub fn field_id(paragraph: &str) -> String {
    let mut out = String::from("report-");
    for letter in paragraph.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '/' => out.push(letter),
            _ => out.extend(['_', '_'].into_iter().chain(u32::from(letter).to_string().chars())),
        }
    }
    out
}

/// What is not printed takes no room on paper, not even that of an item.
fn class(paragraph: &Paragraph) -> &'static str {
    match (&paragraph.origin, paragraph.printed().is_empty()) {
        (Origin::Generated, false) => "written",
        (Origin::Generated, true) => "written no-print",
        (_, false) => "written edited",
        (_, true) => "written edited no-print",
    }
}

fn focus(place: &NodeRef, what: &str) {
    let found = place.cast::<Element>().and_then(|place| place.query_selector(what).ok().flatten());
    if let Some(element) = found.and_then(|element| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(element).ok()) {
        // There is nothing to do where it cannot take the focus.
        let _ = element.focus();
    }
}

/// The text, or its field. On paper it is the text, whether the field is open or not.
fn words(props: &WrittenProps, is_open: bool) -> Html {
    let (paragraph, lang) = (&props.paragraph, props.lang.tag());
    if is_open {
        return view! {
            <>
                <div class="no-print" lang={lang}>{ props.field.emit(paragraph.clone()) }</div>
                <div class="only-print">{ lines(&paragraph.text) }</div>
            </>
        };
    }
    if paragraph.text.is_empty() && paragraph.origin != Origin::Generated {
        return view! { <p class="quiet no-print" lang={lang}>{ Texts::of(props.lang).left_out }</p> };
    }
    lines(&paragraph.text)
}

/// A button, whose name for the ear says of which paragraph it is.
fn button(paragraph: &Paragraph, class: &'static str, words: &'static str, onclick: Callback<MouseEvent>) -> Html {
    view! {
        <button type="button" {class} {onclick}>
            { words }<span class="spoken">{ ": " }<bdi lang="vi">{ beginning(paragraph) }</bdi></span>
        </button>
    }
}

/// The buttons of a paragraph.
fn ways(props: &WrittenProps, is_open: bool, toggle: Callback<MouseEvent>, acted: &Acted) -> Html {
    let (texts, paragraph) = (Texts::of(props.lang), &props.paragraph);
    let taken_back = match paragraph.origin {
        Origin::Generated | Origin::Changed { .. } => None,
        Origin::Edited { .. } => Some(texts.take_back),
        Origin::Gone { .. } => Some(texts.remove),
    };
    view! {
        <div class="ways no-print" lang={props.lang.tag()}>
            if paragraph.origin != Origin::Generated {
                <span class="edited-mark">{ texts.edited }</span>
            }
            { button(paragraph, "btn link", if is_open { texts.done } else { texts.edit }, toggle) }
            if let Some(words) = taken_back {
                { button(paragraph, "btn link", words, click(props, &props.take_generated, acted)) }
            }
        </div>
    }
}

/// What has changed beneath what somebody wrote.
fn beneath(props: &WrittenProps, acted: &Acted) -> Html {
    let (texts, lang) = (Texts::of(props.lang), props.lang.tag());
    let text = |text: &str| view! { <dd lang="vi"><bdi class="text">{ text.to_owned() }</bdi></dd> };
    let button = |words: &'static str, call: &Callback<String>| {
        button(&props.paragraph, "btn", words, click(props, call, acted))
    };
    match &props.paragraph.origin {
        Origin::Generated | Origin::Edited { .. } => Html::default(),
        Origin::Changed { base, generated } => view! {
            <div class="beneath no-print" lang={lang}>
                <p class="advice">{ texts.changed_beneath }</p>
                <dl>
                    <dt>{ texts.before }</dt>{ text(base) }
                    <dt>{ texts.now }</dt>{ text(generated) }
                </dl>
                <p class="actions">
                    { button(texts.take, &props.take_generated) }
                    { button(texts.keep, &props.keep) }
                </p>
            </div>
        },
        Origin::Gone { base, has_place } => view! {
            <div class="beneath no-print" lang={lang}>
                <p class="advice">{ if *has_place { texts.gone } else { texts.out_of_place } }</p>
                <dl><dt>{ texts.before }</dt>{ text(base) }</dl>
            </div>
        },
    }
}

/// A click that tells the paragraph's id.
fn click(props: &WrittenProps, call: &Callback<String>, acted: &Acted) -> Callback<MouseEvent> {
    let (call, id, acted) = (call.clone(), props.paragraph.id.clone(), acted.clone());
    Callback::from(move |_: MouseEvent| {
        acted.replace(true);
        call.emit(id.clone());
    })
}

/// The first words, by which one paragraph is told from the others; where there are none, of which requirement it is.
fn beginning(paragraph: &Paragraph) -> String {
    let words = |text: &str| text.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
    let texts = [paragraph.text.as_str(), paragraph.base(), paragraph.id.rsplit('/').next().unwrap_or_default()];
    texts.into_iter().map(words).find(|words| !words.is_empty()).unwrap_or_default()
}

#[cfg(all(test, feature = "markup", not(target_arch = "wasm32")))]
mod tests;
