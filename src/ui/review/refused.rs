//! A file that is refused: what, where, what to do; and what can be read of it all the same.

use super::LOOKED_AT;
use crate::app::Msg;
use crate::app::importing::{Review, ReviewFinding};
use crate::app::msg::ImportChoice;
use crate::domain::assessment::Assessment;
use crate::domain::progress::progress;
use crate::exchange::salvage::Salvage;
use crate::ui::form::pieces::more;
use crate::ui::html::html;
use crate::ui::store::Reach;
use crate::ui::texts::import::Explained;
use yew::prelude::*;

pub(super) fn refused(reach: &Reach, review: &Review) -> Html {
    let (texts, own) = (&reach.texts().import, &reach.texts().review);
    let plain =
        |(what, remedy): (&'static str, &'static str)| Explained { what: what.into(), place: String::new(), remedy };
    let (explained, readable) = match &review.finding {
        ReviewFinding::Refused(refusal, readable) => ((texts.refusal)(refusal), readable.as_deref()),
        ReviewFinding::BadArchive(fault) => (plain((own.archive)(*fault)), None),
        ReviewFinding::Closed => (plain(own.closed), None),
        ReviewFinding::Foreign(kind) => (plain((own.foreign)(*kind)), None),
        ReviewFinding::CannotUnpack => (plain(own.cannot_unpack), None),
        ReviewFinding::Unreadable | ReviewFinding::Ready { .. } => ((texts.unreadable)(), None),
    };
    let button = |class: &'static str, choice, text: &'static str| {
        html! { <button type="button" {class} onclick={reach.click(Msg::Import(choice))}>{ text }</button> }
    };
    html! {
        <>
            <div role="alert">
                <p>{ review.file_name.clone() }</p>
                <p><strong>{ &explained.what }</strong></p>
                if !explained.place.is_empty() {
                    <p>{ texts.place }{ ": " }<code>{ &explained.place }</code></p>
                }
                <p>{ explained.remedy }</p>
            </div>
            if let Some(salvage) = readable {
                { what_can_be_read(reach, salvage) }
            }
            <div class="actions">
                if readable.is_some() {
                    { button("btn", ImportChoice::Add, own.open_readable) }
                }
                { button("btn", ImportChoice::Cancel, texts.close) }
            </div>
        </>
    }
}

fn what_can_be_read(reach: &Reach, salvage: &Salvage) -> Html {
    let own = &reach.texts().review;
    let lost: Vec<&str> = salvage.lost.iter().map(|part| (own.lost_part)(*part)).collect();
    html! {
        <section aria-labelledby="readable-title">
            <h3 id="readable-title">{ own.readable }</h3>
            <dl>{ for salvage.assessments.iter().take(LOOKED_AT).map(|assessment| assessed(reach, assessment)) }</dl>
            { more(reach, salvage.assessments.len().saturating_sub(LOOKED_AT)) }
            if let Some(cut) = &salvage.cut {
                <p>{ own.read_until }{ ": " }<code>{ (reach.texts().import.place_of)(&cut.place) }</code></p>
            } else {
                <p>{ own.changed }</p>
            }
            if !lost.is_empty() {
                <p>{ own.lost }{ ": " }{ lost.join("; ") }{ "." }</p>
            }
            <p class="quiet">{ own.open_readable_hint }</p>
        </section>
    }
}

fn assessed(reach: &Reach, assessment: &Assessment) -> Html {
    let texts = &reach.texts().import;
    let progress = progress(&reach.store.model().directive, assessment);
    let unit = &assessment.unit.name;
    html! {
        <>
            <dt>{ texts.unit }</dt>
            if unit.is_empty() {
                <dd>{ reach.texts().review.no_unit }</dd>
            } else {
                <dd lang="vi">{ unit }</dd>
            }
            <dt>{ texts.progress }</dt><dd>{ (reach.texts().drafts.progress)(progress.answered, progress.in_scope) }</dd>
            <dt>{ texts.evidence }</dt><dd>{ assessment.evidence.len() }</dd>
        </>
    }
}
