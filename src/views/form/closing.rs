//! The closing part: the overall assessment, proposals (đề xuất, kiến nghị), and the unit's own rating.

use super::part::part;
use super::pieces::{ChoiceInput, Form, title};
use super::proposals::proposals;
use super::returned::remarks;
use app::views::returned::{ShownRemarks, remarks_at};
use app::{Draft, Edit, Model, Section};
use domain::assessment::SelfRating;
use domain::date::DateText;
use domain::directive::{Note, RatingScale};
use domain::field::{Field, FormPlace};
use ui::view;
use yew::prelude::*;

pub(super) fn closing(draft: &AttrValue) -> Html {
    part("closing", draft, |model, draft| Some(shown(model, draft)), draw)
}

/// The overall assessment, the rating, and the remarks that stand here.
type ShownClosing = (String, SelfRating, ShownRemarks);

fn shown(model: &Model, draft: &Draft) -> ShownClosing {
    let assessment = &draft.assessment;
    (assessment.overall.clone(), assessment.self_rating.clone(), remarks_at(model, draft, ""))
}

fn draw(form: &Form, (overall, rating, returned): &ShownClosing) -> Html {
    let directive = form.ctx.runtime.model().directive.clone();
    view! {
        <>
            { title((form.texts.section)(&Section::Closing).into()) }
            { remarks(form, returned, &|_| true) }
            <div class="sheet-part">
                { form.field(Field::Overall, overall.clone()) }
                { proposals(form.draft) }
            </div>
            if !directive.rating_scales.is_empty() {
                <fieldset class="sheet-part" id={FormPlace::SelfRating.dom_id()} tabindex="-1">
                    <legend>{ form.texts.self_rating }</legend>
                    <p class="hint">{ form.texts.self_rating_hint }</p>
                    { for directive.rating_scales.iter().map(|one| scale(form, one, rating)) }
                    if *rating != SelfRating::default() {
                        { form.clear(Edit::SelfRating(SelfRating::default())) }
                    }
                </fieldset>
            }
        </>
    }
}

/// The levels of a scale, with the rule that it comes from and the day on which that was in force.
fn scale(form: &Form, scale: &RatingScale, rating: &SelfRating) -> Html {
    let level = |level: &domain::directive::RatingLevel| {
        let on = rating.scale == scale.id && rating.level == level.id;
        let chosen = SelfRating { scale: scale.id.clone(), level: level.id.clone(), unknown: rating.unknown.clone() };
        let name = Some(["self-rating", form.draft].join("-"));
        let choice = ChoiceInput { kind: "radio", name, id: None, on, edit: Edit::SelfRating(chosen) };
        form.choice(choice, view! { <span lang="vi">{ &level.name }</span> })
    };
    let source = |source: &str, day: &DateText| {
        let day = (!day.is_empty()).then(|| (form.texts.as_of)(&day.to_display()));
        view! { <>{ form.texts.source }{ " " }<span lang="vi">{ source.to_owned() }</span>{ day }</> }
    };
    let note = |note: &Note| {
        view! { <p class="hint"><span lang="vi">{ &note.text }</span>{ " " }{ source(&note.source, &note.as_of) }</p> }
    };
    view! {
        <fieldset class="seg">
            <legend lang="vi">{ &scale.name }</legend>
            <p class="hint">{ source(&scale.source, &scale.as_of) }</p>
            <div>{ for scale.levels.iter().map(level) }</div>
            { for scale.notes.iter().map(note) }
        </fieldset>
    }
}
