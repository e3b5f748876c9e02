//! The form of one draft (bản tự đánh giá): its contents at the side, and the section that the address names.

mod closing;
mod entry;
mod export;
mod general;
mod history;
#[cfg(all(test, feature = "markup"))]
mod history_tests;
#[cfg(all(test, feature = "markup"))]
mod long_tests;
#[cfg(all(test, feature = "markup"))]
mod page_tests;
mod part;
mod picks;
pub(super) mod pieces;
mod print;
mod register;
mod remove;
mod requirement;
mod steps;
mod summary;
mod task;
#[cfg(all(test, feature = "markup"))]
mod tests;
mod toc;

use crate::app::{Draft, Model, Route, Section};
use crate::ui::html::html;
use pieces::Form;
use yew::prelude::*;

/// The form of one draft; under another name of its views it begins anew.
pub(super) fn assess(draft: &str, views: &str) -> Html {
    let draft = AttrValue::from(draft.to_owned());
    part::part(&["form-", views].concat(), &draft, |model, draft| Some(Shown::of(model, draft)), draw)
}

fn draw(form: &Form, shown: &Shown) -> Html {
    html! {
        <main class="assess">
            if !shown.is_readonly {
                { toc::toc(form.draft) }
            }
            <div class="form" key={Route::Draft(String::new(), shown.section.clone()).path()}>
                { head(form, shown) }
                { section(form.draft, &shown.section) }
                if !shown.is_readonly {
                    { onward(form, shown) }
                }
            </div>
        </main>
    }
}

#[derive(PartialEq)]
struct Shown {
    section: Section,
    before: Option<Section>,
    after: Option<Section>,
    unit: String,
    is_sample: bool,
    /// What can only be read is shown as the document that is printed.
    is_readonly: bool,
    is_newer: bool,
}

impl Shown {
    fn of(model: &Model, draft: &Draft) -> Self {
        let section = match &model.route {
            _ if model.host.readonly || draft.newer.is_some() => Section::Print,
            Route::Draft(_, section) => model.shown_section(section),
            _ => Section::General,
        };
        let sections = model.sections();
        let at = sections.iter().position(|other| *other == section);
        let neighbour = |index: Option<usize>| index.and_then(|index| sections.get(index).cloned());
        Self {
            before: neighbour(at.and_then(|at| at.checked_sub(1))),
            after: neighbour(at.map(|at| at + 1)),
            section,
            unit: draft.assessment.unit.name.clone(),
            is_sample: draft.assessment.sample,
            is_readonly: model.host.readonly || draft.newer.is_some(),
            is_newer: draft.newer.is_some(),
        }
    }
}

/// Whose form it is, what must not be written into it, and in a fold what else is to be known of it.
fn head(form: &Form, shown: &Shown) -> Html {
    let (texts, shell, history) = (form.texts, &form.reach.texts().shell, &form.reach.texts().history);
    let is_history = matches!(shown.section, Section::History(_));
    html! {
        <header class="no-print">
            <p class="form-unit">
                <span lang="vi">{ &shown.unit }</span>
                if shown.is_sample {
                    <strong class="sample">{ shell.sample }</strong>
                }
                if !is_history && !shown.is_readonly {
                    { " " }<a class="to-history" href={form.address(Section::History(None))}>{ history.link }</a>
                }
            </p>
            if shown.is_newer {
                <p class="notice alarm">{ form.reach.texts().drafts.newer }</p>
            }
            <details class="hint">
                <summary>{ texts.no_secrets }</summary>
                <p>
                    { texts.stays_here }{ " " }
                    if shown.is_sample {
                        { shell.sample_explained }{ " " }
                    }
                    { texts.editorial_split }{ "." }
                </p>
            </details>
        </header>
    }
}

fn section(draft: &AttrValue, section: &Section) -> Html {
    match section {
        Section::Task(task) | Section::Requirement(task) => task::task(draft, task),
        Section::General => general::general(draft),
        Section::Evidence => register::register(draft),
        Section::Closing => closing::closing(draft),
        Section::Export => export::export(draft),
        Section::Print => print::print(draft),
        Section::History(snapshot) => history::history(draft, snapshot.as_ref()),
    }
}

/// The ways to the sections before and after.
fn onward(form: &Form, shown: &Shown) -> Html {
    let link = |class: &'static str, section: &Option<Section>| {
        let section = section.as_ref()?;
        let text = (form.texts.section)(section);
        Some(html! { <a {class} rel={class} href={form.address(section.clone())}>{ text }</a> })
    };
    html! {
        <nav class="onward no-print" aria-label={form.texts.onward}>
            { link("prev", &shown.before) }
            { link("next", &shown.after) }
        </nav>
    }
}
