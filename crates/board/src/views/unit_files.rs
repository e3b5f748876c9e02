//! The files of a unit: which counts and why, in words, and what can be decided about each.

use super::context::Context;
use super::deciding::deciding;
use super::files::verdict;
use coordination::views::files::{Decidable, decidable};
use coordination::views::lookup::Lookup;
use coordination::views::unit::{UnitFile, UnitView};
use domain::date::Moment;
use ui::view;
use yew::prelude::*;

/// The files of a unit.
pub(super) fn unit_files(ctx: &Context, shown: &UnitView) -> Html {
    let texts = &ctx.texts().unit;
    let decidables: Vec<Option<Decidable>> = {
        let model = ctx.store.0.model();
        let lookup = model.open.as_ref().map(Lookup::of);
        shown.files.iter().map(|file| decidable(lookup.as_ref()?, file.assessed.at)).collect()
    };
    let files = shown.files.iter().zip(decidables);
    view! {
        <section class="unit-files" aria-labelledby="unit-files">
            <h3 id="unit-files">{ texts.files }</h3>
            if shown.files.is_empty() {
                <p class="quiet">{ texts.no_files }</p>
            } else {
                <ul role="list">{ for files.map(|(file, decidable)| one(ctx, file, decidable)) }</ul>
            }
        </section>
    }
}

fn one(ctx: &Context, file: &UnitFile, decidable: Option<Decidable>) -> Html {
    let texts = &ctx.texts().unit;
    let offset = ctx.store.0.model().clock.offset_minutes;
    let written = Moment::from_iso(&file.exported_at).map(|moment| {
        let (day, hour, minute) = moment.civil(offset);
        (texts.written)(&format!("{} {hour:02}:{minute:02}", day.to_display()))
    });
    let whose = file.is_beneath.then(|| file.assessed.owner.as_ref().map(|owner| owner.name.clone())).flatten();
    let key = &file.assessed.key;
    let id = [&*key.sha256, "-", &key.index.to_string(), "-", &file.assessed.at.to_string()].concat();
    view! {
        <li key={id.clone()} class={file.assessed.verdict.counts().then_some("counts")}>
            { verdict(ctx, &file.assessed, false) }
            <p class="file-name"><bdi>{ &file.place.name }</bdi></p>
            if !file.place.within.is_empty() {
                <p class="hint">{ (texts.within)(&file.place.within.join(" › ")) }</p>
            }
            if let Some(whose) = whose {
                <p class="hint" lang="vi"><bdi>{ whose }</bdi></p>
            }
            if let Some(written) = written {
                <p class="hint">{ written }</p>
            }
            { decidable.map(|one| deciding(ctx, &id, one, false)) }
        </li>
    }
}
