//! The register: who has sent a report, the missing first; the day of receipt for many at once; the reminder list.

use super::context::Context;
use super::filters::{group, kinds, pager, wide, words};
use super::overview::csv;
use super::reasoned::Reasoned;
use super::register_line::RegisterRow;
use coordination::filter::{RegisterFilter, RegisterWhich};
use coordination::msg::{CsvTable, Msg};
use coordination::views::register::{Line, RegisterView};
use domain::date::DateText;
use gathering::decisions::{Arrival, Decision, FileRef};
use std::rc::Rc;
use ui::disclosure::{Disclosed, disclosure};
use ui::field::Shape;
use ui::view;
use yew::prelude::*;

/// The register.
pub(super) fn register(ctx: &Context) -> Html {
    let Some(shown) = RegisterView::of(&ctx.store.0.model()) else { return Html::default() };
    let texts = &ctx.texts().register;
    view! {
        <section class="register" aria-labelledby="register">
            <h2 id="register">{ texts.title }</h2>
            { filters(ctx, &shown) }
            { batch(ctx, &shown) }
            if shown.lines.is_empty() {
                <p class="quiet" role="status">{ ctx.texts().common.none }</p>
            } else {
                { table(ctx, &shown) }
                { pages(ctx, &shown) }
            }
            { csv(ctx, CsvTable::Register) }
            { reminding(ctx, &shown) }
        </section>
    }
}

fn filters(ctx: &Context, shown: &RegisterView) -> Html {
    let (texts, filter) = (&ctx.texts().register, &shown.filter);
    let from_start = RegisterFilter { page: 0, ..filter.clone() };
    let kind = |(which, count): &(RegisterWhich, usize)| {
        let msg = Msg::FilterRegister(RegisterFilter { which: *which, ..from_start.clone() });
        ((texts.which)(*which), *count, *which == filter.which, msg)
    };
    let on_group = {
        let filter = from_start.clone();
        ctx.sender(move |group| Msg::FilterRegister(RegisterFilter { group, ..filter.clone() }))
    };
    let on_words = {
        let filter = from_start.clone();
        ctx.sender(move |words| Msg::FilterRegister(RegisterFilter { words, ..filter.clone() }))
    };
    view! {
        <div class="filters no-print">
            { kinds(ctx, texts.which_label, shown.counts.iter().map(kind).collect()) }
            <div class="filter-fields">
                { group(ctx, "register-group", &shown.groups, &filter.group, on_group) }
                { words(ctx, "register-words", ctx.texts().common.words, &filter.words, on_words) }
            </div>
        </div>
    }
}

fn pages(ctx: &Context, shown: &RegisterView) -> Html {
    let filter = shown.filter.clone();
    pager(ctx, shown.shown, shown.page, move |page| Msg::FilterRegister(RegisterFilter { page, ..filter.clone() }))
}

/// The day of receipt, for all files of the units that are shown.
fn batch(ctx: &Context, shown: &RegisterView) -> Html {
    let texts = &ctx.texts().register;
    let (files, units) = (Rc::new(shown.files.0.clone()), shown.files.1);
    if files.is_empty() {
        return Html::default();
    }
    let ctx = ctx.clone();
    let content = move || {
        let label = (texts.batch_day)(files.len(), units);
        let on_done = {
            let files = Rc::clone(&files);
            ctx.sender(move |day: String| Msg::Decide(Box::new(arrival(&files, &day))))
        };
        yew::html! {
            <Reasoned ctx={ctx.clone()} id="register-batch" {label} hint={texts.batch_hint} shape={Shape::Date}
                button={texts.batch_set} needs_text={true} kept_as="batch" {on_done} />
        }
    };
    let opened = disclosure("batch".to_owned(), texts.batch.to_owned(), Disclosed::default(), content);
    view! { <div class="batch no-print">{ opened }</div> }
}

fn arrival(files: &[FileRef], day: &str) -> Decision {
    let arrival = Arrival { files: files.to_vec(), on: DateText::from_typed(day), ..Arrival::default() };
    Decision { arrival: Some(arrival), ..Decision::default() }
}

fn table(ctx: &Context, shown: &RegisterView) -> Html {
    let texts = &ctx.texts().register;
    let heads = [texts.unit, texts.timing, texts.received_on, texts.report, texts.note];
    let gathering = shown.id.clone();
    let row = |line: &Line| {
        let (key, ctx, gathering, line) = (line.unit.clone(), ctx.clone(), gathering.clone(), line.clone());
        yew::html! { <RegisterRow {key} {ctx} {gathering} {line} /> }
    };
    let table = view! {
        <table class="lines" role="table">
            <caption class="spoken">{ texts.title }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { for heads.iter().map(|head| view! { <th scope="col" role="columnheader">{ *head }</th> }) }
                    <th scope="col" role="columnheader" class="no-print"><span class="spoken">{ texts.edit }</span></th>
                </tr>
            </thead>
            { for shown.lines.iter().map(row) }
        </table>
    };
    wide(ctx, "wide tall stacks", texts.title, table)
}

/// The list for reminding, as text to copy.
fn reminding(ctx: &Context, shown: &RegisterView) -> Html {
    let texts = &ctx.texts().register;
    if shown.reminders.is_empty() {
        return view! { <p class="quiet">{ texts.nobody }</p> };
    }
    let (name, deadline) = {
        let model = ctx.store.0.model();
        let settings = model.open.as_ref().map(|open| open.settings.clone()).unwrap_or_default();
        let deadline = settings.deadline.date().map(domain::date::Date::to_display).unwrap_or_default();
        (ctx.name_of(&settings.name, settings.sample), deadline)
    };
    let text = (texts.reminding_text)(&name, &deadline, &shown.reminders);
    let rows = text.lines().count().clamp(3, 20).to_string();
    // Nobody types there: it shows the list as it is now.
    let list = yew::html! {
        <textarea class="input" readonly=true {rows} aria-label={texts.reminding_label} value={text} />
    };
    view! {
        <section class="reminding" aria-labelledby="reminding">
            <h3 id="reminding">{ (texts.reminding)(shown.reminders.len()) }</h3>
            <p class="hint">{ texts.reminding_hint }</p>
            { list }
            <p class="actions no-print">
                <button type="button" class="btn link" onclick={ctx.click(Msg::ExportCsv(CsvTable::Reminders))}>
                    { texts.reminding_csv }
                </button>
            </p>
        </section>
    }
}
