//! The form of one draft (bản tự đánh giá): its contents at the side, and the section that the address names.

mod card;
mod closing;
mod entry;
mod export;
mod general;
mod history;
mod missing;
mod onward;
mod overview;
mod part;
mod picks;
pub(super) mod pieces;
mod print;
mod proposals;
mod register;
mod remove;
mod report;
mod requirement;
mod returned;
mod steps;
mod summary;
mod task;
mod toc;

use app::{Draft, Model, Route, Section};
use pieces::Form;
use ui::view;
use yew::prelude::*;

/// The form of one draft. With another name for its views it starts anew.
pub(super) fn assess(draft: &str, views: &str) -> Html {
    let draft = AttrValue::from(draft.to_owned());
    part::part(&["form-", views].concat(), &draft, |model, draft| Some(ShownForm::of(model, draft)), draw)
}

fn draw(form: &Form, shown: &ShownForm) -> Html {
    view! {
        <main class={if shown.section == Section::Report { "assess reports" } else { "assess" }}>
            if !shown.is_readonly {
                { toc::toc(form.draft) }
            }
            <div class="form" key={Route::Draft(String::new(), shown.section.clone()).path()}>
                { head(form, shown) }
                { section(form.draft, &shown.section) }
                if !shown.is_readonly {
                    { onward::onward(form, shown.before.as_ref(), shown.after.as_ref()) }
                }
            </div>
        </main>
    }
}

#[derive(PartialEq)]
struct ShownForm {
    section: Section,
    before: Option<Section>,
    after: Option<Section>,
    unit: String,
    is_sample: bool,
    /// What can only be read is shown as the document that is printed.
    is_readonly: bool,
    is_newer: bool,
}

impl ShownForm {
    fn of(model: &Model, draft: &Draft) -> Self {
        let section = match &model.route {
            _ if model.host.readonly || draft.newer.is_some() => Section::Print,
            Route::Draft(_, section) => model.shown_section(section),
            _ => Section::General,
        };
        let (before, after) = model.neighbours(&section, &draft.assessment);
        Self {
            before,
            after,
            section,
            unit: draft.assessment.unit.name.clone(),
            is_sample: draft.assessment.sample,
            is_readonly: model.host.readonly || draft.newer.is_some(),
            is_newer: draft.newer.is_some(),
        }
    }
}

/// Whose form it is, what must not be written into it, and, folded away, what else there is to know about it.
fn head(form: &Form, shown: &ShownForm) -> Html {
    let (texts, shell, history) = (form.texts, &form.ctx.texts().shell, &form.ctx.texts().history);
    let is_history = matches!(shown.section, Section::History(_));
    view! {
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
                <p class="notice alarm">{ form.ctx.texts().drafts.newer }</p>
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
        Section::Overview => overview::overview(draft),
        Section::General => general::general(draft),
        Section::Evidence => register::register(draft),
        Section::Closing => closing::closing(draft),
        Section::Export => export::export(draft),
        Section::Report => report::report(draft),
        Section::Print => print::print(draft),
        Section::History(snapshot) => history::history(draft, snapshot.as_ref()),
    }
}

#[cfg(all(test, feature = "markup"))]
mod tests;
