//! Links through a form: to the previous and next section and, on a small screen, from requirement to requirement at its foot.

use super::part::part;
use super::pieces::Form;
use app::views::sections::Walk;
use app::{Draft, Model, Section};
use ui::view;
use yew::prelude::*;

/// The ways to the sections before and after.
pub(super) fn onward(form: &Form, before: Option<&Section>, after: Option<&Section>) -> Html {
    let link = |class: &'static str, section: Option<&Section>| {
        let section = section?;
        let text = (form.texts.section)(section);
        Some(view! { <a {class} rel={class} href={form.address(section.clone())}>{ text }</a> })
    };
    view! {
        <>
            <nav class="onward no-print" aria-label={form.texts.onward}>
                { link("prev", before) }
                { link("next", after) }
            </nav>
            { foot(form.draft) }
        </>
    }
}

/// The foot of a small screen: one back, where one is, one on.
fn foot(draft: &AttrValue) -> Html {
    part("foot", draft, |model: &Model, draft: &Draft| Some(model.walk(&draft.assessment)), draw)
}

fn draw(form: &Form, walk: &Walk) -> Html {
    let texts = form.texts;
    let link = |sign: &'static str, section: Option<&Section>| {
        section.map_or_else(
            || view! { <span class="btn link" aria-hidden="true" /> },
            |section| {
                let label = (texts.section)(section);
                view! { <a class="btn link" aria-label={label} href={form.address(section.clone())}>{ sign }</a> }
            },
        )
    };
    let here = match (&walk.here, walk.of) {
        (Section::Requirement(id), Some((at, all))) => [id, " · ", &at.to_string(), "/", &all.to_string()].concat(),
        (section, _) => (texts.section)(section),
    };
    view! {
        <nav class="foot no-print" aria-label={texts.walk}>
            { link("‹", walk.before.as_ref()) }
            <span>{ here }</span>
            { link("›", walk.after.as_ref()) }
        </nav>
    }
}
