//! The fields of what stands around the text: how the report looks, who sends it to whom, and who signs it.

use super::context::Context;
use super::field::{Field, FieldProps, Of};
use crate::model::Model;
use crate::msg::Msg;
use json::TextChoice;
use report::particular::Particular;
use report::profile::Profile;
use ui::disclosure::{Disclosed, disclosure};
use ui::view;
use yew::prelude::*;

/// The fields, folded: most of them are filled in once.
pub(super) fn particulars(ctx: &Context, model: &Model) -> Html {
    if !model.is_editable() {
        return Html::default();
    }
    let content = {
        let ctx = ctx.clone();
        move || fields(&ctx)
    };
    view! {
        <section class="no-print" aria-labelledby="particulars-title">
            <h2 id="particulars-title">{ ctx.texts().particulars }</h2>
            { disclosure("particulars".to_owned(), ctx.texts().particulars_open.to_owned(), Disclosed::default(), content) }
        </section>
    }
}

fn fields(ctx: &Context) -> Html {
    let model = ctx.store.0.model();
    let fields = Particular::ALL.iter().copied().filter(|field| *field != Particular::Profile);
    view! {
        <div class="particulars">
            <p class="hint">{ ctx.texts().particulars_hint }</p>
            { profiles(ctx, &model) }
            { for fields.map(|one| field(ctx, &model, one)) }
        </div>
    }
}

fn profiles(ctx: &Context, model: &Model) -> Html {
    let chosen = model.profile().map(|profile| profile.id.clone());
    let option = |profile: &Profile| {
        let (store, id) = (ctx.store.clone(), profile.id.clone());
        let onchange = Callback::from(move |_: Event| store.0.send(Msg::Fill(Particular::Profile, id.clone())));
        let is_chosen = chosen.as_ref() == Some(&profile.id);
        view! {
            <label class="choice">
                <input type="radio" name="report-profile" value={profile.id.clone()} checked={is_chosen} {onchange} />
                <span lang="vi">{ &profile.name }</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{ (pages::texts::Texts::of(ctx.lang).particular)(Particular::Profile) }</legend>
            { for model.profiles().iter().map(option) }
        </fieldset>
    }
}

fn field(ctx: &Context, model: &Model, of: Particular) -> Html {
    let suggested = model.suggested();
    let value = model.particulars().shown(of, &suggested);
    let (texts, key) = (pages::texts::Texts::of(ctx.lang), of.id());
    let props = FieldProps {
        store: ctx.store.clone(),
        id: ["particular-", key].concat().into(),
        label: (texts.particular)(of).into(),
        hint: (texts.particular_hint)(of),
        has_lines: of.has_lines(),
        value: value.to_owned(),
        of: Of::Particular(of),
    };
    let class = of.has_lines().then_some("lines");
    let field = yew::html! { <Field {key} ..props /> };
    view! { <div {class}>{ field }</div> }
}
