//! The report on the screen: what can be done with it, the fields of what stands around its text, and its pages, on which the text is
//! edited where it stands.

mod actions;
mod context;
mod field;
mod particulars;
mod texts;

use crate::model::Model;
use crate::msg::Msg;
use crate::store::Shared;
use context::Context;
use domain::lang::Lang;
use field::{Field, FieldProps, Of};
use pages::drawn::{Place, pages};
use pages::written::{Written, WrittenProps, field_id};
use report::document::Paragraph;
use ui::{outline, view, visible};
use yew::prelude::*;

/// What the root is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What holds the report.
    pub store: Shared,
}

/// The whole report.
#[component]
pub fn App(props: &AppProps) -> Html {
    let redraw = use_force_update();
    use_effect_with(props.store.clone(), move |store| {
        store.0.listen(Callback::from(move |()| redraw.force_update()));
        let store = store.clone();
        move || store.0.listen(Callback::noop())
    });
    let setting = props.store.0.setting();
    let on_paper = use_memo((props.store.clone(), setting.lang), |(store, lang)| OnPaper::of(store, *lang));
    let ctx = Context { store: props.store.clone(), lang: setting.lang };
    let model = props.store.0.model();
    let mut drawn = view! {
        <div class="unit-report">
            { actions::actions(&ctx, &model) }
            { particulars::particulars(&ctx, &model) }
            { sheets(&ctx, &model, &on_paper) }
        </div>
    };
    visible::name_hidden(&mut drawn);
    outline::place(&mut drawn, setting.heading_level);
    drawn
}

fn sheets(ctx: &Context, model: &Model, on_paper: &OnPaper) -> Html {
    let Some(profile) = model.profile() else { return Html::default() };
    let is_editable = model.is_editable();
    let draw = |paragraph: &Paragraph, place: Place| {
        if is_editable { on_paper.written(paragraph, place, ctx.lang) } else { pages::drawn::lines(&paragraph.text) }
    };
    view! {
        <section aria-labelledby="sheets-title">
            <h2 id="sheets-title" class="no-print">{ ctx.texts().sheets }</h2>
            if !is_editable {
                <p class="notice alarm no-print">{ ctx.texts().newer }</p>
            }
            { pages(model.document(), profile, &draw) }
        </section>
    }
}

/// What a paragraph on paper calls: the same for all of them and for good, so that only those are drawn again that have changed.
struct OnPaper {
    field: Callback<Paragraph, Html>,
    take_generated: Callback<String>,
    keep: Callback<String>,
}

impl OnPaper {
    fn of(store: &Shared, lang: Lang) -> Self {
        let sender = |msg: fn(String) -> Msg| {
            let store = store.clone();
            Callback::from(move |id| store.0.send(msg(id)))
        };
        let field = {
            let store = store.clone();
            Callback::from(move |paragraph: Paragraph| field(&store, &paragraph, lang))
        };
        Self { field, take_generated: sender(Msg::TakeGenerated), keep: sender(Msg::KeepRewritten) }
    }

    fn written(&self, paragraph: &Paragraph, place: Place, lang: Lang) -> Html {
        let (field, take_generated, keep) = (self.field.clone(), self.take_generated.clone(), self.keep.clone());
        let paragraph = paragraph.clone();
        let key = paragraph.id.clone();
        let props = WrittenProps { paragraph, place, lang, field, take_generated, keep };
        yew::html! { <Written {key} ..props /> }
    }
}

fn field(store: &Shared, paragraph: &Paragraph, lang: Lang) -> Html {
    let texts = pages::texts::Texts::of(lang);
    let props = FieldProps {
        store: store.clone(),
        of: Of::Paragraph(paragraph.id.clone()),
        id: field_id(&paragraph.id).into(),
        label: texts.words.into(),
        hint: Some(texts.words_hint),
        has_lines: true,
        value: paragraph.text.clone(),
    };
    yew::html! { <Field ..props /> }
}

#[cfg(all(test, feature = "markup", not(target_arch = "wasm32")))]
mod tests;
