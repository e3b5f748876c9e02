//! The errors of a section, at its top. It takes the focus when the person comes to a section that has errors.

use super::part::part;
use super::pieces::Form;
use app::{Draft, ERROR_SUMMARY, Model, Section};
use domain::checks::Finding;
use ui::view;
use yew::prelude::*;

/// As many are listed: who corrects these sees the next.
const AT_A_TIME: usize = 50;

/// How many errors there are, and the first of them.
type Errors = (usize, Vec<Finding>);

/// The errors of a section, on the export those of all; nothing where it has none.
pub(super) fn error_summary(draft: &AttrValue, section: Section) -> Html {
    let errors = move |model: &Model, draft: &Draft| Some(model.errors_in(&section, &draft.assessment, AT_A_TIME));
    part(ERROR_SUMMARY, draft, errors, draw)
}

fn draw(form: &Form, (count, errors): &Errors) -> Html {
    if errors.is_empty() {
        return Html::default();
    }
    view! {
        <section class="summary" id={ERROR_SUMMARY} tabindex="-1" aria-labelledby="error-summary-title">
            <h2 id="error-summary-title">{ (form.texts.errors)(*count) }</h2>
            { form.findings_list(&errors.iter().collect::<Vec<_>>()) }
            { form.more(count - errors.len()) }
        </section>
    }
}
