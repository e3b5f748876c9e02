//! The settings of a gathering, what can be exported from it, and its removal.

use super::context::Context;
use super::field::Field;
use super::shelf::removal;
use coordination::msg::{Msg, SettingsEdit};
use coordination::settings::RosterView;
use coordination::typed::{Typed, TypedOf};
use coordination::views::settings::{Around, DayRemark, SettingsView};
use domain::date::DateText;
use pages::texts::Texts;
use ui::field::{Remark, Shape};
use ui::view;
use yew::prelude::*;

/// The settings.
pub(super) fn settings(ctx: &Context) -> Html {
    let Some(shown) = SettingsView::of(&ctx.store.0.model()) else { return Html::default() };
    let texts = &ctx.texts().settings;
    let id = shown.settings.id.clone();
    let name = ctx.name_of(&shown.settings.name, shown.settings.sample);
    view! {
        <div class="settings">
            <section aria-labelledby="settings">
                <h2 id="settings">{ texts.title }</h2>
                { fields(ctx, &shown) }
                if shown.has_former {
                    { roster_view(ctx, shown.settings.roster_view) }
                }
            </section>
            <section aria-labelledby="settings-report">
                <h2 id="settings-report">{ texts.report }</h2>
                <p class="hint">{ texts.report_hint }</p>
                { for shown.around.iter().map(|of| particular(ctx, of)) }
            </section>
            <section aria-labelledby="settings-export">
                <h2 id="settings-export">{ texts.export }</h2>
                <p class="hint">{ texts.bundle_hint }</p>
                <p class="actions">
                    <button type="button" class="btn" onclick={ctx.click(Msg::ExportBundle)}>{ texts.bundle }</button>
                </p>
            </section>
            <section aria-labelledby="settings-removal">
                <h2 id="settings-removal">{ texts.removal }</h2>
                { removal(ctx, &id, &name, shown.is_asked) }
            </section>
        </div>
    }
}

fn fields(ctx: &Context, shown: &SettingsView) -> Html {
    let (texts, settings) = (&ctx.texts().settings, &shown.settings);
    let remark = |of: &[(DayRemark, &'static str)]| -> Vec<Remark> {
        let said = of.iter().filter(|(remark, _)| shown.remarks.contains(remark));
        said.map(|(_, text)| Remark { is_error: true, text: AttrValue::Static(text) }).collect()
    };
    let wrong = ctx.texts().common.wrong_day;
    let day = |id: &'static str, label: &'static str, hint, value: &DateText, remarks: Vec<Remark>, of: TypedOf| {
        let (ctx, value, shape, of) = (ctx.clone(), value.to_display(), Shape::Date, Some(Typed::setting(of)));
        yew::html! { <Field {ctx} {id} {label} hint={Some(hint)} {shape} {value} {remarks} {of} /> }
    };
    let of = Some(Typed::setting(TypedOf::Name));
    let name = yew::html! {
        <Field ctx={ctx.clone()} id="settings-name" label={texts.name} value={settings.name.clone()} {of} />
    };
    let of = Some(Typed::setting(TypedOf::Officer));
    let officer = yew::html! {
        <Field ctx={ctx.clone()} id="settings-officer" label={texts.officer} hint={Some(texts.officer_hint)}
            value={settings.officer.clone()} {of} />
    };
    let from = remark(&[(DayRemark::From, wrong)]);
    let deadline = remark(&[(DayRemark::Deadline, wrong), (DayRemark::DeadlineBeforeFrom, texts.deadline_before_from)]);
    let cut_off = remark(&[(DayRemark::CutOff, wrong)]);
    view! {
        <>
            { name }
            { day("settings-from", texts.from, texts.from_hint, &settings.from, from, TypedOf::From) }
            { day("settings-deadline", texts.deadline, texts.deadline_hint, &settings.deadline, deadline, TypedOf::Deadline) }
            { day("settings-cut-off", texts.cut_off, texts.cut_off_hint, &settings.cut_off, cut_off, TypedOf::CutOff) }
            { officer }
        </>
    }
}

/// A field of what stands around the text of the report.
fn particular(ctx: &Context, around: &Around) -> Html {
    let (texts, field, needs_text) = (Texts::of(ctx.lang), around.field, around.has_rule);
    let (key, label, hint) = (field.id(), (texts.particular)(field), (texts.particular_hint)(field));
    let shape = if field.has_lines() { Shape::Area } else { Shape::Line };
    let (ctx, id, value) = (ctx.clone(), ["particular-", key].concat(), around.text.clone());
    let of = Some(Typed::particular(field));
    yew::html! { <Field {key} {ctx} {id} {label} {hint} {shape} {value} {needs_text} {of} /> }
}

fn roster_view(ctx: &Context, chosen: RosterView) -> Html {
    let texts = &ctx.texts().settings;
    let one = |view: RosterView, words: &'static str| {
        let onchange = ctx.sender(move |_: Event| Msg::EditSettings(SettingsEdit::RosterView(view)));
        view! {
            <label class="choice">
                <input type="radio" name="roster-view" checked={view == chosen} {onchange} />{ words }
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{ texts.roster_view }</legend>
            { one(RosterView::Current, texts.current) }
            { one(RosterView::Former, texts.former) }
            <p class="hint">{ texts.roster_hint }</p>
        </fieldset>
    }
}
