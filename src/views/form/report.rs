//! The unit's report (báo cáo): its title, and a place that another program draws into.

use super::part::part;
use super::pieces::title;
use app::{REPORT_DOM_ID, Section};
use ui::view;
use yew::prelude::*;

pub(super) fn report(draft: &AttrValue) -> Html {
    part(
        "report",
        draft,
        |_, _| Some(()),
        |form, ()| {
            view! {
                <>
                    { title((form.texts.section)(&Section::Report).into()) }
                    <div id={REPORT_DOM_ID} tabindex="-1"></div>
                </>
            }
        },
    )
}
